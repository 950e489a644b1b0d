// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;
class UiSettings;

// Where the window stands, remembered from one run to the next (UX 2.7). A place on a screen that is gone is
// given up, and a window never begins larger than its screen.
void savePlace(const QWidget &window, UiSettings &settings);
void restorePlace(QWidget &window, const UiSettings &settings);
void usualSize(QWidget &window); // View > Reset layout
