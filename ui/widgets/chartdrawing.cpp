// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartdrawing.h"

#include <QAreaSeries>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QLineSeries>
#include <QPen>
#include <QValueAxis>

#include <cmath>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace ChartDrawing;

namespace {

constexpr Qt::PenStyle SeriesPens[] = {Qt::SolidLine,   Qt::DashLine,       Qt::DotLine,
                                       Qt::DashDotLine, Qt::CustomDashLine, Qt::SolidLine};

QList<QPointF> seriesPoints(const ChartSpec::Series &series, double unit, std::optional<double> cap)
{
    QList<QPointF> points;
    for (int i = 0; i < series.values.size(); ++i) {
        double y = series.values[i] / unit;
        if (cap && y > *cap / unit) // false for NaN, which has to stay
            y = *cap / unit;
        if (series.shape == ChartSpec::Shape::Steps || series.reference) {
            points.append({i - 0.5, y});
            points.append({i + 0.5, y});
        } else {
            points.append({double(i), y});
        }
    }
    return points;
}

// What is not measured is a gap (M-20). Qt Charts leaves it out under a solid pen only and joins a dashed line over it, so
// each stretch of measured points becomes a line of its own.
QVector<QList<QPointF>> measuredStretches(const QList<QPointF> &points)
{
    QVector<QList<QPointF>> stretches;
    bool measured = false;
    for (const QPointF &point : points) {
        const bool before = std::exchange(measured, !std::isnan(point.y()));
        if (measured && !before)
            stretches.append(QList<QPointF>());
        if (measured)
            stretches.last().append(point);
    }
    return stretches;
}

} // namespace

QColor ChartDrawing::seriesColour(const ThemeColours &colours, const ChartSpec &spec, int index)
{
    return spec.series[index].reference ? colours.reference : colours.series[index % colours.series.size()];
}

QPen ChartDrawing::seriesPen(const ThemeColours &colours, const ChartSpec &spec, int index)
{
    QPen pen(seriesColour(colours, spec, index));
    if (spec.series[index].reference) {
        pen.setWidthF(1.2);
        if (spec.series[index].dotted)
            pen.setStyle(Qt::DotLine);
        return pen;
    }
    pen.setWidthF(index == 5 ? 1 : 2);
    const Qt::PenStyle style = SeriesPens[index % 6];
    if (style == Qt::CustomDashLine)
        pen.setDashPattern({8, 3});
    else
        pen.setStyle(style);
    return pen;
}

QBrush ChartDrawing::barBrush(int series, const QColor &colour)
{
    return series % 2 ? QBrush(colour, Qt::BDiagPattern) : QBrush(colour);
}

namespace {

// Lying bars: the first point on top, no axes, because names and values are written beside the bars.
void fillHorizontal(QChart *chart, const ChartSpec &spec, const ThemeColours &colours)
{
    const int count = int(spec.points.size());
    auto *x = new QValueAxis(chart);
    x->setRange(0, chartScale(spec).top);
    x->setVisible(false);
    auto *y = new QValueAxis(chart);
    y->setRange(-0.5, qMax(0.5, count - 0.5));
    y->setVisible(false);
    chart->addAxis(x, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    auto *bars = new QHorizontalBarSeries(chart);
    bars->setBarWidth(0.6);
    for (int s = 0; s < spec.series.size(); ++s) {
        const ChartSpec::Series &series = spec.series[s];
        if (series.reference)
            continue; // the overlay marks it
        auto *set = new QBarSet(series.name, bars);
        const QColor colour = seriesColour(colours, spec, s);
        set->setBrush(barBrush(s, colour));
        set->setPen(QPen(Qt::NoPen));
        set->setSelectedColor(colours.reference);
        for (int i = count - 1; i >= 0; --i) {
            const double value = series.values.value(i);
            *set << (std::isnan(value) ? 0 : value);
        }
        for (int i = 0; i < count; ++i) {
            if (spec.weak.value(i))
                set->setBarSelected(count - 1 - i, true);
        }
        bars->append(set);
    }
    chart->addSeries(bars);
    bars->attachAxis(x);
    bars->attachAxis(y);
    chart->legend()->hide();
}

} // namespace

void ChartDrawing::fill(QChart *chart, const ChartSpec &spec, const ThemeColours &colours, const QFont &font)
{
    chart->removeAllSeries();
    const auto axes = chart->axes();
    for (QAbstractAxis *axis : axes) {
        chart->removeAxis(axis);
        delete axis;
    }
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundBrush(colours.card);
    chart->setBackgroundPen(Qt::NoPen);
    chart->setBackgroundRoundness(0);
    chart->setDropShadowEnabled(false);
    const ChartScale scale = chartScale(spec);

    if (spec.horizontal)
        return fillHorizontal(chart, spec, colours);
    auto *x = new QValueAxis(chart);
    x->setRange(-0.5, qMax(0.5, double(spec.points.size()) - 0.5));
    x->setVisible(false);
    auto *y = new QValueAxis(chart);
    y->setTickType(QValueAxis::TicksDynamic);
    y->setTickInterval(scale.step);
    y->setRange(0, scale.top);
    y->setLabelFormat(u"%d"_s);
    y->setTitleText(spec.durations ? scale.unitText : spec.unit);
    QFont titleFont = font;
    titleFont.setWeight(QFont::Normal);
    y->setTitleFont(titleFont);
    y->setTitleBrush(colours.muted);
    y->setLabelsFont(font);
    y->setLabelsColor(colours.muted);
    y->setGridLineColor(colours.border);
    y->setLinePen(Qt::NoPen);
    chart->addAxis(x, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    const auto attach = [&](QAbstractSeries *series) {
        chart->addSeries(series);
        series->attachAxis(x);
        series->attachAxis(y);
    };

    auto *bars = new QBarSeries(chart);
    bars->setBarWidth(BarWidth);
    int barSets = 0;
    for (int s = 0; s < spec.series.size(); ++s) {
        const ChartSpec::Series &series = spec.series[s];
        if (series.shape != ChartSpec::Shape::Bars)
            continue;
        auto *set = new QBarSet(series.name, bars);
        QList<qreal> values;
        for (const double value : series.values)
            values.append(std::isnan(value) ? 0 : value / scale.unitMs);
        set->append(values);
        const QColor colour = seriesColour(colours, spec, s);
        set->setBrush(barBrush(s, colour));
        set->setPen(QPen(colour, 1));
        bars->append(set);
        ++barSets;
    }
    if (barSets > 0)
        attach(bars);
    else
        delete bars;
    for (int s = 0; s < spec.series.size(); ++s) {
        const ChartSpec::Series &series = spec.series[s];
        if (series.shape == ChartSpec::Shape::Bars)
            continue;
        const auto stretches = measuredStretches(seriesPoints(series, scale.unitMs, spec.cap));
        for (const QList<QPointF> &stretch : stretches) {
            auto *line = new QLineSeries(chart);
            line->setName(series.name);
            line->setPen(seriesPen(colours, spec, s));
            line->replace(stretch);
            if (series.shape == ChartSpec::Shape::Steps && !series.reference) {
                auto *area = new QAreaSeries(line);
                area->setParent(chart);
                line->setParent(area);
                area->setName(series.name);
                QColor fill = seriesColour(colours, spec, s);
                fill.setAlpha(48);
                area->setBrush(fill);
                area->setPen(seriesPen(colours, spec, s));
                attach(area);
            } else {
                attach(line);
            }
        }
    }
    chart->legend()->hide();
}
