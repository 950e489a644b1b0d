// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"
#include "ui/widgets/chartspec.h"

#include <QBrush>
#include <QFont>
#include <QPen>

class QChart;

// The inside of chartview.cpp: how a ChartSpec becomes a QChart, and the looks that it shares with the overlay.
namespace ChartDrawing {

inline constexpr int LabelRoom = 24; // under the plot, for the date labels
inline constexpr double LegendMargin = 10;
inline constexpr double BarWidth = 0.8;

// Fills a chart from the specification. The x axis counts buckets from -0.5, so bars, lines and steps share it.
void fill(QChart *chart, const ChartSpec &spec, const ThemeColours &colours, const QFont &font);

QColor seriesColour(const ThemeColours &colours, const ChartSpec &spec, int index);
QPen seriesPen(const ThemeColours &colours, const ChartSpec &spec, int index);
QBrush barBrush(int series,
                const QColor &colour); // every second set is hatched, so that two differ without colour

} // namespace ChartDrawing
