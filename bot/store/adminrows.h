// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/store/values.h"

#include <QSqlDatabase>

class Statement;

// How settings lie in the tables: shared by writer and reader.

// guild_list.kind; numbers are stored.
enum class ConfigList
{
    SupportRoles = 0,
    StatsRoles = 1,
    DatabaseRoles = 2,
    AccessRoles = 3,
    TicketCategories = 4,
    ClosedCategories = 5,
    TicketBots = 6
};

Result<StoredConfig> readConfig(const QSqlDatabase &database, GuildId guild);
// As the history keeps settings: ids as text and sorted.
QJsonObject configAsJson(const StoredConfig &config);
// Ids of one list, ascending for roles, separated by commas: to compare and to keep.
QString listAsText(const StoredConfig &config, ConfigList kind);
Actor readActor(Statement &row); // actor_id, actor_name, actor_console
// The id that tickets of this filter's category have (CategoryFilter::all = false).
ChannelId storedCategory(const CategoryFilter &filter);
