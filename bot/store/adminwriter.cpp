// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/adminrows.h"
#include "bot/store/sql.h"
#include "bot/store/writer.h"
#include "bot/tickets/configedit.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

template <class Ids>
QJsonArray idsAsJson(const Ids &ids)
{
    QStringList texts;
    for (auto id : ids)
        texts += id.toString();
    texts.sort();
    return QJsonArray::fromStringList(texts);
}

template <class Ids>
QVector<qint64> idsForSql(const Ids &ids)
{
    QVector<qint64> values;
    for (auto id : ids)
        values += id.toSql();
    return values;
}

} // namespace

QJsonObject configAsJson(const StoredConfig &config)
{
    return {{u"support_roles"_s, idsAsJson(config.supportRoles)},
            {u"stats_roles"_s, idsAsJson(config.statsRoles)},
            {u"database_roles"_s, idsAsJson(config.databaseRoles)},
            {u"access_roles"_s, idsAsJson(config.accessRoles)},
            {u"ticket_categories"_s, idsAsJson(config.ticketCategories)},
            {u"closed_categories"_s, idsAsJson(config.closedCategories)},
            {u"ticket_bots"_s, idsAsJson(config.ticketBots)},
            {u"log_channel"_s, config.logChannel.toString()},
            {u"archive_channel"_s, config.archiveChannel.toString()},
            {u"public_by_default"_s, config.publicByDefault},
            {u"time_zone"_s, QString::fromLatin1(config.timeZone)},
            {u"post_language"_s, config.postLanguage},
            {u"first_response_target_ms"_s, config.firstResponseTargetMs},
            {u"resolution_target_ms"_s, config.resolutionTargetMs},
            {u"heavy_load"_s, config.heavyLoad},
            {u"working_hours"_s, WorkingHours::weekText(config.workingWeek)},
            {u"holidays"_s, WorkingHours::holidaysText(config.holidays)},
            {u"category_targets"_s, targetsText(config.categoryTargets)},
            {u"configured"_s, config.configured}};
}

// -- Servers and settings -------------------------------------------------------------------------

Status Writer::saveGuild(const GuildInfo &guild)
{
    Statement &save = (*m_statements)(
        u"INSERT INTO guild (guild_id, name, icon, owner_id, locale, removed) "
        "VALUES (:guild, :name, :icon, :owner, :locale, :removed) ON CONFLICT (guild_id) DO UPDATE SET name "
        "= excluded.name, "
        "icon = excluded.icon, owner_id = excluded.owner_id, locale = excluded.locale, removed = excluded.removed"_s);
    save.bind(u":guild"_s, guild.id);
    save.bind(u":name"_s, guild.name);
    save.bind(u":icon"_s, guild.icon);
    save.bind(u":owner"_s, guild.owner);
    save.bind(u":locale"_s, guild.locale);
    save.bind(u":removed"_s, guild.removed);
    m_changes.guilds += guild.id;
    return save.exec();
}

// A server has a row as soon as anything is known about it: an import comes before the first connection.
Status Writer::knowGuild(GuildId guild)
{
    if (m_knownGuilds.contains(guild))
        return {};
    m_knownGuilds += guild;
    Statement &insert =
        (*m_statements)(u"INSERT INTO guild (guild_id) VALUES (:guild) ON CONFLICT DO NOTHING"_s);
    insert.bind(u":guild"_s, guild);
    return insert.exec();
}

Status Writer::saveConfig(GuildId guild, const StoredConfig &config, const Actor &actor)
{
    const auto stored = readConfig(m_db, guild);
    if (!stored)
        return stored.error();
    if (Status status = knowGuild(guild); !status)
        return status;
    Statement &save = (*m_statements)(
        u"INSERT INTO guild_setting (guild_id, configured, log_channel, archive_channel, public_by_default, "
        u"time_zone, "
        "post_language, first_response_target_ms, resolution_target_ms, heavy_load, working_hours, holidays, "
        "category_targets) VALUES (:guild, "
        ":configured, "
        ":log_channel, :archive_channel, :public, :time_zone, :language, :first_response, :resolution, "
        ":heavy_load, :working_hours, :holidays, :category_targets) "
        "ON CONFLICT (guild_id) DO UPDATE SET configured = excluded.configured, log_channel = "
        "excluded.log_channel, "
        "archive_channel = excluded.archive_channel, public_by_default = excluded.public_by_default, "
        "time_zone = excluded.time_zone, post_language = excluded.post_language, "
        "first_response_target_ms = excluded.first_response_target_ms, "
        "resolution_target_ms = excluded.resolution_target_ms, heavy_load = excluded.heavy_load, "
        "working_hours = excluded.working_hours, holidays = excluded.holidays, "
        "category_targets = excluded.category_targets"_s);
    save.bind(u":guild"_s, guild);
    save.bind(u":configured"_s, config.configured);
    save.bind(u":log_channel"_s, config.logChannel);
    save.bind(u":archive_channel"_s, config.archiveChannel);
    save.bind(u":public"_s, config.publicByDefault);
    save.bind(u":time_zone"_s, QString::fromLatin1(config.timeZone));
    save.bind(u":language"_s, config.postLanguage);
    save.bind(u":first_response"_s, config.firstResponseTargetMs);
    save.bind(u":resolution"_s, config.resolutionTargetMs);
    save.bind(u":heavy_load"_s, config.heavyLoad);
    save.bind(u":working_hours"_s, WorkingHours::weekText(config.workingWeek));
    save.bind(u":holidays"_s, WorkingHours::holidaysText(config.holidays));
    save.bind(u":category_targets"_s, targetsText(config.categoryTargets));
    if (Status status = save.exec(); !status)
        return status;
    const QVector<QPair<ConfigList, QVector<qint64>>> lists{
        {ConfigList::SupportRoles, idsForSql(config.supportRoles)},
        {ConfigList::StatsRoles, idsForSql(config.statsRoles)},
        {ConfigList::DatabaseRoles, idsForSql(config.databaseRoles)},
        {ConfigList::AccessRoles, idsForSql(config.accessRoles)},
        {ConfigList::TicketCategories, idsForSql(config.ticketCategories)},
        {ConfigList::ClosedCategories, idsForSql(config.closedCategories)},
        {ConfigList::TicketBots, idsForSql(config.ticketBots)}};
    for (const auto &[kind, entries] : lists) {
        if (Status status = saveList(guild, kind, entries); !status)
            return status;
    }
    m_changes.config = true;
    m_changes.guilds += guild;

    // The history holds what changed, not the whole settings.
    HistoryRow row;
    row.guild = guild;
    row.atMs = m_clock.utc();
    row.actor = actor;
    row.kind = u"config"_s;
    const QJsonObject before = configAsJson(*stored), after = configAsJson(config);
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (before.value(it.key()) == it.value())
            continue;
        row.before.insert(it.key(), before.value(it.key()));
        row.after.insert(it.key(), it.value());
    }
    return row.after.isEmpty() ? Status() : addHistory(row);
}

Status Writer::editConfig(GuildId guild, const ConfigEdit &edit, const Actor &actor)
{
    const Result<StoredConfig> stored = readConfig(m_db, guild);
    if (!stored)
        return stored.error();
    if (Status saved = saveConfig(guild, applied(edit, *stored), actor); !saved)
        return saved;
    // Somebody may have done the same meanwhile: then there is nothing left to do and nothing to record.
    for (auto user = edit.addMax.cbegin(); user != edit.addMax.cend(); ++user) {
        if (const Result<bool> added = addMaxUser(guild, user.key(), user.value(), actor); !added)
            return added.error();
    }
    for (auto user = edit.removeMax.cbegin(); user != edit.removeMax.cend(); ++user) {
        if (const Result<bool> removed = removeMaxUser(guild, user.key(), actor); !removed)
            return removed.error();
    }
    return {};
}

Status Writer::saveList(GuildId guild, ConfigList kind, const QVector<qint64> &entries)
{
    Statement &clear = (*m_statements)(u"DELETE FROM guild_list WHERE guild_id = :guild AND kind = :kind"_s);
    clear.bind(u":guild"_s, guild);
    clear.bind(u":kind"_s, kind);
    if (Status status = clear.exec(); !status)
        return status;
    Statement &insert = (*m_statements)(u"INSERT INTO guild_list (guild_id, kind, position, entry_id) "
                                        "VALUES (:guild, :kind, :position, :entry) ON CONFLICT DO NOTHING"_s);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        insert.bind(u":guild"_s, guild);
        insert.bind(u":kind"_s, kind);
        insert.bind(u":position"_s, qint64(i));
        insert.bind(u":entry"_s, entries.at(i));
        if (Status status = insert.exec(); !status)
            return status;
    }
    return {};
}

Status Writer::rememberCategories(GuildId guild, const QVector<NamedCategory> &categories)
{
    const UtcMs now = m_clock.utc();
    Statement &mark =
        (*m_statements)(u"UPDATE category SET configured_since = :now "
                        "WHERE guild_id = :guild AND category_id = :category AND configured_since = 0"_s);
    for (const NamedCategory &category : categories) {
        if (Status status = rememberCategory(guild, category.id, category.name, now); !status)
            return status;
        mark.bind(u":now"_s, now);
        mark.bind(u":guild"_s, guild);
        mark.bind(u":category"_s, category.id);
        if (Status status = mark.exec(); !status)
            return status;
    }
    return adoptLegacyCategories(guild);
}

Status Writer::rememberBot(UserId bot)
{
    return setMeta(u"bot_id"_s, bot.toString());
}

// -- People ---------------------------------------------------------------------------------------

Result<bool> Writer::addMaxUser(GuildId guild, UserId user, const QString &name, const Actor &actor)
{
    const UtcMs now = m_clock.utc();
    // An imported entry that waits for a manager's word becomes real by adding it again.
    Statement &insert = (*m_statements)(
        u"INSERT INTO max_user (guild_id, user_id, name, added_by, added_by_name, added_in_console, "
        u"added_at, confirmed) "
        "VALUES (:guild, :user, :name, :by, :by_name, :console, :at, 1) ON CONFLICT (guild_id, user_id) DO "
        "UPDATE SET "
        "name = excluded.name, added_by = excluded.added_by, added_by_name = excluded.added_by_name, "
        "added_in_console = excluded.added_in_console, added_at = excluded.added_at, confirmed = 1 WHERE confirmed = 0"_s);
    insert.bind(u":guild"_s, guild);
    insert.bind(u":user"_s, user);
    insert.bind(u":name"_s, name);
    insert.bind(u":by"_s, actor.user);
    insert.bind(u":by_name"_s, actor.name);
    insert.bind(u":console"_s, actor.console);
    insert.bind(u":at"_s, now);
    if (Status status = insert.exec(); !status)
        return status.error();
    if (insert.changed() == 0)
        return false;
    m_changes.config = true;
    m_changes.guilds += guild;
    const QJsonObject after{{u"user"_s, user.toString()}, {u"name"_s, name}};
    if (Status status = addHistory({0, guild, now, actor, u"max_add"_s, {}, after}); !status)
        return status.error();
    return true;
}

Result<bool> Writer::removeMaxUser(GuildId guild, UserId user, const Actor &actor)
{
    Statement &find =
        (*m_statements)(u"SELECT name FROM max_user WHERE guild_id = :guild AND user_id = :user"_s);
    find.bind(u":guild"_s, guild);
    find.bind(u":user"_s, user);
    if (Status status = find.exec(); !status)
        return status.error();
    const bool listed = find.next();
    const QString name = listed ? find.text() : QString();
    find.finish();
    if (!listed)
        return false;
    Statement &remove =
        (*m_statements)(u"DELETE FROM max_user WHERE guild_id = :guild AND user_id = :user"_s);
    remove.bind(u":guild"_s, guild);
    remove.bind(u":user"_s, user);
    if (Status status = remove.exec(); !status)
        return status.error();
    m_changes.config = true;
    m_changes.guilds += guild;
    const QJsonObject before{{u"user"_s, user.toString()}, {u"name"_s, name}};
    if (Status status = addHistory({0, guild, m_clock.utc(), actor, u"max_remove"_s, before, {}}); !status)
        return status.error();
    return true;
}

Status Writer::addHistory(const HistoryRow &row)
{
    Statement &insert = (*m_statements)(
        u"INSERT INTO history (guild_id, at_ms, actor_id, actor_name, actor_console, kind, before, after) "
        "VALUES (:guild, :at, :actor, :actor_name, :console, :kind, :before, :after)"_s);
    insert.bind(u":guild"_s, row.guild);
    insert.bind(u":at"_s, row.atMs ? row.atMs : m_clock.utc());
    insert.bind(u":actor"_s, row.actor.user);
    insert.bind(u":actor_name"_s, row.actor.name);
    insert.bind(u":console"_s, row.actor.console);
    insert.bind(u":kind"_s, row.kind);
    insert.bind(u":before"_s, QString::fromUtf8(QJsonDocument(row.before).toJson(QJsonDocument::Compact)));
    insert.bind(u":after"_s, QString::fromUtf8(QJsonDocument(row.after).toJson(QJsonDocument::Compact)));
    m_changes.audit = true;
    m_changes.guilds += row.guild;
    return insert.exec();
}
