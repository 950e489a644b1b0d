// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowworld.h"

#include "ui/livedata.h"
#include "ui/sourceenglish.h"
#include "ui/uiselftest.h"

#include <QApplication>

using namespace Qt::Literals::StringLiterals;

// UX section 5, --selftest-ui: that it sees what it is for. How fast the pages are is measured, not tested: see
// packaging/measure-console.
class tst_UiSelfTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qApp->installTranslator(&m_english); }

    void aStallIsNoticed()
    {
        StallMeter meter;
        QSignalSpy ticks(&meter, &StallMeter::ticked);
        QTRY_VERIFY(ticks.size() > 3);
        meter.takeSlowest();
        QElapsedTimer busy;
        busy.start();
        while (busy.elapsed() < 120) { }
        ticks.clear();
        QTRY_VERIFY(!ticks.isEmpty());
        const StallMeter::Stall stall = meter.takeSlowest();
        QVERIFY2(stall.wallMs >= 100, qPrintable(QString::number(stall.wallMs)));
        QVERIFY2(stall.cpuMs > 0 && stall.cpuMs <= stall.wallMs + 20,
                 qPrintable(QString::number(stall.cpuMs)));
    }

    // Every page, whatever is recorded, nothing given up on, and nothing deleted.
    void everyPageIsOpened_data()
    {
        QTest::addColumn<bool>("filled");
        QTest::addColumn<bool>("server");
        QTest::newRow("tickets") << true << true;
        QTest::newRow("a server without tickets") << false << true;
        QTest::newRow("nothing at all") << false << false;
    }
    void everyPageIsOpened()
    {
        QFETCH(bool, filled);
        QFETCH(bool, server);
        WindowWorld world(filled, server);
        const qint64 before = tickets(world);
        QElapsedTimer sinceStart;
        sinceStart.start();
        world.openWindow(false, u"overview"_s);
        world.window().resize(1280, 800);
        world.window().show();
        UiSelfTest test(world.window(), sinceStart);
        QSignalSpy finished(&test, &UiSelfTest::finished);
        test.start();
        QVERIFY(finished.wait(240000));
        QStringList steps;
        for (const UiSelfTest::Row &row : test.rows()) {
            QVERIFY2(row.complete, qPrintable(row.step));
            QVERIFY2(row.readyMs >= 0, qPrintable(row.step));
            steps += row.step;
        }
        for (const QString &step : {u"start, Overview readable"_s, u"first log, 30 days"_s,
                                    u"trends, 365 days"_s, u"staff, everything"_s, u"data, Backups"_s,
                                    u"deletion preview of everything"_s, u"export report.pdf, 365 days"_s})
            QVERIFY2(steps.contains(step), qPrintable(step));
        const QList<QByteArray> lines = test.report().trimmed().split('\n');
        QCOMPARE(lines.size(), test.rows().size() + 3);
        QCOMPARE(lines.first().split('\t').size(), 4);
        QVERIFY(lines.last().startsWith("slowest stall by processor time\t"));
        QCOMPARE(tickets(world), before);
    }

private:
    static qint64 tickets(WindowWorld &world)
    {
        std::optional<qint64> count;
        QObject asker;
        world.host().storage().read(
            &asker, [](const Reader &reader) { return reader.health().tickets; },
            [&count](qint64 n) { count = n; });
        [&] { QTRY_VERIFY(count); }();
        return count.value_or(-1);
    }
    SourceEnglish m_english;
};

QTEST_MAIN(tst_UiSelfTest)
#include "tst_uiselftest.moc"
