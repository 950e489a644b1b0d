// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <optional>

namespace Discord {

// Notices that the computer slept or the process was held up, from a tick that should come every 5 seconds
// (PROTOCOL H-06). Pure; sleptTotalMs() below is the system's part.
class WakeProbe
{
public:
    static constexpr int TickMs = 5000;

    // True when the connection should be tested now. `sleptMs`: total time asleep since some fixed start.
    bool tick(MonoMs nowMono, std::optional<qint64> sleptMs)
    {
        constexpr qint64 ToleratedDelayMs = 15 * SecondMs;
        constexpr qint64 ToleratedSleepMs = 2 * SecondMs;
        const bool late = m_lastMono && nowMono - *m_lastMono > TickMs + ToleratedDelayMs;
        const bool slept = m_lastSleptMs && sleptMs && *sleptMs - *m_lastSleptMs > ToleratedSleepMs;
        m_lastMono = nowMono;
        m_lastSleptMs = sleptMs;
        return late || slept;
    }

private:
    std::optional<MonoMs> m_lastMono;
    std::optional<qint64> m_lastSleptMs;
};

// How long the computer has been suspended since it was started: the clock that counts sleep minus the one
// that does not. Nothing where the system has no such pair.
std::optional<qint64> sleptTotalMs();

} // namespace Discord
