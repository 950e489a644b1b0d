// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/result.h"
#include "bot/base/snowflake.h"

#include <QHash>
#include <QList>
#include <QSet>

class QSqlDatabase;
class Writer;

// Gaps of single channels: the bot was there and looked, but not into these (PROTOCOL P-04, N-13). Until such a channel is
// read, what its ticket seems to lack is unknown and not "none".

// The tickets whose messages cannot be read now, and why: each gets a gap of its own from `fromMs` on, which ends when it was
// `read`. What was not read before a channel was deleted is lost for good.
Status markUnreadable(Writer &writer, GuildId guild, const QHash<ChannelId, QString> &tickets,
                      const QList<ChannelId> &read, UtcMs fromMs, UtcMs nowMs);

// Channels with something out of reach, now or for good.
QSet<ChannelId> channelsWithGaps(const QSqlDatabase &database, GuildId guild);
