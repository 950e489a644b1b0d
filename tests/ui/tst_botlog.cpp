// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "bot/base/logging.h"
#include "bot/base/translations.h"
#include "ui/connectionhistory.h"
#include "ui/incidentcenter.h"
#include "ui/logmeaning.h"
#include "ui/pages/botlogpage.h"
#include "ui/sourceenglish.h"
#include "ui/uisettings.h"
#include "ui/widgets/filesaver.h"
#include "ui/widgets/statepane.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray Secret = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.abcdefghijklmnopqrstuvwxyz0123456789AB";

QList<LogLine> someLines(int first, int count, LogLevel level = LogLevel::Info)
{
    QList<LogLine> lines;
    for (int i = first; i < first + count; ++i)
        lines.append({i, UiWorld::Start + i, level, u"gateway"_s, u"line %1"_s.arg(i)});
    return lines;
}

} // namespace

// UX 3.9, checklist 49.
class tst_BotLog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(&m_english);
        // The platform has something to say about every new window.
        QLoggingCategory::installFilter([](QLoggingCategory *category) {
            const bool ours = QByteArray(category->categoryName()).startsWith("ta.");
            for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg})
                category->setEnabled(type, ours);
        });
        m_window.resize(900, 400);
        m_window.show();
    }
    void init()
    {
        m_log = std::make_unique<Log>(Log::Options{.level = LogLevel::Info, .toStderr = false});
        m_live = std::make_unique<LiveData>(m_world.storage(), m_world.clock());
        m_live->setBotState(m_world.connectedState());
        m_incidents = std::make_unique<IncidentCenter>(*m_live);
        m_history = ConnectionHistory();
        m_written = 0;
        makePage();
    }
    void cleanup()
    {
        m_page.reset();
        m_incidents.reset();
        m_live.reset();
        m_log.reset();
        Log::forgetSecrets();
    }

    void theModelDropsTheOldestAndNeverResets()
    {
        LogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.append(someLines(1, LogModel::MostLines));
        model.append(someLines(LogModel::MostLines + 1, 10, LogLevel::Error));
        QVERIFY(model.rowCount() <= LogModel::MostLines);
        QVERIFY(model.rowCount() > LogModel::MostLines - LogModel::LinesDropped);
        QCOMPARE(model.line(model.rowCount() - 1).number, qint64(LogModel::MostLines + 10));
        QCOMPARE(model.count(LogLevel::Error), 10);
        QCOMPARE(model.count(LogLevel::Info), model.rowCount() - 10);
        const int rows = model.rowCount();
        model.append(someLines(5, 20)); // known already
        QCOMPARE(model.rowCount(), rows);
        QCOMPARE(resets.count(), 0);
    }

    void newLinesAppearAndAreFollowed()
    {
        writeLines(60);
        QTRY_COMPARE(table()->model()->rowCount(), 60);
        QScrollBar *bar = table()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), bar->maximum());
        writeLines(5);
        QTRY_COMPARE(table()->model()->rowCount(), 65);
        QCOMPARE(bar->value(), bar->maximum());
        QVERIFY(!m_page->findChild<QPushButton *>(u"logJump"_s)->isVisible());
    }

    // "Never jumping": who scrolled up reads on, whatever comes and goes.
    void scrolledUpNothingMoves()
    {
        writeLines(200);
        QTRY_COMPARE(table()->model()->rowCount(), 200);
        table()->verticalScrollBar()->setValue(0);
        table()->verticalScrollBar()->setValue(table()->verticalHeader()->defaultSectionSize() * 50 + 3);
        QVERIFY(!m_page->following());
        const QString top = topText();
        QVERIFY(top.contains("50"_L1));
        writeLines(31);
        QTRY_COMPARE(table()->model()->rowCount(), 231);
        QCOMPARE(topText(), top);
        auto *jump = m_page->findChild<QPushButton *>(u"logJump"_s);
        QVERIFY(jump->isVisible());
        QCOMPARE(jump->text(), u"Jump to newest (31)"_s);

        // The oldest leave above: the line in view stays in view.
        auto *lines = m_page->findChild<LogModel *>();
        lines->append(someLines(1000, LogModel::MostLines - 240));
        QCOMPARE(topText(), top);

        jump->click();
        QVERIFY(m_page->following());
        QCOMPARE(table()->verticalScrollBar()->value(), table()->verticalScrollBar()->maximum());
        QVERIFY(!jump->isVisible());
    }

    void levelsAreaAndWordsFilterTogether()
    {
        qCInfo(lcGateway) << "connected to alpha";
        qCWarning(lcGateway) << "lost alpha";
        qCWarning(lcStore) << "lost beta";
        qCCritical(lcStore) << "alpha is damaged";
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QCOMPARE(m_page->findChild<QToolButton *>(u"logWarnings"_s)->text(), u"Warnings 2"_s);
        m_page->findChild<QToolButton *>(u"logWarnings"_s)->click();
        QCOMPARE(table()->model()->rowCount(), 2);
        m_page->findChild<QToolButton *>(u"logErrors"_s)->click();
        QCOMPARE(table()->model()->rowCount(), 3);
        m_page->searchField()->setText(u"ALPHA"_s);
        QCOMPARE(table()->model()->rowCount(), 2);
        auto *area = m_page->findChild<QComboBox *>(u"logArea"_s);
        area->setCurrentIndex(area->findData(u"store"_s));
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(m_page->findChild<QLabel *>(u"logCounts"_s)->text(), u"1 of 4 lines"_s);

        m_page->searchField()->setText(u"nowhere"_s);
        auto *state = m_page->findChild<StatePane *>(u"logState"_s);
        QCOMPARE(state->state(), StatePane::State::Empty);
        m_page->findChild<QPushButton *>(u"logClear"_s)->click();
        QCOMPARE(state->state(), StatePane::State::Content);
        QCOMPARE(table()->model()->rowCount(), 4);
    }

    void nothingLoggedHasItsOwnState()
    {
        QCOMPARE(m_page->findChild<StatePane *>(u"logState"_s)->state(), StatePane::State::FirstUse);
        QSignalSpy start(m_page.get(), &BotLogPage::startBotRequested);
        m_page->findChild<QPushButton *>(u"logStart"_s)->click();
        QCOMPARE(start.count(), 1);
    }

    // TM-02, checklist 49
    void theSavedFileAndTheClipboardHoldNoToken()
    {
        qCInfo(lcGateway).noquote() << "early" << Secret << "in Northwind";
        Log::addSecret("plainlookingsecret");
        qCInfo(lcGateway) << "late plainlookingsecret";
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectAll();
        m_page->findChild<QAction *>(u"logCopy"_s)->trigger();
        const QString copied = QApplication::clipboard()->text();
        QCOMPARE(copied.count(u'\n'), 1);
        QVERIFY(!copied.contains(QString::fromLatin1(Secret)));
        QVERIFY(!copied.contains("plainlookingsecret"_L1));

        for (const bool withoutNames : {false, true}) {
            QTemporaryDir folder;
            const QString path = folder.filePath(u"bot.log"_s);
            FileSaver::setNextPath(path);
            QSignalSpy said(m_page.get(), &Page::fileWritten);
            const auto exports = m_page->exportActions();
            exports[withoutNames ? 1 : 0]->trigger();
            QTRY_COMPARE(said.count(), 1);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray saved = file.readAll();
            QCOMPARE(saved.count('\n'), 2);
            QVERIFY(!saved.contains(Secret));
            QVERIFY(!saved.contains("plainlookingsecret"));
            QCOMPARE(saved.contains("Northwind"), !withoutNames);
        }
    }

    void namesAreWholeWords()
    {
        QCOMPARE(withoutNames(u"Ana read #log and logged"_s, {u"Ana"_s, u"log"_s, u"A"_s}),
                 u"[name] read #[name] and logged"_s);
        QCOMPARE(withoutNames(u"a (b*c) d"_s, {u"(b*c)"_s}), u"a [name] d"_s);
    }

    void errorsAreCountedUntilSomebodyLooks()
    {
        m_page->hide();
        QSignalSpy badge(m_page.get(), &Page::badgeChanged);
        qCCritical(lcStore) << "one";
        qCWarning(lcStore) << "two";
        QTRY_COMPARE(badge.count(), 1);
        QCOMPARE(m_page->badge().text, u"1"_s);
        QCOMPARE(m_page->badge().spoken, u"1 new error"_s);
        m_page->show();
        QCOMPARE(m_page->badge().text, QString());
    }

    void theHeadSaysHowTheConnectionStands()
    {
        BotState state = m_world.connectedState();
        state.reconnectsToday = 2;
        state.commandsText = u"8 commands registered"_s;
        state.rest.queued = 3;
        m_history.note(state, m_world.nowMs - 2 * HourMs);
        state.eventsReceived = 600;
        m_history.note(state, m_world.nowMs);
        m_live->setBotState(state);
        const auto fact = [this](const QString &name) { return m_page->findChild<QLabel *>(name)->text(); };
        QCOMPARE(fact(u"factState"_s), u"Connected"_s);
        QCOMPARE(fact(u"factLatency"_s), u"Latency: 48 ms"_s);
        QCOMPARE(fact(u"factSession"_s), u"Session: 2 h"_s);
        QCOMPARE(fact(u"factReconnects"_s), u"2 reconnects today"_s);
        QCOMPARE(fact(u"factCommands"_s), u"8 commands registered"_s);
        QVERIFY(fact(u"factQueue"_s).contains(u'3'));
        QCOMPARE(fact(u"factEvents"_s), u"Events: 5 per minute"_s);

        QSignalSpy stop(m_page.get(), &BotLogPage::stopBotRequested);
        m_page->findChild<QPushButton *>(u"logStartStop"_s)->click();
        QCOMPARE(stop.count(), 1);
        state.gateway.state = Discord::GatewayStatus::State::Stopped;
        m_live->setBotState(state);
        QSignalSpy start(m_page.get(), &BotLogPage::startBotRequested);
        m_page->findChild<QPushButton *>(u"logStartStop"_s)->click();
        QCOMPARE(start.count(), 1);
        QVERIFY(!m_page->findChild<QPushButton *>(u"logRestart"_s)->isEnabled());
    }

    void theHistoryCountsWaitsOnce()
    {
        ConnectionHistory history;
        BotState state;
        state.rest.pausedForMs = 200; // ordinary spacing
        history.note(state, 1000);
        QCOMPARE(history.rateLimitWaits(1000), 0);
        for (int i = 0; i < 5; ++i) {
            state.rest.pausedForMs = 5000 - i * 1000;
            history.note(state, 2000 + i * 1000);
        }
        QCOMPARE(history.rateLimitWaits(7000), 1);
        QCOMPARE(history.rateLimitWaits(7000 + DayMs), 0);
        QCOMPARE(history.connectedSinceMs(), 0);
        QVERIFY(!history.eventsPerMinute(2000));
    }

    void everyWarningIsExplained()
    {
        for (const auto &area : {u"gateway"_s, u"rest"_s, u"store"_s, u"commands"_s, u"bot"_s, u"qt"_s}) {
            const QString meaning = logMeaning({1, 0, LogLevel::Warning, area, u"something"_s});
            QVERIFY2(meaning.size() > 40, qPrintable(area));
        }
        QVERIFY(
            logMeaning({1, 0, LogLevel::Warning, u"gateway"_s, u"closed with 4004"_s}).contains("token"_L1));
    }

    void whatStoppedTheBotIsNotSaidToGoOn()
    {
        const QString stopped = u"Discord refused this bot's basic intents. The bot is stopped."_s;
        for (const auto &area : {u"gateway"_s, u"bot"_s}) {
            const QString meaning = logMeaning({1, 0, LogLevel::Warning, area, stopped});
            QVERIFY2(meaning.contains("has stopped"_L1) && !meaning.contains("goes on"_L1),
                     qPrintable(meaning));
        }
        QVERIFY(logMeaning({1, 0, LogLevel::Warning, u"bot"_s,
                            u"The token belongs to Helper (ID 1), but the data here was recorded with "
                            "another bot (ID 2)."_s})
                    .contains("has stopped"_L1));
    }

    void theBotSpeaksTheLanguageOfTheWindow() // checklist 44
    {
        QTranslator german;
        QVERIFY(german.load(Translations::fileOf(u"de"_s)));
        QCoreApplication::installTranslator(&german);
        const QList<LogLine> lines{
            {1, UiWorld::Start, LogLevel::Info, u"gateway"_s, u"Connected: a new session"_s},
            {2, UiWorld::Start, LogLevel::Info, u"bot"_s,
             u"Club %1 is caught up: 12 opened, 0 closed, 48 messages read."_s},
            {3, UiWorld::Start, LogLevel::Info, u"tickets"_s,
             u"Ticket closed: #partner-4113 (15771) in no category, by not detected"_s},
            {4, UiWorld::Start, LogLevel::Warning, u"qt"_s, u"Connected: a new session"_s}};
        LogModel model;
        model.append(lines);
        QCoreApplication::removeTranslator(&german);
        const auto message = [&](int row) { return model.index(row, LogModel::Message).data().toString(); };
        QCOMPARE(message(0), u"Verbunden: eine neue Sitzung"_s);
        QCOMPARE(message(1), u"Club %1 hat aufgeholt: 12 eröffnet, 0 geschlossen, 48 Nachrichten gelesen."_s);
        QCOMPARE(message(2),
                 u"Ticket geschlossen: #partner-4113 (15771) ohne Kategorie, von wem ist nicht erkannt"_s);
        QCOMPARE(message(3), lines[3].text); // not ours
        QVERIFY(
            LogModel::plainText(model.line(0), QTimeZone::utc()).endsWith(lines[0].text)); // as it is saved
        LogFilter filter(model);
        for (const auto &words : {u"caught up"_s, u"aufgeholt"_s}) {
            filter.setChoice({{}, {}, words});
            QCOMPARE(filter.rowCount(), 1);
        }
    }

    void theHeadCountsDownWithTheBanner()
    {
        BotState state = m_world.connectedState();
        state.gateway.state = Discord::GatewayStatus::State::Waiting;
        state.gateway.attempt = 3;
        state.gateway.untilMs = m_world.nowMs + 8 * SecondMs;
        m_live->setBotState(state);
        const auto *head = m_page->findChild<QLabel *>(u"factState"_s);
        QVERIFY2(head->text().contains(u"8 s"_s), qPrintable(head->text()));
        m_world.nowMs += 3 * SecondMs;
        QTRY_COMPARE(head->text(), m_incidents->connection().text);
        QTRY_VERIFY2(head->text().contains(u"5 s"_s), qPrintable(head->text()));
    }

    void theExplanationLeadsBackToItsButton() // must-point 18
    {
        writeLines(1);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
        table()->selectRow(0);
        auto *button = m_page->findChild<QToolButton *>(u"logMeaning"_s);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(!button->hasFocus());
        QTest::keyClick(m_page->focusWidget(), Qt::Key_Escape);
        QVERIFY(button->hasFocus());
    }

    void tenThousandLinesAreFilteredAtOnce()
    {
        auto *lines = m_page->findChild<LogModel *>();
        lines->append(someLines(1, LogModel::MostLines));
        QElapsedTimer timer;
        timer.start();
        m_page->searchField()->setText(u"99"_s);
        QVERIFY(table()->model()->rowCount() > 100);
        QVERIFY2(timer.elapsed() < 500,
                 qPrintable(QString::number(timer.elapsed()))); // 50 ms when built for use
    }

    void theChoiceOfLevelsIsRemembered()
    {
        QTemporaryDir folder;
        UiSettings settings(folder.path());
        m_page->findChild<QToolButton *>(u"logErrors"_s)->click();
        m_page->saveView(settings);
        makePage();
        m_page->restoreView(settings);
        QVERIFY(m_page->findChild<QToolButton *>(u"logErrors"_s)->isChecked());
        QVERIFY(!m_page->findChild<QToolButton *>(u"logInfos"_s)->isChecked());
    }

private:
    void makePage()
    {
        m_page = std::make_unique<BotLogPage>(
            *m_live, BotLogPage::Sources{m_incidents.get(), &m_history, m_world.folder()});
        m_page->setParent(&m_window);
        m_page->resize(900, 400);
        m_page->show();
    }
    QTableView *table() const { return m_page->findChild<QTableView *>(u"logTable"_s); }
    QString topText() const
    {
        return table()->model()->index(table()->rowAt(0), LogModel::Message).data().toString()
            + u" at %1"_s.arg(table()->rowViewportPosition(table()->rowAt(0)));
    }
    void writeLines(int count)
    {
        for (int i = 0; i < count; ++i)
            qCInfo(lcGateway) << "written" << m_written++;
    }

    SourceEnglish m_english;
    UiWorld m_world{false};
    int m_written = 0;
    QWidget m_window;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<LiveData> m_live;
    std::unique_ptr<IncidentCenter> m_incidents;
    ConnectionHistory m_history;
    std::unique_ptr<BotLogPage> m_page;
};

QTEST_MAIN(tst_BotLog)
#include "tst_botlog.moc"
