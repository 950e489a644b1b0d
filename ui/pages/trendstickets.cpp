// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/periodfigures.h"
#include "ui/pages/trendsfigures.h"

#include "bot/tickets/localclock.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

// Which tickets stand behind a mark of a chart, a number of its table, a cell of the heatmap.

using namespace PeriodFigures;

namespace {

struct TrendsTicketsTr
{
    Q_DECLARE_TR_FUNCTIONS(Trends)
};

TicketSet atBucket(const BucketTickets &tickets, const ChartSpec::Point &bucket, const ChartSpec &spec,
                   TrendsFigures::Chart which, int series)
{
    const QString days = daysText(spec, bucket);
    if (which == TrendsFigures::Backlog)
        return {tickets.open,
                TrendsTicketsTr::tr("Open on %1", "date, time").arg(whenText(tickets.peakAtMs, spec.zone))};
    if (which == TrendsFigures::Response)
        return {tickets.answered, TrendsTicketsTr::tr("Answered, opened: %1").arg(days)};
    return series == 1 ? TicketSet{tickets.closed, TrendsTicketsTr::tr("Closed: %1").arg(days)}
                       : TicketSet{tickets.opened, TrendsTicketsTr::tr("Opened: %1").arg(days)};
}

// What a lying bar counts: its name and the period.
QString barChip(TrendsFigures::Chart which, const QString &name, const QString &period)
{
    switch (which) {
    case TrendsFigures::Resolution:
        return TrendsTicketsTr::tr("Took %1, closed: %2").arg(name, period);
    case TrendsFigures::Categories:
        return TrendsTicketsTr::tr("%1, opened: %2").arg(name, period);
    case TrendsFigures::Staff:
        return TrendsTicketsTr::tr("Answered by %1, opened: %2").arg(name, period);
    case TrendsFigures::Messages:
        return TrendsTicketsTr::tr("Messages %1, opened: %2").arg(name, period);
    default:
        return {};
    }
}

// The tickets of a row of categoriesChart(); the last may stand for all that have none.
QVector<TicketRow> rowsOfCategory(const QVector<TicketRow> &rows, const TrendsAnswer &a, int row)
{
    const auto isOf = [](const TicketRow &ticket, const CategoryCount &category) {
        return ticket.category == category.category
            && (ticket.category || ticket.categoryName == category.name);
    };
    const bool rest = a.mergedCategories > 0 && row + 1 == a.categories.size();
    const auto others = a.categories.cbegin() + (rest ? row : 0);
    QVector<TicketRow> result;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(result), [&](const TicketRow &ticket) {
        return rest ? std::none_of(a.categories.cbegin(), others,
                                   [&](const CategoryCount &one) { return isOf(ticket, one); })
                    : isOf(ticket, a.categories[row]);
    });
    return result;
}

QVector<ChannelId> openAt(const QVector<TicketRow> &rows, UtcMs atMs)
{
    QVector<ChannelId> result;
    for (const TicketRow &row : rows) {
        if (std::any_of(row.spells.cbegin(), row.spells.cend(), [atMs](const Spell &spell) {
                return spell.openedAtMs < atMs && (spell.open() || spell.closedAtMs >= atMs);
            }))
            result.append(row.id);
    }
    return result;
}

// What the columns of categoriesChart() count.
TicketSet inCategory(const QVector<TicketRow> &rows, const TrendsAnswer &a, int column, const QString &name)
{
    const CohortTickets counted = cohortTickets(rows, a.window);
    const QString period = TrendsFigures::periodText(a);
    switch (column) {
    case 0:
        return {counted.closed, TrendsTicketsTr::tr("%1, closed: %2").arg(name, period)};
    case 1:
        return {openAt(rows, a.window.toMs),
                TrendsTicketsTr::tr("%1, open at the end: %2").arg(name, period)};
    case 2:
    case 3:
        return {counted.answered, TrendsTicketsTr::tr("%1, answered, opened: %2").arg(name, period)};
    case 4:
        return {counted.resolved, TrendsTicketsTr::tr("%1, closed: %2").arg(name, period)};
    case 5:
        return {counted.withMessages, barChip(TrendsFigures::Categories, name, period)};
    default:
        return {counted.rated, TrendsTicketsTr::tr("%1, rated, closed: %2").arg(name, period)};
    }
}

} // namespace

TicketSet TrendsFigures::ticketsAt(Chart which, const TrendsAnswer &a, const View &view, int point,
                                   int series)
{
    const ChartSpec spec = chart(which, a, view);
    if (point < 0 || point >= spec.points.size())
        return explanation(which, a, view).show;
    const QString period = periodText(a);
    const QString name = spec.pointNames.value(point);
    switch (which) {
    case Opened:
    case Backlog:
    case Response:
        return atBucket(a.bucketTickets.value(point), spec.points[point], spec, which, series);
    case Resolution:
        return {a.resolution[point].tickets, barChip(which, name, period)};
    case Categories:
        return {a.categoryTickets[point].opened, barChip(which, name, period)};
    case Staff:
        return {a.staffTickets.value(shownStaff(a, view)[point].user), barChip(which, name, period)};
    case Messages:
        return {a.messages[point].tickets, barChip(which, name, period)};
    case Arrivals:
    case ChartCount:
        break;
    }
    return {};
}

bool TrendsFigures::isLookedUp(const ChartSpec &spec, int series)
{
    return series >= spec.series.size() || spec.series[series].reference;
}

TicketSet TrendsFigures::lookUpTickets(const Reader &reader, Chart which, const TrendsAnswer &a,
                                       const View &view, int point, int series)
{
    const ChartSpec spec = chart(which, a, view);
    if (point < 0 || point >= spec.points.size())
        return {};
    const TrendsQuestion &question = a.question;
    const QString name = spec.pointNames.value(point);
    if (const int column = series - int(spec.series.size()); column >= 0) {
        QVector<TicketRow> rows = reader.ticketRows(question.server, question.category, a.window);
        if (which == Categories)
            return inCategory(rowsOfCategory(rows, a, point), a, column, name);
        if (which != Staff || column > 1)
            return ticketsAt(which, a, view, point, 0);
        rows.removeIf([responder = shownStaff(a, view)[point].user](const TicketRow &row) {
            return row.derived.firstResponder != responder;
        });
        return {cohortTickets(rows, a.window).answered,
                TrendsTicketsTr::tr("First response by %1, opened: %2").arg(name, periodText(a))};
    }
    const Window before = a.window.previous();
    const QVector<TicketRow> rows = reader.ticketRows(question.server, question.category, before);
    const QString chip = barChip(which, name, previousText(a));
    switch (which) {
    case Opened:
    case Backlog:
    case Response: {
        const auto buckets = bucketsOf(before, spec.bucket, spec.zone, question.context.firstDayOfWeek);
        if (point >= buckets.size())
            return {};
        return atBucket(bucketTickets(rows, buckets)[point], {buckets[point].fromMs, buckets[point].toMs},
                        spec, which, 0);
    }
    case Resolution:
        return {a.resolutionBefore.value(point).tickets, chip};
    case Categories:
        return {cohortTickets(rowsOfCategory(rows, a, point), before).opened, chip};
    case Staff:
        return {staffTickets(rows, before).value(shownStaff(a, view)[point].user), chip};
    case Messages:
        return {messagesBefore(a).value(point).tickets, chip};
    case Arrivals:
    case ChartCount:
        break;
    }
    return {};
}

TicketSet TrendsFigures::ticketsInCell(const TrendsAnswer &a, const View &view, int row, int column)
{
    if (row < 0)
        return explanation(Arrivals, a, view).show;
    const int width = 24 / view.heatColumns;
    TicketSet set;
    set.chip = TrendsTicketsTr::tr("Opened %1: %2", "weekday and hour, period")
                   .arg(cellName(heatmap(a, view), row, column), periodText(a));
    const auto days = weekdays(a);
    for (const int day : days) {
        if (row > 0 && day != days[row - 1])
            continue;
        for (int hour = column * width; hour < (column + 1) * width; ++hour) {
            const HourCell &cell = a.hours.at(day, hour);
            set.tickets += view.heat == MedianResponse ? cell.answered : cell.opened;
        }
    }
    return set;
}

QVector<ChannelId> TrendsFigures::ticketsWrittenIn(const Reader &reader, const TrendsQuestion &question,
                                                   Window window, HoursOfWeek hours, UserId person)
{
    QVector<ChannelId> tickets;
    QSet<ChannelId> known;
    const auto all = reader.staffActivity(question.server, question.category, window, person);
    LocalClock clock(question.context.zone);
    for (const StaffActivity &one : all) {
        const LocalClock::Time local = clock.at(one.atMs);
        if ((hours.day >= 0 && local.dayOfWeek - 1 != hours.day) || local.hour < hours.from
            || local.hour >= hours.from + hours.count || known.contains(one.ticket))
            continue;
        known.insert(one.ticket);
        tickets.append(one.ticket);
    }
    return tickets;
}
