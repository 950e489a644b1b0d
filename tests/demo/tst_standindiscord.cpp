// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "rawclient.h"

#include <QHostAddress>
#include <zlib.h>

using namespace Qt::Literals::StringLiterals;

// The gateway of the stand-in, seen by a client that is nothing but a QWebSocket.
class TestStandInDiscord : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysHelloReadyAndGuildCreate();
    void acknowledgesHeartbeats();
    void closesWithTheRightCode_data();
    void closesWithTheRightCode();
    void countsSends();
    void missedHeartbeatsEndTheConnection();
    void honoursIntents_data();
    void honoursIntents();
    void leavesContentOutWithoutTheIntent();
    void showsContentWithTheIntent();
    void tellsTheBotAboutItselfWithoutTheMembersIntent();
    void resumesWithReplay();
    void forgetsWhatWasAcknowledgedLongAgo();
    void refusesToResume_data();
    void refusesToResume();
    void closingWith1000EndsTheSession();
    void aLostConnectionKeepsTheSession_data();
    void aLostConnectionKeepsTheSession();
    void knobsCloseAsAsked_data();
    void knobsCloseAsAsked();
    void silenceHoldsBothDirections();
    void holdsHelloAndReady();
    void refusesAndComesBack();
    void aNewTokenRevokesTheOldOne();
    void compressesTheStream();
    void sendsAnyFrame();
    void tellsAboutOutagesAndRemoval();
    void syncsThreadsThatComeIntoSight();
    void listsMembersOnRequest();
    void takesBurstsOfFiveThousandEvents();

private:
    std::unique_ptr<RawGateway> connected(int intents, const QString &query = u"v=10&encoding=json"_s);
    QUrl url();
    std::unique_ptr<StandInDiscord> m_discord;
    quint64 m_guild = 0;
    quint64 m_channel = 0;
    quint64 m_user = 0;
};

namespace {
constexpr int DefaultIntents = 517; // guilds, moderation, messages
}

void TestStandInDiscord::init()
{
    m_discord = std::make_unique<StandInDiscord>();
    QVERIFY(m_discord->listen());
    m_guild = m_discord->world().addGuild(u"Northwind"_s);
    m_channel = m_discord->world().addChannel(m_guild, m_discord->world().addCategory(m_guild, u"Billing"_s),
                                              u"ticket-1"_s);
    m_user = m_discord->world().addUser(u"Ana"_s);
    m_discord->world().addMember(m_guild, m_user);
}

void TestStandInDiscord::cleanup()
{
    m_discord.reset();
}

QUrl TestStandInDiscord::url()
{
    RawRest rest(m_discord->apiBase(), m_discord->token());
    return QUrl(rest.call("GET", u"/gateway/bot"_s).object().value("url"_L1).toString());
}

std::unique_ptr<RawGateway> TestStandInDiscord::connected(int intents, const QString &query)
{
    auto client = std::make_unique<RawGateway>(url(), query);
    [[maybe_unused]] bool ok = QTest::qWaitFor([&] { return client->has(10); });
    client->identify(m_discord->token(), intents);
    ok = QTest::qWaitFor([&] { return client->count(u"READY"_s) == 1; });
    return client;
}

void TestStandInDiscord::saysHelloReadyAndGuildCreate()
{
    m_discord->setHeartbeatInterval(30'000);
    RawGateway client(url());
    QTRY_VERIFY(client.has(10));
    QCOMPARE(client.last(10).value("d"_L1).toObject().value("heartbeat_interval"_L1).toInt(), 30'000);
    client.identify(m_discord->token(), DefaultIntents);
    QTRY_COMPARE(client.count(u"GUILD_CREATE"_s), 1);

    const QJsonObject ready = client.events(u"READY"_s).first();
    QCOMPARE(ready.value("user"_L1).toObject().value("id"_L1).toString(),
             QString::number(m_discord->world().bot()));
    QCOMPARE(ready.value("guilds"_L1).toArray().first().toObject().value("unavailable"_L1).toBool(), true);
    QVERIFY(!ready.value("session_id"_L1).toString().isEmpty());
    QCOMPARE(QUrl(ready.value("resume_gateway_url"_L1).toString()), url());
    const QJsonObject guild = client.events(u"GUILD_CREATE"_s).first();
    QCOMPARE(guild.value("id"_L1).toString(), QString::number(m_guild));
    QCOMPARE(guild.value("channels"_L1).toArray().size(), 2);
    QCOMPARE(guild.value("members"_L1).toArray().size(), 1); // the bot alone
    QCOMPARE(client.sequence(), 2);
    QCOMPARE(m_discord->identifies(), 1);
    QCOMPARE(m_discord->connections(), 1);
    QCOMPARE(m_discord->gatewayReceived().size(), 1);
}

void TestStandInDiscord::acknowledgesHeartbeats()
{
    RawGateway client(url());
    QTRY_VERIFY(client.has(10));
    client.send(1, QJsonValue::Null); // allowed before identifying
    QTRY_VERIFY(client.has(11));
}

void TestStandInDiscord::closesWithTheRightCode_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("identifyFirst");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    const QString good = u"v=10&encoding=json"_s;
    const auto identify = [](const QString &token, const QString &intents, const QString &more = {}) {
        return uR"({"op":2,"d":{"token":"%1","intents":%2,"properties":{}%3}})"_s.arg(token, intents, more);
    };
    QTest::newRow("unknown opcode") << good << true << uR"({"op":99,"d":null})"_s << 4001;
    QTest::newRow("op 12 is unknown") << good << false << uR"({"op":12,"d":null})"_s << 4001;
    QTest::newRow("no JSON") << good << false << u"hello"_s << 4002;
    QTest::newRow("an array") << good << false << u"[1]"_s << 4002;
    QTest::newRow("over 4096 bytes") << good << true << uR"({"op":3,"d":"%1"})"_s.arg(QString(4096, u'x'))
                                     << 4002;
    QTest::newRow("presence before identify") << good << false << uR"({"op":3,"d":{}})"_s << 4003;
    QTest::newRow("wrong token") << good << false << identify(u"x.y.z"_s, u"517"_s) << 4004;
    QTest::newRow("resume with a wrong token")
        << good << false << uR"({"op":6,"d":{"token":"x","session_id":"s","seq":1}})"_s << 4004;
    QTest::newRow("identify twice") << good << true << identify(u"TOKEN"_s, u"517"_s) << 4005;
    QTest::newRow("invalid shard") << good << false << identify(u"TOKEN"_s, u"517"_s, u",\"shard\":[1,1]"_s)
                                   << 4010;
    QTest::newRow("version 9") << u"v=9&encoding=json"_s << false << QString() << 4012;
    QTest::newRow("no version") << u"encoding=json"_s << false << QString() << 4012;
    QTest::newRow("unknown intent") << good << false << identify(u"TOKEN"_s, u"134217728"_s) << 4013;
    QTest::newRow("negative intents") << good << false << identify(u"TOKEN"_s, u"-1"_s) << 4013;
    QTest::newRow("content not granted") << good << false << identify(u"TOKEN"_s, u"33285"_s) << 4014;
    QTest::newRow("members not granted") << good << false << identify(u"TOKEN"_s, u"3"_s) << 4014;
    QTest::newRow("presences not granted") << good << false << identify(u"TOKEN"_s, u"257"_s) << 4014;
}

void TestStandInDiscord::closesWithTheRightCode()
{
    QFETCH(QString, query);
    QFETCH(bool, identifyFirst);
    QFETCH(QString, text);
    QFETCH(int, code);
    RawGateway client(url(), query);
    if (!text.isEmpty()) {
        QTRY_VERIFY(client.has(10));
        if (identifyFirst) {
            client.identify(m_discord->token(), DefaultIntents);
            QTRY_COMPARE(client.count(u"READY"_s), 1);
        }
        client.sendText(text.replace("TOKEN"_L1, m_discord->token()));
    }
    QTRY_VERIFY(client.closed);
    QCOMPARE(client.closeCode(), code);
    QTRY_COMPARE(m_discord->connections(), 0);
}

void TestStandInDiscord::countsSends()
{
    const auto client = connected(DefaultIntents);
    for (int i = 0; i < 119; ++i) // with the identify 120
        client->send(1, QJsonValue::Null);
    QTRY_COMPARE(std::count_if(client->payloads.cbegin(), client->payloads.cend(),
                               [](const QJsonObject &p) { return p.value("op"_L1).toInt() == 11; }),
                 119);
    QVERIFY(!client->closed);
    client->send(1, QJsonValue::Null);
    QTRY_VERIFY(client->closed);
    QCOMPARE(client->closeCode(), 4008);
}

void TestStandInDiscord::missedHeartbeatsEndTheConnection()
{
    m_discord->setHeartbeatInterval(100);
    RawGateway client(url());
    QTRY_VERIFY(client.has(10));
    QTRY_VERIFY_WITH_TIMEOUT(client.closed, 15'000);
    QCOMPARE(client.closeCode(), 4000);
}

void TestStandInDiscord::honoursIntents_data()
{
    QTest::addColumn<int>("intents");
    QTest::addColumn<QStringList>("events");
    const QStringList guilds{u"GUILD_CREATE"_s,   u"CHANNEL_CREATE"_s,    u"CHANNEL_UPDATE"_s,
                             u"CHANNEL_DELETE"_s, u"GUILD_ROLE_CREATE"_s, u"THREAD_CREATE"_s,
                             u"THREAD_UPDATE"_s,  u"THREAD_DELETE"_s};
    const QStringList messages{u"MESSAGE_CREATE"_s, u"MESSAGE_DELETE"_s, u"MESSAGE_DELETE_BULK"_s};
    const QStringList members{u"GUILD_MEMBER_ADD"_s, u"GUILD_MEMBER_UPDATE"_s, u"GUILD_MEMBER_REMOVE"_s};
    const QStringList audit{u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s};
    QTest::newRow("none") << 0 << QStringList();
    QTest::newRow("guilds") << (1 << 0) << guilds;
    QTest::newRow("members") << (1 << 1) << members;
    QTest::newRow("moderation") << (1 << 2) << audit;
    QTest::newRow("messages") << (1 << 9) << messages;
    QTest::newRow("the default") << DefaultIntents << guilds + audit + messages;
    QTest::newRow("everything") << (DefaultIntents | 2) << guilds + audit + messages + members;
}

void TestStandInDiscord::honoursIntents()
{
    QFETCH(int, intents);
    QFETCH(QStringList, events);
    m_discord->setApplicationFlags(1 << 15); // server members, limited
    const auto client = connected(intents);
    DemoWorld &world = m_discord->world();
    const quint64 category = world.addCategory(m_guild, u"Appeals"_s);
    const quint64 channel = world.addChannel(m_guild, category, u"t"_s, {m_user, m_user, {}, 0});
    const quint64 first = world.addMessage(channel, m_user);
    const QList<quint64> more{world.addMessage(channel, m_user), world.addMessage(channel, m_user)};
    world.deleteMessages(channel, {first});
    world.deleteMessages(channel, more);
    const quint64 thread = world.addThread(m_guild, channel, u"th"_s, false, {});
    world.setThreadState(thread, true, true, m_user);
    world.deleteChannel(thread, m_user);
    world.renameChannel(channel, u"u"_s);
    world.deleteChannel(channel, m_user);
    const quint64 role = world.addRole(m_guild, u"Support"_s);
    const quint64 other = world.addUser(u"Ben"_s);
    world.addMember(m_guild, other);
    world.setMemberRoles(m_guild, other, {role});
    world.removeMember(m_guild, other);
    // Something that needs no intent comes after everything else.
    m_discord->dispatch(u"INTERACTION_CREATE"_s, {}, m_guild);
    QTRY_COMPARE(client->count(u"INTERACTION_CREATE"_s), 1);

    QSet<QString> seen;
    for (const QJsonObject &payload : qAsConst(client->payloads)) {
        if (payload.value("op"_L1).toInt() == 0)
            seen.insert(payload.value("t"_L1).toString());
    }
    seen -= {u"READY"_s, u"INTERACTION_CREATE"_s};
    QCOMPARE(seen, QSet<QString>(events.cbegin(), events.cend()));
}

void TestStandInDiscord::leavesContentOutWithoutTheIntent()
{
    const auto client = connected(DefaultIntents);
    DemoMessageOptions options;
    options.content = u"secret"_s;
    options.embeds = {QJsonObject{{u"title"_s, u"Ticket Closed"_s}}};
    m_discord->world().addMessage(m_channel, m_user, options);
    options.mentions = {m_discord->world().bot()};
    m_discord->world().addMessage(m_channel, m_user, options);
    m_discord->world().addMessage(m_channel, m_discord->world().bot(),
                                  {0, u"own"_s, {}, {}, false, 0, false});
    QTRY_COMPARE(client->count(u"MESSAGE_CREATE"_s), 3);
    const auto messages = client->events(u"MESSAGE_CREATE"_s);
    QCOMPARE(messages.at(0).value("content"_L1).toString(), QString());
    QVERIFY(messages.at(0).value("embeds"_L1).toArray().isEmpty());
    QCOMPARE(messages.at(0).value("author"_L1).toObject().value("id"_L1).toString(), QString::number(m_user));
    QVERIFY(messages.at(0).contains("member"_L1));
    QCOMPARE(messages.at(1).value("content"_L1).toString(), u"secret"_s); // it mentions the bot
    QCOMPARE(messages.at(2).value("content"_L1).toString(), u"own"_s);
}

void TestStandInDiscord::showsContentWithTheIntent()
{
    m_discord->setApplicationFlags(1 << 19);
    const auto client = connected(DefaultIntents | (1 << 15));
    m_discord->world().addMessage(m_channel, m_user, {0, u"secret"_s, {}, {}, false, 0, false});
    QTRY_COMPARE(client->count(u"MESSAGE_CREATE"_s), 1);
    QCOMPARE(client->events(u"MESSAGE_CREATE"_s).first().value("content"_L1).toString(), u"secret"_s);
}

void TestStandInDiscord::tellsTheBotAboutItselfWithoutTheMembersIntent()
{
    const auto client = connected(DefaultIntents);
    const quint64 role = m_discord->world().addRole(m_guild, u"More"_s);
    m_discord->world().setMemberRoles(m_guild, m_user, {role});
    m_discord->world().setMemberRoles(m_guild, m_discord->world().bot(),
                                      {m_discord->world().botRole(m_guild), role});
    QTRY_COMPARE(client->count(u"GUILD_MEMBER_UPDATE"_s), 1);
    QCOMPARE(client->events(u"GUILD_MEMBER_UPDATE"_s)
                 .first()
                 .value("user"_L1)
                 .toObject()
                 .value("id"_L1)
                 .toString(),
             QString::number(m_discord->world().bot()));
}

void TestStandInDiscord::resumesWithReplay()
{
    auto client = connected(DefaultIntents);
    QTRY_COMPARE(client->sequence(), 2);
    const QString session = client->events(u"READY"_s).first().value("session_id"_L1).toString();
    m_discord->dropSocket();
    QTRY_VERIFY(client->closed);
    for (int i = 0; i < 3; ++i)
        m_discord->world().addMessage(m_channel, m_user);

    RawGateway again(url());
    QTRY_VERIFY(again.has(10));
    again.resume(m_discord->token(), session, 2);
    QTRY_COMPARE(again.count(u"RESUMED"_s), 1);
    QCOMPARE(again.count(u"MESSAGE_CREATE"_s), 3);
    QCOMPARE(again.count(u"READY"_s), 0);
    QCOMPARE(again.sequence(), 6);
    QCOMPARE(m_discord->resumes(), 1);
    QCOMPARE(m_discord->identifies(), 1);
    m_discord->world().addMessage(m_channel, m_user);
    QTRY_COMPARE(again.count(u"MESSAGE_CREATE"_s), 4); // live again
}

void TestStandInDiscord::forgetsWhatWasAcknowledgedLongAgo()
{
    const auto client = connected(DefaultIntents);
    const QString session = client->events(u"READY"_s).first().value("session_id"_L1).toString();
    for (int i = 0; i < 6000; ++i)
        m_discord->world().addMessage(m_channel, m_user);
    QTRY_COMPARE_WITH_TIMEOUT(client->count(u"MESSAGE_CREATE"_s), 6000, 20'000);
    client->send(1, client->sequence());
    QTRY_VERIFY(client->has(11));
    m_discord->dropSocket();
    QTRY_VERIFY(client->closed);
    const auto resumed = [&](qint64 from) {
        RawGateway again(url());
        [[maybe_unused]] bool ok = QTest::qWaitFor([&] { return again.has(10); });
        again.resume(m_discord->token(), session, from);
        ok = QTest::qWaitFor([&] { return again.has(9) || again.count(u"RESUMED"_s) == 1; }, 20'000);
        again.abort();
        return again.count(u"MESSAGE_CREATE"_s);
    };
    QCOMPARE(resumed(client->sequence() - 100), 100);
    QCOMPARE(resumed(10), 0); // op 9 instead
}

void TestStandInDiscord::refusesToResume_data()
{
    QTest::addColumn<QString>("session"); // empty: the right one
    QTest::addColumn<int>("sequence");
    QTest::addColumn<bool>("resumable");
    QTest::addColumn<int>("closeCode"); // 0: op 9 false
    QTest::newRow("unknown session") << u"nonsense"_s << 1 << true << 0;
    QTest::newRow("a sequence from the future") << QString() << 99 << true << 4007;
    QTest::newRow("not resumable") << QString() << 1 << false << 0;
}

void TestStandInDiscord::refusesToResume()
{
    QFETCH(QString, session);
    QFETCH(int, sequence);
    QFETCH(bool, resumable);
    QFETCH(int, closeCode);
    const auto client = connected(DefaultIntents);
    if (session.isEmpty())
        session = client->events(u"READY"_s).first().value("session_id"_L1).toString();
    m_discord->setResumable(resumable);
    client->abort();
    RawGateway again(url());
    QTRY_VERIFY(again.has(10));
    again.resume(m_discord->token(), session, sequence);
    if (closeCode == 0) {
        QTRY_VERIFY(again.has(9));
        QCOMPARE(again.last(9).value("d"_L1), QJsonValue(false));
        again.identify(m_discord->token(), DefaultIntents); // the same connection may identify now
        QTRY_COMPARE(again.count(u"READY"_s), 1);
    } else {
        QTRY_VERIFY(again.closed);
        QCOMPARE(again.closeCode(), closeCode);
    }
}

void TestStandInDiscord::closingWith1000EndsTheSession()
{
    const auto client = connected(DefaultIntents);
    const QString session = client->events(u"READY"_s).first().value("session_id"_L1).toString();
    client->close(1000);
    QTRY_COMPARE(m_discord->connections(), 0);
    RawGateway again(url());
    QTRY_VERIFY(again.has(10));
    again.resume(m_discord->token(), session, 1);
    QTRY_VERIFY(again.has(9));
}

void TestStandInDiscord::aLostConnectionKeepsTheSession_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("client closes with 4000") << 4000;
    QTest::newRow("client's socket dies") << 0;
    QTest::newRow("FIN from the server") << 1;
    QTest::newRow("server closes with 4000") << 2;
}

void TestStandInDiscord::aLostConnectionKeepsTheSession()
{
    QFETCH(int, how);
    const auto client = connected(DefaultIntents);
    const QString session = client->events(u"READY"_s).first().value("session_id"_L1).toString();
    switch (how) {
    case 0:
        client->abort();
        break;
    case 1:
        m_discord->finSocket();
        break;
    case 2:
        m_discord->closeWith(4000);
        break;
    default:
        client->close(how);
        break;
    }
    QTRY_COMPARE(m_discord->connections(), 0);
    RawGateway again(url());
    QTRY_VERIFY(again.has(10));
    again.resume(m_discord->token(), session, 1);
    QTRY_COMPARE(again.count(u"RESUMED"_s), 1);
}

void TestStandInDiscord::knobsCloseAsAsked_data()
{
    QTest::addColumn<int>("code"); // 0: reset, 1: FIN
    QTest::addColumn<int>("seen");
    QTest::newRow("reset") << 0 << 1000; // Qt reports 1000 after an error
    QTest::newRow("fin") << 1 << 1000;
    QTest::newRow("1012") << 1012 << 1002; // Qt's client knows no 1012
    for (const int code : {1000, 1001, 4000, 4004, 4009, 4014, 4999})
        QTest::addRow("%d", code) << code << code;
}

void TestStandInDiscord::knobsCloseAsAsked()
{
    QFETCH(int, code);
    QFETCH(int, seen);
    const auto client = connected(DefaultIntents);
    if (code == 0)
        m_discord->dropSocket();
    else if (code == 1)
        m_discord->finSocket();
    else
        m_discord->closeWith(code, u"as asked"_s);
    QTRY_VERIFY(client->closed);
    QCOMPARE(client->closeCode(), seen);
    if (code <= 1)
        QCOMPARE(client->lastError, QAbstractSocket::RemoteHostClosedError);
}

void TestStandInDiscord::silenceHoldsBothDirections()
{
    const auto client = connected(DefaultIntents);
    m_discord->goSilent(true);
    client->send(1, QJsonValue::Null);
    m_discord->world().addMessage(m_channel, m_user);
    const auto other = connected(DefaultIntents); // a new connection is not affected
    QCOMPARE(other->count(u"READY"_s), 1);
    QVERIFY(!client->has(11));
    QCOMPARE(client->count(u"MESSAGE_CREATE"_s), 0);
    QVERIFY(!client->closed);
    m_discord->goSilent(false);
    QTRY_VERIFY(client->has(11));
    QCOMPARE(client->count(u"MESSAGE_CREATE"_s), 1);
}

void TestStandInDiscord::holdsHelloAndReady()
{
    m_discord->holdHello(true);
    m_discord->holdReady(true);
    RawGateway client(url());
    QTRY_COMPARE(m_discord->connections(), 1);
    QVERIFY(!client.has(10));
    m_discord->holdHello(false);
    QTRY_VERIFY(client.has(10));
    client.identify(m_discord->token(), DefaultIntents);
    QTRY_COMPARE(m_discord->identifies(), 1);
    client.send(1, QJsonValue::Null);
    QTRY_VERIFY(client.has(11));
    QCOMPARE(client.count(u"READY"_s), 0);
    m_discord->holdReady(false);
    QTRY_COMPARE(client.count(u"READY"_s), 1);
}

void TestStandInDiscord::refusesAndComesBack()
{
    const QUrl gateway = url();
    m_discord->refuseConnections(true);
    RawGateway client(gateway);
    QTRY_COMPARE(client.lastError, QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(url(), gateway); // REST still answers
    m_discord->refuseConnections(false);
    RawGateway again(gateway);
    QTRY_VERIFY(again.has(10));
    m_discord->setOffline(true);
    QTRY_VERIFY(again.closed);
    RawRest rest(m_discord->apiBase(), m_discord->token());
    QCOMPARE(rest.call("GET", u"/gateway"_s).status, 0);
    m_discord->setOffline(false);
    QCOMPARE(rest.call("GET", u"/gateway"_s).status, 200);
}

void TestStandInDiscord::aNewTokenRevokesTheOldOne()
{
    const auto client = connected(DefaultIntents);
    RawRest rest(m_discord->apiBase(), m_discord->token());
    QCOMPARE(rest.call("GET", u"/users/@me"_s).status, 200);
    m_discord->setToken(u"another"_s);
    QTRY_VERIFY(client->closed);
    QCOMPARE(client->closeCode(), 4004);
    QCOMPARE(rest.call("GET", u"/users/@me"_s).status, 401);
    rest.setToken(u"another"_s);
    QCOMPARE(rest.call("GET", u"/users/@me"_s).status, 200);
}

void TestStandInDiscord::compressesTheStream()
{
    RawGateway client(url(), u"v=10&encoding=json&compress=zlib-stream"_s);
    z_stream stream = {};
    inflateInit(&stream);
    QByteArray text;
    const auto inflateAll = [&] {
        if (!client.binary.endsWith(QByteArray("\x00\x00\xff\xff", 4)))
            return;
        stream.next_in = reinterpret_cast<Bytef *>(client.binary.data());
        stream.avail_in = uInt(client.binary.size());
        QByteArray out(1 << 20, Qt::Uninitialized);
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = uInt(out.size());
        QCOMPARE(inflate(&stream, Z_SYNC_FLUSH), Z_OK);
        text += out.left(out.size() - stream.avail_out);
        client.binary.clear();
    };
    QTRY_VERIFY((inflateAll(), text.contains("heartbeat_interval")));
    client.identify(m_discord->token(), DefaultIntents);
    QTRY_VERIFY((inflateAll(), text.contains("\"READY\"") && text.contains("\"GUILD_CREATE\"")));
    QVERIFY(client.payloads.isEmpty()); // no text frames at all
    inflateEnd(&stream);
}

void TestStandInDiscord::sendsAnyFrame()
{
    const auto client = connected(DefaultIntents);
    const QByteArray raw(70'000, 'x');
    m_discord->sendRaw("short");
    m_discord->sendRaw(QByteArray(300, 'm'));
    m_discord->sendRaw(raw);
    m_discord->sendBinary("bytes");
    QTRY_COMPARE(client->binary, QByteArray("bytes"));
    QCOMPARE(client->garbled, QVector<QByteArray>({"short", QByteArray(300, 'm'), raw}));
    m_discord->sendReconnect();
    m_discord->sendInvalidSession(true);
    QTRY_VERIFY(client->has(9));
    QVERIFY(client->has(7));
}

void TestStandInDiscord::tellsAboutOutagesAndRemoval()
{
    const auto client = connected(DefaultIntents);
    DemoWorld &world = m_discord->world();
    world.setGuildOutage(m_guild, true);
    world.addMessage(m_channel, m_user); // nobody hears it
    QTRY_COMPARE(client->count(u"GUILD_DELETE"_s), 1);
    QCOMPARE(client->events(u"GUILD_DELETE"_s).last().value("unavailable"_L1).toBool(), true);
    const auto during = connected(DefaultIntents);
    QCOMPARE(during->events(u"READY"_s).first().value("guilds"_L1).toArray().size(), 1);
    QCOMPARE(during->count(u"GUILD_CREATE"_s), 0);
    world.setGuildOutage(m_guild, false);
    QTRY_COMPARE(during->count(u"GUILD_CREATE"_s), 1);
    QTRY_COMPARE(client->count(u"GUILD_CREATE"_s), 2);
    QCOMPARE(client->count(u"MESSAGE_CREATE"_s), 0);
    world.removeGuild(m_guild);
    QTRY_COMPARE(client->count(u"GUILD_DELETE"_s), 2);
    QVERIFY(!client->events(u"GUILD_DELETE"_s).last().contains("unavailable"_L1));
    world.inviteAgain(m_guild);
    QTRY_COMPARE(client->count(u"GUILD_CREATE"_s), 3);
}

void TestStandInDiscord::syncsThreadsThatComeIntoSight()
{
    DemoWorld &world = m_discord->world();
    world.denyBot(m_channel, 1 << 10);
    const quint64 thread = world.addThread(m_guild, m_channel, u"hidden"_s, false, {});
    const auto client = connected(DefaultIntents);
    QTRY_COMPARE(client->count(u"GUILD_CREATE"_s), 1);
    QVERIFY(client->events(u"GUILD_CREATE"_s).first().value("threads"_L1).toArray().isEmpty());
    world.addMessage(m_channel, m_user); // out of sight
    world.denyBot(m_channel, 0);
    QTRY_COMPARE(client->count(u"THREAD_LIST_SYNC"_s), 1);
    const QJsonObject sync = client->events(u"THREAD_LIST_SYNC"_s).first();
    QCOMPARE(sync.value("channel_ids"_L1).toArray(), QJsonArray{QString::number(m_channel)});
    QCOMPARE(sync.value("threads"_L1).toArray().first().toObject().value("id"_L1).toString(),
             QString::number(thread));
    QCOMPARE(client->count(u"CHANNEL_UPDATE"_s), 1);
    QCOMPARE(client->count(u"MESSAGE_CREATE"_s), 0);
}

void TestStandInDiscord::listsMembersOnRequest()
{
    m_discord->setApplicationFlags(1 << 15);
    const auto client = connected(3);
    client->send(
        8, QJsonObject{{u"guild_id"_s, QString::number(m_guild)}, {u"query"_s, QString()}, {u"limit"_s, 0}});
    QTRY_COMPARE(client->count(u"GUILD_MEMBERS_CHUNK"_s), 1);
    QCOMPARE(client->events(u"GUILD_MEMBERS_CHUNK"_s).first().value("members"_L1).toArray().size(), 3);
}

void TestStandInDiscord::takesBurstsOfFiveThousandEvents()
{
    const auto client = connected(DefaultIntents);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5000; ++i)
        m_discord->world().addMessage(m_channel, m_user);
    QTRY_COMPARE_WITH_TIMEOUT(client->count(u"MESSAGE_CREATE"_s), 5000, 20'000);
    qInfo("5000 events in %lld ms", timer.elapsed());
    qint64 expected = 0;
    for (const QJsonObject &payload : qAsConst(client->payloads)) {
        if (payload.value("op"_L1).toInt() == 0)
            QCOMPARE(payload.value("s"_L1).toInteger(), ++expected); // in order, none missing
    }
}

QTEST_GUILESS_MAIN(TestStandInDiscord)
#include "tst_standindiscord.moc"
