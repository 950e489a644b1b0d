// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/post.h"
#include "bot/base/result.h"
#include "bot/store/backup.h"
#include "bot/store/changeset.h"
#include "bot/store/reader.h"
#include "bot/store/recovery.h"
#include "bot/store/writer.h"

#include <QObject>
#include <QThread>

#include <memory>

class Storage;
struct StorageOptions
{
    QString dataDir; // the database is dataDir/ticket-assistant.db (INTERFACE.md); made with 0700, files 0600
    bool readOnly = false; // stats, export, check: may run beside the bot
    Clock clock = Clock::system();
    // S-06: what the settings remember; a missing, empty or foreign file while this is set is an error, never
    // a new database.
    QString expectedUuid;
    bool showNewer = false; // readOnly: also a database of a newer version, as far as it can be read (S-10)
    Backups::FreeBytes freeBytes; // S-12; absent: asks the system
    // The demo's disk: asked in the storage thread just before a commit. A result code of SQLite other than 0 makes the
    // commit fail with it, after which everything is as after the real thing.
    std::function<int(const QString &databasePath)> fault;
    // Called in the thread that called open(), every WaitingMs as long as it takes.
    std::function<void()> waiting;
    static constexpr int WaitingMs = 40;
};

// The storage thread's object: the batch queue and the one writing connection. Lives in the storage thread.
class WriterThread : public QObject
{
    Q_OBJECT
public:
    ~WriterThread() override;
    // The queued facts, now; while waiting for a failed disk only when the next try is due.
    void commitPending();
    Result<BackupInfo> backUp(const QString &reason); // of everything received so far
    Status backUpTo(const QString &file);
    Result<qint64> compact();
    Result<BackupInfo> restore(const QString &file, const Actor &actor);
    // Commits what is queued, then runs fn(Writer &) in BEGIN IMMEDIATE .. COMMIT; rolls back when fn returns
    // an Error.
    template <class Fn>
    auto inTransaction(Fn &fn)
    {
        using R = std::invoke_result_t<Fn &, Writer &>;
        static_assert(!std::is_void_v<R>, "a write returns a Status or a Result");
        commitPending();
        if (Status begun = begin(); !begun)
            return R(begun.error());
        R result = fn(writer());
        if (Status ended = end(result.ok()); result.ok() && !ended)
            return R(ended.error());
        return result;
    }

private:
    friend class Storage;
    explicit WriterThread(Storage *storage);
    Status open(const StorageOptions &options);
    void shutDown();
    Status begin();
    Status end(bool commit); // emits committed() after a COMMIT
    Writer &writer();
    class Private;
    std::unique_ptr<Private> d;
};

// A query thread's object with its read-only connection. Lives in that query thread.
class ReaderThread : public QObject
{
    Q_OBJECT
public:
    ~ReaderThread() override;
    const Reader &reader();
    // Counts as waiting or at work while the returned token lives. Any thread.
    std::shared_ptr<void> occupied();

private:
    friend class Storage;
    friend class WriterThread;
    ReaderThread();
    Status open(const StorageOptions &options);
    void shutDown();
    class Private;
    std::unique_ptr<Private> d;
};

// The database as the rest of the program sees it: one writer in the storage thread, read-only connections in
// query threads of their own, all owned here (PROTOCOL S-01). Everything is asynchronous and only values travel;
// answers arrive in the asker's thread, and only if the asker still lives. Callable from any thread once
// open() has returned.
//
// Facts are batched: one transaction per 250 ms or 200 facts (S-03). write() commits what is queued before
// it, then runs in a transaction of its own. read() sees everything committed so far; readAfterFlush() first
// commits what was queued before the call, so that an answer about an event includes it.
//
// Owner: BotHost (GUI thread) in the program, the test object in tests.
class Storage : public QObject
{
    Q_OBJECT
public:
    using Options = StorageOptions;

    explicit Storage(QObject *parent = nullptr);
    ~Storage() override; // stops: commits what is queued, checkpoints, joins the threads

    // Blocking; before any other call. Takes the lock, checks, migrates. Error kinds: Busy (another copy
    // runs), Corrupt, Newer, Io.
    Status open(const Options &options);
    void close();
    QString databasePath() const;
    // S-08: what open() had to do about a damaged database; nothing: it was whole.
    std::optional<DatabaseRecovery> recovery() const;
    // What is due of the daily backup (S-09), the weekly check (S-07) and emptying the trash; called by itself every hour.
    void maintain();
    void retryNow(); // what waits for the disk is tried at once (S-11), and the space looked at
    // A backup now (S-09), answered with a Result<BackupInfo>.
    template <class Asker, class DoneFn>
    void backUp(Asker *asker, const QString &reason, DoneFn done)
    {
        post(
            writerThreadObject(), asker, [reason](WriterThread &w) { return w.backUp(reason); },
            std::move(done));
    }
    // A checked copy anywhere the user wants it, answered with a Status.
    template <class Asker, class DoneFn>
    void backUpTo(Asker *asker, const QString &file, DoneFn done)
    {
        post(
            writerThreadObject(), asker, [file](WriterThread &w) { return w.backUpTo(file); },
            std::move(done));
    }
    // Gives unused space in the file back, and what was deleted for good with it; answered with the bytes won.
    template <class Asker, class DoneFn>
    void compact(Asker *asker, DoneFn done)
    {
        post(
            writerThreadObject(), asker, [](WriterThread &w) { return w.compact(); }, std::move(done));
    }
    // The full check of S-07, now and in the background; committed() with `audit` tells when its result is stored.
    void checkIntegrity();
    // Puts a backup in the database's place and what was there into a backup first; answered with that one. Everything
    // that was read before is different then: restored() tells the program, which starts anew.
    template <class Asker, class DoneFn>
    void restore(Asker *asker, const QString &file, const Actor &actor, DoneFn done)
    {
        post(
            writerThreadObject(), asker, [file, actor](WriterThread &w) { return w.restore(file, actor); },
            std::move(done));
    }

    // Queues facts for the next batch. Never blocks, never fails: what cannot be written waits in memory
    // within S-11's bounds; see trouble(). `live` = false: found while catching up; the events that follow
    // say so (ChangeSet::TicketEvent).
    void enqueue(TicketFacts facts, bool live = true);
    // After everything enqueued before this call is committed, or was tried in vain: then it waits (S-11),
    // see trouble.
    template <class Asker, class DoneFn>
    void flushed(Asker *asker, DoneFn done)
    {
        post(
            writerThreadObject(), asker, [](WriterThread &w) { w.commitPending(); }, std::move(done));
    }
    // fn: R(Writer &), in the storage thread, inside one transaction; rolled back when R is a Result with an
    // Error.
    template <class Asker, class Fn, class DoneFn>
    void write(Asker *asker, Fn fn, DoneFn done)
    {
        post(
            writerThreadObject(), asker,
            [fn = std::move(fn)](WriterThread &w) mutable { return w.inTransaction(fn); }, std::move(done));
    }
    // fn: R(const Reader &), in the query thread that the bot has to itself: answered in the order in which they were asked.
    template <class Asker, class Fn, class DoneFn>
    void read(Asker *asker, Fn fn, DoneFn done)
    {
        post(
            readerThreadObject(), asker,
            [fn = std::move(fn)](ReaderThread &r) mutable { return fn(r.reader()); }, std::move(done));
    }
    // The same for whoever looks through years of data: in whichever of the other query threads has less to do, in no order,
    // so that neither a command nor the next page waits for it.
    template <class Asker, class Fn, class DoneFn>
    void browse(Asker *asker, Fn fn, DoneFn done)
    {
        ReaderThread *reader = leastBusyReader();
        post(
            reader, asker,
            [fn = std::move(fn), busy = reader->occupied()](ReaderThread &r) mutable {
                const auto until = std::move(busy);
                return fn(r.reader());
            },
            std::move(done));
    }
    template <class Asker, class Fn, class DoneFn>
    void readAfterFlush(Asker *asker, Fn fn, DoneFn done)
    {
        flushed(asker,
                [this, asker = QPointer<Asker>(asker), fn = std::move(fn), done = std::move(done)]() mutable {
                    if (asker)
                        read(asker.data(), std::move(fn), std::move(done));
                });
    }

signals:
    // Emitted from the storage thread, so that whoever hears it in another thread hears it before flushed() answers.
    void committed(const ChangeSet &changes);
    void troubleChanged(const StorageTrouble &trouble); // S-11, S-12; kind None = over
    // S-11: memory was full before the disk came back. The hole is recorded; what Discord still has can be
    // read again.
    void factsLost(const QVector<GuildId> &guilds);
    // S-08, while running: as recovery(). Everything that was read before may be different.
    void databaseRecovered(const DatabaseRecovery &recovery);
    void restored(const QString &uuid); // of the database that is in force from now on

private:
    friend class WriterThread;
    WriterThread *writerThreadObject() const;
    ReaderThread *readerThreadObject() const;
    ReaderThread *leastBusyReader() const;
    void pauseReading();
    void resumeReading();
    class Private;
    const std::unique_ptr<Private> d;
};
