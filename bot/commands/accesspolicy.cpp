// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/accesspolicy.h"

#include <algorithm>

namespace {

const QSet<RoleId> &rolesGranting(const StoredConfig &config, Access access)
{
    static const QSet<RoleId> Nobody;
    switch (access) {
    case Access::Everyone:
        break;
    case Access::Statistics:
        return config.statsRoles;
    case Access::Database:
        return config.databaseRoles;
    case Access::ManageUsers:
        return config.accessRoles;
    case Access::Staff:
        return config.supportRoles;
    }
    return Nobody;
}

} // namespace

AccessDecision decideAccess(const StoredConfig &config, GuildId guild, UserId owner, UserId person,
                            const QVector<RoleId> &roles, Access access)
{
    using Why = AccessDecision::Why;
    if (access == Access::Everyone)
        return {true, Why::Everyone, {}};
    // An unknown owner and an unknown person are both 0: they must not meet.
    if (!person)
        return {};
    if (person == owner)
        return {true, Why::Owner, {}};
    if (config.maxUsers.contains(person))
        return {true, Why::MaxUser, {}};
    const QSet<RoleId> &granting = rolesGranting(config, access);
    for (const RoleId role : roles) {
        if (granting.contains(role))
            return {true, Why::Role, role};
    }
    // @everyone has the server's id and is never among a member's roles.
    const RoleId everyone(guild.value);
    if (everyone && granting.contains(everyone))
        return {true, Why::Role, everyone};
    return {};
}

QVector<RoleId> rolesFor(const StoredConfig &config, Access access)
{
    const QSet<RoleId> &granting = rolesGranting(config, access);
    QVector<RoleId> roles(granting.cbegin(), granting.cend());
    std::sort(roles.begin(), roles.end());
    return roles;
}
