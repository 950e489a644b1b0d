// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/writerthreadprivate.h"

#include <QCoreApplication>
#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int BatchMs = 250; // S-03
constexpr int BatchFacts = 200;
constexpr int LargestBatch =
    5000; // after a flood or an outage: one disk sync for many, but no endless transaction
constexpr int MostWaitingFacts = 50000; // S-11
constexpr qint64 MostWaitingBytes = 32LL * 1024 * 1024;
constexpr int LongestRetryMs = 30 * 1000;
constexpr qint64 AgainAfterMs = 10 * MinuteMs;
constexpr qint64 LittleSpace = 200LL * 1024 * 1024; // S-12

qint64 approximateBytes(const TicketFact &fact)
{
    qint64 bytes = qint64(sizeof(TicketFact)) + 32;
    if (const auto *message = std::get_if<MessageFact>(&fact.fact))
        bytes += message->roles.size() * qint64(sizeof(RoleId));
    else
        bytes += 128; // names, reasons
    return bytes;
}

} // namespace

WriterThread::WriterThread(Storage *storage) : d(std::make_unique<Private>())
{
    d->storage = storage;
}

WriterThread::~WriterThread() = default;

void WriterThread::Private::take(TicketFacts facts, bool live)
{
    if (!writer)
        return;
    for (TicketFact &fact : facts) {
        queuedBytes += approximateBytes(fact);
        queue += {std::move(fact), live};
    }
    if (retryTimer->isActive()) {
        dropIfTooMuch();
        return;
    }
    if (queue.size() >= LargestBatch) {
        commitQueue();
    } else if (queue.size() >= BatchFacts && !commitPosted) {
        // Posted, not called: what has arrived in the event queue meanwhile joins the same disk sync.
        commitPosted = true;
        QMetaObject::invokeMethod(
            batchTimer, [this] { commitQueue(); }, Qt::QueuedConnection);
    } else if (!queue.isEmpty() && !batchTimer->isActive()) {
        batchTimer->start();
    }
}

void WriterThread::commitPending()
{
    if (d->writer && !d->retryTimer->isActive())
        d->commitQueue();
}

bool WriterThread::Private::commitQueue()
{
    commitPosted = false;
    batchTimer->stop();
    while (!queue.isEmpty()) {
        const qsizetype count = std::min<qsizetype>(queue.size(), LargestBatch);
        Status committed = commitBatch(count);
        if (!committed && troubleKind(committed.error()) == StorageTrouble::Kind::None) {
            // Not the disk's fault: one of the facts cannot be stored. The others shall not wait for it for
            // ever.
            qCWarning(lcStore).noquote() << "A batch could not be stored:" << committed.error().detail;
            committed = applyOneByOne(count);
        }
        if (!committed) {
            failed(committed.error());
            return false;
        }
        for (qsizetype i = 0; i < count; ++i)
            queuedBytes -= approximateBytes(queue.at(i).fact);
        queue.remove(0, count);
    }
    recovered();
    return true;
}

Status WriterThread::Private::commitBatch(qsizetype count)
{
    Transaction batch(connection.database());
    if (!batch.begun())
        return batch.begun();
    for (qsizetype from = 0; from < count;) {
        const bool live = queue.at(from).live;
        TicketFacts facts;
        for (; from < count && queue.at(from).live == live; ++from)
            facts += queue.at(from).fact;
        if (Status applied = writer->apply(facts, live); !applied) {
            writer->forget();
            return applied;
        }
    }
    Status committed = fault();
    if (committed)
        committed = batch.commit();
    if (!committed) {
        writer->forget();
        return committed;
    }
    publish();
    return {};
}

// What the demo's disk says, as SQLite would say it.
Status WriterThread::Private::fault() const
{
    const int code = options.fault ? options.fault(DatabaseFile::inFolder(options.dataDir).path()) : 0;
    if (code == 0)
        return {};
    return sqlError(QSqlError({}, u"simulated"_s, QSqlError::StatementError, QString::number(code)),
                    u"COMMIT"_s);
}

Status WriterThread::Private::applyOneByOne(qsizetype count)
{
    for (qsizetype i = 0; i < count; ++i) {
        Transaction single(connection.database());
        Status done = single.begun();
        if (done)
            done = writer->apply({queue.at(i).fact}, queue.at(i).live);
        if (done)
            done = single.commit();
        if (done) {
            publish();
            continue;
        }
        writer->forget();
        if (troubleKind(done.error()) != StorageTrouble::Kind::None)
            return done; // facts may be applied a second time later: that is harmless (S-04)
        qCWarning(lcStore).noquote() << "A fact could not be stored and is left out:" << done.error().detail;
    }
    return {};
}

// Signals go out only after the commit (K-02).
void WriterThread::Private::publish()
{
    const ChangeSet changes = writer->takeChanges();
    if (!changes.guilds.isEmpty() || !changes.tickets.isEmpty() || !changes.events.isEmpty() || changes.config
        || changes.audit || changes.wiped)
        emit storage->committed(changes);
}

// -- When the disk does not do as it should (S-11) ------------------------------------------------

void WriterThread::Private::failed(const Error &error)
{
    StorageTrouble now;
    now.kind = troubleKind(error);
    now.sinceMs = trouble.kind == StorageTrouble::Kind::None || trouble.kind == StorageTrouble::Kind::LowSpace
        ? options.clock.utc()
        : trouble.sinceMs;
    now.text = error.text;
    // Not in a circle: what was just restored should not be damaged again.
    const MonoMs mono = options.clock.mono();
    if (now.kind == StorageTrouble::Kind::Corrupt
        && (!recoveryTriedAt || mono - *recoveryTriedAt > AgainAfterMs)) {
        recoveryTriedAt = mono;
        now.waiting = int(queue.size());
        setTrouble(now); // until the first commit after it
        recover(error);
        if (writer) {
            retryTimer->start(0);
            return;
        }
    }
    retryMs = retryMs == 0 ? 1000 : std::min(retryMs * 2, LongestRetryMs);
    retryTimer->start(retryMs);
    lastFailure = error;
    now.freeBytes = options.freeBytes(options.dataDir);
    dropIfTooMuch();
    now.waiting = int(queue.size());
    qCWarning(lcStore).noquote() << "Writing failed, next try in" << retryMs << "ms:" << error.detail;
    setTrouble(now);
}

void WriterThread::Private::dropIfTooMuch()
{
    if (queue.size() <= MostWaitingFacts && queuedBytes <= MostWaitingBytes)
        return;
    if (lostSinceMs == 0)
        lostSinceMs = trouble.sinceMs ? trouble.sinceMs : options.clock.utc();
    for (const Waiting &waiting : std::as_const(queue))
        lostGuilds += waiting.fact.guild;
    qCWarning(lcStore) << "The disk was away for too long:" << queue.size()
                       << "facts are left to catching up";
    queue.clear();
    queuedBytes = 0;
}

void WriterThread::Private::recovered()
{
    retryMs = 0;
    retryTimer->stop();
    lastFailure.reset();
    if (!lostGuilds.isEmpty()) {
        const UtcMs now = options.clock.utc();
        Transaction record(connection.database());
        Status status = record.begun();
        for (GuildId guild : std::as_const(lostGuilds)) {
            if (!status)
                break;
            const auto gap =
                writer->openGap(guild, {}, lostSinceMs, u"storage"_s, CoverageGap::State::MessagesLost);
            status = gap ? writer->closeGap(*gap, now, false, {}) : Status(gap.error());
        }
        if (status)
            status = record.commit();
        if (!status) {
            writer->forget();
            failed(status.error());
            return;
        }
        publish();
        emit storage->factsLost(QVector<GuildId>(lostGuilds.cbegin(), lostGuilds.cend()));
        lostGuilds.clear();
        lostSinceMs = 0;
    }
    if (trouble.kind != StorageTrouble::Kind::None && trouble.kind != StorageTrouble::Kind::LowSpace) {
        setTrouble({});
        checkSpace();
    }
}

void WriterThread::Private::setTrouble(const StorageTrouble &now)
{
    const bool same =
        now.kind == trouble.kind && now.waiting == trouble.waiting && now.kind == StorageTrouble::Kind::None;
    trouble = now;
    if (!same)
        emit storage->troubleChanged(trouble);
}

void WriterThread::Private::checkSpace()
{
    if (trouble.kind != StorageTrouble::Kind::None && trouble.kind != StorageTrouble::Kind::LowSpace)
        return; // something worse is being told
    const qint64 free = options.freeBytes(options.dataDir);
    if (free >= 0 && free < LittleSpace) {
        StorageTrouble now;
        now.kind = StorageTrouble::Kind::LowSpace;
        now.freeBytes = free;
        now.sinceMs = trouble.kind == StorageTrouble::Kind::LowSpace ? trouble.sinceMs : options.clock.utc();
        now.text = QCoreApplication::translate("Store", "There is little space left on the disk.");
        setTrouble(now);
    } else if (trouble.kind == StorageTrouble::Kind::LowSpace) {
        setTrouble({});
    }
}

// -- Transactions of others -----------------------------------------------------------------------

Status WriterThread::begin()
{
    if (!d->writer)
        return Error{ErrorKind::Denied,
                     QCoreApplication::translate("Store", "The database is open for reading only."),
                     {}};
    // Order matters: a change asked for now may rest on facts that still wait.
    if (!d->queue.isEmpty())
        return d->lastFailure.value_or(Error{ErrorKind::Busy, {}, {}});
    d->transaction = std::make_unique<Transaction>(d->connection.database());
    const Status begun = d->transaction->begun();
    if (!begun)
        d->transaction.reset();
    return begun;
}

Status WriterThread::end(bool commit)
{
    Status ended;
    if (commit)
        ended = d->fault();
    if (commit && ended)
        ended = d->transaction->commit();
    d->transaction.reset(); // rolls back what is not committed
    if (commit && ended) {
        d->publish();
        return ended;
    }
    d->writer->forget();
    if (!ended && troubleKind(ended.error()) == StorageTrouble::Kind::Corrupt)
        d->failed(ended.error()); // S-08, whoever met it
    return ended;
}

Writer &WriterThread::writer()
{
    return *d->writer;
}

Status WriterThread::open(const Storage::Options &options)
{
    d->options = options;
    if (Status opened = d->openDatabase(); !opened)
        return opened;
    d->batchTimer = new QTimer(this);
    d->batchTimer->setSingleShot(true);
    d->batchTimer->setInterval(BatchMs);
    connect(d->batchTimer, &QTimer::timeout, this, [this] { d->commitQueue(); });
    d->retryTimer = new QTimer(this);
    d->retryTimer->setSingleShot(true);
    connect(d->retryTimer, &QTimer::timeout, this, [this] { d->commitQueue(); });
    d->spaceTimer = new QTimer(this);
    connect(d->spaceTimer, &QTimer::timeout, this, [this] { d->checkSpace(); });
    d->spaceTimer->start(60 * 1000);
    d->maintenanceTimer = new QTimer(this);
    connect(d->maintenanceTimer, &QTimer::timeout, this, [this] {
        d->maintenanceTimer->start(60 * 60 * 1000);
        d->maintain();
    });
    d->maintenanceTimer->start(5 * 60 * 1000); // not while everything starts
    d->checkSpace();
    return {};
}

void WriterThread::shutDown()
{
    if (d->writer) {
        d->retryTimer->stop(); // one more try, whatever happened before, but within the time a stop may take
        if (Status status = execute(d->connection.database(), u"PRAGMA busy_timeout=500"_s); !status)
            qCWarning(lcStore).noquote() << status.error().detail;
        d->commitQueue();
        if (!d->queue.isEmpty())
            qCWarning(lcStore) << d->queue.size()
                               << "facts could not be stored; catching up finds what Discord still has";
    }
    if (d->checker) {
        d->checker->wait();
        d->checker.reset();
    }
    // Timers end in the thread that they were started in.
    delete std::exchange(d->maintenanceTimer, nullptr);
    delete std::exchange(d->batchTimer, nullptr);
    delete std::exchange(d->retryTimer, nullptr);
    delete std::exchange(d->spaceTimer, nullptr);
    d->writer.reset();
    // The last connection that closes also empties the write-ahead log into the file.
    d->connection.close();
}
