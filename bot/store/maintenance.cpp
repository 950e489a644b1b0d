// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/writerthreadprivate.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

// What the storage thread does beside storing: opening with recovery, backups, checks, emptying the trash.

Status WriterThread::Private::openDatabase()
{
    DatabaseFile::WriterOptions writing;
    writing.expectedUuid = options.expectedUuid;
    writing.clock = options.clock;
    const DatabaseFile file = DatabaseFile::inFolder(options.dataDir);
    auto opened = file.openForWriting(writing);
    // Damage, as SQLite says it; a missing or foreign file is a question for the user instead (S-06, S-08).
    if (!opened && opened.error().kind == ErrorKind::Corrupt && sqliteCode(opened.error()) != 0) {
        const auto recovered = recoverDatabase(file, options.clock, options.freeBytes);
        if (!recovered)
            return recovered.error();
        recovery = *recovered;
        opened = file.openForWriting(writing);
    }
    if (!opened)
        return opened.error();
    connection = std::move(opened.value());
    writer =
        std::make_unique<Writer>(connection.database(), options.dataDir, options.clock, options.freeBytes);
    checkWanted = checkWanted || !DatabaseFile::checkedAtStart(file.path());
    return {};
}

// Damage shows while the program runs: the same as at the start, with both connections closed meanwhile. What waits in the
// queue is written into the restored database.
void WriterThread::Private::recover(const Error &damage)
{
    qCWarning(lcStore).noquote() << "The database is damaged:" << damage.detail;
    storage->pauseReading();
    writer.reset();
    connection.close();
    const auto recovered =
        recoverDatabase(DatabaseFile::inFolder(options.dataDir), options.clock, options.freeBytes);
    if (recovered)
        recovery = *recovered;
    else
        qCWarning(lcStore).noquote() << recovered.error().text << recovered.error().detail;
    // Also after a failure: what can still be read should be.
    if (Status opened = openDatabase(); !opened)
        qCWarning(lcStore).noquote() << opened.error().text << opened.error().detail;
    storage->resumeReading();
    if (recovered)
        emit storage->databaseRecovered(*recovered);
}

void WriterThread::Private::maintain()
{
    if (!writer || retryTimer->isActive())
        return;
    commitQueue();
    if (!writer || retryTimer->isActive())
        return;
    {
        Transaction purge(connection.database());
        Status status = purge.begun();
        if (status)
            status = writer->purgeTrash();
        if (status)
            status = purge.commit();
        if (status)
            publish();
        else
            writer->forget();
    }
    const DatabaseFile file = DatabaseFile::inFolder(options.dataDir);
    const Backups backups(file, options.clock, options.freeBytes);
    const auto made = backups.list();
    const auto daily =
        std::find_if(made.begin(), made.end(), [](const BackupInfo &b) { return b.reason == "daily"_L1; });
    // Daily if anything was written since (S-09); the names of backups are exact to the minute.
    UtcMs changedMs = 0;
    for (const QString &suffix : {QString(), u"-wal"_s})
        changedMs = std::max(changedMs, QFileInfo(file.path() + suffix).lastModified().toMSecsSinceEpoch());
    const bool due =
        daily == made.end() || (options.clock.utc() - daily->atMs >= DayMs && changedMs > daily->atMs);
    if (due) {
        if (const auto backup = backups.make(u"daily"_s); !backup)
            qCWarning(lcStore).noquote() << backup.error().text << backup.error().detail;
    }
    Statement last(connection.database(), u"SELECT value FROM meta WHERE key = 'checked_at'"_s);
    const UtcMs checkedMs = last.ask() && last.next() ? last.text().toLongLong() : 0;
    if (checkWanted || options.clock.utc() - checkedMs >= 7 * DayMs)
        checkInBackground();
}

void WriterThread::Private::checkInBackground()
{
    if (checker)
        return;
    checkWanted = false;
    // A connection of its own that only reads: neither writing nor the pages' questions wait for it.
    checker.reset(QThread::create([this, file = DatabaseFile::inFolder(options.dataDir)] {
        const auto reading = file.openForReading();
        const QString found =
            reading ? DatabaseFile::integrityCheck(reading->database()) : reading.error().detail;
        QMetaObject::invokeMethod(
            maintenanceTimer, [this, found] { checked(found); }, Qt::QueuedConnection);
    }));
    checker->start();
}

void WriterThread::Private::checked(const QString &found)
{
    checker->wait();
    checker.reset();
    if (found != "ok"_L1) {
        recover({ErrorKind::Corrupt, {}, found});
        return;
    }
    Transaction note(connection.database());
    Status status = note.begun();
    if (status)
        status = writer->setMeta(u"checked_at"_s, QString::number(options.clock.utc()));
    if (status)
        status = writer->setMeta(u"check_result"_s, found);
    if (status)
        status = note.commit();
    if (!status)
        qCWarning(lcStore).noquote() << status.error().detail;
}

Result<BackupInfo> WriterThread::backUp(const QString &reason)
{
    commitPending();
    return Backups(DatabaseFile::inFolder(d->options.dataDir), d->options.clock, d->options.freeBytes)
        .make(reason);
}
