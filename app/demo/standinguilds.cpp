// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standinroutes.h"

#include "app/demo/demoworld.h"
#include "app/demo/standingateway.h"
#include "app/demo/worlddata.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// The routes that read: the gateway's address, the application, servers, channels, threads, members, roles,
// audit log.
namespace StandIn {

namespace {

constexpr qint64 AuditLifeMs = 45ll * 24 * 3600 * 1000; // "stored for 45 days"

QJsonArray threadMembers(const World::Data &world, const QList<const World::Channel *> &threads)
{
    QJsonArray members;
    for (const World::Channel *thread : threads) {
        if (thread->thread->members.contains(world.bot))
            members.append(world.threadMemberJson(*thread, world.bot));
    }
    return members;
}

QJsonObject applicationJson(const World::Data &world, const Gateway &gateway)
{
    const QJsonObject user = world.userJson(world.bot);
    const auto present = std::count_if(world.guilds.begin(), world.guilds.end(),
                                       [](const auto &entry) { return !entry.second.removed; });
    return {{u"id"_s, World::idText(world.bot)},
            {u"name"_s, user.value("username"_L1)},
            {u"icon"_s, QJsonValue::Null},
            {u"description"_s, QString()},
            {u"summary"_s, QString()},
            {u"type"_s, QJsonValue::Null},
            {u"bot"_s, user},
            {u"bot_public"_s, false},
            {u"bot_require_code_grant"_s, false},
            {u"verify_key"_s, QString(64, u'0')},
            {u"flags"_s, qint64(gateway.applicationFlags())},
            {u"flags_new"_s, QString::number(gateway.applicationFlags())},
            {u"approximate_guild_count"_s, int(present)},
            {u"approximate_user_install_count"_s, 0},
            {u"approximate_user_authorization_count"_s, 0},
            {u"eligible_oauth2_scopes"_s, QJsonArray{u"bot"_s, u"applications.commands"_s}},
            {u"explicit_content_filter"_s, 0},
            {u"hook"_s, true},
            {u"integration_types_config"_s, QJsonObject{{u"0"_s, QJsonObject()}}},
            {u"interactions_endpoint_url"_s, QJsonValue::Null},
            {u"owner"_s,
             QJsonObject{{u"id"_s, World::idText(world.bot + 1)},
                         {u"username"_s, u"developer"_s},
                         {u"discriminator"_s, u"0"_s},
                         {u"global_name"_s, QJsonValue::Null},
                         {u"avatar"_s, QJsonValue::Null},
                         {u"primary_guild"_s, QJsonValue::Null},
                         {u"public_flags"_s, 0},
                         {u"flags"_s, 0}}},
            {u"redirect_uris"_s, QJsonArray()},
            {u"role_connections_verification_url"_s, QJsonValue::Null},
            {u"rpc_origins"_s, QJsonArray()},
            {u"team"_s, QJsonValue::Null}};
}

Answer auditLog(const DemoWorld &demoWorld, const World::Guild &guild, const Call &call)
{
    const World::Data &world = demoWorld.data();
    Answer refusal;
    const int limit = queryLimit(call, 50, 1, 100, &refusal);
    if (limit == 0)
        return refusal;
    const bool ascending = call.query.contains(u"after"_s);
    const quint64 after = std::max(call.queryId(u"after"_s), World::firstIdAt(demoWorld.now() - AuditLifeMs));
    const quint64 before = call.query.contains(u"before"_s) ? call.queryId(u"before"_s) : ~0ull;
    const quint64 user = call.queryId(u"user_id"_s);
    const int action = call.query.contains(u"action_type"_s) ? call.query.value(u"action_type"_s).toInt() : 0;

    QJsonArray entries;
    QSet<quint64> users;
    QJsonArray threads;
    const auto take = [&](const World::AuditEntry &entry) {
        if (entry.id <= after || entry.id >= before || (user && entry.user != user)
            || (action && entry.action != action))
            return;
        entries.append(world.auditJson(entry));
        users.insert(entry.user);
        const World::Channel *const target = world.channel(entry.target);
        if (target && target->thread)
            threads.append(world.channelJson(*target));
    };
    if (ascending) {
        for (auto it = guild.audit.upper_bound(after); it != guild.audit.end() && entries.size() < limit;
             ++it)
            take(it->second);
    } else {
        for (auto it = guild.audit.rbegin(); it != guild.audit.rend() && entries.size() < limit; ++it)
            take(it->second);
    }
    QJsonArray userList;
    for (const quint64 id : qAsConst(users))
        userList.append(world.userJson(id));
    QJsonObject json{{u"audit_log_entries"_s, entries}, {u"users"_s, userList}, {u"threads"_s, threads}};
    for (const QString &empty : {u"application_commands"_s, u"auto_moderation_rules"_s,
                                 u"guild_scheduled_events"_s, u"integrations"_s, u"webhooks"_s})
        json.insert(empty, QJsonArray());
    return Answer::ok(json);
}

Answer archivedThreads(const World::Data &world, const Call &call, int type)
{
    const World::Channel *const parent = world.channel(call.id(0));
    if (!parent)
        return Answer::unknown(10003, u"Channel"_s);
    if (!world.botIsIn(parent->guild) || !world.botSees(*parent))
        return Answer::missingAccess();
    quint64 needed = World::ReadMessageHistory;
    if (type == World::PrivateThread)
        needed |= World::ManageThreads;
    if ((world.permissionsIn(world.bot, *parent) & needed) != needed)
        return Answer::missingPermissions();
    Answer refusal;
    const int limit = queryLimit(call, 50, 2, 100, &refusal);
    if (limit == 0)
        return refusal;
    qint64 before = std::numeric_limits<qint64>::max();
    if (call.query.contains(u"before"_s))
        before = QDateTime::fromString(call.query.value(u"before"_s), Qt::ISODateWithMs).toMSecsSinceEpoch();

    QList<const World::Channel *> found;
    for (const World::Channel *thread : world.threadsOf(parent->guild)) {
        if (thread->parent == parent->id && thread->type == type && thread->thread->archived
            && thread->thread->archiveMs < before)
            found.append(thread);
    }
    std::sort(found.begin(), found.end(), [](const World::Channel *a, const World::Channel *b) {
        return a->thread->archiveMs > b->thread->archiveMs;
    });
    const bool more = found.size() > limit;
    found = found.mid(0, limit);
    QJsonArray threads;
    for (const World::Channel *thread : qAsConst(found))
        threads.append(world.channelJson(*thread));
    return Answer::ok(QJsonObject{
        {u"threads"_s, threads}, {u"members"_s, threadMembers(world, found)}, {u"has_more"_s, more}});
}

// Wraps a handler of a server's route: the server must exist and have the bot in it.
Router::Handler inGuild(const DemoWorld &world,
                        std::function<Answer(const World::Guild &, const Call &)> handler)
{
    return [&world, handler](const Call &call) {
        const World::Guild *const guild = world.data().guild(call.id(0));
        if (!guild || guild->removed)
            return Answer::unknown(10004, u"Guild"_s);
        return handler(*guild, call);
    };
}

void addMemberRoutes(Router &router, DemoWorld &world)
{
    router.add(u"GET"_s, u"/guilds/{guild}/members/search"_s, Router::Plain,
               inGuild(world, [&world](const World::Guild &guild, const Call &call) {
                   Answer refusal;
                   const int limit = queryLimit(call, 1, 1, 1000, &refusal);
                   if (limit == 0)
                       return refusal;
                   const QString text = call.query.value(u"query"_s);
                   if (text.isEmpty())
                       return Answer::invalidForm({{u"query"_s, QJsonObject()}});
                   QList<quint64> ids;
                   for (const World::Member &member : guild.members) {
                       if (world.data().users.value(member.user).name.startsWith(text, Qt::CaseInsensitive))
                           ids.append(member.user);
                   }
                   std::sort(ids.begin(), ids.end());
                   QJsonArray found;
                   for (const quint64 id : ids.mid(0, limit))
                       found.append(world.memberJson(guild.id, id));
                   return Answer::ok(found);
               }));
    router.add(u"GET"_s, u"/guilds/{guild}/members/{user}"_s, Router::Plain,
               inGuild(world, [&world](const World::Guild &guild, const Call &call) {
                   if (guild.members.contains(call.id(1)))
                       return Answer::ok(world.memberJson(guild.id, call.id(1)));
                   return world.data().users.contains(call.id(1)) ? Answer::unknown(10007, u"Member"_s)
                                                                  : Answer::unknown(10013, u"User"_s);
               }));
    router.add(u"GET"_s, u"/guilds/{guild}/roles"_s, Router::Plain,
               inGuild(world, [&world](const World::Guild &guild, const Call &) {
                   QJsonArray roles;
                   for (const auto &[id, role] : guild.roles)
                       roles.append(world.data().roleJson(role));
                   return Answer::ok(roles);
               }));
    router.add(u"GET"_s, u"/guilds/{guild}/roles/member-counts"_s, Router::Plain,
               inGuild(world, [](const World::Guild &guild, const Call &) {
                   QHash<quint64, int> counts;
                   for (const World::Member &member : guild.members) {
                       for (const quint64 role : member.roles)
                           ++counts[role];
                   }
                   QJsonObject json; // @everyone is not listed
                   for (const auto &[id, role] : guild.roles) {
                       if (id != guild.everyone)
                           json.insert(World::idText(id), counts.value(id));
                   }
                   return Answer::ok(json);
               }));
    router.add(u"GET"_s, u"/users/{user}"_s, Router::Plain, [&world](const Call &call) {
        return world.data().users.contains(call.id(0)) ? Answer::ok(world.userJson(call.id(0)))
                                                       : Answer::unknown(10013, u"User"_s);
    });
}

} // namespace

void addApplicationRoutes(Router &router, DemoWorld &world, Gateway &gateway)
{
    const World::Data &data = world.data();
    router.add(u"GET"_s, u"/gateway"_s, Router::Anonymous, [&gateway](const Call &) {
        return Answer::ok(QJsonObject{{u"url"_s, gateway.url().toString()}});
    });
    router.add(u"GET"_s, u"/gateway/bot"_s, Router::Plain, [&gateway](const Call &) {
        return Answer::ok(QJsonObject{{u"url"_s, gateway.url().toString()},
                                      {u"shards"_s, 1},
                                      {u"session_start_limit"_s, gateway.sessionStartLimit()}});
    });
    router.add(u"GET"_s, u"/users/@me"_s, Router::Plain, [&data](const Call &) {
        QJsonObject user = data.userJson(data.bot);
        user.insert(u"verified"_s, true);
        user.insert(u"mfa_enabled"_s, false);
        user.insert(u"locale"_s, u"en-US"_s);
        user.insert(u"premium_type"_s, 0);
        user.insert(u"email"_s, QJsonValue::Null);
        user.insert(u"flags"_s, 0);
        user.insert(u"bio"_s, QString());
        return Answer::ok(user);
    });
    router.add(u"GET"_s, u"/users/@me/guilds"_s, Router::Plain, [&world](const Call &) {
        QJsonArray list;
        for (const quint64 id : world.guilds()) {
            const World::Guild &guild = *world.data().guild(id);
            list.append(QJsonObject{
                {u"id"_s, World::idText(id)},
                {u"name"_s, guild.name},
                {u"icon"_s, QJsonValue::Null},
                {u"banner"_s, QJsonValue::Null},
                {u"owner"_s, false},
                {u"permissions"_s, QString::number(world.data().guildPermissions(world.bot(), guild))},
                {u"features"_s, QJsonArray()}});
        }
        return Answer::ok(list);
    });
    const auto readApplication = [&data, &gateway](const Call &) {
        return Answer::ok(applicationJson(data, gateway));
    };
    router.add(u"GET"_s, u"/applications/@me"_s, Router::Plain, readApplication);
    router.add(u"GET"_s, u"/oauth2/applications/@me"_s, Router::Plain, readApplication);
    router.add(u"PATCH"_s, u"/applications/@me"_s, Router::Plain, [&data, &gateway](const Call &call) {
        // Only the "limited" intent flags can be changed this way.
        constexpr quint64 Changeable = (1ull << 13) | (1ull << 15) | (1ull << 19);
        if (call.object().contains("flags"_L1)) {
            const auto wanted = quint64(call.object().value("flags"_L1).toInteger());
            gateway.setApplicationFlags((gateway.applicationFlags() & ~Changeable) | (wanted & Changeable));
        }
        return Answer::ok(applicationJson(data, gateway));
    });
}

void addGuildRoutes(Router &router, DemoWorld &world)
{
    const World::Data &data = world.data();
    router.add(u"GET"_s, u"/guilds/{guild}"_s, Router::Plain,
               inGuild(world, [&data](const World::Guild &guild, const Call &call) {
                   QJsonObject json = data.guildJson(guild);
                   if (call.query.value(u"with_counts"_s) == "true"_L1) {
                       json.insert(u"approximate_member_count"_s, int(guild.members.size()));
                       json.insert(u"approximate_presence_count"_s, int(guild.members.size() / 3));
                   }
                   return Answer::ok(json);
               }));
    router.add(u"GET"_s, u"/guilds/{guild}/channels"_s, Router::Plain,
               inGuild(world, [&data](const World::Guild &guild, const Call &) {
                   QJsonArray channels;
                   for (const World::Channel *channel : data.channelsOf(guild.id))
                       channels.append(data.channelJson(*channel));
                   return Answer::ok(channels);
               }));
    router.add(u"GET"_s, u"/guilds/{guild}/threads/active"_s, Router::Plain,
               inGuild(world, [&data](const World::Guild &guild, const Call &) {
                   QList<const World::Channel *> active = data.threadsOf(guild.id);
                   active.removeIf([&data](const World::Channel *thread) {
                       return thread->thread->archived || !data.botSees(*thread);
                   });
                   QJsonArray threads;
                   for (const World::Channel *thread : qAsConst(active))
                       threads.append(data.channelJson(*thread));
                   return Answer::ok(QJsonObject{{u"threads"_s, threads},
                                                 {u"members"_s, threadMembers(data, active)},
                                                 {u"has_more"_s, false}});
               }));
    router.add(u"GET"_s, u"/guilds/{guild}/audit-logs"_s, Router::Plain,
               inGuild(world, [&world](const World::Guild &guild, const Call &call) {
                   if (!(world.data().guildPermissions(world.bot(), guild) & World::ViewAuditLog))
                       return Answer::missingPermissions();
                   return auditLog(world, guild, call);
               }));
    addMemberRoutes(router, world);
    router.add(u"GET"_s, u"/channels/{channel}"_s, Router::Plain, [&data](const Call &call) {
        const World::Channel *const channel = data.channel(call.id(0));
        if (!channel)
            return Answer::unknown(10003, u"Channel"_s);
        if (!data.botIsIn(channel->guild) || !data.botSees(*channel))
            return Answer::missingAccess();
        return Answer::ok(data.channelJson(*channel));
    });
    router.add(u"GET"_s, u"/channels/{channel}/threads/archived/public"_s, Router::Plain,
               [&data](const Call &call) { return archivedThreads(data, call, World::PublicThread); });
    router.add(u"GET"_s, u"/channels/{channel}/threads/archived/private"_s, Router::Plain,
               [&data](const Call &call) { return archivedThreads(data, call, World::PrivateThread); });
}

} // namespace StandIn
