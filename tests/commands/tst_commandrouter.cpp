// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandbench.h"

#include "bot/base/language.h"
#include "bot/commands/customid.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

// Commands from the gateway's frame to the message that people see: first answers, rights, statistics, buttons, errors. What
// changes data has a test of its own.
class TestCommandRouter : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { bench.reset(); }

    void answersPrivatelyWithOneEdit(); // X-01, X-02
    void everythingReceivedBeforeCounts();
    void whileCatchingUpAnswersSaySo();
    void privateAnswersAreInTheCallersLanguage();
    void publicAnswersAreInTheServersLanguage();
    void publicOnlyWhenAskedFor(); // X-01
    void refusalsNameTheRolesAndStayPrivate(); // X-01
    void everyCommandIsRefusedWithoutItsRight_data();
    void everyCommandIsRefusedWithoutItsRight();
    void badOptionsAreRefusedFromMemory_data();
    void badOptionsAreRefusedFromMemory(); // X-01
    void selectsChangeTheQuestion();
    void othersPressesGetTheirOwnAnswer(); // TM-12
    void aRightThatIsGoneIsGoneAtTheNextPress(); // TM-11
    void viewsWorkAfterARestart(); // TM-13
    void csvComesAsAFile();
    void withoutAttachFilesThereIsNoFile();
    void postInChannelIsANewPublicMessage(); // X-01
    void picturesComeWithTheAnswer();
    void aSlowPictureIsLeftOut();
    void theSameQuestionIsAnsweredFromTheLastResult(); // TM-31
    void suggestionsComeFromMemory(); // X-07
    void helpNamesWhatOneCanUse();
    void permissionsAreExplainedForAPerson();
    void wrongPlacesAreSaid(); // X-08
    void twentyCommandsIn10SecondsAreEnough(); // TM-31
    void anInteractionIsAnsweredOnce(); // X-05
    void forgedButtonsDoNothing(); // TM-12
    void anAnswerThatDiscordRefusesBecomesAnApology();
    void somebodyElseAnsweringIsNoticed(); // X-03
    void foreignApplicationsAreIgnored(); // TM-12

private:
    void answersWithin3s(quint64 interaction);
    std::unique_ptr<CommandBench> bench;
};

void TestCommandRouter::init()
{
    bench = std::make_unique<CommandBench>();
}

void TestCommandRouter::answersWithin3s(quint64 interaction)
{
    const CommandBench::Reply reply = bench->discord.reply(interaction);
    QVERIFY(reply.callbackType != 0);
    QVERIFY2(reply.acknowledgedAfterMs < 3000, qPrintable(QString::number(reply.acknowledgedAfterMs)));
}

void TestCommandRouter::answersPrivatelyWithOneEdit()
{
    QVERIFY(bench->start());
    for (int i = 1; i <= 6; ++i)
        bench->pastTicket(i * DayMs, bench->appeals);
    bench->pastTicket(2 * DayMs, bench->general);
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"appeals"_s, 30));
    const CommandBench::Reply reply = bench->discord.reply(asked);
    QCOMPARE(reply.callbackType, 5);
    QVERIFY(reply.ephemeral);
    QCOMPARE(reply.edits, 1);
    answersWithin3s(asked);
    QCOMPARE(bench->embed(asked)[u"title"].toString(), u"Ticket statistics: Appeals"_s);
    QCOMPARE(bench->field(asked, u"Opened"), u"6"_s);
    QCOMPARE(bench->field(asked, u"Closed"), u"6"_s);
    QCOMPARE(bench->field(asked, u"First response"), u"avg 5 min · median 5 min"_s);
    QCOMPARE(bench->field(asked, u"Resolution"), u"avg 30 min · median 30 min"_s);
    QCOMPARE(bench->field(asked, u"Messages"), u"2.0 per ticket"_s);
    QTRY_COMPARE(bench->outcomes, QStringList{u"ticketstats: answered"_s});
}

void TestCommandRouter::everythingReceivedBeforeCounts()
{
    QVERIFY(bench->start());
    for (int i = 0; i < 40; ++i)
        bench->discord.world().addChannel(bench->guild, bench->appeals, u"appeal-%1"_s.arg(i));
    ++bench->aheadMs; // what happens in the command's own millisecond is no longer before it (M-08)
    const quint64 asked = bench->run(bench->owner, u"ticketstats", bench->statsOptions(u"all"_s, 1));
    QCOMPARE(bench->field(asked, u"Opened"), u"40"_s);
    QCOMPARE(bench->field(asked, u"Open now"), u"40, 40 waiting"_s);
}

void TestCommandRouter::whileCatchingUpAnswersSaySo()
{
    bench->catchingUp = true;
    QVERIFY(bench->start());
    bench->pastTicket(DayMs, bench->appeals);
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    QVERIFY(bench->embed(asked)[u"description"].toString().endsWith(u"\nstill catching up"_s));
    QCOMPARE(bench->field(asked, u"Opened"), u"1"_s);
}

namespace {

// Everything German is marked, so that one sees whose language a text is in.
class MarkedGerman
{
public:
    MarkedGerman()
    {
        Language::setLookup([](const QLocale &locale, const char *, const char *text, const char *, int) {
            return locale.language() == QLocale::German ? u"[de] "_s + QString::fromUtf8(text) : QString();
        });
    }
    ~MarkedGerman() { Language::setLookup({}); }
};

} // namespace

void TestCommandRouter::privateAnswersAreInTheCallersLanguage()
{
    const MarkedGerman marked;
    bench->stored.postLanguage = u"en-GB"_s;
    QVERIFY(bench->start());
    const auto ask = [&](quint64 user, const QString &locale) {
        return bench->answered(bench->discord.runCommand(bench->guild, bench->channel, user, u"ticketstats"_s,
                                                         bench->statsOptions(u"all"_s, 7), locale));
    };
    QVERIFY(bench->content(ask(bench->member, u"de"_s)).startsWith(u"[de] You need"_s));
    QVERIFY(bench->content(ask(bench->member, u"en-US"_s)).startsWith(u"You need"_s));
    QVERIFY(bench->embed(ask(bench->viewer, u"de"_s))[u"title"].toString().startsWith(u"[de] "_s));
}

void TestCommandRouter::publicAnswersAreInTheServersLanguage()
{
    const MarkedGerman marked;
    bench->stored.postLanguage = u"de"_s;
    QVERIFY(bench->start());
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    QVERIFY(!bench->embed(asked)[u"title"].toString().contains(
        u"[de]"_s)); // private, and the caller reads English
    const quint64 posted = bench->press(asked, bench->customId(asked, u"Post in channel"), bench->viewer);
    QVERIFY(bench->embed(posted)[u"title"].toString().startsWith(u"[de] "_s));
}

void TestCommandRouter::publicOnlyWhenAskedFor()
{
    bench->stored.publicByDefault = true;
    QVERIFY(bench->start());
    QJsonArray options = bench->statsOptions(u"all"_s, 7);
    QVERIFY(!bench->discord.reply(bench->run(bench->viewer, u"ticketstats", options)).ephemeral);
    options.append(bench->option(u"public", false));
    QVERIFY(bench->discord.reply(bench->run(bench->viewer, u"ticketstats", options)).ephemeral);
}

void TestCommandRouter::refusalsNameTheRolesAndStayPrivate()
{
    bench->stored.maxUsers = {UserId(bench->ben)};
    QVERIFY(bench->start());
    QJsonArray options = bench->statsOptions(u"all"_s, 7);
    options.append(bench->option(u"public", true));
    const quint64 asked = bench->run(bench->member, u"ticketstats", options);
    const CommandBench::Reply reply = bench->discord.reply(asked);
    QCOMPARE(reply.callbackType, 4);
    QVERIFY(reply.ephemeral);
    QCOMPARE(bench->content(asked),
             u"You need <@&%1> for /ticketstats. Ask <@%2> or <@%3>."_s.arg(bench->statsRole)
                 .arg(bench->owner)
                 .arg(bench->ben));
    QTRY_COMPARE(bench->outcomes, QStringList{u"ticketstats: refused"_s});
}

void TestCommandRouter::everyCommandIsRefusedWithoutItsRight_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("person"); // who may
    QTest::newRow("wipestats") << u"wipestats"_s << u"deleter"_s;
    QTest::newRow("wipehistory") << u"wipehistory"_s << u"deleter"_s;
    QTest::newRow("privilegedusers") << u"privilegedusers"_s << u"manager"_s;
    QTest::newRow("viewpermissions") << u"viewpermissions"_s << QString();
    QTest::newRow("help") << u"help"_s << QString();
}

void TestCommandRouter::everyCommandIsRefusedWithoutItsRight()
{
    QFETCH(QString, command);
    QFETCH(QString, person);
    QVERIFY(bench->start());
    const QHash<QString, quint64> people{{u"viewer"_s, bench->viewer},
                                         {u"deleter"_s, bench->deleter},
                                         {u"manager"_s, bench->manager},
                                         {u"member"_s, bench->member}};
    for (auto it = people.cbegin(); it != people.cend(); ++it) {
        const quint64 asked = bench->run(it.value(), command);
        const bool refused = bench->content(asked).startsWith(u"You need <@&"_s);
        QCOMPARE(refused, !person.isEmpty() && person != it.key());
    }
}

void TestCommandRouter::badOptionsAreRefusedFromMemory_data()
{
    using B = CommandBench;
    QTest::addColumn<QString>("command");
    QTest::addColumn<QJsonArray>("options");
    QTest::addColumn<QString>("text");
    const QJsonObject isPublic = B::option(u"public", true);
    QTest::newRow("unknown category")
        << u"ticketstats"_s
        << QJsonArray{B::option(u"category", u"Apeals"_s), B::option(u"days", 7), isPublic}
        << u"No category named Apeals."_s;
    QTest::newRow("too many days") << u"ticketstats"_s << B::statsOptions(u"all"_s, 3651)
                                   << u"Days must be between 1 and 3650."_s;
    QTest::newRow("no days") << u"ticketstats"_s << B::statsOptions(u"all"_s, 0)
                             << u"Days must be between 1 and 3650."_s;
    QTest::newRow("last without days") << u"wipestats"_s << QJsonArray{B::option(u"scope", u"last"_s)}
                                       << u"The option days is missing: the scope \"last\" needs it."_s;
    QTest::newRow("older-than without days")
        << u"wipestats"_s << QJsonArray{B::option(u"scope", u"older-than"_s)}
        << u"The option days is missing: the scope \"older-than\" needs it."_s;
    QTest::newRow("everything with days")
        << u"wipestats"_s << QJsonArray{B::option(u"scope", u"everything"_s), B::option(u"days", 20)}
        << u"The scope \"everything\" takes no days. Leave out days, or choose another scope."_s;
    QTest::newRow("unknown category of a deletion")
        << u"wipestats"_s << QJsonArray{B::option(u"category", u"Apeals"_s)}
        << u"No category named Apeals."_s;
}

void TestCommandRouter::badOptionsAreRefusedFromMemory()
{
    QFETCH(QString, command);
    QFETCH(QJsonArray, options);
    QVERIFY(bench->start());
    const quint64 asked = bench->run(bench->owner, command, options);
    QCOMPARE(bench->discord.reply(asked).callbackType, 4);
    QVERIFY(bench->discord.reply(asked).ephemeral);
    QTEST(bench->content(asked), "text");
}

void TestCommandRouter::selectsChangeTheQuestion()
{
    QVERIFY(bench->start());
    bench->pastTicket(3 * DayMs, bench->appeals);
    bench->pastTicket(20 * DayMs, bench->general);
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"Appeals"_s, 7));
    QCOMPARE(bench->field(asked, u"Opened"), u"1"_s);
    quint64 pressed =
        bench->choose(asked, bench->customId(asked, u"ts1:category"), {u"all"_s}, bench->viewer);
    QCOMPARE(bench->discord.reply(pressed).callbackType, 6);
    QCOMPARE(bench->embed(asked)[u"title"].toString(), u"Ticket statistics: All categories"_s);
    pressed = bench->choose(asked, bench->customId(asked, u"ts1:period"), {u"30"_s}, bench->viewer);
    QCOMPARE(bench->discord.reply(pressed).edits, 1);
    QCOMPARE(bench->field(asked, u"Opened"), u"2"_s);
    pressed = bench->choose(asked, bench->customId(asked, u"ts1:category"), {QString::number(bench->general)},
                            bench->viewer);
    QCOMPARE(bench->field(asked, u"Opened"), u"1"_s);
    QVERIFY(bench->embed(asked)[u"description"].toString().startsWith(u"Last 30 days"_s));
}

void TestCommandRouter::othersPressesGetTheirOwnAnswer()
{
    QVERIFY(bench->start());
    QJsonArray options = bench->statsOptions(u"all"_s, 7);
    options.append(bench->option(u"public", true));
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", options);
    const QJsonObject before = bench->discord.reply(asked).message;
    const quint64 pressed =
        bench->choose(asked, bench->customId(asked, u"ts1:period"), {u"90"_s}, bench->owner);
    QCOMPARE(bench->discord.reply(pressed).callbackType, 4);
    QVERIFY(bench->discord.reply(pressed).ephemeral);
    QCOMPARE(
        bench->content(pressed),
        u"You do not have permission to use these buttons; they belong to <@%1>. Run /ticketstats yourself."_s
            .arg(bench->viewer));
    QCOMPARE(bench->discord.reply(asked).message, before);
}

void TestCommandRouter::aRightThatIsGoneIsGoneAtTheNextPress()
{
    QVERIFY(bench->start());
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    bench->discord.world().setMemberRoles(bench->guild, bench->viewer, {});
    const quint64 pressed =
        bench->choose(asked, bench->customId(asked, u"ts1:period"), {u"90"_s}, bench->viewer);
    QCOMPARE(bench->discord.reply(pressed).callbackType, 4);
    QVERIFY(bench->content(pressed).startsWith(u"You need <@&"_s));
}

void TestCommandRouter::viewsWorkAfterARestart()
{
    QVERIFY(bench->start());
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    bench->makeRouter();
    bench->aheadMs += 3 * DayMs;
    const quint64 pressed =
        bench->choose(asked, bench->customId(asked, u"ts1:period"), {u"90"_s}, bench->viewer);
    QCOMPARE(bench->discord.reply(pressed).edits, 1);
    QVERIFY(bench->embed(asked)[u"description"].toString().startsWith(u"Last 90 days"_s));
}

void TestCommandRouter::csvComesAsAFile()
{
    QVERIFY(bench->start());
    const ChannelId ticket = bench->pastTicket(3 * DayMs, bench->appeals);
    bench->pastTicket(40 * DayMs, bench->appeals);
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    const quint64 pressed = bench->press(asked, bench->customId(asked, u"CSV"), bench->viewer);
    const CommandBench::Reply reply = bench->discord.reply(pressed);
    QCOMPARE(reply.callbackType, 5);
    QVERIFY(reply.ephemeral);
    const QByteArray file = reply.files.value(u"tickets-7-days.csv"_s);
    QCOMPARE(file.count("\r\n"), 2); // the columns and one ticket
    QVERIFY(file.contains('"' + ticket.toString().toLatin1() + "\","));
    QVERIFY(file.contains("300.000,1800.000,2,1,1,0")); // response and resolution in seconds; messages
}

void TestCommandRouter::withoutAttachFilesThereIsNoFile()
{
    bench->discord.world().setBotPermissions(bench->guild, 117888 & ~Discord::Permission::AttachFiles);
    QVERIFY(bench->start());
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    const quint64 pressed = bench->press(asked, bench->customId(asked, u"CSV"), bench->viewer);
    QCOMPARE(bench->discord.reply(pressed).callbackType, 4);
    QCOMPARE(bench->content(pressed), u"I may not attach files here."_s);
}

void TestCommandRouter::postInChannelIsANewPublicMessage()
{
    QVERIFY(bench->start());
    bench->pastTicket(3 * DayMs, bench->appeals);
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    const quint64 pressed = bench->press(asked, bench->customId(asked, u"Post in channel"), bench->viewer);
    const CommandBench::Reply reply = bench->discord.reply(pressed);
    QCOMPARE(reply.callbackType, 5);
    QVERIFY(!reply.ephemeral);
    QCOMPARE(bench->field(pressed, u"Opened"), u"1"_s);
    QVERIFY(reply.message[u"components"].toArray().isEmpty());
    QVERIFY(!bench->discord.reply(asked).message[u"components"].toArray().isEmpty());
}

void TestCommandRouter::picturesComeWithTheAnswer()
{
    QJsonObject spec;
    bench->environment.drawChart = [&](const QJsonObject &asked,
                                       const std::function<void(QByteArray)> &done) {
        spec = asked;
        done("picture");
    };
    QVERIFY(bench->start());
    bench->pastTicket(3 * DayMs, bench->appeals);
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    QCOMPARE(spec[u"kind"].toString(), u"volume"_s);
    QCOMPARE(spec[u"bucket"].toString(), u"day"_s);
    QVERIFY(spec[u"buckets"].toArray().size() >= 7);
    QCOMPARE(bench->discord.reply(asked).files.value(u"chart.png"_s), "picture"_ba);
    const quint64 pressed = bench->press(asked, bench->customId(asked, u"Busy hours"), bench->viewer);
    QCOMPARE(bench->discord.reply(pressed).edits, 1);
    QCOMPARE(spec[u"kind"].toString(), u"hours"_s);
    QCOMPARE(spec[u"bucket"].toString(), u"hour"_s);
}

void TestCommandRouter::aSlowPictureIsLeftOut()
{
    std::function<void(QByteArray)> late;
    bench->environment.drawChart = [&](const QJsonObject &, const std::function<void(QByteArray)> &done) {
        late = done;
    };
    QVERIFY(bench->start());
    bench->pastTicket(3 * DayMs, bench->appeals);
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    QCOMPARE(bench->field(asked, u"Opened"), u"1"_s);
    QVERIFY(bench->discord.reply(asked).files.isEmpty());
    late("picture");
    QCOMPARE(bench->discord.reply(asked).edits, 1);
}

void TestCommandRouter::theSameQuestionIsAnsweredFromTheLastResult()
{
    QVERIFY(bench->start());
    bench->pastTicket(3 * DayMs, bench->appeals);
    const auto description = [&](quint64 asked) { return bench->embed(asked)[u"description"].toString(); };
    const QJsonArray options = bench->statsOptions(u"all"_s, 1);
    const quint64 first = bench->run(bench->viewer, u"ticketstats", options);
    // Discord's time goes on, so that a new answer would show another window.
    bench->aheadMs += MinuteMs;
    const quint64 second = bench->run(bench->owner, u"ticketstats", options);
    QCOMPARE(description(second), description(first));
    const quint64 other = bench->run(bench->owner, u"ticketstats", bench->statsOptions(u"Appeals"_s, 1));
    QVERIFY(description(other) != description(first));
    bench->pastTicket(HourMs, bench->appeals); // committed meanwhile
    const quint64 third = bench->run(bench->owner, u"ticketstats", options);
    QVERIFY(description(third) != description(first));
    QCOMPARE(bench->field(third, u"Opened"), u"1"_s);
}

void TestCommandRouter::suggestionsComeFromMemory()
{
    QVERIFY(bench->start());
    bench->discord.world().addChannel(bench->guild, bench->appeals, u"appeal-1"_s);
    QTRY_COMPARE(bench->trackers.at(GuildId(bench->guild))->openCount(), 1);
    const auto suggested = [&](quint64 user, const QJsonObject &option) {
        QJsonObject focused = option;
        focused[u"focused"] = true;
        const quint64 asked = bench->answered(
            bench->discord.autocomplete(bench->guild, bench->channel, user, u"ticketstats"_s, {focused}));
        QStringList names;
        for (const QJsonValue &choice : bench->discord.reply(asked).choices)
            names.append(choice[u"name"].toString());
        return names;
    };
    const QJsonObject peal = bench->option(u"category", u"PEAL"_s);
    QCOMPARE(suggested(bench->viewer, peal), (QStringList{u"All categories"_s, u"Appeals (1 open)"_s}));
    QCOMPARE(suggested(bench->member, peal), QStringList());
    QCOMPARE(suggested(bench->viewer, bench->option(u"days", u""_s)).size(), 5);
}

void TestCommandRouter::helpNamesWhatOneCanUse()
{
    QVERIFY(bench->start());
    const quint64 asked = bench->run(bench->viewer, u"help");
    QVERIFY(bench->discord.reply(asked).ephemeral);
    const QString text = bench->embed(asked)[u"description"].toString();
    const QString link = u"</ticketstats:%1>"_s.arg(bench->commandIds[u"ticketstats"_s].toString());
    QVERIFY(text.contains(link));
    QVERIFY(text.indexOf(link) < text.indexOf(u"Not for you"_s));
    QVERIFY(text.contains(u"needs <@&%1>"_s.arg(bench->dataRole)));
    QVERIFY(bench->embed(asked)[u"footer"][u"text"].toString().endsWith(u"Connected"_s));
}

void TestCommandRouter::permissionsAreExplainedForAPerson()
{
    QVERIFY(bench->start());
    quint64 asked = bench->run(bench->viewer, u"viewpermissions");
    QCOMPARE(bench->embed(asked)[u"description"].toString(),
             u"You can: view statistics. You cannot: manage data, manage access."_s);
    QVERIFY(!bench->hasButton(asked, u"Explain for a person"));

    asked = bench->run(bench->manager, u"viewpermissions");
    QVERIFY(bench->field(asked, u"Manage data").startsWith(u"<@&%1>"_s.arg(bench->dataRole)));
    bench->press(asked, bench->customId(asked, u"Explain for a person"), bench->manager);
    const QString picker = bench->customId(asked, u"ts1:person");
    bench->choose(asked, picker, {QString::number(bench->viewer)}, bench->manager);
    const QString text = bench->embed(asked)[u"description"].toString();
    QVERIFY(text.contains(u"/ticketstats: can (because of <@&%1>)"_s.arg(bench->statsRole)));
    QVERIFY(text.contains(u"/wipestats: cannot (needs <@&%1>)"_s.arg(bench->dataRole)));
}

void TestCommandRouter::wrongPlacesAreSaid()
{
    QVERIFY(bench->start());
    bench->deliver = false;
    bench->discord.runCommand(bench->guild, bench->channel, bench->owner, u"help"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench->interactions.size(), 1, CommandBench::Patience);
    const auto sent = [&](Discord::Interaction interaction) {
        static quint64 serial = 1;
        interaction.id = InteractionId(MessageId::atMs(bench->clock.utc()).value + ++serial);
        const qsizetype before = bench->discord.requests().size();
        bench->router->handle(interaction);
        if (!QTest::qWaitFor([&] { return bench->discord.requests().size() > before; },
                             CommandBench::Patience))
            return QJsonValue();
        return bench->discord.requests().last().body;
    };
    const auto text = [](const QJsonValue &body) { return body[u"data"][u"content"].toString(); };
    Discord::Interaction interaction = bench->interactions.first();
    interaction.guild = {};
    QCOMPARE(text(sent(interaction)), u"Use this in a server."_s);
    interaction.guild = GuildId(4711);
    QCOMPARE(text(sent(interaction)), u"Starting up, try again in a few seconds."_s);
    interaction = bench->interactions.first();
    bench->notServed = {GuildId(bench->guild)};
    const QJsonValue refused = sent(interaction);
    QCOMPARE(text(refused), u"This bot is not set up to serve this server."_s);
    QCOMPARE(refused[u"data"][u"flags"].toInt(), 64);
    bench->notServed = {};
    interaction.commandName = u"purge"_s;
    QCOMPARE(text(sent(interaction)), u"This bot no longer has that command. /help lists what it has."_s);
}

void TestCommandRouter::twentyCommandsIn10SecondsAreEnough()
{
    const MonoMs frozen = bench->clock.mono();
    QVERIFY(bench->start());
    bench->clock.mono = [frozen] { return frozen; };
    bench->makeRouter();
    quint64 last = 0;
    for (int i = 0; i < 20; ++i)
        last = bench->discord.runCommand(bench->guild, bench->channel, bench->member, u"help"_s);
    const quint64 tooMany = bench->run(bench->member, u"help");
    QVERIFY(!bench->embed(bench->answered(last)).isEmpty());
    QCOMPARE(bench->content(tooMany), u"Too many commands, try again in 10 s."_s);
    QVERIFY(bench->embed(bench->run(bench->ben, u"help")).contains(u"title"));
}

void TestCommandRouter::anInteractionIsAnsweredOnce()
{
    QVERIFY(bench->start());
    bench->run(bench->member, u"help");
    const qsizetype requests = bench->discord.requests().size();
    bench->router->handle(bench->interactions.last());
    bench->run(bench->member, u"help");
    QCOMPARE(bench->discord.requests().size(),
             requests + 2); // acknowledged and answered, of the second /help
}

void TestCommandRouter::forgedButtonsDoNothing()
{
    QVERIFY(bench->start());
    bench->pastTicket(3 * DayMs, bench->appeals);
    const quint64 asked = bench->run(bench->owner, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    bench->deliver = false;
    bench->discord.press(asked, bench->customId(asked, u"CSV"), bench->owner);
    QTRY_COMPARE_WITH_TIMEOUT(bench->interactions.size(), 2, CommandBench::Patience);
    const Discord::Interaction genuine = bench->interactions.last();
    const qsizetype before = bench->discord.requests().size();
    // By somebody without rights, with ids that people can think of or find.
    QRandomGenerator random(7);
    constexpr int Tries = 100; // below the limits of TM-31
    for (int i = 0; i < Tries; ++i) {
        Discord::Interaction forged = genuine;
        forged.id = InteractionId(genuine.id.value + 1 + quint64(i));
        forged.member = {};
        forged.member.user.id = UserId(quint64(1000 + i));
        switch (i % 4) {
        case 0:
            forged.customId = genuine.customId; // belongs to the owner
            break;
        case 1:
            forged.customId =
                ViewId{ViewId::Action::WipeCsv, u"all"_s, 30, ViewId::View::Everything, forged.caller()}
                    .toString(); // right person, no right
            break;
        case 2:
            forged.customId = genuine.customId;
            forged.customId[random.bounded(int(forged.customId.size()))] = u'~';
            break;
        default:
            forged.customId = genuine.customId;
            forged.messageAuthor = UserId(5); // a message of another bot
        }
        bench->router->handle(forged);
    }
    QTRY_COMPARE_WITH_TIMEOUT(bench->discord.requests().size(), before + Tries, CommandBench::Patience);
    for (qsizetype i = before; i < bench->discord.requests().size(); ++i) {
        const StandInDiscord::Received &request = bench->discord.requests()[i];
        QVERIFY(request.path.endsWith(u"/callback"_s));
        QCOMPARE(request.body[u"type"].toInt(), 4);
        QCOMPARE(request.body[u"data"][u"flags"].toInt(), 64);
    }
    QCOMPARE(bench->tickets(), 1);
}

void TestCommandRouter::anAnswerThatDiscordRefusesBecomesAnApology()
{
    QVERIFY(bench->start());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^ref [0-9A-F]{4} /ticketstats"_s));
    bench->discord.answerNext(u"PATCH /webhooks/**"_s, 400, {{"content-type", "application/json"}},
                              R"({"code":50035,"message":"Invalid Form Body"})");
    const quint64 asked = bench->run(bench->viewer, u"ticketstats", bench->statsOptions(u"all"_s, 7));
    QVERIFY(bench->content(asked).startsWith(u"Something went wrong on my side (ref "_s));
    QTRY_VERIFY(bench->outcomes.value(0).startsWith(u"ticketstats: failed (ref "_s));
}

void TestCommandRouter::somebodyElseAnsweringIsNoticed()
{
    QVERIFY(bench->start());
    QSignalSpy suspected(bench->router.get(), &CommandRouter::anotherProgramSuspected);
    bench->discord.answerNext(u"POST /interactions/**"_s, 400, {{"content-type", "application/json"}},
                              R"({"code":40060,"message":"Interaction has already been acknowledged."})", 4);
    for (int i = 0; i < 3; ++i)
        bench->discord.runCommand(bench->guild, bench->channel, bench->member, u"help"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench->outcomes.size(), 3, CommandBench::Patience);
    QCOMPARE(suspected.size(), 0);
    bench->discord.runCommand(bench->guild, bench->channel, bench->member, u"help"_s);
    QTRY_COMPARE_WITH_TIMEOUT(suspected.size(), 1, CommandBench::Patience);
}

void TestCommandRouter::foreignApplicationsAreIgnored()
{
    QVERIFY(bench->start());
    bench->run(bench->member, u"help");
    const qsizetype requests = bench->discord.requests().size();
    Discord::Interaction foreign = bench->interactions.last();
    foreign.id = InteractionId(foreign.id.value + 1);
    foreign.application = ApplicationId(5);
    bench->router->handle(foreign);
    bench->run(bench->member, u"help");
    QCOMPARE(bench->discord.requests().size(),
             requests + 2); // acknowledged and answered, of the second /help
}

QTEST_GUILESS_MAIN(TestCommandRouter)
#include "tst_commandrouter.moc"
