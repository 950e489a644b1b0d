// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/statistics.h"

#include <QDate>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <QVector>

// The period that a page shows: one of the quick choices, moved back by whole periods, or two dates (UX 2.3).
// Pure: what it means in milliseconds depends on the time, the server's zone and the week's first day, which
// come in as arguments.
struct DateRange
{
    enum class Kind
    {
        Last24Hours, // rolling, N x 24 h up to now (METRICS M-08)
        Last7Days,
        Last14Days,
        Last30Days,
        Last90Days,
        Last365Days,
        Today, // between local midnights
        ThisWeek,
        ThisMonth,
        AllTime,
        Dates // from .. to, both included
    } kind = Kind::Last7Days;
    int back = 0; // moved back by that many periods; yesterday is Today with 1
    QDate from = {}, to = {}; // Dates only

    struct Context
    {
        UtcMs nowMs = 0;
        QTimeZone zone;
        Qt::DayOfWeek firstDayOfWeek = Qt::Monday;
        UtcMs recordingBeganMs = 0; // 0 = nothing recorded yet
    };

    static QVector<DateRange> quickChoices();
    static DateRange dates(QDate from, QDate to);

    Window window(const Context &context) const;
    QString title(const Context &context) const; // "Last 7 days", "Yesterday", "1–30 Nov 2026"
    QString previousTitle(const Context &context) const; // "the 7 days before"
    DateRange earlier() const; // by one whole period
    DateRange later() const;
    bool mayGoLater(const Context &context) const; // there is nothing after now
    bool mayGoEarlier(const Context &context) const;

    QString toText() const; // for settings.ini
    static DateRange fromText(const QString &text); // anything unreadable: Last 7 days
    bool operator==(const DateRange &) const = default;
};
