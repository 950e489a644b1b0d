// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/entities.h"

#include <QHash>
#include <QJsonValue>

// An interaction as it arrives by INTERACTION_CREATE (Discord interactions/receiving-and-responding).
namespace Discord {

enum class InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
    Unknown = 0
};

struct InteractionOption
{
    QString name;
    int type = 0; // 3 string, 4 integer, 5 boolean, 6 user, 7 channel
    QJsonValue value;
    bool focused = false;
};

struct Interaction
{
    InteractionId id;
    ApplicationId application;
    QString token; // lives in RAM for 15 minutes; never stored, never logged
    InteractionType type = InteractionType::Unknown;
    GuildId guild; // 0 in a direct message
    ChannelId channel;
    Member member; // the caller; roles are those Discord sent with this very interaction (TM-11)
    Permissions memberPermissions = 0;
    Permissions appPermissions = 0; // ours, in that channel
    QString locale; // the caller's
    QString guildLocale;

    // Command, Autocomplete
    QString commandName;
    QVector<InteractionOption> options;
    QHash<UserId, User> resolvedUsers;
    QHash<UserId, Member> resolvedMembers;
    // Component, ModalSubmit
    QString customId;
    QVector<QString> values; // of a select
    QHash<QString, QString> fields; // of a modal: custom_id -> text
    MessageId message; // the message the component sits on
    UserId messageAuthor;
    bool messagePublic = false; // everybody in the channel sees that message

    const InteractionOption *option(QStringView name) const;
    UserId caller() const { return member.user.id; }
    static Result<Interaction> fromJson(const QJsonObject &json);
};

} // namespace Discord
