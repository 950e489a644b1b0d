// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/result.h"
#include "bot/base/snowflake.h"

#include <QLockFile>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>

// The Python bot's tickets.db, read as data that nobody trusts (FAULTS TM-21): a copy is opened with
// query_only, trusted_schema off and cell_size_check on; only plain tables with known names are read, by
// explicit columns, each value checked for type and range; nothing is attached and nothing in the file can
// run. The source is never opened for writing.
//
// Thread: any one thread; the connection belongs to the thread that called open().
class PythonDatabase
{
public:
    static constexpr qint64 SizeLimit = 2ll * 1024 * 1024 * 1024;

    struct Ticket
    {
        qint64 channel = 0; // as written; <= 0 is rejected by the importer
        UtcMs openedAtMs = 0; // 0 = missing
        UtcMs closedAtMs = 0; // 0 = open; may be before the opening, even negative: kept raw
        QString category; // empty = none
        UserId openedBy, closedBy; // 0 = unknown
        QString closeReason;
        QString transcriptUrl; // https only
        GuildId guild; // from the transcript's address
    };
    struct Message
    {
        qint64 row = 0;
        qint64 channel = 0;
        UserId author;
        bool staff = false;
        UtcMs atMs = 0;
    };
    struct Wipe
    {
        qint64 row = 0;
        UserId by;
        qint64 days = 0;
        qint64 tickets = 0;
        UtcMs atMs = 0;
    };
    struct Override
    {
        QString list; // "support", "stats", "database", "manage"
        QString role;
        bool add = true;
    };
    struct Summary
    {
        GuildId guild;
        ChannelId channel;
        int everyMinutes = 0;
    };

    // The copy is made in a folder of its own inside `workFolder`, or the system's for temporary files where that cannot be
    // written. What a killed
    // import left there is removed by ImportLeftovers::remove() at the next start.
    explicit PythonDatabase(const QString &workFolder = {});
    ~PythonDatabase();
    PythonDatabase(const PythonDatabase &) = delete;
    PythonDatabase &operator=(const PythonDatabase &) = delete;

    // Error kinds: NotFound, Invalid (no such database, too large, a link), Corrupt (damaged; the text names
    // the file).
    Status open(const QString &path);

    bool has(const QString &table) const { return m_columns.contains(table); }
    bool hasColumn(const QString &table, const QString &column) const;
    QStringList ignoredTables() const { return m_ignored; } // unknown ones, views, virtual tables

    qint64 count(const QString &table) const;
    // Ascending by channel id, so that tickets and their messages can be walked side by side in bounded
    // memory. The walker returns false to stop.
    Status tickets(const std::function<bool(const Ticket &)> &walk) const;
    // Ascending by channel id.
    class Messages // a cursor
    {
    public:
        bool next(Message *message); // false: no more, or failed()
        std::optional<Error> failure() const;

    private:
        friend class PythonDatabase;
        struct Private;
        std::shared_ptr<Private> d;
    };
    Messages messages() const;
    QVector<Wipe> wipes() const;
    QVector<UserId> privilegedUsers(int *dropped = nullptr) const; // ids <= 0 are dropped and counted
    QVector<Override> overrides() const;
    QVector<Summary> summaries() const;
    ChannelId logChannel() const;

private:
    QString m_connection;
    QTemporaryDir m_copy;
    std::unique_ptr<QLockFile> m_copyLock; // held as long as the copy is in use
    QHash<QString, QSet<QString>> m_columns; // of accepted tables
    QSet<QString> m_rowIds; // accepted tables that have a rowid
    QStringList m_ignored;
};
