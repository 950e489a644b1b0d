// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/logging.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;

// The one place where log lines end (FAULTS TM-02).
class TestLogging : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { Log::forgetSecrets(); }
    void secretsNeverReachALine_data();
    void secretsNeverReachALine();
    void harmlessTextStaysAsItIs_data();
    void harmlessTextStaysAsItIs();
    void theCurrentTokenIsRedactedWhateverItsShape();
    void linesCarryAreaLevelAndNumber();
    void theLevelDecidesWhatIsKept();
    void onlyTheNewestLinesAreKept();
    void foreignLineBreaksDoNotMakeNewLines();
    void foreignTextGivesATerminalNoOrders();
    void linesComeFromEveryThread();
};

static constexpr auto canaryToken =
    "MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB"_L1;

void TestLogging::secretsNeverReachALine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("token") << u"got %1 here"_s.arg(canaryToken) << QString(canaryToken);
    QTest::newRow("token in quotes") << u"{\"token\":\"%1\"}"_s.arg(canaryToken) << QString(canaryToken);
    QTest::newRow("header") << u"Authorization: Bot %1"_s.arg(canaryToken) << QString(canaryToken);
    QTest::newRow("header of another shape") << u"authorization: Bot short-token"_s << u"short-token"_s;
    QTest::newRow("header as JSON") << u"{\"Authorization\": \"Bearer abc.def\"}"_s << u"abc.def"_s;
    QTest::newRow("interaction token") << u"POST /interactions/1234567890/aW50ZXJhY3Rpb246c2VjcmV0/callback"_s
                                       << u"aW50ZXJhY3Rpb246c2VjcmV0"_s;
    QTest::newRow("reply token") << u"PATCH /webhooks/1234/aW50ZXJhY3Rpb246c2VjcmV0/messages/@original"_s
                                 << u"aW50ZXJhY3Rpb246c2VjcmV0"_s;
    QTest::newRow("webhook address") << u"https://discord.com/api/webhooks/123/Abc_def-123456789"_s
                                     << u"Abc_def-123456789"_s;
    QTest::newRow("two in one line") << u"%1 and Bot %1"_s.arg(canaryToken) << QString(canaryToken);
}

void TestLogging::secretsNeverReachALine()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    QVERIFY(text.contains(secret));
    Log log({.level = LogLevel::Debug, .toStderr = false});
    qCWarning(lcRest).noquote() << text;
    QCOMPARE(log.lines().size(), 1);
    QVERIFY2(!log.lines().first().text.contains(secret), qPrintable(log.lines().first().text));
    QVERIFY(log.lines().first().text.contains("[token]"_L1));
}

void TestLogging::harmlessTextStaysAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sentence") << u"Connected to Discord in 212 ms."_s;
    QTest::newRow("host") << u"gateway-us-east1-b.discord.gg"_s;
    QTest::newRow("route") << u"GET /channels/1234567890123456789/messages 200"_s;
    QTest::newRow("version") << u"ticket-assistant 0.1.0"_s;
    QTest::newRow("bot") << u"Bot user Ticket Assistant is ready"_s;
}

void TestLogging::harmlessTextStaysAsItIs()
{
    QFETCH(QString, text);
    QCOMPARE(redact(text), text);
}

void TestLogging::theCurrentTokenIsRedactedWhateverItsShape()
{
    Log::addSecret("demo-token\n");
    QCOMPARE(redact(u"the other side said: demo-token is wrong"_s),
             u"the other side said: [token] is wrong"_s);
    Log::addSecret("a"); // would take every a out of every line
    QCOMPARE(redact(u"a banana"_s), u"a banana"_s);
}

void TestLogging::linesCarryAreaLevelAndNumber()
{
    Log log({.level = LogLevel::Info, .toStderr = false});
    QSignalSpy added(&log, &Log::lineAdded);
    qCInfo(lcGateway) << "hello";
    qCCritical(lcStore) << "disk";
    qWarning() << "from Qt";
    const QList<LogLine> lines = log.lines();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(added.size(), 3);
    QCOMPARE(lines[0].area, u"gateway"_s);
    QCOMPARE(lines[0].level, LogLevel::Info);
    QCOMPARE(lines[0].number, 1);
    QCOMPARE(lines[1].area, u"store"_s);
    QCOMPARE(lines[1].level, LogLevel::Error);
    QCOMPARE(lines[2].area, u"qt"_s);
    QCOMPARE(lines[2].number, 3);
    QVERIFY(lines[0].atMs > 0);
}

void TestLogging::theLevelDecidesWhatIsKept()
{
    Log log({.level = LogLevel::Warning, .toStderr = false});
    qCDebug(lcBot) << "debug";
    qCInfo(lcBot) << "info";
    qCWarning(lcBot) << "warning";
    QCOMPARE(log.lines().size(), 1);
    log.setLevel(LogLevel::Debug);
    qCDebug(lcBot) << "debug";
    qCInfo(lcBot) << "info";
    QCOMPARE(log.lines().size(), 3);
}

void TestLogging::onlyTheNewestLinesAreKept()
{
    Log log({.level = LogLevel::Info, .toStderr = false, .keptLines = 3});
    for (int i = 1; i <= 5; ++i)
        qCInfo(lcBot) << i;
    QCOMPARE(log.lines().size(), 3);
    QCOMPARE(log.lines().first().number, 3);
    QCOMPARE(log.lines().last().text, u"5"_s);
}

void TestLogging::foreignLineBreaksDoNotMakeNewLines()
{
    Log log({.level = LogLevel::Info, .toStderr = false});
    qCInfo(lcBot).noquote() << u"a name\r\n2026-01-01 error store: forged"_s;
    QVERIFY(!log.lines().first().text.contains(u'\n'));
    QVERIFY(!log.lines().first().text.contains(u'\r'));
}

// FAULTS F-49: a name could otherwise paint over a terminal, or turn the rest of its line around.
void TestLogging::foreignTextGivesATerminalNoOrders()
{
    Log log({.level = LogLevel::Info, .toStderr = false});
    qCInfo(lcBot).noquote() << u"\u001b[2J\u0007\u009b \u202egnp.exe\u2066 \u2028 👩\u200d👩 ü"_s;
    QCOMPARE(log.lines().first().text, u" [2J   \u0020gnp.exe    👩\u200d👩 ü"_s);
}

void TestLogging::linesComeFromEveryThread()
{
    Log log({.level = LogLevel::Info, .toStderr = false});
    constexpr int EachThread = 200;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([] {
            for (int i = 0; i < EachThread; ++i)
                qCInfo(lcBot) << "line" << i;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(log.lines().size(), 4 * EachThread);
    QCOMPARE(log.lines().last().number, 4 * EachThread);
}

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"
