// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmapview.h"

#include "bot/base/clock.h"
#include "bot/base/csv.h"
#include "bot/base/format.h"
#include "ui/theme.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int CellHeight = 24;
constexpr double NotMeasured = std::numeric_limits<double>::quiet_NaN();

struct HeatTr
{
    Q_DECLARE_TR_FUNCTIONS(Heatmap)
};

double heatValue(const HeatSpec &spec, int row, int column)
{
    return spec.rows.value(row).values.value(column, NotMeasured);
}

// 0 = nothing, then five steps up to the highest value of the row's group.
int heatStep(const HeatSpec &spec, int row, int column)
{
    const double value = heatValue(spec, row, column);
    double highest = 0;
    for (const HeatSpec::Row &one : spec.rows) {
        if (one.group != spec.rows[row].group)
            continue;
        for (const double other : one.values) {
            if (!std::isnan(other))
                highest = qMax(highest, other);
        }
    }
    return value > 0 && highest > 0 ? 1 + qMin(4, int(value / highest * 5)) : 0;
}

QColor heatInk(const HeatSpec &spec, int row, int column, const ThemeColours &colours)
{
    if (std::isnan(heatValue(spec, row, column)))
        return colours.muted;
    const QColor ink(0x11, 0x14, 0x18);
    return Theme::contrast(colours.heat[heatStep(spec, row, column)], ink) >= 4.5 ? ink : QColor(Qt::white);
}

void paintHeatCell(QPainter &painter, const QRectF &cell, const HeatSpec &spec, int row, int column,
                   const ThemeColours &colours)
{
    const QRectF inner = cell.adjusted(1, 1, -1, -1);
    if (std::isnan(heatValue(spec, row, column))) {
        painter.fillRect(inner, QBrush(colours.border, Qt::BDiagPattern)); // not measured is no zero
    } else {
        painter.fillRect(inner, colours.heat[heatStep(spec, row, column)]);
    }
    painter.setPen(heatInk(spec, row, column, colours));
    painter.drawText(cell, int(Qt::AlignCenter), heatCellText(spec, row, column));
}

class HeatModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    HeatSpec spec;

    void setSpec(const HeatSpec &next)
    {
        if (next.rows.size() != spec.rows.size() || next.columns.size() != spec.columns.size()) {
            beginResetModel();
            spec = next;
            endResetModel();
            return;
        }
        spec = next;
        if (rowCount() > 0 && columnCount() > 0) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
            emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        }
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(spec.rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(spec.columns.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        if (role == Qt::DisplayRole)
            return heatCellText(spec, index.row(), index.column());
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
            return heatCellWords(spec, index.row(), index.column());
        return {};
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role == Qt::DisplayRole)
            return orientation == Qt::Horizontal ? spec.columns.value(section)
                                                 : spec.rows.value(section).name;
        if (role == Qt::AccessibleTextRole && orientation == Qt::Horizontal)
            return spec.spokenColumns.value(section);
        return QAbstractTableModel::headerData(section, orientation, role);
    }
};

class HeatDelegate : public QStyledItemDelegate
{
public:
    HeatDelegate(const HeatModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setFont(option.font);
        paintHeatCell(*painter, option.rect, m_model->spec, index.row(), index.column(),
                      Theme::colours(option.palette));
        const auto *view = qobject_cast<const QTableView *>(option.widget);
        if (view && view->currentIndex() == index && view->hasFocus()) {
            painter->setPen(
                QPen(heatInk(m_model->spec, index.row(), index.column(), Theme::colours(option.palette)), 2));
            painter->drawRect(QRectF(option.rect).adjusted(2, 2, -2, -2));
        }
        painter->restore();
    }

private:
    const HeatModel *m_model;
};

} // namespace

bool HeatSpec::empty() const
{
    for (const Row &row : rows) {
        for (const double value : row.values) {
            if (value > 0)
                return false;
        }
    }
    return true;
}

QString heatCellText(const HeatSpec &spec, int row, int column)
{
    const double value = heatValue(spec, row, column);
    if (std::isnan(value))
        return QString(Format::Dash);
    switch (spec.rows[row].kind) {
    case HeatSpec::Kind::Count:
        return Format::count(qint64(value));
    case HeatSpec::Kind::Decimal:
        return value == 0 ? Format::count(0) : Format::decimal(value);
    case HeatSpec::Kind::Minutes:
        break;
    }
    return value < MinuteMs / 2.0 ? HeatTr::tr("<1", "less than a minute")
                                  : Format::count(qRound64(value / MinuteMs));
}

QString heatCellWords(const HeatSpec &spec, int row, int column)
{
    const double value = heatValue(spec, row, column);
    QString words;
    if (std::isnan(value))
        words = HeatTr::tr("not measured");
    else if (spec.rows[row].kind == HeatSpec::Kind::Minutes)
        words = Format::spokenDuration(value);
    else if (spec.rows[row].kind == HeatSpec::Kind::Decimal)
        words = HeatTr::tr("%1 people on average").arg(heatCellText(spec, row, column));
    else if (spec.rows[row].unit.value_or(spec.unit) == HeatSpec::Unit::Messages)
        words = HeatTr::tr("%n message(s)", nullptr, int(value));
    else
        words = HeatTr::tr("%n ticket(s)", nullptr, int(value));
    return HeatTr::tr("%1 %2, %3", "row, hour, value: \"Tuesday 09:00, 3 tickets\"")
        .arg(spec.rows.value(row).name, spec.spokenColumns.value(column), words);
}

QByteArray heatCsv(const HeatSpec &spec)
{
    CsvWriter csv;
    csv.text(spec.rowsName);
    const QString unit = !spec.rows.isEmpty() && spec.rows.last().kind == HeatSpec::Kind::Minutes
        ? HeatTr::tr("seconds")
        : spec.unit == HeatSpec::Unit::Messages ? HeatTr::tr("messages")
                                                : HeatTr::tr("tickets");
    for (const QString &column : spec.spokenColumns)
        csv.text(HeatTr::tr("%1 (%2)", "column, unit").arg(column, unit));
    csv.endRow();
    for (const HeatSpec::Row &row : spec.rows) {
        csv.text(row.kind == HeatSpec::Kind::Decimal ? HeatTr::tr("%1 (people, mean)").arg(row.name)
                     : row.unit == HeatSpec::Unit::Tickets && row.unit != spec.unit
                     ? HeatTr::tr("%1 (tickets)").arg(row.name)
                     : row.name);
        for (int c = 0; c < spec.columns.size(); ++c) {
            const double value = row.values.value(c, NotMeasured);
            if (std::isnan(value))
                csv.empty();
            else if (row.kind == HeatSpec::Kind::Minutes)
                csv.number(value / SecondMs, 1);
            else if (row.kind == HeatSpec::Kind::Count)
                csv.number(qint64(value));
            else
                csv.number(value, 2);
        }
        csv.endRow();
    }
    return csv.bytes();
}

class HeatmapView::Private
{
public:
    HeatModel *model = nullptr;
    QTableView *table = nullptr;
    QLabel *emptyNote = nullptr;
    QBoxLayout *modesLayout = nullptr;
    QButtonGroup *modes = nullptr;
    int hourColumns = 24;
};

HeatmapView::HeatmapView(const QString &name, QWidget *parent)
    : ChartCard(name, parent), d(std::make_unique<Private>())
{
    d->modes = new QButtonGroup(this);

    d->model = new HeatModel(this);
    d->table = new QTableView(this);
    d->table->setObjectName(name + u"Table"_s);
    d->table->setModel(d->model);
    d->table->setItemDelegate(new HeatDelegate(d->model, this));
    d->table->setTabKeyNavigation(false);
    d->table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    d->table->setSelectionMode(QAbstractItemView::NoSelection);
    d->table->setShowGrid(false);
    d->table->setFrameShape(QFrame::NoFrame);
    d->table->setCornerButtonEnabled(false);
    d->table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->table->horizontalHeader()->setMinimumSectionSize(20);
    d->table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    d->table->horizontalHeader()->setSectionsClickable(false);
    d->table->horizontalHeader()->setHighlightSections(false);
    d->table->verticalHeader()->setSectionsClickable(false);
    d->table->verticalHeader()->setHighlightSections(false);
    d->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    d->table->verticalHeader()->setDefaultSectionSize(qMax(CellHeight, fontMetrics().height() + 6));
    connect(d->table, &QTableView::clicked, this,
            [this](const QModelIndex &index) { emit cellActivated(index.row(), index.column()); });
    // A double click was a click already.
    auto *enter = new QAction(this);
    enter->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    enter->setShortcutContext(Qt::WidgetShortcut);
    d->table->addAction(enter);
    connect(enter, &QAction::triggered, this, [this] {
        const QModelIndex index = d->table->currentIndex();
        if (index.isValid())
            emit cellActivated(index.row(), index.column());
    });

    d->emptyNote = new QLabel(this);
    d->emptyNote->setTextFormat(Qt::PlainText);
    d->emptyNote->setWordWrap(true);
    d->emptyNote->hide();
    d->modesLayout = new QHBoxLayout;
    d->modesLayout->setSpacing(2);
    body()->addLayout(d->modesLayout);
    body()->addWidget(d->emptyNote);
    body()->addWidget(d->table);
    connect(d->modes, &QButtonGroup::idClicked, this, &HeatmapView::modeChanged);
}

HeatmapView::~HeatmapView() = default;

void HeatmapView::setModes(const QStringList &names)
{
    for (int i = 0; i < names.size(); ++i) {
        QToolButton *b = makeButton(this, u"%1Mode%2"_s.arg(objectName()).arg(i), names[i]);
        b->setCheckable(true);
        b->setChecked(i == 0);
        d->modes->addButton(b, i);
        d->modesLayout->addWidget(b);
    }
    d->modesLayout->addStretch(1);
}

int HeatmapView::mode() const
{
    return d->modes->checkedId();
}

void HeatmapView::setSpec(const HeatSpec &spec)
{
    setTitle(spec.title);
    const auto buttons = d->modes->buttons();
    for (QAbstractButton *button : buttons)
        button->setAccessibleName(tr("Show %1", "a switch of the heatmap").arg(button->text()));
    d->table->setAccessibleName(spec.title);
    d->table->setAccessibleDescription(spec.summary);
    d->emptyNote->setText(spec.emptyText);
    d->emptyNote->setVisible(spec.empty() && !spec.emptyText.isEmpty());
    d->model->setSpec(spec);
    d->table->setFixedHeight(d->table->horizontalHeader()->sizeHint().height()
                             + int(spec.rows.size()) * d->table->verticalHeader()->defaultSectionSize() + 2);
    if (!d->table->currentIndex().isValid() && d->model->rowCount() > 0)
        d->table->setCurrentIndex(d->model->index(0, 0));
    countHourColumns(); // names may be longer now
}

const HeatSpec &HeatmapView::spec() const
{
    return d->model->spec;
}

int HeatmapView::hourColumns() const
{
    return d->hourColumns;
}

void HeatmapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    countHourColumns();
}

void HeatmapView::countHourColumns()
{
    // By any number of three digits and not by those of now, so that what is shown does not decide how it is shown.
    constexpr int CardMargins = 22, CellMargins = 4;
    const int cell = fontMetrics().horizontalAdvance(u"000"_s) + CellMargins;
    const int room = width() - CardMargins - d->table->verticalHeader()->sizeHint().width();
    const int columns = room >= 24 * cell ? 24 : 12;
    if (columns != std::exchange(d->hourColumns, columns))
        emit hourColumnsChanged();
}

void HeatmapView::paint(QPainter &painter, const QRectF &area, const HeatSpec &spec, const QFont &font,
                        bool dark)
{
    const ThemeColours &colours = Theme::colours(dark);
    const QColor ink = Theme::palette(dark).color(QPalette::WindowText);
    painter.save();
    painter.setFont(font);
    const QFontMetricsF metrics(font, painter.device());
    double names = 0;
    for (const HeatSpec::Row &row : spec.rows)
        names = qMax(names, metrics.horizontalAdvance(row.name));
    names = qMin(names + 10, area.width() * 0.3);
    const double width = (area.width() - names) / qMax(1, int(spec.columns.size()));
    const double height = area.height() / double(spec.rows.size() + 1);
    for (int c = 0; c < spec.columns.size(); ++c) {
        painter.setPen(colours.muted);
        painter.drawText(QRectF(area.left() + names + c * width, area.top(), width, height),
                         int(Qt::AlignCenter), spec.columns[c]);
    }
    for (int r = 0; r < spec.rows.size(); ++r) {
        const double top = area.top() + (r + 1) * height;
        painter.setPen(ink);
        painter.drawText(QRectF(area.left(), top, names - 6, height), int(Qt::AlignVCenter | Qt::AlignLeft),
                         metrics.elidedText(spec.rows[r].name, Qt::ElideRight, names - 6));
        for (int c = 0; c < spec.columns.size(); ++c)
            paintHeatCell(painter, {area.left() + names + c * width, top, width, height}, spec, r, c,
                          colours);
    }
    painter.restore();
}

QImage HeatmapView::draw(const HeatSpec &spec, QSize logicalSize, double scale, bool dark)
{
    QImage image(logicalSize * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Theme::colours(dark).card);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = QApplication::font();
    font.setPixelSize(14);
    QFont titleFont = font;
    titleFont.setWeight(QFont::DemiBold);
    painter.setFont(titleFont);
    painter.setPen(Theme::palette(dark).color(QPalette::WindowText));
    painter.drawText(QRectF(12, 8, logicalSize.width() - 24, 24), int(Qt::AlignLeft | Qt::AlignVCenter),
                     spec.title);
    font.setPixelSize(13);
    paint(painter, QRectF(QPointF(12, 40), QSizeF(logicalSize) - QSizeF(24, 52)), spec, font, dark);
    return image;
}

QImage HeatmapView::picture(double scale, bool dark) const
{
    return draw(spec(), {1000, 330}, scale, dark);
}

std::function<QByteArray()> HeatmapView::csv() const
{
    return [copy = spec()] { return heatCsv(copy); };
}

void HeatmapView::showEverything()
{
    emit cellActivated(-1, -1);
}

void HeatmapView::changeEvent(QEvent *event)
{
    ChartCard::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        QPalette muted = palette();
        muted.setColor(QPalette::WindowText, Theme::colours(palette()).muted);
        d->emptyNote->setPalette(muted);
    }
}

#include "heatmapview.moc"
