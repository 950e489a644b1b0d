// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

// Return presses the button that has the focus, as it does in dialogs; in a window Qt leaves that to Space. An event filter
// for the whole application.
//
// Thread: GUI. Owner: whoever installs it.
class ReturnPresses : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};
