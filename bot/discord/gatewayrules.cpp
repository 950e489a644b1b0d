// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/gatewayrules.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Discord {

CloseRule closeRule(int code)
{
    using Then = CloseRule::Then;
    using Failure = GatewayStatus::Failure;
    CloseRule rule;
    switch (code) {
    case 1002: // also what Qt makes of every code above 1011, without saying which: it may have been a 1013
    case 1013: // try again later
        rule.fixedWaitMs = 5 * SecondMs;
        break;
    case 4000:
        break;
    case 4001: // unknown opcode
    case 4002: // could not decode
        rule.ourBug = true;
        rule.stopsWhenRepeated = true;
        break;
    case 4003: // not authenticated
    case 4007: // invalid sequence
    case 4009: // session timed out
        rule.then = Then::New;
        break;
    case 4005: // already authenticated
        rule.then = Then::New;
        rule.ourBug = true;
        break;
    case 4004:
        rule.then = Then::Stop;
        rule.failure = Failure::TokenRejected;
        break;
    case 4008: // rate limited
        rule.fixedWaitMs = 60 * SecondMs;
        rule.randomWaitMs = 5 * SecondMs;
        rule.ourBug = true;
        break;
    case 4010: // invalid shard
    case 4011: // sharding required
        rule.then = Then::Stop;
        rule.failure = Failure::ShardingRequired;
        break;
    case 4012:
        rule.then = Then::Stop;
        rule.failure = Failure::InvalidApiVersion;
        break;
    case 4013:
        rule.then = Then::Stop;
        rule.failure = Failure::InvalidIntents;
        break;
    case 4014:
        rule.then = Then::Stop;
        rule.failure = Failure::DisallowedIntents;
        rule.dropsOptionalIntents = true;
        break;
    default:
        // Everything below 2000 belongs to the WebSocket itself and says nothing about the session.
        rule.newWhenRepeated = code >= 2000;
        break;
    }
    return rule;
}

QString closeText(int code)
{
    switch (code) {
    case 4004:
        return QCoreApplication::translate("Gateway", "Discord rejected the token. Enter a new one.");
    case 4008:
        return QCoreApplication::translate("Gateway", "Discord asked the bot to slow down.");
    case 4010:
    case 4011:
        return QCoreApplication::translate(
            "Gateway",
            "The bot is in too many servers for one connection; Ticket Assistant serves up to 2500.");
    case 4012:
        return QCoreApplication::translate(
            "Gateway", "Discord no longer speaks this version of its protocol. Update the app.");
    case 4013:
        return QCoreApplication::translate("Gateway", "Discord refused the bot's intents as invalid.");
    case 4014:
        return QCoreApplication::translate("Gateway",
                                           "Discord refused this bot's basic intents. The bot is stopped.");
    default:
        return {};
    }
}

bool mayConnectTo(const QUrl &url, bool loopback)
{
    if (!url.isValid() || !url.userInfo().isEmpty())
        return false;
    const QString host = url.host().toLower();
    if (loopback) {
        // Discord's own servers are out of bounds here: what holds a test token must not go there.
        const bool scheme = url.scheme() == "ws"_L1 || url.scheme() == "wss"_L1;
        return scheme && (host == "localhost"_L1 || QHostAddress(host).isLoopback());
    }
    return url.scheme() == "wss"_L1 && (host == "discord.gg"_L1 || host.endsWith(".discord.gg"_L1));
}

std::optional<QUrl> gatewayUrl(const QString &text, bool loopback, bool compress)
{
    constexpr qsizetype LongestUrl = 300;
    if (text.isEmpty() || text.size() > LongestUrl)
        return {};
    const QUrl given(text, QUrl::StrictMode);
    if (!mayConnectTo(given, loopback))
        return {};
    QUrl url;
    url.setScheme(given.scheme());
    url.setHost(given.host());
    url.setPort(given.port());
    url.setPath(given.path().isEmpty() ? u"/"_s : given.path());
    QUrlQuery query;
    query.addQueryItem(u"v"_s, u"10"_s);
    query.addQueryItem(u"encoding"_s, u"json"_s);
    if (compress)
        query.addQueryItem(u"compress"_s, u"zlib-stream"_s);
    url.setQuery(query);
    return url;
}

qint64 reconnectDelayMs(int failedAttempts, double random)
{
    if (failedAttempts <= 0)
        return 0;
    constexpr qint64 CapMs = 60 * SecondMs;
    const qint64 fullMs = std::min(CapMs, SecondMs << std::min(failedAttempts - 1, 10));
    return fullMs / 2 + qint64(random * double(fullMs / 2));
}

} // namespace Discord
