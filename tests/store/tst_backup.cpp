// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetesting.h"

#include "bot/store/noticestore.h"
#include "bot/store/recovery.h"
#include "bot/store/storage.h"

#include <QSignalSpy>

using namespace StoreTesting;

namespace {

BackupInfo backupAt(UtcMs atMs, const QString &reason)
{
    BackupInfo info;
    info.atMs = atMs;
    info.reason = reason;
    info.name = u"%1-%2"_s.arg(reason).arg(atMs);
    return info;
}

// Overwrites pages from `first` on; page 1 holds the header.
void destroyPages(const QString &path, int first, int count)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > (first - 1 + count) * 4096);
    file.seek((first - 1) * 4096);
    file.write(QByteArray(count * 4096, '\xa5'));
}

qint64 messagesIn(const QString &path)
{
    const auto reading = DatabaseFile(path).openForReading();
    if (!reading)
        return -1;
    Statement query(reading->database(), u"SELECT /* all servers */ count(*) FROM message"_s);
    return query.ask() && query.next() ? query.integer() : -1;
}

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT

private slots:
    // S-09
    void aBackupIsACheckedCopyWithAPrivateFile()
    {
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        const auto made = Backups(DatabaseFile(store.path()), store.clock).make(u"manual"_s);
        QVERIFY(made.ok());
        QCOMPARE(made->name, u"2026-04-15_1200_manual.db"_s);
        QCOMPARE(QFileInfo(made->path).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(messagesIn(made->path), 3);
        QVERIFY(Backups::check(made->path).ok());
        QCOMPARE(QDir(QFileInfo(made->path).path()).entryList(QDir::Files),
                 QStringList{made->name}); // no .part
        // Another one in the same minute has a name of its own.
        const auto second = Backups(DatabaseFile(store.path()), store.clock).make(u"manual"_s);
        QVERIFY(second.ok());
        QCOMPARE(second->name, u"2026-04-15_1200_manual-2.db"_s);
        QCOMPARE(Backups(DatabaseFile(store.path())).list().size(), 2);
        QCOMPARE(Backups(DatabaseFile(store.path())).list().first().name, second->name);
    }

    // UX J6 needs it: the copy is made while the deletion's transaction is open.
    void aBackupInsideATransactionShowsWhatWasCommitted()
    {
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        Transaction transaction(store.database());
        QVERIFY(store.writer().apply(wholeTicket(Now - 2 * DayMs)).ok());
        const auto made = Backups(DatabaseFile(store.path()), store.clock).make(u"manual"_s);
        QVERIFY(made.ok());
        QCOMPARE(messagesIn(made->path), 3);
        QVERIFY(transaction.commit().ok());
        QCOMPARE(messagesIn(store.path()), 6);
    }

    void aBackupThatCannotBeMadeLeavesNothing()
    {
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        const Backups full(DatabaseFile(store.path()), store.clock,
                           [](const QString &) { return 49LL * 1024 * 1024; });
        QCOMPARE(full.make(u"manual"_s).error().kind, ErrorKind::Io); // S-12
        QVERIFY(
            !Backups(DatabaseFile(store.path()), store.clock).makeAt(u"/proc/no-such-folder/x.db"_s).ok());
        QVERIFY(Backups(DatabaseFile(store.path())).list().isEmpty());
    }

    void sevenDaysFourWeeksAndThreeBeforesAreKept()
    {
        QVector<BackupInfo> all;
        for (int day = 0; day < 60; ++day)
            all += backupAt(Now - day * DayMs, u"daily"_s);
        for (int i = 0; i < 6; ++i)
            all += backupAt(Now - i * HourMs, i % 2 ? u"before-delete"_s : u"before-import"_s);
        for (int i = 0; i < 5; ++i)
            all += backupAt(Now - i * 100 * DayMs, u"manual"_s);
        QStringList kept;
        for (const BackupInfo &info : std::as_const(all))
            kept += info.name;
        for (const BackupInfo &info : Backups::superseded(all, Now))
            QVERIFY(kept.removeOne(info.name));
        const auto count = [&](const QString &reason) { return kept.filter(reason).size(); };
        QCOMPARE(count(u"before"_s), 3);
        QCOMPARE(count(u"manual"_s), 5); // made by hand: stays
        // 2026-04-15 is a Wednesday: the last seven days touch two weeks, two more weeks keep one each.
        QCOMPARE(count(u"daily"_s), 9);
        for (int day = 0; day < 7; ++day)
            QVERIFY(kept.contains(backupAt(Now - day * DayMs, u"daily"_s).name));
        QVERIFY(kept.contains(backupAt(Now - 10 * DayMs, u"daily"_s).name)); // the Sunday before last
        QVERIFY(kept.contains(backupAt(Now - 17 * DayMs, u"daily"_s).name));
    }

    void makingABackupRemovesWhatIsSuperseded()
    {
        Store store;
        const Backups backups(DatabaseFile(store.path()), store.clock);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(backups.make(u"before-delete"_s).ok());
            store.nowMs += MinuteMs;
        }
        QCOMPARE(backups.list().size(), 3);
        QCOMPARE(backups.list().first().atMs, Now + 4 * MinuteMs);
    }

    void aRestoreReplacesTheDatabaseAndKeepsTheOldOne()
    {
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        const Backups backups(DatabaseFile(store.path()), store.clock);
        const auto early = backups.make(u"manual"_s);
        QVERIFY(early.ok());
        store.apply(wholeTicket(Now - 2 * DayMs));
        store.close();
        store.nowMs += HourMs;
        const auto before = backups.restore(early->path);
        QVERIFY2(before.ok(), qPrintable(before.ok() ? QString() : before.error().detail));
        QCOMPARE(before->reason, u"before-restore"_s);
        QCOMPARE(messagesIn(before->path), 6);
        QCOMPARE(messagesIn(store.path()), 3);
        QCOMPARE(QFileInfo(store.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        store.open();
        QCOMPARE(store.apply(wholeTicket(Now - 3 * DayMs)).tickets.size(), 1);
    }

    void whatIsNoBackupIsNotRestored_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray(10000, 'x');
    }
    void whatIsNoBackupIsNotRestored()
    {
        QFETCH(QByteArray, content);
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        store.close();
        const QString path = store.folder() + u"/copy.db"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(!Backups(DatabaseFile(store.path()), store.clock).restore(path).ok());
        QCOMPARE(messagesIn(store.path()), 3);
    }

    // S-10, F-2: a migration is preceded by a backup and is all or nothing.
    void aMigrationBacksUpFirst_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<bool>("ok");
        QTest::newRow("good") << QByteArray("ALTER TABLE guild ADD COLUMN mood INTEGER NOT NULL DEFAULT 0;\n"
                                            "UPDATE guild SET mood = 5;")
                              << true;
        QTest::newRow("breaks in the middle")
            << QByteArray("ALTER TABLE guild ADD COLUMN mood INTEGER NOT NULL DEFAULT 0;\nDROP TABLE "
                          "message;\nno such word;")
            << false;
    }
    void aMigrationBacksUpFirst()
    {
        QFETCH(QByteArray, script);
        QFETCH(bool, ok);
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        store.close();
        const QString path = store.folder() + u"/002_mood.sql"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(script);
        file.close();
        DatabaseFile::WriterOptions options;
        options.clock = store.clock;
        options.schemaFiles += path;
        {
            const auto opened = DatabaseFile(store.path()).openForWriting(options);
            QCOMPARE(opened.ok(), ok);
            if (ok) {
                QCOMPARE(*DatabaseFile::version(opened->database()), options.schemaFiles.size());
                Statement query(opened->database(), u"SELECT mood FROM guild"_s);
                QVERIFY(query.ask() && query.next());
                QCOMPARE(query.integer(), 5);
            }
        }
        const auto backups = Backups(DatabaseFile(store.path())).list();
        QCOMPARE(backups.size(), 1);
        QCOMPARE(backups.first().reason, u"before-migration"_s);
        QCOMPARE(messagesIn(backups.first().path), 3);
        if (!ok) {
            store.open(); // the old version keeps working
            QCOMPARE(store.number(u"PRAGMA user_version"_s), DatabaseFile::knownSchema().size());
            QCOMPARE(store.number(u"SELECT count(*) FROM message"_s), 3);
            QCOMPARE(store.number(u"SELECT count(*) FROM pragma_table_info('guild') WHERE name = 'mood'"_s),
                     0);
        }
    }

    // S-08, F-58
    void aDamagedDatabaseIsRestoredAndSalvaged()
    {
        Store store;
        const auto tickets = [](int count, UtcMs offsetMs) {
            TicketFacts facts;
            for (int hour = 1; hour <= count; ++hour)
                facts += wholeTicket(Now - hour * HourMs - offsetMs);
            return facts;
        };
        store.apply(tickets(400, 0));
        QVERIFY(Backups(DatabaseFile(store.path()), store.clock).make(u"daily"_s).ok());
        const UtcMs backupMs = Now;
        store.nowMs += 5 * HourMs;
        store.apply(tickets(600, MinuteMs));
        store.close();
        const qint64 pages = QFileInfo(store.path()).size() / 4096;
        // Three leaves: one of the few inner pages would take the way to its many leaves along.
        destroyPages(store.path(), int(pages / 2) + 10, 3);

        StorageOptions options;
        options.dataDir = store.folder();
        options.clock = store.clock;
        Storage storage;
        const Status opened = storage.open(options);
        QVERIFY2(opened.ok(), qPrintable(opened.ok() ? QString() : opened.error().detail));
        const auto recovery = storage.recovery();
        QVERIFY(recovery);
        QCOMPARE(recovery->backup, u"2026-04-15_1200_daily.db"_s);
        QCOMPARE(recovery->backupMs, backupMs);
        QCOMPARE(recovery->ticketsInBackup, 400);
        // Three pages hold about thirty tickets; all others come back (F-58: 99 % of undamaged pages).
        QVERIFY(recovery->ticketsRecovered > 560);
        QVERIFY(recovery->messagesRecovered > 1600);
        QVERIFY(!recovery->complete);
        QVERIFY(QFileInfo::exists(store.folder() + u'/' + recovery->quarantine + u"/ticket-assistant.db"_s));
        storage.close();

        store.open();
        QCOMPARE(DatabaseFile::integrityCheck(store.database()), u"ok"_s);
        QCOMPARE(store.number(u"SELECT count(*) FROM pragma_foreign_key_check"_s), 0);
        QCOMPARE(store.number(u"SELECT count(*) FROM ticket"_s), 400 + recovery->ticketsRecovered);
        const auto gaps = store.reader().gaps(Guild, {backupMs, Now + DayMs});
        QCOMPARE(gaps.size(), 1);
        QCOMPARE(gaps.first().fromMs, backupMs);
        QCOMPARE(gaps.first().toMs, store.nowMs);
        QCOMPARE(store.reader().history(Guild, 0, 1).first().kind, u"restore"_s);
    }

    void aDamagedIndexCostsNothing()
    {
        Store store;
        for (int hour = 1; hour <= 60; ++hour)
            store.apply(wholeTicket(Now - hour * HourMs));
        const qint64 root =
            store.number(u"SELECT rootpage FROM sqlite_schema WHERE name = 'ticket_opened'"_s);
        store.close();
        destroyPages(store.path(), int(root), 1);
        // No backup at all: everything comes out of the damaged file.
        StorageOptions options;
        options.dataDir = store.folder();
        options.clock = store.clock;
        Storage storage;
        const Status opened = storage.open(options);
        QVERIFY2(opened.ok(),
                 qPrintable(opened.ok() ? QString() : opened.error().text + opened.error().detail));
        QVERIFY(storage.recovery());
        QVERIFY(storage.recovery()->backup.isEmpty());
        QVERIFY(storage.recovery()->complete);
        QCOMPARE(storage.recovery()->ticketsRecovered, 60);
        QCOMPARE(storage.recovery()->messagesRecovered, 180);
        storage.close();
        store.open();
        QCOMPARE(store.reader().ticketRows(Guild, {}, {0, Now}).size(), 60);
    }

    // Whatever a table of any schema version holds comes out of a damaged file; what is left behind is named here.
    void everyTableIsSalvaged()
    {
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        QVERIFY(Backups(DatabaseFile(store.path()), store.clock).make(u"daily"_s).ok());
        const ChannelId imported = idAt<ChannelId>(Now - 2 * DayMs, 5);
        QVERIFY(
            store
                .write([&](Writer &w) -> Status {
                    const auto import = w.beginImport({Ana, u"Ana"_s, true}, u"tickets.db"_s, {});
                    if (!import)
                        return import.error();
                    Fact::Ticket opened;
                    opened.ticket = imported;
                    opened.quality = Quality::Legacy;
                    opened.openedAtMs = Now - 2 * DayMs;
                    if (const auto done = w.importTicket(*import, Guild, imported, {{Guild, opened}}); !done)
                        return done.error();
                    StoredConfig config = Reader(w.database()).config(Guild);
                    config.supportRoles.insert(RoleId(77));
                    for (const Status &status :
                         {w.importGuild(*import, GuildId(991)), w.importMaxUsers(*import, Guild, {Ben}),
                          w.importWipe(*import, Guild, 1, Ana, 30, 3, Now - 3 * DayMs),
                          w.importSettings(*import, Guild, config, {Ana, u"Ana"_s, true}),
                          NoticeStore::saveSettings(w, Guild, {{u"a"_s, 1}}, {Ana, u"Ana"_s, true}),
                          NoticeStore::mute(w, Guild, imported, true)}) {
                        if (!status)
                            return status;
                    }
                    NoticeRow notice;
                    notice.guild = Guild;
                    notice.subject = u"event/1"_s;
                    if (const auto queued = NoticeStore::queue(w, notice, Now); !queued)
                        return queued.error();
                    const auto ended = w.finishImport(*import, 1, 0, {}, {Ana, u"Ana"_s, true});
                    return ended ? Status() : Status(ended.error());
                })
                .ok());
        // About this process's own session, or short-lived: another start makes them anew.
        const QSet<QString> leftBehind{u"meta"_s, u"identify_log"_s, u"registration_log"_s,
                                       u"pending_action"_s, u"interaction_done"_s};
        QMap<QString, qint64> rows;
        {
            QSqlQuery tables(store.database());
            QVERIFY(tables.exec(
                u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"_s));
            while (tables.next())
                rows.insert(tables.value(0).toString(), 0);
        }
        for (auto it = rows.begin(); it != rows.end(); ++it)
            *it = store.number(u"SELECT count(*) FROM "_s + it.key());
        for (const QString &table :
             {u"import_log"_s, u"import_guild"_s, u"import_ticket"_s, u"import_max_user"_s, u"import_list"_s,
              u"import_wipe"_s, u"notice_setting"_s, u"notice"_s, u"alarm_mute"_s})
            QVERIFY2(rows.value(table) > 0, qPrintable(table));
        const qint64 root =
            store.number(u"SELECT rootpage FROM sqlite_schema WHERE name = 'ticket_opened'"_s);
        store.close();
        destroyPages(store.path(), int(root), 1);
        QVERIFY(recoverDatabase(DatabaseFile(store.path()), store.clock).ok());
        store.open();
        for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
            // The recovery itself adds its gap and a line of the history, for each server.
            const qint64 more =
                it.key() == "history"_L1 || it.key() == "coverage_gap"_L1 ? rows[u"guild"_s] : 0;
            if (!leftBehind.contains(it.key()))
                QCOMPARE(std::pair(it.key(), store.number(u"SELECT count(*) FROM "_s + it.key())),
                         std::pair(it.key(), *it + more));
        }
        // And the import can still be undone.
        QVERIFY(store.write([](Writer &w) { return w.undoImport(1, {Ana, u"Ana"_s, true}); }).ok());
        QVERIFY(!store.reader().ticket(Guild, imported));
    }

    // An import that was undone after the backup does not come back with it.
    void whatWasUndoneSinceTheBackupStaysUndone()
    {
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        const ChannelId imported = idAt<ChannelId>(Now - 2 * DayMs, 5);
        const auto bring = [&](Writer &w) -> Status {
            const auto import = w.beginImport({Ana, u"Ana"_s, true}, u"tickets.db"_s, {});
            Fact::Ticket opened;
            opened.ticket = imported;
            opened.quality = Quality::Legacy;
            opened.openedAtMs = Now - 2 * DayMs;
            if (const auto done = w.importTicket(*import, Guild, imported, {{Guild, opened}}); !done)
                return done.error();
            const auto ended = w.finishImport(*import, 1, 0, {}, {Ana, u"Ana"_s, true});
            return ended ? Status() : Status(ended.error());
        };
        QVERIFY(store.write(bring).ok());
        QVERIFY(Backups(DatabaseFile(store.path()), store.clock).make(u"daily"_s).ok());
        QVERIFY(store.write([](Writer &w) { return w.undoImport(1, {Ana, u"Ana"_s, true}); }).ok());
        const qint64 root =
            store.number(u"SELECT rootpage FROM sqlite_schema WHERE name = 'ticket_opened'"_s);
        store.close();
        destroyPages(store.path(), int(root), 1);
        QVERIFY(recoverDatabase(DatabaseFile(store.path()), store.clock).ok());
        store.open();
        QVERIFY(!store.reader().ticket(Guild, imported));
        QCOMPARE(store.number(u"SELECT count(*) FROM ticket"_s), 1);
        QCOMPARE(store.number(u"SELECT count(*) FROM pragma_foreign_key_check"_s), 0);
    }

    void whatCannotBeRecoveredIsLeftAlone()
    {
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        store.close();
        {
            QFile file(store.path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(50000, 'x'));
        }
        StorageOptions options;
        options.dataDir = store.folder();
        options.clock = store.clock;
        Storage storage;
        const Status opened = storage.open(options);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, ErrorKind::Corrupt);
        QFile file(store.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(50000, 'x'));
        QVERIFY(QDir(store.folder()).entryList({u"quarantine-*"_s}, QDir::Dirs).isEmpty());
    }

    void settingsTakenAwaySinceTheBackupStayAway()
    {
        Store store;
        for (int hour = 1; hour <= 40; ++hour)
            store.apply(wholeTicket(Now - hour * HourMs));
        QVERIFY(store.write([](Writer &w) { return w.addMaxUser(Guild, Ben, u"ben"_s, {}); }).ok());
        QVERIFY(Backups(DatabaseFile(store.path()), store.clock).make(u"daily"_s).ok());
        QVERIFY(store.write([](Writer &w) { return w.removeMaxUser(Guild, Ben, {}); }).ok());
        const qint64 root =
            store.number(u"SELECT rootpage FROM sqlite_schema WHERE name = 'ticket_opened'"_s);
        store.close();
        destroyPages(store.path(), int(root), 1);
        QVERIFY(recoverDatabase(DatabaseFile(store.path()), store.clock).ok());
        store.open();
        QVERIFY(store.reader().maxUsers(Guild).isEmpty());
    }

    // SQLITE_CORRUPT while running: the storage mends itself and what was queued is not lost.
    void damageWhileRunningIsMended()
    {
        Store store;
        for (int hour = 1; hour <= 60; ++hour)
            store.apply(wholeTicket(Now - hour * HourMs));
        const qint64 root = store.number(u"SELECT rootpage FROM sqlite_schema WHERE name = 'ticket'"_s);
        store.close();
        StorageOptions options;
        options.dataDir = store.folder();
        options.clock = store.clock;
        Storage storage;
        QVERIFY(storage.open(options).ok());
        QObject asker;
        std::optional<Result<BackupInfo>> backup;
        storage.backUp(&asker, u"daily"_s, [&](Result<BackupInfo> made) { backup = made; });
        QTRY_VERIFY(backup && backup->ok());
        // Managers are told of what happens after it as well (K-02).
        std::optional<Status> ruled;
        storage.write(
            &asker,
            [](Writer &writer) -> Status {
                writer.setNoticeRules(Guild, {true, false, false});
                return {};
            },
            [&](const Status &status) { ruled = status; });
        QTRY_VERIFY(ruled && ruled->ok());
        QVector<StorageTrouble::Kind> troubles;
        connect(&storage, &Storage::troubleChanged, this,
                [&troubles](const StorageTrouble &trouble) { troubles += trouble.kind; });
        QSignalSpy recovered(&storage, &Storage::databaseRecovered);
        // Another connection's checkpointed page; the cache of the writer learns of it by the changed file.
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"another-program"_s);
            other.setDatabaseName(store.path());
            QVERIFY(other.open());
            QVERIFY(execute(other, u"INSERT INTO meta (key, value) VALUES ('touched', 'yes')"_s).ok());
            QVERIFY(execute(other, u"PRAGMA wal_checkpoint(TRUNCATE)"_s).ok());
            other.close();
        }
        QSqlDatabase::removeDatabase(u"another-program"_s);
        destroyPages(store.path(), int(root), 1);
        storage.enqueue(wholeTicket(Now - MinuteMs));
        QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 20000);
        std::optional<qsizetype> rows;
        storage.readAfterFlush(
            &asker,
            [](const Reader &r) {
                return r.ticketRows(Guild, {}, {0, Now + DayMs}).size();
            },
            [&](qsizetype count) { rows = count; });
        QTRY_VERIFY(rows);
        QCOMPARE(*rows, 61);
        std::optional<qsizetype> notices;
        storage.readAfterFlush(
            &asker, [](const Reader &r) { return NoticeStore::waiting(r, Guild).size(); },
            [&](qsizetype count) { notices = count; });
        QTRY_VERIFY(notices);
        QCOMPARE(*notices, 1);
        // It was a problem with the data as long as it took, and told as one.
        QTRY_COMPARE(troubles, (QVector{StorageTrouble::Kind::Corrupt, StorageTrouble::Kind::None}));
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
