// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/recovery.h"

#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QSqlError>
#include <QSqlRecord>
#include <QTimeZone>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

// How one table is read out of a damaged file. Reading begins at both ends, so that a damaged page in the middle costs only
// what lies on it; tables with many rows per ticket are read ticket by ticket for the same reason.
struct SalvagedTable
{
    enum class Way
    {
        Replace, // what the damaged file says is newer than the backup
        Append, // rows that never change
        Tickets, // replaced; also looked for one by one, by the keys that indexes and other tables know
        Whole, // lists from which something may have been taken away: only if all of it can be read
        PerTicket // replaced, one ticket at a time
    };
    QString name;
    QString ascending; // ORDER BY
    QString descending;
    Way way = Way::Replace;
};

QVector<SalvagedTable> salvagedTables()
{
    using Way = SalvagedTable::Way;
    return {{u"ticket"_s, u"guild_id, ticket_id"_s, u"guild_id DESC, ticket_id DESC"_s, Way::Tickets},
            {u"guild"_s, u"guild_id"_s, u"guild_id DESC"_s, Way::Replace},
            {u"guild_setting"_s, u"guild_id"_s, u"guild_id DESC"_s, Way::Replace},
            {u"guild_list"_s, u"guild_id"_s, u"guild_id DESC"_s, Way::Whole},
            {u"max_user"_s, u"guild_id"_s, u"guild_id DESC"_s, Way::Whole},
            {u"category"_s, u"guild_id, category_id"_s, u"guild_id DESC, category_id DESC"_s, Way::Replace},
            {u"opener_bot"_s, u"guild_id, user_id"_s, u"guild_id DESC, user_id DESC"_s, Way::Replace},
            {u"role_set"_s, u"set_id"_s, u"set_id DESC"_s, Way::Append},
            {u"person"_s, u"guild_id, user_id"_s, u"guild_id DESC, user_id DESC"_s, Way::Replace},
            {u"wipe_log"_s, u"wipe_id"_s, u"wipe_id DESC"_s, Way::Append},
            {u"wipe_undone"_s, u"wipe_id"_s, u"wipe_id DESC"_s, Way::Append},
            {u"wiped_ticket"_s, u"guild_id, ticket_id"_s, u"guild_id DESC, ticket_id DESC"_s, Way::Append},
            {u"history"_s, u"history_id"_s, u"history_id DESC"_s, Way::Append},
            {u"coverage_gap"_s, u"gap_id"_s, u"gap_id DESC"_s, Way::Replace},
            {u"candidate"_s, u"guild_id, channel_id"_s, u"guild_id DESC, channel_id DESC"_s, Way::Replace},
            {u"import_log"_s, u"import_id"_s, u"import_id DESC"_s, Way::Replace},
            {u"import_guild"_s, u"guild_id, import_id"_s, u"guild_id DESC, import_id DESC"_s, Way::Replace},
            {u"import_ticket"_s, u"guild_id, ticket_id, import_id"_s,
             u"guild_id DESC, ticket_id DESC, import_id DESC"_s, Way::Replace},
            {u"import_message"_s, u"guild_id, ticket_id, message_id"_s,
             u"guild_id DESC, ticket_id DESC, message_id DESC"_s, Way::Replace},
            {u"import_max_user"_s, u"guild_id, user_id, import_id"_s,
             u"guild_id DESC, user_id DESC, import_id DESC"_s, Way::Replace},
            {u"import_list"_s, u"guild_id, kind, import_id"_s, u"guild_id DESC, kind DESC, import_id DESC"_s,
             Way::Replace},
            {u"import_wipe"_s, u"guild_id, wipe_id"_s, u"guild_id DESC, wipe_id DESC"_s, Way::Replace},
            {u"notice_setting"_s, u"guild_id"_s, u"guild_id DESC"_s, Way::Replace},
            {u"notice"_s, u"notice_id"_s, u"notice_id DESC"_s, Way::Replace},
            {u"alarm"_s, u"alarm_id"_s, u"alarm_id DESC"_s, Way::Replace},
            {u"alarm_mute"_s, u"guild_id, ticket_id"_s, u"guild_id DESC, ticket_id DESC"_s, Way::Whole},
            {u"spell"_s, u"number"_s, u"number DESC"_s, Way::PerTicket},
            {u"message"_s, u"message_id"_s, u"message_id DESC"_s, Way::PerTicket},
            {u"deleted_message"_s, u"message_id"_s, u"message_id DESC"_s, Way::PerTicket}};
}

using TicketKey = QPair<qint64, qint64>;

class DatabaseSalvage
{
public:
    DatabaseSalvage(QSqlDatabase damaged, QSqlDatabase good)
        : m_damaged(std::move(damaged)), m_good(std::move(good))
    { }

    Status run(DatabaseRecovery &result);

private:
    void copyTable(const SalvagedTable &table);
    Status forgetUndoneImports();
    // Hands on rows until the end or the first that cannot be read; false: the latter.
    bool readRows(const SalvagedTable &table, const QString &order, const TicketKey *ticket,
                  const std::function<void(const QVariantList &)> &row);
    QSet<TicketKey> ticketKeys() const;
    QSet<TicketKey> goodKeys() const;
    qint64 count(const QString &table) const;

    QSqlDatabase m_damaged;
    QSqlDatabase m_good;
    QStringList m_columns; // of the table in hand, those that both files know
    bool m_complete = true;
};

// The names below stand in the list above or in our own schema: none comes out of the damaged file.
bool DatabaseSalvage::readRows(const SalvagedTable &table, const QString &order, const TicketKey *ticket,
                               const std::function<void(const QVariantList &)> &row)
{
    QStringList sql{u"SELECT"_s, m_columns.join(u", "_s), u"FROM"_s, table.name};
    if (ticket)
        sql += u"WHERE guild_id = :guild AND ticket_id = :ticket"_s;
    sql << u"ORDER BY"_s << order;
    QSqlQuery read(m_damaged);
    read.setForwardOnly(true);
    if (!read.prepare(sql.join(u' ')))
        return false;
    if (ticket) {
        read.bindValue(u":guild"_s, ticket->first);
        read.bindValue(u":ticket"_s, ticket->second);
    }
    if (!read.exec())
        return false;
    while (read.next()) {
        QVariantList values;
        for (int column = 0; column < m_columns.size(); ++column) {
            QVariant value = read.value(column);
            // An empty blob comes without an address, and would go as NULL into a column that takes none.
            if (value.metaType().id() == QMetaType::QByteArray && value.toByteArray().isNull())
                value = QByteArray("");
            values += value;
        }
        row(values);
    }
    return !read.lastError().isValid();
}

void DatabaseSalvage::copyTable(const SalvagedTable &table)
{
    const QSqlRecord known = m_good.record(table.name), damaged = m_damaged.record(table.name);
    m_columns.clear();
    for (int i = 0; i < known.count(); ++i) {
        if (damaged.contains(known.fieldName(i)))
            m_columns += known.fieldName(i);
    }
    if (m_columns.isEmpty()) {
        m_complete = false;
        return;
    }
    const bool append = table.way == SalvagedTable::Way::Append;
    const QStringList sql{append ? u"INSERT OR IGNORE INTO"_s : u"INSERT OR REPLACE INTO"_s,
                          table.name,
                          u"("_s,
                          m_columns.join(u", "_s),
                          u") VALUES ("_s,
                          QStringList(m_columns.size(), u"?"_s).join(u", "_s),
                          u")"_s};
    QSqlQuery write(m_good);
    if (!write.prepare(sql.join(u' '))) {
        m_complete = false;
        return;
    }
    const auto store = [&](const QVariantList &values) {
        for (int column = 0; column < values.size(); ++column)
            write.bindValue(column, values.at(column));
        // A row that does not fit the strict columns was damaged without being noticed: it is no row.
        if (!write.exec())
            m_complete = false;
    };
    const auto fromBothEnds = [&](const TicketKey *ticket) {
        if (readRows(table, table.ascending, ticket, store))
            return;
        m_complete = false;
        readRows(table, table.descending, ticket, store);
    };
    if (table.way == SalvagedTable::Way::Whole) {
        QVector<QVariantList> rows;
        if (!readRows(table, table.ascending, nullptr,
                      [&rows](const QVariantList &values) { rows += values; })) {
            m_complete = false;
            return;
        }
        QSqlQuery clear(m_good);
        clear.exec((QStringList{u"DELETE FROM"_s, table.name}).join(u' '));
        for (const QVariantList &values : std::as_const(rows))
            store(values);
    } else if (table.way == SalvagedTable::Way::PerTicket) {
        const auto tickets = goodKeys();
        for (const TicketKey &ticket : tickets)
            fromBothEnds(&ticket);
    } else if (table.way == SalvagedTable::Way::Tickets) {
        if (readRows(table, table.ascending, nullptr, store))
            return;
        m_complete = false;
        readRows(table, table.descending, nullptr, store);
        const auto keys = ticketKeys();
        for (const TicketKey &ticket : keys)
            readRows(table, table.ascending, &ticket, store);
    } else {
        fromBothEnds(nullptr);
    }
}

QSet<TicketKey> DatabaseSalvage::goodKeys() const
{
    QSet<TicketKey> keys;
    Statement all(m_good, u"SELECT /* all servers */ guild_id, ticket_id FROM ticket"_s);
    for (bool ok = all.ask(); ok && all.next();) {
        const qint64 guild = all.integer();
        keys += {guild, all.integer()};
    }
    return keys;
}

// Keys of tickets that lie between two damaged pages: an index and the spells know them, too.
QSet<TicketKey> DatabaseSalvage::ticketKeys() const
{
    QSet<TicketKey> keys;
    for (
        const QString &sql :
        {u"SELECT /* all servers */ guild_id, ticket_id FROM ticket INDEXED BY ticket_opened "
         "WHERE wipe_id IS NULL AND known = 1 AND excluded = 0 ORDER BY guild_id, opened_at"_s,
         u"SELECT /* all servers */ guild_id, ticket_id FROM ticket INDEXED BY ticket_opened "
         "WHERE wipe_id IS NULL AND known = 1 AND excluded = 0 ORDER BY guild_id DESC, opened_at DESC"_s,
         u"SELECT /* all servers */ guild_id, ticket_id FROM spell ORDER BY guild_id, ticket_id"_s,
         u"SELECT /* all servers */ guild_id, ticket_id FROM spell ORDER BY guild_id DESC, ticket_id DESC"_s}) {
        QSqlQuery query(m_damaged);
        query.setForwardOnly(true);
        if (!query.exec(sql))
            continue;
        while (query.next())
            keys += {query.value(0).toLongLong(), query.value(1).toLongLong()};
    }
    return keys;
}

qint64 DatabaseSalvage::count(const QString &table) const
{
    Statement query(m_good, (QStringList{u"SELECT count(*) FROM"_s, table}).join(u' '));
    return query.ask() && query.next() ? query.integer() : 0;
}

// The backup may still hold what an import brought that was undone since.
Status DatabaseSalvage::forgetUndoneImports()
{
    Status status;
    for (const QString &sql :
         {u"DELETE FROM message WHERE message_id < 0 AND EXISTS (SELECT 1 FROM import_message AS i "
          "JOIN import_log AS l ON l.import_id = i.import_id AND l.undone_at <> 0 WHERE "
          "i.guild_id = message.guild_id AND i.ticket_id = message.ticket_id "
          "AND i.message_id = message.message_id) /* all servers */"_s,
          u"DELETE FROM import_message WHERE import_id IN (SELECT import_id FROM import_log WHERE "
          "undone_at <> 0) /* all servers */"_s,
          u"DELETE FROM ticket WHERE EXISTS (SELECT 1 FROM import_ticket AS i "
          "JOIN import_log AS l ON l.import_id = i.import_id AND l.undone_at <> 0 WHERE i.created = 1 "
          "AND i.guild_id = ticket.guild_id AND i.ticket_id = ticket.ticket_id) "
          "AND NOT EXISTS (SELECT 1 FROM import_ticket AS i JOIN import_log AS l "
          "ON l.import_id = i.import_id AND l.undone_at = 0 WHERE i.guild_id = ticket.guild_id "
          "AND i.ticket_id = ticket.ticket_id) AND NOT EXISTS (SELECT 1 FROM message AS m WHERE "
          "m.guild_id = ticket.guild_id AND m.ticket_id = ticket.ticket_id AND m.message_id > 0) "
          "/* all servers */"_s,
          u"DELETE FROM import_ticket WHERE import_id IN (SELECT import_id FROM import_log WHERE "
          "undone_at <> 0) /* all servers */"_s,
          u"DELETE FROM message WHERE NOT EXISTS (SELECT 1 FROM ticket AS t WHERE "
          "t.guild_id = message.guild_id AND t.ticket_id = message.ticket_id) /* all servers */"_s,
          u"DELETE FROM spell WHERE NOT EXISTS (SELECT 1 FROM ticket AS t WHERE "
          "t.guild_id = spell.guild_id AND t.ticket_id = spell.ticket_id) /* all servers */"_s}) {
        if (status)
            status = execute(m_good, sql);
    }
    return status;
}

Status DatabaseSalvage::run(DatabaseRecovery &result)
{
    const QSet<TicketKey> inBackup = goodKeys();
    result.ticketsInBackup = inBackup.size();
    const qint64 messagesBefore = count(u"message"_s);
    // Without cascades, and in one go: rows arrive in any order, and a half salvage is none.
    if (Status off = execute(m_good, u"PRAGMA foreign_keys=OFF"_s); !off)
        return off;
    Transaction transaction(m_good);
    if (!transaction.begun())
        return transaction.begun();
    const auto tables = salvagedTables();
    for (const SalvagedTable &table : tables)
        copyTable(table);
    if (Status forgotten = forgetUndoneImports(); !forgotten)
        return forgotten;
    if (Status committed = transaction.commit(); !committed)
        return committed;
    const QSet<TicketKey> recovered = goodKeys();
    result.ticketsRecovered = recovered.size() - result.ticketsInBackup;
    result.ticketsKnown = ((recovered | ticketKeys()) - inBackup).size();
    result.messagesRecovered = count(u"message"_s) - messagesBefore;
    result.complete = m_complete;
    return execute(m_good, u"PRAGMA foreign_keys=ON"_s);
}

} // namespace

Result<QString> quarantineDatabase(const DatabaseFile &file, const Clock &clock)
{
    const QDir folder = QFileInfo(file.path()).dir();
    const QString stem = QDateTime::fromMSecsSinceEpoch(clock.utc(), QTimeZone::utc())
                             .toString(u"'quarantine-'yyyy-MM-dd_HHmmss"_s);
    QString name = stem;
    for (int again = 2; folder.exists(name); ++again)
        name = u"%1-%2"_s.arg(stem).arg(again);
    const QString place = folder.filePath(name);
    if (Status made = DatabaseFile::makePrivateFolder(place); !made)
        return made.error();
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString from = file.path() + suffix;
        if (QFileInfo::exists(from) && !QFile::rename(from, QDir(place).filePath(QFileInfo(from).fileName())))
            return Error{ErrorKind::Io,
                         QCoreApplication::translate("Store", "The damaged database cannot be put away."),
                         from};
    }
    return place;
}

Result<DatabaseRecovery> recoverDatabase(const DatabaseFile &file, const Clock &clock,
                                         const Backups::FreeBytes &freeBytes)
{
    DatabaseRecovery result;
    const auto backup = Backups(file, clock, freeBytes).newestGood();
    const auto quarantine = quarantineDatabase(file, clock);
    if (!quarantine)
        return quarantine.error();
    result.quarantine = QFileInfo(*quarantine).fileName();
    const DatabaseFile damagedFile(QDir(*quarantine).filePath(QFileInfo(file.path()).fileName()));
    const auto putBack = [&] {
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
            QFile::remove(file.path() + suffix);
            QFile::rename(damagedFile.path() + suffix, file.path() + suffix);
        }
        QDir().rmdir(*quarantine);
    };

    if (backup) {
        result.backup = backup->name;
        result.backupMs = backup->atMs;
        if (Status copied = Backups(DatabaseFile(backup->path), clock, freeBytes).makeAt(file.path());
            !copied) {
            putBack();
            return copied.error();
        }
    }
    DatabaseFile::WriterOptions options;
    options.clock = clock;
    {
        auto good = file.openForWriting(options);
        if (!good) {
            putBack();
            return good.error();
        }
        Status salvaged;
        if (const auto damaged = damagedFile.openForReading())
            salvaged = DatabaseSalvage(damaged->database(), good->database()).run(result);
        else
            result.complete = false;
        if (salvaged && !backup && result.ticketsRecovered == 0)
            salvaged = Error{ErrorKind::Corrupt,
                             QCoreApplication::translate(
                                 "Store",
                                 "The database is damaged, nothing in it can be read, and there is no "
                                 "backup. Choose another data folder, or move the file away to begin "
                                 "anew."),
                             damagedFile.path()};
        if (!salvaged) {
            good.value().close();
            putBack();
            return salvaged.error();
        }
        // The hole since the backup is known and shown; catching up closes what Discord still has.
        Writer writer(good->database(), QFileInfo(file.path()).path(), clock);
        Transaction record(good->database());
        if (!record.begun())
            return record.begun().error();
        const UtcMs now = clock.utc();
        const auto guilds = Reader(good->database()).guilds();
        for (const GuildInfo &guild : guilds) {
            const auto gap = writer.openGap(guild.id, {}, result.backupMs ? result.backupMs : now,
                                            u"corrupt"_s, CoverageGap::State::MessagesLost);
            if (!gap)
                return gap.error();
            if (Status closed = writer.closeGap(*gap, now, result.complete, result.quarantine); !closed)
                return closed.error();
            HistoryRow row;
            row.guild = guild.id;
            row.atMs = now;
            row.actor.console = true;
            row.kind = u"restore"_s;
            row.after = {{u"backup"_s, result.backup},
                         {u"quarantine"_s, result.quarantine},
                         {u"tickets"_s, result.ticketsRecovered},
                         {u"known"_s, result.ticketsKnown},
                         {u"complete"_s, result.complete}};
            if (Status added = writer.addHistory(row); !added)
                return added.error();
        }
        if (Status committed = record.commit(); !committed)
            return committed.error();
    }
    qCWarning(lcStore) << "The database was damaged. Restored from"
                       << (backup ? backup->name : u"no backup"_s) << "and" << result.ticketsRecovered
                       << "newer tickets from the damaged file, kept in" << result.quarantine;
    return result;
}
