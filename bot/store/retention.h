// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"

class Reader;

// How long a server's tickets are kept (TM-32). The limit counts from the opening; open tickets are never touched. What is
// over it goes into the trash once a day, and from there, like every deletion, for good 30 days later.

int retentionDays(const Reader &reader, GuildId guild); // 0 = keep everything
WipeScope retentionScope(int days, UtcMs nowMs);
// The program itself, in the history: neither a person nor this computer's account.
inline Actor automaticActor()
{
    return {};
}
inline bool isAutomatic(const Actor &actor)
{
    return !actor.user && !actor.console && actor.name.isEmpty();
}
