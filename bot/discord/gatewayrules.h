// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/gatewaystatus.h"

#include <QUrl>

#include <optional>

// The fixed rules of the gateway connection, as functions of their arguments alone.
namespace Discord {

// What follows after a gateway connection has ended (PROTOCOL C-02).
struct CloseRule
{
    enum class Then
    {
        Resume, // keep the session
        New, // forget it and identify
        Stop // until the user acts
    };
    Then then = Then::Resume;
    GatewayStatus::Failure failure = GatewayStatus::Failure::None; // of a Stop
    qint64 fixedWaitMs = 0;
    qint64 randomWaitMs = 0; // up to so much more
    bool ourBug = false; // worth a counter
    bool stopsWhenRepeated = false; // 3 within 10 minutes end the attempts
    bool newWhenRepeated = false; // a code that we do not know: 2 in a row forget the session
    bool dropsOptionalIntents = false; // once, instead of stopping
};
// code 0: the connection ended without a close frame, or we ended it because of a time limit.
CloseRule closeRule(int code);

// One sentence for people about a close code; empty when there is nothing to add to "connection lost".
QString closeText(int code);

// Which gateway addresses may be given the token: Discord's own, or with `loopback` only this computer's
// (G-03, T-01).
bool mayConnectTo(const QUrl &url, bool loopback);
// An address as Discord sent it, cut down to scheme, host, port and path, with our query (G-02); nothing if it
// is refused.
std::optional<QUrl> gatewayUrl(const QString &text, bool loopback, bool compress);

// The wait before a connection attempt after so many in a row without READY or RESUMED (B-01). random in [0,
// 1).
qint64 reconnectDelayMs(int failedAttempts, double random);

} // namespace Discord
