// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bardelegate.h"

#include "ui/theme.h"

#include <QPainter>

namespace {

constexpr int TextRoom = 16;

} // namespace

BarDelegate::BarDelegate(int shareRole, QObject *parent) : QStyledItemDelegate(parent), m_shareRole(shareRole)
{ }

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const double share = index.data(m_shareRole).toDouble();
    const QAbstractItemModel *model = index.model();
    int text = 0; // the longest of the column: bars compare only where they start together
    for (int row = 0; row < model->rowCount(index.parent()); ++row)
        text = qMax(text, option.fontMetrics.horizontalAdvance(index.siblingAtRow(row).data().toString()));
    text += TextRoom;
    const int room = qMin(LongestBar, option.rect.width() - text - 8);
    if (share <= 0 || room < 4)
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(
        QRect(option.rect.left() + text, option.rect.center().y() - 5, qMax(2, int(room * share)), 10),
        selected ? option.palette.color(QPalette::HighlightedText)
                 : Theme::colours(option.palette).series.first());
}

QSize BarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(LongestBar + TextRoom, 0);
}
