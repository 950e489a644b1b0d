// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/noticebench.h"

#include "bot/base/format.h"

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
    void aRecordOfThisMorningIsToldWithItsTime();
    void noAlarmIsForgottenWhileAChannelIsReadAgain();
    void whatWasHeldComesInOneMessageAtOpening();
    void lateFirstResponses();
    void aLostConnection();
    void troubleWithTheData();

private:
    static bool waits(const std::function<bool()> &until)
    {
        return QTest::qWaitFor(until, BotFixture::WaitMs);
    }
    // Only this alarm, and in the log channel the overdue tickets, by which lookedAt() knows where the bot is.
    bool watch(AlarmKind kind, int limit)
    {
        return m_f->settle([&](NoticeSettings &settings) {
            for (AlarmSetting &alarm : settings.alarms)
                alarm.on = false;
            settings.alarm(AlarmKind::Overdue) = {true, 0, false, ChannelId(m_f->log), {}};
            settings.alarm(kind) = {true, limit, true, ChannelId(m_f->management), {}};
        });
    }
    // Opens a ticket that is overdue when it is first seen. Its alarm is written together with everything else that the same
    // look decided: what is not in the history now, did not fire. 0: it was never looked at.
    quint64 lookedAt(const QString &name)
    {
        const quint64 ticket = m_f->openTicket(name, m_f->tom, now() - 20 * MinuteMs);
        return waits([&] { return alarmOf(ticket).has_value(); }) ? ticket : 0;
    }
    std::optional<AlarmRow> alarmOf(quint64 ticket)
    {
        for (const AlarmRow &alarm : history()) {
            if (alarm.ticket == ChannelId(ticket))
                return alarm;
        }
        return {};
    }
    QVector<AlarmRow> fired(AlarmKind kind)
    {
        QVector<AlarmRow> rows = history();
        rows.removeIf([kind](const AlarmRow &alarm) { return alarm.kind != kind; });
        return rows;
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
            [g = GuildId(m_f->guild)](const Reader &r) { return NoticeStore::alarms(r, g, 0, 50); });
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
    const quint64 first = lookedAt(u"appeal-1"_s);
    const quint64 second = lookedAt(u"appeal-2"_s);
    QVERIFY(first && second);
    QCOMPARE(fired(AlarmKind::TooManyOpen).size(), 0); // two are allowed
    const quint64 third = m_f->openTicket(u"appeal-3"_s, m_f->kira);
    QVERIFY(waits([&] { return m_f->titles(m_f->management) == QStringList{u"3 tickets are open"_s}; }));
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    QVERIFY(lookedAt(u"appeal-4"_s));
    QCOMPARE(fired(AlarmKind::TooManyOpen).size(), 1); // once, however many more come
    QCOMPARE(fired(AlarmKind::TooManyOpen).first().value, 3);
    // Over only when a tenth fewer than the limit are open, which is one here.
    m_f->discord.world().deleteChannel(first, m_f->ticketBot, u"closed by ana"_s);
    m_f->discord.world().deleteChannel(second, m_f->ticketBot, u"closed by ana"_s);
    QVERIFY(waits([&] { return !alarmOf(first)->open() && !alarmOf(second)->open(); }));
    QVERIFY(fired(AlarmKind::TooManyOpen).first().open());
    m_f->discord.world().deleteChannel(third, m_f->ticketBot, u"closed by ana"_s);
    QVERIFY(waits(
        [&] { return m_f->titles(m_f->management) == QStringList{u"No longer too many open tickets"_s}; }));
    QVERIFY(!fired(AlarmKind::TooManyOpen).first().open());
    QCOMPARE(m_f->calls(u"POST"_s, m_f->management), 1);
    QCOMPARE(desktop.size(), 1);
}

// The first ticket of more than ever before, not the one that equals the record, nor the next.
void tst_Alarms::aRecordIsToldOnceAtItsTicket()
{
    goTo((now() / DayMs + 1) * DayMs + 12 * HourMs);
    QVERIFY(m_f->start());
    QVERIFY(m_f->addPastTicket(now() - 20 * DayMs)); // one open at once is the record
    QVERIFY(watch(AlarmKind::PeakRecord, 0));
    QSignalSpy desktop(m_f->host.get(), &BotHost::desktopNotice);
    QVERIFY(lookedAt(u"appeal-1"_s));
    QCOMPARE(fired(AlarmKind::PeakRecord).size(), 0); // as many as ever before, not more
    const quint64 second = m_f->openTicket(u"appeal-2"_s, m_f->kira);
    const QStringList told{u"2 tickets open at once: more than ever before"_s};
    QVERIFY(waits([&] { return m_f->titles(m_f->management) == told; }));
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    QVERIFY(lookedAt(u"appeal-3"_s));
    QCOMPARE(openNow(), 3);
    QCOMPARE(fired(AlarmKind::PeakRecord).size(), 1); // once a day
    QCOMPARE(fired(AlarmKind::PeakRecord).first().firedAtMs, ChannelId(second).createdAtMs());
    QCOMPARE(m_f->calls(u"POST"_s, m_f->management), 1);
    QCOMPARE(m_f->titles(m_f->management), told);
    QCOMPARE(desktop.size(), 1);
}

// Found at noon, reached in the morning: it is told once, and not as if it were now.
void tst_Alarms::aRecordOfThisMorningIsToldWithItsTime()
{
    const UtcMs midnight = (now() / DayMs + 1) * DayMs;
    goTo(midnight);
    QVERIFY(m_f->start());
    QVERIFY(m_f->addPastTicket(now() - 20 * DayMs));
    QVERIFY(watch(AlarmKind::PeakRecord, 0));
    m_f->stop();
    goTo(midnight + 3 * HourMs);
    m_f->openTicket(u"away-1"_s, m_f->kira);
    const quint64 second = m_f->openTicket(u"away-2"_s, m_f->tom);
    goTo(midnight + 12 * HourMs);
    QVERIFY(m_f->start());
    QVERIFY(waits([&] {
        return m_f->titles(m_f->management)
            == QStringList{u"2 tickets open at once: more than ever before"_s};
    }));
    const UtcMs reached = ChannelId(second).createdAtMs();
    QCOMPARE(m_f->posted(m_f->management).first()["embeds"_L1][0]["description"_L1].toString(),
             Format::discordTime(reached, Format::TimeStyle::Relative));
    QCOMPARE(fired(AlarmKind::PeakRecord).first().firedAtMs, reached);
}

// What was looked at while a channel is read again is looked at once more when that is over.
void tst_Alarms::noAlarmIsForgottenWhileAChannelIsReadAgain()
{
    QVERIFY(m_f->start());
    QVERIFY(watch(AlarmKind::TooManyOpen, 100));
    const quint64 quiet = m_f->openTicket(u"appeal-1"_s, m_f->kira);
    QVERIFY(waits([&] { return openNow() == 1; }));
    const auto asked = [&] {
        const QString path = u"/channels/%1/messages"_s.arg(quiet);
        return std::any_of(m_f->discord.requests().cbegin(), m_f->discord.requests().cend(),
                           [&](const auto &request) { return request.path.startsWith(path); });
    };
    m_f->discord.delayNext(u"GET /channels/*/messages"_s, 3'000);
    m_f->discord.dispatch(u"MESSAGE_CREATE"_s,
                          {{u"id"_s, 7.5},
                           {u"channel_id"_s, QString::number(quiet)},
                           {u"guild_id"_s, QString::number(m_f->guild)}},
                          m_f->guild);
    QVERIFY(waits(asked));
    QVERIFY(lookedAt(u"appeal-2"_s));
}

// UX 3.7: outside working hours alarms are held; at opening one message lists what is still true.
void tst_Alarms::whatWasHeldComesInOneMessageAtOpening()
{
    const UtcMs midnight = (now() / DayMs + 1) * DayMs;
    goTo(midnight + 16 * HourMs);
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
    const quint64 early = lookedAt(u"appeal-0"_s);
    QVERIFY(early);
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    // In the evening; all of them are overdue when they are seen.
    goTo(midnight + 20 * HourMs);
    for (int i = 1; i <= 3; ++i)
        m_f->openTicket(u"appeal-%1"_s.arg(i), m_f->kira, now() - 20 * MinuteMs);
    const quint64 answered = m_f->openTicket(u"appeal-7"_s, m_f->tom, now() - 20 * MinuteMs);
    QVERIFY(waits([&] { return openNow() == 5; }));
    // What ends is told at any hour, so this shows that the bot has looked at the others, too.
    m_f->discord.world().addMessage(early, m_f->ana);
    QVERIFY(waits([&] { return m_f->titles(m_f->management) == QStringList{u"All answered"_s}; }));
    m_f->discord.world().deleteChannel(early, m_f->ticketBot, u"closed by ana"_s);
    m_f->discord.world().addMessage(answered, m_f->ana);
    QVERIFY(waits([&] { return openNow() == 4; }));
    QCOMPARE(history().size(), 1);
    QCOMPARE(desktop.size(), 1);
    const UtcMs opening = midnight + DayMs + 9 * HourMs;
    goTo(opening - 2 * SecondMs);
    QVERIFY(waits([&] { return m_f->calls(u"POST"_s, m_f->management) == 2; }));
    QVERIFY(waits([&] { return desktop.size() == 2; }));
    QCOMPARE(desktop.last().at(1).toString(), u"2 alarms"_s);
    const QJsonObject message = m_f->posted(m_f->management).last();
    const QJsonArray embeds = message["embeds"_L1].toArray();
    QCOMPARE(embeds.size(), 2);
    QCOMPARE(embeds.at(0)["title"_L1].toString(), u"3 tickets wait over 10 minutes"_s);
    QCOMPARE(embeds.at(1)["title"_L1].toString(), u"4 tickets are open"_s);
    QVERIFY(message["content"_L1].toString().contains(u"<@&%1>"_s.arg(m_f->staffRole)));
    QVERIFY(lookedAt(u"appeal-8"_s)); // joins what is told already
    QCOMPARE(fired(AlarmKind::TooManyOpen).size(), 1);
    for (const AlarmRow &alarm : history())
        QVERIFY(alarm.ticket == ChannelId(early) || alarm.firedAtMs >= opening);
    QCOMPARE(m_f->calls(u"POST"_s, m_f->management), 2);
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
    QVERIFY(lookedAt(u"appeal-8"_s));
    QCOMPARE(fired(AlarmKind::TargetMissed).size(), 1);
    // The day is over, and with it the alarm.
    goTo((now() / DayMs + 1) * DayMs + SecondMs);
    QVERIFY(waits([&] {
        return m_f->titles(m_f->management) == QStringList{u"First responses are within the target again"_s};
    }));
    QVERIFY(!fired(AlarmKind::TargetMissed).first().open());
    QCOMPARE(m_f->calls(u"POST"_s, m_f->management), 1);
}

void tst_Alarms::aLostConnection()
{
    QVERIFY(m_f->start());
    QVERIFY(m_f->useLogChannel());
    QVERIFY(watch(AlarmKind::Disconnected, 2));
    QSignalSpy desktop(m_f->host.get(), &BotHost::desktopNotice);
    const auto connected = [&] {
        return m_f->host->state().gateway.state == Discord::GatewayStatus::State::Connected;
    };
    QVERIFY(waits(connected)); // the state comes a little later than what it tells of
    m_f->discord.refuseConnections(true);
    m_f->discord.dropSocket();
    QVERIFY(waits([&] { return !connected(); }));
    goTo(now() + 2 * MinuteMs - 3 * SecondMs); // the rest passes by itself
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    QCOMPARE(desktop.first().first().toString(), u"disconnected"_s);
    const QVector<AlarmRow> told = fired(AlarmKind::Disconnected);
    QCOMPARE(told.size(), 1);
    const qint64 after = told.first().firedAtMs - told.first().value;
    QVERIFY2(after >= 2 * MinuteMs && after < 2 * MinuteMs + 10 * SecondMs,
             qPrintable(QString::number(after)));
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
    const auto refused = std::make_shared<std::atomic<int>>(0);
    m_f->storageFault = [full, refused](const QString &) {
        if (!full->load())
            return 0;
        ++*refused;
        return 13;
    };
    QVERIFY(m_f->start());
    QVERIFY(watch(AlarmKind::DataTrouble, 0));
    QSignalSpy desktop(m_f->host.get(), &BotHost::desktopNotice);
    full->store(true);
    m_f->openTicket(u"appeal-1"_s, m_f->kira);
    QVERIFY(waits([&] { return desktop.size() == 1; }));
    QCOMPARE(desktop.first().first().toString(), u"data"_s);
    const int before = refused->load();
    QVERIFY(waits([&] { return refused->load() > before + 1; }));
    QCOMPARE(desktop.size(), 1); // every further try that fails is the same trouble
    full->store(false);
    QVERIFY(waits(
        [&] { return fired(AlarmKind::DataTrouble).size() == 1; })); // as soon as anything can be written
    QVERIFY(!fired(AlarmKind::DataTrouble).first().open());
    QVERIFY(waits([&] { return m_f->numbers().opened == 1; }));
    QCOMPARE(desktop.size(), 1);
}

QTEST_GUILESS_MAIN(tst_Alarms)
#include "tst_alarms.moc"
