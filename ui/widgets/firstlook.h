// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/livedata.h"

#include <QAbstractItemView>
#include <QEvent>

// Live lists stand still for who looks at them (UX 2.5). A pointer that happened to lie there when the window opened looks at
// nothing, and until the bot has caught up the rows are those of the last run: both are no reason to keep them.
//
// Thread: GUI. Owner: the list, as parent.
class FirstLook : public QObject
{
public:
    FirstLook(const LiveData &live, QAbstractItemView *list) : QObject(list), m_live(live)
    {
        list->viewport()->setMouseTracking(true);
        list->viewport()->installEventFilter(this);
        list->installEventFilter(this);
    }
    bool taken() const { return m_taken; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        const auto type = event->type();
        if (type == QEvent::MouseMove || type == QEvent::MouseButtonPress || type == QEvent::Wheel
            || type == QEvent::KeyPress)
            m_taken = m_taken || m_live.caughtUp();
        return false;
    }

private:
    const LiveData &m_live;
    bool m_taken = false;
};
