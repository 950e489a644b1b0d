// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/historyrows.h"

#include "bot/store/adminrows.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

// Imported deletions stand in the list of deletions only, without a row of their own here. `negative` ids keep them apart.
#define TA_HISTORY_ROWS                                                                                      \
    "SELECT history_id AS row_id, at_ms, actor_id, actor_name, actor_console, kind, before, after FROM "     \
    "history WHERE guild_id = :guild "                                                                       \
    "UNION ALL SELECT -w.wipe_id, w.at_ms, w.actor_id, w.actor_name, w.actor_console, 'wipe', '{}', "        \
    "json_object('wipe', w.wipe_id, 'days', w.days, 'tickets', w.tickets, 'messages', w.messages, "          \
    "'imported', json('true')) FROM wipe_log AS w LEFT JOIN wipe_undone AS u ON u.wipe_id = w.wipe_id "      \
    "AND u.guild_id = w.guild_id WHERE w.guild_id = :guild AND w.legacy = 1 AND u.wipe_id IS NULL"
#define TA_HISTORY_MATCHES                                                                                   \
    "(:kind = '' OR kind = :kind) AND at_ms >= :from AND at_ms < :to AND (:anybody = 1 OR "                  \
    "(actor_id = :actor AND actor_console = :console AND (actor_id <> 0 OR actor_name = :name)))"

void bindHistoryFilter(Statement &statement, GuildId guild, const HistoryFilter &filter)
{
    const Actor by = filter.by.value_or(Actor());
    const Window at =
        filter.at.value_or(Window{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()});
    statement.bind(u":guild"_s, guild);
    statement.bind(u":kind"_s, filter.kind);
    statement.bind(u":from"_s, at.fromMs);
    statement.bind(u":to"_s, at.toMs);
    statement.bind(u":anybody"_s, !filter.by.has_value());
    statement.bind(u":actor"_s, by.user);
    statement.bind(u":console"_s, by.console);
    statement.bind(u":name"_s, by.name);
}

HistoryRow readHistoryRow(Statement &query, GuildId guild)
{
    HistoryRow row;
    row.id = query.integer();
    row.guild = guild;
    row.atMs = query.integer();
    row.actor = readActor(query);
    row.kind = query.text();
    row.before = QJsonDocument::fromJson(query.text().toUtf8()).object();
    row.after = QJsonDocument::fromJson(query.text().toUtf8()).object();
    return row;
}

template <class IdType>
QVector<IdType> idsFromJson(const QJsonValue &value)
{
    QVector<IdType> ids;
    const QJsonArray texts = value.toArray();
    for (const QJsonValue &text : texts)
        ids += IdType::fromText(text.toString());
    return ids;
}

template <class IdType>
void setIds(QSet<IdType> &ids, const QJsonValue &value)
{
    const auto wanted = idsFromJson<IdType>(value);
    ids = QSet<IdType>(wanted.begin(), wanted.end());
}

// Lists have an order that the history does not know: what stays keeps its place.
template <class IdType>
void setIds(QVector<IdType> &ids, const QJsonValue &value)
{
    const auto wanted = idsFromJson<IdType>(value);
    ids.removeIf([&wanted](IdType id) { return !wanted.contains(id); });
    for (IdType id : wanted) {
        if (!ids.contains(id))
            ids += id;
    }
}

bool setValue(StoredConfig &config, const QString &key, const QJsonValue &value)
{
    if (key == "support_roles"_L1)
        setIds(config.supportRoles, value);
    else if (key == "stats_roles"_L1)
        setIds(config.statsRoles, value);
    else if (key == "database_roles"_L1)
        setIds(config.databaseRoles, value);
    else if (key == "access_roles"_L1)
        setIds(config.accessRoles, value);
    else if (key == "ticket_categories"_L1)
        setIds(config.ticketCategories, value);
    else if (key == "closed_categories"_L1)
        setIds(config.closedCategories, value);
    else if (key == "ticket_bots"_L1)
        setIds(config.ticketBots, value);
    else if (key == "log_channel"_L1)
        config.logChannel = ChannelId::fromText(value.toString());
    else if (key == "archive_channel"_L1)
        config.archiveChannel = ChannelId::fromText(value.toString());
    else if (key == "public_by_default"_L1)
        config.publicByDefault = value.toBool();
    else if (key == "time_zone"_L1)
        config.timeZone = value.toString().toLatin1();
    else if (key == "post_language"_L1)
        config.postLanguage = value.toString();
    else if (key == "first_response_target_ms"_L1)
        config.firstResponseTargetMs = value.toInt();
    else if (key == "resolution_target_ms"_L1)
        config.resolutionTargetMs = value.toInt();
    else if (key == "heavy_load"_L1)
        config.heavyLoad = value.toInt();
    else if (key == "working_hours"_L1)
        config.workingWeek = WorkingHours::weekFromText(value.toString());
    else if (key == "holidays"_L1)
        config.holidays = WorkingHours::holidaysFromText(value.toString());
    else if (key == "category_targets"_L1)
        config.categoryTargets = targetsFromText(value.toString());
    else if (key == "configured"_L1)
        config.configured = value.toBool();
    else
        return false;
    return true;
}

} // namespace

bool HistoryFilter::operator==(const HistoryFilter &o) const
{
    const auto same = [](const Actor &a, const Actor &b) {
        return a.user == b.user && a.console == b.console && a.name == b.name;
    };
    return kind == o.kind && at == o.at && by.has_value() == o.by.has_value() && (!by || same(*by, *o.by));
}

HistoryPage readHistory(const Reader &reader, GuildId guild, const HistoryFilter &filter, int offset,
                        int limit)
{
    HistoryPage page;
    const QSqlDatabase db = reader.database();
    {
        Statement counts(db,
                         u"WITH entry AS (" TA_HISTORY_ROWS
                         ") SELECT count(*), coalesce(sum(" TA_HISTORY_MATCHES "), 0) FROM entry"_s);
        bindHistoryFilter(counts, guild, filter);
        if (counts.ask() && counts.next()) {
            page.all = int(counts.integer());
            page.total = int(counts.integer());
        }
    }
    {
        Statement rows(db,
                       u"WITH entry AS (" TA_HISTORY_ROWS ") SELECT row_id, at_ms, actor_id, actor_name, "
                       "actor_console, kind, before, after FROM entry WHERE " TA_HISTORY_MATCHES
                       " ORDER BY at_ms DESC, row_id DESC LIMIT :limit OFFSET :offset"_s);
        bindHistoryFilter(rows, guild, filter);
        rows.bind(u":limit"_s, limit);
        rows.bind(u":offset"_s, offset);
        for (bool ok = rows.ask(); ok && rows.next();)
            page.rows += readHistoryRow(rows, guild);
    }
    {
        Statement kinds(db,
                        u"WITH entry AS (" TA_HISTORY_ROWS ") SELECT DISTINCT kind FROM entry ORDER BY 1"_s);
        kinds.bind(u":guild"_s, guild);
        for (bool ok = kinds.ask(); ok && kinds.next();)
            page.kinds += kinds.text();
    }
    {
        // One entry per person, by the newest name.
        Statement people(db,
                         u"WITH entry AS (" TA_HISTORY_ROWS
                         ") SELECT actor_id, actor_name, actor_console, max(at_ms) FROM entry "
                         "GROUP BY actor_id, actor_console, CASE actor_id WHEN 0 THEN actor_name END "
                         "ORDER BY actor_name COLLATE NOCASE, actor_id"_s);
        people.bind(u":guild"_s, guild);
        for (bool ok = people.ask(); ok && people.next();)
            page.people += readActor(people);
    }
    const QVector<WipeRecord> wipes = reader.wipes(guild, 0, -1);
    for (const WipeRecord &wipe : wipes)
        page.wipes.insert(wipe.id, wipe);
    return page;
}

std::optional<StoredConfig> configBefore(const StoredConfig &now, const HistoryRow &row)
{
    if (row.kind != "config"_L1 || row.after.isEmpty())
        return {};
    const QJsonObject current = configAsJson(now);
    StoredConfig config = now;
    for (auto it = row.after.begin(); it != row.after.end(); ++it) {
        if (current.value(it.key()) != it.value() || !setValue(config, it.key(), row.before.value(it.key())))
            return {};
    }
    return config;
}
