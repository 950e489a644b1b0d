// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

class QWidget;

// A text that does not fit where it stands (UX 2.2, 2.13).
struct CutText
{
    QString widget; // class and object name, with those of its parents
    QString text;
    QString why; // "needs 120, has 96"
};

// Looks at every visible widget below `root`: labels, buttons, tabs, table headers, combo boxes, group titles,
// lists, menu bars, and whether anything stands outside of its parent. Cells of tables may elide: they have the
// full text as tool tip.
QVector<CutText> cutTexts(const QWidget *root);

// Pages draw one chart per turn of the event loop, and each may move what is below: looked at is what stays.
void comeToRest(const QWidget &window);
