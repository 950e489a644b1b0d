// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

class QGridLayout;
class QWidget;

// Labels and fields of a form in a grid: beside each other, or above each other where there is little room, and any row can
// be hidden. In place of QFormLayout, which in Qt 6.4 writes beyond its rows once one of them is hidden or wrapped, and
// squeezes texts of several lines.
//
// Owner: the widget with the grid; label and field belong to it too.
class FormGrid
{
public:
    struct Row
    {
        QWidget *label = nullptr;
        QWidget *field = nullptr;
    };
    FormGrid() = default;
    explicit FormGrid(QGridLayout *grid); // takes over what stands in its columns 0 and 1

    void addRow(QWidget *label, QWidget *field);
    const QVector<Row> &rows() const { return m_rows; }
    void setRowVisible(int row, bool visible);
    void setAbove(bool above);

private:
    void place(int row);

    QGridLayout *m_grid = nullptr;
    QVector<Row> m_rows;
    bool m_above = false;
};
