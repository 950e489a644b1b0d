// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/smalltables.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

void SmallTables::prepare(QTableView *view)
{
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    Theme::setRowHeight(view, 10);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setWordWrap(false);
    // Qt measures again when something changes, but not when something comes along.
    QHeaderView *header = view->horizontalHeader();
    QObject::connect(view->model(), &QAbstractItemModel::rowsInserted, header,
                     [header] { header->resizeSections(QHeaderView::ResizeToContents); });
}

void SmallTables::fitHeight(QTableView *view, QWidget *holder, int mostRows)
{
    const int rows = qBound(1, view->model()->rowCount(), mostRows);
    const int header =
        view->horizontalHeader()->isHidden() ? 0 : view->horizontalHeader()->sizeHint().height();
    const int height = header + rows * view->verticalHeader()->defaultSectionSize()
        + view->horizontalScrollBar()->sizeHint().height() + 2 * view->frameWidth();
    holder->setMinimumHeight(qMax(height, 72)); // a sentence has room too
    holder->setMaximumHeight(qMax(height, 72));
}
