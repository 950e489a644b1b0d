// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/snowflake.h"

#include <QString>
#include <QVector>

#include <optional>
#include <variant>

// The vocabulary of tickets: what the tracker reports (facts), what the store keeps (TicketRecord), and how facts merge.
//
// Facts are idempotent and may come in any order and any number of times (PROTOCOL R-02, S-04): each carries the source of
// its values, and merging keeps the better source. The merge is ticketrecord.h's apply(); the store only loads and saves.

// How good a value is; a larger value wins (PROTOCOL S-04: observed > backfilled > audit > legacy > inferred).
enum class Quality
{
    None = 0,
    Inferred = 1,
    Legacy = 2,
    Audit = 3,
    Backfilled = 4,
    Observed = 5
};

// Where a closing or reopening time comes from; a larger value wins (METRICS M-02).
enum class TimeSource
{
    Inferred = 0, // an interval [notBefore, at]
    Legacy = 1, // imported
    Receipt = 2, // when we saw the live event
    TicketBot = 3, // the ticket bot's own close message
    Archive = 4, // a thread's archive_timestamp
    Audit = 5, // the audit entry's snowflake time
    ByHand = 6 // a person said so in the console; only of CloseDetails
};

// Reported: only the ticket bot's message says so; it makes the time of another evidence better, but closes nothing alone.
enum class EndKind
{
    Moved = 0,
    Archived = 1,
    Deleted = 2,
    Legacy = 3,
    Reported = 4
};

// How the requester is known; a larger value wins (METRICS M-06).
enum class RequesterSource
{
    None = 0,
    FirstWriter = 1,
    BotMention = 2,
    AuditReason = 3,
    Overwrite = 4,
    Legacy = 5,
    Set = 6
};

// Who wrote a message (METRICS M-04). requester and guest differ only by the ticket's requester.
enum class AuthorKind
{
    Requester = 0,
    Staff = 1,
    Guest = 2,
    Bot = 3,
    Webhook = 4,
    System = 5,
    Unknown = 6 /* M-29 */
};

// Whether the staff decision about an author is certain.
enum class StaffSource
{
    Live = 0,
    Inferred = 1 /* roles read later */,
    Unknown = 2 /* left the server */,
    Legacy = 3
};

struct MessageFact
{
    MessageId id;
    ChannelId ticket;
    UserId author;
    AuthorKind kind = AuthorKind::Guest; // never Requester: the fold decides
    StaffSource staffSource = StaffSource::Live;
    QVector<RoleId> roles; // sorted role ids of the author then; empty for bots, webhooks, system
    Quality quality = Quality::Observed;
    UtcMs atMs = 0; // id's time; legacy messages carry their own

    bool operator==(const MessageFact &) const = default;
};

// -- facts ------------------------------------------------------------------------------------------------------------

namespace Fact {

// The channel is a ticket. Merges: the first insertion wins, better quality improves opened_at and the category at opening.
struct Ticket
{
    ChannelId ticket;
    bool thread = false;
    ChannelId parent; // thread: its channel
    ChannelId category; // at opening (METRICS M-23); 0 = None
    QString categoryName;
    bool categoryIsFromOpening = true; // false: read later, it may have moved since
    QString name;
    UtcMs openedAtMs = 0;
    Quality quality = Quality::Observed;
    UserId openerBot; // the ticket bot that made the channel, if known
};
// The newest name wins; a deletion brings the last one.
struct Renamed
{
    static constexpr UtcMs Final = 253402300799999; // the year 9999
    ChannelId ticket;
    QString name;
    UtcMs atMs = 0;
};
// Of two with the same source the earlier wins: the overwrite at the opening, the first mention.
struct Requester
{
    ChannelId ticket;
    UserId user;
    RequesterSource source = RequesterSource::None;
    UtcMs atMs = 0;
};
struct Closed
{
    ChannelId ticket;
    EndKind kind = EndKind::Deleted;
    UtcMs atMs = 0; // Inferred: first seen gone
    UtcMs notBeforeMs = 0; // Inferred: last seen alive; else 0
    TimeSource source = TimeSource::Receipt;
    // The receipt time of the live event that this is about, 0 without one: facts about one event name the same, and
    // the best of them stays (M-02 pairs by arrival, never by comparing Discord's time with ours).
    UtcMs eventMs = 0;
    bool exact = true; // Audit: the entry names the change itself; false: it only came with the event
    bool messagesMayBeMissing =
        false; // found while catching up: what was written last is gone with the channel
};
struct Reopened
{
    ChannelId ticket;
    UtcMs atMs = 0;
    TimeSource source = TimeSource::Receipt;
    UtcMs eventMs = 0; // as in Closed
    bool exact = true;
};
// Who closed it and why: from the audit entry or the ticket bot's message. Empty and zero fields say nothing.
struct CloseDetails
{
    ChannelId ticket;
    UserId closedBy;
    QString closedByName; // when only a name is known
    QString reason;
    UserId claimedBy;
    int rating = 0; // 1..5
    QString transcriptUrl; // https only
    TimeSource source = TimeSource::Audit;
    UtcMs atMs = 0; // of the entry or message: says which close it is about; 0 = the first

    bool operator==(const CloseDetails &) const = default;
};
// The channel was seen alive at that time: clears an inferred close, moves "last seen alive".
struct Alive
{
    ChannelId ticket;
    UtcMs atMs = 0;
};
struct MessageDeleted
{
    ChannelId ticket;
    QVector<MessageId> ids;
};
// Not a ticket after all (by hand, or found while looking at channels that were there before the configuration).
struct Candidate
{
    ChannelId channel;
    ChannelId category;
    QString name;
    enum class State
    {
        Pending,
        NotATicket,
        Ticket
    } state = State::Pending;
    bool byHand = false;
};
// The name a person had when last seen; lives as long as the person's rows.
struct Person
{
    UserId user;
    QString name;
    bool bot = false;
};
// PROTOCOL 2.4 step 3: everything up to and including this message is stored.
struct Checkpoint
{
    ChannelId ticket;
    MessageId lastContiguous;
};
struct AuditCheckpoint
{
    AuditEntryId entry;
};

} // namespace Fact

struct TicketFact
{
    GuildId guild;
    std::variant<Fact::Ticket, Fact::Renamed, Fact::Requester, Fact::Closed, Fact::Reopened,
                 Fact::CloseDetails, Fact::Alive, MessageFact, Fact::MessageDeleted, Fact::Candidate,
                 Fact::Person, Fact::Checkpoint, Fact::AuditCheckpoint>
        fact;
};
using TicketFacts = QVector<TicketFact>;

// -- the record ---------------------------------------------------------------------------------------------------------

// One stay in the open state, [openedAt, closedAt) (METRICS M-03).
struct Spell
{
    UtcMs openedAtMs = 0;
    UtcMs closedAtMs = 0; // 0 = open
    UtcMs closedNotBeforeMs = 0; // Inferred: the interval's lower end, else 0
    TimeSource openedSource = TimeSource::Receipt;
    TimeSource closedSource = TimeSource::Receipt;
    EndKind endKind = EndKind::Deleted; // meaningful when closed

    bool open() const { return closedAtMs == 0; }
    bool invalid() const { return closedAtMs != 0 && closedAtMs < openedAtMs; } // M-03
    // Nobody knows when it was closed, only between when and when (M-02): no duration may be made of it.
    bool closeUnseen() const { return !open() && closedSource == TimeSource::Inferred; }
    bool operator==(const Spell &) const = default;
};

// Evidence of a close or a reopening. Spells follow from all marks together, so that the order in which they were
// learned does not matter; ticketrecord.h's packEvidence() keeps them in one column.
struct SpellMark
{
    UtcMs atMs = 0;
    UtcMs notBeforeMs = 0;
    UtcMs eventMs = 0;
    TimeSource source = TimeSource::Receipt;
    EndKind kind = EndKind::Deleted;
    bool reopen = false;
    bool exact = true;

    bool operator==(const SpellMark &) const = default;
};

// One answered or unanswered turn of the requester (METRICS "Next response time").
struct Turn
{
    UtcMs askedAtMs = 0;
    UtcMs answeredAtMs = 0; // 0 = not yet
    bool operator==(const Turn &) const = default;
};

// How many messages one staff member wrote in a ticket.
struct StaffShare
{
    UserId user;
    int messages = 0;
    bool operator==(const StaffShare &) const = default;
};

// One message of a staff member in a ticket: the lasting record of who was at work when.
struct StaffMessage
{
    UtcMs atMs = 0;
    UserId user; // 0 = erased
    bool operator==(const StaffMessage &) const = default;
};

// What follows from a ticket's messages, kept at write time so that statistics never scan messages. Messages outside the
// lifetime are left out as METRICS says.
struct Derived
{
    UserId requester; // the best known one, FirstWriter included
    UtcMs firstResponseAtMs = 0; // 0 = none
    UserId firstResponder;
    int staffMessages = 0;
    int requesterMessages = 0;
    int guestMessages = 0;
    int unknownMessages = 0; // human, standing unknown (M-29)
    int staffTurns = 0; // runs of staff messages (one-touch rate)
    UtcMs lastHumanAtMs = 0;
    UtcMs lastStaffAtMs = 0;
    UserId lastStaff;
    // 0 = answered; else METRICS "Waiting since" (opened_at counts while no staff has written)
    UtcMs waitingSinceMs = 0;
    QVector<Turn> turns;
    QVector<StaffShare> staff; // in the order of their first message
    QVector<StaffMessage> staffWrote; // by time; rows read for numbers over many tickets leave it empty
    // Where the fold stands: the newest message seen, counted or not, and whether staff wrote the newest counted one.
    MessageId lastMessage;
    UtcMs lastMessageAtMs = 0;
    bool lastWasStaff = false;

    bool operator==(const Derived &) const = default;
    int humanMessages() const { return staffMessages + requesterMessages + guestMessages + unknownMessages; }
};

struct TicketRecord
{
    GuildId guild;
    ChannelId id;
    bool thread = false;
    ChannelId parent;
    ChannelId category;
    QString categoryName;
    QString name;
    UtcMs openedAtMs = 0;
    Quality quality = Quality::None; // of the opening
    bool categoryIsFromOpening = false;
    UserId openerBot;
    UserId requester; // set by facts, without FirstWriter
    RequesterSource requesterSource = RequesterSource::None;
    UtcMs requesterAtMs = 0; // see Fact::Requester
    UtcMs nameAtMs = 0; // see Fact::Renamed; 0 = the name it was found with
    QVector<Spell> spells; // ascending; never empty; follows from marks
    QVector<SpellMark> marks; // sorted
    QVector<Fact::CloseDetails>
        closeDetails; // sorted; the fields below are the best of them for the last close
    UserId closedBy;
    QString closedByName;
    QString closeReason;
    UserId claimedBy;
    int rating = 0;
    QString transcriptUrl;
    TimeSource detailsSource = TimeSource::Inferred;
    bool channelGone = false; // deleted: nothing can reopen it
    UtcMs lastAliveMs = 0;
    bool excluded = false; // "not a ticket"
    qint64 wipeId = 0; // in the trash of that wipe; 0 = live
    MessageId lastContiguous; // 2.4 step 3
    bool messagesMissing = false; // some messages can never be read: shown as "partial"
    Derived derived;

    bool open() const { return !spells.isEmpty() && spells.last().open(); }
    Spell lastSpell() const { return spells.isEmpty() ? Spell() : spells.last(); }
    // Known from the audit log alone, or closed while nobody looked: some of its messages were never seen.
    static bool partial(bool messagesMissing, Quality opening)
    {
        return messagesMissing || opening == Quality::Audit;
    }
    bool partial() const { return partial(messagesMissing, quality); }
    bool counts() const { return !excluded && wipeId == 0; } // in the numbers (M-28)
    bool operator==(const TicketRecord &) const = default;
};
