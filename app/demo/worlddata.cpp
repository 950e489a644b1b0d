// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/worlddata.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace World {

namespace {
constexpr qint64 EpochMs = 1420070400000;

template <class Map>
auto *entryOf(Map &map, quint64 id)
{
    const auto it = map.find(id);
    return it == map.end() ? nullptr : &it->second;
}

QList<const Channel *> sortedChannels(const Data &data, quint64 guild, bool threads)
{
    QList<const Channel *> result;
    for (const auto &[id, channel] : data.channels) {
        if (channel.guild == guild && channel.thread.has_value() == threads)
            result.append(&channel);
    }
    std::sort(result.begin(), result.end(), [](const Channel *a, const Channel *b) { return a->id < b->id; });
    return result;
}
} // namespace

QString idText(quint64 id)
{
    return QString::number(id);
}
QJsonValue idOrNull(quint64 id)
{
    return id == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(idText(id));
}
qint64 millisecondsOf(quint64 id)
{
    return qint64(id >> 22) + EpochMs;
}
quint64 firstIdAt(qint64 utcMs)
{
    return utcMs <= EpochMs ? 0 : quint64(utcMs - EpochMs) << 22;
}

QString timestamp(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s)
        + "000+00:00"_L1;
}

Guild *Data::guild(quint64 id)
{
    return entryOf(guilds, id);
}
const Guild *Data::guild(quint64 id) const
{
    return entryOf(guilds, id);
}
Channel *Data::channel(quint64 id)
{
    return entryOf(channels, id);
}
const Channel *Data::channel(quint64 id) const
{
    return entryOf(channels, id);
}
QList<const Channel *> Data::channelsOf(quint64 id) const
{
    return sortedChannels(*this, id, false);
}
QList<const Channel *> Data::threadsOf(quint64 id) const
{
    return sortedChannels(*this, id, true);
}

bool Data::botIsIn(quint64 id) const
{
    const Guild *const g = guild(id);
    return g && !g->removed;
}

quint64 Data::guildPermissions(quint64 user, const Guild &guild) const
{
    if (user == guild.owner)
        return AllPermissions;
    const auto member = guild.members.constFind(user);
    if (member == guild.members.constEnd())
        return 0;
    const auto permissionsOf = [&guild](quint64 role) {
        const auto it = guild.roles.find(role);
        return it == guild.roles.end() ? 0 : it->second.permissions;
    };
    quint64 permissions = permissionsOf(guild.everyone);
    for (const quint64 role : member->roles)
        permissions |= permissionsOf(role);
    return permissions & Administrator ? AllPermissions : permissions;
}

quint64 Data::permissionsIn(quint64 user, const Channel &channel) const
{
    const Guild *const g = guild(channel.guild);
    if (!g || !g->members.contains(user))
        return 0;
    const Channel *const source = channel.thread ? this->channel(channel.parent) : &channel;
    quint64 permissions = guildPermissions(user, *g);
    if (!source || permissions & Administrator)
        return permissions;

    const QList<quint64> &roles = g->members.constFind(user)->roles;
    quint64 roleAllow = 0;
    quint64 roleDeny = 0;
    const Overwrite *own = nullptr;
    for (const Overwrite &overwrite : source->overwrites) {
        if (overwrite.member) {
            if (overwrite.id == user)
                own = &overwrite;
        } else if (overwrite.id == g->everyone) {
            permissions = (permissions & ~overwrite.deny) | overwrite.allow;
        }
    }
    for (const Overwrite &overwrite : source->overwrites) {
        if (!overwrite.member && overwrite.id != g->everyone && roles.contains(overwrite.id)) {
            roleAllow |= overwrite.allow;
            roleDeny |= overwrite.deny;
        }
    }
    permissions = (permissions & ~roleDeny) | roleAllow;
    if (own)
        permissions = (permissions & ~own->deny) | own->allow;

    if (!(permissions & ViewChannel))
        return 0;
    // Without the right to send, what goes with a message is lost too ("Implicit Permissions").
    const quint64 sending = channel.thread ? SendInThreads : SendMessages;
    if (!(permissions & sending))
        permissions &= ~(MentionEveryone | AttachFiles | EmbedLinks);
    return permissions;
}

bool Data::canSee(quint64 user, const Channel &channel) const
{
    const quint64 permissions = permissionsIn(user, channel);
    if (!(permissions & ViewChannel))
        return false;
    return channel.type != PrivateThread || permissions & ManageThreads
        || channel.thread->members.contains(user);
}

} // namespace World
