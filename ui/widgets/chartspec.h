// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/statistics.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QVector>

#include <functional>

class QJsonObject;

// What a chart shows, without any drawing: series over buckets of time. The window, pictures for Discord, the
// table behind the chart, CSV and the sentences for screen readers are all made from this one value
// (UX 2.10). Pure.
struct ChartSpec
{
    enum class Shape
    {
        Bars,
        Line,
        Steps
    };
    struct Series
    {
        QString name; // "Opened"
        QVector<double> values; // one per point; NaN = nothing measured
        Shape shape = Shape::Bars;
        bool reference = false; // previous period: thin grey, no marker
        bool dotted = false;
        std::optional<double> total = {}; // of all points, where that is not their sum
    };
    struct Point
    {
        UtcMs fromMs = 0;
        UtcMs toMs = 0;
        bool partial = false; // cut by the window's edge
    };
    struct Column // what only the table, files and the readout say
    {
        enum class Kind
        {
            Count,
            Duration, // milliseconds
            Decimal
        };
        QString name;
        QVector<double> values; // one per point; NaN = nothing measured
        Kind kind = Kind::Count;
        QString unit = {}; // of counts and decimals
        bool inReadout = false;
    };
    struct Mark // a line between points: 1.5 = where the second point ends
    {
        double at = 0;
        QString text;
    };
    struct Band // the bot was not looking
    {
        UtcMs fromMs = 0;
        UtcMs toMs = 0;
        enum class Why
        {
            Offline,
            BeforeRecording,
            AfterImport // nobody had taken over yet
        } why = Why::Offline;
    };

    QString title;
    QString unit; // axis title: "tickets"
    bool durations = false; // values are milliseconds
    QVector<Point> points;
    QStringList pointNames; // where points are no dates: one per point ("14:00")
    QString pointsName; // what those are: "Category"
    bool horizontal = false; // bars lie, names at their left, values at their right
    QStringList pointNotes; // horizontal: behind the value ("median 4 min")
    QVector<bool> weak; // per point: too few tickets for a verdict (M-20), drawn grey
    QVector<Mark> marks;
    QVector<Column> columns;
    QVector<Series> series;
    QVector<Band> offline;
    BucketSize bucket = BucketSize::Day;
    QTimeZone zone = QTimeZone::utc();
    std::optional<double> target;
    QString targetText; // "target 10 min"
    std::optional<double> cap; // what is higher stands at the top, with an arrow and its number
    QString startText; // at the left edge: "carried over 12", at that height
    double startValue = 0;
    QString peakText; // "peak 19", written at the highest value of the first series
    QString summaryText; // instead of totals and highest value
    QString comparison; // "9 % more than the 30 days before", closes the summary
    QString emptyText; // in the middle when there is nothing to draw

    bool empty() const; // no point, or no value above zero anywhere
};

// Buckets of statistics.h as points of a chart.
QVector<ChartSpec::Point> chartPoints(const QVector<Bucket> &buckets);
QVector<double> chartValues(const QVector<Bucket> &buckets,
                            const std::function<double(const Bucket &)> &value);

// Integer ticks in 1-2-5 steps for counts, round numbers of a fitting unit for durations.
struct ChartScale
{
    double top = 1; // in axis units
    double step = 1;
    double unitMs = 1; // durations: milliseconds per axis unit; else 1
    QString unitText; // "minutes"; empty for counts
};
ChartScale chartScale(const ChartSpec &spec);

// Own date labels, whole or not at all (Qt Charts cuts them to "…"): every 1, 2 or 7*2^n days, at least 72 px
// apart.
struct ChartLabel
{
    int point = 0;
    double left = 0; // pixels from the plot's left edge
    double width = 0;
    QString text;
};
QVector<ChartLabel> chartDateLabels(const ChartSpec &spec, double plotWidth,
                                    const std::function<double(const QString &)> &textWidth);

QString chartPointText(const ChartSpec &spec,
                       int point); // "Tue 3 Nov", "from 14:03 on 15 Nov", "Mon 16 – Sun 22 Nov"
QString chartValueText(const ChartSpec &spec, double value);
QString chartColumnText(const ChartSpec::Column &column, int point);
QString chartBarText(const ChartSpec &spec, int point); // beside a lying bar: "12 · median 4 min"
QString chartReadout(const ChartSpec &spec, int point); // "Tue 3 Nov: 12 opened, 9 closed"
QString comparisonSentence(const ChartSpec &spec); // "9 % more than the 7 days before."; or empty
QString
chartSummary(const ChartSpec &spec); // "30 days. 312 opened, 310 closed. Highest 18 opened on 3 November."
QStringList chartTableHeader(const ChartSpec &spec);
QByteArray chartCsv(const ChartSpec &spec); // times as ISO 8601 with offset, durations in seconds

// The picture that a slash command asks for (bot/commands/statisticscommand.cpp writes it):
//   { "kind": "list|volume|response|hours", "bucket": "hour|day|week|month", "zone": IANA, "from": ms, "to": ms,
//     "buckets": [{"from", "to", "opened", "closed", "openAtEnd", "firstResponseMedian": ms or null,
//                  "firstResponseP90": ms or null, "firstResponses", "observed": 0..1, "partial": bool}] }
// Unknown or missing fields give a plainer chart, never an error.
ChartSpec chartSpecFromJson(const QJsonObject &json);
