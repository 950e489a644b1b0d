// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/base/snowflake.h"

#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

// Discord's objects as value types: only the fields we use, read by fromJson() from what Discord sends. Ids that are
// required and missing or malformed are an Error that names the JSON path (PROTOCOL ); unknown fields and
// enum values are kept or ignored, never an error. All text is sanitised (no NUL, no lone surrogates).
namespace Discord {

// Permission bits (Discord topics/permissions). 64-bit, decimal strings on the wire.
using Permissions = quint64;
namespace Permission {
inline constexpr Permissions Administrator = 1ull << 3;
inline constexpr Permissions ManageChannels = 1ull << 4;
inline constexpr Permissions ManageGuild = 1ull << 5;
inline constexpr Permissions ViewAuditLog = 1ull << 7;
inline constexpr Permissions ViewChannel = 1ull << 10;
inline constexpr Permissions SendMessages = 1ull << 11;
inline constexpr Permissions EmbedLinks = 1ull << 14;
inline constexpr Permissions AttachFiles = 1ull << 15;
inline constexpr Permissions ReadMessageHistory = 1ull << 16;
inline constexpr Permissions MentionEveryone = 1ull << 17;
inline constexpr Permissions ManageThreads = 1ull << 34;
inline constexpr Permissions All = ~0ull;
} // namespace Permission

// Gateway intents (PROTOCOL P-01, P-02).
namespace Intent {
inline constexpr quint32 Default = (1u << 0) | (1u << 2) | (1u << 9); // 517
inline constexpr quint32 MessageContent = 1u << 15;
} // namespace Intent

struct User
{
    UserId id;
    QString username;
    QString globalName; // display name; empty when none
    QString avatar; // hash; empty when none
    bool bot = false;

    QString displayName() const { return globalName.isEmpty() ? username : globalName; }
    static Result<User> fromJson(const QJsonObject &json);
};

struct Member
{
    User user; // id 0 where Discord leaves the user out (MESSAGE_CREATE)
    QString nick;
    QVector<RoleId> roles; // sorted; without @everyone

    static Result<Member> fromJson(const QJsonObject &json);
};

struct Role
{
    RoleId id;
    QString name;
    int colour = 0; // 0xRRGGBB, 0 = none
    int position = 0;
    Permissions permissions = 0;
    bool managed = false; // belongs to a bot or an integration
    bool mentionable = false;

    static Result<Role> fromJson(const QJsonObject &json);
};

struct Overwrite
{
    quint64 id = 0; // a role's or a user's
    bool member = false;
    Permissions allow = 0;
    Permissions deny = 0;
};

enum class ChannelType
{
    Text = 0,
    Dm = 1,
    Voice = 2,
    GroupDm = 3,
    Category = 4,
    News = 5,
    NewsThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Directory = 14,
    Forum = 15,
    Media = 16,
    Unknown = -1
};

struct ThreadState
{
    bool archived = false;
    bool locked = false;
    UtcMs archiveTimestampMs = 0; // when archived was last changed
    UtcMs createdAtMs = 0; // 0 when Discord does not say (threads before 2022)
};

struct Channel
{
    ChannelId id;
    GuildId guild; // 0 inside GUILD_CREATE until the parser fills it in
    ChannelType type = ChannelType::Unknown;
    QString name;
    ChannelId parent; // category of a channel, channel of a thread
    UserId owner; // of a thread
    MessageId lastMessage;
    int position = 0;
    QVector<Overwrite> overwrites;
    std::optional<ThreadState> thread;

    bool isThread() const { return thread.has_value(); }
    static Result<Channel> fromJson(const QJsonObject &json);
};

struct Guild
{
    GuildId id;
    QString name;
    QString icon;
    UserId owner;
    QString preferredLocale;
    int memberCount = 0;
    bool unavailable = false;
    QVector<Role> roles;
    QVector<Channel> channels;
    QVector<Channel> threads; // active ones that the bot can see
    QVector<Member> members; // those Discord sent: at least the bot itself

    static Result<Guild> fromJson(const QJsonObject &json);
};

// The parts of another ticket bot's embed that we read; in RAM only, never stored as text (PROTOCOL S-05).
struct EmbedField
{
    QString name;
    QString value;
};
struct ReceivedEmbed
{
    QString title;
    QString description;
    QVector<EmbedField> fields;
};

struct Message
{
    MessageId id;
    ChannelId channel;
    GuildId guild;
    User author;
    std::optional<QVector<RoleId>> memberRoles; // absent in REST answers and for webhooks
    int type = 0; // 0 default, 19 reply are human talk (METRICS M-04)
    bool webhook = false;
    QVector<UserId> mentions;
    QVector<ReceivedEmbed> embeds; // empty without Message Content

    static Result<Message> fromJson(const QJsonObject &json);
};

// Audit log action types that concern tickets (PROTOCOL 2.4 step 2).
enum class AuditAction
{
    ChannelCreate = 10,
    ChannelUpdate = 11,
    ChannelDelete = 12,
    ThreadCreate = 110,
    ThreadUpdate = 111,
    ThreadDelete = 112,
    Other = 0
};

struct AuditEntry
{
    AuditEntryId id; // its snowflake time is the time of the action
    AuditAction action = AuditAction::Other;
    quint64 target = 0;
    UserId user;
    QString reason;
    // From `changes`; absent when the entry does not name them.
    std::optional<ChannelId> oldParent;
    std::optional<ChannelId> newParent;
    std::optional<bool> archived; // new values
    std::optional<bool> locked;
    QString name; // new name of the channel, or its old one for a deletion

    static Result<AuditEntry> fromJson(const QJsonObject &json);
};

// GET /applications/@me
struct Application
{
    ApplicationId id;
    QString name;
    quint64 flags = 0;

    bool mayAskForMessageContent() const { return flags & ((1ull << 18) | (1ull << 19)); } // PROTOCOL P-02
    static Result<Application> fromJson(const QJsonObject &json);
};

// The bot's effective permissions in a channel (Discord topics/permissions, "Permission Overwrites"); a thread is asked
// for with its parent channel. memberRoles without @everyone.
Permissions guildPermissions(const Guild &guild, UserId user, const QVector<RoleId> &memberRoles);
Permissions channelPermissions(const Guild &guild, const Channel &channel, UserId user,
                               const QVector<RoleId> &memberRoles);

} // namespace Discord
