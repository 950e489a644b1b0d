// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "ui/dates.h"
#include "ui/hourswords.h"
#include "ui/pages/periodfigures.h"
#include "ui/pages/trendsexport.h"
#include "ui/theme.h"
#include "ui/widgets/chartview.h"

#include <QApplication>
#include <QBuffer>
#include <QDateTime>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace TrendsFigures;

namespace {

struct ReportTr
{
    Q_DECLARE_TR_FUNCTIONS(TrendsReport)
};

// Logical pixels of 1/96 inch, as on the screen.
constexpr int ReportDpi = 96;
constexpr double MarginMm = 15;
constexpr double FooterHeight = 28;
constexpr double Gap = 14;
constexpr double ChartHeight = 230;
constexpr double LineOfBars = 24;
constexpr double HeatRow = 22;

// A part of the report that is never torn apart.
struct ReportBlock
{
    double height = 0;
    std::function<void(QPainter &, const QRectF &)> draw;
    bool withNext = false; // stands above the next one on the same page
};

QFont reportFont(int pixels, bool bold = false)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QString zonedText(UtcMs at, const QTimeZone &zone)
{
    return Dates::day(QDateTime::fromMSecsSinceEpoch(at, zone).date()) + u' ' + Dates::time(at, zone);
}

} // namespace

class TrendsExport::Report::Private
{
public:
    Private(const TrendsAnswer &data, const View &choice)
        : answer(data), view(choice), buffer(&bytes), writer(&buffer)
    {
        // Letter where inches are in use, A4 elsewhere.
        const bool letter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
        buffer.open(QIODevice::WriteOnly);
        writer.setPageLayout(
            QPageLayout(QPageSize(letter ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait,
                        QMarginsF(MarginMm, MarginMm, MarginMm, MarginMm), QPageLayout::Millimeter));
        writer.setResolution(ReportDpi);
        writer.setTitle(title());
        writer.setCreator(ReportTr::tr("Ticket Assistant"));
        paper = QRectF(0, 0, writer.width(), writer.height());
        view.heatColumns = 24;
    }

    QString title() const
    {
        return ReportTr::tr("Ticket report: %1", "%1: a server").arg(answer.question.serverName);
    }
    void addText(const QString &text, const QFont &font, bool muted = false);
    void addChart(Chart which);
    void addTable(const ChartSpec &spec);
    void plan();
    void drawFooter();

    TrendsAnswer answer;
    View view;
    QByteArray bytes;
    QBuffer buffer;
    QPdfWriter writer;
    QPainter painter;
    QRectF paper;
    QVector<ReportBlock> blocks;
    QVector<int> pageOf; // block -> page
    int next = -1; // block to draw; -1 = not planned yet
    int page = 0;
    double y = 0;
};

void TrendsExport::Report::Private::addText(const QString &text, const QFont &font, bool muted)
{
    if (text.isEmpty())
        return;
    const int flags = int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap;
    const double height =
        QFontMetricsF(font, &writer).boundingRect(QRectF(0, 0, paper.width(), 10000), flags, text).height();
    blocks.append({std::ceil(height) + 4, [=](QPainter &p, const QRectF &area) {
                       p.setFont(font);
                       p.setPen(muted ? Theme::colours(false).muted
                                      : Theme::palette(false).color(QPalette::WindowText));
                       p.drawText(area, flags, text);
                   }});
}

// A chart, and below it what it means: one block, so that they stay together.
void TrendsExport::Report::Private::addChart(Chart which)
{
    const Explanation words = explanation(which, answer, view);
    const QFont font = reportFont(11);
    const int flags = int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap;
    QString text = words.text;
    double height = ChartHeight;
    std::function<void(QPainter &, const QRectF &)> draw;
    if (which == Arrivals) {
        const HeatSpec spec = heatmap(answer, view);
        height = 26 + HeatRow * (double(spec.rows.size()) + 1);
        draw = [spec](QPainter &p, const QRectF &area) {
            p.setFont(reportFont(14, true));
            p.setPen(Theme::palette(false).color(QPalette::WindowText));
            p.drawText(area, int(Qt::AlignLeft | Qt::AlignTop), spec.title);
            HeatmapView::paint(p, area.adjusted(0, 24, 0, 0), spec, reportFont(10));
        };
    } else {
        const ChartSpec spec = chart(which, answer, view);
        if (spec.horizontal)
            height = qMin(100 + LineOfBars * double(spec.points.size()), 400.0);
        if (!spec.comparison.isEmpty())
            text = comparisonSentence(spec) + u' ' + text;
        draw = [spec](QPainter &p, const QRectF &area) { ChartView::paint(p, area, spec); };
    }
    const double textHeight = std::ceil(
        QFontMetricsF(font, &writer).boundingRect(QRectF(0, 0, paper.width(), 10000), flags, text).height());
    blocks.append({height + 4 + textHeight + Gap, [=](QPainter &p, const QRectF &area) {
                       p.save();
                       draw(p, QRectF(area.left(), area.top(), area.width(), height));
                       p.restore();
                       p.setFont(font);
                       p.setPen(Theme::colours(false).muted);
                       p.drawText(QRectF(area.left(), area.top() + height + 4, area.width(), textHeight + 2),
                                  flags, text);
                   }});
}

// The values behind a chart, a row per point.
void TrendsExport::Report::Private::addTable(const ChartSpec &spec)
{
    if (spec.points.isEmpty())
        return;
    addText(spec.title, reportFont(13, true));
    blocks.last().withNext = true;
    const QStringList header = chartTableHeader(spec);
    const QFont font = reportFont(9);
    const int columns = int(header.size());
    const QFontMetricsF metrics(font, &writer);
    constexpr double Between = 6;
    // Every column has room for the longest word of its header, which would be cut at the edge of the page; what is left is
    // shared.
    QVector<double> widths(columns);
    for (int c = 1; c < columns; ++c) {
        for (const QString &word : header[c].split(u' '))
            widths[c] = qMax(widths[c], std::ceil(metrics.horizontalAdvance(word)) + Between + 1);
    }
    widths[0] = paper.width() * 0.2;
    const double left = paper.width() - std::accumulate(widths.cbegin(), widths.cend(), 0.0);
    QVector<double> begins(columns);
    for (int c = 0; c < columns; ++c) {
        if (c > 0) {
            widths[c] += left / qMax(1, columns - 1);
            begins[c] = begins[c - 1] + widths[c - 1];
        }
    }
    // "3 h 12 min" stays in one line where there is room for it.
    const auto unbroken = [&](const QString &value, int c) {
        const QString whole = QString(value).replace(u' ', QChar::Nbsp);
        return metrics.horizontalAdvance(whole) <= widths[c] - Between ? whole : value;
    };
    const int wrapped = int(Qt::AlignTop) | Qt::TextWordWrap;
    const auto addRow = [&](const QStringList &cells, bool head) {
        double height = 0;
        for (int c = 0; c < columns; ++c)
            height = qMax(
                height,
                metrics.boundingRect(QRectF(0, 0, widths[c] - Between, 1000), wrapped, cells[c]).height());
        blocks.append({std::ceil(height) + 6, [=](QPainter &p, const QRectF &area) {
                           p.setFont(font);
                           p.setPen(head ? Theme::colours(false).muted
                                         : Theme::palette(false).color(QPalette::WindowText));
                           for (int c = 0; c < columns; ++c) {
                               const QRectF cell(area.left() + begins[c], area.top() + 2, widths[c] - Between,
                                                 area.height());
                               p.drawText(cell, wrapped | int(c == 0 ? Qt::AlignLeft : Qt::AlignRight),
                                          cells[c]);
                           }
                           p.setPen(QPen(Theme::colours(false).border, 1));
                           p.drawLine(area.bottomLeft(), area.bottomRight());
                       }});
    };
    addRow(header, true);
    blocks.last().withNext = true;
    for (int i = 0; i < spec.points.size(); ++i) {
        QStringList cells{chartPointText(spec, i)};
        for (const auto &series : spec.series)
            cells.append(
                unbroken(chartValueText(spec, series.values.value(i, std::nan(""))), int(cells.size())));
        for (const auto &column : spec.columns)
            cells.append(unbroken(chartColumnText(column, i), int(cells.size())));
        addRow(cells, false);
    }
    blocks.append({Gap, [](QPainter &, const QRectF &) {}});
}

void TrendsExport::Report::Private::plan()
{
    const TrendsQuestion &q = answer.question;
    const QTimeZone &zone = q.context.zone;
    addText(title(), reportFont(22, true));
    addText(ReportTr::tr("%1: %2 to %3, times in %4", "period, from, to, time zone")
                .arg(q.range.title(q.context), zonedText(answer.window.fromMs, zone),
                     zonedText(answer.window.toMs, zone), QString::fromLatin1(zone.id())),
            reportFont(13));
    QStringList filters{ReportTr::tr("Category: %1.").arg(q.categoryName)};
    if (answer.before)
        filters.append(ReportTr::tr("Compared with %1.").arg(q.range.previousTitle(q.context)));
    filters.append(
        ReportTr::tr("First response target: %1.").arg(HoursWords::target(q.firstResponseTarget())));
    filters.append(HoursWords::clock(q.hours));
    filters.append(ReportTr::tr("Made on %1.").arg(zonedText(q.context.nowMs, zone)));
    addText(filters.join(u' '), reportFont(12), true);
    QStringList figures;
    for (const Figure &figure : TrendsFigures::figures(answer)) {
        if (figure.name != "trendsMissingFigure"_L1)
            figures.append(figure.text);
    }
    addText(figures.join(u" · "_s), reportFont(14, true));
    addText(PeriodFigures::joined({PeriodFigures::coverageSentence(answer.now), gapsText(answer)}),
            reportFont(12));
    for (int i = 0; i < ChartCount; ++i) {
        if (Chart(i) != Staff || !view.staffHidden)
            addChart(Chart(i));
    }
    addTable(chart(Categories, answer, view));
    if (!view.staffHidden)
        addTable(chart(Staff, answer, view));

    QVector<PartSize> parts;
    for (const ReportBlock &block : std::as_const(blocks))
        parts.append({block.height, block.withNext});
    pageOf = pagesOf(parts, paper.height() - FooterHeight);
    next = 0;
}

void TrendsExport::Report::Private::drawFooter()
{
    const QRectF area(0, paper.height() - FooterHeight + 10, paper.width(), FooterHeight - 10);
    painter.setFont(reportFont(10));
    painter.setPen(Theme::colours(false).muted);
    painter.drawText(area, int(Qt::AlignLeft | Qt::AlignBottom),
                     ReportTr::tr("%1 · %2", "report's title, period")
                         .arg(title(), answer.question.range.title(answer.question.context)));
    painter.drawText(area, int(Qt::AlignRight | Qt::AlignBottom),
                     ReportTr::tr("Page %1 of %2").arg(page + 1).arg(pageOf.last() + 1));
}

QVector<int> TrendsExport::pagesOf(const QVector<PartSize> &parts, double room)
{
    QVector<int> pages;
    double at = 0;
    int page = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        double together = parts[i].height;
        for (qsizetype next = i; parts[next].withNext && next + 1 < parts.size(); ++next)
            together += parts[next + 1].height;
        const bool below = i > 0 && parts[i - 1].withNext; // decided with its heading
        if (at > 0 && !below && at + together > room) {
            ++page;
            at = 0;
        }
        pages.append(page);
        at += parts[i].height;
    }
    return pages;
}

TrendsExport::Report::Report(const TrendsAnswer &answer, const View &view)
    : d(std::make_unique<Private>(answer, view))
{ }

TrendsExport::Report::~Report() = default;

bool TrendsExport::Report::step()
{
    if (d->next < 0) {
        d->plan();
        d->painter.begin(&d->writer);
        d->painter.setRenderHint(QPainter::Antialiasing);
        d->drawFooter();
        return true;
    }
    if (d->next >= d->blocks.size()) {
        if (d->painter.isActive())
            d->painter.end();
        d->buffer.close();
        return false;
    }
    const ReportBlock &block = d->blocks[d->next];
    if (d->pageOf[d->next] != d->page) {
        d->page = d->pageOf[d->next];
        d->writer.newPage();
        d->y = 0;
        d->drawFooter();
    }
    block.draw(d->painter, QRectF(0, d->y, d->paper.width(), block.height));
    d->y += block.height;
    ++d->next;
    return true;
}

QByteArray TrendsExport::Report::pdf() const
{
    return d->bytes;
}

int TrendsExport::Report::pages() const
{
    return d->pageOf.isEmpty() ? 0 : d->pageOf.last() + 1;
}
