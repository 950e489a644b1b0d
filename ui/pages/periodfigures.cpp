// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/periodfigures.h"

#include "bot/base/format.h"
#include "bot/store/gaps.h"
#include "ui/daterange.h"
#include "ui/dates.h"

#include <QCoreApplication>
#include <QDateTime>

#include <limits>

namespace {

struct PeriodTr
{
    Q_DECLARE_TR_FUNCTIONS(Period)
};

using Why = ChartSpec::Band::Why;

Why whyOf(const CoverageGap &gap)
{
    if (gap.cause == UnrecordedCause)
        return Why::BeforeRecording;
    return gap.cause == ImportedCause ? Why::AfterImport : Why::Offline;
}

} // namespace

namespace PeriodFigures {

std::optional<Window> periodBefore(Window window, UtcMs recordingBeganMs)
{
    const Window before = window.previous();
    const bool recorded = recordingBeganMs > 0 && before.fromMs >= recordingBeganMs - DayMs;
    return recorded ? std::optional(before) : std::nullopt;
}

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString whenText(UtcMs ms, const QTimeZone &zone)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(ms, zone);
    return PeriodTr::tr("%1, %2", "date, time").arg(Dates::weekday(when.date()), Dates::time(when.time()));
}

QString peakNumber(const Peak &peak)
{
    return peak.min == peak.max ? Format::count(peak.max)
                                : PeriodTr::tr("%1–%2", "an interval of counts")
                                      .arg(Format::count(peak.min), Format::count(peak.max));
}

QVector<ChartSpec::Band> bands(const QVector<CoverageGap> &gaps, Window window)
{
    QVector<ChartSpec::Band> result;
    for (const CoverageGap &gap : gaps) {
        const UtcMs to = gap.toMs > 0 ? gap.toMs : window.toMs;
        if (!gap.channel && to > window.fromMs && gap.fromMs < window.toMs)
            result.append({qMax(gap.fromMs, window.fromMs), qMin(to, window.toMs), whyOf(gap)});
    }
    return result;
}

QString bandText(const ChartSpec::Band &band, const QTimeZone &zone)
{
    const QString from = whenText(band.fromMs, zone);
    const QString to = whenText(band.toMs, zone);
    if (from == to) // "06:03 to 06:03" would look like nothing at all
        return PeriodTr::tr("%1 for %2", "from, duration")
            .arg(from, Format::duration(double(band.toMs - band.fromMs)));
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(band.toMs, zone);
    const bool sameDay = QDateTime::fromMSecsSinceEpoch(band.fromMs, zone).date() == end.date();
    return PeriodTr::tr("%1 to %2", "from, until").arg(from, sameDay ? Dates::time(end.time()) : to);
}

QString gapsText(QVector<ChartSpec::Band> offline, const QTimeZone &zone, double observed)
{
    offline.removeIf([](const ChartSpec::Band &band) { return band.toMs - band.fromMs < SecondMs; });
    if (offline.isEmpty())
        return {};
    QStringList sentences;
    for (const ChartSpec::Band &band : std::as_const(offline)) {
        if (band.why == Why::BeforeRecording)
            sentences.append(
                PeriodTr::tr("* Nothing was recorded before %1.").arg(whenText(band.toMs, zone)));
        else if (band.why == Why::AfterImport)
            sentences.append(
                PeriodTr::tr("* Nothing was recorded %1.", "from, until").arg(bandText(band, zone)));
    }
    offline.removeIf([](const ChartSpec::Band &band) { return band.why != Why::Offline; });
    if (offline.size() == 1)
        sentences.append(PeriodTr::tr("* Bot was offline %1.").arg(bandText(offline.first(), zone)));
    else if (!offline.isEmpty())
        sentences.append(PeriodTr::tr("* Bot was offline %n time(s), last %1.", nullptr, int(offline.size()))
                             .arg(bandText(offline.last(), zone)));
    // Rounded, "100 %" would stand beside what was missed; one outage says itself how long it was.
    if (observed < FullyObserved && !(sentences.size() == 1 && offline.size() == 1))
        sentences.append(PeriodTr::tr("Observed %1 of this period.").arg(Format::percent(observed)));
    return sentences.join(u' ');
}

double seen(const Bucket &bucket, int count)
{
    return count == 0 && bucket.observed <= 0 ? std::numeric_limits<double>::quiet_NaN() : count;
}

QString countText(int count, double observed)
{
    return count == 0 && observed <= 0 ? QString(Format::Dash) : Format::count(count);
}

QString nothingText(double observed)
{
    return observed <= 0 ? PeriodTr::tr("Nothing was recorded in this period.")
                         : PeriodTr::tr("No tickets in this period.");
}

QString coverageSentence(const TicketStatistics &statistics)
{
    if (statistics.missingMs == 0)
        return PeriodTr::tr("The whole period was observed.");
    const QString missing = Format::duration(double(statistics.missingMs));
    return statistics.observed < FullyObserved
        ? PeriodTr::tr("Observed %1 of this period; %2 missing.")
              .arg(Format::percent(statistics.observed), missing)
        : PeriodTr::tr("%1 of this period were not observed.", "a duration").arg(missing);
}

QString pictureCaption(Window window, const QTimeZone &zone, const QString &category, const QString &server)
{
    const QDate first = QDateTime::fromMSecsSinceEpoch(window.fromMs, zone).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(window.toMs - 1, zone).date();
    QStringList parts{DateRange::dates(first, last).title({window.toMs, zone}), category, server};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString daysText(const ChartSpec &spec, const ChartSpec::Point &point)
{
    const QDate first = QDateTime::fromMSecsSinceEpoch(point.fromMs, spec.zone).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(point.toMs - 1, spec.zone).date();
    if (spec.bucket == BucketSize::Hour)
        return whenText(point.fromMs, spec.zone);
    return DateRange::dates(first, last).title({point.toMs, spec.zone});
}

QString perBucket(BucketSize size, const char *hour, const char *day, const char *week, const char *month)
{
    switch (size) {
    case BucketSize::Hour:
        return PeriodTr::tr(hour);
    case BucketSize::Day:
        return PeriodTr::tr(day);
    case BucketSize::Week:
        return PeriodTr::tr(week);
    case BucketSize::Month:
        break;
    }
    return PeriodTr::tr(month);
}

} // namespace PeriodFigures
