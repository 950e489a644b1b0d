// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/discord/events.h"
#include "bot/discord/gatewaystatus.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace Discord {

// The IDENTIFYs of the last 24 hours live in the database, so that a restart loop cannot burn the token (I-03 b).
// Called in the bot thread; `record` returns at once and the write is committed at once.
struct IdentifyLedger
{
    QVector<UtcMs> recent; // loaded at start
    std::function<void(UtcMs)> record;
    std::function<bool()> writable; // false: at most 20 per run (I-03 d)
};

// Holds the gateway connection: carries out the actions of GatewaySession (the pure protocol machine) with a QWebSocket
// and timers. Implements PROTOCOL 1.1 to 1.6. Asks REST for /gateway/bot through `fetchGatewayBot`.
//
// Thread: the bot thread; create it there. Owner: Bot.
class GatewayClient : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QByteArray token;
        quint32 intents = Intent::Default;
        quint32 optionalIntents = 0; // dropped on 4014
        bool loopbackAllowed = false; // T-01: ws:// to loopback
        bool compress = true; // G-06
        // Answers with the JSON of GET /gateway/bot, or an Error.
        std::function<void(std::function<void(Result<QJsonObject>)>)> fetchGatewayBot;
        IdentifyLedger ledger;
    };

    GatewayClient(Clock clock, QObject *parent = nullptr);
    ~GatewayClient() override;

    void start(Options options);
    // Closes with 1000 (C-04) and forgets the session.
    void stop();
    void retryNow(); // the user's button, network is back, wake from sleep (B-01)
    GatewayStatus status() const;

signals:
    // sequence: the dispatch's s. Replayed events arrive like live ones.
    void event(const Discord::Event &event);
    void statusChanged(const Discord::GatewayStatus &status);
    // A session ended that cannot be resumed: everything since `sinceMs` may be missing until catching up (2.4).
    void sessionLost(UtcMs sinceMs);
    // PROTOCOL counters by name ("unknown event X", "bad json"), for the log.
    void counted(const QString &what);

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace Discord
