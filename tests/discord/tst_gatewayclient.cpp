// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "bot/discord/gatewayclient.h"
#include "bot/discord/restclient.h"
#include "bot/discord/useragent.h"

#include <QNetworkInformation>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;
using State = GatewayStatus::State;
using Failure = GatewayStatus::Failure;

// A stand-in Discord, a client and the record of what the client told. The clock can be put forward; the client notices at
// its next wake-up, which retryNow() or any frame brings about.
class Line
{
public:
    Line()
    {
        Clock clock = Clock::system();
        clock.mono = [this, real = clock.mono] { return real() + aheadMs; };
        clock.random = [this, real = clock.random] { return fixedRandom >= 0 ? fixedRandom : real(); };
        clock.utc = [this, real = clock.utc] { return real() + aheadMs; };
        if (!discord.listen())
            qFatal("the stand-in cannot listen");
        guild = discord.world().addGuild(u"Test"_s);
        channel = discord.world().addChannel(guild, 0, u"general"_s);
        user = discord.world().addUser(u"someone"_s);
        discord.world().addMember(guild, user);
        rest = std::make_unique<RestClient>(discord.apiBase(), clock);
        rest->setToken(discord.token().toUtf8());
        client = std::make_unique<GatewayClient>(clock);
        QObject::connect(client.get(), &GatewayClient::event, client.get(), [this](const Event &event) {
            events.append(event);
            if (onEvent)
                onEvent(event);
        });
        QObject::connect(client.get(), &GatewayClient::statusChanged, client.get(),
                         [this](const GatewayStatus &status) { told.append(status); });
        QObject::connect(client.get(), &GatewayClient::counted, client.get(),
                         [this](const QString &what) { counts.append(what); });
        QObject::connect(client.get(), &GatewayClient::sessionLost, client.get(),
                         [this](UtcMs since) { lost.append(since); });
        options.token = discord.token().toUtf8();
        options.loopbackAllowed = true;
        options.fetchGatewayBot = [this](std::function<void(Result<QJsonObject>)> done) {
            rest->call(Routes::gatewayBot(), rest.get(), [done](const RestReply &reply) {
                if (reply.ok())
                    done(reply.json.object());
                else
                    done(*reply.failure);
            });
        };
        options.ledger.record = [this](UtcMs at) { recorded.append(at); };
    }

    State state() const { return client->status().state; }
    template <class EventType>
    int seen() const
    {
        return int(std::count_if(events.begin(), events.end(), [](const Event &event) {
            return std::holds_alternative<EventType>(event);
        }));
    }
    // Puts the clock forward and lets the client notice.
    void skip(qint64 ms)
    {
        aheadMs += ms;
        client->retryNow();
    }

    StandInDiscord discord;
    quint64 guild = 0;
    quint64 channel = 0;
    quint64 user = 0;
    qint64 aheadMs = 0;
    double fixedRandom = -1;
    GatewayClient::Options options;
    std::unique_ptr<RestClient> rest;
    std::unique_ptr<GatewayClient> client;
    QVector<Event> events;
    QVector<GatewayStatus> told;
    QVector<UtcMs> lost;
    QVector<UtcMs> recorded;
    QStringList counts;
    std::function<void(const Event &)> onEvent;
};

// The client's sockets and timers against the stand-in Discord, over loopback.
class GatewayClientTest : public QObject
{
    Q_OBJECT
private slots:
    void itConnectsAndHearsOfEvents_data();
    void itConnectsAndHearsOfEvents();
    void aLostConnectionIsResumedWithoutLoss_data();
    void aLostConnectionIsResumedWithoutLoss();
    void aCloseFrameIsToldApartFromALoss_data();
    void aCloseFrameIsToldApartFromALoss();
    void aSilentPeerIsNoticed();
    void beingHeldUpIsProbed();
    void aWebSocketWithoutHelloIsGivenUp();
    void aReconnectRequestIsFollowed();
    void anEndedSessionIsBegunAnew();
    void aForeignResumeAddressIsNotUsed();
    void brokenCompressionIsLeftBehind();
    void anEndlessFrameEndsTheConnection();
    void unreadableFramesEndTheConnection();
    void aRevokedTokenStopsEverything();
    void disallowedIntentsAreDropped();
    void aLoginPageIsNamedAndGetsNoToken_data();
    void aLoginPageIsNamedAndGetsNoToken();
    void aClosedPortIsTriedAgain();
    void stoppingClosesWithAThousand();
    void stoppingFromAHandlerStops();
    void deletingFromAHandlerIsSafe();
    void startingAgainAtOnceLeavesOneConnection();
    void itLivesInAThreadOfItsOwn();
};

void GatewayClientTest::itConnectsAndHearsOfEvents_data() // G-01, G-02, G-06
{
    QTest::addColumn<bool>("compress");
    QTest::newRow("plain") << false;
    QTest::newRow("zlib-stream") << true;
}

void GatewayClientTest::itConnectsAndHearsOfEvents()
{
    QFETCH(bool, compress);
    Line line;
    line.options.compress = compress;
    line.client->start(line.options);
    QTRY_COMPARE(line.seen<GuildCreate>(), 1);
    QCOMPARE(line.state(), State::Connected);
    QCOMPARE(line.seen<Ready>(), 1);
    QCOMPARE(line.discord.identifies(), 1);
    QCOMPARE(line.recorded.size(), 1);
    QVERIFY(std::holds_alternative<Ready>(line.events.at(0)));
    QCOMPARE(std::get<GuildCreate>(line.events.at(1)).guild.id, GuildId(line.guild));
    const quint64 message = line.discord.world().addMessage(line.channel, line.user);
    QTRY_COMPARE(line.seen<MessageCreate>(), 1);
    QCOMPARE(std::get<MessageCreate>(line.events.last()).message.id, MessageId(message));
    QVERIFY(line.discord.offences().isEmpty());
}

void GatewayClientTest::aLostConnectionIsResumedWithoutLoss_data() // C-01, C-02, R-02, F-7, F-8
{
    QTest::addColumn<bool>("reset");
    QTest::addColumn<bool>("compress");
    QTest::newRow("RST") << true << false;
    QTest::newRow("FIN") << false << false;
    QTest::newRow("RST, compressed") << true << true;
    QTest::newRow("FIN, compressed") << false << true;
}

void GatewayClientTest::aLostConnectionIsResumedWithoutLoss()
{
    QFETCH(bool, reset);
    QFETCH(bool, compress);
    Line line;
    line.options.compress = compress;
    line.client->start(line.options);
    QTRY_COMPARE(line.seen<GuildCreate>(), 1);
    line.discord.refuseConnections(true);
    if (reset)
        line.discord.dropSocket();
    else
        line.discord.finSocket();
    QTRY_COMPARE(line.state(), State::Waiting);
    QCOMPARE(line.client->status().closeCode, 0); // although Qt says 1000
    for (int i = 0; i < 20; ++i)
        line.discord.world().addMessage(line.channel, line.user);
    QCOMPARE(line.seen<MessageCreate>(), 0);
    line.discord.refuseConnections(false);
    line.skip(MinuteMs);
    QTRY_COMPARE(line.seen<Resumed>(), 1);
    QCOMPARE(line.seen<MessageCreate>(), 20);
    QCOMPARE(line.state(), State::Connected);
    QCOMPARE(line.discord.identifies(), 1);
    QVERIFY(line.lost.isEmpty());
}

void GatewayClientTest::aCloseFrameIsToldApartFromALoss_data() // C-01, C-02
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("reported");
    for (const int code : {1000, 1001, 1011, 4000, 4500})
        QTest::newRow(QByteArray::number(code).constData()) << code << code;
    for (const int code : {1012, 1013})
        QTest::newRow(QByteArray::number(code).constData()) << code << 1002; // Qt does not know them
}

void GatewayClientTest::aCloseFrameIsToldApartFromALoss()
{
    QFETCH(int, code);
    QFETCH(int, reported);
    Line line;
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    line.discord.closeWith(code);
    QTRY_VERIFY(std::any_of(line.told.begin(), line.told.end(),
                            [&](const GatewayStatus &status) { return status.closeCode == reported; }));
    line.skip(5 * SecondMs);
    QTRY_COMPARE(line.discord.resumes(), 1); // the first step is always to resume
}

void GatewayClientTest::
    aSilentPeerIsNoticed() // H-04, C-05, F-9: its socket is let go although it never says goodbye
{
    Line line;
    line.discord.setHeartbeatInterval(1000);
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    line.discord.goSilent(true);
    QTRY_COMPARE_WITH_TIMEOUT(line.seen<Resumed>(), 1, 15'000);
    QCOMPARE(line.discord.identifies(), 1);
    QCOMPARE(line.state(), State::Connected);
}

void GatewayClientTest::beingHeldUpIsProbed() // H-06, F-5
{
    Line line;
    line.fixedRandom = 0.9; // no heartbeat of its own for four minutes
    line.discord.setHeartbeatInterval(300'000);
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    const auto heartbeats = [&] {
        const QVector<QJsonObject> received = line.discord.gatewayReceived();
        return std::count_if(received.begin(), received.end(),
                             [](const QJsonObject &payload) { return payload.value(u"op"_s).toInt() == 1; });
    };
    QCOMPARE(heartbeats(), 0);
    // The first tick takes the time, the second one finds that half a minute is missing.
    const qint64 startMs = line.aheadMs;
    QTimer clockJump;
    clockJump.setSingleShot(true);
    connect(&clockJump, &QTimer::timeout, &clockJump, [&] { line.aheadMs = startMs + 30 * SecondMs; });
    clockJump.start(6000);
    QTRY_COMPARE_WITH_TIMEOUT(heartbeats(), 1, 20'000);
    QTRY_VERIFY(line.client->status().latencyMs >= 0); // answered
    QCOMPARE(line.discord.identifies(), 1);
    QCOMPARE(line.discord.connections(), 1);
}

void GatewayClientTest::aWebSocketWithoutHelloIsGivenUp() // G-04, F-12
{
    Line line;
    line.discord.holdHello(true);
    line.client->start(line.options);
    QTRY_COMPARE(line.discord.connections(), 1);
    line.discord.sendRaw("{\"op\":99}");
    QTRY_COMPARE(line.counts.size(), 1);
    QCOMPARE(line.state(), State::Connecting);
    line.aheadMs += 20 * SecondMs;
    line.discord.sendRaw("{\"op\":99}"); // the next look at the clock
    QTRY_COMPARE(line.state(), State::Waiting);
    line.discord.holdHello(false);
    line.skip(MinuteMs);
    QTRY_COMPARE(line.state(), State::Connected);
}

void GatewayClientTest::aReconnectRequestIsFollowed() // C-03
{
    Line line;
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    line.discord.sendReconnect();
    QTRY_COMPARE(line.seen<Resumed>(), 1);
    QTRY_COMPARE(line.discord.connections(), 1);
    QCOMPARE(line.discord.identifies(), 1);
}

void GatewayClientTest::anEndedSessionIsBegunAnew() // C-03, I-02
{
    Line line;
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    line.discord.sendInvalidSession(false);
    QTRY_COMPARE(line.state(), State::Waiting);
    QCOMPARE(line.lost.size(), 1);
    line.skip(10 * SecondMs);
    QTRY_COMPARE(line.seen<Ready>(), 2);
    QCOMPARE(line.discord.resumes(), 0);
    QCOMPARE(line.discord.identifies(), 2);
}

void GatewayClientTest::aForeignResumeAddressIsNotUsed() // G-03, F-19
{
    Line line;
    line.discord.setResumeUrl(u"wss://evil.example"_s);
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    QVERIFY(line.counts.contains(u"refused resume address"_s));
    line.discord.dropSocket();
    QTRY_COMPARE(line.seen<Resumed>(), 1); // by the address of GET /gateway/bot
    QCOMPARE(line.discord.identifies(), 1);
}

void GatewayClientTest::brokenCompressionIsLeftBehind() // G-06, F-21
{
    Line line;
    line.client->start(line.options);
    for (int i = 0; i < 2; ++i) {
        QTRY_COMPARE(line.state(), State::Connected);
        QTRY_COMPARE(line.discord.connections(), 1);
        line.discord.sendBinary(QByteArray("nonsense\x00\x00\xff\xff", 12));
        QTRY_COMPARE(line.seen<Resumed>(), i + 1);
    }
    QVERIFY(line.counts.contains(u"compression switched off"_s));
    QCOMPARE(line.discord.identifies(), 1);
    line.discord.world().addMessage(line.channel, line.user);
    QTRY_COMPARE(line.seen<MessageCreate>(), 1);
}

void GatewayClientTest::anEndlessFrameEndsTheConnection() // G-05, F-22
{
    Line line;
    line.options.compress = false;
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    line.discord.sendRaw(QByteArray(33 * 1024 * 1024, ' '));
    QTRY_COMPARE_WITH_TIMEOUT(line.seen<Resumed>(), 1, 20'000);
    QCOMPARE(line.discord.identifies(), 1);
    QVERIFY(!line.counts.contains(u"bad json"_s));
}

void GatewayClientTest::unreadableFramesEndTheConnection() // R-07, F-23
{
    Line line;
    line.options.compress = false;
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    line.discord.sendRaw("\xff\xfe\x80"); // invalid UTF-8: Qt closes with 1007
    QTRY_COMPARE(line.seen<Resumed>(), 1);
    QTRY_COMPARE(line.discord.connections(), 1);
    for (int i = 0; i < 5; ++i)
        line.discord.sendRaw(QByteArray(100'000, '['));
    QTRY_COMPARE(line.seen<Resumed>(), 2);
    QCOMPARE(line.counts.count(u"bad json"_s), 5);
    QCOMPARE(line.discord.identifies(), 1);
}

void GatewayClientTest::aRevokedTokenStopsEverything() // C-02 4004, F-17
{
    Line line;
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    line.discord.setToken(u"another.token.entirely"_s);
    QTRY_COMPARE(line.state(), State::Failed);
    QCOMPARE(line.client->status().failure, Failure::TokenRejected);
    QCOMPARE(line.client->status().closeCode, 4004);
    line.skip(HourMs);
    QCOMPARE(line.state(), State::Failed);
    QCOMPARE(line.discord.connections(), 0);

    Line refused; // already by REST
    refused.rest->setToken("wrong");
    refused.client->start(refused.options);
    QTRY_COMPARE(refused.client->status().failure, Failure::TokenRejected);
    QCOMPARE(refused.discord.identifies(), 0);
}

void GatewayClientTest::disallowedIntentsAreDropped() // C-02 4014, F-18
{
    Line line;
    line.discord.setApplicationFlags(0);
    line.options.optionalIntents = Intent::MessageContent;
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Waiting);
    line.skip(10 * SecondMs);
    QTRY_COMPARE(line.state(), State::Connected);
    QVERIFY(line.client->status().messageContentRefused);
    QCOMPARE(line.discord.identifies(), 2);
}

void GatewayClientTest::aLoginPageIsNamedAndGetsNoToken_data() // B-03, F-30
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("page") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nlogin");
    QTest::newRow("redirect") << QByteArray(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n");
}

void GatewayClientTest::aLoginPageIsNamedAndGetsNoToken()
{
    QFETCH(QByteArray, answer);
    QTcpServer portal;
    QVERIFY(portal.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&portal, &QTcpServer::newConnection, &portal, [&] {
        QTcpSocket *socket = portal.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&received, socket, answer] {
            received += socket->readAll();
            if (received.endsWith("\r\n\r\n"))
                socket->write(answer);
        });
    });
    Line line;
    const QString url = u"ws://127.0.0.1:%1"_s.arg(portal.serverPort());
    line.options.fetchGatewayBot = [url](std::function<void(Result<QJsonObject>)> done) {
        done(QJsonObject{{u"url"_s, url}, {u"shards"_s, 1}});
    };
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Waiting);
    QVERIFY2(line.client->status().text.contains(u"login"_s), qPrintable(line.client->status().text));
    QVERIFY(!received.isEmpty());
    QVERIFY(!received.contains(line.options.token));
    QVERIFY(received.contains("User-Agent: " + Discord::userAgent() + "\r\n"));
}

void GatewayClientTest::aClosedPortIsTriedAgain() // B-01
{
    Line line;
    line.discord.refuseConnections(true);
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Waiting);
    QCOMPARE(line.client->status().closeCode, 0);
    QVERIFY(line.client->status().untilMs > 0);
    line.discord.refuseConnections(false);
    line.skip(MinuteMs);
    QTRY_COMPARE(line.state(), State::Connected);
}

void GatewayClientTest::stoppingClosesWithAThousand() // C-04
{
    Line line;
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    line.client->stop();
    QCOMPARE(line.state(), State::Stopped);
    QTRY_COMPARE(line.discord.connections(), 0);
    line.skip(MinuteMs);
    line.client->start(line.options);
    QTRY_COMPARE(line.seen<Ready>(), 2);
    QCOMPARE(line.discord.resumes(), 0);
}

void GatewayClientTest::stoppingFromAHandlerStops()
{
    Line line;
    line.onEvent = [&](const Event &event) {
        if (std::holds_alternative<Ready>(event))
            line.client->stop();
    };
    line.client->start(line.options);
    QTRY_COMPARE(line.seen<Ready>(), 1);
    QTRY_COMPARE(line.discord.connections(), 0);
    QCOMPARE(line.state(), State::Stopped);
    QCOMPARE(line.told.last().state, State::Stopped);
}

void GatewayClientTest::deletingFromAHandlerIsSafe()
{
    Line line;
    bool deleted = false;
    line.onEvent = [&](const Event &event) {
        if (std::holds_alternative<GuildCreate>(event)) {
            line.client.reset();
            deleted = true;
        }
    };
    line.client->start(line.options);
    QTRY_VERIFY(deleted);
    QTRY_COMPARE(line.discord.connections(), 0);
}

void GatewayClientTest::startingAgainAtOnceLeavesOneConnection() // H-04: generations
{
    Line line;
    line.client->start(line.options);
    QTRY_COMPARE(line.state(), State::Connected);
    for (int i = 0; i < 5; ++i) {
        line.client->stop();
        line.client->start(line.options);
    }
    line.skip(10 * SecondMs);
    QTRY_COMPARE(line.state(), State::Connected);
    QTRY_COMPARE(line.discord.connections(), 1);
    QCOMPARE(line.discord.identifies(), 2);
}

// As in the program: with the network watched, which is loaded in the main thread (H-06).
void GatewayClientTest::itLivesInAThreadOfItsOwn()
{
    QThread thread;
    QObject inThread;
    inThread.moveToThread(&thread);
    thread.start();
    std::atomic_int fetches = 0;
    GatewayClient *client = nullptr;
    QMetaObject::invokeMethod(
        &inThread,
        [&] {
            client = new GatewayClient(Clock::system());
            GatewayClient::Options options;
            options.token = "token";
            options.fetchGatewayBot = [&fetches](std::function<void(Result<QJsonObject>)> done) {
                ++fetches;
                done(Error{ErrorKind::Network, u"no network"_s, {}});
            };
            client->start(options);
        },
        Qt::BlockingQueuedConnection);
    QTRY_VERIFY(fetches >= 2); // its timers run
    if (const QNetworkInformation *network =
            QNetworkInformation::instance()) // some systems have no such plugin
        QCOMPARE(network->thread(), QThread::currentThread());
    QMetaObject::invokeMethod(
        &inThread,
        [&] {
            client->stop();
            delete client;
        },
        Qt::BlockingQueuedConnection);
    thread.quit();
    QVERIFY(thread.wait());
}

QTEST_GUILESS_MAIN(GatewayClientTest)
#include "tst_gatewayclient.moc"
