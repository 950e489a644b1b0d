// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/sql.h"
#include "bot/tickets/statistics.h"
#include "bot/tickets/ticketrecord.h"

// How tickets lie in the tables: shared by the writer, which loads and saves whole records, and the readers.

// A ticket's row: the record and what only the store needs.
struct StoredTicket
{
    TicketRecord record;
    bool known = false; // false: a fact about the channel came before the one that makes it a ticket
    int told = 0; // ToldOpened, ToldFirstReply
    int toldCloses = 0;
    int toldReopens = 0;
    qint64 storedMessages = 0;

    bool hidden() const { return !known || record.wipeId != 0 || record.excluded; }
};

// Tickets that the writer loaded or saved lately, so that a busy ticket's next batch needs no question. Holds only while
// nobody else writes these rows, and is emptied with every rollback and every change of many.
struct TicketCache
{
    static constexpr qsizetype Limit = 4096;
    QHash<QPair<GuildId, ChannelId>, StoredTicket> tickets;
};

// The columns of `ticket` (or live_ticket), in the order that readTicketRow() expects.
#define TA_TICKET_COLUMNS                                                                                    \
    "ticket.guild_id, ticket.ticket_id, ticket.known, ticket.wipe_id, ticket.excluded, ticket.thread, "      \
    "ticket.parent_id, ticket.category_id, ticket.category_name, ticket.category_from_opening, "             \
    "ticket.name, ticket.opened_at, ticket.quality, ticket.opener_bot, ticket.requester_id, "                \
    "ticket.requester_source, ticket.closed_by, ticket.closed_by_name, ticket.close_reason, "                \
    "ticket.claimed_by, ticket.rating, ticket.transcript_url, ticket.details_source, "                       \
    "ticket.channel_gone, ticket.last_alive, ticket.last_contiguous, ticket.messages_missing, "              \
    "ticket.told, ticket.told_closes, ticket.told_reopens, ticket.stored_messages, ticket.evidence, "        \
    "ticket.spells, ticket.derived, ticket.staff_wrote"
StoredTicket readTicketRow(Statement &row);

// What numbers over many tickets need, and no more: reading costs by the column. All of it stands in the index
// ticket_opened, so that the tickets themselves are not touched. The category's name is looked up by who asks.
#define TA_NUMBER_COLUMNS                                                                                    \
    "ticket.ticket_id, ticket.category_id, ticket.opened_at, ticket.quality, ticket.rating, "                \
    "ticket.claimed_by, "                                                                                    \
    "ticket.closed_by, ticket.messages_missing, ticket.spells, ticket.derived"
TicketRow readNumberRow(Statement &row);

QByteArray packSpells(const QVector<Spell> &spells);
bool unpackSpells(const QByteArray &text, QVector<Spell> &spells); // false: damaged

// All messages of one ticket (:guild, :ticket), in the order of the fold: by time, then id. Imported ones have ids of their own kind, so ids alone
// do not order.
QString selectMessages();
MessageFact readMessageRow(Statement &row, ChannelId ticket);
Result<QVector<MessageFact>> readMessages(Statement &statement, GuildId guild, ChannelId ticket);

QString roleSetText(const QVector<RoleId> &roles);
QVector<RoleId> roleSetFromText(const QString &text);

// What schema 5 keeps otherwise, for tickets recorded before it.
Status fillSchema5(const QSqlDatabase &database);

// Runs all messages through the fold.
Derived foldMessages(const TicketRecord &record, const QVector<MessageFact> &messages,
                     UtcMs untilMs = TicketFold::NoLimit);
