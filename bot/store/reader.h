// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/result.h"
#include "bot/store/values.h"

#include <QSqlDatabase>

// All questions about the data, on a read-only connection. Every one names the server (TM-09). Times are UTC
// ms. Thread: wherever the connection was opened (query thread, or main for the command line).
class Reader
{
public:
    // The clock tells only whether the bot has been silent for too long (gaps()).
    explicit Reader(QSqlDatabase database, Clock clock = Clock::system())
        : m_db(std::move(database)), m_clock(std::move(clock))
    { }

    QVector<GuildInfo> guilds() const;
    QVector<CategoryRow>
    categories(GuildId guild) const; // every category that has or had a ticket, and configured ones
    // INTERFACE.md --category: a name (any case), an ID, "None" or "all".
    Result<CategoryFilter> category(GuildId guild, const QString &text) const;

    // Rows that METRICS needs for a window, clipped to its end (M-08).
    // by: only those in which that person of the staff wrote.
    QVector<TicketRow> ticketRows(GuildId guild, const CategoryFilter &category, Window window,
                                  UserId by = {}) const;
    QVector<CoverageGap> gaps(GuildId guild, Window window) const; // that which goes on included
    // When staff wrote in the tickets of a window, ticket by ticket, one entry per message; by: that person alone.
    QVector<StaffActivity> staffActivity(GuildId guild, const CategoryFilter &category, Window window,
                                         UserId by = {}) const;
    StaffHours staffHours(GuildId guild, const CategoryFilter &category, Window window,
                          const QTimeZone &zone) const;
    TicketStatistics statistics(GuildId guild, const CategoryFilter &category, Window window,
                                const StatisticsOptions &options = {}) const;
    UtcMs firstOpenedMs(GuildId guild) const; // "Recording began on"; 0 = nothing yet
    UtcMs lastOpenedMs(GuildId guild, const CategoryFilter &category) const;

    TicketPage tickets(GuildId guild, const TicketListFilter &filter, UtcMs nowMs,
                       const Targets &targets) const;
    std::optional<TicketDetail> ticket(GuildId guild, ChannelId ticket) const;
    // Open tickets by last reply; user 0 = nobody yet.
    QVector<StaffNumbers> team(GuildId guild, const CategoryFilter &category = {}) const;
    QHash<UserId, QString> names(GuildId guild, const QVector<UserId> &users) const;

    WipePreview wipePreview(GuildId guild, const WipeScope &scope) const;
    QVector<WipeRecord> wipes(GuildId guild, int offset, int limit, int *total = nullptr) const;
    QVector<MaxUser> maxUsers(GuildId guild) const;
    QVector<HistoryRow> history(GuildId guild, int offset, int limit, int *total = nullptr) const;
    StoredConfig config(GuildId guild) const;
    BotMemory botMemory() const;
    StorageHealth health() const;
    // The newest stored roles of a person, for backfilled messages (2.4 step 5 a).
    std::optional<QVector<RoleId>> lastRoles(GuildId guild, UserId user) const;
    struct Checkpoint
    {
        ChannelId ticket;
        MessageId lastContiguous;
        MessageId newest;
    };
    QVector<Checkpoint> checkpoints(GuildId guild) const;

    const QSqlDatabase &database() const { return m_db; }

private:
    QSqlDatabase m_db;
    Clock m_clock;
};
