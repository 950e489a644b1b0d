// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/statistics.h"

// The tickets behind the numbers of statistics() and series(): each group names the tickets that it counts, so that a bar, a
// cell or a row of a table leads to exactly those (UX 2.10), and a chart and its list cannot disagree. Same definitions,
// same rows. Pure.

struct TicketGroup
{
    double from = 0; // lower edge: milliseconds or messages; included
    double to = 0; // upper edge, not included; 0 = without end
    QVector<ChannelId> tickets;
    int staffMessages = 0, otherMessages = 0; // messageGroups(): who wrote them
    int count() const { return int(tickets.size()); }
};

// What the buckets of series() count. `buckets` are adjacent and ascending.
struct BucketTickets
{
    QVector<ChannelId> opened; // Bucket::opened
    QVector<ChannelId> closed; // Bucket::closed, each once
    QVector<ChannelId> answered; // Bucket::firstResponse: those with a first response
    QVector<ChannelId> open; // Bucket::peakOpen: open at the moment of that bucket when most were
    UtcMs peakAtMs = 0; // that moment
};
QVector<BucketTickets> bucketTickets(const QVector<TicketRow> &rows, const QVector<Window> &buckets);

// How long tickets took that were closed in the window and whose closing time is known exactly:
// TicketStatistics::resolution.
QVector<TicketGroup> resolutionGroups(const QVector<TicketRow> &rows, Window window,
                                      const DurationClock &clock = {});
// Messages of people in tickets opened in the window: TicketStatistics::messagesPerTicket. The group without any message is
// there only when a ticket is in it.
QVector<TicketGroup> messageGroups(const QVector<TicketRow> &rows, Window window);
// The cohort's tickets by category, in the order of `categories` (TicketStatistics::byCategory), and
// what that list does not say of them.
struct CategoryTickets
{
    QVector<ChannelId> opened;
    Average messages; // per ticket
    Average rating; // of those closed in the window
};
QVector<CategoryTickets> categoryTickets(const QVector<TicketRow> &rows, Window window,
                                         const QVector<CategoryCount> &categories);
bool wroteIn(const TicketRow &row, UserId staff);
// The cohort's tickets that a staff member wrote in (StaffNumbers::answered).
QHash<UserId, QVector<ChannelId>> staffTickets(const QVector<TicketRow> &rows, Window window);

// The rest of the figures, whole: what "Show the n tickets" leads to.
struct CohortTickets
{
    QVector<ChannelId> opened, closed;
    QVector<ChannelId> answered, unanswered, withoutResponseData;
    QVector<ChannelId> resolved, withoutResolutionData;
    QVector<ChannelId> rated;
    QVector<ChannelId> withMessages; // TicketStatistics::messagesPerTicket
    QVector<ChannelId> inTarget; // TicketStatistics::withinTarget
};
CohortTickets cohortTickets(const QVector<TicketRow> &rows, Window window,
                            const StatisticsOptions &options = {});

// Arrivals by local weekday and hour (METRICS): tickets opened, and how often that hour occurred in the window, so that a
// rate is possible; an hour that the clocks skip occurs less often, one that they repeat more often.
struct HourCell
{
    QVector<ChannelId> opened;
    QVector<ChannelId> answered; // of these, with a first response
    QVector<double> responses; // how long those took, so that cells can be joined without averaging averages
    double occurrences = 0; // hours of the window in which the bot was looking
};
struct WeekHours
{
    HourCell cells[7][24]; // Monday first
    const HourCell &at(int day, int hour) const { return cells[day][hour]; }
};
WeekHours arrivals(const QVector<TicketRow> &rows, const QVector<CoverageGap> &gaps, Window window,
                   const QTimeZone &zone, const DurationClock &clock = {});

// One message of a staff member, and in which ticket.
struct StaffActivity
{
    UtcMs atMs = 0;
    UserId user;
    ChannelId ticket;
};
struct StaffHours
{
    using Week = int[7][24]; // messages by weekday and hour, Monday first
    struct Person
    {
        Week messages = {};
        int activeDays = 0; // local days with a message
        UtcMs lastActiveMs = 0;
    };
    Week messages = {};
    // Mean number of people who wrote in that hour of a day; absent: the bot never looked then.
    std::optional<double> active[24];
    QHash<UserId, Person> byPerson;
    int messagesTotal = 0;
};
StaffHours staffHours(const QVector<StaffActivity> &activity, const QVector<CoverageGap> &gaps, Window window,
                      const QTimeZone &zone);
