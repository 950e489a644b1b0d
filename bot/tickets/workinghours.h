// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <QDate>
#include <QString>
#include <QTimeZone>
#include <QVector>

#include <optional>

// The working-hours clock (METRICS M-27): weekly intervals on the wall clock of the server's zone, without holidays. Pure.
struct WorkingHours
{
    // Minutes since local midnight. An interval that ends at or before its start ends on the next day; it belongs to the day
    // on which it starts, also where that one is a holiday or the next one is.
    struct Interval
    {
        Qt::DayOfWeek day = Qt::Monday;
        int fromMinute = 0;
        int toMinute = 24 * 60;
        bool operator==(const Interval &) const = default;
    };
    using Week = QVector<Interval>; // they may touch and overlap
    struct Stretch // of working time, [from, to)
    {
        UtcMs fromMs = 0;
        UtcMs toMs = 0;
        bool operator==(const Stretch &) const = default;
    };
    Week week;
    QVector<QDate> holidays;
    QTimeZone zone = QTimeZone::utc();

    // Without a schedule there are no figures, never zeros, and for alarms it is always working time.
    bool isSet() const { return !week.isEmpty(); }
    // Real milliseconds of working time in [from, to). Where clocks are set forward an interval is shorter by the hour
    // that did not exist, where they are set back it is longer by the one that came twice.
    qint64 between(UtcMs fromMs, UtcMs toMs) const;
    // In order, without overlaps.
    QVector<Stretch> stretches(UtcMs fromMs, UtcMs toMs) const;
    bool openAt(UtcMs atMs) const;
    // The first moment of working time at or after `atMs`; 0 = none within two years.
    UtcMs opensAt(UtcMs atMs) const;
    bool operator==(const WorkingHours &) const = default;

    // As settings keep them: "1 08:00-12:00,1 13:00-17:00" and "2026-12-25,2027-01-01". What cannot be read is left out.
    static QString weekText(Week week);
    static Week weekFromText(const QString &text);
    static QString holidaysText(QVector<QDate> holidays);
    static QVector<QDate> holidaysFromText(const QString &text);
};

// How long something took: on the calendar, or counting working hours only. What lies in [from, to) is worked out once, so
// that asking for many tickets is quick; outside it is right, but slow.
class DurationClock
{
public:
    DurationClock() = default; // the calendar
    DurationClock(const WorkingHours &hours, UtcMs fromMs, UtcMs toMs);

    bool countsWorkingHours() const { return m_hours.has_value(); }
    qint64 between(UtcMs fromMs, UtcMs toMs) const;

private:
    qint64 workedUntil(UtcMs atMs) const;

    std::optional<WorkingHours> m_hours;
    UtcMs m_fromMs = 0, m_toMs = 0;
    QVector<WorkingHours::Stretch> m_stretches;
    QVector<qint64> m_worked; // before each of them
};
