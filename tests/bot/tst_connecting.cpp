// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/lonebot.h"

#include <QDirIterator>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

// What the bot asks of Discord when it comes, what it never asks, and what of it stays on the disk.
class tst_Connecting : public QObject
{
    Q_OBJECT
private slots:
    void aServerThatStaysAwayHoldsNobodyUp();
    void messageContentIsAskedForOnlyWhereThePortalAllowsIt_data();
    void messageContentIsAskedForOnlyWhereThePortalAllowsIt();
    void memberListsAreNeverAskedFor();
    void whatPeopleWroteIsNowhereOnTheDisk();
    void commandsAreAcknowledgedBeforeTheyAreAnswered_data();
    void commandsAreAcknowledgedBeforeTheyAreAnswered();
    void anOldInteractionIsTriedOnce();
    void whatIsNoTokenIsNeverSent_data();
    void whatIsNoTokenIsNeverSent();
    void whatTheEnvironmentNamesInVainIsSaid();
    void aMissingAuditLogIsSaid();
    void anotherProgramWithTheSameTokenIsSaid();
};

// PROTOCOL A-02: the bot is ready when every server came, or when the wait is over; a server that is there is served at once.
void tst_Connecting::aServerThatStaysAwayHoldsNobodyUp()
{
    BotFixture f;
    DemoWorld &w = f.discord.world();
    const quint64 away = w.addGuild(u"Away"_s, f.owner);
    w.setGuildOutage(away, true);
    QCOMPARE(Bot::Options().guildWaitMs, 15'000);
    LoneBot lone(f, [](Bot::Options &options) { options.guildWaitMs = 4'000; });
    lone.launch();
    // A command in the server that is there is answered before the wait is over.
    const auto caughtUp = [&] {
        const BotState state = lone.bot().state();
        return std::any_of(state.servers.cbegin(), state.servers.cend(),
                           [](const BotState::Server &s) { return s.available && !s.catchingUp; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(caughtUp(), BotFixture::WaitMs);
    const quint64 id = QTest::qWaitFor([&] { return !f.discord.commands().isEmpty(); }, BotFixture::WaitMs)
        ? f.discord.runCommand(f.guild, f.lobby, f.owner, u"help"_s)
        : 0;
    QVERIFY(id != 0);
    QTRY_VERIFY_WITH_TIMEOUT(f.discord.reply(id).callbackType != 0, BotFixture::WaitMs);
    QCOMPARE(lone.readyGuilds(), 1); // of the two servers
}

// PROTOCOL P-01, P-02
void tst_Connecting::messageContentIsAskedForOnlyWhereThePortalAllowsIt_data()
{
    QTest::addColumn<quint64>("flags");
    QTest::addColumn<int>("intents");
    QTest::newRow("off") << quint64(0) << 517;
    QTest::newRow("other flags") << quint64(1 << 17 | 1 << 14) << 517;
    QTest::newRow("verified bot") << quint64(1 << 18) << (517 | 1 << 15);
    QTest::newRow("small bot") << quint64(1 << 19) << (517 | 1 << 15);
}

void tst_Connecting::messageContentIsAskedForOnlyWhereThePortalAllowsIt()
{
    QFETCH(quint64, flags);
    QFETCH(int, intents);
    BotFixture f;
    f.discord.setApplicationFlags(flags);
    QVERIFY(f.start());
    QVector<int> asked;
    for (const QJsonObject &payload : f.discord.gatewayReceived()) {
        if (payload["op"_L1].toInt() == 2)
            asked.append(payload["d"_L1]["intents"_L1].toInt());
    }
    QCOMPARE(asked, QVector<int>{intents});
}

// PROTOCOL R-05: neither over the gateway (op 8) nor over REST; names come with the messages.
void tst_Connecting::memberListsAreNeverAskedFor()
{
    BotFixture f;
    DemoWorld &w = f.discord.world();
    for (int i = 0; i < 300; ++i)
        w.addMember(f.guild, w.addUser(u"member%1"_s.arg(i)));
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    w.addMessage(a, f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);
    f.command(f.owner, u"privilegedusers"_s);
    f.command(f.owner, u"viewpermissions"_s);
    for (const QJsonObject &payload : f.discord.gatewayReceived())
        QVERIFY2(payload["op"_L1].toInt() != 8, "members were requested");
    const QString list = u"/guilds/%1/members"_s.arg(f.guild);
    for (const StandInDiscord::Received &request : f.discord.requests())
        QVERIFY2(request.path != list && !request.path.startsWith(list + u'?'), qPrintable(request.path));
}

// PROTOCOL S-05: neither text nor attachments, embeds, tokens of interactions, or the bot's own.
void tst_Connecting::whatPeopleWroteIsNowhereOnTheDisk()
{
    BotFixture f;
    f.discord.setApplicationFlags(1 << 19); // with Message Content on, as bad as it gets
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    DemoMessageOptions secret;
    secret.content = u"canary-in-content"_s;
    secret.embeds = {
        QJsonObject{{u"title"_s, u"canary-in-title"_s}, {u"description"_s, u"canary-in-description"_s}}};
    w.addMessage(a, f.kira, secret);
    w.addMessage(a, f.ana, secret);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 2, BotFixture::WaitMs);
    f.command(f.owner, u"wipestats"_s); // a preview is stored until it is confirmed or expires
    QStringList tokens{f.discord.token()};
    for (const StandInDiscord::Received &request : f.discord.requests()) {
        const QStringList parts = request.path.split(u'/');
        if (request.path.startsWith("/interactions/"_L1))
            tokens.append(parts.at(3));
    }
    QCOMPARE(tokens.size(), 2);
    f.ask([](const Reader &) { return 0; }); // everything is written
    const auto search = [&](const QStringList &words) {
        QStringList found;
        QDirIterator files(f.dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            for (const QString &word : words) {
                for (const QByteArray &form :
                     {word.toUtf8(), word.toUtf8().toBase64(),
                      QByteArray(reinterpret_cast<const char *>(word.utf16()), word.size() * 2)}) {
                    if (bytes.contains(form))
                        found.append(word + u" in "_s + file.fileName());
                }
            }
        }
        return found;
    };
    QVERIFY(!search({u"appeal-a"_s}).isEmpty()); // the search finds what is there
    QCOMPARE(search(tokens + QStringList{u"canary"_s}), QStringList());
    f.stop();
    QCOMPARE(search(tokens + QStringList{u"canary"_s}), QStringList());
}

// PROTOCOL X-01, X-02: type 5 first and the answer in one edit, also where the answer needs no disk.
void tst_Connecting::commandsAreAcknowledgedBeforeTheyAreAnswered_data()
{
    QTest::addColumn<QJsonArray>("options");
    const QJsonArray noOptions;
    for (const char *name :
         {"wipestats", "wipehistory", "privilegedusers", "viewpermissions", "help", "waiting"})
        QTest::newRow(name) << noOptions;
    const auto option = [](const QString &name, int type, const QJsonValue &value) {
        return QJsonArray{QJsonObject{{u"name"_s, name}, {u"type"_s, type}, {u"value"_s, value}}};
    };
    QTest::newRow("ticketstats") << option(u"days"_s, 4, 7);
    QTest::newRow("maxpermsadd") << option(u"user"_s, 6, u"ben"_s);
    QTest::newRow("maxpermsremove") << option(u"user"_s, 6, u"ben"_s);
}

void tst_Connecting::commandsAreAcknowledgedBeforeTheyAreAnswered()
{
    QFETCH(QJsonArray, options);
    BotFixture f;
    QVERIFY(f.start());
    QJsonArray resolved;
    for (const QJsonValue &value : std::as_const(options)) {
        QJsonObject option = value.toObject();
        if (option["type"_L1].toInt() == 6)
            option["value"_L1] = QString::number(f.ben);
        resolved.append(option);
    }
    const StandInDiscord::Reply reply =
        f.command(f.owner, QString::fromLatin1(QTest::currentDataTag()), resolved);
    QCOMPARE(reply.callbackType, 5);
    QVERIFY(reply.ephemeral);
    QCOMPARE(reply.edits, 1);
}

// PROTOCOL X-04: replayed after a resume, it may be too late to answer; that is tried once, and its refusal is no error.
void tst_Connecting::anOldInteractionIsTriedOnce()
{
    BotFixture f;
    QVERIFY(f.start());
    f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    const quint64 id = f.discord.world().newIdAt(QDateTime::currentMSecsSinceEpoch() - 10'000);
    const QString callback = u"/interactions/%1/old-token/callback"_s.arg(id);
    f.discord.answerNext(u"POST /interactions/**"_s, 404, {{"content-type", "application/json"}},
                         R"({"code":10062,"message":"Unknown interaction"})");
    f.discord.dispatch(
        u"INTERACTION_CREATE"_s,
        {{u"id"_s, QString::number(id)},
         {u"application_id"_s, QString::number(f.discord.world().bot())},
         {u"token"_s, u"old-token"_s},
         {u"type"_s, 2},
         {u"version"_s, 1},
         {u"guild_id"_s, QString::number(f.guild)},
         {u"channel_id"_s, QString::number(f.lobby)},
         {u"locale"_s, u"en-US"_s},
         {u"member"_s,
          QJsonObject{
              {u"user"_s, QJsonObject{{u"id"_s, QString::number(f.owner)}, {u"username"_s, u"dana"_s}}},
              {u"roles"_s, QJsonArray()},
              {u"permissions"_s, u"0"_s}}},
         {u"data"_s, QJsonObject{{u"id"_s, u"9"_s}, {u"name"_s, u"help"_s}, {u"type"_s, 1}}}},
        f.guild);
    const auto tries = [&] {
        return std::count_if(f.discord.requests().cbegin(), f.discord.requests().cend(),
                             [&](const auto &request) { return request.path == callback; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(tries(), 1, BotFixture::WaitMs);
    // What comes next is served as if nothing had been, and the old one is not tried again.
    QCOMPARE(f.command(f.owner, u"help"_s).callbackType, 5);
    QCOMPARE(tries(), 1);
    QCOMPARE(f.failure, QString());
}

// FAULTS TM-07: it stands in a header as it is, and Discord would answer nothing but 400 for ever.
void tst_Connecting::whatIsNoTokenIsNeverSent_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("two lines") << u"MTA.x.y\nX-Other: 1"_s;
    QTest::newRow("two words") << u"MTA.x.y # the bot's"_s;
    QTest::newRow("not ASCII") << u"MTÄ.x.y"_s;
    QTest::newRow("a whole file") << QString(300, u'x');
}
void tst_Connecting::whatIsNoTokenIsNeverSent()
{
    QFETCH(QString, token);
    BotFixture f;
    f.discord.setToken(token);
    f.launch();
    QTRY_VERIFY_WITH_TIMEOUT(!f.failure.isEmpty(), BotFixture::WaitMs);
    QVERIFY2(f.failure.startsWith("This is no bot token"_L1), qPrintable(f.failure));
    QTRY_COMPARE_WITH_TIMEOUT(f.host->state().gateway.failure, Discord::GatewayStatus::Failure::TokenRejected,
                              BotFixture::WaitMs);
    QVERIFY(f.discord.requests().isEmpty());
}

// INTERFACE.md: the log names IDs that fit no server.
void tst_Connecting::whatTheEnvironmentNamesInVainIsSaid()
{
    BotFixture f;
    f.environment.lists[Setting::TicketCategories] = {u"Appeals"_s, u"999999999999999999"_s};
    QTest::ignoreMessage(QtWarningMsg, "TICKET_CATEGORIES: 999999999999999999 fits no server.");
    QVERIFY(f.start());
    QTRY_VERIFY_WITH_TIMEOUT(!f.host->state().servers.isEmpty(), BotFixture::WaitMs);
    QVERIFY(f.host->state().servers.first().config.problems.isEmpty()); // it is no problem of this server
}

// FAULTS F-44
void tst_Connecting::aMissingAuditLogIsSaid()
{
    BotFixture f;
    f.discord.world().setBotPermissions(f.guild, 117888 & ~Discord::Permission::ViewAuditLog);
    QTest::ignoreMessage(
        QtWarningMsg,
        "Northwind: View Audit Log is missing. When a ticket was closed while the bot was away is only "
        "roughly known.");
    QVERIFY(f.start());
}

// PROTOCOL X-03; FAULTS F-63: said where there is no window, too.
void tst_Connecting::anotherProgramWithTheSameTokenIsSaid()
{
    BotFixture f;
    QVERIFY(f.start());
    f.discord.answerNext(u"POST /interactions/**"_s, 400, {},
                         R"({"message":"Interaction has already been acknowledged.","code":40060})", 5);
    QTest::ignoreMessage(QtWarningMsg, "Another program is running this bot: its replies may appear twice.");
    for (int i = 0; i < 5; ++i)
        QVERIFY(f.discord.runCommand(f.guild, f.lobby, f.owner, u"help"_s) != 0);
    QTRY_VERIFY_WITH_TIMEOUT(f.host->state().anotherProgramSuspected, BotFixture::WaitMs);
}

QTEST_GUILESS_MAIN(tst_Connecting)
#include "tst_connecting.moc"
