// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartspec.h"

// What a mark, a figure or an explanation leads to: exactly the tickets it counted.
struct TicketSet
{
    QVector<ChannelId> tickets;
    QString chip; // "Opened: 19 Nov"
};

// The words and bands that every page with a period shares: where the bot was not looking, how sure a number is, what a
// bucket is called. Pure.
namespace PeriodFigures {

constexpr int FewTickets = 5; // below, no verdict and no comparison (M-20)
constexpr double FullyObserved = 0.99;

// The one before, as long. Nothing where it began before the first ticket: beside that, every beginning would look like growth.
std::optional<Window> periodBefore(Window window, UtcMs recordingBeganMs);

QString joined(QStringList sentences); // those that are not empty
QString whenText(UtcMs ms, const QTimeZone &zone); // "Tue 3 Nov, 14:02"
QString peakNumber(const Peak &peak); // "19" or "12–13"

// Where the whole server was not observed, cut to the window (M-07).
QVector<ChartSpec::Band> bands(const QVector<CoverageGap> &gaps, Window window);
// "Tue 3 Nov, 02:10 to 06:45"; within one minute of the clock "Tue 3 Nov, 06:03 for 2 s".
QString bandText(const ChartSpec::Band &band, const QTimeZone &zone);
// "* Bot was offline Tue 3 Nov, 02:10 to 06:45."; empty = observed in full.
QString gapsText(QVector<ChartSpec::Band> offline, const QTimeZone &zone, double observed);
// What nobody saw is a hole, not a zero (UX 2.6).
double seen(const Bucket &bucket, int count); // else NaN
QString countText(int count, double observed);
QString nothingText(double observed); // instead of a chart
QString coverageSentence(const TicketStatistics &statistics);

// What a picture of a figure says of it: "23 Oct – 22 Nov 2026 · Appeals · Northwind"; the category only where one is chosen.
QString pictureCaption(Window window, const QTimeZone &zone, const QString &category, const QString &server);

// "19 Nov", or the days or the hour that a point of a chart stands for.
QString daysText(const ChartSpec &spec, const ChartSpec::Point &point);

// One of four titles, marked with QT_TRANSLATE_NOOP("Period", …).
QString perBucket(BucketSize size, const char *hour, const char *day, const char *week, const char *month);

} // namespace PeriodFigures
