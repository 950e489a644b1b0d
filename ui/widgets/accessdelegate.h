// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

// Draws the cells of AccessModel: a role with its colour and size, a tick in the middle of its cell with what became of it.
// Space or a click anywhere in a cell turns the tick. Thread: GUI. Owner: the table.
class AccessDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTwoLines(bool on) { m_twoLines = on; } // narrow windows: the rights in words under the name
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintRole(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index) const;
    void paintTick(QPainter *painter, const QStyleOptionViewItem &cell, const QModelIndex &index) const;

    bool m_twoLines = false;
};
