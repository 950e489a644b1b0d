// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/adminrows.h"
#include "bot/store/gaps.h"
#include "bot/store/reader.h"
#include "bot/store/readfailure.h"
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

// The last name that each category had (M-23); one text for all its tickets.
class CategoryNames
{
public:
    CategoryNames(const QSqlDatabase &db, GuildId guild) : m_db(db), m_guild(guild)
    {
        Statement query(db, u"SELECT category_id, name FROM category WHERE guild_id = :guild"_s);
        query.bind(u":guild"_s, guild);
        for (bool ok = query.ask(); ok && query.next();) {
            const auto id = query.id<ChannelId>();
            if (const QString name = query.text(); !name.isEmpty())
                m_names.insert(id, name);
        }
        m_names.insert(ChannelId(), {}); // none
    }

    const QString &of(ChannelId category)
    {
        // One that nothing but an import ever named is called what its newest ticket calls it.
        if (!m_names.contains(category))
            m_names.insert(category, newest(category));
        return m_names[category];
    }

private:
    QString newest(ChannelId category) const
    {
        Statement query(m_db,
                        u"SELECT category_name FROM live_ticket WHERE guild_id = :guild "
                        "AND category_id = :category ORDER BY opened_at DESC LIMIT 1"_s);
        query.bind(u":guild"_s, m_guild);
        query.bind(u":category"_s, category);
        return query.ask() && query.next() ? query.text() : QString();
    }

    const QSqlDatabase m_db;
    const GuildId m_guild;
    QHash<ChannelId, QString> m_names;
};

// A ticket as it was at `toMs`, for one that goes on after it (M-08).
class TicketsUntil
{
public:
    TicketsUntil(const QSqlDatabase &db, GuildId guild, UtcMs toMs)
        : m_guild(guild), m_toMs(toMs),
          m_ticket(db,
                   u"SELECT " TA_TICKET_COLUMNS
                   " FROM ticket WHERE ticket.guild_id = :guild AND ticket.ticket_id = :ticket"_s),
          m_messages(db, selectMessages())
    { }

    Result<TicketRow> read(ChannelId ticket)
    {
        m_ticket.bind(u":guild"_s, m_guild);
        m_ticket.bind(u":ticket"_s, ticket);
        if (Status status = m_ticket.exec(); !status)
            return status.error();
        TicketRecord record = m_ticket.next() ? readTicketRow(m_ticket).record : TicketRecord();
        if (Status status = m_ticket.ended(); !status)
            return status.error();
        const auto all = readMessages(m_messages, m_guild, ticket);
        if (!all)
            return all.error();
        record.derived = foldMessages(record, *all, m_toMs);
        return ticketRow(std::move(record));
    }

private:
    const GuildId m_guild;
    const UtcMs m_toMs;
    Statement m_ticket;
    Statement m_messages;
};

// Hands on what was read until something fails. by: only where that person of the staff wrote; SQLite looks for the bytes of
// the id, so that the other tickets need not be unpacked.
bool eachTicketRow(const Reader &reader, GuildId guild, const CategoryFilter &category, Window window,
                   UserId by, const std::function<void(TicketRow &&)> &take)
{
    const QSqlDatabase &db = reader.database();
    const auto failed = [](const Status &status) {
        if (!status)
            noteReadFailure(status.error());
        return !status.ok();
    };
    CategoryNames names(db, guild);
    TicketsUntil ticketsUntil(db, guild, window.toMs);
    const QSet<ChannelId> withGaps = channelsWithGaps(db, guild);
    const auto collect = [&](Statement &query) {
        bindWindow(query, guild, window);
        query.bind(u":any_category"_s, category.all);
        query.bind(u":category"_s, storedCategory(category));
        query.bind(u":anybody"_s, !by);
        query.bind(u":person"_s, packedPerson(by));
        if (failed(query.exec()))
            return false;
        while (query.next()) {
            TicketRow row = readNumberRow(query);
            if (reachesBeyond(row.spells, row.derived, window.toMs)) {
                const auto earlier = ticketsUntil.read(row.id);
                if (!earlier)
                    return !failed(earlier.error());
                row = *earlier;
            }
            if (by && !wroteIn(row, by))
                continue; // the same bytes with another meaning, or written after the window
            row.categoryName = names.of(row.category);
            row.messagesMissing = row.messagesMissing || withGaps.contains(row.id);
            take(std::move(row));
        }
        return !failed(query.ended());
    };
    // What a window is about lies in three ranges of two indexes, so that the cost follows the window and not the history:
    // opened in it; or opened before it, and closed in it or later; or still open.
    Statement opened(db,
                     u"SELECT " TA_NUMBER_COLUMNS
                     " FROM ticket INDEXED BY ticket_opened WHERE ticket.guild_id = :guild "
                     "AND ticket.wipe_id IS NULL AND ticket.known = 1 AND ticket.excluded = 0 "
                     "AND ticket.opened_at >= :from AND ticket.opened_at < :to "
                     "AND (:any_category = 1 OR ticket.category_id = :category) "
                     "AND (:anybody = 1 OR instr(ticket.derived, :person) > 0)"_s);
    Statement before(
        db,
        u"WITH overlapping (id) AS ("
        "SELECT ticket_id FROM spell WHERE guild_id = :guild AND closed_at >= :from AND opened_at < :to "
        "AND (opened_at < :from OR number > 0) "
        "UNION SELECT ticket_id FROM spell WHERE guild_id = :guild AND closed_at IS NULL AND opened_at < :to "
        "AND (opened_at < :from OR number > 0)) "
        "SELECT " TA_NUMBER_COLUMNS " FROM overlapping CROSS JOIN live_ticket AS ticket "
        "ON ticket.guild_id = :guild AND ticket.ticket_id = overlapping.id AND ticket.opened_at < :from "
        "AND (:any_category = 1 OR ticket.category_id = :category) "
        "AND (:anybody = 1 OR instr(ticket.derived, :person) > 0)"_s);
    return collect(opened) && collect(before);
}

// Each ticket tells it in one column (M-05: what a person wrote in a ticket of their own is no staff message), so no message
// is read.
void eachStaffMessage(const Reader &reader, GuildId guild, const CategoryFilter &category, Window window,
                      UserId by, const std::function<void(const StaffActivity &)> &take)
{
    const bool everything = window.fromMs <= reader.firstOpenedMs(guild);
    Statement query(
        reader.database(),
        everything ? u"SELECT ticket_id, staff_wrote FROM ticket NOT INDEXED WHERE guild_id = :guild "
                     "AND wipe_id IS NULL AND known = 1 AND excluded = 0 AND staff_wrote <> x'' "
                     "AND +opened_at >= :from AND +opened_at < :to "
                     "AND (:any_category = 1 OR category_id = :category) "
                     "AND (:anybody = 1 OR instr(staff_wrote, :person) > 0)"_s
                   : u"" TA_WINDOW_TICKETS "SELECT ticket.ticket_id, ticket.staff_wrote FROM window_ticket "
                     "CROSS JOIN live_ticket AS ticket "
                     "ON ticket.guild_id = :guild AND ticket.ticket_id = window_ticket.id "
                     "WHERE (:any_category = 1 OR ticket.category_id = :category) "
                     "AND (:anybody = 1 OR instr(ticket.staff_wrote, :person) > 0)"_s);
    bindWindow(query, guild, window);
    query.bind(u":any_category"_s, category.all);
    query.bind(u":category"_s, storedCategory(category));
    query.bind(u":anybody"_s, !by);
    query.bind(u":person"_s, packedPerson(by));
    QVector<StaffMessage> wrote;
    for (bool ok = query.ask(); ok && query.next();) {
        const auto ticket = query.id<ChannelId>();
        if (!unpackStaffWrote(query.blob(), wrote, by))
            qCWarning(lcStore) << "When staff wrote in ticket" << ticket.value << "cannot be read in full";
        for (const StaffMessage &message : std::as_const(wrote)) {
            if (window.contains(message.atMs))
                take({message.atMs, message.user, ticket});
        }
    }
}

} // namespace

QVector<TicketRow> Reader::ticketRows(GuildId guild, const CategoryFilter &category, Window window,
                                      UserId by) const
{
    QVector<TicketRow> rows;
    if (!eachTicketRow(*this, guild, category, window, by,
                       [&rows](TicketRow &&row) { rows.append(std::move(row)); }))
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
    for (const auto &gap : {unrecordedGap(m_db, guild, firstOpenedMs(guild)), importedGap(m_db, guild),
                            ongoingGap(m_db, guild, m_clock.utc())}) {
        if (gap && gap->fromMs < window.toMs && (gap->toMs == 0 || gap->toMs > window.fromMs))
            result += *gap;
    }
    return result;
}

QVector<StaffActivity> Reader::staffActivity(GuildId guild, const CategoryFilter &category, Window window,
                                             UserId by) const
{
    QVector<StaffActivity> result;
    eachStaffMessage(*this, guild, category, window, by,
                     [&result](const StaffActivity &one) { result.append(one); });
    return result;
}

StaffHours Reader::staffHours(GuildId guild, const CategoryFilter &category, Window window,
                              const QTimeZone &zone) const
{
    const auto activity = [&](const std::function<void(const StaffActivity &)> &take) {
        eachStaffMessage(*this, guild, category, window, {}, take);
    };
    return ::staffHours(StaffActivitySource(activity), gaps(guild, window), window, zone);
}

TicketStatistics Reader::statistics(GuildId guild, const CategoryFilter &category, Window window,
                                    const StatisticsOptions &options) const
{
    bool whole = true;
    const auto rows = [&](const std::function<void(const TicketRow &)> &take) {
        whole = eachTicketRow(*this, guild, category, window, {}, take);
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
