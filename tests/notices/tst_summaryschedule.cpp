// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/summaryschedule.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Every = SummarySchedule::Every;
using Period = SummarySchedule::Period;

namespace {

UtcMs at(const QByteArray &iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

QString text(UtcMs ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

SummarySchedule make(Every every, QTime time = {9, 0}, int step = 1)
{
    SummarySchedule schedule;
    schedule.id = 1;
    schedule.every = every;
    schedule.time = time;
    schedule.step = step;
    schedule.sinceMs = at("2026-01-01T00:00:00Z");
    return schedule;
}

} // namespace

// When summaries run: in the server's zone, over changes of the clock (UX 3.7, METRICS M-22).
class tst_SummarySchedule : public QObject
{
    Q_OBJECT
private slots:
    void nextRuns_data()
    {
        QTest::addColumn<SummarySchedule>("schedule");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("next");
        const SummarySchedule daily = make(Every::Days);
        QTest::newRow("daily, same day")
            << daily << QByteArray("UTC") << u"2026-11-22T08:59:59Z"_s << u"2026-11-22T09:00:00Z"_s;
        QTest::newRow("daily, strictly later")
            << daily << QByteArray("UTC") << u"2026-11-22T09:00:00Z"_s << u"2026-11-23T09:00:00Z"_s;
        QTest::newRow("before the clock goes forward")
            << daily << QByteArray("Europe/London") << u"2026-03-28T08:00:00Z"_s << u"2026-03-28T09:00:00Z"_s;
        QTest::newRow("after the clock went forward")
            << daily << QByteArray("Europe/London") << u"2026-03-28T09:00:00Z"_s << u"2026-03-29T08:00:00Z"_s;
        QTest::newRow("after the clock went back")
            << daily << QByteArray("Europe/London") << u"2026-10-24T08:00:00Z"_s << u"2026-10-25T09:00:00Z"_s;
        QTest::newRow("a time that the day does not have")
            << make(Every::Days, {1, 30}) << QByteArray("Europe/London") << u"2026-03-28T02:00:00Z"_s
            << u"2026-03-29T01:30:00Z"_s;
        QTest::newRow("a time that the day has twice")
            << make(Every::Days, {1, 30}) << QByteArray("Europe/London") << u"2026-10-24T12:00:00Z"_s
            << u"2026-10-25T00:30:00Z"_s;
        QTest::newRow("and only once") << make(Every::Days, {1, 30}) << QByteArray("Europe/London")
                                       << u"2026-10-25T00:30:00Z"_s << u"2026-10-26T01:30:00Z"_s;
        QTest::newRow("every third day") << make(Every::Days, {9, 0}, 3) << QByteArray("UTC")
                                         << u"2026-01-01T09:00:00Z"_s << u"2026-01-04T09:00:00Z"_s;
        QTest::newRow("every six hours") << make(Every::Hours, {9, 15}, 6) << QByteArray("UTC")
                                         << u"2026-11-22T04:00:00Z"_s << u"2026-11-22T09:15:00Z"_s;
        QTest::newRow("every six hours, over midnight")
            << make(Every::Hours, {9, 15}, 6) << QByteArray("UTC") << u"2026-11-22T21:15:00Z"_s
            << u"2026-11-23T03:15:00Z"_s;
        QTest::newRow("every hour in the gap") << make(Every::Hours, {0, 0}, 1) << QByteArray("Europe/London")
                                               << u"2026-03-29T00:00:00Z"_s << u"2026-03-29T01:00:00Z"_s;
        SummarySchedule monday = make(Every::Week);
        QTest::newRow("weekly") << monday << QByteArray("UTC") << u"2026-11-22T14:04:00Z"_s
                                << u"2026-11-23T09:00:00Z"_s;
        SummarySchedule monthly = make(Every::Month);
        monthly.monthDay = 31;
        QTest::newRow("the last day of a short month")
            << monthly << QByteArray("UTC") << u"2026-02-01T00:00:00Z"_s << u"2026-02-28T09:00:00Z"_s;
        QTest::newRow("Kathmandu has quarters") << daily << QByteArray("Asia/Kathmandu")
                                                << u"2026-11-22T00:00:00Z"_s << u"2026-11-22T03:15:00Z"_s;
    }
    void nextRuns()
    {
        QFETCH(SummarySchedule, schedule);
        QFETCH(QByteArray, zone);
        QFETCH(QString, after);
        QFETCH(QString, next);
        const QTimeZone where(zone);
        QVERIFY(where.isValid());
        const UtcMs run = SummaryTimes::nextRun(schedule, where, at(after.toLatin1()));
        QCOMPARE(text(run), next);
        // The same run from the other side.
        QCOMPARE(text(SummaryTimes::lastRun(schedule, where, run)), next);
        QVERIFY(SummaryTimes::lastRun(schedule, where, run - 1) <= at(after.toLatin1()));
    }

    // Walked second by second over a change of the clock, every run comes once and at its second.
    void everyRunComesOnce()
    {
        const SummarySchedule schedule = make(Every::Hours, {0, 30}, 3);
        const QTimeZone zone("Europe/Berlin");
        UtcMs handled = at("2026-03-28T12:00:00Z");
        QVector<UtcMs> runs;
        for (UtcMs now = handled; now < at("2026-03-30T12:00:00Z"); now += SecondMs) {
            if (const auto due = SummaryTimes::due(schedule, zone, handled, now)) {
                QVERIFY(!due->skip);
                QCOMPARE(due->runMs, now);
                runs += handled = due->runMs;
            }
        }
        QCOMPARE(runs.size(), 16); // 8 a day, also on the day of 23 hours
    }

    void whatWasMissedIsLateOrSkipped_data()
    {
        QTest::addColumn<bool>("skipMissed");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("run");
        QTest::addColumn<bool>("skip");
        QTest::newRow("on time") << false << u"2026-11-22T09:00:00Z"_s << u"2026-11-22T09:00:00Z"_s << false;
        QTest::newRow("late") << false << u"2026-11-22T20:59:00Z"_s << u"2026-11-22T09:00:00Z"_s << false;
        QTest::newRow("too late") << false << u"2026-11-22T21:00:01Z"_s << u"2026-11-22T09:00:00Z"_s << true;
        QTest::newRow("skip: a moment is no miss")
            << true << u"2026-11-22T09:04:00Z"_s << u"2026-11-22T09:00:00Z"_s << false;
        QTest::newRow("skip: missed")
            << true << u"2026-11-22T09:06:00Z"_s << u"2026-11-22T09:00:00Z"_s << true;
        QTest::newRow("off for a week: only the newest")
            << false << u"2026-11-29T10:00:00Z"_s << u"2026-11-29T09:00:00Z"_s << false;
    }
    void whatWasMissedIsLateOrSkipped()
    {
        QFETCH(bool, skipMissed);
        QFETCH(QString, now);
        QFETCH(QString, run);
        QFETCH(bool, skip);
        SummarySchedule schedule = make(Every::Days);
        schedule.skipMissed = skipMissed;
        const auto due =
            SummaryTimes::due(schedule, QTimeZone::utc(), at("2026-11-21T09:00:00Z"), at(now.toLatin1()));
        QVERIFY(due);
        QCOMPARE(text(due->runMs), run);
        QCOMPARE(due->skip, skip);
        // Once handled, it is over.
        QVERIFY(!SummaryTimes::due(schedule, QTimeZone::utc(), due->runMs, at(now.toLatin1())));
        schedule.on = false;
        QVERIFY(!SummaryTimes::due(schedule, QTimeZone::utc(), 0, at(now.toLatin1())));
    }

    void aNewScheduleDoesNotRunForThePast()
    {
        SummarySchedule schedule = make(Every::Days);
        schedule.sinceMs = at("2026-11-22T10:00:00Z");
        QVERIFY(!SummaryTimes::due(schedule, QTimeZone::utc(), 0, at("2026-11-22T10:00:01Z")));
        QVERIFY(SummaryTimes::due(schedule, QTimeZone::utc(), 0, at("2026-11-23T09:00:00Z")));
    }

    void periods_data()
    {
        QTest::addColumn<Period>("period");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("since the last run")
            << Period::SinceLast << u"2026-03-28T09:00:00Z"_s << u"2026-03-29T08:00:00Z"_s;
        QTest::newRow("24 hours") << Period::LastDay << u"2026-03-28T08:00:00Z"_s
                                  << u"2026-03-29T08:00:00Z"_s;
        QTest::newRow("7 days") << Period::LastWeek << u"2026-03-22T08:00:00Z"_s << u"2026-03-29T08:00:00Z"_s;
        QTest::newRow("yesterday") << Period::Yesterday << u"2026-03-28T00:00:00Z"_s
                                   << u"2026-03-29T00:00:00Z"_s;
        QTest::newRow("the week before")
            << Period::WeekBefore << u"2026-03-16T00:00:00Z"_s << u"2026-03-23T00:00:00Z"_s;
        QTest::newRow("the month before")
            << Period::MonthBefore << u"2026-02-01T00:00:00Z"_s << u"2026-03-01T00:00:00Z"_s;
    }
    void periods()
    {
        QFETCH(Period, period);
        QFETCH(QString, from);
        QFETCH(QString, to);
        SummarySchedule schedule = make(Every::Days);
        schedule.period = period;
        const Window window =
            SummaryTimes::period(schedule, QTimeZone("Europe/London"), at("2026-03-29T08:00:00Z"));
        QCOMPARE(text(window.fromMs), from);
        QCOMPARE(text(window.toMs), to);
    }

    void theScheduleHasItsOwnZoneOrTheServers()
    {
        SummarySchedule schedule = make(Every::Days);
        QCOMPARE(SummaryTimes::zoneOf(schedule, "Europe/Berlin").id(), QByteArray("Europe/Berlin"));
        schedule.zone = "Asia/Tokyo";
        QCOMPARE(SummaryTimes::zoneOf(schedule, "Europe/Berlin").id(), QByteArray("Asia/Tokyo"));
        schedule.zone = "Nowhere/Land";
        QCOMPARE(SummaryTimes::zoneOf(schedule, "Europe/Berlin").id(), QByteArray("Europe/Berlin"));
        QVERIFY(SummaryTimes::zoneOf(schedule, {}).isValid());
    }
};

QTEST_GUILESS_MAIN(tst_SummarySchedule)
#include "tst_summaryschedule.moc"
