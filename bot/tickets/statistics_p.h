// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/statistics.h"

#include <optional>

// The primitives of METRICS.md that statistics() and series() share: what a ticket's life looks like at a time `to`
// (M-03, M-08), how many are open at once, and how much of a window was observed (M-07).
namespace StatisticsParts {

// Events at or after `to` are not known.
inline bool closedBefore(const Spell &spell, UtcMs toMs)
{
    return !spell.open() && spell.closedAtMs < toMs;
}

// A close that counts: known by then, and not before its opening.
inline bool validClose(const Spell &spell, UtcMs toMs)
{
    return spell.openedAtMs < toMs && closedBefore(spell, toMs) && !spell.invalid();
}

struct Life
{
    bool known = false; // opened before `to`
    bool open = false; // at `to`
    UtcMs openedMs = 0;
    std::optional<UtcMs> lastClose; // the last valid one before `to`
    bool lastCloseExact = false; // not merely inferred
};
Life lifeOf(const TicketRow &row, UtcMs toMs);
bool closedIn(const TicketRow &row, Window window);
// Closed in the window, and reopened within 7 days and before the window's end.
bool reopenedSoon(const TicketRow &row, Window window);

// How many spells are open at once in a window. Openings and closes are plain numbers in two lists: sorting those is what
// makes whole histories quick.
class OpenCounter
{
public:
    void add(const Spell &spell, Window window);
    int openAtStart() const { return m_openAtStart; }
    int openAtEnd() const { return m_openAtEnd; }
    Peak peak(Window window);

private:
    struct Closes
    {
        int openAtFrom = 0; // open(from)
        QVector<UtcMs> times; // after it
    };
    Peak highest(Closes &closes, Window window) const;

    int m_openAtStart = 0;
    int m_openAtEnd = 0;
    QVector<UtcMs> m_openings; // after `from`
    Closes m_latest; // unknown closes as late as possible
    Closes m_earliest; // as early as possible
    bool m_differ = false;
};

struct Coverage
{
    double observed = 1.0;
    int gaps = 0;
    qint64 missingMs = 0;
};
Coverage coverageOf(const QVector<CoverageGap> &gaps, Window window);

} // namespace StatisticsParts
