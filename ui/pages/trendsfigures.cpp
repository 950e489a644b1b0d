// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trendsfigures.h"

#include "bot/base/format.h"
#include "bot/base/sidebyside.h"
#include "bot/tickets/localclock.h"
#include "ui/hourswords.h"
#include "ui/livedata.h"
#include "ui/pages/periodfigures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace PeriodFigures;

namespace {

struct TrendsTr
{
    Q_DECLARE_TR_FUNCTIONS(Trends)
};

constexpr int MostCategories = 12;

QString periodName(const TrendsAnswer &a)
{
    return a.question.range.title(a.question.context);
}

QString previousName(const TrendsAnswer &a)
{
    return a.question.range.previousTitle(a.question.context);
}

// The categories as rows of a chart; more than twelve become eleven and "the rest", whose averages are computed from its
// tickets, never from averages.
void chooseCategories(TrendsAnswer &a, const QVector<TicketRow> &rows, const StatisticsOptions &options)
{
    a.categories = a.now.byCategory;
    if (a.categories.size() > MostCategories) {
        a.mergedCategories = int(a.categories.size()) - (MostCategories - 1);
        QSet<QPair<quint64, QString>> shown;
        for (int i = 0; i < MostCategories - 1; ++i)
            shown.insert({a.categories[i].category.value,
                          a.categories[i].category ? QString() : a.categories[i].name});
        QVector<TicketRow> rest;
        for (const TicketRow &row : rows) {
            if (!shown.contains({row.category.value, row.category ? QString() : row.categoryName}))
                rest.append(row);
        }
        for (TicketRow &row : rest) { // one category for all of them
            row.category = ChannelId(1);
            row.categoryName = TrendsTr::tr("%n more", "categories", a.mergedCategories);
        }
        const TicketStatistics sums = statistics(rest, {}, a.window, options);
        a.categories.resize(MostCategories - 1);
        a.categoryTickets = ::categoryTickets(rows, a.window, a.categories);
        a.categories += sums.byCategory;
        a.categoryTickets += ::categoryTickets(rest, a.window, sums.byCategory);
    } else {
        a.categoryTickets = ::categoryTickets(rows, a.window, a.categories);
    }
    if (!a.before)
        return;
    int known = 0;
    for (int i = 0; i < a.categories.size(); ++i) {
        int opened = 0;
        for (const CategoryCount &one : a.before->byCategory) {
            if (one.category == a.categories[i].category
                && (one.category || one.name == a.categories[i].name))
                opened = one.opened;
        }
        const bool rest = a.mergedCategories > 0 && i + 1 == a.categories.size();
        a.categoriesBefore.append(rest ? a.before->opened - known : opened);
        known += opened;
    }
}

TrendsFigures::Explanation explained(const QString &title, const QStringList &sentences,
                                     const QVector<ChannelId> &tickets, const QString &chip)
{
    return {title, joined(sentences), {tickets, chip}};
}

QString leftOut(int n, const char *text)
{
    return n > 0 ? TrendsTr::tr(text, nullptr, n) : QString();
}

// "9 % more" in brackets; nothing where there is no comparison to make.
QString inBrackets(const TrendsAnswer &a, double now, double before, int n, int nBefore, Format::Words words)
{
    if (!a.before || n < FewTickets || nBefore < FewTickets)
        return {};
    const QString difference = Format::difference(now, before, words);
    return difference.isEmpty() ? QString() : TrendsTr::tr(" (%1)", "a difference").arg(difference);
}

QString fewText(int n)
{
    return n > 0 && n < FewTickets ? TrendsTr::tr(", only %n ticket(s)", nullptr, n) : QString();
}

// Where durations are beside the point it is said only when they are not what one expects.
QString workingClock(const TrendsAnswer &a)
{
    return a.question.hours.isSet() ? HoursWords::clock(a.question.hours) : QString();
}

QString attainment(int within, int n, std::optional<qint64> target)
{
    if (n == 0)
        return {};
    const QString share = Format::percent(double(within) / n);
    return target ? TrendsTr::tr("%1 were answered within the target of %2 (%3 of %4).")
                        .arg(share, Format::elapsed(*target), Format::count(within), Format::count(n))
                  : TrendsTr::tr("%1 were answered within the target of their category (%2 of %3).")
                        .arg(share, Format::count(within), Format::count(n));
}

QString resolutionAttainment(const TicketStatistics &s, std::optional<qint64> target)
{
    if (s.resolution.n == 0)
        return {};
    const QString share = Format::percent(double(s.resolvedInTarget) / s.resolution.n);
    return target
        ? TrendsTr::tr("%1 were closed within the target of %2.").arg(share, Format::elapsed(*target))
        : TrendsTr::tr("%1 were closed within the target of their category.").arg(share);
}

} // namespace

TrendsQuestion TrendsQuestion::of(const LiveData &live)
{
    TrendsQuestion question;
    question.server = live.server();
    question.category = live.category();
    question.range = live.range();
    question.context = live.rangeContext();
    question.compare = live.compare();
    question.targets = live.config().targets();
    question.serverName = live.serverName();
    question.categoryName = live.categoryName();
    return question;
}

std::optional<qint64> TrendsQuestion::firstResponseTarget() const
{
    return targets.firstResponseOf(category.all, category.id);
}

std::optional<qint64> TrendsQuestion::resolutionTarget() const
{
    return targets.resolutionOf(category.all, category.id);
}

StatisticsOptions TrendsQuestion::options(const QVector<TicketRow> &rows, Window window) const
{
    StatisticsOptions options;
    options.targets = targets;
    options.nowMs = context.nowMs;
    options.clock = clockFor(rows, window.toMs, hours);
    return options;
}

Window TrendsQuestion::windowAt(const Reader &reader, UtcMs nowMs)
{
    context.nowMs = nowMs;
    context.recordingBeganMs = reader.firstOpenedMs(server);
    return range.window(context);
}

StaffHours readStaffHours(const Reader &reader, TrendsQuestion question, UtcMs nowMs)
{
    const Window window = question.windowAt(reader, nowMs);
    return reader.staffHours(question.server, question.category, window, question.context.zone);
}

TrendsAnswer TrendsAnswer::read(const Reader &reader, TrendsQuestion question, UtcMs nowMs)
{
    TrendsAnswer a;
    a.window = question.windowAt(reader, nowMs);
    a.question = question;
    a.recordingBeganMs = question.context.recordingBeganMs;
    const GuildId server = question.server;
    const QTimeZone &zone = question.context.zone;
    const Qt::DayOfWeek weekStart = question.context.firstDayOfWeek;
    const BucketSize size = bucketSizeFor(a.window);
    a.gaps = reader.gaps(server, a.window);
    const QVector<TicketRow> rows = reader.ticketRows(server, question.category, a.window);
    const StatisticsOptions options = question.options(rows, a.window);
    const auto count = [&] {
        a.now = statistics(rows, a.gaps, a.window, options);
        a.resolution = resolutionGroups(rows, a.window, options.clock);
        a.messages = messageGroups(rows, a.window);
        a.staffTickets = ::staffTickets(rows, a.window);
    };
    const auto cut = [&] {
        a.buckets = series(rows, a.gaps, a.window, size, zone, weekStart, options.clock);
        a.bucketTickets = ::bucketTickets(rows, bucketsOf(a.window, size, zone, weekStart));
        a.tickets = cohortTickets(rows, a.window, options);
        a.hours = arrivals(rows, a.gaps, a.window, zone, options.clock);
    };
    const auto compare = [&] {
        const std::optional<Window> earlier = periodBefore(a.window, a.recordingBeganMs);
        if (!question.compare || !earlier)
            return;
        const Window before = *earlier;
        const QVector<TicketRow> rowsBefore = reader.ticketRows(server, question.category, before);
        const QVector<CoverageGap> gapsBefore = reader.gaps(server, before);
        const StatisticsOptions then = question.options(rowsBefore, before);
        a.before = statistics(rowsBefore, gapsBefore, before, then);
        a.bucketsBefore = series(rowsBefore, gapsBefore, before, size, zone, weekStart, then.clock);
        a.resolutionBefore = resolutionGroups(rowsBefore, before, then.clock);
        a.messagesBefore = messageGroups(rowsBefore, before);
    };
    sideBySide(count, [&] {
        cut();
        compare();
    });
    chooseCategories(a, rows, options);
    QVector<UserId> users;
    for (const StaffNumbers &person : a.now.byStaff)
        users.append(person.user);
    a.names = reader.names(server, users);
    return a;
}

TrendsFigures::Explanation TrendsFigures::explanation(Chart which, const TrendsAnswer &a, const View &view)
{
    const TicketStatistics &s = a.now;
    const QString period = periodName(a);
    const QString coverage = coverageSentence(s);
    const QString title = which == Arrivals ? heatmap(a, view).title : chart(which, a, view).title;
    int closedAgain = -s.closed;
    for (const Bucket &bucket : a.buckets)
        closedAgain += bucket.closed;
    switch (which) {
    case Opened:
        return explained(
            title,
            {TrendsTr::tr(
                 "Opened counts tickets whose channel was made in that time, %1 in all. Closed counts "
                 "tickets that were closed in it, whenever they were opened, each once: %2 in all.")
                 .arg(Format::count(s.opened), Format::count(s.closed)),
             closedAgain > 0
                 ? TrendsTr::tr("A ticket that was closed more than once counts in the bar of every closing.")
                 : QString(),
             leftOut(s.invalid,
                     QT_TRANSLATE_N_NOOP("Trends",
                                         "Counted as opened only, for their impossible closing time: "
                                         "%n ticket(s).")),
             a.before ? TrendsTr::tr("The thin grey line is what was opened %1.", "%1: \"the 7 days before\"")
                            .arg(previousName(a))
                      : QString(),
             coverage},
            a.tickets.opened, TrendsTr::tr("Opened: %1").arg(period));
    case Backlog:
        return explained(
            title,
            {TrendsTr::tr(
                 "The most tickets that were open at the same time within each step of the chart. At "
                 "the start %1 were open already, at the end %2.")
                 .arg(Format::count(s.openAtStart), Format::count(s.openAtEnd)),
             s.peak.max > 0 ? TrendsTr::tr("The peak was %1, on %2, and lasted %3.")
                                  .arg(peakNumber(s.peak), whenText(s.peak.atMs, a.question.context.zone),
                                       Format::duration(double(s.peak.lastedMs)))
                            : QString(),
             s.peak.min != s.peak.max ? TrendsTr::tr(
                 "It is a range because it is not known exactly when some tickets were closed.")
                                      : QString(),
             coverage},
            {}, {});
    case Response:
        return explained(
            title,
            {TrendsTr::tr("Time from the opening to the first staff message, of tickets opened in that time "
                          "(n = %1). Half of them were answered within the median, nine of ten within the "
                          "90 % line.")
                 .arg(Format::count(s.firstResponse.n)),
             attainment(s.withinTarget, s.firstResponse.n, a.question.firstResponseTarget()),
             HoursWords::clock(a.question.hours),
             leftOut(s.unanswered,
                     QT_TRANSLATE_N_NOOP("Trends", "Left out: %n ticket(s) without a staff reply.")),
             leftOut(s.withoutResponseData,
                     QT_TRANSLATE_N_NOOP("Trends", "Left out: %n ticket(s) whose messages are missing.")),
             coverage},
            a.tickets.answered, TrendsTr::tr("Answered, opened: %1").arg(period));
    case Resolution:
        return explained(
            title,
            {TrendsTr::tr("Time from the opening to the last closing, of tickets closed in the period "
                          "(n = %1). Tickets that are open are left out.")
                 .arg(Format::count(s.resolution.n)),
             resolutionAttainment(s, a.question.resolutionTarget()), HoursWords::clock(a.question.hours),
             leftOut(s.withoutResolutionData,
                     QT_TRANSLATE_N_NOOP("Trends",
                                         "Left out: %n ticket(s) of which it is not known exactly when they "
                                         "were closed.")),
             leftOut(s.invalid,
                     QT_TRANSLATE_N_NOOP("Trends", "Left out: %n ticket(s) with impossible times.")),
             coverage},
            a.tickets.resolved, TrendsTr::tr("Closed: %1").arg(period));
    case Arrivals:
        return explained(
            title,
            {view.heat == StaffReplies ? TrendsTr::tr("Messages of staff by local weekday and hour.")
                 : view.heat == MedianResponse
                 ? TrendsTr::tr("Half of the tickets opened in that hour were answered within these "
                                "minutes (n = %1).")
                       .arg(Format::count(s.firstResponse.n))
                 : TrendsTr::tr("Tickets opened by local weekday and hour (n = %1).")
                       .arg(Format::count(s.opened)),
             view.heat == MedianResponse ? workingClock(a) : QString(),
             TrendsTr::tr("The row on top is the mean number of staff members who wrote in that hour of a "
                          "day. Times in %1. Hours in which the bot was not looking count nowhere.")
                 .arg(QString::fromLatin1(a.question.context.zone.id())),
             coverage},
            a.tickets.opened, TrendsTr::tr("Opened: %1").arg(period));
    case Categories:
        return explained(
            title,
            {TrendsTr::tr("Tickets opened in the period by the category they were opened in "
                          "(n = %1). A renamed category keeps its history.")
                 .arg(Format::count(s.opened)),
             a.before ? TrendsTr::tr("The grey mark is what was opened %1.").arg(previousName(a)) : QString(),
             workingClock(a), coverage},
            a.tickets.opened, TrendsTr::tr("Opened: %1").arg(period));
    case Staff:
        return explained(
            title,
            {TrendsTr::tr("Tickets opened in the period in which this person wrote at least once as staff. A "
                          "ticket counts for everybody who wrote in it. The median is that of the first "
                          "responses this person gave; with fewer than %1 there is none.")
                 .arg(FewTickets),
             workingClock(a), coverage},
            a.tickets.answered, TrendsTr::tr("Answered, opened: %1").arg(period));
    case Messages:
        return explained(
            title,
            {TrendsTr::tr("Messages of people in tickets opened in the period (n = %1): %2 by staff, %3 by "
                          "those who asked, %4 by guests. Bots never count.")
                 .arg(Format::count(s.messagesPerTicket.n), Format::count(s.staffMessages),
                      Format::count(s.requesterMessages), Format::count(s.guestMessages)),
             coverage},
            a.tickets.withMessages, TrendsTr::tr("Opened: %1").arg(period));
    case ChartCount:
        break;
    }
    return {};
}

QVector<TrendsFigures::Figure> TrendsFigures::figures(const TrendsAnswer &a)
{
    const TicketStatistics &s = a.now;
    const View view;
    QVector<Figure> result;
    const auto add = [&](const QString &name, const QString &text, const QString &spoken, Explanation e) {
        result.append({name, text, spoken, std::move(e)});
    };
    // " (9 % more)", and for the ear also than what.
    const auto said = [&](const QString &difference) {
        if (difference.isEmpty())
            return QString();
        const bool same = difference == inBrackets(a, 1, 1, FewTickets, FewTickets, Format::Words::Amount);
        return difference
            + (same ? TrendsTr::tr(" as %1", "follows \"(the same)\"; %1: \"the 7 days before\"")
                    : TrendsTr::tr(" than %1"))
                  .arg(previousName(a));
    };
    const auto amount = [&](int now, int TicketStatistics::*member) {
        const int then = a.before ? (*a.before).*member : 0;
        return inBrackets(a, now, then, now, then, Format::Words::Amount);
    };
    QString text = TrendsTr::tr("%1 opened", "tickets").arg(countText(s.opened, s.observed));
    QString difference = amount(s.opened, &TicketStatistics::opened);
    Explanation opened = explanation(Opened, a, view);
    opened.title = TrendsTr::tr("Opened");
    add(u"trendsOpenedFigure"_s, text + difference, text + said(difference), opened);
    text = TrendsTr::tr("%1 closed", "tickets").arg(countText(s.closed, s.observed));
    difference = amount(s.closed, &TicketStatistics::closed);
    Explanation closed = opened;
    closed.title = TrendsTr::tr("Closed");
    closed.show = {a.tickets.closed, TrendsTr::tr("Closed: %1").arg(periodName(a))};
    add(u"trendsClosedFigure"_s, text + difference, text + said(difference), closed);

    const Average &response = s.firstResponse;
    const auto speed = [&](const Average &now, const Average TicketStatistics::*member) {
        if (!a.before)
            return QString();
        const Average &then = (*a.before).*member;
        return now.median && then.median
            ? inBrackets(a, *now.median, *then.median, now.n, then.n, Format::Words::Speed)
            : QString();
    };
    const std::optional<qint64> target = a.question.firstResponseTarget();
    difference = speed(response, &TicketStatistics::firstResponse);
    text =
        TrendsTr::tr("first response median %1%2%3, target %4", "duration, difference, few tickets, target")
            .arg(Format::duration(response.median), difference, fewText(response.n),
                 HoursWords::target(target));
    QString spoken =
        TrendsTr::tr("First response, median %1%2%3, target %4", "duration, difference, few tickets, target")
            .arg(Format::spokenDuration(response.median), said(difference), fewText(response.n),
                 HoursWords::spokenTarget(target));
    if (response.n >= FewTickets) { // a verdict (M-20)
        const QString met = TrendsTr::tr("met by %1", "share of tickets that were answered within the target")
                                .arg(Format::percent(double(s.withinTarget) / response.n));
        text = TrendsTr::tr("%1, %2", "a sentence goes on").arg(text, met);
        spoken = TrendsTr::tr("%1, %2", "a sentence goes on").arg(spoken, met);
    }
    add(u"trendsResponseFigure"_s, text, spoken, explanation(Response, a, view));
    difference = speed(s.resolution, &TicketStatistics::resolution);
    text = TrendsTr::tr("resolution median %1%2%3", "duration, difference, few tickets")
               .arg(Format::duration(s.resolution.median), difference, fewText(s.resolution.n));
    spoken = TrendsTr::tr("Resolution, median %1%2%3", "duration, difference, few tickets")
                 .arg(Format::spokenDuration(s.resolution.median), said(difference), fewText(s.resolution.n));
    Explanation resolution = explanation(Resolution, a, view);
    resolution.title = TrendsTr::tr("Resolution");
    add(u"trendsResolutionFigure"_s, text, spoken, resolution);
    if (s.rating.n > 0) {
        text = TrendsTr::tr("rating %1 of 5 (n = %2)")
                   .arg(Format::decimal(s.rating.mean), Format::count(s.rating.n));
        result.append({u"trendsRatingFigure"_s, text, text,
                       explained(TrendsTr::tr("Rating"),
                                 {TrendsTr::tr("Mean of the ratings that the ticket bot reported for tickets "
                                               "closed in the period (n = %1). Tickets without a rating are "
                                               "left out.")
                                      .arg(Format::count(s.rating.n))},
                                 a.tickets.rated, TrendsTr::tr("Rated, closed: %1").arg(periodName(a)))});
    }
    if (s.missingMs > 0) {
        text = TrendsTr::tr("%1 missing – why?").arg(Format::duration(double(s.missingMs)));
        QStringList holes;
        for (const ChartSpec::Band &band : bands(a.gaps, a.window))
            holes.append(bandText(band, a.question.context.zone));
        constexpr int Most = 8;
        const QString more = holes.size() > Most
            ? TrendsTr::tr("Not listed: %n earlier time(s).", nullptr, int(holes.size()) - Most)
            : QString();
        holes = holes.mid(qMax<qsizetype>(0, holes.size() - Most));
        result.append(
            {u"trendsMissingFigure"_s, text, text,
             explained(
                 TrendsTr::tr("What is missing"),
                 {TrendsTr::tr("The bot was not looking during these times: %1.").arg(holes.join(u"; "_s)),
                  more,
                  TrendsTr::tr("What happened then is known only as far as it could be read "
                               "afterwards. Nothing is filled in with zeros."),
                  coverageSentence(s)},
                 {}, {})});
    }
    return result;
}

QString TrendsFigures::gapsText(const TrendsAnswer &a)
{
    return PeriodFigures::gapsText(bands(a.gaps, a.window), a.question.context.zone, a.now.observed);
}

QString TrendsFigures::pictureCaption(const TrendsQuestion &question, Window window)
{
    return PeriodFigures::pictureCaption(window, question.context.zone,
                                         question.category.all ? QString() : question.categoryName,
                                         question.serverName);
}

bool TrendsFigures::nothingHappened(const TrendsAnswer &a)
{
    return a.now.opened == 0 && a.now.closed == 0 && a.now.peak.max == 0;
}
