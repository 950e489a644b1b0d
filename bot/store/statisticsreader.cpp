// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/adminrows.h"
#include "bot/store/gaps.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"
#include "bot/tickets/statisticsstream.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// The tickets that a window is about: opened in it, or open for a moment of it, or closed in it. Three index
// ranges; what lies outside them is never touched, so the cost follows the window and not the history.
#define TA_WINDOW_TICKETS                                                                                    \
    "WITH window_ticket (id) AS ("                                                                           \
    "SELECT ticket_id FROM live_ticket WHERE guild_id = :guild AND opened_at >= :from AND opened_at < :to "  \
    "UNION SELECT ticket_id FROM spell WHERE guild_id = :guild AND closed_at >= :from AND opened_at < :to "  \
    "UNION SELECT ticket_id FROM spell WHERE guild_id = :guild AND closed_at IS NULL AND opened_at < :to) "

void bindWindow(Statement &statement, GuildId guild, Window window)
{
    statement.bind(u":guild"_s, guild);
    statement.bind(u":from"_s, window.fromMs);
    statement.bind(u":to"_s, window.toMs);
}

// Hands on what was read until something fails.
bool eachTicketRow(const Reader &reader, GuildId guild, const CategoryFilter &category, Window window,
                   const std::function<void(TicketRow)> &take)
{
    const QSqlDatabase &db = reader.database();
    const auto failed = [](const Status &status) {
        if (!status)
            qCWarning(lcStore).noquote() << status.error().detail;
        return !status.ok();
    };
    // The last name that each category had (M-23); one text for all its tickets.
    QHash<ChannelId, QString> names;
    {
        Statement query(db,
                        u"SELECT category_id, name FROM category WHERE guild_id = :guild AND name <> ''"_s);
        query.bind(u":guild"_s, guild);
        if (failed(query.exec()))
            return false;
        while (query.next()) {
            const auto id = query.id<ChannelId>();
            names.insert(id, query.text());
        }
    }

    const QSet<ChannelId> withGaps = channelsWithGaps(db, guild);
    Statement messages(db, selectMessages());
    const auto collect = [&](Statement &query) {
        bindWindow(query, guild, window);
        query.bind(u":any_category"_s, category.all);
        query.bind(u":category"_s, storedCategory(category));
        if (failed(query.exec()))
            return false;
        while (query.next()) {
            TicketRecord record = readNumberRow(query, guild);
            record.categoryName = names.value(record.category, record.categoryName);
            record.messagesMissing = record.messagesMissing || withGaps.contains(record.id);
            if (reachesBeyond(record, window.toMs)) {
                const auto all = readMessages(messages, guild, record.id);
                if (!all)
                    return !failed(all.error());
                record.derived = foldMessages(record, *all, window.toMs);
            }
            take(ticketRow(std::move(record)));
        }
        return !failed(query.ended());
    };
    // What a window is about lies in three ranges of two indexes, so that the cost follows the window and not the history:
    // opened in it; or opened before it, and closed in it or later; or still open.
    // Where that is everything, the tickets are read as they lie instead of being looked up one by one: NOT INDEXED alone
    // does not keep SQLite 3.40 from that on a table WITHOUT ROWID, the plus does.
    const bool everything = window.fromMs <= reader.firstOpenedMs(guild);
    Statement opened(
        db,
        everything ? u"SELECT " TA_NUMBER_COLUMNS
                     " FROM ticket NOT INDEXED WHERE ticket.guild_id = :guild AND ticket.wipe_id IS NULL "
                     "AND ticket.known = 1 AND ticket.excluded = 0 "
                     "AND +ticket.opened_at >= :from AND +ticket.opened_at < :to "
                     "AND (:any_category = 1 OR ticket.category_id = :category)"_s
                   : u"SELECT " TA_NUMBER_COLUMNS
                     " FROM live_ticket AS ticket WHERE ticket.guild_id = :guild "
                     "AND ticket.opened_at >= :from AND ticket.opened_at < :to "
                     "AND (:any_category = 1 OR ticket.category_id = :category)"_s);
    Statement before(
        db,
        u"WITH overlapping (id) AS ("
        "SELECT ticket_id FROM spell WHERE guild_id = :guild AND closed_at >= :from AND opened_at < :to "
        "AND (opened_at < :from OR number > 0) "
        "UNION SELECT ticket_id FROM spell WHERE guild_id = :guild AND closed_at IS NULL AND opened_at < :to "
        "AND (opened_at < :from OR number > 0)) "
        "SELECT " TA_NUMBER_COLUMNS " FROM overlapping CROSS JOIN live_ticket AS ticket "
        "ON ticket.guild_id = :guild AND ticket.ticket_id = overlapping.id AND ticket.opened_at < :from "
        "AND (:any_category = 1 OR ticket.category_id = :category)"_s);
    return collect(opened) && collect(before);
}

} // namespace

QVector<TicketRow> Reader::ticketRows(GuildId guild, const CategoryFilter &category, Window window) const
{
    QVector<TicketRow> rows;
    if (!eachTicketRow(*this, guild, category, window, [&rows](TicketRow row) { rows += std::move(row); }))
        return {};
    return rows;
}

QVector<CoverageGap> Reader::gaps(GuildId guild, Window window) const
{
    QVector<CoverageGap> result;
    Statement query(
        m_db,
        u"SELECT gap_id, channel_id, from_ms, to_ms, state, cause FROM coverage_gap "
        "WHERE guild_id = :guild AND state < 2 AND from_ms < :to AND (to_ms = 0 OR to_ms > :from) "
        "ORDER BY from_ms, gap_id"_s);
    bindWindow(query, guild, window);
    for (bool ok = query.ask(); ok && query.next();) {
        CoverageGap gap;
        gap.id = query.integer();
        gap.channel = query.id<ChannelId>();
        gap.fromMs = query.integer();
        gap.toMs = query.integer();
        gap.state = query.code<CoverageGap::State>();
        gap.cause = query.text();
        result += gap;
    }
    if (const auto ongoing = ongoingGap(m_db, guild, m_clock.utc()); ongoing && ongoing->fromMs < window.toMs)
        result += *ongoing;
    return result;
}

// Each ticket tells it in one column (M-05: what a person wrote in a ticket of their own is no staff message), so no message
// is read.
QVector<StaffActivity> Reader::staffActivity(GuildId guild, const CategoryFilter &category,
                                             Window window) const
{
    const bool everything = window.fromMs <= firstOpenedMs(guild);
    Statement query(
        m_db,
        everything ? u"SELECT ticket_id, staff_wrote FROM ticket NOT INDEXED WHERE guild_id = :guild "
                     "AND wipe_id IS NULL AND known = 1 AND excluded = 0 AND staff_wrote <> x'' "
                     "AND +opened_at >= :from AND +opened_at < :to "
                     "AND (:any_category = 1 OR category_id = :category)"_s
                   : u"" TA_WINDOW_TICKETS "SELECT ticket.ticket_id, ticket.staff_wrote FROM window_ticket "
                     "CROSS JOIN live_ticket AS ticket "
                     "ON ticket.guild_id = :guild AND ticket.ticket_id = window_ticket.id "
                     "WHERE (:any_category = 1 OR ticket.category_id = :category)"_s);
    bindWindow(query, guild, window);
    query.bind(u":any_category"_s, category.all);
    query.bind(u":category"_s, storedCategory(category));
    QVector<StaffActivity> result;
    QVector<StaffMessage> wrote;
    for (bool ok = query.ask(); ok && query.next();) {
        const auto ticket = query.id<ChannelId>();
        if (!unpackStaffWrote(query.blob(), wrote))
            qCWarning(lcStore) << "When staff wrote in ticket" << ticket.value << "cannot be read in full";
        for (const StaffMessage &message : std::as_const(wrote)) {
            if (window.contains(message.atMs))
                result.append({message.atMs, message.user, ticket});
        }
    }
    return result;
}

TicketStatistics Reader::statistics(GuildId guild, const CategoryFilter &category, Window window,
                                    const StatisticsOptions &options) const
{
    bool whole = true;
    const auto rows = [&](const std::function<void(const TicketRow &)> &take) {
        whole = eachTicketRow(*this, guild, category, window, take);
    };
    const QVector<CoverageGap> holes = gaps(guild, window);
    const TicketStatistics numbers = ::statistics(rows, holes, window, options);
    return whole ? numbers : ::statistics(QVector<TicketRow>(), holes, window, options);
}

UtcMs Reader::firstOpenedMs(GuildId guild) const
{
    Statement query(
        m_db, u"SELECT opened_at FROM live_ticket WHERE guild_id = :guild ORDER BY opened_at LIMIT 1"_s);
    query.bind(u":guild"_s, guild);
    return query.ask() && query.next() ? query.integer() : 0;
}

UtcMs Reader::lastOpenedMs(GuildId guild, const CategoryFilter &category) const
{
    if (category.all) {
        Statement query(
            m_db,
            u"SELECT opened_at FROM live_ticket WHERE guild_id = :guild ORDER BY opened_at DESC LIMIT 1"_s);
        query.bind(u":guild"_s, guild);
        return query.ask() && query.next() ? query.integer() : 0;
    }
    Statement query(m_db,
                    u"SELECT opened_at FROM live_ticket WHERE guild_id = :guild AND category_id = :category "
                    "ORDER BY opened_at DESC LIMIT 1"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":category"_s, storedCategory(category));
    return query.ask() && query.next() ? query.integer() : 0;
}
