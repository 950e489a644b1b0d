// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

// A row of buttons that breaks into several where the window is narrow; what Designer forms promote QWidget to. Thread: GUI.
class FlowRow : public QWidget
{
    Q_OBJECT
public:
    explicit FlowRow(QWidget *parent = nullptr);

    void add(QWidget *widget); // takes it over; at least as high as a main button (UX 2.11)
};
