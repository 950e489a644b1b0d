// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/ticketrules.h"
#include "bot/tickets/tickettracker.h"

#include <deque>
#include <unordered_map>

// The tracker's memory and the steps that live events and catching up share.
class TicketTracker::Private
{
public:
    explicit Private(GuildId guildId) : guild(guildId) { }

    // What is kept of a ticket: enough to know what an event changes and to say the opening again.
    struct Ticket
    {
        Fact::Ticket opening;
        bool closed = false; // moved or archived
        bool gone = false;
        bool excluded = false; // by hand: still recorded, nowhere counted
        bool contiguous = false; // live messages move the checkpoint
        bool unread = false; // it has a past that this session has not read yet
        UserId requester; // the best that was said, and how
        RequesterSource requesterSource = RequesterSource::None;
        UtcMs requesterAtMs = 0;
        UserId creator; // of the channel, by the audit log
        MessageId firstMessage; // the earliest one seen
        QVector<UserId> admitted; // who might be the requester once it is known who is a bot and who is staff
        UtcMs admittedAtMs = 0;
        bool ownerOnly = false; // a thread's owner: perhaps the bot that made it
        UtcMs threadStateAtMs = 0;
        UtcMs moveEntryAtMs = 0; // newest audit entry that named a move: it decides `closed`
    };

    // A move that was seen live, waiting for its audit entry (M-02).
    struct LiveMove
    {
        ChannelId channel;
        UtcMs receivedMs = 0;
        MonoMs atMono = 0;
        bool reopen = false;
        bool paired = false;
    };
    // What an entry about a channel's change says about its category.
    enum class MoveMeaning
    {
        NotNamed,
        Close,
        Reopen,
        Other
    };
    // An audit entry about a channel, waiting for its event.
    struct WaitingEntry
    {
        Discord::AuditEntry entry;
        MonoMs atMono = 0;
        MoveMeaning meaning = MoveMeaning::NotNamed;
        bool used = false;
    };
    // An event about a channel that is not known to be a ticket yet.
    struct Held
    {
        Discord::Event event;
        UtcMs receivedMs = 0;
        MonoMs nowMono = 0;
    };
    struct HeldEmbed
    {
        Discord::Message message;
        TicketRules::ClosingEmbed closing;
    };
    // Its first message is to be read; there surely is one, but reading may fail; there is none yet.
    enum class Candidacy
    {
        Unread,
        UnreadNotEmpty,
        Empty
    };

    // A category that was configured while this tracker lives.
    struct Coming
    {
        UtcMs sinceMs = 0;
        QSet<ChannelId> before; // tickets of it that were there without it
        QSet<ChannelId> takenBack; // tickets by it, no more
    };

    // One event at its time, against the view that already has it.
    struct Moment
    {
        const GuildView &view;
        UtcMs receivedMs = 0;
        MonoMs nowMono = 0;
        TicketFacts &out;
    };

    // -- events (tickettracker.cpp)
    void on(const Discord::ChannelCreate &event, const Moment &now);
    void on(const Discord::ChannelUpdate &event, const Moment &now);
    void on(const Discord::ChannelDelete &event, const Moment &now);
    void on(const Discord::ThreadCreate &event, const Moment &now);
    void on(const Discord::ThreadUpdate &event, const Moment &now);
    void on(const Discord::ThreadDelete &event, const Moment &now);
    void on(const Discord::ThreadListSync &event, const Moment &now);
    void on(const Discord::MessageCreate &event, const Moment &now);
    void on(const Discord::MessagesDeleted &event, const Moment &now);
    void on(const Discord::AuditLogEntryCreate &event, const Moment &now);
    template <class Other>
    void on(const Other &, const Moment &)
    { }

    // -- catching up (trackercatchup.cpp)
    void reconcileKnown(Ticket &ticket, Reconciled &result, const Moment &now);
    void reconcileUnknown(const Discord::Channel &channel, Reconciled &result, const Moment &now);
    void exclude(ChannelId channel, bool excluded, const Moment &now); // a ticket, by a person's word

    // -- steps
    template <class F>
    void tell(const Moment &now, F fact) const
    {
        now.out.append(TicketFact{guild, std::move(fact)});
    }
    Ticket *find(ChannelId channel);
    // `contiguous`: every message from its creation on comes live.
    Ticket &open(const Discord::Channel &channel, ChannelId category, Quality quality, bool fromOpening,
                 bool contiguous, const Moment &now);
    void addOpening(Ticket ticket, const Moment &now);
    void admit(Ticket &ticket, const Discord::Channel &channel, UtcMs atMs, const Moment &now);
    void resolveRequester(Ticket &ticket, const Moment &now);
    void sayRequester(Ticket &ticket, UserId user, RequesterSource source, UtcMs atMs, const Moment &now);
    void setOpenerBot(Ticket &ticket, UserId bot, const Moment &now);
    void close(Ticket &ticket, EndKind kind, UtcMs atMs, TimeSource source, const Moment &now,
               UtcMs eventMs = 0, bool exact = true, bool messagesMayBeMissing = false) const;
    void deleted(Ticket &ticket, const QString &lastName, const Moment &now);
    void markGone(Ticket &ticket);
    void moved(Ticket &ticket, const Discord::Channel &channel, const Moment &now);
    void threadState(Ticket &ticket, const Discord::Channel &thread, const Moment &now);
    void record(Ticket &ticket, const MessageFact &fact, const Discord::Message &message, const Moment &now);
    void learnAbout(UserId user, const Moment &now);
    // After an event that may have hidden channels: what is written there meanwhile does not come.
    void loseSight(const Discord::Event &event, const GuildView &view);
    void sayPerson(const Discord::User &user, const Moment &now);

    void auditEntry(const Discord::AuditEntry &entry, bool live, const Moment &now);
    void moveEntry(Ticket &ticket, const Discord::AuditEntry &entry, bool live, const Moment &now);
    void sayMove(const Ticket &ticket, bool reopen, UtcMs atMs, TimeSource source, UtcMs eventMs, bool exact,
                 const Moment &now) const;
    void threadEntry(Ticket &ticket, const Discord::AuditEntry &entry, const Moment &now);
    void deletionEntry(Ticket &ticket, const Discord::AuditEntry &entry, bool live, const Moment &now);
    void sayCloser(const Ticket &ticket, const Discord::AuditEntry &entry, const Moment &now);
    static MoveMeaning meaningOf(const Discord::AuditEntry &entry, const GuildView &view);
    void forgetOldPairs(MonoMs nowMono);

    void closingEmbeds(const Discord::Message &message, const Moment &now);
    void retryEmbeds(const Moment &now);
    bool closeByEmbed(const HeldEmbed &held, const Moment &now);

    // A channel about which nothing is decided: unknown, or in a closed category, where a late creation may
    // tell.
    bool undecided(ChannelId channel, const GuildView &view) const;
    void hold(ChannelId channel, Discord::Event event, const Moment &now);
    void release(ChannelId channel, const Moment &now);
    void dropHeld(ChannelId channel);

    GuildId guild;
    std::unordered_map<ChannelId, Ticket> tickets; // its references stay valid while others are added
    std::deque<ChannelId> goneOrder; // oldest first: gone tickets are forgotten when they are many
    QHash<ChannelId, QSet<ChannelId>> threadsOf; // ticket threads by parent channel
    QSet<ChannelId> notTickets;
    QHash<ChannelId, Candidacy> pending;
    QSet<ChannelId> knownCategories;
    QHash<ChannelId, Coming> coming;
    QSet<UserId> openerBots;
    QHash<UserId, QSet<ChannelId>> unresolved; // tickets whose requester waits for news about that person
    QHash<UserId, QString> saidNames;
    QVector<LiveMove> liveMoves;
    QVector<WaitingEntry> waitingEntries;
    QHash<ChannelId, QVector<Held>> held;
    std::deque<ChannelId> heldOrder;
    qsizetype heldCount = 0;
    std::deque<HeldEmbed> heldEmbeds;
    bool embedsMayFit = false; // something new may make one fit
    UtcMs lastReceivedMs = 0;
    bool auditLive = false;
};
