// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/tokenstate.h"

QByteArray cleanToken(const QByteArray &text)
{
    QByteArray token = text.trimmed();
    while (token.size() >= 2 && (token.front() == '"' || token.front() == '\'')
           && token.front() == token.back())
        token = token.mid(1, token.size() - 2).trimmed();
    if (token.startsWith("Bot "))
        token = token.mid(4).trimmed();
    return token;
}
