// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <deque>

namespace Discord {

// What may still be sent on one gateway connection (PROTOCOL R-04, H-05): Discord closes with 4008 at more
// than 120 payloads in 60 seconds. Our own heartbeats always find room, because everything else leaves their
// share free.
//
// Pure. One per connection.
class SendLimiter
{
public:
    static constexpr int MaxPayloadBytes = 4096;

    enum class Kind
    {
        Heartbeat, // our own, periodic
        Other
    };

    void setHeartbeatInterval(int intervalMs);
    // RATE_LIMITED: nothing but heartbeats for that long.
    void pause(qint64 forMs, MonoMs nowMono);
    // Notes the send if it is allowed.
    bool take(Kind kind, MonoMs nowMono);

private:
    std::deque<MonoMs> m_sent;
    int m_reserved = 0;
    MonoMs m_pausedUntilMono = 0;
    bool m_paused = false;
};

} // namespace Discord
