// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/tickettracker_p.h"

#include <algorithm>

// What the tracker learns without an event: from the store, from a snapshot, from pages read later, by hand
// (PROTOCOL 2.4).

// Once at the start, and again when the store has changed behind the tracker's back (an import, its undoing): what is followed
// already knows more than the store and stays; what only the store knew and knows no more is forgotten.
void TicketTracker::load(Known known)
{
    QSet<ChannelId> stored;
    for (const Known::Ticket &one : std::as_const(known.tickets))
        stored.insert(one.id);
    for (auto it = d->tickets.begin(); it != d->tickets.end();) {
        const Private::Ticket &ticket = it->second;
        const bool fromStore = ticket.opening.quality == Quality::Inferred;
        if (!fromStore || ticket.gone || stored.contains(it->first)) {
            ++it;
            continue;
        }
        if (const auto siblings = d->threadsOf.find(ticket.opening.parent); siblings != d->threadsOf.end())
            siblings->remove(it->first);
        d->threadsOf.removeIf([](const auto &parent) { return parent.value().isEmpty(); });
        it = d->tickets.erase(it);
    }
    for (const Known::Ticket &one : std::as_const(known.tickets)) {
        if (d->find(one.id))
            continue;
        d->pending.remove(one.id);
        d->notTickets.remove(one.id);
        Private::Ticket ticket;
        ticket.opening.ticket = one.id;
        ticket.opening.thread = one.thread;
        ticket.opening.parent = one.parent;
        ticket.opening.category = one.category;
        // What is known is in the store; this only has to lose against it when it is said again.
        ticket.opening.categoryIsFromOpening = false;
        ticket.opening.quality = Quality::Inferred;
        ticket.opening.name = one.name;
        ticket.opening.openedAtMs = one.openedAtMs != 0 ? one.openedAtMs : one.id.createdAtMs();
        ticket.unread = true;
        ticket.closed = !one.open;
        ticket.gone = one.gone;
        ticket.excluded = known.notTickets.contains(one.id);
        if (one.requester) {
            ticket.requester = one.requester;
            ticket.requesterSource = RequesterSource::Overwrite;
        }
        if (one.parent)
            d->threadsOf[one.parent].insert(one.id);
        if (one.gone)
            d->goneOrder.push_back(one.id);
        d->tickets.insert_or_assign(one.id, std::move(ticket));
    }
    for (const ChannelId channel : std::as_const(known.notTickets)) {
        if (!d->find(channel))
            d->notTickets.insert(channel);
    }
    for (const ChannelId channel : std::as_const(known.pending)) {
        if (!d->find(channel) && !d->pending.contains(channel))
            d->pending.insert(channel, Private::Candidacy::Unread);
    }
    d->knownCategories.unite(known.knownCategories);
    d->openerBots.unite(known.openerBots);
}

TicketTracker::Reconciled TicketTracker::reconcile(const GuildView &view, bool imported)
{
    Reconciled result;
    const Private::Moment now{view, d->lastReceivedMs, 0, result.facts};
    // Channels before their threads, each in the order of creation: the same facts in the same order on every
    // run.
    QVector<ChannelId> ids = view.channels().keys();
    std::sort(ids.begin(), ids.end());
    for (const ChannelId id : std::as_const(ids)) {
        if (!d->find(id))
            d->reconcileUnknown(*view.channel(id), result, now);
    }
    for (const ChannelId id : std::as_const(ids)) {
        const Discord::Channel &channel = *view.channel(id);
        if (!channel.isThread() && (imported || d->knownCategories.contains(channel.parent))
            && view.isTicketCategory(channel.parent) && (!d->find(id) || d->threadsOf.contains(id)))
            result.threadParents.append(id);
    }
    for (const ChannelId category : view.config().ticketCategories)
        d->knownCategories.insert(category);
    QVector<ChannelId> known;
    for (auto &[channel, ticket] : d->tickets) {
        // Thought to be gone, and there it is: the view would not show what was seen deleted.
        if (ticket.gone && view.channel(channel)) {
            ticket.gone = false;
            if (now.receivedMs != 0)
                d->tell(now, Fact::Alive{channel, now.receivedMs});
        }
        if (!ticket.gone)
            known.append(channel);
    }
    std::sort(known.begin(), known.end());
    for (const ChannelId channel : std::as_const(known))
        d->reconcileKnown(*d->find(channel), result, now);
    d->retryEmbeds(now);
    return result;
}

void TicketTracker::Private::reconcileUnknown(const Discord::Channel &channel, Reconciled &result,
                                              const Moment &now)
{
    if (notTickets.contains(channel.id)) {
        dropHeld(channel.id);
        return;
    }
    const ChannelId category = TicketRules::ticketCategory(now.view, channel);
    if (!category) {
        if (!undecided(channel.id, now.view))
            dropHeld(channel.id);
        return;
    }
    const auto candidate = pending.find(channel.id);
    const bool wasThere = !knownCategories.contains(category);
    if (candidate == pending.end() && !wasThere) {
        open(channel, category, Quality::Backfilled, false, false, now).unread =
            true; // opened while we were away
        if (now.receivedMs != 0)
            tell(now, Fact::Alive{channel.id, now.receivedMs}); // should the store believe it to be gone
        return;
    }
    // Here before its category was configured: the first message decides.
    if (candidate == pending.end())
        tell(now,
             Fact::Candidate{channel.id, category, channel.name, Fact::Candidate::State::Pending, false});
    pending.insert(channel.id, channel.lastMessage ? Candidacy::UnreadNotEmpty : Candidacy::Unread);
    result.candidates.append(channel.id);
}

void TicketTracker::Private::reconcileKnown(Ticket &ticket, Reconciled &result, const Moment &now)
{
    const ChannelId id = ticket.opening.ticket;
    const Discord::Channel *channel = now.view.channel(id);
    if (!channel) {
        const bool parentThere = now.view.channel(ticket.opening.parent);
        // Archived threads are in no snapshot. One that was closed is of no interest before it is active again, and its
        // deletion is no second close.
        if (ticket.opening.thread && parentThere) {
            if (!ticket.closed)
                result.absentThreads.append(id);
        } else if (now.view.available()) {
            result.missing.append(id);
        }
        return;
    }
    // Closed channels that a ticket bot keeps may be thousands: nothing about them is news.
    if (now.receivedMs != 0 && !ticket.closed)
        tell(now, Fact::Alive{id, now.receivedMs});
    if (!ticket.opening.category)
        ticket.opening.category = TicketRules::ticketCategory(now.view, *channel);
    if (channel->name != ticket.opening.name) {
        const bool nameWasKnown = !ticket.opening.name.isEmpty();
        ticket.opening.name = channel->name;
        if (nameWasKnown || !ticket.closed)
            tell(now, Fact::Renamed{id, channel->name, now.receivedMs});
    }
    if (ticket.requesterSource < RequesterSource::Overwrite)
        admit(ticket, *channel, now.receivedMs, now);
    const bool wasOpen = !ticket.closed;
    if (channel->isThread()) {
        threadState(ticket, *channel, now);
    } else {
        // Moved while nobody looked: when exactly, the audit log may tell.
        const bool inClosed = now.view.isClosedCategory(channel->parent);
        if (inClosed && !ticket.closed)
            sayMove(ticket, false, now.receivedMs, TimeSource::Inferred, 0, true, now);
        else if (ticket.closed && now.view.isTicketCategory(channel->parent))
            sayMove(ticket, true, now.receivedMs, TimeSource::Inferred, 0, true, now);
        if (inClosed || now.view.isTicketCategory(channel->parent))
            ticket.closed = inClosed;
    }
    constexpr Discord::Permissions Reading =
        Discord::Permission::ViewChannel | Discord::Permission::ReadMessageHistory;
    const bool readable = (now.view.ownPermissions(id) & Reading) == Reading;
    if (!wasOpen && ticket.closed) {
        // Closed before. An earlier catching up may have ended between that and its messages.
        if (readable && channel->lastMessage)
            result.closed.append(id);
        return;
    }
    (readable ? result.readable : result.unreadable).append(id);
}

TicketFacts TicketTracker::judgeCandidate(ChannelId id, const std::optional<Discord::Message> &first,
                                          const GuildView &view)
{
    TicketFacts facts;
    const Private::Moment now{view, d->lastReceivedMs, 0, facts};
    const Discord::Channel *channel = view.channel(id);
    if (!channel || !d->pending.contains(id))
        return facts;
    const ChannelId category = view.categoryOf(*channel);
    std::optional<Discord::Message> decides = first;
    // Without the permission to read, Discord answers with an empty list (P-04): what has messages is no empty channel,
    // and the next catching up asks again.
    if (!decides && d->pending.value(id) == Private::Candidacy::UnreadNotEmpty)
        return facts;
    if (!decides) {
        // Empty when it was read; what was written since is held.
        const QVector<Private::Held> held = d->held.value(id);
        for (const Private::Held &one : held) {
            const auto *message = std::get_if<Discord::MessageCreate>(&one.event);
            if (message && (!decides || message->message.id < decides->id))
                decides = message->message;
        }
    }
    if (!decides) {
        d->pending.insert(id, Private::Candidacy::Empty);
        return facts;
    }
    d->pending.remove(id);
    const bool isTicket = TicketRules::opensTicket(*decides, view.config());
    d->tell(now,
            Fact::Candidate{id, category, channel->name,
                            isTicket ? Fact::Candidate::State::Ticket : Fact::Candidate::State::NotATicket,
                            false});
    if (!isTicket) {
        d->notTickets.insert(id);
        d->dropHeld(id);
        return facts;
    }
    Private::Ticket &ticket = d->open(*channel, category, Quality::Backfilled, false, false, now);
    ticket.unread = true;
    if (decides->author.bot)
        d->setOpenerBot(ticket, decides->author.id, now);
    d->resolveRequester(ticket, now);
    d->retryEmbeds(now);
    return facts;
}

TicketFacts TicketTracker::handleAudit(const QVector<Discord::AuditEntry> &entries, const GuildView &view)
{
    TicketFacts facts;
    const Private::Moment now{view, d->lastReceivedMs, 0, facts};
    AuditEntryId newest;
    for (const Discord::AuditEntry &entry : entries) {
        d->auditEntry(entry, false, now);
        newest = std::max(newest, entry.id);
    }
    if (newest)
        d->tell(now, Fact::AuditCheckpoint{newest});
    return facts;
}

void TicketTracker::auditCaughtUp()
{
    d->auditLive = true;
}

TicketFacts TicketTracker::closeUnexplained(const QVector<ChannelId> &missing, UtcMs seenGoneMs,
                                            UtcMs lastSeenMs)
{
    TicketFacts facts;
    for (const ChannelId id : missing) {
        Private::Ticket *ticket = d->find(id);
        if (!ticket || ticket->gone)
            continue;
        Fact::Closed closed;
        closed.ticket = id;
        closed.kind = EndKind::Deleted;
        closed.atMs = seenGoneMs;
        closed.notBeforeMs = std::min(lastSeenMs, seenGoneMs);
        closed.source = TimeSource::Inferred;
        closed.messagesMayBeMissing = !ticket->closed;
        facts.append({d->guild, closed});
        d->markGone(*ticket);
    }
    return facts;
}

TicketFacts TicketTracker::backfilled(const Discord::Message &message,
                                      const std::optional<QVector<RoleId>> &roles, StaffSource staffSource,
                                      const GuildView &view)
{
    TicketFacts facts;
    const Private::Moment now{view, d->lastReceivedMs, 0, facts};
    if (Private::Ticket *ticket = d->find(message.channel)) {
        d->record(*ticket,
                  TicketRules::messageFact(message, roles, staffSource, Quality::Backfilled, view.config()),
                  message, now);
        if (message.author.bot && !message.webhook)
            d->closingEmbeds(message, now);
    }
    return facts;
}

void TicketTracker::caughtUp(ChannelId id)
{
    if (Private::Ticket *ticket = d->find(id)) {
        ticket->contiguous = true;
        ticket->unread = false;
    }
}

bool TicketTracker::isTicket(ChannelId channel) const
{
    const Private::Ticket *ticket = d->find(channel);
    return ticket && !ticket->excluded;
}

bool TicketTracker::isOpenTicket(ChannelId channel) const
{
    const Private::Ticket *ticket = d->find(channel);
    return ticket && !ticket->excluded && !ticket->closed && !ticket->gone;
}

TicketFacts TicketTracker::setTicket(ChannelId id, bool isTicket, const GuildView &view)
{
    TicketFacts facts;
    const Private::Moment now{view, d->lastReceivedMs, 0, facts};
    const Discord::Channel *channel = view.channel(id);
    const ChannelId category = channel ? view.categoryOf(*channel) : ChannelId();
    Private::Ticket *ticket = d->find(id);
    d->pending.remove(id);
    d->notTickets.remove(id);
    if (!ticket && isTicket && channel && TicketRules::canBeTicket(*channel))
        ticket = &d->open(*channel, category, Quality::Backfilled, false, false, now);
    if (ticket)
        ticket->excluded = !isTicket;
    else if (!isTicket)
        d->notTickets.insert(id);
    d->tell(now,
            Fact::Candidate{
                id, ticket ? ticket->opening.category : category, channel ? channel->name : QString(),
                isTicket ? Fact::Candidate::State::Ticket : Fact::Candidate::State::NotATicket, true});
    return facts;
}

TicketFacts TicketTracker::categoriesChanged(const QVector<ChannelId> &before, const GuildView &view,
                                             UtcMs nowMs)
{
    TicketFacts facts;
    const Private::Moment now{view, d->lastReceivedMs, 0, facts};
    const QVector<ChannelId> &after = view.config().ticketCategories;
    for (const ChannelId category : after) {
        if (before.contains(category))
            continue;
        Private::Coming &coming = d->coming[category];
        coming.sinceMs = nowMs;
        const QSet<ChannelId> again =
            std::exchange(coming.takenBack, {}); // by the category, as the first time
        for (const auto &[channel, ticket] : d->tickets) {
            if (ticket.opening.category == category && !again.contains(channel))
                coming.before.insert(channel);
        }
        for (const ChannelId channel : again)
            d->exclude(channel, false, now);
    }
    for (const ChannelId category : before) {
        const auto coming = d->coming.find(category);
        if (after.contains(category) || coming == d->coming.end() || nowMs - coming->sinceMs > ReconsideredMs)
            continue;
        for (const auto &[channel, ticket] : d->tickets) {
            if (ticket.opening.category == category && !ticket.excluded && !coming->before.contains(channel))
                coming->takenBack.insert(channel);
        }
        for (const ChannelId channel : std::as_const(coming->takenBack))
            d->exclude(channel, true, now);
    }
    return facts;
}

void TicketTracker::Private::exclude(ChannelId channel, bool excluded, const Moment &now)
{
    Ticket *ticket = find(channel);
    if (!ticket || ticket->excluded == excluded)
        return;
    ticket->excluded = excluded;
    tell(now,
         Fact::Candidate{channel, ticket->opening.category, ticket->opening.name,
                         excluded ? Fact::Candidate::State::NotATicket : Fact::Candidate::State::Ticket,
                         true});
}

int TicketTracker::openCount(ChannelId category) const
{
    return int(std::count_if(d->tickets.cbegin(), d->tickets.cend(), [this, category](const auto &entry) {
        return entry.second.opening.category == category && isOpenTicket(entry.first);
    }));
}

int TicketTracker::openCount() const
{
    return int(std::count_if(d->tickets.cbegin(), d->tickets.cend(),
                             [this](const auto &entry) { return isOpenTicket(entry.first); }));
}
