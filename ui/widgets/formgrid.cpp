// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formgrid.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QWidget>

namespace {

constexpr int SpacingBeside = 10, SpacingAbove = 4;

} // namespace

FormGrid::FormGrid(QGridLayout *grid) : m_grid(grid)
{
    QVector<Row> rows;
    const auto at = [grid](int row, int column) {
        const QLayoutItem *item = grid->itemAtPosition(row, column);
        return item ? item->widget() : nullptr;
    };
    for (int row = 0; row < grid->rowCount(); ++row) {
        if (QWidget *field = at(row, 1))
            rows.append(Row{at(row, 0), field});
    }
    for (const Row &row : std::as_const(rows))
        addRow(row.label, row.field);
    m_grid->setColumnStretch(1, 1);
}

void FormGrid::addRow(QWidget *label, QWidget *field)
{
    m_rows.append(Row{label, field});
    place(int(m_rows.size()) - 1);
}

void FormGrid::setRowVisible(int row, bool visible)
{
    m_rows[row].label->setVisible(visible);
    m_rows[row].field->setVisible(visible);
}

void FormGrid::setAbove(bool above)
{
    if (above == m_above)
        return;
    m_above = above;
    m_grid->setVerticalSpacing(above ? SpacingAbove : SpacingBeside);
    for (int row = 0; row < m_rows.size(); ++row)
        place(row);
}

// Beside each other in row n, above each other in rows 2n and 2n + 1.
void FormGrid::place(int row)
{
    const Row &r = m_rows[row];
    for (QWidget *widget : {r.label, r.field})
        m_grid->removeWidget(widget);
    // Beside its field a label is as high as one line of it, so that their texts stand on one height.
    r.label->setMinimumHeight(m_above ? 0 : QLineEdit().sizeHint().height());
    if (m_above) {
        m_grid->addWidget(r.label, 2 * row, 0, 1, 3);
        m_grid->addWidget(r.field, 2 * row + 1, 0, 1, 3);
    } else {
        m_grid->addWidget(r.label, row, 0, Qt::AlignTop);
        // Over two columns: a field that may not grow would hold the only one back, and the labels would grow instead.
        m_grid->addWidget(r.field, row, 1, 1, 2);
    }
}
