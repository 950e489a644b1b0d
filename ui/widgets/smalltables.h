// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;
class QWidget;

// Small tables on cards: what they have in common.
namespace SmallTables {

enum class LastColumn
{
    Whole, // the table scrolls where its words need more
    Elided // it keeps to what is left: the words stand in full elsewhere, too
};
// As wide as their words, rows of text height, scrolling by pixels; the last column takes what is left.
void prepare(QTableView *view, LastColumn last = LastColumn::Whole);
// `holder` (the view, or the pane around it) gets as high as the rows, at most `mostRows`.
void fitHeight(QTableView *view, QWidget *holder, int mostRows);

} // namespace SmallTables
