// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandguards.h"

#include <algorithm>

bool RecentInteractions::firstTime(InteractionId id)
{
    constexpr qsizetype Kept = 10'000;
    if (m_known.contains(id))
        return false;
    m_known.insert(id);
    m_order.enqueue(id);
    if (m_order.size() > Kept)
        m_known.remove(m_order.dequeue());
    return true;
}

qint64 CommandLimiter::waitFor(GuildId guild, UserId user, MonoMs now)
{
    forgetIdle(now);
    const qint64 userWait = count(m_users[user], PerUser, now);
    // A person who is over the limit must not use up the server's share.
    if (userWait > 0)
        return userWait;
    return count(m_guilds[guild], PerGuild, now);
}

qint64 CommandLimiter::count(Times &times, size_t limit, MonoMs now)
{
    while (!times.empty() && times.front() <= now - WindowMs)
        times.pop_front();
    if (times.size() >= limit)
        return std::max<qint64>(1, times.front() + WindowMs - now);
    times.push_back(now);
    return 0;
}

void CommandLimiter::forgetIdle(MonoMs now)
{
    if (now - m_lastSweep < WindowMs)
        return;
    m_lastSweep = now;
    const auto idle = [now](const auto &entry) {
        return entry.value().empty() || entry.value().back() <= now - WindowMs;
    };
    m_users.removeIf(idle);
    m_guilds.removeIf(idle);
}
