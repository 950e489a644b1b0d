// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/backup.h"

#include "bot/store/importleftovers.h"
#include "bot/store/recovery.h"
#include "bot/store/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QStorageInfo>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int KeptDays = 7;
constexpr int KeptWeeks = 4;
constexpr int KeptBefore = 3;

struct RowCounts
{
    qint64 tickets = 0, messages = 0, wipes = 0, history = 0;
    bool operator==(const RowCounts &) const = default;
};

Result<RowCounts> countBackupRows(const QSqlDatabase &database)
{
    Statement query(
        database,
        u"SELECT /* all servers */ (SELECT count(*) FROM ticket), (SELECT count(*) FROM message), "
        "(SELECT count(*) FROM wipe_log), (SELECT count(*) FROM history)"_s);
    if (Status status = query.exec(); !status)
        return status.error();
    RowCounts counts;
    if (query.next()) {
        counts.tickets = query.integer();
        counts.messages = query.integer();
        counts.wipes = query.integer();
        counts.history = query.integer();
    }
    return counts;
}

Error backupFailed(ErrorKind kind, const QString &text, const QString &detail)
{
    return {kind, QCoreApplication::translate("Store", "The backup could not be made: %1").arg(text), detail};
}

Status moveBackupFile(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.rename(to))
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate("Store", "%1 cannot be renamed: %2.").arg(from, file.errorString()),
            to};
    return {};
}

} // namespace

Backups::Backups(DatabaseFile database, Clock clock, FreeBytes freeBytes)
    : m_database(std::move(database)), m_clock(std::move(clock)), m_freeBytes(std::move(freeBytes))
{
    if (!m_freeBytes)
        m_freeBytes = [](const QString &folder) { return QStorageInfo(folder).bytesAvailable(); };
}

Result<BackupInfo> Backups::make(const QString &reason) const
{
    const QString folder = m_database.backupFolder();
    if (Status made = DatabaseFile::makePrivateFolder(folder); !made)
        return backupFailed(ErrorKind::Io, made.error().text, made.error().detail);
    BackupInfo info;
    info.reason = reason;
    info.atMs = m_clock.utc();
    const QString first = nameFor(reason, info.atMs);
    for (int again = 1; info.name.isEmpty() || QFileInfo::exists(info.path); ++again) {
        info.name = again == 1 ? first : u"%1-%2.db"_s.arg(first.chopped(3)).arg(again);
        info.path = QDir(folder).filePath(info.name);
    }
    if (Status copied = copyTo(info.path); !copied)
        return copied.error();
    info.bytes = QFileInfo(info.path).size();
    const auto outdated = superseded(list(), info.atMs);
    for (const BackupInfo &old : outdated) {
        if (!QFile::remove(old.path))
            qCWarning(lcStore) << "An old backup cannot be removed:" << old.name;
    }
    return info;
}

QString Backups::nameFor(const QString &reason, UtcMs atMs)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, QTimeZone::utc()).toString(u"yyyy-MM-dd_HHmm"_s) + u'_'
        + reason + u".db"_s;
}

Status Backups::makeAt(const QString &file) const
{
    return copyTo(file);
}

Status Backups::copyTo(const QString &file) const
{
    const QString folder = QFileInfo(file).absolutePath();
    const qint64 free = m_freeBytes(folder);
    const qint64 needed = QFileInfo(m_database.path()).size();
    if (free >= 0 && free < std::max(LeastFreeBytes, needed))
        return backupFailed(ErrorKind::Io,
                            QCoreApplication::translate("Store", "there is too little space on the disk."),
                            folder);

    const QString temporary = file + u".part"_s;
    QFile::remove(temporary); // what a crash left behind; VACUUM INTO wants no file or an empty one
    QFile placed(temporary); // made here, so that it is never readable by others
    if (!placed.open(QIODevice::WriteOnly) || !placed.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return backupFailed(ErrorKind::Io,
                            QCoreApplication::translate("Store", "the folder cannot be written."), folder);
    placed.close();

    const auto fill = [&]() -> Status {
        auto source = m_database.openForReading(true);
        if (!source)
            return source.error();
        const auto before = countBackupRows(source->database());
        if (!before)
            return before.error();
        {
            Statement copy(source->database(), u"VACUUM INTO :file"_s);
            copy.bind(u":file"_s, temporary);
            if (Status copied = copy.exec(); !copied)
                return copied;
        }
        if (Status synced = DatabaseFile::syncToDisk(temporary); !synced)
            return synced;
        const auto copy = DatabaseFile(temporary).openForReading(true);
        if (!copy)
            return copy.error();
        if (const QString found = DatabaseFile::quickCheck(copy->database()); found != "ok"_L1)
            return Error{ErrorKind::Corrupt, QCoreApplication::translate("Store", "the copy is damaged."),
                         found};
        const auto after = countBackupRows(copy->database());
        if (!after)
            return after.error();
        // More may have been recorded meanwhile by a running bot; nothing may be missing.
        if (after->tickets < before->tickets || after->messages < before->messages
            || after->history < before->history || after->wipes < before->wipes)
            return Error{
                ErrorKind::Corrupt, QCoreApplication::translate("Store", "the copy is not complete."), {}};
        return {};
    };
    if (const Status filled = fill(); !filled) {
        QFile::remove(temporary);
        return backupFailed(filled.error().kind, filled.error().text, filled.error().detail);
    }
    QFile::remove(file); // only makeAt() may meet one: the user chose to replace it
    if (Status moved = moveBackupFile(temporary, file); !moved) {
        QFile::remove(temporary);
        return moved;
    }
    return DatabaseFile::syncToDisk(file);
}

QVector<BackupInfo> Backups::list() const
{
    static const QRegularExpression pattern(
        u"^(\\d{4}-\\d{2}-\\d{2}_\\d{4})_([a-z-]*[a-z])(?:-\\d+)?\\.db$"_s);
    QVector<BackupInfo> backups;
    // Symbolic links are not followed (TM-20).
    const auto files =
        QDir(m_database.backupFolder()).entryInfoList({u"*.db"_s}, QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo &file : files) {
        const auto match = pattern.match(file.fileName());
        if (!match.hasMatch())
            continue;
        QDateTime at = QDateTime::fromString(match.captured(1), u"yyyy-MM-dd_HHmm"_s);
        at.setTimeZone(QTimeZone::utc());
        BackupInfo info;
        info.name = file.fileName();
        info.path = file.filePath();
        info.reason = match.captured(2);
        info.atMs = at.toMSecsSinceEpoch();
        info.bytes = file.size();
        backups += info;
    }
    std::sort(backups.begin(), backups.end(), [](const BackupInfo &a, const BackupInfo &b) {
        return a.atMs != b.atMs              ? a.atMs > b.atMs
            : a.name.size() != b.name.size() ? a.name.size() > b.name.size()
                                             : a.name > b.name;
    });
    return backups;
}

void Backups::removeLeftovers() const
{
    for (const QString &folder : {m_database.backupFolder(), QFileInfo(m_database.path()).path()}) {
        const auto files = QDir(folder).entryInfoList({u"*.part"_s}, QDir::Files | QDir::NoSymLinks);
        for (const QFileInfo &file : files)
            QFile::remove(file.filePath());
    }
    ImportLeftovers::remove(QFileInfo(m_database.path()).path());
}

std::optional<BackupInfo> Backups::newestGood() const
{
    const auto backups = list();
    for (const BackupInfo &backup : backups) {
        if (check(backup.path))
            return backup;
    }
    return {};
}

Status Backups::check(const QString &file)
{
    const auto copy = DatabaseFile(file).openForReading();
    if (!copy)
        return copy.error();
    if (const QString found = DatabaseFile::quickCheck(copy->database()); found != "ok"_L1)
        return Error{ErrorKind::Corrupt, QCoreApplication::translate("Store", "The backup is damaged."),
                     found};
    const auto counts = countBackupRows(copy->database());
    return counts ? Status() : Status(counts.error());
}

Result<BackupInfo> Backups::restore(const QString &file) const
{
    if (Status good = check(file); !good)
        return good.error();
    BackupInfo before;
    if (QFileInfo(m_database.path()).size() > 0) {
        auto made = make(u"before-restore"_s);
        if (made) {
            before = *made;
        } else if (made.error().kind == ErrorKind::Corrupt) {
            // What cannot be copied is why somebody restores: it is put away as it is.
            if (const auto away = quarantineDatabase(m_database, m_clock); !away)
                return away.error();
        } else {
            return made;
        }
    }
    // The new file is complete on disk before the old one goes.
    const QString incoming = m_database.path() + u".part"_s;
    QFile::remove(incoming);
    if (Status copied = Backups(DatabaseFile(file), m_clock, m_freeBytes).copyTo(incoming); !copied)
        return copied.error();
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, QString()}) {
        const QString old = m_database.path() + suffix;
        if (QFileInfo::exists(old) && !QFile::remove(old))
            return Error{ErrorKind::Io,
                         QCoreApplication::translate("Store", "The database cannot be replaced."), old};
    }
    if (Status moved = moveBackupFile(incoming, m_database.path()); !moved)
        return moved.error();
    if (Status synced = DatabaseFile::syncToDisk(m_database.path()); !synced)
        return synced.error();
    return before;
}

QVector<BackupInfo> Backups::superseded(QVector<BackupInfo> backups, UtcMs nowMs)
{
    std::sort(backups.begin(), backups.end(),
              [](const BackupInfo &a, const BackupInfo &b) { return a.atMs > b.atMs; });
    QVector<BackupInfo> result;
    QSet<qint64> days, weeks;
    int before = 0;
    for (const BackupInfo &backup : std::as_const(backups)) {
        if (backup.atMs > nowMs) // the clock was set back: no reason to throw away
            continue;
        if (backup.isBefore()) {
            if (++before > KeptBefore)
                result += backup;
            continue;
        }
        if (backup.reason != "daily"_L1)
            continue;
        const qint64 day = backup.atMs / DayMs;
        const qint64 week = (day + 3) / 7; // 1970-01-01 was a Thursday: weeks begin on Monday
        bool kept = false;
        if (!days.contains(day) && days.size() < KeptDays) {
            days += day;
            kept = true;
        }
        if (!weeks.contains(week) && weeks.size() < KeptWeeks) {
            weeks += week;
            kept = true;
        }
        if (!kept)
            result += backup;
    }
    return result;
}
