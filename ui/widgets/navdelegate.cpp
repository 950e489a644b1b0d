// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navdelegate.h"

#include <QPainter>

void NavDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    const bool selected = plain.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF shape = QRectF(option.rect).adjusted(4, 1, -4, -1);
    if (selected || (plain.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(plain.palette.color(selected ? QPalette::Highlight : QPalette::AlternateBase));
        painter->drawRoundedRect(shape, 6, 6);
    }
    if (plain.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(plain.palette.color(selected ? QPalette::HighlightedText : QPalette::Link), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(shape.adjusted(2, 2, -2, -2), 4, 4);
    }
    const QString badge = index.data(BadgeRole).toString();
    QFont font = plain.font;
    font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(plain.palette.color(selected ? QPalette::HighlightedText : QPalette::WindowText));
    const QRectF text = shape.adjusted(10, 0, -10, 0);
    painter->drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter), plain.text);
    painter->drawText(text, int(Qt::AlignRight | Qt::AlignVCenter), badge);
    painter->restore();
}

QSize NavDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(index.data().toString()) + 48, qMax(32, metrics.height() + 14)};
}
