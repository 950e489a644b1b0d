// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/workinghours.h"

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

    void withoutAScheduleThereIsNoFigure()
    {
        const Window window{utc(u"2026-04-13T00:00:00"_s), utc(u"2026-04-20T00:00:00"_s)};
        const QVector<TicketRow> rows{answered(window.fromMs + HourMs, window.fromMs + 2 * HourMs, 0)};
        QVERIFY(!workingNumbers(rows, window, {}, 0));
        QCOMPARE(WorkingHours().between(window.fromMs, window.toMs), 0);
    }

    // The same tickets as the calendar's figures: cohort, activity and what is not known yet (M-08).
    void figuresAreOverTheSameTickets()
    {
        const WorkingHours hours = office("UTC");
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
        const auto numbers = workingNumbers(rows, window, hours, 10 * MinuteMs);
        QVERIFY(numbers);
        QCOMPARE(numbers->firstResponse.n, 2);
        QCOMPARE(*numbers->firstResponse.mean, double(5 * MinuteMs + 9 * HourMs) / 2);
        QCOMPARE(numbers->withinTarget, 1);
        QCOMPARE(numbers->nextResponse.n, 2);
        QCOMPARE(numbers->resolution.n, 2);
        QCOMPARE(*numbers->resolution.mean, double(3 * HourMs + 1 * HourMs) / 2);
        const TicketStatistics calendar = statistics(rows, {}, window);
        QCOMPARE(numbers->firstResponse.n, calendar.firstResponse.n);
        QCOMPARE(numbers->resolution.n, calendar.resolution.n);
        QCOMPARE(numbers->nextResponse.n, calendar.nextResponse.n);
    }
};

QTEST_GUILESS_MAIN(WorkingHoursTest)
#include "tst_workinghours.moc"
