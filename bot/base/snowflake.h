// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <QHash>
#include <QJsonValue>
#include <QString>

#include <compare>
#include <optional>

// Discord's first millisecond (PROTOCOL R-08; Discord reference, "Snowflakes").
inline constexpr UtcMs DiscordEpochMs = 1420070400000;

// Reads an id as PROTOCOL R-07 demands: a JSON string of 1..20 ASCII digits that fits 64 bits, or an integer
// of at most 2^53. Never through a double. Returns nothing for anything else, zero included.
std::optional<quint64> snowflakeFromJson(const QJsonValue &value);
std::optional<quint64> snowflakeFromText(QStringView text);

// A 64-bit id that knows what it is an id of. Zero means "none". Stored as SQLite INTEGER through toSql().
template <class Tag>
struct Id
{
    quint64 value = 0;

    constexpr Id() = default;
    constexpr explicit Id(quint64 v) : value(v) { }
    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;

    // UTC milliseconds at which Discord created the object (METRICS M-01).
    constexpr UtcMs createdAtMs() const { return UtcMs(value >> 22) + DiscordEpochMs; }
    QString toString() const { return QString::number(value); }
    qint64 toSql() const { return qint64(value); }
    static constexpr Id fromSql(qint64 v) { return Id(quint64(v)); }
    static Id fromJson(const QJsonValue &v) { return Id(snowflakeFromJson(v).value_or(0)); }
    static Id fromText(QStringView v) { return Id(snowflakeFromText(v).value_or(0)); }
    // The smallest id that Discord could give at that instant: for "after=" parameters and range queries.
    static constexpr Id atMs(UtcMs ms)
    {
        return Id(ms <= DiscordEpochMs ? 0 : quint64(ms - DiscordEpochMs) << 22);
    }
};

template <class Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

template <class Tag>
struct std::hash<Id<Tag>>
{
    size_t operator()(Id<Tag> id) const { return std::hash<quint64>()(id.value); }
};

using GuildId = Id<struct GuildTag>;
using ChannelId = Id<struct ChannelTag>; // channels, categories and threads share one id space
using RoleId = Id<struct RoleTag>;
using UserId = Id<struct UserTag>;
using MessageId = Id<struct MessageTag>;
using ApplicationId = Id<struct ApplicationTag>;
using InteractionId = Id<struct InteractionTag>;
using AuditEntryId = Id<struct AuditEntryTag>;
using CommandId = Id<struct CommandTag>;
