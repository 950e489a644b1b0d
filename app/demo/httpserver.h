// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/loopbackserver.h"

#include <QHash>
#include <QObject>
#include <QPair>
#include <QPointer>
#include <QVector>

#include <functional>
#include <optional>

struct HttpRequest
{
    QByteArray method;
    QByteArray target; // path and query, as sent
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body; // chunks joined

    QByteArray header(const char *lowerCaseName) const { return headers.value(lowerCaseName); }
};

struct HttpResponse
{
    int status = 200;
    QVector<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

struct HttpPart // of multipart/form-data
{
    QByteArray name;
    QByteArray fileName;
    QByteArray contentType;
    QByteArray data;
};

class HttpConnection;

// The right to answer one request, now or later. Copies share the right; the first answer counts. Dropping
// every copy leaves the client waiting, which is how "the server hangs" is played.
class HttpExchange
{
public:
    void respond(const HttpResponse &response) const;
    void cut() const; // resets the TCP connection instead of answering

private:
    friend class HttpConnection;
    QPointer<HttpConnection> m_connection;
    quint64 m_number = 0;
};

// HTTP/1.1 over QTcpServer, on 127.0.0.1: kept-alive connections, Content-Length and chunked bodies. Requests
// of one connection are answered in order. Enough for a stand-in, not for the internet.
//
// Thread: its creator's. Owner: the creator.
class HttpServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(const HttpRequest &, const HttpExchange &)>;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);
    ~HttpServer() override;

    bool listen(quint16 port = 0);
    quint16 port() const { return m_listener.port(); }
    void setRefusing(bool on);
    void resetConnections();

    // The parts of a multipart/form-data body; nothing when the content type or the body is not that.
    static std::optional<QVector<HttpPart>> multipart(const QByteArray &contentType, const QByteArray &body);

private:
    void accept();

    Handler m_handler;
    LoopbackServer m_listener;
    QVector<QPointer<HttpConnection>> m_connections;
};
