// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/statistics.h"

#include <QDate>
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
    QVector<Interval> week; // they may touch and overlap
    QVector<QDate> holidays;
    QTimeZone zone = QTimeZone::utc();

    // Without a schedule there are no figures, never zeros.
    bool isSet() const { return !week.isEmpty(); }
    // Real milliseconds of working time in [from, to). Where clocks are set forward an interval is shorter by the hour
    // that did not exist, where they are set back it is longer by the one that came twice.
    qint64 between(UtcMs fromMs, UtcMs toMs) const;
};

// The figures that have a working-hours form, over the same tickets as statistics().
struct WorkingNumbers
{
    Average firstResponse;
    Average nextResponse;
    Average resolution; // of tickets closed in the window
    int withinTarget = 0; // of firstResponse.n
};
std::optional<WorkingNumbers> workingNumbers(const QVector<TicketRow> &rows, Window window,
                                             const WorkingHours &hours, qint64 firstResponseTargetMs);
