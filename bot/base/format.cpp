// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"

#include "bot/base/language.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Format {

namespace {

constexpr std::array<qint64, 4> FormatUnitMs{DayMs, HourMs, MinuteMs, SecondMs};

struct DurationParts // the two largest units; the second may be 0
{
    size_t unit = 0; // of FormatUnitMs
    qint64 large = 0;
    qint64 small = 0;
};

DurationParts durationParts(qint64 ms)
{
    size_t unit = 0;
    while (unit < 3 && ms < FormatUnitMs[unit])
        ++unit;
    return {unit, ms / FormatUnitMs[unit], unit < 3 ? ms % FormatUnitMs[unit] / FormatUnitMs[unit + 1] : 0};
}

// Rounded to the smaller of the two units shown. Rounding may carry into a larger unit (59 min 59.6 s is an
// hour), so the units are chosen after it.
DurationParts roundedParts(double exactMs)
{
    const qint64 ms = std::max<qint64>(0, std::llround(exactMs));
    qint64 rounded = 0;
    for (size_t smaller = 3; smaller >= 1; --smaller) {
        const qint64 unit = FormatUnitMs[smaller];
        rounded = (ms + unit / 2) / unit * unit;
        if (smaller == 1 || rounded < FormatUnitMs[smaller - 2])
            break;
    }
    return durationParts(rounded);
}

DurationParts elapsedParts(qint64 ms)
{
    const qint64 passed = std::max<qint64>(0, ms);
    return durationParts(passed < MinuteMs ? passed : passed / MinuteMs * MinuteMs);
}

QString unitText(size_t unit, qint64 n, const Language &words)
{
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

QString spokenUnit(size_t unit, qint64 n, const Language &words)
{
    switch (unit) {
    case 0:
        return words.translate("Format", "%n day(s)", nullptr, n);
    case 1:
        return words.translate("Format", "%n hour(s)", nullptr, n);
    case 2:
        return words.translate("Format", "%n minute(s)", nullptr, n);
    default:
        return words.translate("Format", "%n second(s)", nullptr, n);
    }
}

using UnitText = QString (*)(size_t, qint64, const Language &);
QString durationText(const DurationParts &parts, UnitText text, const QLocale &locale)
{
    const Language words(locale);
    const QString large = text(parts.unit, parts.large, words);
    if (parts.small == 0)
        return large;
    return words.translate("Format", "%1 %2", "two parts of a duration: \"6 min\" \"10 s\"")
        .arg(large, text(parts.unit + 1, parts.small, words));
}

// Whole percent that now differs from before; nothing when there is nothing to divide by.
std::optional<qint64> wholePercent(double now, double before)
{
    if (!(before > 0) || !std::isfinite(now))
        return {};
    return std::llround((now - before) / before * 100);
}

} // namespace

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

QString decimal(std::optional<double> value, int digits, const QLocale &locale)
{
    return value ? locale.toString(*value, 'f', digits) : QString(Dash);
}

QString percent(double share, const QLocale &locale)
{
    return Language(locale)
        .translate("Format", "%1 %", "a percentage")
        .arg(count(std::llround(share * 100), locale));
}

QString percentBelow(double share, const QLocale &locale)
{
    return Language(locale)
        .translate("Format", "%1 %", "a percentage")
        .arg(decimal(std::floor(share * 1000) / 10, 1, locale));
}

QString duration(std::optional<double> ms, const QLocale &locale)
{
    return ms ? durationText(roundedParts(*ms), unitText, locale) : QString(Dash);
}

QString elapsed(qint64 ms, const QLocale &locale)
{
    return durationText(elapsedParts(ms), unitText, locale);
}

QString spokenDuration(std::optional<double> ms, const QLocale &locale)
{
    return ms ? durationText(roundedParts(*ms), spokenUnit, locale)
              : Language(locale).translate("Format", "not measured");
}

QString spokenElapsed(qint64 ms, const QLocale &locale)
{
    return durationText(elapsedParts(ms), spokenUnit, locale);
}

QString ago(qint64 ageMs, const QLocale &locale)
{
    const Language words(locale);
    if (ageMs < 10 * SecondMs)
        return words.translate("Format", "just now");
    return words.translate("Format", "%1 ago", "%1 is a duration").arg(elapsed(ageMs, locale));
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
    const bool whole = value >= 9.95 || qAbs(value - std::round(value)) < 0.05;
    return words.translate("Format", Units[size_t(unit)]).arg(decimal(value, whole ? 0 : 1, locale));
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
    const Language words(locale);
    return locale.toString(day,
                           thisYear ? words.translate("Format", "d MMM", "date format: 3 Nov")
                                    : words.translate("Format", "d MMM yyyy", "date format: 3 Nov 2026"));
}

QString dateTime(UtcMs at, const QTimeZone &zone, UtcMs now, const QLocale &locale)
{
    return date(at, zone, now, locale) + u' '
        + QDateTime::fromMSecsSinceEpoch(at, zone).time().toString(u"HH:mm"_s);
}

} // namespace Format
