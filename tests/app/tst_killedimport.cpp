// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/database.h"
#include "bot/store/reader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int KilledPatienceMs = 120'000;
const QString KilledGuild = u"990000000000000001"_s;

} // namespace

// The program dies in the middle of an import (FAULTS F-3): all or nothing is there afterwards, nothing lies about after the
// next start, the source is as it was, and the import can be repeated. TA_KILL_ROUNDS makes it a longer run.
class TestKilledImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void countsAreBeforeOrAfterNeverMixed();

private:
    struct Counts
    {
        qint64 tickets = 0, messages = 0, imports = 0;
        bool operator==(const Counts &) const = default;
    };
    QString history(const QString &name, int tickets, int talk, quint64 first) const;
    // Exit code of the program; -1: it was killed after `killAfterMs`, or it never ended.
    int program(const QStringList &words, qint64 killAfterMs = -1, qint64 *tookMs = nullptr) const;
    Counts counts() const;
    QStringList leftovers() const;
    QByteArray sourceHash(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestKilledImport::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

QString TestKilledImport::history(const QString &name, int tickets, int talk, quint64 first) const
{
    const QString path = m_dir->filePath(name);
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"history"_s);
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("cannot make the source");
        QSqlQuery query(db);
        const auto run = [&query](const QString &sql) {
            if (!query.exec(sql))
                qFatal("%s", qPrintable(query.lastError().text()));
        };
        run(u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER, category TEXT)"_s);
        run(u"CREATE TABLE messages(id INTEGER PRIMARY KEY AUTOINCREMENT, channel_id INTEGER, author_id INTEGER, is_staff INTEGER, timestamp INTEGER)"_s);
        run(u"BEGIN"_s);
        for (int i = 0; i < tickets; ++i) {
            const qint64 opened = 1'700'000'000 + (qint64(first) + i) * 600;
            const quint64 channel = ChannelId::atMs(opened * 1000).value;
            run(u"INSERT INTO tickets VALUES(%1, %2, %3, 'Appeals')"_s.arg(channel).arg(opened).arg(opened
                                                                                                    + 7200));
            for (int m = 0; m < talk; ++m)
                run(u"INSERT INTO messages(channel_id, author_id, is_staff, timestamp) VALUES(%1, %2, %3, %4)"_s
                        .arg(channel)
                        .arg(m % 2 ? 2001 : 1000 + i)
                        .arg(m % 2)
                        .arg(opened + 5 + m * 60));
        }
        run(u"COMMIT"_s);
    }
    QSqlDatabase::removeDatabase(u"history"_s);
    return path;
}

int TestKilledImport::program(const QStringList &words, qint64 killAfterMs, qint64 *tookMs) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISCORD_TOKEN"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer took;
    took.start();
    process.start(QStringLiteral(TA_PROGRAM),
                  words + QStringList{u"--data-dir"_s, m_dir->filePath(u"data"_s)});
    if (killAfterMs >= 0)
        QTimer::singleShot(int(killAfterMs), &process, [&process] { process.kill(); }); // SIGKILL
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, KilledPatienceMs))
        return -1;
    if (tookMs)
        *tookMs = took.elapsed();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

TestKilledImport::Counts TestKilledImport::counts() const
{
    const auto reading = DatabaseFile::inFolder(m_dir->filePath(u"data"_s)).openForReading();
    if (!reading)
        return {-1, -1, -1};
    const auto count = [&reading](const QString &table) {
        QSqlQuery query(reading->database());
        return query.exec(u"SELECT count(*) FROM "_s + table) && query.next() ? query.value(0).toLongLong()
                                                                              : -1;
    };
    return {count(u"ticket"_s), count(u"message"_s), count(u"import_log"_s)};
}

QStringList TestKilledImport::leftovers() const
{
    const QDir data(m_dir->filePath(u"data"_s));
    return data.entryList({u"import-*"_s, u"*.part"_s}, QDir::AllEntries | QDir::NoDotAndDotDot)
        + QDir(data.filePath(u"backups"_s)).entryList({u"*.part"_s});
}

QByteArray TestKilledImport::sourceHash(const QString &path) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList beside =
        QFileInfo(path).dir().entryList({QFileInfo(path).fileName() + u'*'}, QDir::Files);
    for (const QString &name : beside) {
        QFile file(QFileInfo(path).dir().filePath(name));
        if (file.open(QIODevice::ReadOnly))
            hash.addData(name.toUtf8() + file.readAll());
    }
    return hash.result();
}

void TestKilledImport::countsAreBeforeOrAfterNeverMixed()
{
    const QString small = history(u"small.db"_s, 40, 5, 0);
    const QString large = history(u"large.db"_s, 4000, 12, 1000);
    const QByteArray hash = sourceHash(large);
    const QStringList bringLarge{u"import"_s, large, u"--guild"_s, KilledGuild};

    // How long it takes here, and what is there then.
    qint64 wholeMs = 0;
    QCOMPARE(program({u"import"_s, small, u"--guild"_s, KilledGuild}), 0);
    QCOMPARE(program(bringLarge, -1, &wholeMs), 0);
    const Counts after = counts();
    QCOMPARE(after, (Counts{4040, 40 * 5 + 4000 * 12, 2}));
    QVERIFY(QDir(m_dir->filePath(u"data"_s)).removeRecursively());
    QCOMPARE(program({u"import"_s, small, u"--guild"_s, KilledGuild}), 0);
    const Counts before = counts();
    QCOMPARE(before, (Counts{40, 200, 1}));

    const int rounds = qEnvironmentVariableIntValue("TA_KILL_ROUNDS") > 0
        ? qEnvironmentVariableIntValue("TA_KILL_ROUNDS")
        : 7;
    QRandomGenerator dice(3);
    int inTheMiddle = 0;
    for (int round = 0; round < rounds; ++round) {
        // Spread over its whole length: reading, backup, writing, commit.
        const qint64 killAfter = (wholeMs * (round + 1)) / (rounds + 1) + dice.bounded(int(wholeMs / 20 + 1));
        const int code = program(bringLarge, killAfter);
        inTheMiddle += code == -1 && !leftovers().isEmpty();
        const Counts now = counts();
        QVERIFY2(now == before || now == after,
                 qPrintable(u"%1 tickets, %2 messages after a kill at %3 of %4 ms"_s.arg(now.tickets)
                                .arg(now.messages)
                                .arg(killAfter)
                                .arg(wholeMs)));
        // The next start, of the bot itself: there is no token, so it ends at once, but it has opened the data.
        QCOMPARE(program({u"--headless"_s}), 3);
        QCOMPARE(leftovers(), QStringList());
        QCOMPARE(program({u"check"_s}), 0);
        QCOMPARE(sourceHash(large), hash);
        QCOMPARE(counts(), now);
        if (now == after)
            break; // the machine was faster this time
    }
    QVERIFY2(inTheMiddle > 0, "no kill came while it was at work");

    QCOMPARE(program(bringLarge), 0);
    QCOMPARE(counts(), after);
    QCOMPARE(program(bringLarge), 0); // importing twice is importing once
    QCOMPARE(counts(), after);
    QCOMPARE(leftovers(), QStringList());
    QCOMPARE(sourceHash(large), hash);
}

QTEST_GUILESS_MAIN(TestKilledImport)
#include "tst_killedimport.moc"
