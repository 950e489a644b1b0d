// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/breakdowns.h"
#include "bot/tickets/config.h"
#include "bot/tickets/statistics.h"
#include "bot/tickets/ticket.h"
#include "bot/tickets/ticketrecord.h"
#include "bot/tickets/tickettracker.h"

#include <QByteArray>
#include <QJsonObject>

// Value types that travel between the store and its askers.

// Who did something, for the history.
struct Actor
{
    UserId user; // 0 = this computer, or the program by itself when not in the console
    QString name; // display name, or the account name of this computer
    bool console = false; // console, else slash command
};

struct GuildInfo
{
    GuildId id;
    QString name;
    QString icon;
    UserId owner;
    QString locale;
    bool removed = false; // the bot was removed; its history stays
};

// Which tickets. Category: nothing = all; ChannelId 0 = None; a name-only category of an import has a negative key in the
// store and is matched by name.
struct CategoryFilter
{
    bool all = true;
    ChannelId id; // with all = false
    QString name; // imported categories that no channel id is known for
    bool operator==(const CategoryFilter &) const = default;
};

struct CategoryRow
{
    ChannelId id;
    QString name;
    bool configured = false;
};

struct WipeScope
{
    enum class Kind
    {
        Everything,
        Last,
        OlderThan
    } kind = Kind::Everything;
    int days = 0;
    CategoryFilter category;
    UtcMs nowMs = 0; // fixed at the preview, so that confirm counts the same tickets
};
struct WipePreview
{
    int tickets = 0;
    qint64 messages = 0;
    int openKept = 0; // Last and OlderThan keep open tickets
    int openIncluded = 0; // Everything takes them
    UtcMs firstMs = 0, lastMs = 0;
    double share = 0; // of all tickets, 0..1
    QVector<CategoryCount> byCategory;
    qint64 estimatedBackupBytes = 0;
    QVector<ChannelId> firstTickets, lastTickets; // up to 5 each
    bool sameCounts(const WipePreview &o) const { return tickets == o.tickets && messages == o.messages; }
    // Typing the number is asked for above 100 tickets or 25 % (UX J6).
    bool needsTyping() const { return tickets > 100 || share > 0.25; }
};
struct WipeRecord
{
    qint64 id = 0;
    GuildId guild;
    UtcMs atMs = 0;
    Actor actor;
    WipeScope scope;
    int tickets = 0;
    qint64 messages = 0;
    QString backupFile; // name in the backup folder
    UtcMs undoneAtMs = 0;
    Actor undoneBy;
    UtcMs undoUntilMs = 0; // 30 days
    bool legacy = false; // imported wipe_log row: direction unknown
    bool undoable(UtcMs nowMs) const { return !legacy && undoneAtMs == 0 && nowMs < undoUntilMs; }
};

struct MaxUser
{
    UserId user;
    QString name;
    Actor addedBy;
    UtcMs addedAtMs = 0;
    bool confirmed = true; // imported ones wait for a manager's word
};

struct HistoryRow // append-only (TM-30)
{
    qint64 id = 0;
    GuildId guild;
    UtcMs atMs = 0;
    Actor actor;
    QString
        kind; // "wipe", "undo", "max_add", "max_remove", "config", "import", "restore", "not_a_ticket" ...
    QJsonObject before, after;
};

// Something that waits for a press (UX 4.1 "ta1:"): single use, bound to its caller, short-lived.
struct PendingAction
{
    QByteArray key; // 128 random bits, hex
    GuildId guild;
    UserId user;
    QString action; // "wipe", "undo_wipe", "undo_max" ...
    QJsonObject arguments;
    UtcMs expiresMs = 0;
};

struct TicketListFilter
{
    enum class Tab
    {
        Open,
        Waiting,
        Closed,
        All
    } tab = Tab::Open;
    CategoryFilter category;
    std::optional<Window> opened; // by opening time
    std::optional<Window> closed;
    std::optional<QVector<ChannelId>> only; // exactly these, whatever a figure counted
    QString search; // channel, person, reason
    std::optional<UserId> lastReplyBy;
    bool noReplyYet = false, answered = false, quiet = false;
    bool overdue = false; // waiting longer than the first response target of their category
    bool notTickets = false; // list what was excluded instead
    enum class Sort
    {
        Waiting,
        Opened,
        Closed,
        Channel,
        Category,
        Messages,
        FirstResponse
    } sort = Sort::Waiting;
    bool descending = true;
    int offset = 0;
    int limit = 100;
};
struct TicketListRow
{
    TicketRecord ticket;
    QString requesterName, lastStaffName, closedByName;
    QVector<UserId> participants;
};
struct TicketPage
{
    QVector<TicketListRow> rows;
    int total = 0; // of the filter
    int open = 0, waiting = 0, overdue = 0, noReply = 0, answered = 0,
        quiet = 0; // of the server, for tabs and chips
};

struct TimelineEntry
{
    enum class Kind
    {
        Opened,
        Message,
        FirstReply,
        Closed,
        Reopened
    } kind;
    UtcMs atMs = 0;
    UserId user;
    QString name;
    AuthorKind author = AuthorKind::Unknown;
    int count = 1; // consecutive messages by one person are one entry
};
struct TicketDetail
{
    TicketListRow row;
    QVector<TimelineEntry> timeline;
};

struct StorageHealth
{
    QString path;
    qint64 bytes = 0;
    qint64 tickets = 0, messages = 0;
    UtcMs lastBackupMs = 0, lastCheckMs = 0, lastCatchUpMs = 0;
    QString integrity; // "ok" or what is wrong
    int schema = 0;
    int identifiesToday = 0;
};

// What the bot loads once, at start and after a settings change, so that it never asks the disk per event (LAYOUT 5).
struct BotMemory
{
    struct PerGuild
    {
        GuildInfo info;
        StoredConfig config;
        TicketTracker::Known known;
        AuditEntryId auditCheckpoint;
        UtcMs lastCommitMs = 0; // gap start after a restart (2.5)
        QString gapCause = QStringLiteral("bot off");
        QJsonObject notices; // settings of notices; empty = never saved
    };
    QHash<GuildId, PerGuild> guilds;
    QVector<UtcMs> identifies; // last 24 h
    UserId botId; // 0 = never connected
    QString dbUuid;
};
