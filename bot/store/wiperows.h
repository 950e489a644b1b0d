// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/store/values.h"

class Statement;

// Which tickets a wipe takes, said once for preview and deed: as a condition with the values of
// bindWipeScope(). Days go by the opening; open tickets go only with everything.
#define TA_WIPE_CONDITION                                                                                    \
    "ticket.guild_id = :guild AND ticket.wipe_id IS NULL AND ticket.known = 1 AND ticket.opened_at >= "      \
    ":from "                                                                                                 \
    "AND ticket.opened_at < :to AND (:any_category = 1 OR ticket.category_id = :category) "                  \
    "AND (:open_too = 1 OR ticket.is_open = 0)"
void bindWipeScope(Statement &statement, GuildId guild, const WipeScope &scope);
// The same without the last line of the condition, for counting what is kept.
void bindWipeRange(Statement &statement, GuildId guild, const WipeScope &scope);

#define TA_WIPE_COLUMNS                                                                                      \
    "w.wipe_id, w.guild_id, w.at_ms, w.actor_id, w.actor_name, w.actor_console, w.scope, w.days, "           \
    "w.category_all, "                                                                                       \
    "w.category_id, w.category_name, w.scope_now, w.tickets, w.messages, w.backup_file, w.undo_until, "      \
    "w.legacy, "                                                                                             \
    "coalesce(u.at_ms, 0), coalesce(u.actor_id, 0), coalesce(u.actor_name, ''), coalesce(u.actor_console, "  \
    "0)"
WipeRecord readWipeRow(Statement &row);
