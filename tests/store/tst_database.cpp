// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetesting.h"

using namespace StoreTesting;

class DatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void statementsAreSplitAtTheirEnds()
    {
        const QString script =
            u"-- a; comment\nCREATE TABLE a (b TEXT DEFAULT ';''x'); -- more\nCREATE TRIGGER t BEFORE UPDATE "
            "ON a BEGIN\n SELECT 1;\n SELECT 2;\nEND;\n\nINSERT INTO a VALUES ('END')"_s;
        const QStringList statements = splitStatements(script);
        QCOMPARE(statements.size(), 3);
        QVERIFY(statements.at(0).endsWith(u"';''x')"_s));
        QVERIFY(statements.at(1).endsWith(u"END"_s));
        QCOMPARE(statements.at(2), u"INSERT INTO a VALUES ('END')"_s);
    }

    // S-02, S-06, TM-25
    void aNewDatabaseIsPrivateAndHasTheAgreedPragmas()
    {
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup
            | QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
        QCOMPARE(QFileInfo(store.folder()).permissions() & others, QFile::Permissions());
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
            QVERIFY(QFileInfo::exists(store.path() + suffix));
            QCOMPARE(QFileInfo(store.path() + suffix).permissions() & others, QFile::Permissions());
        }
        QCOMPARE(store.number(u"PRAGMA application_id"_s), DatabaseFile::ApplicationId);
        QCOMPARE(store.number(u"PRAGMA user_version"_s), DatabaseFile::knownSchema().size());
        QCOMPARE(store.number(u"PRAGMA synchronous"_s), 2); // FULL
        QCOMPARE(store.number(u"PRAGMA foreign_keys"_s), 1);
        QCOMPARE(store.number(u"PRAGMA trusted_schema"_s), 0);
        QCOMPARE(store.number(u"PRAGMA cell_size_check"_s), 1);
        QCOMPARE(store.number(u"PRAGMA busy_timeout"_s), 2000);
        QCOMPARE(store.number(u"PRAGMA wal_autocheckpoint"_s), 1000);
        QCOMPARE(store.number(u"PRAGMA journal_size_limit"_s), 67108864);
        QCOMPARE(store.number(u"SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"_s), 1);
        QVERIFY(!DatabaseFile::uuid(store.database()).isEmpty());
    }

    void everyTableIsStrict()
    {
        Store store;
        QCOMPARE(
            store.number(u"SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                         "AND strict = 0 AND name NOT LIKE 'sqlite_%'"_s),
            0);
        QVERIFY(store.number(u"SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 1"_s)
                > 15);
    }

    void aReadingConnectionCannotWrite()
    {
        Store store;
        const auto reading = DatabaseFile(store.path()).openForReading();
        QVERIFY(reading.ok());
        const Status written =
            execute(reading->database(), u"INSERT INTO meta (key, value) VALUES ('a', 'b')"_s);
        QVERIFY(!written.ok());
        QCOMPARE(sqliteCode(written.error()), 8);
    }

    // S-06: SQLite would take each of these for a new database.
    void aKnownDatabaseThatIsGoneIsNeverReplacedByAnEmptyOne_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("missing") << 0;
        QTest::newRow("empty") << 1;
        QTest::newRow("another") << 2;
    }
    void aKnownDatabaseThatIsGoneIsNeverReplacedByAnEmptyOne()
    {
        QFETCH(int, what);
        QTemporaryDir folder;
        const DatabaseFile file = DatabaseFile::inFolder(folder.filePath(u"data"_s));
        DatabaseFile::WriterOptions options;
        if (what == 2)
            QVERIFY(file.openForWriting(options).ok());
        if (what == 1) {
            QDir().mkpath(QFileInfo(file.path()).path());
            QVERIFY(QFile(file.path()).open(QIODevice::WriteOnly));
        }
        const qint64 sizeBefore = QFileInfo(file.path()).size();
        options.expectedUuid = u"11111111-2222-3333-4444-555555555555"_s;
        const auto opened = file.openForWriting(options);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, ErrorKind::Corrupt);
        QCOMPARE(QFileInfo(file.path()).size(), sizeBefore);
        QCOMPARE(QFileInfo::exists(file.path()), what != 0);
    }

    // S-10, F-59
    void aNewerSchemaIsRefusedAndLeftAsItIs()
    {
        Store store;
        QCOMPARE(store.error(u"PRAGMA user_version=99"_s), QString());
        store.close();
        QFile file(store.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        const auto opened = DatabaseFile(store.path()).openForWriting({});
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, ErrorKind::Newer);
        const auto reading = DatabaseFile(store.path()).openForReading();
        QVERIFY(!reading.ok());
        QCOMPARE(reading.error().kind, ErrorKind::Newer);
        QVERIFY(DatabaseFile(store.path()).openForReading(true).ok()); // to show what can be shown
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    void aForeignFileIsRefused_data()
    {
        QTest::addColumn<bool>("database");
        QTest::newRow("a text file") << false;
        QTest::newRow("another program's database") << true;
    }
    void aForeignFileIsRefused()
    {
        QFETCH(bool, database);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"ticket-assistant.db"_s);
        if (database) {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(path);
            QVERIFY(other.open());
            QVERIFY(execute(other, u"CREATE TABLE tickets (a)"_s).ok());
            other.close();
        } else {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(5000, 'x'));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        const auto opened = DatabaseFile(path).openForWriting({});
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, ErrorKind::Corrupt);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
