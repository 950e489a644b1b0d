// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dates.h"

#include "ui/otherlanguage.h"
#include "ui/uisettings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

struct DatesTr
{
    Q_DECLARE_TR_FUNCTIONS(Dates)
};

// The choices; `day` and the time are kept in the settings as they stand here.
struct DayForm
{
    const char *day;
    const char *shortDay;
    bool yearFirst = false; // a range repeats the year
};
constexpr DayForm DayForms[] = {{"yyyy-MM-dd", "MM-dd", true},
                                {"dd.MM.yyyy", "dd.MM."},
                                {"dd/MM/yyyy", "dd/MM"},
                                {"MM/dd/yyyy", "MM/dd"}};
constexpr const char *TimeForms[] = {"HH:mm", "h:mm AP"};
constexpr struct
{
    const char *name;
    Qt::DayOfWeek day;
} WeekStarts[] = {{"monday", Qt::Monday}, {"saturday", Qt::Saturday}, {"sunday", Qt::Sunday}};

// What was chosen for the window; null: the language's.
const DayForm *chosenDayForm = nullptr;
const char *chosenTimeForm = nullptr;
const Qt::DayOfWeek *weekStart = nullptr;

// Whoever has another language has its forms too.
const DayForm *dayForm()
{
    return OtherLanguage::current() ? nullptr : chosenDayForm;
}

const char *timeForm()
{
    return OtherLanguage::current() ? nullptr : chosenTimeForm;
}

QString written(QDate date, const char *format)
{
    return OtherLanguage::locale().toString(date, QString::fromLatin1(format));
}

QString languagesDay(QDate date)
{
    return OtherLanguage::locale().toString(date, DatesTr::tr("d MMM yyyy", "date format: 22 Nov 2026"));
}

QString languagesTimeFormat()
{
    return OtherLanguage::locale().timeFormat(QLocale::ShortFormat);
}

Dates::Choice languages(const QString &example)
{
    return {DatesTr::tr("As the language (%1)", "%1 is an example").arg(example)};
}

QDateTime instant(UtcMs at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at, zone);
}

QString timeFormat()
{
    return timeForm() ? QString::fromLatin1(timeForm()) : languagesTimeFormat();
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

QVector<Choice> dayChoices()
{
    constexpr int Year = 2026, Month = 11, Day = 22; // of which no two can be mistaken for each other
    const QDate example(Year, Month, Day);
    QVector<Choice> choices{languages(languagesDay(example))};
    for (const DayForm &form : DayForms)
        choices.append({written(example, form.day), QString::fromLatin1(form.day)});
    return choices;
}

QVector<Choice> timeChoices()
{
    const QTime example(14, 4);
    const QLocale locale;
    QVector<Choice> choices{languages(locale.toString(example, languagesTimeFormat()))};
    for (const char *form : TimeForms)
        choices.append({locale.toString(example, QString::fromLatin1(form)), QString::fromLatin1(form)});
    return choices;
}

QVector<Choice> weekChoices()
{
    const QLocale locale;
    QVector<Choice> choices{languages(locale.standaloneDayName(locale.firstDayOfWeek()))};
    for (const auto &start : WeekStarts)
        choices.append({locale.standaloneDayName(start.day), QString::fromLatin1(start.name)});
    return choices;
}

void use(const UiSettings &settings)
{
    const auto chosen = [&settings](const char *key) {
        return settings.value(QString::fromLatin1(key)).toString();
    };
    const QString day = chosen(DayKey), time = chosen(TimeKey), week = chosen(WeekKey);
    chosenDayForm = nullptr;
    for (const DayForm &form : DayForms) {
        if (day == QLatin1StringView(form.day))
            chosenDayForm = &form;
    }
    chosenTimeForm = nullptr;
    for (const char *form : TimeForms) {
        if (time == QLatin1StringView(form))
            chosenTimeForm = form;
    }
    weekStart = nullptr;
    for (const auto &start : WeekStarts) {
        if (week == QLatin1StringView(start.name))
            weekStart = &start.day;
    }
}

QString day(QDate date)
{
    return dayForm() ? written(date, dayForm()->day) : languagesDay(date);
}

QString shortDay(QDate date)
{
    if (dayForm())
        return written(date, dayForm()->shortDay);
    return OtherLanguage::locale().toString(date, DatesTr::tr("d MMM", "date format: 22 Nov"));
}

QString weekday(QDate date)
{
    if (dayForm())
        return DatesTr::tr("%1 %2", "weekday, date")
            .arg(OtherLanguage::locale().dayName(date.dayOfWeek(), QLocale::ShortFormat), shortDay(date));
    return OtherLanguage::locale().toString(date, DatesTr::tr("ddd d MMM", "date format: Sun 22 Nov"));
}

QString longDay(QDate date)
{
    if (dayForm())
        return DatesTr::tr("%1 %2", "weekday, date")
            .arg(OtherLanguage::locale().dayName(date.dayOfWeek()), day(date));
    return OtherLanguage::locale().toString(
        date, DatesTr::tr("dddd d MMMM yyyy", "date format: Sunday 22 November 2026"));
}

QString span(QDate from, QDate to)
{
    if (from == to)
        return day(to);
    const bool yearOnce = from.year() == to.year() && !(dayForm() && dayForm()->yearFirst);
    return DatesTr::tr("%1 – %2", "a range of dates").arg(yearOnce ? shortDay(from) : day(from), day(to));
}

QString time(QTime time)
{
    return OtherLanguage::locale().toString(time, timeFormat());
}

QString exactTime(QTime time)
{
    return OtherLanguage::locale().toString(time, exactTimeFormat());
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

QString timeOrDate(UtcMs at, const QTimeZone &zone, UtcMs now)
{
    return instant(at, zone).date() == instant(now, zone).date() ? time(at, zone) : dateTime(at, zone, now);
}

QString full(UtcMs at, const QTimeZone &zone)
{
    const QDateTime when = instant(at, zone);
    return DatesTr::tr("%1 %2 %3", "day, time, zone")
        .arg(longDay(when.date()), exactTime(when.time()), when.timeZoneAbbreviation());
}

QString fieldFormat()
{
    return QString::fromLatin1(dayForm() ? dayForm()->day : DayForms[0].day);
}

Qt::DayOfWeek firstDayOfWeek()
{
    return weekStart ? *weekStart : QLocale().firstDayOfWeek();
}

QVector<Qt::DayOfWeek> week()
{
    QVector<Qt::DayOfWeek> days;
    for (int i = 0; i < 7; ++i)
        days.append(Qt::DayOfWeek((int(firstDayOfWeek()) - 1 + i) % 7 + 1));
    return days;
}

} // namespace Dates
