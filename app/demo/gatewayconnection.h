// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QVector>
#include <QWebSocket>

#include <deque>
#include <functional>
#include <memory>

namespace StandIn {

class ZlibStream;

// One client's socket: framing, transport compression, and the ways in which a connection can go wrong on
// purpose. What the payloads mean is the Gateway's business.
//
// Thread: the Gateway's. Owner: the Gateway; it deletes itself after `gone`.
class GatewayConnection : public QObject
{
    Q_OBJECT
public:
    GatewayConnection(QWebSocket *socket, QTcpSocket *tcp, bool compressed, QObject *parent);
    ~GatewayConnection() override;

    void send(const QByteArray &json);
    void sendRaw(const QByteArray &text); // neither compressed nor held back
    void sendBinary(const QByteArray &bytes);
    void close(int code, const QString &reason);
    void reset();
    void finish(); // FIN without a close frame
    void setSilent(bool on); // both directions wait until it is over

    // Sending limits of Discord: 120 in 60 s. False when this one is too many.
    bool countReceived(qint64 nowMs);

    QString sessionId; // empty: neither identified nor resumed
    bool greeted = false;
    bool identifying = false; // READY is held back
    int requestedIntents = 0;
    bool dying = false; // we closed it
    bool resumableAfterClose = true;
    QTimer heartbeatDeadline;

signals:
    void received(const QByteArray &text);
    void gone(bool abnormal, int code);

private:
    void take(const QByteArray &text);

    QWebSocket *const m_socket;
    const QPointer<QTcpSocket> m_tcp;
    std::unique_ptr<ZlibStream> m_zlib;
    std::deque<qint64> m_receivedAtMs;
    bool m_silent = false;
    bool m_failed = false; // an error came before `disconnected`: no close frame was exchanged
    QVector<QByteArray> m_waitingOut;
    QVector<QByteArray> m_waitingIn;
};

} // namespace StandIn
