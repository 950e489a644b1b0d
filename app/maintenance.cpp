// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datacommands.h"
#include "app/datafolder.h"
#include "app/statstext.h"
#include "bot/store/backup.h"
#include "bot/store/database.h"
#include "bot/store/reader.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStorageInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 LittleSpaceBytes = 200'000'000; // PROTOCOL S-12
constexpr qint64 OldBackupMs = 7 * DayMs;

QByteArray outputLine(const QString &text)
{
    return text.toUtf8() + '\n';
}

} // namespace

CommandOutcome runBackup(const CommandLine &line, const Clock &clock)
{
    const DatabaseFile database = DatabaseFile::inFolder(DataFolder::at(line.dataDir, line.demo).path());
    const Backups backups(database, clock);
    if (line.file.isEmpty()) {
        const Result<BackupInfo> made = backups.make(u"manual"_s);
        if (!made)
            return outcomeOf(made.error());
        return {ExitCode::Stopped, outputLine(made->path), {}};
    }
    const QFileInfo target(line.file);
    if (target.isDir() || !target.dir().exists())
        return wrongUseOutcome(u"backup: %1 is not a file in an existing folder"_s.arg(line.file));
    if (target.exists() && target.canonicalFilePath() == QFileInfo(database.path()).canonicalFilePath())
        return wrongUseOutcome(u"backup: %1 is the database itself"_s.arg(line.file));
    if (const Status made = backups.makeAt(target.absoluteFilePath()); !made)
        return outcomeOf(made.error());
    return {ExitCode::Stopped, outputLine(target.absoluteFilePath()), {}};
}

CommandOutcome runRestore(const CommandLine &line, const Clock &clock)
{
    const QFileInfo source(line.file);
    if (!source.isFile() || !source.isReadable())
        return wrongUseOutcome(u"restore: %1 is not a readable file"_s.arg(line.file));
    const DataFolder folder = DataFolder::at(line.dataDir, line.demo);
    if (const Status made = folder.make(); !made)
        return outcomeOf(made.error());
    const DatabaseFile database = DatabaseFile::inFolder(folder.path());
    if (source.canonicalFilePath() == QFileInfo(database.path()).canonicalFilePath())
        return wrongUseOutcome(u"restore: %1 is the database itself"_s.arg(line.file));
    QLockFile lock(database.lockPath());
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return outcomeOf({ErrorKind::Busy, u"the data folder is in use by a running copy; stop it first"_s,
                          folder.path()});
    const Result<BackupInfo> before = Backups(database, clock).restore(source.absoluteFilePath());
    if (!before)
        return outcomeOf(before.error());
    {
        const Result<Connection> restored = database.openForReading();
        if (!restored)
            return outcomeOf(restored.error());
        folder.rememberUuid(DatabaseFile::uuid(restored->database()));
    }
    QByteArray output = outputLine(u"restored %1"_s.arg(source.absoluteFilePath()));
    if (!before->name.isEmpty())
        output += outputLine(u"what was there before is kept in %1"_s.arg(before->path));
    return {ExitCode::Stopped, output, {}};
}

// -- check
// ------------------------------------------------------------------------------------------------------------

namespace {

class Checkup
{
public:
    Checkup(const CommandLine &line, const Clock &clock)
        : m_folder(DataFolder::at(line.dataDir, line.demo)), m_nowMs(clock.utc())
    { }

    void run();
    QByteArray json() const;
    QByteArray text() const;
    bool usable() const { return m_usable; }
    bool fine() const { return m_problems.isEmpty(); }

private:
    struct Problem
    {
        QString what, todo;
    };
    void add(const QString &what, const QString &todo) { m_problems.append({what, todo}); }
    void fail(const QString &what, const QString &todo)
    {
        m_usable = false;
        add(what, todo);
    }
    void checkFiles(const DatabaseFile &database);
    void checkGuild(const Reader &reader, const GuildInfo &guild);

    const DataFolder m_folder;
    const UtcMs m_nowMs;
    bool m_usable = true;
    QVector<Problem> m_problems;
    QJsonObject m_facts;
    QJsonArray m_servers;
};

void Checkup::run()
{
    const DatabaseFile database = DatabaseFile::inFolder(m_folder.path());
    m_facts.insert(u"database"_s, database.path());
    Result<Connection> connection = database.openForReading();
    if (!connection) {
        const Error &error = connection.error();
        m_facts.insert(u"integrity"_s, error.text);
        switch (error.kind) {
        case ErrorKind::NotFound:
            if (m_folder.expectedUuid().isEmpty())
                fail(error.text, u"Start the bot once: it makes the database."_s);
            else
                fail(u"The database is gone."_s,
                     u"Put it back, or restore a backup: ticket-assistant restore FILE. Backups are in %1."_s
                         .arg(database.backupFolder()));
            break;
        case ErrorKind::Newer:
            fail(error.text, u"Update Ticket Assistant."_s);
            break;
        default:
            fail(error.text,
                 u"Restore a backup: ticket-assistant restore FILE. Backups are in %1."_s.arg(
                     database.backupFolder()));
        }
        return;
    }
    const QString integrity = DatabaseFile::integrityCheck(connection->database());
    m_facts.insert(u"integrity"_s, integrity);
    if (integrity != "ok"_L1) {
        fail(u"The database is damaged: %1"_s.arg(integrity),
             u"Restore a backup: ticket-assistant restore FILE. Backups are in %1."_s.arg(
                 database.backupFolder()));
        return;
    }
    const QString uuid = DatabaseFile::uuid(connection->database());
    if (const QString expected = m_folder.expectedUuid(); !expected.isEmpty() && expected != uuid)
        fail(
            u"This is another database than the one that was here before."_s,
            u"Put the right one back, or accept this one: ticket-assistant restore FILE with a copy of it."_s);
    const Reader reader(connection->database());
    const StorageHealth health = reader.health();
    m_facts.insert(u"schema"_s, health.schema);
    m_facts.insert(u"schema_known"_s, int(DatabaseFile::knownSchema().size()));
    m_facts.insert(u"tickets"_s, health.tickets);
    m_facts.insert(u"messages"_s, health.messages);
    m_facts.insert(u"bytes"_s, QFileInfo(database.path()).size());
    checkFiles(database);
    const QVector<GuildInfo> guilds = reader.guilds();
    if (guilds.isEmpty())
        add(u"No server has been recorded yet."_s, u"Invite the bot and start it once."_s);
    for (const GuildInfo &guild : guilds)
        checkGuild(reader, guild);
}

void Checkup::checkFiles(const DatabaseFile &database)
{
#ifdef Q_OS_UNIX
    const QFileInfo folder(m_folder.path());
    const QFileInfo file(database.path());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (folder.permissions() & others || file.permissions() & others)
        add(u"Other accounts of this computer may read the data."_s,
            u"chmod 700 %1; chmod 600 %2"_s.arg(folder.filePath(), file.filePath()));
#endif
    const qint64 freeBytes = QStorageInfo(m_folder.path()).bytesAvailable();
    m_facts.insert(u"free_bytes"_s, freeBytes);
    if (freeBytes >= 0 && freeBytes < LittleSpaceBytes)
        add(u"There is little space: %1 MB."_s.arg(freeBytes / 1'000'000),
            u"Make room; without it no backups are made, so nothing can be deleted or restored."_s);
    const QVector<BackupInfo> backups = Backups(database).list();
    m_facts.insert(u"last_backup"_s,
                   backups.isEmpty() ? QJsonValue() : QJsonValue(isoTime(backups.first().atMs)));
    if (backups.isEmpty() || m_nowMs - backups.first().atMs > OldBackupMs)
        add(backups.isEmpty() ? u"There is no backup."_s : u"The newest backup is more than a week old."_s,
            u"Make one: ticket-assistant backup"_s);
}

void Checkup::checkGuild(const Reader &reader, const GuildInfo &guild)
{
    const QString name = guild.name.isEmpty() ? guild.id.toString() : guild.name;
    const Window month = Window::lastDays(30, m_nowMs);
    const TicketStatistics numbers = reader.statistics(guild.id, {}, month);
    int gapsOpen = 0;
    const QVector<CoverageGap> gaps = reader.gaps(guild.id, month);
    for (const CoverageGap &gap : gaps)
        gapsOpen += gap.toMs == 0 ? 1 : 0;
    const StoredConfig config = reader.config(guild.id);
    m_servers.append(QJsonObject{{u"guild"_s, guild.id.toString()},
                                 {u"name"_s, guild.name},
                                 {u"removed"_s, guild.removed},
                                 {u"observed_30_days"_s, numbers.observed},
                                 {u"gaps_30_days"_s, numbers.gaps},
                                 {u"gaps_still_open"_s, gapsOpen},
                                 {u"open_now"_s, numbers.openAtEnd}});
    if (guild.removed) {
        add(u"%1: the bot was removed from this server."_s.arg(name),
            u"Its history stays. Invite the bot again to go on."_s);
        return;
    }
    if (gapsOpen > 0)
        add(u"%1: something since the last run has not been read again yet."_s.arg(name),
            u"Start the bot; it catches up by itself."_s);
    if (config.ticketCategories.isEmpty() && qEnvironmentVariableIsEmpty("TICKET_CATEGORIES"))
        add(u"%1: no ticket categories are set."_s.arg(name),
            u"Set TICKET_CATEGORIES, or choose them in the console."_s);
    if (config.supportRoles.isEmpty() && qEnvironmentVariableIsEmpty("SUPPORT_ROLES"))
        add(u"%1: no support roles are set, so nobody counts as staff."_s.arg(name),
            u"Set SUPPORT_ROLES, or choose them in the console."_s);
}

QByteArray Checkup::json() const
{
    QJsonArray problems;
    for (const Problem &problem : m_problems)
        problems.append(QJsonObject{{u"what"_s, problem.what}, {u"todo"_s, problem.todo}});
    QJsonObject object = m_facts;
    object.insert(u"ok"_s, m_usable);
    object.insert(u"servers"_s, m_servers);
    object.insert(u"problems"_s, problems);
    return QJsonDocument(object).toJson();
}

QByteArray Checkup::text() const
{
    QString text;
    for (auto fact = m_facts.begin(); fact != m_facts.end(); ++fact)
        text += fact.key().leftJustified(20) + fact->toVariant().toString() + u'\n';
    for (const QJsonValue &server : m_servers) {
        text += u"%1: open now %2, observed %3 % of the last 30 days, gaps: %4\n"_s
                    .arg(server["name"_L1].toString())
                    .arg(server["open_now"_L1].toInt())
                    .arg(server["observed_30_days"_L1].toDouble() * 100, 0, 'f', 1)
                    .arg(server["gaps_30_days"_L1].toInt());
    }
    for (const Problem &problem : m_problems)
        text += u"! %1\n  %2\n"_s.arg(problem.what, problem.todo);
    if (m_problems.isEmpty())
        text += u"Nothing is wrong.\n"_s;
    return text.toUtf8();
}

} // namespace

CommandOutcome runCheck(const CommandLine &line, const Clock &clock)
{
    Checkup checkup(line, clock);
    checkup.run();
    CommandOutcome outcome;
    outcome.code = checkup.usable() ? ExitCode::Stopped : ExitCode::DataUnusable;
    outcome.output = line.json ? checkup.json() : checkup.text();
    return outcome;
}
