// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"

#include "bot/base/language.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Format {

namespace {

QString unitText(int unit, qint64 n, const QLocale &locale)
{
    const Language words(locale);
    switch (unit) {
    case 0:
        return words.translate("Format", "%n d", "days", n);
    case 1:
        return words.translate("Format", "%n h", "hours", n);
    case 2:
        return words.translate("Format", "%n min", "minutes", n);
    default:
        return words.translate("Format", "%n s", "seconds", n);
    }
}

// Whole percent that now differs from before; nothing when there is nothing to divide by.
std::optional<qint64> wholePercent(double now, double before)
{
    if (!(before > 0) || !std::isfinite(now))
        return {};
    return std::llround((now - before) / before * 100);
}

} // namespace

QString dash()
{
    return u"–"_s;
}

QString count(qint64 n, const QLocale &locale)
{
    if (locale.language() != QLocale::English && locale.language() != QLocale::C)
        return locale.toString(n);
    // English readers write both 2,911 and 2.911; a space is read the same everywhere.
    QString text = QString::number(n);
    for (qsizetype at = text.size() - 3; at > (n < 0 ? 1 : 0); at -= 3)
        text.insert(at, u' ');
    return text;
}

QString decimal(double value, int decimals, const QLocale &locale)
{
    QString text = locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        while (text.endsWith(locale.zeroDigit()))
            text.chop(locale.zeroDigit().size());
        if (text.endsWith(locale.decimalPoint()))
            text.chop(locale.decimalPoint().size());
    }
    return text;
}

QString percent(double share, const QLocale &locale)
{
    return Language(locale)
        .translate("Format", "%1 %", "a percentage")
        .arg(count(std::llround(share * 100), locale));
}

QString duration(qint64 ms, const QLocale &locale)
{
    if (ms < 0)
        return u"−"_s + duration(-ms, locale);
    static constexpr std::array<qint64, 4> UnitMs{DayMs, HourMs, MinuteMs, SecondMs};
    // Rounding may carry into a larger unit (59 min 59.6 s is an hour), so the units are chosen after it.
    qint64 rounded = 0;
    for (size_t smaller = 3; smaller >= 1; --smaller) {
        rounded = (ms + UnitMs[smaller] / 2) / UnitMs[smaller] * UnitMs[smaller];
        if (smaller == 1 || rounded < UnitMs[smaller - 2])
            break;
    }
    size_t large = 0;
    while (large < 3 && rounded < UnitMs[large])
        ++large;
    const QString first = unitText(int(large), rounded / UnitMs[large], locale);
    const qint64 rest = large < 3 ? rounded % UnitMs[large] / UnitMs[large + 1] : 0;
    return rest == 0 ? first : first + u' ' + unitText(int(large) + 1, rest, locale);
}

QString duration(const std::optional<double> &ms, const QLocale &locale)
{
    return ms ? duration(qint64(std::llround(*ms)), locale) : dash();
}

QString ago(qint64 ageMs, const QLocale &locale)
{
    const Language words(locale);
    if (ageMs < 10 * SecondMs)
        return words.translate("Format", "just now");
    return words.translate("Format", "%1 ago", "%1 is a duration").arg(duration(ageMs, locale));
}

QString difference(double now, double before, Words kind, const QLocale &locale)
{
    const auto change = wholePercent(now, before);
    if (!change)
        return {};
    const Language words(locale);
    if (*change == 0)
        return words.translate("Format", "the same");
    const bool up = *change > 0;
    QString text;
    switch (kind) {
    case Words::Amount:
        text = up ? words.translate("Format", "%1 % more") : words.translate("Format", "%1 % fewer");
        break;
    case Words::Speed:
        text = up ? words.translate("Format", "%1 % slower") : words.translate("Format", "%1 % faster");
        break;
    case Words::Level:
        text = up ? words.translate("Format", "%1 % higher") : words.translate("Format", "%1 % lower");
        break;
    }
    return text.arg(count(std::abs(*change), locale));
}

QString signedDifference(double now, double before, const QLocale &locale)
{
    const auto change = wholePercent(now, before);
    if (!change)
        return {};
    const QChar sign = *change > 0 ? u'+' : *change < 0 ? u'−' : u'±';
    return sign + percent(double(std::abs(*change)) / 100, locale);
}

QString bytes(qint64 n, const QLocale &locale)
{
    const Language words(locale);
    if (n < 1000)
        return words.translate("Format", "%n B", "bytes", n);
    double value = double(n);
    int unit = 0;
    // 999.95 kB would print as "1000 kB": the border is where the printed text changes.
    while (unit < 4 && value >= (unit == 0 ? 1000 : 999.5)) {
        value /= 1000;
        ++unit;
    }
    static constexpr std::array<const char *, 5> Units{
        "", QT_TRANSLATE_NOOP("Format", "%1 kB"), QT_TRANSLATE_NOOP("Format", "%1 MB"),
        QT_TRANSLATE_NOOP("Format", "%1 GB"), QT_TRANSLATE_NOOP("Format", "%1 TB")};
    return words.translate("Format", Units[size_t(unit)]).arg(decimal(value, value < 9.95 ? 1 : 0, locale));
}

QString discordTime(UtcMs at, TimeStyle style)
{
    const qint64 seconds = (at - (at < 0 ? SecondMs - 1 : 0)) / SecondMs;
    return u"<t:%1:%2>"_s.arg(seconds).arg(QLatin1Char(char(style)));
}

QString date(UtcMs at, const QTimeZone &zone, UtcMs now, const QLocale &locale)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(at, zone).date();
    const bool thisYear = day.year() == QDateTime::fromMSecsSinceEpoch(now, zone).date().year();
    return locale.toString(day, thisYear ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString dateTime(UtcMs at, const QTimeZone &zone, UtcMs now, const QLocale &locale)
{
    return date(at, zone, now, locale) + u' '
        + QDateTime::fromMSecsSinceEpoch(at, zone).time().toString(u"HH:mm"_s);
}

} // namespace Format
