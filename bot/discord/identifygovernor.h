// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <QVector>

#include <deque>
#include <functional>

namespace Discord {

// Decides when the next IDENTIFY may be sent (PROTOCOL I-02, I-03). Discord resets the token of a bot that
// identifies more than 1000 times in 24 hours, so this stays far below it whatever goes wrong, over restarts
// of the program too.
//
// Pure: no clock, no timer. All limits run on monotonic time; the wall-clock times of earlier runs are turned
// into ages once, when they are loaded.
class IdentifyGovernor
{
public:
    enum class Reason
    {
        None,
        Spacing, // I-02, a few seconds
        Backoff, // I-03 c
        SessionLimit, // I-03 a: Discord's own count is nearly used up
        DailyLimit, // I-03 b
        NotRecorded // I-03 d: the database cannot be written
    };
    struct Verdict
    {
        MonoMs notBeforeMono = 0; // go when this is not in the future
        Reason reason = Reason::None;
        bool protects() const { return reason >= Reason::SessionLimit; } // shown as "paused"
    };

    explicit IdentifyGovernor(std::function<double()> random) : m_random(std::move(random)) { }

    // IDENTIFYs of earlier runs. Loading again adds only what is not known yet.
    void load(const QVector<UtcMs> &recent, MonoMs nowMono, UtcMs nowUtc);
    // session_start_limit of GET /gateway/bot.
    void setSessionStartLimit(int remaining, qint64 resetAfterMs, MonoMs nowMono);

    Verdict verdict(MonoMs nowMono, bool recordable) const;

    void identified(MonoMs nowMono, UtcMs nowUtc);
    void ready(MonoMs nowMono);
    // The session is gone for good. Short-lived ones are as suspicious as IDENTIFYs without READY.
    void sessionEnded(MonoMs nowMono);

    int countOfDay(MonoMs nowMono) const;

private:
    qint64 jitteredBackoffMs() const;

    std::function<double()> m_random;
    std::deque<MonoMs> m_recent; // ascending; may be negative for earlier runs
    QVector<UtcMs> m_loaded;
    int m_inThisRun = 0;

    bool m_any = false; // m_lastMono and the two delays are valid
    MonoMs m_lastMono = 0;
    qint64 m_spacingMs = 0;
    qint64 m_backoffMs = 0;
    int m_failures = 0; // IDENTIFYs in a row that led to nothing lasting

    bool m_sessionLives = false;
    MonoMs m_readyMono = 0;
    std::deque<MonoMs> m_shortLived;

    int m_remaining = -1; // -1: not known
    MonoMs m_resetMono = 0;
};

} // namespace Discord
