// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focusareas.h"

#include <QWidget>

QWidget *firstFocusable(const QWidget *area)
{
    for (QWidget *w = area->nextInFocusChain(); w && w != area; w = w->nextInFocusChain()) {
        if (area->isAncestorOf(w) && w->isVisibleTo(area) && w->isEnabled()
            && (w->focusPolicy() & Qt::TabFocus))
            return w;
    }
    return nullptr;
}

QWidget *firstOfNextArea(const QVector<QWidget *> &areas, const QWidget *focus, int step)
{
    QVector<QWidget *> shown;
    for (QWidget *area : areas) {
        if (area->isVisible())
            shown.append(area);
    }
    const int count = int(shown.size());
    int at = -1;
    for (int i = 0; i < count; ++i) {
        if (focus && (shown[i] == focus || shown[i]->isAncestorOf(focus)))
            at = i;
    }
    if (at < 0 && step < 0)
        at = 0;
    for (int tries = 0; tries < count; ++tries) {
        at = (at + step + count) % count;
        if (QWidget *first = firstFocusable(shown[at]))
            return first;
    }
    return nullptr;
}
