// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connectionhistory.h"

#include <algorithm>

namespace {

constexpr qint64 CountedMs = 5 * MinuteMs;
constexpr qint64 EnoughMs = 10 * SecondMs;

} // namespace

void ConnectionHistory::note(const BotState &state, UtcMs nowMs)
{
    const bool connected = state.gateway.state == Discord::GatewayStatus::State::Connected;
    if (!connected)
        m_connectedSinceMs = 0;
    else if (m_connectedSinceMs == 0)
        m_connectedSinceMs = nowMs;

    if (connected && state.gateway.latencyMs >= 0
        && (m_latencies.isEmpty() || m_latencies.last().ms != state.gateway.latencyMs
            || nowMs - m_latencies.last().atMs >= MinuteMs)) {
        m_latencies.append({nowMs, state.gateway.latencyMs});
        if (m_latencies.size() > MostLatencies)
            m_latencies.removeFirst();
    }

    const bool waiting = state.rest.pausedForMs >= (m_waiting ? 1 : ShortestWaitMs);
    if (waiting && !m_waiting)
        m_waits.append(nowMs);
    m_waiting = waiting;
    while (!m_waits.isEmpty() && nowMs - m_waits.first() > DayMs)
        m_waits.removeFirst();

    if (m_counts.isEmpty() || nowMs - m_counts.last().atMs >= SecondMs)
        m_counts.append({nowMs, state.eventsReceived});
    while (m_counts.size() > 2 && nowMs - m_counts[1].atMs >= CountedMs)
        m_counts.removeFirst();
}

int ConnectionHistory::rateLimitWaits(UtcMs nowMs) const
{
    return int(
        std::count_if(m_waits.begin(), m_waits.end(), [nowMs](UtcMs at) { return nowMs - at <= DayMs; }));
}

std::optional<double> ConnectionHistory::eventsPerMinute(UtcMs nowMs) const
{
    if (m_counts.isEmpty() || nowMs - m_counts.first().atMs < EnoughMs)
        return {};
    return double(m_counts.last().events - m_counts.first().events) * double(MinuteMs)
        / double(nowMs - m_counts.first().atMs);
}
