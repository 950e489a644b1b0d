// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"
#include "bot/tickets/targets.h"
#include "bot/tickets/workinghours.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

// The settings a server has. Two sources: stored (database, edited in the console, ids only) and the environment
// (INTERFACE.md, names or ids, wins while the process runs). resolveConfig() brings both to ids for one server.

enum class Setting
{
    SupportRoles,
    StatsRoles,
    DatabaseRoles,
    AccessRoles,
    TicketCategories,
    ClosedCategories,
    TicketBots
};
QString environmentName(Setting setting); // "SUPPORT_ROLES"

// The environment's lists as written; a setting that is absent is not set. Value type, made once in main().
struct EnvironmentSettings
{
    QHash<Setting, QStringList> lists;
    QVector<GuildId> guilds; // DISCORD_GUILDS; empty = every server

    bool has(Setting s) const { return lists.contains(s); }
    bool serves(GuildId guild) const { return guilds.isEmpty() || guilds.contains(guild); }
    // `read` answers a variable's value; a blank one counts as not set.
    static EnvironmentSettings fromEnvironment(const std::function<QString(const QString &)> &read);
};

// What is stored per server.
struct StoredConfig
{
    QVector<ChannelId> ticketCategories;
    QVector<ChannelId> closedCategories;
    QVector<UserId> ticketBots;
    QSet<RoleId> supportRoles, statsRoles, databaseRoles, accessRoles;
    QSet<UserId> maxUsers;
    ChannelId logChannel;
    ChannelId archiveChannel; // where the ticket bot posts closed tickets' embeds
    bool publicByDefault = false; // /ticketstats
    QByteArray timeZone = "UTC"; // IANA
    QString postLanguage; // "" = the server's
    int firstResponseTargetMs = 10 * 60 * 1000;
    int resolutionTargetMs = 24 * 60 * 60 * 1000;
    CategoryTargets categoryTargets; // where they differ from the two above
    int heavyLoad = 6;
    WorkingHours::Week workingWeek; // empty = around the clock
    QVector<QDate> holidays; // of them; without hours there are none
    bool configured = false; // the assistant was finished

    Targets targets() const;
    QTimeZone zone() const; // UTC where the name is not known
    WorkingHours workingHours() const; // in that zone
    bool operator==(const StoredConfig &) const = default;
};

// What is in force for one server, ids only.
struct GuildConfig : StoredConfig
{
    QSet<Setting> fixedByEnvironment;
    struct Problem
    {
        Setting setting;
        QString entry; // as written
        QString text; // "No role named “Helper”." / "Two roles are named “Mod”; use the role's ID."
    };
    QVector<Problem> problems;
    QHash<ChannelId, QString> categoryNames; // of ticket and closed categories, as the server calls them now
};

struct NamedRole
{
    RoleId id;
    QString name;
};
struct NamedCategory
{
    ChannelId id;
    QString name;
};

// Names match exactly, else case-insensitively; none or more than one match grants nothing and is a problem. An id that
// the server does not have is silently no part of it (INTERFACE.md).
GuildConfig resolveConfig(const EnvironmentSettings &environment, const StoredConfig &stored,
                          const QVector<NamedRole> &roles, const QVector<NamedCategory> &categories);

// Ids in the environment that fit no server at all, as "SUPPORT_ROLES: 123": one line for the log once every server is
// available. `known` are the ids of all roles and categories of all servers.
QStringList unknownIds(const EnvironmentSettings &environment, const QSet<quint64> &known);
