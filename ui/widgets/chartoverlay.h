// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"
#include "ui/widgets/chartspec.h"

#include <QFont>
#include <QGraphicsItem>
#include <QMargins>

class QChart;

// Everything that Qt Charts cannot draw: legend with hatching, date labels, offline bands, partial buckets, markers,
// target, cursor. Owner: the chart. The specification and the colours belong to whoever makes the overlay and outlive it.
class ChartOverlay : public QGraphicsItem
{
public:
    ChartOverlay(QChart *chart, const ChartSpec *spec, const ThemeColours *colours);

    void setFont(const QFont &font, const QColor &ink);
    void setLegendTop(double y) { m_legendTop = y; }
    double legendHeight(double width) const; // at that width; 0 without a legend
    // The chart's margins: those given, and beside lying bars the room that names and values take.
    QMargins roomFor(double width, QMargins usual) const;
    QVector<ChartLabel> labels() const;
    int pointAt(QPointF position) const; // -1 = beside the plot
    int seriesAt(QPointF position, int point) const; // whose bar is meant; 0 where no bars stand side by side
    void setCursor(int point, int series); // -1, -1 = none

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QVector<QRectF> legendPlaces(double width) const;
    double bucketWidth(const QRectF &plot) const;
    double xOf(UtcMs ms, const QRectF &plot) const;
    double yOf(double value, const QRectF &plot) const;
    QRectF columnOf(int point, const QRectF &plot) const;
    void drawLegend(QPainter *painter) const;
    void drawBands(QPainter *painter, const QRectF &plot) const;
    void drawPartial(QPainter *painter, const QRectF &plot) const;
    void drawRows(QPainter *painter, const QRectF &plot) const;
    void drawMarks(QPainter *painter, const QRectF &plot) const;
    void drawStart(QPainter *painter, const QRectF &plot) const;
    void drawHighValues(QPainter *painter, const QRectF &plot) const;
    QRectF besideColumn(QSizeF box, const QRectF &column, const QRectF &plot) const;
    QRectF placeOfTarget(const QFontMetricsF &metrics, const QRectF &plot) const;
    void drawTarget(QPainter *painter, const QRectF &plot) const;
    void drawMarkers(QPainter *painter, const QRectF &plot) const;
    static void drawMarker(QPainter *painter, int series, QPointF at);
    void drawPeak(QPainter *painter, const QRectF &plot) const;
    void drawLabels(QPainter *painter, const QRectF &plot) const;
    void drawCursor(QPainter *painter, const QRectF &plot) const;

    QChart *m_chart;
    const ChartSpec *m_spec;
    const ThemeColours *m_colours;
    QFont m_font;
    QColor m_ink;
    double m_legendTop = 2;
    int m_point = -1;
    int m_series = 0;
};
