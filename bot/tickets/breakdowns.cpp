// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/breakdowns.h"

#include "bot/tickets/localclock.h"
#include "bot/tickets/statistics_p.h"
#include "bot/tickets/statisticsstream.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>

namespace BreakdownParts {

constexpr double ResolutionEdges[] = {
    0, 15.0 * MinuteMs, 1.0 * HourMs, 4.0 * HourMs, 12.0 * HourMs, 24.0 * HourMs, 3.0 * DayMs};
constexpr double MessageEdges[] = {0, 1, 3, 6, 11, 21, 51};

template <size_t N>
QVector<TicketGroup> emptyGroups(const double (&edges)[N])
{
    QVector<TicketGroup> groups;
    for (size_t i = 0; i < N; ++i)
        groups.append({edges[i], i + 1 < N ? edges[i + 1] : 0, {}});
    return groups;
}

// Null for a negative value only: the last group has no end.
TicketGroup *groupOf(QVector<TicketGroup> &groups, double value)
{
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
        if (value >= group->from)
            return &*group;
    }
    return nullptr;
}

qsizetype bucketOf(const QVector<Window> &buckets, UtcMs atMs)
{
    if (buckets.isEmpty() || atMs < buckets.first().fromMs || atMs >= buckets.last().toMs)
        return -1;
    const auto after = std::upper_bound(buckets.cbegin(), buckets.cend(), atMs,
                                        [](UtcMs at, const Window &b) { return at < b.fromMs; });
    return after - buckets.cbegin() - 1;
}

bool answeredBefore(const TicketRow &row, UtcMs toMs)
{
    return row.derived.firstResponseAtMs != 0 && row.derived.firstResponseAtMs < toMs;
}

// Is in the cohort of the window.
bool openedIn(const StatisticsParts::Life &life, Window window)
{
    return life.known && life.openedMs >= window.fromMs;
}

// Lives at `atMs` as series() draws it: [opened, closed), latest possible close.
bool livesAt(const TicketRow &row, UtcMs atMs, UtcMs toMs)
{
    return std::any_of(row.spells.cbegin(), row.spells.cend(), [=](const Spell &spell) {
        if (spell.openedAtMs > atMs || spell.openedAtMs >= toMs)
            return false;
        return !StatisticsParts::closedBefore(spell, toMs) || spell.closedAtMs > atMs;
    });
}

// When most are open in each bucket: the first moment of the highest level, as series() counts it.
void findPeaks(const QVector<TicketRow> &rows, const QVector<Window> &buckets, QVector<BucketTickets> &result)
{
    struct Step
    {
        UtcMs atMs;
        int change;
    };
    const UtcMs toMs = buckets.last().toMs;
    QVector<Step> steps;
    for (const TicketRow &row : rows) {
        for (const Spell &spell : row.spells) {
            if (spell.openedAtMs >= toMs)
                break;
            const bool open = !StatisticsParts::closedBefore(spell, toMs);
            if (!open && spell.closedAtMs <= spell.openedAtMs)
                continue;
            steps.append({spell.openedAtMs, +1});
            if (!open)
                steps.append({spell.closedAtMs, -1});
        }
    }
    std::sort(steps.begin(), steps.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.atMs, a.change) < std::tuple(b.atMs, b.change);
    });
    int level = 0;
    auto step = steps.cbegin();
    for (qsizetype i = 0; i < buckets.size(); ++i) {
        while (step != steps.cend() && step->atMs <= buckets[i].fromMs)
            level += (step++)->change;
        int highest = level;
        result[i].peakAtMs = buckets[i].fromMs;
        while (step != steps.cend() && step->atMs < buckets[i].toMs) {
            level += step->change;
            if (level > highest) {
                highest = level;
                result[i].peakAtMs = step->atMs;
            }
            ++step;
        }
    }
}

// Every local hour of the window, and how much of it was observed: what the bot did not see counts nowhere (M-07).
template <class Fn>
void forEachHour(Window window, const QVector<CoverageGap> &gaps, const QTimeZone &zone, Fn fn)
{
    const auto hours = bucketsOf(window, BucketSize::Hour, zone);
    for (const Window &hour : hours) {
        const double observed = gaps.isEmpty() ? 1.0 : StatisticsParts::coverageOf(gaps, hour).observed;
        fn(hour.fromMs, observed * double(hour.toMs - hour.fromMs) / HourMs);
    }
}

QPair<quint64, QString> categoryKey(ChannelId category, const QString &name)
{
    return {category.value, category ? QString() : name};
}

} // namespace BreakdownParts

QVector<BucketTickets> bucketTickets(const QVector<TicketRow> &rows, const QVector<Window> &buckets)
{
    using namespace BreakdownParts;
    QVector<BucketTickets> result(buckets.size());
    if (buckets.isEmpty())
        return result;
    const Window window{buckets.first().fromMs, buckets.last().toMs};
    findPeaks(rows, buckets, result);
    for (const TicketRow &row : rows) {
        const auto life = StatisticsParts::lifeOf(row, window.toMs);
        if (!life.known)
            continue;
        if (const qsizetype at = bucketOf(buckets, life.openedMs); at >= 0) {
            result[at].opened.append(row.id);
            if (answeredBefore(row, window.toMs))
                result[at].answered.append(row.id);
        }
        qsizetype lastClosedIn = -1;
        for (const Spell &spell : row.spells) {
            if (!StatisticsParts::validClose(spell, window.toMs))
                continue;
            const qsizetype at = bucketOf(buckets, spell.closedAtMs);
            if (at >= 0 && at != lastClosedIn)
                result[at].closed.append(row.id);
            lastClosedIn = at;
        }
        // Only the buckets that the ticket touches.
        const UtcMs end = life.open ? window.toMs : life.lastClose.value_or(life.openedMs);
        for (qsizetype i = qMax<qsizetype>(0, bucketOf(buckets, life.openedMs)); i < buckets.size(); ++i) {
            if (buckets[i].fromMs > end)
                break;
            if (livesAt(row, result[i].peakAtMs, window.toMs))
                result[i].open.append(row.id);
        }
    }
    return result;
}

QVector<TicketGroup> resolutionGroups(const QVector<TicketRow> &rows, Window window,
                                      const DurationClock &clock)
{
    using namespace BreakdownParts;
    QVector<TicketGroup> groups = emptyGroups(ResolutionEdges);
    for (const TicketRow &row : rows) {
        const auto life = StatisticsParts::lifeOf(row, window.toMs);
        if (!life.known || !StatisticsParts::closedIn(row, window) || !life.lastCloseExact)
            continue;
        if (TicketGroup *group = groupOf(groups, double(clock.between(life.openedMs, *life.lastClose))))
            group->tickets.append(row.id);
    }
    return groups;
}

QVector<TicketGroup> messageGroups(const QVector<TicketRow> &rows, Window window)
{
    using namespace BreakdownParts;
    QVector<TicketGroup> groups = emptyGroups(MessageEdges);
    for (const TicketRow &row : rows) {
        const int messages = row.derived.humanMessages();
        if (!openedIn(StatisticsParts::lifeOf(row, window.toMs), window)
            || (row.messagesMissing && messages == 0))
            continue;
        TicketGroup *group = groupOf(groups, messages);
        group->tickets.append(row.id);
        group->staffMessages += row.derived.staffMessages;
        group->otherMessages += messages - row.derived.staffMessages;
    }
    if (groups.first().tickets.isEmpty())
        groups.removeFirst();
    return groups;
}

QVector<CategoryTickets> categoryTickets(const QVector<TicketRow> &rows, Window window,
                                         const QVector<CategoryCount> &categories)
{
    using namespace BreakdownParts;
    QHash<QPair<quint64, QString>, qsizetype> places;
    for (qsizetype i = 0; i < categories.size(); ++i)
        places.insert(categoryKey(categories[i].category, categories[i].name), i);
    QVector<CategoryTickets> result(categories.size());
    QVector<QVector<double>> messages(categories.size()), ratings(categories.size());
    for (const TicketRow &row : rows) {
        const auto life = StatisticsParts::lifeOf(row, window.toMs);
        const auto place = places.constFind(categoryKey(row.category, row.categoryName));
        if (!life.known || place == places.constEnd())
            continue;
        if (openedIn(life, window)) {
            result[*place].opened.append(row.id);
            if (!row.messagesMissing || row.derived.humanMessages() > 0)
                messages[*place].append(row.derived.humanMessages());
        }
        if (row.rating != 0 && StatisticsParts::closedIn(row, window))
            ratings[*place].append(row.rating);
    }
    for (qsizetype i = 0; i < result.size(); ++i) {
        result[i].messages = averageOf(std::move(messages[i]));
        result[i].rating = averageOf(std::move(ratings[i]));
    }
    return result;
}

bool wroteIn(const TicketRow &row, UserId staff)
{
    const auto &wrote = row.derived.staff;
    return std::any_of(wrote.cbegin(), wrote.cend(),
                       [staff](const StaffShare &share) { return share.user == staff; });
}

QHash<UserId, QVector<ChannelId>> staffTickets(const QVector<TicketRow> &rows, Window window)
{
    QHash<UserId, QVector<ChannelId>> result;
    for (const TicketRow &row : rows) {
        if (!BreakdownParts::openedIn(StatisticsParts::lifeOf(row, window.toMs), window))
            continue;
        for (const StaffShare &share : row.derived.staff)
            result[share.user].append(row.id);
    }
    return result;
}

CohortTickets cohortTickets(const QVector<TicketRow> &rows, Window window, const StatisticsOptions &options)
{
    CohortTickets result;
    for (const TicketRow &row : rows) {
        const auto life = StatisticsParts::lifeOf(row, window.toMs);
        if (BreakdownParts::openedIn(life, window)) {
            result.opened.append(row.id);
            if (!row.messagesMissing || row.derived.humanMessages() > 0)
                result.withMessages.append(row.id);
            if (BreakdownParts::answeredBefore(row, window.toMs)) {
                result.answered.append(row.id);
                const qint64 took = options.clock.between(life.openedMs, row.derived.firstResponseAtMs);
                if (took <= options.targets.firstResponse(row.category))
                    result.inTarget.append(row.id);
            } else if (row.messagesMissing)
                result.withoutResponseData.append(row.id);
            else
                result.unanswered.append(row.id);
        }
        if (life.known && StatisticsParts::closedIn(row, window)) {
            result.closed.append(row.id);
            (life.lastCloseExact ? result.resolved : result.withoutResolutionData).append(row.id);
            if (row.rating != 0)
                result.rated.append(row.id);
        }
    }
    return result;
}

WeekHours arrivals(const QVector<TicketRow> &rows, const QVector<CoverageGap> &gaps, Window window,
                   const QTimeZone &zone, const DurationClock &clock)
{
    WeekHours result;
    const QTimeZone inForce = zone.isValid() ? zone : QTimeZone::utc();
    LocalClock clockOnTheWall(inForce);
    const auto cellAt = [&](UtcMs atMs) -> HourCell & {
        const LocalClock::Time local = clockOnTheWall.at(atMs);
        return result.cells[local.dayOfWeek - 1][local.hour];
    };
    BreakdownParts::forEachHour(window, gaps, inForce,
                                [&](UtcMs atMs, double hours) { cellAt(atMs).occurrences += hours; });

    for (const TicketRow &row : rows) {
        const auto life = StatisticsParts::lifeOf(row, window.toMs);
        if (!BreakdownParts::openedIn(life, window))
            continue;
        HourCell &cell = cellAt(life.openedMs);
        cell.opened.append(row.id);
        if (!BreakdownParts::answeredBefore(row, window.toMs))
            continue;
        cell.answered.append(row.id);
        cell.responses.append(double(clock.between(life.openedMs, row.derived.firstResponseAtMs)));
    }
    return result;
}

StaffHours staffHours(const QVector<StaffActivity> &activity, const QVector<CoverageGap> &gaps, Window window,
                      const QTimeZone &zone)
{
    const auto each = [&activity](const std::function<void(const StaffActivity &)> &take) {
        std::for_each(activity.begin(), activity.end(), take);
    };
    return staffHours(StaffActivitySource(each), gaps, window, zone);
}

StaffHours staffHours(const StaffActivitySource &activity, const QVector<CoverageGap> &gaps, Window window,
                      const QTimeZone &zone)
{
    StaffHours result;
    const QTimeZone inForce = zone.isValid() ? zone : QTimeZone::utc();
    LocalClock clockOnTheWall(inForce);
    QHash<UserId, QVector<quint32>> wroteIn; // for each local day, a bit for each hour
    double people[24] = {};
    // A day early: some clocks were set back over midnight.
    const qint64 firstDay = clockOnTheWall.at(window.fromMs).day - 1;
    activity([&](const StaffActivity &one) {
        if (!window.contains(one.atMs))
            return;
        const LocalClock::Time local = clockOnTheWall.at(one.atMs);
        ++result.messagesTotal;
        ++result.messages[local.dayOfWeek - 1][local.hour];
        StaffHours::Person &person = result.byPerson[one.user];
        ++person.messages[local.dayOfWeek - 1][local.hour];
        person.lastActiveMs = qMax(person.lastActiveMs, one.atMs);
        QVector<quint32> &days = wroteIn[one.user];
        const qint64 day = local.day - firstDay;
        if (day >= days.size())
            days.resize(day + 1);
        const quint32 hour = 1u << local.hour;
        people[local.hour] += (days[day] & hour) == 0 ? 1 : 0;
        days[day] |= hour;
    });
    for (auto days = wroteIn.cbegin(); days != wroteIn.cend(); ++days)
        result.byPerson[days.key()].activeDays = int(days->size() - days->count(0));
    double occurrences[24] = {};
    BreakdownParts::forEachHour(window, gaps, inForce, [&](UtcMs atMs, double hours) {
        occurrences[clockOnTheWall.at(atMs).hour] += hours;
    });
    for (int hour = 0; hour < 24; ++hour) {
        if (occurrences[hour] > 0 || people[hour] > 0)
            result.active[hour] = people[hour] / qMax(1.0, occurrences[hour]);
    }
    return result;
}
