// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statstext.h"

#include "bot/base/csv.h"
#include "bot/base/format.h"

#include <QDateTime>
#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

static double thousandths(double value)
{
    return std::round(value * 1000) / 1000;
}

static QJsonValue secondsOrNull(std::optional<double> ms)
{
    return ms ? QJsonValue(thousandths(*ms / SecondMs)) : QJsonValue(QJsonValue::Null);
}

static QJsonValue figureOrNull(std::optional<double> value)
{
    return value ? QJsonValue(thousandths(*value)) : QJsonValue(QJsonValue::Null);
}

static QJsonObject durationsJson(const Average &average)
{
    return {{u"mean_s"_s, secondsOrNull(average.mean)},
            {u"median_s"_s, secondsOrNull(average.median)},
            {u"p90_s"_s, secondsOrNull(average.p90)},
            {u"n"_s, average.n}};
}

static QString categoryLabel(const CategoryCount &row)
{
    return row.name.isEmpty() ? u"None"_s : row.name;
}

QString isoTime(UtcMs at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    return time.toString(at % SecondMs == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QJsonObject statsJson(const StatsReport &report)
{
    const TicketStatistics &n = report.numbers;
    QJsonObject firstResponse = durationsJson(n.firstResponse);
    firstResponse.insert(u"unanswered"_s, n.unanswered);
    QJsonArray byCategory;
    for (const CategoryCount &row : n.byCategory) {
        byCategory.append(QJsonObject{{u"category"_s, categoryLabel(row)}, {u"opened"_s, row.opened}});
    }
    const QJsonObject peak{
        {u"min"_s, n.peak.min},
        {u"max"_s, n.peak.max},
        {u"at"_s, n.peak.atMs ? QJsonValue(isoTime(n.peak.atMs)) : QJsonValue(QJsonValue::Null)}};
    const QJsonObject messages{{u"mean"_s, figureOrNull(n.messagesPerTicket.mean)},
                               {u"median"_s, figureOrNull(n.messagesPerTicket.median)},
                               {u"total"_s, n.messagesTotal},
                               {u"staff"_s, n.staffMessages},
                               {u"requester"_s, n.requesterMessages},
                               {u"guest"_s, n.guestMessages}};
    return {{u"guild"_s, report.guild.toString()},
            {u"category"_s, report.category},
            {u"from"_s, isoTime(n.window.fromMs)},
            {u"to"_s, isoTime(n.window.toMs)},
            {u"opened"_s, n.opened},
            {u"closed"_s, n.closed},
            {u"open_at_start"_s, n.openAtStart},
            {u"open_at_end"_s, n.openAtEnd},
            {u"peak_concurrent"_s, peak},
            {u"first_response"_s, firstResponse},
            {u"resolution"_s, durationsJson(n.resolution)},
            {u"resolution_opened_cohort"_s, durationsJson(n.resolutionOpenedCohort)},
            {u"messages_per_ticket"_s, messages},
            {u"next_response"_s, durationsJson(n.nextResponse)},
            {u"by_category"_s, byCategory},
            {u"coverage"_s, QJsonObject{{u"observed"_s, thousandths(n.observed)}, {u"gaps"_s, n.gaps}}},
            {u"invalid"_s, n.invalid}};
}

QString statsText(const StatsReport &report)
{
    const TicketStatistics &n = report.numbers;
    const QLocale locale = QLocale::c();
    QString text;
    const auto line = [&text](const QString &name, const QString &value) {
        text += name.leftJustified(26) + value + u'\n';
    };
    const auto durations = [&](const Average &average) {
        if (average.n == 0)
            return QString(Format::Dash);
        return u"%1 (median %2, p90 %3, n = %4)"_s.arg(
            Format::duration(average.mean, locale), Format::duration(average.median, locale),
            Format::duration(average.p90, locale), QString::number(average.n));
    };
    // Where nothing was observed, nothing seen is no zero (M-07).
    const auto count = [&n](int value) {
        return value == 0 && n.observed <= 0 ? QString(Format::Dash) : QString::number(value);
    };
    line(u"Server"_s,
         report.guildName.isEmpty() ? report.guild.toString()
                                    : u"%1 (%2)"_s.arg(report.guildName, report.guild.toString()));
    line(u"Category"_s, report.category);
    line(u"Period"_s, u"%1 to %2"_s.arg(isoTime(n.window.fromMs), isoTime(n.window.toMs)));
    text += u'\n';
    line(u"Tickets opened"_s, count(n.opened));
    line(u"Tickets closed"_s, count(n.closed));
    line(u"Open at start, at end"_s, u"%1, %2"_s.arg(count(n.openAtStart), count(n.openAtEnd)));
    const QString peak =
        n.peak.min == n.peak.max ? count(n.peak.max) : u"%1\u2013%2"_s.arg(n.peak.min).arg(n.peak.max);
    line(u"Most open at once"_s, n.peak.atMs ? u"%1 (%2)"_s.arg(peak, isoTime(n.peak.atMs)) : peak);
    line(u"First response"_s, durations(n.firstResponse));
    line(u"Unanswered"_s, count(n.unanswered));
    line(u"Resolution"_s, durations(n.resolution));
    line(u"Resolution, opened here"_s, durations(n.resolutionOpenedCohort));
    line(u"Next response"_s, durations(n.nextResponse));
    line(u"Messages per ticket"_s,
         u"%1 (%2: staff %3, requester %4, guests %5)"_s.arg(
             Format::decimal(n.messagesPerTicket.mean, 1, locale), count(n.messagesTotal),
             count(n.staffMessages), count(n.requesterMessages), count(n.guestMessages)));
    const QString observed =
        n.missingMs == 0 ? Format::percent(n.observed, locale) : Format::percentBelow(n.observed, locale);
    line(u"Observed"_s, u"%1 of the period, gaps: %2"_s.arg(observed).arg(n.gaps));
    if (n.invalid > 0)
        line(u"Invalid"_s, u"%1 closed before they were opened"_s.arg(n.invalid));
    if (n.firstResponse.n > 0 && n.firstResponse.n < 5)
        text +=
            u"Only %1 tickets with a first response: read the averages with care.\n"_s.arg(n.firstResponse.n);
    if (!n.byCategory.isEmpty()) {
        text += u"\nOpened by category\n"_s;
        for (const CategoryCount &row : n.byCategory)
            line(u"  "_s + categoryLabel(row), QString::number(row.opened));
    }
    return text;
}

QByteArray statsCsv(const StatsReport &report)
{
    CsvWriter csv;
    csv.text(u"figure"_s).text(u"category"_s).text(u"value"_s).endRow();
    // The figures are those of the JSON, named by their path, so that both exports say the same.
    const auto write = [&](const QString &figure, const QString &category, const QJsonValue &value) {
        csv.text(figure).text(category).value(value).endRow();
    };
    const QJsonObject json = statsJson(report);
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it->isObject()) {
            const QJsonObject parts = it->toObject();
            for (auto part = parts.begin(); part != parts.end(); ++part)
                write(it.key() + u'.' + part.key(), report.category, *part);
        } else if (!it->isArray() && it.key() != "category"_L1) {
            write(it.key(), report.category, *it);
        }
    }
    for (const CategoryCount &row : report.numbers.byCategory)
        write(u"opened"_s, categoryLabel(row), row.opened);
    return csv.bytes();
}
