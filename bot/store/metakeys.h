// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"

#include <QString>

// Keys of the table meta that more than one place knows.

// Since when that server is not caught up on (UTC ms); "0" or nothing: it is.
inline QString gapMetaKey(GuildId guild)
{
    return QStringLiteral("gap_from:") + guild.toString();
}
