// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/statistics.h"

#include <QAbstractTableModel>

// Who has how many open tickets, by last reply (Discord knows no assignment). The last row is what nobody has
// answered yet. Thread: GUI.
class TeamModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Person,
        OpenNow,
        Load,
        ColumnCount
    };
    enum Role
    {
        ShareRole = Qt::UserRole /* double, of the fullest: the bar in the cell */,
        UserIdRole
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTeam(const QVector<StaffNumbers> &team, const QHash<UserId, QString> &names, int heavyLoad);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        UserId user; // 0 = nobody yet
        QString name;
        int open = 0;
        bool operator==(const Row &) const = default;
    };
    QVector<Row> m_rows;
    int m_heavyLoad = 6;
    int m_most = 1;
};
