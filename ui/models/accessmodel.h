// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accesstable.h"

#include <QAbstractTableModel>

// The matrix of roles and capabilities (UX 3.6). A cell that is ticked is reported, not kept: the page decides what
// becomes of it and gives the new table. Thread: GUI.
class AccessModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Role,
        FirstCapability, // then as AccessTable::columns
        ColumnCount = FirstCapability + AccessColumnCount
    };
    enum DataRole
    {
        KindRole = Qt::UserRole, // AccessRow::Kind
        IdRole, // the role's
        MembersRole, // "14", empty = unknown
        ColourRole, // QColor, invalid = none
        MarkRole, // "changed", "always"
        RiskyRole, // a dangerous right for everyone
        SummaryRole // what the role may do, in words: the second line in narrow windows
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows are told apart by what they are about, so that the current cell survives.
    void setTable(const AccessTable &table);
    const AccessTable &table() const { return m_table; }
    int rowOf(quint64 role) const; // -1 = none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Why a cell cannot be changed; empty = it can.
    static QString removedText(); // why nothing can be changed on a server that the bot was removed from
    QString reason(const QModelIndex &index) const;

signals:
    void cellToggled(Setting setting, quint64 role, bool on);

private:
    bool neverOn(const QModelIndex &index) const;
    QString spoken(const QModelIndex &index) const;

    AccessTable m_table;
};
