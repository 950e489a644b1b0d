// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QPointer>
#include <QWidget>

// Remembers who had the focus before a bar that comes and goes got it, and gives it back when the bar goes (must-point 18).
//
// Thread: GUI. Owner: the bar, as parent.
class FocusReturn : public QObject
{
public:
    explicit FocusReturn(QWidget *bar) : QObject(bar)
    {
        connect(qApp, &QApplication::focusChanged, this, [this, bar](QWidget *before, QWidget *now) {
            if (!before || !now || !bar->isAncestorOf(now) || bar->isAncestorOf(before))
                return;
            // Another bar goes itself: who had the focus before that one is meant.
            const FocusReturn *other = ofBarAround(before);
            m_cameFrom = other ? other->m_cameFrom : QPointer<QWidget>(before);
        });
    }

    // False: nobody is there any more.
    bool giveBack() const
    {
        if (!m_cameFrom || !m_cameFrom->isVisible() || !m_cameFrom->isEnabled())
            return false;
        m_cameFrom->setFocus(Qt::OtherFocusReason);
        return true;
    }

private:
    static const FocusReturn *ofBarAround(const QWidget *widget)
    {
        for (; widget; widget = widget->parentWidget()) {
            for (const QObject *child : widget->children()) {
                if (const auto *found = dynamic_cast<const FocusReturn *>(child))
                    return found;
            }
        }
        return nullptr;
    }

    QPointer<QWidget> m_cameFrom;
};
