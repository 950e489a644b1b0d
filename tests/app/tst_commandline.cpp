// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Task = CommandLine::Task;

// The command line of INTERFACE: what each call means, and one clear line for every wrong one.
class TestCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void callsMeanWhatTheInterfaceSays_data();
    void callsMeanWhatTheInterfaceSays();
    void wrongUseIsOneLineThatNamesTheCulprit_data();
    void wrongUseIsOneLineThatNamesTheCulprit();
    void onlyDiscordAndThisComputerAreApiBases_data();
    void onlyDiscordAndThisComputerAreApiBases();
    void timesAreUtcUnlessTheySayOtherwise_data();
    void timesAreUtcUnlessTheySayOtherwise();
    void statsTakesEveryOption();
    void exportTakesEveryOption();
    void demoClockHasASpeed();
    void helpNamesEveryCallVariableAndExitCode();
};

static CommandLine parsed(const QStringList &arguments)
{
    const Result<CommandLine> line = CommandLine::parse(arguments);
    if (!line) {
        qWarning() << arguments << line.error().text;
        return {};
    }
    return line.value();
}

void TestCommandLine::callsMeanWhatTheInterfaceSays_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("task");
    QTest::addColumn<bool>("demo");
    const auto row = [](const char *name, const QString &words, Task task, bool demo = false) {
        QTest::newRow(name) << words.split(u' ', Qt::SkipEmptyParts) << int(task) << demo;
    };
    row("console", u""_s, Task::Console);
    row("headless", u"--headless"_s, Task::Headless);
    row("demo", u"--demo"_s, Task::Console, true);
    row("demo headless", u"--demo --headless"_s, Task::Headless, true);
    row("headless demo", u"--headless --demo --data-dir d"_s, Task::Headless, true);
    row("stats", u"stats --days 7"_s, Task::Stats);
    row("options may come first", u"--data-dir d stats --days 7"_s, Task::Stats);
    row("equals sign", u"stats --days=7 --data-dir=d"_s, Task::Stats);
    row("export", u"export tickets --format csv --output f"_s, Task::Export);
    row("import", u"import a b --guild 1 --dry-run --json"_s, Task::Import);
    row("backup", u"backup"_s, Task::Backup);
    row("backup file", u"backup f"_s, Task::Backup);
    row("restore", u"restore f"_s, Task::Restore);
    row("check", u"check"_s, Task::Check);
    row("check json", u"check --json"_s, Task::Check);
    row("version", u"--version"_s, Task::Version);
    row("help", u"--help"_s, Task::Help);
    row("help wins", u"stats --nonsense --help"_s, Task::Help);
}

void TestCommandLine::callsMeanWhatTheInterfaceSays()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, task);
    QFETCH(bool, demo);
    const Result<CommandLine> line = CommandLine::parse(arguments);
    QVERIFY2(line.ok(), line.ok() ? "" : qPrintable(line.error().text));
    QCOMPARE(int(line->task), task);
    QCOMPARE(line->demo, demo);
    QCOMPARE(line->apiBase, QUrl(u"https://discord.com/api/v10"_s));
    QVERIFY(!line->loopback);
}

void TestCommandLine::wrongUseIsOneLineThatNamesTheCulprit_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const QString &words, const QString &named) {
        QTest::newRow(qPrintable(words)) << words.split(u' ') << named;
    };
    row(u"--nonsense"_s, u"--nonsense"_s);
    row(u"-x"_s, u"-x"_s);
    row(u"dance"_s, u"dance"_s);
    row(u"--token abc"_s, u"--token"_s); // TM-03: no option takes a token
    row(u"stats"_s, u"--days"_s);
    row(u"stats --days"_s, u"--days"_s);
    row(u"stats --days --json"_s, u"--days"_s);
    row(u"stats --days 0"_s, u"--days"_s);
    row(u"stats --days -1"_s, u"-1"_s);
    row(u"stats --days 3651"_s, u"3651"_s);
    row(u"stats --days 7.5"_s, u"7.5"_s);
    row(u"stats --days seven"_s, u"seven"_s);
    row(u"stats --days 7 --days 8"_s, u"--days"_s);
    row(u"stats --days 7 extra"_s, u"extra"_s);
    row(u"stats --days 7 --until yesterday"_s, u"yesterday"_s);
    row(u"stats --days 7 --until 2026-13-01"_s, u"2026-13-01"_s);
    row(u"stats --days 7 --guild Northwind"_s, u"Northwind"_s);
    row(u"stats --days 7 --guild 0"_s, u"--guild"_s);
    row(u"stats --days 7 --guild 99999999999999999999"_s, u"--guild"_s);
    row(u"stats --days 7 --format csv"_s, u"--format"_s);
    row(u"stats --days 7 --demo"_s, u"--demo"_s);
    row(u"stats --days 7 --headless"_s, u"--headless"_s);
    row(u"stats --days 7 --json=yes"_s, u"--json"_s);
    row(u"--days 7"_s, u"--days"_s);
    row(u"--json"_s, u"--json"_s);
    row(u"export"_s, u"tickets"_s);
    row(u"export people --format csv --output f"_s, u"tickets"_s);
    row(u"export tickets --output f"_s, u"--format"_s);
    row(u"export tickets --format csv"_s, u"--output"_s);
    row(u"export tickets --format xlsx --output f"_s, u"xlsx"_s);
    row(u"export tickets --format csv --output f --category all"_s, u"--category"_s);
    row(u"backup one two"_s, u"backup"_s);
    row(u"restore"_s, u"restore"_s);
    row(u"check everything"_s, u"everything"_s);
    row(u"--log-level loud"_s, u"loud"_s);
    row(u"--data-dir"_s, u"--data-dir"_s);
    row(u"--data-dir="_s, u"--data-dir"_s);
    row(u"--demo --api-base http://127.0.0.1:1/api/v10"_s, u"--api-base"_s);
    row(u"--demo-clock 2026-01-01T00:00:00Z"_s, u"--demo"_s);
    row(u"--demo --demo-clock noon"_s, u"noon"_s);
    row(u"--demo --demo-clock 2026-01-01T00:00:00Z,60"_s, u"--demo-clock"_s);
    row(u"--demo --demo-clock 2026-01-01T00:00:00Z,x-1"_s, u"--demo-clock"_s);
    row(u"--simulate busy"_s, u"--demo"_s);
    row(u"--demo --simulate meteor"_s, u"meteor"_s);
    row(u"--page kitchen"_s, u"kitchen"_s);
    row(u"--headless --page log"_s, u"--page"_s);
    row(u"--lang ../x"_s, u"../x"_s);
}

void TestCommandLine::wrongUseIsOneLineThatNamesTheCulprit()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Result<CommandLine> line = CommandLine::parse(arguments);
    QVERIFY(!line.ok());
    QCOMPARE(line.error().kind, ErrorKind::Invalid);
    QVERIFY2(line.error().text.contains(named), qPrintable(line.error().text));
    QVERIFY(!line.error().text.contains(u'\n'));
}

void TestCommandLine::onlyDiscordAndThisComputerAreApiBases_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<bool>("loopback");
    const auto row = [](const char *address, bool accepted, bool loopback = false) {
        QTest::newRow(address) << QString::fromLatin1(address) << accepted << loopback;
    };
    row("https://discord.com/api/v10", true);
    row("https://discord.com/api/v10/", true);
    row("http://127.0.0.1:8080/api/v10", true, true);
    row("http://127.9.8.7/api/v10", true, true);
    row("http://[::1]:8080/api/v10", true, true);
    row("http://localhost:8080/api/v10/", true, true);
    row("http://discord.com/api/v10", false);
    row("https://discord.com/api/v9", false);
    row("https://discord.com:444/api/v10", false);
    row("https://discord.com.evil.example/api/v10", false);
    row("https://127.0.0.1.evil.example/api/v10", false);
    row("http://localhost.evil.example/api/v10", false);
    row("http://evil.example@127.0.0.1/api/v10", false);
    row("http://127.0.0.1@evil.example/api/v10", false);
    row("http://192.168.0.1/api/v10", false);
    row("http://0.0.0.0/api/v10", false);
    row("http://10.0.0.1:8080", false);
    row("ws://127.0.0.1/api/v10", false);
    row("file:///etc/passwd", false);
    row("127.0.0.1:8080", false);
    row("http://127.0.0.1/api?x=1", false);
}

// PROTOCOL T-01, FAULTS TM-07: the token goes to whatever this address names.
void TestCommandLine::onlyDiscordAndThisComputerAreApiBases()
{
    QFETCH(QString, address);
    QFETCH(bool, accepted);
    QFETCH(bool, loopback);
    const Result<CommandLine> line = CommandLine::parse({u"--headless"_s, u"--api-base"_s, address});
    QCOMPARE(line.ok(), accepted);
    if (!accepted)
        return;
    QCOMPARE(line->loopback, loopback);
    QVERIFY(!line->apiBase.toString().endsWith(u'/'));
}

void TestCommandLine::timesAreUtcUnlessTheySayOtherwise_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected");
    constexpr qint64 Noon = 1776254400000; // 2026-04-15T12:00:00Z
    QTest::newRow("zulu") << u"2026-04-15T12:00:00Z"_s << Noon;
    QTest::newRow("offset") << u"2026-04-15T14:00:00+02:00"_s << Noon;
    QTest::newRow("bare") << u"2026-04-15T12:00:00"_s << Noon;
    QTest::newRow("milliseconds") << u"2026-04-15T12:00:00.250Z"_s << Noon + 250;
    QTest::newRow("day") << u"2026-04-15"_s << Noon - 12 * HourMs;
}

void TestCommandLine::timesAreUtcUnlessTheySayOtherwise()
{
    QFETCH(QString, text);
    QFETCH(qint64, expected);
    QCOMPARE(parsed({u"stats"_s, u"--days"_s, u"7"_s, u"--until"_s, text}).untilMs,
             std::optional<UtcMs>(expected));
}

void TestCommandLine::statsTakesEveryOption()
{
    const CommandLine line =
        parsed(u"stats --days 30 --category None --guild 990000000000000001 --json --data-dir d "
               "--log-level error"_s.split(u' '));
    QCOMPARE(line.days, 30);
    QCOMPARE(line.category, u"None"_s);
    QCOMPARE(line.guild, GuildId(990000000000000001));
    QVERIFY(line.json);
    QCOMPARE(line.dataDir, u"d"_s);
    QCOMPARE(line.logLevel, std::optional(LogLevel::Error));
    QCOMPARE(parsed({u"stats"_s, u"--days"_s, u"1"_s, u"--category"_s, u"General Tickets"_s}).category,
             u"General Tickets"_s);
}

void TestCommandLine::exportTakesEveryOption()
{
    const CommandLine line =
        parsed(u"export stats --format json --output out.json --days 9 --guild 5"_s.split(u' '));
    QCOMPARE(line.exportWhat, CommandLine::ExportWhat::Stats);
    QCOMPARE(line.exportFormat, std::optional(CommandLine::ExportFormat::Json));
    QCOMPARE(line.file, u"out.json"_s);
    QCOMPARE(line.days, 9);
    QCOMPARE(line.guild, GuildId(5));
}

void TestCommandLine::demoClockHasASpeed()
{
    CommandLine line = parsed({u"--demo"_s, u"--demo-clock"_s, u"2026-04-15T12:00:00Z,x60"_s});
    QVERIFY(line.demoClock);
    QCOMPARE(line.demoClock->startMs, UtcMs(1776254400000));
    QCOMPARE(line.demoClock->speed, 60.0);
    line = parsed({u"--demo"_s, u"--demo-clock"_s, u"2026-04-15T12:00:00Z,x0"_s});
    QVERIFY(line.demoClock);
    QCOMPARE(line.demoClock->speed, 0.0);
    line = parsed({u"--demo"_s, u"--demo-clock"_s, u"2026-04-15T12:00:00Z"_s});
    QVERIFY(line.demoClock);
    QCOMPARE(line.demoClock->speed, 1.0);
}

void TestCommandLine::helpNamesEveryCallVariableAndExitCode()
{
    const QString help = CommandLine::helpText();
    for (const char *word : {"--headless",
                             "--demo",
                             "stats",
                             "export",
                             "backup",
                             "restore",
                             "check",
                             "--data-dir",
                             "--api-base",
                             "--log-level",
                             "--version",
                             "--help",
                             "--until",
                             "--category",
                             "--guild",
                             "--format",
                             "--output",
                             "--demo-clock",
                             "--simulate",
                             "--page",
                             "--lang",
                             "DISCORD_TOKEN",
                             "TICKET_CATEGORIES",
                             "SUPPORT_ROLES",
                             "STATS_ALLOWED_ROLES",
                             "DATABASE_PERMS",
                             "MANAGE_USER_PERMS",
                             "CLOSED_CATEGORIES",
                             "TICKET_BOTS",
                             "DISCORD_GUILDS",
                             "Exit codes"})
        QVERIFY2(help.contains(QLatin1StringView(word)), word);
    for (const QString &word : CommandLine::incidents() + CommandLine::pages())
        QVERIFY2(help.contains(word), qPrintable(word));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
