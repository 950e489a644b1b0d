// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datacommands.h"
#include "bot/migration/pythonimport.h"
#include "bot/store/gaps.h"
#include "bot/store/importrows.h"
#include "tests/store/storetesting.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QStandardPaths>

using namespace StoreTesting;

// MIGRATION, INTERFACE "import": what comes out of `stats --json` after importing, that the source stays as it is, that an
// import can be repeated and undone, and that a hostile file is one clear error.
class tst_PythonImport : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void numbersComeOutAsExpected_data();
    void numbersComeOutAsExpected();
    void theCommandReadsSettingsOfBothShapes_data();
    void theCommandReadsSettingsOfBothShapes();
    void olderGenerationsAreTakenAsTheyAre_data();
    void olderGenerationsAreTakenAsTheyAre();
    void importingTwiceIsImportingOnce();
    void aLaterCopyAddsWhatIsNew();
    void aDryRunWritesNothing();
    void theSourceStaysByteIdentical_data();
    void theSourceStaysByteIdentical();
    void aTransactionThatBrokeOffCountsForNothing();
    void withoutAServerNothingIsWritten();
    void rowsOfSeveralServersStayApart();
    void nonsenseIsCountedAndHarmless();
    void damagedAndForeignFilesAreOneClearError_data();
    void damagedAndForeignFilesAreOneClearError();
    void aFolderInUseIsNotImportedInto();
    void undoingIsOneStepBackToWhatWas();
    void undoingKeepsWhatDiscordTold();
    void undoneImportsGoLastFirst();
    void sinceTheNewestRecordNobodyLooked();
    void whatWasWipedStaysWiped();
    void whatIsReadAgainFromDiscordCountsOnce();
    void legacyCategoriesBecomeTheRealOnes();
    void importedUsersWaitForConfirmation();
    void matchedRolesAreUndoneWithTheImport();
    void everyTicketMayHaveACategoryOfItsOwn();
    void cancellingChangesNothing();

private:
    CommandOutcome run(QStringList words) const;
    QJsonObject json(const QStringList &words) const;
    QString fixture(const QString &name) const { return QStringLiteral(TA_TEST_DATA "/python-bot/") + name; }
    QString make(const QString &name, const QStringList &statements) const;
    Result<ImportReport> bring(Store &store, const ImportOptions &options) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    Clock m_clock = Clock::system();
};

namespace {

const QString server = u"990000000000000001"_s;

QByteArray treeHash(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    files.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &path : std::as_const(files)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(path));
        hash.addData(path.toUtf8());
        hash.addData(file.readAll());
    }
    return hash.result();
}

// Numbers as one line: opened closed start/end peak | first response mean n median unanswered | resolution mean n median
// | cohort mean n | messages mean total | next response mean n | invalid
QString numbers(const QJsonObject &stats)
{
    const auto figure = [](const QJsonValue &value) {
        return value.isNull() ? u"-"_s : QString::number(value.toDouble(), 'f', 3);
    };
    const auto at = [&](const char *part, const char *name) {
        return stats[QLatin1String(part)].toObject()[QLatin1String(name)];
    };
    const auto count = [&](const char *part, const char *name) {
        return QString::number(at(part, name).toInt());
    };
    QStringList cells;
    for (const char *name : {"opened", "closed", "open_at_start", "open_at_end"})
        cells += QString::number(stats[QLatin1String(name)].toInt());
    cells += count("peak_concurrent", "max");
    cells += {figure(at("first_response", "mean_s")),
              count("first_response", "n"),
              figure(at("first_response", "median_s")),
              count("first_response", "unanswered"),
              figure(at("resolution", "mean_s")),
              count("resolution", "n"),
              figure(at("resolution", "median_s")),
              figure(at("resolution_opened_cohort", "mean_s")),
              count("resolution_opened_cohort", "n"),
              figure(at("messages_per_ticket", "mean")),
              count("messages_per_ticket", "total"),
              figure(at("next_response", "mean_s")),
              count("next_response", "n")};
    cells += QString::number(stats[u"invalid"_s].toInt());
    return cells.join(u' ');
}

QStringList schemaV1()
{
    return {
        u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER, category TEXT)"_s,
        u"CREATE TABLE messages(id INTEGER PRIMARY KEY AUTOINCREMENT, channel_id INTEGER, author_id INTEGER, is_staff INTEGER, timestamp INTEGER)"_s};
}

ImportOptions sources(const QStringList &paths)
{
    ImportOptions options;
    options.paths = paths;
    return options;
}

ImportOptions withSettings(const QStringList &paths, const StoredConfig &config)
{
    ImportOptions options = sources(paths);
    options.settings.insert(Guild, config);
    return options;
}

// A ticket opened at that time, as the Python bot's row would have it.
ChannelId channelAt(UtcMs ms)
{
    return idAt<ChannelId>(ms - 2000, 40);
}

} // namespace

void tst_PythonImport::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock.utc = [] { return Now; };
}

CommandOutcome tst_PythonImport::run(QStringList words) const
{
    words = QStringList{u"--data-dir"_s, m_dir->filePath(u"data"_s)} + words;
    const Result<CommandLine> line = CommandLine::parse(words);
    if (!line)
        return {ExitCode::WrongUse, {}, line.error().text};
    return runDataCommand(*line, m_clock);
}

QJsonObject tst_PythonImport::json(const QStringList &words) const
{
    const CommandOutcome outcome = run(words);
    if (outcome.code != ExitCode::Stopped)
        qWarning().noquote() << words << outcome.error;
    return QJsonDocument::fromJson(outcome.output).object();
}

QString tst_PythonImport::make(const QString &name, const QStringList &statements) const
{
    const QString path = m_dir->filePath(name);
    QFile::remove(path);
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"make"_s);
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("cannot make the source");
        QSqlQuery query(db);
        for (const QString &sql : statements) {
            if (!query.exec(sql))
                qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(u"make"_s);
    return path;
}

Result<ImportReport> tst_PythonImport::bring(Store &store, const ImportOptions &given) const
{
    ImportOptions options = given;
    if (!options.categories)
        options.categories = [&store](GuildId guild) { return store.reader().categories(guild); };
    if (!options.defaultGuild)
        options.defaultGuild = Guild;
    PythonImport import(options);
    return store.write([&](Writer &w) { return import.run(w, {Ana, u"Ana"_s, true}, u"backup.db"_s); });
}

void tst_PythonImport::numbersComeOutAsExpected_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("window");
    QTest::addColumn<QString>("expected");
    const QStringList week{u"--days"_s, u"7"_s};
    QTest::newRow("v2.0, all")
        << u"tickets-v2.0.db"_s << week
        << u"17 15 3 4 7 856.357 14 380.000 3 226832.000 15 10800.000 10454.538 13 3.412 58 879.273 22 1"_s;
    QTest::newRow("v2.0, General Tickets")
        << u"tickets-v2.0.db"_s << QStringList{u"--days"_s, u"7"_s, u"--category"_s, u"general tickets"_s}
        << u"8 9 2 1 3 1559.000 6 440.000 2 370873.333 9 10800.000 10184.143 7 3.750 30 1506.273 11 0"_s;
    QTest::newRow("v1.1, all")
        << u"tickets-v1.1.db"_s << week
        << u"17 15 3 4 7 813.500 14 360.000 3 226832.000 15 10800.000 10454.538 13 3.412 58 892.571 21 1"_s;
    // Worked out with a short program of its own from the same rows: 30 and 90 days reach a burst of messages within one
    // second, which count in the order in which they were written.
    QTest::newRow("v2.0, 30 days")
        << u"tickets-v2.0.db"_s << QStringList{u"--days"_s, u"30"_s}
        << u"34 32 3 4 7 2820.581 31 1226.000 3 114589.563 32 13016.000 14108.833 30 9.676 329 1550.638 94 1"_s;
    QTest::newRow("v1.1, 90 days")
        << u"tickets-v1.1.db"_s << QStringList{u"--days"_s, u"90"_s}
        << u"59 54 0 4 7 3818.927 55 2837.000 4 75274.685 54 13560.000 75274.685 54 10.458 617 1900.101 178 1"_s;
}

void tst_PythonImport::numbersComeOutAsExpected()
{
    QFETCH(QString, file);
    QFETCH(QStringList, window);
    QFETCH(QString, expected);
    const QJsonObject report = json({u"import"_s, fixture(file), u"--guild"_s, server, u"--json"_s});
    const QJsonObject tickets = report[u"tickets"_s].toObject();
    QCOMPARE(tickets[u"in"_s].toInt(), 59);
    QCOMPARE(tickets[u"taken"_s].toInt(), 59);
    QCOMPARE(tickets[u"open"_s].toInt(), 4);
    QCOMPARE(tickets[u"closed_before_opened"_s].toInt(), 1);
    QCOMPARE(tickets[u"without_category"_s].toInt(), 1);
    const QJsonObject messages = report[u"messages"_s].toObject();
    QCOMPARE(messages[u"in"_s].toInt(), 648);
    QCOMPARE(messages[u"by_bots"_s].toInt(), 21);
    QCOMPARE(messages[u"quarantined"_s].toInt(), 9);
    QCOMPARE(messages[u"taken"_s].toInt() - messages[u"by_bots"_s].toInt(), 618);
    QCOMPARE(report[u"wipes"_s].toInt(), 3);
    QCOMPARE(report[u"privileged_users"_s].toObject()[u"taken"_s].toInt(), 2);
    QCOMPARE(report[u"privileged_users"_s].toObject()[u"dropped"_s].toInt(), file.contains(u"1.1"_s) ? 1 : 0);

    const QJsonObject stats =
        json(QStringList{u"stats"_s, u"--until"_s, u"2026-04-15T12:00:00Z"_s, u"--json"_s} + window);
    QCOMPARE(stats[u"guild"_s].toString(), server);
    QCOMPARE(numbers(stats), expected);
    int sum = 0;
    for (const QJsonValue &row : stats[u"by_category"_s].toArray())
        sum += row[u"opened"_s].toInt();
    QCOMPARE(sum, stats[u"opened"_s].toInt()); // rows always add up to the total
}

void tst_PythonImport::theCommandReadsSettingsOfBothShapes_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("support");
    QTest::addColumn<QString>("access");
    QTest::newRow("one file") << u"config-v1.1"_s << u"Owner,Sr. Mod,Support"_s << u"Owner"_s;
    QTest::newRow("a folder") << u"config-v1.2"_s << QString() << u"Admin Permissions,Owner"_s;
}

void tst_PythonImport::theCommandReadsSettingsOfBothShapes()
{
    QFETCH(QString, folder);
    QFETCH(QString, support);
    QFETCH(QString, access);
    const auto list = [](const QJsonValue &value) {
        QStringList entries;
        for (const QJsonValue &entry : value.toArray())
            entries.append(entry.toString());
        return entries.join(u',');
    };
    const CommandOutcome outcome =
        run({u"import"_s, fixture(folder), u"--guild"_s, server, u"--dry-run"_s, u"--json"_s});
    QCOMPARE(outcome.code, ExitCode::Stopped);
    const QJsonObject settings = QJsonDocument::fromJson(outcome.output).object()[u"settings"_s].toObject();
    QCOMPARE(list(settings[u"roles"_s][u"SUPPORT_ROLES"_s]), support);
    QCOMPARE(list(settings[u"roles"_s][u"MANAGE_USER_PERMS"_s]), access);
    QCOMPARE(list(settings[u"categories"_s]), u"Appeals,General Tickets,Player-Reports"_s);
    QCOMPARE(settings[u"token_found_in"_s].toString().isEmpty(), folder != "config-v1.2"_L1);
    QVERIFY(!outcome.output.contains("example-not-a-token")); // TM-01
    // The overrides of the newest database are part of the lists.
    const QJsonObject both =
        json({u"import"_s, fixture(folder), fixture(u"tickets-v2.0.db"_s), u"--dry-run"_s, u"--json"_s});
    const QString merged = list(both[u"settings"_s][u"roles"_s][u"SUPPORT_ROLES"_s]);
    QVERIFY2(merged.contains(u"Administrator"_s) && merged.count(u"Owner"_s) == 1, qPrintable(merged));
    QVERIFY2(list(both[u"not_imported"_s]).contains(u"dev_maintenance_passwords"_s), "named in the report");
}

void tst_PythonImport::olderGenerationsAreTakenAsTheyAre_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("expected");
    const UtcMs opened = Now - 2 * DayMs;
    const QString channel = channelAt(opened).toString();
    const QString at = QString::number(opened / 1000);
    const auto ticket = [&](const QString &columns, const QString &values) {
        return u"INSERT INTO tickets (channel_id, opened_at%1) VALUES (%2, %3%4)"_s.arg(columns, channel, at,
                                                                                        values);
    };
    const QStringList talk{
        u"INSERT INTO messages (channel_id, author_id, is_staff, timestamp) VALUES (%1, 5, 0, %2 + 10), (%1, 6, 1, %2 + 70)"_s
            .arg(channel, at)};
    const QString none = u"1 0 0 1 1 - 0 - 1 - 0 - - 0 0.000 0 - 0 0"_s;
    const QString answered = u"1 0 0 1 1 70.000 1 70.000 0 - 0 - - 0 2.000 2 60.000 1 0"_s;
    QTest::newRow("tickets without close and category")
        << QStringList{u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER)"_s,
                       ticket({}, {})}
        << none;
    QTest::newRow("no table of messages")
        << QStringList{schemaV1()[0], ticket(u", closed_at, category"_s, u", NULL, 'Appeals'"_s)} << none;
    QTest::newRow("columns that nobody knows")
        << QStringList{u"CREATE TABLE tickets(mood TEXT, channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER, stars REAL DEFAULT 3.5)"_s,
                       schemaV1()[1], ticket({}, {})}
            + talk
        << answered;
    QTest::newRow("messages without ids of their own")
        << QStringList{schemaV1()[0],
                       u"CREATE TABLE messages(channel_id INTEGER, author_id INTEGER, is_staff INTEGER, timestamp INTEGER)"_s,
                       ticket({}, {})}
            + talk
        << answered;
    QTest::newRow("text where numbers should be")
        << QStringList{u"CREATE TABLE tickets(channel_id TEXT, opened_at TEXT, closed_at TEXT, category TEXT)"_s,
                       u"CREATE TABLE messages(id TEXT, channel_id TEXT, author_id TEXT, is_staff TEXT, timestamp TEXT)"_s,
                       ticket({}, {})}
            + talk
        << answered;
    QTest::newRow("a time with a fraction")
        << QStringList{u"CREATE TABLE tickets(channel_id INTEGER, opened_at REAL, closed_at REAL, category TEXT)"_s,
                       u"CREATE TABLE messages(id INTEGER PRIMARY KEY, channel_id INTEGER, author_id INTEGER, is_staff INTEGER, timestamp REAL)"_s,
                       u"INSERT INTO tickets VALUES (%1, %2 + 0.25, NULL, NULL)"_s.arg(channel, at)}
            + talk
        << answered;
    QTest::newRow("without rowids") << QStringList{
        u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER) WITHOUT ROWID"_s,
        u"CREATE TABLE messages(id INTEGER PRIMARY KEY, channel_id INTEGER, author_id INTEGER, is_staff INTEGER, timestamp INTEGER) WITHOUT ROWID"_s,
        ticket({}, {}),
        u"INSERT INTO messages VALUES (1, %1, 5, 0, %2 + 10), (2, %1, 6, 1, %2 + 70)"_s.arg(
            channel, at)} << answered;
}

void tst_PythonImport::olderGenerationsAreTakenAsTheyAre()
{
    QFETCH(QStringList, statements);
    QFETCH(QString, expected);
    const QString path = make(u"tickets.db"_s, statements);
    const CommandOutcome imported = run({u"import"_s, path, u"--guild"_s, server});
    QVERIFY2(imported.code == ExitCode::Stopped, qPrintable(imported.error));
    QCOMPARE(numbers(json(
                 {u"stats"_s, u"--days"_s, u"7"_s, u"--until"_s, u"2026-04-15T12:00:00Z"_s, u"--json"_s})),
             expected);
}

void tst_PythonImport::importingTwiceIsImportingOnce()
{
    Store store;
    const auto first = bring(store, sources({fixture(u"tickets-v2.0.db"_s)}));
    QVERIFY2(first, first ? "" : qPrintable(first.error().text + first.error().detail));
    QCOMPARE(first->ticketsNew, 59);
    const QStringList once = store.dump();
    store.nowMs += DayMs;
    const auto second = bring(store, sources({fixture(u"tickets-v2.0.db"_s)}));
    QVERIFY(second);
    QVERIFY(!second->anythingNew());
    QCOMPARE(second->ticketsNew + second->ticketsChanged, 0);
    QCOMPARE(store.dump(), once);
    QCOMPARE(readImports(store.database()).size(), 1); // nothing to undo a second time
    // The older copy of the same history adds nothing either.
    const auto older = bring(store, sources({fixture(u"tickets-v1.1.db"_s)}));
    QVERIFY(older);
    QCOMPARE(older->ticketsNew, 0);
    QCOMPARE(store.dump(), once);
}

void tst_PythonImport::aLaterCopyAddsWhatIsNew()
{
    const UtcMs opened = Now - 2 * DayMs;
    const QString channel = channelAt(opened).toString();
    const QString at = QString::number(opened / 1000);
    QStringList rows =
        schemaV1() << u"INSERT INTO tickets VALUES (%1, %2, NULL, 'Appeals')"_s.arg(channel, at)
                   << u"INSERT INTO messages VALUES (1, %1, 5, 0, %2 + 10)"_s.arg(channel, at);
    Store store;
    QVERIFY(bring(store, sources({make(u"tickets.db"_s, rows)})));
    const QStringList before = store.dump();
    const QStringList later = rows << u"UPDATE tickets SET closed_at = %1 + 600"_s.arg(at)
                                   << u"INSERT INTO messages VALUES (2, %1, 6, 1, %2 + 70)"_s.arg(channel, at)
                                   << u"INSERT INTO tickets VALUES (%1, %2, NULL, 'Appeals')"_s
                                          .arg(channelAt(opened + HourMs).toString())
                                          .arg(opened / 1000 + 3600);
    const auto second = bring(store, sources({make(u"later.db"_s, later)}));
    QVERIFY(second);
    QCOMPARE(second->ticketsNew, 1);
    QCOMPARE(second->ticketsChanged, 1);
    QCOMPARE(store.number(u"SELECT count(*) FROM message"_s), 2);
    QCOMPARE(store.number(u"SELECT count(*) FROM ticket WHERE is_open = 1"_s), 1);
    // An older copy never removes a close.
    const QStringList after = store.dump();
    QVERIFY(bring(store, sources({make(u"tickets.db"_s, rows.mid(0, 4))})));
    QCOMPARE(store.dump(), after);
    // Only the later import is undone.
    QVERIFY(store.write([&](Writer &w) { return w.undoImport(second->importId, {Ana, u"Ana"_s, true}); }));
    QCOMPARE(store.dump(), before);
}

void tst_PythonImport::aDryRunWritesNothing()
{
    const QString data = m_dir->filePath(u"data"_s);
    const CommandOutcome outcome = run({u"import"_s, fixture(u"tickets-v2.0.db"_s), u"--dry-run"_s});
    QCOMPARE(outcome.code, ExitCode::Stopped);
    QVERIFY2(outcome.output.contains("59 tickets") && outcome.output.contains("nothing was written"),
             outcome.output.constData());
    QVERIFY(!QFileInfo::exists(data));
    // Beside a database, and beside a running bot.
    QCOMPARE(run({u"import"_s, fixture(u"tickets-v1.1.db"_s), u"--guild"_s, server}).code, ExitCode::Stopped);
    Store running(data);
    QLockFile lock(DatabaseFile::inFolder(data).lockPath());
    QVERIFY(lock.tryLock(0));
    const QStringList before = running.dump();
    QCOMPARE(run({u"import"_s, fixture(u"tickets-v2.0.db"_s), u"--dry-run"_s, u"--json"_s}).code,
             ExitCode::Stopped);
    QCOMPARE(running.dump(), before);
}

void tst_PythonImport::theSourceStaysByteIdentical_data()
{
    QTest::addColumn<QString>("journal");
    QTest::newRow("as it was stopped") << u"DELETE"_s;
    QTest::newRow("with a -wal beside it") << u"WAL"_s;
}

void tst_PythonImport::theSourceStaysByteIdentical()
{
    QFETCH(QString, journal);
    const QString folder = m_dir->filePath(u"bot"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString path = folder + u"/tickets.db"_s;
    QVERIFY(QFile::copy(fixture(u"tickets-v2.0.db"_s), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    {
        // The Python bot still has it open: what it wrote last stands in the -wal only.
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"python"_s);
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(u"PRAGMA journal_mode="_s + journal));
        QVERIFY(query.exec(
            u"UPDATE tickets SET category = 'Written last' WHERE channel_id = 1473670346178560040"_s));
        query.finish();
        QCOMPARE(QFileInfo::exists(path + u"-wal"_s), journal == "WAL"_L1);
        const QByteArray before = treeHash(folder);
        const CommandOutcome outcome = run({u"import"_s, folder});
        QVERIFY2(outcome.code == ExitCode::Stopped, qPrintable(outcome.error));
        QCOMPARE(treeHash(folder), before);
        QVERIFY(outcome.output.contains("Written last: 1"));
        db.close();
    }
    QSqlDatabase::removeDatabase(u"python"_s);
}

// The Python bot died in the middle of a write: the -journal beside the file says what was there before. It is rolled back in
// the copy; the source with its journal stays as it is.
void tst_PythonImport::aTransactionThatBrokeOffCountsForNothing()
{
    const QString whole = m_dir->filePath(u"whole.db"_s), folder = m_dir->filePath(u"bot"_s);
    const QString path = folder + u"/tickets.db"_s;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::copy(fixture(u"tickets-v2.0.db"_s), whole));
    QVERIFY(QFile::setPermissions(whole, QFile::ReadOwner | QFile::WriteOwner));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"python"_s);
        db.setDatabaseName(whole);
        QVERIFY(db.open());
        QSqlQuery query(db);
        // A cache of one page: what is changed goes to the file before the commit.
        for (const QString &sql :
             {u"PRAGMA journal_mode=DELETE"_s, u"PRAGMA cache_size=1"_s, u"PRAGMA cache_spill=1"_s,
              u"BEGIN"_s, u"UPDATE tickets SET category = 'Broke off', closed_at = 0"_s,
              u"UPDATE messages SET is_staff = 1, timestamp = timestamp + 9"_s}) {
            QVERIFY2(query.exec(sql), qPrintable(sql));
            query.finish();
        }
        QVERIFY(QFile::copy(whole, path));
        QVERIFY(QFile::copy(whole + u"-journal"_s, path + u"-journal"_s));
        QVERIFY(query.exec(u"ROLLBACK"_s));
        db.close();
    }
    QSqlDatabase::removeDatabase(u"python"_s);
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("Broke off")); // else this proves nothing
    const QByteArray before = treeHash(folder);
    const CommandOutcome outcome = run({u"import"_s, folder, u"--json"_s});
    QVERIFY2(outcome.code == ExitCode::Stopped, qPrintable(outcome.error));
    QVERIFY2(!outcome.output.contains("Broke off"), outcome.output.constData());
    QCOMPARE(treeHash(folder), before);
    const QJsonObject stats =
        json({u"stats"_s, u"--days"_s, u"7"_s, u"--until"_s, u"2026-04-15T12:00:00Z"_s, u"--json"_s});
    QCOMPARE(
        numbers(stats),
        u"17 15 3 4 7 856.357 14 380.000 3 226832.000 15 10800.000 10454.538 13 3.412 58 879.273 22 1"_s);
}

void tst_PythonImport::withoutAServerNothingIsWritten()
{
    const CommandOutcome outcome = run({u"import"_s, fixture(u"tickets-v1.1.db"_s)});
    QCOMPARE(outcome.code, ExitCode::WrongUse);
    QVERIFY2(outcome.error.contains(u"--guild"_s), qPrintable(outcome.error));
    QVERIFY(!QFileInfo::exists(m_dir->filePath(u"data"_s)));
    const QJsonObject preview =
        json({u"import"_s, fixture(u"tickets-v1.1.db"_s), u"--dry-run"_s, u"--json"_s});
    QVERIFY(preview[u"needs_guild"_s].toBool());
    QCOMPARE(preview[u"tickets"_s][u"in"_s].toInt(), 59);
}

void tst_PythonImport::rowsOfSeveralServersStayApart()
{
    const auto url = [](GuildId guild) {
        return u"https://dashboard.example/manage/%1/transcripts/view/1"_s.arg(guild.toString());
    };
    QStringList rows{
        u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER, category TEXT, transcript_url TEXT)"_s,
        schemaV1()[1]};
    for (int i = 0; i < 6; ++i) {
        const UtcMs opened = Now - DayMs + i * HourMs;
        rows +=
            u"INSERT INTO tickets VALUES (%1, %2, NULL, 'Appeals', '%3')"_s.arg(channelAt(opened).toString())
                .arg(opened / 1000)
                .arg(i < 2       ? url(Guild)
                         : i < 5 ? url(OtherGuild)
                                 : QString());
    }
    const QString path = make(u"tickets.db"_s, rows);
    QCOMPARE(run({u"import"_s, path}).code, ExitCode::WrongUse); // whose is the sixth?
    QVERIFY(!QFileInfo::exists(m_dir->filePath(u"data"_s)));
    QCOMPARE(run({u"import"_s, path, u"--guild"_s, server}).code, ExitCode::Stopped);
    for (const auto &[guild, count] : {std::pair(Guild, 3), std::pair(OtherGuild, 3)}) {
        const QJsonObject stats =
            json({u"stats"_s, u"--days"_s, u"7"_s, u"--until"_s, u"2026-04-15T12:00:00Z"_s, u"--guild"_s,
                  guild.toString(), u"--json"_s});
        QCOMPARE(stats[u"opened"_s].toInt(), count);
    }
    QCOMPARE(run({u"stats"_s, u"--days"_s, u"7"_s}).code, ExitCode::WrongUse); // several servers

    // Another server than those of the file is a problem where somebody said it, not where it is the one at hand.
    ImportOptions options;
    options.paths = {path};
    options.defaultGuild = GuildId(42);
    for (const bool said : {false, true}) {
        options.defaultWasSaid = said;
        const auto report = PythonImport(options).preview();
        QVERIFY(report);
        QCOMPARE(report->problems.join(u'\n').contains(u"not 42."_s), said);
    }
}

void tst_PythonImport::nonsenseIsCountedAndHarmless()
{
    const UtcMs opened = Now - 2 * DayMs;
    const QString channel = channelAt(opened).toString();
    const QString at = QString::number(opened / 1000);
    const auto other = [&](int hour) { return channelAt(opened + hour * HourMs).toString(); };
    const QString path = make(
        u"tickets.db"_s,
        {u"CREATE TABLE tickets(channel_id, opened_at, closed_at, category, opened_by, closed_by, close_reason, transcript_url)"_s,
         u"CREATE TABLE messages(id, channel_id, author_id, is_staff, timestamp)"_s,
         u"CREATE TABLE privileged_users(user_id)"_s,
         u"CREATE VIEW wipe_log AS SELECT 1 AS id, 2 AS wiped_by, 3 AS cutoff_days, 4 AS deleted_tickets, 5 AS timestamp"_s,
         u"INSERT INTO tickets (channel_id) VALUES (NULL), (0), (-5), ('abc'), (x'00ff'), (9.5e300), ('99999999999999999999')"_s,
         // listed twice, the second time with its close
         u"INSERT INTO tickets VALUES (%1, %2, NULL, 'A', 0, 0, 'None', 'javascript:alert(1)')"_s.arg(channel,
                                                                                                      at),
         u"INSERT INTO tickets VALUES ('%1', '%2', '%2', 'A', '7', NULL, 'N/A', 'http://x.example/manage/1/transcripts/2')"_s
             .arg(channel, at),
         u"INSERT INTO tickets VALUES (%1, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"_s.arg(
             other(1)), // estimated
         u"INSERT INTO tickets VALUES (%1, 'yesterday', -77, x'41', NULL, NULL, NULL, NULL)"_s.arg(
             other(2)), // closed before the epoch
         u"INSERT INTO tickets VALUES (%1, '2026-04-13 15:00:02', NULL, %2, NULL, NULL, NULL, NULL)"_s.arg(
             other(3), u"'"_s + QString(5000, u'x') + u"'"_s),
         u"INSERT INTO messages VALUES (1, %1, 5, 0, %2 + 10)"_s.arg(channel, at),
         u"INSERT INTO messages VALUES (NULL, %1, NULL, 'yes', '%2')"_s.arg(channel, at),
         u"INSERT INTO messages VALUES ('x', 'y', 'z', x'ff', NULL), (3, NULL, NULL, NULL, NULL), (4, 1e18, 5, 1, 1), (5, '９', 5, 1, 1)"_s,
         u"INSERT INTO messages VALUES (6, %1, 6, 1, NULL)"_s.arg(channel),
         u"INSERT INTO privileged_users VALUES (0), (-1), ('12'), (NULL), ('@everyone'), (12)"_s});
    const QJsonObject report = json({u"import"_s, path, u"--guild"_s, server, u"--json"_s});
    const QJsonObject tickets = report[u"tickets"_s].toObject();
    QCOMPARE(tickets[u"in"_s].toInt(), 12);
    QCOMPARE(tickets[u"rejected"_s].toInt(), 7);
    QCOMPARE(tickets[u"repeated"_s].toInt(), 1);
    QCOMPARE(tickets[u"taken"_s].toInt(), 4);
    QCOMPARE(tickets[u"opening_estimated"_s].toInt(), 2);
    QCOMPARE(tickets[u"closed_before_opened"_s].toInt(), 1);
    const QJsonObject messages = report[u"messages"_s].toObject();
    QCOMPARE(messages[u"in"_s].toInt(), 7);
    QCOMPARE(messages[u"taken"_s].toInt(), 2);
    QCOMPARE(messages[u"quarantined"_s].toInt(), 5);
    QCOMPARE(report[u"wipes"_s].toInt(), 0); // a view is no table
    QCOMPARE(report[u"privileged_users"_s][u"taken"_s].toInt(), 1);
    QCOMPARE(json({u"stats"_s, u"--days"_s, u"7"_s, u"--until"_s, u"2026-04-15T12:00:00Z"_s,
                   u"--json"_s})[u"opened"_s]
                 .toInt(),
             4);
    QCOMPARE(json({u"stats"_s, u"--days"_s, u"7"_s, u"--until"_s, u"2026-04-15T12:00:00Z"_s,
                   u"--json"_s})[u"invalid"_s]
                 .toInt(),
             1);
    const QByteArray exported = run({u"check"_s}).output;
    QVERIFY2(!exported.isEmpty(), "the database is still sound");
    Store store(m_dir->filePath(u"data"_s));
    QCOMPARE(store.number(u"SELECT count(*) FROM ticket WHERE transcript_url <> '' OR close_reason <> ''"_s),
             0);
    QCOMPARE(store.number(u"SELECT max(length(category_name)) FROM ticket"_s), 100);
}

void tst_PythonImport::damagedAndForeignFilesAreOneClearError_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing there") << u"missing"_s << 2;
    QTest::newRow("an empty folder") << u"folder"_s << 2;
    QTest::newRow("a folder that may not be read") << u"closed folder"_s << 5;
    QTest::newRow("no database") << u"text"_s << 2;
    QTest::newRow("somebody else's database") << u"foreign"_s << 2;
    QTest::newRow("a link") << u"link"_s << 2;
    QTest::newRow("damaged pages") << u"damaged"_s << 5;
    QTest::newRow("cut short") << u"short"_s << 5;
    QTest::newRow("a journal that names another file") << u"journal"_s << 2;
    QTest::newRow("settings that are a link") << u"linked settings"_s << 2;
    QTest::newRow("settings over the limit") << u"large settings"_s << 2;
    QTest::newRow("settings that are no text") << u"binary settings"_s << 2;
}

void tst_PythonImport::damagedAndForeignFilesAreOneClearError()
{
    QFETCH(QString, kind);
    QFETCH(int, code);
    QString path = m_dir->filePath(u"tickets.db"_s);
    const auto write = [](const QString &name, const QByteArray &content) {
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    };
    QFile good(fixture(u"tickets-v2.0.db"_s));
    QVERIFY(good.open(QIODevice::ReadOnly));
    QByteArray content = good.readAll();
    const QString victim = m_dir->filePath(u"victim"_s);
    write(victim, "stays");
    if (kind == "folder"_L1) {
        path = m_dir->filePath(u"empty"_s);
        QVERIFY(QDir().mkpath(path));
    } else if (kind == "closed folder"_L1) {
        path = m_dir->filePath(u"closed"_s);
        QVERIFY(QDir().mkpath(path));
        write(path + u"/tickets.db"_s, content);
        QVERIFY(QFile::setPermissions(path, {}));
        if (QFileInfo(path).isReadable()) {
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            QSKIP("this account may read everything");
        }
    } else if (kind == "text"_L1) {
        write(path, "Not a database at all, but long enough to be looked at.");
    } else if (kind == "foreign"_L1) {
        path = make(u"foreign.db"_s, {u"CREATE TABLE songs(title TEXT)"_s});
    } else if (kind == "link"_L1) {
        QVERIFY(QFile::link(fixture(u"tickets-v2.0.db"_s), path));
    } else if (kind == "damaged"_L1) {
        for (qsizetype i = 8192; i < content.size(); ++i)
            content[i] = char(i * 31);
        write(path, content);
    } else if (kind == "short"_L1) {
        write(path, content.left(content.size() / 2));
    } else if (kind == "journal"_L1) {
        write(path, content);
        QByteArray journal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
        journal += QByteArray(504, '\0') + victim.toUtf8() + QByteArray(8, '\0')
            + QByteArray("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
        write(path + u"-journal"_s, journal);
    } else if (kind.endsWith("settings"_L1)) {
        // A folder whose only file cannot be read: the error is about that file, not that there is none.
        path = m_dir->filePath(u"permissions.py"_s);
        if (kind.startsWith("linked"_L1))
            QVERIFY(QFile::link(fixture(u"config-v1.1/permissions.py"_s), path));
        else
            write(path,
                  kind.startsWith("large"_L1) ? QByteArray((1 << 20) + 1, '#') : QByteArray("\xff\0\xfe", 3));
    }
    const QString asked = kind.endsWith("settings"_L1) ? m_dir->path() : path;
    for (const QString &mode : {u"--dry-run"_s, u"--json"_s}) {
        const CommandOutcome outcome = run({u"import"_s, asked, u"--guild"_s, server, mode});
        QCOMPARE(int(outcome.code), code);
        QVERIFY(!outcome.error.isEmpty());
        QVERIFY2(!outcome.error.contains(u'\n'), qPrintable(outcome.error));
        QVERIFY2(outcome.error.contains(QFileInfo(path).fileName()), qPrintable(outcome.error));
        const bool empty = kind == "folder"_L1;
        QVERIFY2(empty == outcome.error.contains("There is neither"_L1), qPrintable(outcome.error));
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"data/ticket-assistant.db"_s)));
    }
    if (kind == "closed folder"_L1) // so that it can be removed
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(QFileInfo::exists(victim));
}

void tst_PythonImport::aFolderInUseIsNotImportedInto()
{
    const QString data = m_dir->filePath(u"data"_s);
    Store running(data);
    QLockFile lock(DatabaseFile::inFolder(data).lockPath());
    QVERIFY(lock.tryLock(0));
    const CommandOutcome outcome = run({u"import"_s, fixture(u"tickets-v2.0.db"_s)});
    QCOMPARE(outcome.code, ExitCode::DataUnusable);
    QVERIFY2(outcome.error.contains(u"in use"_s) && !outcome.error.contains(u'\n'),
             qPrintable(outcome.error));
    QCOMPARE(running.number(u"SELECT count(*) FROM ticket"_s), 0);
}

void tst_PythonImport::undoingIsOneStepBackToWhatWas()
{
    Store store;
    // What the bot saw itself, partly about tickets that the import knows as well.
    store.apply(wholeTicket(Now - 3 * DayMs) + wholeTicket(Now - 2 * DayMs, false, OtherGuild));
    store.apply({ticketFact(ChannelId(1473670346178560040))});
    const QStringList before = store.dump();
    for (int round = 0; round < 2; ++round) { // undone imports can be imported again
        const auto report = bring(store, sources({fixture(u"tickets-v2.0.db"_s), fixture(u"config-v1.1"_s)}));
        QVERIFY(report && report->anythingNew());
        QCOMPARE(report->ticketsNew, 58);
        QCOMPARE(report->ticketsChanged, 1);
        QVERIFY(store.dump().size() > before.size() + 600);
        const QVector<ImportRecord> imports = readImports(store.database());
        QCOMPARE(imports.size(), round + 1);
        QVERIFY(imports.first().undoable(Now + 29 * DayMs) && !imports.first().undoable(Now + 31 * DayMs));
        QVERIFY(store.write([&](Writer &w) {
            return w.undoImport(report->importId, {Ana, u"Ana"_s, true});
        }));
        QStringList after = store.dump();
        after.removeIf([](const QString &line) { return line.startsWith("wipe_log|"_L1); }); // append-only
        QCOMPARE(after, before);
        QVERIFY(store.reader().wipes(Guild, 0, 10).isEmpty());
        const auto again = store.write([&](Writer &w) { return w.undoImport(report->importId, {}); });
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::NotFound);
    }
    QCOMPARE(store.reader().history(Guild, 0, 10).first().kind, u"undo_import"_s);
}

void tst_PythonImport::undoingKeepsWhatDiscordTold()
{
    const ChannelId ticket = channelAt(Now - DayMs);
    const QString path =
        make(u"tickets.db"_s,
             schemaV1() << u"INSERT INTO tickets VALUES (%1, %2, NULL, 'Appeals')"_s.arg(ticket.toString())
                               .arg((Now - DayMs) / 1000)
                        << u"INSERT INTO messages VALUES (1, %1, 5, 0, %2)"_s.arg(ticket.toString())
                               .arg((Now - DayMs) / 1000 + 10));
    Store store;
    const auto report = bring(store, sources({path}));
    QVERIFY(report);
    store.apply(
        {messageFact(ticket, Ana, Now - HourMs, AuthorKind::Staff), closedFact(ticket, Now - MinuteMs)});
    QVERIFY(store.write([&](Writer &w) { return w.undoImport(report->importId, {}); }));
    QCOMPARE(store.number(u"SELECT count(*) FROM message"_s), 1);
    const auto detail = store.reader().ticket(Guild, ticket);
    QVERIFY(detail);
    QCOMPARE(detail->row.ticket.openedAtMs, ticket.createdAtMs());
    QCOMPARE(detail->row.ticket.spells.last().closedAtMs, Now - MinuteMs);
    QCOMPARE(detail->row.ticket.derived.staffMessages, 1);
}

void tst_PythonImport::undoneImportsGoLastFirst()
{
    Store store;
    const auto first = bring(store, sources({fixture(u"tickets-v1.1.db"_s)}));
    const auto second = bring(store, sources({fixture(u"tickets-v2.0.db"_s)}));
    QVERIFY(first && second && second->ticketsChanged > 0); // openers, closers and reasons are new
    const auto undo = [&](qint64 id) { return store.write([&](Writer &w) { return w.undoImport(id, {}); }); };
    QCOMPARE(undo(first->importId).error().kind, ErrorKind::Busy);
    QVERIFY(undo(second->importId));
    QVERIFY(undo(first->importId));
    QCOMPARE(store.number(u"SELECT count(*) FROM ticket"_s) + store.number(u"SELECT count(*) FROM message"_s)
                 + store.number(u"SELECT count(*) FROM guild"_s)
                 + store.number(u"SELECT count(*) FROM category"_s),
             0);
}

// METRICS M-07. The hole moves with later copies and undoing, and ends with the bot's first look.
void tst_PythonImport::sinceTheNewestRecordNobodyLooked()
{
    const auto history = [this](const QString &name, UtcMs last) {
        const UtcMs opened = last - 10 * DayMs;
        return sources({make(name,
                             schemaV1() << u"INSERT INTO tickets VALUES (%1, %2, %3, 'Appeals')"_s
                                               .arg(channelAt(opened).toString())
                                               .arg(opened / 1000)
                                               .arg(last / 1000))});
    };
    Store store;
    const auto holes = [&store] { return store.reader().gaps(Guild, Window::lastDays(20, Now)); };
    const auto undo = [&](qint64 id) { return store.write([&](Writer &w) { return w.undoImport(id, {}); }); };
    const auto first = bring(store, history(u"tickets.db"_s, Now - 10 * DayMs));
    QVERIFY(first);
    QCOMPARE(holes().size(), 1);
    QCOMPARE(holes().first().fromMs, Now - 10 * DayMs);
    QCOMPARE(holes().first().toMs, 0);
    QCOMPARE(store.reader().statistics(Guild, {}, Window::lastDays(20, Now)).observed, 0.5);

    const auto second = bring(store, history(u"later.db"_s, Now - 6 * DayMs));
    QVERIFY(second);
    QCOMPARE(holes().first().fromMs, Now - 6 * DayMs);
    QVERIFY(undo(second->importId));
    QCOMPARE(holes().first().fromMs, Now - 10 * DayMs);

    GuildInfo info;
    info.id = Guild;
    info.name = u"Northwind"_s;
    for (const UtcMs look : {Now - 5 * DayMs, Now - DayMs}) { // only the first counts
        QVERIFY(store.write([&](Writer &w) {
            const Status saved = w.saveGuild(info);
            return saved ? noteFirstLook(w, Guild, look) : saved;
        }));
    }
    QCOMPARE(holes().size(), 1);
    QCOMPARE(holes().first().toMs, Now - 5 * DayMs);
    QCOMPARE(store.reader().statistics(Guild, {}, Window::lastDays(20, Now)).observed, 0.75);
    // A copy that reaches beyond that look leaves no hole.
    const auto third = bring(store, history(u"latest.db"_s, Now - 4 * DayMs));
    QVERIFY(third);
    QVERIFY(holes().isEmpty());
    QVERIFY(undo(third->importId));
    QVERIFY(undo(first->importId));
    QCOMPARE(holes().size(), 1); // what is left began with the bot
    QCOMPARE(holes().first().cause, QString(UnrecordedCause));
}

void tst_PythonImport::whatWasWipedStaysWiped()
{
    Store store;
    const ImportOptions options = sources({fixture(u"tickets-v2.0.db"_s)});
    const auto first = bring(store, options);
    QVERIFY(first);
    WipeScope scope;
    scope.kind = WipeScope::Kind::Everything;
    scope.nowMs = Now;
    const auto wipe = store.write([&](Writer &w) {
        return w.wipe(Guild, scope, store.reader().wipePreview(Guild, scope), {Ana, u"Ana"_s, true});
    });
    QVERIFY2(wipe, wipe ? "" : qPrintable(wipe.error().text));
    const auto counted = [&] { return store.number(u"SELECT count(*) FROM live_ticket"_s); };
    QCOMPARE(counted(), 0);
    const auto again = bring(store, options);
    QVERIFY(again);
    QCOMPARE(counted(), 0);
    QCOMPARE(again->ticketsWiped, 59);
    // Also when the import is undone in between.
    QVERIFY(store.write([&](Writer &w) { return w.undoImport(first->importId, {}); }));
    QVERIFY(bring(store, options));
    QCOMPARE(counted(), 0);
    // Undoing the deletion lets them in again.
    QVERIFY(store.write([&](Writer &w) { return w.undoWipe(Guild, wipe->id, {Ana, u"Ana"_s, true}); }));
    QVERIFY(bring(store, options));
    QCOMPARE(counted(), 59);
}

void tst_PythonImport::whatIsReadAgainFromDiscordCountsOnce()
{
    const UtcMs opened = Now - DayMs;
    const ChannelId ticket = channelAt(opened);
    const QString at = QString::number(opened / 1000);
    const QString path = make(
        u"tickets.db"_s,
        schemaV1()
            << u"INSERT INTO tickets VALUES (%1, %2, NULL, 'Appeals')"_s.arg(ticket.toString(), at)
            << u"INSERT INTO messages VALUES (1, %1, 300000000000000001, 0, %2 + 10), (2, %1, 200000000000000011, 1, %2 + 70), (3, %1, 200000000000000011, 1, %2 + 70)"_s
                   .arg(ticket.toString(), at));
    const TicketFacts discord{messageFact(ticket, Kira, opened + 10 * SecondMs + 345, AuthorKind::Guest),
                              messageFact(ticket, Ana, opened + 70 * SecondMs + 10, AuthorKind::Staff),
                              messageFact(ticket, Ana, opened + 70 * SecondMs + 900, AuthorKind::Staff),
                              messageFact(ticket, Kira, opened + 90 * SecondMs, AuthorKind::Guest)};
    const auto counted = [&](bool importFirst) {
        Store store;
        if (importFirst)
            (void)bring(store, sources({path}));
        store.apply({ticketFact(ticket)});
        for (const TicketFact &fact : discord)
            store.apply({fact}); // one by one, as the catching up may bring them
        if (!importFirst)
            (void)bring(store, sources({path}));
        const Derived derived = store.reader().ticket(Guild, ticket)->row.ticket.derived;
        return u"%1 messages, %2 by staff, first response after %3 ms"_s.arg(derived.humanMessages())
            .arg(derived.staffMessages)
            .arg(derived.firstResponseAtMs - opened);
    };
    QCOMPARE(counted(true), u"4 messages, 2 by staff, first response after 70010 ms"_s);
    QCOMPARE(counted(false), counted(true));
}

void tst_PythonImport::legacyCategoriesBecomeTheRealOnes()
{
    Store store;
    QVERIFY(bring(store, sources({fixture(u"tickets-v2.0.db"_s)})));
    const auto inCategory = [&](ChannelId id) {
        return store.number(u"SELECT count(*) FROM ticket WHERE category_id = %1"_s.arg(id.toSql()));
    };
    const qint64 named = store.number(u"SELECT count(*) FROM ticket WHERE category_name = 'Appeals'"_s);
    QVERIFY(named > 0);
    QCOMPARE(inCategory(Appeals), 0);
    // The real one is called a little differently, and a name that fits two stays what it is.
    QVERIFY(store.write([&](Writer &w) {
        return w.rememberCategories(Guild,
                                    {{Appeals, u"APPEALS"_s},
                                     {General, u"general tickets"_s},
                                     {ChannelId(910000000000000003), u"GENERAL TICKETS"_s}});
    }));
    QCOMPARE(inCategory(Appeals), named);
    QCOMPARE(inCategory(General), 0);
    QCOMPARE(store.number(u"SELECT count(*) FROM category WHERE category_id < 0 AND name = 'Appeals'"_s), 0);
    // Importing again finds the real one, and other servers' tickets are their own.
    const QStringList adopted = store.dump();
    StoredConfig config;
    config.ticketCategories = {Appeals};
    QVERIFY(store.write([&](Writer &w) { return w.saveConfig(Guild, config, {}); }));
    const auto again = bring(store, sources({fixture(u"tickets-v2.0.db"_s)}));
    QVERIFY(again);
    QCOMPARE(again->ticketsChanged, 0);
    QCOMPARE(inCategory(Appeals), named);
    QVERIFY(store.write([&](Writer &w) {
        return w.rememberCategories(OtherGuild, {{General, u"General Tickets"_s}});
    }));
    QCOMPARE(inCategory(General), 0);
}

void tst_PythonImport::importedUsersWaitForConfirmation()
{
    Store store;
    QVERIFY(bring(store, sources({fixture(u"tickets-v1.1.db"_s), fixture(u"config-v1.1"_s)})));
    const QVector<MaxUser> users = store.reader().maxUsers(Guild);
    QCOMPARE(users.size(), 2);
    for (const MaxUser &user : users)
        QVERIFY(!user.confirmed);
    QVERIFY(store.reader().config(Guild).maxUsers.isEmpty()); // nobody got a right from a file
    // Confirmed ones survive the undoing.
    QVERIFY(store.write([&](Writer &w) {
        return w.addMaxUser(Guild, users.first().user, u"Ana"_s, {Ben, u"Ben"_s, true});
    }));
    QVERIFY(
        store.write([&](Writer &w) { return w.undoImport(readImports(store.database()).first().id, {}); }));
    QCOMPARE(store.reader().maxUsers(Guild).size(), 1);
}

void tst_PythonImport::matchedRolesAreUndoneWithTheImport()
{
    Store store;
    StoredConfig before;
    before.configured = true;
    before.supportRoles = {Support};
    before.statsRoles = {RoleId(1)};
    QVERIFY(store.write([&](Writer &w) { return w.saveConfig(Guild, before, {}); }));
    StoredConfig matched = before;
    matched.supportRoles = {Support, RoleId(2)};
    matched.databaseRoles = {RoleId(3)};
    matched.accessRoles = {RoleId(5)};
    const auto report = bring(store, withSettings({fixture(u"config-v1.1"_s)}, matched));
    QVERIFY2(report, report ? "" : qPrintable(report.error().text));
    QVERIFY(report->anythingNew());
    QCOMPARE(store.reader().config(Guild), matched);
    // A list that a person changed since stays theirs.
    StoredConfig edited = matched;
    edited.databaseRoles = {RoleId(3), RoleId(4)};
    QVERIFY(store.write([&](Writer &w) { return w.saveConfig(Guild, edited, {}); }));
    const auto changes = [&store] {
        const QVector<HistoryRow> rows = store.reader().history(Guild, 0, 100);
        return std::count_if(rows.begin(), rows.end(),
                             [](const HistoryRow &row) { return row.kind == "config"_L1; });
    };
    const auto said = changes();
    QVERIFY(store.write([&](Writer &w) { return w.undoImport(report->importId, {}); }));
    StoredConfig expected = before;
    expected.databaseRoles = edited.databaseRoles;
    QCOMPARE(store.reader().config(Guild), expected);
    QCOMPARE(changes(), said + 1); // both lists in one change
    const HistoryRow undone = store.reader().history(Guild, 0, 1).first();
    QCOMPARE(undone.kind, u"undo_import"_s);
    QVERIFY(undone.before.contains(u"tickets"_s)); // what went, for the history
}

// FAULTS TM-21: a file with a category for every ticket takes no longer than another.
void tst_PythonImport::everyTicketMayHaveACategoryOfItsOwn()
{
    QStringList rows = schemaV1();
    rows +=
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) "
        "INSERT INTO tickets SELECT (1765000000000 - 1420070400000 + i * 1000) << 22, 1765000000 + i, NULL, "
        "'A category with quite a long name ' || i FROM n"_s;
    ImportOptions options = sources({make(u"tickets.db"_s, rows)});
    options.defaultGuild = Guild;
    options.categories = [](GuildId) {
        QVector<CategoryRow> known;
        for (int i = 1; i <= 40000; i += 2)
            known.append({ChannelId(i), u"a CATEGORY with quite a long name %1"_s.arg(i), false});
        return known;
    };
    QElapsedTimer timer;
    timer.start();
    const auto report = PythonImport(options).preview();
    QVERIFY2(report, report ? "" : qPrintable(report.error().text));
    QCOMPARE(report->unknownCategories.size(), 20000);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_PythonImport::cancellingChangesNothing()
{
    QStringList rows = schemaV1();
    rows +=
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
        "INSERT INTO tickets SELECT (1765000000000 - 1420070400000 + i * 1000) << 22, 1765000000 + i, NULL, NULL FROM n"_s;
    const QString path = make(u"tickets.db"_s, rows);
    Store store;
    const QStringList before = store.dump();
    ImportOptions options;
    options.paths = {path};
    options.defaultGuild = Guild;
    int asked = 0;
    qint64 of = 0;
    PythonImport import(options);
    const auto report = store.write([&](Writer &w) {
        return import.run(w, {}, {}, [&](qint64 done, qint64 total) {
            of = total;
            return done < 4000 || ++asked == 0;
        });
    });
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QCOMPARE(of, 5000);
    QCOMPARE(store.dump(), before);
}

QTEST_GUILESS_MAIN(tst_PythonImport)
#include "tst_pythonimport.moc"
