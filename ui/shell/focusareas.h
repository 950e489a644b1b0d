// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

class QWidget;

// Where Tab and F6 lead (UX 2.8, 2.11). The order is read from the layouts at the moment of the key, so that what a page
// arranges anew, or makes while it lives, is always where it is seen.

// Everything below the widget that takes the focus by Tab, in reading order; of buttons that exclude each other the one
// that is on, the arrows lead to the others.
QVector<QWidget *> tabStops(const QWidget *root);
// The stop after or before the one that has the focus, round the corner too; of one that was just hidden or disabled what
// stands beside it. Null when the focus is nowhere below.
QWidget *nextTabStop(const QWidget *root, const QWidget *focus, bool forwards);
// Focuses it as Tab does, and scrolls to it.
void focusByTab(QWidget *stop, bool forwards = true);

// F6 and Shift+F6: the first stop of the next visible area after the one that has the focus now; null when there is none.
// Areas come in reading order.
QWidget *firstOfNextArea(const QVector<QWidget *> &areas, const QWidget *focus, int step);
