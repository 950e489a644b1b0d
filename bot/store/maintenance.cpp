// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/writerthreadprivate.h"

#include <QCoreApplication>
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
    const Writer::Rules rules = writer ? writer->rules() : Writer::Rules();
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
    if (writer)
        writer->setRules(rules);
    storage->resumeReading();
    if (!recovered)
        return;
    emit storage->databaseRecovered(*recovered);
    ChangeSet everything;
    everything.wiped = everything.config = everything.audit = true;
    emit storage->committed(everything);
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
        if (const auto backup = backups.make(u"daily"_s); backup)
            applyRetention(backup->name);
        else
            qCWarning(lcStore).noquote() << backup.error().text << backup.error().detail;
        tellAudit();
    }
    Statement last(connection.database(), u"SELECT value FROM meta WHERE key = 'checked_at'"_s);
    const UtcMs checkedMs = last.ask() && last.next() ? last.text().toLongLong() : 0;
    if (checkWanted || options.clock.utc() - checkedMs >= 7 * DayMs)
        checkInBackground();
}

// After the daily backup and only then: it holds what goes, so that no backup has to be made for this alone.
void WriterThread::Private::applyRetention(const QString &backupFile)
{
    for (const GuildInfo &guild : Reader(connection.database()).guilds()) {
        Transaction change(connection.database());
        Status status = change.begun();
        if (status) {
            const auto deleted = writer->applyRetention(guild.id, backupFile);
            status = deleted ? Status() : Status(deleted.error());
        }
        if (status)
            status = change.commit();
        if (status) {
            publish();
        } else {
            writer->forget();
            qCWarning(lcStore).noquote() << status.error().text << status.error().detail;
        }
    }
}

// Backups and checks are no rows, but the page about them wants to know.
void WriterThread::Private::tellAudit()
{
    ChangeSet changes;
    changes.audit = true;
    emit storage->committed(changes);
}

void WriterThread::Private::checkInBackground()
{
    if (checker || !maintenanceTimer)
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
    tellAudit();
}

Backups WriterThread::Private::backups() const
{
    return Backups(DatabaseFile::inFolder(options.dataDir), options.clock, options.freeBytes);
}

Result<BackupInfo> WriterThread::backUp(const QString &reason)
{
    commitPending();
    auto made = d->backups().make(reason);
    if (made)
        d->tellAudit();
    return made;
}

Status WriterThread::backUpTo(const QString &file)
{
    commitPending();
    return d->backups().makeAt(file);
}

Result<qint64> WriterThread::compact()
{
    const auto refused = [](ErrorKind kind) {
        return Error{kind, QCoreApplication::translate("Store", "The database cannot be compacted now."), {}};
    };
    if (!d->writer)
        return refused(ErrorKind::Denied);
    commitPending();
    if (!d->queue.isEmpty())
        return d->lastFailure.value_or(refused(ErrorKind::Busy));
    const QString path = DatabaseFile::inFolder(d->options.dataDir).path();
    const qint64 before = QFileInfo(path).size();
    const qint64 free = d->options.freeBytes(d->options.dataDir);
    // SQLite writes a second copy, and then the log with all its pages.
    if (free >= 0 && free < 2 * before + Backups::LeastFreeBytes)
        return Error{ErrorKind::Io,
                     QCoreApplication::translate(
                         "Store", "There is too little space on the disk to compact the database."),
                     path};
    d->writer->forget(); // prepared statements of the old layout
    if (Status done = execute(d->connection.database(), u"VACUUM"_s); !done)
        return done.error();
    // The pages stand in the log until it is merged; emptied, it holds nothing that was deleted either.
    if (Status merged = execute(d->connection.database(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !merged)
        return merged.error();
    d->tellAudit();
    return before - QFileInfo(path).size();
}

Result<BackupInfo> WriterThread::restore(const QString &file, const Actor &actor)
{
    if (!d->writer)
        return Error{ErrorKind::Denied,
                     QCoreApplication::translate("Store", "The database is open for reading only."),
                     {}};
    commitPending();
    d->storage->pauseReading();
    d->writer.reset();
    d->connection.close();
    auto before = d->backups().restore(file);
    if (before)
        d->options.expectedUuid.clear(); // a backup of another database is what the person chose
    Status opened = d->openDatabase();
    QString uuid;
    if (opened) {
        uuid = DatabaseFile::uuid(d->connection.database());
        d->options.expectedUuid = uuid;
        if (before)
            opened = d->recordRestore(QFileInfo(file).fileName(), before->name, actor);
    }
    d->storage->resumeReading();
    if (!before)
        return before;
    if (!opened)
        return opened.error();
    ChangeSet everything;
    everything.config = everything.audit = everything.wiped = true;
    emit d->storage->committed(everything);
    emit d->storage->restored(uuid);
    return before;
}

// In the history of every server of the restored database; what was done since the backup is in the other one.
Status WriterThread::Private::recordRestore(const QString &file, const QString &before, const Actor &actor)
{
    Transaction note(connection.database());
    Status status = note.begun();
    for (const GuildInfo &guild : Reader(connection.database()).guilds()) {
        HistoryRow row;
        row.guild = guild.id;
        row.actor = actor;
        row.kind = u"restore"_s;
        row.before = {{u"backup"_s, before}};
        row.after = {{u"file"_s, file}};
        if (status)
            status = writer->addHistory(row);
    }
    if (status)
        status = note.commit();
    return status;
}
