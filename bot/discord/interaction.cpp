// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/interaction.h"

#include "bot/discord/json.h"

using namespace Qt::Literals::StringLiterals;

namespace Discord {

namespace {

InteractionType interactionTypeFrom(qint64 number)
{
    return number >= 1 && number <= 5 ? InteractionType(number) : InteractionType::Unknown;
}

QVector<InteractionOption> optionsFrom(const QJsonArray &list)
{
    constexpr qint64 SubCommand = 1;
    constexpr qint64 SubCommandGroup = 2;
    QVector<InteractionOption> options;
    for (const QJsonValue &element : list) {
        FieldReader fields(element.toObject());
        InteractionOption option;
        option.name = fields.requiredText("name"_L1);
        option.type = fields.smallInteger("type"_L1);
        option.focused = fields.flag("focused"_L1);
        option.value = element["value"_L1];
        if (option.value.isString())
            option.value = sanitised(option.value.toString());
        // None of our commands has sub-commands; whatever is nested in one is not for us.
        if (!fields.error() && option.type != SubCommand && option.type != SubCommandGroup)
            options.append(option);
    }
    return options;
}

void readResolved(const QJsonObject &resolved, Interaction *interaction)
{
    const QJsonObject users = resolved.value("users"_L1).toObject();
    for (const QJsonValue &element : users) {
        if (const Result<User> user = User::fromJson(element.toObject()))
            interaction->resolvedUsers.insert(user->id, *user);
    }
    const QJsonObject members = resolved.value("members"_L1).toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        const UserId id = UserId::fromText(it.key());
        Result<Member> member = Member::fromJson(it->toObject());
        if (!id || !member)
            continue;
        // Discord leaves the user out here: it stands in `users` under the same key.
        member.value().user = interaction->resolvedUsers.value(id);
        member.value().user.id = id;
        interaction->resolvedMembers.insert(id, *member);
    }
}

// A text input stands in an action row ("components") or, in newer modals, in a label ("component").
void readInputs(const QJsonArray &components, QHash<QString, QString> *fields)
{
    for (const QJsonValue &element : components) {
        const QJsonObject json = element.toObject();
        const QString customId = json.value("custom_id"_L1).toString();
        if (!customId.isEmpty() && json.value("value"_L1).isString())
            fields->insert(sanitised(customId), sanitised(json.value("value"_L1).toString()));
        readInputs(json.value("components"_L1).toArray(), fields);
        if (json.value("component"_L1).isObject())
            readInputs({json.value("component"_L1)}, fields);
    }
}

} // namespace

const InteractionOption *Interaction::option(QStringView name) const
{
    for (const InteractionOption &one : options) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

Result<Interaction> Interaction::fromJson(const QJsonObject &json)
{
    FieldReader fields(json);
    Interaction interaction;
    interaction.id = fields.requiredId<InteractionId>("id"_L1);
    interaction.application = fields.requiredId<ApplicationId>("application_id"_L1);
    interaction.token = fields.requiredText("token"_L1);
    interaction.type = interactionTypeFrom(fields.requiredInteger("type"_L1));
    interaction.guild = fields.id<GuildId>("guild_id"_L1);
    interaction.channel = fields.id<ChannelId>("channel_id"_L1);
    if (!interaction.channel)
        interaction.channel = ChannelId::fromJson(fields.object("channel"_L1).value("id"_L1));
    interaction.member = fields.child<Member>("member"_L1).value_or(Member());
    if (!interaction.member.user.id) // in a direct message there is only a user
        interaction.member.user = fields.child<User>("user"_L1).value_or(User());
    FieldReader caller(fields.object("member"_L1));
    interaction.memberPermissions = caller.bits("permissions"_L1);
    interaction.appPermissions = fields.bits("app_permissions"_L1);
    interaction.locale = fields.text("locale"_L1);
    interaction.guildLocale = fields.text("guild_locale"_L1);

    FieldReader data(fields.object("data"_L1));
    interaction.commandName = data.text("name"_L1);
    interaction.options = optionsFrom(data.array("options"_L1));
    readResolved(data.object("resolved"_L1), &interaction);
    interaction.customId = data.text("custom_id"_L1);
    for (const QJsonValue &value : data.array("values"_L1)) {
        if (value.isString())
            interaction.values.append(sanitised(value.toString()));
    }
    readInputs(data.array("components"_L1), &interaction.fields);
    if (data.error() && !fields.error())
        return inside(u"data"_s, *data.error());

    const QJsonObject message = fields.object("message"_L1);
    interaction.message = MessageId::fromJson(message.value("id"_L1));
    interaction.messageAuthor = UserId::fromJson(message.value("author"_L1).toObject().value("id"_L1));
    constexpr qint64 Ephemeral = 1 << 6;
    interaction.messagePublic = interaction.message && !(message.value("flags"_L1).toInteger() & Ephemeral);
    return fields.finish(interaction);
}

} // namespace Discord
