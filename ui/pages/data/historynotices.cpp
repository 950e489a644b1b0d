// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/historywords.h"

#include "bot/base/format.h"
#include "bot/base/language.h"
#include "bot/notices/summarycard.h"

using namespace Qt::Literals::StringLiterals;

// Changes of what managers are told, in words and back.

std::optional<QJsonObject> noticesBefore(const QJsonObject &now, const HistoryRow &row, UtcMs nowMs)
{
    QStringList keys = row.after.keys();
    for (const QString &key : row.before.keys()) {
        if (!keys.contains(key))
            keys.append(key);
    }
    if (row.kind != "notices"_L1 || keys.isEmpty())
        return {};
    QJsonObject settings = now;
    for (const QString &key : std::as_const(keys)) {
        if (now.value(key) != row.after.value(key))
            return {};
        // What was never saved before is again as it is by itself.
        if (row.before.contains(key))
            settings.insert(key, row.before.value(key));
        else
            settings.remove(key);
    }
    // Runs that a schedule missed while it was not in force are not made up for.
    NoticeSettings back = NoticeSettings::fromJson(settings);
    const NoticeSettings present = NoticeSettings::fromJson(now);
    for (SummarySchedule &schedule : back.schedules) {
        const SummarySchedule *same = present.schedule(schedule.id);
        if (!same || !(*same == schedule))
            schedule.sinceMs = nowMs;
    }
    return back.toJson();
}

QString HistoryWords::alarmInWords(AlarmKind kind, const AlarmSetting &alarm) const
{
    if (!alarm.on)
        return tr("off", "an alarm");
    QStringList parts;
    if (alarm.limit > 0)
        parts.append(kind == AlarmKind::TargetMissed ? tr("over %1 %").arg(alarm.limit)
                         : kind == AlarmKind::Disconnected
                         ? tr("over %1 min").arg(alarm.limit)
                         : tr("over %1", "a number of tickets").arg(alarm.limit));
    if (alarm.desktop)
        parts.append(tr("this computer"));
    if (alarm.channel)
        parts.append(nameOf(u"alarm_channel"_s, alarm.channel.value));
    if (alarm.role)
        parts.append(tr("mentions %1").arg(nameOf(u"alarm_roles"_s, alarm.role.value)));
    return parts.isEmpty() ? tr("on, but told nowhere") : parts.join(u", "_s);
}

QString HistoryWords::scheduleInWords(const SummarySchedule *schedule) const
{
    if (!schedule)
        return tr("none", "a scheduled summary");
    const QString when = SummaryCard::when(*schedule, Language(QLocale()));
    if (!schedule->on)
        return tr("%1, switched off", "when a summary is posted").arg(when);
    return schedule->channel ? tr("%1 in %2", "when a summary is posted, channel")
                                   .arg(when, nameOf(u"summary_channel"_s, schedule->channel.value))
                             : when;
}

QString HistoryWords::noticesChange(const HistoryRow &row) const
{
    const QStringList alarms{tr("Overdue ticket"), tr("Many open tickets"), tr("Record of open tickets"),
                             tr("Target missed"),  tr("Bot disconnected"),  tr("Problem with the data")};
    const NoticeSettings before = NoticeSettings::fromJson(row.before);
    const NoticeSettings after = NoticeSettings::fromJson(row.after);
    QStringList parts;
    const auto add = [&parts](const QString &what, const QString &was, const QString &is) {
        parts.append(tr("%1: %2 → %3", "setting, before, after").arg(what, was, is));
    };
    const auto logged = [](const NoticeRules &rules) {
        QStringList events;
        if (rules.opened)
            events.append(tr("opened"));
        if (rules.firstReply)
            events.append(tr("first reply"));
        if (rules.closed)
            events.append(tr("closed"));
        return events.isEmpty() ? tr("nothing", "posted in the log channel") : events.join(u", "_s);
    };
    if (logged(before.logEvents) != logged(after.logEvents))
        add(tr("Ticket log"), logged(before.logEvents), logged(after.logEvents));
    for (int i = 0; i < AlarmKindCount; ++i) {
        const auto kind = AlarmKind(i);
        if (!(before.alarm(kind) == after.alarm(kind)))
            add(alarms[i], alarmInWords(kind, before.alarm(kind)), alarmInWords(kind, after.alarm(kind)));
    }
    const auto summary = [&](const SummarySchedule *was, const SummarySchedule *is) {
        const QString text = scheduleInWords(was), now = scheduleInWords(is);
        if (text != now)
            add(tr("Summary"), text, now);
        else if (was && is && !(*was == *is))
            parts.append(
                tr("Summary %1: its contents", "what was changed of it; %1: when it is posted").arg(now));
    };
    for (const SummarySchedule &schedule : before.schedules)
        summary(&schedule, after.schedule(schedule.id));
    for (const SummarySchedule &schedule : after.schedules) {
        if (!before.schedule(schedule.id))
            summary(nullptr, &schedule);
    }
    return parts.isEmpty() ? tr("Settings of the notifications") : parts.join(u"; "_s);
}
