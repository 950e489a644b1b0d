// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"

#include <QHash>
#include <QQueue>
#include <QSet>

#include <deque>

// What stands before every command: seen before (PROTOCOL X-05)? too many (FAULTS TM-31)? Pure: time is an
// argument.

// The last 10 000 interaction ids: Discord may deliver one twice after a resume.
class RecentInteractions
{
public:
    bool firstTime(InteractionId id);

private:
    QSet<InteractionId> m_known;
    QQueue<InteractionId> m_order;
};

// At most 20 commands in 10 s by one person and 120 in one server.
class CommandLimiter
{
public:
    static constexpr int PerUser = 20;
    static constexpr int PerGuild = 120;
    static constexpr qint64 WindowMs = 10 * SecondMs;

    // 0: go on; else how long to wait.
    qint64 waitFor(GuildId guild, UserId user, MonoMs now);

private:
    using Times = std::deque<MonoMs>;
    static qint64 count(Times &times, size_t limit, MonoMs now);
    void forgetIdle(MonoMs now);

    QHash<GuildId, Times> m_guilds;
    QHash<UserId, Times> m_users;
    MonoMs m_lastSweep = 0;
};
