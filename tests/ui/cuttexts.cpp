// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/cuttexts.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

class CutTextSearch
{
public:
    QVector<CutText> found;

    void look(const QWidget *widget)
    {
        if (!widget->isVisible())
            return;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            lookAt(label);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            lookAt(button);
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            lookAt(combo);
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            lookAt(tabs);
        else if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            lookAt(header);
        else if (const auto *list = qobject_cast<const QListView *>(widget))
            lookAt(list);
        else if (const auto *group = qobject_cast<const QGroupBox *>(widget))
            compare(group, group->title(), width(group, group->title()) + 16, group->width());
        else if (const auto *menu = qobject_cast<const QMenuBar *>(widget))
            lookAt(menu);
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            lookAt(edit);
        insideParent(widget);
        for (const QObject *child : widget->children()) {
            if (const auto *below = qobject_cast<const QWidget *>(child); below && !below->isWindow())
                look(below);
        }
    }

private:
    static QString pathOf(const QWidget *widget)
    {
        QStringList names;
        for (const QWidget *w = widget; w && names.size() < 4; w = w->parentWidget()) {
            const QString name = w->objectName();
            if (w == widget || (!name.isEmpty() && !name.startsWith("qt_"_L1)))
                names.prepend(w == widget ? QLatin1StringView(w->metaObject()->className()) + u' ' + name
                                          : name);
        }
        return names.join(u" / "_s);
    }

    void add(const QWidget *widget, const QString &text, const QString &why)
    {
        found.append({pathOf(widget), text, why});
    }

    void compare(const QWidget *widget, const QString &text, int needed, int has,
                 const QString &what = u"wide"_s)
    {
        if (!text.trimmed().isEmpty() && needed > has)
            add(widget, text, u"needs %1, is %2 %3"_s.arg(needed).arg(has).arg(what));
    }

    static int width(const QWidget *widget, const QString &text)
    {
        return widget->fontMetrics().size(Qt::TextShowMnemonic, text).width();
    }

    void lookAt(const QLabel *label)
    {
        if (label->text().isEmpty())
            return;
        const int has = label->width();
        if (label->wordWrap()) {
            compare(label, label->text(), label->heightForWidth(has), label->height() + 1, u"high"_s);
            // A word of its own must fit too; rich text measures itself.
            if (label->textFormat() == Qt::PlainText) {
                const auto words = label->text().split(u' ');
                for (const QString &word : words)
                    compare(label, word, width(label, word), has);
            }
        } else {
            compare(label, label->text(), label->sizeHint().width(), has + 1);
            compare(label, label->text(), label->sizeHint().height(), label->height() + 1, u"high"_s);
        }
    }

    void lookAt(const QAbstractButton *button)
    {
        int needed = width(button, button->text()) + 6;
        const bool box =
            qobject_cast<const QCheckBox *>(button) || qobject_cast<const QRadioButton *>(button);
        if (box)
            needed += button->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, button);
        if (const auto *tool = qobject_cast<const QToolButton *>(button)) {
            if (tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
                return;
            if (!tool->icon().isNull() && tool->toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
                needed += tool->iconSize().width() + 4;
        } else if (!button->icon().isNull()) {
            needed += button->iconSize().width() + 4;
        }
        if (qobject_cast<const QPushButton *>(button) || qobject_cast<const QToolButton *>(button)
            || box) { // others paint themselves
            compare(button, button->text(), needed, button->width());
            compare(button, button->text(), button->fontMetrics().height(), button->height(), u"high"_s);
        }
    }

    void lookAt(const QComboBox *combo)
    {
        QStyleOptionComboBox option;
        option.initFrom(combo);
        option.editable = combo->isEditable();
        option.subControls = QStyle::SC_All;
        const QRect room =
            combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo);
        int needed = width(combo, combo->currentText());
        if (!combo->itemIcon(combo->currentIndex()).isNull())
            needed += combo->iconSize().width() + 4;
        compare(combo, combo->currentText(), needed, room.width() + 1);
    }

    void lookAt(const QLineEdit *edit)
    {
        if (edit->text().isEmpty())
            compare(edit, edit->placeholderText(), width(edit, edit->placeholderText()) + 8, edit->width());
    }

    void lookAt(const QTabBar *tabs)
    {
        for (int i = 0; i < tabs->count(); ++i) {
            if (!tabs->isTabVisible(i))
                continue;
            const QRect rect = tabs->tabRect(i);
            compare(tabs, tabs->tabText(i), width(tabs, tabs->tabText(i)) + 8, rect.width());
            if (!tabs->usesScrollButtons() && rect.right() > tabs->width())
                add(tabs, tabs->tabText(i), u"stands outside of the tab bar"_s);
        }
    }

    void lookAt(const QHeaderView *header)
    {
        if (header->orientation() != Qt::Horizontal || !header->model())
            return;
        const int margin = header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
        for (int i = 0; i < header->count(); ++i) {
            if (header->isSectionHidden(i))
                continue;
            const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
            int needed = 0;
            const auto lines = text.split(u'\n');
            for (const QString &line : lines)
                needed = qMax(needed, header->fontMetrics().horizontalAdvance(line));
            if (header->isSortIndicatorShown() && header->sortIndicatorSection() == header->logicalIndex(i))
                needed += header->style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, header) + margin;
            compare(header, text, needed + margin, header->sectionSize(i));
        }
    }

    void lookAt(const QListView *list)
    {
        if (!list->model() || list->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff || list->wordWrap())
            return;
        for (int row = 0; row < qMin(50, list->model()->rowCount()); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (list->isRowHidden(row))
                continue;
            compare(list, index.data().toString(), list->sizeHintForIndex(index).width(),
                    list->viewport()->width() + 8);
        }
    }

    void lookAt(const QMenuBar *menu)
    {
        const auto actions = menu->actions();
        for (const QAction *action : actions) {
            if (!action->isVisible() || action->isSeparator())
                continue;
            const QRect rect = menu->actionGeometry(const_cast<QAction *>(action));
            if (rect.isEmpty() || rect.right() > menu->width())
                add(menu, action->text(), u"does not fit into the menu bar"_s);
        }
    }

    // A layout that has too little room lets its last widgets hang over the edge.
    void insideParent(const QWidget *widget)
    {
        const QWidget *parent = widget->parentWidget();
        if (!parent || widget->isWindow() || widget->size().isEmpty())
            return;
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
            area && area->viewport() == parent) {
            // It scrolls downwards; only tables do it sideways (UX 2.2).
            if (qobject_cast<const QScrollArea *>(area) && widget->width() > parent->width() + 1)
                add(widget, {}, u"is %1 wide in a view of %2"_s.arg(widget->width()).arg(parent->width()));
            return;
        }
        if (qobject_cast<const QAbstractScrollArea *>(parent))
            return; // bars, corners, headers
        const QRect room = parent->rect().adjusted(-1, -1, 1, 1);
        if (!room.contains(widget->geometry()))
            add(widget, {},
                u"stands at %1,%2 %3x%4 in %5x%6"_s.arg(widget->x())
                    .arg(widget->y())
                    .arg(widget->width())
                    .arg(widget->height())
                    .arg(parent->width())
                    .arg(parent->height()));
    }
};

} // namespace

QVector<CutText> cutTexts(const QWidget *root)
{
    CutTextSearch search;
    search.look(root);
    return search.found;
}

void comeToRest(const QWidget &window)
{
    QVector<QRect> before;
    for (int turn = 0, same = 0; turn < 60 && same < 3; ++turn) {
        QCoreApplication::processEvents();
        QVector<QRect> now;
        const auto widgets = window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (widget->isVisible())
                now.append(widget->geometry());
        }
        same = now == before ? same + 1 : 0;
        before = now;
    }
    // What the last turn still changed is laid out too.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}
