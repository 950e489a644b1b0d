// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/summarycard.h"

#include "bot/base/format.h"
#include "bot/commands/replies.h"
#include "bot/notices/noticecards.h"

using namespace Qt::Literals::StringLiterals;

namespace SummaryCard {
namespace {

using Format::TimeStyle;

constexpr qsizetype LinesShown = 8;
constexpr qsizetype WaitingShown = 5;
constexpr qint64 SoonMs = 5 * MinuteMs; // what ended so lately ends now

Replies::Statistics statisticsOf(const Values &in)
{
    Replies::Statistics values;
    values.days = 2; // never shown: the period is told by its own two times
    values.now = in.now;
    values.before = in.before;
    values.targets = in.targets;
    values.timeZone = in.timeZone;
    values.controls = false;
    return values;
}

QString description(const Values &in, const Language &language)
{
    QStringList lines{language.translate("Notices", "%1 to %2", "two times")
                          .arg(Format::discordTime(in.now.window.fromMs, TimeStyle::DateTime),
                               Format::discordTime(in.now.window.toMs, TimeStyle::DateTime))};
    if (in.now.opened == 0)
        lines.append(language.translate("Notices", "No tickets were opened in this time."));
    if (in.now.withoutResponseData > 0)
        lines.append(
            language.translate("Notices", "%1 of %2 tickets have no response time: messages are missing.")
                .arg(Format::count(in.now.withoutResponseData, language.locale()),
                     Format::count(in.now.opened, language.locale())));
    return lines.join(u'\n');
}

QString categoriesText(const Values &in, const Language &language)
{
    QStringList lines;
    for (const CategoryCount &category : in.now.byCategory.mid(0, LinesShown))
        lines.append(language.translate("Notices", "%1: %2 opened, %3 closed", "category, numbers of tickets")
                         .arg(category.name.isEmpty() ? language.translate("Notices", "None", "no category")
                                                      : Discord::escaped(category.name, 60),
                              Format::count(category.opened, language.locale()),
                              Format::count(category.closed, language.locale())));
    if (in.now.byCategory.size() > LinesShown)
        lines.append(language.translate("Notices", "and %n more", "categories",
                                        in.now.byCategory.size() - LinesShown));
    return lines.isEmpty() ? QString(Format::Dash) : lines.join(u'\n');
}

QString staffText(const Values &in, const Language &language)
{
    QStringList lines;
    for (const StaffNumbers &person : in.now.byStaff) {
        if (person.answered == 0 || lines.size() == LinesShown)
            break; // those who answered most come first; who only closed a ticket may be the ticket bot
        lines.append(language
                         .translate("Notices", "%1: %2 answered, median first response %3",
                                    "person, number of tickets, duration")
                         .arg(Replies::userMention(person.user),
                              Format::count(person.answered, language.locale()),
                              Format::duration(person.firstResponse.median, language.locale())));
    }
    return lines.isEmpty() ? QString(Format::Dash) : lines.join(u'\n');
}

QString waitingText(const Values &in, const Language &language)
{
    QStringList lines;
    for (const WaitingTicket &ticket : in.waiting.mid(0, WaitingShown))
        lines.append(language.translate("Notices", "%1 · asked %2", "ticket, 3 days ago")
                         .arg(NoticeCards::ticketText(ticket.ticket, ticket.name, false, language),
                              Format::discordTime(ticket.sinceMs, TimeStyle::Relative)));
    if (in.waiting.size() > WaitingShown)
        lines.append(
            language.translate("Notices", "and %n more", "tickets", in.waiting.size() - WaitingShown));
    return lines.isEmpty() ? language.translate("Notices", "Nobody is waiting.") : lines.join(u'\n');
}

} // namespace

QString title(const SummarySchedule &schedule, const Language &language)
{
    using Every = SummarySchedule::Every;
    switch (schedule.every) {
    case Every::Days:
        if (schedule.step == 1)
            return language.translate("Notices", "Daily ticket summary");
        break;
    case Every::Week:
        return language.translate("Notices", "Weekly ticket summary");
    case Every::Month:
        return language.translate("Notices", "Monthly ticket summary");
    case Every::Hours:
        break;
    }
    return language.translate("Notices", "Ticket summary");
}

QString when(const SummarySchedule &schedule, const Language &language)
{
    using Every = SummarySchedule::Every;
    const QString time = language.locale().toString(schedule.time, u"HH:mm"_s);
    switch (schedule.every) {
    case Every::Hours:
        return schedule.step == 1
            ? language.translate("Notices", "Every hour at minute %1").arg(schedule.time.minute())
            : language.translate("Notices", "Every %n hours", nullptr, schedule.step);
    case Every::Days:
        return schedule.step == 1
            ? language.translate("Notices", "Daily at %1", "%1 is a time").arg(time)
            : language.translate("Notices", "Every %n days at %1", "%1 is a time", schedule.step).arg(time);
    case Every::Week:
        return language.translate("Notices", "%1 at %2", "a weekday, a time")
            .arg(language.locale().standaloneDayName(schedule.weekday), time);
    case Every::Month:
        return language.translate("Notices", "Monthly on day %1 at %2", "a day of the month, a time")
            .arg(schedule.monthDay)
            .arg(time);
    }
    return {};
}

Discord::OutgoingMessage message(const Values &in, const Language &language)
{
    using Content = SummarySchedule::Content;
    // Which choice each Replies::StatisticsField belongs to.
    static constexpr std::array Belongs{Content::Volume,   Content::Volume,   Content::Volume,
                                        Content::Volume,   Content::Response, Content::Response,
                                        Content::Messages, Content::Response};
    static_assert(Belongs.size() == Replies::StatisticsFieldCount);
    Discord::OutgoingMessage message = Replies::statistics(statisticsOf(in), language);
    message.ephemeral = false;
    Discord::Embed &embed = message.embeds.first();
    embed.title = title(in.schedule, language);
    embed.description = description(in, language);
    if (in.postedMs - in.now.window.toMs > SoonMs)
        embed.fields[Replies::OpenNowField].name =
            language.translate("Notices", "Open at the end", "of the period");
    QVector<Discord::Embed::Field> fields;
    for (size_t i = 0; i < size_t(embed.fields.size()); ++i) {
        if (i >= Belongs.size() || in.schedule.contents & Belongs[i])
            fields += embed.fields.at(qsizetype(i));
    }
    if (fields.size() > 0 && size_t(embed.fields.size()) > Belongs.size()) // "Compared with"
        fields.last().value = language.translate("Notices", "the equally long time before");
    embed.fields = fields;
    const auto add = [&](Content content, const QString &name, const QString &value) {
        if (in.schedule.contents & content)
            embed.fields.append({name, value, false});
    };
    add(Content::Categories, language.translate("Notices", "By category"), categoriesText(in, language));
    add(Content::Staff, language.translate("Notices", "By staff member"), staffText(in, language));
    add(Content::Waiting, language.translate("Notices", "Waiting now"), waitingText(in, language));
    return message;
}

ViewId::View viewOf(const SummarySchedule &schedule)
{
    switch (schedule.picture) {
    case SummarySchedule::Picture::Response:
        return ViewId::View::Response;
    case SummarySchedule::Picture::Hours:
        return ViewId::View::Hours;
    case SummarySchedule::Picture::Volume:
        break;
    }
    return ViewId::View::Volume;
}

BucketSize bucketsOf(const Values &in)
{
    return viewOf(in.schedule) == ViewId::View::Hours ? BucketSize::Hour : bucketSizeFor(in.now.window);
}

static QString altText(const Values &in, const Language &language)
{
    const QLocale &locale = language.locale();
    switch (in.schedule.picture) {
    case SummarySchedule::Picture::Response:
        return language
            .translate("Notices", "First response time: on average %1, median %2, of %n ticket(s).", nullptr,
                       in.now.firstResponse.n)
            .arg(Format::duration(in.now.firstResponse.mean, locale),
                 Format::duration(in.now.firstResponse.median, locale));
    case SummarySchedule::Picture::Hours:
        return language.translate("Notices", "When tickets are opened, by weekday and hour: %n ticket(s).",
                                  nullptr, in.now.opened);
    case SummarySchedule::Picture::Volume:
        break;
    }
    return language
        .translate("Notices", "Tickets opened and closed: %1 opened, %2 closed, %3 open at the end.")
        .arg(Format::count(in.now.opened, locale), Format::count(in.now.closed, locale),
             Format::count(in.now.openAtEnd, locale));
}

void addPicture(Discord::OutgoingMessage &message, const Values &in, const QByteArray &png,
                const Language &language)
{
    constexpr auto PictureName = "summary.png"_L1;
    if (png.isEmpty())
        return;
    message.embeds.first().imageAttachment = PictureName;
    message.attachments.append({PictureName, altText(in, language), png, "image/png"});
}

} // namespace SummaryCard
