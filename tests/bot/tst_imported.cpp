// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/botfixture.h"

#include "bot/historychange.h"
#include "bot/migration/importservice.h"
#include "bot/store/noticestore.h"

#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::Literals::StringLiterals;

// A history that comes in while the bot runs (MIGRATION "closed_at": open tickets are reconciled with Discord): its open
// tickets are followed from then on, what the roles of the settings mean is true of what was recorded before, and taking the
// import back ends both.
class tst_Imported : public QObject
{
    Q_OBJECT
private slots:
    void openTicketsAreFollowedAtOnce();
    void openTicketsWhoseChannelIsGoneCloseAtAnUnknownTime();
    void whatWasImportedBeforeTheServerWasSeenIsFollowed();
    void betweenTheImportAndTheFirstLookIsAHole();
    void undoneImportsAreNoLongerFollowed();
    void nothingOfAnImportIsPosted();
    void rolesOfTheSettingsHoldForRecordedMessages();

private:
    struct Row
    {
        quint64 channel = 0;
        UtcMs openedMs = 0, closedMs = 0;
    };
    QString history(const QVector<Row> &rows) const;
    void bring(BotFixture &bot, const ImportOptions &options, const ImportService::Chosen &chosen = {},
               bool refold = false) const;

    QTemporaryDir m_dir;
};

QString tst_Imported::history(const QVector<Row> &rows) const
{
    const QString path = m_dir.filePath(u"tickets-%1.db"_s.arg(QRandomGenerator::global()->generate()));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"history"_s);
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("cannot make the source");
        QSqlQuery query(db);
        const auto run = [&query](const QString &sql) {
            if (!query.exec(sql))
                qFatal("%s", qPrintable(query.lastError().text()));
        };
        run(u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER, category TEXT)"_s);
        run(u"CREATE TABLE messages(id INTEGER PRIMARY KEY AUTOINCREMENT, channel_id INTEGER, author_id INTEGER, is_staff INTEGER, timestamp INTEGER)"_s);
        for (const Row &row : rows)
            run(u"INSERT INTO tickets VALUES(%1, %2, %3, 'Appeals')"_s.arg(row.channel)
                    .arg(row.openedMs / SecondMs)
                    .arg(row.closedMs ? QString::number(row.closedMs / SecondMs) : u"NULL"_s));
    }
    QSqlDatabase::removeDatabase(u"history"_s);
    return path;
}

// As the console does it.
void tst_Imported::bring(BotFixture &bot, const ImportOptions &given, const ImportService::Chosen &chosen,
                         bool refold) const
{
    ImportOptions options = given;
    if (!options.defaultGuild)
        options.defaultGuild = GuildId(bot.guild);
    ImportService service(bot.host->storage(), {{}, u"desk"_s, true});
    std::optional<Result<ImportReport>> report;
    service.run(options, chosen, [&report](const Result<ImportReport> &done) { report = done; });
    QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), BotFixture::WaitMs);
    QVERIFY2(report->ok(), qPrintable(report->ok() ? QString() : report->error().text));
    bool known = false;
    historyChanged(*bot.host, GuildId(bot.guild), refold, &service, [&known](const Status &status) {
        QVERIFY(status.ok());
        known = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(known, BotFixture::WaitMs);
}

void tst_Imported::openTicketsAreFollowedAtOnce()
{
    BotFixture bot;
    DemoWorld &w = bot.discord.world();
    const UtcMs opened = w.now() - HourMs;
    // A category that nobody named as one of tickets: without the import these are any channels.
    const quint64 read = w.addChannel(bot.guild, bot.otherCategory, u"old-1"_s,
                                      {.by = bot.ticketBot, .requester = 0, .reason = {}, .atMs = 0});
    const quint64 closing = w.addChannel(bot.guild, bot.otherCategory, u"old-2"_s,
                                         {.by = bot.ticketBot, .requester = 0, .reason = {}, .atMs = 0});
    w.addMessage(read, bot.kira);
    QVERIFY(bot.start());
    w.addMessage(read, bot.ana);
    QVERIFY(!bot.ticket(read));

    ImportOptions options;
    options.paths = {history({{read, opened, 0}, {closing, opened, 0}})};
    bring(bot, options);
    if (QTest::currentTestFailed())
        return;
    // What was written before is read,
    QTRY_COMPARE_WITH_TIMEOUT(bot.ticket(read)->row.ticket.derived.staffMessages, 1, BotFixture::WaitMs);
    QCOMPARE(bot.ticket(read)->row.ticket.derived.humanMessages(), 2);
    // what is written now counts as it comes,
    w.addMessage(read, bot.ben);
    QTRY_COMPARE_WITH_TIMEOUT(bot.ticket(read)->row.ticket.derived.staffMessages, 2, BotFixture::WaitMs);
    // and a deletion closes, with the time and the name that the audit log has.
    w.deleteChannel(closing, bot.ana, u"done"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!bot.ticket(closing)->row.ticket.open(), BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(bot.ticket(closing)->row.ticket.closedBy, UserId(bot.ana), BotFixture::WaitMs);
    QVERIFY(bot.ticket(read)->row.ticket.open());
    QCOMPARE(bot.ticket(read)->row.ticket.openedAtMs,
             opened / SecondMs * SecondMs); // legacy times are kept (M-01)
}

void tst_Imported::openTicketsWhoseChannelIsGoneCloseAtAnUnknownTime()
{
    BotFixture bot;
    QVERIFY(bot.start());
    const UtcMs now = bot.discord.world().now();
    const UtcMs opened = (now - 90 * DayMs) / SecondMs * SecondMs;
    const quint64 gone = ChannelId::atMs(opened).value + 7;
    const quint64 before = ChannelId::atMs(opened).value + 8;
    ImportOptions options;
    options.paths = {history({{gone, opened, 0}, {before, opened, opened + HourMs}})};
    bring(bot, options);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(!bot.ticket(gone)->row.ticket.open(), BotFixture::WaitMs);
    const Spell spell = bot.ticket(gone)->row.ticket.spells.last();
    QCOMPARE(spell.closedSource, TimeSource::Inferred);
    QCOMPARE(spell.closedNotBeforeMs, opened); // nobody ever saw it alive
    QVERIFY(spell.closedAtMs >= now);
    // What the history closed keeps its time.
    QCOMPARE(bot.ticket(before)->row.ticket.spells.last().closedAtMs, opened + HourMs);
}

void tst_Imported::whatWasImportedBeforeTheServerWasSeenIsFollowed()
{
    BotFixture bot;
    DemoWorld &w = bot.discord.world();
    const quint64 channel = w.addChannel(bot.guild, bot.otherCategory, u"old-1"_s,
                                         {.by = bot.ticketBot, .requester = 0, .reason = {}, .atMs = 0});
    bot.discord.refuseConnections(true);
    bot.launch();
    ImportOptions options;
    options.paths = {history({{channel, w.now() - HourMs, 0}})};
    bring(bot, options);
    if (QTest::currentTestFailed())
        return;
    bot.discord.refuseConnections(false);
    bot.host->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(bot.readyGuilds == 1, BotFixture::WaitMs);
    w.addMessage(channel, bot.ana);
    QTRY_COMPARE_WITH_TIMEOUT(bot.ticket(channel)->row.ticket.derived.staffMessages, 1, BotFixture::WaitMs);
}

// METRICS M-07: the other bot's last record may be days old when ours looks for the first time. What Discord still has of
// those days is read, and the rest is a hole, never a zero.
void tst_Imported::betweenTheImportAndTheFirstLookIsAHole()
{
    BotFixture bot;
    DemoWorld &w = bot.discord.world();
    const quint64 panel = w.addChannel(bot.guild, bot.category, u"open-a-ticket"_s);
    w.addMessage(panel, bot.owner);
    bot.discord.refuseConnections(true);
    bot.launch();
    const UtcMs last = (w.now() - 6 * DayMs) / SecondMs * SecondMs;
    ImportOptions options;
    options.paths = {history({{ChannelId::atMs(last - HourMs).value, last - HourMs, last}})};
    bring(bot, options);
    if (QTest::currentTestFailed())
        return;
    const auto holes = [&bot, &w, last] {
        return bot.ask([&](const Reader &reader) {
            return reader.gaps(GuildId(bot.guild), {last - MinuteMs, w.now() + MinuteMs});
        });
    };
    QCOMPARE(holes().size(), 1);
    QCOMPARE(holes().first().fromMs, last);
    QCOMPARE(holes().first().toMs, 0); // it goes on
    const quint64 thread = w.addThread(bot.guild, panel, u"ticket-1"_s, false,
                                       {.by = bot.ticketBot, .requester = bot.kira, .reason = {}, .atMs = 0});
    w.setThreadState(thread, true, true, bot.ticketBot);

    const UtcMs before = Clock::system().utc();
    bot.discord.refuseConnections(false);
    bot.host->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(bot.readyGuilds == 1, BotFixture::WaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(holes().size() == 1 && holes().first().toMs != 0, BotFixture::WaitMs);
    QCOMPARE(holes().first().fromMs, last);
    QVERIFY(holes().first().toMs >= before);
    QVERIFY(bot.numbers(5).observed < 0.01);
    QTRY_VERIFY_WITH_TIMEOUT(bot.ticket(thread) && !bot.ticket(thread)->row.ticket.open(),
                             BotFixture::WaitMs);
}

void tst_Imported::undoneImportsAreNoLongerFollowed()
{
    BotFixture bot;
    DemoWorld &w = bot.discord.world();
    const quint64 channel = w.addChannel(bot.guild, bot.otherCategory, u"old-1"_s,
                                         {.by = bot.ticketBot, .requester = 0, .reason = {}, .atMs = 0});
    const quint64 ticket = bot.openTicket(u"appeal-1"_s, bot.kira);
    QVERIFY(bot.start());
    ImportOptions options;
    options.paths = {history({{channel, w.now() - HourMs, 0}})};
    bring(bot, options);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(bot.ticket(channel).has_value(), BotFixture::WaitMs);
    ImportService service(bot.host->storage(), {{}, u"desk"_s, true});
    bool undone = false;
    service.undo(1, [&](const Status &status) {
        QVERIFY2(status.ok(), qPrintable(status.ok() ? QString() : status.error().text));
        historyChanged(*bot.host, GuildId(bot.guild), true, &service, [&](const Status &) { undone = true; });
    });
    QTRY_VERIFY_WITH_TIMEOUT(undone, BotFixture::WaitMs);
    w.addMessage(channel, bot.ana);
    w.addMessage(ticket, bot.ana); // the marker: it comes after
    QTRY_COMPARE_WITH_TIMEOUT(bot.ticket(ticket)->row.ticket.derived.staffMessages, 1, BotFixture::WaitMs);
    QVERIFY(!bot.ticket(channel));
}

// A running bot posts a card for each opening and close; of another bot's history it posts none (K-02).
void tst_Imported::nothingOfAnImportIsPosted()
{
    BotFixture bot;
    QVERIFY(bot.start());
    bool ruled = false;
    bot.host->storage().write(
        this,
        [&bot](Writer &w) -> Status {
            w.setNoticeRules(GuildId(bot.guild), {true, true, true});
            return {};
        },
        [&ruled](const Status &) { ruled = true; });
    QTRY_VERIFY(ruled);
    QVector<Row> rows;
    const UtcMs opened = bot.discord.world().now() - 30 * DayMs;
    for (quint64 i = 0; i < 20; ++i)
        rows.append({ChannelId::atMs(opened).value + i, opened, i % 2 ? opened + HourMs : 0});
    ImportOptions options;
    options.paths = {history(rows)};
    bring(bot, options);
    if (QTest::currentTestFailed())
        return;
    QTRY_COMPARE_WITH_TIMEOUT(bot.numbers(365).openAtEnd, 0, BotFixture::WaitMs);
    // What Discord told of the ten open ones was found while catching up on old news: kept, and skipped.
    const auto told = [&bot] {
        return bot.ask([](const Reader &reader) {
            QSqlQuery query(reader.database());
            return query.exec(
                       u"SELECT count(*) FROM notice WHERE event <> 2 OR live = 1 OR state IN (0, 1)"_s)
                    && query.next()
                ? query.value(0).toLongLong()
                : -1;
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(told(), 0, BotFixture::WaitMs);
}

// UX J4 "Also for messages already recorded": the support roles of the Python bot's settings decide for what the bot had
// recorded before they were known.
void tst_Imported::rolesOfTheSettingsHoldForRecordedMessages()
{
    BotFixture bot;
    bot.environment.lists.remove(Setting::SupportRoles);
    const quint64 ticket = bot.openTicket(u"appeal-1"_s, bot.kira);
    QVERIFY(bot.start());
    bot.discord.world().addMessage(ticket, bot.ana);
    QTRY_COMPARE_WITH_TIMEOUT(bot.ticket(ticket)->row.ticket.derived.humanMessages(), 1, BotFixture::WaitMs);
    QCOMPARE(bot.ticket(ticket)->row.ticket.derived.staffMessages, 0);

    QFile settings(m_dir.filePath(u"permissions.py"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("SUPPORT_ROLES = ['Support']\n");
    settings.close();
    ImportOptions options;
    options.paths = {settings.fileName()};
    ImportService::Chosen chosen;
    chosen.guild = GuildId(bot.guild);
    chosen.matches =
        matchSettings(readPythonSettings(options.paths), {{RoleId(bot.staffRole), u"Support"_s}}, {});
    bring(bot, options, chosen, true);
    if (QTest::currentTestFailed())
        return;
    QTRY_COMPARE_WITH_TIMEOUT(bot.ticket(ticket)->row.ticket.derived.staffMessages, 1, BotFixture::WaitMs);
    bot.discord.world().addMessage(ticket, bot.ben); // and for what comes
    QTRY_COMPARE_WITH_TIMEOUT(bot.ticket(ticket)->row.ticket.derived.staffMessages, 2, BotFixture::WaitMs);
}

QTEST_GUILESS_MAIN(tst_Imported)
#include "tst_imported.moc"
