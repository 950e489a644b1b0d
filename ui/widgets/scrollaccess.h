// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a screen reader sees of scroll areas. Qt's own interface of them takes whatever number of a child it is asked for: a
// screen reader that counted three children, of which a scroll bar went before it asked for the third, ends the program
// (seen in Qt 6.4.2, QAccessibleAbstractScrollArea::child). From then on an ordinary widget's interface answers instead.
// Once per program, before the first question; more often does no harm.
void makeScrollAreasSafe();
