// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"

#include <QString>

// Keys for imported things that Discord never gave an id. All have the highest bit set (negative in SQL), so
// they cannot meet a snowflake, and all follow from their content alone: importing again, or a later copy,
// gives the same keys.

// A message of an older bot's database, known by its row there, channel, time and author (MIGRATION.md). Ids
// of one ticket ascend with time, and with the row within a second.
MessageId legacyMessageId(qint64 sourceRow, ChannelId ticket, UtcMs atMs, UserId author);
// A category that is known by name only.
ChannelId legacyCategoryId(const QString &name);
inline bool isLegacyKey(quint64 id)
{
    return (id >> 63) != 0;
}
