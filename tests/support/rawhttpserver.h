// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QVector>

#include <functional>

class QTcpSocket;

// An HTTP/1.1 server for misbehaving: it reads whole requests and answers with exactly the bytes a test
// wants, at the pace it wants, or not at all. Listens on 127.0.0.1.
class RawHttpServer : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QByteArray version;
        QHash<QByteArray, QByteArray> headers; // names in lower case
        QByteArray body;
        qint64 atMs = 0; // since the server was made
        int connection = 0;
    };

    struct Answer
    {
        QByteArray bytes;
        bool close = false; // after the bytes; with none: cut before any answer
        int dripMs = 0; // one byte every so often
        bool endless = false; // repeats the last bytes for ever
        int delayMs = 0;

        static Answer json(int status, const QByteArray &body = "{}", const QByteArray &headers = {});
        static Answer html(int status, const QByteArray &headers = {});
        static Answer empty(int status, const QByteArray &headers = {});
        static Answer silence();
        static Answer cut();
    };
    using Handler = std::function<Answer(const Request &)>;

    explicit RawHttpServer(QObject *parent = nullptr);

    // Answers every request; replaced at any time. The default is 200 with {}.
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    QString base() const; // "http://127.0.0.1:PORT"
    quint16 port() const { return m_server.serverPort(); }

    const QVector<Request> &requests() const { return m_requests; }
    int count(const QByteArray &target) const;
    int connections() const { return m_connections; }
    int unanswered() const { return m_unanswered; }
    int mostAtOnce() const { return m_mostAtOnce; } // requests that were open together

private:
    void read(QTcpSocket *socket, int number, QByteArray &buffer);
    void answer(QTcpSocket *socket, const Answer &answer);
    void drip(QTcpSocket *socket, const Answer &answer, qsizetype sent);
    void done(QTcpSocket *socket, const Answer &answer);

    QTcpServer m_server;
    QElapsedTimer m_clock;
    Handler m_handler;
    QVector<Request> m_requests;
    int m_connections = 0;
    int m_unanswered = 0;
    int m_mostAtOnce = 0;
};
