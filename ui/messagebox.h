// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

// The few questions that are asked in a dialog (UX: none but for what cannot be taken back). Foreign text is
// shown as plain text (TM-16). Tests answer in advance instead of clicking.
namespace MessageBox {

// Returns the index of the chosen button, or -1 for Cancel, which every question has; `defaultButton` -1: Cancel is what
// Enter presses. `remember`: a tick box, set to its state.
int ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons,
        int defaultButton = 0, const QString &rememberText = {}, bool *remember = nullptr);
void tell(QWidget *parent, const QString &title, const QString &text);

// The answer to the next question; without one, tests would hang.
void setNextAnswer(int button);
QString lastQuestion();

} // namespace MessageBox
