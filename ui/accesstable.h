// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settingswords.h"

#include <array>

// What the permission form shows, decided from values alone (UX 3.6).

// A column: one list of roles, and the commands it unlocks, from the table of commands.
struct AccessColumn
{
    Setting setting = Setting::SupportRoles;
    QString name; // "Manage data"
    QStringList commands; // "/wipestats"
    bool fixed = false; // by the environment
    QString variable; // "DATABASE_PERMS"
    bool operator==(const AccessColumn &) const = default;
};
inline constexpr int AccessColumnCount = 4;
using AccessColumns = std::array<AccessColumn, AccessColumnCount>;
AccessColumns accessColumns(const EnvironmentSettings &environment);

struct AccessCell
{
    bool on = false;
    bool changed = false; // not saved yet
    bool editable = false;
    bool known = true; // false: the environment decides, and the server was not seen yet
    bool risky = false; // a dangerous right for everyone
    bool operator==(const AccessCell &) const = default;
};

struct AccessRow
{
    enum class Kind
    {
        Owner,
        Role,
        Everyone,
        Deleted
    } kind = Kind::Role;
    quint64 id = 0; // the role's; the owner's for Owner
    QString name;
    int colour = 0; // 0xRRGGBB, 0 = none
    int members = -1; // -1 = unknown
    bool integration = false; // belongs to a bot or an integration
    std::array<AccessCell, AccessColumnCount> cells;
    bool operator==(const AccessRow &) const = default;
};

struct AccessTable
{
    AccessColumns columns;
    bool removed = false; // the bot is not on the server any more: nothing can be changed (UX J5)
    QVector<AccessRow> rows; // owner, roles as Discord orders them, @everyone, deleted ones
};

struct AccessInput
{
    StoredConfig stored; // with ConfigDraft::stored()
    StoredConfig shown; // with the unsaved steps, and what the environment fixes in its place
    SettingsNames names;
    QHash<RoleId, int> memberCounts;
    int everyone = -1; // members of the server
    EnvironmentSettings environment;
    bool inForce = true; // false: what the environment's names mean on this server is not known yet
    bool removed = false;
    bool integrations = false; // show roles of bots that have no right
    QString search;
};
AccessTable accessTable(const AccessInput &input);
// Why a role can never be given a right, only lose it; empty = it can have it.
QString whyNeverGranted(Setting setting, GuildId guild, RoleId role);

// What is shown and tested while something is unsaved: the environment's lists stay as they are in force.
StoredConfig withFixed(StoredConfig config, const StoredConfig &inForce,
                       const EnvironmentSettings &environment);

// One line of "Test a person".
struct AccessVerdict
{
    QString subject; // "/wipestats", "Counts as staff"
    bool allowed = false;
    QString because; // "because of @Moderator"
    QString text() const; // "/wipestats: can, because of @Moderator"
};
QVector<AccessVerdict> testPerson(const StoredConfig &config, const SettingsNames &names, UserId person,
                                  const QVector<RoleId> &roles);
