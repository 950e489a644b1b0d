// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/entities.h"

#include "bot/discord/json.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Discord {

namespace {

ChannelType channelTypeFrom(qint64 number)
{
    const bool known = (number >= 0 && number <= 5) || (number >= 10 && number <= 16);
    return known ? ChannelType(number) : ChannelType::Unknown;
}

bool isThreadType(ChannelType type)
{
    return type == ChannelType::NewsThread || type == ChannelType::PublicThread
        || type == ChannelType::PrivateThread;
}

QVector<Overwrite> overwritesFrom(const QJsonArray &list)
{
    QVector<Overwrite> overwrites;
    for (const QJsonValue &element : list) {
        FieldReader fields(element.toObject());
        Overwrite one;
        one.id = fields.requiredId<RoleId>("id"_L1).value;
        one.member = fields.requiredInteger("type"_L1) == 1;
        one.allow = fields.bits("allow"_L1);
        one.deny = fields.bits("deny"_L1);
        if (!fields.error())
            overwrites.append(one);
    }
    return overwrites;
}

// Inside a snapshot a channel must not vanish because one of its fields is odd: "not in the list" would be
// taken for "deleted while away" (PROTOCOL 2.4). Its id alone still proves that it lives.
QVector<Channel> channelsOfSnapshot(const QJsonArray &list, GuildId guild)
{
    QVector<Channel> channels;
    for (const QJsonValue &element : list) {
        const QJsonObject json = element.toObject();
        Result<Channel> read = Channel::fromJson(json);
        Channel channel;
        if (read) {
            channel = std::move(read).value();
        } else {
            channel.id = ChannelId::fromJson(json.value("id"_L1));
            channel.parent = ChannelId::fromJson(json.value("parent_id"_L1));
            channel.name = sanitised(json.value("name"_L1).toString());
        }
        if (!channel.id)
            continue;
        channel.guild = guild;
        channels.append(channel);
    }
    return channels;
}

QVector<ReceivedEmbed> embedsFrom(const QJsonArray &list)
{
    QVector<ReceivedEmbed> embeds;
    for (const QJsonValue &element : list) {
        FieldReader fields(element.toObject());
        ReceivedEmbed embed;
        embed.title = fields.text("title"_L1);
        embed.description = fields.text("description"_L1);
        for (const QJsonValue &field : element["fields"_L1].toArray()) {
            FieldReader part(field.toObject());
            embed.fields.append({part.text("name"_L1), part.text("value"_L1)});
        }
        embeds.append(embed);
    }
    return embeds;
}

AuditAction auditActionFrom(qint64 number)
{
    const bool known = (number >= 10 && number <= 12) || (number >= 110 && number <= 112);
    return known ? AuditAction(number) : AuditAction::Other;
}

std::optional<bool> newFlag(const QJsonObject &change)
{
    const QJsonValue value = change.value("new_value"_L1);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

// The old or new parent of a channel: an id, or null for "none"; nothing when the change does not say.
std::optional<ChannelId> changedParent(const QJsonObject &change, QLatin1StringView key)
{
    const QJsonValue value = change.value(key);
    if (value.isUndefined())
        return {};
    return ChannelId::fromJson(value);
}

void readAuditChanges(const QJsonArray &changes, AuditEntry *entry)
{
    for (const QJsonValue &element : changes) {
        const QJsonObject change = element.toObject();
        const QString key = change.value("key"_L1).toString();
        if (key == "parent_id"_L1) {
            entry->oldParent = changedParent(change, "old_value"_L1);
            entry->newParent = changedParent(change, "new_value"_L1);
        } else if (key == "archived"_L1) {
            entry->archived = newFlag(change);
        } else if (key == "locked"_L1) {
            entry->locked = newFlag(change);
        } else if (key == "name"_L1) {
            const QString newName = change.value("new_value"_L1).toString();
            entry->name = sanitised(newName.isEmpty() ? change.value("old_value"_L1).toString() : newName);
        }
    }
}

} // namespace

Result<User> User::fromJson(const QJsonObject &json)
{
    FieldReader fields(json);
    User user;
    user.id = fields.requiredId<UserId>("id"_L1);
    user.username = fields.text("username"_L1);
    user.globalName = fields.text("global_name"_L1);
    user.avatar = fields.text("avatar"_L1);
    user.bot = fields.flag("bot"_L1);
    return fields.finish(user);
}

Result<Member> Member::fromJson(const QJsonObject &json)
{
    FieldReader fields(json);
    Member member;
    member.user = fields.child<User>("user"_L1).value_or(User());
    member.nick = fields.text("nick"_L1);
    member.roles = fields.ids<RoleId>("roles"_L1);
    std::sort(member.roles.begin(), member.roles.end());
    member.roles.erase(std::unique(member.roles.begin(), member.roles.end()), member.roles.end());
    return fields.finish(member);
}

Result<Role> Role::fromJson(const QJsonObject &json)
{
    FieldReader fields(json);
    Role role;
    role.id = fields.requiredId<RoleId>("id"_L1);
    role.name = fields.text("name"_L1);
    role.colour = fields.smallInteger("color"_L1);
    role.position = fields.smallInteger("position"_L1);
    role.permissions = fields.bits("permissions"_L1);
    role.managed = fields.flag("managed"_L1);
    role.mentionable = fields.flag("mentionable"_L1);
    return fields.finish(role);
}

Result<Channel> Channel::fromJson(const QJsonObject &json)
{
    FieldReader fields(json);
    Channel channel;
    channel.id = fields.requiredId<ChannelId>("id"_L1);
    channel.guild = fields.id<GuildId>("guild_id"_L1);
    channel.type = channelTypeFrom(fields.integer("type"_L1, -1));
    channel.name = fields.text("name"_L1);
    channel.parent = fields.id<ChannelId>("parent_id"_L1);
    channel.owner = fields.id<UserId>("owner_id"_L1);
    channel.lastMessage = fields.id<MessageId>("last_message_id"_L1);
    channel.position = fields.smallInteger("position"_L1);
    channel.overwrites = overwritesFrom(fields.array("permission_overwrites"_L1));
    if (isThreadType(channel.type) || fields.has("thread_metadata"_L1)) {
        FieldReader metadata(fields.object("thread_metadata"_L1));
        ThreadState state;
        state.archived = metadata.flag("archived"_L1);
        state.locked = metadata.flag("locked"_L1);
        state.archiveTimestampMs = metadata.timestamp("archive_timestamp"_L1);
        state.createdAtMs = metadata.timestamp("create_timestamp"_L1);
        if (metadata.error() && !fields.error())
            return inside(u"thread_metadata"_s, *metadata.error());
        channel.thread = state;
    }
    return fields.finish(channel);
}

Result<Guild> Guild::fromJson(const QJsonObject &json)
{
    FieldReader fields(json);
    Guild guild;
    guild.id = fields.requiredId<GuildId>("id"_L1);
    guild.name = fields.text("name"_L1);
    guild.icon = fields.text("icon"_L1);
    guild.owner = fields.id<UserId>("owner_id"_L1);
    guild.preferredLocale = fields.text("preferred_locale"_L1);
    guild.memberCount = fields.smallInteger("member_count"_L1);
    guild.unavailable = fields.flag("unavailable"_L1);
    guild.roles = fields.children<Role>("roles"_L1);
    guild.channels = channelsOfSnapshot(fields.array("channels"_L1), guild.id);
    guild.threads = channelsOfSnapshot(fields.array("threads"_L1), guild.id);
    guild.members = fields.children<Member>("members"_L1);
    guild.members.removeIf([](const Member &member) { return !member.user.id; });
    return fields.finish(guild);
}

Result<Message> Message::fromJson(const QJsonObject &json)
{
    FieldReader fields(json);
    Message message;
    message.id = fields.requiredId<MessageId>("id"_L1);
    message.channel = fields.requiredId<ChannelId>("channel_id"_L1);
    message.guild = fields.id<GuildId>("guild_id"_L1);
    message.author = fields.requiredChild<User>("author"_L1);
    message.type = fields.smallInteger("type"_L1);
    message.webhook = bool(fields.id<UserId>("webhook_id"_L1));
    for (const User &mentioned : fields.children<User>("mentions"_L1))
        message.mentions.append(mentioned.id);
    message.embeds = embedsFrom(fields.array("embeds"_L1));
    // A webhook has no member; a missing role list is "unknown", not "no roles" (PROTOCOL 2.4 step 5).
    const QJsonObject member = fields.object("member"_L1);
    if (member.value("roles"_L1).isArray() && !message.webhook) {
        if (Result<Member> read = Member::fromJson(member))
            message.memberRoles = read->roles;
    }
    return fields.finish(message);
}

Result<AuditEntry> AuditEntry::fromJson(const QJsonObject &json)
{
    FieldReader fields(json);
    AuditEntry entry;
    entry.id = fields.requiredId<AuditEntryId>("id"_L1);
    entry.action = auditActionFrom(fields.requiredInteger("action_type"_L1));
    entry.target = fields.id<ChannelId>("target_id"_L1).value;
    entry.user = fields.id<UserId>("user_id"_L1);
    entry.reason = fields.text("reason"_L1);
    readAuditChanges(fields.array("changes"_L1), &entry);
    return fields.finish(entry);
}

Result<Application> Application::fromJson(const QJsonObject &json)
{
    FieldReader fields(json);
    Application application;
    application.id = fields.requiredId<ApplicationId>("id"_L1);
    application.name = fields.text("name"_L1);
    application.flags = quint64(std::max<qint64>(0, fields.integer("flags"_L1)));
    return fields.finish(application);
}

Permissions guildPermissions(const Guild &guild, UserId user, const QVector<RoleId> &memberRoles)
{
    if (user && user == guild.owner)
        return Permission::All;
    Permissions granted = 0;
    for (const Role &role : guild.roles) {
        // The @everyone role has the server's own id.
        if (role.id.value == guild.id.value || memberRoles.contains(role.id))
            granted |= role.permissions;
    }
    return granted & Permission::Administrator ? Permission::All : granted;
}

Permissions channelPermissions(const Guild &guild, const Channel &channel, UserId user,
                               const QVector<RoleId> &memberRoles)
{
    Permissions granted = guildPermissions(guild, user, memberRoles);
    if (granted == Permission::All)
        return granted;

    // The order is Discord's: @everyone first, then all of the member's roles together, the member itself
    // last.
    Permissions roleAllow = 0;
    Permissions roleDeny = 0;
    const Overwrite *own = nullptr;
    for (const Overwrite &overwrite : channel.overwrites) {
        if (overwrite.member) {
            if (overwrite.id == user.value)
                own = &overwrite;
        } else if (overwrite.id == guild.id.value) {
            granted = (granted & ~overwrite.deny) | overwrite.allow;
        } else if (memberRoles.contains(RoleId(overwrite.id))) {
            roleAllow |= overwrite.allow;
            roleDeny |= overwrite.deny;
        }
    }
    granted = (granted & ~roleDeny) | roleAllow;
    if (own)
        granted = (granted & ~own->deny) | own->allow;

    // What cannot be used without another permission is not there (Discord topics/permissions, "Implicit
    // Permissions").
    if (!(granted & Permission::ViewChannel))
        return 0;
    if (!(granted & Permission::SendMessages))
        granted &= ~(Permission::MentionEveryone | Permission::AttachFiles | Permission::EmbedLinks);
    return granted;
}

} // namespace Discord
