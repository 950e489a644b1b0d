// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/discord/gatewayclient.h"
#include "bot/discord/restclient.h"

#include <QObject>
#include <QTimer>

#include <memory>

class Storage;

// The bot's way to Discord: one token, the REST client and the gateway that use it, and what is known of the application
// behind it. Decides when to ask for Message Content (PROTOCOL P-02), what ends the connection for good (C-02, N-12), and
// keeps the ledger of IDENTIFYs in the database (I-03 b). Knows nothing of servers and tickets.
//
// Thread: the bot thread. Owner: Bot; create it there. Times in ms.
class DiscordConnection : public QObject
{
    Q_OBJECT
public:
    // identifies: when IDENTIFY was sent in the last 24 hours, by this process and those before it.
    DiscordConnection(Storage &storage, QUrl apiBase, Clock clock, QVector<UtcMs> identifies);
    ~DiscordConnection() override;

    void connectToDiscord(const QByteArray &token);
    void disconnectFromDiscord();
    void connectAnew(); // a new session with the same token; nothing while there is none
    void retryNow();
    // No further connection until a person acts: `text` says why, and stays visible (C-02).
    void fail(Discord::GatewayStatus::Failure failure, const QString &text);
    // Closes the gateway with 1000 (C-04); stopped() follows within 0.7 s.
    void shutDown();
    // What the token belongs to; asks Discord with that token only, changes nothing here. `waiting`: Discord wants a pause
    // of so many milliseconds first.
    void testToken(const QByteArray &token, QObject *context,
                   std::function<void(Result<Discord::Application>)> done,
                   std::function<void(qint64)> waiting);

    Discord::RestClient &rest() { return *m_rest; }
    const Discord::RestClient &rest() const { return *m_rest; }
    const Discord::GatewayStatus &status() const { return m_status; }
    bool isConnected() const { return m_status.state == Discord::GatewayStatus::State::Connected; }
    ApplicationId application() const { return m_application; }
    void setApplication(ApplicationId application) { m_application = application; } // READY tells it too
    // Messages come with their content: the portal allows it, and the gateway did not refuse it.
    bool messageContent() const { return m_messageContent && !m_status.messageContentRefused; }
    UtcMs disconnectedSinceMs() const
    {
        return m_disconnectedSinceMs;
    } // 0 = connected, or stopped by a person
    int reconnectsToday() const; // in the last 24 hours
    bool isStandIn() const; // the address is on this computer (T-01)

signals:
    void event(const Discord::Event &event);
    void sessionLost(UtcMs sinceMs);
    void statusChanged(); // of the gateway, the requests or the application
    void failed(Discord::GatewayStatus::Failure failure, const QString &text);
    void stopped();

private:
    using State = Discord::GatewayStatus::State;
    using Failure = Discord::GatewayStatus::Failure;

    void askApplication();
    void startGateway();
    void onGatewayStatus(const Discord::GatewayStatus &status);
    void forgetToken();

    Storage &m_storage;
    const QUrl m_apiBase;
    const Clock m_clock;
    QByteArray m_token;
    Discord::GatewayStatus m_status;
    ApplicationId m_application;
    bool m_messageContent = false;
    QVector<UtcMs> m_identifies;
    int m_applicationAttempts = 0;
    UtcMs m_disconnectedSinceMs = 0;
    QVector<MonoMs> m_connectedAt;
    QTimer m_applicationRetry;
    std::unique_ptr<Discord::RestClient> m_rest;
    std::unique_ptr<Discord::GatewayClient> m_gateway; // the last: it may speak while it goes
};
