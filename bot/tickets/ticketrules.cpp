// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/ticketrules.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace TicketRules {

// Foreign text is cut before any pattern looks at it (TM-19) and before it is kept.
constexpr qsizetype MaxReason = 512;
constexpr qsizetype MaxName = 100;

bool canBeTicket(const Discord::Channel &channel)
{
    switch (channel.type) {
    case Discord::ChannelType::Text:
        return true;
    case Discord::ChannelType::NewsThread:
    case Discord::ChannelType::PublicThread:
    case Discord::ChannelType::PrivateThread:
        return channel.isThread();
    default:
        return false;
    }
}

ChannelId ticketCategory(const GuildView &view, const Discord::Channel &channel)
{
    if (!canBeTicket(channel))
        return {};
    const ChannelId category = view.categoryOf(channel);
    return category && view.isTicketCategory(category) ? category : ChannelId();
}

UtcMs openedAt(const Discord::Channel &channel)
{
    if (channel.thread && channel.thread->createdAtMs > 0)
        return channel.thread->createdAtMs;
    return channel.id.createdAtMs();
}

bool opensTicket(const Discord::Message &first, const GuildConfig &config)
{
    return (first.author.bot && !first.webhook) || config.ticketBots.contains(first.author.id);
}

MessageFact messageFact(const Discord::Message &message, const std::optional<QVector<RoleId>> &roles,
                        StaffSource staffSource, Quality quality, const GuildConfig &config)
{
    constexpr int Default = 0;
    constexpr int Reply = 19;
    MessageFact fact;
    fact.id = message.id;
    fact.ticket = message.channel;
    fact.author = message.author.id;
    fact.quality = quality;
    fact.atMs = message.id.createdAtMs();
    if (message.webhook) {
        fact.kind = AuthorKind::Webhook;
    } else if (message.author.bot) {
        fact.kind = AuthorKind::Bot;
    } else if (message.type != Default && message.type != Reply) {
        fact.kind = AuthorKind::System;
    } else {
        fact.staffSource = roles ? staffSource : StaffSource::Unknown;
        fact.roles = roles.value_or(QVector<RoleId>());
        std::sort(fact.roles.begin(), fact.roles.end());
        fact.kind = classify(fact, {config.supportRoles, config.maxUsers});
    }
    return fact;
}

QVector<UserId> admittedPeople(const Discord::Channel &channel)
{
    QVector<UserId> people;
    for (const Discord::Overwrite &overwrite : channel.overwrites) {
        if (overwrite.member && (overwrite.allow & Discord::Permission::ViewChannel))
            people.append(UserId(overwrite.id));
    }
    std::sort(people.begin(), people.end());
    return people;
}

UserId requesterAmong(const QVector<UserId> &admitted, const GuildView &view)
{
    QVector<UserId> people;
    std::copy_if(admitted.cbegin(), admitted.cend(), std::back_inserter(people),
                 [&view](UserId user) { return !view.isBot(user).value_or(false); });
    if (people.size() <= 1)
        return people.value(0); // staff who open a ticket themselves are its requester too
    // A claim lets staff in beside the requester. Whoever was never seen may be a bot: then nothing is
    // certain.
    const auto isStaff = [&view](UserId user) {
        if (view.config().maxUsers.contains(user))
            return true;
        const auto roles = view.rolesOf(user);
        return roles && std::any_of(roles->cbegin(), roles->cend(), [&view](RoleId role) {
                   return view.config().supportRoles.contains(role);
               });
    };
    people.removeIf(isStaff);
    const bool certain = people.size() == 1 && view.isBot(people.first()) == std::optional(false);
    return certain ? people.first() : UserId();
}

// The only person in a text, by mention or bare id; nobody when it names several.
static UserId onlyPersonIn(const QString &text)
{
    static const QRegularExpression pattern(u"(?<![0-9&#:])[0-9]{17,20}(?![0-9])"_s);
    UserId found;
    auto matches = pattern.globalMatch(text.left(MaxReason));
    while (matches.hasNext()) {
        const UserId user = UserId::fromText(matches.next().capturedView());
        if (found && user != found)
            return {};
        found = user;
    }
    return found;
}

UserId requesterInReason(const QString &reason)
{
    return onlyPersonIn(reason);
}

std::optional<Closer> closerInReason(const QString &reason)
{
    static const QRegularExpression pattern(u"^\\s*ticket\\s+#?([0-9]{1,18})\\s+closed\\s+by\\s+(\\S.*)$"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(reason.left(MaxReason));
    if (!match.hasMatch())
        return {};
    Closer closer;
    closer.ticketNumber = match.capturedView(1).toULongLong();
    closer.name = match.captured(2).trimmed().left(MaxName);
    closer.user = onlyPersonIn(closer.name);
    return closer;
}

static int ratingIn(const QString &value)
{
    const auto stars = value.count(u'\u2B50') + value.count(u'\u2605');
    if (stars > 0)
        return int(std::min<qsizetype>(stars, 5));
    static const QRegularExpression pattern(u"^\\s*([1-5])(?![0-9.,])"_s);
    const auto match = pattern.match(value.left(MaxReason));
    return match.hasMatch() ? match.capturedView(1).toInt() : 0;
}

static UtcMs timeIn(const QString &value)
{
    static const QRegularExpression pattern(u"<t:([0-9]{9,11})(?::[a-zA-Z])?>"_s);
    const auto match = pattern.match(value.left(MaxReason));
    return match.hasMatch() ? match.capturedView(1).toLongLong() * SecondMs : 0;
}

std::optional<ClosingEmbed> closingEmbed(const Discord::ReceivedEmbed &embed)
{
    if (embed.title.trimmed().compare("Ticket Closed"_L1, Qt::CaseInsensitive) != 0)
        return {};
    ClosingEmbed closing;
    for (const Discord::EmbedField &field : embed.fields) {
        // Some bots put an icon before the name of a field.
        const auto is = [name = field.name.trimmed()](QLatin1StringView what) {
            return name.endsWith(what, Qt::CaseInsensitive);
        };
        if (is("Ticket ID"_L1)) {
            static const QRegularExpression digits(u"[0-9]{1,18}"_s);
            closing.ticketNumber = digits.match(field.value.left(MaxReason)).captured();
        } else if (is("Opened By"_L1)) {
            closing.openedBy = onlyPersonIn(field.value);
        } else if (is("Closed By"_L1)) {
            closing.closedBy = onlyPersonIn(field.value);
            if (!closing.closedBy)
                closing.closedByName = meaningfulReason(field.value).left(MaxName);
        } else if (is("Open Time"_L1)) {
            closing.openedAtMs = timeIn(field.value);
        } else if (is("Claimed By"_L1)) {
            closing.claimedBy = onlyPersonIn(field.value);
        } else if (is("Rating"_L1)) {
            closing.rating = ratingIn(field.value);
        } else if (is("Reason"_L1)) {
            closing.reason = meaningfulReason(field.value);
        }
    }
    return closing;
}

QString meaningfulReason(const QString &reason)
{
    QString text = reason.left(MaxReason).trimmed();
    // A value in a code block or in backticks.
    while (text.size() >= 2 && text.startsWith(u'`') && text.endsWith(u'`'))
        text = text.mid(1, text.size() - 2).trimmed();
    static const QStringList nothing = {u"-"_s,
                                        u"n/a"_s,
                                        u"na"_s,
                                        u"none"_s,
                                        u"null"_s,
                                        u"no reason"_s,
                                        u"no reason given"_s,
                                        u"no reason provided"_s,
                                        u"no reason specified"_s,
                                        u"not specified"_s};
    QString plain = text.toLower();
    while (plain.endsWith(u'.'))
        plain.chop(1);
    return nothing.contains(plain) ? QString() : text;
}

bool nameHasNumber(const QString &channelName, const QString &number)
{
    if (number.isEmpty())
        return false;
    static const QRegularExpression pattern(u"(?<![0-9])0*([0-9]+)(?![0-9])"_s);
    const qulonglong wanted = number.toULongLong();
    auto matches = pattern.globalMatch(channelName.left(MaxName));
    while (matches.hasNext()) {
        if (matches.next().capturedView(1).toULongLong() == wanted)
            return true;
    }
    return false;
}

} // namespace TicketRules
