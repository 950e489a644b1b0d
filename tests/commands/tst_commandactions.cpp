// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandbench.h"

#include "bot/notices/noticesettings.h"
#include "bot/store/noticestore.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::Literals::StringLiterals;

namespace {

// Another program that holds the database: writes wait until it lets go.
class Blocker
{
public:
    explicit Blocker(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"blocker"_s);
        m_database.setDatabaseName(path);
        if (!m_database.open() || !QSqlQuery(m_database).exec(u"BEGIN IMMEDIATE"_s))
            qFatal("The database cannot be blocked");
    }
    ~Blocker()
    {
        QSqlQuery(m_database).exec(u"ROLLBACK"_s);
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(u"blocker"_s);
    }

private:
    QSqlDatabase m_database;
};

} // namespace

// Commands and buttons that change data: previews, confirmations, undo, max permissions, and what happens when the disk or
// Discord does not play along.
class TestCommandActions : public QObject
{
    Q_OBJECT
private slots:
    void init() { bench = std::make_unique<CommandBench>(); }
    void cleanup() { bench.reset(); }

    void deletingIsPreviewedDoneAndUndone();
    void nothingIsDeletedWithoutABackup();
    void openTicketsAreKeptUnlessEverythingGoes();
    void aLargeShareIsTypedFirst();
    void cancellingDeletesNothing();
    void aConfirmationLives2Minutes();
    void changedNumbersAreAskedAbout();
    void aConfirmationWorksOnce(); // TM-13
    void onlyTheCallerConfirms(); // TM-12
    void aRightThatIsGoneConfirmsNothing(); // TM-11
    void anUndoIsRefusedByTheNameOfItsCommand(); // TM-11
    void anotherServerConfirmsNothing(); // TM-09
    void afterARestartTheQuestionIsAskedAnew();
    void undoSurvivesARestart();
    void theDownloadHoldsWhatWouldGo();
    void historyListsPagesAndUndoes();
    void maxPermissionsAreEffectiveAtOnce();
    void maxPermissionsAreRefused_data();
    void maxPermissionsAreRefused(); // TM-10
    void maxPermissionsAreRemoved();
    void whoLeftIsMarked();
    void aBusyDatabaseIsSaidAndNothingChanges(); // UX 4.3
    void aDatabaseThatComesBackInTimeAnswers();
    void whatNobodySeesAnsweredIsNotDone(); // F-35

private:
    // 100 tickets, so that a few of them are a small share; the newest 5 within 3 days.
    void fill()
    {
        for (int i = 0; i < 5; ++i)
            bench->pastTicket((i + 1) * 12 * HourMs, bench->appeals);
        for (int i = 0; i < 95; ++i)
            bench->pastTicket((40 + i) * DayMs, bench->general);
    }
    quint64 askToDelete(int days)
    {
        return bench->run(bench->deleter, u"wipestats", {bench->option(u"days", days)});
    }
    QString preview(quint64 asked) const { return bench->embed(asked)[u"description"].toString(); }

    std::unique_ptr<CommandBench> bench;
};

void TestCommandActions::deletingIsPreviewedDoneAndUndone()
{
    QVERIFY(bench->start());
    fill();
    const quint64 asked = askToDelete(3);
    QVERIFY(bench->discord.reply(asked).ephemeral);
    QVERIFY2(preview(asked).contains(u"Delete 5 tickets and 10 messages opened since <t:"_s),
             qPrintable(preview(asked)));
    QVERIFY(preview(asked).contains(u"Open tickets kept: 0"_s));
    QVERIFY(preview(asked).contains(u"Backup: will be made first"_s));
    QCOMPARE(bench->field(asked, u"Appeals"), u"5"_s);
    QCOMPARE(bench->tickets(), 100);

    const quint64 pressed = bench->press(asked, bench->customId(asked, u"Delete 5 tickets"), bench->deleter);
    QCOMPARE(bench->discord.reply(pressed).callbackType, 6);
    QVERIFY2(bench->content(asked).startsWith(u"Deleted 5 tickets. Undo until <t:"_s),
             qPrintable(bench->content(asked)));
    QVERIFY(bench->embed(asked).isEmpty());
    QCOMPARE(bench->tickets(), 95);
    const auto wipes =
        bench->ask([id = GuildId(bench->guild)](const Reader &reader) { return reader.wipes(id, 0, 10); });
    QCOMPARE(wipes.size(), 1);
    QCOMPARE(wipes[0].actor.user, UserId(bench->deleter));
    QVERIFY(QFile::exists(bench->folder.filePath(u"backups/"_s + wipes[0].backupFile)));

    bench->press(asked, bench->customId(asked, u"Undo"), bench->deleter);
    QCOMPARE(bench->content(asked), u"Restored 5 tickets."_s);
    QCOMPARE(bench->tickets(), 100);
}

// UX J6: without a backup nothing is deleted. Why is the bot log's business, in the console's language.
void TestCommandActions::nothingIsDeletedWithoutABackup()
{
    QVERIFY(bench->start());
    fill();
    QFile inTheWay(bench->folder.filePath(u"backups"_s));
    QVERIFY(QDir(bench->folder.filePath(u"backups"_s)).removeRecursively());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const quint64 asked = askToDelete(3);
    bench->press(asked, bench->customId(asked, u"Delete 5 tickets"), bench->deleter);
    QCOMPARE(bench->content(asked),
             u"Not possible right now. Nothing was deleted. The manager sees the details in the bot log."_s);
    QCOMPARE(bench->tickets(), 100);
}

void TestCommandActions::openTicketsAreKeptUnlessEverythingGoes()
{
    QVERIFY(bench->start());
    fill();
    bench->pastTicket(HourMs, bench->appeals, false);
    const quint64 last = askToDelete(3);
    QVERIFY(preview(last).contains(u"Delete 5 tickets"_s));
    QVERIFY(preview(last).contains(u"Open tickets kept: 1"_s));
    const quint64 all = bench->run(bench->deleter, u"wipestats", {bench->option(u"category", u"Appeals"_s)});
    QVERIFY(preview(all).contains(u"Delete 6 tickets"_s));
    QVERIFY(preview(all).contains(u"including 1 open ticket, which is no longer tracked"_s));
    const quint64 older = bench->run(bench->deleter, u"wipestats",
                                     {bench->option(u"scope", u"older-than"_s), bench->option(u"days", 130)});
    QVERIFY2(preview(older).contains(u"Delete 5 tickets and 10 messages opened before <t:"_s),
             qPrintable(preview(older)));
    const quint64 none = bench->run(bench->deleter, u"wipestats",
                                    {bench->option(u"scope", u"older-than"_s), bench->option(u"days", 3000)});
    QCOMPARE(bench->content(none), u"There is nothing to delete: no ticket fits."_s);
}

void TestCommandActions::aLargeShareIsTypedFirst()
{
    QVERIFY(bench->start());
    for (int i = 1; i <= 12; ++i)
        bench->pastTicket(i * DayMs, bench->appeals);
    const quint64 asked = bench->run(bench->deleter, u"wipestats");
    const QString button = bench->customId(asked, u"Delete 12 tickets");
    const auto typed = [&](const QString &text) {
        const quint64 pressed = bench->press(asked, button, bench->deleter);
        const QJsonObject modal = bench->discord.reply(pressed).modal;
        if (modal[u"components"][0][u"label"].toString() != u"Type \"12\" to delete"_s)
            return quint64(0);
        return bench->answered(bench->discord.submit(pressed, modal[u"custom_id"].toString(),
                                                     {{u"number"_s, text}}, bench->deleter));
    };
    const quint64 wrong = typed(u"21"_s);
    QCOMPARE(bench->discord.reply(wrong).callbackType, 4);
    QVERIFY(bench->content(wrong).startsWith(u"Nothing was deleted. The number to type was 12"_s));
    QCOMPARE(bench->tickets(), 12);
    const quint64 right = typed(u" 12 "_s);
    QCOMPARE(bench->discord.reply(right).callbackType, 6);
    QVERIFY(bench->content(asked).startsWith(u"Deleted 12 tickets."_s));
    QCOMPARE(bench->tickets(), 0);
}

void TestCommandActions::cancellingDeletesNothing()
{
    QVERIFY(bench->start());
    fill();
    const quint64 asked = askToDelete(3);
    bench->press(asked, bench->customId(asked, u"Cancel"), bench->deleter);
    QCOMPARE(bench->content(asked), u"Nothing was deleted."_s);
    QVERIFY(!bench->hasButton(asked, u"Delete 5 tickets"));
    QCOMPARE(bench->tickets(), 100);
}

void TestCommandActions::aConfirmationLives2Minutes()
{
    QVERIFY(bench->start());
    fill();
    const quint64 asked = askToDelete(3);
    bench->aheadMs += 2 * MinuteMs + 1;
    bench->press(asked, bench->customId(asked, u"Delete 5 tickets"), bench->deleter);
    QVERIFY(bench->content(asked).startsWith(u"Nothing was deleted."_s));
    QCOMPARE(bench->tickets(), 100);
}

void TestCommandActions::changedNumbersAreAskedAbout()
{
    QVERIFY(bench->start());
    fill();
    const quint64 asked = askToDelete(3);
    bench->pastTicket(5 * HourMs, bench->appeals);
    bench->press(asked, bench->customId(asked, u"Delete 5 tickets"), bench->deleter);
    QVERIFY2(
        preview(asked).startsWith(u"The numbers have changed since the last preview. Nothing was deleted."_s),
        qPrintable(preview(asked) + bench->content(asked)));
    QCOMPARE(bench->tickets(), 101);
    bench->press(asked, bench->customId(asked, u"Delete 6 tickets"), bench->deleter);
    QVERIFY(bench->content(asked).startsWith(u"Deleted 6 tickets."_s));
    QCOMPARE(bench->tickets(), 95);
}

void TestCommandActions::aConfirmationWorksOnce()
{
    QVERIFY(bench->start());
    fill();
    const quint64 asked = askToDelete(3);
    const QString button = bench->customId(asked, u"Delete 5 tickets");
    // A double click: the second is on its way before the first is answered.
    const quint64 first = bench->discord.press(asked, button, bench->deleter);
    const quint64 second = bench->discord.press(asked, button, bench->deleter);
    bench->answered(first);
    QTRY_COMPARE_WITH_TIMEOUT(bench->discord.reply(second).callbackType, 6, CommandBench::Patience);
    QTRY_COMPARE_WITH_TIMEOUT(bench->outcomes.size(), 3, CommandBench::Patience);
    QVERIFY(bench->content(asked).startsWith(u"Deleted 5 tickets."_s));
    QCOMPARE(bench->discord.reply(second).edits, 0);
    // And once more, replayed to a router that remembers nothing.
    bench->makeRouter();
    bench->router->handle(bench->interactions[1]);
    bench->press(asked, bench->customId(asked, u"Undo"), bench->deleter);
    QCOMPARE(bench->content(asked), u"Restored 5 tickets."_s);
    QCOMPARE(bench->tickets(), 100);
    const auto wipes =
        bench->ask([id = GuildId(bench->guild)](const Reader &reader) { return reader.wipes(id, 0, 10); });
    QCOMPARE(wipes.size(), 1);
}

void TestCommandActions::onlyTheCallerConfirms()
{
    QVERIFY(bench->start());
    fill();
    const quint64 asked = askToDelete(3);
    bench->deliver = false;
    bench->discord.press(asked, bench->customId(asked, u"Delete 5 tickets"), bench->deleter);
    QTRY_COMPARE_WITH_TIMEOUT(bench->interactions.size(), 2, CommandBench::Patience);
    Discord::Interaction stolen = bench->interactions.last();
    stolen.id = InteractionId(stolen.id.value + 1);
    stolen.member.user.id = UserId(bench->owner); // may everything, but it is not theirs
    const qsizetype before = bench->discord.requests().size();
    bench->router->handle(stolen);
    QTRY_COMPARE_WITH_TIMEOUT(bench->discord.requests().size(), before + 1, CommandBench::Patience);
    QVERIFY(bench->discord.requests().last().body[u"data"][u"content"].toString().contains(
        u"they belong to <@%1>. Run /wipestats yourself."_s.arg(bench->deleter)));
    QCOMPARE(bench->tickets(), 100);
}

void TestCommandActions::aRightThatIsGoneConfirmsNothing()
{
    QVERIFY(bench->start());
    fill();
    const quint64 asked = askToDelete(3);
    const QString button = bench->customId(asked, u"Delete 5 tickets");
    bench->discord.world().setMemberRoles(bench->guild, bench->deleter, {});
    const quint64 pressed = bench->press(asked, button, bench->deleter);
    QCOMPARE(bench->discord.reply(pressed).callbackType, 4);
    QVERIFY(bench->content(pressed).startsWith(u"You need <@&"_s));
    // After a restart the database knows the button, and the right is still gone.
    bench->makeRouter();
    bench->discord.press(asked, button, bench->deleter);
    QTRY_VERIFY_WITH_TIMEOUT(bench->outcomes.contains(u"button: refused"_s), CommandBench::Patience);
    QVERIFY(preview(asked).contains(u"Delete 5 tickets"_s));
    QCOMPARE(bench->tickets(), 100);
}

void TestCommandActions::anUndoIsRefusedByTheNameOfItsCommand()
{
    QVERIFY(bench->start());
    NoticeSettings settings;
    SummarySchedule daily;
    daily.id = 1;
    daily.channel = ChannelId(bench->channel);
    settings.schedules = {daily};
    bool saved = false;
    bench->storage.write(
        this,
        [guild = GuildId(bench->guild), settings](Writer &writer) {
            return NoticeStore::saveSettings(writer, guild, settings.toJson(), {});
        },
        [&saved](const Status &status) { saved = status.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(saved, CommandBench::Patience);
    const quint64 changed =
        bench->run(bench->manager, u"summaryfrequency", {CommandBench::option(u"minutes", 360)});
    const QString undo = bench->customId(changed, u"Undo");
    QVERIFY2(!undo.isEmpty(), qPrintable(bench->content(changed)));
    bench->discord.world().setMemberRoles(bench->guild, bench->manager, {});
    const quint64 pressed = bench->press(changed, undo, bench->manager);
    QVERIFY2(bench->content(pressed).contains(u"for /summaryfrequency"_s),
             qPrintable(bench->content(pressed)));
}

void TestCommandActions::anotherServerConfirmsNothing()
{
    QVERIFY(bench->start());
    fill();
    DemoWorld &world = bench->discord.world();
    const quint64 other = world.addGuild(u"Elsewhere"_s, bench->deleter); // the same person owns it
    QTRY_VERIFY_WITH_TIMEOUT(bench->views.count(GuildId(other)), CommandBench::Patience);
    const quint64 asked = askToDelete(3);
    bench->deliver = false;
    bench->discord.press(asked, bench->customId(asked, u"Delete 5 tickets"), bench->deleter);
    QTRY_COMPARE_WITH_TIMEOUT(bench->interactions.size(), 2, CommandBench::Patience);
    for (const bool restarted : {false, true}) {
        if (restarted)
            bench->makeRouter();
        Discord::Interaction elsewhere = bench->interactions.last();
        elsewhere.id = InteractionId(elsewhere.id.value + (restarted ? 2 : 1));
        elsewhere.guild = GuildId(other);
        const qsizetype before = bench->discord.requests().size();
        bench->router->handle(elsewhere);
        QTRY_VERIFY_WITH_TIMEOUT(bench->discord.requests().size() > before, CommandBench::Patience);
        QCOMPARE(bench->tickets(), 100);
    }
}

void TestCommandActions::afterARestartTheQuestionIsAskedAnew()
{
    QVERIFY(bench->start());
    fill();
    const quint64 asked = askToDelete(3);
    const QString old = bench->customId(asked, u"Delete 5 tickets");
    bench->makeRouter();
    bench->press(asked, old, bench->deleter);
    QCOMPARE(bench->tickets(), 100);
    const QString fresh = bench->customId(asked, u"Delete 5 tickets");
    QVERIFY(fresh != old);
    bench->press(asked, fresh, bench->deleter);
    QVERIFY(bench->content(asked).startsWith(u"Deleted 5 tickets."_s));
    QCOMPARE(bench->tickets(), 95);
}

void TestCommandActions::undoSurvivesARestart()
{
    QVERIFY(bench->start());
    fill();
    const quint64 asked = askToDelete(3);
    bench->press(asked, bench->customId(asked, u"Delete 5 tickets"), bench->deleter);
    bench->makeRouter();
    bench->press(asked, bench->customId(asked, u"Undo"), bench->deleter);
    QCOMPARE(bench->content(asked), u"Restored 5 tickets."_s);
    QCOMPARE(bench->tickets(), 100);
}

void TestCommandActions::theDownloadHoldsWhatWouldGo()
{
    QVERIFY(bench->start());
    fill();
    bench->pastTicket(HourMs, bench->appeals, false);
    const quint64 asked = askToDelete(3);
    const quint64 pressed =
        bench->press(asked, bench->customId(asked, u"Download first (CSV)"), bench->deleter);
    const CommandBench::Reply reply = bench->discord.reply(pressed);
    QVERIFY(reply.ephemeral);
    QCOMPARE(reply.files.value(u"tickets-before-delete.csv"_s).count("\r\n"), 1 + 5);
    QVERIFY(bench->hasButton(asked, u"Delete 5 tickets")); // the question is still there
}

void TestCommandActions::historyListsPagesAndUndoes()
{
    QVERIFY(bench->start());
    QCOMPARE(bench->content(bench->run(bench->deleter, u"wipehistory")), u"No data has ever been deleted."_s);
    for (int i = 0; i < 12; ++i)
        bench->pastTicket((10 * i + 5) * DayMs, bench->appeals);
    // Twelve deletions of one ticket each.
    for (int i = 11; i >= 0; --i) {
        std::optional<Status> done;
        WipeScope scope;
        scope.kind = WipeScope::Kind::OlderThan;
        scope.days = 10 * i + 1;
        scope.nowMs = bench->clock.utc();
        bench->storage.write(
            &bench->context,
            [=, guild = GuildId(bench->guild), user = UserId(bench->deleter)](Writer &writer) -> Status {
                WipePreview one;
                one.tickets = 1;
                one.messages = 2;
                const auto wiped = writer.wipe(guild, scope, one, {user, u"dex"_s, false});
                return wiped ? Status() : Status(wiped.error());
            },
            [&](const Status &status) { done = status; });
        QTRY_VERIFY_WITH_TIMEOUT(done.has_value(), CommandBench::Patience);
        QVERIFY2(done->ok(), done->ok() ? "" : qPrintable(done->error().text + done->error().detail));
    }
    QCOMPARE(bench->tickets(), 0);
    const quint64 asked = bench->run(bench->deleter, u"wipehistory");
    QCOMPARE(bench->embed(asked)[u"footer"][u"text"].toString(), u"Page 1 of 2"_s);
    QCOMPARE(preview(asked).count(u'\n'), 9);
    bench->press(asked, bench->customId(asked, u"Next ▶"), bench->deleter);
    QCOMPARE(bench->embed(asked)[u"footer"][u"text"].toString(), u"Page 2 of 2"_s);
    QCOMPARE(preview(asked).count(u'\n'), 1);
    // The second row of that page is the first deletion.
    const QString undo = bench->customId(asked, u"ta1:");
    bench->choose(asked, undo, {u"1"_s}, bench->deleter);
    QCOMPARE(bench->content(asked), u"Restored 1 ticket."_s);
    QCOMPARE(bench->tickets(), 1);
}

void TestCommandActions::maxPermissionsAreEffectiveAtOnce()
{
    QVERIFY(bench->start());
    QVERIFY(bench->content(bench->run(bench->ben, u"wipehistory")).startsWith(u"You need"_s));
    const quint64 added = bench->run(bench->manager, u"maxpermsadd", {bench->userOption(bench->ben)});
    QCOMPARE(
        bench->content(added),
        u"Done. <@%1> can now use every command of this bot, deleting data included, and counts as staff."_s
            .arg(bench->ben));
    QCOMPARE(bench->content(bench->run(bench->ben, u"wipehistory")), u"No data has ever been deleted."_s);
    const quint64 again = bench->run(bench->manager, u"maxpermsadd", {bench->userOption(bench->ben)});
    QVERIFY(bench->content(again).startsWith(
        u"<@%1> already has this, added by <@%2> <t:"_s.arg(bench->ben).arg(bench->manager)));

    bench->press(added, bench->customId(added, u"Undo"), bench->manager);
    QCOMPARE(bench->content(added),
             u"Undone. <@%1> does not have max permissions any more."_s.arg(bench->ben));
    QVERIFY(bench->maxUsers().isEmpty());
    QVERIFY(bench->content(bench->run(bench->ben, u"wipehistory")).startsWith(u"You need"_s));

    const quint64 late = bench->run(bench->manager, u"maxpermsadd", {bench->userOption(bench->ben)});
    bench->aheadMs += 31 * SecondMs;
    bench->press(late, bench->customId(late, u"Undo"), bench->manager);
    QCOMPARE(bench->content(late), u"It is too late to undo this. Nothing was changed."_s);
    QCOMPARE(bench->maxUsers().size(), 1);
}

void TestCommandActions::maxPermissionsAreRefused_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("text");
    for (const QString &command : {u"maxpermsadd"_s, u"maxpermsremove"_s})
        QTest::addRow("%s owner", qPrintable(command))
            << command << u"owner"_s << u"The server owner always has it."_s;
    QTest::newRow("oneself") << u"maxpermsadd"_s << u"self"_s
                             << u"Nobody can give max permissions to themselves."_s;
    QTest::newRow("removing oneself")
        << u"maxpermsremove"_s << u"self"_s << u"Nobody can take max permissions from themselves."_s;
    QTest::newRow("bots") << u"maxpermsadd"_s << u"bot"_s
                          << u"Bots use no commands, so they cannot have max permissions."_s;
    QTest::newRow("not listed") << u"maxpermsremove"_s << u"member"_s << u"does not have max permissions"_s;
}

void TestCommandActions::maxPermissionsAreRefused()
{
    QFETCH(QString, command);
    QFETCH(QString, target);
    QFETCH(QString, text);
    const quint64 bot = bench->person(u"robot", {}, true);
    QVERIFY(bench->start());
    const quint64 user = target == u"owner"_s ? bench->owner
        : target == u"self"_s                 ? bench->manager
        : target == u"bot"_s                  ? bot
                                              : bench->member;
    const quint64 asked = bench->run(bench->manager, command, {bench->userOption(user)});
    QVERIFY2(bench->content(asked).contains(text), qPrintable(bench->content(asked)));
    QVERIFY(bench->maxUsers().isEmpty());
}

void TestCommandActions::maxPermissionsAreRemoved()
{
    QVERIFY(bench->start());
    bench->run(bench->owner, u"maxpermsadd", {bench->userOption(bench->ben)});
    const quint64 removed = bench->run(bench->owner, u"maxpermsremove", {bench->userOption(bench->ben)});
    QCOMPARE(bench->content(removed), u"Done. <@%1> is back to what their roles allow."_s.arg(bench->ben));
    QVERIFY(bench->content(bench->run(bench->ben, u"privilegedusers")).startsWith(u"You need"_s));
    bench->press(removed, bench->customId(removed, u"Undo"), bench->owner);
    QCOMPARE(bench->content(removed), u"Undone. <@%1> has max permissions again."_s.arg(bench->ben));
    QVERIFY(!bench->embed(bench->run(bench->ben, u"privilegedusers")).isEmpty());
}

void TestCommandActions::whoLeftIsMarked()
{
    QVERIFY(bench->start());
    bench->run(bench->owner, u"maxpermsadd", {bench->userOption(bench->ben)});
    bench->run(bench->owner, u"maxpermsadd", {bench->userOption(bench->staff)});
    bench->discord.world().removeMember(bench->guild, bench->ben);
    const QStringList lines = preview(bench->run(bench->manager, u"privilegedusers")).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], u"<@%1> · server owner, always"_s.arg(bench->owner));
    for (const QString &line : lines.mid(1))
        QCOMPARE(line.endsWith(u"left the server"_s), line.startsWith(u"<@%1>"_s.arg(bench->ben)));
}

void TestCommandActions::aBusyDatabaseIsSaidAndNothingChanges()
{
    bench->environment.busyAfterMs = 200;
    bench->environment.giveUpAfterMs = 500;
    QVERIFY(bench->start());
    auto blocker = std::make_unique<Blocker>(bench->storage.databasePath());
    const quint64 asked = bench->discord.runCommand(bench->guild, bench->channel, bench->manager,
                                                    u"maxpermsadd"_s, {bench->userOption(bench->ben)});
    QTRY_COMPARE_WITH_TIMEOUT(bench->content(asked), u"The data is busy. Trying for 10 more seconds…"_s,
                              CommandBench::Patience);
    QVERIFY(bench->discord.reply(asked).acknowledgedAfterMs < 1500); // X-01, whatever the disk does
    QTRY_COMPARE_WITH_TIMEOUT(bench->content(asked),
                              u"Not possible right now. Nothing was changed. Try again in a minute."_s,
                              CommandBench::Patience);
    blocker.reset();
    // What was given up must not happen after all.
    bench->run(bench->member, u"help");
    QVERIFY(bench->maxUsers().isEmpty());
    QTest::qWait(0);
    QVERIFY(bench->maxUsers().isEmpty());
    QCOMPARE(bench->content(asked), u"Not possible right now. Nothing was changed. Try again in a minute."_s);
}

void TestCommandActions::aDatabaseThatComesBackInTimeAnswers()
{
    bench->environment.busyAfterMs = 200;
    QVERIFY(bench->start());
    auto blocker = std::make_unique<Blocker>(bench->storage.databasePath());
    const quint64 asked = bench->discord.runCommand(bench->guild, bench->channel, bench->manager,
                                                    u"maxpermsadd"_s, {bench->userOption(bench->ben)});
    QTRY_COMPARE_WITH_TIMEOUT(bench->content(asked), u"The data is busy. Trying for 10 more seconds…"_s,
                              CommandBench::Patience);
    blocker.reset();
    QTRY_VERIFY_WITH_TIMEOUT(bench->content(asked).startsWith(u"Done. <@"_s), CommandBench::Patience);
    QCOMPARE(bench->maxUsers().size(), 1);
}

void TestCommandActions::whatNobodySeesAnsweredIsNotDone()
{
    QVERIFY(bench->start());
    bench->discord.answerNext(u"POST /interactions/**"_s, 404, {{"content-type", "application/json"}},
                              R"({"code":10062,"message":"Unknown interaction"})");
    bench->discord.runCommand(bench->guild, bench->channel, bench->manager, u"maxpermsadd"_s,
                              {bench->userOption(bench->ben)});
    QTRY_COMPARE_WITH_TIMEOUT(bench->outcomes,
                              QStringList{u"maxpermsadd: not acknowledged (Discord 10062)"_s},
                              CommandBench::Patience);
    bench->run(bench->member, u"help");
    QVERIFY(bench->maxUsers().isEmpty());
    const QVector<StandInDiscord::Received> &requests = bench->discord.requests();
    QCOMPARE(std::count_if(requests.cbegin(), requests.cend(),
                           [](const auto &request) { return request.method == u"PATCH"_s; }),
             1); // of /help alone
}

QTEST_GUILESS_MAIN(TestCommandActions)
#include "tst_commandactions.moc"
