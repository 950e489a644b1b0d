// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/tickettracker_p.h"

#include <algorithm>

// What the audit log says about tickets: the best source of times, closers and reasons (METRICS M-02).

namespace TrackerAudit {

constexpr MonoMs PairWithinMs = 60 * SecondMs;

bool withinPair(MonoMs a, MonoMs b)
{
    return std::abs(a - b) <= PairWithinMs;
}

} // namespace TrackerAudit

void TicketTracker::Private::on(const Discord::AuditLogEntryCreate &event, const Moment &now)
{
    auditEntry(event.entry, true, now);
    if (auditLive)
        tell(now, Fact::AuditCheckpoint{event.entry.id});
}

void TicketTracker::Private::auditEntry(const Discord::AuditEntry &entry, bool live, const Moment &now)
{
    const ChannelId channel(entry.target);
    switch (entry.action) {
    case Discord::AuditAction::ChannelCreate:
    case Discord::AuditAction::ChannelUpdate:
    case Discord::AuditAction::ChannelDelete:
    case Discord::AuditAction::ThreadCreate:
    case Discord::AuditAction::ThreadUpdate:
    case Discord::AuditAction::ThreadDelete:
        break;
    case Discord::AuditAction::Other:
        return;
    }
    if (entry.action == Discord::AuditAction::ChannelDelete) {
        // The threads of a deleted channel go with it.
        const QSet<ChannelId> threads = threadsOf.value(channel);
        for (const ChannelId thread : threads) {
            if (Ticket *ticket = find(thread))
                deletionEntry(*ticket, entry, live, now);
        }
    }
    Ticket *ticket = find(channel);
    if (!ticket && live) {
        if (undecided(channel, now.view))
            hold(channel, Discord::AuditLogEntryCreate{guild, entry}, now);
        return;
    }
    if (!ticket && entry.action == Discord::AuditAction::ChannelCreate) {
        // It came and went while nobody looked: a ticket when a ticket bot made it (PROTOCOL 2.4 step 2).
        const bool ticketBot =
            now.view.config().ticketBots.contains(entry.user) || openerBots.contains(entry.user);
        const ChannelId category = entry.newParent.value_or(ChannelId());
        if (!ticketBot || now.view.channel(channel) || notTickets.contains(channel)
            || pending.contains(channel) || (category && !now.view.isTicketCategory(category)))
            return;
        Ticket found;
        found.opening.ticket = channel;
        found.opening.category = category;
        found.opening.categoryName = now.view.config().categoryNames.value(category);
        found.opening.categoryIsFromOpening = bool(category);
        found.opening.name = entry.name;
        found.opening.openedAtMs = channel.createdAtMs();
        found.opening.quality = Quality::Audit;
        addOpening(std::move(found), now);
        ticket = find(channel);
    }
    if (entry.action == Discord::AuditAction::ChannelUpdate) {
        const Discord::Channel *there = now.view.channel(channel);
        const ChannelId from = entry.oldParent.value_or(ChannelId());
        const bool fromTickets = from && now.view.isTicketCategory(from);
        // It came while nobody looked, and stands where closed ones are kept: it moved there out of a ticket category.
        if (!ticket && there && TicketRules::canBeTicket(*there) && fromTickets
            && knownCategories.contains(from) && meaningOf(entry, now.view) == MoveMeaning::Close
            && !notTickets.contains(channel) && !pending.contains(channel)) {
            ticket = &open(*there, from, Quality::Backfilled, false, false, now);
            ticket->unread = true;
        }
        // Entries of creations do not name the category; the first move out of one does.
        if (ticket && ticket->opening.quality == Quality::Audit && !ticket->opening.category && fromTickets) {
            ticket->opening.category = from;
            ticket->opening.categoryName = now.view.config().categoryNames.value(from);
            ticket->opening.categoryIsFromOpening = true;
            tell(now, ticket->opening);
        }
    }
    if (!ticket)
        return;
    switch (entry.action) {
    case Discord::AuditAction::ChannelCreate:
    case Discord::AuditAction::ThreadCreate:
        ticket->creator = entry.user;
        if (now.view.isBot(entry.user).value_or(false))
            setOpenerBot(*ticket, entry.user, now);
        else
            unresolved[entry.user].insert(channel); // whether it is a bot shows when it writes
        if (const UserId user = TicketRules::requesterInReason(entry.reason))
            sayRequester(*ticket, user, RequesterSource::AuditReason, ticket->opening.openedAtMs, now);
        break;
    case Discord::AuditAction::ChannelUpdate:
        moveEntry(*ticket, entry, live, now);
        break;
    case Discord::AuditAction::ThreadUpdate:
        threadEntry(*ticket, entry, now);
        break;
    case Discord::AuditAction::ChannelDelete:
    case Discord::AuditAction::ThreadDelete:
        deletionEntry(*ticket, entry, live, now);
        break;
    case Discord::AuditAction::Other:
        break;
    }
}

void TicketTracker::Private::deletionEntry(Ticket &ticket, const Discord::AuditEntry &entry, bool live,
                                           const Moment &now)
{
    // Found while catching up, what was written last went with the channel.
    const bool messagesLost = !live && !ticket.gone && !ticket.closed;
    close(ticket, EndKind::Deleted, entry.id.createdAtMs(), TimeSource::Audit, now, 0, true, messagesLost);
    sayCloser(ticket, entry, now);
    markGone(ticket);
}

TicketTracker::Private::MoveMeaning TicketTracker::Private::meaningOf(const Discord::AuditEntry &entry,
                                                                      const GuildView &view)
{
    if (!entry.newParent && !entry.oldParent)
        return MoveMeaning::NotNamed;
    const ChannelId to = entry.newParent.value_or(ChannelId());
    const ChannelId from = entry.oldParent.value_or(ChannelId());
    if (view.isClosedCategory(to) && !view.isClosedCategory(from))
        return MoveMeaning::Close;
    if (view.isClosedCategory(from) && view.isTicketCategory(to))
        return MoveMeaning::Reopen;
    return MoveMeaning::Other;
}

void TicketTracker::Private::sayMove(const Ticket &ticket, bool reopen, UtcMs atMs, TimeSource source,
                                     UtcMs eventMs, bool exact, const Moment &now) const
{
    if (reopen) {
        tell(now, Fact::Reopened{ticket.opening.ticket, atMs, source, eventMs, exact});
        return;
    }
    Fact::Closed fact;
    fact.ticket = ticket.opening.ticket;
    fact.kind = EndKind::Moved;
    fact.atMs = atMs;
    fact.source = source;
    fact.eventMs = eventMs;
    fact.exact = exact;
    tell(now, fact);
}

// A move seen live. Its audit entry may be here already, or comes within a minute.
void TicketTracker::Private::moved(Ticket &ticket, const Discord::Channel &channel, const Moment &now)
{
    const bool toClosed = now.view.isClosedCategory(channel.parent);
    const bool closes = toClosed && !ticket.closed;
    const bool reopens = ticket.closed && now.view.isTicketCategory(channel.parent);
    if (!closes && !reopens)
        return; // moving among other categories changes nothing
    LiveMove move{channel.id, now.receivedMs, now.nowMono, reopens, false};
    const MoveMeaning meaning = reopens ? MoveMeaning::Reopen : MoveMeaning::Close;
    WaitingEntry *match = nullptr;
    bool repeated = false;
    for (WaitingEntry &waiting : waitingEntries) {
        if (waiting.entry.target != channel.id.value
            || !TrackerAudit::withinPair(waiting.atMono, now.nowMono))
            continue;
        const bool named = waiting.meaning == meaning;
        if (waiting.used) {
            repeated = repeated || named;
            continue;
        }
        if (named || waiting.meaning == MoveMeaning::NotNamed)
            match = &waiting;
        if (named)
            break;
    }
    // The entry for this move has met its event before: a repeated event, overtaken by the next move. Were it a move of
    // its own, its entry would tell.
    if (repeated && (!match || match->meaning == MoveMeaning::NotNamed))
        return;
    if (match) {
        const bool named = match->meaning != MoveMeaning::NotNamed;
        match->used = true;
        move.paired = named;
        if (!named || match->entry.id.createdAtMs() >= ticket.moveEntryAtMs)
            ticket.closed = closes;
        sayMove(ticket, reopens, match->entry.id.createdAtMs(), TimeSource::Audit, now.receivedMs, named,
                now);
        if (closes && !named)
            sayCloser(ticket, match->entry, now);
    } else {
        ticket.closed = closes;
        sayMove(ticket, reopens, now.receivedMs, TimeSource::Receipt, now.receivedMs, true, now);
    }
    liveMoves.append(move);
}

void TicketTracker::Private::moveEntry(Ticket &ticket, const Discord::AuditEntry &entry, bool live,
                                       const Moment &now)
{
    const MoveMeaning meaning = meaningOf(entry, now.view);
    if (meaning == MoveMeaning::Other)
        return;
    const bool named = meaning != MoveMeaning::NotNamed;
    LiveMove *match = nullptr;
    if (live) {
        const bool repeated = std::any_of(waitingEntries.cbegin(), waitingEntries.cend(),
                                          [&entry](const WaitingEntry &w) { return w.entry.id == entry.id; });
        if (repeated)
            return;
        for (LiveMove &move : liveMoves) {
            const bool fits = !named || move.reopen == (meaning == MoveMeaning::Reopen);
            if (move.channel == ticket.opening.ticket && !move.paired && fits
                && TrackerAudit::withinPair(move.atMono, now.nowMono))
                match = &move;
        }
        waitingEntries.append({entry, now.nowMono, meaning, match != nullptr});
    }
    if (!named && !match)
        return; // says nothing about a category by itself
    const bool reopen = match ? match->reopen : meaning == MoveMeaning::Reopen;
    if (match && named)
        match->paired = true;
    if (named && entry.id.createdAtMs() >= ticket.moveEntryAtMs) {
        ticket.moveEntryAtMs = entry.id.createdAtMs();
        // An event that was there before has set it, and perhaps the next event has changed it again.
        if (!match)
            ticket.closed = !reopen;
    }
    sayMove(ticket, reopen, entry.id.createdAtMs(), TimeSource::Audit, match ? match->receivedMs : 0, named,
            now);
    if (!reopen)
        sayCloser(ticket, entry, now);
}

void TicketTracker::Private::threadEntry(Ticket &ticket, const Discord::AuditEntry &entry, const Moment &now)
{
    if (!entry.archived)
        return;
    const UtcMs at = entry.id.createdAtMs();
    if (!*entry.archived) {
        tell(now, Fact::Reopened{ticket.opening.ticket, at, TimeSource::Audit, 0, true});
        return;
    }
    // Archived by a person is a close; a bot that only archives, without a lock, may be tidying up (M-26).
    const bool byPerson = !now.view.isBot(entry.user).value_or(false);
    if (!byPerson && !entry.locked.value_or(false))
        return;
    close(ticket, EndKind::Archived, at, TimeSource::Audit, now);
    sayCloser(ticket, entry, now);
    if (at + SecondMs >= ticket.threadStateAtMs)
        ticket.closed = true;
}

void TicketTracker::Private::sayCloser(const Ticket &ticket, const Discord::AuditEntry &entry,
                                       const Moment &now)
{
    Fact::CloseDetails details;
    details.ticket = ticket.opening.ticket;
    details.source = TimeSource::Audit;
    details.atMs = entry.id.createdAtMs();
    if (const auto closer = TicketRules::closerInReason(entry.reason)) {
        details.closedBy = closer->user;
        details.closedByName = closer->name;
    } else {
        details.reason = TicketRules::meaningfulReason(entry.reason);
        // A bot that clears up closes for somebody else.
        if (!now.view.isBot(entry.user).value_or(false) && !openerBots.contains(entry.user))
            details.closedBy = entry.user;
    }
    if (!details.closedBy && details.closedByName.isEmpty() && details.reason.isEmpty())
        return;
    tell(now, details);
    const QString name = now.view.nameOf(details.closedBy);
    if (details.closedBy && !name.isEmpty() && saidNames.value(details.closedBy) != name) {
        saidNames.insert(details.closedBy, name);
        tell(now, Fact::Person{details.closedBy, name, false});
    }
}

void TicketTracker::Private::forgetOldPairs(MonoMs nowMono)
{
    liveMoves.removeIf([nowMono](const LiveMove &m) { return !TrackerAudit::withinPair(m.atMono, nowMono); });
    waitingEntries.removeIf(
        [nowMono](const WaitingEntry &w) { return !TrackerAudit::withinPair(w.atMono, nowMono); });
}
