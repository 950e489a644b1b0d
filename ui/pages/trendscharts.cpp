// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "ui/dates.h"
#include "ui/hourswords.h"
#include "ui/pages/periodfigures.h"
#include "ui/pages/trendsfigures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPoint>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace PeriodFigures;

namespace {

struct TrendsChartsTr
{
    Q_DECLARE_TR_FUNCTIONS(Trends)
};

constexpr double Unmeasured = std::numeric_limits<double>::quiet_NaN();
constexpr double CapOfTargets = 3; // higher first responses stand at the top with their number

using Column = ChartSpec::Column;
using Kind = ChartSpec::Column::Kind;
using Shape = ChartSpec::Shape;

double valueOf(const std::optional<double> &value)
{
    return value.value_or(Unmeasured);
}

ChartSpec timeChart(const TrendsAnswer &a)
{
    ChartSpec spec;
    spec.bucket = bucketSizeFor(a.window);
    spec.zone = a.question.context.zone;
    spec.points = chartPoints(a.buckets);
    spec.offline = bands(a.gaps, a.window);
    spec.unit = TrendsChartsTr::tr("tickets");
    spec.emptyText = nothingText(a.now.observed);
    return spec;
}

ChartSpec namedChart(const TrendsAnswer &a, const QString &title, const QString &pointsName,
                     const QStringList &names)
{
    ChartSpec spec;
    spec.title = title;
    spec.bucket = bucketSizeFor(a.window);
    spec.zone = a.question.context.zone;
    spec.pointsName = pointsName;
    spec.pointNames = names;
    spec.points.fill({a.window.fromMs, a.window.toMs}, names.size());
    spec.unit = TrendsChartsTr::tr("tickets");
    spec.emptyText = nothingText(a.now.observed);
    return spec;
}

void addReference(ChartSpec &spec, const TrendsAnswer &a, const QString &name, QVector<double> values,
                  Shape shape, bool dotted = false)
{
    values.resize(spec.points.size(), Unmeasured);
    spec.series.append({TrendsChartsTr::tr("%1 %2", "series, period: \"Opened the 7 days before\"")
                            .arg(name, TrendsFigures::previousText(a)),
                        values, shape, true, dotted});
}

void compareCounts(ChartSpec &spec, const TrendsAnswer &a, double now, double before, int n, int nBefore,
                   Format::Words words)
{
    if (n < FewTickets || nBefore < FewTickets)
        return;
    const QString difference = Format::difference(now, before, words);
    if (difference.isEmpty())
        return;
    spec.comparison = difference == Format::difference(1, 1, words)
        ? TrendsChartsTr::tr("%1 as %2", "\"the same\", period")
              .arg(difference, TrendsFigures::previousText(a))
        : TrendsChartsTr::tr("%1 than %2", "difference, period")
              .arg(difference, TrendsFigures::previousText(a));
}

QVector<double> counts(const QVector<TicketGroup> &groups)
{
    QVector<double> values;
    for (const TicketGroup &group : groups)
        values.append(group.count());
    return values;
}

// The place of a value among groups: 1.5 = between the second and the third.
double placeIn(const QVector<TicketGroup> &groups, double value)
{
    for (int i = 0; i < groups.size(); ++i) {
        const TicketGroup &group = groups[i];
        const double to = group.to > 0 ? group.to : group.from * 2;
        if (value < to || i + 1 == groups.size())
            return i - 0.5 + qBound(0.0, (value - group.from) / (to - group.from), 1.0);
    }
    return 0;
}

void addMarks(ChartSpec &spec, const QVector<TicketGroup> &groups, const Average &average,
              const std::function<QString(double)> &text)
{
    if (average.n < FewTickets)
        return;
    spec.marks.append({placeIn(groups, *average.median),
                       TrendsChartsTr::tr("median %1", "a value").arg(text(*average.median))});
    spec.marks.append({placeIn(groups, *average.p90),
                       TrendsChartsTr::tr("90 % within %1", "a value").arg(text(*average.p90))});
}

ChartSpec openedChart(const TrendsAnswer &a)
{
    ChartSpec spec = timeChart(a);
    spec.title = perBucket(spec.bucket, QT_TRANSLATE_NOOP("Period", "Opened and closed per hour"),
                           QT_TRANSLATE_NOOP("Period", "Opened and closed per day"),
                           QT_TRANSLATE_NOOP("Period", "Opened and closed per week"),
                           QT_TRANSLATE_NOOP("Period", "Opened and closed per month"));
    const QString opened = TrendsChartsTr::tr("Opened");
    spec.series.append({opened, chartValues(a.buckets, [](const Bucket &b) { return seen(b, b.opened); })});
    spec.series.append({TrendsChartsTr::tr("Closed"),
                        chartValues(a.buckets, [](const Bucket &b) { return seen(b, b.closed); })});
    spec.series.last().total = a.now.closed; // one that was closed on two days counts on both, but is one
    if (a.before) {
        addReference(spec, a, opened,
                     chartValues(a.bucketsBefore, [](const Bucket &b) { return seen(b, b.opened); }),
                     Shape::Steps);
        compareCounts(spec, a, a.now.opened, a.before->opened, a.now.opened, a.before->opened,
                      Format::Words::Amount);
    }
    return spec;
}

ChartSpec backlogChart(const TrendsAnswer &a)
{
    ChartSpec spec = timeChart(a);
    spec.title = perBucket(spec.bucket, QT_TRANSLATE_NOOP("Period", "Open backlog per hour"),
                           QT_TRANSLATE_NOOP("Period", "Open backlog per day"),
                           QT_TRANSLATE_NOOP("Period", "Open backlog per week"),
                           QT_TRANSLATE_NOOP("Period", "Open backlog per month"));
    const Peak &peak = a.now.peak;
    if (peak.max > 0) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(peak.atMs, spec.zone).date();
        spec.title = TrendsChartsTr::tr("%1 (peak %2 on %3)", "chart's title, count, date")
                         .arg(spec.title, peakNumber(peak), Dates::shortDay(day));
        spec.peakText = TrendsChartsTr::tr("peak %1").arg(peakNumber(peak));
        if (a.before && a.before->peak.max > 0)
            compareCounts(spec, a, peak.max, a.before->peak.max, a.now.opened, a.before->opened,
                          Format::Words::Level);
        if (!spec.comparison.isEmpty())
            spec.comparison = TrendsChartsTr::tr("Peak %1", "%1: \"9 % higher than the 7 days before\"")
                                  .arg(spec.comparison);
    }
    const QString name = TrendsChartsTr::tr("Open at once");
    spec.series.append(
        {name, chartValues(a.buckets, [](const Bucket &b) { return seen(b, b.peakOpen); }), Shape::Steps});
    if (a.now.openAtStart > 0) {
        spec.startText = TrendsChartsTr::tr("carried over %1", "count").arg(Format::count(a.now.openAtStart));
        spec.startValue = a.now.openAtStart;
    }
    if (a.before)
        addReference(spec, a, name,
                     chartValues(a.bucketsBefore, [](const Bucket &b) { return seen(b, b.peakOpen); }),
                     Shape::Steps, true);
    spec.emptyText = TrendsChartsTr::tr("Nothing was open in this period.");
    return spec;
}

ChartSpec responseChart(const TrendsAnswer &a, const TrendsFigures::View &view)
{
    ChartSpec spec = timeChart(a);
    spec.title = perBucket(spec.bucket, QT_TRANSLATE_NOOP("Period", "First response per hour"),
                           QT_TRANSLATE_NOOP("Period", "First response per day"),
                           QT_TRANSLATE_NOOP("Period", "First response per week"),
                           QT_TRANSLATE_NOOP("Period", "First response per month"));
    spec.durations = true;
    spec.unit.clear();
    const auto line = [&](const QVector<Bucket> &buckets, std::optional<double> Average::*value) {
        return chartValues(buckets, [value](const Bucket &b) { return valueOf(b.firstResponse.*value); });
    };
    spec.series.append({TrendsChartsTr::tr("Median"), line(a.buckets, &Average::median), Shape::Line});
    spec.series.append({TrendsChartsTr::tr("90 % within"), line(a.buckets, &Average::p90), Shape::Line});
    if (view.average)
        spec.series.append({TrendsChartsTr::tr("Average"), line(a.buckets, &Average::mean), Shape::Line});
    if (a.before) {
        addReference(spec, a, TrendsChartsTr::tr("Median"), line(a.bucketsBefore, &Average::median),
                     Shape::Line);
        if (a.now.firstResponse.median && a.before->firstResponse.median)
            compareCounts(spec, a, *a.now.firstResponse.median, *a.before->firstResponse.median,
                          a.now.firstResponse.n, a.before->firstResponse.n, Format::Words::Speed);
    }
    spec.columns.append({TrendsChartsTr::tr("Answered"),
                         chartValues(a.buckets, [](const Bucket &b) { return b.firstResponse.n; }),
                         Kind::Count, TrendsChartsTr::tr("tickets"), true});
    const std::optional<qint64> target = a.question.firstResponseTarget();
    if (target) {
        spec.target = double(*target);
        spec.targetText = TrendsChartsTr::tr("target %1", "duration").arg(Format::elapsed(*target));
    }
    // Where categories have targets of their own no line stands for all; the usual one still says what is far out.
    spec.cap = CapOfTargets * double(target.value_or(a.question.targets.firstResponseMs));
    spec.emptyText = TrendsChartsTr::tr("No ticket opened in this period has a staff reply.");
    if (a.now.firstResponse.n > 0)
        spec.summaryText = TrendsChartsTr::tr("Median %1, 90 % within %2, target %3.")
                               .arg(Format::duration(a.now.firstResponse.median),
                                    Format::duration(a.now.firstResponse.p90), HoursWords::target(target));
    return spec;
}

ChartSpec resolutionChart(const TrendsAnswer &a)
{
    ChartSpec spec =
        namedChart(a, TrendsChartsTr::tr("How long tickets take"), TrendsChartsTr::tr("Resolution"),
                   {TrendsChartsTr::tr("< 15 min"), TrendsChartsTr::tr("15–60 min"),
                    TrendsChartsTr::tr("1–4 h"), TrendsChartsTr::tr("4–12 h"), TrendsChartsTr::tr("12–24 h"),
                    TrendsChartsTr::tr("1–3 d"), TrendsChartsTr::tr("> 3 d")});
    spec.horizontal = true;
    const QString name = TrendsChartsTr::tr("Closed");
    spec.series.append({name, counts(a.resolution)});
    if (a.before) {
        addReference(spec, a, name, counts(a.resolutionBefore), Shape::Steps);
        if (a.now.resolution.median && a.before->resolution.median)
            compareCounts(spec, a, *a.now.resolution.median, *a.before->resolution.median, a.now.resolution.n,
                          a.before->resolution.n, Format::Words::Speed);
    }
    addMarks(spec, a.resolution, a.now.resolution, [](double ms) { return Format::duration(ms); });
    spec.emptyText = TrendsChartsTr::tr("No ticket was closed in this period.");
    spec.summaryText = TrendsChartsTr::tr("%n closed ticket(s).", nullptr, a.now.resolution.n);
    if (a.now.resolution.n > 0)
        spec.summaryText = TrendsChartsTr::tr("%1 Median %2, 90 % within %3.")
                               .arg(spec.summaryText, Format::duration(a.now.resolution.median),
                                    Format::duration(a.now.resolution.p90));
    return spec;
}

ChartSpec categoriesChart(const TrendsAnswer &a)
{
    QStringList names;
    QVector<double> opened, closed, openNow, median, p90, resolution, messages, rating, rated;
    for (int i = 0; i < a.categories.size(); ++i) {
        const CategoryCount &c = a.categories[i];
        names.append(c.name.isEmpty() ? TrendsChartsTr::tr("None", "tickets without a category") : c.name);
        opened.append(c.opened);
        closed.append(c.closed);
        openNow.append(c.openNow);
        median.append(valueOf(c.firstResponse.median));
        p90.append(valueOf(c.firstResponse.p90));
        resolution.append(valueOf(c.resolution.median));
        messages.append(valueOf(a.categoryTickets.value(i).messages.mean));
        rating.append(valueOf(a.categoryTickets.value(i).rating.mean));
        rated.append(a.categoryTickets.value(i).rating.n);
    }
    ChartSpec spec = namedChart(a, TrendsChartsTr::tr("By category"), TrendsChartsTr::tr("Category"), names);
    spec.horizontal = true;
    spec.series.append({TrendsChartsTr::tr("Opened"), opened});
    const QString tickets = TrendsChartsTr::tr("tickets");
    spec.columns = {{TrendsChartsTr::tr("Closed"), closed, Kind::Count, tickets},
                    {TrendsChartsTr::tr("Open now"), openNow, Kind::Count, tickets},
                    {TrendsChartsTr::tr("First response, median"), median, Kind::Duration},
                    {TrendsChartsTr::tr("First response, 90 % within"), p90, Kind::Duration},
                    {TrendsChartsTr::tr("Resolution, median"), resolution, Kind::Duration},
                    {TrendsChartsTr::tr("Messages per ticket"), messages, Kind::Decimal},
                    {TrendsChartsTr::tr("Rating"), rating, Kind::Decimal, TrendsChartsTr::tr("of 5")},
                    {TrendsChartsTr::tr("Rated"), rated, Kind::Count, tickets}};
    if (!a.categoriesBefore.isEmpty()) {
        QVector<double> before;
        for (const int count : a.categoriesBefore)
            before.append(count);
        addReference(spec, a, TrendsChartsTr::tr("Opened"), before, Shape::Steps);
    }
    return spec;
}

QString personName(const TrendsAnswer &a, UserId user)
{
    return a.names.value(user, user.toString());
}

ChartSpec staffChart(const TrendsAnswer &a, const TrendsFigures::View &view)
{
    QStringList names, notes;
    QVector<double> answered, first, median, messages, before;
    QVector<bool> weak;
    const QVector<StaffNumbers> people = shownStaff(a, view);
    for (const StaffNumbers &person : people) {
        names.append(personName(a, person.user));
        answered.append(person.answered);
        first.append(person.firstResponses);
        const bool few = person.firstResponse.n < FewTickets;
        median.append(few ? Unmeasured : valueOf(person.firstResponse.median));
        messages.append(person.messages);
        weak.append(person.answered < FewTickets);
        notes.append(weak.last() ? TrendsChartsTr::tr("only %n ticket(s)", nullptr, person.answered)
                         : few   ? QString()
                                 : TrendsChartsTr::tr("median %1", "a value")
                                     .arg(Format::duration(person.firstResponse.median)));
        if (a.before) {
            const auto &then = a.before->byStaff;
            const auto same =
                std::find_if(then.begin(), then.end(), [&](const auto &p) { return p.user == person.user; });
            before.append(same == then.end() ? 0 : same->answered);
        }
    }
    ChartSpec spec =
        namedChart(a, TrendsChartsTr::tr("By staff member"), TrendsChartsTr::tr("Staff member"), names);
    spec.horizontal = true;
    spec.series.append({TrendsChartsTr::tr("Answered"), answered});
    spec.pointNotes = notes;
    spec.weak = weak;
    spec.columns = {
        {TrendsChartsTr::tr("First responses"), first, Kind::Count, TrendsChartsTr::tr("tickets")},
        {TrendsChartsTr::tr("First response, median"), median, Kind::Duration},
        {TrendsChartsTr::tr("Messages"), messages, Kind::Count}};
    if (a.before)
        addReference(spec, a, TrendsChartsTr::tr("Answered"), before, Shape::Steps);
    spec.summaryText = TrendsChartsTr::tr("%n staff member(s) answered.", nullptr, int(people.size()));
    spec.emptyText = TrendsChartsTr::tr("No staff member wrote in a ticket opened in this period.");
    return spec;
}

QString messagesName(const TicketGroup &group)
{
    if (group.from == 0)
        return TrendsChartsTr::tr("none", "messages in a ticket");
    return group.to > 0 ? TrendsChartsTr::tr("%1–%2", "from, to")
                              .arg(Format::count(qint64(group.from)), Format::count(qint64(group.to) - 1))
                        : TrendsChartsTr::tr("> %1").arg(Format::count(qint64(group.from) - 1));
}

ChartSpec messagesChart(const TrendsAnswer &a)
{
    QStringList names;
    QVector<double> staff, others;
    for (const TicketGroup &group : a.messages) {
        names.append(messagesName(group));
        staff.append(group.staffMessages);
        others.append(group.otherMessages);
    }
    ChartSpec spec =
        namedChart(a, TrendsChartsTr::tr("Messages per ticket"), TrendsChartsTr::tr("Messages"), names);
    const QString name = TrendsChartsTr::tr("Tickets");
    spec.series.append({name, counts(a.messages)});
    const QString messages = TrendsChartsTr::tr("messages");
    spec.columns = {{TrendsChartsTr::tr("By staff"), staff, Kind::Count, messages},
                    {TrendsChartsTr::tr("By others"), others, Kind::Count, messages}};
    if (a.before) {
        addReference(spec, a, name, counts(TrendsFigures::messagesBefore(a)), Shape::Steps);
        if (a.now.messagesPerTicket.mean && a.before->messagesPerTicket.mean)
            compareCounts(spec, a, *a.now.messagesPerTicket.mean, *a.before->messagesPerTicket.mean,
                          a.now.messagesPerTicket.n, a.before->messagesPerTicket.n, Format::Words::Amount);
    }
    const Average &average = a.now.messagesPerTicket;
    if (average.n >= FewTickets)
        spec.marks.append({placeIn(a.messages, *average.median),
                           TrendsChartsTr::tr("median %1", "a value").arg(Format::decimal(average.median))});
    spec.summaryText = TrendsChartsTr::tr("%n ticket(s).", nullptr, average.n);
    if (average.n > 0)
        spec.summaryText =
            TrendsChartsTr::tr("%1 %2 messages per ticket, median %3.")
                .arg(spec.summaryText, Format::decimal(average.mean), Format::decimal(average.median));
    return spec;
}

ChartSpec chartOf(TrendsFigures::Chart which, const TrendsAnswer &a, const TrendsFigures::View &view)
{
    switch (which) {
    case TrendsFigures::Opened:
        return openedChart(a);
    case TrendsFigures::Backlog:
        return backlogChart(a);
    case TrendsFigures::Response:
        return responseChart(a, view);
    case TrendsFigures::Resolution:
        return resolutionChart(a);
    case TrendsFigures::Categories:
        return categoriesChart(a);
    case TrendsFigures::Staff:
        return staffChart(a, view);
    case TrendsFigures::Messages:
        return messagesChart(a);
    case TrendsFigures::Arrivals:
    case TrendsFigures::ChartCount:
        break;
    }
    return {};
}

QString hourText(int hour)
{
    return Dates::time(QTime(hour % 24, 0));
}

} // namespace

QString TrendsFigures::periodText(const TrendsAnswer &a)
{
    return a.question.range.title(a.question.context);
}

QString TrendsFigures::previousText(const TrendsAnswer &a)
{
    return a.question.range.previousTitle(a.question.context);
}

// The people of the chart in the order it shows them.
QVector<StaffNumbers> TrendsFigures::shownStaff(const TrendsAnswer &a, const TrendsFigures::View &view)
{
    QVector<StaffNumbers> people;
    for (const StaffNumbers &person : a.now.byStaff) {
        if (person.answered > 0)
            people.append(person);
    }
    if (view.staffByName)
        std::stable_sort(people.begin(), people.end(), [&](const auto &x, const auto &y) {
            return QString::localeAwareCompare(a.names.value(x.user), a.names.value(y.user)) < 0;
        });
    return people;
}

// The group without a message is only there when one is needed.
QVector<TicketGroup> TrendsFigures::messagesBefore(const TrendsAnswer &a)
{
    QVector<TicketGroup> groups = a.messagesBefore;
    if (groups.size() > a.messages.size())
        groups.removeFirst();
    else if (groups.size() < a.messages.size())
        groups.prepend({});
    return groups;
}

// Rows of the heatmap: staff on top, then the week as the locale begins it.
QVector<int> TrendsFigures::weekdays(const TrendsAnswer &a)
{
    QVector<int> days;
    for (int i = 0; i < 7; ++i)
        days.append((int(a.question.context.firstDayOfWeek) - 1 + i) % 7);
    return days;
}

ChartSpec TrendsFigures::chart(Chart which, const TrendsAnswer &a, const View &view)
{
    ChartSpec spec = chartOf(which, a, view);
    if (a.now.observed > 0)
        return spec;
    spec.emptyText = nothingText(0); // whatever it would show, nobody looked
    if (spec.horizontal) {
        for (ChartSpec::Series &series : spec.series)
            series.values.fill(Unmeasured);
    }
    return spec;
}

HeatSpec TrendsFigures::heatmap(const TrendsAnswer &a, const View &view)
{
    HeatSpec spec;
    spec.title = TrendsChartsTr::tr("When tickets arrive, and staff active");
    spec.rowsName = TrendsChartsTr::tr("Day");
    spec.unit = view.heat == StaffReplies ? HeatSpec::Unit::Messages : HeatSpec::Unit::Tickets;
    spec.emptyText = nothingText(a.now.observed);
    const int width = 24 / view.heatColumns; // hours per column
    for (int c = 0; c < view.heatColumns; ++c) {
        const int hour = c * width;
        spec.columns.append(u"%1"_s.arg(hour, 2, 10, QChar(u'0')));
        spec.spokenColumns.append(
            width == 1 ? hourText(hour)
                       : TrendsChartsTr::tr("%1 to %2", "hours").arg(hourText(hour), hourText(hour + width)));
    }
    HeatSpec::Row active{TrendsChartsTr::tr("Staff active"), {}, HeatSpec::Kind::Decimal, {}, 1};
    for (int c = 0; c < view.heatColumns; ++c) {
        double sum = 0;
        int known = 0;
        for (int hour = c * width; hour < (c + 1) * width; ++hour) {
            if (a.staff && a.staff->active[hour]) {
                sum += *a.staff->active[hour];
                ++known;
            }
        }
        active.values.append(known > 0 ? sum / known : Unmeasured);
    }
    spec.rows.append(active);
    double best = 0;
    QPoint bestAt(-1, -1);
    const auto days = weekdays(a);
    for (const int day : days) {
        HeatSpec::Row row{QLocale().standaloneDayName(day + 1, QLocale::LongFormat), {}};
        row.kind = view.heat == MedianResponse ? HeatSpec::Kind::Minutes : HeatSpec::Kind::Count;
        for (int c = 0; c < view.heatColumns; ++c) {
            double value = 0, occurred = 0;
            QVector<double> responses;
            for (int hour = c * width; hour < (c + 1) * width; ++hour) {
                const HourCell &cell = a.hours.at(day, hour);
                occurred += cell.occurrences;
                responses += cell.responses;
                value += view.heat == StaffReplies ? (a.staff ? a.staff->messages[day][hour] : 0)
                                                   : double(cell.opened.size());
            }
            if (view.heat == MedianResponse)
                value = valueOf(averageOf(responses).median);
            else if ((value == 0 && occurred <= 0) || (view.heat == StaffReplies && !a.staff))
                value = Unmeasured; // such an hour was never observed
            if (value > best) {
                best = value;
                bestAt = {c, int(spec.rows.size())};
            }
            row.values.append(value);
        }
        spec.rows.append(row);
    }
    if (bestAt.x() >= 0)
        spec.summary = TrendsChartsTr::tr("Highest: %1.", "a cell in words")
                           .arg(heatCellWords(spec, bestAt.y(), bestAt.x()));
    return spec;
}

QString TrendsFigures::cellName(const HeatSpec &spec, int row, int column)
{
    return row == 0 ? spec.spokenColumns.value(column)
                    : TrendsChartsTr::tr("%1 %2", "day, hour")
                          .arg(spec.rows.value(row).name, spec.spokenColumns.value(column));
}
