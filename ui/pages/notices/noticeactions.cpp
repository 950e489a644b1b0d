// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notices/noticeactions.h"

NoticeActions noticeActions(BotHost &host, QObject *asker, const Actor &actor)
{
    NoticeActions actions;
    actions.save = [&host, asker, actor](GuildId guild, const NoticeSettings &settings,
                                         NoticeActions::Done done) {
        host.saveNoticeSettings(guild, settings.toJson(), actor, asker, std::move(done));
    };
    actions.setLogChannel = [&host, asker, actor](GuildId guild, ChannelId channel,
                                                  NoticeActions::Done done) {
        host.storage().read(
            asker, [guild](const Reader &reader) { return reader.config(guild); },
            [&host, asker, actor, guild, channel, done = std::move(done)](StoredConfig config) {
                config.logChannel = channel;
                host.saveConfig(guild, config, actor, false, asker, done);
            });
    };
    actions.testAlarm = [&host, asker](GuildId guild, AlarmKind kind, const AlarmSetting &setting,
                                       NoticeActions::Done done) {
        host.testAlarm(guild, kind, setting, asker, std::move(done));
    };
    actions.preview = [&host, asker](GuildId guild, const SummarySchedule &schedule,
                                     std::function<void(Discord::OutgoingMessage)> done) {
        host.previewSummary(guild, schedule, asker, std::move(done));
    };
    actions.names = [&host, asker](GuildId guild, const QVector<UserId> &people,
                                   std::function<void(QHash<UserId, QString>)> done) {
        host.storage().browse(
            asker, [guild, people](const Reader &reader) { return reader.names(guild, people); },
            std::move(done));
    };
    actions.sendNow = [&host, asker](GuildId guild, const SummarySchedule &schedule,
                                     NoticeActions::Done done) {
        host.sendSummaryNow(guild, schedule, asker, std::move(done));
    };
    return actions;
}
