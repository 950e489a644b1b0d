// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/lonebot.h"

#include "bot/store/gaps.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint64 Invited = 117888;
constexpr quint64 ManageThreads = 1ull << 34;

} // namespace

// What no event told: archived threads, removals that may be none, events that Discord never sent (PROTOCOL 2.4, 2.5, A-01).
class tst_Completeness : public QObject
{
    Q_OBJECT

private:
    // No two things at the same millisecond: a message at the instant of the close is outside the ticket's life.
    static std::function<qint64()> ticking()
    {
        return [last = qint64(0)]() mutable {
            return last = std::max(last + 1, QDateTime::currentMSecsSinceEpoch());
        };
    }
    static bool isRemoved(BotFixture &f)
    {
        return f.ask([g = GuildId(f.guild)](const Reader &r) {
            for (const GuildInfo &info : r.guilds()) {
                if (info.id == g)
                    return info.removed;
            }
            return false;
        });
    }

    // Those since recording began.
    static QVector<CoverageGap> gaps(BotFixture &f)
    {
        return f.ask([g = GuildId(f.guild)](const Reader &r) {
            auto gaps = r.gaps(g, Window::lastDays(1, QDateTime::currentMSecsSinceEpoch() + 1000));
            gaps.removeIf([](const CoverageGap &gap) { return gap.cause == UnrecordedCause; });
            return gaps;
        });
    }
    static QVector<QString> unreadable(BotFixture &f)
    {
        const BotState state = f.host->state();
        return state.servers.isEmpty() ? QVector<QString>() : state.servers.first().unreadable;
    }

private slots:
    void threadsOpenedAndArchivedWhileOffAreFound_data();
    void threadsOpenedAndArchivedWhileOffAreFound();
    void archivedThreadsArePagedBackToTheGap();
    void aClosedThreadIsNotAskedForAtEveryStart();
    void aChannelOutOfSightIsNotClosed();
    void whatDiscordNeverSentIsFoundByACheck();
    void aCheckComesByItself();
    void everyUnreadableChannelEventIsLookedInto();
    void aHoleInAReplayIsLookedFor();
    void anUnreadableMessageIsReadAgain();
    void aRemovalIsConfirmedFirst();
    void aServerLeftWhileOffIsKnownAsLeft();
    void aFailedCatchingUpIsTriedAgainWithItsGap();
    void aLiveMessageHidesNoneThatWasMissed_data();
    void aLiveMessageHidesNoneThatWasMissed();
    void whatCannotBeReadIsAHole_data();
    void whatCannotBeReadIsAHole();
    void aHistoryTakenAwayHidesNothingThatComesLive();
    void aChannelIsJudgedOnceItMayBeRead();
    void staffIsKnownWhenItCanBeAskedFor();
};

// PROTOCOL 2.4 step 4; METRICS M-02, M-26.
void tst_Completeness::threadsOpenedAndArchivedWhileOffAreFound_data()
{
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<quint64>("permissions");
    QTest::addColumn<bool>("found");
    QTest::newRow("public") << false << Invited << true;
    QTest::newRow("private") << true << (Invited | ManageThreads) << true;
    QTest::newRow("private, without the right to look") << true << Invited << false;
}
void tst_Completeness::threadsOpenedAndArchivedWhileOffAreFound()
{
    QFETCH(bool, isPrivate);
    QFETCH(quint64, permissions);
    QFETCH(bool, found);
    BotFixture f;
    DemoWorld &w = f.discord.world();
    w.setNow(ticking());
    w.setBotPermissions(f.guild, permissions);
    const quint64 panel = w.addChannel(f.guild, f.category, u"open-a-ticket"_s);
    w.addMessage(panel, f.owner);
    QVERIFY(f.start());
    QCOMPARE(f.numbers().opened, 0);
    f.stop();

    const DemoChannelOptions by{.by = f.ticketBot, .requester = f.kira, .reason = {}, .atMs = 0};
    const quint64 locked = w.addThread(f.guild, panel, u"ticket-1"_s, isPrivate, by);
    w.addMessage(locked, f.kira);
    w.addMessage(locked, f.ana);
    w.setThreadState(locked, true, true, f.ticketBot);
    const quint64 byHand = w.addThread(f.guild, panel, u"ticket-2"_s, isPrivate, by);
    w.setThreadState(byHand, true, false, f.ana); // archived by a person
    const quint64 asleep = w.addThread(f.guild, panel, u"ticket-3"_s, isPrivate, by);
    w.setThreadState(asleep, true, false); // by Discord: no close

    QVERIFY(f.start());
    QCOMPARE(f.numbers().opened, found ? 3 : 0);
    QCOMPARE(f.numbers().closed, found ? 2 : 0);
    QCOMPARE(f.numbers().openAtEnd, found ? 1 : 0);
    QCOMPARE(f.numbers().messagesTotal, found ? 2 : 0);
    for (const StandInDiscord::Received &request : f.discord.requests())
        QVERIFY2(request.status != 403, qPrintable(request.path)); // N-13: not asked for in vain
    if (!found)
        return;
    const TicketRecord record = f.ticket(locked)->row.ticket;
    QCOMPARE(record.openedAtMs, ChannelId(locked).createdAtMs());
    QCOMPARE(record.quality, Quality::Backfilled);
    QCOMPARE(record.spells.last().endKind, EndKind::Archived);
    QCOMPARE(f.ticket(byHand)->row.ticket.spells.last().closedSource, TimeSource::Audit);
    QVERIFY(f.ticket(asleep)->row.ticket.open());
}

// PROTOCOL 2.4 step 4: all pages, and not one more than the gap needs.
void tst_Completeness::archivedThreadsArePagedBackToTheGap()
{
    BotFixture f;
    DemoWorld &w = f.discord.world();
    const quint64 panel = w.addChannel(f.guild, f.category, u"open-a-ticket"_s);
    w.addMessage(panel, f.owner);
    qint64 nowMs = QDateTime::currentMSecsSinceEpoch() - 10 * HourMs;
    w.setNow([&nowMs] { return nowMs++; });
    for (int i = 0; i < 150; ++i) { // before the bot came
        const quint64 old = w.addThread(f.guild, panel, u"old-%1"_s.arg(i), false,
                                        {.by = f.ticketBot, .requester = 0, .reason = {}, .atMs = 0});
        w.setThreadState(old, true, true, f.ticketBot);
    }
    nowMs = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(f.start());
    QCOMPARE(f.numbers().opened, 0);
    f.stop();
    nowMs = QDateTime::currentMSecsSinceEpoch();
    for (int i = 0; i < 110; ++i) {
        const quint64 thread = w.addThread(f.guild, panel, u"new-%1"_s.arg(i), false,
                                           {.by = f.ticketBot, .requester = 0, .reason = {}, .atMs = 0});
        w.setThreadState(thread, true, true, f.ticketBot);
    }
    const qsizetype before = f.discord.requests().size();
    QVERIFY(f.start());
    QCOMPARE(f.numbers().opened, 110);
    QCOMPARE(f.numbers().openAtEnd, 0);
    int pages = 0;
    for (qsizetype i = before; i < f.discord.requests().size(); ++i)
        pages += f.discord.requests().at(i).path.contains("/threads/archived/public"_L1) ? 1 : 0;
    QCOMPARE(pages, 2);
}

void tst_Completeness::aClosedThreadIsNotAskedForAtEveryStart()
{
    BotFixture f;
    DemoWorld &w = f.discord.world();
    w.setNow(ticking());
    const quint64 panel = w.addChannel(f.guild, f.category, u"open-a-ticket"_s);
    w.addMessage(panel, f.owner);
    QVERIFY(f.start());
    const DemoChannelOptions by{.by = f.ticketBot, .requester = f.kira, .reason = {}, .atMs = 0};
    const quint64 closed = w.addThread(f.guild, panel, u"ticket-1"_s, false, by);
    const quint64 asleep = w.addThread(f.guild, panel, u"ticket-2"_s, false, by);
    w.setThreadState(closed, true, true, f.ticketBot);
    w.setThreadState(asleep, true, false);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().closed, 1, BotFixture::WaitMs);
    f.stop();
    const qsizetype before = f.discord.requests().size();
    QVERIFY(f.start());
    for (qsizetype i = before; i < f.discord.requests().size(); ++i)
        QVERIFY(f.discord.requests().at(i).path != u"/channels/%1"_s.arg(closed));
    QCOMPARE(f.numbers().opened, 2);
    // Woken by its requester, and closed for good while nobody looks.
    f.stop();
    w.addMessage(asleep, f.kira);
    w.setThreadState(asleep, true, true, f.ticketBot);
    QVERIFY(f.start());
    QCOMPARE(f.numbers().closed, 2);
    QCOMPARE(f.numbers().messagesTotal, 1);
}

// PROTOCOL A-04, N-14 (404 after one re-check): not in the snapshot is not yet gone.
void tst_Completeness::aChannelOutOfSightIsNotClosed()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    f.discord.world().deleteChannel(a); // without a trace in the audit log
    f.discord.answerNext(u"GET /channels/*"_s, 403, {{"content-type", "application/json"}},
                         R"({"message":"Missing Access","code":50001})");
    QVERIFY(f.start());
    QCOMPARE(f.numbers().openAtEnd, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!f.host->state().servers.isEmpty()
                                 && !f.host->state().servers.first().unreadable.isEmpty(),
                             BotFixture::WaitMs);
    f.stop();
    QVERIFY(f.start()); // now Discord says that there is no such channel
    QCOMPARE(f.numbers().openAtEnd, 0);
    QCOMPARE(f.ticket(a)->row.ticket.spells.last().closedSource, TimeSource::Inferred);
}

// PROTOCOL 2.5; FAULTS F-26: the gateway's silence is no proof.
void tst_Completeness::whatDiscordNeverSentIsFoundByACheck()
{
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    w.setNow(ticking());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    const quint64 b = f.openTicket(u"appeal-b"_s, f.tom);
    const quint64 c = f.openTicket(u"appeal-c"_s, f.tom);
    const quint64 old = f.openTicket(u"appeal-d"_s, f.tom);
    w.addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);

    f.discord.loseNext(u"MESSAGE_CREATE"_s, 2);
    w.addMessage(a, f.ana);
    w.addMessage(b, f.tom); // the last one there
    w.addMessage(a, f.kira); // the hole is between others
    f.discord.loseNext(u"*"_s, 6);
    const quint64 unseen = f.openTicket(u"appeal-e"_s, f.kira); // channel, audit entry, welcome
    w.moveChannel(c, f.closedCategory, f.ana); // update, entry
    w.deleteChannel(old, f.ticketBot, u"Ticket 4 closed by ana"_s); // delete; its entry arrives
    w.addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 3, BotFixture::WaitMs);
    QCOMPARE(f.numbers().opened, 4);

    f.host->checkAgain(GuildId(f.guild));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 5, BotFixture::WaitMs);
    QCOMPARE(f.numbers().opened, 5);
    QCOMPARE(f.numbers().closed, 2);
    QCOMPARE(f.numbers().staffMessages, 1);
    QVERIFY(f.ticket(unseen));
    QCOMPARE(f.ticket(c)->row.ticket.spells.last().closedSource, TimeSource::Audit);
    QVERIFY(!f.ticket(old)->row.ticket.open());
    // Nothing changed since: a second look reads no message again.
    const auto messagePages = [&f] {
        int pages = 0;
        for (const StandInDiscord::Received &request : f.discord.requests())
            pages += request.path.contains("/messages?"_L1) ? 1 : 0;
        return pages;
    };
    const int before = messagePages();
    const auto audits = [&f] {
        return std::count_if(f.discord.requests().cbegin(), f.discord.requests().cend(),
                             [](const auto &r) { return r.path.contains("/audit-logs"_L1); });
    };
    const auto auditsBefore = audits();
    f.host->checkAgain(GuildId(f.guild));
    QTRY_VERIFY_WITH_TIMEOUT(audits() > auditsBefore, BotFixture::WaitMs);
    const quint64 last = w.addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.ticket(a)->row.ticket.derived.lastHumanAtMs, MessageId(last).createdAtMs(),
                              BotFixture::WaitMs);
    QVERIFY(messagePages() <= before + 1);
    QCOMPARE(f.numbers().messagesTotal, 6);
}

// PROTOCOL 2.5: every 6 hours; here every second.
void tst_Completeness::aCheckComesByItself()
{
    QCOMPARE(Bot::Options().checkIntervalMs, 6 * HourMs);
    BotFixture f;
    LoneBot lone(f, [](Bot::Options &options) { options.checkIntervalMs = 1000; });
    lone.launch();
    QCOMPARE(lone.readyGuilds(), 1);
    f.discord.loseNext(u"*"_s, 3);
    QVERIFY(lone.learnsOf(f.openTicket(u"appeal-a"_s, f.kira)));
}

// PROTOCOL R-06: of events about channels that cannot be read, none is without a look; many of them share one.
void tst_Completeness::everyUnreadableChannelEventIsLookedInto()
{
    QCOMPARE(Bot::Options().malformedCheckMs, 10 * MinuteMs);
    BotFixture f;
    LoneBot lone(f, [](Bot::Options &options) { options.malformedCheckMs = 1000; });
    lone.launch();
    QCOMPARE(lone.readyGuilds(), 1);
    for (const QString &name :
         {u"appeal-a"_s, u"appeal-b"_s}) { // the second comes too soon after the first look
        f.discord.loseNext(u"*"_s, 3);
        const quint64 unseen = f.openTicket(name, f.kira);
        f.discord.loseNext(u"*"_s, 0);
        f.discord.dispatch(u"CHANNEL_CREATE"_s,
                           {{u"id"_s, QString::number(unseen)},
                            {u"guild_id"_s, QString::number(f.guild)},
                            {u"type"_s, u"text"_s}},
                           f.guild);
        QVERIFY(lone.learnsOf(unseen));
    }
}

// PROTOCOL 2.5: a replay may end well and have holes; one ticket in a hundred is read again.
void tst_Completeness::aHoleInAReplayIsLookedFor()
{
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira); // the only one: the sample is it
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.discord.loseNext(u"MESSAGE_CREATE"_s);
    f.discord.dropSocket();
    w.addMessage(a, f.ana);
    w.addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.discord.resumes(), 1, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 2, BotFixture::WaitMs);
    QCOMPARE(f.discord.identifies(), 1);
}

// PROTOCOL R-06: the event is dropped, what it was about is not.
void tst_Completeness::anUnreadableMessageIsReadAgain()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.discord.loseNext(u"MESSAGE_CREATE"_s);
    f.discord.world().addMessage(a, f.kira);
    f.discord.dispatch(
        u"MESSAGE_CREATE"_s,
        {{u"id"_s, 7.5}, {u"channel_id"_s, QString::number(a)}, {u"guild_id"_s, QString::number(f.guild)}},
        f.guild);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);
}

// PROTOCOL A-01
void tst_Completeness::aRemovalIsConfirmedFirst()
{
    BotFixture f;
    QVERIFY(f.start());
    f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    DemoWorld &w = f.discord.world();
    w.setGuildOutage(f.guild, true); // not available when the bot comes back
    f.launch();
    QTRY_COMPARE_WITH_TIMEOUT(f.discord.identifies(), 2, BotFixture::WaitMs);
    const auto asked = [&f] {
        return std::count_if(f.discord.requests().cbegin(), f.discord.requests().cend(),
                             [&f](const auto &r) { return r.path == u"/guilds/%1"_s.arg(f.guild); });
    };
    const QJsonObject gone{{u"id"_s, QString::number(f.guild)}};
    QTRY_VERIFY_WITH_TIMEOUT((f.discord.dispatch(u"GUILD_DELETE"_s, gone, f.guild), asked() > 0),
                             BotFixture::WaitMs);
    QVERIFY(!isRemoved(f)); // it is still there: an outage
    w.setGuildOutage(f.guild, false);
    QTRY_VERIFY_WITH_TIMEOUT(f.readyGuilds == 1, BotFixture::WaitMs);
    QVERIFY(!isRemoved(f));
    QCOMPARE(f.numbers().openAtEnd, 1);
    w.removeGuild(f.guild); // seen this session: believed at once
    QTRY_VERIFY_WITH_TIMEOUT(isRemoved(f), BotFixture::WaitMs);
    QCOMPARE(f.numbers().openAtEnd, 1); // nothing is deleted or closed because of it
    // M-07: nobody looks at it, and a restart does not make that forgotten, nor what other servers bring.
    QTRY_COMPARE_WITH_TIMEOUT(gaps(f).size(), 1, BotFixture::WaitMs);
    const CoverageGap blind = gaps(f).first();
    QCOMPARE(blind.toMs, 0);
    f.stop();
    QVERIFY(f.start());
    f.host->storage().write(
        this, [](Writer &writer) { return writer.markAlive(QDateTime::currentMSecsSinceEpoch() + 1); },
        [](const Status &) {});
    QCOMPARE(gaps(f).size(), 1);
    QCOMPARE(gaps(f).first().fromMs, blind.fromMs);
    QCOMPARE(gaps(f).first().cause, u"bot removed"_s);
    w.inviteAgain(f.guild);
    QTRY_VERIFY_WITH_TIMEOUT(!isRemoved(f), BotFixture::WaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(gaps(f).isEmpty(), BotFixture::WaitMs); // looked at again, and nothing lost
}

// PROTOCOL A-01: READY does not name it, and Discord says that it is no longer ours.
void tst_Completeness::aServerLeftWhileOffIsKnownAsLeft()
{
    BotFixture f;
    DemoWorld &w = f.discord.world();
    w.addGuild(u"Southwind"_s);
    QVERIFY(f.start());
    f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    w.removeGuild(f.guild);
    QVERIFY(f.start());
    QCOMPARE(f.readyGuilds, 1);
    QTRY_VERIFY_WITH_TIMEOUT(isRemoved(f), BotFixture::WaitMs);
    QCOMPARE(f.numbers().openAtEnd, 1);
}

// A gap is closed by what covers it, not by an attempt.
void tst_Completeness::aFailedCatchingUpIsTriedAgainWithItsGap()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    f.discord.world().addMessage(a, f.ana);
    f.discord.answerNext(u"GET /channels/*/messages"_s, 500, {}, "oops", 5); // as often as it is tried
    QVERIFY(f.start());
    QCOMPARE(f.numbers().messagesTotal, 0);
    QCOMPARE(gaps(f).size(), 2); // that of the channel, and the server's, which goes on
    QCOMPARE(gaps(f).first().channel, ChannelId(a));
    QCOMPARE(gaps(f).last().channel, ChannelId());
    QCOMPARE(gaps(f).last().toMs, 0);
    f.host->checkAgain(GuildId(f.guild));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(gaps(f).size(), 0, BotFixture::WaitMs);
}

// PROTOCOL 2.4 step 3: live messages that arrive while the missed ones are not read yet do not move the checkpoint.
void tst_Completeness::aLiveMessageHidesNoneThatWasMissed_data()
{
    QTest::addColumn<bool>("outage");
    QTest::newRow("the server was away") << true;
    QTest::newRow("the channel was out of sight") << false;
}
void tst_Completeness::aLiveMessageHidesNoneThatWasMissed()
{
    QFETCH(bool, outage);
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    w.setNow(ticking());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    w.addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);
    const auto setAway = [&](bool away) {
        if (outage)
            w.setGuildOutage(f.guild, away);
        else
            w.denyBot(a, away ? Discord::Permission::ViewChannel : 0);
    };
    setAway(true);
    if (!outage)
        QTRY_COMPARE_WITH_TIMEOUT(unreadable(f).size(), 1, BotFixture::WaitMs);
    w.addMessage(a, f.ana);
    w.addMessage(a, f.kira);
    setAway(false);
    w.addMessage(a, f.ana); // right behind it
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 4, BotFixture::WaitMs);
}

// PROTOCOL 2.1, P-04, N-13; FAULTS F-42, F-43: what Discord does not show is unknown, and named, until it shows it.
void tst_Completeness::whatCannotBeReadIsAHole_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("times");
    QTest::newRow("no right to read") << 0 << QByteArray() << 0;
    QTest::newRow("refused against all appearances")
        << 403 << QByteArray(R"({"message":"Missing Access","code":50001})") << 1;
    QTest::newRow("the page of a proxy") << 403 << QByteArray("<html>blocked</html>") << 1;
    QTest::newRow("refused as wrong")
        << 400 << QByteArray(R"({"message":"Invalid Form Body","code":50035})") << 1;
    QTest::newRow("gone, says a proxy") << 404 << QByteArray("<html>nothing here</html>") << 1;
}
void tst_Completeness::whatCannotBeReadIsAHole()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, times);
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    w.addMessage(a, f.ana); // while off
    if (status == 0)
        w.denyBot(a, Discord::Permission::ReadMessageHistory);
    else
        f.discord.answerNext(u"GET /channels/*/messages"_s, status, {}, body, times);
    QVERIFY(f.start());
    QTRY_COMPARE_WITH_TIMEOUT(unreadable(f).size(), 1, BotFixture::WaitMs);
    QVERIFY(unreadable(f).first().startsWith("#appeal-a: "_L1));
    const TicketStatistics blind = f.numbers();
    QCOMPARE(blind.openAtEnd, 1);
    QCOMPARE(blind.unanswered, 0);
    QCOMPARE(blind.withoutResponseData, 1);
    QVERIFY(f.ticket(a)->row.ticket.partial());
    QCOMPARE(gaps(f).first().channel, ChannelId(a));
    // What may pass: the server's own gap goes on until it is tried again.
    const bool failed = gaps(f).size() == 2;
    QCOMPARE(failed, body.startsWith('<'));

    if (status == 0)
        w.denyBot(a, 0);
    else
        w.renameRole(f.guild, f.statsRole, u"Managers"_s); // what was refused may be allowed now
    if (failed)
        f.host->checkAgain(GuildId(f.guild)); // by itself after a minute
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().firstResponse.n, 1, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(gaps(f).size(), 0, BotFixture::WaitMs);
    QVERIFY(!f.ticket(a)->row.ticket.partial());
}

// P-04: without its history a channel still tells what is written now.
void tst_Completeness::aHistoryTakenAwayHidesNothingThatComesLive()
{
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    w.denyBot(a, Discord::Permission::ReadMessageHistory);
    QTRY_COMPARE_WITH_TIMEOUT(unreadable(f).size(), 1, BotFixture::WaitMs);
    w.addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);
    QCOMPARE(gaps(f).size(), 0);
    QCOMPARE(f.numbers().unanswered, 1);
}

// PROTOCOL P-04: a channel from before the bot came is named while it cannot be read, and looked at when it can.
void tst_Completeness::aChannelIsJudgedOnceItMayBeRead()
{
    BotFixture f;
    DemoWorld &w = f.discord.world();
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    w.addMessage(a, f.ana);
    w.denyBot(a, Discord::Permission::ReadMessageHistory);
    QVERIFY(f.start());
    QCOMPARE(f.numbers().opened, 0);
    QTRY_COMPARE_WITH_TIMEOUT(
        unreadable(f), QVector<QString>{u"#appeal-a: Read Message History is missing"_s}, BotFixture::WaitMs);
    for (const StandInDiscord::Received &request : f.discord.requests())
        QVERIFY2(!request.path.contains("/messages"_L1), qPrintable(request.path)); // not asked for in vain
    w.denyBot(a, 0);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().firstResponse.n, 1, BotFixture::WaitMs);
}

// PROTOCOL 2.4 step 5: only "not a member" means that a person's standing is unknown for good.
void tst_Completeness::staffIsKnownWhenItCanBeAskedFor()
{
    BotFixture f;
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    f.discord.world().addMessage(a, f.ana);
    f.discord.answerNext(u"GET /guilds/*/members/*"_s, 403, {}, "<html>blocked</html>");
    QVERIFY(f.start());
    QCOMPARE(f.numbers().firstResponse.n, 0);
    QCOMPARE(f.numbers().unanswered, 0);
    f.host->checkAgain(GuildId(f.guild));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().firstResponse.n, 1, BotFixture::WaitMs);
}

QTEST_GUILESS_MAIN(tst_Completeness)
#include "tst_completeness.moc"
