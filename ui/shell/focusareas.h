// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

class QWidget;

// F6 and Shift+F6 (UX 2.8): the first widget that takes the focus in the next visible area after the one that
// has the focus now; null when there is none. Areas come in reading order.
QWidget *firstOfNextArea(const QVector<QWidget *> &areas, const QWidget *focus, int step);
// The first descendant, in tab order, that takes the focus by Tab; null when there is none.
QWidget *firstFocusable(const QWidget *area);
