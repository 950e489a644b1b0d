// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

// What the program does with its process (FAULTS TM-03, INTERFACE "SIGTERM", "NOTIFY_SOCKET").
class TestProcess : public QObject
{
    Q_OBJECT
private slots:
    void aTakenVariableIsGoneFromItsMemoryToo();
    void aVariableThatIsNotSetIsEmpty();
    void signalsArriveThroughTheEventLoop_data();
    void signalsArriveThroughTheEventLoop();
    void theServiceManagerIsTold();
    void withoutAServiceManagerNothingHappens();
    void theAccountIsNamedWithoutItsVariable();
};

void TestProcess::aTakenVariableIsGoneFromItsMemoryToo()
{
    // As the kernel hands it over: memory that outlives the variable.
    static char given[] = "TA_TEST_SECRET=canary-secret";
    QCOMPARE(putenv(given), 0);
    QCOMPARE(takeFromEnvironment("TA_TEST_SECRET"), QByteArray("canary-secret"));
    QVERIFY(std::getenv("TA_TEST_SECRET") == nullptr);
    QVERIFY(std::memchr(given, 'y', sizeof(given)) == nullptr);
    QCOMPARE(std::strlen(given), std::strlen("TA_TEST_SECRET="));
}

void TestProcess::aVariableThatIsNotSetIsEmpty()
{
    QCOMPARE(takeFromEnvironment("TA_NOT_SET"), QByteArray());
}

void TestProcess::signalsArriveThroughTheEventLoop_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestProcess::signalsArriveThroughTheEventLoop()
{
    QFETCH(int, number);
    StopSignal stop;
    QSignalSpy requested(&stop, &StopSignal::requested);
    QCOMPARE(kill(getpid(), number), 0);
    QTRY_COMPARE(requested.size(), 1);
}

void TestProcess::theServiceManagerIsTold()
{
    QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("notify")));
    const int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    QVERIFY(fd >= 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    QCOMPARE(bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof(address)), 0);
    qputenv("NOTIFY_SOCKET", path);
    notifyServiceManager("READY=1");
    char bytes[64] = {};
    QCOMPARE(recv(fd, bytes, sizeof(bytes), MSG_DONTWAIT), ssize_t(7));
    QCOMPARE(QByteArray(bytes), QByteArray("READY=1"));
    close(fd);
    qunsetenv("NOTIFY_SOCKET");
}

void TestProcess::withoutAServiceManagerNothingHappens()
{
    qputenv("NOTIFY_SOCKET", "/nowhere/at/all");
    notifyServiceManager("READY=1");
    qunsetenv("NOTIFY_SOCKET");
    notifyServiceManager("READY=1");
}

// The history says who acted, also of a service that has next to no environment (UX J7).
void TestProcess::theAccountIsNamedWithoutItsVariable()
{
    QHash<const char *, QByteArray> before;
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        before.insert(variable, qgetenv(variable));
        qunsetenv(variable);
    }
    QCOMPARE(accountName(), QDir(QDir::homePath()).dirName());
    qputenv("USER", "dana");
    QCOMPARE(accountName(), u"dana"_s);
    for (auto variable = before.cbegin(); variable != before.cend(); ++variable) {
        if (variable->isEmpty())
            qunsetenv(variable.key());
        else
            qputenv(variable.key(), *variable);
    }
}

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
