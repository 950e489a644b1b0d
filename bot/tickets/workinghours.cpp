// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/workinghours.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace WorkingClock {

constexpr int MinutesOfDay = 24 * 60;

qint64 offsetMs(const QTimeZone &zone, UtcMs atMs)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC)) * SecondMs;
}

// The instant of a time on the wall. One that comes twice is the first or the last of the two; one that does not exist is
// the moment at which the clocks are set forward.
UtcMs instantOf(const QTimeZone &zone, QDate date, int minute, bool last)
{
    const UtcMs wall = QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + minute * MinuteMs;
    const qint64 before = offsetMs(zone, wall - DayMs);
    const qint64 after = offsetMs(zone, wall + DayMs);
    const UtcMs early = wall - std::max(before, after);
    const UtcMs late = wall - std::min(before, after);
    const bool earlyIs = early + offsetMs(zone, early) == wall;
    const bool lateIs = late + offsetMs(zone, late) == wall;
    if (earlyIs || lateIs)
        return (last && lateIs) || !earlyIs ? late : early;
    // Inside the hour that is left out: somewhere between the two.
    UtcMs from = early, to = late;
    while (to - from > 1) {
        const UtcMs middle = from + (to - from) / 2;
        (offsetMs(zone, middle) == before ? from : to) = middle;
    }
    return to;
}

} // namespace WorkingClock

QVector<WorkingHours::Stretch> WorkingHours::stretches(UtcMs fromMs, UtcMs toMs) const
{
    using namespace WorkingClock;
    QVector<Stretch> found;
    if (!isSet() || fromMs >= toMs)
        return found;
    const QDate first =
        QDateTime::fromMSecsSinceEpoch(fromMs, zone).date().addDays(-1); // it may go on past midnight
    const QDate end = QDateTime::fromMSecsSinceEpoch(toMs, zone).date();
    for (QDate date = first; date <= end; date = date.addDays(1)) {
        if (holidays.contains(date))
            continue;
        for (const Interval &interval : week) {
            if (int(interval.day) != date.dayOfWeek())
                continue;
            const int length = interval.toMinute > interval.fromMinute ? 0 : MinutesOfDay;
            const UtcMs starts = std::max(fromMs, instantOf(zone, date, interval.fromMinute, false));
            const UtcMs ends = std::min(toMs, instantOf(zone, date, interval.toMinute + length, true));
            if (starts < ends)
                found.append({starts, ends});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Stretch &a, const Stretch &b) { return a.fromMs < b.fromMs; });
    QVector<Stretch> joined;
    for (const Stretch &one : std::as_const(found)) {
        if (joined.isEmpty() || one.fromMs > joined.last().toMs)
            joined.append(one);
        else
            joined.last().toMs = std::max(joined.last().toMs, one.toMs);
    }
    return joined;
}

qint64 WorkingHours::between(UtcMs fromMs, UtcMs toMs) const
{
    qint64 worked = 0;
    for (const Stretch &one : stretches(fromMs, toMs))
        worked += one.toMs - one.fromMs;
    return worked;
}

bool WorkingHours::openAt(UtcMs atMs) const
{
    return !isSet() || !stretches(atMs, atMs + 1).isEmpty();
}

UtcMs WorkingHours::opensAt(UtcMs atMs) const
{
    if (openAt(atMs))
        return atMs;
    // Holidays may close it for weeks.
    for (const int days : {8, 60, 732}) {
        if (const QVector<Stretch> coming = stretches(atMs, atMs + days * DayMs); !coming.isEmpty())
            return coming.first().fromMs;
    }
    return 0;
}

// -- as text ----------------------------------------------------------------------------------------------

namespace WorkingClock {

QString minuteText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

// -1: none. 24:00 is the end of a day.
int minuteFrom(const QString &text)
{
    bool hoursFine = false, minutesFine = false;
    const int hours = text.section(u':', 0, 0).toInt(&hoursFine);
    const int minutes = text.section(u':', 1).toInt(&minutesFine);
    const int minute = hours * 60 + minutes;
    const bool fine = hoursFine && minutesFine && hours >= 0 && minutes >= 0 && minutes < 60;
    return fine && minute <= MinutesOfDay ? minute : -1;
}

} // namespace WorkingClock

QString WorkingHours::weekText(Week week)
{
    std::sort(week.begin(), week.end(), [](const Interval &a, const Interval &b) {
        return std::tuple(a.day, a.fromMinute, a.toMinute) < std::tuple(b.day, b.fromMinute, b.toMinute);
    });
    QStringList entries;
    for (const Interval &one : std::as_const(week))
        entries += u"%1 %2-%3"_s.arg(int(one.day))
                       .arg(WorkingClock::minuteText(one.fromMinute), WorkingClock::minuteText(one.toMinute));
    return entries.join(u',');
}

WorkingHours::Week WorkingHours::weekFromText(const QString &text)
{
    Week week;
    const QStringList entries = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        const int day = entry.section(u' ', 0, 0).toInt();
        const QString times = entry.section(u' ', 1);
        const int from = WorkingClock::minuteFrom(times.section(u'-', 0, 0));
        const int to = WorkingClock::minuteFrom(times.section(u'-', 1));
        if (day >= Qt::Monday && day <= Qt::Sunday && from >= 0 && from < WorkingClock::MinutesOfDay
            && to >= 0)
            week.append({Qt::DayOfWeek(day), from, to});
    }
    return week;
}

QString WorkingHours::holidaysText(QVector<QDate> holidays)
{
    std::sort(holidays.begin(), holidays.end());
    QStringList dates;
    for (const QDate &date : std::as_const(holidays))
        dates += date.toString(Qt::ISODate);
    dates.removeDuplicates();
    return dates.join(u',');
}

QVector<QDate> WorkingHours::holidaysFromText(const QString &text)
{
    QVector<QDate> holidays;
    const QStringList dates = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &one : dates) {
        const QDate date = QDate::fromString(one, Qt::ISODate);
        if (date.isValid() && !holidays.contains(date))
            holidays.append(date);
    }
    return holidays;
}

// -- for many tickets -------------------------------------------------------------------------------------

DurationClock::DurationClock(const WorkingHours &hours, UtcMs fromMs, UtcMs toMs)
    : m_fromMs(fromMs), m_toMs(std::max(fromMs, toMs))
{
    if (!hours.isSet())
        return;
    m_hours = hours;
    m_stretches = hours.stretches(m_fromMs, m_toMs);
    qint64 worked = 0;
    for (const WorkingHours::Stretch &one : std::as_const(m_stretches)) {
        m_worked.append(worked);
        worked += one.toMs - one.fromMs;
    }
}

qint64 DurationClock::between(UtcMs fromMs, UtcMs toMs) const
{
    if (!m_hours)
        return toMs - fromMs;
    if (fromMs >= toMs)
        return 0;
    if (fromMs < m_fromMs || toMs > m_toMs)
        return m_hours->between(fromMs, toMs);
    return workedUntil(toMs) - workedUntil(fromMs);
}

qint64 DurationClock::workedUntil(UtcMs atMs) const
{
    const auto after =
        std::upper_bound(m_stretches.cbegin(), m_stretches.cend(), atMs,
                         [](UtcMs at, const WorkingHours::Stretch &one) { return at < one.fromMs; });
    if (after == m_stretches.cbegin())
        return 0;
    const auto current = after - 1;
    return m_worked[current - m_stretches.cbegin()] + std::min(atMs, current->toMs) - current->fromMs;
}
