// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/historychange.h"

#include "bot/bot.h"

#include <QPointer>

namespace HistoryChange {

// With what is in force, environment included: only the bot's copy knows that, so it comes after a reload.
static void refold(BotHost &host, GuildId guild, QObject *asker, std::function<void(Status)> done)
{
    host.storage().write(
        asker,
        [guild](Writer &w) {
            // A server that was not seen since the start has no rules yet: what is stored counts.
            if (w.hasFoldRules(guild))
                return w.refold(guild, w.foldRules(guild));
            const StoredConfig config = Reader(w.database()).config(guild);
            return w.refold(guild, {config.supportRoles, config.maxUsers});
        },
        std::move(done));
}

} // namespace HistoryChange

void historyChanged(BotHost &host, GuildId guild, bool refoldRecorded, QObject *asker,
                    std::function<void(Status)> done)
{
    const auto answer = [done = std::move(done)](const Status &status) {
        if (done)
            done(status);
    };
    std::function<void()> reloaded = [self = QPointer<BotHost>(&host), guard = QPointer<QObject>(asker),
                                      guild, refoldRecorded, answer] {
        if (!self || !guard)
            return;
        if (refoldRecorded)
            HistoryChange::refold(*self, guild, guard, answer);
        else
            answer({});
    };
    host.post(
        asker,
        [guild, home = carriedHome(asker, std::move(reloaded))](Bot &bot) {
            bot.reloadHistory(guild, home);
            return true;
        },
        [](bool) {});
}
