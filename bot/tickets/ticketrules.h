// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/guildview.h"
#include "bot/tickets/ticketrecord.h"

#include <optional>

// The rules of what is a ticket and what other people's words about one mean. Pure functions: no state, no
// clock.
namespace TicketRules {

// A text channel or a thread; panels in forums, voice channels and the like never are tickets.
bool canBeTicket(const Discord::Channel &channel);
// The configured category that a possible ticket stands in, for a thread through its channel; 0 = it is no
// ticket.
ChannelId ticketCategory(const GuildView &view, const Discord::Channel &channel);
// When it opened: a thread says so itself, a channel's id does (METRICS M-01).
UtcMs openedAt(const Discord::Channel &channel);

// Channels that were there before their category was configured count when a bot wrote first.
bool opensTicket(const Discord::Message &first, const GuildConfig &config);

// Who wrote it, as far as the message and the roles tell; the requester is decided by the fold (METRICS
// M-04).
MessageFact messageFact(const Discord::Message &message, const std::optional<QVector<RoleId>> &roles,
                        StaffSource staffSource, Quality quality, const GuildConfig &config);

// People that the channel's own permissions let in (METRICS M-06).
QVector<UserId> admittedPeople(const Discord::Channel &channel);
// The one of them who opened it, if that is certain: bots do not count, nor staff beside somebody who is not
// staff.
UserId requesterAmong(const QVector<UserId> &admitted, const GuildView &view);
// An audit entry's reason names people by mention or id; names in free text are never guessed from.
UserId requesterInReason(const QString &reason);

// "Ticket 12 closed by Ana": what ticket bots write into the audit log. A request to close is no close.
struct Closer
{
    QString name;
    UserId user; // when it is a mention or an id
    quint64 ticketNumber = 0;
};
std::optional<Closer> closerInReason(const QString &reason);

// The embed titled "Ticket Closed" that ticket bots post.
struct ClosingEmbed
{
    QString ticketNumber;
    UserId openedBy;
    UserId closedBy;
    QString closedByName; // when it is no mention
    UtcMs openedAtMs = 0; // 0 = not said
    UserId claimedBy;
    int rating = 0;
    QString reason;
};
std::optional<ClosingEmbed> closingEmbed(const Discord::ReceivedEmbed &embed);

// "none", "n/a", "No reason specified" and the like say nothing.
QString meaningfulReason(const QString &reason);
// Whether a channel's name carries that number as ticket bots write it: "ticket-0012" is 12, "12" is not
// 112's.
bool nameHasNumber(const QString &channelName, const QString &number);

} // namespace TicketRules
