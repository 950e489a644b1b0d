// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/adminrows.h"
#include "bot/store/gaps.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

// The live ones, with the index named: without statistics of the data SQLite would walk all tickets of the
// server.
#define TA_OPEN_TICKETS                                                                                      \
    "FROM ticket INDEXED BY ticket_closed WHERE ticket.guild_id = :guild AND ticket.wipe_id IS NULL AND "    \
    "ticket.known = 1 "                                                                                      \
    "AND ticket.excluded = 0 AND ticket.is_open = 1 "
#define TA_CLOSED_TICKETS                                                                                    \
    "FROM ticket INDEXED BY ticket_closed WHERE ticket.guild_id = :guild AND ticket.wipe_id IS NULL AND "    \
    "ticket.known = 1 "                                                                                      \
    "AND ticket.excluded = 0 AND ticket.is_open = 0 "
#define TA_ALL_TICKETS                                                                                       \
    "FROM ticket WHERE ticket.guild_id = :guild AND ticket.wipe_id IS NULL AND ticket.known = 1 AND "        \
    "ticket.excluded = 0 "
#define TA_NOT_TICKETS                                                                                       \
    "FROM ticket INDEXED BY ticket_excluded WHERE ticket.guild_id = :guild AND ticket.wipe_id IS NULL AND "  \
    "ticket.known = 1 "                                                                                      \
    "AND ticket.excluded = 1 "

// Longer than the target of its category; those that have one of their own come as a JSON object of category -> ms.
#define TA_OVERDUE                                                                                           \
    "(ticket.waiting_since > 0 AND ticket.waiting_since < :now - coalesce((SELECT value FROM "               \
    "json_each(:category_targets) WHERE key = CAST(ticket.category_id AS TEXT)), :target))"

constexpr qint64 QuietMs = 24 * HourMs;

// A question put together from whole, constant clauses; every value is bound.
struct TicketQuery
{
    QStringList clauses;
    QVector<QPair<QString, QVariant>> values;

    void where(const QString &clause) { clauses += clause; }
    void where(const QString &clause, const QString &name, const QVariant &value)
    {
        clauses += clause;
        values += {name, value};
    }
    Statement prepare(const QSqlDatabase &database, const QString &head, const QStringList &tail = {}) const
    {
        Statement statement(database, (QStringList{head} << clauses << tail).join(u' '));
        for (const auto &[name, value] : values) {
            if (value.userType() == QMetaType::QString)
                statement.bind(name, value.toString());
            else
                statement.bind(name, value.toLongLong());
        }
        return statement;
    }
};

QString likePattern(const QString &search)
{
    QString pattern = search.trimmed().left(100);
    if (pattern.startsWith(u'#'))
        pattern.remove(0, 1);
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + pattern + u'%';
}

QString targetsAsJson(const Targets &targets)
{
    QStringList entries;
    for (auto it = targets.byCategory.cbegin(); it != targets.byCategory.cend(); ++it)
        entries += u"\"%1\":%2"_s.arg(it.key().toString()).arg(targets.firstResponse(it.key()));
    return u'{' + entries.join(u',') + u'}';
}

TicketQuery ticketQuery(GuildId guild, const TicketListFilter &filter, UtcMs nowMs, const Targets &targets)
{
    TicketQuery query;
    if (filter.notTickets)
        query.where(u"" TA_NOT_TICKETS ""_s);
    else if (filter.tab == TicketListFilter::Tab::Closed)
        query.where(u"" TA_CLOSED_TICKETS ""_s);
    else if (filter.tab == TicketListFilter::Tab::All)
        query.where(u"" TA_ALL_TICKETS ""_s);
    else
        query.where(u"" TA_OPEN_TICKETS ""_s);
    query.values += {u":guild"_s, guild.toSql()};
    if (!filter.notTickets && filter.tab == TicketListFilter::Tab::Waiting)
        query.where(u"AND ticket.waiting_since > 0"_s);
    if (!filter.category.all)
        query.where(u"AND ticket.category_id = :category"_s, u":category"_s,
                    storedCategory(filter.category).toSql());
    if (filter.opened) {
        query.where(u"AND ticket.opened_at >= :opened_from"_s, u":opened_from"_s, filter.opened->fromMs);
        query.where(u"AND ticket.opened_at < :opened_to"_s, u":opened_to"_s, filter.opened->toMs);
    }
    if (filter.closed) {
        query.where(u"AND ticket.is_open = 0"_s);
        query.where(u"AND ticket.closed_at >= :closed_from"_s, u":closed_from"_s, filter.closed->fromMs);
        query.where(u"AND ticket.closed_at < :closed_to"_s, u":closed_to"_s, filter.closed->toMs);
    }
    if (filter.only) {
        QStringList ids;
        for (const ChannelId id : *filter.only)
            ids += id.toString();
        query.where(u"AND ticket.ticket_id IN (SELECT value FROM json_each(:only))"_s, u":only"_s,
                    u'[' + ids.join(u',') + u']');
    }
    if (filter.lastReplyBy)
        query.where(u"AND ticket.last_staff = :last_staff"_s, u":last_staff"_s, filter.lastReplyBy->toSql());
    if (filter.noReplyYet)
        query.where(u"AND ticket.last_staff_at = 0"_s);
    if (filter.answered)
        query.where(u"AND ticket.waiting_since = 0"_s);
    if (filter.quiet)
        query.where(u"AND max(ticket.last_human_at, ticket.opened_at) < :quiet_before"_s, u":quiet_before"_s,
                    nowMs - QuietMs);
    if (filter.overdue) {
        query.where(u"AND " TA_OVERDUE ""_s, u":now"_s, nowMs);
        query.values += {u":category_targets"_s, targetsAsJson(targets)};
        query.values += {u":target"_s, targets.firstResponseMs};
    }
    if (!filter.search.trimmed().isEmpty()) {
        query.where(
            u"AND (ticket.name LIKE :search ESCAPE '\\' OR ticket.close_reason LIKE :search ESCAPE '\\' "
            "OR ticket.closed_by_name LIKE :search ESCAPE '\\' OR ticket.ticket_id = :search_id "
            "OR EXISTS (SELECT 1 FROM person WHERE person.guild_id = ticket.guild_id AND person.user_id IN "
            "(ticket.requester, ticket.last_staff, ticket.closed_by, ticket.claimed_by) "
            "AND person.user_id <> 0 AND person.name LIKE :search ESCAPE '\\'))"_s,
            u":search"_s, likePattern(filter.search));
        query.values += {u":search_id"_s, ChannelId::fromText(filter.search.trimmed()).toSql()};
    }
    return query;
}

QString orderClause(TicketListFilter::Sort sort, bool descending)
{
    using Sort = TicketListFilter::Sort;
    switch (sort) {
    // Waiting: the longest first when descending, that is the earliest "since"; who does not wait comes last
    // either way.
    case Sort::Waiting:
        return descending
            ? u"ORDER BY ticket.waiting_since = 0, ticket.waiting_since, ticket.ticket_id"_s
            : u"ORDER BY ticket.waiting_since = 0, ticket.waiting_since DESC, ticket.ticket_id"_s;
    case Sort::Opened:
        return descending ? u"ORDER BY ticket.opened_at DESC, ticket.ticket_id DESC"_s
                          : u"ORDER BY ticket.opened_at, ticket.ticket_id"_s;
    case Sort::Closed:
        return descending ? u"ORDER BY ticket.closed_at DESC, ticket.ticket_id DESC"_s
                          : u"ORDER BY ticket.closed_at, ticket.ticket_id"_s;
    case Sort::Channel:
        return descending ? u"ORDER BY ticket.name COLLATE NOCASE DESC, ticket.ticket_id DESC"_s
                          : u"ORDER BY ticket.name COLLATE NOCASE, ticket.ticket_id"_s;
    case Sort::Category:
        return descending ? u"ORDER BY ticket.category_name COLLATE NOCASE DESC, ticket.ticket_id DESC"_s
                          : u"ORDER BY ticket.category_name COLLATE NOCASE, ticket.ticket_id"_s;
    case Sort::Messages:
        return descending ? u"ORDER BY ticket.human_messages DESC, ticket.ticket_id DESC"_s
                          : u"ORDER BY ticket.human_messages, ticket.ticket_id"_s;
    case Sort::FirstResponse:
        return descending
            ? u"ORDER BY ticket.first_response_at = 0, ticket.first_response_at - ticket.opened_at DESC, "
              "ticket.ticket_id DESC"_s
            : u"ORDER BY ticket.first_response_at = 0, ticket.first_response_at - ticket.opened_at, "
              "ticket.ticket_id"_s;
    }
    return {};
}

// What a list shows of tickets beside their rows: each person and category is looked up once.
void completeTicketRows(const Reader &reader, GuildId guild, QVector<TicketListRow> &rows)
{
    QVector<UserId> people;
    for (const TicketListRow &row : std::as_const(rows))
        people += {row.ticket.derived.requester, row.ticket.derived.lastStaff, row.ticket.closedBy};
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    const auto names = reader.names(guild, people);
    const QSet<ChannelId> withGaps = channelsWithGaps(reader.database(), guild);
    QHash<ChannelId, QString> categories;
    Statement category(reader.database(),
                       u"SELECT name FROM category WHERE guild_id = :guild AND category_id = :category "
                       "AND name <> ''"_s);
    for (TicketListRow &row : rows) {
        TicketRecord &ticket = row.ticket;
        auto known = categories.constFind(ticket.category);
        if (known == categories.constEnd()) {
            category.bind(u":guild"_s, guild);
            category.bind(u":category"_s, ticket.category);
            const bool named = category.ask() && category.next();
            known = categories.insert(ticket.category, named ? category.text() : QString());
            category.finish();
        }
        if (!known->isEmpty())
            ticket.categoryName = *known;
        ticket.messagesMissing = ticket.messagesMissing || withGaps.contains(ticket.id);
        row.requesterName = names.value(ticket.derived.requester);
        row.lastStaffName = names.value(ticket.derived.lastStaff);
        row.closedByName =
            ticket.closedBy ? names.value(ticket.closedBy, ticket.closedByName) : ticket.closedByName;
    }
}

QString selectParticipants()
{
    return u"SELECT author_id FROM message WHERE guild_id = :guild AND ticket_id = :ticket AND kind IN (0, "
           u"1, 2, 6) "
           "GROUP BY author_id ORDER BY min(at_ms), author_id"_s;
}

} // namespace

TicketPage Reader::tickets(GuildId guild, const TicketListFilter &filter, UtcMs nowMs,
                           const Targets &targets) const
{
    TicketPage page;
    const TicketQuery query = ticketQuery(guild, filter, nowMs, targets);
    {
        Statement count = query.prepare(m_db, u"SELECT count(*)"_s);
        if (count.ask() && count.next())
            page.total = int(count.integer());
    }
    {
        Statement rows =
            query.prepare(m_db, u"SELECT " TA_TICKET_COLUMNS ""_s,
                          {orderClause(filter.sort, filter.descending), u"LIMIT :limit OFFSET :offset"_s});
        rows.bind(u":limit"_s, filter.limit);
        rows.bind(u":offset"_s, filter.offset);
        for (bool ok = rows.ask(); ok && rows.next();) {
            TicketListRow row;
            row.ticket = readTicketRow(rows).record;
            page.rows += row;
        }
    }
    completeTicketRows(*this, guild, page.rows);

    Statement counts(m_db,
                     u"SELECT count(*), coalesce(sum(waiting_since > 0), 0), "
                     "coalesce(sum(" TA_OVERDUE "), 0), "
                     "coalesce(sum(last_staff_at = 0), 0), coalesce(sum(waiting_since = 0), 0), "
                     "coalesce(sum(max(last_human_at, opened_at) < :quiet), 0) " TA_OPEN_TICKETS ""_s);
    counts.bind(u":guild"_s, guild);
    counts.bind(u":now"_s, nowMs);
    counts.bind(u":category_targets"_s, targetsAsJson(targets));
    counts.bind(u":target"_s, targets.firstResponseMs);
    counts.bind(u":quiet"_s, nowMs - QuietMs);
    if (counts.ask() && counts.next()) {
        page.open = int(counts.integer());
        page.waiting = int(counts.integer());
        page.overdue = int(counts.integer());
        page.noReply = int(counts.integer());
        page.answered = int(counts.integer());
        page.quiet = int(counts.integer());
    }
    return page;
}

QVector<StaffNumbers> Reader::team(GuildId guild, const CategoryFilter &category) const
{
    QVector<StaffNumbers> result;
    Statement query(m_db,
                    u"SELECT last_staff, count(*) " TA_OPEN_TICKETS
                    "AND (:any_category = 1 OR ticket.category_id = :category) GROUP BY last_staff "
                    "ORDER BY last_staff = 0, 2 DESC, 1"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":any_category"_s, category.all);
    query.bind(u":category"_s, storedCategory(category));
    for (bool ok = query.ask(); ok && query.next();) {
        StaffNumbers numbers;
        numbers.user = query.id<UserId>();
        numbers.openNow = int(query.integer());
        result += numbers;
    }
    return result;
}

std::optional<TicketDetail> Reader::ticket(GuildId guild, ChannelId id) const
{
    TicketDetail detail;
    {
        Statement find(m_db,
                       u"SELECT " TA_TICKET_COLUMNS
                       " FROM ticket WHERE guild_id = :guild AND ticket_id = :ticket "
                       "AND wipe_id IS NULL AND known = 1"_s);
        find.bind(u":guild"_s, guild);
        find.bind(u":ticket"_s, id);
        if (!find.ask() || !find.next())
            return {};
        detail.row.ticket = readTicketRow(find).record;
    }
    QVector<TicketListRow> row{detail.row};
    completeTicketRows(*this, guild, row);
    detail.row = row.first();
    TicketRecord &ticket = detail.row.ticket;
    Statement people(m_db, selectParticipants());
    people.bind(u":guild"_s, guild);
    people.bind(u":ticket"_s, id);
    for (bool ok = people.ask(); ok && people.next();)
        detail.row.participants += people.id<UserId>();

    QVector<TimelineEntry> &timeline = detail.timeline;
    for (qsizetype i = 0; i < ticket.spells.size(); ++i) {
        const Spell &spell = ticket.spells.at(i);
        const auto opened = i == 0 ? TimelineEntry::Kind::Opened : TimelineEntry::Kind::Reopened;
        timeline += {opened, spell.openedAtMs,    i == 0 ? ticket.derived.requester : UserId(),
                     {},     AuthorKind::Unknown, 1};
        if (!spell.open())
            timeline += {TimelineEntry::Kind::Closed,
                         spell.closedAtMs,
                         i == ticket.spells.size() - 1 ? ticket.closedBy : UserId(),
                         {},
                         AuthorKind::Unknown,
                         1};
    }
    Statement statement(m_db, selectMessages());
    if (const auto messages = readMessages(statement, guild, id)) {
        for (const MessageFact &message : *messages) {
            AuthorKind kind = message.kind;
            if (kind == AuthorKind::Bot || kind == AuthorKind::Webhook || kind == AuthorKind::System)
                continue;
            if (message.author && message.author == ticket.derived.requester)
                kind = AuthorKind::Requester;
            const bool first = ticket.derived.firstResponseAtMs
                && message.atMs == ticket.derived.firstResponseAtMs
                && message.author == ticket.derived.firstResponder;
            timeline += {first ? TimelineEntry::Kind::FirstReply : TimelineEntry::Kind::Message,
                         message.atMs,
                         message.author,
                         {},
                         kind,
                         1};
        }
    }
    std::stable_sort(timeline.begin(), timeline.end(),
                     [](const TimelineEntry &a, const TimelineEntry &b) { return a.atMs < b.atMs; });
    // Consecutive messages by one person are one entry.
    QVector<TimelineEntry> merged;
    QVector<UserId> users;
    for (const TimelineEntry &entry : std::as_const(timeline)) {
        if (entry.kind == TimelineEntry::Kind::Message && !merged.isEmpty()
            && merged.last().kind == TimelineEntry::Kind::Message && merged.last().user == entry.user) {
            ++merged.last().count;
            continue;
        }
        merged += entry;
        users += entry.user;
    }
    const auto known = names(guild, users);
    for (TimelineEntry &entry : merged)
        entry.name = known.value(entry.user);
    timeline = std::move(merged);
    return detail;
}
