// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttpserver.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <memory>

RawHttpServer::Answer RawHttpServer::Answer::json(int status, const QByteArray &body,
                                                  const QByteArray &headers)
{
    return {"HTTP/1.1 " + QByteArray::number(status)
            + " X\r\nContent-Type: application/json\r\nVia: 1.1 google\r\n"
              "Content-Length: "
            + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body};
}

RawHttpServer::Answer RawHttpServer::Answer::html(int status, const QByteArray &headers)
{
    const QByteArray body = "<html><body>error code: 1015</body></html>";
    return {"HTTP/1.1 " + QByteArray::number(status)
            + " X\r\nContent-Type: text/html\r\nServer: cloudflare\r\n"
              "Content-Length: "
            + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body};
}

RawHttpServer::Answer RawHttpServer::Answer::empty(int status, const QByteArray &headers)
{
    const QByteArray length = status == 204 ? QByteArray() : QByteArray("Content-Length: 0\r\n");
    return {"HTTP/1.1 " + QByteArray::number(status) + " X\r\nVia: 1.1 google\r\n" + length + headers
            + "\r\n"};
}

RawHttpServer::Answer RawHttpServer::Answer::silence()
{
    return {};
}

RawHttpServer::Answer RawHttpServer::Answer::cut()
{
    Answer answer;
    answer.close = true;
    return answer;
}

RawHttpServer::RawHttpServer(QObject *parent)
    : QObject(parent), m_handler([](const Request &) { return Answer::json(200); })
{
    m_clock.start();
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on 127.0.0.1");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            const int number = ++m_connections;
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this,
                    [this, socket, number, buffer] { read(socket, number, *buffer); });
        }
    });
}

QString RawHttpServer::base() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
}

int RawHttpServer::count(const QByteArray &target) const
{
    return int(std::count_if(m_requests.begin(), m_requests.end(),
                             [&](const Request &r) { return r.target == target; }));
}

void RawHttpServer::read(QTcpSocket *socket, int number, QByteArray &buffer)
{
    buffer += socket->readAll();
    for (;;) {
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        Request request;
        const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
        const QList<QByteArray> start = lines.first().trimmed().split(' ');
        request.method = start.value(0);
        request.target = start.value(1);
        request.version = start.value(2);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < headEnd + 4 + length)
            return;
        request.body = buffer.mid(headEnd + 4, length);
        buffer.remove(0, headEnd + 4 + length);
        request.atMs = m_clock.elapsed();
        request.connection = number;
        m_requests.append(request);
        m_mostAtOnce = std::max(m_mostAtOnce, ++m_unanswered);
        const Answer reply = m_handler(request);
        if (reply.delayMs > 0)
            QTimer::singleShot(reply.delayMs, socket, [this, socket, reply] { answer(socket, reply); });
        else
            answer(socket, reply);
    }
}

void RawHttpServer::answer(QTcpSocket *socket, const Answer &reply)
{
    if (reply.bytes.isEmpty() && !reply.close)
        return; // silence
    if (reply.dripMs > 0) {
        drip(socket, reply, 0);
        return;
    }
    socket->write(reply.bytes);
    if (reply.endless) {
        const QByteArray more = reply.bytes.right(64 * 1024);
        connect(socket, &QTcpSocket::bytesWritten, socket, [socket, more] {
            if (socket->bytesToWrite() < 256 * 1024)
                socket->write(more);
        });
        return;
    }
    done(socket, reply);
}

void RawHttpServer::drip(QTcpSocket *socket, const Answer &reply, qsizetype sent)
{
    if (sent == reply.bytes.size()) {
        done(socket, reply);
        return;
    }
    socket->write(reply.bytes.mid(sent, 1));
    QTimer::singleShot(reply.dripMs, socket, [this, socket, reply, sent] { drip(socket, reply, sent + 1); });
}

void RawHttpServer::done(QTcpSocket *socket, const Answer &reply)
{
    --m_unanswered;
    if (reply.close) {
        socket->flush();
        socket->disconnectFromHost();
    }
}
