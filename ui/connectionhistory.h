// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"

#include <QList>

// What the bot log's head says of the connection since the program began: BotState is only "now". Fed with
// every state; time is an argument. Value type. Thread: GUI. Owner: MainWindow.
class ConnectionHistory
{
public:
    struct Latency
    {
        UtcMs atMs = 0;
        int ms = 0;
    };
    static constexpr int MostLatencies = 60;
    static constexpr int ShortestWaitMs = 1000; // of REST: anything below is ordinary spacing of requests

    void note(const BotState &state, UtcMs nowMs);

    UtcMs connectedSinceMs() const { return m_connectedSinceMs; } // 0 = is not
    const QList<Latency> &latencies() const { return m_latencies; } // oldest first
    int rateLimitWaits(UtcMs nowMs) const; // in the last 24 hours
    // Events per minute over the last five minutes; nothing while fewer than 10 s were seen.
    std::optional<double> eventsPerMinute(UtcMs nowMs) const;

private:
    struct Count
    {
        UtcMs atMs = 0;
        qint64 events = 0;
    };
    UtcMs m_connectedSinceMs = 0;
    QList<Latency> m_latencies;
    QList<UtcMs> m_waits; // when they began
    bool m_waiting = false;
    QList<Count> m_counts;
};
