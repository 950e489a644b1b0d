// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/language.h"
#include "bot/discord/outgoing.h"
#include "bot/store/changeset.h"
#include "bot/store/values.h"

#include <QJsonObject>

// What is posted for managers (UX 4.3, "Log cards"): values in, messages out. Pure. Foreign text is escaped here, nothing
// pings, and every text is in the language that is passed: the server's language of posts.
namespace NoticeCards {

using Discord::OutgoingMessage;

// What is not known is said so, in these words.
QString notDetected(const Language &language);
// A link while the channel is there, else its last name.
QString ticketText(ChannelId ticket, const QString &name, bool gone, const Language &language);

// Ticket opened / First reply / Ticket closed / Ticket reopened.
OutgoingMessage ticketEvent(ChangeSet::TicketEvent::Kind kind, UtcMs atMs, const TicketRecord &ticket,
                            const Language &language);

// Several events in one card.
struct Digest
{
    enum class Cause
    {
        Away, // found while catching up
        Late, // could not be posted in time
        Found // what no event told
    } cause = Cause::Away;
    int opened = 0, closed = 0, reopened = 0, firstReplies = 0;
    UtcMs fromMs = 0, toMs = 0; // when we were away; 0 = not known

    bool empty() const { return opened + closed + reopened + firstReplies == 0; }
    void add(ChangeSet::TicketEvent::Kind kind);
    void add(const Digest &other);
    QJsonObject toJson() const;
    static Digest fromJson(const QJsonObject &json);
};
OutgoingMessage digest(const Digest &digest, const Language &language);

// "Back online": kept as numbers, so that it is said in the language of the time of posting.
OutgoingMessage backOnline(UtcMs fromMs, UtcMs toMs, const Language &language);

} // namespace NoticeCards
