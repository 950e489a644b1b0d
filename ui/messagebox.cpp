// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebox.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

#include <optional>

namespace {

std::optional<int> s_nextAnswer;
QString s_lastQuestion;

} // namespace

void MessageBox::setNextAnswer(int button)
{
    s_nextAnswer = button;
}

QString MessageBox::lastQuestion()
{
    return s_lastQuestion;
}

int MessageBox::ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons,
                    int defaultButton, const QString &rememberText, bool *remember)
{
    s_lastQuestion = text;
    if (s_nextAnswer)
        return *std::exchange(s_nextAnswer, std::nullopt);
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("question"));
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.setIcon(QMessageBox::Question);
    QList<QPushButton *> made;
    for (const QString &button : buttons)
        made.append(box.addButton(button, QMessageBox::ActionRole));
    // Escape and the window's cross choose nothing.
    QPushButton *none = box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(made.value(defaultButton, none));
    if (!rememberText.isEmpty())
        box.setCheckBox(new QCheckBox(rememberText));
    box.setEscapeButton(none);
    box.exec();
    if (remember && box.checkBox())
        *remember = box.checkBox()->isChecked();
    return int(made.indexOf(qobject_cast<QPushButton *>(box.clickedButton())));
}

void MessageBox::tell(QWidget *parent, const QString &title, const QString &text)
{
    s_lastQuestion = text;
    if (s_nextAnswer) {
        s_nextAnswer.reset();
        return;
    }
    QMessageBox box(parent);
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.exec();
}
