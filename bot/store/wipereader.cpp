// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/adminrows.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/wiperows.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

void bindWipeRange(Statement &statement, GuildId guild, const WipeScope &scope)
{
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 to = std::numeric_limits<qint64>::max();
    const UtcMs edge = scope.nowMs - scope.days * DayMs;
    if (scope.kind == WipeScope::Kind::Last)
        from = edge;
    else if (scope.kind == WipeScope::Kind::OlderThan)
        to = edge;
    statement.bind(u":guild"_s, guild);
    statement.bind(u":from"_s, from);
    statement.bind(u":to"_s, to);
    statement.bind(u":any_category"_s, scope.category.all);
    statement.bind(u":category"_s, storedCategory(scope.category));
}

void bindWipeScope(Statement &statement, GuildId guild, const WipeScope &scope)
{
    bindWipeRange(statement, guild, scope);
    statement.bind(u":open_too"_s, scope.kind == WipeScope::Kind::Everything);
}

WipeRecord readWipeRow(Statement &row)
{
    WipeRecord wipe;
    wipe.id = row.integer();
    wipe.guild = row.id<GuildId>();
    wipe.atMs = row.integer();
    wipe.actor = readActor(row);
    wipe.scope.kind = row.code<WipeScope::Kind>();
    wipe.scope.days = int(row.integer());
    wipe.scope.category.all = row.flag();
    wipe.scope.category.id = row.id<ChannelId>();
    wipe.scope.category.name = row.text();
    wipe.scope.nowMs = row.integer();
    wipe.tickets = int(row.integer());
    wipe.messages = row.integer();
    wipe.backupFile = row.text();
    wipe.undoUntilMs = row.integer();
    wipe.legacy = row.flag();
    wipe.undoneAtMs = row.integer();
    wipe.undoneBy = readActor(row);
    return wipe;
}

WipePreview Reader::wipePreview(GuildId guild, const WipeScope &scope) const
{
    WipePreview preview;
    {
        // One walk for all the numbers. What is excluded as "not a ticket" goes along, but was never in a number, so it is in
        // none here.
        Statement counts(
            m_db,
            u"SELECT ticket.category_id, coalesce(nullif(max(category.name), ''), "
            u"max(ticket.category_name)), count(*), count(*) - sum(ticket.is_open), sum(ticket.is_open), "
            "sum(ticket.stored_messages), min(ticket.opened_at), max(ticket.opened_at) FROM ticket "
            "LEFT JOIN category ON category.guild_id = ticket.guild_id AND category.category_id = "
            "ticket.category_id WHERE " TA_WIPE_CONDITION
            " AND ticket.excluded = 0 GROUP BY ticket.category_id ORDER BY 3 DESC, 2"_s);
        bindWipeScope(counts, guild, scope);
        for (bool ok = counts.ask(); ok && counts.next();) {
            CategoryCount count;
            count.category = counts.id<ChannelId>();
            count.name = counts.text();
            count.opened = int(counts.integer());
            count.closed = int(counts.integer());
            count.openNow = int(counts.integer());
            preview.messages += counts.integer();
            const UtcMs first = counts.integer(), last = counts.integer();
            preview.firstMs = preview.tickets == 0 ? first : std::min(preview.firstMs, first);
            preview.lastMs = preview.tickets == 0 ? last : std::max(preview.lastMs, last);
            preview.tickets += count.opened;
            preview.openIncluded += count.openNow;
            preview.byCategory += count;
        }
    }
    if (scope.kind == WipeScope::Kind::Everything && scope.category.all) {
        preview.share = preview.tickets > 0 ? 1 : 0;
    } else {
        Statement total(m_db, u"SELECT count(*) FROM live_ticket WHERE guild_id = :guild"_s);
        total.bind(u":guild"_s, guild);
        const qint64 all = total.ask() && total.next() ? total.integer() : 0;
        preview.share = all > 0 ? double(preview.tickets) / double(all) : 0;
    }
    if (scope.kind != WipeScope::Kind::Everything) {
        Statement kept(
            m_db,
            u"SELECT count(*) FROM live_ticket WHERE guild_id = :guild AND is_open = 1 "
            "AND opened_at >= :from AND opened_at < :to AND (:any_category = 1 OR category_id = :category)"_s);
        bindWipeRange(kept, guild, scope);
        if (kept.ask() && kept.next())
            preview.openKept = int(kept.integer());
    }
    {
        Statement first(m_db,
                        u"SELECT ticket.ticket_id FROM ticket WHERE " TA_WIPE_CONDITION
                        " AND ticket.excluded = 0 ORDER BY ticket.opened_at, ticket.ticket_id LIMIT 5"_s);
        bindWipeScope(first, guild, scope);
        for (bool ok = first.ask(); ok && first.next();)
            preview.firstTickets += first.id<ChannelId>();
        Statement last(
            m_db,
            u"SELECT ticket.ticket_id FROM ticket WHERE " TA_WIPE_CONDITION
            " AND ticket.excluded = 0 ORDER BY ticket.opened_at DESC, ticket.ticket_id DESC LIMIT 5"_s);
        bindWipeScope(last, guild, scope);
        for (bool ok = last.ask(); ok && last.next();)
            preview.lastTickets.prepend(last.id<ChannelId>());
    }
    Statement size(
        m_db,
        u"SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, "
        "pragma_page_size"_s);
    if (size.ask() && size.next())
        preview.estimatedBackupBytes = size.integer();
    return preview;
}

QVector<WipeRecord> Reader::wipes(GuildId guild, int offset, int limit, int *total) const
{
    if (total) {
        Statement count(
            m_db,
            u"SELECT count(*) FROM wipe_log AS w LEFT JOIN wipe_undone AS u ON u.wipe_id = w.wipe_id "
            "AND u.guild_id = w.guild_id WHERE w.guild_id = :guild AND (w.legacy = 0 OR u.wipe_id IS NULL)"_s);
        count.bind(u":guild"_s, guild);
        *total = count.ask() && count.next() ? int(count.integer()) : 0;
    }
    QVector<WipeRecord> rows;
    Statement query(
        m_db,
        u"SELECT " TA_WIPE_COLUMNS " FROM wipe_log AS w LEFT JOIN wipe_undone AS u "
        "ON u.wipe_id = w.wipe_id AND u.guild_id = w.guild_id WHERE w.guild_id = :guild "
        "AND (w.legacy = 0 OR u.wipe_id IS NULL) ORDER BY w.at_ms DESC, w.wipe_id DESC LIMIT :limit OFFSET :offset"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":limit"_s, limit);
    query.bind(u":offset"_s, offset);
    for (bool ok = query.ask(); ok && query.next();)
        rows += readWipeRow(query);
    return rows;
}
