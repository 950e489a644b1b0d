// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headerbar.h"

#include "ui/dates.h"
#include "ui/theme.h"
#include "ui/widgets/rangepicker.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class HeaderBar::Private
{
public:
    explicit Private(LiveData &data) : live(data) { }
    LiveData &live;
    QPointer<Page> page;
    WidthClass width = WidthClass::Wide;
    QLabel *title = nullptr;
    QLabel *status = nullptr; // "Updating…" or "as of 14:02"
    bool busy = false;
    QPointer<QWidget> navigation;
    QLabel *categoryLabel = nullptr;
    QComboBox *category = nullptr;
    QVector<CategoryFilter> categories;
    RangePicker *range = nullptr;
    QCheckBox *compare = nullptr;
    QToolButton *filters = nullptr;
    QToolButton *exportButton = nullptr;
    QFrame *popup = nullptr;
    QVBoxLayout *popupLayout = nullptr;
    QHBoxLayout *first = nullptr;
    QHBoxLayout *second = nullptr;
    QPointer<QWidget> own;
};

HeaderBar::HeaderBar(LiveData &live, QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(live))
{
    setObjectName(u"header"_s);
    d->title = new QLabel(this);
    d->title->setObjectName(u"pageTitle"_s);
    d->title->setTextFormat(Qt::PlainText);
    QFont h1 = font();
    h1.setPointSizeF(h1.pointSizeF() * 1.4);
    h1.setWeight(QFont::DemiBold);
    d->title->setFont(h1);
    d->status = new QLabel(this);
    d->status->setObjectName(u"headerStatus"_s);
    d->categoryLabel = new QLabel(this);
    d->category = new QComboBox(this);
    d->category->setObjectName(u"headerCategory"_s);
    d->category->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    d->category->setMinimumHeight(28);
    d->categoryLabel->setBuddy(d->category);
    d->range = new RangePicker(this);
    d->range->setObjectName(u"headerRange"_s);
    d->range->setContext([&live] { return live.rangeContext(); });
    d->compare = new QCheckBox(this);
    d->compare->setObjectName(u"headerCompare"_s);
    const auto button = [this](const QString &name) {
        auto *b = new QToolButton(this);
        b->setObjectName(name);
        b->setMinimumHeight(28);
        b->setFocusPolicy(Qt::StrongFocus);
        return b;
    };
    d->filters = button(u"headerFilters"_s);
    d->exportButton = button(u"headerExport"_s);
    d->exportButton->setPopupMode(QToolButton::InstantPopup);
    d->exportButton->setMenu(new QMenu(d->exportButton));
    connect(d->exportButton->menu(), &QMenu::aboutToShow, this, [this] {
        d->exportButton->menu()->clear();
        if (d->page)
            d->exportButton->menu()->addActions(d->page->exportActions());
    });

    d->popup = new QFrame(this, Qt::Popup);
    d->popup->setObjectName(u"filterPopup"_s);
    d->popup->setFrameShape(QFrame::StyledPanel);
    d->popup->installEventFilter(this);
    d->popupLayout = new QVBoxLayout(d->popup);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 10, 16, 6);
    rows->setSpacing(6);
    d->first = new QHBoxLayout;
    d->first->setSpacing(8);
    d->second = new QHBoxLayout;
    rows->addLayout(d->first);
    rows->addLayout(d->second);

    connect(d->category, &QComboBox::activated, this,
            [this](int index) { d->live.setCategory(d->categories.value(index)); });
    connect(d->range, &RangePicker::rangeChosen, &live, &LiveData::setRange);
    connect(d->range, &RangePicker::zoneChangeWanted, this, &HeaderBar::zoneChangeWanted);
    connect(d->compare, &QCheckBox::toggled, &live, &LiveData::setCompare);
    connect(d->filters, &QToolButton::clicked, this, &HeaderBar::openFilters);
    connect(&live, &LiveData::viewChanged, this, &HeaderBar::refresh);
    connect(&live, &LiveData::serverChanged, this, &HeaderBar::refresh);
    connect(&live, &LiveData::serversChanged, this, &HeaderBar::refresh);
    connect(&live, &LiveData::botStateChanged, this, &HeaderBar::refresh);
    connect(&live, &LiveData::timePassed, this, &HeaderBar::refresh);
    setWords();
    arrange();
}

void HeaderBar::setWords()
{
    d->categoryLabel->setText(tr("Category:"));
    d->category->setAccessibleName(tr("Category"));
    d->compare->setText(tr("Compare"));
    d->compare->setToolTip(tr("Compare with the equally long time before"));
    d->exportButton->setText(tr("Export ▾"));
    d->exportButton->setAccessibleName(tr("Export"));
    d->exportButton->setToolTip(tr("Export (Ctrl+E)"));
    d->popup->setAccessibleName(tr("Filters"));
}

void HeaderBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setWords();
        refresh();
    } else if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

HeaderBar::~HeaderBar() = default;

void HeaderBar::setPage(Page *page)
{
    if (d->own) {
        d->second->removeWidget(d->own);
        d->first->removeWidget(d->own);
        d->own->hide();
    }
    d->page = page;
    d->own = page ? page->headerWidget() : nullptr;
    if (d->own)
        d->own->setParent(this);
    makeRoomForSearch();
    arrange();
    refresh();
}

// The placeholder names the shortcut, so it is never cut, whatever the language.
void HeaderBar::makeRoomForSearch()
{
    QLineEdit *field = d->page ? d->page->searchField() : nullptr;
    if (!field)
        return;
    const auto inside = field->findChildren<QToolButton *>();
    for (QToolButton *clear : inside) { // the toolkit's own button has no name
        if (clear->accessibleName().isEmpty())
            clear->setAccessibleName(tr("Clear search"));
    }
    constexpr int Frame = 16;
    field->setMinimumWidth(qMax(field->minimumWidth(),
                                field->fontMetrics().horizontalAdvance(field->placeholderText()) + Frame));
}

void HeaderBar::setWidthClass(WidthClass width)
{
    d->width = width;
    arrange();
}

void HeaderBar::setNavigationButton(QWidget *button)
{
    d->navigation = button;
    button->setParent(this);
    arrange();
}

void HeaderBar::arrange()
{
    for (QBoxLayout *layout : {static_cast<QBoxLayout *>(d->first), static_cast<QBoxLayout *>(d->second),
                               static_cast<QBoxLayout *>(d->popupLayout)}) {
        while (QLayoutItem *item = layout->takeAt(0))
            delete item; // the widgets stay, they are children
    }
    const bool compact = d->width == WidthClass::Compact;
    const bool wide = d->width == WidthClass::Wide;
    const Page::SharedControls controls =
        d->page ? d->page->sharedControls() : Page::SharedControls(Page::NoControls);
    const auto put = [](QBoxLayout *layout, QWidget *widget, bool wanted, int stretch = 0) {
        if (wanted)
            layout->addWidget(widget, stretch);
        widget->setVisible(wanted);
    };

    // What stands below does not move when a page or a section has more, or fewer, controls up here.
    d->title->setMinimumHeight(qMax(d->exportButton->minimumHeight(), d->exportButton->sizeHint().height()));
    put(d->first, d->title, !compact);
    if (d->navigation)
        put(d->first, d->navigation, compact);
    d->first->addWidget(d->status);
    const bool ownInFirst = wide && d->own;
    if (ownInFirst)
        put(d->first, d->own, true, 1);
    else
        d->first->addStretch(1);

    const bool category = controls & Page::CategoryControl;
    const bool range = controls & Page::RangeControl;
    const bool compare = controls & Page::CompareControl;
    const bool needsPopup = !wide && (category || compare || (compact && range));
    QBoxLayout *rest = needsPopup ? static_cast<QBoxLayout *>(d->popupLayout) : d->first;
    put(rest, d->categoryLabel, category && needsPopup);
    put(rest, d->category, category);
    put(compact ? rest : d->first, d->range, range);
    put(rest, d->compare, compare);
    put(d->first, d->filters, needsPopup);
    put(d->first, d->exportButton, d->page && !d->page->exportActions().isEmpty());
    if (d->own && !ownInFirst)
        put(d->second, d->own, true, 1);
    layout()->setContentsMargins(compact ? 8 : 16, compact ? 6 : 10, compact ? 8 : 16, 6);
}

void HeaderBar::fillCategories()
{
    QVector<CategoryFilter> filters{CategoryFilter()};
    QStringList names{tr("All categories")};
    if (const ServerPulse *server = d->live.serverPulse()) {
        for (const CategoryRow &row : server->categories) {
            CategoryFilter filter;
            filter.all = false;
            filter.id = row.id;
            if (!row.id)
                filter.name = row.name;
            filters.append(filter);
            names.append(row.name.isEmpty() ? tr("No category") : row.name);
        }
    }
    if (const qsizetype chosen = filters.indexOf(d->live.category()); chosen < 0) {
        filters.append(d->live.category()); // remembered, but without a ticket any more
        names.append(d->live.categoryName());
    }
    if (filters != d->categories || names.size() != d->category->count()) {
        d->categories = filters;
        d->category->clear();
        d->category->addItems(names);
    } else {
        for (int i = 0; i < names.size(); ++i)
            d->category->setItemText(i, names[i]);
    }
    d->category->setCurrentIndex(int(filters.indexOf(d->live.category())));
}

// What is kept on this computer, the log and the settings, does not grow old while the bot is disconnected.
static bool showsRecorded(const Page *page)
{
    const QString name = page ? page->name() : QString();
    return name != "log"_L1 && name != "settings"_L1;
}

void HeaderBar::refresh()
{
    if (d->page)
        d->title->setText(d->page->title());
    fillCategories();
    d->range->setRange(d->live.range());
    const QSignalBlocker blocker(d->compare);
    d->compare->setChecked(d->live.compare());
    const int active = d->live.category().all ? 0 : 1;
    d->filters->setText(active > 0 ? tr("Filters (%1) ▾").arg(active) : tr("Filters ▾"));
    d->filters->setAccessibleName(active > 0 ? tr("Filters, %n active", nullptr, active) : tr("Filters"));
    QString status;
    if (d->busy) {
        status = tr("Updating…");
    } else if (const auto stale = showsRecorded(d->page) ? d->live.staleSinceMs() : std::nullopt) {
        status = tr("as of %1", "the time of the data shown")
                     .arg(Dates::timeOrDate(*stale, d->live.zone(), d->live.nowMs()));
    }
    d->status->setText(status);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, Theme::colours(palette()).muted);
    d->status->setPalette(muted);
}

void HeaderBar::setBusy(bool busy)
{
    d->busy = busy;
    refresh();
}

void HeaderBar::openRange()
{
    if (d->range->parentWidget() == d->popup || !d->range->isVisible()) {
        if (!d->filters->isVisible())
            return;
        openFilters();
    }
    d->range->openPopup();
}

void HeaderBar::openExport()
{
    if (d->exportButton->isVisible())
        d->exportButton->showMenu();
}

void HeaderBar::openFilters()
{
    d->popup->adjustSize();
    d->popup->move(d->filters->mapToGlobal(
        QPoint(d->filters->width() - d->popup->sizeHint().width(), d->filters->height())));
    d->popup->show();
    d->category->setFocus(Qt::PopupFocusReason);
}

bool HeaderBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->popup && event->type() == QEvent::Hide)
        d->filters->setFocus(Qt::PopupFocusReason);
    return QWidget::eventFilter(watched, event);
}
