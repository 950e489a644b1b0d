// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "bot/base/format.h"
#include "bot/store/noticestore.h"
#include "ui/models/rowtablemodel.h"
#include "ui/pages/data/databackups.h"
#include "ui/pages/data/datadelete.h"
#include "ui/pages/data/datahealth.h"
#include "ui/pages/data/datapage.h"
#include "ui/pages/data/historywords.h"
#include "ui/sourceenglish.h"
#include "ui/theme.h"
#include "ui/uisettings.h"
#include "ui/widgets/filesaver.h"
#include "ui/widgets/headerbar.h"
#include "ui/widgets/smalltables.h"
#include "ui/widgets/statepane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSemaphore>
#include <QSpinBox>
#include <QSqlQuery>
#include <QTabBar>
#include <QTableView>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

DataActions plainActions()
{
    DataActions actions;
    actions.actor = {{}, u"desk"_s, true};
    return actions;
}

// A world, what pages ask, and the page in a window.
class Bench
{
public:
    explicit Bench(bool filled = true, bool server = true)
        : world(filled), live(world.storage(), world.clock()), page(new DataPage(live, actions()))
    {
        if (server)
            live.setBotState(world.connectedState());
        QObject::connect(&world.storage(), &Storage::committed, &live, &LiveData::noteCommitted);
        QObject::connect(page, &Page::message, page,
                         [this](const QString &text, const std::function<void()> &undo) {
                             said.append(text);
                             lastUndo = undo;
                         });
        QObject::connect(page, &Page::problem, page, [this](const QString &text) {
            said.append(text);
            problems.append(text);
        });
        QObject::connect(page, &Page::fileWritten, page, [this](const QString &text, const QString &path) {
            said.append(text);
            lastWritten = path;
        });
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(page);
        window.resize(1072, 690);
    }
    DataActions actions()
    {
        DataActions actions = plainActions();
        actions.saveConfig = [this](GuildId, const StoredConfig &config, const DataActions::Done &done) {
            saveConfig(config);
            done({});
        };
        actions.saveNotices = [this](GuildId guild, const QJsonObject &notices,
                                     const DataActions::Done &done) {
            world.storage().write(
                &window,
                [guild, notices](Writer &writer) {
                    return NoticeStore::saveSettings(writer, guild, notices,
                                                     {{}, QStringLiteral("test"), true});
                },
                done);
        };
        return actions;
    }
    void show(const QString &section)
    {
        QTRY_VERIFY(live.loaded());
        page->showSection(section);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    template <class Widget>
    Widget *find(const QString &name) const
    {
        auto *widget = page->findChild<Widget *>(name);
        if (!widget)
            qFatal("no %s", qPrintable(name));
        return widget;
    }
    int tickets()
    {
        int total = -1;
        bool done = false;
        world.storage().readAfterFlush(
            &window, [](const Reader &reader) { return int(reader.health().tickets); },
            [&](int n) {
                total = n;
                done = true;
            });
        [&] { QTRY_VERIFY(done); }();
        return total;
    }
    QString lastSaid() const { return said.isEmpty() ? QString() : said.last(); }
    void press(const QString &button)
    {
        auto *b = find<QPushButton>(button);
        QVERIFY2(b->isVisible() && b->isEnabled(), qPrintable(button));
        b->setFocus();
        QTest::keyClick(b, Qt::Key_Space);
    }

    UiWorld world;
    LiveData live;
    QWidget window;
    DataPage *page;
    QStringList said, problems; // the latter are among the former
    QString lastWritten;
    std::function<void()> lastUndo;
    std::function<void(const StoredConfig &)> saveConfig;
};

} // namespace

class tst_DataPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(&m_english);
        m_theme = new Theme(this);
        QDir().mkpath(u"screenshots"_s);
    }

    // -- the model -----------------------------------------------------------------------------------------------------------

    void newRowsKeepTheModelSound()
    {
        RowTableModel model({u"a"_s, u"b"_s});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QRandomGenerator dice(7);
        for (int round = 0; round < 200; ++round) {
            QVector<RowTableModel::Row> rows;
            QVector<int> keys;
            for (int i = 0; i < 12; ++i)
                keys.append(i);
            std::shuffle(keys.begin(), keys.end(), dice);
            const int count = dice.bounded(13);
            for (int i = 0; i < count; ++i)
                rows.append(
                    {QString::number(keys[i]), {QString::number(dice.bounded(3)), u"<b>"_s}, keys[i]});
            model.setRows(rows);
            QCOMPARE(model.rows(), rows);
        }
        QCOMPARE(resets.size(), 0);
        model.setRows({{u"k"_s, {u"<b>"_s, {}}, {}}});
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;"_s); // TM-16
    }

    void aNewRowHasRoomInItsColumns() // must-point 19
    {
        QTableView view;
        RowTableModel model({u"Reason"_s, u"File"_s});
        view.setModel(&model);
        SmallTables::prepare(&view);
        view.resize(600, 200);
        model.setRows({{u"1"_s, {u"Daily"_s, u"a.db"_s}, {}}});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        model.setRows(
            {{u"2"_s, {u"Before a restore"_s, u"b.db"_s}, {}}, {u"1"_s, {u"Daily"_s, u"a.db"_s}, {}}});
        QTRY_VERIFY(view.columnWidth(0) >= view.fontMetrics().horizontalAdvance(u"Before a restore"_s));
    }

    void aRowThatMovesKeepsItsSelection()
    {
        RowTableModel model({u"a"_s});
        model.setRows({{u"x"_s, {u"1"_s}, {}}, {u"y"_s, {u"2"_s}, {}}});
        const QPersistentModelIndex chosen(model.index(1, 0));
        model.setRows({{u"new"_s, {u"0"_s}, {}}, {u"y"_s, {u"2"_s}, {}}, {u"x"_s, {u"1"_s}, {}}});
        QVERIFY(chosen.isValid());
        QCOMPARE(chosen.data(RowTableModel::KeyRole).toString(), u"y"_s);
        QCOMPARE(chosen.row(), 1);
    }

    // -- health --------------------------------------------------------------------------------------------------------------

    // PROTOCOL 2.6: coverage per day, counted by hand.
    void coverageIsTheShareOfEachDay()
    {
        HealthAnswer answer;
        answer.nowMs = UiWorld::Start;
        answer.recordingBeganMs = UiWorld::Start - 10 * DayMs;
        const UtcMs midnight = UiWorld::Start - UiWorld::Start % DayMs;
        CoverageGap gap;
        gap.id = 1;
        gap.fromMs = midnight - 2 * DayMs; // six hours of the day before yesterday
        gap.toMs = gap.fromMs + 6 * HourMs;
        CoverageGap minute;
        minute.id = 2;
        minute.fromMs = midnight - 5 * DayMs;
        minute.toMs = minute.fromMs + MinuteMs;
        CoverageGap channel = gap;
        channel.id = 3;
        channel.channel = ChannelId(5);
        channel.fromMs = midnight - 4 * DayMs;
        channel.toMs = channel.fromMs + DayMs;
        answer.gaps = {gap, minute, channel};
        const ChartSpec spec = HealthWords::coverage(answer, QTimeZone::utc());
        QCOMPARE(spec.points.size(), 31);
        const auto valueOn = [&](UtcMs fromMs) {
            for (int i = 0; i < spec.points.size(); ++i) {
                if (spec.points[i].fromMs == fromMs)
                    return spec.series.first().values[i];
            }
            return -1.0;
        };
        QCOMPARE(valueOn(midnight - 2 * DayMs), 75.0);
        QCOMPARE(valueOn(midnight - 5 * DayMs), 99.0); // a minute is not nothing
        QCOMPARE(valueOn(midnight - 4 * DayMs), 100.0); // one channel is not the server
        QCOMPARE(valueOn(midnight - DayMs), 100.0);
        QVERIFY(std::isnan(valueOn(midnight - 20 * DayMs))); // before recording began
        QCOMPARE(spec.offline.size(), 2);
        QVERIFY(HealthWords::observed(answer).startsWith(u"97.4 % of the last 10 days; 6 h 1 min"_s));
        answer.gaps.clear();
        QCOMPARE(HealthWords::observed(answer), u"All of the last 10 days"_s);
        answer.recordingBeganMs = 0;
        QCOMPARE(HealthWords::observed(answer), u"Nothing recorded yet"_s);
    }

    void healthNamesWhatIsKnown()
    {
        Bench bench;
        bench.show(u"health"_s);
        QTRY_VERIFY(!bench.find<QLabel>(u"healthRows"_s)->text().isEmpty());
        QVERIFY(bench.find<QLabel>(u"healthRows"_s)->text().contains(u"tickets"_s));
        QVERIFY(bench.find<QLabel>(u"healthFile"_s)->text().contains(bench.world.folder()));
        // What was just written lies beside the file, and counts once.
        const QString file = bench.world.storage().databasePath();
        const qint64 beside = QFileInfo(file + u"-wal"_s).size();
        QVERIFY(beside > 0);
        QVERIFY2(bench.find<QLabel>(u"healthFile"_s)
                     ->text()
                     .contains(Format::bytes(QFileInfo(file).size() + beside)),
                 qPrintable(bench.find<QLabel>(u"healthFile"_s)->text()));
        QCOMPARE(bench.find<QLabel>(u"healthBackup"_s)->text(), u"There is no backup yet"_s);
        QCOMPARE(bench.find<StatePane>(u"gapsState"_s)->state(), StatePane::State::Empty);
        bench.press(u"healthCheckNow"_s);
        QVERIFY(!bench.find<QPushButton>(u"healthCheckNow"_s)->isEnabled());
        QTRY_VERIFY(bench.find<QLabel>(u"healthCheck"_s)->text().startsWith(u"✓ Whole on"_s));
        QTRY_VERIFY(bench.find<QPushButton>(u"healthCheckNow"_s)->isEnabled());
        bench.press(u"healthCompact"_s);
        QTRY_VERIFY(!bench.said.isEmpty());
        QVERIFY2(bench.lastSaid().startsWith(u"Compacted"_s), qPrintable(bench.lastSaid()));
    }

    // -- delete --------------------------------------------------------------------------------------------------------------

    // Must-points 29 and 30, by keyboard.
    void deletingAndUndoing()
    {
        Bench bench;
        const int all = bench.tickets();
        bench.show(u"delete"_s);
        auto *button = bench.find<QPushButton>(u"deleteButton"_s);
        auto *days = bench.find<QSpinBox>(u"deleteLastDays"_s);
        QTRY_VERIFY(button->isEnabled());
        days->setFocus();
        days->selectAll();
        QTest::keyClicks(days, u"3"_s);
        QTRY_COMPARE(days->value(), 3);
        QTRY_VERIFY(button->isEnabled());
        const QString label = button->text();
        const int number = label.section(u' ', 1, 1).toInt();
        QVERIFY2(number > 0 && number <= 100, qPrintable(label));
        QVERIFY(bench.find<QLabel>(u"deleteCounts"_s)->text().startsWith(QString::number(number)));
        QCOMPARE(days->text(), u"3 days"_s);
        const int width = days->sizeHint().width();
        days->setValue(1);
        QCOMPARE(days->text(), u"1 day"_s);
        QVERIFY(days->width() >= width); // nothing moves
        days->selectAll();
        QTest::keyClicks(days, u"15"_s);
        QCOMPARE(days->text(), u"15 days"_s); // "1 day" in between
        days->setValue(3);
        QTRY_VERIFY(button->isEnabled());
        QCOMPARE(bench.find<QLabel>(u"deleteOpen"_s)->text(), u"14 open tickets are kept."_s);
        QVERIFY(!bench.find<QLineEdit>(u"deleteTyped"_s)->isVisible());
        QVERIFY(!button->isDefault() && !button->autoDefault());

        bench.press(u"deleteButton"_s);
        QTRY_VERIFY(bench.find<QPushButton>(u"deleteUndo"_s)->isVisible());
        QCOMPARE(bench.lastSaid(), u"%1 tickets deleted."_s.arg(number));
        QVERIFY(bench.lastUndo);
        QCOMPARE(bench.tickets(), all - number);
        const auto backups = Backups(DatabaseFile(bench.world.storage().databasePath())).list();
        QCOMPARE(backups.size(), 1);
        QCOMPARE(backups.first().reason, u"before-delete"_s);

        bench.press(u"deleteShowBackup"_s);
        QCOMPARE(bench.page->section(), u"backups"_s);
        auto *table = bench.find<QTableView>(u"backupsTable"_s);
        QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table->selectionModel()->selectedRows().first().data(RowTableModel::KeyRole).toString(),
                 backups.first().name);

        // Also without its backup, and keeping what was recorded since.
        QVERIFY(QFile::remove(backups.first().path));
        bench.world.addTicket(UiWorld::Appeals, u"since"_s, UiWorld::Start - HourMs, -1, -1);
        bench.page->showSection(u"delete"_s);
        bench.press(u"deleteUndo"_s);
        QTRY_COMPARE(bench.lastSaid(), u"%1 tickets are back."_s.arg(number));
        QCOMPARE(bench.tickets(), all + 1);
        QVERIFY(!bench.find<QPushButton>(u"deleteUndo"_s)->isVisible());
        QVERIFY(bench.find<QPushButton>(u"deleteShowBackup"_s)->hasFocus()); // must-point 18
    }

    void whatWasTakenBackElsewhereIsNotOfferedAgain()
    {
        Bench bench;
        bench.show(u"delete"_s);
        auto *button = bench.find<QPushButton>(u"deleteButton"_s);
        bench.find<QSpinBox>(u"deleteLastDays"_s)->setValue(3);
        QTRY_VERIFY(button->isEnabled() && button->text().section(u' ', 1, 1).toInt() <= 100);
        bench.press(u"deleteButton"_s);
        auto *undo = bench.find<QPushButton>(u"deleteUndo"_s);
        QTRY_VERIFY(undo->isVisible());
        QObject elsewhere; // the history, or Discord
        bench.world.storage().write(
            &elsewhere,
            [](Writer &w) {
                return w.undoWipe(UiWorld::Northwind, 1, {{}, u"Ana"_s, true});
            },
            [](const Result<WipeRecord> &) {});
        QTRY_VERIFY(!undo->isVisible());
        QVERIFY(bench.find<QLabel>(u"deleteResultText"_s)->text().endsWith(u"are back."_s));
    }

    void aLargeDeletionWantsItsNumber()
    {
        Bench bench;
        const int all = bench.tickets();
        bench.show(u"delete"_s);
        auto *everything = bench.find<QRadioButton>(u"deleteEverything"_s);
        everything->setFocus();
        QTest::keyClick(everything, Qt::Key_Space);
        auto *button = bench.find<QPushButton>(u"deleteButton"_s);
        QTRY_COMPARE(button->text(), u"&Delete %1 tickets"_s.arg(all));
        QCOMPARE(bench.find<QLabel>(u"deleteOpen"_s)->text(),
                 u"Including 14 open tickets, no longer tracked then."_s);
        QCOMPARE(bench.find<QLabel>(u"deleteShare"_s)->text(), u"Everything that is recorded"_s);
        bench.press(u"deleteButton"_s);
        auto *typed = bench.find<QLineEdit>(u"deleteTyped"_s);
        QVERIFY(typed->isVisible() && typed->hasFocus());
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(typed, u"12"_s);
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(bench.lastSaid(), u"That is not the number of tickets. Nothing was deleted."_s);
        // Cancel takes the question back.
        bench.press(u"deleteCancel"_s);
        QVERIFY(!typed->isVisible());
        QVERIFY(button->hasFocus());
        bench.press(u"deleteButton"_s);
        QTest::keyClicks(typed, QString::number(all));
        QVERIFY(button->isEnabled());
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_VERIFY(bench.find<QPushButton>(u"deleteUndo"_s)->isVisible());
        QCOMPARE(bench.tickets(), 0);
    }

    void changedNumbersBringANewPreview()
    {
        Bench bench;
        const int all = bench.tickets();
        bench.show(u"delete"_s);
        bench.find<QRadioButton>(u"deleteEverything"_s)->setChecked(true);
        auto *button = bench.find<QPushButton>(u"deleteButton"_s);
        QTRY_COMPARE(button->text(), u"&Delete %1 tickets"_s.arg(all));
        bench.press(u"deleteButton"_s);
        bench.world.addTicket(UiWorld::Appeals, u"new"_s, UiWorld::Start - MinuteMs, -1, -1);
        QTRY_VERIFY(!bench.said.isEmpty());
        QVERIFY(bench.lastSaid().startsWith(u"The numbers have changed meanwhile."_s));
        QCOMPARE(button->text(), u"&Delete %1 tickets"_s.arg(all + 1));
        QVERIFY(!bench.find<QLineEdit>(u"deleteTyped"_s)->isVisible());
        QCOMPARE(bench.tickets(), all + 1);
    }

    void withoutABackupNothingIsDeleted()
    {
        Bench bench;
        const int all = bench.tickets();
        // A file where the folder should be.
        const QString folder = DatabaseFile(bench.world.storage().databasePath()).backupFolder();
        QFile blocked(folder);
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        bench.show(u"delete"_s);
        auto *button = bench.find<QPushButton>(u"deleteButton"_s);
        bench.find<QSpinBox>(u"deleteLastDays"_s)->setValue(2);
        QTRY_VERIFY(button->isEnabled());
        bench.press(u"deleteButton"_s);
        QTRY_VERIFY(!bench.said.isEmpty());
        QVERIFY2(bench.lastSaid().endsWith(u"Nothing was deleted."_s), qPrintable(bench.lastSaid()));
        QCOMPARE(bench.problems, bench.said); // and it does not look like a success
        QTRY_VERIFY(button->hasFocus()); // must-point 18: as soon as it can be pressed again
        QCOMPARE(bench.tickets(), all);
    }

    // UX J6: it runs in the background, and cancel = nothing deleted.
    void cancellingDeletesNothing()
    {
        Bench bench;
        const int all = bench.tickets();
        bench.show(u"delete"_s);
        bench.find<QSpinBox>(u"deleteLastDays"_s)->setValue(2);
        auto *button = bench.find<QPushButton>(u"deleteButton"_s);
        QTRY_VERIFY(button->isEnabled());
        QSemaphore gate; // the storage thread has other things to do
        bench.world.storage().write(
            &bench.window,
            [&gate](Writer &) -> Status {
                gate.acquire();
                return {};
            },
            [](const Status &) {});
        bench.press(u"deleteButton"_s);
        QVERIFY(bench.find<QProgressBar>(u"deleteProgress"_s)->isVisible());
        QCOMPARE(bench.find<QLabel>(u"deleteHint"_s)->text(), u"Waiting for the database…"_s);
        QVERIFY(bench.find<QPushButton>(u"deleteCancel"_s)->hasFocus());
        bench.press(u"deleteCancel"_s);
        gate.release();
        QTRY_COMPARE(bench.lastSaid(), u"Cancelled. Nothing was deleted."_s);
        QVERIFY(bench.problems.isEmpty()); // it was wanted
        QVERIFY(!bench.find<QProgressBar>(u"deleteProgress"_s)->isVisible());
        QCOMPARE(bench.tickets(), all);
    }

    void aCategoryNarrowsTheScope()
    {
        Bench bench;
        bench.show(u"delete"_s);
        bench.find<QRadioButton>(u"deleteEverything"_s)->setChecked(true);
        auto *categories = bench.find<QComboBox>(u"deleteCategory"_s);
        QTRY_COMPARE(categories->count(), 4);
        categories->setCurrentText(u"Appeals"_s);
        auto *line = bench.find<QLabel>(u"deleteCategories"_s);
        QTRY_VERIFY(line->text().startsWith(u"Appeals "_s) && !line->text().contains(u"·"_s));
        QTRY_VERIFY(bench.find<QPushButton>(u"deleteButton"_s)->isEnabled());
    }

    // -- backups -------------------------------------------------------------------------------------------------------------

    void backingUpAndRestoring()
    {
        Bench bench;
        const int all = bench.tickets();
        bench.show(u"backups"_s);
        auto *state = bench.find<StatePane>(u"backupsState"_s);
        QTRY_COMPARE(state->state(), StatePane::State::FirstUse);
        QVERIFY(!bench.find<QPushButton>(u"restoreChosen"_s)->isEnabled());
        bench.press(u"backUpNow"_s);
        auto *table = bench.find<QTableView>(u"backupsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(state->state(), StatePane::State::Content);
        QCOMPARE(table->model()->index(0, 2).data().toString(), u"By hand"_s);
        QVERIFY(bench.lastSaid().startsWith(u"Backed up: 2026-11-22_1404_manual.db"_s));
        QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);

        bench.world.addTicket(UiWorld::Appeals, u"later"_s, UiWorld::Start - MinuteMs, -1, -1);
        QCOMPARE(bench.tickets(), all + 1);
        QTest::keyClick(table, Qt::Key_Return);
        auto *text = bench.find<QLabel>(u"restoreText"_s);
        QTRY_VERIFY(text->text().contains(u"Northwind: now %1 tickets"_s.arg(all + 1)));
        QVERIFY(text->text().contains(u"then %1 tickets"_s.arg(all)));
        QVERIFY(text->text().contains(u"backups/2026-11-22_1404_before-restore.db"_s));
        QVERIFY(bench.find<QPushButton>(u"restoreCancel"_s)->hasFocus()); // never the dangerous one
        bench.press(u"restoreNow"_s);
        QTRY_VERIFY(bench.lastSaid().contains(u"is restored"_s));
        QCOMPARE(bench.tickets(), all);
        QTRY_COMPARE(table->model()->rowCount(), 2);
    }

    void aFileThatIsNoBackupIsRefused()
    {
        Bench bench;
        bench.show(u"backups"_s);
        const QString path = bench.world.folder() + u"/text.db"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no database, and long enough to be looked at");
        file.close();
        bench.find<DataBackups>(u"data-backupsPage"_s)->previewRestore(path);
        QTRY_VERIFY(bench.find<QLabel>(u"restoreText"_s)->text().contains(u"Nothing was changed."_s));
        QVERIFY(!bench.find<QPushButton>(u"restoreNow"_s)->isEnabled());
    }

    // -- history -------------------------------------------------------------------------------------------------------------

    // UX J7: who, where, before and after, and the way back only where it is exact.
    void theHistoryTellsAndTakesBack()
    {
        Bench bench;
        StoredConfig config;
        bool saved = false;
        bench.world.storage().read(
            &bench.window, [](const Reader &reader) { return reader.config(UiWorld::Northwind); },
            [&](const StoredConfig &stored) {
                config = stored;
                saved = true;
            });
        QTRY_VERIFY(saved);
        const StoredConfig before = config;
        config.heavyLoad = 9;
        config.firstResponseTargetMs = 5 * 60 * 1000;
        saved = false;
        bench.world.storage().write(
            &bench.window,
            [config](Writer &writer) -> Status {
                const Actor dana{UserId(77), u"dana"_s, false};
                if (const auto added = writer.addMaxUser(UiWorld::Northwind, UserId(5), u"Ben"_s, dana);
                    !added)
                    return added.error();
                return writer.saveConfig(UiWorld::Northwind, config, dana);
            },
            [&](const Status &status) { saved = status.ok(); });
        QTRY_VERIFY(saved);
        bench.show(u"history"_s);
        auto *table = bench.find<QTableView>(u"historyTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3); // and the settings that the world began with
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"Settings"_s);
        QCOMPARE(table->model()->index(0, 2).data().toString(), u"dana"_s);
        QCOMPARE(table->model()->index(0, 3).data().toString(), u"Slash command"_s);
        QCOMPARE(table->model()->index(0, 4).data().toString(),
                 u"First response target: 10 min → 5 min; Heavy load from: 6 → 9"_s);
        QCOMPARE(table->model()->index(1, 4).data().toString(), u"Ben"_s);
        QCOMPARE(bench.find<QLabel>(u"historyCount"_s)->text(), u"3 changes"_s);

        // The filters.
        auto *kind = bench.find<QComboBox>(u"historyKind"_s);
        QTRY_COMPARE(kind->count(), 3);
        kind->setCurrentIndex(kind->findData(u"max_add"_s));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(bench.find<QLabel>(u"historyCount"_s)->text(), u"1 of 3"_s);
        auto *person = bench.find<QComboBox>(u"historyPerson"_s);
        QCOMPARE(person->itemText(2), u"This computer, account test"_s);
        person->setCurrentIndex(2);
        QTRY_COMPARE(bench.find<StatePane>(u"historyState"_s)->state(), StatePane::State::Empty);
        bench.press(u"historyClear"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);

        // Exact: nothing came after it.
        StoredConfig reverted;
        bench.saveConfig = [&](const StoredConfig &wanted) { reverted = wanted; };
        table->setFocus();
        table->selectRow(0);
        bench.press(u"historyRevert"_s);
        QTRY_COMPARE(bench.lastSaid(), u"The settings are as they were before."_s);
        QVERIFY(reverted.heavyLoad == before.heavyLoad
                && reverted.firstResponseTargetMs == before.firstResponseTargetMs);
        // Not exact any more.
        config.heavyLoad = 12;
        bench.world.storage().write(
            &bench.window,
            [config](Writer &writer) { return writer.saveConfig(UiWorld::Northwind, config, {}); },
            [](const Status &) {});
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->selectRow(1);
        QVERIFY(!bench.find<QPushButton>(u"historyRevert"_s)->isVisible());
        QVERIFY(bench.find<QLabel>(u"historyText"_s)->text().contains(u"changed again since"_s));
        table->selectRow(2);
        bench.press(u"historyRevert"_s);
        QTRY_COMPARE(bench.lastSaid(), u"Ben no longer has max permissions."_s);
        QTRY_COMPARE(table->model()->rowCount(), 5);
    }

    // UX J7: what managers are told, in words, and back while nothing came after it.
    void changesOfNoticesAreToldAndTakenBack()
    {
        Bench bench;
        const Actor dana{UserId(77), u"dana"_s, false};
        const auto save = [&](const NoticeSettings &settings) {
            bool saved = false;
            bench.world.storage().write(
                &bench.window,
                [settings, dana](Writer &writer) {
                    return NoticeStore::saveSettings(writer, UiWorld::Northwind, settings.toJson(), dana);
                },
                [&](const Status &status) { saved = status.ok(); });
            [&] { QTRY_VERIFY(saved); }();
        };
        const auto stored = [&] {
            std::optional<NoticeSettings> settings;
            bench.world.storage().read(
                &bench.window,
                [](const Reader &reader) { return NoticeStore::settings(reader, UiWorld::Northwind); },
                [&](const QJsonObject &json) { settings = NoticeSettings::fromJson(json); });
            [&] { QTRY_VERIFY(settings); }();
            return settings.value_or(NoticeSettings());
        };
        NoticeSettings settings;
        settings.logEvents = {true, true, true};
        settings.alarm(AlarmKind::Overdue).on = false;
        settings.alarm(AlarmKind::TooManyOpen).limit = 30;
        SummarySchedule daily;
        daily.id = 1;
        daily.channel = ChannelId(42);
        settings.schedules = {daily};
        save(settings);
        bench.show(u"history"_s);
        auto *table = bench.find<QTableView>(u"historyTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2); // and the settings that the world began with
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"Notifications"_s);
        QCOMPARE(table->model()->index(0, 4).data().toString(),
                 u"Ticket log: opened, closed → opened, first reply, closed; Overdue ticket: this computer → "
                 "off; Many open tickets: over 20, this computer → over 30, this computer; Summary: none → "
                 "Daily at 09:00 in 42"_s);
        table->setFocus();
        table->selectRow(0);
        bench.press(u"historyRevert"_s);
        QTRY_COMPARE(bench.lastSaid(), u"The notifications are as they were before."_s);
        QVERIFY(stored() == NoticeSettings());
        QTRY_COMPARE(table->model()->rowCount(), 3);

        // The summary comes back, but not the runs that it missed; the change before that is no longer exact.
        table->selectRow(0);
        QTRY_VERIFY(bench.find<QPushButton>(u"historyRevert"_s)->isVisible());
        bench.press(u"historyRevert"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(stored().schedules.size(), 1);
        QCOMPARE(stored().schedules.first().sinceMs, UiWorld::Start);
        QCOMPARE(stored().alarm(AlarmKind::TooManyOpen).limit, 30);
        table->selectRow(2);
        QVERIFY(!bench.find<QPushButton>(u"historyRevert"_s)->isVisible());
        QVERIFY(bench.find<QLabel>(u"historyText"_s)->text().contains(u"changed again since"_s));
    }

    // UX J7: Revert where it is exact.
    void whoClosedATicketIsTakenBack()
    {
        Bench bench;
        ChannelId closed;
        const auto said = [&] {
            std::optional<CloseByHand> now;
            bench.world.storage().read(
                &bench.window,
                [&closed](const Reader &reader) {
                    return closeByHand(reader.ticket(UiWorld::Northwind, closed)->row.ticket);
                },
                [&](const CloseByHand &read) { now = read; });
            [&] { QTRY_VERIFY(now); }();
            return now.value_or(CloseByHand());
        };
        const auto say = [&](const CloseByHand &close) {
            bool saved = false;
            bench.world.storage().write(
                &bench.window,
                [close, &closed](Writer &writer) {
                    QSqlQuery query(writer.database());
                    if (!closed && query.exec(u"SELECT ticket_id FROM live_ticket WHERE is_open = 0"_s)
                        && query.next())
                        closed = ChannelId::fromSql(query.value(0).toLongLong());
                    return writer.setCloseByHand(UiWorld::Northwind, closed, close, {UserId(7), u"dana"_s});
                },
                [&](const Status &status) { saved = status.ok(); });
            [&] { QTRY_VERIFY(saved); }();
        };
        const CloseByHand first{UserId(11), u"Ana"_s, u"solved"_s};
        const CloseByHand second{UserId(12), u"Ben"_s, {}};
        say(first);
        say(second);
        bench.show(u"history"_s);
        auto *table = bench.find<QTableView>(u"historyTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3); // and the settings that the world began with
        table->setFocus();
        table->selectRow(1);
        QVERIFY(!bench.find<QPushButton>(u"historyRevert"_s)->isVisible()); // said again since
        table->selectRow(0);
        bench.press(u"historyRevert"_s);
        QTRY_COMPARE(bench.lastSaid(), u"Taken back."_s);
        QCOMPARE(said(), first);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QVERIFY(!bench.find<QPushButton>(u"historyRevert"_s)->isVisible());
        QVERIFY(table->hasFocus()); // at the row, not somewhere else in the window
    }

    // UX 2.13: a click on a long change does not push the other columns out of sight.
    void aLongChangeLeavesTheOtherColumnsInSight()
    {
        Bench bench;
        bool saved = false;
        bench.world.storage().write(
            &bench.window,
            [](Writer &writer) {
                HistoryRow row;
                row.guild = UiWorld::Northwind;
                row.kind = u"token"_s;
                row.after = {{u"kept"_s, u"store"_s}, {u"bot"_s, u"Helper "_s.repeated(80)}};
                return writer.addHistory(row);
            },
            [&saved](const Status &status) { saved = bool(status); });
        QTRY_VERIFY(saved);
        bench.show(u"history"_s);
        auto *table = bench.find<QTableView>(u"historyTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        const int last = table->model()->columnCount() - 1;
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, last)).center());
        QTRY_VERIFY(bench.find<QLabel>(u"historyText"_s)->text().contains(u"Helper Helper"_s));
        QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
        QVERIFY(table->columnWidth(last) >= 160);
    }

    void aMarkedChannelIsNamed()
    {
        Bench bench;
        const ChannelId channel = bench.world.openTicket();
        bench.world.mark(channel, false);
        bool saved = false;
        bench.world.storage().write(
            &bench.window,
            [channel](Writer &writer) {
                HistoryRow row;
                row.guild = UiWorld::Northwind;
                row.actor = {UserId(7), u"dana"_s};
                row.atMs = UiWorld::Start;
                row.kind = u"not_a_ticket"_s;
                row.after = {{u"channel"_s, channel.toString()}};
                return writer.addHistory(row);
            },
            [&](const Status &status) { saved = status.ok(); });
        QTRY_VERIFY(saved);
        bench.show(u"history"_s);
        auto *table = bench.find<QTableView>(u"historyTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"Not a ticket"_s);
        const QString change = table->model()->index(0, 4).data().toString();
        QVERIFY2(change.startsWith("Channel #"_L1) && !change.contains(channel.toString()),
                 qPrintable(change));
    }

    void aTokenChangeIsToldWithoutAWayBack()
    {
        HistoryAnswer answer;
        HistoryRow row;
        row.kind = u"token"_s;
        row.after = {{u"kept"_s, u"store"_s}, {u"bot"_s, u"Helper"_s}};
        QCOMPARE(HistoryWords(answer, nullptr).change(row), u"Kept in the password store, bot Helper"_s);
        QCOMPARE(revertOf(row, answer).way, HistoryRevert::Way::None);
        QVERIFY(!revertOf(row, answer).reason.isEmpty());
        row.after = {{u"kept"_s, u"removed"_s}};
        QCOMPARE(HistoryWords(answer, nullptr).change(row), u"Removed"_s);
    }

    void anImportIsToldWithTheReasonWhyItStays()
    {
        HistoryAnswer answer;
        answer.nowMs = UiWorld::Start;
        for (const qint64 id : {4, 3, 2, 1}) { // newest first
            ImportRecord import;
            import.id = id;
            import.undoUntilMs = id == 1 ? UiWorld::Start : UiWorld::Start + DayMs;
            import.undoneAtMs = id == 4 ? UiWorld::Start - HourMs : 0;
            answer.imports.append(import);
        }
        const auto row = [](qint64 id) {
            HistoryRow told;
            told.kind = u"import"_s;
            told.after = {{u"import"_s, id}, {u"tickets"_s, 59}, {u"messages"_s, 639}};
            return told;
        };
        QCOMPARE(revertOf(row(4), answer).reason, u"This import was already undone."_s);
        QCOMPARE(revertOf(row(3), answer).way, HistoryRevert::Way::Import);
        QCOMPARE(revertOf(row(2), answer).reason, u"A later import has to be undone first."_s);
        QCOMPARE(revertOf(row(1), answer).reason, u"Its 30 days are over."_s);
        HistoryRow undone = row(4);
        undone.kind = u"undo_import"_s;
        std::swap(undone.before, undone.after);
        QCOMPARE(HistoryWords(answer, nullptr).change(undone), u"59 tickets, 639 messages"_s);
    }

    void changesOfRightsAreCalledPermissions_data()
    {
        QTest::addColumn<QStringList>("changed");
        QTest::addColumn<QString>("kind");
        QTest::newRow("rights") << QStringList{u"stats_roles"_s, u"access_roles"_s} << u"Permissions"_s;
        QTest::newRow("settings") << QStringList{u"heavy_load"_s} << u"Settings"_s;
        QTest::newRow("both") << QStringList{u"support_roles"_s, u"time_zone"_s}
                              << u"Settings and permissions"_s;
    }
    void changesOfRightsAreCalledPermissions() // UX J7
    {
        QFETCH(QStringList, changed);
        QFETCH(QString, kind);
        HistoryRow row;
        row.kind = u"config"_s;
        for (const QString &key : changed)
            row.after.insert(key, QJsonValue());
        QCOMPARE(HistoryWords::kind(row), kind);
    }

    void aDeletionIsUndoneInTheHistory()
    {
        Bench bench;
        const int all = bench.tickets();
        bool done = false;
        WipeScope scope;
        scope.nowMs = UiWorld::Start;
        bench.world.storage().write(
            &bench.window,
            [scope](Writer &writer) {
                const WipePreview preview = Reader(writer.database()).wipePreview(UiWorld::Northwind, scope);
                return writer.wipe(UiWorld::Northwind, scope, preview, {UserId(77), u"dana"_s, false});
            },
            [&](const Result<WipeRecord> &wiped) { done = wiped.ok(); });
        QTRY_VERIFY(done);
        QCOMPARE(bench.tickets(), 0);
        bench.show(u"history"_s);
        auto *table = bench.find<QTableView>(u"historyTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const QString told = table->model()->index(0, 4).data().toString();
        QVERIFY2(told.endsWith(u": everything; backup: 2026-11-22_1404_before-delete.db"_s),
                 qPrintable(told));
        table->selectRow(0);
        QCOMPARE(bench.find<QPushButton>(u"historyRevert"_s)->text(), u"&Undo the deletion"_s);
        bench.press(u"historyRevert"_s);
        QTRY_COMPARE(bench.lastSaid(), u"%1 tickets are back."_s.arg(all));
        QCOMPARE(bench.tickets(), all);
        QTRY_VERIFY(table->model()->index(1, 4).data().toString().contains(u" (undone); backup: "_s));
        // Over after 30 days.
        HistoryAnswer answer;
        WipeRecord wipe;
        wipe.id = 3;
        wipe.undoUntilMs = UiWorld::Start;
        answer.page.wipes.insert(3, wipe);
        answer.nowMs = UiWorld::Start;
        HistoryRow row;
        row.kind = u"wipe"_s;
        row.after = {{u"wipe"_s, 3}};
        QCOMPARE(revertOf(row, answer).way, HistoryRevert::Way::None);
        answer.nowMs -= 1;
        QCOMPARE(revertOf(row, answer).way, HistoryRevert::Way::UndoWipe);
    }

    void theHistoryIsExportedForSpreadsheets()
    {
        HistoryRow row;
        row.atMs = UiWorld::Start;
        row.actor = {UserId(300000000000000101), u"=evil()"_s, false};
        row.kind = u"retention"_s;
        row.before = {{u"days"_s, 0}};
        row.after = {{u"days"_s, 30}};
        const QByteArray csv = historyCsv({row}, QTimeZone("Europe/Berlin"));
        const QList<QByteArray> lines = csv.split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[1].startsWith("\"2026-11-22T15:04:00+01:00\",\"retention\",\"'=evil()\","),
                 lines[1].constData()); // TM-17
        QVERIFY(lines[1].contains("300000000000000101"));
    }

    // -- export --------------------------------------------------------------------------------------------------------------

    void everythingIsExported_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("file");
        QTest::newRow("csv") << u"exportCsv"_s << u"tickets.csv"_s;
        QTest::newRow("json") << u"exportJson"_s << u"tickets.json"_s;
        QTest::newRow("database") << u"exportDatabase"_s << u"copy.db"_s;
    }
    void everythingIsExported()
    {
        QFETCH(QString, button);
        QFETCH(QString, file);
        Bench bench;
        const int all = bench.tickets();
        bench.show(u"export"_s);
        QTRY_VERIFY(bench.find<QLabel>(u"exportTicketsText"_s)
                        ->text()
                        .startsWith(u"%1 tickets, opened 13 Oct to 22 Nov"_s.arg(all)));
        const QString path = bench.world.folder() + u'/' + file;
        FileSaver::setNextPath(path);
        bench.press(button);
        QTRY_COMPARE(bench.lastSaid(), u"Saved "_s + file);
        QCOMPARE(bench.lastWritten, path); // "Show in folder" (UX J3)
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        if (file.endsWith(u".csv"_s)) {
            QCOMPARE(written.readAll().count("\r\n"), all + 1);
        } else if (file.endsWith(u".json"_s)) {
            QCOMPARE(QJsonDocument::fromJson(written.readAll()).object()[u"tickets"_s].toArray().size(), all);
        } else {
            const auto contents = contentsOfBackup(path);
            QVERIFY(contents.ok());
            QCOMPARE(contents->servers.first().tickets, all);
        }
    }

    // -- privacy -------------------------------------------------------------------------------------------------------------

    void retentionIsPreviewedSavedAndTakenBack()
    {
        Bench bench;
        const int all = bench.tickets();
        bench.show(u"privacy"_s);
        auto *on = bench.find<QCheckBox>(u"retentionOn"_s);
        auto *text = bench.find<QLabel>(u"retentionText"_s);
        QTRY_VERIFY(text->text().startsWith(u"Tickets are kept for ever."_s));
        QVERIFY(!bench.find<QPushButton>(u"retentionSave"_s)->isEnabled());
        on->setFocus();
        QTest::keyClick(on, Qt::Key_Space);
        QTRY_VERIFY(text->text().startsWith(u"No ticket is over this limit now."_s));
        auto *days = bench.find<QSpinBox>(u"retentionDays"_s);
        days->setFocus();
        days->selectAll();
        QTest::keyClicks(days, u"39"_s);
        QTRY_VERIFY(text->text().contains(u"over this limit now."_s) && !text->text().startsWith(u"No"_s));
        bench.press(u"retentionSave"_s);
        QTRY_COMPARE(bench.lastSaid(), u"Saved: closed tickets are kept for 39 days."_s);
        QCOMPARE(bench.tickets(), all); // not at once: after the next daily backup
        QVERIFY(bench.lastUndo);
        bench.lastUndo();
        QTRY_COMPARE(bench.lastSaid(), u"Retention is as it was before."_s);
        QTRY_VERIFY(!on->isChecked());
    }

    // TM-32
    void onePersonIsExportedAndErased()
    {
        Bench bench;
        bench.show(u"privacy"_s);
        auto *search = bench.find<QLineEdit>(u"personSearch"_s);
        QCOMPARE(bench.page->searchField(), search);
        search->setFocus();
        QTest::keyClicks(search, u"member_105"_s);
        auto *table = bench.find<QTableView>(u"personTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(!bench.find<QPushButton>(u"personErase"_s)->isEnabled());
        table->selectRow(0);
        auto *text = bench.find<QLabel>(u"personText"_s);
        QTRY_VERIFY(text->text().startsWith(u"On Northwind: "_s));
        QTRY_VERIFY(bench.find<QPushButton>(u"personErase"_s)->isEnabled());

        const QString path = bench.world.folder() + u"/person.json"_s;
        FileSaver::setNextPath(path);
        bench.press(u"personExport"_s);
        QTRY_COMPARE(bench.lastSaid(), u"Saved person.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray id = UiWorld::person(105).toString().toLatin1();
        QVERIFY(file.readAll().contains(id));

        bool backedUp = false;
        bench.world.storage().backUp(&bench.window, u"daily"_s,
                                     [&](const Result<BackupInfo> &made) { backedUp = made.ok(); });
        QTRY_VERIFY(backedUp);
        bench.press(u"personErase"_s);
        auto *typed = bench.find<QLineEdit>(u"personTyped"_s);
        QVERIFY(typed->hasFocus());
        QVERIFY(!bench.find<QPushButton>(u"personErase"_s)->isEnabled());
        QTest::keyClicks(typed, u"9999"_s);
        QTest::keyClick(typed, Qt::Key_Return);
        QVERIFY(bench.lastSaid().endsWith(u"Nothing was erased."_s));
        bench.press(u"personCancel"_s);
        QVERIFY(!typed->isVisible());
        QTRY_VERIFY(bench.find<QPushButton>(u"personErase"_s)->isEnabled());
        bench.press(u"personErase"_s);
        QTest::keyClicks(typed, u"0105"_s);
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_COMPARE(bench.lastSaid(), u"The person is erased."_s);
        QVERIFY(text->text().contains(u"2026-11-22_1404_daily.db: until 27 Dec"_s));
        QVERIFY(search->text().isEmpty()); // the list that named the person is gone
        QVERIFY(!table->isVisible());
        QTest::keyClicks(search, u"member_105"_s);
        QTRY_COMPARE(text->text(), u"Nobody of that name is recorded on this server."_s);
    }

    // -- states and looks ----------------------------------------------------------------------------------------------------

    // UX 2.6
    void anEmptyServerHasSentences()
    {
        Bench bench(false);
        bench.show(u"delete"_s);
        QTRY_COMPARE(bench.find<StatePane>(u"deleteState"_s)->state(), StatePane::State::FirstUse);
        bench.page->showSection(u"health"_s);
        QTRY_COMPARE(bench.find<QLabel>(u"healthObserved"_s)->text(), u"Nothing recorded yet"_s);
        QCOMPARE(bench.find<StatePane>(u"gapsState"_s)->sentence(), u"Nothing recorded yet"_s);
    }

    // M-07: where nobody looked, nothing is called observed.
    void aServerThatOnlyAnImportKnowsIsNotCalledObserved()
    {
        Bench bench;
        const GuildId old(4711);
        Fact::Ticket ticket;
        ticket.ticket = ChannelId(ChannelId::atMs(bench.world.nowMs - 5 * DayMs).value + 1);
        ticket.openedAtMs = ticket.ticket.createdAtMs();
        ticket.quality = Quality::Legacy;
        bench.world.storage().enqueue({{old, ticket}}, false);
        bench.world.flush();
        QTRY_COMPARE(bench.live.servers().size(), 2); // before it is known it cannot be chosen
        bench.live.setServer(old);
        bench.show(u"health"_s);
        QTRY_COMPARE(bench.find<QLabel>(u"healthObserved"_s)->text(),
                     u"The bot has not looked at this server yet: what is here was imported."_s);
        QCOMPARE(bench.find<StatePane>(u"gapsState"_s)->sentence(),
                 bench.find<QLabel>(u"healthObserved"_s)->text());
        // The file is that of both servers, and its sizes too.
        QVERIFY2(bench.find<QLabel>(u"healthRows"_s)->text().endsWith(u"(all servers)"_s),
                 qPrintable(bench.find<QLabel>(u"healthRows"_s)->text()));
        bench.live.setServer(UiWorld::Northwind);
        QTRY_COMPARE(bench.find<StatePane>(u"gapsState"_s)->sentence(),
                     u"No gap. Everything that happened was seen."_s);
    }

    void theSectionIsRemembered()
    {
        Bench bench;
        UiSettings settings(bench.world.folder());
        bench.page->showSection(u"backups"_s);
        bench.page->saveView(settings);
        DataPage other(bench.live, plainActions());
        QCOMPARE(other.section(), u"health"_s);
        other.restoreView(settings);
        QCOMPARE(other.section(), u"backups"_s);
        PageLink link;
        link.page = u"data"_s;
        link.section = u"delete"_s;
        other.open(link);
        QCOMPARE(other.section(), u"delete"_s);
    }

    void look_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            for (const QSize &size : {QSize(1072, 690), QSize(724, 500), QSize(640, 360)})
                QTest::addRow("%dx%d %s", size.width(), size.height(), dark ? "dark" : "light")
                    << size << dark;
        }
    }
    // Nothing is cut (must-point 19); the pictures are for people.
    void look()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        Bench bench;
        const WidthClass width = size.width() < 700 ? WidthClass::Compact
            : size.width() < 900                    ? WidthClass::Medium
                                                    : WidthClass::Wide;
        auto *header = new HeaderBar(bench.live);
        qobject_cast<QVBoxLayout *>(bench.window.layout())->insertWidget(0, header);
        header->setWidthClass(width);
        bench.page->setWidthClass(width);
        header->setPage(bench.page);
        bench.window.resize(size);
        bench.show(u"health"_s);
        QTRY_VERIFY(!bench.find<QLabel>(u"healthRows"_s)->text().isEmpty());
        const auto grab = [&](const QString &section) {
            bench.page->showSection(section);
            if (section == "delete"_L1) {
                bench.find<QRadioButton>(u"deleteOlder"_s)->setChecked(true);
                bench.find<QSpinBox>(u"deleteOlderDays"_s)->setValue(20);
                QTRY_VERIFY(bench.find<QPushButton>(u"deleteButton"_s)->isEnabled());
                bench.press(u"deleteButton"_s);
            } else if (section == "backups"_L1) {
                bench.press(u"backUpNow"_s);
                auto *table = bench.find<QTableView>(u"backupsTable"_s);
                QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
                bench.press(u"restoreChosen"_s);
                QTRY_VERIFY(bench.find<QPushButton>(u"restoreNow"_s)->isEnabled());
            }
            if (section == "history"_L1) {
                auto *table = bench.find<QTableView>(u"historyTable"_s);
                QTRY_VERIFY(table->model()->rowCount() > 0);
                table->selectRow(0);
            }
            if (section == "privacy"_L1) {
                bench.find<QLineEdit>(u"personSearch"_s)->setText(u"member_10"_s);
                auto *table = bench.find<QTableView>(u"personTable"_s);
                QTRY_VERIFY(table->model()->rowCount() > 0);
                table->selectRow(0);
                QTRY_VERIFY(bench.find<QPushButton>(u"personErase"_s)->isEnabled());
                bench.press(u"personErase"_s);
            }
            QTest::qWait(30);
            const auto buttons = bench.page->findChildren<QPushButton *>();
            for (const QPushButton *button : buttons) {
                if (button->isVisible())
                    QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                             qPrintable(button->objectName()));
            }
            bench.window.grab().save(u"screenshots/data-%1-%2x%3-%4.png"_s.arg(section)
                                         .arg(size.width())
                                         .arg(size.height())
                                         .arg(dark ? u"dark"_s : u"light"_s));
        };
        for (const QString &section :
             {u"health"_s, u"delete"_s, u"history"_s, u"backups"_s, u"export"_s, u"privacy"_s})
            grab(section);
    }

private:
    SourceEnglish m_english;
    Theme *m_theme = nullptr;
};

QTEST_MAIN(tst_DataPage)
#include "tst_datapage.moc"
