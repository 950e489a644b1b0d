// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "ui/dates.h"
#include "ui/models/tickettablemodel.h"
#include "ui/pages/closedialog.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/ticketspage.h"
#include "ui/sourceenglish.h"
#include "ui/theme.h"
#include "ui/widgets/headerbar.h"
#include "ui/widgets/statepane.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class tst_Pages : public QObject
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
    void look()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        LiveData live(m_world.storage(), m_world.clock());
        live.setBotState(m_world.connectedState());
        QTRY_VERIFY(live.loaded());
        const WidthClass width = size.width() < 700 ? WidthClass::Compact
            : size.width() < 900                    ? WidthClass::Medium
                                                    : WidthClass::Wide;
        const auto grab = [&](Page *page, const QString &name, const std::function<bool()> &ready) {
            QWidget window;
            auto *layout = new QVBoxLayout(&window);
            layout->setContentsMargins(0, 0, 0, 0);
            auto *header = new HeaderBar(live);
            layout->addWidget(header);
            layout->addWidget(page, 1);
            header->setWidthClass(width);
            page->setWidthClass(width);
            header->setPage(page);
            window.resize(size);
            window.show();
            QTRY_VERIFY(ready());
            QTest::qWait(20);
            if (qEnvironmentVariableIsSet("TA_DEBUG_TOOLS")) {
                if (auto *tools = page->findChild<QWidget *>(u"ticketsTools"_s)) {
                    qDebug() << tools->geometry() << tools->layout()->heightForWidth(tools->width())
                             << tools->sizeHint();
                    for (auto *w : tools->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
                        qDebug() << w->objectName() << w->geometry() << w->isVisible();
                }
            }
            window.grab().save(u"screenshots/%1-%2x%3-%4.png"_s.arg(name)
                                   .arg(size.width())
                                   .arg(size.height())
                                   .arg(dark ? u"dark"_s : u"light"_s));
        };
        auto *overview = new OverviewPage(live);
        grab(overview, u"overview"_s,
             [&] { return !overview->findChild<KpiCard *>(u"cardOpened"_s)->content().value.isEmpty(); });
        auto *tickets = new TicketsPage(live, {});
        grab(tickets, u"tickets"_s, [&] {
            auto *table = tickets->findChild<QAbstractItemView *>(u"ticketsTable"_s);
            return table->model()->rowCount() == 14;
        });
    }

    // UX 2.5, 6 point 23: 600 new tickets, and the row in hand stays where it is.
    void aBurstOfTicketsMovesNothingUnderThePointer_data()
    {
        QTest::addColumn<bool>("pointer");
        QTest::newRow("pointer on the table") << true;
        QTest::newRow("row chosen by keyboard") << false;
    }
    void aBurstOfTicketsMovesNothingUnderThePointer()
    {
        QFETCH(bool, pointer);
        UiWorld world;
        LiveData live(world.storage(), world.clock());
        connect(&world.storage(), &Storage::committed, &live, &LiveData::noteCommitted);
        live.setBotState(world.connectedState());
        QTRY_VERIFY(live.loaded());
        TicketsPage page(live, {});
        page.resize(1072, 690);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *table = page.findChild<QAbstractItemView *>(u"ticketsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        table->setFocus();
        if (pointer) {
            table->setCurrentIndex(table->model()->index(3, 0));
            QTest::mouseMove(table->viewport(), table->visualRect(table->currentIndex()).center());
            QTRY_VERIFY(table->viewport()->underMouse());
        } else {
            for (int i = 0; i < 4; ++i)
                QTest::keyClick(table, Qt::Key_Down);
        }
        const auto ticket = [table] {
            return table->currentIndex().data(TicketTableModel::TicketIdRole).toULongLong();
        };
        const quint64 chosen = ticket();
        const int y = table->visualRect(table->currentIndex()).y();
        QVERIFY(chosen != 0);
        const auto *shownNew = page.findChild<QPushButton *>(u"ticketsShowNew"_s);
        QVERIFY(shownNew);
        constexpr int Batches = 30, PerBatch = 20; // 20 a second for half a minute, without the waiting
        for (int batch = 0; batch < Batches; ++batch) {
            for (int i = 0; i < PerBatch; ++i)
                world.addTicket(UiWorld::Appeals, u"burst-%1"_s.arg(batch * PerBatch + i),
                                UiWorld::Start - DayMs + batch * MinuteMs + i, -1, -1);
            world.nowMs += SecondMs;
            world.flush();
            live.refreshNow();
            QTest::qWait(30);
            QCOMPARE(ticket(), chosen);
            QCOMPARE(table->visualRect(table->currentIndex()).y(), y);
            QVERIFY(table->selectionModel()->isSelected(table->currentIndex()));
        }
        QTRY_VERIFY(shownNew->isVisible()); // they were announced, not thrown in
        QTRY_VERIFY2(shownNew->text().section(u' ', 0, 0).toInt() >= 400, qPrintable(shownNew->text()));
        page.showNewest();
        QVERIFY(table->model()->rowCount() > 14);
    }

    // What the last run left is not kept for a pointer that happens to lie there (UX 2.5).
    void aListIsNotHeldBeforeTheBotHasCaughtUp()
    {
        UiWorld world;
        LiveData live(world.storage(), world.clock());
        connect(&world.storage(), &Storage::committed, &live, &LiveData::noteCommitted);
        BotState state = world.connectedState();
        state.servers.first().catchingUp = true;
        live.setBotState(state);
        QTRY_VERIFY(live.loaded());
        TicketsPage page(live, {});
        page.resize(1072, 690);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *table = page.findChild<QTableView *>(u"ticketsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        QTest::mouseMove(table->viewport(), {300, 60});
        QTRY_VERIFY(table->viewport()->underMouse());
        const auto open = [&](const QString &name) {
            world.addTicket(UiWorld::Appeals, name, world.nowMs - MinuteMs, -1, -1);
            world.flush();
            live.refreshNow();
        };
        open(u"missed"_s);
        QTRY_COMPARE(table->model()->rowCount(), 15);
        state.servers.first().catchingUp = false;
        live.setBotState(state);
        open(u"nobody-looks"_s);
        QTRY_COMPARE(table->model()->rowCount(), 16);
        QTest::mouseMove(table->viewport(), {310, 70});
        open(u"somebody-looks"_s);
        QTRY_VERIFY(page.findChild<QPushButton *>(u"ticketsShowNew"_s)->isVisible());
        QCOMPARE(table->model()->rowCount(), 16);
    }

    // The rows of the last run are put in order as the bot catches up, not ten seconds later.
    void aListIsInOrderAsSoonAsTheBotHasCaughtUp()
    {
        UiWorld world;
        LiveData live(world.storage(), world.clock());
        connect(&world.storage(), &Storage::committed, &live, &LiveData::noteCommitted);
        BotState state = world.connectedState();
        state.servers.first().catchingUp = true;
        live.setBotState(state);
        QTRY_VERIFY(live.loaded());
        TicketsPage page(live, {});
        page.resize(1072, 690);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto *table = page.findChild<QTableView *>(u"ticketsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        const auto first = [table] {
            return table->model()->index(0, 0).data(TicketTableModel::TicketIdRole).toULongLong();
        };
        const ChannelId longest(first()); // who waits for the longest time
        // What was answered meanwhile waits no longer, and the last answer comes when everything is read.
        state.servers.first().catchingUp = false;
        live.setBotState(state);
        world.reply(longest, 11, true);
        world.flush();
        QTRY_VERIFY(first() != longest.value);
    }

    void whereNobodyWaitsTheLastCloseIsTold() // UX 3.2, empty
    {
        UiWorld world(false);
        world.addTicket(UiWorld::Appeals, u"appeal-1"_s, world.nowMs - 3 * HourMs, MinuteMs, HourMs);
        world.flush();
        LiveData live(world.storage(), world.clock());
        live.setBotState(world.connectedState());
        QTRY_VERIFY(live.loaded());
        TicketsPage page(live, {});
        page.setTab(TicketListFilter::Tab::Waiting);
        page.resize(1072, 690);
        page.show();
        auto *state = page.findChild<StatePane *>(u"ticketsState"_s);
        QTRY_COMPARE(state->sentence(),
                     u"Nobody is waiting. The last ticket was closed on %1."_s.arg(
                         Dates::dateTime(world.nowMs - 2 * HourMs, live.zone(), world.nowMs)));
    }

    // A press means the ticket that was looked at, however fast its row goes away.
    void aSecondPressMeansNoOtherTicket_data()
    {
        QTest::addColumn<bool>("detail");
        QTest::newRow("in the ticket") << true;
        QTest::newRow("above the list") << false;
    }
    void aSecondPressMeansNoOtherTicket()
    {
        QFETCH(bool, detail);
        UiWorld world;
        LiveData live(world.storage(), world.clock());
        connect(&world.storage(), &Storage::committed, &live, &LiveData::noteCommitted);
        live.setBotState(world.connectedState());
        QTRY_VERIFY(live.loaded());
        QVector<std::pair<quint64, bool>> marked;
        const auto mark = [&](GuildId, ChannelId ticket, bool isTicket,
                              const std::function<void(Status)> &done) {
            marked.append({ticket.value, isTicket});
            world.mark(ticket, isTicket);
            done({});
        };
        QCursor::setPos(0, 0); // the list moves on
        TicketsPage page(live, {mark, {}});
        page.resize(1072, 690);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *table = page.findChild<QTableView *>(u"ticketsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        const quint64 chosen = table->currentIndex().data(TicketTableModel::TicketIdRole).toULongLong();
        auto *button = page.findChild<QToolButton *>(detail ? u"detail-ticketMark"_s : u"tool-ticketMark"_s);
        if (detail) {
            emit table->activated(table->currentIndex());
            QTRY_VERIFY(button->isVisible() && button->isEnabled());
        }
        button->setFocus();
        QVERIFY(button->hasFocus());
        button->click();
        button->click();
        world.flush();
        live.refreshNow();
        QTRY_COMPARE(table->model()->rowCount(), 13);
        if (detail)
            QTRY_COMPARE(button->text(), u"A ticket again"_s);
        else
            QVERIFY(table->hasFocus());
        using Marks = QVector<std::pair<quint64, bool>>;
        QCOMPARE(marked, (Marks{{chosen, false}}));
    }

    // The list is held for whoever reads it, so the row stays: it says what became of it, and the next press means that.
    void aMarkedRowSaysThatItIsNoTicket()
    {
        UiWorld world;
        LiveData live(world.storage(), world.clock());
        connect(&world.storage(), &Storage::committed, &live, &LiveData::noteCommitted);
        live.setBotState(world.connectedState());
        QTRY_VERIFY(live.loaded());
        QVector<bool> marked;
        const auto mark = [&](GuildId, ChannelId ticket, bool isTicket,
                              const std::function<void(Status)> &done) {
            marked.append(isTicket);
            world.mark(ticket, isTicket);
            done({});
        };
        QCursor::setPos(0, 0);
        TicketsPage page(live, {mark, {}});
        page.resize(1072, 690);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *table = page.findChild<QTableView *>(u"ticketsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        const auto state = [table] {
            return table->currentIndex().siblingAtColumn(TicketTableModel::Waiting).data().toString();
        };
        auto *action = page.findChild<QAction *>(u"ticketMark"_s);
        action->trigger();
        world.flush();
        live.refreshNow();
        QTRY_COMPARE(state(), u"not a ticket"_s);
        QCOMPARE(table->model()->rowCount(), 14);
        QCOMPARE(action->text(), u"Count as a ticket again"_s);
        QCOMPARE(marked, QVector<bool>{false});

        PageLink link;
        link.tickets = TicketListFilter();
        link.tickets->notTickets = true;
        page.open(link);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(page.findChild<QLabel *>(u"ticketsCounts"_s)->text(), u"1 channel"_s); // of no other number
    }

    // "Whatever Discord no longer has is shown as a hole": no ticket was seen, not none was there.
    void aPeriodThatNobodyObservedIsNotEmpty()
    {
        LiveData live(m_world.storage(), m_world.clock());
        live.setBotState(m_world.connectedState());
        QTRY_VERIFY(live.loaded());
        live.setRange(DateRange::dates(QDate(2020, 3, 1), QDate(2020, 3, 7)));
        TicketsPage page(live, {});
        page.resize(1072, 690);
        page.show();
        page.findChild<QTabBar *>(u"ticketsTabs"_s)->setCurrentIndex(int(TicketListFilter::Tab::All));
        const auto said = [&page] {
            const QList<QLabel *> labels =
                page.findChild<StatePane *>(u"ticketsState"_s)->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
                return label->isVisible() && label->text() == u"Nothing was recorded in this period."_s;
            });
        };
        QTRY_VERIFY(said());
    }

    void theFirstStepsStandAboveTheNumbers() // also after a start with tickets
    {
        LiveData live(m_world.storage(), m_world.clock()); // not connected: a step is left
        QTRY_VERIFY(live.loaded());
        OverviewPage page(live);
        page.resize(1072, 690);
        page.showChecklist();
        page.setVisible(true);
        const auto *steps = page.findChild<QWidget *>(u"firstSteps"_s);
        const auto *cards = page.findChild<QWidget *>(u"overviewCards"_s);
        QTRY_VERIFY(steps->isVisible() && cards->isVisible());
        for (const int width : {1072, 560, 1072}) {
            page.resize(width, 690);
            QTRY_VERIFY(steps->y() < cards->y());
        }
    }

    void whatHasTheFocusIsSeen()
    {
        LiveData live(m_world.storage(), m_world.clock());
        live.setBotState(m_world.connectedState());
        QTRY_VERIFY(live.loaded());
        TicketsPage page(live, {});
        page.resize(1072, 690);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *table = page.findChild<QTableView *>(u"ticketsTable"_s);
        const auto *open = page.findChild<QToolButton *>(u"tool-ticketOpen"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        // Whom the window gave the focus depends on what was there first: the list, or its answer.
        page.findChild<QTabBar *>(u"ticketsTabs"_s)->setFocus(Qt::OtherFocusReason);
        table->selectionModel()->clear();
        QVERIFY(!open->isEnabled()); // no row is chosen
        table->setFocus(Qt::TabFocusReason);
        QVERIFY(table->selectionModel()->isSelected(table->currentIndex()));
        QVERIFY(open->isEnabled());
        // From a chart, into another list.
        PageLink link;
        link.tickets = TicketListFilter();
        link.tickets->tab = TicketListFilter::Tab::Closed;
        page.open(link);
        QVERIFY(!open->isEnabled());
        QTRY_VERIFY(table->model()->rowCount() > 14);
        QVERIFY(table->selectionModel()->isRowSelected(0));
        QVERIFY(open->isEnabled());
        QVERIFY(!page.findChild<QToolButton *>(u"tool-ticketDiscord"_s)->isEnabled()); // it was deleted
        page.searchField()->setText(u"nobody has that name"_s);
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QVERIFY(!open->isEnabled());
    }

    // UX 2.13: nothing is done by the mouse alone.
    void theKeyboardSorts()
    {
        LiveData live(m_world.storage(), m_world.clock());
        live.setBotState(m_world.connectedState());
        QTRY_VERIFY(live.loaded());
        TicketsPage page(live, {});
        page.resize(1072, 690);
        page.show();
        auto *table = page.findChild<QTableView *>(u"ticketsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        auto *columns = page.findChild<QToolButton *>(u"ticketsColumns"_s)->menu();
        const auto choose = [&](const QString &text) {
            emit columns->aboutToShow();
            const auto actions = columns->findChild<QMenu *>(u"ticketsSortBy"_s)->actions();
            for (QAction *action : actions) {
                if (action->text() == text)
                    return action->trigger();
            }
            QFAIL(qPrintable(text));
        };
        choose(u"Channel"_s);
        choose(u"Ascending"_s);
        QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(TicketTableModel::Channel));
        QCOMPARE(table->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
        const auto name = [table](int row) {
            return table->model()->index(row, TicketTableModel::Channel).data().toString();
        };
        QTRY_COMPARE(name(0), u"#appeal-0412"_s);
        emit columns->aboutToShow();
        QStringList checked;
        for (const QAction *action : columns->findChild<QMenu *>(u"ticketsSortBy"_s)->actions()) {
            if (action->isChecked())
                checked.append(action->text());
        }
        QCOMPARE(checked, QStringList({u"Channel"_s, u"Ascending"_s}));
    }

    void escapeLeadsFromATicketToItsRow_data() // must-point 18
    {
        QTest::addColumn<bool>("loaded"); // the list, when the ticket is opened
        QTest::addColumn<bool>("listed");
        QTest::addColumn<bool>("again"); // the page was shown before, and everything was read anew since
        QTest::newRow("from Overview, first") << false << true << false;
        QTest::newRow("from Overview, later") << true << true << false;
        QTest::newRow("from Overview, again") << true << true << true;
        QTest::newRow("not in this list") << false << false << false;
    }
    void escapeLeadsFromATicketToItsRow()
    {
        QFETCH(bool, loaded);
        QFETCH(bool, listed);
        QFETCH(bool, again);
        LiveData live(m_world.storage(), m_world.clock());
        live.setBotState(m_world.connectedState());
        QTRY_VERIFY(live.loaded());
        PageLink link;
        {
            TicketsPage list(live, {});
            list.show();
            auto *rows = list.findChild<QTableView *>(u"ticketsTable"_s);
            QTRY_COMPARE(rows->model()->rowCount(), 14);
            link.ticket =
                ChannelId(rows->model()->index(4, 0).data(TicketTableModel::TicketIdRole).toULongLong());
        }
        QWidget window; // with something else that could take the focus
        auto *layout = new QVBoxLayout(&window);
        auto *header = new HeaderBar(live);
        auto &page = *new TicketsPage(live, {});
        layout->addWidget(header);
        layout->addWidget(&page);
        header->setPage(&page);
        window.resize(1072, 690);
        auto *table = page.findChild<QTableView *>(u"ticketsTable"_s);
        if (!listed)
            page.setTab(TicketListFilter::Tab::Closed);
        window.show();
        if (loaded)
            QTRY_COMPARE(table->model()->rowCount(), 14);
        if (again) {
            page.hide();
            live.refreshNow();
            page.show();
        }
        page.open(link);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(page.settled());
        QTRY_VERIFY(table->model()->rowCount() > 4);
        QTest::keyClick(page.focusWidget(), Qt::Key_Escape);
        QVERIFY(table->hasFocus());
        QVERIFY(table->selectionModel()->isSelected(table->currentIndex()));
        QCOMPARE(table->currentIndex().data(TicketTableModel::TicketIdRole).toULongLong()
                     == link.ticket.value,
                 listed);
    }

    // UX 3.4: what Discord said stands there, and is not overwritten.
    void whatWasDetectedCannotBeSaidOtherwise()
    {
        const CloseDialog dialog(u"appeal-1"_s, {{UserId(11), u"Ana"_s}}, {}, {u"Ben"_s, {}});
        const auto *closer = dialog.findChild<QComboBox *>(u"closerBox"_s);
        QCOMPARE(closer->currentText(), u"Ben"_s);
        QVERIFY(!closer->isEnabled());
        QVERIFY(dialog.findChild<QLineEdit *>(u"reasonField"_s)->isEnabled());
        QVERIFY(dialog.said() == CloseByHand());
    }

    // UX 2.2: the room for the mark beside the channel is given up first.
    void theTicketsScrollSidewaysOnlyWhenTheyMust()
    {
        LiveData live(m_world.storage(), m_world.clock());
        live.setBotState(m_world.connectedState());
        TicketsPage page(live, {});
        page.resize(900, 500);
        page.setWidthClass(WidthClass::Medium);
        page.show();
        auto *table = page.findChild<QTableView *>(u"ticketsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        const int wide = table->columnWidth(TicketTableModel::Channel);
        int channel = wide; // just before it scrolls
        for (int width = 900; width > 300 && table->horizontalScrollBar()->maximum() == 0; width -= 4) {
            channel = table->columnWidth(TicketTableModel::Channel);
            page.resize(width, 500);
            QCoreApplication::processEvents();
            page.setWidthClass(WidthClass::Medium);
            QCoreApplication::processEvents();
        }
        QVERIFY(table->horizontalScrollBar()->maximum() > 0);
        QVERIFY2(channel < wide, qPrintable(QString::number(channel)));
    }

private:
    SourceEnglish m_english;
    Theme *m_theme = nullptr;
    UiWorld m_world;
};

QTEST_MAIN(tst_Pages)
#include "tst_pages.moc"
