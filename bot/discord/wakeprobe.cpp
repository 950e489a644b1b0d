// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/wakeprobe.h"

#if defined(Q_OS_WIN)
#include <windows.h>
#else
#include <time.h>
#endif

namespace Discord {

std::optional<qint64> sleptTotalMs()
{
#if defined(Q_OS_LINUX)
    timespec withSleep{};
    timespec withoutSleep{};
    if (clock_gettime(CLOCK_BOOTTIME, &withSleep) != 0 || clock_gettime(CLOCK_MONOTONIC, &withoutSleep) != 0)
        return {};
    const auto ms = [](const timespec &t) { return qint64(t.tv_sec) * 1000 + t.tv_nsec / 1'000'000; };
    return ms(withSleep) - ms(withoutSleep);
#elif defined(Q_OS_MACOS)
    const quint64 withSleep = clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW);
    const quint64 withoutSleep = clock_gettime_nsec_np(CLOCK_UPTIME_RAW);
    return (qint64(withSleep) - qint64(withoutSleep)) / 1'000'000;
#elif defined(Q_OS_WIN)
    ULONGLONG awake100ns = 0;
    if (!QueryUnbiasedInterruptTime(&awake100ns))
        return {};
    return qint64(GetTickCount64()) - qint64(awake100ns / 10'000);
#else
    return {};
#endif
}

} // namespace Discord
