// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <QString>

namespace Discord {

// What the connection is doing, in the words that the status bar, the tray and the bot log share.
struct GatewayStatus
{
    enum class State
    {
        Stopped, // not started, or stopped by the user
        Connecting,
        Identifying,
        Resuming,
        Connected, // READY or RESUMED received
        Waiting, // back-off; untilMs says until when
        Paused, // the identify governor or session_start_limit (I-03); untilMs says until when
        Failed // a "Stop" row of PROTOCOL C-02: no further attempt until the user acts
    };
    enum class Failure
    {
        None,
        TokenRejected,
        DisallowedIntents,
        InvalidIntents,
        ShardingRequired,
        InvalidApiVersion,
        DifferentBot,
        Internal
    };

    State state = State::Stopped;
    Failure failure = Failure::None;
    QString text; // one sentence for people, "" when Connected
    int closeCode = 0; // of the last close; 0 = abnormal or none
    int attempt = 0;
    UtcMs untilMs = 0; // Waiting and Paused
    int latencyMs = -1; // last heartbeat round trip
    bool messageContentRefused = false; // 4014: went on without the optional intent

    bool operator==(const GatewayStatus &) const = default;
};

} // namespace Discord
