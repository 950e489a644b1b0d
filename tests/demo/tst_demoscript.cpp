// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoscript.h"
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "app/demo/worlddata.h"
#include "rawclient.h"

using namespace Qt::Literals::StringLiterals;

// The demo's live life, on a clock of the test's own; and its incidents as a connected client meets them.
class TestDemoScript : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void ticketsOpenEveryTenToTwentySeconds();
    void ticketsAreAnsweredAndClosed();
    void somebodyRunsCommands();
    void theSameSeedTellsTheSameStory();
    void aBusyHourBringsTwentyPerSecond();
    void frozenLifeStandsStill();
    void incidentsShowOnTheWire_data();
    void incidentsShowOnTheWire();
    void whatIsNotDiscordsIsNotPlayed();

private:
    struct Life
    {
        Life();
        void live(int seconds); // in steps, with the clock
        StandInDiscord discord;
        qint64 nowMs = 1'776'254'400'000;
        DemoServer server;
        std::unique_ptr<DemoScript> script;
        QStringList story; // what sessions would be told, briefly
        QHash<QString, int> counts;
        QHash<quint64, QJsonObject> audits; // by target
    };
    std::unique_ptr<Life> m_life;
};

TestDemoScript::Life::Life()
{
    discord.world().setNow([this] { return nowMs; });
    server = buildDemoWorld(discord.world());
    addOpenDemoTickets(discord.world(), server);
    QObject::connect(&discord.world(), &DemoWorld::changed, &discord,
                     [this](const QString &event, const QJsonObject &data, quint64, int) {
                         ++counts[event];
                         story.append(event + u' ' + data.value("name"_L1).toString()
                                      + data.value("content"_L1).toString());
                         if (event == "GUILD_AUDIT_LOG_ENTRY_CREATE"_L1)
                             audits.insert(data.value("target_id"_L1).toString().toULongLong(), data);
                     });
    script = std::make_unique<DemoScript>(discord, server);
}

void TestDemoScript::Life::live(int seconds)
{
    for (int step = 0; step < seconds * 4; ++step) {
        nowMs += 250;
        script->advance(250);
    }
}

void TestDemoScript::init()
{
    m_life = std::make_unique<Life>();
}
void TestDemoScript::cleanup()
{
    m_life.reset();
}

void TestDemoScript::ticketsOpenEveryTenToTwentySeconds()
{
    m_life->live(600);
    const int opened = m_life->counts.value(u"CHANNEL_CREATE"_s);
    QVERIFY2(opened >= 30 && opened <= 60, qPrintable(QString::number(opened)));
    QVERIFY(m_life->counts.value(u"MESSAGE_CREATE"_s) > 3 * opened);
    QVERIFY2(m_life->script->openTickets() <= 50, qPrintable(QString::number(m_life->script->openTickets())));
}

void TestDemoScript::ticketsAreAnsweredAndClosed()
{
    QSet<quint64> staff;
    for (const DemoServer::Staff &member : m_life->server.staff)
        staff.insert(member.id);
    QSet<quint64> answerers;
    connect(&m_life->discord.world(), &DemoWorld::changed, this,
            [&](const QString &event, const QJsonObject &data, quint64, int) {
                const quint64 author =
                    data.value("author"_L1).toObject().value("id"_L1).toString().toULongLong();
                if (event == "MESSAGE_CREATE"_L1 && staff.contains(author))
                    answerers.insert(author);
            });
    m_life->live(1800);
    QVERIFY(answerers.size() >= 6);
    QVERIFY(m_life->counts.value(u"CHANNEL_DELETE"_s) > 40);
    QVERIFY(m_life->counts.value(u"CHANNEL_UPDATE"_s) > 3); // some are kept for a while, some come back
    int closed = 0;
    for (const QJsonObject &entry : std::as_const(m_life->audits)) {
        if (entry.value("action_type"_L1).toInt() == 12
            && entry.value("reason"_L1)
                   .toString()
                   .contains(QRegularExpression(u"^Ticket [0-9]+ closed by [A-Z]"_s)))
            ++closed;
    }
    QVERIFY(closed > 30);
    // The ticket bot reports each close in its archive.
    const QJsonArray archive = m_life->discord.world().messagesJson(m_life->server.archiveChannel);
    QVERIFY(archive.size() >= closed);
    const QJsonObject embed = archive.last().toObject().value("embeds"_L1).toArray().first().toObject();
    QCOMPARE(embed.value("title"_L1).toString(), u"Ticket Closed"_s);
}

void TestDemoScript::somebodyRunsCommands()
{
    QVERIFY(m_life->discord.listen());
    RawRest rest(m_life->discord.apiBase(), m_life->discord.token());
    const QJsonArray commands{QJsonObject{{u"name"_s, u"ticketstats"_s}, {u"description"_s, u"d"_s}},
                              QJsonObject{{u"name"_s, u"help"_s}, {u"description"_s, u"d"_s}}};
    QCOMPARE(rest.call("PUT", u"/applications/%1/commands"_s.arg(m_life->discord.world().bot()),
                       QJsonDocument(commands))
                 .status,
             200);
    RawGateway client(QUrl(rest.call("GET", u"/gateway"_s).object().value("url"_L1).toString()));
    QTRY_VERIFY(client.has(10));
    client.identify(m_life->discord.token(), 513 | (1 << 15)); // content was granted by the script
    QTRY_COMPARE(client.count(u"READY"_s), 1);
    m_life->live(600);
    QTRY_VERIFY(client.count(u"INTERACTION_CREATE"_s) >= 5);
    QSet<QString> names;
    for (const QJsonObject &interaction : client.events(u"INTERACTION_CREATE"_s))
        names.insert(interaction.value("data"_L1).toObject().value("name"_L1).toString());
    QVERIFY(names.contains(u"ticketstats"_s));
}

void TestDemoScript::theSameSeedTellsTheSameStory()
{
    m_life->live(300);
    const QStringList first = m_life->story;
    m_life = std::make_unique<Life>();
    m_life->live(300);
    QVERIFY(first.size() > 100);
    QCOMPARE(m_life->story, first);
}

void TestDemoScript::aBusyHourBringsTwentyPerSecond()
{
    QSignalSpy ended(m_life->script.get(), &DemoScript::incidentEnded);
    QVERIFY(m_life->script->simulate(u"busy"_s));
    m_life->live(30);
    QVERIFY(m_life->counts.value(u"CHANNEL_CREATE"_s) >= 595);
    QTRY_COMPARE(ended.count(), 1);
    m_life->live(900);
    QVERIFY2(m_life->script->openTickets() < 100, "the team gets over it");
}

void TestDemoScript::frozenLifeStandsStill()
{
    m_life->script->setSpeed(0);
    m_life->script->start();
    QTest::qWait(600); // the timer's own pace is what is tested
    QVERIFY(m_life->story.isEmpty());
    m_life->script->setSpeed(1000);
    QTRY_VERIFY(!m_life->story.isEmpty());
    m_life->script->stop();
}

void TestDemoScript::incidentsShowOnTheWire_data()
{
    QTest::addColumn<int>("closeCode"); // -1: the connection stays
    for (const QString &word : DemoScript::incidents()) {
        if (word == "busy"_L1)
            continue;
        const int code = word == "revoked"_L1                 ? 4004
            : word == "content"_L1 || word == "intents"_L1    ? 4014
            : word == "sessions"_L1                           ? 4009
            : word == "disconnect"_L1 || word == "offline"_L1 ? 1000 // lost without a close
                                                              : -1;
        QTest::newRow(qPrintable(word)) << code;
    }
}

void TestDemoScript::incidentsShowOnTheWire()
{
    QFETCH(int, closeCode);
    const QString word = QString::fromLatin1(QTest::currentDataTag());
    StandInDiscord &discord = m_life->discord;
    QVERIFY(discord.listen());
    discord.setGlobalRateLimit(0);
    RawRest rest(discord.apiBase(), discord.token());
    const QUrl gateway(rest.call("GET", u"/gateway"_s).object().value("url"_L1).toString());
    RawGateway client(gateway);
    QTRY_VERIFY(client.has(10));
    client.identify(discord.token(), 517);
    QTRY_COMPARE(client.count(u"GUILD_CREATE"_s), 1);
    QVERIFY(m_life->script->simulate(word));
    if (closeCode >= 0) {
        QTRY_VERIFY(client.closed);
        QCOMPARE(client.closeCode(), closeCode);
    }

    const RawReply guild = rest.call("GET", u"/guilds/%1"_s.arg(m_life->server.guild));
    const auto identifyAgain = [&](int intents) {
        RawGateway again(gateway);
        [[maybe_unused]] const bool settled = QTest::qWaitFor([&] { return again.has(10) || again.closed; });
        if (again.has(10)) {
            again.identify(discord.token(), intents);
            [[maybe_unused]] const bool done =
                QTest::qWaitFor([&] { return again.count(u"READY"_s) == 1 || again.closed; });
        }
        return again.count(u"READY"_s) == 1                              ? 0
            : again.lastError == QAbstractSocket::ConnectionRefusedError ? -1
                                                                         : again.closeCode();
    };
    if (word == "disconnect"_L1) {
        QCOMPARE(guild.status, 200);
        QCOMPARE(identifyAgain(517), -1);
    } else if (word == "offline"_L1) {
        QCOMPARE(guild.status, 0);
        QCOMPARE(identifyAgain(517), -1);
    } else if (word == "revoked"_L1) {
        QCOMPARE(guild.status, 401);
    } else if (word == "content"_L1) {
        QCOMPARE(identifyAgain(517 | (1 << 15)), 4014);
        QCOMPARE(identifyAgain(517), 0);
    } else if (word == "intents"_L1) {
        QCOMPARE(identifyAgain(517), 4014);
    } else if (word == "ratelimit"_L1) {
        QCOMPARE(guild.status, 429);
        QCOMPARE(guild.headers.value("x-ratelimit-scope"), QByteArray("global"));
        QVERIFY(guild.object().value("retry_after"_L1).toDouble() > 30);
        QTRY_COMPARE(client.count(u"GUILD_CREATE"_s), 2); // something to look through
    } else if (word == "sessions"_L1) {
        const QJsonObject limit =
            rest.call("GET", u"/gateway/bot"_s).object().value("session_start_limit"_L1).toObject();
        QCOMPARE(limit.value("remaining"_L1).toInt(), 0);
        QVERIFY(limit.value("reset_after"_L1).toInt() > 60'000);
    } else if (word == "permission"_L1) {
        QVERIFY(
            !(discord.world().permissionsIn(discord.world().bot(), m_life->server.logChannel) & (1 << 11)));
    } else if (word == "removed"_L1) {
        QTRY_COMPARE(client.count(u"GUILD_DELETE"_s), 1);
        QCOMPARE(guild.status, 404);
    } else if (word == "second"_L1) {
        const RawReply late =
            rest.call("POST", u"/interactions/1/x/callback"_s, QJsonDocument(QJsonObject{{u"type"_s, 5}}));
        QCOMPARE(late.code(), 40060);
    } else if (word == "clock"_L1) {
        QDateTime theirs = QLocale::c().toDateTime(
            QString::fromLatin1(guild.headers.value("date")).chopped(4), u"ddd, dd MMM yyyy HH:mm:ss"_s);
        theirs.setTimeSpec(Qt::UTC);
        QCOMPARE(theirs.toMSecsSinceEpoch() / 60'000, m_life->nowMs / 60'000 + 6);
    } else {
        QFAIL("an incident without a proof");
    }
}

void TestDemoScript::whatIsNotDiscordsIsNotPlayed()
{
    for (const QString &word : {u"locked"_s, u"corrupt"_s, u"diskfull"_s, u"nonsense"_s})
        QVERIFY(!m_life->script->simulate(word));
}

QTEST_GUILESS_MAIN(TestDemoScript)
#include "tst_demoscript.moc"
