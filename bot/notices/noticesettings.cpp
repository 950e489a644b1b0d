// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/noticesettings.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array AlarmKeys{"overdue"_L1,       "too_many_open"_L1, "peak"_L1,
                               "target_missed"_L1, "disconnected"_L1,  "data"_L1};
constexpr std::array EveryKeys{"hours"_L1, "days"_L1, "week"_L1, "month"_L1};
constexpr std::array PeriodKeys{"since_last"_L1, "24h"_L1,         "7d"_L1,          "30d"_L1,
                                "yesterday"_L1,  "week_before"_L1, "month_before"_L1};
constexpr std::array PictureKeys{"volume"_L1, "response"_L1, "hours"_L1};

template <class Enum, class Keys>
Enum enumFrom(const Keys &keys, const QJsonValue &value, Enum fallback)
{
    const QString text = value.toString();
    const auto it = std::find_if(keys.begin(), keys.end(), [&](QLatin1String key) { return text == key; });
    return it == keys.end() ? fallback : Enum(it - keys.begin());
}

AlarmSetting alarmFrom(AlarmKind kind, const QJsonObject &json, AlarmSetting alarm)
{
    const auto [least, most] = alarmLimits(kind);
    alarm.on = json.value("on"_L1).toBool(alarm.on);
    if (most > 0)
        alarm.limit = std::clamp(json.value("limit"_L1).toInt(alarm.limit), least, most);
    alarm.desktop = json.value("desktop"_L1).toBool(alarm.desktop);
    if (alarmInDiscord(kind)) {
        alarm.channel = ChannelId::fromJson(json.value("channel"_L1));
        alarm.role = RoleId::fromJson(json.value("role"_L1));
    }
    return alarm;
}

QJsonObject alarmJson(const AlarmSetting &alarm)
{
    return {{u"on"_s, alarm.on},
            {u"limit"_s, alarm.limit},
            {u"desktop"_s, alarm.desktop},
            {u"channel"_s, alarm.channel.toString()},
            {u"role"_s, alarm.role.toString()}};
}

SummarySchedule scheduleFrom(const QJsonObject &json)
{
    SummarySchedule schedule;
    schedule.id = json.value("id"_L1).toInteger();
    schedule.on = json.value("on"_L1).toBool(true);
    schedule.every = enumFrom(EveryKeys, json.value("every"_L1), schedule.every);
    const int most = schedule.every == SummarySchedule::Every::Hours ? 23 : 30;
    schedule.step = std::clamp(json.value("step"_L1).toInt(1), 1, most);
    const QTime time = QTime::fromString(json.value("time"_L1).toString(), u"HH:mm"_s);
    if (time.isValid())
        schedule.time = time;
    schedule.weekday = std::clamp(json.value("weekday"_L1).toInt(1), 1, 7);
    schedule.monthDay = std::clamp(json.value("month_day"_L1).toInt(1), 1, 31);
    schedule.zone = json.value("zone"_L1).toString().toLatin1();
    schedule.channel = ChannelId::fromJson(json.value("channel"_L1));
    schedule.period = enumFrom(PeriodKeys, json.value("period"_L1), schedule.period);
    schedule.contents = json.value("contents"_L1).toInt(schedule.contents);
    schedule.chart = json.value("chart"_L1).toBool(true);
    schedule.picture = enumFrom(PictureKeys, json.value("picture"_L1), schedule.picture);
    schedule.language = json.value("language"_L1).toString();
    schedule.skipMissed = json.value("skip_missed"_L1).toBool();
    schedule.sinceMs = json.value("since"_L1).toInteger();
    return schedule;
}

QJsonObject scheduleJson(const SummarySchedule &schedule)
{
    return {{u"id"_s, schedule.id},
            {u"on"_s, schedule.on},
            {u"every"_s, QString(EveryKeys[size_t(schedule.every)])},
            {u"step"_s, schedule.step},
            {u"time"_s, schedule.time.toString(u"HH:mm"_s)},
            {u"weekday"_s, schedule.weekday},
            {u"month_day"_s, schedule.monthDay},
            {u"zone"_s, QString::fromLatin1(schedule.zone)},
            {u"channel"_s, schedule.channel.toString()},
            {u"period"_s, QString(PeriodKeys[size_t(schedule.period)])},
            {u"contents"_s, schedule.contents},
            {u"chart"_s, schedule.chart},
            {u"picture"_s, QString(PictureKeys[size_t(schedule.picture)])},
            {u"language"_s, schedule.language},
            {u"skip_missed"_s, schedule.skipMissed},
            {u"since"_s, schedule.sinceMs}};
}

} // namespace

NoticeSettings::NoticeSettings()
{
    alarm(AlarmKind::Overdue) = {true, 0, true, {}, {}};
    alarm(AlarmKind::TooManyOpen) = {true, 20, true, {}, {}};
    alarm(AlarmKind::PeakRecord) = {false, 0, true, {}, {}};
    alarm(AlarmKind::TargetMissed) = {false, 25, true, {}, {}};
    alarm(AlarmKind::Disconnected) = {true, 2, true, {}, {}};
    alarm(AlarmKind::DataTrouble) = {true, 0, true, {}, {}};
}

const SummarySchedule *NoticeSettings::schedule(qint64 id) const
{
    const auto it = std::find_if(schedules.begin(), schedules.end(),
                                 [id](const SummarySchedule &s) { return s.id == id; });
    return it == schedules.end() ? nullptr : &*it;
}

NoticeSettings NoticeSettings::fromJson(const QJsonObject &json)
{
    NoticeSettings settings;
    const QJsonObject log = json.value("log"_L1).toObject();
    settings.logEvents.opened = log.value("opened"_L1).toBool(settings.logEvents.opened);
    settings.logEvents.firstReply = log.value("first_reply"_L1).toBool(settings.logEvents.firstReply);
    settings.logEvents.closed = log.value("closed"_L1).toBool(settings.logEvents.closed);
    const QJsonObject alarms = json.value("alarms"_L1).toObject();
    for (int i = 0; i < AlarmKindCount; ++i)
        settings.alarms[size_t(i)] = alarmFrom(AlarmKind(i), alarms.value(AlarmKeys[size_t(i)]).toObject(),
                                               settings.alarms[size_t(i)]);
    const QJsonArray schedules = json.value("schedules"_L1).toArray();
    for (const QJsonValue &value : schedules) {
        const SummarySchedule schedule = scheduleFrom(value.toObject());
        if (schedule.id > 0 && !settings.schedule(schedule.id))
            settings.schedules += schedule;
    }
    return settings;
}

QJsonObject NoticeSettings::toJson() const
{
    QJsonObject alarmsJson;
    for (int i = 0; i < AlarmKindCount; ++i)
        alarmsJson.insert(AlarmKeys[size_t(i)], alarmJson(alarms[size_t(i)]));
    QJsonArray schedulesJson;
    for (const SummarySchedule &schedule : schedules)
        schedulesJson += scheduleJson(schedule);
    return {{u"log"_s,
             QJsonObject{{u"opened"_s, logEvents.opened},
                         {u"first_reply"_s, logEvents.firstReply},
                         {u"closed"_s, logEvents.closed}}},
            {u"alarms"_s, alarmsJson},
            {u"schedules"_s, schedulesJson}};
}

bool alarmInDiscord(AlarmKind kind)
{
    // Without a connection nothing can be posted, and without a database nothing can be kept until it is.
    return kind != AlarmKind::Disconnected && kind != AlarmKind::DataTrouble;
}

std::pair<int, int> alarmLimits(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::TooManyOpen:
        return {1, 9999};
    case AlarmKind::TargetMissed:
        return {1, 100};
    case AlarmKind::Disconnected:
        return {1, 1440};
    default:
        return {0, 0};
    }
}
