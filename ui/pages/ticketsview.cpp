// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "ui/hourswords.h"
#include "ui/models/tickettablemodel.h"
#include "ui/pages/ticketdetail.h"
#include "ui/pages/ticketspage.h"
#include "ui/theme.h"
#include "ui/uisettings.h"
#include "ui/widgets/firstlook.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/ticketdelegate.h"
#include "ui_ticketspage.h"

#include <QAction>
#include <QFocusEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

// What the Tickets page looks like: tools, columns, where the detail stands, what is remembered.

using namespace Qt::Literals::StringLiterals;

namespace {

using Model = TicketTableModel;

constexpr int WidestColumn = 320;
constexpr int RowsMeasured = 200;

QVector<int> defaultColumns(bool history, WidthClass width)
{
    if (width == WidthClass::Compact)
        return history ? QVector<int>{Model::Channel, Model::Closed}
                       : QVector<int>{Model::Waiting, Model::Channel};
    if (width == WidthClass::Medium) {
        return history
            ? QVector<int>{Model::Channel, Model::Category, Model::Opened, Model::Closed, Model::Resolution}
            : QVector<int>{Model::Waiting, Model::Channel, Model::Category, Model::LastReplyBy,
                           Model::Messages};
    }
    return history ? QVector<int>{Model::Channel,  Model::Category,   Model::OpenedBy,      Model::Opened,
                                  Model::Closed,   Model::Resolution, Model::FirstResponse, Model::Messages,
                                  Model::ClosedBy, Model::Reason,     Model::Rating}
                   : QVector<int>{Model::Waiting,     Model::Channel, Model::Category, Model::OpenedBy,
                                  Model::LastReplyBy, Model::Opened,  Model::Messages, Model::FirstResponse};
}

} // namespace

void TicketsPage::buildActions()
{
    const auto action = [this](const QString &name, const QString &text, const QString &tip,
                               const QKeySequence &keys) {
        auto *a = new QAction(text, this);
        a->setObjectName(name);
        a->setShortcut(keys);
        // Only inside this page: Enter belongs to buttons elsewhere.
        a->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        const QString shortcut = keys.toString(QKeySequence::NativeText);
        a->setData(shortcut.isEmpty() ? tip : tr("%1 (%2)", "action, shortcut").arg(tip, shortcut));
        m_actions.append(a);
        return a;
    };
    m_openAction = action(u"ticketOpen"_s, tr("Open", "button: a ticket"), tr("Show the ticket's story"), {});
    m_discordAction = action(u"ticketDiscord"_s, tr("Open in Discord"), tr("Open the channel in Discord"),
                             QKeySequence(u"Ctrl+Return"_s));
    m_linkAction = action(u"ticketLink"_s, tr("Copy link"), tr("Copy the channel's link"), {});
    m_markAction = action(u"ticketMark"_s, tr("Mark as not a ticket"),
                          tr("Take it out of every number; can be undone"), {});
    m_muteAction = action(u"ticketMute"_s, tr("Mute alarm for this ticket"),
                          tr("No alarm for this ticket, however long it waits; can be undone"), {});
    addAction(m_discordAction);
    connect(m_openAction, &QAction::triggered, this, [this] {
        if (const TicketListRow *row = current())
            openDetail(row->ticket.id);
    });
    connect(m_discordAction, &QAction::triggered, this, &TicketsPage::openInDiscord);
    connect(m_linkAction, &QAction::triggered, this, &TicketsPage::copyLink);
    connect(m_markAction, &QAction::triggered, this, &TicketsPage::toggleTicket);
    connect(m_muteAction, &QAction::triggered, this, &TicketsPage::toggleMute);
    auto *copy = new QAction(tr("Copy row"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &TicketsPage::copyRow);
    m_ui->ticketsTable->addAction(copy);
    auto *csv = new QAction(tr("Tickets of this list (CSV)…"), this);
    csv->setObjectName(u"ticketsExportCsv"_s);
    connect(csv, &QAction::triggered, this, &TicketsPage::exportCsv);
    m_exports = {csv};
}

void TicketsPage::buildTools()
{
    for (int i = 0; i < 4; ++i)
        m_ui->ticketsTabs->addTab(QString());
    m_ui->ticketsTabs->setExpanding(false);
    m_ui->ticketsTabs->setDrawBase(false);
    m_ui->ticketsTabs->setUsesScrollButtons(false);
    m_ui->ticketsTabs->setElideMode(Qt::ElideNone);

    m_header = new QWidget(this);
    m_header->hide();
    auto *headLayout = new QHBoxLayout(m_header);
    headLayout->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit(m_header);
    m_search->setObjectName(u"ticketsSearch"_s);
    m_search->setPlaceholderText(tr("Search channel, person, reason (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search tickets by channel, person or reason"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(100);
    m_search->setMinimumHeight(28);
    m_search->setMinimumWidth(160);
    m_counts = new QLabel(m_header);
    m_counts->setObjectName(u"ticketsCounts"_s);
    headLayout->addWidget(m_search, 1);
    headLayout->addWidget(m_counts);

    auto *flow = new FlowLayout(m_ui->ticketsTools, 6);
    const auto tool = [this, flow](const QString &name) {
        auto *button = new QToolButton(m_ui->ticketsTools);
        button->setObjectName(name);
        button->setMinimumHeight(28);
        button->setFocusPolicy(Qt::StrongFocus);
        flow->addWidget(button);
        return button;
    };
    for (QAction *action : std::as_const(m_actions))
        tool(u"tool-"_s + action->objectName())->setDefaultAction(action);
    m_filterButton = tool(u"ticketsFilters"_s);
    m_filterButton->setPopupMode(QToolButton::InstantPopup);
    m_filterButton->setMenu(new QMenu(m_filterButton));
    connect(m_filterButton->menu(), &QMenu::aboutToShow, this, &TicketsPage::fillFilterMenu);
    auto *columns = tool(u"ticketsColumns"_s);
    columns->setText(tr("Columns ▾"));
    columns->setAccessibleName(tr("Columns"));
    columns->setPopupMode(QToolButton::InstantPopup);
    columns->setMenu(new QMenu(columns));
    connect(columns->menu(), &QMenu::aboutToShow, this, [this, columns] { fillColumnMenu(columns->menu()); });
    auto *explain = tool(u"ticketsExplainButton"_s);
    explain->setText(tr("Explain"));
    explain->setAccessibleName(tr("Explain waiting, overdue and quiet"));
    connect(explain, &QToolButton::clicked, this, [this, explain] {
        m_ui->ticketsExplain->explain(explain, tr("Waiting, overdue, quiet"),
                                      tr("Waiting counts from the opening while no staff member has written, "
                                         "afterwards from the first message of a "
                                         "person after the last staff message. Overdue is waiting longer "
                                         "than the first response target (%1). Quiet "
                                         "is an open ticket without a message of a person for 24 hours. "
                                         "\"Last reply by\" is the author of the newest "
                                         "staff message: Discord knows no assignment.")
                                          .arg(overdueTarget()));
    });
    const QString quickNames[] = {u"quickNoReply"_s, u"quickAnswered"_s, u"quickQuiet"_s};
    for (int i = 0; i < 3; ++i) {
        QToolButton *button = tool(quickNames[i]);
        button->setCheckable(true);
        connect(button, &QToolButton::toggled, this, [this, i](bool on) {
            m_filter.noReplyYet = i == 0 && on;
            m_filter.answered = i == 1 && on;
            m_filter.quiet = i == 2 && on;
            filterChanged();
        });
        m_quick.append(button);
    }
    // Beside the tabs there is always room, so that its coming moves nothing.
    m_showNew = m_ui->ticketsShowNew;
    m_showNew->hide();
    connect(m_showNew, &QPushButton::clicked, this, [this] {
        showNewest();
        m_ui->ticketsTable->setFocus(Qt::OtherFocusReason);
    });
}

void TicketsPage::buildTable()
{
    QTableView *table = m_ui->ticketsTable;
    table->setModel(m_model);
    m_delegate = new TicketDelegate(this);
    table->setItemDelegate(m_delegate);
    m_ui->ticketsState->setContent(table);
    tellFailures(m_question, m_ui->ticketsState, tr("The tickets could not be read."));
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](QPoint at) {
        QMenu menu(this);
        fillColumnMenu(&menu);
        m_menuOpen = true;
        menu.exec(header->mapToGlobal(at));
        m_menuOpen = false;
    });
    connect(header, &QHeaderView::sectionClicked, this, [this](int column) {
        const auto sort = Model::sortOf(Model::Column(column));
        if (!sort)
            return;
        sortBy(*sort, *sort == m_filter.sort ? !m_filter.descending : true);
    });
    connect(table, &QTableView::customContextMenuRequested, this, [this, table](QPoint at) {
        QMenu menu(this);
        menu.addActions(m_actions);
        m_menuOpen = true;
        menu.exec(table->viewport()->mapToGlobal(at));
        m_menuOpen = false;
    });
    connect(table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const TicketListRow *row = m_model->ticket(index.row()))
            openDetail(row->ticket.id);
    });
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                const TicketListRow *row = m_model->ticket(now.row());
                // With the detail beside the table, moving through the rows moves the detail along.
                if (row && !m_arranging && m_detail->isVisible() && widthClass() != WidthClass::Compact)
                    m_detail->setTicket(row->ticket.id);
            });
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TicketsPage::updateActions);
    table->installEventFilter(this);
    m_firstLook = new FirstLook(live(), table);

    m_detail =
        new TicketDetailView(live(), {m_discordAction, m_linkAction, m_markAction, m_muteAction}, this);
    m_detail->hide();
    connect(m_detail, &TicketDetailView::closed, this, &TicketsPage::closeDetail);
    connect(m_detail, &TicketDetailView::loaded, this, &TicketsPage::updateActions);
    connect(m_detail, &TicketDetailView::closeSaid, this, &TicketsPage::sayWhoClosed);
    applyColumns();
}

bool TicketsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->ticketsTable && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown
            || key == Qt::Key_Home || key == Qt::Key_End)
            m_keyboardSelection = true;
    } else if (watched == m_ui->ticketsTable && event->type() == QEvent::FocusOut) {
        m_keyboardSelection = false;
    } else if (watched == m_ui->ticketsTable && event->type() == QEvent::FocusIn
               && static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason) {
        chooseSome(m_ui->ticketsTable->currentIndex().row());
    }
    return Page::eventFilter(watched, event);
}

void TicketsPage::showNewest()
{
    if (!m_model->outdated())
        return;
    rearrange([this] { m_model->showHeldBack(); });
    m_ui->ticketsTable->verticalScrollBar()->setValue(0);
    m_sinceSorted.start();
}

QWidget *TicketsPage::headerWidget()
{
    return m_header;
}

void TicketsPage::focusFirst()
{
    if (m_model->rowCount() > 0)
        m_ui->ticketsTable->setFocus(Qt::TabFocusReason);
    else
        m_ui->ticketsTabs->setFocus(Qt::TabFocusReason);
}

// -- menus -------------------------------------------------------------------------------------------------------------------

void TicketsPage::fillFilterMenu()
{
    QMenu *menu = m_filterButton->menu();
    menu->clear();
    const auto toggle = [this, menu](const QString &name, const QString &text, bool on,
                                     std::function<void(bool)> set) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this, [this, set = std::move(set)](bool checked) {
            set(checked);
            filterChanged();
        });
    };
    if (!paged()) {
        toggle(u"filterNoReply"_s, tr("No reply yet"), m_filter.noReplyYet,
               [this](bool on) { m_filter.noReplyYet = on; });
        toggle(u"filterAnswered"_s, tr("Answered"), m_filter.answered,
               [this](bool on) { m_filter.answered = on; });
        toggle(u"filterQuiet"_s, tr("Quiet over 24 h"), m_filter.quiet,
               [this](bool on) { m_filter.quiet = on; });
        toggle(u"filterOverdue"_s, tr("Waiting over %1").arg(overdueTarget()), m_filter.overdue,
               [this](bool on) { m_filter.overdue = on; });
        menu->addSeparator();
    }
    if (widthClass() != WidthClass::Wide) {
        QMenu *categories = menu->addMenu(tr("Category"));
        const auto choice = [this, categories](const QString &name, const CategoryFilter &category) {
            QString shown = name;
            QAction *action = categories->addAction(shown.replace(u'&', u"&&"_s));
            action->setCheckable(true);
            action->setChecked(live().category() == category);
            connect(action, &QAction::triggered, this, [this, category] { live().setCategory(category); });
        };
        choice(tr("All categories"), {});
        if (const ServerPulse *server = live().serverPulse()) {
            for (const CategoryRow &row : server->categories) {
                choice(row.name.isEmpty() ? tr("No category") : row.name,
                       {false, row.id, row.id ? QString() : row.name});
            }
        }
        menu->addSeparator();
    }
    toggle(u"filterExcluded"_s, tr("Channels that are not a ticket"), m_filter.notTickets,
           [this](bool on) { m_filter.notTickets = on; });
    if (widthClass() == WidthClass::Compact)
        addSortMenu(menu); // there are neither headers nor the menu of the columns
    menu->addSeparator();
    menu->addAction(tr("Clear all"), this, &TicketsPage::clearFilters)->setObjectName(u"filterClear"_s);
}

bool TicketsPage::hasColumn(int column) const
{
    return column == TicketTableModel::Waiting ? !paged() : column < TicketTableModel::Closed || paged();
}

void TicketsPage::addSortMenu(QMenu *menu)
{
    delete menu->findChild<QMenu *>(u"ticketsSortBy"_s); // of the last time
    QMenu *sorting = menu->addMenu(tr("Sort by"));
    sorting->setObjectName(u"ticketsSortBy"_s);
    const auto choice = [this, sorting](const QString &text, TicketListFilter::Sort sort, bool descending) {
        QAction *action = sorting->addAction(text);
        action->setCheckable(true);
        action->setChecked(sort == m_filter.sort && descending == m_filter.descending);
        connect(action, &QAction::triggered, this, [this, sort, descending] { sortBy(sort, descending); });
    };
    for (int c = 0; c < Model::State; ++c) {
        if (const auto sort = Model::sortOf(Model::Column(c)); sort && hasColumn(c))
            choice(Model::columnTitle(Model::Column(c)), *sort, m_filter.descending);
    }
    sorting->addSeparator();
    choice(tr("Ascending"), m_filter.sort, false);
    choice(tr("Descending"), m_filter.sort, true);
}

void TicketsPage::sortBy(TicketListFilter::Sort sort, bool descending)
{
    m_filter.sort = sort;
    m_filter.descending = descending;
    applyColumns();
    filterChanged();
}

void TicketsPage::fillColumnMenu(QMenu *menu)
{
    menu->clear();
    for (int c = 0; c < Model::State; ++c) {
        if (!hasColumn(c) || c == Model::Channel)
            continue; // the channel is what names a row
        QAction *action = menu->addAction(Model::columnTitle(Model::Column(c)));
        action->setCheckable(true);
        action->setChecked(!m_ui->ticketsTable->isColumnHidden(c));
        connect(action, &QAction::triggered, this, [this, c](bool on) {
            QVector<int> shown;
            for (int column = 0; column < Model::ColumnCount; ++column) {
                if (column == c ? on : !m_ui->ticketsTable->isColumnHidden(column))
                    shown.append(column);
            }
            m_shown.insert(columnsKey(), shown);
            applyColumns();
            fitColumns(false);
        });
    }
    menu->addSeparator();
    addSortMenu(menu);
    menu->addAction(tr("Reset columns"), this, &TicketsPage::resetView);
}

// -- columns -----------------------------------------------------------------------------------------------------------------

QString TicketsPage::columnsKey() const
{
    const QString width = widthClass() == WidthClass::Compact ? u"compact"_s
        : widthClass() == WidthClass::Medium                  ? u"medium"_s
                                                              : u"wide"_s;
    return u"%1-%2"_s.arg(paged() ? u"history"_s : u"live"_s, width);
}

void TicketsPage::applyColumns()
{
    QTableView *table = m_ui->ticketsTable;
    const bool compact = widthClass() == WidthClass::Compact;
    const QVector<int> shown = m_shown.value(columnsKey(), defaultColumns(paged(), widthClass()));
    for (int c = 0; c < Model::ColumnCount; ++c)
        table->setColumnHidden(c, !shown.contains(c));
    for (int c = 0; c < Model::ColumnCount; ++c) {
        if (const auto sort = Model::sortOf(Model::Column(c)); sort && *sort == m_filter.sort) {
            table->horizontalHeader()->setSortIndicator(
                c, m_filter.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        }
    }
    m_delegate->setTwoLines(compact);
    table->horizontalHeader()->setVisible(!compact);
    Theme::setRowHeight(table, 12, compact ? 2 : 1);
}

void TicketsPage::fitColumns(bool shrink)
{
    // As wide as the widest text (UX 2.5); while the table lives, columns only grow, so that nothing moves to and fro.
    QTableView *table = m_ui->ticketsTable;
    const QString key = columnsKey();
    if (m_headerStates.contains(key) && shrink && !m_fitted.contains(key)) {
        table->horizontalHeader()->restoreState(m_headerStates.value(key));
        m_fitted.insert(key);
        applyColumns();
        return;
    }
    m_fitted.insert(key);
    const int markRoom = table->fontMetrics().horizontalAdvance(tr("reply")) + 16;
    const int rows = qMin(m_model->rowCount(), RowsMeasured);
    QStyleOptionViewItem option;
    option.initFrom(table);
    option.font = table->font();
    option.fontMetrics = table->fontMetrics();
    option.decorationSize = table->iconSize().isValid() ? table->iconSize() : QSize(16, 16);
    option.widget = table;
    for (int c = 0; c < Model::ColumnCount; ++c) {
        if (table->isColumnHidden(c))
            continue;
        int width = table->horizontalHeader()->sectionSizeHint(c); // with the mark of its order
        for (int row = 0; row < rows; ++row)
            width = qMax(width, m_delegate->sizeHint(option, m_model->index(row, c)).width());
        if (c == Model::Channel)
            width += markRoom;
        width = qMin(width, WidestColumn);
        if (shrink || width > table->columnWidth(c))
            table->setColumnWidth(c, width);
    }
    // Rather without room for the mark than a table that scrolls sideways by a few pixels.
    const int over = table->horizontalHeader()->length() - table->viewport()->width();
    if (over > 0 && over <= markRoom && !table->isColumnHidden(Model::Channel))
        table->setColumnWidth(Model::Channel, table->columnWidth(Model::Channel) - over);
}

void TicketsPage::saveView(UiSettings &settings) const
{
    settings.setValue(u"tickets/tab"_s, int(m_filter.tab));
    settings.setValue(u"tickets/sort"_s, int(m_filter.sort));
    settings.setValue(u"tickets/descending"_s, m_filter.descending);
    settings.setValue(u"tickets/splitter"_s, m_ui->ticketsSplitter->saveState());
    settings.setValue(u"tickets/header-"_s + columnsKey(),
                      m_ui->ticketsTable->horizontalHeader()->saveState());
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        QStringList columns;
        for (const int c : it.value())
            columns.append(QString::number(c));
        settings.setValue(u"tickets/columns-"_s + it.key(), columns);
    }
}

void TicketsPage::restoreView(const UiSettings &settings)
{
    m_filter.tab = TicketListFilter::Tab(qBound(0, settings.value(u"tickets/tab"_s).toInt(), 3));
    m_filter.sort = TicketListFilter::Sort(qBound(0, settings.value(u"tickets/sort"_s).toInt(), 6));
    m_filter.descending = settings.value(u"tickets/descending"_s, true).toBool();
    {
        const QSignalBlocker blocker(m_ui->ticketsTabs);
        m_ui->ticketsTabs->setCurrentIndex(int(m_filter.tab));
    }
    m_ui->ticketsSplitter->restoreState(settings.value(u"tickets/splitter"_s).toByteArray());
    for (const QString &kind : {u"live"_s, u"history"_s}) {
        for (const QString &width : {u"wide"_s, u"medium"_s, u"compact"_s}) {
            const QString key = kind + u'-' + width;
            if (const QByteArray state = settings.value(u"tickets/header-"_s + key).toByteArray();
                !state.isEmpty())
                m_headerStates.insert(key, state);
            QVector<int> columns;
            const QStringList saved = settings.value(u"tickets/columns-"_s + key).toStringList();
            for (const QString &c : saved)
                columns.append(qBound(0, c.toInt(), int(Model::State) - 1));
            if (!columns.isEmpty())
                m_shown.insert(key, columns);
        }
    }
    applyColumns();
}

void TicketsPage::resetView()
{
    m_shown.clear();
    m_headerStates.clear();
    for (int c = 0; c < Model::ColumnCount; ++c) {
        QHeaderView *header = m_ui->ticketsTable->horizontalHeader();
        header->moveSection(header->visualIndex(c), c);
    }
    applyColumns();
    fitColumns(true);
}

// -- where the detail stands ---------------------------------------------------------------------------------------------

void TicketsPage::setWidthClass(WidthClass width)
{
    const bool changed = width != widthClass();
    Page::setWidthClass(width);
    if (changed)
        emit headerChanged();
    m_ui->pageLayout->setContentsMargins(width == WidthClass::Compact ? 8 : 16, 0,
                                         width == WidthClass::Compact ? 8 : 16, 8);
    // In the narrowest window the row actions are in the menu Ticket and in the detail; the list needs the room.
    for (QAction *action : std::as_const(m_actions)) {
        if (auto *button = m_ui->ticketsTools->findChild<QToolButton *>(u"tool-"_s + action->objectName()))
            button->setVisible(width != WidthClass::Compact);
    }
    if (auto *columns = m_ui->ticketsTools->findChild<QToolButton *>(u"ticketsColumns"_s))
        columns->setVisible(width != WidthClass::Compact);
    m_counts->setVisible(width != WidthClass::Compact);
    applyColumns();
    fitColumns(true);
    showChips();
    placeDetail();
}

void TicketsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeDetail();
}

void TicketsPage::placeDetail()
{
    const bool shown = m_detail->ticket().value != 0;
    m_detail->setFullPage(widthClass() == WidthClass::Compact);
    QSplitter *splitter = m_ui->ticketsSplitter;
    switch (widthClass()) {
    case WidthClass::Wide:
        if (splitter->indexOf(m_detail) < 0) {
            splitter->addWidget(m_detail);
            splitter->setStretchFactor(0, 1);
            splitter->setStretchFactor(1, 0);
            splitter->setSizes({qMax(200, splitter->width() - 380), 380});
        }
        m_detail->setMinimumWidth(300);
        break;
    case WidthClass::Medium: {
        // Over the right part of the table: the columns keep their places.
        if (m_detail->parentWidget() != m_ui->ticketsListPage)
            m_detail->setParent(m_ui->ticketsListPage);
        const QRect area = splitter->geometry();
        m_detail->setGeometry(area.right() - 319, area.top(), 320, area.height());
        m_detail->raise();
        break;
    }
    case WidthClass::Compact:
        if (m_ui->ticketsStack->indexOf(m_detail) < 0)
            m_ui->ticketsStack->addWidget(m_detail);
        m_ui->ticketsStack->setCurrentWidget(shown ? static_cast<QWidget *>(m_detail)
                                                   : m_ui->ticketsListPage);
        break;
    }
    if (widthClass() != WidthClass::Compact)
        m_ui->ticketsStack->setCurrentWidget(m_ui->ticketsListPage);
    m_detail->setVisible(shown);
}

void TicketsPage::openDetail(ChannelId ticket)
{
    m_detail->setTicket(ticket);
    placeDetail();
    if (const int row = m_model->rowOf(ticket); row >= 0)
        m_ui->ticketsTable->selectRow(row);
    else
        m_ui->ticketsTable->selectionModel()->clear();
    updateActions();
    m_detail->focusFirst();
}

void TicketsPage::closeDetail()
{
    const bool hadFocus = m_detail->isAncestorOf(focusWidget()) || m_detail->hasFocus();
    const int row = qMax(0, m_model->rowOf(m_detail->ticket())); // another list has not got it
    m_detail->setTicket({});
    placeDetail();
    if (hadFocus) {
        if (!m_ui->ticketsTable->selectionModel()->hasSelection())
            m_ui->ticketsTable->selectRow(row);
        focusFirst();
    }
    updateActions();
}
