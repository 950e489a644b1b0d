// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/discord/gatewaypilot.h"

#include <QTest>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;
using State = GatewayStatus::State;
using Reason = IdentifyGovernor::Reason;

// How seldom the bot identifies, whatever goes wrong: above 1000 a day Discord resets the token (PROTOCOL
// I-02, I-03).
class IdentifyGovernorTest : public QObject
{
    Q_OBJECT
private slots:
    void identifiesKeepTheirDistance();
    void failuresBackOffToFifteenMinutes();
    void aLastingSessionEndsTheBackoff();
    void fiveShortLivesInAnHourAreForgiven();
    void aDayOfFailureIsCheap_data();
    void aDayOfFailureIsCheap();
    void noMoreThanTwoHundredInAnyDay();
    void restartsOfTheProgramAreCounted();
    void aMovedWallClockFreesNothing_data();
    void aMovedWallClockFreesNothing();
    void loadingTwiceCountsOnce();
    void anUnwritableDatabaseAllowsTwentyPerRun();
    void discordsOwnLimitIsHonoured();
    void discordsLimitIsAskedAgainAfterItsReset();
};

void IdentifyGovernorTest::identifiesKeepTheirDistance() // I-02
{
    for (const double random : {0.0, 0.999999}) {
        IdentifyGovernor governor([random] { return random; });
        QCOMPARE(governor.verdict(0, true).notBeforeMono, MonoMs(0));
        governor.identified(0, 0);
        governor.ready(10);
        governor.sessionEnded(20);
        const auto verdict = governor.verdict(20, true);
        QCOMPARE(verdict.reason, Reason::Spacing);
        QCOMPARE(verdict.notBeforeMono, MonoMs(random > 0.5 ? 6499 : 5000));
        QVERIFY(!verdict.protects());
    }
}

void IdentifyGovernorTest::failuresBackOffToFifteenMinutes() // I-03 c
{
    for (const double random : {0.0, 0.999999}) {
        IdentifyGovernor governor([random] { return random; });
        MonoMs now = 0;
        const QVector<qint64> full = {5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900};
        for (const qint64 seconds : full) {
            governor.identified(now, 0);
            const qint64 backoffMs = random > 0.5 ? seconds * 1000 - 1 : seconds * 500;
            const qint64 spacingMs = random > 0.5 ? 6499 : 5000;
            const qint64 waitMs = governor.verdict(now, true).notBeforeMono - now;
            QVERIFY2(qAbs(waitMs - std::max(backoffMs, spacingMs)) <= 1, qPrintable(QString::number(waitMs)));
            now += waitMs; // counted from the IDENTIFY before
        }
    }
}

void IdentifyGovernorTest::aLastingSessionEndsTheBackoff()
{
    IdentifyGovernor governor([] { return 0.0; });
    MonoMs now = 0;
    for (int i = 0; i < 6; ++i) {
        governor.identified(now, 0);
        now = governor.verdict(now, true).notBeforeMono;
    }
    governor.identified(now, 0);
    governor.ready(now);
    governor.sessionEnded(now + 59'999); // short-lived, but the first of this hour: only spacing
    QCOMPARE(governor.verdict(now + 59'999, true).notBeforeMono, now + 59'999);
    now += 60'000;
    governor.identified(now, 0); // fails; the row of failures goes on where it was
    QVERIFY(governor.verdict(now, true).notBeforeMono >= now + 160'000);
    now += HourMs;
    governor.identified(now, 0);
    governor.ready(now);
    now += 60'000;
    governor.sessionEnded(now);
    governor.identified(now, 0);
    QCOMPARE(governor.verdict(now, true).notBeforeMono, now + 5000);
}

void IdentifyGovernorTest::fiveShortLivesInAnHourAreForgiven() // I-03 c
{
    IdentifyGovernor governor([] { return 0.0; });
    MonoMs now = 0;
    QVector<qint64> waits;
    for (int i = 0; i < 12; ++i) {
        governor.identified(now, 0);
        governor.ready(now);
        governor.sessionEnded(now + 1);
        waits.append(governor.verdict(now + 1, true).notBeforeMono - now);
        now += waits.last();
    }
    const QVector<qint64> expected = {5000, 5000,   5000,   5000,   5000,   5000,
                                      5000, 10'000, 20'000, 40'000, 80'000, 160'000};
    QCOMPARE(waits, expected);
}

void IdentifyGovernorTest::aDayOfFailureIsCheap_data() // F-14
{
    QTest::addColumn<int>("kind");
    QTest::newRow("op 9 false to every IDENTIFY") << 0;
    QTest::newRow("no answer to IDENTIFY") << 1;
    QTest::newRow("connection lost after IDENTIFY") << 2;
    QTest::newRow("4003 after IDENTIFY") << 3;
    QTest::newRow("READY, then op 9 false at once") << 4;
    QTest::newRow("READY, then 4009 after 50 s") << 5;
}

void IdentifyGovernorTest::aDayOfFailureIsCheap()
{
    QFETCH(int, kind);
    for (quint32 seed = 1; seed <= 5; ++seed) {
        GatewayPilot pilot(seed);
        pilot.remaining = 100'000'000; // Discord's own count does not help here
        std::optional<MonoMs> endsMono;
        pilot.onIdentify = [&] {
            switch (kind) {
            case 0:
                pilot.sendOp(9, false);
                break;
            case 1:
                break;
            case 2:
                pilot.closed(0);
                break;
            case 3:
                pilot.closed(4003);
                break;
            case 4:
                pilot.ready();
                pilot.sendOp(9, false);
                break;
            case 5:
                pilot.ready();
                endsMono = pilot.mono + 50 * SecondMs;
                break;
            }
        };
        pilot.start();
        for (MonoMs passed = 0; passed < DayMs; passed += SecondMs) {
            pilot.advance(SecondMs);
            if (endsMono && pilot.mono >= *endsMono) {
                endsMono.reset();
                pilot.closed(4009);
            }
        }
        const int used = int(pilot.identifies.size());
        QVERIFY2(used >= 90, qPrintable(QString::number(used))); // it does try
        QVERIFY2(used <= 150, qPrintable(QString::number(used)));
        QCOMPARE(pilot.recorded.size(), used);
        for (int i = 1; i < used; ++i)
            QVERIFY(pilot.identifies.at(i) - pilot.identifies.at(i - 1) >= 5000); // I-02
    }
}

void IdentifyGovernorTest::noMoreThanTwoHundredInAnyDay() // I-03 b
{
    // Sessions that live just long enough to count as healthy, and the least random waits there are.
    GatewayPilot pilot;
    pilot.fixedRandom = 0;
    pilot.remaining = 100'000'000;
    std::optional<MonoMs> endsMono;
    pilot.onIdentify = [&] {
        pilot.ready();
        endsMono = pilot.mono + 61 * SecondMs;
    };
    pilot.start();
    bool paused = false;
    for (MonoMs passed = 0; passed < 3 * DayMs; passed += SecondMs) {
        pilot.advance(SecondMs);
        paused = paused || pilot.state() == State::Paused;
        if (endsMono && pilot.mono >= *endsMono) {
            endsMono.reset();
            pilot.closed(4009);
        }
    }
    QVERIFY(paused);
    QVERIFY(pilot.identifies.size() > 400);
    for (int i = 200; i < pilot.identifies.size(); ++i)
        QVERIFY(pilot.identifies.at(i) - pilot.identifies.at(i - 200) >= DayMs);
}

void IdentifyGovernorTest::restartsOfTheProgramAreCounted() // I-03 b
{
    GatewayPilot pilot;
    for (int i = 0; i < 200; ++i)
        pilot.settings.recentIdentifies.append(pilot.utc - HourMs - i * 60'000);
    pilot.start();
    QCOMPARE(pilot.state(), State::Paused);
    QVERIFY(pilot.opens.isEmpty());
    // The oldest of the two hundred decides: it was 199 minutes before the newest.
    const UtcMs free = pilot.utc - HourMs - 199 * 60'000 + DayMs;
    QCOMPARE(pilot.session.status().untilMs, free);
    pilot.advance(free - pilot.utc - 1);
    QVERIFY(pilot.identifies.isEmpty());
    pilot.advance(1);
    QCOMPARE(pilot.state(), State::Connected);
}

void IdentifyGovernorTest::aMovedWallClockFreesNothing_data() // H-08, F-60
{
    QTest::addColumn<qint64>("jumpMs");
    QTest::newRow("a year on") << 365 * DayMs;
    QTest::newRow("a year back") << -365 * DayMs;
}

void IdentifyGovernorTest::aMovedWallClockFreesNothing()
{
    QFETCH(qint64, jumpMs);
    GatewayPilot pilot;
    for (int i = 0; i < 200; ++i)
        pilot.settings.recentIdentifies.append(pilot.utc - i * 1000);
    pilot.start();
    pilot.utc += jumpMs;
    pilot.advance(DayMs - 200 * 1000);
    QVERIFY(pilot.identifies.isEmpty());
    pilot.advance(200 * 1000);
    QCOMPARE(pilot.identifies.size(), 1);

    // Times in the future, written before the clock was set back, count as just now.
    IdentifyGovernor governor([] { return 0.0; });
    governor.load(QVector<UtcMs>(1, 2 * DayMs), 0, DayMs);
    QCOMPARE(governor.countOfDay(DayMs - 1), 1);
    QCOMPARE(governor.countOfDay(DayMs + 1), 0);
}

void IdentifyGovernorTest::loadingTwiceCountsOnce()
{
    IdentifyGovernor governor([] { return 0.0; });
    governor.load({1000, 2000}, 50'000, 3000);
    governor.identified(51'000, 4000);
    governor.load({1000, 2000, 4000}, 52'000, 5000); // the ledger as it stands after that
    QCOMPARE(governor.countOfDay(52'000), 3);
}

void IdentifyGovernorTest::anUnwritableDatabaseAllowsTwentyPerRun() // I-03 d
{
    GatewayPilot pilot;
    bool writable = false;
    pilot.settings.recordable = [&] { return writable; };
    pilot.start();
    for (int i = 0; i < 40; ++i) {
        pilot.advance(10 * MinuteMs);
        pilot.closed(4009);
    }
    pilot.advance(10 * MinuteMs);
    QCOMPARE(pilot.identifies.size(), 20);
    QCOMPARE(pilot.state(), State::Paused);
    writable = true;
    pilot.advance(MinuteMs);
    QCOMPARE(pilot.state(), State::Connected);
}

void IdentifyGovernorTest::discordsOwnLimitIsHonoured() // I-03 a, F-20
{
    GatewayPilot pilot;
    pilot.remaining = 20;
    pilot.resetAfterMs = 2 * HourMs;
    pilot.start();
    QCOMPARE(pilot.state(), State::Paused);
    QCOMPARE(pilot.session.status().untilMs, pilot.utc + 2 * HourMs);
    QVERIFY(pilot.session.status().text.contains(u"protect"_s));
    pilot.advance(2 * HourMs - 1);
    QVERIFY(pilot.identifies.isEmpty());
    QVERIFY(pilot.opens.isEmpty());
}

void IdentifyGovernorTest::discordsLimitIsAskedAgainAfterItsReset()
{
    GatewayPilot pilot;
    pilot.remaining = 0;
    pilot.resetAfterMs = HourMs;
    pilot.start();
    pilot.advance(HourMs); // still nothing left
    QCOMPARE(pilot.fetches, 2);
    QVERIFY(pilot.identifies.isEmpty());
    pilot.remaining = 1000;
    pilot.advance(HourMs);
    QCOMPARE(pilot.fetches, 3);
    QCOMPARE(pilot.identifies.size(), 1);
}

QTEST_APPLESS_MAIN(IdentifyGovernorTest)
#include "tst_identifygovernor.moc"
