// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/noticecards.h"

#include "bot/base/format.h"
#include "bot/commands/replies.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace NoticeCards {
namespace {

using Event = ChangeSet::TicketEvent::Kind;
using Format::TimeStyle;

constexpr int LongestName = 100;
constexpr int LongestReason = 500;
constexpr int LongestLink = 400;

QString personText(UserId user, const QString &name, const Language &language)
{
    if (user)
        return Replies::userMention(user);
    return name.isEmpty() ? notDetected(language) : Discord::escaped(name, LongestName);
}

// A transcript's address comes from another bot's message: shown as it is where nothing in it can be taken for markdown.
QString linkText(const QString &address, const Language &language)
{
    const QUrl url(address, QUrl::StrictMode);
    const bool harmless =
        url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && address.size() <= LongestLink
        && std::all_of(address.cbegin(), address.cend(), [](QChar c) {
               return c.unicode() > 0x20 && c.unicode() < 0x7F && !u"<>()[]\\`*|\"'"_s.contains(c);
           });
    return harmless ? u'<' + address + u'>' : notDetected(language);
}

QString messagesText(const TicketRecord &ticket, const Language &language)
{
    const Derived &derived = ticket.derived;
    const QLocale &locale = language.locale();
    const int staff = derived.staffMessages;
    const QString text =
        language.translate("Notices", "%1, %2 by staff", "a number of messages, of them by staff")
            .arg(Format::count(derived.humanMessages(), locale), Format::count(staff, locale));
    // PROTOCOL 2.6: what was never seen is a hole, not a zero.
    return ticket.partial() ? text + u'\n' + language.translate("Notices", "some were not seen", "messages")
                            : text;
}

QString resolutionText(const TicketRecord &ticket, UtcMs atMs, const Language &language)
{
    const Spell last = ticket.lastSpell();
    if (last.invalid() || last.closeUnseen())
        return notDetected(language);
    return Format::duration(double(atMs - ticket.openedAtMs), language.locale());
}

void addFirstResponse(Discord::Embed &embed, const TicketRecord &ticket, const Language &language)
{
    const Derived &derived = ticket.derived;
    QString text =
        ticket.partial() ? notDetected(language) : language.translate("Notices", "none", "no first response");
    if (derived.firstResponseAtMs > 0) {
        text = language.translate("Notices", "%1 by %2", "a duration, a person")
                   .arg(Format::duration(double(derived.firstResponseAtMs - ticket.openedAtMs),
                                         language.locale()),
                        personText(derived.firstResponder, {}, language));
    }
    embed.fields.append({language.translate("Notices", "First response"), text});
}

void addClosing(Discord::Embed &embed, const TicketRecord &ticket, UtcMs atMs, const Language &language)
{
    embed.fields.append(
        {language.translate("Notices", "Resolution"), resolutionText(ticket, atMs, language)});
    addFirstResponse(embed, ticket, language);
    embed.fields.append({language.translate("Notices", "Messages"), messagesText(ticket, language)});
    embed.fields.append({language.translate("Notices", "Closed by"),
                         personText(ticket.closedBy, ticket.closedByName, language)});
    embed.fields.append({language.translate("Notices", "Reason"),
                         ticket.closeReason.isEmpty() ? notDetected(language)
                                                      : Discord::escaped(ticket.closeReason, LongestReason)});
    embed.fields.append(
        {language.translate("Notices", "Transcript"),
         ticket.transcriptUrl.isEmpty() ? notDetected(language) : linkText(ticket.transcriptUrl, language)});
}

} // namespace

QString notDetected(const Language &language)
{
    return language.translate("Notices", "not detected");
}

QString ticketText(ChannelId ticket, const QString &name, bool gone, const Language &language)
{
    if (ticket && !gone)
        return u"<#%1>"_s.arg(ticket.toString());
    return name.isEmpty() ? notDetected(language) : u'#' + Discord::escaped(name, LongestName);
}

OutgoingMessage ticketEvent(Event kind, UtcMs atMs, const TicketRecord &ticket, const Language &language)
{
    Discord::Embed embed;
    switch (kind) {
    case Event::Opened:
        embed.title = language.translate("Notices", "Ticket opened");
        break;
    case Event::FirstReply:
        embed.title = language.translate("Notices", "First reply");
        embed.colour = Discord::EmbedColour::Good;
        break;
    case Event::Closed:
        embed.title = language.translate("Notices", "Ticket closed");
        embed.colour = Discord::EmbedColour::Good;
        break;
    case Event::Reopened:
        embed.title = language.translate("Notices", "Ticket reopened");
        embed.colour = Discord::EmbedColour::Caution;
        break;
    }
    embed.fields = {
        {language.translate("Notices", "Ticket"),
         ticketText(ticket.id, ticket.name, ticket.channelGone, language)},
        {language.translate("Notices", "Category"),
         ticket.categoryName.isEmpty() && !ticket.category
             ? language.translate("Notices", "None", "no category")
             : ticket.categoryName.isEmpty() ? notDetected(language)
                                             : Discord::escaped(ticket.categoryName, LongestName)},
        {language.translate("Notices", "Opened by"), personText(ticket.derived.requester, {}, language)},
        {language.translate("Notices", "Time"), Format::discordTime(atMs, TimeStyle::Relative)},
    };
    if (kind == Event::FirstReply) {
        embed.fields.append({language.translate("Notices", "Answered by"),
                             personText(ticket.derived.firstResponder, {}, language)});
        embed.fields.append({language.translate("Notices", "After", "a first reply, after a duration"),
                             Format::duration(double(atMs - ticket.openedAtMs), language.locale())});
    }
    if (kind == Event::Closed)
        addClosing(embed, ticket, atMs, language);
    OutgoingMessage message;
    message.embeds = {embed};
    return message;
}

// -- several in one
// -------------------------------------------------------------------------------------------------------

void Digest::add(Event kind)
{
    (kind == Event::Opened         ? opened
         : kind == Event::Closed   ? closed
         : kind == Event::Reopened ? reopened
                                   : firstReplies) += 1;
}

void Digest::add(const Digest &other)
{
    opened += other.opened;
    closed += other.closed;
    reopened += other.reopened;
    firstReplies += other.firstReplies;
    if (other.fromMs > 0 && (fromMs == 0 || other.fromMs < fromMs))
        fromMs = other.fromMs;
    toMs = std::max(toMs, other.toMs);
}

QJsonObject Digest::toJson() const
{
    return {{u"cause"_s, int(cause)},
            {u"opened"_s, opened},
            {u"closed"_s, closed},
            {u"reopened"_s, reopened},
            {u"first_replies"_s, firstReplies},
            {u"from"_s, fromMs},
            {u"to"_s, toMs}};
}

Digest Digest::fromJson(const QJsonObject &json)
{
    Digest digest;
    digest.cause = Cause(std::clamp(json.value("cause"_L1).toInt(), 0, int(Cause::Found)));
    digest.opened = json.value("opened"_L1).toInt();
    digest.closed = json.value("closed"_L1).toInt();
    digest.reopened = json.value("reopened"_L1).toInt();
    digest.firstReplies = json.value("first_replies"_L1).toInt();
    digest.fromMs = json.value("from"_L1).toInteger();
    digest.toMs = json.value("to"_L1).toInteger();
    return digest;
}

OutgoingMessage digest(const Digest &digest, const Language &language)
{
    QStringList parts;
    if (digest.opened > 0)
        parts.append(language.translate("Notices", "%n opened", "tickets", digest.opened));
    if (digest.reopened > 0)
        parts.append(language.translate("Notices", "%n reopened", "tickets", digest.reopened));
    if (digest.firstReplies > 0)
        parts.append(language.translate("Notices", "%n got a first reply", "tickets", digest.firstReplies));
    if (digest.closed > 0)
        parts.append(language.translate("Notices", "%n closed", "tickets", digest.closed));
    const QString list = parts.join(u", "_s);
    Discord::Embed embed;
    switch (digest.cause) {
    case Digest::Cause::Away:
        embed.title = language.translate("Notices", "While I was away: %1", "12 opened, 9 closed");
        break;
    case Digest::Cause::Late:
        embed.title = language.translate("Notices", "While I could not post here: %1", "12 opened, 9 closed");
        break;
    case Digest::Cause::Found:
        embed.title = language.translate("Notices", "Found by looking again: %1", "12 opened, 9 closed");
        break;
    }
    embed.title = embed.title.arg(list);
    if (digest.fromMs > 0 && digest.toMs - digest.fromMs >= MinuteMs) // both would read the same
        embed.description = language.translate("Notices", "%1 to %2", "two times")
                                .arg(Format::discordTime(digest.fromMs, TimeStyle::DateTime),
                                     Format::discordTime(digest.toMs, TimeStyle::DateTime));
    OutgoingMessage message;
    message.embeds = {embed};
    return message;
}

OutgoingMessage backOnline(UtcMs fromMs, UtcMs toMs, const Language &language)
{
    OutgoingMessage message;
    message.content = language
                          .translate("Notices", "Back online. The bot was disconnected for %1 (%2 to %3).",
                                     "a duration, two times")
                          .arg(Format::duration(double(toMs - fromMs), language.locale()),
                               Format::discordTime(fromMs, TimeStyle::DateTime),
                               Format::discordTime(toMs, TimeStyle::DateTime));
    return message;
}

} // namespace NoticeCards
