// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/sendlimiter.h"

#include <algorithm>

namespace Discord {

namespace SendLimits {

constexpr qint64 WindowMs = 60 * SecondMs;
constexpr int PerWindow = 118; // Discord's 120 with a little air
constexpr int SpareHeartbeats = 2;

} // namespace SendLimits

using namespace SendLimits;

void SendLimiter::setHeartbeatInterval(int intervalMs)
{
    // Rounded up: one for every heartbeat that may fall into a window.
    m_reserved = int((WindowMs + intervalMs - 1) / std::max(1, intervalMs)) + SpareHeartbeats;
}

void SendLimiter::pause(qint64 forMs, MonoMs nowMono)
{
    m_pausedUntilMono = m_paused ? std::max(m_pausedUntilMono, nowMono + forMs) : nowMono + forMs;
    m_paused = true;
}

bool SendLimiter::take(Kind kind, MonoMs nowMono)
{
    while (!m_sent.empty() && m_sent.front() <= nowMono - WindowMs)
        m_sent.pop_front();
    const int used = int(m_sent.size());
    if (kind == Kind::Heartbeat) {
        if (used >= PerWindow)
            return false;
    } else {
        if (m_paused && nowMono < m_pausedUntilMono)
            return false;
        if (used >= PerWindow - m_reserved)
            return false;
    }
    m_sent.push_back(nowMono);
    return true;
}

} // namespace Discord
