// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overviewfigures.h"

#include "bot/base/format.h"
#include "bot/base/sidebyside.h"
#include "ui/dates.h"
#include "ui/hourswords.h"
#include "ui/pages/periodfigures.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace PeriodFigures;

namespace {

struct OverviewTr
{
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

using Content = KpiCard::Content;
using Line = KpiCard::Line;
using Tone = KpiCard::Tone;

bool partial(const OverviewAnswer &a)
{
    return a.now.observed < FullyObserved;
}

std::optional<qint64> targetOf(const OverviewAnswer &a)
{
    return a.question.targets.firstResponseOf(a.question.category.all, a.question.category.id);
}

QString previous(const OverviewAnswer &a)
{
    return a.question.range.previousTitle(a.question.context);
}

// "12 % faster" and "than the 7 days before", or why there is no comparison.
void compare(Content &content, const OverviewAnswer &a, std::optional<double> now,
             std::optional<double> before, int n, int nBefore, Format::Words words)
{
    if (n < FewTickets) {
        content.lines.append({OverviewTr::tr("only %n ticket(s)", nullptr, n)});
        return;
    }
    if (!a.before || !now || !before || nBefore < FewTickets)
        return;
    const QString difference = Format::difference(*now, *before, words);
    if (difference.isEmpty())
        return;
    Tone tone = Tone::Plain;
    if (words == Format::Words::Speed && qRound64(*now / *before * 100) != 100)
        tone = *now < *before ? Tone::Good : Tone::Bad;
    content.lines.append({difference, tone});
    const bool same = difference == Format::difference(1, 1, words);
    content.lines.append(
        {same ? OverviewTr::tr("as %1", "follows \"the same\"; %1: \"the 7 days before\"").arg(previous(a))
              : OverviewTr::tr("than %1", "follows \"9 % more\"; %1: \"the 7 days before\"")
                    .arg(previous(a))});
    content.spoken = (same ? OverviewTr::tr("%1, %2 as %3", "number, \"the same\", period")
                           : OverviewTr::tr("%1, %2 than %3", "number, difference, period"))
                         .arg(content.spoken, difference, previous(a));
}

// A card is narrow: the line breaks between two durations, not within one.
QString inOneLine(const std::optional<double> &ms)
{
    return Format::duration(ms).replace(u' ', QChar::Nbsp);
}

Content durationCard(const OverviewAnswer &a, const QString &title, const Average &now,
                     const std::optional<Average> &before)
{
    Content c;
    c.title = title;
    c.value = Format::duration(now.mean);
    c.unit = now.n > 0 ? OverviewTr::tr("average") : QString();
    c.partial = partial(a) && now.n > 0;
    c.spoken = now.n > 0 ? OverviewTr::tr("%1, average %2").arg(title, Format::spokenDuration(now.mean))
                         : OverviewTr::tr("%1: not measured, no ticket counts in this period").arg(title);
    if (now.n == 0) {
        c.lines.append({OverviewTr::tr("no ticket to measure")});
        return c;
    }
    compare(c, a, now.mean, before ? before->mean : std::nullopt, now.n, before ? before->n : 0,
            Format::Words::Speed);
    QString spread = OverviewTr::tr("median %1 · p90 %2").arg(inOneLine(now.median), inOneLine(now.p90));
    spread.replace(u"p90 "_s, u"p90"_s + QChar::Nbsp);
    c.lines.append({spread});
    return c;
}

Content openCard(const OverviewAnswer &a)
{
    Content c;
    c.title = OverviewTr::tr("Open now");
    c.value = Format::count(a.open);
    c.spoken = OverviewTr::tr("Open now: %n ticket(s)", nullptr, a.open);
    const Peak &peak = a.now.peak;
    if (peak.max > 0) {
        const QString when = whenText(peak.atMs, a.question.context.zone);
        c.lines.append(
            {OverviewTr::tr("peak %1", "highest number of tickets open at once").arg(peakNumber(peak))});
        c.lines.append({when});
        c.spoken = OverviewTr::tr("%1, peak concurrent %2 on %3").arg(c.spoken, peakNumber(peak), when);
    } else {
        c.lines.append({OverviewTr::tr("no peak in this period")});
    }
    return c;
}

Content waitingCard(const OverviewAnswer &a)
{
    Content c;
    c.title = OverviewTr::tr("Waiting for us");
    c.value = Format::count(a.waitingCount);
    c.spoken = OverviewTr::tr("Waiting for us: %n ticket(s)", nullptr, a.waitingCount);
    if (a.waitingCount == 0) {
        c.lines.append({OverviewTr::tr("Nobody is waiting."), Tone::Good});
        return c;
    }
    if (!a.waiting.rows.isEmpty()) {
        const qint64 oldest = a.question.waitingAtMs() - a.waiting.rows.first().ticket.derived.waitingSinceMs;
        c.lines.append({OverviewTr::tr("oldest %1", "a waiting time").arg(Format::elapsed(oldest))});
        c.spoken = OverviewTr::tr("%1, oldest %2").arg(c.spoken, Format::spokenElapsed(oldest));
    }
    const QString target = HoursWords::overTarget(targetOf(a));
    if (a.overdue > 0) {
        c.lines.append(
            {OverviewTr::tr("! %1 over %2", "count, target time").arg(Format::count(a.overdue), target),
             Tone::Alert});
        c.spoken = OverviewTr::tr("%1, %n overdue", nullptr, a.overdue).arg(c.spoken);
    } else {
        c.lines.append(
            {OverviewTr::tr("none over %1", "no ticket waits longer than the target time").arg(target)});
    }
    return c;
}

Content openedCard(const OverviewAnswer &a)
{
    Content c;
    c.title = OverviewTr::tr("Opened");
    c.value = countText(a.now.opened, a.now.observed);
    c.partial = partial(a);
    c.spoken = a.now.opened == 0 && a.now.observed <= 0
        ? OverviewTr::tr("Opened: not known")
        : OverviewTr::tr("Opened: %n ticket(s)", nullptr, a.now.opened);
    if (a.before && a.now.opened >= FewTickets && a.before->opened >= FewTickets) {
        compare(c, a, a.now.opened, a.before->opened, a.now.opened, a.before->opened, Format::Words::Amount);
    }
    c.lines.append({OverviewTr::tr("%1 closed", "tickets").arg(countText(a.now.closed, a.now.observed))});
    if (const QString record = OverviewFigures::recordText(a); !record.isEmpty())
        c.lines.append({record, Tone::Good});
    return c;
}

Content messagesCard(const OverviewAnswer &a)
{
    Content c;
    c.title = OverviewTr::tr("Messages");
    c.value = Format::decimal(a.now.messagesPerTicket.mean);
    c.unit = a.now.messagesPerTicket.n > 0 ? OverviewTr::tr("per ticket") : QString();
    c.partial = partial(a) && a.now.messagesPerTicket.n > 0;
    c.spoken = a.now.messagesPerTicket.n > 0
        ? OverviewTr::tr("Messages, %1 per ticket").arg(c.value)
        : OverviewTr::tr("Messages: not measured, no ticket in this period");
    if (a.now.messagesPerTicket.n == 0) {
        c.lines.append({OverviewTr::tr("no ticket to measure")});
        return c;
    }
    compare(c, a, a.now.messagesPerTicket.mean, a.before ? a.before->messagesPerTicket.mean : std::nullopt,
            a.now.messagesPerTicket.n, a.before ? a.before->messagesPerTicket.n : 0, Format::Words::Amount);
    if (a.now.messagesPerTicket.n >= FewTickets)
        c.lines.append({u"n = %1"_s.arg(Format::count(a.now.messagesPerTicket.n))});
    return c;
}

ChartSpec chart(const OverviewAnswer &a)
{
    ChartSpec spec;
    spec.bucket = bucketSizeFor(a.window);
    spec.zone = a.question.context.zone;
    spec.points = chartPoints(a.buckets);
    spec.offline = bands(a.gaps, a.window);
    spec.unit = OverviewTr::tr("tickets");
    spec.emptyText = nothingText(a.now.observed);
    return spec;
}

} // namespace

OverviewAnswer OverviewAnswer::read(const Reader &reader, OverviewQuestion question, UtcMs nowMs)
{
    OverviewAnswer a;
    a.recordingBeganMs = reader.firstOpenedMs(question.server);
    question.context.nowMs = nowMs;
    question.context.recordingBeganMs = a.recordingBeganMs;
    a.question = question;
    a.window = question.range.window(question.context);
    StatisticsOptions options;
    options.targets = question.targets;
    options.nowMs = nowMs;
    const GuildId server = question.server;
    const BucketSize size = bucketSizeFor(a.window);
    a.gaps = reader.gaps(server, a.window);
    const QVector<TicketRow> rows = reader.ticketRows(server, question.category, a.window);
    const QTimeZone &zone = question.context.zone;
    const Qt::DayOfWeek weekStart = question.context.firstDayOfWeek;
    const auto cut = [&] {
        a.buckets = series(rows, a.gaps, a.window, size, zone, weekStart);
        a.bucketTickets = ::bucketTickets(rows, bucketsOf(a.window, size, zone, weekStart));
        a.tickets = cohortTickets(rows, a.window, options);
    };
    const auto compare = [&] {
        const std::optional<Window> earlier = periodBefore(a.window, a.recordingBeganMs);
        if (!question.compare || !earlier)
            return;
        const Window before = *earlier;
        const QVector<TicketRow> rowsBefore = reader.ticketRows(server, question.category, before);
        const QVector<CoverageGap> gapsBefore = reader.gaps(server, before);
        a.before = statistics(rowsBefore, gapsBefore, before, options);
        a.bucketsBefore = series(rowsBefore, gapsBefore, before, size, zone, weekStart);
    };
    sideBySide([&] { a.now = statistics(rows, a.gaps, a.window, options); },
               [&] {
                   cut();
                   compare();
               });

    TicketListFilter filter;
    filter.category = question.category;
    filter.tab = TicketListFilter::Tab::Waiting;
    filter.limit = question.waitingRows;
    a.waiting = reader.tickets(server, filter, question.waitingAtMs(), question.targets);
    a.waitingCount = a.waiting.total;
    TicketListFilter overdue = filter;
    overdue.limit = 1;
    overdue.overdue = true;
    a.overdue = reader.tickets(server, overdue, question.waitingAtMs(), question.targets).total;
    TicketListFilter open;
    open.category = question.category;
    open.limit = 1;
    a.open = reader.tickets(server, open, question.waitingAtMs(), question.targets).total;
    if (a.waitingCount == 0)
        a.lastClosed = OverviewFigures::lastClosed(reader, server, question.category, question.waitingAtMs(),
                                                   question.targets);
    a.team = reader.team(server, question.category);
    QVector<UserId> users;
    for (const StaffNumbers &person : a.team)
        users.append(person.user);
    a.names = reader.names(server, users);
    return a;
}

std::optional<Spell> OverviewFigures::lastClosed(const Reader &reader, GuildId server,
                                                 const CategoryFilter &category, UtcMs nowMs,
                                                 const Targets &targets)
{
    TicketListFilter closed;
    closed.category = category;
    closed.tab = TicketListFilter::Tab::Closed;
    closed.sort = TicketListFilter::Sort::Closed;
    closed.limit = 1;
    const TicketPage page = reader.tickets(server, closed, nowMs, targets);
    return page.rows.isEmpty() ? std::nullopt : std::optional(page.rows.first().ticket.lastSpell());
}

QString OverviewFigures::nobodyWaits(const std::optional<Spell> &lastClosed, const QTimeZone &zone,
                                     UtcMs nowMs)
{
    if (!lastClosed)
        return OverviewTr::tr("Nobody is waiting.");
    return (lastClosed->closeUnseen()
                ? OverviewTr::tr("Nobody is waiting. The last ticket was closed before %1.")
                : OverviewTr::tr("Nobody is waiting. The last ticket was closed on %1."))
        .arg(Dates::dateTime(lastClosed->closedAtMs, zone, nowMs));
}

KpiCard::Content OverviewFigures::card(Card card, const OverviewAnswer &a)
{
    Content content;
    switch (card) {
    case OpenNow:
        content = openCard(a);
        break;
    case WaitingForUs:
        content = waitingCard(a);
        break;
    case Opened:
        content = openedCard(a);
        break;
    case FirstResponse:
        content = durationCard(a, OverviewTr::tr("First response"), a.now.firstResponse,
                               a.before ? std::optional(a.before->firstResponse) : std::nullopt);
        break;
    case Resolution:
        content = durationCard(a, OverviewTr::tr("Resolution"), a.now.resolution,
                               a.before ? std::optional(a.before->resolution) : std::nullopt);
        break;
    case Messages:
        content = messagesCard(a);
        break;
    case CardCount:
        break;
    }
    if (content.partial) {
        content.spoken = OverviewTr::tr("%1. Observed %2 of this period")
                             .arg(content.spoken, Format::percent(a.now.observed));
    }
    return content;
}

QString OverviewFigures::explanation(Card card, const OverviewAnswer &a)
{
    const TicketStatistics &s = a.now;
    switch (card) {
    case OpenNow:
        return joined(
            {OverviewTr::tr(
                 "Tickets that are open at this moment. The peak is the most tickets that were open "
                 "at the same time during the period."),
             s.peak.max > 0
                 ? OverviewTr::tr("The peak lasted %1.").arg(Format::duration(double(s.peak.lastedMs)))
                 : QString(),
             coverageSentence(a.now)});
    case WaitingForUs:
        return OverviewTr::
            tr("Open tickets in which a person waits for staff: since the opening while no staff member has "
               "written, afterwards since the first message of a person after the last staff message. Over "
               "%1 is overdue.")
                .arg(HoursWords::overTarget(targetOf(a)));
    case Opened:
        return joined({OverviewTr::tr(
                           "Tickets whose channel was made during the period. Closed counts the tickets that "
                           "were closed during it, whenever they were opened."),
                       coverageSentence(a.now)});
    case FirstResponse:
        return joined(
            {OverviewTr::tr(
                 "Time from the opening to the first staff message, of tickets opened in the period "
                 "(n = %1).")
                 .arg(Format::count(s.firstResponse.n)),
             s.unanswered > 0 ? OverviewTr::tr("Left out: %n unanswered ticket(s).", nullptr, s.unanswered)
                              : QString(),
             s.withoutResponseData > 0 ? OverviewTr::tr("Left out: %n ticket(s) whose messages are missing.",
                                                        nullptr, s.withoutResponseData)
                                       : QString(),
             coverageSentence(a.now)});
    case Resolution:
        return joined(
            {OverviewTr::tr("Time from the opening to the closing, of tickets closed in the period (n = %1). "
                            "Open tickets are left out.")
                 .arg(Format::count(s.resolution.n)),
             s.invalid > 0
                 ? OverviewTr::tr("Left out: %n ticket(s) with impossible times.", nullptr, s.invalid)
                 : QString(),
             coverageSentence(a.now)});
    case Messages:
        return joined(
            {OverviewTr::tr(
                 "Messages of people per ticket opened in the period (n = %1): %2 by staff, %3 by those "
                 "who asked, %4 by guests. Bots never count.")
                 .arg(Format::count(s.messagesPerTicket.n), Format::count(s.staffMessages),
                      Format::count(s.requesterMessages), Format::count(s.guestMessages)),
             coverageSentence(a.now)});
    case CardCount:
        break;
    }
    return {};
}

TicketSet OverviewFigures::tickets(Card card, const OverviewAnswer &a)
{
    const QString period = a.question.range.title(a.question.context);
    switch (card) {
    case Opened:
        return {a.tickets.opened, OverviewTr::tr("Opened: %1").arg(period)};
    case FirstResponse:
        return {a.tickets.answered, OverviewTr::tr("Answered, opened: %1").arg(period)};
    case Resolution:
        return {a.tickets.resolved, OverviewTr::tr("Closed: %1").arg(period)};
    case Messages:
        return {a.tickets.withMessages, OverviewTr::tr("Opened: %1").arg(period)};
    case OpenNow:
    case WaitingForUs:
    case CardCount:
        break;
    }
    return {};
}

TicketSet OverviewFigures::ticketsAt(Chart chart, const OverviewAnswer &a, int point, int series)
{
    if (point < 0 || point >= a.bucketTickets.size())
        return chart == Chart::Opened ? tickets(Opened, a) : TicketSet();
    const BucketTickets &counted = a.bucketTickets[point];
    const ChartSpec spec = chart == Chart::Opened ? openedChart(a) : backlogChart(a);
    if (chart == Chart::Backlog)
        return {counted.open,
                OverviewTr::tr("Open on %1", "date, time").arg(whenText(counted.peakAtMs, spec.zone))};
    const QString days = daysText(spec, spec.points[point]);
    return series == 1 ? TicketSet{counted.closed, OverviewTr::tr("Closed: %1").arg(days)}
                       : TicketSet{counted.opened, OverviewTr::tr("Opened: %1").arg(days)};
}

TicketSet OverviewFigures::openedBefore(const Reader &reader, const OverviewAnswer &a, int point)
{
    const OverviewQuestion &question = a.question;
    const Window before = a.window.previous();
    const ChartSpec spec = openedChart(a);
    const auto buckets = bucketsOf(before, spec.bucket, spec.zone, question.context.firstDayOfWeek);
    if (point < 0 || point >= buckets.size())
        return {};
    const auto counted =
        bucketTickets(reader.ticketRows(question.server, question.category, before), buckets);
    return {counted[point].opened,
            OverviewTr::tr("Opened: %1").arg(daysText(spec, {buckets[point].fromMs, buckets[point].toMs}))};
}

QString OverviewFigures::recordText(const OverviewAnswer &a)
{
    constexpr int FewestDays = 7; // fewer are no series to be the best of
    if (bucketSizeFor(a.window) != BucketSize::Day || a.buckets.size() < FewestDays
        || a.window.toMs < a.question.context.nowMs)
        return {};
    const int today = a.buckets.last().closed;
    const bool best = std::all_of(a.buckets.cbegin(), a.buckets.cend() - 1,
                                  [today](const Bucket &day) { return day.closed < today; });
    return best && today >= FewTickets ? OverviewTr::tr("%n closed today, the most in a day", nullptr, today)
                                       : QString();
}

ChartSpec OverviewFigures::openedChart(const OverviewAnswer &a)
{
    ChartSpec spec = chart(a);
    spec.title = perBucket(spec.bucket, QT_TRANSLATE_NOOP("Period", "Opened and closed per hour"),
                           QT_TRANSLATE_NOOP("Period", "Opened and closed per day"),
                           QT_TRANSLATE_NOOP("Period", "Opened and closed per week"),
                           QT_TRANSLATE_NOOP("Period", "Opened and closed per month"));
    spec.series.append({OverviewTr::tr("Opened"),
                        chartValues(a.buckets, [](const Bucket &b) { return seen(b, b.opened); })});
    spec.series.append({OverviewTr::tr("Closed"),
                        chartValues(a.buckets, [](const Bucket &b) { return seen(b, b.closed); })});
    spec.series.last().total = a.now.closed; // one that was closed on two days counts on both, but is one
    if (a.before && !a.bucketsBefore.isEmpty()) {
        ChartSpec::Series reference{
            OverviewTr::tr("Opened %1", "%1: \"the 7 days before\"").arg(previous(a)),
            chartValues(a.bucketsBefore, [](const Bucket &b) { return seen(b, b.opened); }),
            ChartSpec::Shape::Steps, true};
        reference.values.resize(spec.points.size(), qQNaN());
        spec.series.append(reference);
        if (a.now.opened >= FewTickets && a.before->opened >= FewTickets) {
            const QString difference =
                Format::difference(a.now.opened, a.before->opened, Format::Words::Amount);
            spec.comparison = (difference == Format::difference(1, 1, Format::Words::Amount)
                                   ? OverviewTr::tr("%1 as %2", "\"the same\", period")
                                   : OverviewTr::tr("%1 than %2", "difference, period"))
                                  .arg(difference, previous(a));
        }
    }
    return spec;
}

ChartSpec OverviewFigures::backlogChart(const OverviewAnswer &a)
{
    ChartSpec spec = chart(a);
    spec.title = perBucket(spec.bucket, QT_TRANSLATE_NOOP("Period", "Open backlog per hour"),
                           QT_TRANSLATE_NOOP("Period", "Open backlog per day"),
                           QT_TRANSLATE_NOOP("Period", "Open backlog per week"),
                           QT_TRANSLATE_NOOP("Period", "Open backlog per month"));
    spec.series.append({OverviewTr::tr("Open at once"),
                        chartValues(a.buckets, [](const Bucket &b) { return seen(b, b.peakOpen); }),
                        ChartSpec::Shape::Steps});
    if (a.now.peak.max > 0)
        spec.peakText = OverviewTr::tr("peak %1").arg(peakNumber(a.now.peak));
    if (a.now.observed > 0)
        spec.emptyText = OverviewTr::tr("Nothing was open in this period.");
    return spec;
}

QString OverviewFigures::openedChartExplanation(const OverviewAnswer &a)
{
    return explanation(Opened, a);
}

QString OverviewFigures::backlogChartExplanation(const OverviewAnswer &a)
{
    return joined(
        {OverviewTr::tr("The most tickets that were open at the same time within each step of the chart."),
         coverageSentence(a.now)});
}

QString OverviewFigures::gapsText(const OverviewAnswer &a)
{
    return PeriodFigures::gapsText(bands(a.gaps, a.window), a.question.context.zone, a.now.observed);
}
