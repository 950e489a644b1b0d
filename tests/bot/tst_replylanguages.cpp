// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/noticebench.h"

#include "bot/base/translations.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

// Everything that the bot says, in English and in German: replies in the caller's language, posts in the server's (UX 4.1).
// With TA_PRINT_REPLIES the texts are printed, to be read.
class tst_ReplyLanguages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Translations::load(); }
    void repliesAreInTheCallersLanguage_data();
    void repliesAreInTheCallersLanguage();
    void noReplyMixesTheConsolesLanguageIn();
    void aPublicReplyStaysInTheServersLanguage();
    void postsAreInTheServersLanguage_data();
    void postsAreInTheServersLanguage();

private:
    // Title, text, fields, footer, buttons: as a person reads them.
    static QStringList linesOf(const QJsonObject &message);
    static void print(const QString &what, const QStringList &lines);
    static bool whole(const QString &line);
};

QStringList tst_ReplyLanguages::linesOf(const QJsonObject &message)
{
    QStringList lines{message["content"_L1].toString()};
    const QJsonArray embeds = message["embeds"_L1].toArray();
    for (const QJsonValue &embed : embeds) {
        lines << embed["title"_L1].toString() << embed["description"_L1].toString();
        const QJsonArray fields = embed["fields"_L1].toArray();
        for (const QJsonValue &field : fields)
            lines << field["name"_L1].toString() + u": "_s + field["value"_L1].toString();
        lines << embed["footer"_L1]["text"_L1].toString();
    }
    const QJsonArray rows = message["components"_L1].toArray();
    for (const QJsonValue &row : rows) {
        const QJsonArray parts = row["components"_L1].toArray();
        for (const QJsonValue &part : parts)
            lines << part["label"_L1].toString() + part["placeholder"_L1].toString();
    }
    lines.removeAll(QString());
    return lines;
}

void tst_ReplyLanguages::print(const QString &what, const QStringList &lines)
{
    if (qEnvironmentVariableIsSet("TA_PRINT_REPLIES"))
        qInfo().noquote() << u"\n== "_s + what + u'\n' + lines.join(u'\n');
}

// Nothing that a program left over: places without a value, plural marks, an empty translation. And no "since 3 hours ago".
bool tst_ReplyLanguages::whole(const QString &line)
{
    static const QRegularExpression leftOver(u"%\\d|%n|\\(s\\)|\\bnan\\b|\\bundefined\\b"_s);
    static const QRegularExpression sinceAgo(u"\\b(since|seit|for|on|at|am|um) <t:\\d+:R>"_s);
    return !line.contains(leftOver) && !line.contains(sinceAgo);
}

void tst_ReplyLanguages::repliesAreInTheCallersLanguage_data()
{
    QTest::addColumn<QJsonArray>("options");
    const QJsonArray categoryAndDays{stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 7)};
    QTest::newRow("ticketstats") << categoryAndDays;
    QTest::newRow("wipestats") << QJsonArray();
    QTest::newRow("wipehistory") << QJsonArray();
    QTest::newRow("maxpermsadd") << QJsonArray{
        QJsonObject{{u"name"_s, u"user"_s}, {u"type"_s, 6}, {u"value"_s, u"ben"_s}}};
    QTest::newRow("maxpermsremove") << QJsonArray{
        QJsonObject{{u"name"_s, u"user"_s}, {u"type"_s, 6}, {u"value"_s, u"ben"_s}}};
    QTest::newRow("privilegedusers") << QJsonArray();
    QTest::newRow("waiting") << QJsonArray();
    QTest::newRow("tickethistory") << categoryAndDays;
    QTest::newRow("mystats") << QJsonArray();
    QTest::newRow("logchannelset") << QJsonArray{
        QJsonObject{{u"name"_s, u"channel"_s}, {u"type"_s, 7}, {u"value"_s, u"log"_s}}};
    QTest::newRow("summarychannel") << QJsonArray{
        QJsonObject{{u"name"_s, u"channel"_s}, {u"type"_s, 7}, {u"value"_s, u"log"_s}}};
    QTest::newRow("summaryfrequency") << QJsonArray{integerOption(u"minutes"_s, 360)};
    QTest::newRow("viewpermissions") << QJsonArray();
    QTest::newRow("help") << QJsonArray();
}

void tst_ReplyLanguages::repliesAreInTheCallersLanguage()
{
    QFETCH(QJsonArray, options);
    const QString command = QString::fromLatin1(QTest::currentDataTag());
    NoticeBench f;
    QVERIFY(f.start());
    QVERIFY(f.settle([&f](NoticeSettings &settings) {
        SummarySchedule daily;
        daily.id = 1;
        daily.channel = ChannelId(f.management);
        settings.schedules = {daily};
    }));
    const quint64 ticket = f.openTicket(u"appeal-1"_s, f.kira);
    f.discord.world().addMessage(ticket, f.ana);
    f.discord.world().addMessage(ticket, f.kira);
    f.openTicket(u"appeal-2"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 2, BotFixture::WaitMs);
    for (qsizetype i = 0; i < options.size(); ++i) {
        QJsonObject option = options.at(i).toObject();
        if (option["value"_L1].toString() == "ben"_L1)
            option["value"_L1] = QString::number(f.ben);
        else if (option["value"_L1].toString() == "log"_L1)
            option["value"_L1] = QString::number(f.log);
        options[i] = option;
    }
    const quint64 caller = command == "mystats"_L1 ? f.ana : f.owner;
    const auto ask = [&](const QString &locale) {
        const auto reply = f.answer(f.discord.runCommand(f.guild, f.lobby, caller, command, options, locale));
        return linesOf(reply.message);
    };
    const QStringList english = ask(u"en-GB"_s);
    const QStringList german = ask(u"de"_s);
    print(command + u" (en)"_s, english);
    print(command + u" (de)"_s, german);
    QVERIFY(!english.isEmpty());
    QVERIFY(!german.isEmpty());
    QVERIFY2(english != german, "the caller's language is not spoken");
    for (const QString &line : english + german)
        QVERIFY2(whole(line), qPrintable(line));
    // A refusal speaks it, too.
    if (command == "help"_L1 || command == "viewpermissions"_L1)
        return;
    const auto refused = [&](const QString &locale) {
        return linesOf(
            f.answer(f.discord.runCommand(f.guild, f.lobby, f.kira, command, options, locale)).message);
    };
    const QStringList no = refused(u"en-GB"_s), nein = refused(u"de"_s);
    print(command + u" refused"_s, no + nein);
    QVERIFY(no != nein);
}

// UX 4.1: what stands in the middle of a reply, too, whatever language the window has.
void tst_ReplyLanguages::noReplyMixesTheConsolesLanguageIn()
{
    NoticeBench f;
    QVERIFY(f.start());
    const auto ask = [&f](const QString &command, const QJsonArray &options = {}) {
        const auto reply =
            f.answer(f.discord.runCommand(f.guild, f.lobby, f.owner, command, options, u"de"_s));
        return linesOf(reply.message).join(u'\n');
    };
    const QString help = ask(u"help"_s);
    QVERIFY2(help.contains(u" · verbunden"_s) && !help.contains(u"connected"_s), qPrintable(help));
    const QString noDays = ask(u"wipestats"_s, {stringOption(u"scope"_s, u"older-than"_s)});
    QVERIFY2(noDays.contains(u"„älter als“"_s), qPrintable(noDays)); // as the choice is called
    f.discord.world().denyBot(f.management, 1 << 11);
    const QJsonArray there{
        QJsonObject{{u"name"_s, u"channel"_s}, {u"type"_s, 7}, {u"value"_s, QString::number(f.management)}}};
    for (const QString &command : {u"logchannelset"_s, u"summarychannel"_s}) {
        QString said;
        QVERIFY(QTest::qWaitFor(
            [&] {
                said = ask(command, there);
                return said.contains(u"kann in <#%1> nichts schreiben"_s.arg(f.management));
            },
            BotFixture::WaitMs));
        QVERIFY2(said.contains(u"Nachrichten senden fehlt."_s) && !said.contains(u"missing"_s),
                 qPrintable(said));
    }
}

// UX 4.1: what everybody in the channel reads does not change its language with who pressed a button.
void tst_ReplyLanguages::aPublicReplyStaysInTheServersLanguage()
{
    NoticeBench f;
    QVERIFY(f.start());
    QVERIFY(f.configure([](StoredConfig &config) { config.postLanguage = u"de"_s; }));
    const auto askedAndChosen = [&f](bool isPublic) {
        const QJsonArray options{
            stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 7),
            QJsonObject{{u"name"_s, u"public"_s}, {u"type"_s, 5}, {u"value"_s, isPublic}}};
        const quint64 asked =
            f.discord.runCommand(f.guild, f.lobby, f.owner, u"ticketstats"_s, options, u"de"_s);
        const QStringList first = linesOf(f.answer(asked).message);
        const QJsonArray rows = f.discord.reply(asked).message["components"_L1].toArray();
        QString period;
        for (const QJsonValue &row : rows) {
            const QString id = row["components"_L1][0]["custom_id"_L1].toString();
            if (id.contains(u":period:"_s))
                period = id;
        }
        f.answer(f.discord.choose(asked, period, {u"30"_s}, f.owner));
        return std::pair(first.join(u'\n'), linesOf(f.discord.reply(asked).message).join(u'\n'));
    };
    // The command is given from a German client, the choice comes from an English one.
    const auto [shown, chosen] = askedAndChosen(true);
    QVERIFY2(shown.contains(u"Ticketstatistik"_s), qPrintable(shown));
    QVERIFY2(chosen.contains(u"Ticketstatistik"_s) && chosen != shown, qPrintable(chosen));
    const auto [alone, then] = askedAndChosen(false);
    QVERIFY2(alone.contains(u"Ticketstatistik"_s), qPrintable(alone));
    QVERIFY2(then.contains(u"Ticket statistics"_s), qPrintable(then));
}

void tst_ReplyLanguages::postsAreInTheServersLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("titles"); // opened, first reply, closed, alarm, its end, summary
    QTest::newRow("English") << u"en-GB"_s
                             << QStringList{u"Ticket opened"_s, u"First reply"_s,
                                            u"Ticket closed"_s, u"1 ticket waits over 10 minutes"_s,
                                            u"All answered"_s,  u"Daily ticket summary"_s};
    QTest::newRow("German") << u"de"_s
                            << QStringList{u"Ticket eröffnet"_s,    u"Erste Antwort"_s,
                                           u"Ticket geschlossen"_s, u"1 Ticket wartet über 10 Minuten"_s,
                                           u"Alle beantwortet"_s,   u"Tägliche Ticket-Zusammenfassung"_s};
}

void tst_ReplyLanguages::postsAreInTheServersLanguage()
{
    QFETCH(QString, language);
    QFETCH(QStringList, titles);
    NoticeBench f;
    QVERIFY(f.start());
    QVERIFY(f.configure([&](StoredConfig &config) {
        config.logChannel = ChannelId(f.log);
        config.postLanguage = language;
    }));
    QVERIFY(f.settle([&f](NoticeSettings &settings) {
        settings.logEvents = {true, true, true};
        settings.alarm(AlarmKind::Overdue) = {true, 0, false, ChannelId(f.management), {}};
    }));
    const quint64 late = f.openTicket(u"appeal-1"_s, f.kira, f.clock.utc() - 20 * MinuteMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.management), QStringList{titles[3]}, BotFixture::WaitMs);
    print(u"alarm"_s, linesOf(f.posted(f.management).first()));
    f.discord.world().addMessage(late, f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.management), QStringList{titles[4]}, BotFixture::WaitMs);
    print(u"its end"_s, linesOf(f.posted(f.management).first()));
    f.discord.world().deleteChannel(late, f.ticketBot, u"closed by ana"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log), (QStringList{titles[0], titles[1], titles[2]}),
                              BotFixture::WaitMs);
    SummarySchedule daily;
    daily.id = 1;
    daily.channel = ChannelId(f.management);
    daily.contents = 63; // everything
    f.host->sendSummaryNow(GuildId(f.guild), daily, f.host.get(), [](const Status &) {});
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.management).size(), 2, BotFixture::WaitMs);
    QCOMPARE(f.titles(f.management).last(), titles[5]);
    QVector<QJsonObject> all = f.posted(f.log);
    all += f.posted(f.management);
    for (const QJsonObject &message : std::as_const(all)) {
        print(u"post"_s, linesOf(message));
        for (const QString &line : linesOf(message))
            QVERIFY2(whole(line), qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(tst_ReplyLanguages)
#include "tst_replylanguages.moc"
