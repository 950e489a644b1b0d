// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/charttablemodel.h"

#include <limits>

void ChartTableModel::setSpec(const ChartSpec &spec)
{
    const int columns = columnCount();
    if (int(spec.series.size() + spec.columns.size()) + 1 != columns || spec.bucket != m_spec.bucket) {
        beginResetModel(); // another shape: nothing in it corresponds to what was there
        m_spec = spec;
        endResetModel();
        return;
    }
    const int before = rowCount();
    const int after = int(spec.points.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_spec = spec;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_spec = spec;
        endRemoveRows();
    } else {
        m_spec = spec;
    }
    if (after > 0)
        emit dataChanged(index(0, 0), index(after - 1, columns - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_spec.points.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_spec.series.size() + m_spec.columns.size()) + 1;
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return chartPointText(m_spec, index.row());
    const int extra = index.column() - 1 - int(m_spec.series.size());
    if (extra >= 0)
        return chartColumnText(m_spec.columns[extra], index.row());
    const auto &values = m_spec.series[index.column() - 1].values;
    return chartValueText(m_spec, values.value(index.row(), std::numeric_limits<double>::quiet_NaN()));
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return chartTableHeader(m_spec).value(section);
}
