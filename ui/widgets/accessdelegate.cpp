// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessdelegate.h"

#include "ui/icons.h"
#include "ui/models/accessmodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace {

constexpr int DotSize = 10;
constexpr int CellPadding = 8;
constexpr int TickSize = 16;
constexpr int MarkGap = 6, SignSize = 16;
constexpr int RowHeight = 32; // UX 2.11: nothing to press is smaller than 24

// The style's own box is too pale on dark cards (UX 2.9: graphics 3:1).
void drawTick(QPainter *painter, const QRect &rect, const QPalette &palette, bool on, bool enabled)
{
    const ThemeColours &colours = Theme::colours(palette);
    const QColor strong = enabled ? palette.color(QPalette::Highlight) : colours.reference;
    painter->setPen(QPen(on ? strong : enabled ? colours.muted : colours.border, 1.5));
    painter->setBrush(on ? QBrush(strong) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    if (!on)
        return;
    painter->setPen(
        QPen(palette.color(QPalette::HighlightedText), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF o = rect.topLeft();
    painter->drawPolyline(QPolygonF({o + QPointF(4, 8.5), o + QPointF(7, 11.5), o + QPointF(12.5, 5)}));
}

} // namespace

void AccessDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const ThemeColours &colours = Theme::colours(cell.palette);
    painter->fillRect(QRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1), colours.border);
    if (index.column() == AccessModel::Role)
        paintRole(painter, cell, index);
    else
        paintTick(painter, cell, index);
    if (cell.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect ring;
        ring.QStyleOption::operator=(cell);
        ring.rect = cell.rect.adjusted(1, 1, -1, -2);
        const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, cell.widget);
    }
    painter->restore();
}

void AccessDelegate::paintRole(QPainter *painter, const QStyleOptionViewItem &cell,
                               const QModelIndex &index) const
{
    const ThemeColours &colours = Theme::colours(cell.palette);
    QRect area = cell.rect.adjusted(CellPadding, 0, -CellPadding, 0);
    const int line = cell.fontMetrics.height();
    const QRect first = m_twoLines ? QRect(area.left(), area.top() + 5, area.width(), line) : area;
    const auto kind = AccessRow::Kind(index.data(AccessModel::KindRole).toInt());
    const QRectF dot(first.left(), first.center().y() - DotSize / 2.0 + 0.5, DotSize, DotSize);
    const QColor colour = index.data(AccessModel::ColourRole).value<QColor>();
    if (kind == AccessRow::Kind::Deleted) {
        painter->setPen(QPen(colours.error, 2));
        painter->drawLine(dot.topLeft(), dot.bottomRight());
        painter->drawLine(dot.topRight(), dot.bottomLeft());
    } else if (kind == AccessRow::Kind::Owner) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.warning);
        painter->drawPolygon(QPolygonF({dot.bottomLeft(),
                                        dot.topLeft(),
                                        {dot.center().x() - 2, dot.center().y()},
                                        {dot.center().x(), dot.top()},
                                        {dot.center().x() + 2, dot.center().y()},
                                        dot.topRight(),
                                        dot.bottomRight()}));
    } else if (kind == AccessRow::Kind::Role) {
        painter->setPen(QPen(colours.muted, 1)); // so that a colour like the background's is seen too
        painter->setBrush(colour.isValid() ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter->drawEllipse(dot);
    }
    const QString members = index.data(AccessModel::MembersRole).toString();
    const int right = members.isEmpty() ? 0 : cell.fontMetrics.horizontalAdvance(members) + CellPadding;
    painter->setPen(colours.muted);
    painter->drawText(first, int(Qt::AlignRight | Qt::AlignVCenter), members);
    painter->setPen(cell.palette.color(QPalette::Text));
    const int left = DotSize + CellPadding;
    painter->drawText(
        first.adjusted(left, 0, -right, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
        cell.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, first.width() - left - right));
    if (m_twoLines) {
        const QRect second(area.left() + left, first.bottom() + 2, area.width() - left, line);
        painter->setPen(colours.muted);
        painter->drawText(second, int(Qt::AlignLeft | Qt::AlignVCenter),
                          cell.fontMetrics.elidedText(index.data(AccessModel::SummaryRole).toString(),
                                                      Qt::ElideRight, second.width()));
    }
}

void AccessDelegate::paintTick(QPainter *painter, const QStyleOptionViewItem &cell,
                               const QModelIndex &index) const
{
    const ThemeColours &colours = Theme::colours(cell.palette);
    const QVariant checked = index.data(Qt::CheckStateRole);
    const QString mark = index.data(AccessModel::MarkRole).toString();
    const bool risky = index.data(AccessModel::RiskyRole).toBool();
    const QPoint middle = cell.rect.center();
    if (!checked.isValid()) {
        painter->setPen(colours.muted);
        painter->drawText(cell.rect, int(Qt::AlignCenter), mark);
        return;
    }
    // In the middle, or as far to the left as the longest mark needs, so that it never moves.
    const int wanted =
        MarkGap + SignSize + cell.fontMetrics.horizontalAdvance(AccessModel::tr("changed")) + 8;
    const QRect tick(qMin(middle.x() - TickSize / 2, cell.rect.right() - wanted - TickSize),
                     middle.y() - TickSize / 2, TickSize, TickSize);
    drawTick(painter, tick, cell.palette, checked.toInt() == Qt::Checked,
             index.flags() & Qt::ItemIsUserCheckable);
    int left = tick.right() + MarkGap;
    if (risky) {
        const QRect sign(left, middle.y() - SignSize / 2, SignSize, SignSize);
        Icons::sign(Icons::Sign::Warning, colours.warning).paint(painter, sign);
        left = sign.right() + 3;
    }
    painter->setPen(cell.palette.color(QPalette::Link));
    painter->drawText(QRect(left, cell.rect.top(), cell.rect.right() - left, cell.rect.height()),
                      int(Qt::AlignLeft | Qt::AlignVCenter), mark);
}

QSize AccessDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    const int height = m_twoLines ? 2 * line + 14 : qMax(RowHeight, line + 14);
    int width = 0;
    if (index.column() == AccessModel::Role)
        width = DotSize + 4 * CellPadding + option.fontMetrics.horizontalAdvance(index.data().toString())
            + option.fontMetrics.horizontalAdvance(index.data(AccessModel::MembersRole).toString()) + 8;
    else // the longest mark fits on one side, so the ticks stay in the middle
        width = CellPadding + TickSize + MarkGap + SignSize + 8
            + option.fontMetrics.horizontalAdvance(AccessModel::tr("changed"));
    return {width, height};
}

bool AccessDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const QVariant checked = index.data(Qt::CheckStateRole);
    if (!checked.isValid() || !(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    bool turn = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        turn = mouse->button() == Qt::LeftButton && option.rect.contains(mouse->position().toPoint());
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        turn = key == Qt::Key_Space || key == Qt::Key_Select;
    } else if (event->type() == QEvent::MouseButtonDblClick) {
        return true; // two clicks are two turns, not an editor
    }
    return turn
        && model->setData(index, checked.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                          Qt::CheckStateRole);
}
