// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/tickettracker_p.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace TrackerLimits {

// Everything that is only kept for late events is bounded: a flood must not grow the process.
constexpr qsizetype MaxHeld = 20000;
constexpr size_t MaxGone = 20000;
constexpr size_t MaxHeldEmbeds = 100;
constexpr qsizetype MaxNames = 50000;

} // namespace TrackerLimits

TicketTracker::TicketTracker(GuildId guild) : d(std::make_unique<Private>(guild)) { }

TicketTracker::~TicketTracker() = default;

TicketFacts TicketTracker::handle(const Discord::Event &event, const GuildView &view, UtcMs receivedMs,
                                  MonoMs nowMono)
{
    if (guildOf(event) != d->guild)
        return {};
    if (std::holds_alternative<Discord::GuildCreate>(event)) {
        // A new session, or the end of an outage: whatever happened in between is read again before live events prove
        // anything.
        d->auditLive = false;
        for (auto &[channel, ticket] : d->tickets) {
            ticket.contiguous = false;
            ticket.unread = true;
        }
    }
    d->lastReceivedMs = receivedMs;
    d->forgetOldPairs(nowMono);
    TicketFacts facts;
    const Private::Moment now{view, receivedMs, nowMono, facts};
    std::visit([this, &now](const auto &e) { d->on(e, now); }, event);
    d->loseSight(event, view);
    d->retryEmbeds(now);
    return facts;
}

// -- channels -------------------------------------------------------------------------------------

void TicketTracker::Private::on(const Discord::ChannelCreate &event, const Moment &now)
{
    const Discord::Channel &channel = event.channel;
    if (notTickets.contains(channel.id) || pending.contains(channel.id))
        return;
    const ChannelId category = TicketRules::ticketCategory(now.view, channel);
    if (!category) {
        if (!now.view.isClosedCategory(channel.parent))
            dropHeld(channel.id);
        return;
    }
    open(channel, category, Quality::Observed, true, true, now);
}

void TicketTracker::Private::on(const Discord::ChannelUpdate &event, const Moment &now)
{
    const Discord::Channel &channel = event.channel;
    if (Ticket *ticket = find(channel.id)) {
        if (ticket->gone)
            return;
        if (channel.name != ticket->opening.name) {
            ticket->opening.name = channel.name;
            tell(now, Fact::Renamed{channel.id, channel.name, now.receivedMs});
        }
        admit(*ticket, channel, now.receivedMs, now);
        moved(*ticket, channel, now);
        return;
    }
    if (notTickets.contains(channel.id) || pending.contains(channel.id) || now.view.wasDeleted(channel.id))
        return;
    if (const ChannelId category = TicketRules::ticketCategory(now.view, channel)) {
        open(channel, category, Quality::Backfilled, false, false, now);
    } else if (TicketRules::canBeTicket(channel) && now.view.isClosedCategory(channel.parent)) {
        hold(channel.id, event, now); // its creation may come late
    } else {
        dropHeld(channel.id);
    }
}

void TicketTracker::Private::on(const Discord::ChannelDelete &event, const Moment &now)
{
    const Discord::Channel &channel = event.channel;
    const QSet<ChannelId> threads = threadsOf.value(channel.id);
    for (const ChannelId thread : threads) {
        if (Ticket *ticket = find(thread))
            deleted(*ticket, {}, now);
    }
    if (Ticket *ticket = find(channel.id)) {
        deleted(*ticket, channel.name, now);
        return;
    }
    pending.remove(channel.id);
    if (notTickets.contains(channel.id)) {
        dropHeld(channel.id);
        return;
    }
    // The event carries the whole channel: enough for a ticket whose creation was never seen, or comes late.
    if (const ChannelId category = TicketRules::ticketCategory(now.view, channel))
        deleted(open(channel, category, Quality::Backfilled, false, false, now), channel.name, now);
    else if (TicketRules::canBeTicket(channel) && now.view.isClosedCategory(channel.parent))
        hold(channel.id, event, now);
    else
        dropHeld(channel.id);
}

void TicketTracker::Private::on(const Discord::ThreadCreate &event, const Moment &now)
{
    const Discord::Channel &thread = event.thread;
    if (notTickets.contains(thread.id) || pending.contains(thread.id))
        return;
    const ChannelId category = TicketRules::ticketCategory(now.view, thread);
    if (!category) {
        dropHeld(thread.id);
        return;
    }
    // Without "newly created" we were merely let into a thread that has a past.
    const bool isNew = event.newlyCreated;
    Ticket &ticket =
        open(thread, category, isNew ? Quality::Observed : Quality::Backfilled, isNew, isNew, now);
    threadState(ticket, thread, now);
}

void TicketTracker::Private::on(const Discord::ThreadUpdate &event, const Moment &now)
{
    const Discord::Channel &thread = event.thread;
    Ticket *ticket = find(thread.id);
    if (!ticket) {
        const ChannelId category = TicketRules::ticketCategory(now.view, thread);
        if (!category || notTickets.contains(thread.id) || pending.contains(thread.id))
            return;
        ticket = &open(thread, category, Quality::Backfilled, false, false, now);
    }
    if (!ticket->gone && thread.name != ticket->opening.name) {
        ticket->opening.name = thread.name;
        tell(now, Fact::Renamed{thread.id, thread.name, now.receivedMs});
    }
    // Also of a deleted one: the states carry their own times and may come late.
    threadState(*ticket, thread, now);
}

void TicketTracker::Private::on(const Discord::ThreadDelete &event, const Moment &now)
{
    if (Ticket *ticket = find(event.thread))
        deleted(*ticket, {}, now);
    else if (notTickets.contains(event.thread) || pending.remove(event.thread))
        dropHeld(event.thread);
    else
        hold(event.thread, event, now);
}

void TicketTracker::Private::on(const Discord::ThreadListSync &event, const Moment &now)
{
    // Access came back. Threads that are not in the list are out of sight, not closed.
    for (const Discord::Channel &thread : event.threads)
        on(Discord::ThreadCreate{thread, false}, now);
}

void TicketTracker::Private::threadState(Ticket &ticket, const Discord::Channel &thread, const Moment &now)
{
    if (!thread.thread)
        return;
    const Discord::ThreadState &state = *thread.thread;
    const UtcMs at = state.archiveTimestampMs;
    // The archive time orders a thread's states, so nothing depends on the order of the events.
    if (state.archived && state.locked) {
        close(ticket, EndKind::Archived, at, TimeSource::Archive, now);
    } else if (!state.archived && at > ticket.opening.openedAtMs + 2 * SecondMs
               && at != ticket.threadStateAtMs) {
        // Says nothing unless it was closed: archiving after inactivity is no close (M-26).
        tell(now, Fact::Reopened{thread.id, at, TimeSource::Archive, 0, true});
    }
    if (at < ticket.threadStateAtMs)
        return;
    ticket.threadStateAtMs = at;
    if (!state.archived)
        ticket.closed = false;
    else if (state.locked)
        ticket.closed = true;
}

// -- messages -------------------------------------------------------------------------------------

void TicketTracker::Private::on(const Discord::MessageCreate &event, const Moment &now)
{
    const Discord::Message &message = event.message;
    learnAbout(message.author.id, now);
    if (!message.embeds.isEmpty() && message.author.bot && !message.webhook)
        closingEmbeds(message, now);
    if (Ticket *ticket = find(message.channel)) {
        std::optional<QVector<RoleId>> roles = message.memberRoles;
        StaffSource source = StaffSource::Live;
        if (!roles && !message.webhook) {
            roles = now.view.rolesOf(message.author.id);
            source = StaffSource::Inferred;
        }
        record(*ticket,
               TicketRules::messageFact(message, roles, source, Quality::Observed, now.view.config()),
               message, now);
        return;
    }
    const auto candidate = pending.constFind(message.channel);
    if (candidate != pending.cend() && *candidate == Candidacy::Empty) {
        // The first message of a channel that was there before: it decides.
        const Discord::Channel *channel = now.view.channel(message.channel);
        if (channel && !TicketRules::ticketCategory(now.view, *channel))
            return; // its category went again; should it come back, that reads the first message
        const bool isTicket = TicketRules::opensTicket(message, now.view.config());
        pending.remove(message.channel);
        if (isTicket && channel) {
            hold(message.channel, event, now);
            tell(now,
                 Fact::Candidate{channel->id, now.view.categoryOf(*channel), channel->name,
                                 Fact::Candidate::State::Ticket, false});
            open(*channel, now.view.categoryOf(*channel), Quality::Backfilled, false, true, now);
        } else if (channel) {
            notTickets.insert(channel->id);
            tell(now,
                 Fact::Candidate{channel->id, now.view.categoryOf(*channel), channel->name,
                                 Fact::Candidate::State::NotATicket, false});
        }
        return;
    }
    if (candidate != pending.cend() || undecided(message.channel, now.view))
        hold(message.channel, event, now);
}

void TicketTracker::Private::on(const Discord::MessagesDeleted &event, const Moment &now)
{
    if (find(event.channel))
        tell(now, Fact::MessageDeleted{event.channel, event.ids});
    else if (pending.contains(event.channel) || undecided(event.channel, now.view))
        hold(event.channel, event, now);
}

void TicketTracker::Private::record(Ticket &ticket, const MessageFact &fact, const Discord::Message &message,
                                    const Moment &now)
{
    if (!message.webhook)
        sayPerson(message.author, now);
    tell(now, fact);
    if (ticket.contiguous && fact.quality == Quality::Observed)
        tell(now, Fact::Checkpoint{fact.ticket, fact.id});
    // A loaded ticket has a past that was not seen: what comes now is not its first message.
    const bool first = ticket.opening.quality != Quality::Inferred
        && (!ticket.firstMessage || fact.id < ticket.firstMessage);
    if (first)
        ticket.firstMessage = fact.id;
    if (fact.kind != AuthorKind::Bot || message.author.id == now.view.self())
        return;
    // Who made the channel, by the audit log; without it, the bot that wrote first in it.
    if (message.author.id == ticket.creator || (first && !ticket.creator))
        setOpenerBot(ticket, message.author.id, now);
    for (const UserId user : message.mentions) {
        if (now.view.isBot(user).value_or(false))
            continue;
        sayRequester(ticket, user, RequesterSource::BotMention, fact.atMs, now);
        break;
    }
}

void TicketTracker::Private::loseSight(const Discord::Event &event, const GuildView &view)
{
    const auto *channel = std::get_if<Discord::ChannelUpdate>(&event);
    const auto *member = std::get_if<Discord::MemberUpdate>(&event);
    if (!channel && !std::holds_alternative<Discord::RoleUpsert>(event)
        && !std::holds_alternative<Discord::RoleDelete>(event)
        && !(member && member->member.user.id == view.self()))
        return;
    for (auto &[id, ticket] : tickets) {
        const bool concerned =
            !channel || channel->channel.id == id || channel->channel.id == ticket.opening.parent;
        if (!ticket.contiguous || !concerned || (view.ownPermissions(id) & Discord::Permission::ViewChannel))
            continue;
        ticket.contiguous = false;
        ticket.unread = true;
    }
}

// -- steps ----------------------------------------------------------------------------------------

TicketTracker::Private::Ticket *TicketTracker::Private::find(ChannelId channel)
{
    const auto found = tickets.find(channel);
    return found == tickets.end() ? nullptr : &found->second;
}

TicketTracker::Private::Ticket &TicketTracker::Private::open(const Discord::Channel &channel,
                                                             ChannelId category, Quality quality,
                                                             bool fromOpening, bool contiguous,
                                                             const Moment &now)
{
    Ticket ticket;
    if (const Ticket *known = find(channel.id))
        ticket = *known;
    ticket.opening.ticket = channel.id;
    ticket.opening.thread = channel.isThread();
    ticket.opening.parent = channel.isThread() ? channel.parent : ChannelId();
    ticket.opening.category = category;
    ticket.opening.categoryName = now.view.config().categoryNames.value(category);
    if (const Discord::Channel *named = now.view.channel(category))
        ticket.opening.categoryName = named->name;
    ticket.opening.categoryIsFromOpening = fromOpening;
    ticket.opening.name = channel.name;
    ticket.opening.openedAtMs = TicketRules::openedAt(channel);
    ticket.opening.quality = quality;
    ticket.contiguous = ticket.contiguous || contiguous;
    addOpening(std::move(ticket), now);
    Ticket &added = *find(channel.id);
    admit(added, channel, fromOpening ? added.opening.openedAtMs : now.receivedMs, now);
    release(channel.id, now);
    embedsMayFit = true;
    return added;
}

void TicketTracker::Private::addOpening(Ticket ticket, const Moment &now)
{
    const ChannelId id = ticket.opening.ticket;
    tell(now, ticket.opening);
    if (ticket.opening.parent)
        threadsOf[ticket.opening.parent].insert(id);
    tickets.insert_or_assign(id, std::move(ticket));
}

void TicketTracker::Private::deleted(Ticket &ticket, const QString &lastName, const Moment &now)
{
    const ChannelId id = ticket.opening.ticket;
    // Deleted before its past was read, what was missed is gone with it.
    close(ticket, EndKind::Deleted, now.receivedMs, TimeSource::Receipt, now, 0, true,
          ticket.unread && !ticket.gone);
    if (!lastName.isEmpty()) {
        ticket.opening.name = lastName;
        tell(now, Fact::Renamed{id, lastName, Fact::Renamed::Final});
    }
    markGone(ticket);
}

void TicketTracker::Private::markGone(Ticket &ticket)
{
    if (std::exchange(ticket.gone, true))
        return;
    goneOrder.push_back(ticket.opening.ticket);
    if (goneOrder.size() > TrackerLimits::MaxGone) {
        const auto oldest = tickets.find(goneOrder.front());
        goneOrder.pop_front();
        if (oldest != tickets.end()) {
            const auto siblings = threadsOf.find(oldest->second.opening.parent);
            if (siblings != threadsOf.end() && siblings->remove(oldest->first) && siblings->isEmpty())
                threadsOf.erase(siblings);
            tickets.erase(oldest);
        }
    }
}

void TicketTracker::Private::close(Ticket &ticket, EndKind kind, UtcMs atMs, TimeSource source,
                                   const Moment &now, UtcMs eventMs, bool exact,
                                   bool messagesMayBeMissing) const
{
    Fact::Closed fact;
    fact.ticket = ticket.opening.ticket;
    fact.kind = kind;
    fact.atMs = atMs;
    fact.source = source;
    fact.eventMs = eventMs;
    fact.exact = exact;
    fact.messagesMayBeMissing = messagesMayBeMissing;
    tell(now, fact);
}

void TicketTracker::Private::admit(Ticket &ticket, const Discord::Channel &channel, UtcMs atMs,
                                   const Moment &now)
{
    QVector<UserId> people = TicketRules::admittedPeople(channel);
    if (channel.isThread() && channel.owner)
        people = {channel.owner};
    // The earliest permissions are the requester's; later ones also hold whoever was let in.
    const bool earlier = ticket.admitted.isEmpty() || atMs < ticket.admittedAtMs;
    const bool unresolvedYet = ticket.requesterSource < RequesterSource::Overwrite;
    if (people.isEmpty() || (!earlier && !unresolvedYet))
        return;
    ticket.admitted = people;
    ticket.admittedAtMs = channel.isThread() ? ticket.opening.openedAtMs : atMs;
    ticket.ownerOnly = channel.isThread();
    resolveRequester(ticket, now);
}

void TicketTracker::Private::resolveRequester(Ticket &ticket, const Moment &now)
{
    const ChannelId id = ticket.opening.ticket;
    if (ticket.creator && now.view.isBot(ticket.creator).value_or(false))
        setOpenerBot(ticket, ticket.creator, now);
    UserId user;
    if (ticket.ownerOnly && !ticket.admitted.isEmpty()) {
        // A thread's owner may be the bot that made it: only a person who was seen is certain.
        if (now.view.isBot(ticket.admitted.first()) == std::optional(false))
            user = ticket.admitted.first();
    } else {
        user = TicketRules::requesterAmong(ticket.admitted, now.view);
    }
    if (user && user != ticket.opening.openerBot) {
        sayRequester(ticket, user, RequesterSource::Overwrite, ticket.admittedAtMs, now);
        return;
    }
    for (const UserId admitted : std::as_const(ticket.admitted))
        unresolved[admitted].insert(id);
}

void TicketTracker::Private::sayRequester(Ticket &ticket, UserId user, RequesterSource source, UtcMs atMs,
                                          const Moment &now)
{
    const auto rank = [](RequesterSource s, UtcMs at) { return std::pair(-int(s), at); };
    if (rank(source, atMs) >= rank(ticket.requesterSource, ticket.requesterAtMs))
        return;
    ticket.requester = user;
    ticket.requesterSource = source;
    ticket.requesterAtMs = atMs;
    embedsMayFit = true;
    tell(now, Fact::Requester{ticket.opening.ticket, user, source, atMs});
    const QString name = now.view.nameOf(user);
    if (!name.isEmpty() && saidNames.value(user) != name) {
        saidNames.insert(user, name);
        tell(now, Fact::Person{user, name, false});
    }
}

void TicketTracker::Private::setOpenerBot(Ticket &ticket, UserId bot, const Moment &now)
{
    openerBots.insert(bot);
    if (ticket.opening.openerBot)
        return;
    ticket.opening.openerBot = bot;
    tell(now, ticket.opening);
}

// A message shows whether its author is a bot and which roles he or she has: some requester may follow from
// that.
void TicketTracker::Private::learnAbout(UserId user, const Moment &now)
{
    const auto waiting = unresolved.constFind(user);
    if (waiting == unresolved.cend())
        return;
    const QSet<ChannelId> channels = *waiting;
    unresolved.erase(waiting);
    for (const ChannelId channel : channels) {
        if (Ticket *ticket = find(channel))
            resolveRequester(*ticket, now);
    }
}

void TicketTracker::Private::sayPerson(const Discord::User &user, const Moment &now)
{
    const QString name = now.view.nameOf(user.id).isEmpty() ? user.displayName() : now.view.nameOf(user.id);
    if (name.isEmpty() || saidNames.value(user.id) == name)
        return;
    if (saidNames.size() >= TrackerLimits::MaxNames)
        saidNames.clear();
    saidNames.insert(user.id, name);
    tell(now, Fact::Person{user.id, name, user.bot});
}

// -- what is not decided yet ----------------------------------------------------------------------

bool TicketTracker::Private::undecided(ChannelId channel, const GuildView &view) const
{
    if (notTickets.contains(channel))
        return false;
    const Discord::Channel *known = view.channel(channel);
    return !known || (TicketRules::canBeTicket(*known) && view.isClosedCategory(view.categoryOf(*known)));
}

void TicketTracker::Private::hold(ChannelId channel, Discord::Event event, const Moment &now)
{
    if (auto *message = std::get_if<Discord::MessageCreate>(&event))
        message->message.embeds.clear(); // read already, and foreign text is not kept
    if (!held.contains(channel))
        heldOrder.push_back(channel);
    held[channel].append({std::move(event), now.receivedMs, now.nowMono});
    ++heldCount;
    while (heldCount > TrackerLimits::MaxHeld && !heldOrder.empty())
        dropHeld(heldOrder.front());
}

void TicketTracker::Private::release(ChannelId channel, const Moment &now)
{
    const QVector<Held> events = held.value(channel);
    dropHeld(channel);
    for (const Held &one : events) {
        const Moment then{now.view, one.receivedMs, one.nowMono, now.out};
        std::visit([this, &then](const auto &e) { on(e, then); }, one.event);
    }
}

void TicketTracker::Private::dropHeld(ChannelId channel)
{
    const auto found = held.find(channel);
    if (found == held.end())
        return;
    heldCount -= found->size();
    held.erase(found);
    heldOrder.erase(std::find(heldOrder.begin(), heldOrder.end(), channel));
}

// -- the ticket bot's own words -------------------------------------------------------------------

void TicketTracker::Private::closingEmbeds(const Discord::Message &message, const Moment &now)
{
    for (const Discord::ReceivedEmbed &embed : message.embeds) {
        const auto closing = TicketRules::closingEmbed(embed);
        if (!closing)
            continue;
        HeldEmbed one{message, *closing};
        one.message.embeds.clear();
        if (closeByEmbed(one, now))
            continue;
        heldEmbeds.push_back(std::move(one)); // the ticket may come late
        if (heldEmbeds.size() > TrackerLimits::MaxHeldEmbeds)
            heldEmbeds.pop_front();
    }
}

// A new ticket, or a requester, may be the one that an embed was about.
void TicketTracker::Private::retryEmbeds(const Moment &now)
{
    if (!std::exchange(embedsMayFit, false) || heldEmbeds.empty())
        return;
    const auto waiting = std::exchange(heldEmbeds, {});
    for (const HeldEmbed &one : waiting) {
        if (!closeByEmbed(one, now))
            heldEmbeds.push_back(one);
    }
}

// Finds the ticket that a closing embed is about. In the archive channel nothing names the ticket's channel:
// the time it opened does, with the number in its name and its opener as witnesses.
bool TicketTracker::Private::closeByEmbed(const HeldEmbed &one, const Moment &now)
{
    constexpr qint64 ClockMs = 2 * MinuteMs; // the bot notes the time a little after it made the channel
    const TicketRules::ClosingEmbed &closing = one.closing;
    Ticket *ticket = find(one.message.channel);
    if (!ticket) {
        const GuildConfig &config = now.view.config();
        const UserId author = one.message.author.id;
        const bool trusted = config.ticketBots.isEmpty() && openerBots.isEmpty()
            ? true
            : config.ticketBots.contains(author) || openerBots.contains(author);
        if (config.archiveChannel ? one.message.channel != config.archiveChannel : !trusted)
            return false;
        int best = 0;
        bool ambiguous = false;
        for (auto &[channel, candidate] : tickets) {
            const bool sameTime = closing.openedAtMs != 0
                && std::abs(candidate.opening.openedAtMs - closing.openedAtMs) <= ClockMs;
            const bool sameNumber = TicketRules::nameHasNumber(candidate.opening.name, closing.ticketNumber);
            const bool sameOpener = closing.openedBy && candidate.requester == closing.openedBy;
            const bool otherOpener = closing.openedBy && candidate.requester && !sameOpener;
            const bool timeFits = closing.openedAtMs == 0 || sameTime;
            if (!timeFits || otherOpener || !(sameNumber || (sameOpener && sameTime)))
                continue;
            const int score = (sameNumber ? 2 : 0) + (sameOpener ? 1 : 0);
            ambiguous = score == best || (ambiguous && score < best);
            if (score > best) {
                best = score;
                ticket = &candidate;
            }
        }
        if (!ticket || ambiguous)
            return false;
    }
    const UtcMs at = one.message.id.createdAtMs();
    Fact::CloseDetails details;
    details.ticket = ticket->opening.ticket;
    details.closedBy = closing.closedBy;
    details.closedByName = closing.closedByName;
    details.reason = closing.reason;
    details.claimedBy = closing.claimedBy;
    details.rating = closing.rating;
    details.source = TimeSource::TicketBot;
    details.atMs = at;
    tell(now, details);
    close(*ticket, EndKind::Reported, at, TimeSource::TicketBot, now);
    if (closing.openedBy)
        sayRequester(*ticket, closing.openedBy, RequesterSource::BotMention, at, now);
    return true;
}
