// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"

#include <functional>

// What the page Notifications needs of the rest of the program beside the data itself. A value: tests give their own.
struct NoticeActions
{
    using Done = std::function<void(Status)>;
    std::function<void(GuildId, const NoticeSettings &, Done)> save;
    std::function<void(GuildId, ChannelId, Done)> setLogChannel;
    std::function<void(GuildId, AlarmKind, const AlarmSetting &, Done)> testAlarm;
    std::function<void(GuildId, const SummarySchedule &, std::function<void(Discord::OutgoingMessage)>)>
        preview;
    std::function<void(GuildId, QVector<UserId>, std::function<void(QHash<UserId, QString>)>)> names;
    std::function<void(GuildId, const SummarySchedule &, Done)> sendNow;
};
NoticeActions noticeActions(BotHost &host, QObject *asker, const Actor &actor);
