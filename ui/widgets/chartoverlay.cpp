// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartoverlay.h"

#include "ui/widgets/chartdrawing.h"

#include <QChart>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace ChartDrawing;

namespace {

constexpr double LegendSwatch = 26;
constexpr int MostMarkers = 45; // more would be one thick line

} // namespace

ChartOverlay::ChartOverlay(QChart *chart, const ChartSpec *spec, const ThemeColours *colours)
    : QGraphicsItem(chart), m_chart(chart), m_spec(spec), m_colours(colours)
{
    setZValue(20);
}

QRectF ChartOverlay::boundingRect() const
{
    return QRectF(QPointF(), m_chart->size());
}

void ChartOverlay::setFont(const QFont &font, const QColor &ink)
{
    m_font = font;
    m_ink = ink;
}

double ChartOverlay::legendHeight(double width) const
{
    const auto places = legendPlaces(width);
    return places.isEmpty() ? 0 : places.last().bottom() + 6;
}

void ChartOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QRectF plot = m_chart->plotArea();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_font);
    drawLegend(painter);
    if (!m_spec->horizontal)
        drawBands(painter, plot);
    if (m_spec->empty()) {
        constexpr int Flags = int(Qt::AlignCenter) | Qt::TextWordWrap;
        const QRectF words = painter->boundingRect(plot, Flags, m_spec->emptyText);
        painter->fillRect(words.adjusted(-6, -2, 6, 2), m_colours->card); // hatching would run through them
        painter->setPen(m_colours->muted);
        painter->drawText(plot, Flags, m_spec->emptyText);
    }
    if (m_spec->horizontal) {
        drawMarks(painter, plot);
        drawRows(painter, plot);
        drawCursor(painter, plot);
        return;
    }
    drawPartial(painter, plot);
    drawTarget(painter, plot);
    drawMarkers(painter, plot);
    drawHighValues(painter, plot);
    drawStart(painter, plot);
    drawPeak(painter, plot);
    drawMarks(painter, plot);
    drawLabels(painter, plot);
    drawCursor(painter, plot);
}

QVector<ChartLabel> ChartOverlay::labels() const
{
    if (m_spec->horizontal)
        return {};
    const QFontMetricsF metrics(m_font);
    return chartDateLabels(*m_spec, m_chart->plotArea().width(),
                           [&](const QString &text) { return metrics.horizontalAdvance(text); });
}

int ChartOverlay::pointAt(QPointF position) const
{
    const QRectF plot = m_chart->plotArea();
    if (m_spec->horizontal) {
        const int count = int(m_spec->points.size());
        if (count == 0 || position.y() < plot.top() || position.y() >= plot.bottom())
            return -1;
        return qBound(0, int((position.y() - plot.top()) / plot.height() * count), count - 1);
    }
    if (m_spec->points.isEmpty() || !plot.adjusted(0, 0, 0, LabelRoom).contains(position))
        return -1;
    return qBound(0, int((position.x() - plot.left()) / bucketWidth(plot)), int(m_spec->points.size()) - 1);
}

// Each bar has its part of the column from top to bottom: a short one is hit as easily as a long one.
int ChartOverlay::seriesAt(QPointF position, int point) const
{
    QVector<int> bars;
    for (int s = 0; s < m_spec->series.size(); ++s) {
        if (m_spec->series[s].shape == ChartSpec::Shape::Bars)
            bars.append(s);
    }
    if (m_spec->horizontal || bars.size() < 2)
        return 0;
    const QRectF column = columnOf(point, m_chart->plotArea());
    const double across = (position.x() - column.center().x()) / (column.width() * BarWidth) + 0.5;
    return bars[qBound(0, int(std::floor(across * double(bars.size()))), int(bars.size()) - 1)];
}

void ChartOverlay::setCursor(int point, int series)
{
    m_point = point;
    m_series = series;
    update();
}

QVector<QRectF> ChartOverlay::legendPlaces(double width) const
{
    QVector<QRectF> places;
    if (m_spec->series.size() < 2 || m_spec->empty())
        return places;
    const QFontMetricsF metrics(m_font);
    double x = LegendMargin;
    double y = m_legendTop;
    for (const auto &series : m_spec->series) {
        const double need = LegendSwatch + 6 + metrics.horizontalAdvance(series.name) + 2;
        if (x > LegendMargin && x + need > width - LegendMargin) {
            x = LegendMargin;
            y += metrics.height() + 2;
        }
        places.append({x, y, need, metrics.height()});
        x += need + 16;
    }
    return places;
}

void ChartOverlay::drawLegend(QPainter *painter) const
{
    const auto places = legendPlaces(m_chart->size().width());
    for (int s = 0; s < places.size(); ++s) {
        const QRectF swatch(places[s].left(), places[s].center().y() - 6, LegendSwatch, 12);
        const QColor colour = seriesColour(*m_colours, *m_spec, s);
        if (m_spec->series[s].shape == ChartSpec::Shape::Bars) {
            painter->setPen(QPen(colour, 1));
            painter->setBrush(barBrush(s, colour));
            painter->drawRect(swatch.adjusted(6, 0, -6, 0));
        } else {
            painter->setPen(seriesPen(*m_colours, *m_spec, s));
            if (m_spec->horizontal) {
                painter->setPen(QPen(colour, 3));
                painter->drawLine(QPointF(swatch.center().x(), swatch.top() - 1),
                                  QPointF(swatch.center().x(), swatch.bottom() + 1));
            } else {
                painter->drawLine(QPointF(swatch.left(), swatch.center().y()),
                                  QPointF(swatch.right(), swatch.center().y()));
            }
            if (m_spec->series[s].shape == ChartSpec::Shape::Line && !m_spec->series[s].reference) {
                painter->setBrush(colour);
                drawMarker(painter, s, swatch.center());
            }
        }
        painter->setPen(m_ink);
        painter->drawText(places[s].adjusted(LegendSwatch + 6, 0, 2, 0),
                          int(Qt::AlignLeft | Qt::AlignVCenter), m_spec->series[s].name);
    }
}

double ChartOverlay::bucketWidth(const QRectF &plot) const
{
    return plot.width() / qMax(1, int(m_spec->points.size()));
}

double ChartOverlay::xOf(UtcMs ms, const QRectF &plot) const
{
    const auto &points = m_spec->points;
    for (int i = 0; i < points.size(); ++i) {
        if (ms < points[i].toMs) {
            const double part = double(ms - points[i].fromMs) / double(points[i].toMs - points[i].fromMs);
            return plot.left() + (i + qBound(0.0, part, 1.0)) * bucketWidth(plot);
        }
    }
    return plot.right();
}

double ChartOverlay::yOf(double value, const QRectF &plot) const
{
    const ChartScale scale = chartScale(*m_spec);
    return plot.bottom() - qBound(0.0, value / scale.unitMs / scale.top, 1.0) * plot.height();
}

QRectF ChartOverlay::columnOf(int point, const QRectF &plot) const
{
    if (m_spec->horizontal) {
        const double height = plot.height() / qMax(1, int(m_spec->points.size()));
        return {plot.left(), plot.top() + point * height, plot.width(), height};
    }
    return {plot.left() + point * bucketWidth(plot), plot.top(), bucketWidth(plot), plot.height()};
}

void ChartOverlay::drawBands(QPainter *painter, const QRectF &plot) const
{
    for (const ChartSpec::Band &band : m_spec->offline) {
        const double from = xOf(band.fromMs, plot);
        const double to = qMax(from + 2, xOf(band.toMs, plot));
        painter->fillRect(QRectF(from, plot.top(), to - from, plot.height()),
                          QBrush(m_colours->reference, Qt::BDiagPattern));
    }
}

void ChartOverlay::drawPartial(QPainter *painter, const QRectF &plot) const
{
    int sets = 0;
    for (const auto &series : m_spec->series)
        sets += series.shape == ChartSpec::Shape::Bars;
    if (sets == 0)
        return;
    for (int i = 0; i < m_spec->points.size(); ++i) {
        if (!m_spec->points[i].partial)
            continue;
        const QRectF column = columnOf(i, plot);
        int set = 0;
        for (const auto &series : m_spec->series) {
            if (series.shape != ChartSpec::Shape::Bars)
                continue;
            const double value = series.values.value(i);
            const double width = column.width() * BarWidth / sets;
            if (!std::isnan(value) && value > 0) {
                const double top = yOf(value, plot);
                const QRectF bar(column.left() + column.width() * (1 - BarWidth) / 2 + set * width, top,
                                 width, plot.bottom() - top);
                painter->fillRect(bar, QBrush(m_colours->card, Qt::FDiagPattern));
                painter->fillRect(bar.adjusted(2, 2, -2, 0), QBrush(m_colours->card, Qt::Dense4Pattern));
            }
            ++set;
        }
    }
}

// Over or under its line, the first place from the left where no point lies.
QRectF ChartOverlay::placeOfTarget(const QFontMetricsF &metrics, const QRectF &plot) const
{
    QVector<QPointF> points;
    for (const auto &series : m_spec->series) {
        if (series.shape != ChartSpec::Shape::Line)
            continue;
        for (int i = 0; i < m_spec->points.size(); ++i) {
            if (!std::isnan(series.values.value(i)))
                points.append({columnOf(i, plot).center().x(), yOf(series.values[i], plot)});
        }
    }
    constexpr double PointSize = 6;
    const auto isFree = [&points](const QRectF &text) {
        const QRectF around = text.adjusted(-PointSize, -PointSize, PointSize, PointSize);
        return std::none_of(points.cbegin(), points.cend(),
                            [&around](QPointF point) { return around.contains(point); });
    };
    const double y = yOf(*m_spec->target, plot);
    const QSizeF size(metrics.horizontalAdvance(m_spec->targetText) + 4, metrics.height());
    const double above = y - size.height() - 1 >= plot.top() ? y - size.height() - 1 : y + 1;
    const double below = y + 1 + size.height() <= plot.bottom() ? y + 1 : above;
    const QRectF usual({plot.left() + 6, above}, size);
    constexpr double Step = 8;
    for (double left = usual.left(); left + size.width() <= plot.right(); left += Step) {
        for (const double top : {above, below}) {
            if (const QRectF text({left, top}, size); isFree(text))
                return text;
        }
    }
    return usual;
}

void ChartOverlay::drawTarget(QPainter *painter, const QRectF &plot) const
{
    if (!m_spec->target)
        return;
    painter->setPen(QPen(m_colours->reference, 1.5, Qt::DotLine));
    const double y = yOf(*m_spec->target, plot);
    painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    if (m_spec->targetText.isEmpty())
        return;
    const QRectF text = placeOfTarget(QFontMetricsF(painter->font()), plot);
    painter->fillRect(text, m_colours->card); // readable over lines
    painter->setPen(m_colours->muted);
    painter->drawText(text, int(Qt::AlignCenter) | Qt::TextDontClip, m_spec->targetText);
}

void ChartOverlay::drawMarkers(QPainter *painter, const QRectF &plot) const
{
    for (int s = 0; s < m_spec->series.size(); ++s) {
        const auto &series = m_spec->series[s];
        if (series.shape != ChartSpec::Shape::Line || series.reference)
            continue;
        const bool all = series.values.size() <= MostMarkers;
        painter->setPen(QPen(m_colours->card, 1));
        painter->setBrush(seriesColour(*m_colours, *m_spec, s));
        for (int i = 0; i < series.values.size(); ++i) {
            // Between two gaps there is no line, only the marker.
            const bool alone = std::isnan(series.values.value(i - 1, std::nan("")))
                && std::isnan(series.values.value(i + 1, std::nan("")));
            if (!std::isnan(series.values[i]) && (all || alone))
                drawMarker(painter, s, {columnOf(i, plot).center().x(), yOf(series.values[i], plot)});
        }
    }
}

void ChartOverlay::drawMarker(QPainter *painter, int series, QPointF at)
{
    constexpr double r = 4;
    switch (series % 4) {
    case 0:
        painter->drawEllipse(at, r, r);
        break;
    case 1:
        painter->drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
        break;
    case 2:
        painter->drawPolygon(
            QPolygonF({{at.x(), at.y() - r}, {at.x() + r, at.y() + r}, {at.x() - r, at.y() + r}}));
        break;
    default:
        painter->drawPolygon(QPolygonF(
            {{at.x(), at.y() - r}, {at.x() + r, at.y()}, {at.x(), at.y() + r}, {at.x() - r, at.y()}}));
    }
}

void ChartOverlay::drawPeak(QPainter *painter, const QRectF &plot) const
{
    if (m_spec->peakText.isEmpty() || m_spec->series.isEmpty() || m_spec->empty())
        return;
    const auto &values = m_spec->series.first().values;
    const auto less = [](double a, double b) { return !std::isnan(b) && (std::isnan(a) || a < b); };
    const auto best = std::max_element(values.begin(), values.end(), less) - values.begin();
    const QFontMetricsF metrics(painter->font());
    const double width = metrics.horizontalAdvance(m_spec->peakText);
    const double centre = columnOf(int(best), plot).center().x();
    const double y = yOf(values[best], plot);
    const QRectF text(qBound(plot.left(), centre - width / 2, plot.right() - width),
                      qMax(m_chart->plotArea().top() - metrics.height(), y - metrics.height() - 3), width,
                      metrics.height());
    painter->setPen(m_ink);
    painter->drawText(text, int(Qt::AlignCenter), m_spec->peakText);
}

QMargins ChartOverlay::roomFor(double width, QMargins usual) const
{
    if (!m_spec->horizontal)
        return usual;
    const QFontMetricsF metrics(m_font);
    double names = 0, values = 0;
    for (int i = 0; i < m_spec->points.size(); ++i) {
        names = qMax(names, metrics.horizontalAdvance(m_spec->pointNames.value(i)));
        values = qMax(values, metrics.horizontalAdvance(chartBarText(*m_spec, i)));
    }
    usual.setLeft(int(qMin(names + 16, width * 0.4)));
    double marks = 0;
    for (const ChartSpec::Mark &mark : m_spec->marks)
        marks = qMax(marks, metrics.horizontalAdvance(mark.text) + 14);
    constexpr double LeastForBars =
        0.2; // their lengths can still be compared, and no label lies over another
    usual.setRight(int(qMin(values + 16 + marks, width * (1 - LeastForBars) - usual.left())));
    return usual;
}

void ChartOverlay::drawRows(QPainter *painter, const QRectF &plot) const
{
    const QFontMetricsF metrics(painter->font());
    const double room = plot.left() - 8;
    for (int i = 0; i < m_spec->points.size(); ++i) {
        const QRectF row = columnOf(i, plot);
        painter->setPen(m_spec->weak.value(i) ? m_colours->muted : m_ink);
        painter->drawText(QRectF(0, row.top(), room, row.height()), int(Qt::AlignRight | Qt::AlignVCenter),
                          metrics.elidedText(m_spec->pointNames.value(i), Qt::ElideRight, room));
        double end = 0;
        for (const auto &series : m_spec->series) {
            const double value = series.values.value(i);
            const double x = plot.left() + qBound(0.0, value / chartScale(*m_spec).top, 1.0) * plot.width();
            if (std::isnan(value))
                continue;
            if (series.reference && value > 0) {
                painter->setPen(QPen(m_colours->reference, 3));
                painter->drawLine(QPointF(x, row.top() + row.height() * 0.12),
                                  QPointF(x, row.bottom() - row.height() * 0.12));
            }
            end = qMax(end, x);
        }
        const QString text = chartBarText(*m_spec, i);
        const QRectF place(qMax(plot.left(), end) + 6, row.center().y() - metrics.height() / 2,
                           metrics.horizontalAdvance(text), metrics.height());
        painter->fillRect(place.adjusted(-3, 0, 3, 0), m_colours->card); // readable over the line of a mark
        painter->setPen(m_ink);
        painter->drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextDontClip, text);
    }
}

void ChartOverlay::drawMarks(QPainter *painter, const QRectF &plot) const
{
    if (m_spec->empty())
        return;
    const QFontMetricsF metrics(painter->font());
    const double count = qMax(1, int(m_spec->points.size()));
    QRectF before;
    for (const ChartSpec::Mark &mark : m_spec->marks) {
        const double place = qBound(0.0, (mark.at + 0.5) / count, 1.0);
        painter->setPen(QPen(m_ink, 1.5, Qt::DashLine));
        QRectF text(0, 0, metrics.horizontalAdvance(mark.text) + 8, metrics.height() + 2);
        if (m_spec->horizontal) {
            const double y = plot.top() + place * plot.height();
            const double right = m_chart->size().width() - 4;
            painter->drawLine(QPointF(plot.left(), y), QPointF(right - text.width(), y));
            text.moveTopLeft(
                {right - text.width(), qMin(y - text.height() / 2, plot.bottom() - text.height())});
        } else {
            const double x = plot.left() + place * plot.width();
            painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
            text.moveTopLeft({qMin(x + 2, plot.right() - text.width()), plot.top()});
        }
        if (before.intersects(text))
            text.moveTop(before.bottom() + 1);
        before = text;
        painter->setPen(QPen(m_colours->border, 1));
        painter->setBrush(m_colours->card);
        painter->drawRoundedRect(text, 3, 3);
        painter->setPen(m_ink);
        painter->drawText(text, int(Qt::AlignCenter), mark.text);
    }
}

void ChartOverlay::drawStart(QPainter *painter, const QRectF &plot) const
{
    if (m_spec->startText.isEmpty() || m_spec->empty())
        return;
    const double y = yOf(m_spec->startValue, plot);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_ink);
    painter->drawPolygon(QPolygonF({{plot.left(), y - 5}, {plot.left() + 7, y}, {plot.left(), y + 5}}));
    const QFontMetricsF metrics(painter->font());
    QRectF text(plot.left() + 10, 0, metrics.horizontalAdvance(m_spec->startText), metrics.height());
    // Beside every step of the line that lies over or under it.
    double highest = y, lowest = y;
    for (int i = 0; i < m_spec->points.size() && columnOf(i, plot).left() < text.right(); ++i) {
        const double value = m_spec->series.first().values.value(i, std::nan(""));
        if (std::isnan(value))
            continue;
        highest = qMin(highest, yOf(value, plot));
        lowest = qMax(lowest, yOf(value, plot));
    }
    const double above = highest - 3 - text.height(), below = lowest + 3;
    const bool fitsAbove = above >= plot.top(), fitsBelow = below + text.height() <= plot.bottom();
    const bool nearerAbove = y - highest < lowest - y;
    text.moveTop(fitsBelow && (!nearerAbove || !fitsAbove) ? below
                     : fitsAbove                           ? above
                                                           : qMax(plot.top(), y - 3 - text.height()));
    painter->fillRect(text.adjusted(-1, 0, 2, 0), m_colours->card); // readable over lines
    painter->setPen(m_ink);
    painter->drawText(text, int(Qt::AlignLeft) | Qt::TextDontClip, m_spec->startText);
}

void ChartOverlay::drawHighValues(QPainter *painter, const QRectF &plot) const
{
    if (!m_spec->cap || m_spec->series.isEmpty())
        return;
    const QFontMetricsF metrics(painter->font());
    double reached = plot.left();
    for (int i = 0; i < m_spec->points.size(); ++i) {
        double highest = 0;
        for (const auto &series : m_spec->series) {
            const double value = series.values.value(i);
            if (!std::isnan(value) && !series.reference)
                highest = qMax(highest, value);
        }
        if (highest <= *m_spec->cap)
            continue;
        const QString text = u"↑ "_s + chartValueText(*m_spec, highest);
        const double width = metrics.horizontalAdvance(text);
        const double left =
            qBound(plot.left(), columnOf(i, plot).center().x() - width / 2, plot.right() - width);
        if (left < reached)
            continue; // its number is in the readout and in the table
        reached = left + width + 6;
        const QRectF place(left - 2, plot.top() + 6, width + 4, metrics.height());
        painter->fillRect(place, m_colours->card); // readable over the line that comes down
        painter->setPen(m_ink);
        painter->drawText(place, int(Qt::AlignCenter) | Qt::TextDontClip, text);
    }
}

QRectF ChartOverlay::besideColumn(QSizeF box, const QRectF &column, const QRectF &plot) const
{
    if (m_spec->horizontal) {
        const bool below = column.bottom() + 2 + box.height() <= plot.bottom();
        return {{plot.left(), below ? column.bottom() + 2 : column.top() - 2 - box.height()}, box};
    }
    return {{qBound(plot.left(), column.center().x() - box.width() / 2,
                    qMax(plot.left(), plot.right() - box.width())),
             plot.top()},
            box};
}

void ChartOverlay::drawLabels(QPainter *painter, const QRectF &plot) const
{
    painter->setPen(m_colours->muted);
    const QVector<ChartLabel> all = labels();
    for (const ChartLabel &label : all) {
        painter->drawText(QRectF(plot.left() + label.left, plot.bottom() + 4, label.width + 1, LabelRoom - 4),
                          int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextDontClip, label.text);
    }
}

void ChartOverlay::drawCursor(QPainter *painter, const QRectF &plot) const
{
    if (m_point < 0 || m_point >= m_spec->points.size())
        return;
    const QRectF column = columnOf(m_point, plot);
    QColor tint = m_ink;
    tint.setAlpha(28);
    painter->fillRect(column, tint);
    painter->setPen(QPen(m_ink, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(column);
    if (m_series >= 0 && m_series < m_spec->series.size() && !m_spec->horizontal) {
        const double value = m_spec->series[m_series].values.value(m_point);
        if (!std::isnan(value))
            painter->drawEllipse(QPointF(column.center().x(), yOf(value, plot)), 6, 6);
    }
    const QString text = chartReadout(*m_spec, m_point);
    const QFontMetricsF metrics(painter->font());
    QRectF box = metrics.boundingRect(QRectF(0, 0, qMax(120.0, plot.width() - 24), 400),
                                      int(Qt::AlignLeft) | Qt::TextWordWrap, text);
    box.adjust(-8, -4, 8, 4);
    box = besideColumn(box.size(), column, plot);
    painter->setPen(QPen(m_colours->reference, 1));
    painter->setBrush(m_colours->card);
    painter->drawRoundedRect(box, 4, 4);
    painter->setPen(m_ink);
    painter->drawText(box.adjusted(8, 4, -8, -4), int(Qt::AlignLeft) | Qt::TextWordWrap, text);
}
