// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "bot/base/clock.h"
#include "bot/base/result.h"
#include "bot/store/storage.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

// The demo: a stand-in Discord in this process, its world, 90 days of history in the database, then live
// life.
//
// Thread: GUI. Owner: Engine, which lets it outlive the bot that talks to it.
class DemoSession
{
public:
    explicit DemoSession(const CommandLine &line);
    ~DemoSession();

    bool listen();
    QUrl apiBase() const;
    QByteArray token() const;
    const Clock &clock() const; // as --demo-clock asks

    // Writes what happened before now. done is called in asker's thread, if asker still lives.
    void fillHistory(Storage &storage, QObject *asker, std::function<void(Status)> done);
    void startLife();
    void simulate(const QString &incident); // a word of CommandLine::incidents()

private:
    class Private;
    const std::unique_ptr<Private> d;
};
