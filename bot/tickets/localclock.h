// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <QTimeZone>

// What a server's clocks show, for many instants in about the order of time: asking a QTimeZone anew for each of a
// million messages costs seconds, but between two changes of the clocks the difference to UTC is always the same.
// Value type.
class LocalClock
{
public:
    explicit LocalClock(const QTimeZone &zone); // an invalid one is UTC

    qint64 offsetMs(UtcMs atMs); // local minus UTC
    struct Time
    {
        qint64 day; // since 1 January 1970
        int dayOfWeek; // Monday is 1
        int hour;
    };
    Time at(UtcMs atMs);

private:
    QTimeZone m_zone;
    UtcMs m_fromMs = 0, m_toMs = 0; // in which m_offsetMs holds
    qint64 m_offsetMs = 0;
};
