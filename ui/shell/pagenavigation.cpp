// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagenavigation.h"

#include "ui/livedata.h"
#include "ui/uisettings.h"
#include "ui/widgets/navdelegate.h"

#include <QAction>
#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

PageNavigation::PageNavigation(LiveData &live, UiSettings &settings, const Places &places, QObject *parent)
    : QObject(parent), m_live(live), m_settings(settings), m_places(places)
{
    places.list->setItemDelegate(new NavDelegate(places.list));
    places.compact->setMenu(new QMenu(places.compact));
    connect(places.list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_entries.size())
            show(m_entries[row].page);
    });
}

void PageNavigation::add(const Maker &make)
{
    Q_ASSERT(m_entries.isEmpty() || !m_entries.last().standalone); // rows and entries go together
    const int number = int(m_entries.size()) + 1;
    Entry entry;
    entry.make = make;
    entry.action = new QAction(this);
    if (number <= 9)
        entry.action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)));
    connect(entry.action, &QAction::triggered, this, [this, number] { show(m_entries[number - 1].page); });
    m_places.menu->insertAction(m_places.menu->actions().value(number - 1), entry.action);
    m_places.compact->menu()->addAction(entry.action);
    new QListWidgetItem(m_places.list);
    makePage(entry);
    entry.action->setObjectName(u"show-"_s + entry.page->name());
    m_entries.append(entry);
    refresh();
}

void PageNavigation::addStandalone(const Maker &make)
{
    Entry entry;
    entry.make = make;
    entry.standalone = true;
    makePage(entry);
    m_entries.append(entry);
}

bool PageNavigation::isStandalone(const Page *page) const
{
    const int index = indexOf(page);
    return index >= 0 && m_entries[index].standalone;
}

void PageNavigation::makePage(Entry &entry)
{
    Page *page = entry.make();
    Q_ASSERT(!this->page(page->name()));
    entry.page = page;
    entry.outdated = false;
    m_places.stack->addWidget(page);
    connect(page, &Page::badgeChanged, this, [this] {
        refresh();
        // Saved or discarded in the meantime? Not now: the page is in the middle of telling it.
        QTimer::singleShot(0, this, &PageNavigation::remakeOutdated);
    });
    connect(page, &Page::linkActivated, this, &PageNavigation::follow);
    page->restoreView(m_settings);
    page->setWidthClass(m_width);
    emit pageMade(page);
}

void PageNavigation::remake(const Page *except)
{
    for (Entry &entry : m_entries)
        entry.outdated = entry.outdated || entry.page != except;
    remakeOutdated();
}

void PageNavigation::remakeOutdated()
{
    for (Entry &entry : m_entries) {
        if (!entry.outdated || !entry.page->unsavedText().isEmpty())
            continue;
        Page *old = entry.page;
        const bool shown = m_places.stack->currentWidget() == old;
        QWidget *focus = QApplication::focusWidget();
        const QString focusName = focus && old->isAncestorOf(focus) ? focus->objectName() : QString();
        old->saveView(m_settings);
        entry.page = nullptr;
        makePage(entry);
        if (shown) {
            m_places.stack->setCurrentWidget(entry.page);
            emit currentChanged(entry.page);
            if (auto *again = focusName.isEmpty() ? nullptr : entry.page->findChild<QWidget *>(focusName))
                again->setFocus(Qt::OtherFocusReason);
        }
        m_places.stack->removeWidget(old);
        if (QWidget *header = old->headerWidget())
            header->deleteLater(); // the header bar has taken it over
        old->deleteLater();
    }
    refresh();
}

QVector<Page *> PageNavigation::pages() const
{
    QVector<Page *> list;
    for (const Entry &entry : m_entries)
        list.append(entry.page);
    return list;
}

QVector<QAction *> PageNavigation::actions() const
{
    QVector<QAction *> list;
    for (const Entry &entry : m_entries) {
        if (entry.action)
            list.append(entry.action);
    }
    return list;
}

Page *PageNavigation::page(const QString &name) const
{
    for (const Entry &entry : m_entries) {
        if (entry.page && entry.page->name() == name)
            return entry.page;
    }
    return nullptr;
}

Page *PageNavigation::current() const
{
    return m_current.isEmpty() ? nullptr : page(m_current);
}

int PageNavigation::indexOf(const Page *page) const
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].page == page)
            return i;
    }
    return -1;
}

bool PageNavigation::show(const QString &name)
{
    Page *wanted = page(name);
    if (wanted)
        show(wanted);
    return wanted;
}

void PageNavigation::show(Page *page, bool remember)
{
    if (!page || page->name() == m_current)
        return;
    if (remember && !m_current.isEmpty()) {
        m_back.append(m_current);
        m_forward.clear();
    }
    m_current = page->name();
    m_places.stack->setCurrentWidget(page);
    {
        const QSignalBlocker blocker(m_places.list);
        m_places.list->setCurrentRow(isStandalone(page) ? -1 : indexOf(page));
    }
    refresh();
    emit currentChanged(page);
}

bool PageNavigation::follow(const PageLink &link)
{
    Page *target = page(link.page);
    if (!target)
        return false;
    show(target);
    target->open(link);
    return true;
}

void PageNavigation::goBack()
{
    if (m_back.isEmpty())
        return;
    m_forward.append(m_current);
    show(page(m_back.takeLast()), false);
}

void PageNavigation::goForward()
{
    if (m_forward.isEmpty())
        return;
    m_back.append(m_current);
    show(page(m_forward.takeLast()), false);
}

void PageNavigation::setWidthClass(WidthClass width)
{
    m_width = width;
    for (const Entry &entry : std::as_const(m_entries))
        entry.page->setWidthClass(width);
}

int PageNavigation::wantedWidth() const
{
    int width = 0;
    for (int row = 0; row < m_places.list->count(); ++row)
        width = qMax(width, m_places.list->sizeHintForIndex(m_places.list->model()->index(row, 0)).width());
    return width;
}

void PageNavigation::refresh()
{
    for (int i = 0; i < m_entries.size() && !m_entries[i].standalone; ++i) {
        const Page *page = m_entries[i].page;
        const Page::Badge badge = page->badge();
        const QString spoken = badge.spoken.isEmpty()
            ? page->title()
            : tr("%1, %2", "page, its count: \"Tickets, 3 overdue\"").arg(page->title(), badge.spoken);
        QListWidgetItem *item = m_places.list->item(i);
        item->setText(page->title());
        item->setData(Qt::UserRole, page->name());
        item->setData(NavDelegate::BadgeRole, badge.text);
        item->setData(Qt::AccessibleTextRole, spoken);
        item->setToolTip(badge.spoken.isEmpty() ? QString() : spoken);
        m_entries[i].action->setText(spoken);
    }
    const Page *shown = current();
    const QString title = shown ? shown->title() : QString();
    const int overdue = m_live.serverPulse() ? m_live.serverPulse()->overdue : 0;
    m_places.compact->setText(
        overdue > 0 ? tr("☰ %1, %2 ▾", "page, \"3 overdue\"").arg(title, tr("%n overdue", nullptr, overdue))
                    : tr("☰ %1 ▾").arg(title));
    m_places.compact->setAccessibleName(tr("Pages: %1").arg(title));
    m_places.compact->adjustSize();
}
