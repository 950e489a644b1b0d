// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <QDate>
#include <QString>
#include <QTime>
#include <QTimeZone>
#include <QVector>

class UiSettings;

// How the window writes dates and times and on which day its weeks begin: as the language does, or as was chosen in the
// settings (UX 3.10). Every page, table, chart and report of the console asks here; what the bot posts never does, because
// it is written for its readers (bot/base/format.h).
//
// Thread: GUI.
namespace Dates {

// What UiSettings keeps; nothing, and what nobody offers, is the language's.
inline constexpr auto DayKey = "appearance/dates";
inline constexpr auto TimeKey = "appearance/times";
inline constexpr auto WeekKey = "appearance/weekStart";

struct Choice
{
    QString text; // an example: "22.11.2026"
    QString value = {};
};
QVector<Choice> dayChoices(); // the language's first
QVector<Choice> timeChoices();
QVector<Choice> weekChoices();
void use(const UiSettings &settings); // from now on; who shows dates is not told

QString day(QDate date); // "22 Nov 2026"
QString shortDay(QDate date); // "22 Nov", where the year goes without saying
QString weekday(QDate date); // "Sun 22 Nov"
QString longDay(QDate date); // "Sunday 22 November 2026"
QString span(QDate from, QDate to); // "1 Nov – 22 Nov 2026", one day alone
QString time(QTime time); // "14:04"
QString exactTime(QTime time); // "14:04:09"

// The same for an instant, in the zone that is shown; the year is named when it is not that of `now`.
QString date(UtcMs at, const QTimeZone &zone, UtcMs now); // "22 Nov"
QString dateTime(UtcMs at, const QTimeZone &zone, UtcMs now); // "22 Nov 14:04"
QString time(UtcMs at, const QTimeZone &zone);
QString exactTime(UtcMs at, const QTimeZone &zone);
QString timeOrDate(UtcMs at, const QTimeZone &zone, UtcMs now); // "14:04" of today, "22 Nov 14:04" of earlier
QString full(UtcMs at, const QTimeZone &zone); // "Sunday 22 November 2026 14:04:09 GMT"

QString fieldFormat(); // for fields that a date is typed into: digits only
Qt::DayOfWeek firstDayOfWeek();
QVector<Qt::DayOfWeek> week(); // all seven, from the first

} // namespace Dates
