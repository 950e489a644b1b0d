// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/targets.h"
#include "bot/tickets/ticket.h"
#include "bot/tickets/workinghours.h"

#include <QTimeZone>

#include <optional>

// The only definition of every number (METRICS.md). Pure: rows in, numbers out. The console, slash commands, summaries,
// exports and `ticket-assistant stats` all end here.

// [from, to) in UTC milliseconds (METRICS M-08).
struct Window
{
    UtcMs fromMs = 0;
    UtcMs toMs = 0;

    static Window lastDays(int days, UtcMs toMs) { return {toMs - days * DayMs, toMs}; }
    bool contains(UtcMs atMs) const { return atMs >= fromMs && atMs < toMs; }
    Window previous() const { return {fromMs - (toMs - fromMs), fromMs}; } // M-21
    bool operator==(const Window &) const = default;
};

// One ticket as the numbers need it. The reader clips it to `to` (M-08): spells and messages at or after `to` are unknown.
struct TicketRow
{
    ChannelId id;
    ChannelId category;
    QString categoryName; // "" = None
    QVector<Spell> spells; // as recorded, not clipped: statistics() clips
    Derived derived; // clipped: of messages before `to`
    int rating = 0;
    UserId claimedBy;
    UserId closedBy;
    bool messagesMissing = false; // TicketRecord::partial()
};
Q_DECLARE_TYPEINFO(TicketRow, Q_RELOCATABLE_TYPE); // there are many
// The row of a ticket that counts (not excluded, not in the trash), as of now.
TicketRow ticketRow(TicketRecord record);

// Where the bot was looking (METRICS M-07).
struct CoverageGap
{
    enum class State
    {
        MessagesLost,
        Unknown
    };
    qint64 id = 0;
    ChannelId channel; // 0 = whole server
    UtcMs fromMs = 0;
    UtcMs toMs = 0; // 0 = still going on
    State state = State::Unknown;
    QString cause;
};

struct Average // n = 0: all values absent, shown as "–", never 0 (M-20)
{
    std::optional<double> mean, median, p90; // milliseconds, or messages
    int n = 0;
};

struct Peak
{
    int min = 0;
    int max = 0; // unknown close times make it an interval
    UtcMs atMs = 0; // first reached; 0 = never anything open
    qint64 lastedMs = 0;
};

struct CategoryCount
{
    ChannelId category;
    QString name; // "" = None
    int opened = 0;
    int closed = 0;
    int openNow = 0;
    Average firstResponse;
    Average resolution;
};

struct StaffNumbers
{
    UserId user;
    int answered = 0; // cohort tickets with at least one message by this person
    int firstResponses = 0;
    Average firstResponse;
    int messages = 0;
    int closes = 0;
    int openNow = 0; // by last reply
    Average rating; // of tickets closed in the window, claimed by this person, else closed
};

struct TicketStatistics
{
    Window window;
    int opened = 0;
    int closed = 0;
    int openAtStart = 0;
    int openAtEnd = 0;
    int waitingAtEnd = 0;
    Peak peak;
    Average firstResponse;
    int unanswered = 0; // cohort, open ones and closed ones
    int unansweredOpen = 0;
    Average resolution; // of tickets closed in the window
    Average resolutionOpenedCohort;
    Average messagesPerTicket; // mean, median over cohort tickets, zeros included
    int messagesTotal = 0, staffMessages = 0, requesterMessages = 0, guestMessages = 0, unknownMessages = 0;
    Average nextResponse;
    int withinTarget = 0; // first responses within the target of their category
    int resolvedInTarget = 0; // of resolution.n
    int reopened = 0; // of closed, within 7 days
    int oneTouch = 0;
    Average rating;
    int invalid = 0;
    int withoutResponseData =
        0; // no reply seen, but messages are missing: neither answered nor unanswered (2.6)
    int withoutResolutionData = 0; // closed in the window, when exactly is not known
    QVector<CategoryCount> byCategory; // of the cohort, most tickets first; adds up to opened
    QVector<StaffNumbers> byStaff;
    double observed = 1.0; // fraction of the window (M-07)
    int gaps = 0;
    qint64 missingMs = 0;
};

struct StatisticsOptions
{
    Targets targets;
    UtcMs nowMs = 0; // for "waiting" and ages; usually window.toMs
    bool allCategories =
        false; // byCategory also has categories of which tickets were only closed, or are only open
    DurationClock clock; // responses and resolutions; without working hours the calendar
};

TicketStatistics statistics(const QVector<TicketRow> &rows, const QVector<CoverageGap> &gaps, Window window,
                            const StatisticsOptions &options = {});

// Series for charts: buckets lie between local midnights (M-22), hours or months in the server's zone.
enum class BucketSize
{
    Hour,
    Day,
    Week,
    Month
};
struct Bucket
{
    UtcMs fromMs = 0;
    UtcMs toMs = 0;
    int opened = 0;
    int closed = 0;
    int openAtEnd = 0;
    int peakOpen = 0;
    Average firstResponse; // cohort of this bucket
    Average resolution;
    double observed = 1.0;
    bool partial = false; // cut by the window's edge
};
BucketSize bucketSizeFor(Window window); // UX 2.10: hours <= 2 days, days <= 45, weeks <= 400, months beyond
// Weeks begin on `weekStart`, which the locale decides.
QVector<Bucket> series(const QVector<TicketRow> &rows, const QVector<CoverageGap> &gaps, Window window,
                       BucketSize size, const QTimeZone &zone, Qt::DayOfWeek weekStart = Qt::Monday,
                       const DurationClock &clock = {});
// A clock that is quick for all of these tickets: it covers their lives up to `toMs`.
DurationClock clockFor(const QVector<TicketRow> &rows, UtcMs toMs, const WorkingHours &hours);
// The buckets alone: how a window is cut at local midnights.
QVector<Window> bucketsOf(Window window, BucketSize size, const QTimeZone &zone,
                          Qt::DayOfWeek weekStart = Qt::Monday);

// R-7 linear interpolation (M-20); `sorted` ascending and not empty; p in [0, 1].
double percentile(const QVector<double> &sorted, double p);
Average averageOf(QVector<double> values);
