// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/reader.h"
#include "bot/tickets/breakdowns.h"
#include "ui/daterange.h"
#include "ui/pages/periodfigures.h"
#include "ui/widgets/chartspec.h"
#include "ui/widgets/kpicard.h"

#include <optional>

// What the Overview asks the database, and how the answer reads. Pure apart from the Reader; read() runs in
// the query thread.
struct OverviewQuestion
{
    GuildId server;
    CategoryFilter category;
    DateRange range;
    DateRange::Context context; // nowMs is set when the question is asked
    std::optional<UtcMs> removedAtMs; // LiveData's
    UtcMs waitingAtMs() const { return removedAtMs.value_or(context.nowMs); }
    bool compare = true;
    Targets targets;
    int waitingRows = 6;
};

struct OverviewAnswer
{
    OverviewQuestion question;
    Window window;
    TicketStatistics now;
    std::optional<TicketStatistics> before; // nothing when not wanted, or when nothing was recorded then
    QVector<Bucket> buckets;
    QVector<Bucket> bucketsBefore;
    QVector<CoverageGap> gaps;
    QVector<BucketTickets> bucketTickets;
    CohortTickets tickets;
    TicketPage waiting;
    int open = 0, overdue = 0, waitingCount = 0; // of the chosen category
    std::optional<Spell> lastClosed; // of the ticket that was closed last; while nobody waits
    QVector<StaffNumbers> team;
    QHash<UserId, QString> names;
    UtcMs recordingBeganMs = 0;

    static OverviewAnswer read(const Reader &reader, OverviewQuestion question, UtcMs nowMs);
};

namespace OverviewFigures {

enum Card
{
    OpenNow,
    WaitingForUs,
    Opened,
    FirstResponse,
    Resolution,
    Messages,
    CardCount
};

KpiCard::Content card(Card card, const OverviewAnswer &answer);
QString explanation(Card card, const OverviewAnswer &answer); // definition, n, what was left out
// The tickets that a card of the period counted; those of the first two cards are lists of their own.
TicketSet tickets(Card card, const OverviewAnswer &answer);
enum class Chart
{
    Opened,
    Backlog
};
// Those counted at a point; -1 = all of the chart.
TicketSet ticketsAt(Chart chart, const OverviewAnswer &answer, int point, int series);
// Those opened at that point of the period before: an answer has no more than their number.
TicketSet openedBefore(const Reader &reader, const OverviewAnswer &answer, int point);
// A day on which more was closed than on any other one of the period, told in a line and not louder; empty = none.
QString recordText(const OverviewAnswer &answer);
ChartSpec openedChart(const OverviewAnswer &answer);
ChartSpec backlogChart(const OverviewAnswer &answer);
QString openedChartExplanation(const OverviewAnswer &answer);
QString backlogChartExplanation(const OverviewAnswer &answer);
QString gapsText(const OverviewAnswer &answer); // "Bot was offline 02:10–06:45"; empty = observed in full

// While nobody waits: when the ticket ended that was closed last, and the sentence that says both.
std::optional<Spell> lastClosed(const Reader &reader, GuildId server, const CategoryFilter &category,
                                UtcMs nowMs, const Targets &targets);
QString nobodyWaits(const std::optional<Spell> &lastClosed, const QTimeZone &zone, UtcMs nowMs);

} // namespace OverviewFigures
