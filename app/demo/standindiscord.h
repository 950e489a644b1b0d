// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

class DemoWorld;

// A Discord on 127.0.0.1: gateway (QWebSocketServer) and the REST routes that a ticket bot uses, written from
// Discord's documents. It shares no code with the bot. The demo runs against it; tests turn its knobs and
// read what it received.
//
// Thread: the one that creates it (it only reacts to sockets and timers). Owner: Application in the demo, the
// test otherwise.
class StandInDiscord : public QObject
{
    Q_OBJECT
public:
    explicit StandInDiscord(QObject *parent = nullptr);
    ~StandInDiscord() override;

    bool listen(quint16 port = 0); // both servers on 127.0.0.1; the REST port is given, the gateway's is free
    QUrl apiBase() const; // http://127.0.0.1:PORT/api/v10
    QString token() const; // the only one it accepts
    void setToken(const QString &token); // a change revokes the old one: 401, and 4004 for connected sessions
    DemoWorld &world();

    // -- what it received -------------------------------------------------------------------------
    struct Received // one REST request
    {
        QString method;
        QString path; // below the API base, with query
        QHash<QByteArray, QByteArray> headers; // names in lower case
        QJsonValue body; // payload_json of a multipart request
        QHash<QString, QByteArray> files; // by file name
        qint64 atMs = 0;
        int status = 0; // what it answered; 0: nothing
    };
    const QVector<Received> &requests() const;
    void recordTo(const QString &jsonLinesFile); // for validation against Discord's OpenAPI description
    int identifies() const;
    int resumes() const;
    int connections() const; // open gateway connections
    QVector<QJsonObject> gatewayReceived() const; // every payload clients sent
    // Rules broken without an error by Discord: message bodies without allowed_mentions, identifying too
    // often.
    QStringList offences() const;
    QJsonArray commands(quint64 guild = 0) const; // registered for everywhere (0) or for one server

    // -- knobs ------------------------------------------------------------------------------------
    void setHeartbeatInterval(int ms);
    void setSessionStartLimit(int remaining, int resetAfterMs);
    void
    enforceIdentifySpacing(bool on); // op 9 for an IDENTIFY within 5 s, as at Discord; off: only an offence
    void setApplicationFlags(quint64 flags); // Message Content granted: 1<<19
    void setResumable(bool on); // off: RESUME gets op 9 false
    void dropSocket(); // TCP reset, no close frame
    void finSocket(); // TCP FIN, no close frame
    void closeWith(int code, const QString &reason = {});
    // Those connections that are open now keep TCP but answer nothing, not even heartbeats; new ones work.
    // Off: what was held back flows in both directions.
    void goSilent(bool on);
    void sendReconnect(); // op 7
    void sendInvalidSession(const QJsonValue &d); // op 9
    void sendRaw(const QByteArray &text); // any frame at all
    void sendBinary(const QByteArray &bytes);
    void refuseConnections(bool on); // new ones to the gateway
    void setOffline(bool on); // gateway and REST refuse, open connections are reset
    void refuseIntents(bool on); // 4014 for whatever an IDENTIFY asks
    void holdHello(bool on);
    void holdReady(bool on);
    void setResumeUrl(const QString &url); // what READY claims
    // The next events of that name happen, and nobody is told, ever ("*": any name).
    void loseNext(const QString &event, int times = 1);
    // The next matching REST request gets this answer instead. route: "POST /channels/*/messages"; "*" stands
    // for any method or one path segment, "**" for all that follow.
    void answerNext(const QString &route, int status, const QHash<QByteArray, QByteArray> &headers,
                    const QByteArray &body, int times = 1);
    void hangNext(const QString &route, int times = 1);
    void delayNext(const QString &route, int ms, int times = 1);
    void cutNext(const QString &route, bool afterProcessing, int times = 1); // closes the TCP connection
    void setRateLimit(const QString &route, int limit, int perMs); // default: 50 per second and resource
    void setGlobalRateLimit(int perSecond); // default: 50, as at Discord; 0: none
    void setDateOffset(qint64 ms); // of the Date header: Discord's clock against ours
    void clearKnobs(); // of REST: what was asked for "next" and has not come

    // -- what users do ----------------------------------------------------------------------------
    // An INTERACTION_CREATE as a member's; returns its id, or 0 where a client would not allow it: no such
    // command, member or channel, no such enabled component on that message, a private message of somebody
    // else. See reply().
    quint64 runCommand(quint64 guild, quint64 channel, quint64 user, const QString &command,
                       const QJsonArray &options = {}, const QString &locale = QStringLiteral("en-US"));
    quint64 autocomplete(quint64 guild, quint64 channel, quint64 user, const QString &command,
                         const QJsonArray &options);
    quint64 press(quint64 onInteraction, const QString &customId, quint64 user); // a button of a reply
    quint64 choose(quint64 onInteraction, const QString &customId, const QStringList &values, quint64 user);
    quint64 pressMessage(quint64 message, const QString &customId,
                         quint64 user); // a button of a message in a channel
    quint64 submit(quint64 onInteraction, const QString &customId, const QHash<QString, QString> &fields,
                   quint64 user);
    struct Reply
    {
        int callbackType = 0; // 0: not acknowledged yet
        qint64 acknowledgedAfterMs = -1;
        bool ephemeral = false;
        QJsonObject message; // as last edited, also by later presses; empty while deferred
        QJsonArray choices; // type 8
        QJsonObject modal; // type 9
        int edits = 0; // of @original by this interaction's token
        QHash<QString, QByteArray> files; // by file name, of the attachments it shows now
        QVector<QJsonObject> followUps;
    };
    Reply reply(quint64 interaction) const;

    // Sends a dispatch to every session that asked for the intent; the world's changes do this by themselves.
    void dispatch(const QString &name, const QJsonObject &data, quint64 guild);

signals:
    void received(const QString &method, const QString &path);
    void replied(quint64 interaction); // acknowledged or edited
    void sessionReady();

private:
    class Private;
    const std::unique_ptr<Private> d;
};
