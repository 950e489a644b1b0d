// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/notices/noticesettings.h"
#include "bot/tickets/targets.h"

#include <QSet>

// When an alarm fires and when it is over (UX 3.7). Pure: what is known comes in, with the time; what is to be told goes
// out, with the time of the next look. Asked at that time and after every change, each alarm fires once and at its second.
struct AlarmInput
{
    UtcMs nowMs = 0;
    // Outside working hours nothing fires; at opening what still holds fires together.
    bool workingTime = true;
    UtcMs opensAtMs = 0; // 0 = not known
    bool fresh = true; // connected and caught up: else somebody may have answered, and we do not know

    Targets targets;
    QVector<WaitingTicket> waiting;
    QSet<ChannelId> alarmed; // of them: had their alarm
    int openTickets = 0;
    std::optional<int> record; // most open at once before today; nothing: not known, or too short a history
    int mostToday = 0;
    UtcMs mostTodayMs = 0; // when it was reached first: while the bot was away it is found later
    int responsesToday = 0, lateToday = 0;
    UtcMs todayMs = 0; // local midnight
    UtcMs disconnectedSinceMs = 0; // 0 = connected, or stopped by a person

    QVector<AlarmRow> open; // fired and not over
    std::array<UtcMs, AlarmKindCount> lastMs{}; // when the newest alarm of a kind fired or was over
};

struct AlarmDecisions
{
    struct End
    {
        AlarmRow alarm;
        AlarmRow::Ending ending = AlarmRow::Ending::Over;
        UtcMs atMs = 0;
    };
    QVector<AlarmRow> fire; // of one kind together: one message
    QVector<End> end;
    UtcMs nextCheckMs = 0; // 0 = only when something changes
};

AlarmDecisions decideAlarms(const NoticeSettings &settings, const AlarmInput &input);

// Overload: at least this long between two alarms, and it is over only when a tenth fewer than the limit are open.
inline constexpr qint64 AlarmCooldownMs = 30 * MinuteMs;
int overloadEndsAt(int limit);
inline constexpr int FewestResponses = 5; // M-20: no verdict on fewer
