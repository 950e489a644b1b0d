// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/noticestore.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"
#include "bot/store/wiperows.h"
#include "bot/store/writer.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 UndoMs = 30 * DayMs; // UX J6

QJsonObject wipeAsJson(const WipeRecord &wipe)
{
    static const QStringList scopes{u"everything"_s, u"last"_s, u"older-than"_s};
    QJsonObject json{{u"wipe"_s, wipe.id},
                     {u"scope"_s, scopes.value(int(wipe.scope.kind))},
                     {u"tickets"_s, wipe.tickets},
                     {u"messages"_s, wipe.messages},
                     {u"backup"_s, wipe.backupFile}};
    if (wipe.scope.kind != WipeScope::Kind::Everything)
        json.insert(u"days"_s, wipe.scope.days);
    if (!wipe.scope.category.all)
        json.insert(u"category"_s, wipe.scope.category.name);
    return json;
}

Error calledOff()
{
    return {
        ErrorKind::Cancelled, QCoreApplication::translate("Store", "Cancelled. Nothing was deleted."), {}};
}

} // namespace

Result<WipeRecord> Writer::wipe(GuildId guild, const WipeScope &scope, const WipePreview &expected,
                                const Actor &actor, const JobControl &job)
{
    job.report(JobControl::Step::Counting);
    const WipePreview now = Reader(m_db).wipePreview(guild, scope);
    if (!now.sameCounts(expected))
        return Error{ErrorKind::Busy,
                     QCoreApplication::translate(
                         "Store", "The numbers have changed since the preview. Nothing was deleted."),
                     u"%1 tickets, %2 messages instead of %3, %4"_s.arg(now.tickets)
                         .arg(now.messages)
                         .arg(expected.tickets)
                         .arg(expected.messages)};
    if (now.tickets == 0)
        return Error{
            ErrorKind::NotFound, QCoreApplication::translate("Store", "There is nothing to delete."), {}};
    if (job.cancelled())
        return calledOff();
    // A copy made by a connection of its own: it shows what was committed before this transaction, so that
    // the counting, the copy and the deletion belong together and nothing has to be written before the copy
    // is good.
    job.report(JobControl::Step::BackingUp);
    const auto backup =
        Backups(DatabaseFile::inFolder(m_dataDir), m_clock, m_freeBytes).make(u"before-delete"_s);
    if (!backup)
        return Error{backup.error().kind,
                     QCoreApplication::translate("Store", "%1 Nothing was deleted.").arg(backup.error().text),
                     backup.error().detail};

    WipeRecord wipe;
    wipe.guild = guild;
    wipe.atMs = m_clock.utc();
    wipe.actor = actor;
    wipe.scope = scope;
    wipe.tickets = now.tickets;
    wipe.messages = now.messages;
    wipe.backupFile = backup->name;
    if (Status moved = moveToTrash(wipe, job); !moved)
        return moved.error();
    if (Status told = NoticeStore::queueWipeLine(*this, wipe); !told)
        return told.error();
    return wipe;
}

// Writes the wipe into its log, marks its tickets, and tells the history.
Status Writer::moveToTrash(WipeRecord &wipe, const JobControl &job)
{
    if (job.cancelled())
        return calledOff();
    const GuildId guild = wipe.guild;
    const WipeScope &scope = wipe.scope;
    wipe.undoUntilMs = wipe.atMs + UndoMs;
    Statement &log = (*m_statements)(u"INSERT INTO wipe_log (guild_id, at_ms, actor_id, actor_name, "
                                     u"actor_console, scope, days, category_all, category_id, "
                                     "category_name, scope_now, tickets, messages, backup_file, undo_until, "
                                     "legacy) VALUES (:guild, :at, :actor, "
                                     ":actor_name, :console, :scope, :days, :category_all, :category, "
                                     ":category_name, :scope_now, :tickets, :messages, "
                                     ":backup, :undo_until, 0)"_s);
    log.bind(u":guild"_s, guild);
    log.bind(u":at"_s, wipe.atMs);
    log.bind(u":actor"_s, wipe.actor.user);
    log.bind(u":actor_name"_s, wipe.actor.name);
    log.bind(u":console"_s, wipe.actor.console);
    log.bind(u":scope"_s, scope.kind);
    log.bind(u":days"_s, scope.days);
    log.bind(u":category_all"_s, scope.category.all);
    log.bind(u":category"_s, scope.category.id);
    log.bind(u":category_name"_s, scope.category.name);
    log.bind(u":scope_now"_s, scope.nowMs);
    log.bind(u":tickets"_s, wipe.tickets);
    log.bind(u":messages"_s, wipe.messages);
    log.bind(u":backup"_s, wipe.backupFile);
    log.bind(u":undo_until"_s, wipe.undoUntilMs);
    if (Status status = log.exec(); !status)
        return status;
    wipe.id = log.lastInsertId();

    // In portions along the key, so that a large one can still be called off.
    Statement &edge = (*m_statements)(
        u"SELECT max(ticket_id), count(*) FROM (SELECT ticket.ticket_id FROM ticket WHERE " TA_WIPE_CONDITION
        " AND ticket.ticket_id > :after ORDER BY ticket.ticket_id LIMIT 5000)"_s);
    Statement &mark = (*m_statements)(u"UPDATE ticket SET wipe_id = :wipe WHERE " TA_WIPE_CONDITION
                                      " AND ticket.ticket_id > :after AND ticket.ticket_id <= :up_to"_s);
    qint64 after = std::numeric_limits<qint64>::min();
    for (qint64 done = 0;;) {
        job.report(JobControl::Step::Changing, done, wipe.tickets);
        if (job.cancelled())
            return calledOff();
        bindWipeScope(edge, guild, scope);
        edge.bind(u":after"_s, after);
        if (Status status = edge.exec(); !status)
            return status;
        if (!edge.next())
            return Error{ErrorKind::Internal, {}, u"an aggregate without a row"_s};
        const qint64 upTo = edge.integer();
        const qint64 portion = edge.integer();
        edge.finish();
        if (portion == 0)
            break;
        bindWipeScope(mark, guild, scope);
        mark.bind(u":wipe"_s, wipe.id);
        mark.bind(u":after"_s, after);
        mark.bind(u":up_to"_s, upTo);
        if (Status status = mark.exec(); !status)
            return status;
        after = upTo;
        done += portion;
    }
    if (Status status = addHistory({0, guild, wipe.atMs, wipe.actor, u"wipe"_s, {}, wipeAsJson(wipe)});
        !status)
        return status;
    m_cache->tickets.clear();
    m_changes.wiped = true;
    m_changes.guilds += guild;
    return {};
}

Result<WipeRecord> Writer::undoWipe(GuildId guild, qint64 wipeId, const Actor &actor)
{
    Statement &find = (*m_statements)(
        u"SELECT " TA_WIPE_COLUMNS " FROM wipe_log AS w LEFT JOIN wipe_undone AS u ON u.wipe_id = w.wipe_id "
        "AND u.guild_id = w.guild_id WHERE w.guild_id = :guild AND w.wipe_id = :wipe"_s);
    find.bind(u":guild"_s, guild);
    find.bind(u":wipe"_s, wipeId);
    if (Status status = find.exec(); !status)
        return status.error();
    if (!find.next())
        return Error{
            ErrorKind::NotFound, QCoreApplication::translate("Store", "There is no such deletion."), {}};
    WipeRecord wipe = readWipeRow(find);
    find.finish();
    const UtcMs now = m_clock.utc();
    if (wipe.undoneAtMs)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("Store", "This deletion was already undone."),
                     {}};
    if (!wipe.undoable(now))
        return Error{ErrorKind::Cancelled,
                     QCoreApplication::translate("Store", "This deletion can no longer be undone."),
                     {}};

    // The rows never left their tables, so what was recorded since, in these tickets or others, is simply
    // there too.
    Statement &clear =
        (*m_statements)(u"UPDATE ticket SET wipe_id = NULL WHERE guild_id = :guild AND wipe_id = :wipe"_s);
    clear.bind(u":guild"_s, guild);
    clear.bind(u":wipe"_s, wipeId);
    if (Status status = clear.exec(); !status)
        return status.error();
    // Tombstones that undoing an import left in place of tickets of this deletion.
    Statement &tombs =
        (*m_statements)(u"DELETE FROM wiped_ticket WHERE guild_id = :guild AND wipe_id = :wipe"_s);
    tombs.bind(u":guild"_s, guild);
    tombs.bind(u":wipe"_s, wipeId);
    if (Status status = tombs.exec(); !status)
        return status.error();
    Statement &log = (*m_statements)(
        u"INSERT INTO wipe_undone (wipe_id, guild_id, at_ms, actor_id, actor_name, actor_console) "
        "VALUES (:wipe, :guild, :at, :actor, :actor_name, :console)"_s);
    log.bind(u":wipe"_s, wipeId);
    log.bind(u":guild"_s, guild);
    log.bind(u":at"_s, now);
    log.bind(u":actor"_s, actor.user);
    log.bind(u":actor_name"_s, actor.name);
    log.bind(u":console"_s, actor.console);
    if (Status status = log.exec(); !status)
        return status.error();
    wipe.undoneAtMs = now;
    wipe.undoneBy = actor;
    if (Status status = addHistory({0, guild, now, actor, u"undo"_s, wipeAsJson(wipe), {}}); !status)
        return status.error();
    if (Status told = NoticeStore::queueWipeLine(*this, wipe); !told)
        return told.error();
    m_cache->tickets.clear();
    m_changes.wiped = true;
    m_changes.guilds += guild;
    return wipe;
}

Status Writer::purgeTrash()
{
    const UtcMs now = m_clock.utc();
    const auto run = [&](const QString &sql) -> Result<int> {
        Statement &statement = (*m_statements)(sql);
        statement.bind(u":now"_s, now);
        if (Status status = statement.exec(); !status)
            return status.error();
        return statement.changed();
    };
    // Tombstones first: no catching up and no late event may bring these tickets back (issue "What was wiped
    // stays wiped").
    const auto tombs = run(u"INSERT INTO wiped_ticket (guild_id, ticket_id, wipe_id) "
                           "SELECT /* all servers */ t.guild_id, t.ticket_id, t.wipe_id FROM ticket AS t "
                           "JOIN wipe_log AS w ON w.wipe_id = t.wipe_id AND w.guild_id = t.guild_id "
                           "WHERE t.wipe_id IS NOT NULL AND w.undo_until <= :now ON CONFLICT DO NOTHING"_s);
    if (!tombs)
        return tombs.error();
    if (*tombs > 0) {
        m_cache->tickets.clear();
        for (const QString &sql :
             {u"DELETE FROM deleted_message /* all servers */ WHERE (guild_id, ticket_id) IN "
              "(SELECT guild_id, ticket_id FROM wiped_ticket WHERE :now > 0)"_s,
              // Messages, spells and turns go along by their foreign keys.
              u"DELETE FROM ticket /* all servers */ WHERE wipe_id IS NOT NULL AND (guild_id, ticket_id) IN "
              "(SELECT guild_id, ticket_id FROM wiped_ticket WHERE :now > 0)"_s,
              // Names live as long as the person's rows (TM-32).
              u"DELETE FROM person /* all servers */ WHERE :now > 0 AND (guild_id, user_id) NOT IN (SELECT "
              u"guild_id, author_id "
              "FROM message UNION SELECT guild_id, requester FROM ticket UNION SELECT guild_id, closed_by "
              "FROM ticket "
              "UNION SELECT guild_id, claimed_by FROM ticket)"_s}) {
            if (const auto done = run(sql); !done)
                return done.error();
        }
        m_changes.audit = true;
    }
    // Other things whose time is over.
    for (const QString &sql :
         {u"DELETE FROM pending_action /* all servers */ WHERE expires_ms < :now - 86400000"_s,
          u"DELETE FROM interaction_done /* all servers */ WHERE at_ms < :now - 86400000"_s}) {
        if (const auto done = run(sql); !done)
            return done.error();
    }
    return {};
}
