// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetesting.h"

#include "bot/base/logging.h"
#include "bot/store/readfailure.h"
#include "bot/store/storage.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <algorithm>
#include <atomic>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace StoreTesting;

namespace {

// Storage tells from its own thread; a spy has to listen in the test's.
class StorageEvents : public QObject
{
    Q_OBJECT
public:
    explicit StorageEvents(const Storage &storage)
    {
        connect(&storage, &Storage::committed, this, &StorageEvents::committed);
        connect(&storage, &Storage::troubleChanged, this, &StorageEvents::troubleChanged);
        connect(&storage, &Storage::factsLost, this, &StorageEvents::factsLost);
    }

signals:
    void committed(const ChangeSet &changes);
    void troubleChanged(const StorageTrouble &trouble);
    void factsLost(const QVector<GuildId> &guilds);
};

// One storage in a folder of its own, as the program has it.
struct RunningStorage
{
    RunningStorage() : told(storage)
    {
        options.dataDir = folder.filePath(u"data"_s);
        options.clock.utc = [this] { return nowMs.load(); };
    }
    Status open() { return storage.open(options); }

    qint64 countMessages()
    {
        std::optional<qint64> answer;
        storage.readAfterFlush(
            &asker,
            [](const Reader &reader) {
                Statement query(reader.database(), u"SELECT /* all servers */ count(*) FROM message"_s);
                return query.ask() && query.next() ? query.integer() : -1;
            },
            [&](qint64 count) { answer = count; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 20000) ? *answer : -2;
    }
    StorageTrouble::Kind lastTrouble(const QSignalSpy &spy) const
    {
        return spy.isEmpty() ? StorageTrouble::Kind::None : spy.last().first().value<StorageTrouble>().kind;
    }

    QTemporaryDir folder;
    std::atomic<UtcMs> nowMs = Now; // read by the storage thread
    StorageOptions options;
    QObject asker;
    Storage storage;
    StorageEvents told;
};

// Another program that holds the database.
class OtherConnection
{
public:
    explicit OtherConnection(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"another-program"_s);
        m_database.setDatabaseName(path);
        m_database.open();
    }
    ~OtherConnection()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(u"another-program"_s);
    }
    bool run(const QString &sql) { return execute(m_database, sql).ok(); }

private:
    QSqlDatabase m_database;
};

} // namespace

class StorageTest : public QObject
{
    Q_OBJECT

private slots:
    // S-03
    void singleFactsAreCommittedTogetherAndSoon()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        QSignalSpy committed(&s.told, &StorageEvents::committed);
        const TicketFacts facts = wholeTicket(Now - DayMs);
        for (const TicketFact &fact : facts)
            s.storage.enqueue({fact});
        QTRY_COMPARE_WITH_TIMEOUT(committed.size(), 1, 10000);
        const auto changes = committed.first().first().value<ChangeSet>();
        QCOMPARE(changes.guilds, QSet<GuildId>{Guild});
        QCOMPARE(changes.tickets.size(), 1);
        QCOMPARE(changes.events.size(), 3);
    }

    void aFloodIsStoredInFullAndInOrder()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        const auto ticket = idAt<ChannelId>(Now - DayMs);
        s.storage.enqueue({ticketFact(ticket)});
        for (int i = 0; i < 3000; ++i)
            s.storage.enqueue({messageFact(ticket, i % 2 ? Ana : Kira, Now - DayMs + i * SecondMs,
                                           i % 2 ? AuthorKind::Staff : AuthorKind::Guest)});
        QCOMPARE(s.countMessages(), 3000);
    }

    void aQuestionAfterFlushingSeesWhatWasQueuedBefore()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        s.storage.enqueue(wholeTicket(Now - DayMs));
        QCOMPARE(s.countMessages(), 3);
    }

    // UX 4: a command answers in a second, whatever somebody looks through in the console meanwhile.
    void browsingHoldsUpNeitherCommandsNorTheNextPage()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        s.storage.enqueue(wholeTicket(Now - DayMs));
        const auto end = std::make_shared<QSemaphore>();
        int ended = 0;
        const auto browseLong = [&] {
            s.storage.browse(
                &s.asker, [end](const Reader &) { return end->acquire(), true; }, [&](bool) { ++ended; });
        };
        browseLong();
        std::optional<UtcMs> page;
        for (int i = 0; i < 3; ++i) { // whichever thread is free
            page.reset();
            s.storage.browse(
                &s.asker, [](const Reader &r) { return r.firstOpenedMs(Guild); },
                [&](UtcMs first) { page = first; });
            QTRY_VERIFY(page);
        }
        browseLong();
        QCOMPARE(s.countMessages(), 3);
        QCOMPARE(ended, 0);
        end->release(2);
        QTRY_COMPARE(ended, 2);
    }

    void aWriteComesAfterTheFactsQueuedBeforeIt()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        s.storage.enqueue(wholeTicket(Now - DayMs));
        std::optional<UtcMs> first;
        s.storage.write(
            &s.asker, [](Writer &w) -> Result<UtcMs> { return Reader(w.database()).firstOpenedMs(Guild); },
            [&](Result<UtcMs> answer) { first = answer.ok() ? *answer : -1; });
        QTRY_VERIFY(first);
        QCOMPARE(*first, Now - DayMs);
    }

    void aWriteThatReturnsAnErrorLeavesNothingBehind()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        QSignalSpy committed(&s.told, &StorageEvents::committed);
        std::optional<Status> answer;
        s.storage.write(
            &s.asker,
            [](Writer &w) -> Status {
                if (Status saved = w.apply(wholeTicket(Now - DayMs)); !saved)
                    return saved;
                return Error{ErrorKind::Invalid, u"no"_s, {}};
            },
            [&](Status status) { answer = status; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, ErrorKind::Invalid);
        QCOMPARE(s.countMessages(), 0);
        QVERIFY(committed.isEmpty());
        // The next one is not disturbed by what was rolled back.
        s.storage.enqueue(wholeTicket(Now - DayMs));
        QCOMPARE(s.countMessages(), 3);
    }

    void aDeadAskerIsNotAnswered()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        bool called = false;
        auto asker = std::make_unique<QObject>();
        s.storage.readAfterFlush(
            asker.get(), [](const Reader &r) { return r.firstOpenedMs(Guild); },
            [&](UtcMs) { called = true; });
        asker.reset();
        QCOMPARE(s.countMessages(), 0); // both threads have passed the other question by now
        QVERIFY(!called);
    }

    void closingCommitsWhatIsQueued()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        s.storage.enqueue(wholeTicket(Now - DayMs));
        s.storage.close();
        QVERIFY(!QFileInfo::exists(s.storage.databasePath() + u"-wal"_s)); // one whole file is left
        QVERIFY(s.open().ok());
        QCOMPARE(s.countMessages(), 3);
    }

    // S-01, F-63
    void aSecondCopyIsTurnedAwayButMayRead()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        s.storage.enqueue(wholeTicket(Now - DayMs));
        QCOMPARE(s.countMessages(), 3);
        RunningStorage second;
        second.options.dataDir = s.options.dataDir;
        const Status opened = second.open();
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, ErrorKind::Busy);
        second.options.readOnly = true;
        QVERIFY(second.open().ok());
        QCOMPARE(second.countMessages(), 3);
    }

    void aReaderWritesNothing()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        s.storage.close();
        QFile file(s.storage.databasePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        s.options.readOnly = true;
        QVERIFY(s.open().ok());
        s.storage.enqueue(wholeTicket(Now - DayMs));
        std::optional<Status> answer;
        s.storage.write(
            &s.asker, [](Writer &w) { return w.setMeta(u"a"_s, u"b"_s); },
            [&](Status status) { answer = status; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, ErrorKind::Denied);
        QCOMPARE(s.countMessages(), 0);
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    // While a backup is put in place the console still asks: the answer says that it failed, a log line per question is noise.
    void aQuestionToAClosedDatabaseFailsQuietly()
    {
        takeReadFailure();
        Log log({.level = LogLevel::Debug, .toStderr = false});
        Statement query(QSqlDatabase(),
                        u"SELECT /* all servers */ count(*) FROM message WHERE author_id = :id"_s);
        query.bind(u":id"_s, UserId(7));
        QVERIFY(!query.ask());
        QVERIFY(!query.next());
        QVERIFY2(log.lines().isEmpty(),
                 qPrintable(log.lines().isEmpty() ? QString() : log.lines().first().text));
        const auto failure = takeReadFailure();
        QVERIFY(failure && !failure->text.isEmpty());
    }
    void readingWhatIsNotThereMakesNoFile()
    {
        RunningStorage s;
        s.options.readOnly = true;
        const Status opened = s.open();
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, ErrorKind::NotFound);
        QVERIFY(!QFileInfo::exists(s.options.dataDir));
    }

    // S-11, F-54
    void aLockByAnotherProgramIsWaitedOut()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        s.storage.enqueue({ticketFact(idAt<ChannelId>(Now - 2 * DayMs))});
        QCOMPARE(s.countMessages(), 0);
        QSignalSpy trouble(&s.told, &StorageEvents::troubleChanged);
        {
            OtherConnection other(s.storage.databasePath());
            QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
            s.storage.enqueue(wholeTicket(Now - DayMs));
            QTRY_COMPARE_WITH_TIMEOUT(s.lastTrouble(trouble), StorageTrouble::Kind::Locked, 20000);
            QVERIFY(trouble.last().first().value<StorageTrouble>().waiting > 0);
            // Reading goes on, and does not wait for the lock once it is known; writing says why it cannot.
            QCOMPARE(s.countMessages(), 0);
            std::optional<Status> answer;
            s.storage.write(
                &s.asker, [](Writer &w) { return w.setMeta(u"a"_s, u"b"_s); },
                [&](Status status) { answer = status; });
            QTRY_VERIFY_WITH_TIMEOUT(answer, 20000);
            QCOMPARE(answer->error().kind, ErrorKind::Busy);
            s.storage.enqueue(wholeTicket(Now - 3 * DayMs));
            QVERIFY(other.run(u"ROLLBACK"_s));
        }
        QTRY_COMPARE_WITH_TIMEOUT(s.lastTrouble(trouble), StorageTrouble::Kind::None, 40000);
        QCOMPARE(s.countMessages(), 6); // nothing was lost
    }

    // Who shows a window can say that opening takes its time, and stays alive meanwhile.
    void openingCallsWhileItWaits()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        const QString path = s.storage.databasePath();
        s.storage.close();
        auto other = std::make_unique<OtherConnection>(path);
        QVERIFY(other->run(u"BEGIN EXCLUSIVE"_s)); // opening waits for this
        int calls = 0;
        s.options.waiting = [&] {
            QCOMPARE(QThread::currentThread(), thread());
            if (++calls == 3)
                other.reset();
        };
        const Status opened = s.open();
        QVERIFY2(opened.ok(), qPrintable(opened ? QString() : opened.error().detail));
        QVERIFY2(calls >= 3, qPrintable(QString::number(calls)));
    }

    // S-11: what does not fit into memory is a hole that is known.
    void tooMuchWaitingBecomesAGap()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        QSignalSpy trouble(&s.told, &StorageEvents::troubleChanged);
        QSignalSpy lost(&s.told, &StorageEvents::factsLost);
        {
            OtherConnection other(s.storage.databasePath());
            QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
            s.storage.enqueue(wholeTicket(Now - DayMs));
            QTRY_COMPARE_WITH_TIMEOUT(s.lastTrouble(trouble), StorageTrouble::Kind::Locked, 20000);
            TicketFacts flood;
            const auto ticket = idAt<ChannelId>(Now - DayMs);
            for (int i = 0; i < 60000; ++i)
                flood += {Guild, Fact::Alive{ticket, Now - DayMs + i}};
            s.storage.enqueue(flood);
            s.nowMs += HourMs;
            QVERIFY(other.run(u"ROLLBACK"_s));
        }
        QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 40000);
        QCOMPARE(lost.first().first().value<QVector<GuildId>>(), QVector<GuildId>{Guild});
        QTRY_COMPARE(s.lastTrouble(trouble), StorageTrouble::Kind::None);
        std::optional<QVector<CoverageGap>> gaps;
        s.storage.read(
            &s.asker,
            [](const Reader &r) {
                return r.gaps(Guild, {Now - DayMs, Now + DayMs});
            },
            [&](QVector<CoverageGap> found) { gaps = found; });
        QTRY_VERIFY(gaps);
        QCOMPARE(gaps->size(), 1);
        QCOMPARE(gaps->first().fromMs, Now);
        QCOMPARE(gaps->first().toMs, Now + HourMs);
        QCOMPARE(gaps->first().state, CoverageGap::State::MessagesLost);
    }

    // S-11, F-55: the disk refuses to take more.
    void aFullDiskIsWaitedOut()
    {
#ifdef Q_OS_UNIX
        RunningStorage s;
        QVERIFY(s.open().ok());
        s.storage.enqueue(wholeTicket(Now - 2 * DayMs));
        QCOMPARE(s.countMessages(), 3);
        QSignalSpy trouble(&s.told, &StorageEvents::troubleChanged);
        // Files of this process may not grow beyond what the write-ahead log has now: a write behind it fails as on a
        // disk without space.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = rlim_t(QFileInfo(s.storage.databasePath() + u"-wal"_s).size());
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        s.storage.enqueue(wholeTicket(Now - DayMs));
        const bool told = QTest::qWaitFor(
            [&] {
                const auto kind = s.lastTrouble(trouble);
                return kind == StorageTrouble::Kind::Io || kind == StorageTrouble::Kind::Full;
            },
            20000);
        const qint64 readable = s.countMessages();
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(told);
        QCOMPARE(readable, 3);
        QTRY_COMPARE_WITH_TIMEOUT(s.lastTrouble(trouble), StorageTrouble::Kind::None, 40000);
        QCOMPARE(s.countMessages(), 6);
        s.storage.close();
        const auto reading = DatabaseFile(s.storage.databasePath()).openForReading();
        QVERIFY(reading.ok());
        QCOMPARE(DatabaseFile::integrityCheck(reading->database()), u"ok"_s);
#else
        QSKIP("File size limits are a matter of Unix");
#endif
    }

    void oneFactThatCannotBeStoredDoesNotHoldUpTheOthers()
    {
        RunningStorage s;
        QVERIFY(s.open().ok());
        {
            OtherConnection other(s.storage.databasePath());
            QVERIFY(other.run(u"CREATE TRIGGER no_tom BEFORE INSERT ON person WHEN NEW.name = 'tom' "
                              "BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
        }
        TicketFacts facts = wholeTicket(Now - DayMs);
        facts.insert(2, {Guild, Fact::Person{Tom, u"tom"_s, false}});
        facts += {Guild, Fact::Person{Kira, u"kira"_s, false}};
        s.storage.enqueue(facts);
        QCOMPARE(s.countMessages(), 3);
        std::optional<QHash<UserId, QString>> names;
        s.storage.read(
            &s.asker,
            [](const Reader &r) {
                return r.names(Guild, {Tom, Kira});
            },
            [&](QHash<UserId, QString> found) { names = found; });
        QTRY_VERIFY(names);
        QCOMPARE(*names, (QHash<UserId, QString>{{Kira, u"kira"_s}}));
    }

    // S-12
    void littleSpaceIsSaidAndStopsBackups()
    {
        RunningStorage s;
        s.options.freeBytes = [](const QString &) { return 49LL * 1024 * 1024; };
        QSignalSpy trouble(&s.told, &StorageEvents::troubleChanged);
        QVERIFY(s.open().ok());
        QTRY_COMPARE(s.lastTrouble(trouble), StorageTrouble::Kind::LowSpace);
        QCOMPARE(trouble.last().first().value<StorageTrouble>().freeBytes, 49LL * 1024 * 1024);
        s.storage.enqueue(wholeTicket(Now - DayMs));
        QCOMPARE(s.countMessages(), 3); // recording goes on
        std::optional<Result<BackupInfo>> answer;
        s.storage.backUp(&s.asker, u"manual"_s, [&](Result<BackupInfo> result) { answer = result; });
        QTRY_VERIFY(answer);
        QVERIFY(!answer->ok());
        QCOMPARE(answer->error().kind, ErrorKind::Io);
        QVERIFY(QDir(s.options.dataDir + u"/backups"_s).entryList(QDir::Files).isEmpty());
    }

    // S-09, S-07
    void maintenanceBacksUpDailyAndChecksWeekly()
    {
        RunningStorage s;
        s.nowMs = QDateTime::currentMSecsSinceEpoch(); // compared with the times of files
        QVERIFY(s.open().ok());
        s.storage.enqueue(wholeTicket(Now - DayMs));
        QCOMPARE(s.countMessages(), 3);
        const auto health = [&] {
            std::optional<StorageHealth> answer;
            s.storage.readAfterFlush(
                &s.asker, [](const Reader &r) { return r.health(); },
                [&](StorageHealth found) { answer = found; });
            return QTest::qWaitFor([&] { return answer.has_value(); }) ? *answer : StorageHealth();
        };
        s.storage.maintain();
        QTRY_COMPARE(health().integrity, u"ok"_s);
        QCOMPARE(health().lastCheckMs, s.nowMs.load());
        QVERIFY(health().lastBackupMs > s.nowMs - 2 * MinuteMs);
        QCOMPARE(health().tickets, 1);
        QCOMPARE(health().messages, 3);
        s.storage.maintain(); // nothing is due
        QCOMPARE(Backups(DatabaseFile::inFolder(s.options.dataDir)).list().size(), 1);
        s.nowMs += 25 * HourMs;
        s.storage.enqueue(wholeTicket(Now - 3 * DayMs));
        QCOMPARE(s.countMessages(), 6);
        s.storage.maintain();
        QTRY_COMPARE(Backups(DatabaseFile::inFolder(s.options.dataDir)).list().size(), 2);
    }
};

QTEST_GUILESS_MAIN(StorageTest)
#include "tst_storage.moc"
