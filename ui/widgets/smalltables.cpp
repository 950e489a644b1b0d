// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/smalltables.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace {

// The last column takes what is left of the width; where nothing is, it is as wide as its words and the table scrolls, unless
// its words may wrap.
class FittedColumns : public QObject
{
public:
    explicit FittedColumns(QTableView *view) : QObject(view), m_view(view)
    {
        view->viewport()->installEventFilter(this);
        const QAbstractItemModel *model = view->model();
        connect(model, &QAbstractItemModel::rowsInserted, this, &FittedColumns::fit);
        connect(model, &QAbstractItemModel::dataChanged, this, &FittedColumns::fit);
        connect(model, &QAbstractItemModel::modelReset, this, &FittedColumns::fit);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    // Qt measures again when something changes, but not when something comes along.
    void fit()
    {
        QHeaderView *header = m_view->horizontalHeader();
        header->setStretchLastSection(false);
        header->resizeSections(QHeaderView::ResizeToContents);
        header->setStretchLastSection(m_view->wordWrap() || header->length() <= m_view->viewport()->width());
    }

    QTableView *m_view;
};

} // namespace

void SmallTables::prepare(QTableView *view)
{
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    Theme::setRowHeight(view, 10);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setWordWrap(false);
    new FittedColumns(view);
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
