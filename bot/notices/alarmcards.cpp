// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/alarmcards.h"

#include "bot/base/format.h"
#include "bot/commands/replies.h"
#include "bot/notices/noticecards.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace AlarmCards {
namespace {

using Discord::OutgoingMessage;
using Ending = AlarmRow::Ending;
using Format::TimeStyle;

QString ticketLine(const AlarmRow &alarm, const Language &language)
{
    const QString ticket =
        NoticeCards::ticketText(alarm.ticket, alarm.ticketName, alarm.ticketGone, language);
    const QString category = alarm.categoryName.isEmpty()
        ? language.translate("Notices", "None", "no category")
        : Discord::escaped(alarm.categoryName, 60);
    switch (alarm.ending) {
    case Ending::Answered:
        return (
            alarm.answeredBy
                ? language
                      .translate("Notices", "%1 · %2 · answered %3 by %4", "ticket, category, time, person")
                      .arg(ticket, category, Format::discordTime(alarm.endedAtMs, TimeStyle::Relative),
                           Replies::userMention(alarm.answeredBy))
                : language.translate("Notices", "%1 · %2 · answered %3", "ticket, category, time")
                      .arg(ticket, category, Format::discordTime(alarm.endedAtMs, TimeStyle::Relative)));
    case Ending::Closed:
        return language.translate("Notices", "%1 · %2 · closed %3", "ticket, category, time")
            .arg(ticket, category, Format::discordTime(alarm.endedAtMs, TimeStyle::Relative));
    case Ending::Over:
    case Ending::Nothing:
        return language.translate("Notices", "%1 · %2 · no longer watched", "ticket, category")
            .arg(ticket, category);
    case Ending::Open:
        break;
    }
    return language.translate("Notices", "%1 · %2 · asked %3", "ticket, category, 3 days ago")
        .arg(ticket, category, Format::discordTime(alarm.value, TimeStyle::Relative));
}

Discord::Embed overdue(const QVector<AlarmRow> &alarms, int targetSeconds, const Language &language)
{
    QVector<AlarmRow> waiting, over;
    UtcMs lastEnd = 0;
    bool allAnswered = true;
    for (const AlarmRow &alarm : alarms) {
        (alarm.open() ? waiting : over) += alarm;
        lastEnd = std::max(lastEnd, alarm.endedAtMs);
        allAnswered = allAnswered && alarm.ending == Ending::Answered;
    }
    Discord::Embed embed;
    QStringList lines;
    QVector<AlarmRow> shown = waiting;
    if (waiting.isEmpty()) {
        embed.title = allAnswered ? language.translate("Notices", "All answered")
                                  : language.translate("Notices", "Nobody waits any more");
        embed.colour = Discord::EmbedColour::Good;
        lines.append(Format::discordTime(lastEnd, TimeStyle::Relative));
        shown = over;
    } else {
        // Without a number where categories have targets of their own.
        const QString target = targetSeconds > 0
            ? Format::spokenDuration(double(targetSeconds) * double(SecondMs), language.locale())
            : language.translate("Notices", "the target",
                                 "instead of a duration: 3 tickets wait over the target");
        embed.title =
            (waiting.size() == 1 ? language.translate("Notices", "1 ticket waits over %1", "%1 is a duration")
                                 : language.translate("Notices", "%n tickets wait over %1",
                                                      "%1 is a duration", waiting.size()))
                .arg(target);
        embed.colour = Discord::EmbedColour::Danger;
    }
    for (const AlarmRow &alarm : shown.mid(0, LinesShown))
        lines.append(ticketLine(alarm, language));
    if (shown.size() > LinesShown)
        lines.append(language.translate("Notices", "and %n more", "tickets", shown.size() - LinesShown));
    embed.description = lines.join(u'\n');
    return embed;
}

Discord::Embed single(AlarmKind kind, const AlarmRow &alarm, int limit, const Language &language)
{
    const QLocale &locale = language.locale();
    Discord::Embed embed;
    embed.colour = alarm.open() ? Discord::EmbedColour::Danger : Discord::EmbedColour::Good;
    const QString ended =
        alarm.endedAtMs > 0 ? Format::discordTime(alarm.endedAtMs, TimeStyle::Relative) : QString();
    switch (kind) {
    case AlarmKind::TooManyOpen:
        if (alarm.open()) {
            embed.title =
                language.translate("Notices", "%1 tickets are open").arg(Format::count(alarm.value, locale));
            embed.description = language.translate("Notices", "More than %1, since %2.", "a number, a time")
                                    .arg(Format::count(limit, locale),
                                         Format::discordTime(alarm.firedAtMs, TimeStyle::DateTime));
        } else {
            embed.title = language.translate("Notices", "No longer too many open tickets");
            embed.description =
                language.translate("Notices", "It began with %1 and ended %2.", "a number, 3 days ago")
                    .arg(Format::count(alarm.value, locale), ended);
        }
        break;
    case AlarmKind::PeakRecord:
        embed.title = language.translate("Notices", "%n ticket(s) open at once: more than ever before",
                                         nullptr, alarm.value);
        embed.description = Format::discordTime(alarm.firedAtMs, TimeStyle::Relative);
        embed.colour = Discord::EmbedColour::Caution;
        break;
    case AlarmKind::TargetMissed:
        embed.title = alarm.open()
            ? language.translate("Notices", "%1 % of today's first responses came too late")
                  .arg(Format::count(alarm.value, locale))
            : language.translate("Notices", "First responses are within the target again");
        embed.description = alarm.open() ? Format::discordTime(alarm.firedAtMs, TimeStyle::Relative) : ended;
        break;
    default:
        break;
    }
    return embed;
}

class AlarmText
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

} // namespace

OutgoingMessage message(const NoticeRow &notice, const QVector<AlarmRow> &alarms, const Language &language)
{
    OutgoingMessage message;
    QJsonArray parts = notice.details.value("also"_L1).toArray();
    parts.prepend(notice.details);
    for (const QJsonValue &part : std::as_const(parts)) {
        const auto kind = AlarmKind(part["kind"_L1].toInt());
        const int limit = part["limit"_L1].toInt();
        QVector<AlarmRow> mine;
        std::copy_if(alarms.cbegin(), alarms.cend(), std::back_inserter(mine),
                     [kind](const AlarmRow &alarm) { return alarm.kind == kind; });
        if (mine.isEmpty())
            continue;
        // Also in edits, which notify nobody: what was said stays said.
        if (const RoleId role = RoleId::fromJson(part["role"_L1]);
            role && !message.mentionRoles.contains(role))
            message.mentionRoles += role;
        message.embeds += kind == AlarmKind::Overdue ? overdue(mine, limit, language)
                                                     : single(kind, mine.first(), limit, language);
    }
    return message;
}

OutgoingMessage test(const NoticeRow &notice, const Language &language)
{
    AlarmRow alarm;
    alarm.kind = AlarmKind(notice.details.value("kind"_L1).toInt());
    const int limit = notice.details.value("limit"_L1).toInt();
    alarm.firedAtMs = notice.atMs;
    alarm.ticketGone = true;
    alarm.ticketName = u"example"_s;
    alarm.value = alarm.kind == AlarmKind::Overdue ? notice.atMs - limit * SecondMs : limit + 1;
    OutgoingMessage test = message(notice, {alarm}, language);
    test.embeds.first().footer = language.translate("Notices", "This is a test. Nothing has happened.");
    return test;
}

// -- this computer
// --------------------------------------------------------------------------------------------------------

QString desktopKey(GuildId guild, const AlarmRow &alarm)
{
    switch (alarm.kind) {
    case AlarmKind::Overdue:
        return u"overdue-%1"_s.arg(alarm.ticket.value);
    case AlarmKind::Disconnected: // whoever else tells of the connection uses the same word
        return u"disconnected"_s;
    case AlarmKind::DataTrouble:
        return u"data"_s;
    default:
        return u"alarm-%1-%2-%3"_s.arg(guild.value).arg(int(alarm.kind)).arg(alarm.firedAtMs);
    }
}

QString desktopTitle(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::Overdue:
        return AlarmText::tr("A ticket is overdue");
    case AlarmKind::TooManyOpen:
        return AlarmText::tr("Too many tickets are open");
    case AlarmKind::PeakRecord:
        return AlarmText::tr("More tickets open than ever before");
    case AlarmKind::TargetMissed:
        return AlarmText::tr("First responses come too late today");
    case AlarmKind::Disconnected:
        return AlarmText::tr("The bot is disconnected");
    case AlarmKind::DataTrouble:
        return AlarmText::tr("There is a problem with the data");
    }
    return {};
}

QString desktopText(const AlarmRow &alarm, int limit)
{
    const QString value = Format::count(alarm.value);
    switch (alarm.kind) {
    case AlarmKind::TooManyOpen:
        return AlarmText::tr("%1 are open, more than %2.", "tickets").arg(value, Format::count(limit));
    case AlarmKind::PeakRecord:
        return AlarmText::tr("%1 are open at once.", "tickets").arg(value);
    case AlarmKind::TargetMissed:
        return AlarmText::tr("%1 % of today's first responses were later than the target.").arg(value);
    case AlarmKind::Disconnected:
        return AlarmText::tr("For %n minute(s). It goes on trying.", nullptr, limit);
    default:
        return {};
    }
}

QString desktopOverdueText(const QStringList &tickets)
{
    const QString names = tickets.mid(0, LinesShown).join(u", "_s);
    if (tickets.size() == 1)
        return AlarmText::tr("%1 waits longer than the target.").arg(names);
    return tickets.size() > LinesShown
        ? AlarmText::tr("%n tickets wait longer than the target: %1 and more.", nullptr, int(tickets.size()))
              .arg(names)
        : AlarmText::tr("%n tickets wait longer than the target: %1.", nullptr, int(tickets.size()))
              .arg(names);
}

QString desktopTogether(int alarms)
{
    return AlarmText::tr("%n alarms", nullptr, alarms);
}

} // namespace AlarmCards
