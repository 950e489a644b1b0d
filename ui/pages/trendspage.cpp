// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trendspage.h"

#include "ui/hourswords.h"
#include "ui/pages/exportdialog.h"
#include "ui/pages/firststeps.h"
#include "ui/staffranking.h"
#include "ui/uisettings.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/flowlayout.h"
#include "ui_trendspage.h"

#include <QAction>
#include <QCheckBox>
#include <QDateTime>
#include <QFileInfo>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace TrendsFigures;

namespace {

constexpr const char *TrendsChartNames[] = {"trendsOpened",   "trendsBacklog",  "trendsResponse",
                                            "trendsDuration", "trendsArrivals", "trendsCategories",
                                            "trendsStaff",    "trendsMessages"};
constexpr int TwoColumnsFrom = 840; // of page width: 400 px for each chart
constexpr int TrendsLineHeight = 26; // of a lying bar

} // namespace

TrendsPage::TrendsPage(LiveData &live, StaffRanking &ranking, QWidget *parent)
    : Page(live, u"trends"_s, parent), m_ui(std::make_unique<Ui::TrendsPage>()), m_ranking(ranking),
      m_heatmap(new HeatmapView(QLatin1StringView(TrendsChartNames[Arrivals]), this)),
      m_question(addQuestion()), m_staffQuestion(new LiveQuestion(live, this))
{
    m_ui->setupUi(this);
    m_ui->pageLayout->removeWidget(m_ui->trendsScroll);
    m_ui->trendsState->setContent(m_ui->trendsScroll);
    tellFailures(m_question, m_ui->trendsState, tr("The trends could not be read."));
    new FlowLayout(m_ui->trendsSummary, 2);
    m_ui->trendsEmpty->hide();
    m_drawTimer.setSingleShot(true);
    connect(&m_drawTimer, &QTimer::timeout, this, &TrendsPage::drawNext);
    makeHoursSwitch();
    makeCharts();
    makeExports();
    connect(m_ui->trendsAllCategories, &QPushButton::clicked, this, [this] { this->live().setCategory({}); });
    connect(m_ui->trendsLast90, &QPushButton::clicked, this,
            [this] { this->live().setRange({DateRange::Kind::Last90Days}); });
    connect(m_ui->trendsShowStaff, &QPushButton::clicked, this, [this] { hideStaff(false); });
    connect(&m_ranking, &StaffRanking::changed, this, &TrendsPage::showStaff);
    showStaff();
    m_ui->trendsState->showLoading(tr("Reading the tickets…"));
}

TrendsPage::~TrendsPage() = default;

void TrendsPage::makeCharts()
{
    for (int i = 0; i < ChartCount; ++i) {
        const auto which = Chart(i);
        if (which == Arrivals) {
            m_charts.append(nullptr);
            continue;
        }
        auto *chart = new ChartView(QLatin1StringView(TrendsChartNames[i]), this);
        m_charts.append(chart);
        connect(chart, &ChartView::explainRequested, this, [this, chart, which] {
            explain(chart->findChild<QWidget *>(chart->objectName() + u"Explain"_s), rowOf(which),
                    [this, which] { return explanation(which, *m_answer, m_view); });
        });
        connect(chart, &ChartView::markActivated, this,
                [this, which](int point, int series) { openMark(which, point, series); });
        connect(chart, &ChartView::told, this, [this](const QString &sentence) { say(sentence); });
        connect(chart, &ChartView::saved, this, [this](const FileSaver::Outcome &saved) { tell(saved); });
    }
    m_average = m_charts[Response]->addSwitch(u"Average"_s, tr("Average"));
    m_average->setAccessibleName(tr("Show the average first response too"));
    connect(m_average, &QToolButton::toggled, this, [this](bool on) {
        m_view.average = on;
        drawSoon(Response);
    });
    m_byName = m_charts[Staff]->addSwitch(u"ByName"_s, tr("By name"));
    m_byName->setAccessibleName(tr("Order staff by name instead of by value"));
    connect(m_byName, &QToolButton::toggled, this, [this](bool on) {
        m_view.staffByName = on;
        drawSoon(Staff);
    });
    m_charts[Staff]
        ->menu()
        ->addAction(tr("Hide this chart"), this, [this] { hideStaff(true); })
        ->setObjectName(u"trendsHideStaff"_s);

    m_heatmap->setModes({tr("Opened"), tr("Staff replies"), tr("Median first response (minutes)")});
    connect(m_heatmap, &HeatmapView::modeChanged, this, [this](int mode) {
        m_view.heat = HeatMode(mode);
        drawSoon(Arrivals);
    });
    connect(m_heatmap, &HeatmapView::explainRequested, this, [this] {
        explain(m_heatmap->findChild<QWidget *>(m_heatmap->objectName() + u"Explain"_s), rowOf(Arrivals),
                [this] { return explanation(Arrivals, *m_answer, m_view); });
    });
    connect(m_heatmap, &HeatmapView::cellActivated, this, &TrendsPage::openCell);
    m_view.heatColumns = m_heatmap->hourColumns();
    connect(m_heatmap, &HeatmapView::hourColumnsChanged, this, [this] {
        m_view.heatColumns = m_heatmap->hourColumns();
        if (m_answer)
            m_heatmap->setSpec(
                TrendsFigures::heatmap(*m_answer, m_view)); // at once: the old columns have no room
    });
    connect(m_heatmap, &HeatmapView::told, this, [this](const QString &sentence) { say(sentence); });
    connect(m_heatmap, &HeatmapView::saved, this, [this](const FileSaver::Outcome &saved) { tell(saved); });
}

// UX 3.3. A server without working hours counts around the clock (METRICS M-27): then there is nothing to switch, and the
// box says where hours are set.
void TrendsPage::makeHoursSwitch()
{
    m_hoursOnly = new QCheckBox(tr("Working hours only"), m_ui->trendsSummary);
    m_hoursOnly->setObjectName(u"trendsHoursOnly"_s);
    m_hoursOnly->setMinimumHeight(28);
    m_ui->trendsSummary->layout()->addWidget(m_hoursOnly);
    connect(m_hoursOnly, &QCheckBox::clicked, this, [this](bool on) {
        if (live().config().workingHours().isSet()) {
            live().setWorkingHoursOnly(on);
            return;
        }
        m_hoursOnly->setChecked(false);
        say(tr("This server has no working hours, so every hour counts. Set them in Settings, Targets and "
               "hours."));
    });
    connect(&live(), &LiveData::serversChanged, this, &TrendsPage::showHoursSwitch);
    showHoursSwitch();
}

void TrendsPage::showHoursSwitch()
{
    const WorkingHours hours = live().config().workingHours();
    m_hoursOnly->setChecked(hours.isSet() && live().workingHoursOnly());
    m_hoursOnly->setToolTip(hours.isSet()
                                ? tr("Responses and resolutions count only the time within working hours: %1")
                                      .arg(HoursWords::week(hours.week))
                                : tr("This server has no working hours: every hour counts"));
}

QString TrendsPage::title() const
{
    return tr("Trends");
}

// -- asking ------------------------------------------------------------------------------------------------------------

void TrendsPage::reload()
{
    ask();
}

void TrendsPage::update(const ChangeSet &)
{
    m_question->again();
    m_staffQuestion->again();
}

void TrendsPage::timePassed()
{
    m_question->again();
}

void TrendsPage::botChanged()
{
    showStates();
}

void TrendsPage::ask()
{
    TrendsQuestion question = TrendsQuestion::of(live());
    if (live().workingHoursOnly())
        question.hours = live().config().workingHours();
    showHoursSwitch();
    if (!question.server) {
        m_question->forget();
        m_staffQuestion->forget();
        m_answer.reset();
        showStates();
        return;
    }
    if (m_answer && m_answer->question.server != question.server)
        m_answer.reset(); // never show one server's numbers under another's name
    showStates();
    m_question->ask(
        [question](const Reader &reader, UtcMs nowMs) { return TrendsAnswer::read(reader, question, nowMs); },
        [this](const TrendsAnswer &answer) { show(answer); });
    // One entry for each message of staff, so the charts do not wait for it.
    m_staffQuestion->ask(
        [question](const Reader &reader, UtcMs nowMs) { return readStaffHours(reader, question, nowMs); },
        [this, question](const StaffHours &hours) {
            m_staffRead.emplace(question, hours);
            if (m_answer && m_answer->question.isAboutTheSameAs(question)) {
                m_answer->staff = hours;
                drawSoon(Arrivals);
            }
        });
}

void TrendsPage::show(const TrendsAnswer &answer)
{
    m_answer = answer;
    if (m_staffRead && m_staffRead->first.isAboutTheSameAs(answer.question))
        m_answer->staff = m_staffRead->second;
    showFigures();
    m_ui->trendsExplain->refresh();
    showStates();
    drawAll();
}

// -- drawing -----------------------------------------------------------------------------------------------------------

void TrendsPage::drawSoon(Chart chart)
{
    if (!m_answer)
        return;
    if (!m_toDraw.contains(chart))
        m_toDraw.append(chart);
    m_drawTimer.start(0);
}

void TrendsPage::drawAll()
{
    for (int i = 0; i < ChartCount; ++i)
        drawSoon(Chart(i));
}

void TrendsPage::drawNext()
{
    if (!m_answer || m_toDraw.isEmpty())
        return;
    const Chart which = m_toDraw.takeFirst();
    ChartCard *card = which == Arrivals ? static_cast<ChartCard *>(m_heatmap) : m_charts[which];
    card->setCaption(pictureCaption(m_answer->question, m_answer->window));
    if (which == Arrivals) {
        m_heatmap->setSpec(TrendsFigures::heatmap(*m_answer, m_view));
    } else {
        const ChartSpec spec = TrendsFigures::chart(which, *m_answer, m_view);
        m_charts[which]->setSpec(spec);
        QStringList notes;
        if (!spec.comparison.isEmpty())
            notes.append(comparisonSentence(spec));
        if (which == Resolution && m_answer->now.openAtEnd > 0)
            notes.append(tr("Not in it: %n open ticket(s).", nullptr, m_answer->now.openAtEnd));
        if (which <= Response)
            notes.append(gapsText(*m_answer));
        notes.removeAll(QString());
        m_charts[which]->setNote(notes.join(u' '));
        const int base = widthClass() == WidthClass::Compact ? 200 : 260;
        const int rows = spec.horizontal ? int(spec.points.size()) * TrendsLineHeight + 100 : 0;
        m_charts[which]->setMinimumHeight(qMax(base, rows));
    }
    if (!m_toDraw.isEmpty())
        m_drawTimer.start(0);
}

void TrendsPage::showFigures()
{
    const QVector<Figure> figures = TrendsFigures::figures(*m_answer);
    while (m_figures.size() < figures.size()) {
        auto *button = new QToolButton(m_ui->trendsSummary);
        button->setAutoRaise(true);
        button->setMinimumHeight(28);
        button->setFocusPolicy(Qt::StrongFocus);
        // The switch stays the last.
        m_ui->trendsSummary->layout()->removeWidget(m_hoursOnly);
        m_ui->trendsSummary->layout()->addWidget(button);
        m_ui->trendsSummary->layout()->addWidget(m_hoursOnly);
        setTabOrder(m_figures.isEmpty() ? static_cast<QWidget *>(m_ui->trendsScroll) : m_figures.last(),
                    button);
        setTabOrder(button, m_hoursOnly);
        connect(button, &QToolButton::clicked, this, [this, button] {
            explain(button, 0, [this, name = button->objectName()]() -> std::optional<Explanation> {
                for (const Figure &figure : TrendsFigures::figures(*m_answer)) {
                    if (figure.name == name)
                        return figure.explanation;
                }
                return {};
            });
        });
        m_figures.append(button);
    }
    for (int i = 0; i < m_figures.size(); ++i) {
        m_figures[i]->setVisible(i < figures.size());
        if (i >= figures.size())
            continue;
        m_figures[i]->setObjectName(figures[i].name);
        m_figures[i]->setText(figures[i].text);
        m_figures[i]->setAccessibleName(figures[i].spoken);
        m_figures[i]->setToolTip(tr("Explain: %1").arg(figures[i].explanation.title));
    }
}

void TrendsPage::showStates()
{
    StatePane *page = m_ui->trendsState;
    if (withoutServer(page, tr("No server yet. As soon as the bot is in one, its trends appear here.")))
        return;
    if (!m_answer) {
        page->showLoading(tr("Reading the tickets…"));
        return;
    }
    if (m_answer->recordingBeganMs == 0) {
        FirstSteps::showWithoutTickets(
            this, page, live(), tr("No tickets yet. Trends begin with the first ticket that is opened."));
        return;
    }
    page->showContent();
    const bool nothing = nothingHappened(*m_answer);
    m_ui->trendsEmpty->setVisible(nothing);
    if (!nothing)
        return;
    const QString period = m_answer->question.range.title(m_answer->question.context);
    const bool filtered = !m_answer->question.category.all;
    m_ui->trendsEmptyText->setText(
        m_answer->now.observed <= 0 ? tr("Nothing was recorded in this period: %1.").arg(period)
            : filtered
            ? tr("No ticket in %1 in this period: %2.").arg(m_answer->question.categoryName, period)
            : tr("No ticket in this period: %1.").arg(period));
    m_ui->trendsAllCategories->setVisible(filtered);
    m_ui->trendsLast90->setVisible(m_answer->question.range != DateRange{DateRange::Kind::Last90Days});
}

// -- leading on --------------------------------------------------------------------------------------------------------

void TrendsPage::explain(QWidget *opener, int row, const std::function<std::optional<Explanation>()> &what)
{
    if (!m_answer)
        return;
    // Beside what it explains: above that row of charts.
    m_ui->chartsGrid->removeWidget(m_ui->trendsExplain);
    m_ui->chartsGrid->addWidget(m_ui->trendsExplain, row, 0, 1, 2);
    m_ui->trendsExplain->explain(opener, [this, what]() -> std::optional<ExplainPanel::Content> {
        const std::optional<Explanation> now = what();
        if (!now)
            return {};
        const int count = int(now->show.tickets.size());
        return {{now->title, now->text, count > 0 ? tr("Show the %n ticket(s)", nullptr, count) : QString(),
                 [this, show = now->show] { openTickets(show); }}};
    });
    m_ui->chartsGrid->activate();
    m_ui->trendsScroll->ensureWidgetVisible(m_ui->trendsExplain);
}

void TrendsPage::openTickets(const TicketSet &set)
{
    if (set.tickets.isEmpty()) {
        say(tr("No tickets are counted there."));
        return;
    }
    PageLink link;
    link.page = u"tickets"_s;
    TicketListFilter filter;
    filter.category = live().category();
    filter.tab = TicketListFilter::Tab::All;
    filter.only = set.tickets;
    link.tickets = filter;
    link.chip = set.chip;
    emit linkActivated(link);
}

void TrendsPage::openMark(Chart which, int point, int series)
{
    if (!m_answer)
        return;
    if (point < 0 || !isLookedUp(m_charts[which]->spec(), series))
        return openTickets(ticketsAt(which, *m_answer, m_view, point, series));
    live().storage().browse(
        this,
        [which, answer = *m_answer, view = m_view, point, series](const Reader &reader) {
            return lookUpTickets(reader, which, answer, view, point, series);
        },
        [this](const TicketSet &set) { openTickets(set); });
}

void TrendsPage::openCell(int row, int column)
{
    if (!m_answer)
        return;
    if (row >= 0 && (row == 0 || m_view.heat == StaffReplies)) {
        // The page knows how many messages there were; in which tickets is looked up now.
        const TrendsAnswer &a = *m_answer;
        const int width = 24 / m_view.heatColumns;
        const int day =
            row == 0 ? -1 : (int(a.question.context.firstDayOfWeek) - 1 + row - 1) % 7; // Monday = 0
        const QString chip =
            tr("Staff wrote %1: %2", "weekday and hour, period")
                .arg(cellName(m_heatmap->spec(), row, column), a.question.range.title(a.question.context));
        live().storage().browse(
            this,
            [question = a.question, window = a.window, hours = HoursOfWeek{day, column * width, width}](
                const Reader &reader) { return ticketsWrittenIn(reader, question, window, hours); },
            [this, chip](const QVector<ChannelId> &tickets) {
                openTickets({tickets, chip});
            });
        return;
    }
    openTickets(ticketsInCell(*m_answer, m_view, row, column));
}

// -- files -------------------------------------------------------------------------------------------------------------

void TrendsPage::makeExports()
{
    using TrendsExport::Kind;
    const std::pair<Kind, QString> kinds[] = {
        {Kind::Report, u"trendsExportReport"_s},         {Kind::Pictures, u"trendsExportPictures"_s},
        {Kind::TicketsCsv, u"trendsExportTicketsCsv"_s}, {Kind::TicketsJson, u"trendsExportTicketsJson"_s},
        {Kind::NumbersCsv, u"trendsExportNumbersCsv"_s}, {Kind::NumbersJson, u"trendsExportNumbersJson"_s}};
    for (const auto &[kind, name] : kinds) {
        auto *action =
            new QAction(tr("%1…", "an entry that asks more").arg(TrendsExport::kindTitle(kind)), this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, kind = kind] { openExport(kind); });
        m_exports.append(action);
    }
}

void TrendsPage::openExport(TrendsExport::Kind kind)
{
    if (!m_answer) {
        complain(tr("There is nothing to export yet."));
        return;
    }
    // What is on the screen now is what goes into the file, even when new tickets arrive meanwhile.
    auto *dialog = new ExportDialog(*m_answer, kind, FileSaver::folder(), m_initials, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, answer = *m_answer, view = m_view] {
        FileSaver::setFolder(QFileInfo(dialog->path()).absolutePath());
        m_initials = dialog->initials();
        auto *exporter = new TrendsExporter(live().storage(), answer, view, this);
        connect(exporter, &TrendsExporter::finished, this,
                [this, path = dialog->path()](const QString &sentence, bool ok) {
                    if (ok)
                        emit fileWritten(sentence, path);
                    else
                        complain(sentence);
                });
        exporter->start(dialog->kind(), dialog->path(), dialog->initials());
    });
    dialog->open();
}

// -- layout ------------------------------------------------------------------------------------------------------------

int TrendsPage::rowOf(Chart chart) const
{
    // Above each row of charts there is one for the explanation.
    if (m_layoutKind != 2)
        return 2 * int(chart);
    constexpr int rows[] = {0, 0, 2, 2, 4, 6, 6, 8};
    return rows[chart];
}

void TrendsPage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    arrange();
}

void TrendsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void TrendsPage::arrange()
{
    const bool compact = widthClass() == WidthClass::Compact;
    const int kind = compact ? 0 : widthClass() == WidthClass::Medium || width() < TwoColumnsFrom ? 1 : 2;
    if (kind == m_layoutKind)
        return;
    m_layoutKind = kind;
    QGridLayout *grid = m_ui->chartsGrid;
    QWidget *before = nullptr;
    for (int i = 0; i < ChartCount; ++i) {
        const auto which = Chart(i);
        QWidget *view = which == Arrivals ? static_cast<QWidget *>(m_heatmap) : m_charts[i];
        grid->removeWidget(view);
        const bool whole = kind != 2 || which == Arrivals || which == Messages
            || (m_view.staffHidden && which == Categories);
        const bool right = kind == 2 && (which == Backlog || which == Resolution || which == Staff);
        grid->addWidget(view, rowOf(which) + 1, right ? 1 : 0, 1, whole ? 2 : 1);
        view->setVisible(which != Staff || !m_view.staffHidden);
        if (before)
            setTabOrder(before, view);
        before = view;
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, kind == 2 ? 1 : 0);
    if (m_ui->trendsExplain->isVisible())
        m_ui->trendsExplain->closePanel();
    drawAll();
}

void TrendsPage::showStaff()
{
    m_view.staffHidden = m_ranking.hidden();
    m_ui->trendsShowStaff->setVisible(m_view.staffHidden);
    m_layoutKind = -1;
    arrange();
}

void TrendsPage::hideStaff(bool hidden)
{
    const QPointer<StaffRanking> ranking(&m_ranking);
    m_ranking.setHidden(hidden);
    emit message(StaffRanking::inWords(hidden), [ranking, hidden] {
        if (ranking)
            ranking->setHidden(!hidden);
    });
    if (hidden)
        m_ui->trendsShowStaff->setFocus(Qt::OtherFocusReason);
    else
        m_charts[Staff]->setFocus(Qt::OtherFocusReason);
}

void TrendsPage::focusFirst()
{
    if (!m_figures.isEmpty())
        m_figures.first()->setFocus(Qt::TabFocusReason);
    else
        Page::focusFirst();
}

void TrendsPage::saveView(UiSettings &settings) const
{
    settings.setValue(u"trends/average"_s, m_view.average);
    settings.setValue(u"trends/staffByName"_s, m_view.staffByName);
}

void TrendsPage::restoreView(const UiSettings &settings)
{
    m_average->setChecked(settings.value(u"trends/average"_s).toBool());
    m_byName->setChecked(settings.value(u"trends/staffByName"_s).toBool());
}

void TrendsPage::resetView()
{
    m_average->setChecked(false);
    m_byName->setChecked(false);
}
