// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/base/snowflake.h"
#include "bot/discord/restclient.h"

#include <QHash>
#include <QJsonArray>
#include <QObject>
#include <QString>

#include <functional>

namespace Discord {

// Brings the commands that Discord shows in line with ours (PROTOCOL D-01): reads the global list, compares, and writes
// only when they differ - at most once per run of the program and ten times a day, because Discord gives 200 creations a
// day and then none. When it may not or cannot write, the commands that are there stay and go on working.
//
// Thread: the bot thread. Owner: Bot, beside its RestClient, which must live longer. One run at a time.
class CommandRegistrar : public QObject
{
    Q_OBJECT
public:
    static constexpr int WritesPerDay = 10;
    static constexpr int MostCommands = 100;

    // (registered, wanted): do they mean the same?
    using SameCommands = std::function<bool(const QJsonArray &registered, const QJsonArray &wanted)>;

    struct Job
    {
        ApplicationId application;
        QJsonArray wanted;
        SameCommands same;
        int writesInLastDay = 0; // from the database
        bool again = false; // a person asked: written even when nothing differs, or was written before
        std::function<void()> recordWrite; // called before the write, so that a crash cannot hide it
    };

    struct Outcome
    {
        QHash<QString, CommandId> ids; // what Discord has now, by name: for </name:id> mentions
        int count() const { return int(ids.size()); }
        bool written = false;
        QString refusal; // for people: why the commands are not the wanted ones; "" when they are
    };
    // An Error when Discord could not even be asked.
    using Done = std::function<void(const Result<Outcome> &)>;

    explicit CommandRegistrar(RestClient *rest, QObject *parent = nullptr);

    void run(Job job, Done done);
    bool busy() const { return bool(m_done); }

private:
    void compare(const QJsonArray &registered);
    void write(const QJsonArray &registered);
    void end(const QJsonArray &registered, bool written, const QString &refusal);

    RestClient *const m_rest;
    Job m_job;
    Done m_done;
    bool m_written = false; // in this run of the program
};

} // namespace Discord
