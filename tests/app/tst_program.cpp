// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"

#include <QDateTime>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

// The program as scripts and service managers see it (INTERFACE): exit codes, one line of output, signals, no secrets left
// behind. Runs the real binary, against the stand-in where it connects.
class TestProgram : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void wrongUseEndsWithTwoAndOneLine_data();
    void wrongUseEndsWithTwoAndOneLine();
    void helpAndVersionNeedNothing();
    void withoutADatabaseTheDataCannotBeUsed_data();
    void withoutADatabaseTheDataCannotBeUsed();
    void withoutATokenHeadlessEndsWithThree();
    void aRejectedTokenEndsWithThree();
    void whatRetryingCannotMendEndsWithFour();
    void readyIsTheOnlyLineAndSigtermEndsWithinTwoSeconds();
    void noSecretStaysInProcessLogOrFiles();
    void theTokenMayBeASystemdCredential();
    void theServiceManagerHearsOfReadinessAndStopping();
    void aSecondCopyEndsWithFive();
    void aVanishedDatabaseIsNotReplacedByAnEmptyOne();
    void aDamagedDatabaseEndsWithFive();
    void numbersCanBeAskedWhileTheBotRuns();
    void severalServersMustBeToldApart();
    void aBackupCanBeRestoredOnlyWhileNothingRuns();
    void theDemoNeedsNothing();
    void theDemoGoesOnWhereItEnded();

private:
    struct Outcome
    {
        int code = -1;
        QByteArray out, err;
    };
    QProcessEnvironment environment() const;
    std::unique_ptr<QProcess> start(const QStringList &arguments,
                                    const QProcessEnvironment &environment) const;
    std::unique_ptr<QProcess> startHeadless() const;
    Outcome finish(QProcess &process) const;
    Outcome run(const QStringList &arguments) const { return finish(*start(arguments, environment())); }
    bool waitReady(QProcess &process) const;
    QString folder() const { return m_folder->filePath(u"data"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StandInDiscord> m_discord;
    quint64 m_guild = 0;
};

namespace {

constexpr int PatienceMs = 60'000; // a busy machine under a sanitizer
constexpr auto canaryToken = "MTIzNDU2Nzg5MDEyMzQ1Njc4.CaNaRy.program-canary-0123456789-abcdefgh";

} // namespace

void TestProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_discord = std::make_unique<StandInDiscord>();
    QVERIFY(m_discord->listen());
    m_discord->setToken(QString::fromLatin1(canaryToken));
    DemoWorld &world = m_discord->world();
    m_guild = world.addGuild(u"Northwind"_s);
    world.addRole(m_guild, u"Support"_s);
    world.addCategory(m_guild, u"Appeals"_s);
}

void TestProgram::cleanup()
{
    m_discord.reset();
    m_folder.reset();
}

QProcessEnvironment TestProgram::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISCORD_TOKEN"_s, QString::fromLatin1(canaryToken));
    environment.insert(u"TICKET_CATEGORIES"_s, u"Appeals"_s);
    environment.insert(u"SUPPORT_ROLES"_s, u"Support"_s);
    environment.remove(u"NOTIFY_SOCKET"_s);
    environment.remove(u"CREDENTIALS_DIRECTORY"_s);
    return environment;
}

std::unique_ptr<QProcess> TestProgram::start(const QStringList &arguments,
                                             const QProcessEnvironment &environment) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(TA_PROGRAM), arguments);
    return process;
}

std::unique_ptr<QProcess> TestProgram::startHeadless() const
{
    return start(
        {u"--headless"_s, u"--data-dir"_s, folder(), u"--api-base"_s, m_discord->apiBase().toString()},
        environment());
}

TestProgram::Outcome TestProgram::finish(QProcess &process) const
{
    // Through the event loop: the stand-in lives in it.
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, PatienceMs)) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

bool TestProgram::waitReady(QProcess &process) const
{
    QByteArray out;
    const bool ready = QTest::qWaitFor(
        [&] {
            out += process.readAllStandardOutput();
            return out.contains('\n') || process.state() == QProcess::NotRunning;
        },
        PatienceMs);
    if (!ready || !out.startsWith("ready guilds=")) {
        qWarning().noquote() << "not ready:" << out << process.readAllStandardError();
        return false;
    }
    return true;
}

void TestProgram::wrongUseEndsWithTwoAndOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
    QTest::newRow("unknown command") << QStringList{u"dance"_s};
    QTest::newRow("missing days") << QStringList{u"stats"_s};
    QTest::newRow("bad days") << QStringList{u"stats"_s, u"--days"_s, u"0"_s};
    QTest::newRow("foreign host") << QStringList{u"--headless"_s, u"--api-base"_s,
                                                 u"https://evil.example/api"_s};
    QTest::newRow("control characters") << QStringList{u"--x\n\x1b[2J"_s};
}

void TestProgram::wrongUseEndsWithTwoAndOneLine()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY(outcome.err.endsWith('\n') && !outcome.err.contains('\x1b'));
}

void TestProgram::helpAndVersionNeedNothing()
{
    Outcome outcome = run({u"--help"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains("--headless") && outcome.err.isEmpty());
    outcome = run({u"--version"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.startsWith("ticket-assistant ") && outcome.out.count('\n') == 1);
    QVERIFY(!QFileInfo::exists(folder()));
}

void TestProgram::withoutADatabaseTheDataCannotBeUsed_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("stats") << u"stats --days 7"_s;
    QTest::newRow("stats json") << u"stats --days 7 --json"_s;
    QTest::newRow("export") << u"export tickets --format csv --output /dev/null"_s;
    QTest::newRow("backup") << u"backup"_s;
    QTest::newRow("check") << u"check"_s;
}

void TestProgram::withoutADatabaseTheDataCannotBeUsed()
{
    QFETCH(QString, call);
    const Outcome outcome = run(call.split(u' ') + QStringList{u"--data-dir"_s, folder()});
    QCOMPARE(outcome.code, 5);
    QVERIFY(!(outcome.out + outcome.err).isEmpty());
    QVERIFY(!QFileInfo::exists(folder() + u"/ticket-assistant.db"_s));
}

void TestProgram::withoutATokenHeadlessEndsWithThree()
{
    QProcessEnvironment bare = environment();
    bare.remove(u"DISCORD_TOKEN"_s);
    const auto process = start({u"--headless"_s, u"--data-dir"_s, folder()}, bare);
    const Outcome outcome = finish(*process);
    QCOMPARE(outcome.code, 3);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(outcome.err.contains("DISCORD_TOKEN"));
}

// FAULTS F-17
void TestProgram::aRejectedTokenEndsWithThree()
{
    m_discord->setToken(u"another"_s);
    const auto process = startHeadless();
    const Outcome outcome = finish(*process);
    QCOMPARE(outcome.code, 3);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(!outcome.err.contains("program-canary"));
}

void TestProgram::whatRetryingCannotMendEndsWithFour()
{
    const auto process = startHeadless();
    QVERIFY(waitReady(*process));
    m_discord->closeWith(4013, u"Invalid intent(s)"_s);
    QCOMPARE(finish(*process).code, 4);
}

// FAULTS F-66
void TestProgram::readyIsTheOnlyLineAndSigtermEndsWithinTwoSeconds()
{
    const auto process = startHeadless();
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process->readAllStandardOutput()).contains('\n'), PatienceMs);
    QCOMPARE(out, QByteArray("ready guilds=1 commands=14\n"));
    // A new session later says nothing more.
    m_discord->setResumable(false);
    const int before = m_discord->identifies();
    m_discord->sendInvalidSession(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_discord->identifies(), before + 1, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_discord->connections(), 1, PatienceMs);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(kill(pid_t(process->processId()), SIGTERM), 0);
    const Outcome outcome = finish(*process);
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out, QByteArray());
}

// FAULTS TM-01, TM-02, TM-03
void TestProgram::noSecretStaysInProcessLogOrFiles()
{
    const auto process = start({u"--headless"_s, u"--data-dir"_s, folder(), u"--api-base"_s,
                                m_discord->apiBase().toString(), u"--log-level"_s, u"debug"_s},
                               environment());
    QVERIFY(waitReady(*process));
    for (const char *name : {"environ", "cmdline"}) {
        QFile file(u"/proc/%1/%2"_s.arg(process->processId()).arg(QLatin1StringView(name)));
        if (!file.open(QIODevice::ReadOnly))
            continue; // not even readable: as good
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("program-canary"));
    }
    kill(pid_t(process->processId()), SIGTERM);
    const Outcome outcome = finish(*process);
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(!outcome.err.contains("program-canary"));
    int files = 0;
    QDirIterator all(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++files;
        QVERIFY2(!file.readAll().contains("program-canary"), qPrintable(file.fileName()));
        // TM-25
        QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(file.fileName()));
    }
    QVERIFY(files > 0);
}

void TestProgram::theTokenMayBeASystemdCredential()
{
    QFile credential(m_folder->filePath(u"discord-token"_s));
    QVERIFY(credential.open(QIODevice::WriteOnly));
    credential.write(canaryToken);
    credential.close();
    QProcessEnvironment service = environment();
    service.remove(u"DISCORD_TOKEN"_s);
    service.insert(u"CREDENTIALS_DIRECTORY"_s, m_folder->path());
    const auto process =
        start({u"--headless"_s, u"--data-dir"_s, folder(), u"--api-base"_s, m_discord->apiBase().toString()},
              service);
    QVERIFY(waitReady(*process));
    kill(pid_t(process->processId()), SIGINT);
    QCOMPARE(finish(*process).code, 0);
}

void TestProgram::theServiceManagerHearsOfReadinessAndStopping()
{
    const QByteArray path = QFile::encodeName(m_folder->filePath(u"notify"_s));
    const int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    QCOMPARE(bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof(address)), 0);
    QProcessEnvironment service = environment();
    service.insert(u"NOTIFY_SOCKET"_s, QFile::decodeName(path));
    const auto process =
        start({u"--headless"_s, u"--data-dir"_s, folder(), u"--api-base"_s, m_discord->apiBase().toString()},
              service);
    QVERIFY(waitReady(*process));
    QByteArray heard;
    const auto listen = [&] {
        char bytes[512];
        for (ssize_t n; (n = recv(fd, bytes, sizeof(bytes), MSG_DONTWAIT)) > 0;)
            heard += QByteArray(bytes, n) + '\n';
        return heard;
    };
    QTRY_VERIFY(listen().contains("READY=1"));
    kill(pid_t(process->processId()), SIGTERM);
    finish(*process);
    QTRY_VERIFY(listen().contains("STOPPING=1"));
    close(fd);
}

// FAULTS F-63
void TestProgram::aSecondCopyEndsWithFive()
{
    const auto first = startHeadless();
    QVERIFY(waitReady(*first));
    const auto second = startHeadless();
    const Outcome outcome = finish(*second);
    QCOMPARE(outcome.code, 5);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(first->state(), QProcess::Running);
    kill(pid_t(first->processId()), SIGTERM);
    QCOMPARE(finish(*first).code, 0);
}

// PROTOCOL S-06
void TestProgram::aVanishedDatabaseIsNotReplacedByAnEmptyOne()
{
    auto process = startHeadless();
    QVERIFY(waitReady(*process));
    kill(pid_t(process->processId()), SIGTERM);
    QCOMPARE(finish(*process).code, 0);
    const QString database = folder() + u"/ticket-assistant.db"_s;
    QVERIFY(QFile::remove(database));
    process = startHeadless();
    QCOMPARE(finish(*process).code, 5);
    QVERIFY(!QFileInfo::exists(database));
    QCOMPARE(run({u"check"_s, u"--data-dir"_s, folder()}).code, 5);
}

void TestProgram::aDamagedDatabaseEndsWithFive()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile database(folder() + u"/ticket-assistant.db"_s);
    QVERIFY(database.open(QIODevice::WriteOnly));
    database.write("this is no database, however long one looks at it. ");
    database.close();
    const auto process = startHeadless();
    QCOMPARE(finish(*process).code, 5);
    QCOMPARE(run({u"stats"_s, u"--days"_s, u"7"_s, u"--data-dir"_s, folder()}).code, 5);
    QCOMPARE(run({u"check"_s, u"--json"_s, u"--data-dir"_s, folder()}).code, 5);
}

void TestProgram::numbersCanBeAskedWhileTheBotRuns()
{
    const auto process = startHeadless();
    QVERIFY(waitReady(*process));
    const Outcome stats = run({u"stats"_s, u"--days"_s, u"7"_s, u"--json"_s, u"--data-dir"_s, folder()});
    QCOMPARE(stats.code, 0);
    QCOMPARE(stats.err, QByteArray());
    const QJsonObject json = QJsonDocument::fromJson(stats.out).object();
    QCOMPARE(json["guild"_L1].toString(), QString::number(m_guild));
    QCOMPARE(json["category"_L1].toString(), u"all"_s);
    QVERIFY(json["first_response"_L1]["mean_s"_L1].isNull());
    QCOMPARE(run({u"check"_s, u"--data-dir"_s, folder()}).code, 0);
    const Outcome unknown =
        run({u"stats"_s, u"--days"_s, u"7"_s, u"--category"_s, u"Nonsense"_s, u"--data-dir"_s, folder()});
    QCOMPARE(unknown.code, 2);
    QVERIFY(unknown.err.contains("Nonsense"));
    const Outcome server =
        run({u"stats"_s, u"--days"_s, u"7"_s, u"--guild"_s, u"5"_s, u"--data-dir"_s, folder()});
    QCOMPARE(server.code, 2);
    QVERIFY(server.err.contains("Northwind"));
    const QString file = m_folder->filePath(u"tickets.csv"_s);
    QCOMPARE(run({u"export"_s, u"tickets"_s, u"--format"_s, u"csv"_s, u"--output"_s, file, u"--data-dir"_s,
                  folder()})
                 .code,
             0);
    QFile exported(file);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QVERIFY(exported.readAll().startsWith("\"server\",\"ticket\","));
    kill(pid_t(process->processId()), SIGTERM);
    QCOMPARE(finish(*process).code, 0);
}

void TestProgram::severalServersMustBeToldApart()
{
    const quint64 other = m_discord->world().addGuild(u"Southwind"_s);
    const auto process = startHeadless();
    QVERIFY(waitReady(*process));
    kill(pid_t(process->processId()), SIGTERM);
    QCOMPARE(finish(*process).code, 0);
    const QStringList call{u"stats"_s, u"--days"_s, u"7"_s, u"--data-dir"_s, folder()};
    const Outcome both = run(call);
    QCOMPARE(both.code, 2);
    QVERIFY2(both.err.contains("Northwind") && both.err.contains("Southwind"), both.err.constData());
    QCOMPARE(both.err.count('\n'), 1);
    QCOMPARE(run(call + QStringList{u"--guild"_s, QString::number(other)}).code, 0);
}

void TestProgram::aBackupCanBeRestoredOnlyWhileNothingRuns()
{
    const auto process = startHeadless();
    QVERIFY(waitReady(*process));
    const QString copy = m_folder->filePath(u"copy.db"_s);
    QCOMPARE(run({u"backup"_s, copy, u"--data-dir"_s, folder()}).code, 0);
    QVERIFY(QFileInfo(copy).size() > 0);
    const Outcome inFolder = run({u"backup"_s, u"--data-dir"_s, folder()});
    QCOMPARE(inFolder.code, 0);
    QVERIFY(QFileInfo::exists(QString::fromUtf8(inFolder.out.trimmed())));
    QCOMPARE(run({u"restore"_s, copy, u"--data-dir"_s, folder()}).code, 5);
    kill(pid_t(process->processId()), SIGTERM);
    QCOMPARE(finish(*process).code, 0);

    QFile nonsense(m_folder->filePath(u"nonsense.db"_s));
    QVERIFY(nonsense.open(QIODevice::WriteOnly));
    nonsense.write(QByteArray(5'000, 'x'));
    nonsense.close();
    QCOMPARE(run({u"restore"_s, nonsense.fileName(), u"--data-dir"_s, folder()}).code, 5);
    QCOMPARE(run({u"restore"_s, m_folder->filePath(u"nothing.db"_s), u"--data-dir"_s, folder()}).code, 2);
    QCOMPARE(run({u"restore"_s, copy, u"--data-dir"_s, folder()}).code, 0);
    QCOMPARE(run({u"check"_s, u"--data-dir"_s, folder()}).code, 0);
    const auto again = startHeadless();
    QVERIFY(waitReady(*again));
    kill(pid_t(again->processId()), SIGTERM);
    QCOMPARE(finish(*again).code, 0);
}

void TestProgram::theDemoNeedsNothing()
{
    QProcessEnvironment bare = environment();
    bare.remove(u"DISCORD_TOKEN"_s);
    // Thirty times as fast, so that people write and use commands while somebody looks.
    const QString clock = QDateTime::currentDateTimeUtc().toString(Qt::ISODate) + u",x30"_s;
    const auto process =
        start({u"--demo"_s, u"--headless"_s, u"--data-dir"_s, folder(), u"--demo-clock"_s, clock}, bare);
    QVERIFY(waitReady(*process));
    const QStringList ask{u"stats"_s,      u"--days"_s,
                          u"90"_s,         u"--json"_s,
                          u"--data-dir"_s, folder() + u"/demo"_s,
                          u"--until"_s,    QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODate)};
    const Outcome stats = run(ask);
    QCOMPARE(stats.code, 0);
    const QJsonObject json = QJsonDocument::fromJson(stats.out).object();
    const int opened = json["opened"_L1].toInt();
    QVERIFY(opened > 1'000);
    QCOMPARE(json["by_category"_L1].toArray().size(), 5);
    QVERIFY(json["first_response"_L1]["mean_s"_L1].toDouble() > 60);
    QVERIFY(json["first_response"_L1]["unanswered"_L1].toInt() > 0);
    QVERIFY(json["coverage"_L1]["gaps"_L1].toInt() > 0);
    QVERIFY(json["open_at_end"_L1].toInt() > 5);
    // Life goes on: tickets open, staff answer, tickets close.
    const auto now = [&] { return QJsonDocument::fromJson(run(ask).out).object(); };
    QTRY_VERIFY_WITH_TIMEOUT(now()["opened"_L1].toInt() > opened + 3, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(now()["closed"_L1].toInt() > json["closed"_L1].toInt(), PatienceMs);
    kill(pid_t(process->processId()), SIGTERM);
    QCOMPARE(finish(*process).code, 0);
}

void TestProgram::theDemoGoesOnWhereItEnded()
{
    const QStringList demo{u"--demo"_s, u"--headless"_s, u"--data-dir"_s, folder()};
    const QStringList ask{u"stats"_s,  u"--days"_s,     u"91"_s,
                          u"--json"_s, u"--data-dir"_s, folder() + u"/demo"_s};
    auto process = start(demo, environment());
    QVERIFY(waitReady(*process));
    kill(pid_t(process->processId()), SIGTERM);
    QCOMPARE(finish(*process).code, 0);
    const QJsonObject first = QJsonDocument::fromJson(run(ask).out).object();
    process = start(demo, environment());
    QVERIFY(waitReady(*process));
    // What was open is open still; nothing was lost, counted twice, or added to the past. A new one comes every few seconds.
    const QJsonObject second = QJsonDocument::fromJson(run(ask).out).object();
    const int more = second["opened"_L1].toInt() - first["opened"_L1].toInt();
    QVERIFY2(more >= 0 && more < 8, qPrintable(QString::number(more)));
    QCOMPARE(second["open_at_end"_L1].toInt() + second["closed"_L1].toInt(),
             first["open_at_end"_L1].toInt() + first["closed"_L1].toInt() + more);
    QVERIFY(second["open_at_end"_L1].toInt() >= 12);
    QVERIFY(second["peak_concurrent"_L1]["max"_L1].toInt()
            <= first["peak_concurrent"_L1]["max"_L1].toInt() + more);
    kill(pid_t(process->processId()), SIGTERM);
    QCOMPARE(finish(*process).code, 0);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
