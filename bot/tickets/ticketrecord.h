// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/ticket.h"

#include <QSet>

// How facts become a ticket. Pure; the store calls it inside its transaction, the import and the tests call it too.

// Starts a record from the first fact that names the ticket.
TicketRecord newTicketRecord(GuildId guild, const Fact::Ticket &fact);

// Merges one fact (PROTOCOL S-04, METRICS M-02, M-03, M-26): any order, any repetition, same record. Facts of another
// ticket are a programmer's mistake. Returns whether the record changed.
bool apply(TicketRecord &record, const TicketFact &fact);

// Who counts as staff and as requester when messages are folded.
struct FoldRules
{
    QSet<RoleId> supportRoles;
    QSet<UserId> maxUsers; // listed max-permission users count as staff (METRICS M-05)
};

// Walks a ticket's messages in order of id and keeps what follows from them. Feed ascending; feeding a message that is
// not newer than the last one returns false, and the caller starts anew with all messages (the result is the same for
// every order of arrival).
class TicketFold
{
public:
    explicit TicketFold(const TicketRecord &record); // lifetime, requester and the fold state kept in record.derived
    static TicketFold fromScratch(const TicketRecord &record);

    bool add(const MessageFact &message);
    const Derived &derived() const { return m_derived; }

private:
    const TicketRecord *m_record;
    Derived m_derived;
};

// The kind a message has now that the roles are known (METRICS M-04, M-05), without the requester's part.
AuthorKind classify(const MessageFact &message, const FoldRules &rules);
