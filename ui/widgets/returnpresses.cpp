// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/returnpresses.h"

#include <QDialog>
#include <QKeyEvent>
#include <QPushButton>

bool ReturnPresses::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if ((key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) || key->isAutoRepeat()
        || (key->modifiers() & ~Qt::KeypadModifier))
        return false;
    auto *button = qobject_cast<QPushButton *>(watched);
    if (!button || !button->isEnabled() || qobject_cast<QDialog *>(button->window()))
        return false; // a dialog has its own button for it
    button->click();
    return true;
}
