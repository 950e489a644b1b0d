// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/entities.h"
#include "bot/discord/interaction.h"

#include <QJsonObject>

#include <variant>

// Gateway dispatch events as values. parseEvent() never fails hard: an unknown name is UnknownEvent, a known event with
// a broken required field is MalformedEvent (PROTOCOL R-06), so one bad frame never costs the connection.
namespace Discord {

struct Ready
{
    QString sessionId;
    QString resumeUrl;
    User self;
    ApplicationId application;
    QVector<GuildId> guilds;
};
struct Resumed
{ };
struct GuildCreate
{
    Guild guild;
}; // also "available again" and "joined"
struct GuildUpdate
{
    Guild guild;
}; // without channels, threads and members
struct GuildDelete
{
    GuildId guild;
    bool unavailable = false;
};
struct RoleUpsert
{
    GuildId guild;
    Role role;
};
struct RoleDelete
{
    GuildId guild;
    RoleId role;
};
struct ChannelCreate
{
    Channel channel;
};
struct ChannelUpdate
{
    Channel channel;
};
struct ChannelDelete
{
    Channel channel;
};
struct ThreadCreate
{
    Channel thread;
    bool newlyCreated = false;
}; // false: we were merely added to it
struct ThreadUpdate
{
    Channel thread;
};
struct ThreadDelete
{
    GuildId guild;
    ChannelId thread;
    ChannelId parent;
};
struct ThreadListSync
{
    GuildId guild;
    QVector<ChannelId> parents;
    QVector<Channel> threads;
}; // no parents = whole guild
struct MessageCreate
{
    Message message;
};
struct MessagesDeleted
{
    GuildId guild;
    ChannelId channel;
    QVector<MessageId> ids;
}; // MESSAGE_DELETE and _BULK
struct MemberUpdate
{
    GuildId guild;
    Member member;
};
struct MemberRemove
{
    GuildId guild;
    UserId user;
};
struct AuditLogEntryCreate
{
    GuildId guild;
    AuditEntry entry;
};
struct InteractionCreate
{
    Interaction interaction;
};
struct SendsLimited
{
    qint64 retryAfterMs = 0;
}; // RATE_LIMITED
struct UnknownEvent
{
    QString name;
    bool ignored =
        false; // one that our intents bring and that says nothing to us: an edit (M-25), a pin, a ban
};
struct MalformedEvent
{
    QString name;
    QString path;
    GuildId guild;
    ChannelId channel;
}; // ids where they were readable

using Event =
    std::variant<Ready, Resumed, GuildCreate, GuildUpdate, GuildDelete, RoleUpsert, RoleDelete, ChannelCreate,
                 ChannelUpdate, ChannelDelete, ThreadCreate, ThreadUpdate, ThreadDelete, ThreadListSync,
                 MessageCreate, MessagesDeleted, MemberUpdate, MemberRemove, AuditLogEntryCreate,
                 InteractionCreate, SendsLimited, UnknownEvent, MalformedEvent>;

Event parseEvent(const QString &name, const QJsonObject &data);

} // namespace Discord
