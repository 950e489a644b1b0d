// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/mnemonics.h"
#include "tests/ui/windowworld.h"

#include "bot/base/format.h"
#include "bot/base/translations.h"
#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/incidentcenter.h"
#include "ui/messagebox.h"
#include "ui/pages/page.h"
#include "ui/pages/trendspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/windowplace.h"
#include "ui/singleinstance.h"
#include "ui/sourceenglish.h"
#include "ui/trayicon.h"
#include "ui/uilanguage.h"
#include "ui/uisettings.h"
#include "ui/widgets/chartview.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMetaProperty>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>

#include <future>

using namespace Qt::Literals::StringLiterals;

// The shell (UX 2): driven by keys and by what a person would press.
class tst_MainWindow : public QObject
{
    Q_OBJECT

public slots:
    void openFile(const QUrl &url) { m_opened = url; }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(&m_english);
        Translations::load();
        m_world = std::make_unique<WindowWorld>();
    }
    void init()
    {
        m_world->closeWindow();
        QFile::remove(m_world->world().folder() + u"/settings.ini"_s);
        open();
    }
    void cleanupTestCase() { m_world.reset(); }

    // 2.8: Ctrl+1.. in the order of the navigation, Alt+left and right.
    void pagesAreReachedByKeys()
    {
        const QStringList names = pageNames();
        QVERIFY(names.size() >= 3);
        for (int i = 0; i < qMin(9, int(names.size())); ++i) {
            press(Qt::Key_1 + i, Qt::ControlModifier);
            QCOMPARE(window().currentPage(), names[i]);
        }
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_2, Qt::ControlModifier);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window().currentPage(), names[0]);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window().currentPage(), names[1]);

        auto *list = window().findChild<QListWidget *>(u"navigation"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(window().currentPage(), names[2]);
        QCOMPARE(list->count(), int(names.size()));
    }

    // F6 goes round through every area and comes back; nothing traps the focus.
    // The wheel scrolls; what lies under the pointer meanwhile keeps its value.
    void scrollingChangesNoValue()
    {
        m_world->window().showPage(u"settings"_s);
        m_world->settle();
        int fields = 0;
        const auto widgets = m_world->window().findChildren<QWidget *>();
        for (QWidget *field : widgets) {
            const bool holdsValue =
                qobject_cast<QComboBox *>(field) || qobject_cast<QAbstractSpinBox *>(field);
            if (!holdsValue || !field->isVisible())
                continue;
            ++fields;
            QVERIFY2(field->focusPolicy() != Qt::WheelFocus, qPrintable(field->objectName()));
            const QMetaProperty value = field->metaObject()->userProperty();
            const QVariant before = value.read(field);
            for (const int turn : {-120, 120, 120}) {
                QWheelEvent wheel(QPointF(5, 5), field->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, turn),
                                  Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
                QCoreApplication::sendEvent(field, &wheel);
                QVERIFY2(value.read(field) == before, qPrintable(field->objectName()));
            }
        }
        QVERIFY(fields > 3);
    }

    void f6GoesThroughTheAreas()
    {
        QVERIFY(window().showPage(u"tickets"_s));
        m_world->settle();
        QSet<QWidget *> areas;
        window().findChild<QListWidget *>(u"navigation"_s)->setFocus();
        for (int i = 0; i < 12; ++i) {
            press(Qt::Key_F6);
            QWidget *focus = window().focusWidget();
            QVERIFY(focus);
            areas.insert(focus);
        }
        QVERIFY(areas.size() >= 4); // navigation, header, page, status bar
        QWidget *before = window().focusWidget();
        press(Qt::Key_F6);
        press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(window().focusWidget(), before);
    }

    void searchCompareAndRangeHaveTheirKeys()
    {
        QVERIFY(window().showPage(u"tickets"_s));
        press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(window().focusWidget(), static_cast<QWidget *>(window().page(u"tickets"_s)->searchField()));
        QVERIFY(window().showPage(u"overview"_s));
        press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
    }

    // A screen reader counts first and asks then; a scroll bar may have gone between the two.
    void aScreenReaderMayAskForAChildThatHasGone()
    {
        QVERIFY(window().showPage(u"overview"_s));
        const auto areas = window().findChildren<QScrollArea *>();
        QVERIFY(!areas.isEmpty());
        for (QScrollArea *area : areas) {
            const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(area);
            QVERIFY(seen && seen->childCount() > 0);
            QVERIFY(seen->child(0));
            for (const int beyond : {0, 1, 100})
                QVERIFY(!seen->child(seen->childCount() + beyond));
        }
    }

    // UX 2.3: the zone in which days are counted is named where a period is chosen, and can be changed from there.
    void thePeriodLeadsToItsTimeZone()
    {
        QVERIFY(window().showPage(u"overview"_s));
        auto *change = window().findChild<QPushButton *>(u"rangeChangeZone"_s);
        press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(change->isVisible());
        change->click();
        QVERIFY(!change->isVisible());
        QCOMPARE(window().currentPage(), u"settings"_s);
        QCOMPARE(QApplication::focusWidget(), window().findChild<QComboBox *>(u"zoneBox"_s));
    }

    // Sections of a page search and export different things.
    void aSectionHasItsOwnSearchAndExport()
    {
        QVERIFY(window().showPage(u"data"_s));
        auto *tabs = widget<QTabBar>(u"dataTabs"_s);
        auto *search = window().findChild<QAction *>(u"searchAction"_s);
        auto *exports = window().findChild<QMenu *>(u"exportMenu"_s)->menuAction();
        // UX 2.13: nothing moves because a section has more, or fewer, controls in the header.
        QSet<int> tops;
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            m_world->settle();
            tops.insert(tabs->mapTo(&window(), QPoint()).y());
        }
        QCOMPARE(tops.size(), 1);
        tabs->setCurrentIndex(0); // Health
        QVERIFY(!search->isEnabled());
        QVERIFY(!exports->isEnabled());
        tabs->setCurrentIndex(tabs->count() - 1); // Privacy
        QVERIFY(search->isEnabled());
        press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(window().focusWidget(), static_cast<QWidget *>(window().page(u"data"_s)->searchField()));
        tabs->setCurrentIndex(2); // History
        QVERIFY(exports->isEnabled());
    }

    // A failure does not look like a success (UX 2.9: icon and word).
    void aProblemLooksLikeOne()
    {
        QVERIFY(window().showPage(u"data"_s));
        emit window().page(u"data"_s)->problem(u"The backup could not be made."_s);
        auto *bar = widget<QWidget>(u"message"_s);
        QVERIFY(bar->isVisible());
        const ThemeColours &colours = Theme::colours(bar->palette());
        const auto surface = [bar] { return bar->grab().toImage().pixelColor(2, bar->height() / 2); };
        QCOMPARE(surface(), colours.errorSurface);
        emit window().page(u"data"_s)->message(u"Saved."_s, {});
        QCOMPARE(surface(), colours.goodSurface);
    }

    // Checklist 55
    void ctrlKFindsPagesActionsServersAndTickets()
    {
        QVERIFY(CommandPalette::matches(u"Page: Bot log"_s, u"log bot"_s));
        QVERIFY(!CommandPalette::matches(u"Page: Bot log"_s, u"og"_s));
        const auto inPalette = [this](const std::function<void(CommandPalette &)> &then) {
            bool done = false;
            QTimer poll;
            connect(&poll, &QTimer::timeout, this, [&] {
                auto *palette = window().findChild<CommandPalette *>();
                if (!palette || !palette->isVisible())
                    return;
                poll.stop();
                then(*palette);
                done = true;
                palette->reject();
            });
            poll.start(10);
            press(Qt::Key_K, Qt::ControlModifier);
            QVERIFY(done);
        };
        inPalette([](CommandPalette &palette) {
            auto *field = palette.findChild<QLineEdit *>();
            QTest::keyClicks(field, u"bot log"_s);
            QTest::keyClick(field, Qt::Key_Return);
        });
        QCOMPARE(window().currentPage(), u"log"_s);
        inPalette([](CommandPalette &palette) {
            auto *list = palette.findChild<QListWidget *>();
            QTest::keyClicks(palette.findChild<QLineEdit *>(), u"northwind"_s);
            QCOMPARE(list->count(), 1);
            const QString found = list->item(0)->text();
            palette.findChild<QLineEdit *>()->clear();
            QTest::keyClicks(palette.findChild<QLineEdit *>(),
                             UiWorld::Northwind.toString()); // by its ID too
            QCOMPARE(list->count(), 1);
            QCOMPARE(list->item(0)->text(), found);
            palette.findChild<QLineEdit *>()->clear();
            QTest::keyClicks(palette.findChild<QLineEdit *>(), u"general-09"_s);
            QTRY_VERIFY(list->count() >= 2);
            QVERIFY2(list->item(0)->text().contains(u"#general-0981"_s), // the newest
                     qPrintable(list->item(0)->text()));
            palette.findChild<QLineEdit *>()->clear();
            QTest::keyClicks(palette.findChild<QLineEdit *>(), u"appeal-0412"_s);
            QTRY_VERIFY(list->count() == 1 && list->item(0)->text().contains(u"#appeal-0412"_s));
            QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Return);
        });
        QCOMPARE(window().currentPage(), u"tickets"_s);
    }

    // The header's button goes with its page; Qt would give the focus to the next one, the banner's.
    void thePageHasTheFocusWhereTheHeadersControlGoes()
    {
        BotState state = m_world->world().connectedState();
        state.gateway.state = Discord::GatewayStatus::State::Waiting;
        state.gateway.untilMs = m_world->world().nowMs + 8 * SecondMs;
        window().live().setBotState(state);
        QVERIFY(widget<QWidget>(u"banner"_s)->isVisible());
        auto *button = widget<QToolButton>(u"headerExport"_s);
        const auto *asOf = widget<QLabel>(u"headerStatus"_s);
        for (const QString &name : pageNames()) {
            window().showPage(u"overview"_s);
            QTRY_VERIFY(button->isVisible());
            QVERIFY(asOf->text().startsWith("as of"_L1));
            button->setFocus();
            window().showPage(name);
            // What is kept on this computer is current (UX 2.6).
            QCOMPARE(asOf->text().startsWith("as of"_L1), name != "log"_L1 && name != "settings"_L1);
            const QWidget *page = window().page(name);
            const QWidget *focus = QApplication::focusWidget();
            if (!button->isVisible())
                QVERIFY2(focus == page || page->isAncestorOf(focus), qPrintable(name));
        }
    }

    // J5: one banner, the most severe; the others behind "+n more"; status, title and tray agree.
    void theBannerShowsTheWorst()
    {
        BotState state = m_world->world().connectedState();
        state.gateway.state = Discord::GatewayStatus::State::Waiting;
        state.gateway.attempt = 3;
        state.gateway.untilMs = m_world->world().nowMs + 8 * SecondMs;
        state.anotherProgramSuspected = true;
        window().live().setBotState(state);
        QVERIFY(widget<QWidget>(u"banner"_s)->isVisible());
        const QString text = widget<QLabel>(u"bannerText"_s)->text();
        QVERIFY2(text.contains(u"8 s (attempt 3)"_s), qPrintable(text));
        QCOMPARE(widget<QPushButton>(u"bannerButton1"_s)->text(), u"Try now"_s);
        QCOMPARE(widget<QPushButton>(u"bannerButton2"_s)->text(), u"+1 more"_s);
        QVERIFY(widget<QToolButton>(u"statusConnection"_s)->text().contains(u"8 s"_s));
        QVERIFY(window().windowTitle().contains(u"8 s"_s));
        QCOMPARE(widget<QToolButton>(u"statusProblems"_s)->text(), u"2 problems"_s);

        widget<QPushButton>(u"bannerButton2"_s)->click();
        auto *panel = widget<QWidget>(u"problemsPanel"_s);
        QVERIFY(panel->isVisible());
        QCOMPARE(panel->findChildren<QLabel *>(u"problemText"_s).size(), 2);
        press(Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QTest::keyClick(widget<QPushButton>(u"bannerButton2"_s), Qt::Key_Return); // as Space does
        QVERIFY(panel->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QCOMPARE(window().focusWidget(), static_cast<QWidget *>(widget<QToolButton>(u"statusProblems"_s)));
        widget<QPushButton>(u"bannerButton2"_s)->setFocus();
        QTest::keyClick(widget<QPushButton>(u"bannerButton2"_s), Qt::Key_Return);
        QVERIFY(panel->isVisible());
        press(Qt::Key_Escape);
        QCOMPARE(window().focusWidget(), static_cast<QWidget *>(widget<QPushButton>(u"bannerButton2"_s)));

        window().live().setBotState(m_world->world().connectedState());
        QVERIFY(!widget<QWidget>(u"banner"_s)->isVisible());
        QCOMPARE(widget<QToolButton>(u"statusProblems"_s)->text(), u"0 problems"_s);
    }

    // UX 2.8: Alt and a letter for every button of a dialog; Escape is the letter of Cancel.
    void whatAQuestionOffersHasLetters()
    {
        QStringList texts;
        QTimer reader;
        connect(&reader, &QTimer::timeout, this, [&] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            const auto buttons = box->findChildren<QAbstractButton *>();
            for (const QAbstractButton *button : buttons) {
                if (button != box->button(QMessageBox::Cancel))
                    texts.append(button->text());
            }
            QVERIFY(Mnemonics::takenTwice(box).isEmpty());
            box->reject();
        });
        reader.start(20);
        widget<QAction>(u"closeAction"_s)->trigger();
        QTRY_COMPARE(texts.size(), 3);
        for (const QString &text : std::as_const(texts))
            QVERIFY2(!Mnemonics::letterOf(text).isNull(), qPrintable(text));
    }

    // UX 0, calm live data: a banner pushes the page, so it waits while somebody is about to press something there.
    void aBannerWaitsForAPointerThatAims()
    {
        QVERIFY(window().showPage(u"data"_s));
        m_world->settle();
        auto *button = widget<QPushButton>(u"healthCheckNow"_s);
        auto *banner = widget<QWidget>(u"banner"_s);
        QVERIFY(button->isVisible() && !banner->isVisible());
        const QPoint place = button->mapToGlobal(button->rect().center());
        QCursor::setPos(place);
        window().live().setBotState(troubled());
        QVERIFY(!banner->isVisible());
        QCOMPARE(button->mapToGlobal(button->rect().center()), place);
        QCursor::setPos(window().mapToGlobal(QPoint(5, 5)));
        QTRY_VERIFY(banner->isVisible());
        QCursor::setPos(button->mapToGlobal(button->rect().center()));
        window().live().setBotState(m_world->world().connectedState());
        QVERIFY(banner->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), 20000); // not for ever
        QCursor::setPos(window().mapToGlobal(QPoint(5, 5)));
    }

    // J5 "clock": a row in Problems, no banner.
    void aWrongClockIsARowOnly()
    {
        BotState state = m_world->world().connectedState();
        state.rest.clockOffMs = 6 * MinuteMs;
        window().live().setBotState(state);
        QVERIFY(!widget<QWidget>(u"banner"_s)->isVisible());
        QCOMPARE(window().incidentCenter().all().size(), 1);
        QCOMPARE(window().incidentCenter().all().first().kind, Incident::Kind::ClockWrong);
    }

    // J5 "content": only for somebody who had it.
    void messageContentIsMissedOnceItWasOn()
    {
        BotState state = m_world->world().connectedState();
        window().live().setBotState(state);
        QVERIFY(window().incidentCenter().all().isEmpty());
        state.messageContent = true;
        window().live().setBotState(state);
        state.messageContent = false;
        window().live().setBotState(state);
        QCOMPARE(window().incidentCenter().all().size(), 1);
        QCOMPARE(window().incidentCenter().all().first().kind, Incident::Kind::MessageContentOff);
    }

    // J5: every word of the menu is carried out by who plays the demo.
    void everyWordOfTheDemoMenuIsCarriedOut()
    {
        m_world->openWindow(true);
        window().show();
        QSignalSpy wanted(&window(), &MainWindow::simulateRequested);
        const auto words = MainWindow::simulations();
        for (const auto &[word, text] : words) {
            window().findChild<QAction *>(u"simulate-"_s + word)->trigger();
            QCOMPARE(wanted.last().first().toString(), word);
        }
        m_world->openWindow();
    }

    // J5: no dead buttons: what an incident offers stands in the Problems list, and what it does is seen.
    void everyActionThatIsOfferedIsThere()
    {
        const auto shown = [this](const BotState &state, const StorageTrouble &trouble) {
            window().live().setBotState(state);
            window().live().setTrouble(trouble);
            int offered = 0;
            for (const Incident &incident : window().incidentCenter().all())
                offered += int(incident.actions.size());
            const auto buttons =
                widget<QWidget>(u"problemsPanel"_s)->findChildren<QPushButton *>(u"problemAction"_s);
            int there = 0;
            for (QPushButton *button : buttons)
                there += button->parentWidget() && !button->parentWidget()->isHidden() ? 1 : 0;
            return offered > 0 && offered == there;
        };
        using State = Discord::GatewayStatus::State;
        BotState state = troubled();
        QVERIFY(shown(state, {StorageTrouble::Kind::Locked, 41, m_world->world().nowMs, -1, {}}));
        state.gateway.state = State::Paused;
        QVERIFY(shown(state, {StorageTrouble::Kind::Full, 41, m_world->world().nowMs, 0, {}}));
        window().incidentCenter().setComputerOnline(false);
        state.gateway.state = State::Waiting;
        QVERIFY(shown(state, {StorageTrouble::Kind::LowSpace, 0, m_world->world().nowMs, 180'000'000, {}}));
        window().incidentCenter().setComputerOnline(true);
        for (const auto failure : {Discord::GatewayStatus::Failure::TokenRejected,
                                   Discord::GatewayStatus::Failure::DisallowedIntents}) {
            state.gateway.state = State::Failed;
            state.gateway.failure = failure;
            QVERIFY(shown(state, {StorageTrouble::Kind::Corrupt, 0, m_world->world().nowMs, -1, {}}));
        }
        window().live().setTrouble({});
        window().live().setBotState(m_world->world().connectedState());
    }

    void anotherChannelIsChosenWhereItIsChosen() // J5 permission
    {
        BotState state = m_world->world().connectedState();
        BotState::Server &server = state.servers.first();
        server.cannotPost = {u"Cannot post in #ticket-logs: Send Messages is missing."_s};
        window().live().setBotState(state);
        QCOMPARE(widget<QPushButton>(u"bannerButton2"_s)->text(), u"Choose another channel"_s);
        widget<QPushButton>(u"bannerButton2"_s)->click();
        QCOMPARE(window().currentPage(), u"notifications"_s);
        QTRY_COMPARE(window().focusWidget(), static_cast<QWidget *>(widget<QComboBox>(u"logChannel"_s)));
        window().live().setBotState(m_world->world().connectedState());
    }

    void aServerIsPutAwayAndTakenOutAgain() // J5 removed
    {
        const auto info = [this](bool removed) {
            bool saved = false;
            m_world->host().storage().write(
                this,
                [removed](Writer &writer) -> Status {
                    GuildInfo gone;
                    gone.id = UiWorld::Northwind;
                    gone.name = u"Northwind"_s;
                    gone.removed = removed;
                    return writer.saveGuild(gone);
                },
                [&saved](const Status &status) { saved = bool(status); });
            return QTest::qWaitFor([&saved] { return saved; });
        };
        QVERIFY(info(true));
        BotState state = m_world->world().connectedState();
        state.servers.first().removed = true;
        window().live().setBotState(state);
        window().live().refreshNow();
        QTRY_VERIFY(window().live().serverPulse() && window().live().serverPulse()->info.removed);
        auto *archive = widget<QPushButton>(u"bannerButton2"_s);
        QCOMPARE(archive->text(), u"Archive server"_s);
        // Where the window is narrow the sentence takes two lines beside the buttons, instead of a line above them.
        const QSize wide = window().size();
        window().resize(640, 400);
        QTRY_VERIFY(widget<QPushButton>(u"bannerButton1"_s)->x()
                    > widget<QLabel>(u"bannerText"_s)->geometry().right());
        QVERIFY2(widget<QWidget>(u"banner"_s)->height() < 2 * archive->height(),
                 qPrintable(QString::number(widget<QWidget>(u"banner"_s)->height())));
        window().resize(wide);
        widget<QPushButton>(u"bannerButton2"_s)->click();
        QTRY_VERIFY(window().live().archived().contains(UiWorld::Northwind));
        QTRY_VERIFY(!widget<QWidget>(u"banner"_s)->isVisible());
        QVERIFY(std::none_of(window().live().servers().begin(), window().live().servers().end(),
                             [](const ServerPulse &s) { return s.info.id == UiWorld::Northwind; }));
        QTRY_VERIFY(window().live().server() != UiWorld::Northwind); // nothing of it is shown any more
        auto *undo = widget<QPushButton>(u"messageButton1"_s);
        QVERIFY(undo->isVisible());
        undo->click();
        QTRY_VERIFY(window().live().archived().isEmpty());
        QTRY_VERIFY(widget<QWidget>(u"banner"_s)->isVisible());
        QVERIFY(info(false));
        window().live().setBotState(m_world->world().connectedState());
        window().live().refreshNow();
        QTRY_VERIFY(window().live().serverPulse() && !window().live().serverPulse()->info.removed);
    }

    void theDamagedFileIsShown() // J5 corrupt
    {
        DatabaseRecovery recovery;
        recovery.quarantine = u"quarantine-1"_s;
        recovery.backup = u"b.db"_s;
        window().incidentCenter().setRecovery(recovery);
        QCOMPARE(widget<QPushButton>(u"bannerButton2"_s)->text(), u"Show file"_s);
        QDesktopServices::setUrlHandler(u"file"_s, this, "openFile");
        widget<QPushButton>(u"bannerButton2"_s)->click();
        QDesktopServices::unsetUrlHandler(u"file"_s);
        QVERIFY2(m_opened.toLocalFile().endsWith(u"/quarantine-1"_s), qPrintable(m_opened.toString()));
        widget<QToolButton>(u"bannerClose"_s)->click();
        QVERIFY(window().incidentCenter().all().isEmpty()); // it was read; nothing is left to mend
    }

    // Checklist 28: one banner and one notification, however many errors come within a second.
    void tenErrorsAreOneBannerAndOneNotification()
    {
        QSignalSpy notified(&window().tray(), &TrayIcon::notified);
        window().hide();
        BotState state = m_world->world().connectedState();
        for (int i = 1; i <= 10; ++i) {
            state.servers.first().cannotPost.append(
                u"Cannot post in #logs-%1: Send Messages is missing."_s.arg(i));
            window().live().setBotState(state);
        }
        QCOMPARE(window().incidentCenter().all().size(), 10);
        QCOMPARE(notified.size(), 1);
        window().show();
        QVERIFY(widget<QWidget>(u"banner"_s)->isVisible());
        QCOMPARE(widget<QPushButton>(u"bannerButton3"_s)->text(), u"+9 more"_s);
        // Within the hour the same incident says nothing more, though it ends and comes back.
        window().hide();
        window().live().setBotState(m_world->world().connectedState());
        window().live().setBotState(state);
        QCOMPARE(notified.size(), 1);
        m_world->world().nowMs += HourMs + MinuteMs;
        window().live().setBotState(m_world->world().connectedState());
        window().live().setBotState(state);
        QCOMPARE(notified.size(), 2);
        window().live().setBotState(m_world->world().connectedState());
        m_world->world().nowMs = UiWorld::Start;
        window().show();
    }

    // UX 3.7: of a lost connection the alarm tells this computer, after its minutes and in working hours, or not at all.
    void aLostConnectionIsTheAlarmsToTell()
    {
        QSignalSpy notified(&window().tray(), &TrayIcon::notified);
        window().hide();
        BotState state = m_world->world().connectedState();
        state.gateway.state = Discord::GatewayStatus::State::Waiting;
        state.gateway.untilMs = m_world->world().nowMs + 8 * SecondMs;
        window().live().setBotState(state);
        QCOMPARE(window().incidentCenter().all().size(), 1);
        QCOMPARE(notified.size(), 0);
        window().incidentCenter().setComputerOnline(false); // the same, by another name
        QCOMPARE(window().incidentCenter().all().first().kind, Incident::Kind::Offline);
        QCOMPARE(notified.size(), 0);
        window().incidentCenter().setComputerOnline(true);
        window().live().setBotState(m_world->world().connectedState());
        window().show();
    }

    // UX 2.8, 3.2: by menu, row menu and the detail; shown, and undone.
    void theAlarmOfATicketIsMutedAndUndone()
    {
        QVERIFY(window().showPage(u"tickets"_s));
        m_world->settle();
        PageLink link;
        link.page = u"tickets"_s;
        link.ticket = m_world->world().openTicket();
        window().follow(link);
        auto *state = widget<QLabel>(u"detailState"_s);
        QTRY_VERIFY(state->text().contains(u"waiting"_s));
        QVERIFY(!state->text().contains(u"muted"_s));
        QAction *mute = widget<QAction>(u"ticketMute"_s);
        QVERIFY(widget<QMenu>(u"ticketMenu"_s)->actions().contains(mute));
        QCOMPARE(mute->text(), u"Mute alarm for this ticket"_s);
        widget<QToolButton>(u"detail-ticketMute"_s)->click();
        auto *undo = widget<QPushButton>(u"messageButton1"_s);
        QTRY_VERIFY(undo->isVisible());
        QTRY_VERIFY2(state->text().endsWith(u"alarm muted"_s), qPrintable(state->text()));
        QTRY_COMPARE(mute->text(), u"Alarm on again for this ticket"_s);
        undo->click();
        QTRY_VERIFY(!state->text().contains(u"muted"_s));
        QTRY_COMPARE(mute->text(), u"Mute alarm for this ticket"_s);
    }

    void aMessageOffersUndoOnce()
    {
        int undone = 0;
        window().showMessage(u"2 tickets deleted."_s, [&undone] { ++undone; });
        auto *undo = widget<QPushButton>(u"messageButton1"_s);
        QVERIFY(undo->isVisible());
        undo->click();
        QCOMPARE(undone, 1);
        QVERIFY(!widget<QWidget>(u"message"_s)->isVisible());
    }

    // 2.7: without a tray closing asks; what it remembers it does not ask again.
    void closingWithoutATrayAsks()
    {
        if (TrayIcon::available())
            QSKIP("there is a tray here");
        QSignalSpy quit(&window(), &MainWindow::quitRequested);
        MessageBox::setNextAnswer(0);
        window().close();
        QCOMPARE(MessageBox::lastQuestion(), u"Keep the bot running in the background?"_s);
        QVERIFY(window().isMinimized());
        QCOMPARE(quit.count(), 0);
        window().raiseWindow();
        QVERIFY(!window().isMinimized());
        MessageBox::setNextAnswer(-1); // changed their mind
        window().close();
        QVERIFY(window().isVisible());
        QCOMPARE(quit.count(), 0);
        MessageBox::setNextAnswer(1);
        window().close();
        QCOMPARE(quit.count(), 1);
    }

    void quittingSavesWhatWasJustChanged() // UX 2.7, 3.10
    {
        window().showPage(u"settings"_s);
        auto *heavy = widget<QSpinBox>(u"heavyBox"_s);
        QTRY_VERIFY(heavy->isVisible());
        const int before = heavy->value();
        heavy->setFocus();
        QTest::keyClick(heavy, Qt::Key_Up);
        QSignalSpy quit(&window(), &MainWindow::quitRequested);
        widget<QAction>(u"quitAction"_s)->trigger(); // nobody is asked
        QTRY_COMPARE(quit.count(), 1);
        int stored = 0;
        m_world->host().storage().readAfterFlush(
            &window(), [](const Reader &reader) { return reader.config(UiWorld::Northwind).heavyLoad; },
            [&stored](int load) { stored = load; });
        QTRY_COMPARE(stored, before + 1);
    }

    // Checklist 34: a second start raises the window of the first.
    void aSecondStartRaisesTheWindow()
    {
        SingleInstance first(m_world->world().folder());
        QVERIFY(first.claim());
        QSignalSpy raise(&first, &SingleInstance::raiseRequested);
        connect(&first, &SingleInstance::raiseRequested, &window(), &MainWindow::raiseWindow);
        window().showMinimized();
        SingleInstance second(m_world->world().folder());
        QVERIFY(!second.claim());
        QTRY_COMPARE(raise.count(), 1);
        QVERIFY(!window().isMinimized());
    }

    // Quit and started again at once: the new one must not rely on a window that is going away.
    void aStartDuringTheEndWaitsForIt()
    {
        const QString folder = m_world->world().folder();
        auto first = std::make_unique<SingleInstance>(folder);
        QVERIFY(first->claim());
        first->stopAnswering();
        std::future<bool> second =
            std::async(std::launch::async, [folder] { return SingleInstance(folder).claim(); });
        first.reset();
        QVERIFY(second.get());
    }

    // Checklist 35
    void placePageAndChoicesComeBack()
    {
        window().resize(900, 620);
        QVERIFY(window().showPage(u"log"_s));
        window().live().setRange({DateRange::Kind::Last30Days});
        window().saveView();
        m_world->closeWindow();
        m_world->openWindow();
        m_world->settle();
        QCOMPARE(window().currentPage(), u"log"_s);
        QCOMPARE(window().size(), QSize(900, 620));
        QTRY_VERIFY(window().live().loaded());
        QCOMPARE(window().live().range().kind, DateRange::Kind::Last30Days);
    }
    void aScreenThatIsGoneDoesNotHideTheWindow()
    {
        UiSettings settings(m_world->world().folder());
        QWidget far;
        far.setGeometry(50000, 40000, 700, 500);
        savePlace(far, settings);
        QWidget near;
        restorePlace(near, settings);
        bool seen = false;
        const auto screens = QGuiApplication::screens();
        for (const QScreen *screen : screens)
            seen |= screen->availableGeometry().contains(near.frameGeometry().topLeft());
        QVERIFY(seen);
    }

    // J8: the switcher lists every server in words and changes all that is shown.
    void anotherServerIsOneClickAway()
    {
        bool saved = false;
        m_world->host().storage().write(
            this,
            [](Writer &writer) -> Status {
                GuildInfo info;
                info.id = UiWorld::Contoso;
                info.name = u"Contoso & Sons"_s;
                return writer.saveGuild(info);
            },
            [&saved](const Status &status) { saved = bool(status); });
        QTRY_VERIFY(saved);
        window().live().refreshNow();
        QTRY_COMPARE(window().live().servers().size(), 2);
        auto *switcher = widget<QToolButton>(u"serverSwitcher"_s);
        QCOMPARE(switcher->menu()->actions().size(), 2);
        QAction *other = nullptr;
        const auto actions = switcher->menu()->actions();
        for (QAction *action : actions) {
            if (!action->isChecked())
                other = action;
        }
        QVERIFY(other);
        QVERIFY2(other->text().contains(u"Contoso && Sons – nothing overdue"_s), qPrintable(other->text()));
        // UX J8: the state has a sign, too.
        const QSize small(16, 16);
        QCOMPARE(
            other->icon().pixmap(small).toImage(),
            Icons::sign(Icons::Sign::Good, Theme::colours(switcher->palette()).good).pixmap(small).toImage());
        other->trigger();
        QCOMPARE(window().live().server(), UiWorld::Contoso);
        QCOMPARE(switcher->accessibleName(), u"Server: Contoso & Sons"_s);
        window().live().setServer(UiWorld::Northwind);
    }

    void narrowWindowsHaveOneButtonForPages()
    {
        window().resize(640, 400);
        QTRY_VERIFY(widget<QToolButton>(u"compactNavigation"_s)->isVisible());
        QVERIFY(!widget<QWidget>(u"navigationPanel"_s)->isVisible());
        QVERIFY(widget<QToolButton>(u"compactNavigation"_s)->text().startsWith(u"☰ Overview"_s));
        QCOMPARE(widget<QToolButton>(u"compactNavigation"_s)->menu()->actions().size(), pageNames().size());
    }

    // 3.10: not only after the window was resized.
    void whatGetsTheFocusComesIntoSight() // must-point 17
    {
        const QSize wide = window().size();
        window().resize(900, 500);
        QVERIFY(window().showPage(u"settings"_s));
        auto *below = widget<QComboBox>(u"logBox"_s);
        QTRY_VERIFY(below->isVisible());
        QVERIFY(below->visibleRegion().isEmpty());
        below->setFocus(Qt::OtherFocusReason); // by whatever had it and went
        QTRY_VERIFY(!below->visibleRegion().isEmpty());
        window().resize(wide);
    }

    void settingsStandBesideTheirLabelsWhereThereIsRoom()
    {
        QVERIFY(window().showPage(u"settings"_s));
        const auto left = [this](const QString &name) {
            return widget<QWidget>(name)->mapTo(&window(), QPoint()).x();
        };
        QTRY_VERIFY(left(u"appLanguageBox"_s)
                    >= left(u"generalLabel4"_s) + widget<QLabel>(u"generalLabel4"_s)->width());
    }

    // One form of numbers in all texts, with and without a plural (UX draws 2 911).
    void numbersAreGroupedAlikeInEveryText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("says");
        QTest::newRow("en") << u"en"_s << u"2 300 days"_s;
        QTest::newRow("de") << u"de"_s << u"2.300 Tage"_s;
    }
    void numbersAreGroupedAlikeInEveryText()
    {
        QFETCH(QString, language);
        QFETCH(QString, says);
        UiLanguage words;
        words.setChoice(language);
        QCOMPARE(QCoreApplication::translate("Format", "%n day(s)", nullptr, 2300), says);
        QVERIFY(says.startsWith(Format::count(2300)));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    // Checklist 44: live, with the right plural forms, and back again.
    void theLanguageChangesAtOnce()
    {
        UiLanguage language;
        language.setChoice(u"en"_s);
        QVERIFY(window().showPage(u"tickets"_s));
        m_world->settle();
        auto *navigation = widget<QListWidget>(u"navigation"_s);
        QCOMPARE(navigation->item(0)->text(), u"Overview"_s);
        window().setLanguage(u"de"_s);
        QTRY_COMPARE(navigation->item(0)->text(), u"Übersicht"_s);
        QCOMPARE(window().currentPage(), u"tickets"_s);
        QCOMPARE(widget<QMenu>(u"fileMenu"_s)->title(), u"&Datei"_s);
        QCOMPARE(widget<QToolButton>(u"statusProblems"_s)->text(), u"0 Probleme"_s);
        QCOMPARE(QLocale().language(), QLocale::German);
        QVERIFY(window().showPage(u"permissions"_s));
        m_world->settle();
        const QAbstractItemModel *access = widget<QTableView>(u"permissionsTable"_s)->model();
        QTRY_COMPARE(access->columnCount(), 5);
        QVERIFY(access->headerData(2, Qt::Horizontal).toString().startsWith(u"Statistik ansehen"_s));
        window().setLanguage(u"en"_s);
        QTRY_COMPARE(navigation->item(0)->text(), u"Overview"_s);
        QCOMPARE(widget<QToolButton>(u"statusProblems"_s)->text(), u"0 problems"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    // 3.10: what shows dates and weeks follows at once, the way back too, and the next window begins with it.
    void datesAndWeeksFollowTheSettingsAtOnce()
    {
        const auto choose = [this](const QString &name, const QString &text) {
            QVERIFY(window().showPage(u"settings"_s));
            m_world->settle();
            const int steps =
                widget<QComboBox>(name)->findText(text) - widget<QComboBox>(name)->currentIndex();
            for (int i = 0; i < std::abs(steps); ++i) {
                widget<QComboBox>(name)->setFocus();
                QTest::keyClick(widget<QComboBox>(name), steps > 0 ? Qt::Key_Down : Qt::Key_Up);
            }
            QCOMPARE(widget<QComboBox>(name)->currentText(), text);
        };
        const auto range = [this] { return widget<QToolButton>(u"rangeButton"_s)->text(); };
        // The first whole week.
        const auto secondBar = [this] {
            const auto *trends = qobject_cast<TrendsPage *>(window().page(u"trends"_s));
            const ChartSpec &spec = trends->chart(TrendsFigures::Opened)->spec();
            return spec.points.size() > 2 ? chartPointText(spec, 1) : QString();
        };
        window().live().setRange({DateRange::Kind::Last90Days}); // since Monday 24 August
        QVERIFY(window().showPage(u"trends"_s));
        QTRY_COMPARE(secondBar(), u"31 Aug – 6 Sept"_s);
        choose(u"datesBox"_s, u"22.11.2026"_s);
        choose(u"weekBox"_s, u"Sunday"_s);
        QVERIFY(widget<QComboBox>(u"weekBox"_s)->hasFocus());
        QVERIFY(window().showPage(u"trends"_s));
        QTRY_COMPARE(secondBar(), u"30.08. – 05.09."_s);

        window().live().setRange({DateRange::Kind::ThisWeek, 2});
        QTRY_COMPARE(range(), u"08.11. – 14.11.2026 ▾"_s);
        open(); // again, with what was kept
        QTRY_COMPARE(range(), u"08.11. – 14.11.2026 ▾"_s);
        choose(u"weekBox"_s, u"Saturday"_s);
        QCOMPARE(range(), u"07.11. – 13.11.2026 ▾"_s);
        widget<QWidget>(u"message"_s)->findChild<QPushButton *>()->click(); // Undo
        m_world->settle();
        QCOMPARE(range(), u"08.11. – 14.11.2026 ▾"_s);
        QCOMPARE(widget<QComboBox>(u"weekBox"_s)->currentText(), u"Sunday"_s);
        window().settings().remove(QString::fromLatin1(Dates::DayKey));
        window().settings().remove(QString::fromLatin1(Dates::WeekKey));
        Dates::use(window().settings());
    }

private:
    // Whatever can be wrong at once.
    BotState troubled()
    {
        BotState state = m_world->world().connectedState();
        BotState::Server &server = state.servers.first();
        server.unreadable = {u"#appeal-3: Read Message History is missing"_s};
        server.cannotPost = {u"Cannot post in #ticket-logs: Send Messages is missing."_s};
        BotState::Server gone;
        gone.id = UiWorld::Contoso;
        gone.name = u"Contoso"_s;
        gone.removed = true;
        state.servers.append(gone);
        state.anotherProgramSuspected = true;
        state.gateway.messageContentRefused = true;
        state.rest.clockOffMs = 6 * MinuteMs;
        state.rest.pausedForMs = 72 * SecondMs;
        return state;
    }
    MainWindow &window() { return m_world->window(); }
    void open()
    {
        m_world->closeWindow();
        m_world->openWindow();
        window().resize(qMax(1280, window().width()), window().height()); // the platform's screen is small
        window().show();
        window().activateWindow();
        m_world->settle();
        QTRY_VERIFY(window().live().server()); // choices belong to a server
    }
    template <class T>
    T *widget(const QString &name)
    {
        T *found = window().findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QApplication::setActiveWindow(&window()); // a dialog that closed may have taken it along
        QTest::keyClick(&window(), Qt::Key(key), modifiers);
    }
    QStringList pageNames()
    {
        QStringList names;
        auto *navigation = window().findChild<QListWidget *>(u"navigation"_s);
        for (int i = 0; i < navigation->count(); ++i)
            names.append(navigation->item(i)->data(Qt::UserRole).toString());
        return names;
    }

    SourceEnglish m_english;
    std::unique_ptr<WindowWorld> m_world;
    QUrl m_opened;
};

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
