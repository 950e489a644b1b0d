// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartview.h"

#include "bot/base/language.h"
#include "bot/base/post.h"
#include "ui/models/charttablemodel.h"
#include "ui/otherlanguage.h"
#include "ui/theme.h"
#include "ui/widgets/chartdrawing.h"
#include "ui/widgets/chartoverlay.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QBoxLayout>
#include <QChart>
#include <QChartView>
#include <QGraphicsScene>
#include <QHeaderView>
#include <QJsonObject>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedLayout>
#include <QTableView>
#include <QThreadPool>
#include <QToolButton>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

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
        m_series = qMax(0, qMin(m_series, int(spec.series.size()) - 1));
        m_hover = -1;
        restyle();
        describe();
    }
    void restyle()
    {
        m_colours = Theme::colours(palette());
        setBackgroundBrush(m_colours.card);
        ChartDrawing::fill(chart(), m_spec, m_colours, font());
        m_overlay->setFont(font(), palette().color(QPalette::WindowText));
        makeRoom();
        showCursor();
    }
    const ChartSpec &spec() const { return m_spec; }
    int cursorPoint() const { return m_cursor; }
    QVector<ChartLabel> labels() const { return m_overlay->labels(); }

signals:
    void activated(int point, int series);

protected:
    // Its own event: when the card around it has its new colours, this has still the old ones.
    void changeEvent(QEvent *event) override
    {
        QChartView::changeEvent(event);
        if (m_overlay && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
            restyle();
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        const int last = int(m_spec.points.size()) - 1;
        int key = event->key();
        if (m_spec.horizontal && (key == Qt::Key_Up || key == Qt::Key_Down))
            key = key == Qt::Key_Up ? Qt::Key_Left : Qt::Key_Right; // the points lie below each other
        switch (key) {
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
            m_series = (m_series + (key == Qt::Key_Down ? 1 : count - 1)) % count;
            return moveTo(m_cursor < 0 ? last : m_cursor);
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_cursor >= 0)
                emit activated(m_cursor, m_series);
            return;
        case Qt::Key_Escape:
            m_series = 0;
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
    void resizeEvent(QResizeEvent *event) override
    {
        QChartView::resizeEvent(event);
        makeRoom();
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
            m_series = m_overlay->seriesAt(event->position(), point);
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
        showCursor();
        viewport()->update();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QChartView::focusOutEvent(event);
        showCursor(); // the bars it covered are wanted again; it is kept for the next time
        viewport()->update();
    }
    void wheelEvent(QWheelEvent *event) override { event->ignore(); } // the page scrolls, not the picture

private:
    static QAccessibleInterface *accessibleFactory(const QString &, QObject *object)
    {
        auto *canvas = qobject_cast<ChartCanvas *>(object);
        return canvas ? new QAccessibleWidget(canvas, QAccessible::Chart) : nullptr; // its name changes
    }
    void makeRoom()
    {
        const int legend = int(std::ceil(m_overlay->legendHeight(chart()->size().width())));
        chart()->setMargins(m_overlay->roomFor(chart()->size().width(), {4, legend + 8, 10, 12}));
    }
    void moveTo(int point)
    {
        m_cursor = point;
        showCursor();
        describe();
    }
    void showCursor()
    {
        const int point = hasFocus() ? m_cursor : -1;
        m_overlay->setCursor(m_hover >= 0 ? m_hover : point, m_hover >= 0 ? -1 : m_series);
    }
    void describe()
    {
        setAccessibleName(m_spec.title);
        // setAccessibleDescription() sends DescriptionChanged by itself.
        QString text = m_cursor >= 0 ? chartReadout(m_spec, m_cursor) : chartSummary(m_spec);
        if (m_cursor >= 0 && m_series > 0) // else it is the first that Enter leads to
            text = ChartView::tr("%1; chosen: %2", "values of a date, one of the series")
                       .arg(text, m_spec.series[m_series].name);
        setAccessibleDescription(text);
    }

    ChartSpec m_spec;
    ThemeColours m_colours;
    ChartOverlay *m_overlay = nullptr;
    int m_cursor = -1;
    int m_hover = -1;
    int m_series = 0;
};

} // namespace

class ChartView::Private
{
public:
    ChartCanvas *canvas = nullptr;
    QTableView *table = nullptr;
    ChartTableModel *model = nullptr;
    QToolButton *asChart = nullptr;
    QToolButton *asTable = nullptr;
    QStackedLayout *stack = nullptr;
};

ChartView::ChartView(const QString &name, QWidget *parent)
    : ChartCard(name, parent), d(std::make_unique<Private>())
{
    d->asChart = addButton(u"AsChart"_s, tr("Chart"));
    d->asTable = addButton(u"AsTable"_s, tr("Table"));
    d->asChart->setChecked(true);
    d->asChart->setAutoExclusive(true);
    d->asTable->setAutoExclusive(true);

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
        const int series = qMax(0, index.column() - 1);
        emit pointActivated(point.fromMs, point.toMs, series);
        emit markActivated(index.row(), series);
    });
    d->stack = new QStackedLayout;
    d->stack->addWidget(d->canvas);
    d->stack->addWidget(d->table);
    body()->addLayout(d->stack, 1);

    connect(d->asTable, &QToolButton::toggled, this, &ChartView::showTable); // by a screen reader too
    connect(d->canvas, &ChartCanvas::activated, this, [this](int point, int series) {
        const ChartSpec::Point &p = spec().points[point];
        emit pointActivated(p.fromMs, p.toMs, series);
        emit markActivated(point, series);
    });
}

ChartView::~ChartView() = default;

void ChartView::setSpec(const ChartSpec &spec)
{
    setTitle(spec.title);
    d->asChart->setAccessibleName(tr("Show %1 as chart").arg(spec.title));
    d->asTable->setAccessibleName(tr("Show %1 as table").arg(spec.title));
    d->table->setAccessibleName(tr("%1, table").arg(spec.title));
    d->canvas->setSpec(spec);
    d->model->setSpec(spec);
}

const ChartSpec &ChartView::spec() const
{
    return d->canvas->spec();
}

QToolButton *ChartView::addSwitch(const QString &part, const QString &text)
{
    return addButton(part, text, true);
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

void ChartView::paint(QPainter &painter, const QRectF &target, const ChartSpec &spec, bool dark)
{
    const QSizeF size = target.size();
    const ThemeColours &colours = Theme::colours(dark);
    const QPalette palette = Theme::palette(dark);
    QFont font = QApplication::font();
    font.setPixelSize(14); // the same picture on every computer, readable in Discord (UX 4.1)
    QGraphicsScene scene;
    auto *chart = new QChart;
    scene.addItem(chart);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->resize(size);
    ChartDrawing::fill(chart, spec, colours, font);
    QFont titleFont = font;
    titleFont.setWeight(QFont::DemiBold);
    const int titleHeight = QFontMetrics(titleFont).height() + 18;
    auto *overlay = new ChartOverlay(chart, &spec, &colours);
    overlay->setFont(font, palette.color(QPalette::WindowText));
    overlay->setLegendTop(titleHeight);
    const int legend = int(std::ceil(overlay->legendHeight(size.width())));
    chart->setMargins(overlay->roomFor(size.width(), {12, qMax(titleHeight + 10, legend + 4), 16, 34}));
    scene.setSceneRect(QRectF(QPointF(), size));
    QCoreApplication::sendPostedEvents(chart, QEvent::LayoutRequest);
    scene.render(&painter, target, scene.sceneRect());
    painter.setFont(titleFont);
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(QRectF(target.left() + ChartDrawing::LegendMargin, target.top() + 8,
                            size.width() - 2 * ChartDrawing::LegendMargin, titleHeight - 10),
                     int(Qt::AlignLeft | Qt::AlignVCenter), spec.title);
}

QImage ChartView::draw(const ChartSpec &spec, QSize logicalSize, double scale, bool dark)
{
    QImage image(logicalSize * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Theme::colours(dark).card);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QRectF(QPointF(), QSizeF(logicalSize)), spec, dark);
    return image;
}

QImage ChartView::picture(double scale, bool dark) const
{
    return draw(spec(), {900, 350}, scale, dark);
}

std::function<QByteArray()> ChartView::csv() const
{
    return [copy = spec()] { return chartCsv(copy); };
}

void ChartView::showEverything()
{
    const auto &points = spec().points;
    if (points.isEmpty())
        return;
    emit pointActivated(points.first().fromMs, points.last().toMs, 0);
    emit markActivated(-1, 0);
}

void renderChartPng(const ChartSpec &spec, QSize logicalSize, double scale, QObject *context,
                    std::function<void(QByteArray)> done)
{
    const QImage image = ChartView::draw(spec, logicalSize, scale);
    // Encoding takes some 40 ms: not here.
    QThreadPool::globalInstance()->start(
        [image, home = carriedHome(context, std::move(done))] { home(encodedPng(image)); });
}

void drawChartForDiscord(const QJsonObject &json, std::function<void(QByteArray)> done)
{
    QMetaObject::invokeMethod(
        qApp,
        [json, home = homeOfThisThread(), done = std::move(done)] {
            const OtherLanguage language(Language::fromDiscord(json["language"_L1].toString()).locale());
            const ChartSpec spec = chartSpecFromJson(json);
            // UX 4.1: Discord gives times to everybody in their own zone, but not inside of a picture.
            const QString caption = ChartView::tr("Times in %1").arg(QString::fromUtf8(spec.zone.id()));
            const QImage image = withCaption(ChartView::draw(spec, {900, 350}, 2), caption, false);
            QThreadPool::globalInstance()->start(
                [image, home, done] { sendHome(home, [png = encodedPng(image), done] { done(png); }); });
        },
        Qt::QueuedConnection);
}

#include "chartview.moc"
