// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"

#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Format : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void durationsHaveAtMostTwoUnits_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"0 s"_s;
        QTest::newRow("seconds") << 45 * SecondMs << u"45 s"_s;
        QTest::newRow("minutes and seconds") << 370 * SecondMs << u"6 min 10 s"_s;
        QTest::newRow("whole minutes") << 8 * MinuteMs << u"8 min"_s;
        QTest::newRow("hours and minutes") << 3 * HourMs + 12 * MinuteMs << u"3 h 12 min"_s;
        QTest::newRow("days and hours") << 2 * DayMs + 4 * HourMs << u"2 d 4 h"_s;
        QTest::newRow("rounded into the next unit") << HourMs - 1 << u"1 h"_s;
        QTest::newRow("rounded into the next day") << DayMs - 1 << u"1 d"_s;
        QTest::newRow("hours are rounded to minutes") << 3 * HourMs + 31 * SecondMs << u"3 h 1 min"_s;
        QTest::newRow("clocks that ran back") << qint64(-5000) << u"0 s"_s;
    }
    void durationsHaveAtMostTwoUnits() // M-24
    {
        QFETCH(qint64, ms);
        QTEST(Format::duration(double(ms)), "text");
    }

    void nothingMeasuredIsADash() // M-20
    {
        QCOMPARE(Format::duration(std::nullopt), u"–"_s);
        QCOMPARE(Format::decimal(std::nullopt), u"–"_s);
    }

    void elapsedTimeCountsWholeMinutes()
    {
        QCOMPARE(Format::elapsed(59 * SecondMs), u"59 s"_s);
        QCOMPARE(Format::elapsed(42 * MinuteMs + 59 * SecondMs), u"42 min"_s);
        QCOMPARE(Format::elapsed(27 * HourMs + 59 * MinuteMs), u"1 d 3 h"_s);
    }

    void numbersFollowTheLocale()
    {
        QCOMPARE(Format::decimal(11.44), u"11.4"_s);
        QCOMPARE(Format::count(12345), u"12,345"_s);
        QCOMPARE(Format::percent(0.824), u"82 %"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Format)
#include "tst_format.moc"
