// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/storage.h"

#include "bot/store/database.h"
#include "bot/store/writerthreadprivate.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QStorageInfo>

#include <future>

using namespace Qt::Literals::StringLiterals;

// -- The query thread -----------------------------------------------------------------------------

class ReaderThread::Private
{
public:
    DatabaseFile file{QString()};
    bool newer = false;
    Connection connection;
    std::unique_ptr<Reader> reader;
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
    d->reader = std::make_unique<Reader>(d->connection.database());
    return {};
}

const Reader &ReaderThread::reader()
{
    if (!d->reader)
        d->reader =
            std::make_unique<Reader>(QSqlDatabase()); // closed: every question is answered with nothing
    return *d->reader;
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
    QThread queryThread;
    std::unique_ptr<WriterThread> writer;
    std::unique_ptr<ReaderThread> reader;
    std::optional<DatabaseRecovery> recovery; // of the start; set before anybody asks

    template <class Object, class Fn>
    static auto inThreadOf(Object *object, Fn fn)
    {
        // Shared: set_value() may still be at work in the other thread when the answer is already here.
        const auto result = std::make_shared<std::promise<std::invoke_result_t<Fn>>>();
        QMetaObject::invokeMethod(
            object, [result, fn = std::move(fn)]() mutable { result->set_value(fn()); },
            Qt::QueuedConnection);
        return result->get_future().get();
    }
};

Storage::Storage(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->storageThread.setObjectName(u"storage"_s);
    d->queryThread.setObjectName(u"query"_s);
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
    d->reader.reset(new ReaderThread);
    d->writer->moveToThread(&d->storageThread);
    d->reader->moveToThread(&d->queryThread);
    d->storageThread.start();
    d->queryThread.start();
    Status opened;
    if (!options.readOnly)
        opened = Private::inThreadOf(d->writer.get(), [this] { return d->writer->open(d->options); });
    d->recovery = d->writer->d->recovery; // the thread waits for its next call: nothing changes it now
    if (opened)
        opened = Private::inThreadOf(d->reader.get(), [this] { return d->reader->open(d->options); });
    if (!opened)
        close();
    return opened;
}

void Storage::close()
{
    if (!d->writer)
        return;
    // Readers first: the writer's connection must be the last, so that it leaves one whole file behind.
    Private::inThreadOf(d->reader.get(), [this] { return d->reader->shutDown(), true; });
    Private::inThreadOf(d->writer.get(), [this] { return d->writer->shutDown(), true; });
    d->queryThread.quit();
    d->storageThread.quit();
    d->queryThread.wait();
    d->storageThread.wait();
    d->reader.reset();
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
    return d->reader.get();
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

// Called from the storage thread, which never waits for the query thread otherwise: no circle.
void Storage::pauseReading()
{
    Private::inThreadOf(d->reader.get(), [this] { return d->reader->shutDown(), true; });
}

void Storage::resumeReading()
{
    const Status opened =
        Private::inThreadOf(d->reader.get(), [this] { return d->reader->open(d->options); });
    if (!opened)
        qCWarning(lcStore).noquote() << opened.error().detail;
}

#include "moc_storage.cpp"
