// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartview.h"

#include "ui/models/charttablemodel.h"
#include "ui/theme.h"
#include "ui/widgets/filesaver.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QActionGroup>
#include <QApplication>
#include <QAreaSeries>
#include <QBarSeries>
#include <QBarSet>
#include <QBoxLayout>
#include <QBuffer>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLegendMarker>
#include <QLineSeries>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>
#include <QStackedLayout>
#include <QTableView>
#include <QThreadPool>
#include <QToolButton>
#include <QValueAxis>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Qt::PenStyle SeriesPens[] = {Qt::SolidLine,   Qt::DashLine,       Qt::DotLine,
                                       Qt::DashDotLine, Qt::CustomDashLine, Qt::SolidLine};
constexpr int LabelRoom = 24; // under the plot, for the date labels
constexpr double BarWidth = 0.8;
constexpr int MostMarkers = 45; // more would be one thick line

QColor seriesColour(const ThemeColours &colours, const ChartSpec &spec, int index)
{
    return spec.series[index].reference ? colours.reference : colours.series[index % colours.series.size()];
}

QPen seriesPen(const ThemeColours &colours, const ChartSpec &spec, int index)
{
    QPen pen(seriesColour(colours, spec, index));
    if (spec.series[index].reference) {
        pen.setWidthF(1.2);
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

// Everything that Qt Charts cannot draw: date labels, offline bands, partial buckets, markers, target,
// cursor.
class ChartOverlay : public QGraphicsItem
{
public:
    ChartOverlay(QChart *chart, const ChartSpec *spec, const ThemeColours *colours)
        : QGraphicsItem(chart), m_chart(chart), m_spec(spec), m_colours(colours)
    {
        setZValue(20);
    }

    QRectF boundingRect() const override { return QRectF(QPointF(), m_chart->size()); }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const QRectF plot = m_chart->plotArea();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(m_chart->legend()->font());
        if (m_spec->empty()) {
            painter->setPen(m_colours->muted);
            painter->drawText(plot, int(Qt::AlignCenter) | Qt::TextWordWrap, m_spec->emptyText);
        }
        drawBands(painter, plot);
        drawPartial(painter, plot);
        drawTarget(painter, plot);
        drawMarkers(painter, plot);
        drawPeak(painter, plot);
        drawLabels(painter, plot);
        drawCursor(painter, plot);
    }

    QVector<ChartLabel> labels() const
    {
        const QFontMetricsF metrics(m_chart->legend()->font());
        return chartDateLabels(*m_spec, m_chart->plotArea().width(),
                               [&](const QString &text) { return metrics.horizontalAdvance(text); });
    }
    int pointAt(QPointF position) const
    {
        const QRectF plot = m_chart->plotArea();
        if (m_spec->points.isEmpty() || !plot.adjusted(0, 0, 0, LabelRoom).contains(position))
            return -1;
        return qBound(0, int((position.x() - plot.left()) / bucketWidth(plot)),
                      int(m_spec->points.size()) - 1);
    }
    void setCursor(int point, int series)
    {
        m_point = point;
        m_series = series;
        update();
    }

private:
    double bucketWidth(const QRectF &plot) const
    {
        return plot.width() / qMax(1, int(m_spec->points.size()));
    }
    double xOf(UtcMs ms, const QRectF &plot) const
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
    double yOf(double value, const QRectF &plot) const
    {
        const ChartScale scale = chartScale(*m_spec);
        return plot.bottom() - qBound(0.0, value / scale.unitMs / scale.top, 1.0) * plot.height();
    }
    QRectF columnOf(int point, const QRectF &plot) const
    {
        return {plot.left() + point * bucketWidth(plot), plot.top(), bucketWidth(plot), plot.height()};
    }

    void drawBands(QPainter *painter, const QRectF &plot) const
    {
        for (const ChartSpec::Band &band : m_spec->offline) {
            const double from = xOf(band.fromMs, plot);
            const double to = qMax(from + 2, xOf(band.toMs, plot));
            painter->fillRect(QRectF(from, plot.top(), to - from, plot.height()),
                              QBrush(m_colours->reference, Qt::BDiagPattern));
        }
    }

    void drawPartial(QPainter *painter, const QRectF &plot) const
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

    void drawTarget(QPainter *painter, const QRectF &plot) const
    {
        if (!m_spec->target)
            return;
        painter->setPen(QPen(m_colours->reference, 1.5, Qt::DotLine));
        const double y = yOf(*m_spec->target, plot);
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }

    void drawMarkers(QPainter *painter, const QRectF &plot) const
    {
        for (int s = 0; s < m_spec->series.size(); ++s) {
            const auto &series = m_spec->series[s];
            if (series.shape != ChartSpec::Shape::Line || series.reference
                || series.values.size() > MostMarkers)
                continue;
            painter->setPen(QPen(m_colours->card, 1));
            painter->setBrush(seriesColour(*m_colours, *m_spec, s));
            for (int i = 0; i < series.values.size(); ++i) {
                if (!std::isnan(series.values[i]))
                    drawMarker(painter, s, {columnOf(i, plot).center().x(), yOf(series.values[i], plot)});
            }
        }
    }

    static void drawMarker(QPainter *painter, int series, QPointF at)
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

    void drawPeak(QPainter *painter, const QRectF &plot) const
    {
        if (m_spec->peakText.isEmpty() || m_spec->series.isEmpty() || m_spec->empty())
            return;
        const auto &values = m_spec->series.first().values;
        int best = 0;
        for (int i = 0; i < values.size(); ++i) {
            if (values[i] > values[best])
                best = i;
        }
        const QFontMetricsF metrics(painter->font());
        const double width = metrics.horizontalAdvance(m_spec->peakText);
        const double centre = columnOf(best, plot).center().x();
        const double y = yOf(values[best], plot);
        const QRectF text(qBound(plot.left(), centre - width / 2, plot.right() - width),
                          qMax(m_chart->plotArea().top() - metrics.height(), y - metrics.height() - 3), width,
                          metrics.height());
        painter->setPen(m_chart->legend()->labelColor());
        painter->drawText(text, int(Qt::AlignCenter), m_spec->peakText);
    }

    void drawLabels(QPainter *painter, const QRectF &plot) const
    {
        painter->setPen(m_colours->muted);
        const QVector<ChartLabel> all = labels();
        for (const ChartLabel &label : all) {
            painter->drawText(
                QRectF(plot.left() + label.left, plot.bottom() + 4, label.width + 1, LabelRoom - 4),
                int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextDontClip, label.text);
        }
    }

    void drawCursor(QPainter *painter, const QRectF &plot) const
    {
        if (m_point < 0 || m_point >= m_spec->points.size())
            return;
        const QRectF column = columnOf(m_point, plot);
        QColor tint = m_chart->legend()->labelColor();
        tint.setAlpha(28);
        painter->fillRect(column, tint);
        painter->setPen(QPen(m_chart->legend()->labelColor(), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(column);
        if (m_series >= 0 && m_series < m_spec->series.size()) {
            const double value = m_spec->series[m_series].values.value(m_point);
            if (!std::isnan(value))
                painter->drawEllipse(QPointF(column.center().x(), yOf(value, plot)), 6, 6);
        }
        const QString text = chartReadout(*m_spec, m_point);
        const QFontMetricsF metrics(painter->font());
        QRectF box = metrics.boundingRect(QRectF(0, 0, qMax(120.0, plot.width() - 24), 400),
                                          int(Qt::AlignLeft) | Qt::TextWordWrap, text);
        box.adjust(-8, -4, 8, 4);
        box.moveTopLeft({qBound(plot.left(), column.center().x() - box.width() / 2,
                                qMax(plot.left(), plot.right() - box.width())),
                         plot.top()});
        painter->setPen(QPen(m_colours->reference, 1));
        painter->setBrush(m_colours->card);
        painter->drawRoundedRect(box, 4, 4);
        painter->setPen(m_chart->legend()->labelColor());
        painter->drawText(box.adjusted(8, 4, -8, -4), int(Qt::AlignLeft) | Qt::TextWordWrap, text);
    }

    QChart *m_chart;
    const ChartSpec *m_spec;
    const ThemeColours *m_colours;
    int m_point = -1;
    int m_series = 0;
};

QList<QPointF> seriesPoints(const ChartSpec::Series &series, double unit)
{
    QList<QPointF> points;
    for (int i = 0; i < series.values.size(); ++i) {
        const double y = series.values[i] / unit;
        if (series.shape == ChartSpec::Shape::Steps || series.reference) {
            points.append({i - 0.5, y});
            points.append({i + 0.5, y});
        } else {
            points.append({double(i), y});
        }
    }
    return points;
}

// Fills a chart from the specification. The x axis counts buckets from -0.5, so bars, lines and steps share
// it.
void fillChart(QChart *chart, const ChartSpec &spec, const ThemeColours &colours, const QPalette &palette,
               const QFont &font)
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
    chart->setMargins({4, 4, 10, LabelRoom + 2});
    const ChartScale scale = chartScale(spec);

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
    int lines = 0;
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
        // The second set is hatched, so that the two differ without colour.
        set->setBrush(barSets % 2 ? QBrush(colour, Qt::BDiagPattern) : QBrush(colour));
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
        auto *line = new QLineSeries(chart);
        line->setName(series.name);
        line->setPen(seriesPen(colours, spec, s));
        line->replace(
            seriesPoints(series, scale.unitMs)); // replace() keeps NaN as a gap, append() would join over it
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
        lines += !series.reference;
    }
    QLegend *legend = chart->legend();
    legend->setFont(font);
    legend->setLabelColor(palette.color(QPalette::WindowText));
    legend->setMarkerShape(QLegend::MarkerShapeFromSeries);
    legend->setAlignment(Qt::AlignTop);
    legend->setVisible(spec.series.size() > 1 && !spec.empty());
}

// The drawing as a widget: cursor, keys, accessibility.
class ChartCanvas : public QChartView
{
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget *parent) : QChartView(parent)
    {
        static const bool installed = (QAccessible::installFactory(&accessibleFactory), true);
        Q_UNUSED(installed);
        setRenderHint(QPainter::Antialiasing);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::StrongFocus);
        setMouseTracking(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setMinimumSize(240, 170);
        m_overlay = new ChartOverlay(chart(), &m_spec, &m_colours);
        connect(chart(), &QChart::plotAreaChanged, this, [this] { m_overlay->update(); });
    }

    void setSpec(const ChartSpec &spec)
    {
        m_spec = spec;
        m_cursor = qMin(m_cursor, int(spec.points.size()) - 1);
        m_hover = -1;
        restyle();
        describe();
    }
    void restyle()
    {
        m_colours = Theme::colours(palette());
        setBackgroundBrush(m_colours.card);
        fillChart(chart(), m_spec, m_colours, palette(), font());
        showCursor();
    }
    const ChartSpec &spec() const { return m_spec; }
    int cursorPoint() const { return m_cursor; }
    QVector<ChartLabel> labels() const { return m_overlay->labels(); }

signals:
    void activated(int point, int series);

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const int last = int(m_spec.points.size()) - 1;
        switch (event->key()) {
        case Qt::Key_Left:
            return moveTo(qMax(0, m_cursor < 0 ? last : m_cursor - 1));
        case Qt::Key_Right:
            return moveTo(qMin(last, m_cursor < 0 ? last : m_cursor + 1));
        case Qt::Key_Home:
            return moveTo(qMin(0, last));
        case Qt::Key_End:
            return moveTo(last);
        case Qt::Key_Up:
        case Qt::Key_Down: {
            const int count = qMax(1, int(m_spec.series.size()));
            m_series = (m_series + (event->key() == Qt::Key_Down ? 1 : count - 1)) % count;
            return moveTo(m_cursor < 0 ? last : m_cursor);
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_cursor >= 0)
                emit activated(m_cursor, m_series);
            return;
        case Qt::Key_Escape:
            if (m_cursor >= 0)
                return moveTo(-1);
            break;
        default:
            break;
        }
        event->ignore(); // QChartView would scroll; the page may want the key
    }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        const int point = m_overlay->pointAt(event->position());
        if (point != m_hover) {
            m_hover = point;
            showCursor();
        }
    }
    void leaveEvent(QEvent *event) override
    {
        m_hover = -1;
        showCursor();
        QChartView::leaveEvent(event);
    }
    void mousePressEvent(QMouseEvent *event) override
    {
        const int point = m_overlay->pointAt(event->position());
        if (event->button() == Qt::LeftButton && point >= 0) {
            moveTo(point);
            emit activated(point, m_series);
        }
    }
    void paintEvent(QPaintEvent *event) override
    {
        QChartView::paintEvent(event);
        if (!hasFocus())
            return;
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Link), 2));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QChartView::focusInEvent(event);
        viewport()->update();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QChartView::focusOutEvent(event);
        viewport()->update();
    }
    void wheelEvent(QWheelEvent *event) override { event->ignore(); } // the page scrolls, not the picture

private:
    static QAccessibleInterface *accessibleFactory(const QString &, QObject *object)
    {
        auto *canvas = qobject_cast<ChartCanvas *>(object);
        return canvas ? new QAccessibleWidget(canvas, QAccessible::Chart, canvas->accessibleName()) : nullptr;
    }
    void moveTo(int point)
    {
        m_cursor = point;
        showCursor();
        describe();
    }
    void showCursor()
    {
        m_overlay->setCursor(m_hover >= 0 ? m_hover : m_cursor, m_hover >= 0 ? -1 : m_series);
    }
    void describe()
    {
        setAccessibleName(m_spec.title);
        // setAccessibleDescription() sends DescriptionChanged by itself.
        setAccessibleDescription(m_cursor >= 0 ? chartReadout(m_spec, m_cursor) : chartSummary(m_spec));
    }

    ChartSpec m_spec;
    ThemeColours m_colours;
    ChartOverlay *m_overlay;
    int m_cursor = -1;
    int m_hover = -1;
    int m_series = 0;
};

QByteArray encodedPng(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace

class ChartView::Private
{
public:
    ChartCanvas *canvas = nullptr;
    QTableView *table = nullptr;
    ChartTableModel *model = nullptr;
    QLabel *title = nullptr;
    QLabel *note = nullptr;
    QToolButton *explain = nullptr;
    QToolButton *asChart = nullptr;
    QToolButton *asTable = nullptr;
    QToolButton *more = nullptr;
    QStackedLayout *stack = nullptr;
};

ChartView::ChartView(const QString &name, QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    setObjectName(name);
    const auto button = [this, &name](const QString &part, const QString &text) {
        auto *b = new QToolButton(this);
        b->setObjectName(name + part);
        b->setText(text);
        b->setAutoRaise(true);
        b->setMinimumHeight(28);
        b->setFocusPolicy(Qt::StrongFocus);
        return b;
    };
    d->title = new QLabel(this);
    d->title->setTextFormat(Qt::PlainText);
    d->title->setWordWrap(true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    d->title->setFont(bold);
    d->explain = button(u"Explain"_s, tr("Explain"));
    d->asChart = button(u"AsChart"_s, tr("Chart"));
    d->asTable = button(u"AsTable"_s, tr("Table"));
    d->more = button(u"More"_s, u"⋮"_s);
    d->asChart->setCheckable(true);
    d->asTable->setCheckable(true);
    d->asChart->setChecked(true);
    d->asChart->setAutoExclusive(true);
    d->asTable->setAutoExclusive(true);
    auto *menu = new QMenu(d->more);
    menu->addAction(tr("Copy image"), this, &ChartView::copyImage)->setObjectName(name + u"CopyImage"_s);
    menu->addAction(tr("Save PNG…"), this, &ChartView::savePng)->setObjectName(name + u"SavePng"_s);
    menu->addAction(tr("Save CSV…"), this, &ChartView::saveCsv)->setObjectName(name + u"SaveCsv"_s);
    menu->addAction(tr("Show tickets"), this,
                    [this] {
                        const auto &points = spec().points;
                        if (!points.isEmpty())
                            emit pointActivated(points.first().fromMs, points.last().toMs, 0);
                    })
        ->setObjectName(name + u"ShowTickets"_s);
    d->more->setMenu(menu);
    d->more->setPopupMode(QToolButton::InstantPopup);

    d->canvas = new ChartCanvas(this);
    d->canvas->setObjectName(name + u"Canvas"_s);
    d->model = new ChartTableModel(this);
    d->table = new QTableView(this);
    d->table->setObjectName(name + u"Table"_s);
    d->table->setModel(d->model);
    d->table->setTabKeyNavigation(false); // Tab leaves the table: no keyboard trap
    d->table->setSelectionBehavior(QAbstractItemView::SelectRows);
    d->table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    d->table->verticalHeader()->hide();
    d->table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    d->table->horizontalHeader()->setStretchLastSection(true);
    d->table->setMinimumSize(d->canvas->minimumSize());
    connect(d->table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const ChartSpec::Point point = spec().points.value(index.row());
        emit pointActivated(point.fromMs, point.toMs, qMax(0, index.column() - 1));
    });
    d->note = new QLabel(this);
    d->note->setObjectName(name + u"Note"_s);
    d->note->setTextFormat(Qt::PlainText);
    d->note->setWordWrap(true);
    d->note->hide();

    auto *head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(d->title, 1);
    for (QToolButton *b : {d->explain, d->asChart, d->asTable, d->more})
        head->addWidget(b);
    d->stack = new QStackedLayout;
    d->stack->addWidget(d->canvas);
    d->stack->addWidget(d->table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(d->stack, 1);
    layout->addWidget(d->note);

    connect(d->explain, &QToolButton::clicked, this, &ChartView::explainRequested);
    connect(d->asChart, &QToolButton::clicked, this, [this] { showTable(false); });
    connect(d->asTable, &QToolButton::clicked, this, [this] { showTable(true); });
    connect(d->canvas, &ChartCanvas::activated, this, [this](int point, int series) {
        const ChartSpec::Point &p = spec().points[point];
        emit pointActivated(p.fromMs, p.toMs, series);
    });
}

ChartView::~ChartView() = default;

void ChartView::setSpec(const ChartSpec &spec)
{
    d->title->setText(spec.title);
    d->explain->setAccessibleName(tr("Explain %1", "a chart's title").arg(spec.title));
    d->asChart->setAccessibleName(tr("Show %1 as chart").arg(spec.title));
    d->asTable->setAccessibleName(tr("Show %1 as table").arg(spec.title));
    d->more->setAccessibleName(tr("More actions for %1").arg(spec.title));
    d->more->setToolTip(d->more->accessibleName());
    d->table->setAccessibleName(tr("%1, table").arg(spec.title));
    d->canvas->setSpec(spec);
    d->model->setSpec(spec);
}

const ChartSpec &ChartView::spec() const
{
    return d->canvas->spec();
}

void ChartView::setNote(const QString &text)
{
    d->note->setText(text);
    d->note->setVisible(!text.isEmpty());
}

bool ChartView::tableShown() const
{
    return d->stack->currentWidget() == d->table;
}

void ChartView::showTable(bool on)
{
    const bool focused = d->stack->currentWidget()->hasFocus();
    (on ? d->asTable : d->asChart)->setChecked(true);
    d->stack->setCurrentWidget(on ? static_cast<QWidget *>(d->table) : d->canvas);
    if (focused)
        d->stack->currentWidget()->setFocus();
}

int ChartView::cursorPoint() const
{
    return d->canvas->cursorPoint();
}

QVector<ChartLabel> ChartView::dateLabels() const
{
    return d->canvas->labels();
}

QImage ChartView::draw(const ChartSpec &spec, QSize logicalSize, double scale, bool dark)
{
    const ThemeColours &colours = Theme::colours(dark);
    const QPalette palette = Theme::palette(dark);
    QFont font = QApplication::font();
    font.setPixelSize(14); // the same picture on every computer, readable in Discord (UX 4.1)
    QGraphicsScene scene;
    auto *chart = new QChart;
    scene.addItem(chart);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->resize(logicalSize);
    fillChart(chart, spec, colours, palette, font);
    QFont titleFont = font;
    titleFont.setWeight(QFont::DemiBold);
    chart->setTitleFont(titleFont);
    chart->setTitleBrush(palette.color(QPalette::WindowText));
    chart->setTitle(spec.title.toHtmlEscaped()); // QChart's title is rich text
    chart->setMargins({12, 8, 16, LabelRoom + 10});
    new ChartOverlay(chart, &spec, &colours);
    scene.setSceneRect(QRectF(QPointF(), QSizeF(logicalSize)));
    QCoreApplication::sendPostedEvents(chart, QEvent::LayoutRequest);
    QImage image(logicalSize * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(colours.card);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, QRectF(QPointF(), QSizeF(logicalSize)), scene.sceneRect());
    return image;
}

void ChartView::copyImage()
{
    QApplication::clipboard()->setImage(draw(spec(), {900, 350}, 2, Theme::colours(palette()).dark));
    emit told(tr("Copied: %1").arg(spec().title));
}

void ChartView::savePng()
{
    const QImage image = draw(spec(), {900, 350}, 2);
    FileSaver::save(
        this, spec().title, u"png"_s, tr("PNG picture"), [image] { return encodedPng(image); },
        [this](const QString &message) { emit told(message); });
}

void ChartView::saveCsv()
{
    const ChartSpec copy = spec();
    FileSaver::save(
        this, spec().title, u"csv"_s, tr("CSV table"), [copy] { return chartCsv(copy); },
        [this](const QString &message) { emit told(message); });
}

void ChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        d->canvas->restyle();
        QPalette muted = palette();
        muted.setColor(QPalette::WindowText, Theme::colours(palette()).muted);
        d->note->setPalette(muted);
    }
}

void ChartView::paintEvent(QPaintEvent *)
{
    const ThemeColours &colours = Theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void renderChartPng(const ChartSpec &spec, QSize logicalSize, double scale, QObject *context,
                    std::function<void(QByteArray)> done)
{
    const QImage image = ChartView::draw(spec, logicalSize, scale);
    // Encoding takes some 40 ms: not here. The guard is read in the context's thread only.
    auto guard = std::make_shared<QPointer<QObject>>(context);
    QThreadPool::globalInstance()->start([image, guard, done = std::move(done)] {
        QMetaObject::invokeMethod(
            qApp,
            [png = encodedPng(image), guard, done] {
                if (*guard)
                    done(png);
            },
            Qt::QueuedConnection);
    });
}

#include "chartview.moc"
