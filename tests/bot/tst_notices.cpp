// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/logging.h"
#include "bot/discord/routes.h"
#include "tests/bot/noticebench.h"

#include <atomic>

using namespace Qt::Literals::StringLiterals;

// The log channel, end to end: exactly one card per event, whatever dies in between (PROTOCOL K-02, K-03).
class tst_Notices : public QObject
{
    Q_OBJECT
private slots:
    void everyEventHasExactlyOneCard();
    void onlyWhatIsChosenIsPosted();
    void whatHappenedWhileOffIsOneCard();
    void aDeletionAndItsUndoingAreToldOnce();
    void aMissingPermissionIsNamedAndMended();
    void aRejectedTokenIsNoTroubleOfAChannel();
    void whatARefusedCardToldIsInTheNextOne();
    void aDeletedLogChannelIsUnset();
    void theBotLogHasALineForEachEventThatIsSeen();
};

void tst_Notices::everyEventHasExactlyOneCard()
{
    NoticeBench f;
    QVERIFY(f.start());
    QVERIFY(f.useLogChannel());
    QVERIFY(f.settle([](NoticeSettings &settings) { settings.logEvents.firstReply = true; }));
    DemoWorld &w = f.discord.world();
    const quint64 channel = f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log), (QStringList{u"Ticket opened"_s}), BotFixture::WaitMs);
    w.addMessage(channel, f.kira);
    w.addMessage(channel, f.ana);
    w.addMessage(channel, f.ben);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 2, BotFixture::WaitMs);
    w.deleteChannel(channel, f.ticketBot, u"Ticket 1 closed by ana"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 3, BotFixture::WaitMs);
    QCOMPARE(f.titles(f.log), (QStringList{u"Ticket opened"_s, u"First reply"_s, u"Ticket closed"_s}));
    const QVector<QJsonObject> cards = f.posted(f.log);
    QCOMPARE(NoticeBench::fieldOf(cards[0], u"Opened by"_s), u"<@%1>"_s.arg(f.kira));
    QCOMPARE(NoticeBench::fieldOf(cards[1], u"Answered by"_s), u"<@%1>"_s.arg(f.ana));
    QCOMPARE(NoticeBench::fieldOf(cards[2], u"Messages"_s), u"3, 2 by staff"_s);
    QVERIFY(!NoticeBench::fieldOf(cards[2], u"Closed by"_s)
                 .contains(u"detected"_s)); // it waited for the audit log
    QCOMPARE(NoticeBench::fieldOf(cards[2], u"Transcript"_s), u"not detected"_s);
    QCOMPARE(f.discord.offences(), QStringList());

    // A restart tells nothing again.
    f.stop();
    QVERIFY(f.start());
    f.openTicket(u"appeal-2"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 4, BotFixture::WaitMs);
    QCOMPARE(f.titles(f.log).last(), u"Ticket opened"_s);
}

void tst_Notices::onlyWhatIsChosenIsPosted()
{
    NoticeBench f;
    QVERIFY(f.start());
    f.openTicket(u"before"_s, f.kira); // no log channel yet
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    QVERIFY(f.useLogChannel());
    QVERIFY(f.settle([](NoticeSettings &settings) { settings.logEvents = {false, false, true}; }));
    const quint64 channel = f.openTicket(u"appeal-1"_s, f.kira);
    f.discord.world().addMessage(channel, f.ana);
    f.discord.world().deleteChannel(channel, f.ticketBot, u"Ticket 1 closed by ana"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log), (QStringList{u"Ticket closed"_s}), BotFixture::WaitMs);
}

// K-02: no flood.
void tst_Notices::whatHappenedWhileOffIsOneCard()
{
    NoticeBench f;
    QVERIFY(f.start());
    QVERIFY(f.useLogChannel());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 1, BotFixture::WaitMs);
    f.stop();
    for (int i = 0; i < 12; ++i)
        f.openTicket(u"away-%1"_s.arg(i), f.tom);
    f.discord.world().deleteChannel(a, f.ticketBot, u"Ticket 1 closed by ana"_s);
    QVERIFY(f.start());
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 2, BotFixture::WaitMs);
    QCOMPARE(f.titles(f.log).last(), u"While I was away: 12 opened, 1 closed"_s);
    f.openTicket(u"live"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 3, BotFixture::WaitMs);
    QCOMPARE(f.titles(f.log).last(), u"Ticket opened"_s);
}

// UX 4.2: as every notice it is committed with what it tells of, and sent by the outbox (TM-30).
void tst_Notices::aDeletionAndItsUndoingAreToldOnce()
{
    NoticeBench f;
    QVERIFY(f.start());
    const auto wipe = [&f](const Actor &actor) {
        std::optional<Result<WipeRecord>> made;
        f.host->storage().write(
            f.host.get(),
            [g = GuildId(f.guild), actor, now = f.clock.utc()](Writer &writer) {
                WipeScope scope;
                scope.kind = WipeScope::Kind::Last;
                scope.days = 20;
                scope.nowMs = now + SecondMs;
                return writer.wipe(g, scope, Reader(writer.database()).wipePreview(g, scope), actor);
            },
            [&made](const Result<WipeRecord> &result) { made = result; });
        return QTest::qWaitFor([&] { return made.has_value(); }, BotFixture::WaitMs) && *made ? (*made)->id
                                                                                              : qint64(0);
    };
    const auto closedTicket = [&f](const QString &name) {
        f.discord.world().deleteChannel(f.openTicket(name, f.kira), f.ticketBot, u"closed by ana"_s);
    };
    closedTicket(u"appeal-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().closed, 1, BotFixture::WaitMs);
    QVERIFY(wipe({UserId(f.owner), u"dana"_s, false})); // no log channel yet: told to nobody, then or later
    QVERIFY(f.useLogChannel());
    QVERIFY(f.settle([](NoticeSettings &settings) { settings.logEvents = {false, false, false}; }));
    closedTicket(u"appeal-2"_s);
    closedTicket(u"appeal-3"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().closed, 2, BotFixture::WaitMs);
    const qint64 second = wipe({UserId(f.owner), u"dana"_s, false});
    QVERIFY(second);
    const QString deleted = u"<@%1> deleted 2 tickets (last 20 days)."_s.arg(f.owner);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log), QStringList{deleted}, BotFixture::WaitMs);
    bool undone = false;
    f.host->storage().write(
        f.host.get(),
        [g = GuildId(f.guild), second](Writer &writer) {
            return writer.undoWipe(g, second, {{}, u"office"_s, true});
        },
        [&undone](const Result<WipeRecord> &result) { undone = result.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(undone, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 2, BotFixture::WaitMs);
    QVERIFY2(f.titles(f.log).last().contains(u"restored 2 tickets (deleted <t:"_s),
             qPrintable(f.titles(f.log).last()));
    QCOMPARE(f.discord.offences(), QStringList());
    f.stop();
    QVERIFY(f.start());
    QTest::qWait(500);
    QCOMPARE(f.titles(f.log).size(), 2);
}

// FAULTS F-65, UX J5 "permission".
void tst_Notices::aMissingPermissionIsNamedAndMended()
{
    NoticeBench f;
    f.discord.world().denyBot(f.log, 1 << 11); // Send Messages
    QVERIFY(f.start());
    QVERIFY(f.useLogChannel());
    f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_VERIFY_WITH_TIMEOUT(
        !f.host->state().servers.isEmpty()
            && f.host->state().servers.first().cannotPost
                == QVector<QString>{u"Cannot post in #ticket-logs: Send Messages is missing."_s},
        BotFixture::WaitMs);
    QCOMPARE(f.calls(u"POST"_s, f.log), 0); // known beforehand
    f.discord.world().denyBot(f.log, 0);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log), (QStringList{u"Ticket opened"_s}), BotFixture::WaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(f.host->state().servers.first().cannotPost.isEmpty(), BotFixture::WaitMs);
}

// The token is what is wrong, and that is said; after a new one nothing of it may stay.
void tst_Notices::aRejectedTokenIsNoTroubleOfAChannel()
{
    NoticeBench f;
    QVERIFY(f.start());
    QVERIFY(f.useLogChannel());
    f.discord.hangNext(u"POST /channels/*/messages"_s);
    f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.calls(u"POST"_s, f.log), 1, BotFixture::WaitMs); // under way
    f.discord.answerNext(u"GET /guilds/*/members/*"_s, 401, {}, "{\"message\":\"401: Unauthorized\"}");
    f.host->call(Discord::Routes::member(GuildId(f.guild), UserId(f.kira)), f.host.get(),
                 [](const Discord::RestReply &) {});
    QTRY_VERIFY_WITH_TIMEOUT(f.host->state().rest.tokenRejected, BotFixture::WaitMs);
    QVERIFY(!f.host->state().servers.isEmpty());
    QCOMPARE(f.host->state().servers.first().cannotPost, QVector<QString>());
}

// One card for the whole time in which nothing could be posted (UX 3.7), with when that was.
void tst_Notices::whatARefusedCardToldIsInTheNextOne()
{
    NoticeBench f;
    const auto ahead = std::make_shared<std::atomic<qint64>>(0);
    f.clock.utc = [ahead] { return QDateTime::currentMSecsSinceEpoch() + ahead->load(); };
    f.discord.world().setNow(f.clock.utc);
    f.discord.world().denyBot(f.log, 1 << 11); // Send Messages
    QVERIFY(f.start());
    QVERIFY(f.useLogChannel());
    const auto waiting = [&f](int opened, int cards) { // told by digests, and how many of them wait
        const auto rows =
            f.ask([g = GuildId(f.guild)](const Reader &r) { return NoticeStore::waiting(r, g); });
        int told = 0, digests = 0;
        for (const NoticeRow &row : rows) {
            if (row.kind != NoticeRow::Kind::Digest)
                continue;
            told += row.details.value("opened"_L1).toInt();
            digests += row.attempts > 0 ? 1 : 0;
        }
        return told == opened && digests == cards;
    };
    f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_VERIFY_WITH_TIMEOUT(!f.host->state().servers.isEmpty()
                                 && !f.host->state().servers.first().cannotPost.isEmpty(),
                             BotFixture::WaitMs);
    *ahead += 11 * MinuteMs;
    f.openTicket(u"appeal-2"_s, f.kira);
    QTRY_VERIFY_WITH_TIMEOUT(waiting(1, 1), BotFixture::WaitMs);
    *ahead += 11 * MinuteMs;
    f.openTicket(u"appeal-3"_s, f.kira);
    QTRY_VERIFY_WITH_TIMEOUT(waiting(2, 1), BotFixture::WaitMs);
    f.discord.world().denyBot(f.log, 0);
    QTRY_COMPARE_WITH_TIMEOUT(
        f.titles(f.log),
        (QStringList{u"Ticket opened"_s, u"While I could not post here: 2 opened"_s}), // newest first
        BotFixture::WaitMs);
    const QString when = f.posted(f.log).last()["embeds"_L1][0]["description"_L1].toString();
    QVERIFY2(when.contains(u"<t:"_s), qPrintable(when));
}

// PROTOCOL N-14 (404).
void tst_Notices::aDeletedLogChannelIsUnset()
{
    NoticeBench f;
    QVERIFY(f.start());
    QVERIFY(f.useLogChannel());
    f.discord.world().deleteChannel(f.log, f.owner);
    f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_VERIFY_WITH_TIMEOUT(
        !f.ask([g = GuildId(f.guild)](const Reader &r) { return r.config(g); }).logChannel,
        BotFixture::WaitMs);
    QCOMPARE(f.calls(u"POST"_s, f.log), 0);
}

// For whoever has no window: what is seen live, once each; what is found while catching up is one line.
void tst_Notices::theBotLogHasALineForEachEventThatIsSeen()
{
    Log log({LogLevel::Info, false, 5000});
    const auto lines = [&log](const QString &name) {
        QStringList texts;
        for (const LogLine &line : log.lines()) {
            if (line.text.startsWith(u"Ticket "_s) || line.text.startsWith(u"First reply"_s)) {
                if (line.text.contains(u'#' + name + u' '))
                    texts += line.text;
            }
        }
        return texts;
    };
    NoticeBench f;
    QVERIFY(f.start()); // without a log channel
    DemoWorld &w = f.discord.world();
    const quint64 channel = f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(lines(u"appeal-1"_s).size(), 1, BotFixture::WaitMs);
    w.addMessage(channel, f.ana);
    w.addMessage(channel, f.ben);
    QTRY_COMPARE_WITH_TIMEOUT(lines(u"appeal-1"_s).size(), 2, BotFixture::WaitMs);
    w.deleteChannel(channel, f.ticketBot, u"Ticket 1 closed by ana"_s);
    QTRY_COMPARE_WITH_TIMEOUT(lines(u"appeal-1"_s).size(), 3, BotFixture::WaitMs);
    const QStringList seen = lines(u"appeal-1"_s);
    const QString what = u"#appeal-1 (%1) in Appeals"_s.arg(channel);
    QCOMPARE(seen.at(0), u"Ticket opened: "_s + what);
    QCOMPARE(seen.at(1), u"First reply: %1, by %2"_s.arg(what).arg(f.ana));
    QVERIFY2(seen.at(2).startsWith(u"Ticket closed: %1, by "_s.arg(what)), qPrintable(seen.at(2)));
    QVERIFY2(!seen.at(2).endsWith(u"not detected"_s), qPrintable(seen.at(2))); // it waited for the audit log

    f.stop();
    f.openTicket(u"appeal-2"_s, f.tom);
    QVERIFY(f.start());
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 2, BotFixture::WaitMs);
    f.openTicket(u"appeal-3"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(lines(u"appeal-3"_s).size(), 1, BotFixture::WaitMs);
    QCOMPARE(lines(u"appeal-2"_s), QStringList());
}

QTEST_GUILESS_MAIN(tst_Notices)
#include "tst_notices.moc"
