// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

// A bar beside the number in a table's cell; the number stays text. The role gives the bar's share of the
// longest, 0..1. All bars of a column start together, behind its longest text: for tables of people, not of tickets.
class BarDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int LongestBar = 120; // what the size hint has room for
    static constexpr int ShortestBar = 40;

    BarDelegate(int shareRole, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const int m_shareRole;
};
