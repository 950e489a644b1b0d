// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/identifygovernor.h"

#include <algorithm>
#include <utility>

namespace Discord {

namespace IdentifyLimits {

constexpr qint64 SpacingMs = 5 * SecondMs;
constexpr qint64 SpacingJitterMs = 1500;
constexpr qint64 FirstBackoffMs = 5 * SecondMs;
constexpr qint64 BackoffCapMs = 900 * SecondMs;
constexpr qint64 ShortLifeMs = 60 * SecondMs;
constexpr int ForgivenShortLives = 5; // per hour
constexpr int PerDay = 200;
constexpr int PerRunUnrecorded = 20;
constexpr int KeptForOthers = 20; // of Discord's own allowance
constexpr qint64 UnrecordedRetryMs = MinuteMs;

} // namespace IdentifyLimits

using namespace IdentifyLimits;

void IdentifyGovernor::load(const QVector<UtcMs> &recent, MonoMs nowMono, UtcMs nowUtc)
{
    for (const UtcMs at : recent) {
        if (m_loaded.contains(at))
            continue;
        m_loaded.append(at);
        // A time in the future means that the wall clock was moved: taken as "just now", the careful reading.
        const qint64 ageMs = std::max<qint64>(0, nowUtc - at);
        if (ageMs < DayMs)
            m_recent.push_back(nowMono - ageMs);
    }
    std::sort(m_recent.begin(), m_recent.end());
}

void IdentifyGovernor::setSessionStartLimit(int remaining, qint64 resetAfterMs, MonoMs nowMono)
{
    m_remaining = std::max(0, remaining);
    m_resetMono = nowMono + std::clamp<qint64>(resetAfterMs, 0, DayMs);
}

int IdentifyGovernor::countOfDay(MonoMs nowMono) const
{
    return int(
        std::count_if(m_recent.begin(), m_recent.end(), [&](MonoMs at) { return at > nowMono - DayMs; }));
}

IdentifyGovernor::Verdict IdentifyGovernor::verdict(MonoMs nowMono, bool recordable) const
{
    Verdict verdict{nowMono, Reason::None};
    const auto require = [&verdict](MonoMs notBefore, Reason reason) {
        if (notBefore > verdict.notBeforeMono)
            verdict = {notBefore, reason};
    };
    if (m_any) {
        require(m_lastMono + m_spacingMs, Reason::Spacing);
        require(m_lastMono + m_backoffMs, Reason::Backoff);
    }
    if (m_remaining >= 0 && m_remaining <= KeptForOthers)
        require(m_resetMono, Reason::SessionLimit);
    if (const int used = countOfDay(nowMono); used >= PerDay)
        require(m_recent.at(m_recent.size() - PerDay) + DayMs, Reason::DailyLimit);
    if (!recordable && m_inThisRun >= PerRunUnrecorded)
        require(nowMono + UnrecordedRetryMs, Reason::NotRecorded);
    return verdict;
}

void IdentifyGovernor::identified(MonoMs nowMono, UtcMs nowUtc)
{
    while (!m_recent.empty() && m_recent.front() <= nowMono - DayMs)
        m_recent.pop_front();
    m_recent.push_back(nowMono);
    m_loaded.append(nowUtc); // so that a ledger loaded again does not count it twice
    ++m_inThisRun;
    if (m_remaining > 0)
        --m_remaining;

    m_any = true;
    m_lastMono = nowMono;
    m_spacingMs = SpacingMs + qint64(m_random() * SpacingJitterMs);
    // Counted as a failure until a READY comes and its session lasts.
    ++m_failures;
    m_backoffMs = jitteredBackoffMs();
}

void IdentifyGovernor::ready(MonoMs nowMono)
{
    m_sessionLives = true;
    m_readyMono = nowMono;
}

void IdentifyGovernor::sessionEnded(MonoMs nowMono)
{
    if (!std::exchange(m_sessionLives, false))
        return;
    if (nowMono - m_readyMono >= ShortLifeMs) {
        m_failures = 0;
        m_backoffMs = 0;
        return;
    }
    while (!m_shortLived.empty() && m_shortLived.front() <= nowMono - HourMs)
        m_shortLived.pop_front();
    m_shortLived.push_back(nowMono);
    if (m_shortLived.size() <= ForgivenShortLives) {
        --m_failures; // as if this IDENTIFY had not been; an earlier row of failures is not forgotten
        m_backoffMs = 0;
    }
}

// 5, 10, 20 ... 900 s; half of it fixed, half of it random.
qint64 IdentifyGovernor::jitteredBackoffMs() const
{
    const int doublings = std::clamp(m_failures - 1, 0, 20);
    const qint64 fullMs = std::min(BackoffCapMs, FirstBackoffMs << doublings);
    return fullMs / 2 + qint64(m_random() * double(fullMs / 2));
}

} // namespace Discord
