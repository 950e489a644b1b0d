// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/localclock.h"
#include "bot/tickets/statistics_p.h"

#include <QDateTime>

#include <algorithm>
#include <optional>
#include <tuple>

namespace SeriesParts {

// Which bucket an instant lies in; buckets are adjacent and ascending.
qsizetype bucketAt(const QVector<Window> &buckets, UtcMs atMs)
{
    const auto after = std::upper_bound(buckets.cbegin(), buckets.cend(), atMs,
                                        [](UtcMs at, const Window &b) { return at < b.fromMs; });
    return after - buckets.cbegin() - 1;
}

UtcMs midnight(QDate date, const QTimeZone &zone)
{
    return date.startOfDay(zone).toMSecsSinceEpoch(); // 23 or 25 h later where clocks change (M-22)
}

QDate dateAt(UtcMs atMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, zone).date();
}

struct Bounds
{
    UtcMs fromMs;
    UtcMs toMs;
};

Bounds boundsAt(UtcMs atMs, BucketSize size, const QTimeZone &zone, LocalClock &clock,
                Qt::DayOfWeek weekStart)
{
    if (size == BucketSize::Hour) {
        const qint64 offset = clock.offsetMs(atMs);
        const UtcMs from = atMs - ((atMs + offset) % HourMs + HourMs) % HourMs;
        return {from, from + HourMs};
    }
    const QDate date = dateAt(atMs, zone);
    if (size == BucketSize::Day)
        return {midnight(date, zone), midnight(date.addDays(1), zone)};
    if (size == BucketSize::Week) {
        const QDate first = date.addDays(-((date.dayOfWeek() - int(weekStart) + 7) % 7));
        return {midnight(first, zone), midnight(first.addDays(7), zone)};
    }
    const QDate first(date.year(), date.month(), 1);
    return {midnight(first, zone), midnight(first.addMonths(1), zone)};
}

QVector<QPair<Window, bool>> cut(Window window, BucketSize size, const QTimeZone &zone,
                                 Qt::DayOfWeek weekStart)
{
    QVector<QPair<Window, bool>> cuts; // true: partial
    LocalClock clock(zone);
    for (UtcMs at = window.fromMs; at < window.toMs;) {
        Bounds bounds = boundsAt(at, size, zone, clock, weekStart);
        bounds.toMs = std::max(bounds.toMs, at + 1); // whatever a zone does, the walk goes on
        const Window one{at, std::min(bounds.toMs, window.toMs)};
        cuts.append({one, bounds.fromMs < one.fromMs || bounds.toMs > one.toMs});
        at = one.toMs;
    }
    return cuts;
}

} // namespace SeriesParts

BucketSize bucketSizeFor(Window window)
{
    const qint64 length = window.toMs - window.fromMs;
    if (length <= 2 * DayMs)
        return BucketSize::Hour;
    if (length <= 45 * DayMs)
        return BucketSize::Day;
    return length <= 400 * DayMs ? BucketSize::Week : BucketSize::Month;
}

QVector<Window> bucketsOf(Window window, BucketSize size, const QTimeZone &zone, Qt::DayOfWeek weekStart)
{
    QVector<Window> windows;
    const auto cuts = SeriesParts::cut(window, size, zone, weekStart);
    for (const auto &[one, partial] : cuts)
        windows.append(one);
    return windows;
}

QVector<Bucket> series(const QVector<TicketRow> &rows, const QVector<CoverageGap> &gaps, Window window,
                       BucketSize size, const QTimeZone &zone, Qt::DayOfWeek weekStart,
                       const DurationClock &clock)
{
    using namespace StatisticsParts;
    using namespace SeriesParts;
    const auto cuts = cut(window, size, zone.isValid() ? zone : QTimeZone::utc(), weekStart);
    QVector<Window> windows;
    QVector<Bucket> buckets;
    for (const auto &[one, partial] : cuts) {
        windows.append(one);
        Bucket bucket;
        bucket.fromMs = one.fromMs;
        bucket.toMs = one.toMs;
        bucket.partial = partial;
        bucket.observed = coverageOf(gaps, one).observed;
        buckets.append(bucket);
    }
    if (buckets.isEmpty())
        return buckets;

    QVector<QVector<double>> responses(buckets.size()), resolutions(buckets.size());
    struct Step
    {
        UtcMs atMs;
        int change; // -1 before +1 at equal instants (U-a)
    };
    QVector<Step> steps;
    for (const TicketRow &row : rows) {
        const Life life = lifeOf(row, window.toMs);
        if (!life.known)
            continue;
        if (life.openedMs >= window.fromMs) {
            const qsizetype at = bucketAt(windows, life.openedMs);
            ++buckets[at].opened;
            const UtcMs answered = row.derived.firstResponseAtMs;
            if (answered != 0 && answered < window.toMs)
                responses[at].append(double(clock.between(life.openedMs, answered)));
        }
        qsizetype lastClosedIn = -1;
        bool counted = false; // its resolution, in that bucket
        for (const Spell &spell : row.spells) {
            if (spell.openedAtMs >= window.toMs)
                break;
            const bool open = !closedBefore(spell, window.toMs);
            if (open || spell.closedAtMs > spell.openedAtMs) {
                steps.append({spell.openedAtMs, +1});
                if (!open)
                    steps.append({spell.closedAtMs, -1});
            }
            if (!validClose(spell, window.toMs) || spell.closedAtMs < window.fromMs)
                continue;
            // Each ticket once per bucket; a second close in it replaces the resolution of the first.
            const qsizetype at = bucketAt(windows, spell.closedAtMs);
            const bool again = at == lastClosedIn;
            if (again && counted)
                resolutions[at].removeLast();
            if (!again)
                ++buckets[at].closed;
            counted = spell.closedSource != TimeSource::Inferred;
            if (counted)
                resolutions[at].append(double(clock.between(life.openedMs, spell.closedAtMs)));
            lastClosedIn = at;
        }
    }

    std::sort(steps.begin(), steps.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.atMs, a.change) < std::tuple(b.atMs, b.change);
    });
    int level = 0;
    auto step = steps.cbegin();
    for (qsizetype i = 0; i < buckets.size(); ++i) {
        Bucket &bucket = buckets[i];
        // open(from): closes and openings at that very instant have happened.
        while (step != steps.cend() && step->atMs <= bucket.fromMs)
            level += (step++)->change;
        bucket.peakOpen = level;
        while (step != steps.cend() && step->atMs < bucket.toMs) {
            level += (step++)->change;
            bucket.peakOpen = std::max(bucket.peakOpen, level);
        }
        bucket.openAtEnd = level;
        bucket.firstResponse = averageOf(std::move(responses[i]));
        bucket.resolution = averageOf(std::move(resolutions[i]));
    }
    return buckets;
}
