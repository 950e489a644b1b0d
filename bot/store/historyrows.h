// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"

#include <optional>

class Reader;

// The history with its filters (UX J7), and what can be taken back exactly.

struct HistoryFilter
{
    QString kind; // empty = all
    std::optional<Actor> by; // compared by user, console and, without a user, name
    std::optional<Window> at;
    bool operator==(const HistoryFilter &o) const;
};

struct HistoryPage
{
    QVector<HistoryRow>
        rows; // newest first; deletions that an import brought along are among them, with negative ids
    int total = 0; // of the filter
    int all = 0; // of the server
    QStringList kinds; // that occur
    QVector<Actor> people; // that occur
    QHash<qint64, WipeRecord> wipes; // those that the rows tell of, by their number
};

HistoryPage readHistory(const Reader &reader, GuildId guild, const HistoryFilter &filter, int offset,
                        int limit);

// The settings as they were before that row, if every setting that it changed still has the value that it got then:
// otherwise somebody's later work would be lost. Nothing: cannot be reverted exactly.
std::optional<StoredConfig> configBefore(const StoredConfig &now, const HistoryRow &row);
