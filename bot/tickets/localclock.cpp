// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/localclock.h"

#include <QDateTime>

#include <limits>

LocalClock::LocalClock(const QTimeZone &zone) : m_zone(zone.isValid() ? zone : QTimeZone::utc()) { }

qint64 LocalClock::offsetMs(UtcMs atMs)
{
    if (atMs >= m_fromMs && atMs < m_toMs)
        return m_offsetMs;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC);
    m_offsetMs = m_zone.offsetFromUtc(at) * SecondMs;
    m_fromMs = std::numeric_limits<qint64>::min();
    m_toMs = std::numeric_limits<qint64>::max();
    if (!m_zone.hasTransitions())
        return m_offsetMs;
    const QTimeZone::OffsetData before = m_zone.previousTransition(at.addMSecs(1));
    const QTimeZone::OffsetData after = m_zone.nextTransition(at);
    // Before the first change that the zone knows of there is nothing to go by but the zone itself.
    m_fromMs = before.atUtc.isValid() ? before.atUtc.toMSecsSinceEpoch() : atMs;
    if (after.atUtc.isValid())
        m_toMs = after.atUtc.toMSecsSinceEpoch();
    else if (!before.atUtc.isValid())
        m_toMs = atMs + 1;
    return m_offsetMs;
}

LocalClock::Time LocalClock::at(UtcMs atMs)
{
    const qint64 local = atMs + offsetMs(atMs);
    const qint64 day = (local >= 0 ? local : local - DayMs + 1) / DayMs;
    const auto hour = int((local - day * DayMs) / HourMs);
    // 1 January 1970 was a Thursday.
    const auto weekday = int(((day + 3) % 7 + 7) % 7);
    return {day, weekday + 1, hour};
}
