// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace {

struct FormatTr
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString number(qint64 n)
{
    return QLocale().toString(n);
}

struct DurationParts // the two largest units; the second may be 0
{
    enum Unit
    {
        Seconds,
        Minutes,
        Hours,
        Days
    } unit = Seconds;
    qint64 large = 0;
    qint64 small = 0;
};

DurationParts partsOf(qint64 seconds)
{
    if (seconds < 60)
        return {DurationParts::Seconds, seconds, 0};
    if (seconds < 3600)
        return {DurationParts::Minutes, seconds / 60, seconds % 60};
    if (seconds < 86400)
        return {DurationParts::Hours, seconds / 3600, seconds % 3600 / 60};
    return {DurationParts::Days, seconds / 86400, seconds % 86400 / 3600};
}

// Rounds to the smaller of the two units that will be shown, so that 59 min 59.6 s reads "1 h" and not "59
// min 60 s".
qint64 roundedSeconds(double ms)
{
    const auto roundedTo = [ms](double unitMs) { return qint64(std::llround(ms / unitMs) * unitMs / 1000); };
    qint64 seconds = roundedTo(1000);
    if (seconds >= 3600)
        seconds = roundedTo(60000);
    if (seconds >= 86400)
        seconds = roundedTo(3600000);
    return seconds;
}

QString shortText(const DurationParts &p)
{
    const QString large = number(p.large);
    const QString small = number(p.small);
    switch (p.unit) {
    case DurationParts::Seconds:
        return FormatTr::tr("%1 s", "seconds").arg(large);
    case DurationParts::Minutes:
        return p.small ? FormatTr::tr("%1 min %2 s").arg(large, small)
                       : FormatTr::tr("%1 min", "minutes").arg(large);
    case DurationParts::Hours:
        return p.small ? FormatTr::tr("%1 h %2 min").arg(large, small)
                       : FormatTr::tr("%1 h", "hours").arg(large);
    case DurationParts::Days:
        break;
    }
    return p.small ? FormatTr::tr("%1 d %2 h").arg(large, small) : FormatTr::tr("%1 d", "days").arg(large);
}

QString spokenText(const DurationParts &p)
{
    const auto unit = [](int which, qint64 n) {
        switch (which) {
        case DurationParts::Seconds:
            return FormatTr::tr("%n second(s)", nullptr, int(n));
        case DurationParts::Minutes:
            return FormatTr::tr("%n minute(s)", nullptr, int(n));
        case DurationParts::Hours:
            return FormatTr::tr("%n hour(s)", nullptr, int(n));
        default:
            return FormatTr::tr("%n day(s)", nullptr, int(n));
        }
    };
    if (p.unit == DurationParts::Seconds || p.small == 0)
        return unit(p.unit, p.large);
    return FormatTr::tr("%1 %2", "two parts of a duration: \"6 minutes\" \"10 seconds\"")
        .arg(unit(p.unit, p.large), unit(p.unit - 1, p.small));
}

DurationParts elapsedParts(qint64 ms)
{
    const qint64 seconds = qMax<qint64>(0, ms) / 1000;
    return partsOf(seconds < 60 ? seconds : seconds / 60 * 60);
}

} // namespace

QString Format::duration(std::optional<double> ms)
{
    return ms ? shortText(partsOf(roundedSeconds(qMax(0.0, *ms)))) : QString(Dash);
}

QString Format::elapsed(qint64 ms)
{
    return shortText(elapsedParts(ms));
}

QString Format::spokenDuration(std::optional<double> ms)
{
    return ms ? spokenText(partsOf(roundedSeconds(qMax(0.0, *ms)))) : FormatTr::tr("not measured");
}

QString Format::spokenElapsed(qint64 ms)
{
    return spokenText(elapsedParts(ms));
}

QString Format::count(qint64 n)
{
    return number(n);
}

QString Format::decimal(std::optional<double> value, int digits)
{
    return value ? QLocale().toString(*value, 'f', digits) : QString(Dash);
}

QString Format::percent(double fraction)
{
    return FormatTr::tr("%1 %").arg(number(qRound64(fraction * 100)));
}

QString Format::bytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}
