// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/gatewayconnection.h"

#include "app/demo/loopbackserver.h"

#include <zlib.h>

namespace StandIn {

namespace {
constexpr int SendLimit = 120; // events a client may send
constexpr qint64 SendWindowMs = 60'000;
} // namespace

// Transport compression "zlib-stream": one context for the connection, every payload ends in a sync flush.
class ZlibStream
{
public:
    ZlibStream() { deflateInit(&m_stream, Z_DEFAULT_COMPRESSION); }
    ~ZlibStream() { deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(ZlibStream)

    QByteArray compress(QByteArray input)
    {
        QByteArray output;
        char chunk[16 * 1024];
        m_stream.next_in = reinterpret_cast<Bytef *>(input.data());
        m_stream.avail_in = uInt(input.size());
        do {
            m_stream.next_out = reinterpret_cast<Bytef *>(chunk);
            m_stream.avail_out = sizeof(chunk);
            deflate(&m_stream, Z_SYNC_FLUSH);
            output.append(chunk, qsizetype(sizeof(chunk) - m_stream.avail_out));
        } while (m_stream.avail_out == 0);
        return output;
    }

private:
    z_stream m_stream = {};
};

GatewayConnection::GatewayConnection(QWebSocket *socket, QTcpSocket *tcp, bool compressed, QObject *parent)
    : QObject(parent), m_socket(socket), m_tcp(tcp)
{
    socket->setParent(this);
    if (compressed)
        m_zlib = std::make_unique<ZlibStream>();
    if (tcp)
        tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    heartbeatDeadline.setSingleShot(true);
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { take(text.toUtf8()); });
    connect(socket, &QWebSocket::binaryMessageReceived, this, &GatewayConnection::take);
    // A lost connection reports close code 1000 as well; only the error before it tells the two apart.
    connect(socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this,
            [this] { m_failed = true; });
    connect(socket, &QWebSocket::disconnected, this, [this] {
        emit gone(m_failed, int(m_socket->closeCode()));
        deleteLater();
    });
}

GatewayConnection::~GatewayConnection()
{
    m_socket->disconnect(this);
}

void GatewayConnection::take(const QByteArray &text)
{
    if (m_silent)
        m_waitingIn.append(text);
    else
        emit received(text);
}

void GatewayConnection::send(const QByteArray &json)
{
    if (m_silent)
        m_waitingOut.append(json);
    else if (m_zlib)
        m_socket->sendBinaryMessage(m_zlib->compress(json));
    else
        m_socket->sendTextMessage(QString::fromUtf8(json));
}

void GatewayConnection::sendRaw(const QByteArray &text)
{
    // Framed by hand, so that even invalid UTF-8 reaches the client.
    if (!m_tcp)
        return;
    QByteArray frame(1, char(0x81)); // final text frame
    const auto size = quint64(text.size());
    if (size < 126) {
        frame.append(char(size));
    } else {
        const int width = size < 0x10000 ? 2 : 8;
        frame.append(width == 2 ? char(126) : char(127));
        for (int byte = width - 1; byte >= 0; --byte)
            frame.append(char(size >> (8 * byte)));
    }
    m_tcp->write(frame + text);
}

void GatewayConnection::sendBinary(const QByteArray &bytes)
{
    m_socket->sendBinaryMessage(bytes);
}

void GatewayConnection::close(int code, const QString &reason)
{
    dying = true;
    m_socket->close(QWebSocketProtocol::CloseCode(code), reason);
}

void GatewayConnection::reset()
{
    m_failed = true;
    LoopbackServer::reset(m_tcp);
}

void GatewayConnection::finish()
{
    m_failed = true;
    if (m_tcp)
        m_tcp->disconnectFromHost();
}

void GatewayConnection::setSilent(bool on)
{
    m_silent = on;
    if (on)
        return;
    for (const QByteArray &json : std::exchange(m_waitingOut, {}))
        send(json);
    for (const QByteArray &text : std::exchange(m_waitingIn, {}))
        emit received(text);
}

bool GatewayConnection::countReceived(qint64 nowMs)
{
    while (!m_receivedAtMs.empty() && m_receivedAtMs.front() <= nowMs - SendWindowMs)
        m_receivedAtMs.pop_front();
    m_receivedAtMs.push_back(nowMs);
    return int(m_receivedAtMs.size()) <= SendLimit;
}

} // namespace StandIn
