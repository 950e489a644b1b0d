// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/alarmrules.h"
#include "bot/tickets/config.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Ending = AlarmRow::Ending;

namespace {

constexpr UtcMs Now = 1795356240000;
constexpr ChannelId Appeal{412};
constexpr ChannelId General{977};

NoticeSettings only(AlarmKind kind, int limit = 0)
{
    NoticeSettings settings;
    for (AlarmSetting &alarm : settings.alarms)
        alarm.on = false;
    settings.alarm(kind).on = true;
    if (limit > 0)
        settings.alarm(kind).limit = limit;
    return settings;
}

AlarmInput quiet()
{
    AlarmInput input;
    input.nowMs = Now;
    input.todayMs = Now - 14 * HourMs;
    return input;
}

AlarmRow openAlarm(AlarmKind kind, qint64 value, ChannelId ticket = {})
{
    AlarmRow alarm;
    alarm.id = 1;
    alarm.kind = kind;
    alarm.ticket = ticket;
    alarm.value = value;
    alarm.firedAtMs = Now - HourMs;
    return alarm;
}

// Plays the clock forward in steps of a second, as the bot does, and writes down when which alarm fired.
struct Player
{
    NoticeSettings settings;
    AlarmInput input = quiet();
    QVector<std::pair<AlarmKind, UtcMs>> fired;

    void step()
    {
        const AlarmDecisions decisions = decideAlarms(settings, input);
        for (const auto &end : decisions.end) {
            input.open.removeIf([&](const AlarmRow &alarm) { return alarm.id == end.alarm.id; });
            input.lastMs[size_t(end.alarm.kind)] = end.atMs;
        }
        for (AlarmRow alarm : decisions.fire) {
            fired.append({alarm.kind, input.nowMs});
            alarm.id = fired.size();
            input.alarmed += alarm.ticket;
            input.lastMs[size_t(alarm.kind)] = input.nowMs;
            if (alarm.open())
                input.open += alarm;
        }
    }
    void until(UtcMs end)
    {
        for (; input.nowMs < end; input.nowMs += SecondMs)
            step();
    }
};

} // namespace

class tst_AlarmRules : public QObject
{
    Q_OBJECT
private slots:
    void aWaitingTicketFiresOnceAtItsSecond()
    {
        Player p;
        p.settings = only(AlarmKind::Overdue);
        p.input.waiting = {{Appeal, u"appeal"_s, {}, Now - 9 * MinuteMs, false}};
        QCOMPARE(decideAlarms(p.settings, p.input).nextCheckMs, Now + MinuteMs);
        p.until(Now + HourMs);
        QCOMPARE(p.fired.size(), 1);
        QCOMPARE(p.fired.first().second, Now + MinuteMs);
    }

    // UX 3.7: at most one alarm per ticket, also when it waits a second time.
    void aTicketHasOneAlarm()
    {
        Player p;
        p.settings = only(AlarmKind::Overdue);
        p.input.waiting = {{Appeal, u"appeal"_s, {}, Now - HourMs, false}};
        p.step();
        p.input.waiting.first().sinceMs = Now + MinuteMs; // answered, and asked again
        p.input.nowMs = Now + HourMs;
        const AlarmDecisions decisions = decideAlarms(p.settings, p.input);
        QCOMPARE(decisions.end.size(), 1);
        QCOMPARE(decisions.end.first().ending, Ending::Answered);
        p.until(Now + 3 * HourMs);
        QCOMPARE(p.fired.size(), 1);
    }

    void severalThatAreDueFireTogether()
    {
        AlarmInput input = quiet();
        input.waiting = {{Appeal, {}, {}, Now - 20 * MinuteMs, false},
                         {General, {}, {}, Now - 10 * MinuteMs, false},
                         {ChannelId(5), {}, {}, Now - 3 * MinuteMs, false},
                         {ChannelId(6), {}, {}, Now - DayMs, true}}; // muted
        const AlarmDecisions decisions = decideAlarms(only(AlarmKind::Overdue), input);
        QCOMPARE(decisions.fire.size(), 2);
        QCOMPARE(decisions.fire.last().ticket, General);
        QCOMPARE(decisions.nextCheckMs, Now + 7 * MinuteMs);
    }

    void anAlarmEndsAsWhatItWas_data()
    {
        QTest::addColumn<bool>("stillOpen");
        QTest::addColumn<Ending>("ending");
        QTest::newRow("answered") << true << Ending::Answered;
        QTest::newRow("closed") << false << Ending::Closed;
    }
    void anAlarmEndsAsWhatItWas()
    {
        QFETCH(bool, stillOpen);
        QFETCH(Ending, ending);
        AlarmInput input = quiet();
        AlarmRow alarm = openAlarm(AlarmKind::Overdue, Now - 2 * HourMs, Appeal);
        alarm.ticketOpen = stillOpen;
        alarm.ticketEndedMs = Now - MinuteMs;
        input.open = {alarm};
        const AlarmDecisions decisions = decideAlarms(only(AlarmKind::Overdue), input);
        QCOMPARE(decisions.end.size(), 1);
        QCOMPARE(decisions.end.first().ending, ending);
        QCOMPARE(decisions.end.first().atMs, Now - MinuteMs); // when it was, not when we looked
    }

    // Held outside working hours; at opening one list of what still holds.
    void outsideWorkingHoursAlarmsAreHeld()
    {
        Player p;
        p.settings = only(AlarmKind::Overdue);
        p.input.workingTime = false;
        p.input.opensAtMs = Now + 8 * HourMs;
        p.input.waiting = {{Appeal, {}, {}, Now - HourMs, false}, {General, {}, {}, Now, false}};
        p.until(Now + 8 * HourMs);
        QCOMPARE(p.fired.size(), 0);
        AlarmInput closed = p.input;
        closed.nowMs = Now + HourMs;
        QCOMPARE(decideAlarms(p.settings, closed).nextCheckMs, Now + 8 * HourMs);
        p.input.workingTime = true;
        p.input.waiting.removeFirst(); // was answered in the night: never told
        p.step();
        QCOMPARE(p.fired.size(), 1);
        QCOMPARE(p.fired.first().second, Now + 8 * HourMs);
    }

    // The schedule of settings, across the night in which clocks change and over a holiday: at opening one message.
    void theScheduleHoldsAlarmsUntilItOpens_data()
    {
        QTest::addColumn<QString>("waitsFrom"); // UTC
        QTest::addColumn<QString>("fires");
        // Monday to Friday 09:00-17:00 in Berlin, 6 April is a holiday, summer time from 29 March 2026.
        QTest::newRow("in working hours") << u"2026-03-27T09:00:00Z"_s << u"2026-03-27T09:10:00Z"_s;
        QTest::newRow("late on Friday") << u"2026-03-27T15:55:00Z"_s << u"2026-03-30T07:00:00Z"_s;
        QTest::newRow("in the night that has no 02:30")
            << u"2026-03-29T00:50:00Z"_s << u"2026-03-30T07:00:00Z"_s;
        QTest::newRow("before a holiday") << u"2026-04-05T09:00:00Z"_s << u"2026-04-07T07:00:00Z"_s;
        QTest::newRow("just before opening") << u"2026-03-30T06:55:00Z"_s << u"2026-03-30T07:05:00Z"_s;
    }
    void theScheduleHoldsAlarmsUntilItOpens()
    {
        QFETCH(QString, waitsFrom);
        QFETCH(QString, fires);
        const auto utc = [](const QString &iso) {
            return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
        };
        StoredConfig config;
        config.timeZone = "Europe/Berlin";
        for (int day = Qt::Monday; day <= Qt::Friday; ++day)
            config.workingWeek.append({Qt::DayOfWeek(day), 9 * 60, 17 * 60});
        config.holidays = {QDate(2026, 4, 6)};
        const WorkingHours hours = config.workingHours();
        Player p;
        p.settings = only(AlarmKind::Overdue);
        const UtcMs since = utc(waitsFrom);
        p.input.waiting = {{Appeal, {}, {}, since, false, {}}, {General, {}, {}, since - 1, false, {}}};
        // Woken only when the decision asked for it, as the bot is.
        for (p.input.nowMs = since; p.fired.isEmpty();) {
            p.input.workingTime = hours.openAt(p.input.nowMs);
            p.input.opensAtMs = hours.opensAt(p.input.nowMs);
            const UtcMs next = decideAlarms(p.settings, p.input).nextCheckMs;
            p.step();
            if (p.fired.isEmpty()) {
                QVERIFY(next > p.input.nowMs);
                p.input.nowMs = next;
            }
        }
        // Both, in the same decision unless one was due earlier.
        QCOMPARE(p.fired.first().second, utc(fires) - (p.fired.size() == 1 ? 1 : 0));
    }

    void aCategoryMayHaveATargetOfItsOwn()
    {
        AlarmInput input = quiet();
        input.targets.byCategory = {{ChannelId(1), {int(30 * MinuteMs), 0}}};
        input.waiting = {{Appeal, {}, {}, Now - 20 * MinuteMs, false, ChannelId(1)},
                         {General, {}, {}, Now - 20 * MinuteMs, false, ChannelId(2)}};
        const AlarmDecisions decisions = decideAlarms(only(AlarmKind::Overdue), input);
        QCOMPARE(decisions.fire.size(), 1);
        QCOMPARE(decisions.fire.first().ticket, General);
        QCOMPARE(decisions.nextCheckMs, Now + 10 * MinuteMs);
    }

    // Stale knowledge accuses nobody.
    void whileDisconnectedNoTicketIsBlamed()
    {
        AlarmInput input = quiet();
        input.fresh = false;
        input.waiting = {{Appeal, {}, {}, Now - HourMs, false}};
        input.openTickets = 99;
        const AlarmDecisions decisions = decideAlarms(NoticeSettings(), input);
        QCOMPARE(decisions.fire.size(), 0);
    }

    void overloadHasHysteresisAndACooldown()
    {
        Player p;
        p.settings = only(AlarmKind::TooManyOpen, 20);
        const auto with = [&](int open, qint64 forMs) {
            p.input.openTickets = open;
            p.until(p.input.nowMs + forMs);
        };
        with(20, MinuteMs);
        QCOMPARE(p.fired.size(), 0); // "more than"
        with(21, MinuteMs);
        QCOMPARE(p.fired.size(), 1);
        QCOMPARE(p.fired.last().second, Now + MinuteMs);
        with(19, MinuteMs); // above 18: it is not over yet
        with(21, MinuteMs);
        QCOMPARE(p.input.open.size(), 1);
        QCOMPARE(p.fired.size(), 1);
        with(18, SecondMs);
        const UtcMs over = p.input.nowMs - SecondMs;
        QCOMPARE(p.input.open.size(), 0);
        with(25, HourMs);
        QCOMPARE(p.fired.size(), 2);
        QCOMPARE(p.fired.last().second, over + AlarmCooldownMs);
    }

    void aRecordIsToldOnceADay()
    {
        Player p;
        p.settings = only(AlarmKind::PeakRecord);
        p.input.openTickets = 24;
        p.until(Now + MinuteMs);
        QCOMPARE(p.fired.size(), 0); // too short a history
        p.input.record = 24;
        p.until(Now + 2 * MinuteMs);
        QCOMPARE(p.fired.size(), 0); // as many is no record
        p.input.openTickets = 25;
        p.until(Now + 3 * MinuteMs);
        p.input.openTickets = 26;
        p.until(Now + 4 * MinuteMs);
        QCOMPARE(p.fired.size(), 1);
        p.input.todayMs = p.input.nowMs;
        p.step();
        QCOMPARE(p.fired.size(), 2);
    }

    // Found at two o'clock in the afternoon, reached in the night while the bot was away.
    void aRecordIsOfTheTimeWhenItWasReached_data()
    {
        QTest::addColumn<int>("mostToday");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<qint64>("at");
        QTest::newRow("still the most") << 25 << 25ll << Now - 11 * HourMs;
        QTest::newRow("one less by now") << 26 << 26ll << Now - 11 * HourMs;
        QTest::newRow("just now, not counted yet") << 24 << 25ll << Now;
    }
    void aRecordIsOfTheTimeWhenItWasReached()
    {
        QFETCH(int, mostToday);
        AlarmInput input = quiet();
        input.record = 24;
        input.openTickets = 25;
        input.mostToday = mostToday;
        input.mostTodayMs = Now - 11 * HourMs;
        const AlarmDecisions decisions = decideAlarms(only(AlarmKind::PeakRecord), input);
        QCOMPARE(decisions.fire.size(), 1);
        QTEST(decisions.fire.first().value, "value");
        QTEST(decisions.fire.first().firedAtMs, "at");
        // What is over is nothing to tell of.
        input.openTickets = 24;
        QCOMPARE(decideAlarms(only(AlarmKind::PeakRecord), input).fire.size(), 0);
    }

    // M-20: five responses at least.
    void theTargetIsJudgedOnEnoughResponses_data()
    {
        QTest::addColumn<int>("responses");
        QTest::addColumn<int>("late");
        QTest::addColumn<int>("fires");
        QTest::newRow("four, all late") << 4 << 4 << 0;
        QTest::newRow("24 %") << 25 << 6 << 0;
        QTest::newRow("25 %") << 8 << 2 << 1;
        QTest::newRow("none") << 0 << 0 << 0;
    }
    void theTargetIsJudgedOnEnoughResponses()
    {
        QFETCH(int, responses);
        QFETCH(int, late);
        QFETCH(int, fires);
        Player p;
        p.settings = only(AlarmKind::TargetMissed, 25);
        p.input.responsesToday = responses;
        p.input.lateToday = late;
        p.until(Now + 10 * MinuteMs);
        QCOMPARE(p.fired.size(), fires);
        p.input.lateToday = 0; // better by now
        p.step();
        QCOMPARE(p.input.open.size(), 0);
        p.input.lateToday = late;
        p.until(Now + 20 * MinuteMs);
        QCOMPARE(p.fired.size(), fires); // once a day
    }

    void disconnectedFiresAfterItsMinutesAndEndsWithTheConnection()
    {
        Player p;
        p.settings = only(AlarmKind::Disconnected, 2);
        p.input.fresh = false;
        p.input.disconnectedSinceMs = Now;
        p.until(Now + HourMs);
        QCOMPARE(p.fired.size(), 1);
        QCOMPARE(p.fired.first().second, Now + 2 * MinuteMs);
        p.input.disconnectedSinceMs = 0;
        const AlarmDecisions decisions = decideAlarms(p.settings, p.input);
        QCOMPARE(decisions.end.size(), 1);
        QCOMPARE(decisions.end.first().ending, Ending::Over);
    }

    void whatIsSwitchedOffEnds()
    {
        AlarmInput input = quiet();
        input.open = {openAlarm(AlarmKind::Overdue, Now - HourMs, Appeal)};
        input.waiting = {{Appeal, {}, {}, Now - HourMs, false}};
        QCOMPARE(decideAlarms(only(AlarmKind::Overdue), input).end.size(), 0);
        QCOMPARE(decideAlarms(only(AlarmKind::PeakRecord), input).end.size(), 1);
        NoticeSettings nowhere = only(AlarmKind::Overdue);
        nowhere.alarm(AlarmKind::Overdue).desktop = false; // on, but told to nobody
        QCOMPARE(decideAlarms(nowhere, input).end.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_AlarmRules)
#include "tst_alarmrules.moc"
