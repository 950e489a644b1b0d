// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/reader.h"
#include "ui/daterange.h"
#include "ui/pages/periodfigures.h"
#include "ui/widgets/chartspec.h"
#include "ui/widgets/heatmapview.h"

#include <optional>

class LiveData;

// What Trends asks the database, and how the answer reads: charts, figures, explanations, and the tickets behind every
// mark. Pure apart from the Reader; read() runs in the query thread. Screen, exports and reports all start here, so they
// agree.
struct TrendsQuestion
{
    GuildId server;
    CategoryFilter category;
    DateRange range;
    DateRange::Context context; // nowMs is set when the question is asked
    bool compare = true;
    Targets targets;
    WorkingHours hours; // set: durations count working hours only
    QString serverName, categoryName; // for titles of files

    // The same tickets: what was read for the one belongs to the other too.
    bool isAboutTheSameAs(const TrendsQuestion &other) const
    {
        return server == other.server && category == other.category && range == other.range;
    }
    // The first response target of what is asked about; nothing where categories differ.
    std::optional<qint64> firstResponseTarget() const;
    std::optional<qint64> resolutionTarget() const;
    StatisticsOptions options(const QVector<TicketRow> &rows, Window window) const;
    static TrendsQuestion of(const LiveData &live); // what the page header asks for now
    // Fills what the context knows only when it is asked, and tells the window that follows.
    Window windowAt(const Reader &reader, UtcMs nowMs);
};

// Reads messages: a question of its own, so that nothing else waits for it.
StaffHours readStaffHours(const Reader &reader, TrendsQuestion question, UtcMs nowMs);

struct TrendsAnswer
{
    TrendsQuestion question;
    Window window;
    TicketStatistics now;
    std::optional<TicketStatistics> before; // nothing when not wanted, or when nothing was recorded then
    QVector<Bucket> buckets, bucketsBefore;
    QVector<BucketTickets> bucketTickets;
    QVector<CoverageGap> gaps;
    QVector<TicketGroup> resolution, resolutionBefore;
    QVector<TicketGroup> messages, messagesBefore;
    // At most twelve rows; when there are more categories, the last row stands for the rest.
    QVector<CategoryCount> categories;
    QVector<CategoryTickets> categoryTickets;
    QVector<int> categoriesBefore; // opened, one per row; empty without a comparison
    int mergedCategories = 0; // in the last row; 0 = it is a category
    QHash<UserId, QVector<ChannelId>> staffTickets;
    CohortTickets tickets;
    WeekHours hours;
    QHash<UserId, QString> names;
    UtcMs recordingBeganMs = 0;
    std::optional<StaffHours> staff; // comes later: it needs the messages

    static TrendsAnswer read(const Reader &reader, TrendsQuestion question, UtcMs nowMs);
};

namespace TrendsFigures {

// In reading order.
enum Chart
{
    Opened,
    Backlog,
    Response,
    Resolution,
    Arrivals, // the heatmap
    Categories,
    Staff,
    Messages,
    ChartCount
};
enum HeatMode
{
    TicketsOpened,
    StaffReplies,
    MedianResponse,
    HeatModeCount
};
struct View // switches of the charts
{
    bool average = false; // of the first response, beside the median
    bool staffByName = false; // else by value
    bool staffHidden = false; // then files have no such chart either
    int heatColumns = 24; // or 12, two hours each
    HeatMode heat = TicketsOpened;
};

// Every chart but Arrivals.
ChartSpec chart(Chart chart, const TrendsAnswer &answer, const View &view);
HeatSpec heatmap(const TrendsAnswer &answer, const View &view);
// The tickets counted at a point; -1 = all of the chart.
TicketSet ticketsAt(Chart chart, const TrendsAnswer &answer, const View &view, int point, int series);
// The same for what an answer has no more of than the number: the period before, and what only the table says. `series` goes
// on behind the series with the columns.
bool isLookedUp(const ChartSpec &spec, int series);
TicketSet lookUpTickets(const Reader &reader, Chart chart, const TrendsAnswer &answer, const View &view,
                        int point, int series);
TicketSet ticketsInCell(const TrendsAnswer &answer, const View &view, int row, int column);
// Those in which staff wrote in these hours of the week, or that one person alone.
struct HoursOfWeek
{
    int day = -1; // Monday = 0; -1 = all
    int from = 0, count = 1;
};
QVector<ChannelId> ticketsWrittenIn(const Reader &reader, const TrendsQuestion &question, Window window,
                                    HoursOfWeek hours, UserId person = {});
QString cellName(const HeatSpec &spec, int row, int column); // "Tuesday 09:00"

// What charts and the tickets behind their marks have in common.
QString periodText(const TrendsAnswer &answer);
QString previousText(const TrendsAnswer &answer);
QVector<StaffNumbers> shownStaff(const TrendsAnswer &answer, const View &view); // in the chart's order
QVector<TicketGroup> messagesBefore(const TrendsAnswer &answer);
QVector<int> weekdays(const TrendsAnswer &answer); // rows of the heatmap below the staff's; Monday = 0

struct Explanation
{
    QString title;
    QString text; // definition, n, what was left out and why
    TicketSet show;
};
Explanation explanation(Chart chart, const TrendsAnswer &answer, const View &view);

// The line above the charts.
struct Figure
{
    QString name; // "trendsOpened": object name of its button
    QString text; // "312 opened (9 % more)"
    QString spoken;
    Explanation explanation;
};
QVector<Figure> figures(const TrendsAnswer &answer);
QString gapsText(const TrendsAnswer &answer);
QString pictureCaption(const TrendsQuestion &question, Window window);
bool nothingHappened(const TrendsAnswer &answer); // in this period and category

} // namespace TrendsFigures
