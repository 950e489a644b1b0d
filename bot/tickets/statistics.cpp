// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/statisticsstream.h"

#include "bot/tickets/statistics_p.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace StatisticsParts {

using Values = QVector<double>;

struct CategorySums
{
    CategoryCount count;
    UtcMs newestMs = 0; // a category is called what its newest ticket calls it
    Values firstResponses;
    Values resolutions;
};

struct StaffSums
{
    StaffNumbers numbers;
    Values firstResponses;
    Values ratings;
};

// Categories count by id; those that only an import named, by name (M-23).
using CategoryKey = std::pair<quint64, QString>;

class Collector
{
public:
    Collector(Window window, const StatisticsOptions &options) : m_window(window), m_options(options)
    {
        m_result.window = window;
    }

    void add(const TicketRow &row);
    TicketStatistics finish(const QVector<CoverageGap> &gaps);

private:
    void addCohort(const TicketRow &row, const Life &life, CategorySums &category);
    void addClosed(const TicketRow &row, const Life &life, CategorySums &category);
    CategorySums &categoryOf(const TicketRow &row, const Life &life);
    StaffSums &staff(UserId user);

    const Window m_window;
    const StatisticsOptions m_options;
    TicketStatistics m_result;
    OpenCounter m_open;
    Values m_firstResponses, m_resolutions, m_cohortResolutions, m_messages, m_nextResponses, m_ratings;
    QHash<CategoryKey, CategorySums> m_categories;
    QHash<UserId, StaffSums> m_staff;
};

CategorySums &Collector::categoryOf(const TicketRow &row, const Life &life)
{
    CategorySums &sums = m_categories[{row.category.value, row.category ? QString() : row.categoryName}];
    if (life.openedMs >= sums.newestMs) {
        sums.newestMs = life.openedMs;
        sums.count.category = row.category;
        sums.count.name = row.categoryName;
    }
    return sums;
}

StaffSums &Collector::staff(UserId user)
{
    StaffSums &sums = m_staff[user];
    sums.numbers.user = user;
    return sums;
}

void Collector::add(const TicketRow &row)
{
    const Life life = lifeOf(row, m_window.toMs);
    if (!life.known)
        return;
    for (const Spell &spell : row.spells)
        m_open.add(spell, m_window);
    const bool cohort = life.openedMs >= m_window.fromMs;
    const bool closed = closedIn(row, m_window);
    if (!cohort && !closed && !life.open)
        return;
    CategorySums &category = categoryOf(row, life);
    if (cohort)
        addCohort(row, life, category);
    if (closed)
        addClosed(row, life, category);
    if (life.open) {
        ++category.count.openNow;
        if (row.derived.waitingSinceMs != 0)
            ++m_result.waitingAtEnd;
        if (row.derived.lastStaff)
            ++staff(row.derived.lastStaff).numbers.openNow;
    }
}

void Collector::addCohort(const TicketRow &row, const Life &life, CategorySums &category)
{
    const Derived &d = row.derived;
    ++m_result.opened;
    ++category.count.opened;
    if (row.spells.first().invalid() && row.spells.first().closedAtMs < m_window.toMs)
        ++m_result.invalid;

    if (d.firstResponseAtMs != 0 && d.firstResponseAtMs < m_window.toMs) {
        const qint64 took = m_options.clock.between(life.openedMs, d.firstResponseAtMs);
        m_firstResponses.append(double(took));
        category.firstResponses.append(double(took));
        if (took <= m_options.targets.firstResponse(row.category))
            ++m_result.withinTarget;
        StaffSums &responder = staff(d.firstResponder);
        ++responder.numbers.firstResponses;
        responder.firstResponses.append(double(took));
    } else if (row.messagesMissing) {
        ++m_result.withoutResponseData;
    } else {
        ++m_result.unanswered;
        m_result.unansweredOpen += life.open ? 1 : 0;
    }

    m_result.staffMessages += d.staffMessages;
    m_result.requesterMessages += d.requesterMessages;
    m_result.guestMessages += d.guestMessages;
    m_result.unknownMessages += d.unknownMessages;
    // A ticket of which nothing was ever read is a hole, not a ticket without messages (2.1).
    if (!row.messagesMissing || d.humanMessages() > 0)
        m_messages.append(d.humanMessages());
    for (const Turn &turn : d.turns) {
        if (turn.answeredAtMs != 0 && turn.answeredAtMs < m_window.toMs)
            m_nextResponses.append(double(m_options.clock.between(turn.askedAtMs, turn.answeredAtMs)));
    }
    for (const StaffShare &share : d.staff) {
        StaffSums &sums = staff(share.user);
        ++sums.numbers.answered;
        sums.numbers.messages += share.messages;
    }
    if (life.lastClose && life.lastCloseExact)
        m_cohortResolutions.append(double(m_options.clock.between(life.openedMs, *life.lastClose)));
    if (life.lastClose && d.staffTurns == 1 && !reopenedSoon(row, {life.openedMs, m_window.toMs}))
        ++m_result.oneTouch;
}

void Collector::addClosed(const TicketRow &row, const Life &life, CategorySums &category)
{
    ++m_result.closed;
    ++category.count.closed;
    if (life.lastCloseExact) {
        const qint64 took = m_options.clock.between(life.openedMs, *life.lastClose);
        m_resolutions.append(double(took));
        category.resolutions.append(double(took));
        m_result.resolvedInTarget += took <= m_options.targets.resolution(row.category) ? 1 : 0;
    } else {
        ++m_result.withoutResolutionData;
    }
    if (reopenedSoon(row, m_window))
        ++m_result.reopened;
    if (row.closedBy && row.closedBy != row.derived.requester)
        ++staff(row.closedBy).numbers.closes;
    if (row.rating == 0)
        return;
    m_ratings.append(row.rating);
    if (const UserId credited = row.claimedBy ? row.claimedBy : row.closedBy)
        staff(credited).ratings.append(row.rating);
}

TicketStatistics Collector::finish(const QVector<CoverageGap> &gaps)
{
    m_result.openAtStart = m_open.openAtStart();
    m_result.openAtEnd = m_open.openAtEnd();
    m_result.peak = m_open.peak(m_window);
    m_result.firstResponse = averageOf(std::move(m_firstResponses));
    m_result.resolution = averageOf(std::move(m_resolutions));
    m_result.resolutionOpenedCohort = averageOf(std::move(m_cohortResolutions));
    m_result.messagesPerTicket = averageOf(std::move(m_messages));
    m_result.messagesTotal = m_result.staffMessages + m_result.requesterMessages + m_result.guestMessages
        + m_result.unknownMessages;
    m_result.nextResponse = averageOf(std::move(m_nextResponses));
    m_result.rating = averageOf(std::move(m_ratings));

    for (CategorySums &sums : m_categories) {
        if (sums.count.opened == 0 && !m_options.allCategories)
            continue;
        sums.count.firstResponse = averageOf(std::move(sums.firstResponses));
        sums.count.resolution = averageOf(std::move(sums.resolutions));
        m_result.byCategory.append(std::move(sums.count));
    }
    std::sort(m_result.byCategory.begin(), m_result.byCategory.end(), [](const auto &a, const auto &b) {
        return std::tuple(-a.opened, a.name, a.category) < std::tuple(-b.opened, b.name, b.category);
    });
    for (StaffSums &sums : m_staff) {
        sums.numbers.firstResponse = averageOf(std::move(sums.firstResponses));
        sums.numbers.rating = averageOf(std::move(sums.ratings));
        m_result.byStaff.append(std::move(sums.numbers));
    }
    std::sort(m_result.byStaff.begin(), m_result.byStaff.end(), [](const auto &a, const auto &b) {
        return std::tuple(-a.answered, -a.messages, a.user) < std::tuple(-b.answered, -b.messages, b.user);
    });

    const Coverage coverage = coverageOf(gaps, m_window);
    m_result.observed = coverage.observed;
    m_result.gaps = coverage.gaps;
    m_result.missingMs = coverage.missingMs;
    return std::move(m_result);
}

// The k-th smallest and the one after it, without sorting everything: statistics run over whole histories.
double interpolated(Values &values, double p)
{
    const double place = p * double(values.size() - 1);
    const auto k = qsizetype(std::floor(place));
    const auto kth = values.begin() + k;
    std::nth_element(values.begin(), kth, values.end());
    const double fraction = place - double(k);
    if (fraction == 0 || k + 1 == values.size())
        return *kth;
    const double next = *std::min_element(kth + 1, values.end());
    return *kth + fraction * (next - *kth);
}

} // namespace StatisticsParts

TicketRow ticketRow(TicketRecord record)
{
    TicketRow row;
    row.messagesMissing = record.partial();
    row.id = record.id;
    row.category = record.category;
    row.categoryName = std::move(record.categoryName);
    row.spells = std::move(record.spells);
    row.derived = std::move(record.derived);
    row.rating = record.rating;
    row.claimedBy = record.claimedBy;
    row.closedBy = record.closedBy;
    return row;
}

TicketStatistics statistics(const QVector<TicketRow> &rows, const QVector<CoverageGap> &gaps, Window window,
                            const StatisticsOptions &options)
{
    const auto each = [&rows](const std::function<void(const TicketRow &)> &take) {
        std::for_each(rows.begin(), rows.end(), take);
    };
    return statistics(TicketRowSource(each), gaps, window, options);
}

TicketStatistics statistics(const TicketRowSource &rows, const QVector<CoverageGap> &gaps, Window window,
                            const StatisticsOptions &options)
{
    StatisticsParts::Collector collector(window, options);
    rows([&collector](const TicketRow &row) { collector.add(row); });
    return collector.finish(gaps);
}

DurationClock clockFor(const QVector<TicketRow> &rows, UtcMs toMs, const WorkingHours &hours)
{
    UtcMs fromMs = toMs;
    for (const TicketRow &row : rows) {
        if (!row.spells.isEmpty())
            fromMs = std::min(fromMs, row.spells.first().openedAtMs);
    }
    return {hours, fromMs, toMs};
}

double percentile(const QVector<double> &sorted, double p)
{
    Q_ASSERT(!sorted.isEmpty());
    const double place = p * double(sorted.size() - 1);
    const auto k = qsizetype(std::floor(place));
    if (k + 1 >= sorted.size())
        return sorted.last();
    return sorted[k] + (place - double(k)) * (sorted[k + 1] - sorted[k]);
}

Average averageOf(QVector<double> values)
{
    Average average;
    average.n = int(values.size());
    if (values.isEmpty())
        return average; // no values, no figures: never 0 (M-20)
    double sum = 0;
    for (const double value : std::as_const(values))
        sum += value;
    average.mean = sum / double(values.size());
    average.median = StatisticsParts::interpolated(values, 0.5);
    average.p90 = StatisticsParts::interpolated(values, 0.9);
    return average;
}
