// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/commands/commandtable.h"
#include "bot/tickets/config.h"

// May this person use this? Pure; decided by ids only (TM-08). The server owner and max-permission people may
// do everything; Discord's Administrator permission alone gives nothing (INTERFACE.md). `roles` are those of
// the interaction itself (TM-11). The console's "Test a person" asks the same function with unsaved settings.
struct AccessDecision
{
    bool allowed = false;
    enum class Why
    {
        Everyone,
        Owner,
        MaxUser,
        Role,
        NoRole
    } why = Why::NoRole;
    RoleId role; // the role that decided
};

AccessDecision decideAccess(const StoredConfig &config, GuildId guild, UserId owner, UserId person,
                            const QVector<RoleId> &roles, Access access);
// Roles that give this access, for refusals; never @everyone as a mention.
QVector<RoleId> rolesFor(const StoredConfig &config, Access access);
