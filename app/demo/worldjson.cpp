// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/worlddata.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// The world as Discord writes it. Every field that the documents call present is present, null included:
// clients of other authors read more of them than ours does.
namespace World {

namespace {
constexpr QJsonValue::Type Null = QJsonValue::Null;

QJsonArray idArray(const QList<quint64> &ids)
{
    QJsonArray result;
    for (const quint64 id : ids)
        result.append(idText(id));
    return result;
}
} // namespace

QJsonObject Data::userJson(quint64 id) const
{
    const User user = users.value(id, User{id, u"deleted_user"_s, false});
    QJsonObject json{{u"id"_s, idText(user.id)},
                     {u"username"_s, user.name},
                     {u"discriminator"_s, user.bot ? idText(user.id % 9000 + 1000) : u"0"_s},
                     {u"global_name"_s, user.bot ? QJsonValue(Null) : QJsonValue(user.name)},
                     {u"avatar"_s, Null},
                     {u"avatar_decoration_data"_s, Null},
                     {u"banner"_s, Null},
                     {u"accent_color"_s, Null},
                     {u"primary_guild"_s, Null},
                     {u"public_flags"_s, 0},
                     {u"flags"_s, 0}};
    if (user.bot)
        json.insert(u"bot"_s, true);
    return json;
}

QJsonObject Data::memberJson(const Guild &guild, quint64 user, bool withUser) const
{
    const Member member = guild.members.value(user);
    QJsonObject json{{u"avatar"_s, Null},
                     {u"banner"_s, Null},
                     {u"communication_disabled_until"_s, Null},
                     {u"deaf"_s, false},
                     {u"flags"_s, 0},
                     {u"joined_at"_s, timestamp(member.joinedAtMs)},
                     {u"mute"_s, false},
                     {u"nick"_s, Null},
                     {u"pending"_s, false},
                     {u"premium_since"_s, Null},
                     {u"roles"_s, idArray(member.roles)}};
    if (withUser)
        json.insert(u"user"_s, userJson(user));
    return json;
}

QJsonObject Data::roleJson(const Role &role) const
{
    QJsonObject json{{u"id"_s, idText(role.id)},
                     {u"name"_s, role.name},
                     {u"color"_s, role.colour},
                     {u"colors"_s,
                      QJsonObject{{u"primary_color"_s, role.colour},
                                  {u"secondary_color"_s, Null},
                                  {u"tertiary_color"_s, Null}}},
                     {u"description"_s, Null},
                     {u"flags"_s, 0},
                     {u"hoist"_s, false},
                     {u"icon"_s, Null},
                     {u"managed"_s, role.botId != 0},
                     {u"mentionable"_s, false},
                     {u"permissions"_s, QString::number(role.permissions)},
                     {u"position"_s, role.position},
                     {u"unicode_emoji"_s, Null}};
    if (role.botId != 0)
        json.insert(u"tags"_s, QJsonObject{{u"bot_id"_s, idText(role.botId)}});
    return json;
}

QJsonObject Data::threadMemberJson(const Channel &thread, quint64 user) const
{
    return {{u"id"_s, idText(thread.id)},
            {u"user_id"_s, idText(user)},
            {u"join_timestamp"_s, timestamp(thread.thread->createdMs)},
            {u"flags"_s, 1}};
}

QJsonObject Data::channelJson(const Channel &channel) const
{
    QJsonObject json{
        {u"id"_s, idText(channel.id)}, {u"guild_id"_s, idText(channel.guild)},     {u"type"_s, channel.type},
        {u"name"_s, channel.name},     {u"parent_id"_s, idOrNull(channel.parent)}, {u"flags"_s, 0},
        {u"rate_limit_per_user"_s, 0}};
    if (channel.type != Category) {
        json.insert(u"last_message_id"_s, idOrNull(channel.lastMessage));
        json.insert(u"last_pin_timestamp"_s, Null);
    }
    if (channel.thread) {
        const Thread &thread = *channel.thread;
        const int messages = int(channel.messages.size());
        json.insert(u"owner_id"_s, idText(thread.owner));
        json.insert(u"message_count"_s, messages);
        json.insert(u"total_message_sent"_s, messages);
        json.insert(u"member_count"_s, int(std::min<qsizetype>(50, thread.members.size())));
        QJsonObject metadata{{u"archived"_s, thread.archived},
                             {u"archive_timestamp"_s, timestamp(thread.archiveMs)},
                             {u"auto_archive_duration"_s, 1440},
                             {u"locked"_s, thread.locked},
                             {u"create_timestamp"_s, timestamp(thread.createdMs)}};
        if (channel.type == PrivateThread)
            metadata.insert(u"invitable"_s, true);
        json.insert(u"thread_metadata"_s, metadata);
        if (thread.members.contains(bot))
            json.insert(u"member"_s, threadMemberJson(channel, bot));
        return json;
    }
    QJsonArray overwrites;
    for (const Overwrite &overwrite : channel.overwrites) {
        overwrites.append(QJsonObject{{u"id"_s, idText(overwrite.id)},
                                      {u"type"_s, overwrite.member ? 1 : 0},
                                      {u"allow"_s, QString::number(overwrite.allow)},
                                      {u"deny"_s, QString::number(overwrite.deny)}});
    }
    json.insert(u"permission_overwrites"_s, overwrites);
    json.insert(u"position"_s, channel.position);
    json.insert(u"nsfw"_s, false);
    if (channel.type == Text)
        json.insert(u"topic"_s, Null);
    return json;
}

QJsonObject Data::guildJson(const Guild &guild) const
{
    QJsonArray roles;
    for (const auto &[id, role] : guild.roles)
        roles.append(roleJson(role));
    return {{u"id"_s, idText(guild.id)},
            {u"name"_s, guild.name},
            {u"icon"_s, Null},
            {u"icon_hash"_s, Null},
            {u"splash"_s, Null},
            {u"discovery_splash"_s, Null},
            {u"description"_s, Null},
            {u"banner"_s, Null},
            {u"home_header"_s, Null},
            {u"owner_id"_s, idText(guild.owner)},
            {u"region"_s, u"deprecated"_s},
            {u"afk_channel_id"_s, Null},
            {u"afk_timeout"_s, 300},
            {u"application_id"_s, Null},
            {u"default_message_notifications"_s, 1},
            {u"emojis"_s, QJsonArray()},
            {u"explicit_content_filter"_s, 2},
            {u"features"_s, QJsonArray{u"COMMUNITY"_s}},
            {u"incidents_data"_s, Null},
            {u"max_members"_s, 500000},
            {u"max_presences"_s, Null},
            {u"max_stage_video_channel_users"_s, 50},
            {u"max_video_channel_users"_s, 25},
            {u"mfa_level"_s, 0},
            {u"nsfw"_s, false},
            {u"nsfw_level"_s, 0},
            {u"preferred_locale"_s, guild.locale},
            {u"premium_progress_bar_enabled"_s, false},
            {u"premium_subscription_count"_s, 0},
            {u"premium_tier"_s, 0},
            {u"public_updates_channel_id"_s, Null},
            {u"roles"_s, roles},
            {u"rules_channel_id"_s, Null},
            {u"safety_alerts_channel_id"_s, Null},
            {u"stickers"_s, QJsonArray()},
            {u"system_channel_flags"_s, 0},
            {u"system_channel_id"_s, Null},
            {u"vanity_url_code"_s, Null},
            {u"verification_level"_s, 1},
            {u"widget_channel_id"_s, Null},
            {u"widget_enabled"_s, false}};
}

QJsonObject Data::guildCreateJson(const Guild &guild) const
{
    QJsonArray channelList;
    for (const Channel *channel : channelsOf(guild.id)) {
        QJsonObject json = channelJson(*channel);
        json.remove("guild_id"_L1); // Discord leaves it out inside the guild
        channelList.append(json);
    }
    QJsonArray threads;
    for (const Channel *thread : threadsOf(guild.id)) {
        if (!thread->thread->archived && botSees(*thread))
            threads.append(channelJson(*thread));
    }
    QJsonObject json = guildJson(guild);
    json.insert(u"channels"_s, channelList);
    json.insert(u"threads"_s, threads);
    json.insert(u"joined_at"_s, timestamp(guild.members.value(bot).joinedAtMs));
    json.insert(u"large"_s, guild.members.size() > 50);
    json.insert(u"unavailable"_s, false);
    json.insert(u"member_count"_s, int(guild.members.size()));
    // Without the presences intent only the bot itself and people in voice channels are listed.
    json.insert(u"members"_s, QJsonArray{memberJson(guild, bot)});
    for (const QString &empty : {u"voice_states"_s, u"presences"_s, u"stage_instances"_s,
                                 u"guild_scheduled_events"_s, u"soundboard_sounds"_s})
        json.insert(empty, QJsonArray());
    return json;
}

QJsonObject Data::messageJson(const Message &message) const
{
    QJsonArray mentions;
    for (const quint64 user : message.mentions)
        mentions.append(userJson(user));
    QJsonObject json{{u"id"_s, idText(message.id)},
                     {u"channel_id"_s, idText(message.channel)},
                     {u"author"_s, userJson(message.author)},
                     {u"content"_s, message.content},
                     {u"timestamp"_s, timestamp(millisecondsOf(message.id))},
                     {u"edited_timestamp"_s,
                      message.editedAtMs ? QJsonValue(timestamp(message.editedAtMs)) : QJsonValue(Null)},
                     {u"tts"_s, false},
                     {u"mention_everyone"_s, message.mentionEveryone},
                     {u"mentions"_s, mentions},
                     {u"mention_roles"_s, idArray(message.mentionRoles)},
                     {u"attachments"_s, message.attachments},
                     {u"embeds"_s, message.embeds},
                     {u"components"_s, message.components},
                     {u"pinned"_s, false},
                     {u"flags"_s, message.flags},
                     {u"type"_s, message.type}};
    if (!message.webhookName.isEmpty()) {
        json.insert(u"author"_s,
                    QJsonObject{{u"id"_s, idText(message.author)},
                                {u"username"_s, message.webhookName},
                                {u"discriminator"_s, u"0000"_s},
                                {u"global_name"_s, Null},
                                {u"avatar"_s, Null},
                                {u"public_flags"_s, 0},
                                {u"bot"_s, true}});
        json.insert(u"webhook_id"_s, idText(message.author));
    }
    if (!message.nonce.isEmpty())
        json.insert(u"nonce"_s, message.nonce);
    if (message.reference != 0) {
        const Channel *const where = channel(message.channel);
        json.insert(u"message_reference"_s,
                    QJsonObject{{u"type"_s, 0},
                                {u"message_id"_s, idText(message.reference)},
                                {u"channel_id"_s, idText(message.channel)},
                                {u"guild_id"_s, idText(where ? where->guild : 0)}});
        json.insert(u"referenced_message"_s, Null);
    }
    if (message.application != 0)
        json.insert(u"application_id"_s, idText(message.application));
    if (!message.interactionMetadata.isEmpty()) {
        json.insert(u"interaction_metadata"_s, message.interactionMetadata);
        json.insert(u"webhook_id"_s, idText(message.application));
    }
    return json;
}

QJsonObject Data::gatewayMessageJson(const Message &message) const
{
    QJsonObject json = messageJson(message);
    const Channel *const where = channel(message.channel);
    if (!where)
        return json;
    json.insert(u"guild_id"_s, idText(where->guild));
    json.insert(u"channel_type"_s, where->type);
    const Guild *const g = guild(where->guild);
    if (g && message.webhookName.isEmpty() && g->members.contains(message.author))
        json.insert(u"member"_s, memberJson(*g, message.author, false));
    return json;
}

QJsonObject Data::auditJson(const AuditEntry &entry) const
{
    QJsonObject json{{u"id"_s, idText(entry.id)},
                     {u"action_type"_s, entry.action},
                     {u"target_id"_s, idOrNull(entry.target)},
                     {u"user_id"_s, idOrNull(entry.user)}};
    if (!entry.changes.isEmpty())
        json.insert(u"changes"_s, entry.changes);
    if (!entry.reason.isEmpty())
        json.insert(u"reason"_s, entry.reason);
    return json;
}

QJsonObject withoutContent(QJsonObject message)
{
    message.insert(u"content"_s, QString());
    for (const QString &field : {u"embeds"_s, u"attachments"_s, u"components"_s})
        message.insert(field, QJsonArray());
    message.remove("poll"_L1);
    return message;
}

} // namespace World
