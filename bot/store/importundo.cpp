// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/adminrows.h"
#include "bot/store/importrows.h"
#include "bot/store/noticestore.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"
#include "bot/store/writer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// Taking an import back as one step: what only it knew goes, what it changed is as before, what Discord told since stays.

namespace {

void readReport(ImportRecord &import, const QString &text)
{
    const QJsonObject report = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonArray ids = report[u"guilds"_s].toArray();
    for (const QJsonValue &id : ids)
        import.guilds.append(GuildId::fromJson(id));
    const QJsonObject last = report[u"last"_s].toObject();
    for (auto it = last.begin(); it != last.end(); ++it) {
        if (const auto at = QDateTime::fromString(it->toString(), Qt::ISODate); at.isValid())
            import.lastMs.insert(GuildId::fromText(it.key()), at.toMSecsSinceEpoch());
    }
}

template <class IdType>
QVector<IdType> idsFromText(const QString &text)
{
    QVector<IdType> ids;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        ids.append(IdType(part.toULongLong()));
    return ids;
}

void setList(StoredConfig &config, ConfigList kind, const QString &ids)
{
    const auto roles = [&] {
        const QVector<RoleId> list = idsFromText<RoleId>(ids);
        return QSet<RoleId>(list.cbegin(), list.cend());
    };
    switch (kind) {
    case ConfigList::SupportRoles:
        config.supportRoles = roles();
        break;
    case ConfigList::StatsRoles:
        config.statsRoles = roles();
        break;
    case ConfigList::DatabaseRoles:
        config.databaseRoles = roles();
        break;
    case ConfigList::AccessRoles:
        config.accessRoles = roles();
        break;
    case ConfigList::TicketCategories:
        config.ticketCategories = idsFromText<ChannelId>(ids);
        break;
    case ConfigList::ClosedCategories:
        config.closedCategories = idsFromText<ChannelId>(ids);
        break;
    case ConfigList::TicketBots:
        config.ticketBots = idsFromText<UserId>(ids);
        break;
    }
}

} // namespace

QHash<GuildId, QSet<ChannelId>> readKnownTickets(const QSqlDatabase &database)
{
    QHash<GuildId, QSet<ChannelId>> known;
    Statement all(database, u"SELECT /* all servers */ guild_id, ticket_id FROM ticket"_s);
    for (bool ok = all.ask(); ok && all.next();) {
        const auto guild = all.id<GuildId>();
        known[guild].insert(all.id<ChannelId>());
    }
    return known;
}

QVector<ImportRecord> readImports(const QSqlDatabase &database)
{
    QVector<ImportRecord> imports;
    Statement all(
        database,
        u"SELECT import_id, at_ms, actor_id, actor_name, actor_console, source, backup_file, tickets, "
        "messages, report, undo_until, undone_at FROM import_log ORDER BY import_id DESC"_s);
    for (bool ok = all.ask(); ok && all.next();) {
        ImportRecord import;
        import.id = all.integer();
        import.atMs = all.integer();
        import.actor = readActor(all);
        import.source = all.text();
        import.backupFile = all.text();
        import.tickets = all.integer();
        import.messages = all.integer();
        readReport(import, all.text());
        import.undoUntilMs = all.integer();
        import.undoneAtMs = all.integer();
        imports.append(import);
    }
    return imports;
}

Status Writer::undoImport(qint64 import, const Actor &actor)
{
    const UtcMs now = m_clock.utc();
    const QVector<ImportRecord> imports = readImports(m_db);
    const auto found = std::find_if(imports.cbegin(), imports.cend(),
                                    [import](const ImportRecord &one) { return one.id == import; });
    if (found == imports.cend() || !found->undoable(now))
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("Store", "This import cannot be undone any more."),
                     {}};
    if (std::any_of(imports.cbegin(), found, [](const ImportRecord &later) { return later.undoneAtMs == 0; }))
        return Error{ErrorKind::Busy,
                     QCoreApplication::translate("Store", "A later import has to be undone first."),
                     {}};
    const QVector<GuildId> guilds = found->guilds;
    forget(); // rows are written directly below

    const auto run = [&](const QString &sql) {
        Statement statement(m_db, sql);
        statement.bind(u":import"_s, import);
        return statement.exec();
    };
    // Tickets that Discord or an earlier import told something about lose what this import said.
    struct Known
    {
        GuildId guild;
        ChannelId ticket;
        QJsonObject before;
    };
    QVector<Known> known;
    {
        Statement all(m_db,
                      u"SELECT /* all servers */ i.guild_id, i.ticket_id, i.before FROM import_ticket AS i "
                      "WHERE i.import_id = :import AND (i.created = 0 OR EXISTS (SELECT 1 FROM message AS m "
                      "WHERE m.guild_id = i.guild_id AND m.ticket_id = i.ticket_id AND m.message_id > 0))"_s);
        all.bind(u":import"_s, import);
        if (Status status = all.exec(); !status)
            return status;
        while (all.next()) {
            Known one;
            one.guild = all.id<GuildId>();
            one.ticket = all.id<ChannelId>();
            one.before = QJsonDocument::fromJson(all.text().toUtf8()).object();
            known.append(one);
        }
        if (Status status = all.ended(); !status)
            return status;
    }
    for (const Known &one : std::as_const(known)) {
        if (Status status = undoImportedTicket(import, one.guild, one.ticket, one.before); !status)
            return status;
    }
    // Tickets that only the import knows go whole. Those in the trash leave a tombstone, so that importing again does not
    // bring back what was deleted; undoing that deletion removes it.
    for (const QString &sql :
         {u"INSERT INTO wiped_ticket (guild_id, ticket_id, wipe_id) /* all servers */ "
          "SELECT t.guild_id, t.ticket_id, t.wipe_id FROM import_ticket AS i JOIN ticket AS t "
          "ON t.guild_id = i.guild_id AND t.ticket_id = i.ticket_id "
          "WHERE i.import_id = :import AND i.created = 1 AND t.wipe_id IS NOT NULL "
          "AND NOT EXISTS (SELECT 1 FROM message AS m WHERE m.guild_id = i.guild_id "
          "AND m.ticket_id = i.ticket_id AND m.message_id > 0) ON CONFLICT DO NOTHING"_s,
          u"DELETE FROM ticket WHERE (guild_id, ticket_id) IN (SELECT i.guild_id, i.ticket_id "
          "FROM import_ticket AS i WHERE i.import_id = :import AND i.created = 1 "
          "AND NOT EXISTS (SELECT 1 FROM message AS m WHERE m.guild_id = i.guild_id "
          "AND m.ticket_id = i.ticket_id AND m.message_id > 0)) /* all servers */"_s,
          u"DELETE FROM max_user WHERE confirmed = 0 AND (guild_id, user_id) IN "
          "(SELECT guild_id, user_id FROM import_max_user WHERE import_id = :import) /* all servers */"_s}) {
        if (Status status = run(sql); !status)
            return status;
    }
    if (Status status = undoImportedLists(import, actor); !status)
        return status;
    {
        Statement wipes(
            m_db,
            u"INSERT INTO wipe_undone (wipe_id, guild_id, at_ms, actor_id, actor_name, actor_console) "
            "SELECT wipe_id, guild_id, :now, :actor, :name, :console FROM import_wipe WHERE import_id = "
            ":import /* all servers */"_s);
        wipes.bind(u":now"_s, now);
        wipes.bind(u":actor"_s, actor.user);
        wipes.bind(u":name"_s, actor.name);
        wipes.bind(u":console"_s, actor.console);
        wipes.bind(u":import"_s, import);
        if (Status status = wipes.exec(); !status)
            return status;
    }
    // Names of categories that no ticket has any more, and servers of which nothing else is known.
    for (const QString &sql :
         {u"DELETE FROM category WHERE category_id < 0 AND :import > 0 AND NOT EXISTS (SELECT 1 FROM ticket "
          "AS t WHERE t.guild_id = category.guild_id AND t.category_id = category.category_id) "
          "/* all servers */"_s,
          u"DELETE FROM guild_setting WHERE configured = 0 AND guild_id IN (SELECT guild_id FROM "
          u"import_guild "
          "WHERE import_id = :import) AND NOT EXISTS (SELECT 1 FROM guild_list AS l "
          "WHERE l.guild_id = guild_setting.guild_id) /* all servers */"_s,
          u"DELETE FROM guild WHERE name = '' AND audit_checkpoint = 0 AND guild_id IN "
          "(SELECT guild_id FROM import_guild WHERE import_id = :import) "
          "AND NOT EXISTS (SELECT 1 FROM ticket AS t WHERE t.guild_id = guild.guild_id) "
          "AND NOT EXISTS (SELECT 1 FROM max_user AS u WHERE u.guild_id = guild.guild_id) "
          "AND NOT EXISTS (SELECT 1 FROM guild_setting AS s WHERE s.guild_id = guild.guild_id) "
          "AND NOT EXISTS (SELECT 1 FROM coverage_gap AS g WHERE g.guild_id = guild.guild_id) "
          "/* all servers */"_s,
          u"DELETE FROM import_ticket WHERE import_id = :import /* all servers */"_s,
          u"DELETE FROM import_message WHERE import_id = :import /* all servers */"_s,
          u"DELETE FROM import_max_user WHERE import_id = :import /* all servers */"_s,
          u"DELETE FROM import_list WHERE import_id = :import /* all servers */"_s,
          u"DELETE FROM import_guild WHERE import_id = :import /* all servers */"_s}) {
        if (Status status = run(sql); !status)
            return status;
    }
    Statement done(m_db, u"UPDATE import_log SET undone_at = :now WHERE import_id = :import"_s);
    done.bind(u":now"_s, now);
    done.bind(u":import"_s, import);
    if (Status status = done.exec(); !status)
        return status;
    for (const GuildId guild : guilds) {
        HistoryRow row;
        row.guild = guild;
        row.kind = u"undo_import"_s;
        row.actor = actor;
        row.before = {
            {u"import"_s, import}, {u"tickets"_s, found->tickets}, {u"messages"_s, found->messages}};
        if (Status status = addHistory(row); !status)
            return status;
    }
    forget();
    for (const GuildId guild : guilds)
        m_changes.guilds += guild;
    m_changes.wiped = m_changes.audit = m_changes.config = true;
    return {};
}

Status Writer::undoImportedTicket(qint64 import, GuildId guild, ChannelId ticket, const QJsonObject &before)
{
    const bool created = before.isEmpty();
    Statement &remove = (*m_statements)(
        created
            ? u"DELETE FROM message WHERE guild_id = :guild AND ticket_id = :ticket AND message_id < 0 AND :import > 0"_s
            : u"DELETE FROM message WHERE guild_id = :guild AND ticket_id = :ticket AND message_id IN "
              "(SELECT message_id FROM import_message WHERE guild_id = :guild AND ticket_id = :ticket "
              "AND import_id = :import)"_s);
    remove.bind(u":guild"_s, guild);
    remove.bind(u":ticket"_s, ticket);
    remove.bind(u":import"_s, import);
    if (Status status = remove.exec(); !status)
        return status;
    auto loaded = loadTicket(guild, ticket);
    if (!loaded)
        return loaded.error();
    if (!*loaded)
        return {}; // left for good meanwhile
    StoredTicket &stored = *loaded.value();
    TicketRecord &record = stored.record;

    TicketRecord was;
    was.id = ticket;
    if (created) {
        was.openedAtMs = ticket.createdAtMs();
        was.quality = Quality::Backfilled;
        if (record.category.toSql() > 0) {
            was.category = record.category;
            was.categoryName = record.categoryName;
        }
    } else {
        was.openedAtMs = before[u"opened"_s].toInteger();
        was.quality = Quality(before[u"quality"_s].toInt());
        was.category = ChannelId::fromSql(before[u"category"_s].toString().toLongLong());
        was.categoryName = before[u"category_name"_s].toString();
        was.categoryIsFromOpening = before[u"from_opening"_s].toBool();
        was.requester = UserId::fromJson(before[u"requester"_s]);
        was.requesterSource = RequesterSource(before[u"requester_source"_s].toInt());
        unpackEvidence(QByteArray::fromBase64(before[u"evidence"_s].toString().toLatin1()), was);
    }
    forgetImport(record, was);

    const auto messages = readMessages((*m_statements)(selectMessages()), guild, ticket);
    if (!messages)
        return messages.error();
    Statement &count =
        (*m_statements)(u"SELECT count(*) FROM message WHERE guild_id = :guild AND ticket_id = :ticket"_s);
    count.bind(u":guild"_s, guild);
    count.bind(u":ticket"_s, ticket);
    if (Status status = count.exec(); !status)
        return status;
    stored.storedMessages = count.next() ? count.integer() : 0;
    count.finish();
    // Whatever was read in the channel itself shows that it lived then.
    record.lastAliveMs = before[u"alive"_s].toInteger();
    for (const MessageFact &message : *messages)
        record.lastAliveMs = std::max(record.lastAliveMs, message.atMs);
    record.derived = foldMessages(record, *messages);
    if (!created) {
        stored.known = stored.known && (before[u"known"_s].toBool() || record.quality > Quality::Legacy);
        // What happened since is told already; what the import told is not news when it is learnt again.
        const int closes = int(std::count_if(record.spells.cbegin(), record.spells.cend(),
                                             [](const Spell &spell) { return !spell.open(); }));
        stored.told = before[u"told"_s].toInt() | (record.derived.firstResponseAtMs ? stored.told : 0);
        stored.toldCloses = std::max(before[u"closes"_s].toInt(), closes);
        stored.toldReopens = std::max(before[u"reopens"_s].toInt(), int(record.spells.size()) - 1);
    }
    return saveTicket(stored, true);
}

Status Writer::undoImportedLists(qint64 import, const Actor &actor)
{
    struct List
    {
        GuildId guild;
        ConfigList kind;
        QString before, after;
    };
    QVector<List> lists;
    {
        Statement all(m_db,
                      u"SELECT /* all servers */ guild_id, kind, before, after FROM import_list "
                      "WHERE import_id = :import"_s);
        all.bind(u":import"_s, import);
        if (Status status = all.exec(); !status)
            return status;
        while (all.next()) {
            List list;
            list.guild = all.id<GuildId>();
            list.kind = all.code<ConfigList>();
            list.before = all.text();
            list.after = all.text();
            lists.append(list);
        }
        if (Status status = all.ended(); !status)
            return status;
    }
    QHash<GuildId, StoredConfig> configs; // one change for each server
    for (const List &list : std::as_const(lists)) {
        if (int(list.kind) == int(ImportedSetting::Notices)) {
            const QJsonObject now = NoticeStore::settings(Reader(m_db), list.guild);
            if (settingAsText(now) != list.after)
                continue;
            if (Status saved = NoticeStore::saveSettings(
                    *this, list.guild, QJsonDocument::fromJson(list.before.toUtf8()).object(), actor);
                !saved)
                return saved;
            continue;
        }
        if (!configs.contains(list.guild)) {
            const auto config = readConfig(m_db, list.guild);
            if (!config)
                return config.error();
            configs.insert(list.guild, *config);
        }
        // Edited since: then it is a person's list and stays.
        StoredConfig &config = configs[list.guild];
        if (int(list.kind) == int(ImportedSetting::LogChannel)) {
            if (config.logChannel.toString() == list.after)
                config.logChannel = ChannelId::fromText(list.before);
        } else if (listAsText(config, list.kind) == list.after) {
            setList(config, list.kind, list.before);
        }
    }
    for (auto it = configs.cbegin(); it != configs.cend(); ++it) {
        if (Status saved = saveConfig(it.key(), *it, actor); !saved)
            return saved;
    }
    return {};
}
