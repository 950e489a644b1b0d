// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

// Plain clients for testing the stand-in: nothing but Qt's sockets, so that no mistake of the bot can hide
// one of it.

// One gateway connection; keeps what it received.
class RawGateway : public QObject
{
public:
    explicit RawGateway(const QUrl &url, const QString &query = QStringLiteral("v=10&encoding=json"))
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { take(text.toUtf8()); });
        connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
                [this](const QByteArray &bytes) { binary.append(bytes); });
        connect(&m_socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this,
                [this](QAbstractSocket::SocketError error) { lastError = error; });
        connect(&m_socket, &QWebSocket::disconnected, this, [this] { closed = true; });
        QUrl full = url;
        full.setPath(QStringLiteral("/"));
        full.setQuery(query);
        m_socket.open(full);
    }

    void send(int op, const QJsonValue &data)
    {
        const QJsonObject payload{{QStringLiteral("op"), op}, {QStringLiteral("d"), data}};
        sendText(QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact)));
    }
    void sendText(const QString &text) { m_socket.sendTextMessage(text); }

    void identify(const QString &token, int intents, const QJsonObject &more = {})
    {
        QJsonObject data{
            {QStringLiteral("token"), token},
            {QStringLiteral("intents"), intents},
            {QStringLiteral("properties"), QJsonObject{{QStringLiteral("os"), QStringLiteral("linux")}}}};
        for (auto it = more.begin(); it != more.end(); ++it)
            data.insert(it.key(), it.value());
        send(2, data);
    }
    void resume(const QString &token, const QString &session, qint64 sequence)
    {
        send(6,
             QJsonObject{{QStringLiteral("token"), token},
                         {QStringLiteral("session_id"), session},
                         {QStringLiteral("seq"), sequence}});
    }

    void take(const QByteArray &json)
    {
        const QJsonObject payload = QJsonDocument::fromJson(json).object();
        if (payload.isEmpty())
            garbled.append(json);
        payloads.append(payload);
    }
    bool has(int op) const
    {
        return std::any_of(payloads.cbegin(), payloads.cend(), [op](const QJsonObject &p) {
            return p.value(QStringLiteral("op")).toInt(-1) == op;
        });
    }
    QJsonObject last(int op) const
    {
        for (auto it = payloads.crbegin(); it != payloads.crend(); ++it) {
            if (it->value(QStringLiteral("op")).toInt(-1) == op)
                return *it;
        }
        return {};
    }
    QVector<QJsonObject> events(const QString &name) const // their data
    {
        QVector<QJsonObject> found;
        for (const QJsonObject &p : payloads) {
            if (p.value(QStringLiteral("t")).toString() == name)
                found.append(p.value(QStringLiteral("d")).toObject());
        }
        return found;
    }
    int count(const QString &name) const { return int(events(name).size()); }
    qint64 sequence() const
    {
        for (auto it = payloads.crbegin(); it != payloads.crend(); ++it) {
            if (it->value(QStringLiteral("op")).toInt(-1) == 0)
                return it->value(QStringLiteral("s")).toInteger();
        }
        return 0;
    }
    int closeCode() const { return int(m_socket.closeCode()); }
    void close(int code) { m_socket.close(QWebSocketProtocol::CloseCode(code)); }
    void abort() { m_socket.abort(); }

    QVector<QJsonObject> payloads;
    QVector<QByteArray> garbled; // text frames that are no JSON object
    QByteArray binary;
    bool closed = false;
    QAbstractSocket::SocketError lastError = QAbstractSocket::UnknownSocketError;

private:
    QWebSocket m_socket;
};

struct RawReply
{
    int status = 0; // 0: the connection broke
    QJsonDocument json;
    QHash<QByteArray, QByteArray> headers; // lower case

    QJsonObject object() const { return json.object(); }
    int code() const { return json.object().value(QStringLiteral("code")).toInt(); }
    QStringList ids() const
    {
        QStringList list;
        for (const QJsonValue &value : json.array())
            list.append(value.toObject().value(QStringLiteral("id")).toString());
        return list;
    }
};

class RawRest
{
public:
    RawRest(const QUrl &base, const QString &token) : m_base(base), m_token(token) { }

    void setToken(const QString &token) { m_token = token; }

    RawReply call(const QByteArray &method, const QString &path, const QJsonDocument &body = {},
                  bool authorised = true)
    {
        return send(method, path, body.isNull() ? QByteArray() : body.toJson(QJsonDocument::Compact),
                    body.isNull() ? QByteArray() : QByteArrayLiteral("application/json"), authorised);
    }
    RawReply send(const QByteArray &method, const QString &path, const QByteArray &body,
                  const QByteArray &contentType, bool authorised = true)
    {
        QNetworkReply *const reply = start(method, path, body, contentType, authorised);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(20'000))
            return {};
        const RawReply result = read(reply);
        reply->deleteLater();
        return result;
    }
    QNetworkReply *start(const QByteArray &method, const QString &path, const QByteArray &body = {},
                         const QByteArray &contentType = {}, bool authorised = true)
    {
        QNetworkRequest request(QUrl(m_base.toString() + path));
        if (authorised)
            request.setRawHeader("Authorization", "Bot " + m_token.toUtf8());
        if (!contentType.isEmpty())
            request.setRawHeader("Content-Type", contentType);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        return m_manager.sendCustomRequest(request, method, body);
    }
    static RawReply read(QNetworkReply *reply)
    {
        RawReply result;
        result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->isOpen())
            result.json = QJsonDocument::fromJson(reply->readAll());
        for (const auto &[name, value] : reply->rawHeaderPairs())
            result.headers.insert(name.toLower(), value);
        return result;
    }

private:
    QNetworkAccessManager m_manager;
    QUrl m_base;
    QString m_token;
};
