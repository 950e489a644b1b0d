// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/events.h"
#include "bot/tickets/guildview.h"
#include "bot/tickets/ticket.h"

#include <QHash>
#include <QSet>

#include <memory>

// Decides what an event means for tickets: events in, facts out (METRICS M-01 to M-06, M-26; the rules of what is a ticket).
// Pure: no clock, no SQL, no socket; receipt times are arguments. One tracker per server, in the bot thread, owned by Bot.
// It remembers only which channels are tickets and what is needed to pair events with audit entries (60 s, either order)
// and to judge messages whose channel is not known yet (events may be shuffled; bounded).
class TicketTracker
{
public:
    // What the store already knows, loaded at start.
    struct Known
    {
        struct Ticket
        {
            ChannelId id;
            ChannelId parent;
            bool open = true;
            bool thread = false;
            bool gone = false;
            UserId requester = {};
            ChannelId category = {}; // at opening, for openCount(); 0 = None or not told: then the view says
            UtcMs openedAtMs = 0; // 0 = the id's time
            QString name = {};
        };
        QVector<Ticket> tickets; // open ones, and those closed but not gone; trashed ones too (M-28)
        QSet<ChannelId> notTickets; // excluded by hand or judged
        QSet<ChannelId> pending; // candidates waiting for their first message
        QSet<ChannelId>
            knownCategories; // configured before: channels found in them later were opened while we were away
        QSet<UserId> openerBots; // bots that opened tickets here
    };

    explicit TicketTracker(GuildId guild);
    ~TicketTracker();
    void load(Known known);

    // Call after view.apply(event). receivedMs: wall clock of receipt, used only as METRICS M-02 allows;
    // nowMono: for the 60 s pairing window.
    TicketFacts handle(const Discord::Event &event, const GuildView &view, UtcMs receivedMs, MonoMs nowMono);

    // -- catching up (PROTOCOL 2.4) ----------------------------------------------------------------------------------
    // Step 1: a full snapshot of channels against what is known. `candidates` are channels that were there before
    // their category was configured: their first message decides (judgeCandidate).
    struct Reconciled
    {
        TicketFacts facts;
        QVector<ChannelId> candidates;
        QVector<ChannelId> missing; // known here, no channel there: the audit log may tell (step 2)
        // Threads that are not active: archived, or gone. Step 4, or GET /channels/{id}, tells: pass what it answers to
        // handle() as ThreadUpdate, and 404s to closeUnexplained().
        QVector<ChannelId> absentThreads;
        // Channels in which threads are tickets: where archived ones are to be looked for (step 4). Not those of a category
        // that was configured only now, unless another bot looked after it before ours (`imported`).
        QVector<ChannelId> threadParents;
        QVector<ChannelId> readable; // tickets whose messages are to be read (step 3)
        QVector<ChannelId>
            closed; // before, and still there: to be read where Discord has more than is stored
        QVector<ChannelId> unreadable; // View Channel or Read Message History is missing (P-04)
    };
    Reconciled reconcile(const GuildView &view, bool imported = false);
    // First message of a candidate; nothing: the channel is empty or cannot be read.
    TicketFacts judgeCandidate(ChannelId channel, const std::optional<Discord::Message> &first,
                               const GuildView &view);
    // Step 2: entries ascending by id, of the whole page.
    TicketFacts handleAudit(const QVector<Discord::AuditEntry> &entries, const GuildView &view);
    // The audit log is read to its end: from now on entries seen live move the checkpoint.
    void auditCaughtUp();
    // Missing channels that no entry explained become intervals [last seen alive, seenGoneMs]; lastSeenMs: when the bot
    // still looked (the start of the gap), 0 = unknown.
    TicketFacts closeUnexplained(const QVector<ChannelId> &missing, UtcMs seenGoneMs, UtcMs lastSeenMs = 0);
    // Step 3: a message read later. `roles`: the author's roles if known (stored history or GET member, once per author).
    TicketFacts backfilled(const Discord::Message &message, const std::optional<QVector<RoleId>> &roles,
                           StaffSource staffSource, const GuildView &view);
    // All messages of the ticket up to now are read: from now on live ones move its checkpoint, until the next session.
    void caughtUp(ChannelId ticket);

    bool isTicket(ChannelId channel) const;
    bool isOpenTicket(ChannelId channel) const;
    // By hand (console): a channel is or is not a ticket.
    TicketFacts setTicket(ChannelId channel, bool isTicket, const GuildView &view);
    // Other categories hold tickets than before: call when the view has its new settings and before reconcile(). One that
    // goes again within ReconsideredMs of its coming was never meant: what became a ticket by it is one no more, until it
    // comes again (as long as this tracker lives; the store keeps those as not tickets by hand).
    static constexpr qint64 ReconsideredMs = 10 * MinuteMs;
    TicketFacts categoriesChanged(const QVector<ChannelId> &before, const GuildView &view, UtcMs nowMs);
    int openCount(ChannelId category) const; // for the category autocomplete
    int openCount() const;

private:
    class Private;
    const std::unique_ptr<Private> d;
};
