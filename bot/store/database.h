// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/result.h"

#include <QSqlDatabase>
#include <QStringList>

// The database file: where it lies, how it is opened, checked and brought to the newest schema
// (PROTOCOL 2.2).

// A connection that closes and unregisters itself. Use and destroy it in the thread that opened it, after
// every query.
class Connection
{
public:
    Connection() = default;
    ~Connection() { close(); }
    Connection(Connection &&other) noexcept : m_name(std::exchange(other.m_name, {})) { }
    Connection &operator=(Connection &&other) noexcept;
    void close();

    bool isOpen() const { return !m_name.isEmpty(); }
    QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }

private:
    friend class DatabaseFile;
    QString m_name;
};

class DatabaseFile
{
public:
    static constexpr int ApplicationId = 0x54694173; // "TiAs", PRAGMA application_id (S-06)

    explicit DatabaseFile(QString path) : m_path(std::move(path)) { }
    static DatabaseFile inFolder(const QString &dataDir);
    const QString &path() const { return m_path; }
    QString lockPath() const; // one process per database (S-01)
    QString backupFolder() const;

    struct WriterOptions
    {
        QString expectedUuid; // S-06: an empty, missing or foreign file is an error while this is set
        QStringList schemaFiles = knownSchema(); // numbered; user_version = how many were applied
        Clock clock = Clock::system();
        bool quickCheck = true; // S-07; files too large for a start are checked later
    };
    // Opens, creating file and folder if need be, checks, migrates after a backup. Error kinds: Busy,
    // Corrupt, Newer, Io.
    Result<Connection> openForWriting(const WriterOptions &options) const;
    // Read-only for real: an INSERT fails. `newer`: also a file of a later version, to show what can be shown
    // (S-10).
    Result<Connection> openForReading(bool newer = false) const;

    static QStringList knownSchema(); // ":/schema/001_initial.sql", ...
    // "ok", or what SQLite found (first lines).
    static QString quickCheck(const QSqlDatabase &database);
    static QString integrityCheck(const QSqlDatabase &database);
    static bool checkedAtStart(
        const QString &path); // false: too large for a start, to be checked in the background (S-07)
    static QString uuid(const QSqlDatabase &database);
    static Result<int> version(const QSqlDatabase &database);

    // -- files
    // ---------------------------------------------------------------------------------------------------------
    static Status makePrivateFolder(const QString &path); // 0700
    static Status syncToDisk(const QString &path); // the file, and its entry in the folder

private:
    Result<Connection> connect(const QString &options, bool immutable = false) const;
    Status migrate(const QSqlDatabase &database, const WriterOptions &options) const;
    QString m_path;
};
