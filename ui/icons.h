// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/incidents.h"

#include <QColor>
#include <QIcon>

// The few signs that stand beside words. Drawn, not loaded, so that they are sharp at every scale; each
// differs from the others by shape, not by colour alone (UX 2.9).
namespace Icons {

enum class Sign
{
    Error,
    Warning,
    Good,
    Information
};
QIcon sign(Sign sign, const QColor &colour);
QIcon nothing(); // takes the room of a sign
// The program's ticket with the state's mark: nothing, dot, slash, exclamation mark (UX 2.7).
QIcon ticket(ConnectionWords::Shape shape);
// A server without a picture: its first letters on a rounded square.
QIcon server(const QString &name, const QColor &back, const QColor &text);

} // namespace Icons
