// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/snowflake.h"
#include "bot/store/changeset.h"

#include <QJsonObject>
#include <QString>
#include <QVector>

// What is told to managers, as it lies in the tables of schema 3. Values only; numbers are stored.

// Which events of a server become notices for its log channel.
struct NoticeRules
{
    bool opened = false; // reopened too
    bool firstReply = false;
    bool closed = false;

    bool wants(ChangeSet::TicketEvent::Kind kind) const
    {
        using Kind = ChangeSet::TicketEvent::Kind;
        return kind == Kind::FirstReply ? firstReply : kind == Kind::Closed ? closed : opened;
    }
};

struct NoticeRow
{
    enum class Kind
    {
        Event = 0,
        Digest = 1, // several events in one card
        Alarm = 2,
        Summary = 3,
        Line = 4 // a sentence for the log channel
    };
    enum class State
    {
        Waiting = 0,
        Sent = 1,
        GivenUp = 2,
        Folded = 3, // told by another notice
        Skipped = 4 // a summary that was missed, by choice
    };
    qint64 id = 0;
    GuildId guild;
    Kind kind = Kind::Event;
    QString subject; // the same thing is never told twice
    qint64 subjectId = 0; // ticket, or schedule
    ChangeSet::TicketEvent::Kind event = ChangeSet::TicketEvent::Kind::Opened;
    UtcMs atMs = 0; // of what it tells
    bool live = true; // false: found while catching up
    ChannelId channel; // 0 = the log channel at the time of sending
    QJsonObject details;
    QString nonce;
    UtcMs createdAtMs = 0;
    State state = State::Waiting;
    bool edit = false; // sent, but it says something else by now
    int attempts = 0; // since it was last delivered
    UtcMs nextTryAtMs = 0;
    bool refused = false; // Discord said no: nothing of the last try was posted
    MessageId message;
    UtcMs sentAtMs = 0;
    QString failure; // of the last try, in words

    ChannelId ticket() const { return ChannelId::fromSql(subjectId); }
};

enum class AlarmKind
{
    Overdue = 0, // a ticket waits longer than the first-response target
    TooManyOpen = 1,
    PeakRecord = 2,
    TargetMissed = 3, // too many late first responses today
    Disconnected = 4,
    DataTrouble = 5
};
inline constexpr int AlarmKindCount = 6;

struct AlarmRow
{
    enum class Ending
    {
        Open = 0,
        Answered = 1,
        Closed = 2,
        Over = 3,
        Nothing = 4 // told and done: a record
    };
    qint64 id = 0;
    AlarmKind kind = AlarmKind::Overdue;
    ChannelId ticket;
    qint64 value = 0; // waiting since; open tickets; percent
    UtcMs firedAtMs = 0;
    UtcMs endedAtMs = 0; // 0 = it still holds
    Ending ending = Ending::Open;
    qint64 notice = 0; // the message in Discord; 0 = told on this computer only
    // Of the ticket, for showing.
    QString ticketName, categoryName;
    bool ticketGone = false;
    bool ticketOpen = false;
    UtcMs ticketEndedMs = 0; // of an open ticket the last staff message, of a closed one its close
    UserId answeredBy;
    QString answeredByName;

    bool open() const { return endedAtMs == 0; }
};

// An open ticket on which the requester or a guest waits for staff.
struct WaitingTicket
{
    ChannelId ticket;
    QString name, categoryName;
    UtcMs sinceMs = 0;
    bool muted = false; // "Mute alarm for this ticket"
    ChannelId category = {};
};
