// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/clock.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <chrono>

Clock Clock::system()
{
    using namespace std::chrono;
    return {
        [] { return MonoMs(duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count()); },
        [] { return UtcMs(QDateTime::currentMSecsSinceEpoch()); },
        [] { return QRandomGenerator::global()->generateDouble(); }};
}
