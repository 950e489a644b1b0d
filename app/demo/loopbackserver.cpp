// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/loopbackserver.h"

#include <QHostAddress>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

bool LoopbackServer::start(quint16 port)
{
    if (!listen(QHostAddress(QHostAddress::LocalHost), port))
        return false;
    m_port = serverPort();
    return true;
}

void LoopbackServer::setRefusing(bool on)
{
    if (m_port == 0 || on == !isListening())
        return;
    if (on) {
        close();
        m_placeholder = std::make_unique<QTcpSocket>();
        m_placeholder->bind(QHostAddress(QHostAddress::LocalHost), m_port);
    } else {
        m_placeholder.reset();
        listen(QHostAddress(QHostAddress::LocalHost), m_port);
    }
}

void LoopbackServer::reset(QTcpSocket *socket)
{
    if (!socket)
        return;
    const linger atOnce{1, 0}; // a zero linger time turns close() into RST
    ::setsockopt(static_cast<decltype(::socket(0, 0, 0))>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
                 reinterpret_cast<const char *>(&atOnce), sizeof(atOnce));
    socket->abort();
}
