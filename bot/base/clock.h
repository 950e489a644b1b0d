// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

// Milliseconds since 1970-01-01 UTC (METRICS M-01). Only for records and display, never for timers.
using UtcMs = qint64;
// Milliseconds of a monotonic clock with an arbitrary zero. Drives timers, backoff, rate limits (PROTOCOL H-08).
using MonoMs = qint64;

inline constexpr qint64 SecondMs = 1000;
inline constexpr qint64 MinuteMs = 60 * SecondMs;
inline constexpr qint64 HourMs = 60 * MinuteMs;
inline constexpr qint64 DayMs = 24 * HourMs;

// The two clocks and the dice, injected so that tests and the demo clock decide what time it is. Copyable, usable
// from any thread as long as the functions are.
struct Clock
{
    std::function<MonoMs()> mono;
    std::function<UtcMs()> utc;
    std::function<double()> random; // uniform in [0, 1)
    double speed = 1; // of utc() against mono(): the demo's clock may run faster, or stand still

    static Clock system();
};
