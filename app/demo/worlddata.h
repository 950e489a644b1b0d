// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <unordered_map>

// What DemoWorld holds, as plain values: the rules of Discord that only read (permissions, visibility, JSON)
// are members here, the changes with their events are DemoWorld's.
namespace World {

// Permission bits (Discord topics/permissions).
inline constexpr quint64 Administrator = 1ull << 3;
inline constexpr quint64 ViewAuditLog = 1ull << 7;
inline constexpr quint64 ViewChannel = 1ull << 10;
inline constexpr quint64 SendMessages = 1ull << 11;
inline constexpr quint64 ManageMessages = 1ull << 13;
inline constexpr quint64 EmbedLinks = 1ull << 14;
inline constexpr quint64 AttachFiles = 1ull << 15;
inline constexpr quint64 ReadMessageHistory = 1ull << 16;
inline constexpr quint64 MentionEveryone = 1ull << 17;
inline constexpr quint64 UseApplicationCommands = 1ull << 31;
inline constexpr quint64 ManageThreads = 1ull << 34;
inline constexpr quint64 SendInThreads = 1ull << 38;
inline constexpr quint64 AllPermissions = (1ull << 53) - 1;

// Gateway intents (Discord events/gateway, "List of Intents"). None: sent whatever was asked for.
enum Intent : int
{
    None = 0,
    Guilds = 1 << 0,
    GuildMembers = 1 << 1,
    GuildModeration = 1 << 2,
    GuildPresences = 1 << 8,
    GuildMessages = 1 << 9,
    MessageContent = 1 << 15,
};

// Application flags that grant the Message Content intent: approved, and for small bots.
inline constexpr quint64 MessageContentFlag = 1ull << 18;
inline constexpr quint64 MessageContentLimitedFlag = 1ull << 19;

enum ChannelType
{
    Text = 0,
    Category = 4,
    PublicThread = 11,
    PrivateThread = 12
};
enum AuditAction
{
    ChannelCreate = 10,
    ChannelUpdate = 11,
    ChannelDelete = 12,
    MemberRoleUpdate = 25,
    RoleCreate = 30,
    RoleUpdate = 31,
    RoleDelete = 32,
    ThreadCreate = 110,
    ThreadUpdate = 111,
    ThreadDelete = 112,
};

struct User
{
    quint64 id = 0;
    QString name;
    bool bot = false;
};

struct Role
{
    quint64 id = 0;
    QString name;
    quint64 permissions = 0;
    int colour = 0;
    int position = 0;
    quint64 botId = 0; // managed by this bot's membership
};

struct Member
{
    quint64 user = 0;
    QList<quint64> roles; // without @everyone
    qint64 joinedAtMs = 0;
};

struct Overwrite
{
    quint64 id = 0;
    bool member = false;
    quint64 allow = 0;
    quint64 deny = 0;
};

struct Message
{
    quint64 id = 0;
    quint64 channel = 0;
    quint64 author = 0; // a user's, or the webhook's id
    QString webhookName; // not empty: written through a webhook
    int type = 0;
    int flags = 0;
    QString content;
    QList<quint64> mentions;
    QList<quint64> mentionRoles;
    bool mentionEveryone = false;
    QJsonArray embeds;
    QJsonArray attachments;
    QJsonArray components;
    QString nonce;
    quint64 reference = 0; // the message it answers (type 19)
    qint64 editedAtMs = 0;
    quint64 application = 0;
    QJsonObject interactionMetadata;
};

struct Thread
{
    quint64 owner = 0;
    bool archived = false;
    bool locked = false;
    qint64 archiveMs = 0;
    qint64 createdMs = 0;
    QSet<quint64> members;
};

struct Channel
{
    quint64 id = 0;
    quint64 guild = 0;
    int type = Text;
    QString name;
    quint64 parent = 0;
    int position = 0;
    QList<Overwrite> overwrites;
    std::optional<Thread> thread;
    std::map<quint64, Message> messages;
    quint64 lastMessage = 0; // stays when that message is deleted, as at Discord
};

struct AuditEntry
{
    quint64 id = 0;
    int action = 0;
    quint64 user = 0;
    quint64 target = 0;
    QString reason;
    QJsonArray changes;
};

struct Guild
{
    quint64 id = 0;
    QString name;
    quint64 owner = 0;
    quint64 everyone = 0;
    quint64 botRole = 0;
    bool removed = false; // the bot is not a member
    bool out = false; // unavailable
    QString locale = QStringLiteral("en-US");
    std::map<quint64, Role> roles;
    QHash<quint64, Member> members;
    std::map<quint64, AuditEntry> audit;
};

struct Data
{
    quint64 bot = 0;
    std::function<qint64()> now;
    QHash<quint64, User> users;
    std::map<quint64, Guild> guilds;
    std::unordered_map<quint64, Channel> channels; // categories and threads too

    Guild *guild(quint64 id);
    const Guild *guild(quint64 id) const;
    Channel *channel(quint64 id);
    const Channel *channel(quint64 id) const;
    QList<const Channel *> channelsOf(quint64 guild) const; // by id: no threads
    QList<const Channel *> threadsOf(quint64 guild) const; // by id

    // Discord topics/permissions: base permissions, overwrites, implicit permissions, threads by their
    // parent.
    quint64 guildPermissions(quint64 user, const Guild &guild) const;
    quint64 permissionsIn(quint64 user, const Channel &channel) const;
    bool canSee(quint64 user,
                const Channel &channel) const; // private threads: members and Manage Threads only
    bool botSees(const Channel &channel) const { return canSee(bot, channel); }
    bool botIsIn(quint64 guild) const;

    QJsonObject userJson(quint64 user) const;
    QJsonObject memberJson(const Guild &guild, quint64 user, bool withUser = true) const;
    QJsonObject roleJson(const Role &role) const;
    QJsonObject channelJson(const Channel &channel) const;
    QJsonObject threadMemberJson(const Channel &thread, quint64 user) const;
    QJsonObject guildJson(const Guild &guild) const; // as GET /guilds/{id}
    QJsonObject guildCreateJson(const Guild &guild) const;
    QJsonObject messageJson(const Message &message) const; // as REST writes it
    QJsonObject gatewayMessageJson(const Message &message) const; // with guild_id and member
    QJsonObject auditJson(const AuditEntry &entry) const;
};

QString idText(quint64 id);
QJsonValue idOrNull(quint64 id);
QString timestamp(qint64 utcMs); // ISO 8601 with microseconds, as Discord writes it
qint64 millisecondsOf(quint64 id); // Discord reference, "Snowflakes"
quint64 firstIdAt(qint64 utcMs);
// The four fields that Message Content guards, emptied (Discord events/gateway, "Message Content Intent").
QJsonObject withoutContent(QJsonObject message);

} // namespace World
