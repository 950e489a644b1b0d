// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/database.h"

#include <QDateTime>
#include <QVector>

#include <functional>

struct BackupInfo
{
    QString name; // file name: 2026-11-22_1404_before-delete.db (UTC)
    QString path;
    QString reason; // "daily", "manual", "before-delete", "before-migration", ...
    UtcMs atMs = 0;
    qint64 bytes = 0;

    bool isBefore() const { return reason.startsWith(QLatin1StringView("before")); }
};

// Checked copies of the database (PROTOCOL S-09). Every call opens connections of its own, so that a copy can
// be made while the writer stands inside a transaction; the copy then shows what was committed before it.
// Thread: any.
class Backups
{
public:
    using FreeBytes = std::function<qint64(const QString &folder)>;
    static constexpr qint64 LeastFreeBytes = 50LL * 1024 * 1024; // below it no copies are made (S-12)

    explicit Backups(DatabaseFile database, Clock clock = Clock::system(), FreeBytes freeBytes = {});

    // Into a temporary name, to the disk, checked, counted, renamed; then removes what is no longer kept.
    Result<BackupInfo> make(const QString &reason) const;
    Status makeAt(const QString &file) const; // anywhere the user wants it
    QVector<BackupInfo> list() const; // newest first
    void removeLeftovers() const; // what a crash in the middle of a copy left behind
    // The newest one that passes the check, for S-08.
    std::optional<BackupInfo> newestGood() const;
    // Puts a copy in the database's place; the present one is backed up first. Nobody may have it open: call
    // with the lock held and all connections closed.
    Result<BackupInfo>
    restore(const QString &file) const; // the backup of what was there; its name is empty if nothing was
    static QString nameFor(const QString &reason, UtcMs atMs); // of the first one in that minute
    // Is it a whole database of ours that this version can read?
    static Status check(const QString &file);

    // Which of these need not be kept: 7 daily, 4 weekly, the last 3 "before" ones; those made by hand stay.
    static QVector<BackupInfo> superseded(QVector<BackupInfo> backups, UtcMs nowMs);

private:
    Status copyTo(const QString &file) const;
    DatabaseFile m_database;
    Clock m_clock;
    FreeBytes m_freeBytes;
};
