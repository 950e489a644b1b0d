// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/adminrows.h"
#include "bot/store/importrows.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"
#include "bot/store/writer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

// Moving in (MIGRATION.md): rows of another bot's history, marked with the import that brought them.

namespace {

constexpr qint64 ImportUndoMs = 30 * DayMs;

// What undoing needs of a ticket that was known before.
QJsonObject ticketBefore(const StoredTicket &stored)
{
    const TicketRecord &r = stored.record;
    return {{u"known"_s, stored.known},
            {u"opened"_s, r.openedAtMs},
            {u"quality"_s, int(r.quality)},
            {u"category"_s, QString::number(r.category.toSql())},
            {u"category_name"_s, r.categoryName},
            {u"from_opening"_s, r.categoryIsFromOpening},
            {u"requester"_s, r.requester.toString()},
            {u"requester_source"_s, int(r.requesterSource)},
            {u"alive"_s, r.lastAliveMs},
            {u"told"_s, stored.told},
            {u"closes"_s, stored.toldCloses},
            {u"reopens"_s, stored.toldReopens},
            {u"evidence"_s, QString::fromLatin1(packEvidence(r).toBase64())}};
}

QVector<quint64> importedList(const StoredConfig &config, ConfigList kind)
{
    const auto sorted = [](const QSet<RoleId> &roles) {
        QVector<quint64> ids;
        for (const RoleId role : roles)
            ids.append(role.value);
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    QVector<quint64> ids;
    switch (kind) {
    case ConfigList::SupportRoles:
        return sorted(config.supportRoles);
    case ConfigList::StatsRoles:
        return sorted(config.statsRoles);
    case ConfigList::DatabaseRoles:
        return sorted(config.databaseRoles);
    case ConfigList::AccessRoles:
        return sorted(config.accessRoles);
    case ConfigList::TicketCategories:
        for (const ChannelId category : config.ticketCategories)
            ids.append(category.value);
        return ids;
    case ConfigList::ClosedCategories:
        for (const ChannelId category : config.closedCategories)
            ids.append(category.value);
        return ids;
    case ConfigList::TicketBots:
        for (const UserId bot : config.ticketBots)
            ids.append(bot.value);
        return ids;
    }
    return ids;
}

} // namespace

QString listAsText(const StoredConfig &config, ConfigList kind)
{
    QStringList parts;
    const QVector<quint64> ids = importedList(config, kind);
    for (const quint64 id : ids)
        parts.append(QString::number(id));
    return parts.join(u',');
}

Result<qint64> Writer::beginImport(const Actor &actor, const QString &source, const QString &backupFile)
{
    const UtcMs now = m_clock.utc();
    Statement insert(m_db,
                     u"INSERT INTO import_log (at_ms, actor_id, actor_name, actor_console, source, "
                     "backup_file, undo_until) "
                     "VALUES (:at, :actor, :name, :console, :source, :backup, :until)"_s);
    insert.bind(u":at"_s, now);
    insert.bind(u":actor"_s, actor.user);
    insert.bind(u":name"_s, actor.name);
    insert.bind(u":console"_s, actor.console);
    insert.bind(u":source"_s, source);
    insert.bind(u":backup"_s, backupFile);
    insert.bind(u":until"_s, now + ImportUndoMs);
    if (Status status = insert.exec(); !status)
        return status.error();
    return insert.lastInsertId();
}

Status Writer::importGuild(qint64 import, GuildId guild)
{
    Statement known(m_db, u"SELECT 1 FROM guild WHERE guild_id = :guild"_s);
    known.bind(u":guild"_s, guild);
    if (Status status = known.exec(); !status)
        return status;
    if (known.nextOnly())
        return {};
    if (Status status = knowGuild(guild); !status)
        return status;
    Statement mark(m_db, u"INSERT INTO import_guild (guild_id, import_id) VALUES (:guild, :import)"_s);
    mark.bind(u":guild"_s, guild);
    mark.bind(u":import"_s, import);
    return mark.exec();
}

Result<Writer::ImportedTicket> Writer::importTicket(qint64 import, GuildId guild, ChannelId ticket,
                                                    const TicketFacts &facts)
{
    const auto importedMessages = [&]() -> Result<QSet<qint64>> {
        QSet<qint64> ids;
        Statement &messages = (*m_statements)(
            u"SELECT message_id FROM message WHERE guild_id = :guild AND ticket_id = :ticket AND message_id < 0"_s);
        messages.bind(u":guild"_s, guild);
        messages.bind(u":ticket"_s, ticket);
        if (Status status = messages.exec(); !status)
            return status.error();
        while (messages.next())
            ids.insert(messages.integer());
        if (Status status = messages.ended(); !status)
            return status.error();
        return ids;
    };

    const auto before = loadTicket(guild, ticket);
    if (!before)
        return before.error();
    const bool known = before->has_value();
    QSet<qint64> had;
    if (known) {
        auto ids = importedMessages();
        if (!ids)
            return ids.error();
        had = std::move(ids.value());
    }
    QVector<const TicketFact *> pointers;
    pointers.reserve(facts.size());
    for (const TicketFact &fact : facts)
        pointers.append(&fact);
    // No cards and no alarms for what another bot saw, also where a running bot tells of everything else.
    const auto rules = std::exchange(m_noticeRules, {});
    // Not by apply(): that would also say that the bot was alive just now, and hide the gap before (2.5).
    const Status applied = applyToTicket(guild, ticket, pointers, false);
    m_noticeRules = rules;
    if (!applied)
        return applied.error();
    // No list of a million changed tickets: everything is read anew.
    m_changes.events.clear();
    m_changes.tickets.clear();
    m_changes.wiped = true;

    ImportedTicket result;
    const auto after = loadTicket(guild, ticket);
    if (!after)
        return after.error();
    if (!after->has_value()) {
        result.wiped = true; // long ago: only its tombstone is left
        return result;
    }
    const StoredTicket &now = *after.value();
    result.wiped = now.record.wipeId != 0;
    QVector<qint64> added;
    if (known) {
        const StoredTicket &then = *before.value();
        if (then.record == now.record && then.known == now.known && then.storedMessages == now.storedMessages)
            return result;
        result.changed = true;
        const auto ids = importedMessages();
        if (!ids)
            return ids.error();
        for (const qint64 id : *ids) {
            if (!had.contains(id))
                added.append(id);
        }
    } else {
        result.created = true;
    }
    Statement &mark = (*m_statements)(
        u"INSERT INTO import_ticket (guild_id, ticket_id, import_id, created, before) "
        "VALUES (:guild, :ticket, :import, :created, :before) ON CONFLICT DO NOTHING"_s); // its second row
    mark.bind(u":guild"_s, guild);
    mark.bind(u":ticket"_s, ticket);
    mark.bind(u":import"_s, import);
    mark.bind(u":created"_s, result.created);
    mark.bind(
        u":before"_s,
        known ? QString::fromUtf8(QJsonDocument(ticketBefore(*before.value())).toJson(QJsonDocument::Compact))
              : QString());
    if (Status status = mark.exec(); !status)
        return status.error();
    for (const qint64 id : std::as_const(added)) {
        Statement &message = (*m_statements)(
            u"INSERT INTO import_message (guild_id, ticket_id, message_id, import_id) "
            "VALUES (:guild, :ticket, :message, :import) ON CONFLICT (guild_id, ticket_id, message_id) "
            "DO UPDATE SET import_id = excluded.import_id"_s);
        message.bind(u":guild"_s, guild);
        message.bind(u":ticket"_s, ticket);
        message.bind(u":message"_s, id);
        message.bind(u":import"_s, import);
        if (Status status = message.exec(); !status)
            return status.error();
    }
    return result;
}

// Disabled until a manager confirms each (TM-21): a foreign file never gives anybody a right.
Status Writer::importMaxUsers(qint64 import, GuildId guild, const QVector<UserId> &users)
{
    for (const UserId user : users) {
        Statement insert(m_db,
                         u"INSERT INTO max_user (guild_id, user_id, name, added_by, added_by_name, "
                         "added_in_console, added_at, confirmed) "
                         "VALUES (:guild, :user, '', 0, :by, 1, :at, 0) "
                         "ON CONFLICT (guild_id, user_id) DO NOTHING"_s);
        insert.bind(u":guild"_s, guild);
        insert.bind(u":user"_s, user);
        insert.bind(u":by"_s, QCoreApplication::translate("Store", "Import"));
        insert.bind(u":at"_s, m_clock.utc());
        if (Status status = insert.exec(); !status)
            return status;
        if (insert.changed() == 0)
            continue;
        Statement mark(
            m_db,
            u"INSERT INTO import_max_user (guild_id, user_id, import_id) VALUES (:guild, :user, :import)"_s);
        mark.bind(u":guild"_s, guild);
        mark.bind(u":user"_s, user);
        mark.bind(u":import"_s, import);
        if (Status status = mark.exec(); !status)
            return status;
        m_changes.config = true;
    }
    return {};
}

Status Writer::importWipe(qint64 import, GuildId guild, qint64 sourceRow, UserId by, qint64 days,
                          qint64 tickets, UtcMs atMs)
{
    {
        Statement known(m_db,
                        u"SELECT 1 FROM import_wipe AS i JOIN wipe_log AS w ON w.wipe_id = i.wipe_id "
                        "AND w.guild_id = i.guild_id LEFT JOIN wipe_undone AS u ON u.wipe_id = w.wipe_id "
                        "AND u.guild_id = w.guild_id WHERE i.guild_id = :guild AND i.source_row = :row "
                        "AND w.at_ms = :at AND w.actor_id = :by AND u.wipe_id IS NULL"_s);
        known.bind(u":guild"_s, guild);
        known.bind(u":row"_s, sourceRow);
        known.bind(u":at"_s, atMs);
        known.bind(u":by"_s, by);
        if (Status status = known.exec(); !status)
            return status;
        if (known.nextOnly())
            return {};
    }
    // Which way it deleted changed between versions of the Python bot, so its scope stays raw.
    Statement insert(m_db,
                     u"INSERT INTO wipe_log (guild_id, at_ms, actor_id, actor_name, actor_console, scope, "
                     "days, category_all, category_id, category_name, scope_now, tickets, messages, "
                     "backup_file, undo_until, legacy) VALUES (:guild, :at, :by, '', 0, :scope, :days, 1, 0, "
                     "'', :now, :tickets, 0, '', 0, 1)"_s);
    insert.bind(u":guild"_s, guild);
    insert.bind(u":at"_s, atMs);
    insert.bind(u":by"_s, by);
    insert.bind(u":scope"_s, WipeScope::Kind::Last);
    insert.bind(u":days"_s, days);
    insert.bind(u":now"_s, atMs);
    insert.bind(u":tickets"_s, tickets);
    if (Status status = insert.exec(); !status)
        return status;
    Statement mark(m_db,
                   u"INSERT INTO import_wipe (guild_id, source_row, wipe_id, import_id) VALUES (:guild, "
                   ":row, :wipe, :import)"_s);
    mark.bind(u":guild"_s, guild);
    mark.bind(u":row"_s, sourceRow);
    mark.bind(u":wipe"_s, insert.lastInsertId());
    mark.bind(u":import"_s, import);
    m_changes.audit = true;
    return mark.exec();
}

Status Writer::importSettings(qint64 import, GuildId guild, const StoredConfig &config, const Actor &actor)
{
    const auto stored = readConfig(m_db, guild);
    if (!stored)
        return stored.error();
    if (*stored == config)
        return {};
    if (stored->logChannel != config.logChannel) {
        if (Status marked = markImportedSetting(m_db, import, guild, ImportedSetting::LogChannel,
                                                stored->logChannel.toString(), config.logChannel.toString());
            !marked)
            return marked;
    }
    for (int kind = 0; kind <= int(ConfigList::TicketBots); ++kind) {
        const QString before = listAsText(*stored, ConfigList(kind));
        const QString after = listAsText(config, ConfigList(kind));
        if (before == after)
            continue;
        Statement mark(m_db,
                       u"INSERT INTO import_list (guild_id, kind, import_id, before, after) "
                       "VALUES (:guild, :kind, :import, :before, :after)"_s);
        mark.bind(u":guild"_s, guild);
        mark.bind(u":kind"_s, kind);
        mark.bind(u":import"_s, import);
        mark.bind(u":before"_s, before);
        mark.bind(u":after"_s, after);
        if (Status status = mark.exec(); !status)
            return status;
    }
    return saveConfig(guild, config, actor);
}

QString settingAsText(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Status markImportedSetting(const QSqlDatabase &database, qint64 import, GuildId guild, ImportedSetting kind,
                           const QString &before, const QString &after)
{
    Statement mark(database,
                   u"INSERT INTO import_list (guild_id, kind, import_id, before, after) "
                   "VALUES (:guild, :kind, :import, :before, :after)"_s);
    mark.bind(u":guild"_s, guild);
    mark.bind(u":kind"_s, kind);
    mark.bind(u":import"_s, import);
    mark.bind(u":before"_s, before);
    mark.bind(u":after"_s, after);
    return mark.exec();
}

Result<bool> Writer::finishImport(qint64 import, qint64 tickets, qint64 messages, const QJsonObject &report,
                                  const Actor &actor)
{
    Statement any(m_db,
                  u"SELECT /* all servers */ EXISTS (SELECT 1 FROM import_ticket WHERE import_id = :import) "
                  "OR EXISTS (SELECT 1 FROM import_guild WHERE import_id = :import) "
                  "OR EXISTS (SELECT 1 FROM import_max_user WHERE import_id = :import) "
                  "OR EXISTS (SELECT 1 FROM import_list WHERE import_id = :import) "
                  "OR EXISTS (SELECT 1 FROM import_wipe WHERE import_id = :import)"_s);
    any.bind(u":import"_s, import);
    if (Status status = any.exec(); !status)
        return status.error();
    const bool brought = any.next() && any.flag();
    any.finish();
    if (!brought) {
        Statement remove(m_db, u"DELETE FROM import_log WHERE import_id = :import"_s);
        remove.bind(u":import"_s, import);
        if (Status status = remove.exec(); !status)
            return status.error();
        m_changes = {};
        return false;
    }
    Statement update(m_db,
                     u"UPDATE import_log SET tickets = :tickets, messages = :messages, report = :report "
                     "WHERE import_id = :import"_s);
    update.bind(u":tickets"_s, tickets);
    update.bind(u":messages"_s, messages);
    update.bind(u":report"_s, QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact)));
    update.bind(u":import"_s, import);
    if (Status status = update.exec(); !status)
        return status.error();
    const QJsonArray guilds = report[u"guilds"_s].toArray();
    for (const QJsonValue &id : guilds) {
        HistoryRow row;
        row.guild = GuildId::fromJson(id);
        row.kind = u"import"_s;
        row.actor = actor;
        row.after = {{u"import"_s, import}, {u"tickets"_s, tickets}, {u"messages"_s, messages}};
        if (Status status = addHistory(row); !status)
            return status.error();
    }
    return true;
}

// Tickets that an import knew by their category's name only belong to the real category once that is known: exact name,
// else any case, as long as only one fits.
Status Writer::adoptLegacyCategories(GuildId guild)
{
    struct Named
    {
        ChannelId id;
        QString name;
    };
    QVector<Named> legacy, real;
    {
        Statement &all = (*m_statements)(
            u"SELECT category_id, name, configured_since FROM category WHERE guild_id = :guild"_s);
        all.bind(u":guild"_s, guild);
        if (Status status = all.exec(); !status)
            return status;
        while (all.next()) {
            const auto id = all.id<ChannelId>();
            const QString name = all.text();
            if (id.toSql() < 0)
                legacy.append({id, name});
            else if (all.integer() > 0)
                real.append({id, name});
        }
        if (Status status = all.ended(); !status)
            return status;
    }
    for (const Named &old : std::as_const(legacy)) {
        QVector<Named> fits;
        for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
            if (!fits.isEmpty())
                break;
            std::copy_if(real.cbegin(), real.cend(), std::back_inserter(fits),
                         [&](const Named &r) { return r.name.compare(old.name, sensitivity) == 0; });
        }
        if (fits.size() != 1)
            continue;
        Statement move(m_db,
                       u"UPDATE ticket SET category_id = :real, category_name = :name "
                       "WHERE guild_id = :guild AND category_id = :old"_s);
        move.bind(u":real"_s, fits.first().id);
        move.bind(u":name"_s, fits.first().name);
        move.bind(u":guild"_s, guild);
        move.bind(u":old"_s, old.id);
        if (Status status = move.exec(); !status)
            return status;
        Statement remove(m_db, u"DELETE FROM category WHERE guild_id = :guild AND category_id = :category"_s);
        remove.bind(u":guild"_s, guild);
        remove.bind(u":category"_s, old.id);
        if (Status status = remove.exec(); !status)
            return status;
        m_cache->tickets.clear();
        m_changes.wiped = true; // every number by category may be another
        m_changes.guilds += guild;
    }
    return {};
}
