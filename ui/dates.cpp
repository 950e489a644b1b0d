// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dates.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

struct DatesTr
{
    Q_DECLARE_TR_FUNCTIONS(Dates)
};

QDateTime instant(UtcMs at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at, zone);
}

QString timeFormat()
{
    return QLocale().timeFormat(QLocale::ShortFormat);
}

// Seconds behind the minutes, as these stand behind the hours: "HH:mm" -> "HH:mm:ss", "H.mm" -> "H.mm.ss".
QString exactTimeFormat()
{
    QString format = timeFormat();
    const qsizetype minutes = format.indexOf("mm"_L1);
    if (minutes > 0 && !format.contains("ss"_L1)) {
        const QChar between = format[minutes - 1];
        format.insert(minutes + 2, (between.isPunct() ? between : QChar(u':')) + "ss"_L1);
    }
    return format;
}

} // namespace

namespace Dates {

QString day(QDate date)
{
    return QLocale().toString(date, DatesTr::tr("d MMM yyyy", "date format: 22 Nov 2026"));
}

QString shortDay(QDate date)
{
    return QLocale().toString(date, DatesTr::tr("d MMM", "date format: 22 Nov"));
}

QString weekday(QDate date)
{
    return QLocale().toString(date, DatesTr::tr("ddd d MMM", "date format: Sun 22 Nov"));
}

QString longDay(QDate date)
{
    return QLocale().toString(date, DatesTr::tr("dddd d MMMM yyyy", "date format: Sunday 22 November 2026"));
}

QString span(QDate from, QDate to)
{
    if (from == to)
        return day(to);
    return DatesTr::tr("%1 – %2", "a range of dates")
        .arg(from.year() == to.year() ? shortDay(from) : day(from), day(to));
}

QString time(QTime time)
{
    return QLocale().toString(time, timeFormat());
}

QString exactTime(QTime time)
{
    return QLocale().toString(time, exactTimeFormat());
}

QString date(UtcMs at, const QTimeZone &zone, UtcMs now)
{
    const QDate date = instant(at, zone).date();
    return date.year() == instant(now, zone).date().year() ? shortDay(date) : day(date);
}

QString dateTime(UtcMs at, const QTimeZone &zone, UtcMs now)
{
    return date(at, zone, now) + u' ' + time(at, zone);
}

QString time(UtcMs at, const QTimeZone &zone)
{
    return time(instant(at, zone).time());
}

QString exactTime(UtcMs at, const QTimeZone &zone)
{
    return exactTime(instant(at, zone).time());
}

QString full(UtcMs at, const QTimeZone &zone)
{
    const QDateTime when = instant(at, zone);
    return DatesTr::tr("%1 %2 %3", "day, time, zone")
        .arg(longDay(when.date()), exactTime(when.time()), when.timeZoneAbbreviation());
}

} // namespace Dates
