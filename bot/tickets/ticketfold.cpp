// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/ticketrecord.h"

#include <algorithm>
#include <tuple>

bool inLifetime(const TicketRecord &record, UtcMs atMs)
{
    return std::any_of(record.spells.cbegin(), record.spells.cend(), [atMs](const Spell &s) {
        return s.openedAtMs <= atMs && (s.open() || s.invalid() || atMs < s.closedAtMs);
    });
}

bool reachesBeyond(const QVector<Spell> &spells, const Derived &derived, UtcMs toMs)
{
    return derived.lastHumanAtMs >= toMs
        || std::any_of(spells.cbegin(), spells.cend(),
                       [toMs](const Spell &s) { return s.openedAtMs >= toMs || s.closedAtMs >= toMs; });
}

AuthorKind classify(const MessageFact &message, const FoldRules &rules)
{
    switch (message.kind) {
    case AuthorKind::Bot:
    case AuthorKind::Webhook:
    case AuthorKind::System:
        return message.kind;
    case AuthorKind::Requester:
    case AuthorKind::Staff:
    case AuthorKind::Guest:
    case AuthorKind::Unknown:
        break;
    }
    if (message.staffSource == StaffSource::Legacy)
        return message.kind; // imported rows keep what they say (S-04)
    if (rules.maxUsers.contains(message.author))
        return AuthorKind::Staff;
    const bool support = std::any_of(message.roles.cbegin(), message.roles.cend(),
                                     [&rules](RoleId role) { return rules.supportRoles.contains(role); });
    if (support)
        return AuthorKind::Staff;
    return message.staffSource == StaffSource::Unknown ? AuthorKind::Unknown : AuthorKind::Guest;
}

TicketFold::TicketFold(const TicketRecord &record) : m_record(&record), m_derived(record.derived) { }

TicketFold TicketFold::fromScratch(const TicketRecord &record, UtcMs untilMs)
{
    TicketFold fold(record);
    fold.m_untilMs = untilMs;
    fold.m_derived = Derived();
    fold.m_derived.requester = record.requester;
    fold.m_derived.waitingSinceMs = record.openedAtMs;
    return fold;
}

bool TicketFold::add(const MessageFact &message)
{
    Derived &d = m_derived;
    if (std::tuple(message.atMs, message.id) <= std::tuple(d.lastMessageAtMs, d.lastMessage))
        return false;
    if (message.atMs >= m_untilMs)
        return true;
    d.lastMessageAtMs = message.atMs;
    d.lastMessage = message.id;
    if (!inLifetime(*m_record, message.atMs))
        return true;
    switch (message.kind) {
    case AuthorKind::Bot:
    case AuthorKind::Webhook:
    case AuthorKind::System:
        return true;
    case AuthorKind::Staff:
    case AuthorKind::Requester:
    case AuthorKind::Guest:
    case AuthorKind::Unknown:
        break;
    }
    d.lastHumanAtMs = message.atMs;
    // Imported tickets without an opener stay without (M-06); elsewhere the first writer who is not staff is
    // the one.
    const bool imported = m_record->quality == Quality::Legacy || m_record->quality == Quality::Inferred;
    const bool openerStaysUnknown = imported && !m_record->requester;
    if (!d.requester && message.kind == AuthorKind::Guest && !openerStaysUnknown)
        d.requester = message.author;
    if (d.requester && message.author == d.requester) {
        // Also when he or she is staff: nobody responds to the own ticket (M-05).
        ++d.requesterMessages;
        addQuestion(message.atMs, true);
    } else if (message.kind == AuthorKind::Staff) {
        addStaff(message);
    } else if (message.kind == AuthorKind::Unknown) {
        ++d.unknownMessages; // may be staff, may be not: neither asks nor answers (M-29)
    } else {
        ++d.guestMessages;
        addQuestion(message.atMs, openerStaysUnknown);
    }
    return true;
}

void TicketFold::addStaff(const MessageFact &message)
{
    Derived &d = m_derived;
    if (d.staffMessages == 0) {
        d.firstResponseAtMs = message.atMs;
        d.firstResponder = message.author;
    }
    ++d.staffMessages;
    d.staffWrote.append({message.atMs, message.author});
    if (!d.lastWasStaff)
        ++d.staffTurns;
    d.lastWasStaff = true;
    d.lastStaffAtMs = message.atMs;
    d.lastStaff = message.author;
    d.waitingSinceMs = 0;
    if (!d.turns.isEmpty() && d.turns.last().answeredAtMs == 0)
        d.turns.last().answeredAtMs = message.atMs;
    const auto share = std::find_if(d.staff.begin(), d.staff.end(),
                                    [&message](const StaffShare &s) { return s.user == message.author; });
    if (share != d.staff.end())
        ++share->messages;
    else
        d.staff.append({message.author, 1});
}

// Somebody waits for staff: the requester opens a turn, a guest only makes the ticket wait.
void TicketFold::addQuestion(UtcMs atMs, bool requester)
{
    Derived &d = m_derived;
    d.lastWasStaff = false;
    if (d.waitingSinceMs == 0)
        d.waitingSinceMs = atMs;
    if (requester && (d.turns.isEmpty() || d.turns.last().answeredAtMs != 0))
        d.turns.append({atMs, 0});
}
