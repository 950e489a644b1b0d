// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/datafolder.h"
#include "bot/base/clock.h"
#include "bot/base/result.h"

#include <QUrl>

#include <functional>
#include <memory>

class Storage;
class StorageFaults;

// The demo: a stand-in Discord in this process, its world, 90 days of history in the database, then live life.
//
// Thread: GUI. Owner: Engine, which lets it outlive the bot that talks to it.
class DemoSession
{
public:
    explicit DemoSession(const CommandLine &line);
    ~DemoSession();

    // Opens the stand-in's ports and sees to it that the folder's database holds the past: an earlier demo's, if today's
    // world can go on from it, else 90 days made now. Blocking, about a second; before the bot opens the database.
    Status prepare(const DataFolder &folder);
    QUrl apiBase() const;
    QByteArray token() const;
    const Clock &clock() const; // as --demo-clock asks

    void startLife();
    // A word of CommandLine::incidents(). False: it cannot be brought about, or not again so soon.
    bool simulate(const QString &incident);
    // Told when an incident begins and when it ends by itself.
    void onIncident(std::function<void(const QString &word, bool begins)> told);

    // The disk that the demo's database lies on, for the store.
    StorageFaults &disk();
    void setStorage(Storage *storage); // open, outlived by the demo

private:
    class Private;
    const std::unique_ptr<Private> d;
};
