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
    FittedColumns(QTableView *view, SmallTables::LastColumn last) : QObject(view), m_view(view), m_last(last)
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
        if (m_last == SmallTables::LastColumn::Elided)
            header->setSectionResizeMode(QHeaderView::ResizeToContents);
        header->resizeSections(QHeaderView::ResizeToContents);
        const int room = m_view->viewport()->width();
        const int last = header->logicalIndex(header->count() - 1);
        const bool elides = m_last == SmallTables::LastColumn::Elided && header->length() > room
            && header->length() - header->sectionSize(last) + LeastElided <= room;
        // Stretching the last section only ever makes it wider.
        if (elides)
            header->setSectionResizeMode(last, QHeaderView::Stretch);
        else
            header->setStretchLastSection(m_view->wordWrap() || header->length() <= room);
    }

    static constexpr int LeastElided = 160;
    QTableView *m_view;
    const SmallTables::LastColumn m_last;
};

} // namespace

void SmallTables::prepare(QTableView *view, LastColumn last)
{
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    Theme::setRowHeight(view, 10);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setWordWrap(false);
    new FittedColumns(view, last);
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
