// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoworldprivate.h"

#include <QDateTime>
#include <QMetaMethod>

using namespace Qt::Literals::StringLiterals;

namespace {
// View Channel, Send Messages, Embed Links, Read Message History, View Audit Log, Attach Files: what the
// invite asks for.
constexpr quint64 InvitedPermissions = 117888;
// Change Nickname, Add Reactions, Use Application Commands, Create Instant Invite: nothing that a ticket bot
// needs.
constexpr quint64 EveryonePermissions =
    (1ull << 0) | (1ull << 6) | (1ull << 26) | World::UseApplicationCommands;
constexpr qint64 BotMadeMs = 1'736'899'200'000; // 2025-01-15T00:00:00Z
} // namespace

QJsonObject World::change(const QString &key, const QJsonValue &before, const QJsonValue &after)
{
    QJsonObject json{{u"key"_s, key}};
    if (!before.isUndefined())
        json.insert(u"old_value"_s, before);
    if (!after.isUndefined())
        json.insert(u"new_value"_s, after);
    return json;
}

// -- telling --------------------------------------------------------------------------------------

void DemoWorld::Private::tell(const QString &event, const QJsonObject &json, quint64 guild, int intent)
{
    const World::Guild *const g = data.guild(guild);
    if (g && !g->removed && !g->out)
        emit q->changed(event, json, guild, intent);
}

bool DemoWorld::Private::anyoneListens() const
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&DemoWorld::changed);
    return q->isSignalConnected(signal);
}

World::AuditEntry *DemoWorld::Private::log(quint64 guild, int action, quint64 by, quint64 target,
                                           const QString &reason, const QJsonArray &changes, qint64 atMs)
{
    World::Guild *const g = data.guild(guild);
    if (!g || by == 0)
        return nullptr;
    World::AuditEntry entry;
    entry.id = q->newIdAt(atMs ? atMs : q->now());
    entry.action = action;
    entry.user = by;
    entry.target = target;
    entry.reason = reason;
    entry.changes = changes;
    return &g->audit.emplace(entry.id, entry).first->second;
}

void DemoWorld::Private::tellLog(quint64 guild, const World::AuditEntry *entry)
{
    const World::Guild *const g = data.guild(guild);
    if (!entry || !g || !(data.guildPermissions(data.bot, *g) & World::ViewAuditLog))
        return;
    QJsonObject json = data.auditJson(*entry);
    json.insert(u"guild_id"_s, World::idText(guild));
    tell(u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s, json, guild, World::GuildModeration);
}

void DemoWorld::Private::tellRole(const QString &event, quint64 guild, const World::Role &role)
{
    tell(event, {{u"guild_id"_s, World::idText(guild)}, {u"role"_s, data.roleJson(role)}}, guild,
         World::Guilds);
}

// -- identity and time ----------------------------------------------------------------------------

DemoWorld::DemoWorld(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    d->data.now = [] { return QDateTime::currentMSecsSinceEpoch(); };
    // Always the same bot: to another one, data gathered before would not belong.
    d->data.bot = newIdAt(BotMadeMs);
    d->data.users.insert(d->data.bot, World::User{d->data.bot, u"Ticket Assistant"_s, true});
}

DemoWorld::~DemoWorld() = default;

void DemoWorld::setNow(std::function<qint64()> utcMs)
{
    d->data.now = std::move(utcMs);
}
qint64 DemoWorld::now() const
{
    return d->data.now();
}
quint64 DemoWorld::newId()
{
    return newIdAt(now());
}

quint64 DemoWorld::newIdAt(qint64 utcMs)
{
    // One counter over the 22 bits below the time: unique whatever order of times is asked for, ascending
    // within one.
    return World::firstIdAt(utcMs) | (++d->counter & 0x3FFFFF);
}

quint64 DemoWorld::bot() const
{
    return d->data.bot;
}
const World::Data &DemoWorld::data() const
{
    return d->data;
}

// -- servers --------------------------------------------------------------------------------------

quint64 DemoWorld::addGuild(const QString &name, quint64 owner)
{
    World::Guild guild;
    guild.id = newId();
    guild.name = name;
    guild.everyone = guild.id; // @everyone shares the server's id
    guild.owner = owner ? owner : addUser(name + " owner"_L1);
    guild.roles.emplace(guild.everyone,
                        World::Role{guild.everyone, u"@everyone"_s, EveryonePermissions, 0, 0, 0});
    guild.botRole = newId();
    guild.roles.emplace(
        guild.botRole,
        World::Role{guild.botRole, d->data.users.value(bot()).name, InvitedPermissions, 0, 1, bot()});
    guild.members.insert(guild.owner, World::Member{guild.owner, {}, now()});
    guild.members.insert(bot(), World::Member{bot(), {guild.botRole}, now()});
    const quint64 id = guild.id;
    d->data.guilds.emplace(id, std::move(guild));
    if (d->anyoneListens())
        d->tell(u"GUILD_CREATE"_s, guildCreateJson(id), id, World::Guilds);
    return id;
}

void DemoWorld::removeGuild(quint64 guild)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g || g->removed)
        return;
    g->out = false;
    d->tell(u"GUILD_DELETE"_s, {{u"id"_s, World::idText(guild)}}, guild, World::Guilds);
    g->removed = true;
}

void DemoWorld::inviteAgain(quint64 guild)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g || !g->removed)
        return;
    g->removed = false;
    g->members[bot()].joinedAtMs = now();
    d->tell(u"GUILD_CREATE"_s, guildCreateJson(guild), guild, World::Guilds);
}

void DemoWorld::setGuildOutage(quint64 guild, bool out)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g || g->out == out)
        return;
    if (out) {
        d->tell(u"GUILD_DELETE"_s, {{u"id"_s, World::idText(guild)}, {u"unavailable"_s, true}}, guild,
                World::Guilds);
        g->out = true;
    } else {
        g->out = false;
        d->tell(u"GUILD_CREATE"_s, guildCreateJson(guild), guild, World::Guilds);
    }
}

void DemoWorld::setLocale(quint64 guild, const QString &locale)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g)
        return;
    g->locale = locale;
    d->tell(u"GUILD_UPDATE"_s, d->data.guildJson(*g), guild, World::Guilds);
}

// -- people ---------------------------------------------------------------------------------------

quint64 DemoWorld::addUser(const QString &name, bool isBot)
{
    const quint64 id = newId();
    d->data.users.insert(id, World::User{id, name, isBot});
    return id;
}

void DemoWorld::addMember(quint64 guild, quint64 user, const QList<quint64> &roles)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g)
        return;
    g->members.insert(user, World::Member{user, roles, now()});
    if (!d->anyoneListens())
        return;
    QJsonObject json = d->data.memberJson(*g, user);
    json.insert(u"guild_id"_s, World::idText(guild));
    d->tell(u"GUILD_MEMBER_ADD"_s, json, guild, World::GuildMembers);
}

void DemoWorld::setMemberRoles(quint64 guild, quint64 user, const QList<quint64> &roles)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g || !g->members.contains(user))
        return;
    const QSet<quint64> seen = user == bot() ? d->visibleChannels(guild) : QSet<quint64>();
    g->members[user].roles = roles;
    QJsonObject json = d->data.memberJson(*g, user);
    json.insert(u"guild_id"_s, World::idText(guild));
    // About the bot itself this is sent whatever the intents ("Caveats" of the intents' list).
    d->tell(u"GUILD_MEMBER_UPDATE"_s, json, guild, user == bot() ? World::None : World::GuildMembers);
    if (user == bot())
        d->syncThreads(guild, seen);
}

void DemoWorld::removeMember(quint64 guild, quint64 user)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g)
        return;
    if (user == bot())
        return removeGuild(guild);
    if (g->members.remove(user) == 0)
        return;
    d->tell(u"GUILD_MEMBER_REMOVE"_s, {{u"guild_id"_s, World::idText(guild)}, {u"user"_s, userJson(user)}},
            guild, World::GuildMembers);
}

// -- roles ----------------------------------------------------------------------------------------

quint64 DemoWorld::addRole(quint64 guild, const QString &name, quint64 permissions, int colour)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g)
        return 0;
    const World::Role role{newId(), name, permissions, colour, int(g->roles.size()), 0};
    g->roles.emplace(role.id, role);
    d->tellRole(u"GUILD_ROLE_CREATE"_s, guild, role);
    return role.id;
}

void DemoWorld::renameRole(quint64 guild, quint64 role, const QString &name)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g || !g->roles.count(role))
        return;
    g->roles[role].name = name;
    d->tellRole(u"GUILD_ROLE_UPDATE"_s, guild, g->roles[role]);
}

void DemoWorld::deleteRole(quint64 guild, quint64 role)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g || role == g->everyone || g->roles.erase(role) == 0)
        return;
    for (World::Member &member : g->members)
        member.roles.removeAll(role);
    d->tell(u"GUILD_ROLE_DELETE"_s,
            {{u"guild_id"_s, World::idText(guild)}, {u"role_id"_s, World::idText(role)}}, guild,
            World::Guilds);
}

void DemoWorld::setRolePermissions(quint64 guild, quint64 role, quint64 permissions)
{
    World::Guild *const g = d->data.guild(guild);
    if (!g || !g->roles.count(role))
        return;
    const QSet<quint64> seen = d->visibleChannels(guild);
    g->roles[role].permissions = permissions;
    d->tellRole(u"GUILD_ROLE_UPDATE"_s, guild, g->roles[role]);
    d->syncThreads(guild, seen);
}

void DemoWorld::setBotPermissions(quint64 guild, quint64 permissions)
{
    setRolePermissions(guild, botRole(guild), permissions);
}

// -- reading --------------------------------------------------------------------------------------

quint64 DemoWorld::owner(quint64 guild) const
{
    const World::Guild *const g = d->data.guild(guild);
    return g ? g->owner : 0;
}

quint64 DemoWorld::everyoneRole(quint64 guild) const
{
    const World::Guild *const g = d->data.guild(guild);
    return g ? g->everyone : 0;
}

quint64 DemoWorld::botRole(quint64 guild) const
{
    const World::Guild *const g = d->data.guild(guild);
    return g ? g->botRole : 0;
}

QList<quint64> DemoWorld::guilds() const
{
    QList<quint64> ids;
    for (const auto &[id, guild] : d->data.guilds) {
        if (!guild.removed)
            ids.append(id);
    }
    return ids;
}

QJsonObject DemoWorld::guildCreateJson(quint64 guild) const
{
    const World::Guild *const g = d->data.guild(guild);
    return g ? d->data.guildCreateJson(*g) : QJsonObject();
}

QJsonObject DemoWorld::userJson(quint64 user) const
{
    return d->data.userJson(user);
}

QJsonObject DemoWorld::memberJson(quint64 guild, quint64 user) const
{
    const World::Guild *const g = d->data.guild(guild);
    return g && g->members.contains(user) ? d->data.memberJson(*g, user) : QJsonObject();
}
