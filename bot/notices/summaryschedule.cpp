// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/summaryschedule.h"

#include <QDateTime>

#include <algorithm>

namespace SummaryTimes {
namespace {

using Every = SummarySchedule::Every;
using Period = SummarySchedule::Period;

constexpr int LongestLookDays = 70; // a month's run is never farther away

// By hand, because QDateTime decides about times that a day has twice or not at all in its own way.
UtcMs instantOf(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    const UtcMs local = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const auto offsetAt = [&zone](UtcMs at) {
        return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC)) * SecondMs;
    };
    const qint64 before = offsetAt(local - DayMs);
    const qint64 after = offsetAt(local + DayMs);
    if (const UtcMs at = local - before; offsetAt(at) == before)
        return at;
    if (const UtcMs at = local - after; offsetAt(at) == after)
        return at;
    return local - before; // in the gap: as much later as the clock was put forward
}

QDate dateOf(UtcMs at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at, zone).date();
}

UtcMs midnight(const QDate &date, const QTimeZone &zone)
{
    return instantOf(date, QTime(0, 0), zone);
}

bool runsOn(const SummarySchedule &schedule, const QDate &date, const QTimeZone &zone)
{
    switch (schedule.every) {
    case Every::Hours:
        return true;
    case Every::Days: {
        if (schedule.step <= 1)
            return true;
        const qint64 days = dateOf(schedule.sinceMs, zone).daysTo(date);
        return (days % schedule.step + schedule.step) % schedule.step == 0;
    }
    case Every::Week:
        return date.dayOfWeek() == schedule.weekday;
    case Every::Month:
        return date.day() == std::min(schedule.monthDay, date.daysInMonth());
    }
    return false;
}

QVector<UtcMs> runsOf(const SummarySchedule &schedule, const QDate &date, const QTimeZone &zone)
{
    if (!runsOn(schedule, date, zone))
        return {};
    if (schedule.every != Every::Hours)
        return {instantOf(date, schedule.time, zone)};
    QVector<UtcMs> runs;
    for (int hour = schedule.time.hour() % schedule.step; hour < 24; hour += schedule.step)
        runs += instantOf(date, QTime(hour, schedule.time.minute()), zone);
    std::sort(runs.begin(), runs.end()); // around a gap two may meet
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    return runs;
}

} // namespace

QTimeZone zoneOf(const SummarySchedule &schedule, const QByteArray &serverZone)
{
    for (const QByteArray &id : {schedule.zone, serverZone}) {
        if (const QTimeZone zone(id); !id.isEmpty() && zone.isValid())
            return zone;
    }
    return QTimeZone::utc();
}

UtcMs nextRun(const SummarySchedule &schedule, const QTimeZone &zone, UtcMs afterMs)
{
    const QDate first = dateOf(afterMs, zone).addDays(-1); // a run in a gap may fall on the next day
    for (int day = 0; day <= LongestLookDays; ++day) {
        for (const UtcMs run : runsOf(schedule, first.addDays(day), zone)) {
            if (run > afterMs)
                return run;
        }
    }
    return 0;
}

UtcMs lastRun(const SummarySchedule &schedule, const QTimeZone &zone, UtcMs nowMs)
{
    const QDate last = dateOf(nowMs, zone);
    for (int day = 0; day <= LongestLookDays; ++day) {
        const QVector<UtcMs> runs = runsOf(schedule, last.addDays(-day), zone);
        for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
            if (*run <= nowMs)
                return *run;
        }
    }
    return 0;
}

Window period(const SummarySchedule &schedule, const QTimeZone &zone, UtcMs runMs)
{
    const QDate today = dateOf(runMs, zone);
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    const QDate first(today.year(), today.month(), 1);
    switch (schedule.period) {
    case Period::SinceLast: {
        const UtcMs before = lastRun(schedule, zone, runMs - 1);
        return {before > 0 ? before : runMs - DayMs, runMs};
    }
    case Period::LastDay:
        return Window::lastDays(1, runMs);
    case Period::LastWeek:
        return Window::lastDays(7, runMs);
    case Period::LastMonth:
        return Window::lastDays(30, runMs);
    case Period::Yesterday:
        return {midnight(today.addDays(-1), zone), midnight(today, zone)};
    case Period::WeekBefore:
        return {midnight(monday.addDays(-7), zone), midnight(monday, zone)};
    case Period::MonthBefore:
        return {midnight(first.addMonths(-1), zone), midnight(first, zone)};
    }
    return {};
}

std::optional<Due> due(const SummarySchedule &schedule, const QTimeZone &zone, UtcMs handledMs, UtcMs nowMs)
{
    if (!schedule.on)
        return {};
    const UtcMs run = lastRun(schedule, zone, nowMs);
    if (run == 0 || run <= std::max(handledMs, schedule.sinceMs))
        return {};
    const qint64 late = nowMs - run;
    return Due{run, late > LatestMs || (schedule.skipMissed && late > OnTimeMs)};
}

} // namespace SummaryTimes
