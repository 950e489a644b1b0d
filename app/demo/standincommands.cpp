// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standincommands.h"

#include "app/demo/demoworld.h"
#include "app/demo/standinforms.h"
#include "app/demo/worlddata.h"

using namespace Qt::Literals::StringLiterals;

namespace StandIn {

namespace {

constexpr int DailyCreates = 200;
const QStringList LocalisationKeys{u"name_localizations"_s, u"description_localizations"_s};

int typeOf(const QJsonObject &command)
{
    return command.value("type"_L1).toInt(1);
}

bool sameCommand(const QJsonObject &a, const QJsonObject &b)
{
    return typeOf(a) == typeOf(b) && a.value("name"_L1) == b.value("name"_L1);
}

// Localisations are listed only on request; then absent ones are null. Options and choices follow the same
// rule.
QJsonObject forList(QJsonObject json, bool withLocalisations)
{
    for (const QString &key : LocalisationKeys) {
        if (!withLocalisations)
            json.remove(key);
        else if (!json.contains(key) && (key == LocalisationKeys.first() || json.contains("description"_L1)))
            json.insert(key, QJsonValue::Null);
    }
    for (const QString &nested : {u"options"_s, u"choices"_s}) {
        if (!json.contains(nested))
            continue;
        QJsonArray array;
        for (const QJsonValue &value : json.value(nested).toArray())
            array.append(forList(value.toObject(), withLocalisations));
        json.insert(nested, array);
    }
    return json;
}

// Discord leaves out what has its default value.
QJsonArray storedOptions(const QJsonArray &options)
{
    QJsonArray result;
    for (const QJsonValue &value : options) {
        QJsonObject option = value.toObject();
        for (const QString &flag : {u"required"_s, u"autocomplete"_s}) {
            if (!option.value(flag).toBool())
                option.remove(flag);
        }
        for (const QString &list : {u"options"_s, u"choices"_s, u"channel_types"_s}) {
            if (option.value(list).toArray().isEmpty())
                option.remove(list);
        }
        if (option.contains("options"_L1))
            option.insert(u"options"_s, storedOptions(option.value("options"_L1).toArray()));
        result.append(option);
    }
    return result;
}

} // namespace

bool Commands::isOurs(const Call &call) const
{
    return call.id(0) == m_world.bot();
}

void Commands::addTo(Router &router)
{
    const auto forUs = [this](std::function<Answer(const Call &)> handler) -> Router::Handler {
        return [this, handler](const Call &call) {
            return isOurs(call)
                ? handler(call)
                : Answer::error(403, 20012,
                                u"You are not authorized to perform this action on this application"_s);
        };
    };
    const QString global = u"/applications/{application}/commands"_s;
    const QString inGuild = u"/applications/{application}/guilds/{guild}/commands"_s;
    for (const bool perGuild : {false, true}) {
        const QString &base = perGuild ? inGuild : global;
        const auto guildOf = [perGuild](const Call &call) { return perGuild ? call.id(1) : 0; };
        router.add(u"GET"_s, base, Router::Plain,
                   forUs([this, guildOf](const Call &call) { return list(guildOf(call), call); }));
        router.add(u"PUT"_s, base, Router::Plain,
                   forUs([this, guildOf](const Call &call) { return overwrite(guildOf(call), call); }));
        router.add(u"POST"_s, base, Router::Plain,
                   forUs([this, guildOf](const Call &call) { return create(guildOf(call), call); }));
        for (const QString &method : {u"GET"_s, u"PATCH"_s, u"DELETE"_s}) {
            router.add(method, base + "/{command}"_L1, Router::Plain,
                       forUs([this, guildOf, perGuild](const Call &call) {
                           return one(guildOf(call), call.id(perGuild ? 2 : 1), call);
                       }));
        }
    }
}

QJsonObject Commands::find(quint64 guild, const QString &name) const
{
    for (const quint64 where : {guild, quint64(0)}) {
        for (const QJsonValue &value : m_lists.value(where)) {
            if (value.toObject().value("name"_L1).toString() == name)
                return value.toObject();
        }
    }
    return {};
}

QJsonObject Commands::stored(quint64 guild, const QJsonObject &sent, const QJsonObject &previous)
{
    QJsonObject json{{u"type"_s, typeOf(sent)},
                     {u"name"_s, sent.value("name"_L1)},
                     {u"description"_s, sent.value("description"_L1).toString()},
                     {u"application_id"_s, World::idText(m_world.bot())},
                     {u"default_member_permissions"_s,
                      sent.value("default_member_permissions"_L1).isString()
                          ? sent.value("default_member_permissions"_L1)
                          : QJsonValue(QJsonValue::Null)},
                     {u"nsfw"_s, sent.value("nsfw"_L1).toBool()},
                     {u"integration_types"_s,
                      sent.value("integration_types"_L1).isArray() ? sent.value("integration_types"_L1)
                                                                   : QJsonValue(QJsonArray{0})}};
    if (guild != 0) {
        json.insert(u"guild_id"_s, World::idText(guild));
    } else {
        const QJsonValue contexts = sent.value("contexts"_L1);
        json.insert(u"contexts"_s, contexts.isArray() ? contexts : QJsonValue(QJsonValue::Null));
        json.insert(u"dm_permission"_s, contexts.isArray() ? contexts.toArray().contains(1) : true);
    }
    for (const QString &key : LocalisationKeys) {
        if (!sent.value(key).toObject().isEmpty())
            json.insert(key, sent.value(key));
    }
    const QJsonArray options = storedOptions(sent.value("options"_L1).toArray());
    if (!options.isEmpty())
        json.insert(u"options"_s, options);

    QJsonObject before = previous;
    const QJsonValue id = before.take("id"_L1);
    const QJsonValue version = before.take("version"_L1);
    json.insert(u"id"_s, id.isString() ? id : QJsonValue(World::idText(m_world.newId())));
    QJsonObject after = json;
    after.remove("id"_L1);
    json.insert(u"version"_s, before == after ? version : QJsonValue(World::idText(m_world.newId())));
    return json;
}

Answer Commands::list(quint64 guild, const Call &call) const
{
    const bool withLocalisations = call.query.value(u"with_localizations"_s) == "true"_L1;
    QJsonArray json;
    for (const QJsonValue &command : m_lists.value(guild))
        json.append(forList(command.toObject(), withLocalisations));
    return Answer::ok(json);
}

Answer Commands::overwrite(quint64 guild, const Call &call)
{
    if (!call.body.isArray())
        return Answer::invalidForm({{u"_errors"_s, QJsonArray()}});
    const QJsonArray sent = call.body.toArray();
    const QJsonObject errors = commandListErrors(sent);
    if (!errors.isEmpty())
        return Answer::invalidForm(errors);
    QJsonArray next;
    int created = m_created.value(guild);
    for (const QJsonValue &value : sent) {
        QJsonObject previous;
        for (const QJsonValue &known : m_lists.value(guild)) {
            if (sameCommand(known.toObject(), value.toObject()))
                previous = known.toObject();
        }
        created += previous.isEmpty() ? 1 : 0;
        next.append(stored(guild, value.toObject(), previous));
    }
    if (created > DailyCreates)
        return Answer::error(400, 30034,
                             u"Max number of daily application command creates has been reached (200)"_s);
    m_created.insert(guild, created);
    m_lists.insert(guild, next);
    QJsonArray json;
    for (const QJsonValue &command : qAsConst(next))
        json.append(forList(command.toObject(), true));
    return Answer::ok(json);
}

Answer Commands::create(quint64 guild, const Call &call)
{
    const QJsonObject errors = commandErrors(call.object());
    if (!errors.isEmpty())
        return Answer::invalidForm(errors);
    QJsonArray &known = m_lists[guild];
    for (qsizetype i = 0; i < known.size(); ++i) {
        if (sameCommand(known.at(i).toObject(), call.object())) { // posting a known name updates it
            const QJsonObject json = stored(guild, call.object(), known.at(i).toObject());
            known.replace(i, json);
            return Answer::ok(forList(json, true), 200);
        }
    }
    if (++m_created[guild] > DailyCreates)
        return Answer::error(400, 30034,
                             u"Max number of daily application command creates has been reached (200)"_s);
    const QJsonObject json = stored(guild, call.object(), {});
    known.append(json);
    return Answer::ok(forList(json, true), 201);
}

Answer Commands::one(quint64 guild, quint64 id, const Call &call)
{
    QJsonArray &known = m_lists[guild];
    for (qsizetype i = 0; i < known.size(); ++i) {
        const QJsonObject command = known.at(i).toObject();
        if (command.value("id"_L1).toString() != World::idText(id))
            continue;
        if (call.method == "DELETE"_L1) {
            known.removeAt(i);
            return Answer::noContent();
        }
        if (call.method == "GET"_L1)
            return Answer::ok(forList(command, true));
        QJsonObject changed = command;
        const QJsonObject body = call.object();
        for (auto it = body.begin(); it != body.end(); ++it)
            changed.insert(it.key(), it.value());
        const QJsonObject errors = commandErrors(changed);
        if (!errors.isEmpty())
            return Answer::invalidForm(errors);
        const QJsonObject json = stored(guild, changed, command);
        known.replace(i, json);
        return Answer::ok(forList(json, true));
    }
    return Answer::unknown(10063, u"application command"_s);
}

} // namespace StandIn
