// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/teammodel.h"

#include "bot/base/format.h"

#include <QHash>

#include <algorithm>

void TeamModel::setTeam(const QVector<StaffNumbers> &team, const QHash<UserId, QString> &names, int heavyLoad)
{
    QVector<Row> rows;
    Row nobody{{}, tr("Nobody yet", "open tickets without any staff reply"), 0};
    for (const StaffNumbers &person : team) {
        if (!person.user)
            nobody.open += person.openNow;
        else if (person.openNow > 0)
            rows.append({person.user, names.value(person.user, person.user.toString()), person.openNow});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.open > b.open; });
    if (nobody.open > 0)
        rows.append(nobody);
    m_heavyLoad = heavyLoad;
    m_most = 1;
    for (const Row &row : rows)
        m_most = qMax(m_most, row.open);

    // A handful of rows: what differs is changed in place, the rest is added or taken at the end.
    const int common = int(qMin(rows.size(), m_rows.size()));
    for (int i = 0; i < common; ++i)
        m_rows[i] = rows[i];
    if (rows.size() > m_rows.size()) {
        beginInsertRows({}, common, int(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, common, int(m_rows.size()) - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (common > 0)
        emit dataChanged(index(0, 0), index(common - 1, ColumnCount - 1));
}

int TeamModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TeamModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TeamModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == ShareRole)
        return index.column() == OpenNow ? double(row.open) / m_most : 0.0;
    if (role == UserIdRole)
        return row.user.value;
    if (role == Qt::ToolTipRole && index.column() == Person)
        return row.name.toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Person:
        return row.name;
    case OpenNow:
        return tr("%1 open", "number of tickets").arg(Format::count(row.open));
    case Load:
        return row.user && row.open >= m_heavyLoad ? tr("heavy load") : QString();
    default:
        return {};
    }
}

QVariant TeamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Person:
        return tr("Last reply by");
    case OpenNow:
        return tr("Open now");
    case Load:
        return tr("Load");
    default:
        return {};
    }
}
