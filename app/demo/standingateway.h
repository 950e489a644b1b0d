// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/loopbackserver.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QVector>
#include <QWebSocketServer>

#include <deque>
#include <functional>
#include <memory>

namespace World {
struct Data;
}

namespace StandIn {

class GatewayConnection;

// The gateway half of the stand-in: sessions with intents, sequence numbers and replay; heartbeats; every
// close code that a client can earn (Discord events/gateway, topics/opcodes-and-status-codes).
//
// Thread: its creator's. Owner: StandInDiscord.
class Gateway : public QObject
{
    Q_OBJECT
public:
    explicit Gateway(const World::Data &world, QObject *parent = nullptr);
    ~Gateway() override;

    bool listen();
    QUrl url() const; // ws://127.0.0.1:PORT

    void setToken(const QString &token); // sessions of the old one end with 4004
    void setApplicationFlags(quint64 flags) { m_applicationFlags = flags; }
    quint64 applicationFlags() const { return m_applicationFlags; }
    void setHeartbeatInterval(int ms) { m_heartbeatMs = ms; }
    void setResumable(bool on) { m_resumable = on; }
    void refuseIntents(bool on) { m_refuseIntents = on; }
    void enforceIdentifySpacing(bool on) { m_enforceSpacing = on; }
    void setResumeUrl(const QString &url) { m_resumeUrl = url; }
    void setSessionStartLimit(int remaining, int resetAfterMs);
    QJsonObject sessionStartLimit() const;

    void dropSocket();
    void finSocket();
    void closeWith(int code, const QString &reason);
    void goSilent(bool on);
    void sendToAll(const QJsonObject &payload);
    void sendRaw(const QByteArray &text);
    void sendBinary(const QByteArray &bytes);
    void setRefusing(bool on);
    void holdHello(bool on);
    void holdReady(bool on);

    // To every session that asked for one of the intents (0: to all); content is left out where it was not
    // granted.
    void dispatch(const QString &event, const QJsonObject &data, int intents);

    int identifies() const { return m_identifies; }
    int resumes() const { return m_resumes; }
    int connections() const { return int(m_connections.size()); }
    QVector<QJsonObject> received() const { return m_received; }
    QStringList offences; // broken rules that Discord punishes later, if at all

signals:
    void sessionReady();

private:
    friend class GatewayConnection;

    struct Event
    {
        qint64 sequence = 0;
        QString name;
        QByteArray json; // of `d`
    };
    struct Session
    {
        QString id;
        int intents = 0;
        qint64 sequence = 0;
        std::deque<Event> replay;
        GatewayConnection *connection = nullptr;
        qint64 detachedAtMs = 0;
    };

    void greet();
    void receive(GatewayConnection *from, const QByteArray &text);
    void identify(GatewayConnection *from, const QJsonObject &data);
    void beginSession(GatewayConnection *from);
    void resume(GatewayConnection *from, const QJsonObject &data);
    void requestMembers(GatewayConnection *from, const QJsonObject &data);
    int refusedIntents(int intents) const; // a close code, 0 when fine
    void queueEvent(Session &session, const QString &event, const QByteArray &json);
    void gone(GatewayConnection *connection, bool abnormal, int code);
    void forgetOldSessions();
    void forgetAcknowledged(const GatewayConnection *by, qint64 sequence);
    qint64 nowMs() const { return m_clock.elapsed(); }

    const World::Data &m_world;
    LoopbackServer m_listener;
    QWebSocketServer m_upgrades;
    QHash<quint16, QPointer<QTcpSocket>> m_handshakes; // in progress, by the client's port
    QVector<GatewayConnection *> m_connections;
    std::vector<std::unique_ptr<Session>> m_sessions;
    QVector<QJsonObject> m_received;
    QElapsedTimer m_clock;
    QString m_token;
    QString m_resumeUrl;
    quint64 m_applicationFlags = 0;
    int m_heartbeatMs = 41250;
    int m_remaining = 1000;
    int m_resetAfterMs = 0;
    qint64 m_limitSetAtMs = 0;
    qint64 m_lastIdentifyMs = -1;
    bool m_resumable = true;
    bool m_enforceSpacing = false;
    bool m_refuseIntents = false;
    bool m_holdHello = false;
    bool m_holdReady = false;
    int m_identifies = 0;
    int m_resumes = 0;
    quint64 m_sessionNumber = 0;
};

} // namespace StandIn
