// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/noticebench.h"

#include <atomic>

using namespace Qt::Literals::StringLiterals;

// Each alarm beside the overdue ticket (tst_managers), end to end: it fires once, at its second, and says when it is over
// (UX 3.7, 4.3). The clock is put forward, for the bot and for Discord alike.
class tst_Alarms : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void tooManyOpenTickets();
    void aRecordIsToldOnceAtItsTicket();
    void whatWasHeldComesInOneMessageAtOpening();
    void lateFirstResponses();
    void aLostConnection();
    void troubleWithTheData();

private:
    static bool waits(const std::function<bool()> &until)
    {
        return QTest::qWaitFor(until, BotFixture::WaitMs);
    }
    // Only this alarm.
    bool watch(AlarmKind kind, int limit)
    {
        return m_f->settle([&](NoticeSettings &settings) {
            for (AlarmSetting &alarm : settings.alarms)
                alarm.on = false;
            settings.alarm(kind) = {true, limit, true, ChannelId(m_f->management), {}};
        });
    }
    UtcMs now() const { return QDateTime::currentMSecsSinceEpoch() + m_aheadMs->load(); }
    void goTo(UtcMs at) { m_aheadMs->store(at - QDateTime::currentMSecsSinceEpoch()); }
    int openNow()
    {
        return m_f->ask(
            [g = GuildId(m_f->guild)](const Reader &r) { return NoticeStore::openTickets(r, g); });
    }
    QVector<AlarmRow> history()
    {
        return m_f->ask(
            [g = GuildId(m_f->guild)](const Reader &r) { return NoticeStore::alarms(r, g, 0, 10); });
    }

    std::shared_ptr<std::atomic<qint64>> m_aheadMs;
    std::unique_ptr<NoticeBench> m_f;
};

void tst_Alarms::init()
{
    m_f.reset();
    m_aheadMs = std::make_shared<std::atomic<qint64>>(0);
    m_f = std::make_unique<NoticeBench>();
    const auto clock = [ahead = m_aheadMs] { return QDateTime::currentMSecsSinceEpoch() + ahead->load(); };
    m_f->clock.utc = clock;
    m_f->discord.world().setNow(clock);
}

void tst_Alarms::tooManyOpenTickets()
{
    QVERIFY(m_f->start());
    QVERIFY(watch(AlarmKind::TooManyOpen, 2));
    QSignalSpy desktop(m_f->host.get(), &BotHost::desktopNotice);
    const quint64 first = m_f->openTicket(u"appeal-1"_s, m_f->kira);
    const quint64 second = m_f->openTicket(u"appeal-2"_s, m_f->tom);
    QTest::qWait(1500);
    QCOMPARE(m_f->titles(m_f->management), QStringList()); // two are allowed
    const quint64 third = m_f->openTicket(u"appeal-3"_s, m_f->kira);
    QVERIFY(waits([&] { return m_f->titles(m_f->management) == QStringList{u"3 tickets are open"_s}; }));
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    m_f->openTicket(u"appeal-4"_s, m_f->tom);
    QTest::qWait(1500);
    QCOMPARE(m_f->calls(u"POST"_s, m_f->management), 1); // once, however many more come
    // Over only when a tenth fewer than the limit are open, which is one here.
    m_f->discord.world().deleteChannel(first, m_f->ticketBot, u"closed by ana"_s);
    m_f->discord.world().deleteChannel(second, m_f->ticketBot, u"closed by ana"_s);
    QTest::qWait(1500);
    QCOMPARE(m_f->titles(m_f->management), QStringList{u"3 tickets are open"_s});
    QCOMPARE(history().size(), 1);
    QCOMPARE(history().first().value, 3);
    QVERIFY(history().first().open());
    m_f->discord.world().deleteChannel(third, m_f->ticketBot, u"closed by ana"_s);
    QVERIFY(waits(
        [&] { return m_f->titles(m_f->management) == QStringList{u"No longer too many open tickets"_s}; }));
    QVERIFY(!history().first().open());
}

// The first ticket of more than ever before, not the one that equals the record, nor the next.
void tst_Alarms::aRecordIsToldOnceAtItsTicket()
{
    goTo((now() / DayMs + 1) * DayMs + 12 * HourMs);
    QVERIFY(m_f->start());
    QVERIFY(m_f->addPastTicket(now() - 20 * DayMs)); // one open at once is the record
    QVERIFY(watch(AlarmKind::PeakRecord, 0));
    QSignalSpy desktop(m_f->host.get(), &BotHost::desktopNotice);
    m_f->openTicket(u"appeal-1"_s, m_f->kira);
    QVERIFY(waits([&] { return openNow() == 1; }));
    QTest::qWait(1500);
    QCOMPARE(m_f->titles(m_f->management), QStringList()); // as many as ever before, not more
    const UtcMs before = now();
    m_f->openTicket(u"appeal-2"_s, m_f->tom);
    const QStringList told{u"2 tickets open at once: more than ever before"_s};
    QVERIFY(waits([&] { return m_f->titles(m_f->management) == told; }));
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    QCOMPARE(history().size(), 1);
    QVERIFY(history().first().firedAtMs >= before);
    m_f->openTicket(u"appeal-3"_s, m_f->kira);
    QVERIFY(waits([&] { return openNow() == 3; }));
    QTest::qWait(1500);
    QCOMPARE(m_f->calls(u"POST"_s, m_f->management), 1); // once a day
    QCOMPARE(m_f->titles(m_f->management), told);
    QCOMPARE(desktop.size(), 1);
}

// UX 3.7: outside working hours alarms are held; at opening one message lists what is still true.
void tst_Alarms::whatWasHeldComesInOneMessageAtOpening()
{
    const UtcMs midnight = (now() / DayMs + 1) * DayMs;
    goTo(midnight + HourMs);
    QVERIFY(m_f->start());
    QVERIFY(m_f->configure([](StoredConfig &config) {
        config.timeZone = "UTC";
        for (int day = 1; day <= 7; ++day)
            config.workingWeek += {Qt::DayOfWeek(day), 9 * 60, 17 * 60};
    }));
    QVERIFY(m_f->settle([&](NoticeSettings &settings) {
        for (AlarmSetting &alarm : settings.alarms)
            alarm.on = false;
        settings.alarm(AlarmKind::Overdue) = {true, 0, true, ChannelId(m_f->management), {}};
        settings.alarm(AlarmKind::TooManyOpen) = {true, 2, true, ChannelId(m_f->management),
                                                  RoleId(m_f->staffRole)};
    }));
    QSignalSpy desktop(m_f->host.get(), &BotHost::desktopNotice);
    for (int i = 0; i < 3; ++i)
        m_f->openTicket(u"appeal-%1"_s.arg(i), m_f->kira);
    const quint64 answered = m_f->openTicket(u"appeal-7"_s, m_f->tom);
    QVERIFY(waits([&] { return openNow() == 4; }));
    goTo(midnight + 2 * HourMs); // overdue by now
    m_f->discord.world().addMessage(answered, m_f->ana);
    goTo(midnight + 9 * HourMs - 20 * SecondMs);
    QTest::qWait(1500);
    QCOMPARE(m_f->titles(m_f->management), QStringList());
    QCOMPARE(desktop.size(), 0);
    goTo(midnight + 9 * HourMs);
    QVERIFY(waits([&] { return m_f->calls(u"POST"_s, m_f->management) == 1; }));
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    QTest::qWait(1500);
    QCOMPARE(m_f->calls(u"POST"_s, m_f->management), 1);
    QCOMPARE(desktop.size(), 1);
    QCOMPARE(desktop.first().at(1).toString(), u"2 alarms"_s);
    const QJsonObject message = m_f->posted(m_f->management).first();
    const QJsonArray embeds = message["embeds"_L1].toArray();
    QCOMPARE(embeds.size(), 2);
    QCOMPARE(embeds.at(0)["title"_L1].toString(), u"3 tickets wait over 10 minutes"_s);
    QCOMPARE(embeds.at(1)["title"_L1].toString(), u"4 tickets are open"_s);
    QVERIFY(message["content"_L1].toString().contains(u"<@&%1>"_s.arg(m_f->staffRole)));
}

void tst_Alarms::lateFirstResponses()
{
    // Noon of tomorrow, so that the day is long enough whenever this runs.
    goTo((now() / DayMs + 1) * DayMs + 12 * HourMs);
    QVERIFY(m_f->start());
    QVERIFY(watch(AlarmKind::TargetMissed, 25));
    for (int i = 0; i < 6; ++i) {
        const quint64 ticket =
            m_f->openTicket(u"appeal-%1"_s.arg(i), m_f->kira, now() - 25 * MinuteMs - i * SecondMs);
        m_f->discord.world().addMessage(ticket, m_f->ana);
    }
    const QStringList told{u"100 % of today's first responses came too late"_s};
    QVERIFY(waits([&] { return m_f->titles(m_f->management) == told; }));
    const quint64 late = m_f->openTicket(u"appeal-7"_s, m_f->tom, now() - 25 * MinuteMs);
    m_f->discord.world().addMessage(late, m_f->ben);
    QTest::qWait(1500);
    QCOMPARE(m_f->calls(u"POST"_s, m_f->management), 1);
    // The day is over, and with it the alarm.
    goTo((now() / DayMs + 1) * DayMs + SecondMs);
    QVERIFY(waits([&] {
        return m_f->titles(m_f->management) == QStringList{u"First responses are within the target again"_s};
    }));
    QVERIFY(!history().first().open());
}

void tst_Alarms::aLostConnection()
{
    QVERIFY(m_f->start());
    QVERIFY(m_f->useLogChannel());
    QVERIFY(watch(AlarmKind::Disconnected, 2));
    QSignalSpy desktop(m_f->host.get(), &BotHost::desktopNotice);
    m_f->discord.refuseConnections(true);
    m_f->discord.dropSocket();
    QVERIFY(
        waits([&] { return m_f->host->state().gateway.state != Discord::GatewayStatus::State::Connected; }));
    goTo(now() + 2 * MinuteMs - 20 * SecondMs);
    QTest::qWait(1500);
    QCOMPARE(desktop.size(), 0); // not before its time
    goTo(now() + 20 * SecondMs);
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    QCOMPARE(desktop.first().first().toString(), u"disconnected"_s);
    m_f->discord.refuseConnections(false);
    m_f->host->retryNow();
    QVERIFY(waits([&] { return m_f->titles(m_f->log).size() == 1; }));
    QVERIFY2(m_f->titles(m_f->log).first().startsWith(u"Back online. The bot was disconnected for 2 min"_s),
             qPrintable(m_f->titles(m_f->log).first()));
    QCOMPARE(history().size(), 1);
    QCOMPARE(history().first().ending, AlarmRow::Ending::Over);
    QCOMPARE(m_f->calls(u"POST"_s, m_f->management), 0); // this computer only
    QCOMPARE(desktop.size(), 1);
}

void tst_Alarms::troubleWithTheData()
{
    const auto full = std::make_shared<std::atomic<bool>>(false);
    m_f->storageFault = [full](const QString &) { return full->load() ? 13 : 0; };
    QVERIFY(m_f->start());
    QVERIFY(watch(AlarmKind::DataTrouble, 0));
    QSignalSpy desktop(m_f->host.get(), &BotHost::desktopNotice);
    full->store(true);
    m_f->openTicket(u"appeal-1"_s, m_f->kira);
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    QCOMPARE(desktop.first().first().toString(), u"data"_s);
    QTest::qWait(1500);
    QCOMPARE(desktop.size(), 1); // every further try that fails is the same trouble
    full->store(false);
    QVERIFY(waits([&] { return history().size() == 1; })); // written as soon as anything can be
    QCOMPARE(history().first().kind, AlarmKind::DataTrouble);
    QVERIFY(!history().first().open());
    QVERIFY(waits([&] { return m_f->numbers().opened == 1; }));
}

QTEST_GUILESS_MAIN(tst_Alarms)
#include "tst_alarms.moc"
