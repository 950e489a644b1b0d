// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hourswords.h"

#include "bot/base/format.h"
#include "ui/dates.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int HolidaysNamed = 3;
constexpr int MinutesOfADay = 24 * 60;

QString minuteWords(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString spansOf(const WorkingHours::Week &week, int day)
{
    WorkingHours::Week spans;
    std::copy_if(week.cbegin(), week.cend(), std::back_inserter(spans),
                 [day](const WorkingHours::Interval &span) { return int(span.day) == day; });
    std::sort(spans.begin(), spans.end(),
              [](const auto &a, const auto &b) { return a.fromMinute < b.fromMinute; });
    QStringList texts;
    for (const WorkingHours::Interval &span : std::as_const(spans))
        texts += u"%1–%2"_s.arg(minuteWords(span.fromMinute), minuteWords(span.toMinute));
    return texts.join(u", "_s);
}

} // namespace

QString HoursWords::week(const WorkingHours::Week &week)
{
    if (week.isEmpty())
        return tr("around the clock");
    const QVector<Qt::DayOfWeek> order = Dates::week();
    QStringList days;
    for (const Qt::DayOfWeek day : order)
        days += spansOf(week, day);
    if (std::count(days.cbegin(), days.cend(), days.first()) == days.size())
        return tr("daily %1", "working hours: \"daily 08:00–22:00\"").arg(days.first());
    const QLocale locale;
    QStringList groups;
    for (int first = 0; first < days.size();) {
        int last = first;
        while (last + 1 < days.size() && days[last + 1] == days[first])
            ++last;
        const auto name = [&](int at) { return locale.dayName(order[at], QLocale::ShortFormat); };
        const QString names =
            first == last ? name(first) : tr("%1–%2", "weekdays: Mon–Fri").arg(name(first), name(last));
        if (!days[first].isEmpty())
            groups += tr("%1 %2", "weekdays, times: Mon–Fri 09:00–17:00").arg(names, days[first]);
        first = last + 1;
    }
    return groups.join(u"; "_s);
}

QString HoursWords::spans(const WorkingHours::Week &week, Qt::DayOfWeek day)
{
    return spansOf(week, day);
}

HoursWords::Spans HoursWords::spansFromText(Qt::DayOfWeek day, const QString &text)
{
    static const QRegularExpression form(
        u"^\\s*(\\d{1,2})(?:[:.](\\d{2}))?\\s*[-–—]\\s*(\\d{1,2})(?:[:.](\\d{2}))?\\s*$"_s);
    Spans spans;
    const QString dayName = QLocale().standaloneDayName(day, QLocale::LongFormat);
    QStringList parts = QString(text).replace(u';', u',').split(u',');
    parts.removeIf([](const QString &part) { return part.trimmed().isEmpty(); });
    for (const QString &part : std::as_const(parts)) {
        const QRegularExpressionMatch match = form.match(part);
        const auto minute = [&match](int hours) {
            return match.captured(hours).toInt() * 60 + match.captured(hours + 1).toInt();
        };
        const bool written =
            match.hasMatch() && match.captured(2).toInt() < 60 && match.captured(4).toInt() < 60;
        if (!written || minute(1) >= MinutesOfADay || minute(3) > MinutesOfADay) {
            spans.error =
                tr("%1: “%2” is no time span. Write it like 09:00–12:00, 13:00–17:00.", "weekday, text")
                    .arg(dayName, part.trimmed());
            return spans;
        }
        if (minute(1) == minute(3)) {
            spans.error =
                tr("%1: “%2” begins and ends at the same time. A whole day is 00:00–24:00.", "weekday, text")
                    .arg(dayName, part.trimmed());
            return spans;
        }
        spans.week.append({day, minute(1), minute(3)});
    }
    std::sort(spans.week.begin(), spans.week.end(),
              [](const auto &a, const auto &b) { return a.fromMinute < b.fromMinute; });
    for (int i = 1; i < spans.week.size(); ++i) {
        const WorkingHours::Interval &before = spans.week[i - 1];
        if (before.toMinute <= before.fromMinute || before.toMinute > spans.week[i].fromMinute) {
            spans.error = tr("%1: two time spans overlap.", "weekday").arg(dayName);
            return spans;
        }
    }
    return spans;
}

QString HoursWords::holidays(const QVector<QDate> &holidays)
{
    if (holidays.isEmpty())
        return tr("none", "no holidays");
    QVector<QDate> sorted = holidays;
    std::sort(sorted.begin(), sorted.end());
    QStringList dates;
    for (const QDate &date : std::as_const(sorted)) {
        if (dates.size() < HolidaysNamed)
            dates += Dates::day(date);
    }
    const int more = int(sorted.size() - dates.size());
    const QString text = dates.join(u", "_s);
    return more > 0 ? tr("%1 and %n more", "dates", more).arg(text) : text;
}

QString HoursWords::categoryTargets(const CategoryTargets &targets,
                                    const std::function<QString(ChannelId)> &categoryName)
{
    QStringList texts;
    for (auto it = targets.cbegin(); it != targets.cend(); ++it) {
        QStringList parts;
        if (it->firstResponseMs > 0)
            parts += tr("first response %1", "a target").arg(Format::duration(double(it->firstResponseMs)));
        if (it->resolutionMs > 0)
            parts += tr("resolution %1", "a target").arg(Format::duration(double(it->resolutionMs)));
        if (!parts.isEmpty())
            texts += tr("%1: %2", "category, its targets").arg(categoryName(it.key()), parts.join(u", "_s));
    }
    return texts.isEmpty() ? tr("none", "no category has targets of its own") : texts.join(u"; "_s);
}

QString HoursWords::clock(const WorkingHours &hours)
{
    if (!hours.isSet())
        return tr("Times are counted around the clock.");
    const QString text = tr("Only working hours are counted: %1 (%2).", "hours, time zone")
                             .arg(week(hours.week), QString::fromLatin1(hours.zone.id()));
    return hours.holidays.isEmpty()
        ? text
        : tr("%1 Holidays are left out: %2.", "a sentence, dates").arg(text, holidays(hours.holidays));
}

QString HoursWords::target(std::optional<qint64> ms)
{
    return ms ? Format::elapsed(*ms) : tr("by category", "instead of a duration: target by category");
}

QString HoursWords::overTarget(std::optional<qint64> ms)
{
    return ms ? Format::elapsed(*ms) : tr("the target", "instead of a duration: waiting over the target");
}

QString HoursWords::spokenTarget(std::optional<qint64> ms)
{
    return ms ? Format::spokenElapsed(*ms) : target(ms);
}
