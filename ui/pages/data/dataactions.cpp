// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/dataactions.h"

#include "bot/historychange.h"

DataActions dataActions(BotHost &host, QObject *asker, const Actor &actor)
{
    DataActions actions;
    actions.actor = actor;
    actions.saveConfig = [&host, asker, actor](GuildId guild, const StoredConfig &config,
                                               DataActions::Done done) {
        host.saveConfig(guild, config, actor, false, asker, std::move(done));
    };
    actions.saveNotices = [&host, asker, actor](GuildId guild, const QJsonObject &notices,
                                                DataActions::Done done) {
        host.saveNoticeSettings(guild, notices, actor, asker, std::move(done));
    };
    actions.setTicket = [&host, asker, actor](GuildId guild, ChannelId channel, bool isTicket,
                                              DataActions::Done done) {
        host.setTicket(guild, channel, isTicket, actor, asker, std::move(done));
    };
    actions.accessChanged = [&host, asker](GuildId guild) { host.reloadConfig(guild, asker, {}); };
    actions.historyChanged = [&host, asker](GuildId guild, bool refoldRecorded) {
        ::historyChanged(host, guild, refoldRecorded, asker, {});
    };
    return actions;
}
