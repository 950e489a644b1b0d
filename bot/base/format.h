// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <optional>

// Numbers, durations and times as people read them: embeds and pages print the same words (METRICS M-20,
// M-24). Pure functions, any thread. `locale` is the reader's; the default is the window's.
namespace Format {

// Shown where nothing was measured (M-20), never a 0.
inline constexpr QChar Dash = u'–';

// 2911 -> "2 911".
QString count(qint64 n, const QLocale &locale = QLocale());
// 11.4 -> "11.4"; absent: the dash.
QString decimal(std::optional<double> value, int digits = 1, const QLocale &locale = QLocale());
// A share of 1 in whole percent: 0.82 -> "82 %".
QString percent(double share, const QLocale &locale = QLocale());
// A share that is not the whole, in percent and rounded down: rounded up, "100 %" would stand beside what was missed.
QString percentBelow(double share, const QLocale &locale = QLocale());

// At most two neighbouring units, rounded to the smaller one (M-24): "2 d 4 h", "3 h 12 min", "45 s". Absent:
// the dash.
QString duration(std::optional<double> ms, const QLocale &locale = QLocale());
// The same without seconds from one minute on, for what is still running: "42 min". Whole minutes that have
// passed.
QString elapsed(qint64 ms, const QLocale &locale = QLocale());
// "6 minutes 10 seconds": for screen readers, which spell "min" out as letters.
QString spokenDuration(std::optional<double> ms, const QLocale &locale = QLocale());
QString spokenElapsed(qint64 ms, const QLocale &locale = QLocale());
// How long ago: "just now", "3 min ago", "2 d 4 h ago".
QString ago(qint64 ageMs, const QLocale &locale = QLocale());

// What a difference is called.
enum class Words
{
    Amount, // more, fewer
    Speed, // faster, slower: a smaller value is the faster one
    Level // higher, lower
};
// now against before in words: "9 % more", "12 % faster", "the same". Empty when before is 0: no percentage
// exists.
QString difference(double now, double before, Words words, const QLocale &locale = QLocale());
// The short form for embeds: "+9 %", "−5 %", "±0 %"; empty when before is 0.
QString signedDifference(double now, double before, const QLocale &locale = QLocale());

// 8 388 608 -> "8.4 MB" (powers of 1000).
QString bytes(qint64 bytes, const QLocale &locale = QLocale());

// A time that Discord shows in each reader's own zone: "<t:1763769600:R>".
enum class TimeStyle : char
{
    Relative = 'R',
    Date = 'd',
    DateTime = 'f'
};
QString discordTime(UtcMs at, TimeStyle style);

// For what the bot posts where Discord's own times cannot stand, in the server's zone: "22 Nov", with the year when it is
// not that of `now`. The console's are in ui/dates.h.
QString date(UtcMs at, const QTimeZone &zone, UtcMs now, const QLocale &locale);
// "22 Nov 14:04".
QString dateTime(UtcMs at, const QTimeZone &zone, UtcMs now, const QLocale &locale);

} // namespace Format
