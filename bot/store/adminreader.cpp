// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/adminrows.h"
#include "bot/store/backup.h"
#include "bot/store/contents.h"
#include "bot/store/database.h"
#include "bot/store/gaps.h"
#include "bot/store/legacykeys.h"
#include "bot/store/noticestore.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

GuildInfo readGuildRow(Statement &row)
{
    GuildInfo info;
    info.id = row.id<GuildId>();
    info.name = row.text();
    info.icon = row.text();
    info.owner = row.id<UserId>();
    info.locale = row.text();
    info.removed = row.flag();
    return info;
}

TicketTracker::Known readKnown(const QSqlDatabase &database, GuildId guild)
{
    TicketTracker::Known known;
    // Trashed tickets too: what is said in them goes to the trash with them (M-28).
    Statement tickets(
        database,
        u"SELECT ticket_id, parent_id, is_open, thread, requester_id, category_id, opened_at, name, "
        "excluded FROM ticket INDEXED BY ticket_still_there "
        "WHERE guild_id = :guild AND channel_gone = 0 AND known = 1"_s);
    tickets.bind(u":guild"_s, guild);
    for (bool ok = tickets.ask(); ok && tickets.next();) {
        TicketTracker::Known::Ticket ticket;
        ticket.id = tickets.id<ChannelId>();
        ticket.parent = tickets.id<ChannelId>();
        ticket.open = tickets.flag();
        ticket.thread = tickets.flag();
        ticket.requester = tickets.id<UserId>();
        ticket.category = tickets.id<ChannelId>();
        ticket.openedAtMs = tickets.integer();
        ticket.name = tickets.text();
        // What was taken out by hand is recorded all the same, so that it can be put back without loss.
        if (tickets.flag())
            known.notTickets += ticket.id;
        known.tickets += ticket;
    }
    Statement candidates(database,
                         u"SELECT channel_id, state FROM candidate WHERE guild_id = :guild AND state <> 2"_s);
    candidates.bind(u":guild"_s, guild);
    for (bool ok = candidates.ask(); ok && candidates.next();) {
        const auto channel = candidates.id<ChannelId>();
        (candidates.code<Fact::Candidate::State>() == Fact::Candidate::State::Pending ? known.pending
                                                                                      : known.notTickets) +=
            channel;
    }
    Statement categories(
        database, u"SELECT category_id FROM category WHERE guild_id = :guild AND configured_since > 0"_s);
    categories.bind(u":guild"_s, guild);
    for (bool ok = categories.ask(); ok && categories.next();)
        known.knownCategories += categories.id<ChannelId>();
    Statement bots(database, u"SELECT user_id FROM opener_bot WHERE guild_id = :guild"_s);
    bots.bind(u":guild"_s, guild);
    for (bool ok = bots.ask(); ok && bots.next();)
        known.openerBots += bots.id<UserId>();
    return known;
}

} // namespace

Actor readActor(Statement &row)
{
    Actor actor;
    actor.user = row.id<UserId>();
    actor.name = row.text();
    actor.console = row.flag();
    return actor;
}

ChannelId storedCategory(const CategoryFilter &filter)
{
    return !filter.id && !filter.name.isEmpty() ? legacyCategoryId(filter.name) : filter.id;
}

Result<StoredConfig> readConfig(const QSqlDatabase &database, GuildId guild)
{
    StoredConfig config;
    Statement settings(
        database,
        u"SELECT configured, log_channel, archive_channel, public_by_default, time_zone, post_language, "
        "first_response_target_ms, resolution_target_ms, heavy_load, working_hours, holidays, "
        "category_targets "
        "FROM guild_setting WHERE guild_id = :guild"_s);
    settings.bind(u":guild"_s, guild);
    if (Status status = settings.exec(); !status)
        return status.error();
    if (settings.next()) {
        config.configured = settings.flag();
        config.logChannel = settings.id<ChannelId>();
        config.archiveChannel = settings.id<ChannelId>();
        config.publicByDefault = settings.flag();
        config.timeZone = settings.text().toLatin1();
        config.postLanguage = settings.text();
        config.firstResponseTargetMs = int(settings.integer());
        config.resolutionTargetMs = int(settings.integer());
        config.heavyLoad = int(settings.integer());
        config.workingWeek = WorkingHours::weekFromText(settings.text());
        config.holidays = WorkingHours::holidaysFromText(settings.text());
        config.categoryTargets = targetsFromText(settings.text());
    }
    Statement lists(
        database, u"SELECT kind, entry_id FROM guild_list WHERE guild_id = :guild ORDER BY kind, position"_s);
    lists.bind(u":guild"_s, guild);
    if (Status status = lists.exec(); !status)
        return status.error();
    while (lists.next()) {
        const auto kind = lists.code<ConfigList>();
        const quint64 id = quint64(lists.integer());
        switch (kind) {
        case ConfigList::SupportRoles:
            config.supportRoles += RoleId(id);
            break;
        case ConfigList::StatsRoles:
            config.statsRoles += RoleId(id);
            break;
        case ConfigList::DatabaseRoles:
            config.databaseRoles += RoleId(id);
            break;
        case ConfigList::AccessRoles:
            config.accessRoles += RoleId(id);
            break;
        case ConfigList::TicketCategories:
            config.ticketCategories += ChannelId(id);
            break;
        case ConfigList::ClosedCategories:
            config.closedCategories += ChannelId(id);
            break;
        case ConfigList::TicketBots:
            config.ticketBots += UserId(id);
            break;
        }
    }
    if (Status status = lists.ended(); !status)
        return status.error();
    Statement users(database, u"SELECT user_id FROM max_user WHERE guild_id = :guild AND confirmed = 1"_s);
    users.bind(u":guild"_s, guild);
    if (Status status = users.exec(); !status)
        return status.error();
    while (users.next())
        config.maxUsers += users.id<UserId>();
    return config;
}

QVector<GuildInfo> Reader::guilds() const
{
    QVector<GuildInfo> result;
    Statement query(m_db,
                    u"SELECT /* all servers */ guild_id, name, icon, owner_id, locale, removed FROM guild "
                    "ORDER BY name COLLATE NOCASE, guild_id"_s);
    for (bool ok = query.ask(); ok && query.next();)
        result += readGuildRow(query);
    return result;
}

StoredConfig Reader::config(GuildId guild) const
{
    const auto config = readConfig(m_db, guild);
    if (!config) {
        qCWarning(lcStore).noquote() << config.error().detail;
        return {};
    }
    return *config;
}

QVector<MaxUser> Reader::maxUsers(GuildId guild) const
{
    QVector<MaxUser> users;
    Statement query(m_db,
                    u"SELECT user_id, name, added_by, added_by_name, added_in_console, added_at, confirmed "
                    "FROM max_user WHERE guild_id = :guild ORDER BY added_at, user_id"_s);
    query.bind(u":guild"_s, guild);
    for (bool ok = query.ask(); ok && query.next();) {
        MaxUser user;
        user.user = query.id<UserId>();
        user.name = query.text();
        user.addedBy = readActor(query);
        user.addedAtMs = query.integer();
        user.confirmed = query.flag();
        users += user;
    }
    return users;
}

QVector<HistoryRow> Reader::history(GuildId guild, int offset, int limit, int *total) const
{
    if (total) {
        Statement count(m_db, u"SELECT count(*) FROM history WHERE guild_id = :guild"_s);
        count.bind(u":guild"_s, guild);
        *total = count.ask() && count.next() ? int(count.integer()) : 0;
    }
    QVector<HistoryRow> rows;
    Statement query(
        m_db,
        u"SELECT history_id, at_ms, actor_id, actor_name, actor_console, kind, before, after FROM history "
        "WHERE guild_id = :guild ORDER BY at_ms DESC, history_id DESC LIMIT :limit OFFSET :offset"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":limit"_s, limit);
    query.bind(u":offset"_s, offset);
    for (bool ok = query.ask(); ok && query.next();) {
        HistoryRow row;
        row.id = query.integer();
        row.guild = guild;
        row.atMs = query.integer();
        row.actor = readActor(query);
        row.kind = query.text();
        row.before = QJsonDocument::fromJson(query.text().toUtf8()).object();
        row.after = QJsonDocument::fromJson(query.text().toUtf8()).object();
        rows += row;
    }
    return rows;
}

QHash<UserId, QString> Reader::names(GuildId guild, const QVector<UserId> &users) const
{
    QHash<UserId, QString> result;
    Statement query(m_db,
                    u"SELECT name FROM person WHERE guild_id = :guild AND user_id = :user AND name <> ''"_s);
    for (UserId user : users) {
        if (result.contains(user))
            continue;
        query.bind(u":guild"_s, guild);
        query.bind(u":user"_s, user);
        if (query.ask() && query.next())
            result.insert(user, query.text());
        query.finish();
    }
    return result;
}

std::optional<QVector<RoleId>> Reader::lastRoles(GuildId guild, UserId user) const
{
    Statement query(
        m_db,
        u"SELECT r.roles FROM person AS p LEFT JOIN role_set AS r ON r.set_id = p.role_set "
        "AND r.guild_id = p.guild_id WHERE p.guild_id = :guild AND p.user_id = :user AND p.roles_as_of > 0"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":user"_s, user);
    if (!query.ask() || !query.next())
        return {};
    return roleSetFromText(query.text()); // no row on the right: was seen without roles
}

QVector<Reader::Checkpoint> Reader::checkpoints(GuildId guild) const
{
    QVector<Checkpoint> result;
    Statement query(m_db,
                    u"SELECT t.ticket_id, t.last_contiguous, (SELECT max(m.message_id) FROM message AS m "
                    "WHERE m.guild_id = t.guild_id AND m.ticket_id = t.ticket_id) "
                    "FROM ticket AS t INDEXED BY ticket_still_there "
                    "WHERE t.guild_id = :guild AND t.channel_gone = 0 AND t.known = 1"_s);
    query.bind(u":guild"_s, guild);
    for (bool ok = query.ask(); ok && query.next();) {
        Checkpoint checkpoint;
        checkpoint.ticket = query.id<ChannelId>();
        checkpoint.lastContiguous = query.id<MessageId>();
        // Imported messages have negative ids: they are no place that Discord could go on from.
        checkpoint.newest = MessageId::fromSql(std::max<qint64>(0, query.integer()));
        result += checkpoint;
    }
    return result;
}

BotMemory Reader::botMemory() const
{
    BotMemory memory;
    memory.botId = UserId::fromText(readMeta(m_db, u"bot_id"_s));
    memory.dbUuid = DatabaseFile::uuid(m_db);
    const UtcMs aliveMs = readMeta(m_db, u"alive_at"_s).toLongLong();
    Statement identifies(m_db, u"SELECT at_ms FROM identify_log ORDER BY at_ms"_s);
    for (bool ok = identifies.ask(); ok && identifies.next();)
        memory.identifies += identifies.integer();
    // Tickets or settings may stand here for a server that was never connected (import, environment).
    Statement query(m_db,
                    u"SELECT /* all servers */ g.guild_id, g.name, g.icon, g.owner_id, g.locale, g.removed, "
                    "g.audit_checkpoint FROM guild AS g"_s);
    for (bool ok = query.ask(); ok && query.next();) {
        BotMemory::PerGuild guild;
        guild.info = readGuildRow(query);
        guild.auditCheckpoint = query.id<AuditEntryId>();
        guild.config = config(guild.info.id);
        guild.known = readKnown(m_db, guild.info.id);
        // Never seen: an import tells up to when something is known. Killed while it was catching up, the bot goes on from
        // where that began.
        const bool seen = !guild.info.name.isEmpty();
        const auto gap = seen ? rememberedGap(m_db, guild.info.id) : importedGap(m_db, guild.info.id);
        guild.lastCommitMs = seen ? aliveMs : 0;
        if (gap)
            guild.lastCommitMs = seen ? std::min(gap->fromMs, aliveMs) : gap->fromMs;
        if (gap && !gap->cause.isEmpty())
            guild.gapCause = gap->cause;
        guild.notices = NoticeStore::settings(*this, guild.info.id);
        memory.guilds.insert(guild.info.id, guild);
    }
    return memory;
}

StorageHealth fileHealth(const Reader &reader)
{
    StorageHealth health;
    const QSqlDatabase db = reader.database();
    QString path = db.databaseName();
    Statement file(db, u"SELECT file FROM pragma_database_list WHERE name = 'main'"_s);
    if (file.ask() && file.next())
        path = file.text();
    health.path = path;
    // What was just written is beside the file until it is merged into it.
    health.bytes = QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
    const auto backups = Backups(DatabaseFile(path)).list();
    if (!backups.isEmpty())
        health.lastBackupMs = backups.first().atMs;
    health.lastCheckMs = readMeta(db, u"checked_at"_s).toLongLong();
    health.integrity = readMeta(db, u"check_result"_s);
    health.lastCatchUpMs = readMeta(db, u"caught_up_at"_s).toLongLong();
    const auto version = DatabaseFile::version(db);
    health.schema = version ? *version : 0;
    Statement identifies(db, u"SELECT count(*) FROM identify_log WHERE at_ms > :since"_s);
    identifies.bind(u":since"_s, Clock::system().utc() - DayMs);
    if (identifies.ask() && identifies.next())
        health.identifiesToday = int(identifies.integer());
    return health;
}

StorageHealth Reader::health() const
{
    StorageHealth health = fileHealth(*this);
    Statement counts(
        m_db, u"SELECT /* all servers */ count(*), coalesce(sum(stored_messages), 0) FROM live_ticket"_s);
    if (counts.ask() && counts.next()) {
        health.tickets = counts.integer();
        health.messages = counts.integer();
    }
    return health;
}

// -- Categories
// -------------------------------------------------------------------------------------------------------------------

// The tickets of one category of the live ones, which lie together in their index.
#define TA_OF_CATEGORIES                                                                                     \
    "FROM ticket INDEXED BY ticket_category WHERE guild_id = :guild AND wipe_id IS NULL AND known = 1 "      \
    "AND excluded = 0 "

QVector<CategoryRow> Reader::categories(GuildId guild) const
{
    QVector<CategoryRow> rows;
    // From one category to the next by the index: what is asked all the time must not walk over every ticket.
    Statement query(
        m_db,
        u"WITH RECURSIVE used (category_id) AS ("
        "SELECT * FROM (SELECT category_id " TA_OF_CATEGORIES "ORDER BY category_id LIMIT 1) "
        "UNION ALL SELECT (SELECT category_id " TA_OF_CATEGORIES
        "AND category_id > used.category_id ORDER BY category_id LIMIT 1) FROM used "
        "WHERE used.category_id IS NOT NULL), "
        "configured AS (SELECT entry_id AS category_id FROM guild_list WHERE guild_id = :guild AND kind = "
        "4), "
        "listed AS (SELECT category_id FROM used WHERE category_id IS NOT NULL "
        "UNION SELECT category_id FROM configured) "
        "SELECT listed.category_id, coalesce(nullif(category.name, ''), (SELECT "
        "category_name " TA_OF_CATEGORIES
        "AND category_id = listed.category_id ORDER BY opened_at DESC LIMIT 1), ''), "
        "configured.category_id IS NOT NULL FROM listed "
        "LEFT JOIN configured USING (category_id) "
        "LEFT JOIN category ON category.guild_id = :guild AND category.category_id = listed.category_id "
        "ORDER BY 3 DESC, 2 COLLATE NOCASE, 1"_s);
    query.bind(u":guild"_s, guild);
    for (bool ok = query.ask(); ok && query.next();) {
        CategoryRow row;
        row.id = query.id<ChannelId>();
        row.name = query.text();
        row.configured = query.flag();
        rows += row;
    }
    return rows;
}

Result<CategoryFilter> Reader::category(GuildId guild, const QString &text) const
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty() || wanted.compare("all"_L1, Qt::CaseInsensitive) == 0)
        return CategoryFilter();
    const auto rows = categories(guild);
    const auto filterFor = [](const CategoryRow &row) {
        CategoryFilter filter;
        filter.all = false;
        filter.id = row.id;
        filter.name = row.name;
        return filter;
    };
    const auto id = ChannelId::fromText(wanted);
    // An exact name comes first: somebody may call a category "None".
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const CategoryRow &row : rows) {
            if (row.id && row.name.compare(wanted, sensitivity) == 0)
                return filterFor(row);
        }
    }
    for (const CategoryRow &row : rows) {
        if (id && row.id == id)
            return filterFor(row);
    }
    if (wanted.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return filterFor({});
    return Error{
        ErrorKind::Invalid, QCoreApplication::translate("Store", "No category named %1.").arg(wanted), {}};
}
