// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/tokenstate.h"

#include <algorithm>

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

bool mayBeToken(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= LongestToken
        && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}
