// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"

#include <functional>

// After an import or its undoing: the bot obeys the settings and follows the tickets that are stored now, without a new
// connection. refoldRecorded: who counts as staff now is decided again for messages that were recorded before.
// Thread: GUI; done is called there if the asker still lives.
void historyChanged(BotHost &host, GuildId guild, bool refoldRecorded, QObject *asker,
                    std::function<void(Status)> done);
