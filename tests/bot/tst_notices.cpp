// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/noticebench.h"

using namespace Qt::Literals::StringLiterals;

// The log channel, end to end: exactly one card per event, whatever dies in between (PROTOCOL K-02, K-03).
class tst_Notices : public QObject
{
    Q_OBJECT
private slots:
    void everyEventHasExactlyOneCard();
    void onlyWhatIsChosenIsPosted();
    void whatHappenedWhileOffIsOneCard();
    void killedBetweenEventAndPostItIsPostedOnce_data();
    void killedBetweenEventAndPostItIsPostedOnce();
    void aMissingPermissionIsNamedAndMended();
    void aDeletedLogChannelIsUnset();

private:
    bool readyIn(QProcess &process) const;
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

bool tst_Notices::readyIn(QProcess &process) const
{
    QByteArray out;
    return QTest::qWaitFor(
        [&] {
            out += process.readAllStandardOutput();
            return out.contains("ready guilds=");
        },
        BotFixture::WaitMs * 2);
}

void tst_Notices::killedBetweenEventAndPostItIsPostedOnce_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::newRow("before Discord had it") << false;
    QTest::newRow("after Discord had it, before we knew") << true;
}

// The real program, kill -9, the same folder again (K-02, K-03, N-03).
void tst_Notices::killedBetweenEventAndPostItIsPostedOnce()
{
    QFETCH(bool, arrived);
    NoticeBench f;
    QVERIFY(f.start());
    QVERIFY(f.useLogChannel());
    f.stop();

    const auto launch = [&] {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISCORD_TOKEN"_s, f.discord.token());
        environment.insert(u"TICKET_CATEGORIES"_s, u"Appeals"_s);
        environment.insert(u"SUPPORT_ROLES"_s, u"Support"_s);
        environment.remove(u"NOTIFY_SOCKET"_s);
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(TA_PROGRAM),
                       {u"--headless"_s, u"--data-dir"_s, f.dir.path(), u"--api-base"_s,
                        f.discord.apiBase().toString()});
        return process;
    };
    auto first = launch();
    QVERIFY(readyIn(*first));
    const QString route = u"POST /channels/*/messages"_s;
    if (arrived)
        f.discord.delayNext(route, 60'000); // it is processed, but the answer does not come
    else
        f.discord.hangNext(route);
    f.openTicket(u"appeal-1"_s, f.kira);
    if (arrived)
        QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 1, BotFixture::WaitMs);
    else
        QTRY_COMPARE_WITH_TIMEOUT(f.calls(u"POST"_s, f.log), 1, BotFixture::WaitMs);
    QCOMPARE(f.titles(f.log).size(), arrived ? 1 : 0);
    first->kill();
    QVERIFY(first->waitForFinished());

    f.discord.clearKnobs();
    auto second = launch();
    QVERIFY(readyIn(*second));
    // Asked again in either case: what was not answered may not have arrived.
    QTRY_COMPARE_WITH_TIMEOUT(f.calls(u"POST"_s, f.log), arrived ? 1 : 2, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log), (QStringList{u"Ticket opened"_s}), BotFixture::WaitMs);
    // The next event comes after it: nothing else was waiting.
    f.openTicket(u"appeal-2"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log), (QStringList{u"Ticket opened"_s, u"Ticket opened"_s}),
                              BotFixture::WaitMs);
    second->kill();
    QVERIFY(second->waitForFinished());
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

QTEST_GUILESS_MAIN(tst_Notices)
#include "tst_notices.moc"
