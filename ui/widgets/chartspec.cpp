// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartspec.h"

#include "bot/base/csv.h"
#include "bot/base/format.h"
#include "ui/dates.h"
#include "ui/otherlanguage.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChartTr
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
};

constexpr double MinLabelDistance = 72;
constexpr double LabelGap = 10;
constexpr double NoValue = std::numeric_limits<double>::quiet_NaN();

QDateTime local(UtcMs ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone);
}

QString axisLabel(const ChartSpec &spec, int index)
{
    if (!spec.pointNames.isEmpty())
        return spec.pointNames.value(index);
    const QDateTime from = local(spec.points[index].fromMs, spec.zone);
    switch (spec.bucket) {
    case BucketSize::Hour:
        return from.time().hour() == 0 ? Dates::shortDay(from.date()) : Dates::time(from.time());
    case BucketSize::Day:
    case BucketSize::Week:
        return Dates::shortDay(from.date());
    case BucketSize::Month:
        return OtherLanguage::locale().toString(from.date(),
                                                from.date().month() == 1
                                                    ? ChartTr::tr("MMM yyyy", "date format: Jan 2026")
                                                    : ChartTr::tr("MMM", "date format: Nov"));
    }
    return {};
}

// Steps between labels that mean something: every day, every second one, then whole weeks.
QVector<int> labelSteps(BucketSize bucket)
{
    switch (bucket) {
    case BucketSize::Hour:
        return {1, 2, 3, 6, 12, 24, 48};
    case BucketSize::Day:
        return {1, 2, 7, 14, 28, 56, 112};
    case BucketSize::Week:
        return {1, 2, 4, 8, 16, 32, 64};
    case BucketSize::Month:
        return {1, 2, 3, 6, 12, 24, 60};
    }
    return {1};
}

double highest(const ChartSpec &spec)
{
    double top = 0;
    for (const auto &series : spec.series) {
        for (const double value : series.values) {
            if (!std::isnan(value))
                top = qMax(top, value);
        }
    }
    return top;
}

double niceStep(double range, double most)
{
    const double raw = range / most;
    const double magnitude = std::pow(10, std::floor(std::log10(qMax(raw, 1e-9))));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (raw <= factor * magnitude)
            return factor * magnitude;
    }
    return 10 * magnitude;
}

} // namespace

bool ChartSpec::empty() const
{
    return points.isEmpty() || highest(*this) <= 0;
}

QVector<ChartSpec::Point> chartPoints(const QVector<Bucket> &buckets)
{
    QVector<ChartSpec::Point> points;
    points.reserve(buckets.size());
    for (const Bucket &bucket : buckets)
        points.append({bucket.fromMs, bucket.toMs, bucket.partial});
    return points;
}

QVector<double> chartValues(const QVector<Bucket> &buckets,
                            const std::function<double(const Bucket &)> &value)
{
    QVector<double> values;
    values.reserve(buckets.size());
    for (const Bucket &bucket : buckets)
        values.append(value(bucket));
    return values;
}

ChartScale chartScale(const ChartSpec &spec)
{
    ChartScale scale;
    double top = qMax(highest(spec), spec.target.value_or(0));
    if (spec.cap)
        top = qMin(top, *spec.cap);
    if (spec.horizontal) { // values are written beside the bars: the longest takes all the room
        scale.top = scale.step = qMax(1.0, top);
        return scale;
    }
    if (spec.durations) {
        const bool hours = top >= 3 * HourMs;
        const bool minutes = top >= 3 * MinuteMs;
        scale.unitMs = double(hours ? HourMs : minutes ? MinuteMs : SecondMs);
        scale.unitText = hours ? ChartTr::tr("hours")
            : minutes          ? ChartTr::tr("minutes")
                               : ChartTr::tr("seconds");
        top /= scale.unitMs;
    }
    scale.step = qMax(1.0, niceStep(qMax(top, 1.0), 4));
    scale.top = qMax(scale.step, std::ceil(top / scale.step) * scale.step);
    return scale;
}

QVector<ChartLabel> chartDateLabels(const ChartSpec &spec, double plotWidth,
                                    const std::function<double(const QString &)> &textWidth)
{
    QVector<ChartLabel> labels;
    const int count = int(spec.points.size());
    if (count == 0 || plotWidth <= 0)
        return labels;
    const double bucketWidth = plotWidth / count;
    const auto place = [&](int point, const QString &text) {
        const double width = textWidth(text);
        const double centre = (point + 0.5) * bucketWidth;
        return ChartLabel{point, qBound(0.0, centre - width / 2, qMax(0.0, plotWidth - width)), width, text};
    };
    const auto fits = [&](const ChartLabel &label) {
        return label.width <= plotWidth
            && std::none_of(labels.begin(), labels.end(), [&](const ChartLabel &other) {
                   return label.left < other.left + other.width + LabelGap
                       && other.left < label.left + label.width + LabelGap;
               });
    };

    // What the window's edges cut says so, where there is room for it beside at least one date.
    if (count > 2 && spec.points.first().partial) {
        const QDateTime from = local(spec.points[0].fromMs, spec.zone);
        const bool days = spec.bucket == BucketSize::Hour || spec.bucket == BucketSize::Day;
        const ChartLabel first =
            place(0,
                  ChartTr::tr("from %1", "first, partial bucket")
                      .arg(days ? Dates::time(from.time()) : Dates::shortDay(from.date())));
        if (first.width < plotWidth / 3)
            labels.append(first);
    }
    if (count > 2 && spec.points.last().partial) {
        const ChartLabel last = place(count - 1, ChartTr::tr("so far", "last, partial bucket"));
        if (last.width < plotWidth / 3 && fits(last))
            labels.append(last);
    }

    double widest = 0;
    for (int i = 0; i < count; ++i)
        widest = qMax(widest, textWidth(axisLabel(spec, i)));
    const double distance = qMax(MinLabelDistance, widest + LabelGap);
    int step = 0;
    for (const int candidate : labelSteps(spec.bucket)) {
        step = candidate;
        if (candidate * bucketWidth >= distance)
            break;
    }
    while (step * bucketWidth < distance && step < count)
        step *= 2;
    const int start = count > 2 && spec.points.first().partial ? 1 : 0;
    for (int i = start; i < count; i += step) {
        const ChartLabel label = place(i, axisLabel(spec, i));
        if (fits(label))
            labels.append(label);
    }
    std::sort(labels.begin(), labels.end(),
              [](const ChartLabel &a, const ChartLabel &b) { return a.left < b.left; });
    return labels;
}

QString chartPointText(const ChartSpec &spec, int index)
{
    if (index < 0 || index >= spec.points.size())
        return {};
    if (!spec.pointNames.isEmpty())
        return spec.pointNames.value(index);
    const ChartSpec::Point &point = spec.points[index];
    const QDateTime from = local(point.fromMs, spec.zone);
    const QDateTime to = local(point.toMs - 1, spec.zone);
    switch (spec.bucket) {
    case BucketSize::Hour:
        return ChartTr::tr("%1, %2", "day, time").arg(Dates::weekday(from.date()), Dates::time(from.time()));
    case BucketSize::Day: {
        const QString day = Dates::weekday(from.date());
        if (!point.partial)
            return day;
        return index == 0 ? ChartTr::tr("%1 from %2", "day, time").arg(day, Dates::time(from.time()))
                          : ChartTr::tr("%1 so far", "the current day").arg(day);
    }
    case BucketSize::Week:
        return ChartTr::tr("%1 – %2", "first and last day")
            .arg(Dates::shortDay(from.date()), Dates::shortDay(to.date()));
    case BucketSize::Month:
        return OtherLanguage::locale().toString(from.date(),
                                                ChartTr::tr("MMMM yyyy", "date format: November 2026"));
    }
    return {};
}

QString chartValueText(const ChartSpec &spec, double value)
{
    if (std::isnan(value))
        return QString(Format::Dash);
    if (spec.durations)
        return Format::duration(value, OtherLanguage::locale());
    return value == std::floor(value) ? Format::count(qint64(value), OtherLanguage::locale())
                                      : Format::decimal(value, 1, OtherLanguage::locale());
}

QString chartColumnText(const ChartSpec::Column &column, int point)
{
    const double value = column.values.value(point, NoValue);
    if (std::isnan(value))
        return QString(Format::Dash);
    switch (column.kind) {
    case ChartSpec::Column::Kind::Count:
        return Format::count(qint64(value));
    case ChartSpec::Column::Kind::Duration:
        return Format::duration(value);
    case ChartSpec::Column::Kind::Decimal:
        break;
    }
    return Format::decimal(value);
}

QString chartBarText(const ChartSpec &spec, int point)
{
    if (spec.series.isEmpty())
        return {};
    const QString value = chartValueText(spec, spec.series.first().values.value(point, NoValue));
    const QString note = spec.pointNotes.value(point);
    return note.isEmpty() ? value : ChartTr::tr("%1 · %2", "value, note").arg(value, note);
}

QString chartReadout(const ChartSpec &spec, int index)
{
    if (index < 0 || index >= spec.points.size())
        return {};
    QStringList values;
    for (const auto &series : spec.series) {
        const double value = series.values.value(index, NoValue);
        const QString text = std::isnan(value) ? ChartTr::tr("not measured") : chartValueText(spec, value);
        values.append(
            spec.durations
                ? ChartTr::tr("%1 %2", "series, duration: median 4 min").arg(series.name.toLower(), text)
                : ChartTr::tr("%1 %2", "count, series: 12 opened").arg(text, series.name.toLower()));
    }
    for (const ChartSpec::Column &column : spec.columns) {
        if (column.inReadout)
            values.append(ChartTr::tr("%1 %2", "name, value: median 4 min")
                              .arg(column.name.toLower(), chartColumnText(column, index)));
    }
    return ChartTr::tr("%1: %2", "date, values")
        .arg(chartPointText(spec, index), values.join(ChartTr::tr(", ")));
}

QString comparisonSentence(const ChartSpec &spec)
{
    if (spec.comparison.isEmpty())
        return {};
    return spec.comparison.left(1).toUpper() + spec.comparison.mid(1) + u'.';
}

QStringList offlineSentences(const ChartSpec &spec)
{
    QStringList sentences;
    const auto unrecorded = [](const ChartSpec::Band &band) {
        return band.why != ChartSpec::Band::Why::Offline;
    };
    if (std::any_of(spec.offline.begin(), spec.offline.end(), unrecorded))
        sentences.append(ChartTr::tr("Nothing was recorded for part of this time."));
    if (!std::all_of(spec.offline.begin(), spec.offline.end(), unrecorded))
        sentences.append(ChartTr::tr("The bot was offline for part of this time."));
    return sentences;
}

QString chartSummary(const ChartSpec &spec)
{
    QString period;
    const int count = int(spec.points.size());
    if (count == 0)
        return spec.emptyText;
    const int days =
        qMax(1, int(qRound64(double(spec.points.last().toMs - spec.points.first().fromMs) / DayMs)));
    period = ChartTr::tr("%n day(s).", "length of a chart", days);
    if (spec.empty())
        return (QStringList{period, spec.emptyText} + offlineSentences(spec)).join(u' ');
    QStringList totals;
    for (const auto &series : spec.series) {
        if (series.reference || series.shape != ChartSpec::Shape::Bars)
            continue;
        double sum = 0;
        for (const double value : series.values)
            sum += std::isnan(value) ? 0 : value;
        totals.append(ChartTr::tr("%1 %2", "count, series: 12 opened")
                          .arg(chartValueText(spec, series.total.value_or(sum)), series.name.toLower()));
    }
    QStringList sentences{period};
    if (!spec.summaryText.isEmpty())
        sentences.append(spec.summaryText);
    else if (!totals.isEmpty() && !spec.durations)
        sentences.append(totals.join(ChartTr::tr(", ")) + u'.');
    if (!spec.series.isEmpty() && spec.summaryText.isEmpty()) {
        const auto &first = spec.series.first();
        int best = -1;
        for (int i = 0; i < first.values.size(); ++i) {
            if (!std::isnan(first.values[i]) && (best < 0 || first.values[i] > first.values[best]))
                best = i;
        }
        if (best >= 0) {
            sentences.append((spec.pointNames.isEmpty()
                                  ? ChartTr::tr("Highest %1 %2 on %3.", "value, series, date")
                                  : ChartTr::tr("Highest %1 %2: %3.", "value, series, name"))
                                 .arg(chartValueText(spec, first.values[best]), first.name.toLower(),
                                      chartPointText(spec, best)));
        }
    }
    if (!spec.comparison.isEmpty())
        sentences.append(comparisonSentence(spec));
    return (sentences + offlineSentences(spec)).join(u' ');
}

QStringList chartTableHeader(const ChartSpec &spec)
{
    QStringList header;
    if (!spec.pointsName.isEmpty())
        header.append(spec.pointsName);
    else
        switch (spec.bucket) {
        case BucketSize::Hour:
            header.append(ChartTr::tr("Hour"));
            break;
        case BucketSize::Day:
            header.append(ChartTr::tr("Day"));
            break;
        case BucketSize::Week:
            header.append(ChartTr::tr("Week"));
            break;
        case BucketSize::Month:
            header.append(ChartTr::tr("Month"));
            break;
        }
    for (const auto &series : spec.series)
        header.append(spec.unit.isEmpty()
                          ? series.name
                          : ChartTr::tr("%1 (%2)", "column, unit").arg(series.name, spec.unit));
    for (const auto &column : spec.columns)
        header.append(column.unit.isEmpty()
                          ? column.name
                          : ChartTr::tr("%1 (%2)", "column, unit").arg(column.name, column.unit));
    return header;
}

QByteArray chartCsv(const ChartSpec &spec)
{
    CsvWriter csv;
    const bool named = !spec.pointsName.isEmpty();
    if (named)
        csv.text(spec.pointsName);
    else
        csv.text(ChartTr::tr("From")).text(ChartTr::tr("To"));
    for (const auto &series : spec.series) {
        const QString unit = spec.durations ? ChartTr::tr("seconds") : spec.unit;
        csv.text(unit.isEmpty() ? series.name
                                : ChartTr::tr("%1 (%2)", "column, unit").arg(series.name, unit));
    }
    for (const auto &column : spec.columns) {
        const bool duration = column.kind == ChartSpec::Column::Kind::Duration;
        const QString unit = duration ? ChartTr::tr("seconds") : column.unit;
        csv.text(unit.isEmpty() ? column.name
                                : ChartTr::tr("%1 (%2)", "column, unit").arg(column.name, unit));
    }
    csv.endRow();
    const auto iso = [&](UtcMs ms) {
        const QDateTime time = local(ms, spec.zone);
        return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate);
    };
    const auto cell = [&csv](double value, bool duration) {
        if (std::isnan(value))
            csv.empty();
        else if (duration)
            csv.number(value / SecondMs, 1);
        else if (value == std::floor(value))
            csv.number(qint64(value));
        else
            csv.number(value, 3);
    };
    for (int i = 0; i < spec.points.size(); ++i) {
        if (named)
            csv.text(chartPointText(spec, i));
        else
            csv.text(iso(spec.points[i].fromMs)).text(iso(spec.points[i].toMs));
        for (const auto &series : spec.series)
            cell(series.values.value(i, NoValue), spec.durations);
        for (const auto &column : spec.columns)
            cell(column.values.value(i, NoValue), column.kind == ChartSpec::Column::Kind::Duration);
        csv.endRow();
    }
    return csv.bytes();
}

namespace {

ChartSpec busyHours(const ChartSpec &hourly)
{
    ChartSpec spec;
    spec.title = ChartTr::tr("Tickets opened by hour of the day");
    spec.unit = hourly.unit;
    spec.zone = hourly.zone;
    spec.bucket = BucketSize::Hour;
    spec.emptyText = hourly.emptyText;
    QVector<double> opened(24, 0);
    for (int i = 0; i < hourly.points.size(); ++i)
        opened[local(hourly.points[i].fromMs, hourly.zone).time().hour()] += hourly.series.first().values[i];
    for (int hour = 0; hour < 24; ++hour) {
        spec.points.append({hour * HourMs, (hour + 1) * HourMs});
        spec.pointNames.append(Dates::time(QTime(hour, 0)));
    }
    spec.series.append({ChartTr::tr("Opened"), opened});
    return spec;
}

} // namespace

ChartSpec chartSpecFromJson(const QJsonObject &json)
{
    ChartSpec spec;
    const QString kind = json["kind"_L1].toString();
    const QString bucket = json["bucket"_L1].toString();
    spec.bucket = bucket == "hour"_L1 ? BucketSize::Hour
        : bucket == "week"_L1         ? BucketSize::Week
        : bucket == "month"_L1        ? BucketSize::Month
                                      : BucketSize::Day;
    if (const QTimeZone zone(json["zone"_L1].toString().toUtf8()); zone.isValid())
        spec.zone = zone;
    spec.unit = ChartTr::tr("tickets");
    spec.emptyText = ChartTr::tr("No tickets in this period.");
    QVector<double> opened, closed, median, p90;
    const auto number = [](const QJsonValue &value) { return value.isDouble() ? value.toDouble() : NoValue; };
    const QJsonArray buckets = json["buckets"_L1].toArray();
    for (const QJsonValue &value : buckets) {
        const QJsonObject point = value.toObject();
        spec.points.append(
            {point["from"_L1].toInteger(), point["to"_L1].toInteger(), point["partial"_L1].toBool()});
        opened.append(point["opened"_L1].toInt());
        closed.append(point["closed"_L1].toInt());
        median.append(number(point["firstResponseMedian"_L1]));
        p90.append(number(point["firstResponseP90"_L1]));
    }
    if (kind == "response"_L1) {
        spec.title = ChartTr::tr("First response");
        spec.durations = true;
        spec.unit.clear();
        spec.series = {{ChartTr::tr("Median"), median, ChartSpec::Shape::Line},
                       {ChartTr::tr("90 % within"), p90, ChartSpec::Shape::Line}};
        spec.emptyText = ChartTr::tr("No first response in this period.");
        return spec;
    }
    spec.title = ChartTr::tr("Opened and closed");
    spec.series = {{ChartTr::tr("Opened"), opened}, {ChartTr::tr("Closed"), closed}};
    return kind == "hours"_L1 ? busyHours(spec) : spec;
}
