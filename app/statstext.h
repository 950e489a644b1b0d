// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"
#include "bot/tickets/statistics.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

// The numbers of one server and period as other tools and people read them. Pure: what is computed comes in.
struct StatsReport
{
    GuildId guild;
    QString guildName;
    QString category; // as shown: "all", "None" or the category's name
    TicketStatistics numbers;
};

// INTERFACE, `stats --json`: figures of nothing are null, times are UTC, durations are seconds.
QJsonObject statsJson(const StatsReport &report);
// For people, in a terminal.
QString statsText(const StatsReport &report);
// One row per figure: figure, category, value. For spreadsheets.
QByteArray statsCsv(const StatsReport &report);

// 2026-04-08T12:00:00Z; with milliseconds only where there are some.
QString isoTime(UtcMs at);
