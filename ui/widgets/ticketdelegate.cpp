// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ticketdelegate.h"

#include "ui/models/tickettablemodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

namespace {

constexpr int CellMargin = 8; // as the style gives other cells

// The room of "new" or "reply" behind a channel's name.
int markWidth(const QFontMetrics &metrics, const QString &mark)
{
    return metrics.horizontalAdvance(mark) + 14;
}

} // namespace

void TicketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool selected = cell.state & QStyle::State_Selected;
    // The row is what has the focus; a dotted cell inside it says nothing.
    cell.state &= ~QStyle::State_HasFocus;
    // A coloured text on the selection would lose its contrast.
    if (selected) {
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            cell.palette.setColor(group, QPalette::Text, cell.palette.color(QPalette::HighlightedText));
    }
    const auto column = TicketTableModel::Column(index.column());
    const QString mark =
        column == TicketTableModel::Channel ? index.data(TicketTableModel::MarkRole).toString() : QString();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    if (column != TicketTableModel::Channel) {
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    } else {
        const QString text = cell.text;
        cell.text.clear();
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        painter->save();
        const QRect area = cell.rect.adjusted(CellMargin, 0, -CellMargin, 0);
        const int line = cell.fontMetrics.height();
        const QRect first = m_twoLines ? QRect(area.left(), area.top() + 4, area.width(), line) : area;
        int right = 0;
        if (!mark.isEmpty()) {
            right = markWidth(cell.fontMetrics, mark);
            QFont bold = cell.font;
            bold.setWeight(QFont::DemiBold);
            painter->setFont(bold);
            painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Link));
            painter->drawText(first, int(Qt::AlignRight | Qt::AlignVCenter), mark);
        }
        painter->setFont(cell.font);
        painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(first.adjusted(0, 0, -right, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                          cell.fontMetrics.elidedText(text, Qt::ElideRight, first.width() - right));
        if (m_twoLines) {
            const QRect second(area.left(), first.bottom() + 2, area.width(), line);
            painter->setPen(selected ? cell.palette.color(QPalette::HighlightedText)
                                     : Theme::colours(cell.palette).muted);
            painter->drawText(
                second, int(Qt::AlignLeft | Qt::AlignVCenter),
                cell.fontMetrics.elidedText(index.data(TicketTableModel::SecondLineRole).toString(),
                                            Qt::ElideRight, second.width()));
        }
        painter->restore();
    }
    if (column == TicketTableModel::Waiting
        && !index.siblingAtColumn(TicketTableModel::Channel)
                .data(TicketTableModel::MarkRole)
                .toString()
                .isEmpty()) {
        painter->fillRect(QRect(cell.rect.left(), cell.rect.top(), 3, cell.rect.height()),
                          cell.palette.color(QPalette::Link));
    }
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int line = option.fontMetrics.height();
    size.setHeight(m_twoLines ? 2 * line + 12 : line + 12);
    const QString mark = index.data(TicketTableModel::MarkRole).toString();
    if (index.column() == TicketTableModel::Channel && !mark.isEmpty())
        size.rwidth() += markWidth(option.fontMetrics, mark);
    return size + QSize(8, 0);
}
