// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

// A listener on 127.0.0.1 that can refuse and come back on the same port, as a machine without network does.
// Thread: its creator's. Owner: the server built on it.
class LoopbackServer : public QTcpServer
{
    Q_OBJECT
public:
    using QTcpServer::QTcpServer;

    bool start(quint16 port = 0);
    quint16 port() const { return m_port; }
    // While refusing, a bound but silent socket keeps the port ours, so connecting fails at once with
    // "refused".
    void setRefusing(bool on);

    static void
    reset(QTcpSocket *socket); // TCP RST: what the peer sees when a cable is cut and a router says so

private:
    quint16 m_port = 0;
    std::unique_ptr<QTcpSocket> m_placeholder;
};
