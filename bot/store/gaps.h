// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/result.h"
#include "bot/base/snowflake.h"
#include "bot/tickets/statistics.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

class QSqlDatabase;
class Writer;

// Where the bot did not look (PROTOCOL 2.5, METRICS M-07). A gap gets its row when it is over; until then two keys of the
// table meta tell when and why it began, so that whoever asks meanwhile, and the next start after a crash, knows of it.

// While it is connected, the bot marks this often that it lives (Writer::markAlive).
inline constexpr qint64 AliveIntervalMs = MinuteMs;

// The server is out of sight since then, until forgetGap().
Status rememberGap(Writer &writer, GuildId guild, UtcMs fromMs, const QString &cause);
Status forgetGap(Writer &writer, GuildId guild);

// What was remembered and not forgotten.
std::optional<CoverageGap> rememberedGap(const QSqlDatabase &database, GuildId guild);

// Since when nobody looks, as known at `nowMs`: what was remembered, or the last sign of life where that lies too far back
// for a bot that is connected. Nothing for a server that was never seen: see importedGap().
std::optional<CoverageGap> ongoingGap(const QSqlDatabase &database, GuildId guild, UtcMs nowMs);

// Between the newest record of a server's imports and the end of the bot's first look at it nobody recorded. It is not stored
// but follows from both, so that a later copy makes it shorter and undoing an import moves it. It goes on while the bot never
// looked.
inline constexpr auto ImportedCause = QLatin1StringView("imported");
std::optional<CoverageGap> importedGap(const QSqlDatabase &database, GuildId guild);
Status noteFirstLook(Writer &writer, GuildId guild, UtcMs atMs); // once; later calls change nothing

// Before the server's first ticket, or the bot's first look at it where that came earlier, nothing was recorded. Nothing while
// there is neither.
inline constexpr auto UnrecordedCause = QLatin1StringView("not recorded");
std::optional<CoverageGap> unrecordedGap(const QSqlDatabase &database, GuildId guild, UtcMs firstOpenedMs);

// Gaps of single channels: the bot was there and looked, but not into these (PROTOCOL P-04, N-13). Until such a channel is
// read, what its ticket seems to lack is unknown and not "none".

// The tickets whose messages cannot be read now, and why: each gets a gap of its own from `fromMs` on, which ends when it was
// `read`. What was not read before a channel was deleted is lost for good.
Status markUnreadable(Writer &writer, GuildId guild, const QHash<ChannelId, QString> &tickets,
                      const QList<ChannelId> &read, UtcMs fromMs, UtcMs nowMs);

// Channels with something out of reach, now or for good.
QSet<ChannelId> channelsWithGaps(const QSqlDatabase &database, GuildId guild);
