// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <QString>

#include <optional>

// Durations, counts and sizes as people read them, in the console and in Discord alike (UX 2.9, METRICS
// M-24): at most two units, a dash for "not measured", everything through QLocale. Translated in the context
// "Format".
namespace Format {

inline constexpr QChar Dash = u'–';

// "45 s", "6 min 10 s", "8 min", "3 h 12 min", "2 d 4 h". Absent: the dash. Rounded to the smaller unit
// shown.
QString duration(std::optional<double> ms);
// The same without seconds from one minute on, for what is still running: "42 min". Whole minutes that have
// passed.
QString elapsed(qint64 ms);
// "6 minutes 10 seconds": for screen readers, which spell "min" out as letters.
QString spokenDuration(std::optional<double> ms);
QString spokenElapsed(qint64 ms);

QString count(qint64 n); // with the locale's group separators
QString decimal(std::optional<double> value, int digits = 1); // "11.4"; a dash when absent
QString percent(double fraction); // 0.82 -> "82 %"
QString bytes(qint64 bytes); // "8.1 MB"

} // namespace Format
