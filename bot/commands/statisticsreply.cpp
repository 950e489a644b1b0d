// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "bot/commands/replies.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Replies {
namespace {

using Format::TimeStyle;

constexpr int FewTickets = 5; // M-20: below this, figures but no comparison
constexpr std::array PeriodDays{1, 7, 14, 30, 90, 365};
constexpr qsizetype SelectOptions = 25;

QString periodText(int days, const Language &language)
{
    return days == 1 ? language.translate("Commands", "Last 24 hours")
                     : language.translate("Commands", "Last %n day(s)", nullptr, days);
}

QString onlyTickets(int n, const Language &language)
{
    return language.translate("Commands", "only %n ticket(s)", "a warning that figures rest on few tickets",
                              n);
}

// Categories may have targets of their own: then no single number stands for all of them.
QString answeredInTime(const Statistics &in, const Language &language)
{
    const auto target = in.targets.firstResponseOf(in.category.all, in.category.id);
    return target ? language.translate("Commands", "Answered in %1", "%1 is a duration")
                        .arg(Format::duration(double(*target), language.locale()))
                  : language.translate("Commands", "Answered in time", "within each category's own target");
}

// A figure made of n tickets, and below it what the reader must know about it.
QString withRemarks(const QString &figure, int n, const QStringList &remarks, const Language &language)
{
    QStringList lines{figure};
    if (n > 0 && n < FewTickets)
        lines.append(onlyTickets(n, language));
    return (lines + remarks).join(u'\n');
}

// "avg 6 min · median 4 min", or the dash.
QString averageText(const Average &average, const QStringList &remarks, const Language &language)
{
    QString text(Format::Dash);
    if (average.n > 0)
        text = language.translate("Commands", "avg %1 · median %2", "mean and median of durations")
                   .arg(Format::duration(average.mean, language.locale()),
                        Format::duration(average.median, language.locale()));
    return withRemarks(text, average.n, remarks, language);
}

QString peakText(const Peak &peak, const Language &language)
{
    const QLocale &locale = language.locale();
    if (peak.max == 0)
        return Format::count(0, locale);
    QString number = Format::count(peak.max, locale);
    if (peak.min != peak.max)
        number = Format::count(peak.min, locale) + u'–' + number;
    return language.translate("Commands", "%1 on %2", "a number of tickets on a date")
        .arg(number, Format::discordTime(peak.atMs, TimeStyle::Date));
}

bool comparable(const Statistics &in)
{
    constexpr double WatchedEnough = 0.9; // less and the difference would mostly be the bot's own absence
    return in.now.opened >= FewTickets && in.before.opened >= FewTickets && in.now.observed >= WatchedEnough
        && in.before.observed >= WatchedEnough;
}

QString descriptionText(const Statistics &in, const QString &title, const Language &language)
{
    const TicketStatistics &now = in.now;
    const TimeStyle style = in.days == 1 ? TimeStyle::DateTime : TimeStyle::Date;
    QStringList lines{language.translate("Commands", "%1, %2 to %3", "period, first day, last day")
                          .arg(periodText(in.days, language), Format::discordTime(now.window.fromMs, style),
                               Format::discordTime(now.window.toMs, style))};
    if (now.opened == 0) {
        const QString last = in.lastOpenedMs > 0
            ? language.translate("Commands", "Last one: %1.", "a time: 3 days ago")
                  .arg(Format::discordTime(in.lastOpenedMs, TimeStyle::Relative))
            : language.translate("Commands", "None was recorded before.");
        lines.append(noTickets(in.category, title, in.days, language) + u' ' + last);
    } else if (now.opened < FewTickets) {
        lines.append(onlyTickets(now.opened, language));
    }
    if (now.withoutResponseData > 0) {
        // n of the first response: what is unanswered is known, but it has no time.
        const QString known = Format::count(now.firstResponse.n, language.locale());
        const QString all = Format::count(now.opened, language.locale());
        const QString unknown = Format::count(now.withoutResponseData, language.locale());
        // What could not be read in one channel is no time that the bot was away.
        lines.append(
            now.missingMs < SecondMs
                ? language.translate("Commands", "n = %1 of %2 tickets; %3 without response time")
                      .arg(known, all, unknown)
                : language
                      .translate("Commands",
                                 "n = %1 of %2 tickets; %3 without response time (bot was offline %4)")
                      .arg(known, all, unknown, Format::duration(double(now.missingMs), language.locale())));
    }
    if (in.catchingUp)
        lines.append(language.translate("Commands", "still catching up"));
    return lines.join(u'\n');
}

Discord::ActionRow categoryRow(const Statistics &in, const QString &title, const Language &language)
{
    Discord::Select select;
    select.customId =
        ViewId{ViewId::Action::Category, categoryKey(in.category), in.days, in.view, in.caller}.toString();
    select.placeholder = language.translate("Commands", "Category");
    const QString current = categoryKey(in.category);
    select.options.append({language.translate("Commands", "All categories"), u"all"_s, {}, in.category.all});
    // The shown category is always there, also when it is an old one or the 25th.
    if (!in.category.all)
        select.options.append({Discord::cleaned(title), current, {}, true});
    for (const KnownCategory &category : in.categories) {
        const QString key = categoryKey(category.filter);
        if (category.configured && key != current && select.options.size() < SelectOptions)
            select.options.append({Discord::cleaned(category.name), key, {}, false});
    }
    return {{}, select};
}

Discord::ActionRow periodRow(const Statistics &in, const Language &language)
{
    Discord::Select select;
    select.customId =
        ViewId{ViewId::Action::Period, categoryKey(in.category), in.days, in.view, in.caller}.toString();
    select.placeholder = periodText(in.days, language);
    for (const int days : PeriodDays)
        select.options.append({periodText(days, language), QString::number(days), {}, days == in.days});
    return {{}, select};
}

Discord::ActionRow buttonRow(const Statistics &in, const Language &language)
{
    const QString category = categoryKey(in.category);
    const auto id = [&](ViewId::Action action, ViewId::View view) {
        return ViewId{action, category, in.days, view, in.caller}.toString();
    };
    Discord::ActionRow row;
    if (in.pictures) {
        using View = ViewId::View;
        const auto picture = [&](View view, const QString &label) {
            row.buttons.append(
                {id(ViewId::Action::Show, view), label,
                 view == in.view ? Discord::ButtonStyle::Primary : Discord::ButtonStyle::Secondary,
                 view == in.view});
        };
        picture(View::Volume, language.translate("Commands", "Volume"));
        picture(View::Response, language.translate("Commands", "Response time"));
        picture(View::Hours, language.translate("Commands", "Busy hours"));
    }
    row.buttons.append({id(ViewId::Action::Csv, in.view), language.translate("Commands", "CSV")});
    row.buttons.append(
        {id(ViewId::Action::Post, in.view), language.translate("Commands", "Post in channel")});
    return row;
}

} // namespace

OutgoingMessage statistics(const Statistics &in, const Language &language)
{
    const QLocale &locale = language.locale();
    const TicketStatistics &now = in.now;
    const QString plainTitle = categoryTitle(in.categories, in.category, language);
    const QString title = Discord::escaped(plainTitle, 100);
    const auto count = [&](qint64 n) { return Format::count(n, locale); };

    Discord::Embed embed;
    embed.title = language.translate("Commands", "Ticket statistics: %1", "%1 is a category").arg(title);
    embed.description = descriptionText(in, title, language);

    QString opened = count(now.opened);
    if (comparable(in))
        opened += u" (%1)"_s.arg(Format::signedDifference(now.opened, in.before.opened, locale));
    QStringList unanswered;
    if (now.unanswered > 0)
        unanswered.append(
            language.translate("Commands", "%1 unanswered", "tickets").arg(count(now.unanswered)));
    const Average &messages = now.messagesPerTicket;
    const QString perTicket = messages.n > 0
        ? language.translate("Commands", "%1 per ticket").arg(Format::decimal(messages.mean, 1, locale))
        : QString(Format::Dash);
    const int answered = now.firstResponse.n;
    const QString inTime =
        answered > 0 ? Format::percent(double(now.withinTarget) / answered, locale) : QString(Format::Dash);

    embed.fields = {
        {language.translate("Commands", "Opened"), opened},
        {language.translate("Commands", "Closed"), count(now.closed)},
        {language.translate("Commands", "Open now"),
         now.waitingAtEnd > 0
             ? language
                   .translate("Commands", "%1, %n waiting", "open tickets, of them waiting", now.waitingAtEnd)
                   .arg(count(now.openAtEnd))
             : count(now.openAtEnd)},
        {language.translate("Commands", "Peak concurrent"), peakText(now.peak, language)},
        {language.translate("Commands", "First response"),
         averageText(now.firstResponse, unanswered, language)},
        {language.translate("Commands", "Resolution"), averageText(now.resolution, {}, language)},
        {language.translate("Commands", "Messages"), withRemarks(perTicket, messages.n, {}, language)},
        {answeredInTime(in, language), withRemarks(inTime, answered, {}, language)},
    };
    if (comparable(in))
        embed.fields.append({language.translate("Commands", "Compared with"),
                             in.days == 1
                                 ? language.translate("Commands", "the 24 hours before")
                                 : language.translate("Commands", "the %n day(s) before", nullptr, in.days)});

    QStringList footer{u"Ticket Assistant"_s, QString::fromLatin1(in.timeZone)};
    if (now.observed < 0.99 && now.missingMs >= MinuteMs)
        footer.append(language.translate("Commands", "bot offline %1 in this period", "%1 is a duration")
                          .arg(Format::duration(double(now.missingMs), locale)));
    const auto length = double(now.window.toMs - now.window.fromMs);
    const double unrecorded = (1.0 - now.observed) * length - double(now.missingMs);
    if (unrecorded > 0.01 * length)
        footer.append(
            language.translate("Commands", "nothing recorded for %1 in this period", "%1 is a duration")
                .arg(Format::duration(unrecorded, locale)));
    embed.footer = footer.join(u" · "_s);

    OutgoingMessage message;
    message.ephemeral = true;
    message.embeds = {embed};
    if (in.controls)
        message.rows = {categoryRow(in, plainTitle, language), periodRow(in, language),
                        buttonRow(in, language)};
    return message;
}

QString statisticsAltText(const Statistics &in, const Language &language)
{
    const QString category = categoryTitle(in.categories, in.category, language);
    const QString period = periodText(in.days, language);
    const QLocale &locale = language.locale();
    switch (in.view) {
    case ViewId::View::Response:
        return language
            .translate("Commands", "First response time, %1, %2: on average %3, median %4, of %n ticket(s).",
                       nullptr, in.now.firstResponse.n)
            .arg(category, period, Format::duration(in.now.firstResponse.mean, locale),
                 Format::duration(in.now.firstResponse.median, locale));
    case ViewId::View::Hours:
        return language
            .translate("Commands", "When tickets are opened, by weekday and hour, %1, %2: %n ticket(s).",
                       nullptr, in.now.opened)
            .arg(category, period);
    default:
        return language
            .translate("Commands",
                       "Tickets opened and closed, %1, %2: %3 opened, %4 closed, %5 open at the end.")
            .arg(category, period, Format::count(in.now.opened, locale), Format::count(in.now.closed, locale),
                 Format::count(in.now.openAtEnd, locale));
    }
}

} // namespace Replies
