// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartspec.h"

#include <QAbstractTableModel>

// The table behind a chart: one row per bucket, one column per series, the same values (UX 2.10). Thread:
// GUI.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    // Keeps the rows that stay, so that the current cell and the scroll position survive a refresh.
    void setSpec(const ChartSpec &spec);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartSpec m_spec;
};
