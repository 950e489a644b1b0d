// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"

#include <functional>

// What the page Data needs of the rest of the program beside the data itself. A value: tests give their own.
struct DataActions
{
    using Done = std::function<void(Status)>;
    Actor actor; // who this computer is in the history
    // Settings and the list of max permissions, in force for slash commands at once.
    std::function<void(GuildId, const StoredConfig &, Done)> saveConfig;
    std::function<void(GuildId, const QJsonObject &notices, Done)> saveNotices;
    std::function<void(GuildId, ChannelId, bool isTicket, Done)> setTicket;
    std::function<void(GuildId)> accessChanged;
    // An import came in or was undone: the bot follows its tickets from now on, and its roles decide, where wished for what was
    // recorded before, too.
    std::function<void(GuildId, bool refoldRecorded)> historyChanged;
    // A token that was found in imported files, for the password store; absent where there is none.
    std::function<void(const QByteArray &)> storeToken;
    std::function<bool()>
        setupOpen; // the assistant is the next step: no server is set up, or it was left in the middle
};
DataActions dataActions(BotHost &host, QObject *asker, const Actor &actor);
