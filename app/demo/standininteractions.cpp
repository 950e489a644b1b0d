// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standininteractions.h"

#include "app/demo/demoworld.h"
#include "app/demo/standincommands.h"
#include "app/demo/standinforms.h"
#include "app/demo/standingateway.h"
#include "app/demo/standinmessages.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

// What people do in their clients. The bot's answers are in standincallbacks.cpp.
namespace StandIn {

namespace {
enum OptionType
{
    UserOption = 6,
    ChannelOption = 7,
    RoleOption = 8
};
constexpr int UserSelectType = 5; // component types
constexpr int RoleSelectType = 6;

QJsonObject idMap(const QList<quint64> &ids, const std::function<QJsonObject(quint64)> &value)
{
    QJsonObject json;
    for (const quint64 id : ids) {
        const QJsonObject entry = value(id);
        if (!entry.isEmpty())
            json.insert(World::idText(id), entry);
    }
    return json;
}
} // namespace

Interactions::Interactions(DemoWorld &world, Gateway &gateway, Commands &commands, Messages &messages,
                           QObject *parent)
    : QObject(parent), m_world(world), m_gateway(gateway), m_commands(commands), m_messages(messages)
{
    m_clock.start();
}

Interactions::Interaction *Interactions::make(int type, quint64 guild, quint64 channel, quint64 user,
                                              const QString &locale)
{
    const World::Data &data = m_world.data();
    const World::Guild *const g = data.guild(guild);
    if (!g || !data.botIsIn(guild) || !g->members.contains(user) || !data.channel(channel)) {
        qWarning("Nobody can do that: the server, its member or its channel does not exist");
        return nullptr;
    }
    Interaction made;
    made.id = m_world.newId();
    made.type = type;
    made.token = QString::fromLatin1(
        QCryptographicHash::hash("interaction " + QByteArray::number(made.id), QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    made.guild = guild;
    made.channel = channel;
    made.user = user;
    made.locale = locale;
    made.createdAtMs = m_clock.elapsed();
    m_tokens.insert(made.token, made.id);
    return &*m_interactions.insert(made.id, made);
}

void Interactions::send(const Interaction &interaction, const QJsonObject &data, const QJsonObject &message)
{
    const World::Data &world = m_world.data();
    const World::Guild &guild = *world.guild(interaction.guild);
    const World::Channel &channel = *world.channel(interaction.channel);
    QJsonObject member = world.memberJson(guild, interaction.user);
    member.insert(u"permissions"_s, QString::number(world.permissionsIn(interaction.user, channel)));
    QJsonObject partialChannel = world.channelJson(channel);
    partialChannel.insert(u"permissions"_s, member.value("permissions"_L1));
    QJsonObject json{{u"id"_s, World::idText(interaction.id)},
                     {u"application_id"_s, World::idText(world.bot)},
                     {u"type"_s, interaction.type},
                     {u"token"_s, interaction.token},
                     {u"version"_s, 1},
                     {u"guild_id"_s, World::idText(guild.id)},
                     {u"guild"_s,
                      QJsonObject{{u"id"_s, World::idText(guild.id)},
                                  {u"locale"_s, guild.locale},
                                  {u"features"_s, QJsonArray()}}},
                     {u"guild_locale"_s, guild.locale},
                     {u"channel_id"_s, World::idText(channel.id)},
                     {u"channel"_s, partialChannel},
                     {u"member"_s, member},
                     {u"app_permissions"_s, QString::number(world.permissionsIn(world.bot, channel))},
                     {u"locale"_s, interaction.locale},
                     {u"entitlements"_s, QJsonArray()},
                     {u"entitlement_sku_ids"_s, QJsonArray()},
                     {u"authorizing_integration_owners"_s, QJsonObject{{u"0"_s, World::idText(guild.id)}}},
                     {u"context"_s, 0},
                     {u"attachment_size_limit"_s, 10485760},
                     {u"data"_s, data}};
    if (!message.isEmpty())
        json.insert(u"message"_s, message);
    m_gateway.dispatch(u"INTERACTION_CREATE"_s, json, World::None);
}

QJsonObject Interactions::resolved(quint64 guild, const QList<quint64> &users, const QList<quint64> &roles,
                                   const QList<quint64> &channels) const
{
    const World::Data &world = m_world.data();
    const World::Guild &g = *world.guild(guild);
    QJsonObject json;
    const auto add = [&json](const QString &kind, const QJsonObject &map) {
        if (!map.isEmpty())
            json.insert(kind, map);
    };
    add(u"users"_s, idMap(users, [&world](quint64 id) {
            return world.users.contains(id) ? world.userJson(id) : QJsonObject();
        }));
    add(u"members"_s, idMap(users, [&world, &g](quint64 id) {
            if (!g.members.contains(id))
                return QJsonObject();
            QJsonObject member = world.memberJson(g, id, false); // partial: no user, deaf and mute here
            member.remove("deaf"_L1);
            member.remove("mute"_L1);
            member.insert(u"permissions"_s, QString::number(world.guildPermissions(id, g)));
            return member;
        }));
    add(u"roles"_s, idMap(roles, [&world, &g](quint64 id) {
            const auto it = g.roles.find(id);
            return it == g.roles.end() ? QJsonObject() : world.roleJson(it->second);
        }));
    add(u"channels"_s, idMap(channels, [this](quint64 id) { return m_world.channelJson(id); }));
    return json;
}

quint64 Interactions::runCommand(quint64 guild, quint64 channel, quint64 user, const QString &command,
                                 const QJsonArray &options, const QString &locale, bool autocomplete)
{
    const QJsonObject registered = m_commands.find(guild, command);
    if (registered.isEmpty()) {
        qWarning("No command /%s is registered, so nobody can run it", qUtf8Printable(command));
        return 0;
    }
    Interaction *const interaction =
        make(autocomplete ? Kind::Autocomplete : Kind::Command, guild, channel, user, locale);
    if (!interaction)
        return 0;
    interaction->name = command;
    QList<quint64> users;
    QList<quint64> roles;
    QList<quint64> channels;
    QJsonArray filled;
    for (const QJsonValue &value : options) {
        QJsonObject option = value.toObject();
        for (const QJsonValue &known : registered.value("options"_L1).toArray()) {
            if (!option.contains("type"_L1) && known.toObject().value("name"_L1) == option.value("name"_L1))
                option.insert(u"type"_s, known.toObject().value("type"_L1));
        }
        const quint64 id = option.value("value"_L1).toString().toULongLong();
        switch (option.value("type"_L1).toInt()) {
        case UserOption:
            users.append(id);
            break;
        case RoleOption:
            roles.append(id);
            break;
        case ChannelOption:
            channels.append(id);
            break;
        default:
            break;
        }
        filled.append(option);
    }
    QJsonObject data{{u"id"_s, registered.value("id"_L1)},
                     {u"name"_s, command},
                     {u"type"_s, registered.value("type"_L1).toInt(1)}};
    if (!filled.isEmpty())
        data.insert(u"options"_s, filled);
    const QJsonObject found = resolved(guild, users, roles, channels);
    if (!found.isEmpty())
        data.insert(u"resolved"_s, found);
    if (registered.contains("guild_id"_L1))
        data.insert(u"guild_id"_s, registered.value("guild_id"_L1));
    const quint64 id = interaction->id;
    send(*interaction, data, {});
    return id;
}

quint64 Interactions::messageOf(quint64 interaction) const
{
    return m_interactions.value(interaction).message;
}

// Public messages are looked up in the world first: the bot may have edited or deleted them there.
const Interactions::Shown *Interactions::shown(quint64 message)
{
    const auto it = m_shown.find(message);
    if (it != m_shown.end() && it->ephemeral)
        return &*it;
    for (const auto &[id, channel] : m_world.data().channels) {
        const auto found = channel.messages.find(message);
        if (found == channel.messages.end())
            continue;
        Shown &entry = m_shown[message];
        entry.message = found->second;
        return &entry;
    }
    return nullptr;
}

quint64 Interactions::component(quint64 onMessage, const QString &customId, const QStringList *values,
                                quint64 user, const QString &locale)
{
    const Shown *const source = shown(onMessage);
    if (!source || (source->ephemeral && source->viewer != user))
        return 0; // nothing to press there for this person
    QJsonObject found;
    for (const QJsonValue &value : interactiveComponents(source->message.components)) {
        if (value.toObject().value("custom_id"_L1).toString() == customId)
            found = value.toObject();
    }
    if (found.isEmpty() || found.value("disabled"_L1).toBool())
        return 0;
    const World::Message message = source->message;
    const World::Channel *const channel = m_world.data().channel(message.channel);
    Interaction *const interaction =
        make(Kind::Component, channel ? channel->guild : 0, message.channel, user, locale);
    if (!interaction)
        return 0;
    interaction->sourceMessage = message.id;
    const int type = found.value("type"_L1).toInt();
    QJsonObject data{{u"custom_id"_s, customId}, {u"component_type"_s, type}};
    if (values) {
        data.insert(u"values"_s, QJsonArray::fromStringList(*values));
        QList<quint64> ids;
        for (const QString &value : *values)
            ids.append(value.toULongLong());
        if (type == UserSelectType)
            data.insert(u"resolved"_s, resolved(channel->guild, ids, {}, {}));
        else if (type == RoleSelectType)
            data.insert(u"resolved"_s, resolved(channel->guild, {}, ids, {}));
    }
    const quint64 id = interaction->id;
    send(*interaction, data, m_world.data().messageJson(message));
    return id;
}

quint64 Interactions::submit(quint64 onInteraction, const QHash<QString, QString> &fields, quint64 user,
                             const QString &customId)
{
    const Interaction opened = m_interactions.value(onInteraction);
    if (opened.modal.value("custom_id"_L1).toString() != customId || opened.user != user)
        return 0; // no such form is open for this person
    Interaction *const interaction =
        make(Kind::ModalSubmit, opened.guild, opened.channel, user, opened.locale);
    if (!interaction)
        return 0;
    interaction->sourceMessage = opened.sourceMessage;
    const auto filled = [&fields](const QJsonObject &input) {
        const QString inputId = input.value("custom_id"_L1).toString();
        return QJsonObject{{u"type"_s, input.value("type"_L1)},
                           {u"id"_s, 2},
                           {u"custom_id"_s, inputId},
                           {u"value"_s, fields.value(inputId, input.value("value"_L1).toString())}};
    };
    QJsonArray components; // the form's own layout, filled in
    for (const QJsonValue &value : opened.modal.value("components"_L1).toArray()) {
        const QJsonObject outer = value.toObject();
        QJsonObject answer{{u"type"_s, outer.value("type"_L1)}, {u"id"_s, 1}};
        if (outer.contains("component"_L1)) {
            answer.insert(u"component"_s, filled(outer.value("component"_L1).toObject()));
        } else {
            QJsonArray inner;
            for (const QJsonValue &input : outer.value("components"_L1).toArray())
                inner.append(filled(input.toObject()));
            answer.insert(u"components"_s, inner);
        }
        components.append(answer);
    }
    const Shown *const source = opened.sourceMessage ? shown(opened.sourceMessage) : nullptr;
    const QJsonObject message = source ? m_world.data().messageJson(source->message) : QJsonObject();
    const quint64 id = interaction->id;
    send(*interaction, {{u"custom_id"_s, customId}, {u"components"_s, components}}, message);
    return id;
}

StandInDiscord::Reply Interactions::reply(quint64 interaction) const
{
    const Interaction known = m_interactions.value(interaction);
    StandInDiscord::Reply reply;
    reply.callbackType = known.callbackType;
    reply.acknowledgedAfterMs = known.acknowledgedAfterMs;
    reply.ephemeral = known.ephemeral;
    reply.choices = known.choices;
    reply.modal = known.modal;
    reply.edits = known.edits;
    const bool deferred = (known.callbackType == 5 || known.callbackType == 6) && known.edits == 0;
    const auto it = m_shown.constFind(known.message);
    if (!deferred && it != m_shown.constEnd()) {
        reply.message = m_world.data().messageJson(it->message);
        reply.files = it->files;
    }
    for (const quint64 id : known.followUps)
        reply.followUps.append(m_world.data().messageJson(m_shown.value(id).message));
    return reply;
}

} // namespace StandIn
