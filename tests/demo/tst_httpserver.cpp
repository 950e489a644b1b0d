// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestHttpServer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answersSeveralRequestsOnOneConnection();
    void answersPipelinedRequestsInOrder();
    void joinsChunks();
    void asksForTheBodyWhenTheClientWaits();
    void closesWhenAsked();
    void leavesTheBodyOutOf204();
    void refusesWhatIsNoHttp();
    void answersLater();
    void cutsTheConnection();
    void refusesAndComesBackOnTheSamePort();
    void takesMultipartApart();
    void refusesBadMultipart_data();
    void refusesBadMultipart();

private:
    QByteArray talk(const QByteArray &bytes, const QByteArray &until);
    std::unique_ptr<HttpServer> m_server;
    QVector<HttpRequest> m_seen;
    QVector<HttpExchange> m_held;
    bool m_hold = false;
    QTcpSocket m_socket;
};

void TestHttpServer::init()
{
    m_seen.clear();
    m_held.clear();
    m_hold = false;
    m_server = std::make_unique<HttpServer>([this](const HttpRequest &request, const HttpExchange &exchange) {
        m_seen.append(request);
        if (m_hold)
            m_held.append(exchange);
        else
            exchange.respond(
                {request.target == "/none" ? 204 : 200, {}, request.method + ' ' + request.target + '.'});
    });
    QVERIFY(m_server->listen());
    m_socket.abort();
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
    QVERIFY(m_socket.waitForConnected());
}

QByteArray TestHttpServer::talk(const QByteArray &bytes, const QByteArray &until)
{
    QByteArray all;
    m_socket.write(bytes);
    [[maybe_unused]] const bool arrived = QTest::qWaitFor([&] {
        all += m_socket.readAll();
        return all.contains(until);
    });
    return all;
}

void TestHttpServer::answersSeveralRequestsOnOneConnection()
{
    QVERIFY(talk("GET /a HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a.").startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(talk("POST /b HTTP/1.1\r\nContent-Length: 3\r\nX-Own: 7\r\n\r\nxyz", "POST /b.")
                .contains("keep-alive"));
    QCOMPARE(m_seen.size(), 2);
    QCOMPARE(m_seen.at(1).body, QByteArray("xyz"));
    QCOMPARE(m_seen.at(1).header("x-own"), QByteArray("7"));
}

void TestHttpServer::answersPipelinedRequestsInOrder()
{
    const QByteArray answers =
        talk("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\n\r\n", "GET /3.");
    QVERIFY(answers.indexOf("GET /1.") < answers.indexOf("GET /2."));
    QVERIFY(answers.indexOf("GET /2.") < answers.indexOf("GET /3."));
}

void TestHttpServer::joinsChunks()
{
    m_socket.write("POST /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwiki\r\n");
    QVERIFY(m_socket.waitForBytesWritten());
    QCoreApplication::processEvents();
    QCOMPARE(m_seen.size(), 0);
    talk("5;ext=1\r\npedia\r\n0\r\n\r\n", "POST /c.");
    QCOMPARE(m_seen.value(0).body, QByteArray("wikipedia"));
}

void TestHttpServer::asksForTheBodyWhenTheClientWaits()
{
    QVERIFY(talk("POST /e HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n", "100 Continue")
                .contains("100 Continue"));
    QVERIFY(talk("ok", "POST /e.").contains("200 OK"));
}

void TestHttpServer::closesWhenAsked()
{
    QSignalSpy gone(&m_socket, &QTcpSocket::disconnected);
    talk("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n", "GET /a.");
    QTRY_COMPARE(gone.count(), 1);
}

void TestHttpServer::leavesTheBodyOutOf204()
{
    const QByteArray answer = talk("GET /none HTTP/1.1\r\n\r\n", "\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 204"));
    QVERIFY(answer.endsWith("\r\n\r\n"));
    QVERIFY(!answer.contains("Content-Length"));
}

void TestHttpServer::refusesWhatIsNoHttp()
{
    QVERIFY(talk("NONSENSE\r\n\r\n", "400").startsWith("HTTP/1.1 400"));
    QCOMPARE(m_seen.size(), 0);
}

void TestHttpServer::answersLater()
{
    m_hold = true;
    m_socket.write("GET /late HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_held.size(), 1);
    QCOMPARE(m_socket.bytesAvailable(), 0);
    m_held.first().respond({503, {{"X-A", "b"}}, "sorry"});
    m_held.first().respond({200, {}, "a second answer counts for nothing"});
    const QByteArray answer = talk({}, "sorry");
    QVERIFY(answer.startsWith("HTTP/1.1 503"));
    QVERIFY(answer.contains("X-A: b\r\n"));
    QVERIFY(!answer.contains("200"));
}

void TestHttpServer::cutsTheConnection()
{
    m_hold = true;
    QSignalSpy gone(&m_socket, &QTcpSocket::disconnected);
    m_socket.write("GET /cut HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_held.size(), 1);
    m_held.first().cut();
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(m_socket.readAll().isEmpty());
    m_held.first().respond({}); // too late, harmless
}

void TestHttpServer::refusesAndComesBackOnTheSamePort()
{
    const quint16 port = m_server->port();
    QVERIFY(talk("GET /0 HTTP/1.1\r\n\r\n", "GET /0.").contains("200"));
    m_server->setRefusing(true);
    QTcpSocket late;
    QSignalSpy failed(&late, &QTcpSocket::errorOccurred);
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
    QVERIFY(talk("GET /a HTTP/1.1\r\n\r\n", "GET /a.").contains("200")); // an open one still works
    m_server->setRefusing(false);
    QCOMPARE(m_server->port(), port);
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QVERIFY(late.waitForConnected());
}

void TestHttpServer::takesMultipartApart()
{
    const QByteArray body =
        "--b 1\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n"
        "Content-Type: application/json\r\n\r\n{\"a\":1}\r\n"
        "--b 1\r\nContent-Disposition: form-data; filename=\"x.png\"; name=\"files[0]\"\r\n\r\n"
        "\r\nbin\r\n--b\r\n\r\n--b 1--\r\n";
    const auto parts = HttpServer::multipart("multipart/form-data; boundary=\"b 1\"", body);
    QVERIFY(parts);
    QCOMPARE(parts->size(), 2);
    QCOMPARE(parts->at(0).name, QByteArray("payload_json"));
    QCOMPARE(parts->at(0).data, QByteArray("{\"a\":1}"));
    QCOMPARE(parts->at(0).contentType, QByteArray("application/json"));
    QCOMPARE(parts->at(1).name, QByteArray("files[0]"));
    QCOMPARE(parts->at(1).fileName, QByteArray("x.png"));
    QCOMPARE(parts->at(1).data, QByteArray("\r\nbin\r\n--b\r\n"));
}

void TestHttpServer::refusesBadMultipart_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("other type") << QByteArray("application/json") << QByteArray("{}");
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << QByteArray("--x--");
    QTest::newRow("no end") << QByteArray("multipart/form-data; boundary=x")
                            << QByteArray("--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb");
    QTest::newRow("empty") << QByteArray("multipart/form-data; boundary=x") << QByteArray();
}

void TestHttpServer::refusesBadMultipart()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QVERIFY(!HttpServer::multipart(type, body));
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
