// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/notices/noticesettings.h"
#include "bot/tickets/statistics.h"

#include <QTimeZone>

// When scheduled summaries run and what time they tell of. Pure. Times are wall-clock times of a zone: a daily summary at
// 09:00 stays at 09:00 when clocks change. A time that a day does not have comes as much later as the clock was put
// forward; one that a day has twice runs once, the first time. "Every 6 hours" begins anew every local day.
namespace SummaryTimes {

inline constexpr qint64 LatestMs = 12 * HourMs; // UX 3.7: sent when back, at most that late
inline constexpr qint64 OnTimeMs = 5 * MinuteMs; // later than that it was missed

QTimeZone zoneOf(const SummarySchedule &schedule, const QByteArray &serverZone);

UtcMs nextRun(const SummarySchedule &schedule, const QTimeZone &zone, UtcMs afterMs); // strictly later
UtcMs lastRun(const SummarySchedule &schedule, const QTimeZone &zone,
              UtcMs nowMs); // now included; 0 = none in years
// Which time the run tells of.
Window period(const SummarySchedule &schedule, const QTimeZone &zone, UtcMs runMs);

struct Due
{
    UtcMs runMs = 0;
    bool skip = false; // missed, and too late or not wanted any more
};
// Of runs that were missed only the newest can still be due. `handledMs`: the newest run that was sent or skipped.
std::optional<Due> due(const SummarySchedule &schedule, const QTimeZone &zone, UtcMs handledMs, UtcMs nowMs);

} // namespace SummaryTimes
