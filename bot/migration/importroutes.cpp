// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/importroutes.h"

#include "bot/store/importrows.h"
#include "bot/store/noticestore.h"

#include <algorithm>

SummarySchedule importedSchedule(const ImportRoute &route, UtcMs nowMs)
{
    constexpr int HourMinutes = 60, DayMinutes = 24 * HourMinutes, MostHours = 23, MostDays = 30;
    SummarySchedule schedule;
    schedule.id = nowMs;
    schedule.sinceMs = nowMs; // runs of the past are not made up for
    schedule.channel = route.chosen;
    schedule.period = SummarySchedule::Period::SinceLast;
    const int hours = (route.everyMinutes + HourMinutes / 2) / HourMinutes;
    if (hours <= MostHours) {
        schedule.every = SummarySchedule::Every::Hours;
        schedule.step = std::max(hours, 1);
    } else {
        schedule.every = SummarySchedule::Every::Days;
        schedule.step = std::clamp((route.everyMinutes + DayMinutes / 2) / DayMinutes, 1, MostDays);
    }
    return schedule;
}

NoticeSettings withRoutes(NoticeSettings settings, const QVector<ImportRoute> &routes, UtcMs nowMs)
{
    for (const ImportRoute &route : routes) {
        if (route.kind != ImportRoute::Kind::Summary || !route.chosen)
            continue;
        SummarySchedule schedule = importedSchedule(route, nowMs);
        const auto same = [&schedule](const SummarySchedule &other) {
            return other.channel == schedule.channel && other.every == schedule.every
                && other.step == schedule.step;
        };
        if (std::any_of(settings.schedules.cbegin(), settings.schedules.cend(), same))
            continue;
        while (settings.schedule(schedule.id))
            ++schedule.id;
        settings.schedules.append(schedule);
    }
    return settings;
}

Status importNotices(Writer &writer, qint64 import, GuildId guild, const NoticeSettings &settings,
                     const Actor &actor)
{
    const QJsonObject before = NoticeStore::settings(Reader(writer.database()), guild);
    const QJsonObject after = settings.toJson();
    if (NoticeSettings::fromJson(before) == settings)
        return {};
    if (Status marked = markImportedSetting(writer.database(), import, guild, ImportedSetting::Notices,
                                            settingAsText(before), settingAsText(after));
        !marked)
        return marked;
    return NoticeStore::saveSettings(writer, guild, after, actor);
}
