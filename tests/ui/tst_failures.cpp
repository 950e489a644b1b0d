// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowworld.h"

#include "ui/livedata.h"
#include "ui/setup/setupchecklist.h"
#include "ui/sourceenglish.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statepane.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

// Takes a table away from the program, as damage would, and gives it back.
class MissingTable
{
public:
    MissingTable(const QString &folder, const QString &table) : m_table(table)
    {
        m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"missing"_s);
        m_db.setDatabaseName(folder + u"/ticket-assistant.db"_s);
        if (!m_db.open())
            qFatal("the database cannot be opened a second time");
        run(u"PRAGMA legacy_alter_table = ON"_s);
        run(u"ALTER TABLE %1 RENAME TO away"_s.arg(table));
    }
    void giveBack()
    {
        run(u"ALTER TABLE away RENAME TO %1"_s.arg(m_table));
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(u"missing"_s);
    }

private:
    void run(const QString &sql)
    {
        QSqlQuery query(m_db);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    }
    QSqlDatabase m_db;
    const QString m_table;
};

} // namespace

// UX 2.6, "Error": a page that cannot read its data says what failed and what still works, instead of looking empty.
class tst_Failures : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(&m_english);
    }
    void aPageThatCannotReadSaysSoAndTriesAgain_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("pane");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("says");
        QTest::newRow("overview") << u"overview"_s << u"overviewState"_s << u"ticket"_s << u"The numbers"_s;
        QTest::newRow("tickets") << u"tickets"_s << u"ticketsState"_s << u"ticket"_s << u"The tickets"_s;
        QTest::newRow("trends") << u"trends"_s << u"trendsState"_s << u"ticket"_s << u"The trends"_s;
        QTest::newRow("staff") << u"staff"_s << u"staffState"_s << u"ticket"_s
                               << u"The numbers of the team"_s;
        QTest::newRow("permissions") << u"permissions"_s << u"permissionsState"_s << u"max_user"_s
                                     << u"The permissions"_s;
        QTest::newRow("settings") << u"settings"_s << u"settingsState"_s << u"max_user"_s
                                  << u"The settings"_s;
    }
    void aPageThatCannotReadSaysSoAndTriesAgain()
    {
        QFETCH(QString, page);
        QFETCH(QString, pane);
        QFETCH(QString, table);
        QFETCH(QString, says);
        WindowWorld w;
        MainWindow &window = w.window();
        window.resize(1280, 800);
        window.show();
        QTRY_VERIFY(window.live().loaded());
        window.showPage(u"log"_s); // asks nothing
        MissingTable missing(w.world().folder(), table);
        window.showPage(page);
        window.live().refreshNow();
        auto *state = window.findChild<StatePane *>(pane);
        QVERIFY(state);
        QTRY_VERIFY_WITH_TIMEOUT(!state->problem().isEmpty(), 20'000);
        QVERIFY2(state->problem().startsWith(says), qPrintable(state->problem()));
        QVERIFY(state->problem().contains("goes on recording"_L1));
        // Where nothing was shown yet it stands in the middle, with both buttons; a strip above what was shown.
        const bool inPlace = state->state() == StatePane::State::Error;
        auto *again = inPlace ? state->findChild<QPushButton *>(u"stateTryAgain"_s)
                              : state->findChild<QPushButton *>(u"stateProblemButton1"_s);
        auto *copy = inPlace ? state->findChild<QPushButton *>(u"stateCopyDetails"_s)
                             : state->findChild<QPushButton *>(u"stateProblemButton2"_s);
        QVERIFY(again && again->isVisible());
        QVERIFY(copy && copy->isVisible());
        QTest::mouseClick(copy, Qt::LeftButton);
        QVERIFY2(QGuiApplication::clipboard()->text().contains("no such table"_L1),
                 qPrintable(QGuiApplication::clipboard()->text()));
        missing.giveBack();
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(state->problem().isEmpty(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(state->state(), StatePane::State::Content, 20'000);
    }
    void whatWasShownStaysBelowTheMessage()
    {
        WindowWorld w;
        MainWindow &window = w.window();
        window.resize(1280, 800);
        window.show();
        QTRY_VERIFY(window.live().loaded());
        window.showPage(u"tickets"_s);
        auto *state = window.findChild<StatePane *>(u"ticketsState"_s);
        auto *table = window.findChild<QAbstractItemView *>(u"ticketsTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        const int rows = table->model()->rowCount();
        MissingTable missing(w.world().folder(), u"ticket"_s);
        window.live().refreshNow();
        QTRY_VERIFY_WITH_TIMEOUT(!state->problem().isEmpty(), 20'000);
        QCOMPARE(state->state(), StatePane::State::Content);
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), rows);
        missing.giveBack();
        window.live().refreshNow();
        QTRY_VERIFY_WITH_TIMEOUT(state->problem().isEmpty(), 20'000);
        QVERIFY(!window.findChild<NoticeBar *>(u"stateProblem"_s)->isVisible());
    }

    void theFirstStepsTickThemselvesOffAndGo() // UX J1, Finish
    {
        UiWorld world(false);
        LiveData live(world.storage(), world.clock());
        BotState bot = world.connectedState();
        const BotState connected = bot;
        bot.gateway.state = Discord::GatewayStatus::State::Connecting;
        live.setBotState(bot);
        QTRY_VERIFY(live.loaded());
        SetupChecklist steps(live);
        QVERIFY(!steps.isVisible()); // not before the setup has ended
        steps.setWanted(true);
        QVERIFY(steps.isVisible());
        auto *connection = steps.findChild<QLabel *>(u"firstStep1"_s);
        auto *ticket = steps.findChild<QLabel *>(u"firstStep4"_s);
        QVERIFY(connection->text().startsWith("To do:"_L1));
        QVERIFY(steps.findChild<QWidget *>(u"firstStepGo1"_s)->isVisible());
        live.setBotState(connected);
        QVERIFY(connection->text().startsWith(u"✓ Done:"_s));
        QVERIFY(!steps.findChild<QWidget *>(u"firstStepGo1"_s)->isVisible());
        QVERIFY(ticket->text().startsWith("To do:"_L1));
        QSignalSpy links(&steps, &SetupChecklist::linkActivated);
        QTest::mouseClick(steps.findChild<QToolButton *>(u"firstStepGo4"_s), Qt::LeftButton);
        QCOMPARE(links.size(), 1);
        world.addTicket(UiWorld::Appeals, u"appeal-1"_s, UiWorld::Start - HourMs, -1, -1);
        world.flush();
        live.refreshNow();
        QTRY_VERIFY(!steps.wanted());
        QVERIFY(!steps.isVisible());
    }
    void theFirstStepsCanBePutAway()
    {
        UiWorld world(false);
        LiveData live(world.storage(), world.clock());
        SetupChecklist steps(live);
        steps.setWanted(true);
        QTest::mouseClick(steps.findChild<QToolButton *>(u"firstStepsClose"_s), Qt::LeftButton);
        QVERIFY(!steps.wanted());
        QVERIFY(!steps.isVisible());
    }

private:
    SourceEnglish m_english;
};

QTEST_MAIN(tst_Failures)
#include "tst_failures.moc"
