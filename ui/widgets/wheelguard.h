// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

// The wheel scrolls. It never changes a value that passes under the pointer meanwhile: a right that moved to another role, or
// a limit, would be noticed too late. An event filter for the whole application.
//
// Thread: GUI. Owner: whoever installs it.
class WheelGuard : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};
