// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/localclock.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// M-22: what LocalClock says is what the zone says, however it is asked.
class LocalClockTest : public QObject
{
    Q_OBJECT

private slots:
    void theZoneIsFollowed_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone :
             {"UTC", "Europe/London", "America/New_York", "America/St_Johns", "Asia/Kolkata",
              "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "UTC+05:45"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void theZoneIsFollowed()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone expected(zone);
        QVERIFY(expected.isValid());
        LocalClock clock(expected);
        // In order, over several years by an odd step; then around every change of the clocks; then in any order.
        QVector<UtcMs> instants;
        for (UtcMs at = 1262304000000; at < 1893456000000; at += 37 * HourMs + 1234567)
            instants.append(at);
        if (expected.hasTransitions()) {
            const auto changes = expected.transitions(QDateTime::fromMSecsSinceEpoch(1262304000000, Qt::UTC),
                                                      QDateTime::fromMSecsSinceEpoch(1893456000000, Qt::UTC));
            for (const QTimeZone::OffsetData &change : changes) {
                for (const qint64 by : {-HourMs, -1LL, 0LL, 1LL, HourMs})
                    instants.append(change.atUtc.toMSecsSinceEpoch() + by);
            }
        }
        QRandomGenerator dice(7);
        for (int i = 0; i < 300; ++i)
            instants.append(qint64(dice.bounded(quint64(2000000000000))));
        instants += {0, -1, -DayMs, 4102444800000};
        for (const UtcMs at : std::as_const(instants)) {
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, expected);
            const LocalClock::Time time = clock.at(at);
            QVERIFY2(time.hour == local.time().hour() && time.dayOfWeek == local.date().dayOfWeek()
                         && time.day == QDate(1970, 1, 1).daysTo(local.date()),
                     qPrintable(local.toString(Qt::ISODate)));
        }
    }

    void aZoneThatIsNoneIsUtc()
    {
        LocalClock clock{QTimeZone()};
        QCOMPARE(clock.offsetMs(0), 0);
        QCOMPARE(clock.at(0).dayOfWeek, 4); // 1 January 1970 was a Thursday
    }
};

QTEST_GUILESS_MAIN(LocalClockTest)
#include "tst_localclock.moc"
