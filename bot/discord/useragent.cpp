// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/useragent.h"

QByteArray Discord::userAgent()
{
    return QByteArrayLiteral("DiscordBot (" TA_HOMEPAGE ", " TA_VERSION ")");
}
