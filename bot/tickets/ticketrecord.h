// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/ticket.h"

#include <QByteArray>
#include <QSet>

#include <limits>

// How facts become a ticket. Pure; the store calls it inside its transaction, the import and the tests call it too.

// Starts a record from the first fact that names the ticket.
TicketRecord newTicketRecord(GuildId guild, const Fact::Ticket &fact);

// Merges one fact (PROTOCOL S-04, METRICS M-02, M-03, M-26): any order, any repetition, same record. Facts of another
// ticket are a programmer's mistake. Returns whether the record changed.
bool apply(TicketRecord &record, const TicketFact &fact);
// Merges what was learned twice about one message (S-04); returns whether `stored` became better.
bool merge(MessageFact &stored, const MessageFact &incoming);
// Whether the messages have to be folded anew: the lifetime or the requester differ.
bool foldsDifferently(const TicketRecord &before, const TicketRecord &after);

// What a person says about the last close where nothing was detected, or other than that; empty values say nothing. What
// was said by hand before about the same close is replaced. Returns whether the record changed.
struct CloseByHand
{
    UserId closedBy;
    QString closedByName; // as it was shown when it was chosen
    QString reason;
    bool operator==(const CloseByHand &) const = default;
};
CloseByHand closeByHand(const TicketRecord &record); // what was said so far
bool setCloseByHand(TicketRecord &record, const CloseByHand &said);

// Takes back what an import said, so that what was known before and what Discord told since remains. `before`: the record
// as it was, or one with nothing but the id for a ticket that the import brought.
void forgetImport(TicketRecord &record, const TicketRecord &before);

// What the merge needs beyond the plain columns of a ticket row (marks, closeDetails, requesterAtMs, nameAtMs), as text
// for one column; empty when there is nothing. A record loaded without it takes its marks from its spells.
QByteArray packEvidence(const TicketRecord &record);
bool unpackEvidence(const QByteArray &text, TicketRecord &record); // false: not ours; the record is untouched
// Derived as bytes for one column, few and quick to read for statistics over many rows; what staff wrote when is long, wanted by few
// questions, and has a column of its own.
QByteArray packDerived(const Derived &derived);
bool unpackDerived(const QByteArray &bytes, Derived &derived); // leaves staffWrote alone; false: damaged
QByteArray packStaffWrote(const QVector<StaffMessage> &messages);
// A person as both have them among their bytes, to look for before unpacking.
QByteArray packedPerson(UserId user);
// by: of that person alone. False: damaged.
bool unpackStaffWrote(const QByteArray &bytes, QVector<StaffMessage> &messages, UserId by = {});

// Who counts as staff and as requester when messages are folded.
struct FoldRules
{
    QSet<RoleId> supportRoles;
    QSet<UserId> maxUsers; // listed max-permission users count as staff (METRICS M-05)

    bool operator==(const FoldRules &) const = default;
};

// Walks a ticket's messages in the order of their time, then id, and keeps what follows from them. Feed ascending; feeding
// a message that is not newer than the last one returns false, and the caller starts anew with all messages (the result
// is the same for every order of arrival). The record must outlive the fold.
class TicketFold
{
public:
    static constexpr UtcMs NoLimit = std::numeric_limits<UtcMs>::max();

    // Goes on from record.derived.
    explicit TicketFold(const TicketRecord &record);
    // Messages at or after `untilMs` are not known (METRICS M-08): for numbers that end in the past.
    static TicketFold fromScratch(const TicketRecord &record, UtcMs untilMs = NoLimit);

    bool add(const MessageFact &message);
    const Derived &derived() const { return m_derived; }

private:
    void addStaff(const MessageFact &message);
    void addQuestion(UtcMs atMs, bool requester);

    const TicketRecord *m_record;
    UtcMs m_untilMs = NoLimit;
    Derived m_derived;
};

// Whether the ticket was open at that time, as messages see it: an invalid spell has no end (M-03).
bool inLifetime(const TicketRecord &record, UtcMs atMs);
// Whether something happened at or after that time, so that who asks about before has to see the ticket without it (M-08).
bool reachesBeyond(const QVector<Spell> &spells, const Derived &derived, UtcMs toMs);

// The kind a message has now that the roles are known (METRICS M-04, M-05), without the requester's part.
AuthorKind classify(const MessageFact &message, const FoldRules &rules);
