// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/pythondatabase.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// MIGRATION "Database", FAULTS TM-21: all generations are read, a hostile or damaged file has no effect
// beyond its error.
class tst_PythonDatabase : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void readsTheOldestGeneration();
    void readsTheNewestGeneration();
    void toleratesTextNullsAndNonsense();
    void theSourceStaysByteIdentical();
    void ignoresViewsVirtualTablesAndTriggers();
    void refusesWhatIsNoDatabase_data();
    void refusesWhatIsNoDatabase();
    void aDamagedFileIsOneClearError();

private:
    QString make(const QStringList &statements);
    std::unique_ptr<QTemporaryDir> m_dir;
};

QString tst_PythonDatabase::make(const QStringList &statements)
{
    const QString path = m_dir->filePath(u"tickets.db"_s);
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"make"_s);
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("cannot make the fixture");
        QSqlQuery query(db);
        for (const QString &sql : statements) {
            if (!query.exec(sql))
                qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(u"make"_s);
    return path;
}

static QVector<PythonDatabase::Ticket> allTickets(const PythonDatabase &db)
{
    QVector<PythonDatabase::Ticket> result;
    const Status status = db.tickets([&](const PythonDatabase::Ticket &ticket) {
        result.append(ticket);
        return true;
    });
    if (!status)
        qFatal("%s", qPrintable(status.error().detail));
    return result;
}

void tst_PythonDatabase::readsTheOldestGeneration()
{
    PythonDatabase db;
    QVERIFY(
        db
            .open(make(
                {u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER)"_s,
                 u"INSERT INTO tickets VALUES (20, 1700000000, NULL), (10, 1600000000, 1600000060)"_s}))
            .ok());
    const auto tickets = allTickets(db);
    QCOMPARE(tickets.size(), 2);
    QCOMPARE(tickets.at(0).channel, 10);
    QCOMPARE(tickets.at(0).closedAtMs, 1600000060'000);
    QCOMPARE(tickets.at(1).closedAtMs, 0);
    QVERIFY(tickets.at(1).category.isEmpty());
    PythonDatabase::Message message;
    auto cursor = db.messages();
    QVERIFY(!cursor.next(&message));
    QVERIFY(!cursor.failure());
    QVERIFY(db.wipes().isEmpty());
}

void tst_PythonDatabase::readsTheNewestGeneration()
{
    PythonDatabase db;
    QVERIFY(
        db
            .open(make(
                {u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER, category TEXT, opened_by INTEGER, closed_by INTEGER, close_reason TEXT, transcript_url TEXT, extra TEXT)"_s,
                 u"INSERT INTO tickets VALUES (10, 1600000000, 1600000060, 'Appeals', 5, 0, 'N/A', 'https://dashboard.tickets.bot/manage/990000000000000001/transcripts/view/4', 'x')"_s,
                 u"INSERT INTO tickets VALUES (11, 1600000000, 1600000060, NULL, 0, 6, 'Resolved', 'http://evil.example/', 'x')"_s,
                 u"CREATE TABLE messages(id INTEGER PRIMARY KEY, channel_id INTEGER, author_id INTEGER, is_staff INTEGER, timestamp INTEGER)"_s,
                 u"INSERT INTO messages VALUES (1, 10, 7, 1, 1600000030), (2, 10, 5, 0, 1600000010), (3, 9, 5, 0, 1600000010)"_s,
                 u"CREATE TABLE wipe_log(id INTEGER PRIMARY KEY, wiped_by INTEGER, cutoff_days INTEGER, deleted_tickets INTEGER, timestamp INTEGER)"_s,
                 u"INSERT INTO wipe_log VALUES (1, 7, 30, 12, 1600000000)"_s,
                 u"CREATE TABLE privileged_users(user_id INTEGER PRIMARY KEY)"_s,
                 u"INSERT INTO privileged_users VALUES (0), (42)"_s,
                 u"CREATE TABLE summary_settings(guild_id INTEGER PRIMARY KEY, channel_id INTEGER, frequency_minutes INTEGER, last_sent_at INTEGER)"_s,
                 u"INSERT INTO summary_settings VALUES (990000000000000001, 3, 720, 0)"_s}))
            .ok());
    const auto tickets = allTickets(db);
    QCOMPARE(tickets.at(0).guild, GuildId(990000000000000001));
    QCOMPARE(tickets.at(0).openedBy, UserId(5));
    QCOMPARE(tickets.at(0).closedBy, UserId()); // 0 means unknown
    QVERIFY(tickets.at(0).closeReason.isEmpty()); // a placeholder
    QCOMPARE(tickets.at(1).closeReason, u"Resolved"_s);
    QVERIFY(tickets.at(1).transcriptUrl.isEmpty()); // https only
    auto cursor = db.messages();
    PythonDatabase::Message message;
    QVector<qint64> rows;
    while (cursor.next(&message))
        rows.append(message.row);
    QCOMPARE(rows.first(), 3); // by channel, so that tickets can be walked beside them
    QCOMPARE(rows.size(), 3);
    int dropped = 0;
    QCOMPARE(db.privilegedUsers(&dropped), QVector<UserId>{UserId(42)});
    QCOMPARE(dropped, 1);
    QCOMPARE(db.summaries().first().guild, GuildId(990000000000000001));
    QCOMPARE(db.wipes().first().tickets, 12);
}

void tst_PythonDatabase::toleratesTextNullsAndNonsense()
{
    PythonDatabase db;
    QVERIFY(
        db
            .open(make(
                {u"CREATE TABLE tickets(channel_id, opened_at, closed_at, category)"_s,
                 u"INSERT INTO tickets VALUES ('123', '1600000000', 'soon', 5), (NULL, NULL, NULL, NULL), (-4, 1e300, x'00', ''), (0, -5, 0, char(0))"_s}))
            .ok());
    const auto tickets = allTickets(db);
    QCOMPARE(tickets.size(), 4);
    QCOMPARE(tickets.last().channel, 123);
    QCOMPARE(tickets.last().openedAtMs, 1600000000'000);
    QCOMPARE(tickets.last().closedAtMs, 0);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(tickets.at(i).channel <= 0);
        QCOMPARE(tickets.at(i).openedAtMs, 0);
    }
}

// UX checklist 10; also when the bot was killed and left a write-ahead log behind.
void tst_PythonDatabase::theSourceStaysByteIdentical()
{
    const QString path =
        make({u"PRAGMA journal_mode=WAL"_s,
              u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER)"_s,
              u"INSERT INTO tickets VALUES (1, 1600000000, NULL)"_s});
    const auto hash = [&] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read the fixture");
        return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
    };
    const QByteArray before = hash();
    {
        PythonDatabase db;
        QVERIFY(db.open(path).ok());
        QCOMPARE(allTickets(db).size(), 1);
    }
    QCOMPARE(hash(), before);
    QVERIFY(!QFile::exists(path + u"-shm"_s));
}

void tst_PythonDatabase::ignoresViewsVirtualTablesAndTriggers()
{
    PythonDatabase db;
    QVERIFY(
        db
            .open(make(
                {u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER, category TEXT GENERATED ALWAYS AS (hex(channel_id)) VIRTUAL)"_s,
                 u"INSERT INTO tickets VALUES (1, 1600000000, NULL)"_s,
                 u"CREATE VIEW messages AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 1 AS channel_id, 1 AS author_id, 1 AS is_staff, 1 AS timestamp FROM n"_s,
                 u"CREATE VIRTUAL TABLE privileged_users USING fts5(user_id)"_s,
                 u"CREATE TRIGGER t AFTER INSERT ON tickets BEGIN DELETE FROM tickets; END"_s}))
            .ok());
    QVERIFY(!db.has(u"messages"_s));
    QVERIFY(!db.has(u"privileged_users"_s));
    QVERIFY(!db.hasColumn(u"tickets"_s, u"category"_s));
    QCOMPARE(allTickets(db).size(), 1);
    QVERIFY(db.ignoredTables().contains(u"messages"_s));
}

void tst_PythonDatabase::refusesWhatIsNoDatabase_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello, this is a text file that is long enough");
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("header and noise") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x');
}

void tst_PythonDatabase::refusesWhatIsNoDatabase()
{
    QFETCH(QByteArray, content);
    QFile file(m_dir->filePath(u"x.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    PythonDatabase db;
    const Status status = db.open(file.fileName());
    QVERIFY(!status.ok());
    QVERIFY2(status.error().text.contains(file.fileName()), qPrintable(status.error().text));
}

void tst_PythonDatabase::aDamagedFileIsOneClearError()
{
    QStringList statements{
        u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER, category TEXT)"_s};
    for (int i = 1; i <= 2000; ++i)
        statements.append(u"INSERT INTO tickets VALUES (%1, 1600000000, NULL, 'Appeals')"_s.arg(i));
    statements.prepend(u"PRAGMA synchronous=OFF"_s);
    const QString path = make(statements);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    QRandomGenerator dice(7);
    int refused = 0;
    for (int round = 0; round < 60; ++round) {
        QByteArray broken = whole;
        if (round % 3 == 0)
            broken.truncate(int(dice.bounded(quint32(broken.size()))));
        else
            for (int i = 0; i < 400; ++i)
                broken[int(dice.bounded(quint32(broken.size())))] = char(dice.bounded(256u));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(broken);
        file.close();
        PythonDatabase db;
        const Status status = db.open(path);
        if (!status) {
            ++refused;
            QVERIFY(!status.error().text.isEmpty());
        } else {
            const Status walked = db.tickets([](const PythonDatabase::Ticket &) { return true; });
            QVERIFY(walked.ok() || !walked.error().text.isEmpty());
        }
    }
    QVERIFY(refused > 30);
}

QTEST_GUILESS_MAIN(tst_PythonDatabase)
#include "tst_pythondatabase.moc"
