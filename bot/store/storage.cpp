// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/storage.h"

#include "bot/store/database.h"
#include "bot/store/writerthreadprivate.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <atomic>
#include <future>

using namespace Qt::Literals::StringLiterals;

// -- The query threads ----------------------------------------------------------------------------

class ReaderThread::Private
{
public:
    DatabaseFile file{QString()};
    bool newer = false;
    Connection connection;
    std::unique_ptr<Reader> reader;
    const std::shared_ptr<std::atomic<int>> questions = std::make_shared<std::atomic<int>>(0);
};

ReaderThread::ReaderThread() : d(std::make_unique<Private>()) { }

ReaderThread::~ReaderThread() = default;

Status ReaderThread::open(const Storage::Options &options)
{
    d->file = DatabaseFile::inFolder(options.dataDir);
    d->newer = options.readOnly && options.showNewer;
    auto connection = d->file.openForReading(d->newer);
    if (!connection)
        return connection.error();
    d->connection = std::move(connection.value());
    d->reader = std::make_unique<Reader>(d->connection.database(), options.clock);
    return {};
}

const Reader &ReaderThread::reader()
{
    if (!d->reader)
        d->reader =
            std::make_unique<Reader>(QSqlDatabase()); // closed: every question is answered with nothing
    return *d->reader;
}

std::shared_ptr<void> ReaderThread::occupied()
{
    ++*d->questions;
    return {nullptr, [questions = d->questions](void *) { --*questions; }};
}

void ReaderThread::shutDown()
{
    d->reader.reset();
    d->connection.close();
}

// -- Storage --------------------------------------------------------------------------------------

class Storage::Private
{
public:
    Options options;
    std::unique_ptr<QLockFile> lock;
    QThread storageThread;
    std::unique_ptr<WriterThread> writer;
    struct Query
    {
        QThread thread;
        std::unique_ptr<ReaderThread> reader;
    };
    std::array<Query, 3> queries; // the bot's, and two for browsing
    std::optional<DatabaseRecovery> recovery; // of the start; set before anybody asks

    template <class Object, class Fn>
    static auto inThreadOf(Object *object, Fn fn, const std::function<void()> &waiting = {})
    {
        // Shared: set_value() may still be at work in the other thread when the answer is already here.
        const auto result = std::make_shared<std::promise<std::invoke_result_t<Fn>>>();
        QMetaObject::invokeMethod(
            object, [result, fn = std::move(fn)]() mutable { result->set_value(fn()); },
            Qt::QueuedConnection);
        std::future<std::invoke_result_t<Fn>> answer = result->get_future();
        while (waiting
               && answer.wait_for(std::chrono::milliseconds(StorageOptions::WaitingMs))
                   == std::future_status::timeout)
            waiting();
        return answer.get();
    }

    Status openReaders()
    {
        for (Query &query : queries) {
            ReaderThread *reader = query.reader.get();
            if (Status opened = inThreadOf(reader, [this, reader] { return reader->open(options); }); !opened)
                return opened;
        }
        return {};
    }
    void closeReaders()
    {
        for (Query &query : queries) {
            ReaderThread *reader = query.reader.get();
            inThreadOf(reader, [reader] { return reader->shutDown(), true; });
        }
    }
};

Storage::Storage(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->storageThread.setObjectName(u"storage"_s);
    for (Private::Query &query : d->queries)
        query.thread.setObjectName(u"query"_s);
}

Storage::~Storage()
{
    close();
}

Status Storage::open(const Options &options)
{
    Q_ASSERT(!d->writer);
    d->options = options;
    if (!d->options.freeBytes)
        d->options.freeBytes = [](const QString &folder) { return QStorageInfo(folder).bytesAvailable(); };
    const DatabaseFile file = DatabaseFile::inFolder(options.dataDir);
    if (!options.readOnly) {
        if (Status folder = DatabaseFile::makePrivateFolder(options.dataDir); !folder)
            return folder;
        d->lock = std::make_unique<QLockFile>(file.lockPath());
        d->lock->setStaleLockTime(0); // a copy may run for months; only a dead process loses its lock
        if (!d->lock->tryLock(0)) {
            const bool running = d->lock->error() == QLockFile::LockFailedError;
            d->lock.reset();
            return running ? Error{ErrorKind::Busy,
                                   QCoreApplication::translate(
                                       "Store", "Ticket Assistant is already running with this data."),
                                   file.lockPath()}
                           : Error{ErrorKind::Io,
                                   QCoreApplication::translate("Store", "The data folder cannot be written."),
                                   file.lockPath()};
        }
    }

    if (!options.readOnly)
        Backups(file).removeLeftovers();
    d->writer.reset(new WriterThread(this));
    d->writer->moveToThread(&d->storageThread);
    d->storageThread.start();
    for (Private::Query &query : d->queries) {
        query.reader.reset(new ReaderThread);
        query.reader->moveToThread(&query.thread);
        query.thread.start();
    }
    Status opened;
    if (!options.readOnly)
        opened = Private::inThreadOf(
            d->writer.get(), [this] { return d->writer->open(d->options); }, options.waiting);
    d->recovery = d->writer->d->recovery; // the thread waits for its next call: nothing changes it now
    if (opened)
        opened = d->openReaders();
    if (!opened)
        close();
    return opened;
}

void Storage::close()
{
    if (!d->writer)
        return;
    // Readers first: the writer's connection must be the last, so that it leaves one whole file behind.
    d->closeReaders();
    Private::inThreadOf(d->writer.get(), [this] { return d->writer->shutDown(), true; });
    for (Private::Query &query : d->queries)
        query.thread.quit();
    d->storageThread.quit();
    for (Private::Query &query : d->queries) {
        query.thread.wait();
        query.reader.reset();
    }
    d->storageThread.wait();
    d->writer.reset();
    d->lock.reset();
}

QString Storage::databasePath() const
{
    return DatabaseFile::inFolder(d->options.dataDir).path();
}

void Storage::enqueue(TicketFacts facts, bool live)
{
    if (facts.isEmpty())
        return;
    WriterThread *writer = d->writer.get();
    QMetaObject::invokeMethod(
        writer,
        [writer, facts = std::move(facts), live]() mutable { writer->d->take(std::move(facts), live); },
        Qt::QueuedConnection);
}

WriterThread *Storage::writerThreadObject() const
{
    return d->writer.get();
}

ReaderThread *Storage::readerThreadObject() const
{
    return d->queries.front().reader.get();
}

ReaderThread *Storage::leastBusyReader() const
{
    const auto least = std::min_element(d->queries.begin() + 1, d->queries.end(),
                                        [](const Private::Query &a, const Private::Query &b) {
                                            return *a.reader->d->questions < *b.reader->d->questions;
                                        });
    return least->reader.get();
}

std::optional<DatabaseRecovery> Storage::recovery() const
{
    return d->recovery;
}

void Storage::maintain()
{
    WriterThread *writer = d->writer.get();
    QMetaObject::invokeMethod(
        writer, [writer] { writer->d->maintain(); }, Qt::QueuedConnection);
}

void Storage::retryNow()
{
    WriterThread *writer = d->writer.get();
    QMetaObject::invokeMethod(
        writer,
        [writer] {
            if (writer->d->retryTimer && writer->d->retryTimer->isActive())
                writer->d->commitQueue();
            if (writer->d->writer)
                writer->d->checkSpace();
        },
        Qt::QueuedConnection);
}

void Storage::checkIntegrity()
{
    WriterThread *writer = d->writer.get();
    QMetaObject::invokeMethod(
        writer, [writer] { writer->d->checkInBackground(); }, Qt::QueuedConnection);
}

// Called from the storage thread, which never waits for a query thread otherwise: no circle.
void Storage::pauseReading()
{
    d->closeReaders();
}

void Storage::resumeReading()
{
    if (const Status opened = d->openReaders(); !opened)
        qCWarning(lcStore).noquote() << opened.error().detail;
}

#include "moc_storage.cpp"
