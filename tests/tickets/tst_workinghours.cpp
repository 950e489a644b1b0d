// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/workinghours.h"

#include "bot/tickets/breakdowns.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

UtcMs utc(const QString &iso)
{
    return QDateTime::fromString(iso + u'Z', Qt::ISODate).toMSecsSinceEpoch();
}

WorkingHours::Interval on(Qt::DayOfWeek day, int fromHour, int toHour)
{
    return {day, fromHour * 60, toHour * 60};
}

WorkingHours office(const char *zone)
{
    WorkingHours hours;
    for (int day = Qt::Monday; day <= Qt::Friday; ++day)
        hours.week.append(on(Qt::DayOfWeek(day), 9, 17));
    hours.zone = QTimeZone(zone);
    return hours;
}

WorkingHours daily(const char *zone, int fromHour, int toHour)
{
    WorkingHours hours;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        hours.week.append(on(Qt::DayOfWeek(day), fromHour, toHour));
    hours.zone = QTimeZone(zone);
    return hours;
}

TicketRow answered(UtcMs openedMs, UtcMs answeredMs, UtcMs closedMs)
{
    TicketRow row;
    row.id = ChannelId::atMs(openedMs);
    row.spells = {{openedMs, closedMs, 0, TimeSource::Audit, TimeSource::Audit, EndKind::Deleted}};
    row.derived.firstResponseAtMs = answeredMs;
    if (answeredMs)
        row.derived.turns = {{openedMs, answeredMs}};
    return row;
}

} // namespace

// METRICS M-27
class WorkingHoursTest : public QObject
{
    Q_OBJECT

private slots:
    void timeCountsOnlyInWorkingHours_data()
    {
        QTest::addColumn<WorkingHours>("hours");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<double>("worked"); // hours
        const WorkingHours london = office("Europe/London");
        // 2026-04-13 is a Monday; London is at UTC+1 then.
        QTest::newRow("inside a day")
            << london << u"2026-04-13T09:00:00"_s << u"2026-04-13T10:30:00"_s << 1.5;
        QTest::newRow("a whole day") << london << u"2026-04-13T00:00:00"_s << u"2026-04-14T00:00:00"_s << 8.0;
        QTest::newRow("before opening")
            << london << u"2026-04-13T06:00:00"_s << u"2026-04-13T08:30:00"_s << 0.5;
        QTest::newRow("after closing")
            << london << u"2026-04-13T16:00:00"_s << u"2026-04-13T22:00:00"_s << 0.0;
        QTest::newRow("over night") << london << u"2026-04-13T15:00:00"_s << u"2026-04-14T09:00:00"_s << 2.0;
        QTest::newRow("over a weekend")
            << london << u"2026-04-17T15:30:00"_s << u"2026-04-20T08:30:00"_s << 1.0;
        QTest::newRow("on a weekend")
            << london << u"2026-04-18T08:00:00"_s << u"2026-04-19T20:00:00"_s << 0.0;
        QTest::newRow("a week") << london << u"2026-04-13T00:00:00"_s << u"2026-04-20T00:00:00"_s << 40.0;
        QTest::newRow("no time") << london << u"2026-04-13T10:00:00"_s << u"2026-04-13T10:00:00"_s << 0.0;
        QTest::newRow("backwards") << london << u"2026-04-13T12:00:00"_s << u"2026-04-13T10:00:00"_s << 0.0;

        WorkingHours easter = london;
        easter.holidays = {QDate(2026, 4, 3), QDate(2026, 4, 6)};
        QTest::newRow("holidays") << easter << u"2026-04-02T00:00:00"_s << u"2026-04-08T00:00:00"_s << 16.0;

        WorkingHours night;
        night.week = {on(Qt::Monday, 22, 6)};
        QTest::newRow("past midnight")
            << night << u"2026-04-13T00:00:00"_s << u"2026-04-15T00:00:00"_s << 8.0;
        QTest::newRow("the end of a night")
            << night << u"2026-04-14T05:00:00"_s << u"2026-04-14T12:00:00"_s << 1.0;
        night.holidays = {QDate(2026, 4, 14)};
        QTest::newRow("a night into a holiday")
            << night << u"2026-04-13T00:00:00"_s << u"2026-04-15T00:00:00"_s << 8.0;
        night.holidays = {QDate(2026, 4, 13)};
        QTest::newRow("a night that begins on a holiday")
            << night << u"2026-04-13T00:00:00"_s << u"2026-04-15T00:00:00"_s << 0.0;

        WorkingHours twice;
        twice.week = {on(Qt::Monday, 9, 13), on(Qt::Monday, 12, 15), on(Qt::Monday, 15, 16)};
        QTest::newRow("overlapping and touching")
            << twice << u"2026-04-13T00:00:00"_s << u"2026-04-14T00:00:00"_s << 7.0;

        // Europe: the clocks of 2026-03-29 go from 01:00 to 02:00 UTC+1, those of 2026-10-25 back at 01:00 UTC.
        QTest::newRow("a day of 23 hours")
            << daily("Europe/Berlin", 0, 24) << u"2026-03-28T23:00:00"_s << u"2026-03-29T22:00:00"_s << 23.0;
        QTest::newRow("a day of 25 hours")
            << daily("Europe/Berlin", 0, 24) << u"2026-10-24T22:00:00"_s << u"2026-10-25T23:00:00"_s << 25.0;
        QTest::newRow("the hour that is left out")
            << daily("Europe/Berlin", 1, 4) << u"2026-03-28T23:00:00"_s << u"2026-03-29T22:00:00"_s << 2.0;
        QTest::newRow("the hour that comes twice")
            << daily("Europe/Berlin", 1, 4) << u"2026-10-24T22:00:00"_s << u"2026-10-25T23:00:00"_s << 4.0;
        WorkingHours fromNowhere;
        fromNowhere.zone = QTimeZone("Europe/Berlin");
        fromNowhere.week = {{Qt::Sunday, 2 * 60 + 30, 5 * 60}};
        QTest::newRow("a start that does not exist")
            << fromNowhere << u"2026-03-28T23:00:00"_s << u"2026-03-29T22:00:00"_s << 2.0;
        fromNowhere.week = {{Qt::Sunday, 60, 2 * 60 + 30}};
        QTest::newRow("an end that does not exist")
            << fromNowhere << u"2026-03-28T23:00:00"_s << u"2026-03-29T22:00:00"_s << 1.0;
        fromNowhere.week = {{Qt::Sunday, 0, 2 * 60 + 30}, {Qt::Sunday, 2 * 60 + 30, 5 * 60}};
        QTest::newRow("a boundary that comes twice counts once")
            << fromNowhere << u"2026-10-24T22:00:00"_s << u"2026-10-25T23:00:00"_s << 6.0;
        QTest::newRow("office hours do not move with UTC")
            << office("Europe/Berlin") << u"2026-03-23T00:00:00"_s << u"2026-04-06T00:00:00"_s << 80.0;
        QTest::newRow("half hours from UTC")
            << office("Asia/Kolkata") << u"2026-04-13T03:00:00"_s << u"2026-04-13T04:30:00"_s << 1.0;
        // Lord Howe moves by half an hour: 2026-04-05 has 24.5 hours.
        QTest::newRow("half an hour back") << daily("Australia/Lord_Howe", 0, 24) << u"2026-04-04T13:00:00"_s
                                           << u"2026-04-05T13:30:00"_s << 24.5;
    }
    void timeCountsOnlyInWorkingHours()
    {
        QFETCH(WorkingHours, hours);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(double, worked);
        QCOMPARE(double(hours.between(utc(from), utc(to))) / double(HourMs), worked);
    }

    void partsAddUpToTheWhole()
    {
        const WorkingHours hours = office("Europe/Berlin");
        const UtcMs from = utc(u"2026-03-20T00:00:00"_s), to = utc(u"2026-04-10T00:00:00"_s);
        qint64 sum = 0;
        for (UtcMs at = from; at < to; at += 7 * HourMs + 13 * MinuteMs)
            sum += hours.between(at, std::min(to, at + 7 * HourMs + 13 * MinuteMs));
        QCOMPARE(sum, hours.between(from, to));
    }

    // What makes many tickets quick says the same as asking for one.
    void theClockForManyAgreesWithTheHours()
    {
        WorkingHours hours = office("Europe/Berlin");
        hours.week.append(on(Qt::Saturday, 22, 6));
        hours.holidays = {QDate(2026, 3, 25), QDate(2026, 4, 6)};
        const UtcMs from = utc(u"2026-03-20T00:00:00"_s), to = utc(u"2026-04-10T00:00:00"_s);
        const DurationClock clock(hours, from, to);
        QVERIFY(clock.countsWorkingHours());
        for (UtcMs a = from - DayMs; a < to + DayMs; a += 5 * HourMs + 7 * MinuteMs) {
            for (UtcMs b = a - HourMs; b < to + DayMs; b += 31 * HourMs + 3 * MinuteMs)
                QCOMPARE(clock.between(a, b), hours.between(a, b));
        }
    }

    void withoutAScheduleItIsTheCalendar()
    {
        const UtcMs at = utc(u"2026-04-13T00:00:00"_s);
        QCOMPARE(WorkingHours().between(at, at + DayMs), 0);
        QVERIFY(!DurationClock().countsWorkingHours());
        QVERIFY(!DurationClock(WorkingHours(), at, at + DayMs).countsWorkingHours());
        QCOMPARE(DurationClock(WorkingHours(), at, at + DayMs).between(at, at + HourMs), HourMs);
        QVERIFY(WorkingHours().openAt(at));
        QCOMPARE(WorkingHours().opensAt(at), at);
    }

    void opensWhenTheNextStretchBegins_data()
    {
        QTest::addColumn<WorkingHours>("hours");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("opens"); // empty = never
        const WorkingHours berlin = office("Europe/Berlin");
        QTest::newRow("within") << berlin << u"2026-04-13T10:00:00"_s << u"2026-04-13T10:00:00"_s;
        QTest::newRow("first moment") << berlin << u"2026-04-13T07:00:00"_s << u"2026-04-13T07:00:00"_s;
        QTest::newRow("the end is closed") << berlin << u"2026-04-13T15:00:00"_s << u"2026-04-14T07:00:00"_s;
        QTest::newRow("over a weekend") << berlin << u"2026-04-17T16:00:00"_s << u"2026-04-20T07:00:00"_s;
        // 09:00 in Berlin is an hour earlier in UTC once summer time began on 2026-03-29, and later after 2026-10-25.
        QTest::newRow("into summer time") << berlin << u"2026-03-27T17:00:00"_s << u"2026-03-30T07:00:00"_s;
        QTest::newRow("out of summer time") << berlin << u"2026-10-23T17:00:00"_s << u"2026-10-26T08:00:00"_s;
        WorkingHours easter = berlin;
        easter.holidays = {QDate(2026, 4, 3), QDate(2026, 4, 6)};
        QTest::newRow("over holidays") << easter << u"2026-04-02T15:00:00"_s << u"2026-04-07T07:00:00"_s;
        WorkingHours long_ = berlin;
        for (QDate date(2026, 7, 1); date < QDate(2026, 9, 1); date = date.addDays(1))
            long_.holidays.append(date);
        QTest::newRow("a long holiday") << long_ << u"2026-06-30T20:00:00"_s << u"2026-09-01T07:00:00"_s;
        WorkingHours night;
        night.week = {on(Qt::Friday, 22, 6)};
        QTest::newRow("past midnight") << night << u"2026-04-18T05:59:00"_s << u"2026-04-18T05:59:00"_s;
        QTest::newRow("after a night") << night << u"2026-04-18T06:00:00"_s << u"2026-04-24T22:00:00"_s;
    }
    void opensWhenTheNextStretchBegins()
    {
        QFETCH(WorkingHours, hours);
        QFETCH(QString, at);
        QFETCH(QString, opens);
        const UtcMs atMs = utc(at);
        QCOMPARE(hours.opensAt(atMs), utc(opens));
        QCOMPARE(hours.openAt(atMs), at == opens);
        QVERIFY(hours.openAt(utc(opens)));
        QVERIFY(at == opens || !hours.openAt(utc(opens) - 1));
    }

    void hoursSurviveBeingText()
    {
        WorkingHours hours;
        hours.week = {{Qt::Saturday, 22 * 60, 6 * 60 + 30},
                      on(Qt::Monday, 0, 24),
                      on(Qt::Friday, 13, 17),
                      on(Qt::Friday, 8, 12)};
        const QString text = u"1 00:00-24:00,5 08:00-12:00,5 13:00-17:00,6 22:00-06:30"_s;
        QCOMPARE(WorkingHours::weekText(hours.week), text);
        QCOMPARE(WorkingHours::weekText(WorkingHours::weekFromText(text)), text);
        QCOMPARE(WorkingHours::weekFromText(text).size(), 4);
        QCOMPARE(WorkingHours::weekText({}), QString());
        QVERIFY(WorkingHours::weekFromText({}).isEmpty());
        QVERIFY(WorkingHours::weekFromText(u"8 08:00-12:00,1 25:00-26:00,1 x,,1 08:61-09:00,1 24:00-02:00"_s)
                    .isEmpty());
        const QVector<QDate> days{QDate(2027, 1, 1), QDate(2026, 12, 25), QDate(2027, 1, 1)};
        QCOMPARE(WorkingHours::holidaysText(days), u"2026-12-25,2027-01-01"_s);
        QCOMPARE(WorkingHours::holidaysFromText(u"2026-12-25,nonsense,2026-02-30,2026-12-25"_s),
                 QVector<QDate>{QDate(2026, 12, 25)});
    }

    void withoutAScheduleThereIsNoOtherFigure()
    {
        const Window window{utc(u"2026-04-13T00:00:00"_s), utc(u"2026-04-20T00:00:00"_s)};
        const QVector<TicketRow> rows{answered(window.fromMs + HourMs, window.fromMs + 2 * HourMs, 0)};
        StatisticsOptions options;
        options.clock = clockFor(rows, window.toMs, {});
        QCOMPARE(*statistics(rows, {}, window, options).firstResponse.mean, double(HourMs));
    }

    // The same tickets as the calendar's figures: cohort, activity and what is not known yet (M-08).
    void figuresAreOverTheSameTickets()
    {
        const Window window{utc(u"2026-04-13T00:00:00"_s), utc(u"2026-04-20T00:00:00"_s)};
        const UtcMs evening = utc(u"2026-04-13T18:00:00"_s);
        const UtcMs morning = utc(u"2026-04-14T09:05:00"_s);
        const QVector<TicketRow> rows{
            answered(evening, morning, utc(u"2026-04-14T12:00:00"_s)),
            answered(evening, utc(u"2026-04-15T10:00:00"_s), 0),
            answered(evening, 0, 0),
            answered(evening, window.toMs, 0), // answered when the window is over
            answered(window.fromMs - DayMs, window.fromMs - DayMs + HourMs, utc(u"2026-04-13T10:00:00"_s)),
        };
        StatisticsOptions options{10 * MinuteMs, window.toMs, false,
                                  clockFor(rows, window.toMs, office("UTC"))};
        options.targets.resolutionMs = 2 * HourMs;
        const TicketStatistics numbers = statistics(rows, {}, window, options);
        QCOMPARE(numbers.firstResponse.n, 2);
        QCOMPARE(*numbers.firstResponse.mean, double(5 * MinuteMs + 9 * HourMs) / 2);
        QCOMPARE(numbers.withinTarget, 1);
        QCOMPARE(numbers.resolvedInTarget, 1);
        QCOMPARE(numbers.nextResponse.n, 2);
        QCOMPARE(numbers.resolution.n, 2);
        QCOMPARE(*numbers.resolution.mean, double(3 * HourMs + 1 * HourMs) / 2);
        const TicketStatistics calendar = statistics(rows, {}, window);
        QCOMPARE(numbers.firstResponse.n, calendar.firstResponse.n);
        QCOMPARE(numbers.resolution.n, calendar.resolution.n);
        QCOMPARE(numbers.nextResponse.n, calendar.nextResponse.n);
        QCOMPARE(calendar.withinTarget, 0);
        // The buckets of a chart and its groups read the same clock.
        const auto buckets =
            series(rows, {}, window, BucketSize::Day, QTimeZone::utc(), Qt::Monday, options.clock);
        QCOMPARE(buckets.first().firstResponse.n, 2);
        QCOMPARE(*buckets.first().firstResponse.mean, *numbers.firstResponse.mean);
        const QVector<TicketGroup> groups = resolutionGroups(rows, window, options.clock);
        QCOMPARE(groups[2].count(), 2); // 1-4 h
    }

    // A target of one's own counts for that category only, and 0 is none.
    void categoriesMayHaveTargetsOfTheirOwn()
    {
        Targets targets(10 * MinuteMs);
        targets.byCategory = {{ChannelId(1), {int(30 * MinuteMs), 0}}, {ChannelId(2), {0, int(HourMs)}}};
        QCOMPARE(targets.firstResponse(ChannelId(1)), 30 * MinuteMs);
        QCOMPARE(targets.firstResponse(ChannelId(2)), 10 * MinuteMs);
        QCOMPARE(targets.firstResponse({}), 10 * MinuteMs);
        QCOMPARE(targets.resolution(ChannelId(1)), DayMs);
        QCOMPARE(targets.resolution(ChannelId(2)), HourMs);
        QVERIFY(!targets.overdue(ChannelId(2), 10 * MinuteMs)); // just in time
        QVERIFY(targets.overdue(ChannelId(2), 10 * MinuteMs + 1));
        QVERIFY(!targets.overdue(ChannelId(1), 30 * MinuteMs));
        QCOMPARE(targets.firstResponseOf(true, {}), std::nullopt);
        QCOMPARE(targets.firstResponseOf(false, ChannelId(1)), std::optional<qint64>(30 * MinuteMs));
        QCOMPARE(Targets(5).firstResponseOf(true, {}), std::optional<qint64>(5));
        QCOMPARE(targetsText(targets.byCategory), u"1=1800000/0,2=0/3600000"_s);
        QCOMPARE(targetsFromText(targetsText(targets.byCategory)), targets.byCategory);
        QVERIFY(targetsFromText(u"x=1/2,3=0/0,=5/5,4=-1/-1"_s).isEmpty());

        const Window window{0, DayMs};
        QVector<TicketRow> rows{answered(HourMs, HourMs + 20 * MinuteMs, 3 * HourMs),
                                answered(HourMs, HourMs + 20 * MinuteMs, 3 * HourMs)};
        rows[0].category = ChannelId(1);
        rows[1].category = ChannelId(2);
        const TicketStatistics numbers = statistics(rows, {}, window, {targets, window.toMs, false, {}});
        QCOMPARE(numbers.withinTarget, 1);
        QCOMPARE(numbers.resolvedInTarget, 1);
        QCOMPARE(cohortTickets(rows, window, {targets, window.toMs, false, {}}).inTarget,
                 QVector<ChannelId>{rows[0].id});
    }
};

QTEST_GUILESS_MAIN(WorkingHoursTest)
#include "tst_workinghours.moc"
