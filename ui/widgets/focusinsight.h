// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QPointer>
#include <QScrollArea>

// Scrolls a page to what gets the focus without Tab: when a button that had it goes, when a page is come back to (UX 6 point
// 17: the focus is always visible). What the pointer presses stays where it is, and so does what is larger than its page.
//
// Thread: GUI. Owner: the window, as parent.
class FocusInSight : public QObject
{
public:
    explicit FocusInSight(QWidget *window) : QObject(window)
    {
        connect(qApp, &QApplication::focusChanged, this, [this, window](QWidget *, QWidget *now) {
            if (!now || !window->isAncestorOf(now) || QGuiApplication::mouseButtons() != Qt::NoButton)
                return;
            // After the layout of what is shown now.
            QMetaObject::invokeMethod(
                this, [widget = QPointer<QWidget>(now)] { show(widget); }, Qt::QueuedConnection);
        });
    }

private:
    static void show(QWidget *widget)
    {
        if (!widget || !widget->hasFocus())
            return;
        for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
            auto *area = qobject_cast<QScrollArea *>(above);
            if (area && area->widget() && area->widget()->isAncestorOf(widget)
                && widget->height() <= area->viewport()->height())
                area->ensureWidgetVisible(widget, 0, Margin);
        }
    }

    static constexpr int Margin = 8; // the mark of the focus stands out
};
