// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/noticerows.h"

#include <QJsonObject>
#include <QTime>
#include <QVector>

#include <array>

// What one server wants to be told (UX 3.7). A value; kept as JSON, whose keys are stored and whose unknown keys are
// ignored, so that settings of a newer version can still be read.

struct AlarmSetting
{
    bool on = false;
    int limit = 0; // open tickets, percent, minutes; 0 where the kind has none
    bool desktop = true; // this computer
    ChannelId channel; // 0 = not in Discord
    RoleId role; // mentioned with it; 0 = nobody

    bool told() const { return on && (desktop || channel); }
    bool operator==(const AlarmSetting &) const = default;
};

struct SummarySchedule
{
    enum class Every
    {
        Hours,
        Days,
        Week,
        Month
    };
    enum class Period
    {
        SinceLast, // from the run before to this one
        LastDay, // 24 h
        LastWeek, // 7 x 24 h
        LastMonth, // 30 x 24 h
        Yesterday, // between local midnights
        WeekBefore,
        MonthBefore
    };
    enum Content
    {
        Volume = 1, // opened, closed, open now, peak
        Response = 2, // first response, resolution, answered within the target
        Messages = 4,
        Categories = 8,
        Staff = 16,
        Waiting = 32 // who waits now
    };

    enum class Picture
    {
        Volume, // opened and closed
        Response, // first response
        Hours // busy hours
    };

    qint64 id = 0; // unique per server, never used again
    bool on = true;
    Every every = Every::Days;
    int step = 1; // every so many hours (1..23) or days (1..30)
    QTime time{9, 0};
    int weekday = 1; // Monday
    int monthDay = 1; // the last one in shorter months
    QByteArray zone; // IANA; empty = the server's
    ChannelId channel;
    Period period = Period::SinceLast;
    int contents = Volume | Response | Messages | Waiting;
    bool chart = true;
    Picture picture = Picture::Volume; // which chart
    QString language; // Discord's code; empty = the server's language of posts
    bool skipMissed = false; // else sent when back, at most 12 h late
    UtcMs sinceMs = 0; // runs before it never were: when it was made, switched on or changed

    bool operator==(const SummarySchedule &) const = default;
};

struct NoticeSettings
{
    NoticeRules logEvents{true, false, true};
    std::array<AlarmSetting, AlarmKindCount> alarms; // by AlarmKind
    QVector<SummarySchedule> schedules;

    NoticeSettings();
    AlarmSetting &alarm(AlarmKind kind) { return alarms[size_t(kind)]; }
    const AlarmSetting &alarm(AlarmKind kind) const { return alarms[size_t(kind)]; }
    const SummarySchedule *schedule(qint64 id) const;
    static NoticeSettings fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
    bool operator==(const NoticeSettings &other) const { return toJson() == other.toJson(); }
};

// Whether an alarm of this kind can be told in Discord; else this computer is the only place (UX 3.7).
bool alarmInDiscord(AlarmKind kind);
// The range in which a limit makes sense; {0, 0}: the kind has none.
std::pair<int, int> alarmLimits(AlarmKind kind);
