// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/database.h"

#include "bot/store/backup.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <atomic>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int SchemaOfPackedNumbers = 5;
constexpr qint64 LargestCheckedAtStart =
    1024LL * 1024 * 1024; // S-07: about 2 s; larger ones wait for the background

Error databaseError(ErrorKind kind, const QString &text, const QString &path)
{
    return {kind, text, path};
}

Result<QString> pragma(const QSqlDatabase &database, const QString &statement)
{
    Statement query(database, statement);
    if (Status status = query.exec(); !status)
        return status.error();
    return query.next() ? query.text() : QString();
}

} // namespace

// -- Connection -----------------------------------------------------------------------------------

Connection &Connection::operator=(Connection &&other) noexcept
{
    if (this != &other) {
        close();
        m_name = std::exchange(other.m_name, {});
    }
    return *this;
}

void Connection::close()
{
    if (m_name.isEmpty())
        return;
    {
        QSqlDatabase database = QSqlDatabase::database(m_name, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(std::exchange(m_name, {}));
}

// -- DatabaseFile: opening ------------------------------------------------------------------------

DatabaseFile DatabaseFile::inFolder(const QString &dataDir)
{
    return DatabaseFile(QDir(dataDir).filePath(u"ticket-assistant.db"_s));
}

QString DatabaseFile::lockPath() const
{
    return QFileInfo(m_path).dir().filePath(u"ticket-assistant.lock"_s);
}

QString DatabaseFile::backupFolder() const
{
    return QFileInfo(m_path).dir().filePath(u"backups"_s);
}

Result<Connection> DatabaseFile::connect(const QString &options, bool immutable) const
{
    static std::atomic<int> counter = 0;
    Connection connection;
    connection.m_name = u"ticket-assistant-%1"_s.arg(++counter);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection.m_name);
    QString name = m_path;
    QString connectOptions = u"QSQLITE_BUSY_TIMEOUT=2000"_s; // S-02
    if (!options.isEmpty())
        connectOptions += u';' + options;
    if (immutable) {
        name = QUrl::fromLocalFile(m_path).toString(QUrl::FullyEncoded) + u"?immutable=1"_s;
        connectOptions += u";QSQLITE_OPEN_URI"_s;
    }
    database.setDatabaseName(name);
    database.setConnectOptions(connectOptions);
    if (!database.open())
        return sqlError(database.lastError(), u"open "_s + m_path);
    return connection;
}

Result<Connection> DatabaseFile::openForWriting(const WriterOptions &options) const
{
    const QFileInfo file(m_path);
    if (Status folder = makePrivateFolder(file.path()); !folder)
        return folder.error();
    const bool isNew = file.size() == 0; // SQLite takes an empty file for a new database
    if (isNew && !options.expectedUuid.isEmpty())
        return databaseError(
            ErrorKind::Corrupt,
            QCoreApplication::translate("Store",
                                        "The database is missing or empty, although data was recorded. "
                                        "Restore a backup, or choose another data folder."),
            m_path);
    if (isNew) {
        // Made before SQLite opens it, so that it and the -wal and -shm beside it are never readable by
        // others.
        QFile created(m_path);
        if (!created.open(QIODevice::ReadWrite)
            || !created.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return databaseError(ErrorKind::Io,
                                 QCoreApplication::translate("Store", "The database file cannot be made: %1.")
                                     .arg(created.errorString()),
                                 m_path);
    } else {
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    }

    auto connection = connect({});
    if (!connection)
        return connection;
    const QSqlDatabase database = connection->database();

    // Before anything is changed: is it ours, and do we know its schema?
    const auto known = version(database);
    if (!known)
        return known.error();
    const auto application = pragma(database, u"PRAGMA application_id"_s);
    if (!application)
        return application.error();
    if (!isNew && (application->toInt() != ApplicationId || *known == 0))
        return databaseError(
            ErrorKind::Corrupt,
            QCoreApplication::translate("Store", "The file is not a database of Ticket Assistant."), m_path);
    if (*known > options.schemaFiles.size())
        return databaseError(
            ErrorKind::Newer,
            QCoreApplication::translate("Store",
                                        "The database was written by a newer version of Ticket Assistant. "
                                        "Update the program to use it."),
            m_path);

    const auto journal = pragma(database, u"PRAGMA journal_mode=WAL"_s);
    if (!journal)
        return journal.error();
    if (*journal != "wal"_L1) {
        // Network drives cannot share the -shm file.
        qCWarning(lcStore) << "The database cannot use a write-ahead log here; writing is slower";
        if (auto rollback = pragma(database, u"PRAGMA journal_mode=DELETE"_s); !rollback)
            return rollback.error();
    }
    // Probes the lock in the same go: a writer of another program shows itself here (S-01).
    for (const QString &setting :
         {u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s, u"PRAGMA trusted_schema=OFF"_s,
          u"PRAGMA cell_size_check=ON"_s, u"PRAGMA mmap_size=0"_s, u"PRAGMA wal_autocheckpoint=1000"_s,
          u"PRAGMA journal_size_limit=67108864"_s, u"PRAGMA recursive_triggers=ON"_s,
          u"PRAGMA cache_size=-16384"_s, u"BEGIN IMMEDIATE"_s, u"ROLLBACK"_s}) {
        if (Status status = execute(database, setting); !status)
            return status.error();
    }

    if (!isNew && options.quickCheck && checkedAtStart(m_path)) {
        if (const QString found = quickCheck(database); found != "ok"_L1)
            return Error{ErrorKind::Corrupt, QCoreApplication::translate("Store", "The database is damaged."),
                         u"SQLite 11 (quick_check): "_s + found}; // as SQLite itself would say it
    }
    if (*known < options.schemaFiles.size()) {
        if (Status migrated = migrate(database, options); !migrated)
            return migrated.error();
    }
    if (!options.expectedUuid.isEmpty() && uuid(database) != options.expectedUuid)
        return databaseError(
            ErrorKind::Corrupt,
            QCoreApplication::translate("Store", "The database is not the one that was used before."),
            m_path);
    return connection;
}

Result<Connection> DatabaseFile::openForReading(bool newer) const
{
    if (QFileInfo(m_path).size() == 0)
        return databaseError(ErrorKind::NotFound,
                             QCoreApplication::translate("Store", "There is no database yet."), m_path);
    auto connection = connect(u"QSQLITE_OPEN_READONLY"_s);
    if (!connection)
        return connection;
    auto known = version(connection->database());
    if (!known && sqliteCode(known.error()) != 0 && !QFileInfo::exists(m_path + u"-wal"_s)) {
        // A read-only folder: nobody can write, so nothing needs the shared memory file that SQLite cannot
        // make there.
        connection = connect(u"QSQLITE_OPEN_READONLY"_s, true);
        if (!connection)
            return connection;
        known = version(connection->database());
    }
    if (!known)
        return known.error();
    if (*known > knownSchema().size() && !newer)
        return databaseError(
            ErrorKind::Newer,
            QCoreApplication::translate("Store",
                                        "The database was written by a newer version of Ticket Assistant. "
                                        "Update the program to use it."),
            m_path);
    const auto application = pragma(connection->database(), u"PRAGMA application_id"_s);
    if (!application)
        return application.error();
    if (application->toInt() != ApplicationId)
        return databaseError(
            ErrorKind::Corrupt,
            QCoreApplication::translate("Store", "The file is not a database of Ticket Assistant."), m_path);
    for (const QString &setting : {u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA cell_size_check=ON"_s,
                                   u"PRAGMA mmap_size=0"_s, u"PRAGMA cache_size=-16384"_s}) {
        if (Status status = execute(connection->database(), setting); !status)
            return status.error();
    }
    return connection;
}

Status DatabaseFile::migrate(const QSqlDatabase &database, const WriterOptions &options) const
{
    const auto from = version(database);
    if (!from)
        return from.error();
    if (*from > 0) {
        const auto backup = Backups(*this, options.clock).make(u"before-migration"_s);
        if (!backup)
            return backup.error();
    }
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    for (qsizetype number = *from; number < options.schemaFiles.size(); ++number) {
        QFile script(options.schemaFiles.at(number));
        if (!script.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Internal, u"A part of the program is missing."_s, script.fileName()};
        const QStringList statements = splitStatements(QString::fromUtf8(script.readAll()));
        for (const QString &statement : statements) {
            if (Status status = execute(database, statement); !status)
                return status;
        }
    }
    if (*from > 0 && *from < SchemaOfPackedNumbers && options.schemaFiles.size() >= SchemaOfPackedNumbers) {
        if (Status status = fillSchema5(database); !status)
            return status;
    }
    if (*from == 0) {
        if (Status status = execute(database, u"PRAGMA application_id=%1"_s.arg(ApplicationId)); !status)
            return status;
        Statement insert(database, u"INSERT INTO meta (key, value) VALUES ('db_uuid', :uuid)"_s);
        insert.bind(u":uuid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
        if (Status status = insert.exec(); !status)
            return status;
    }
    // Part of the transaction: the file has the old schema or the new one, never something between (S-10).
    if (Status status = execute(database, u"PRAGMA user_version=%1"_s.arg(options.schemaFiles.size()));
        !status)
        return status;
    return transaction.commit();
}

// -- DatabaseFile: questions ----------------------------------------------------------------------

QStringList DatabaseFile::knownSchema()
{
    QStringList files;
    const auto names = QDir(u":/schema"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        files += u":/schema/"_s + name;
    return files;
}

QString DatabaseFile::quickCheck(const QSqlDatabase &database)
{
    const auto found = pragma(database, u"PRAGMA quick_check(5)"_s);
    return found ? *found : found.error().detail;
}

QString DatabaseFile::integrityCheck(const QSqlDatabase &database)
{
    const auto found = pragma(database, u"PRAGMA integrity_check(5)"_s);
    return found ? *found : found.error().detail;
}

bool DatabaseFile::checkedAtStart(const QString &path)
{
    return QFileInfo(path).size() <= LargestCheckedAtStart;
}

QString DatabaseFile::uuid(const QSqlDatabase &database)
{
    const auto found = pragma(database, u"SELECT value FROM meta WHERE key = 'db_uuid'"_s);
    return found ? *found : QString();
}

Result<int> DatabaseFile::version(const QSqlDatabase &database)
{
    const auto found = pragma(database, u"PRAGMA user_version"_s);
    if (!found)
        return found.error();
    return found->toInt();
}

// -- DatabaseFile: files --------------------------------------------------------------------------

Status DatabaseFile::makePrivateFolder(const QString &path)
{
    const bool existed = QFileInfo(path).isDir();
    if (!QDir().mkpath(path))
        return databaseError(ErrorKind::Io,
                             QCoreApplication::translate("Store", "The folder %1 cannot be made.").arg(path),
                             path);
    // An existing folder is closed to others as well (S-01, TM-25), but it may belong to somebody else.
    const bool closed = QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!closed && !existed)
        return databaseError(
            ErrorKind::Io,
            QCoreApplication::translate("Store", "The folder %1 cannot be protected.").arg(path), path);
    return {};
}

Status DatabaseFile::syncToDisk(const QString &path)
{
    QFile file(path);
    bool synced = file.open(QIODevice::ReadWrite);
#ifdef Q_OS_WIN
    synced = synced && _commit(file.handle()) == 0;
#else
    synced = synced && ::fsync(file.handle()) == 0;
    // A new name is on disk only when its folder is.
    const int folder = ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder); // some file systems refuse; the file itself is what counts
        ::close(folder);
    }
#endif
    if (!synced)
        return databaseError(
            ErrorKind::Io,
            QCoreApplication::translate("Store", "%1 cannot be written to the disk.").arg(path),
            file.errorString());
    return {};
}
