// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/statistics_p.h"

#include <algorithm>

namespace StatisticsParts {

Life lifeOf(const TicketRow &row, UtcMs toMs)
{
    Life life;
    if (row.spells.isEmpty())
        return life;
    life.openedMs = row.spells.first().openedAtMs;
    life.known = life.openedMs < toMs;
    for (const Spell &spell : row.spells) {
        if (spell.openedAtMs >= toMs)
            break;
        life.open = !closedBefore(spell, toMs);
        if (validClose(spell, toMs)) {
            life.lastClose = spell.closedAtMs;
            life.lastCloseExact = !spell.closeUnseen();
        }
    }
    return life;
}

bool closedIn(const TicketRow &row, Window window)
{
    return std::any_of(row.spells.cbegin(), row.spells.cend(), [window](const Spell &spell) {
        return validClose(spell, window.toMs) && spell.closedAtMs >= window.fromMs;
    });
}

bool reopenedSoon(const TicketRow &row, Window window)
{
    for (qsizetype i = 0; i + 1 < row.spells.size(); ++i) {
        const Spell &spell = row.spells[i];
        const UtcMs reopenedMs = row.spells[i + 1].openedAtMs;
        if (validClose(spell, window.toMs) && spell.closedAtMs >= window.fromMs && reopenedMs < window.toMs
            && reopenedMs - spell.closedAtMs <= 7 * DayMs)
            return true;
    }
    return false;
}

void OpenCounter::add(const Spell &spell, Window window)
{
    const UtcMs opened = spell.openedAtMs;
    if (opened >= window.toMs)
        return;
    const bool open = !closedBefore(spell, window.toMs);
    const UtcMs closed = spell.closedAtMs;
    if (!open && closed <= opened)
        return; // zero-length and invalid spells never count as open (M-03)
    if (opened < window.fromMs && (open || closed > window.fromMs))
        ++m_openAtStart;
    if (open)
        ++m_openAtEnd;
    if (!open && closed <= window.fromMs)
        return;
    const bool inferred = !open && spell.closedSource == TimeSource::Inferred;
    const UtcMs earliest = inferred ? std::clamp(spell.closedNotBeforeMs, opened, closed) : closed;
    m_differ = m_differ || earliest != closed;
    if (opened > window.fromMs) {
        m_openings.append(opened);
    } else {
        ++m_latest.openAtFrom;
        if (open || earliest > window.fromMs)
            ++m_earliest.openAtFrom;
    }
    if (open)
        return;
    m_latest.times.append(closed);
    if (opened > window.fromMs || earliest > window.fromMs)
        m_earliest.times.append(earliest);
}

Peak OpenCounter::highest(Closes &closes, Window window) const
{
    std::sort(closes.times.begin(), closes.times.end());
    Peak peak;
    int level = closes.openAtFrom;
    peak.max = level;
    peak.atMs = window.fromMs;
    bool atPeak = true;
    auto opening = m_openings.cbegin();
    auto close = closes.times.cbegin();
    while (opening != m_openings.cend() || close != closes.times.cend()) {
        const bool closeNext =
            opening == m_openings.cend() || (close != closes.times.cend() && *close <= *opening);
        const UtcMs at = closeNext ? *close : *opening;
        // All of one instant together: a ticket that closes as another opens is not open beside it (U-a).
        for (; close != closes.times.cend() && *close == at; ++close)
            --level;
        for (; opening != m_openings.cend() && *opening == at; ++opening)
            ++level;
        if (level > peak.max) {
            peak.max = level;
            peak.atMs = at;
            atPeak = true;
        } else if (atPeak && level < peak.max) {
            peak.lastedMs = at - peak.atMs;
            atPeak = false;
        }
    }
    if (peak.max == 0)
        return {};
    if (atPeak)
        peak.lastedMs = window.toMs - peak.atMs;
    return peak;
}

Peak OpenCounter::peak(Window window)
{
    std::sort(m_openings.begin(), m_openings.end());
    Peak peak = highest(m_latest, window);
    peak.min = m_differ ? highest(m_earliest, window).max : peak.max;
    return peak;
}

Coverage coverageOf(const QVector<CoverageGap> &gaps, Window window)
{
    Coverage coverage;
    QVector<Window> holes;
    for (const CoverageGap &gap : gaps) {
        const UtcMs from = std::max(gap.fromMs, window.fromMs);
        const UtcMs to = std::min(gap.toMs == 0 ? window.toMs : gap.toMs, window.toMs);
        if (from >= to)
            continue;
        ++coverage.gaps;
        if (!gap.channel)
            holes.append({from, to}); // what one channel lost is no blindness of the server
    }
    std::sort(holes.begin(), holes.end(),
              [](const Window &a, const Window &b) { return a.fromMs < b.fromMs; });
    UtcMs reached = window.fromMs;
    for (const Window &hole : std::as_const(holes)) {
        coverage.missingMs += std::max<qint64>(0, hole.toMs - std::max(reached, hole.fromMs));
        reached = std::max(reached, hole.toMs);
    }
    const qint64 length = window.toMs - window.fromMs;
    if (length > 0)
        coverage.observed = 1.0 - double(coverage.missingMs) / double(length);
    return coverage;
}

} // namespace StatisticsParts
