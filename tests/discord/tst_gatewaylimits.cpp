// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/sendlimiter.h"
#include "bot/discord/wakeprobe.h"

#include <QTest>

using namespace Discord;
using Kind = SendLimiter::Kind;

// The small judges beside the gateway session: how much may be sent, and whether the computer slept.
class GatewayLimitsTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingExceedsTheWindow_data();
    void nothingExceedsTheWindow();
    void ownHeartbeatsAlwaysFindRoom_data();
    void ownHeartbeatsAlwaysFindRoom();
    void aPauseHoldsBackAllButHeartbeats();
    void lateTicksAndSleepAreNoticed_data();
    void lateTicksAndSleepAreNoticed();
    void theTimeAsleepIsKnownHere();
};

void GatewayLimitsTest::nothingExceedsTheWindow_data()
{
    QTest::addColumn<int>("everyMs");
    for (const int everyMs : {1, 100, 507, 509, 700})
        QTest::newRow(QByteArray::number(everyMs).constData()) << everyMs;
}

void GatewayLimitsTest::nothingExceedsTheWindow()
{
    QFETCH(int, everyMs);
    SendLimiter limiter;
    limiter.setHeartbeatInterval(41'250);
    QVector<MonoMs> sent;
    for (MonoMs now = 0; now < 5 * MinuteMs; now += everyMs) {
        if (limiter.take(Kind::Other, now))
            sent.append(now);
    }
    constexpr int Others = 118 - 2 - 2; // two heartbeats fall into a minute, two are spare
    QVERIFY(sent.size() > Others * 3);
    for (int i = Others; i < sent.size(); ++i)
        QVERIFY(sent.at(i) - sent.at(i - Others) >= MinuteMs);
}

void GatewayLimitsTest::ownHeartbeatsAlwaysFindRoom_data() // H-05
{
    QTest::addColumn<int>("intervalMs");
    for (const int intervalMs : {1000, 5000, 41'250, 300'000})
        QTest::newRow(QByteArray::number(intervalMs).constData()) << intervalMs;
}

void GatewayLimitsTest::ownHeartbeatsAlwaysFindRoom()
{
    QFETCH(int, intervalMs);
    SendLimiter limiter;
    limiter.setHeartbeatInterval(intervalMs);
    MonoMs nextBeat = intervalMs / 3;
    for (MonoMs now = 0; now < 20 * MinuteMs; now += 10) {
        limiter.take(Kind::Other, now);
        if (now >= nextBeat) {
            QVERIFY(limiter.take(Kind::Heartbeat, now));
            nextBeat += intervalMs;
        }
    }
}

void GatewayLimitsTest::aPauseHoldsBackAllButHeartbeats() // RATE_LIMITED
{
    SendLimiter limiter;
    limiter.setHeartbeatInterval(41'250);
    limiter.pause(5000, -100'000); // monotonic time may begin anywhere
    QVERIFY(!limiter.take(Kind::Other, -95'001));
    QVERIFY(limiter.take(Kind::Heartbeat, -95'001));
    limiter.pause(1000, -96'000); // a shorter one does not lift it
    QVERIFY(!limiter.take(Kind::Other, -95'001));
    QVERIFY(limiter.take(Kind::Other, -95'000));
}

void GatewayLimitsTest::lateTicksAndSleepAreNoticed_data() // H-06
{
    using Slept = std::optional<qint64>;
    QTest::addColumn<qint64>("tickMs");
    QTest::addColumn<Slept>("slept");
    QTest::addColumn<bool>("noticed");
    QTest::newRow("on time") << qint64(5000) << Slept(100) << false;
    QTest::newRow("a little late") << qint64(20'000) << Slept(100) << false;
    QTest::newRow("late") << qint64(20'001) << Slept(100) << true;
    QTest::newRow("clocks drift") << qint64(5000) << Slept(2100) << false;
    QTest::newRow("slept") << qint64(5000) << Slept(2101) << true;
    QTest::newRow("late, sleep unknown") << qint64(20'001) << Slept() << true;
    QTest::newRow("sleep unknown") << qint64(5000) << Slept() << false;
}

void GatewayLimitsTest::lateTicksAndSleepAreNoticed()
{
    QFETCH(qint64, tickMs);
    QFETCH(std::optional<qint64>, slept);
    QFETCH(bool, noticed);
    WakeProbe probe;
    QVERIFY(!probe.tick(7000, 100));
    QCOMPARE(probe.tick(7000 + tickMs, slept), noticed);
    QVERIFY(!probe.tick(12'000 + tickMs, slept)); // once is enough
}

void GatewayLimitsTest::theTimeAsleepIsKnownHere()
{
#ifdef Q_OS_LINUX
    const auto before = sleptTotalMs();
    QVERIFY(before && *before >= 0);
    QVERIFY(*sleptTotalMs() - *before < 1000);
#else
    QSKIP("The pair of clocks is tested on Linux only.");
#endif
}

QTEST_APPLESS_MAIN(GatewayLimitsTest)
#include "tst_gatewaylimits.moc"
