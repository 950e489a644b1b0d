// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focusareas.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QMainWindow>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QStatusBar>

#include <algorithm>

namespace {

class StopSearch
{
public:
    QVector<QWidget *> stops;
    const QWidget *sought = nullptr;
    qsizetype place = -1; // before which of the stops it stands, also where it cannot have the focus any more

    void visit(QWidget *widget)
    {
        if (place < 0 && sought && widget
            && (widget == sought || (widget->isHidden() && widget->isAncestorOf(sought))))
            place = stops.size();
        if (!widget || widget->isHidden() || widget->isWindow() || m_seen.contains(widget))
            return;
        m_seen.append(widget);
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
            && !widget->focusProxy() && !standsForAnother(widget))
            stops.append(widget);
        if (!isOneControl(widget))
            below(widget);
    }
    void below(const QWidget *widget)
    {
        if (const auto *window = qobject_cast<const QMainWindow *>(widget)) {
            visit(window->centralWidget());
            visit(window->findChild<QStatusBar *>(QString(), Qt::FindDirectChildrenOnly));
            return;
        }
        if (const auto *area = qobject_cast<const QScrollArea *>(widget)) {
            visit(area->widget());
            return;
        }
        if (const auto *splitter = qobject_cast<const QSplitter *>(widget)) {
            for (int i = 0; i < splitter->count(); ++i)
                visit(splitter->widget(i));
            return;
        }
        if (widget->layout())
            inLayout(widget->layout());
        for (QObject *child : widget->children()) // what stands outside of a layout
            visit(qobject_cast<QWidget *>(child));
    }

private:
    // What is inside of it has the focus with it.
    static bool isOneControl(const QWidget *widget)
    {
        return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget);
    }
    static bool standsForAnother(const QWidget *widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (!button || button->isChecked() || !button->isCheckable())
            return false;
        if (const QButtonGroup *group = button->group())
            return group->exclusive() && group->checkedButton() && group->checkedButton()->isVisible();
        if (!button->autoExclusive() || !button->parentWidget())
            return false;
        const auto others =
            button->parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
        return std::any_of(others.begin(), others.end(), [](const QAbstractButton *other) {
            return other->autoExclusive() && !other->group() && other->isChecked() && other->isVisible();
        });
    }
    void inLayout(QLayout *layout)
    {
        if (const auto *stack = qobject_cast<const QStackedLayout *>(layout)) {
            visit(stack->currentWidget());
            return;
        }
        QVector<std::pair<std::pair<int, int>, QLayoutItem *>> items;
        const auto *grid = qobject_cast<const QGridLayout *>(layout);
        for (int i = 0; i < layout->count(); ++i) {
            int row = i, column = 0, rows = 1, columns = 1;
            if (grid)
                grid->getItemPosition(i, &row, &column, &rows, &columns);
            items.append({{row, column}, layout->itemAt(i)});
        }
        std::stable_sort(items.begin(), items.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        for (const auto &[cell, item] : std::as_const(items)) {
            if (item->layout())
                inLayout(item->layout());
            else
                visit(item->widget());
        }
    }

    QVector<const QWidget *> m_seen;
};

} // namespace

QVector<QWidget *> tabStops(const QWidget *root)
{
    StopSearch search;
    search.below(root);
    return search.stops;
}

QWidget *nextTabStop(const QWidget *root, const QWidget *focus, bool forwards)
{
    StopSearch search;
    search.sought = focus;
    search.below(root);
    const QVector<QWidget *> &stops = search.stops;
    const qsizetype count = stops.size();
    if (search.place < 0 || count == 0)
        return nullptr;
    if (!stops.contains(focus)) // it goes: what stands beside it is nearest
        return stops[std::clamp<qsizetype>(forwards ? search.place : search.place - 1, 0, count - 1)];
    return stops[(search.place + (forwards ? 1 : count - 1)) % count];
}

void focusByTab(QWidget *stop, bool forwards)
{
    stop->setFocus(forwards ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget *w = stop->parentWidget(); w; w = w->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(w))
            area->ensureWidgetVisible(stop);
    }
}

QWidget *firstOfNextArea(const QVector<QWidget *> &areas, const QWidget *focus, int step)
{
    QVector<QWidget *> shown;
    for (QWidget *area : areas) {
        if (area->isVisible())
            shown.append(area);
    }
    const int count = int(shown.size());
    int at = -1;
    for (int i = 0; i < count; ++i) {
        if (focus && (shown[i] == focus || shown[i]->isAncestorOf(focus)))
            at = i;
    }
    if (at < 0 && step < 0)
        at = 0;
    for (int tries = 0; tries < count; ++tries) {
        at = (at + step + count) % count;
        if (const QVector<QWidget *> stops = tabStops(shown[at]); !stops.isEmpty())
            return stops.first();
    }
    return nullptr;
}
