// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datacommands.h"
#include "app/datafolder.h"
#include "app/demohistory.h"
#include "bot/store/storage.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

// stats, export, backup, restore and check on a real database (INTERFACE), beside a running bot and without one.
class TestDataCommands : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();

    void statsCountsWhatWasRecorded();
    void statsTakesCategoriesByNameIdNoneAndAll_data();
    void statsTakesCategoriesByNameIdNoneAndAll();
    void anUnknownCategoryNamesTheOthers();
    void anUnknownServerNamesTheOthers();
    void everyTicketIsOneRow();
    void exportedCellsAreNoFormulas();
    void aPeriodLimitsTheExport();
    void aggregatesAreTheSameNumbers();
    void whatCannotBeWrittenIsWrongUse();
    void aBackupIsAWholeDatabase();
    void restoringNeedsTheFolderForItself();
    void checkSaysWhatIsThere();
    void aRestoredDatabaseIsTheExpectedOne();

private:
    CommandOutcome run(const QString &words) const;
    QJsonObject json(const QString &words) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Storage> m_storage;
    Clock m_clock = Clock::system();
};

namespace {

constexpr UtcMs noon = 1776254400000; // 2026-04-15T12:00:00Z
constexpr GuildId shownGuild(990000000000000001);
constexpr ChannelId appeals(880000000000000001);
constexpr ChannelId general(880000000000000002);

DemoServer smallServer()
{
    DemoServer server;
    server.guild = shownGuild.value;
    server.nextNumber = 4101;
    server.categories = {{appeals.value, u"Appeals"_s, u"appeal"_s, 0.4, 1.0},
                         {general.value, u"General Tickets"_s, u"ticket"_s, 0.6, 1.0}};
    for (int i = 0; i < 8; ++i)
        server.staff.append({quint64(100 + i), u"Staff %1"_s.arg(i), {7}, 2.0 + 5 * i, 3 * i, 9, 1});
    for (int i = 0; i < 20; ++i)
        server.requesters.append({quint64(1000 + i), u"=HYPERLINK(\"x\") %1"_s.arg(i)});
    server.ticketBot = {99, u"Tickets"_s};
    return server;
}

} // namespace

CommandOutcome TestDataCommands::run(const QString &words) const
{
    QStringList arguments{u"--data-dir"_s, m_folder.filePath(u"data"_s)};
    const QStringList parts = words.split(u' ');
    for (QString part : parts)
        arguments.append(part.replace(u'~', u' '));
    const Result<CommandLine> line = CommandLine::parse(arguments);
    if (!line) {
        qWarning() << line.error().text;
        return {ExitCode::WrongUse, {}, line.error().text};
    }
    return runDataCommand(*line, m_clock);
}

QJsonObject TestDataCommands::json(const QString &words) const
{
    const CommandOutcome outcome = run(words);
    if (outcome.code != ExitCode::Stopped)
        qWarning() << outcome.error;
    return QJsonDocument::fromJson(outcome.output).object();
}

void TestDataCommands::initTestCase()
{
    m_clock.utc = [] { return noon; };
    m_storage = std::make_unique<Storage>();
    Storage::Options options;
    options.dataDir = m_folder.filePath(u"data"_s);
    options.clock = m_clock;
    const Status opened = m_storage->open(options);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
    const DemoHistory history(smallServer(), noon);
    bool written = false;
    m_storage->write(
        this,
        [&history](Writer &writer) -> Status {
            GuildInfo guild;
            guild.id = shownGuild;
            guild.name = u"Northwind"_s;
            if (Status saved = writer.saveGuild(guild); !saved)
                return saved;
            writer.setFoldRules(shownGuild, {{RoleId(7)}, {}});
            if (Status saved = writer.apply(history.people()); !saved)
                return saved;
            for (int day = history.batches() - 10; day < history.batches(); ++day) {
                if (Status saved = writer.apply(history.batch(day)); !saved)
                    return saved;
            }
            return {};
        },
        [&written](const Status &status) {
            if (!status)
                qWarning() << status.error().text << status.error().detail;
            written = status.ok();
        });
    QTRY_VERIFY_WITH_TIMEOUT(written, 60'000);
    bool remembered = false;
    m_storage->read(
        this, [](const Reader &reader) { return reader.botMemory().dbUuid; },
        [this, &remembered](const QString &uuid) {
            DataFolder::at(m_folder.filePath(u"data"_s), false).rememberUuid(uuid);
            remembered = true;
        });
    QTRY_VERIFY(remembered);
}

void TestDataCommands::cleanupTestCase()
{
    m_storage.reset();
}

void TestDataCommands::statsCountsWhatWasRecorded()
{
    const QJsonObject week = json(u"stats --days 7 --json"_s);
    QCOMPARE(week["guild"_L1].toString(), shownGuild.toString());
    QCOMPARE(week["to"_L1].toString(), u"2026-04-15T12:00:00Z"_s);
    QCOMPARE(week["from"_L1].toString(), u"2026-04-08T12:00:00Z"_s);
    const DemoHistory history(smallServer(), noon);
    int opened = 0;
    for (int day = history.batches() - 10; day < history.batches(); ++day) {
        const TicketFacts facts = history.batch(day);
        for (const TicketFact &fact : facts) {
            const auto *ticket = std::get_if<Fact::Ticket>(&fact.fact);
            opened += ticket && ticket->openedAtMs >= noon - 7 * DayMs && ticket->openedAtMs < noon;
        }
    }
    QVERIFY(opened > 50);
    QCOMPARE(week["opened"_L1].toInt(), opened);
    QVERIFY(week["first_response"_L1]["mean_s"_L1].toDouble() > 20);
    const QJsonObject before = json(u"stats --days 7 --until 2026-04-14T00:00:00Z --json"_s);
    QVERIFY(before["opened"_L1].toInt() > 0 && before["opened"_L1] != week["opened"_L1]);
    QVERIFY(run(u"stats --days 7"_s).output.contains("Northwind"));
}

void TestDataCommands::statsTakesCategoriesByNameIdNoneAndAll_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("shown");
    QTest::newRow("name") << u"Appeals"_s << u"Appeals"_s;
    QTest::newRow("any case") << u"general~TICKETS"_s << u"General Tickets"_s;
    QTest::newRow("id") << appeals.toString() << u"Appeals"_s;
    QTest::newRow("none") << u"None"_s << u"None"_s;
    QTest::newRow("all") << u"all"_s << u"all"_s;
}

void TestDataCommands::statsTakesCategoriesByNameIdNoneAndAll()
{
    QFETCH(QString, asked);
    QFETCH(QString, shown);
    const QJsonObject all = json(u"stats --days 7 --json"_s);
    const QJsonObject some = json(u"stats --days 7 --json --category %1"_s.arg(asked));
    QCOMPARE(some["category"_L1].toString(), shown);
    if (shown == "all"_L1) {
        QCOMPARE(some, all);
        return;
    }
    int expected = 0;
    const QJsonArray rows = all["by_category"_L1].toArray();
    for (const QJsonValue &row : rows)
        expected += row["category"_L1].toString() == shown ? row["opened"_L1].toInt() : 0;
    QCOMPARE(some["opened"_L1].toInt(), expected);
    QCOMPARE(expected > 0, shown != "None"_L1);
}

void TestDataCommands::anUnknownCategoryNamesTheOthers()
{
    const CommandOutcome outcome = run(u"stats --days 7 --category Kitchen"_s);
    QCOMPARE(outcome.code, ExitCode::WrongUse);
    QVERIFY2(outcome.error.contains("Kitchen"_L1) && outcome.error.contains("Appeals"_L1),
             qPrintable(outcome.error));
    QVERIFY(!outcome.error.contains(u'\n'));
}

void TestDataCommands::anUnknownServerNamesTheOthers()
{
    const CommandOutcome outcome = run(u"stats --days 7 --guild 5"_s);
    QCOMPARE(outcome.code, ExitCode::WrongUse);
    QVERIFY2(outcome.error.contains("Northwind"_L1) && outcome.error.contains(shownGuild.toString()),
             qPrintable(outcome.error));
}

void TestDataCommands::everyTicketIsOneRow()
{
    const QString file = m_folder.filePath(u"tickets.json"_s);
    QCOMPARE(run(u"export tickets --format json --output "_s + file).code, ExitCode::Stopped);
    QFile exported(file);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    const QJsonArray tickets = QJsonDocument::fromJson(exported.readAll()).object()["tickets"_L1].toArray();
    const int opened = json(u"stats --days 30 --json"_s)["opened"_L1].toInt();
    QCOMPARE(int(tickets.size()), opened);
    const QJsonObject first = tickets.first().toObject();
    QVERIFY(first["ticket"_L1].isString() && first["server"_L1] == shownGuild.toString());
    QCOMPARE(first["quality"_L1].toString(), u"observed"_s);
    QCOMPARE(first["closed_source"_L1].toString(), u"audit"_s);
    for (const char *column :
         {"opened_source", "closed_source", "gap_id", "quality", "first_response_s", "resolution_s"})
        QVERIFY2(first.contains(QLatin1StringView(column)), column);
}

// FAULTS TM-17
void TestDataCommands::exportedCellsAreNoFormulas()
{
    const QString file = m_folder.filePath(u"tickets.csv"_s);
    QCOMPARE(run(u"export tickets --format csv --output "_s + file).code, ExitCode::Stopped);
    QFile exported(file);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    const QByteArray bytes = exported.readAll();
    QVERIFY(bytes.startsWith("\"server\",\"ticket\",\"name\""));
    QVERIFY(bytes.contains("\"'=HYPERLINK(\"\"x\"\")"));
    QVERIFY(!bytes.contains(",\"=") && !bytes.contains(",="));
}

void TestDataCommands::aPeriodLimitsTheExport()
{
    const QString file = m_folder.filePath(u"two-days.json"_s);
    QCOMPARE(run(u"export tickets --format json --days 2 --output "_s + file).code, ExitCode::Stopped);
    QFile exported(file);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(exported.readAll()).object();
    QCOMPARE(int(object["tickets"_L1].toArray().size()),
             json(u"stats --days 2 --json"_s)["opened"_L1].toInt());
    QCOMPARE(object["from"_L1].toString(), u"2026-04-13T12:00:00Z"_s);
}

void TestDataCommands::aggregatesAreTheSameNumbers()
{
    const QString file = m_folder.filePath(u"stats.json"_s);
    QCOMPARE(run(u"export stats --format json --days 7 --output "_s + file).code, ExitCode::Stopped);
    QFile exported(file);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(exported.readAll()).object(), json(u"stats --days 7 --json"_s));
}

void TestDataCommands::whatCannotBeWrittenIsWrongUse()
{
    const CommandOutcome outcome =
        run(u"export tickets --format csv --output "_s + m_folder.filePath(u"no/such/folder/x.csv"_s));
    QCOMPARE(outcome.code, ExitCode::WrongUse);
    QVERIFY(outcome.error.contains("x.csv"_L1));
    QCOMPARE(run(u"backup "_s + m_folder.filePath(u"no/such/folder/x.db"_s)).code, ExitCode::WrongUse);
    QCOMPARE(run(u"backup "_s + m_folder.filePath(u"data/ticket-assistant.db"_s)).code, ExitCode::WrongUse);
}

// PROTOCOL S-09
void TestDataCommands::aBackupIsAWholeDatabase()
{
    const CommandOutcome outcome = run(u"backup"_s);
    QCOMPARE(outcome.code, ExitCode::Stopped);
    const QFileInfo copy(QString::fromUtf8(outcome.output.trimmed()));
    QVERIFY(copy.exists());
    QCOMPARE(copy.dir().path(), m_folder.filePath(u"data/backups"_s));
    const CommandOutcome chosen = run(u"backup "_s + m_folder.filePath(u"copy.db"_s));
    QCOMPARE(chosen.code, ExitCode::Stopped);
    QVERIFY(QFileInfo::exists(m_folder.filePath(u"copy.db"_s)));
}

void TestDataCommands::restoringNeedsTheFolderForItself()
{
    QCOMPARE(run(u"restore "_s + m_folder.filePath(u"copy.db"_s)).code, ExitCode::DataUnusable);
    QCOMPARE(run(u"restore "_s + m_folder.filePath(u"nothing.db"_s)).code, ExitCode::WrongUse);
}

void TestDataCommands::checkSaysWhatIsThere()
{
    const CommandOutcome outcome = run(u"check --json"_s);
    QCOMPARE(outcome.code, ExitCode::Stopped);
    const QJsonObject found = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(found["ok"_L1], QJsonValue(true));
    QCOMPARE(found["integrity"_L1].toString(), u"ok"_s);
    QVERIFY(found["tickets"_L1].toInt() > 100);
    QCOMPARE(found["servers"_L1][0]["name"_L1].toString(), u"Northwind"_s);
    // Nothing was configured: that is said, with what to do.
    bool categories = false;
    const QJsonArray problems = found["problems"_L1].toArray();
    for (const QJsonValue &problem : problems)
        categories = categories || problem["todo"_L1].toString().contains("TICKET_CATEGORIES"_L1);
    QVERIFY(categories);
    QVERIFY(run(u"check"_s).output.contains("Northwind"));
}

// PROTOCOL S-06
void TestDataCommands::aRestoredDatabaseIsTheExpectedOne()
{
    m_storage.reset();
    const int before = json(u"stats --days 7 --json"_s)["opened"_L1].toInt();
    QVERIFY(before > 0);
    // Another database altogether, of the same program.
    QTemporaryDir elsewhere;
    {
        Storage other;
        Storage::Options options;
        options.dataDir = elsewhere.path();
        QVERIFY(other.open(options));
    }
    const DataFolder folder = DataFolder::at(m_folder.filePath(u"data"_s), false);
    const QString uuid = folder.expectedUuid();
    QVERIFY(!uuid.isEmpty());
    QCOMPARE(run(u"restore "_s + elsewhere.filePath(u"ticket-assistant.db"_s)).code, ExitCode::Stopped);
    QVERIFY(folder.expectedUuid() != uuid);
    Storage storage;
    Storage::Options options;
    options.dataDir = folder.path();
    options.expectedUuid = folder.expectedUuid();
    QVERIFY(storage.open(options));
    storage.close();
    // And back again.
    QCOMPARE(run(u"restore "_s + m_folder.filePath(u"copy.db"_s)).code, ExitCode::Stopped);
    QCOMPARE(folder.expectedUuid(), uuid);
    QCOMPARE(json(u"stats --days 7 --json"_s)["opened"_L1].toInt(), before);
}

QTEST_GUILESS_MAIN(TestDataCommands)
#include "tst_datacommands.moc"
