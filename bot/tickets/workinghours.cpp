// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/workinghours.h"

#include "bot/tickets/statistics_p.h"

#include <QDateTime>

#include <algorithm>

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

qint64 WorkingHours::between(UtcMs fromMs, UtcMs toMs) const
{
    using namespace WorkingClock;
    if (!isSet() || fromMs >= toMs)
        return 0;
    const QDate first =
        QDateTime::fromMSecsSinceEpoch(fromMs, zone).date().addDays(-1); // it may go on past midnight
    const QDate end = QDateTime::fromMSecsSinceEpoch(toMs, zone).date();
    QVector<Window> stretches;
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
                stretches.append({starts, ends});
        }
    }
    std::sort(stretches.begin(), stretches.end(),
              [](const Window &a, const Window &b) { return a.fromMs < b.fromMs; });
    qint64 worked = 0;
    UtcMs reached = fromMs;
    for (const Window &one : std::as_const(stretches)) {
        worked += std::max<qint64>(0, one.toMs - std::max(reached, one.fromMs));
        reached = std::max(reached, one.toMs);
    }
    return worked;
}

std::optional<WorkingNumbers> workingNumbers(const QVector<TicketRow> &rows, Window window,
                                             const WorkingHours &hours, qint64 firstResponseTargetMs)
{
    using namespace StatisticsParts;
    if (!hours.isSet())
        return {};
    WorkingNumbers numbers;
    QVector<double> responses, nexts, resolutions;
    for (const TicketRow &row : rows) {
        const Life life = lifeOf(row, window.toMs);
        if (!life.known)
            continue;
        if (life.openedMs >= window.fromMs) {
            const UtcMs answered = row.derived.firstResponseAtMs;
            if (answered != 0 && answered < window.toMs) {
                const qint64 took = hours.between(life.openedMs, answered);
                responses.append(double(took));
                numbers.withinTarget += took <= firstResponseTargetMs ? 1 : 0;
            }
            for (const Turn &turn : row.derived.turns) {
                if (turn.answeredAtMs != 0 && turn.answeredAtMs < window.toMs)
                    nexts.append(double(hours.between(turn.askedAtMs, turn.answeredAtMs)));
            }
        }
        if (closedIn(row, window) && life.lastCloseExact)
            resolutions.append(double(hours.between(life.openedMs, *life.lastClose)));
    }
    numbers.firstResponse = averageOf(std::move(responses));
    numbers.nextResponse = averageOf(std::move(nexts));
    numbers.resolution = averageOf(std::move(resolutions));
    return numbers;
}
