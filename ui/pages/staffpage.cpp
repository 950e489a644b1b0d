// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staffpage.h"

#include "bot/base/format.h"
#include "ui/pages/firststeps.h"
#include "ui/pages/periodfigures.h"
#include "ui/staffranking.h"
#include "ui/theme.h"
#include "ui/widgets/bardelegate.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/filesaver.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/heatmapview.h"
#include "ui_staffpage.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

StaffPage::StaffPage(LiveData &live, StaffRanking &ranking, QWidget *parent)
    : Page(live, u"staff"_s, parent), m_ui(std::make_unique<Ui::StaffPage>()), m_ranking(ranking),
      m_model(new StaffModel(this)), m_activity(new HeatmapView(u"staffActivity"_s, this)),
      m_answeredChart(new ChartView(u"staffAnswered"_s, this)),
      m_responseChart(new ChartView(u"staffResponse"_s, this)),
      m_hours(new HeatmapView(u"staffHours"_s, this)), m_question(addQuestion()),
      m_hoursQuestion(new LiveQuestion(live, this)), m_detailQuestion(new LiveQuestion(live, this))
{
    m_ui->setupUi(this);
    m_ui->pageLayout->removeWidget(m_ui->staffScroll);
    m_ui->staffState->setContent(m_ui->staffScroll);
    tellFailures(m_question, m_ui->staffState, tr("The numbers of the team could not be read."));
    buildTools();
    QTableView *table = m_ui->staffTable;
    table->setModel(m_model);
    for (const int column : {StaffModel::OpenNow, StaffModel::Answered})
        table->setItemDelegateForColumn(column, new BarDelegate(StaffModel::ShareRole, this));
    table->horizontalHeader()->setStretchLastSection(true);
    table->viewport()->installEventFilter(this);
    connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &StaffPage::fitColumns);
    table->sortByColumn(StaffModel::OpenNow, Qt::DescendingOrder);
    m_noRanking->setChecked(m_ranking.hidden());
    Theme::setRowHeight(table, 10);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const StaffRow *row = current();
        m_person = row ? row->user : UserId();
        m_openButton->setEnabled(row && row->open > 0);
        m_answeredButton->setEnabled(row && row->answered > 0);
        chooseDetail();
    });
    connect(table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const bool open = index.column() == StaffModel::OpenNow || index.column() == StaffModel::Waiting;
        (open ? m_openButton : m_answeredButton)->click();
    });
    buildCharts();
    arrange();
    m_ui->staffState->showLoading(tr("Reading the tickets…"));
}

StaffPage::~StaffPage() = default;

void StaffPage::buildTools()
{
    auto *flow = new FlowLayout(m_ui->staffTools, 6);
    m_openButton = new QPushButton(tr("Show open tickets"), m_ui->staffTools);
    m_openButton->setObjectName(u"staffShowOpen"_s);
    m_answeredButton = new QPushButton(tr("Show answered tickets"), m_ui->staffTools);
    m_answeredButton->setObjectName(u"staffShowAnswered"_s);
    m_noRanking = new QToolButton(m_ui->staffTools);
    m_noRanking->setObjectName(u"staffNoRanking"_s);
    m_noRanking->setText(tr("Hide the ranking"));
    m_noRanking->setToolTip(tr("Order people by name, without bars, and hide the staff chart of Trends"));
    m_noRanking->setCheckable(true);
    m_explain = new QToolButton(m_ui->staffTools);
    m_explain->setObjectName(u"staffTableExplain"_s);
    m_explain->setText(tr("Explain"));
    m_explain->setAccessibleName(tr("Explain the columns"));
    for (QToolButton *button : {m_noRanking, m_explain}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    for (QWidget *widget : {static_cast<QWidget *>(m_openButton), static_cast<QWidget *>(m_answeredButton),
                            static_cast<QWidget *>(m_noRanking), static_cast<QWidget *>(m_explain)}) {
        widget->setMinimumHeight(28);
        flow->addWidget(widget);
    }
    connect(m_openButton, &QPushButton::clicked, this, [this] {
        const StaffRow *row = current();
        if (row && m_answer)
            openTickets(m_answer->open.value(row->user), tr("Last reply by %1").arg(row->name), true);
    });
    connect(m_answeredButton, &QPushButton::clicked, this, [this] {
        const StaffRow *row = current();
        if (row && m_answer)
            openTickets(m_answer->answered.value(row->user),
                        tr("Answered by %1, opened: %2")
                            .arg(row->name, m_answer->question.range.title(m_answer->question.context)));
    });
    connect(m_noRanking, &QToolButton::toggled, this, [this](bool hidden) {
        m_model->setRanking(!hidden);
        m_ui->staffTable->sortByColumn(hidden ? StaffModel::Person : StaffModel::OpenNow,
                                       hidden ? Qt::AscendingOrder : Qt::DescendingOrder);
        m_ranking.setHidden(hidden);
    });
    QHeaderView *header = m_ui->staffTable->horizontalHeader();
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this, header](int column) {
        if (!m_noRanking->isChecked() || column <= StaffModel::Role)
            return;
        header->setSortIndicator(StaffModel::Person, Qt::AscendingOrder);
        say(tr("The ranking is hidden, so people stand in the order of their names."));
    });
    connect(&m_ranking, &StaffRanking::changed, m_noRanking, &QToolButton::setChecked);
    connect(m_explain, &QToolButton::clicked, this, [this] {
        m_ui->staffExplain->explain(
            m_explain, tr("Staff"),
            tr("Open now and waiting: open tickets whose newest staff message is by this person; a person "
               "waits in the latter. Answered: tickets opened in the period in which this person wrote at "
               "least once. First response: the median of those this person gave, from the opening on; "
               "with fewer than 5 there is none. Rating: of tickets closed in the period, credited to the "
               "one who claimed, else to the one who closed. Claimed: tickets closed in the period, where "
               "the ticket bot reports it. Active days: days with a staff message."));
        m_ui->staffScroll->ensureWidgetVisible(m_ui->staffExplain);
    });
    auto *csv = new QAction(tr("Staff (CSV)…"), this);
    csv->setObjectName(u"staffExportCsv"_s);
    connect(csv, &QAction::triggered, this, [this] {
        FileSaver::save(
            this, tr("Staff"), u"csv"_s, tr("CSV table"), [bytes = m_model->csv()] { return bytes; },
            [this](const FileSaver::Outcome &saved) { tell(saved); });
    });
    m_exports = {csv};
}

void StaffPage::buildCharts()
{
    for (ChartCard *card :
         {static_cast<ChartCard *>(m_answeredChart), static_cast<ChartCard *>(m_responseChart),
          static_cast<ChartCard *>(m_activity), static_cast<ChartCard *>(m_hours)}) {
        connect(card, &ChartCard::told, this, [this](const QString &sentence) { say(sentence); });
        connect(card, &ChartCard::saved, this, [this](const FileSaver::Outcome &saved) { tell(saved); });
    }
    for (ChartView *chart : {m_answeredChart, m_responseChart}) {
        connect(chart, &ChartView::explainRequested, this, [this, chart] {
            explain(
                chart,
                chart == m_answeredChart
                    ? tr("Tickets in which this person wrote as staff, by the day they were opened.")
                    : tr("Time from the opening to the first staff message, of tickets in which this person "
                         "wrote the first one, by the day they were opened."));
        });
        connect(chart, &ChartView::markActivated, this, [this, chart](int point, int) {
            if (!m_detail)
                return;
            const bool answered = chart == m_answeredChart;
            const auto &buckets = answered ? m_detail->answeredTickets : m_detail->responseTickets;
            QVector<ChannelId> tickets;
            for (int i = 0; i < buckets.size(); ++i) {
                if (point < 0 || i == point)
                    tickets += answered ? buckets[i].opened : buckets[i].answered;
            }
            const QString when = point < 0 ? m_detail->question.range.title(m_detail->question.context)
                                           : chartPointText(chart->spec(), point);
            openTickets(tickets, tr("%1: %2", "chart's title, day").arg(chart->spec().title, when));
        });
    }
    for (HeatmapView *heat : {m_activity, m_hours}) {
        connect(heat, &HeatmapView::explainRequested, this, [this, heat] {
            explain(heat,
                    heat == m_activity
                        ? tr("On top the tickets opened in each hour of the day, over the whole period. "
                             "Below, for "
                             "each person, the messages written as staff in that hour. Times in %1.")
                              .arg(QString::fromLatin1(live().zone().id()))
                        : tr("Messages this person wrote as staff, by weekday and hour. Times in %1.")
                              .arg(QString::fromLatin1(live().zone().id())));
        });
    }
    connect(m_activity, &HeatmapView::hourColumnsChanged, this, [this] {
        if (m_answer)
            m_activity->setSpec(StaffFigures::activity(*m_answer, m_activity->hourColumns()));
    });
    connect(m_hours, &HeatmapView::hourColumnsChanged, this, [this] {
        if (m_detail)
            showDetail();
    });
    connect(m_activity, &HeatmapView::cellActivated, this, &StaffPage::openCell);
    connect(m_hours, &HeatmapView::cellActivated, this, [this](int row, int column) {
        if (row < 0 || !m_detail)
            m_answeredButton->click();
        else
            openWritten(*m_hours, row, column, m_detail->user,
                        (int(m_detail->question.context.firstDayOfWeek) - 1 + row) % 7);
    });
}

QString StaffPage::title() const
{
    return tr("Staff");
}

// -- asking ------------------------------------------------------------------------------------------------------------

void StaffPage::reload()
{
    ask();
}

void StaffPage::update(const ChangeSet &)
{
    m_question->again();
    m_hoursQuestion->again();
    m_detailQuestion->again();
}

void StaffPage::timePassed()
{
    m_question->again();
}

void StaffPage::botChanged()
{
    if (m_answer)
        showRows(); // role names come from the bot
    showStates();
}

void StaffPage::ask()
{
    const TrendsQuestion asked = TrendsQuestion::of(live());
    if (!asked.server) {
        for (LiveQuestion *one : {m_question, m_hoursQuestion, m_detailQuestion})
            one->forget();
        m_answer.reset();
        m_detail.reset();
        showStates();
        return;
    }
    if (m_answer && m_answer->question.server != asked.server) {
        m_answer.reset();
        m_detail.reset();
        m_person = {};
    }
    showStates();
    m_detailQuestion->forget();
    m_question->ask(
        [asked, person = m_person](const Reader &reader, UtcMs nowMs) {
            return StaffAnswer::read(reader, asked, person, nowMs);
        },
        [this](const StaffAnswer &answer) { show(answer); });
    m_hoursQuestion->ask(
        [asked](const Reader &reader, UtcMs nowMs) { return readStaffHours(reader, asked, nowMs); },
        [this, asked](const StaffHours &hours) {
            m_hoursRead.emplace(asked, hours);
            if (!m_answer || !m_answer->question.isAboutTheSameAs(asked))
                return;
            m_answer->hours = hours;
            showRows();
            showDetail();
        });
}

// The answer about the team brought that of one person along; another one is asked for.
void StaffPage::chooseDetail()
{
    const TrendsQuestion asked = TrendsQuestion::of(live());
    if (!m_person || !asked.server) {
        m_detailQuestion->forget();
        m_detail.reset();
        showDetail();
        return;
    }
    if (m_answer && m_answer->detail && m_answer->detail->user == m_person
        && m_answer->question.isAboutTheSameAs(asked)) {
        m_detailQuestion->forget();
        m_detail = m_answer->detail;
        showDetail();
        return;
    }
    m_detailQuestion->ask(
        [asked, user = m_person](const Reader &reader, UtcMs nowMs) {
            return StaffDetail::read(reader, asked, user, nowMs);
        },
        [this](const StaffDetail &detail) {
            if (detail.user != m_person || detail.question.server != live().server())
                return;
            m_detail = detail;
            showDetail();
        });
}

void StaffPage::show(const StaffAnswer &answer)
{
    const bool same = m_answer && m_answer->question.isAboutTheSameAs(answer.question);
    m_answer = answer;
    if (m_hoursRead && m_hoursRead->first.isAboutTheSameAs(answer.question))
        m_answer->hours = m_hoursRead->second;
    showRows(same);
    const bool brought = answer.detail && answer.detail->user == m_person;
    if (brought || !m_detail || !m_detail->question.isAboutTheSameAs(answer.question))
        chooseDetail();
    showStates();
}

// -- showing -----------------------------------------------------------------------------------------------------------

void StaffPage::showRows(bool sameQuestion)
{
    QVector<StaffRow> rows = m_answer->rows;
    const QTableView *table = m_ui->staffTable;
    const bool keepOrder = sameQuestion && isActiveWindow()
        && (table->viewport()->underMouse() || (table->hasFocus() && table->currentIndex().isValid()));
    const auto *server = live().botServer();
    for (StaffRow &row : rows) {
        if (m_answer->hours) {
            const StaffHours::Person wrote = m_answer->hours->byPerson.value(row.user);
            row.activeDays = wrote.activeDays;
            row.lastActiveMs = wrote.lastActiveMs;
        }
        if (!server)
            continue;
        const QVector<RoleId> held = m_answer->roles.value(row.user);
        for (const Discord::Role &role : server->roles) { // highest first
            if (held.contains(role.id) && server->config.supportRoles.contains(role.id)) {
                row.role = role.name;
                break;
            }
        }
    }
    m_model->setRows(rows, live().config().heavyLoad, live().zone(), live().nowMs(), keepOrder);
    m_ui->staffTable->setColumnHidden(StaffModel::Claimed, !m_answer->claims);
    // The chosen person stays chosen, wherever the row has gone.
    if (m_person) {
        for (int i = 0; i < m_model->rowCount(); ++i) {
            if (m_model->row(i)->user == m_person && m_ui->staffTable->currentIndex().row() != i)
                m_ui->staffTable->setCurrentIndex(m_model->index(i, 0));
        }
    } else if (m_model->rowCount() > 0) {
        m_ui->staffTable->setCurrentIndex(m_model->index(0, 0));
    }
    QStringList note{tr("There is no assignment in Discord: an open ticket belongs to whoever replied last."),
                     m_answer->nobodyYet > 0
                         ? tr("Without any staff reply yet: %n open ticket(s).", nullptr, m_answer->nobodyYet)
                         : QString(),
                     m_answer->observed < PeriodFigures::FullyObserved
                         ? tr("Observed %1 of this period.").arg(Format::percent(m_answer->observed))
                         : QString()};
    m_ui->staffNote->setText(PeriodFigures::joined(note));
    m_activity->setSpec(StaffFigures::activity(*m_answer, m_activity->hourColumns()));
    m_activity->setCaption(TrendsFigures::pictureCaption(m_answer->question, m_answer->window));
    fitTable();
    fitColumns();
}

void StaffPage::showDetail()
{
    const StaffRow *row = current();
    const bool shown = m_detail && row && row->user == m_detail->user;
    m_answeredChart->setVisible(shown);
    m_responseChart->setVisible(shown);
    m_hours->setVisible(shown && m_answer->hours);
    if (!shown)
        return;
    m_answeredChart->setSpec(StaffFigures::answeredChart(*m_detail, row->name));
    m_responseChart->setSpec(StaffFigures::responseChart(*m_detail, row->name));
    if (m_answer->hours)
        m_hours->setSpec(StaffFigures::hoursHeatmap(*m_answer, row->user, row->name, m_hours->hourColumns()));
    for (ChartCard *card : {static_cast<ChartCard *>(m_answeredChart),
                            static_cast<ChartCard *>(m_responseChart), static_cast<ChartCard *>(m_hours)})
        card->setCaption(TrendsFigures::pictureCaption(m_detail->question, m_detail->window));
    m_ui->staffExplain->refresh();
}

void StaffPage::showStates()
{
    StatePane *page = m_ui->staffState;
    if (withoutServer(page, tr("No server yet. As soon as the bot is in one, its staff appears here.")))
        return;
    if (!m_answer) {
        page->showLoading(tr("Reading the tickets…"));
        return;
    }
    if (live().config().supportRoles.isEmpty() && m_answer->rows.isEmpty()) {
        page->show(StatePane::State::FirstUse, tr("No role counts as staff yet."),
                   FirstSteps::withoutStaff(this));
        return;
    }
    if (m_answer->recordingBeganMs == 0) {
        FirstSteps::showWithoutTickets(this, page, live(),
                                       tr("No tickets yet. Who answers the first one appears here."));
        return;
    }
    if (m_answer->rows.isEmpty()) {
        const QString period = m_answer->question.range.title(m_answer->question.context);
        page->show(StatePane::State::Empty, tr("No staff member wrote in this period: %1.").arg(period),
                   {{u"staffLast90"_s, tr("Last 90 days"),
                     [this] { live().setRange({DateRange::Kind::Last90Days}); }}});
        return;
    }
    page->showContent();
}

const StaffRow *StaffPage::current() const
{
    return m_model->row(m_ui->staffTable->currentIndex().row());
}

// The chart of another person has another title.
void StaffPage::explain(ChartCard *card, const QString &text)
{
    m_ui->staffExplain->explain(card->findChild<QWidget *>(card->objectName() + u"Explain"_s), [card, text] {
        return ExplainPanel::Content{card->title(), text};
    });
    m_ui->staffScroll->ensureWidgetVisible(m_ui->staffExplain);
}

void StaffPage::openTickets(const QVector<ChannelId> &tickets, const QString &chip, bool open)
{
    if (tickets.isEmpty()) {
        say(tr("No tickets are counted there."));
        return;
    }
    PageLink link;
    link.page = u"tickets"_s;
    TicketListFilter filter;
    filter.category = live().category();
    filter.tab = open ? TicketListFilter::Tab::Open : TicketListFilter::Tab::All;
    filter.only = tickets;
    link.tickets = filter;
    link.chip = chip;
    emit linkActivated(link);
}

void StaffPage::openCell(int row, int column)
{
    if (!m_answer)
        return;
    if (row <= 0) {
        QVector<ChannelId> tickets;
        for (int hour = 0; hour < 24; ++hour) {
            if (row < 0 || hour * m_activity->hourColumns() / 24 == column)
                tickets += m_answer->arrivalTickets[hour];
        }
        const QString period = m_answer->question.range.title(m_answer->question.context);
        openTickets(tickets,
                    row < 0 ? tr("Opened: %1").arg(period)
                            : tr("Opened %1: %2", "hour, period")
                                  .arg(m_activity->spec().spokenColumns.value(column), period));
        return;
    }
    openWritten(*m_activity, row, column, StaffFigures::activityPeople(*m_answer).value(row - 1), -1);
}

// The page knows how many messages there were; in which tickets is looked up now.
void StaffPage::openWritten(const HeatmapView &heat, int row, int column, UserId person, int day)
{
    if (!m_answer)
        return;
    const HeatSpec &spec = heat.spec();
    const int width = 24 / qMax(1, int(spec.columns.size()));
    const QString hour = spec.spokenColumns.value(column);
    const QString when = day < 0 ? hour : tr("%1 %2", "day, hour").arg(spec.rows.value(row).name, hour);
    QString name = person.toString();
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->row(i)->user == person)
            name = m_model->row(i)->name;
    }
    const QString chip = tr("%1 wrote %2: %3", "person, weekday and hour, period")
                             .arg(name, when, m_answer->question.range.title(m_answer->question.context));
    live().storage().browse(
        this,
        [question = m_answer->question, window = m_answer->window, person,
         hours = TrendsFigures::HoursOfWeek{day, column * width, width}](const Reader &reader) {
            return TrendsFigures::ticketsWrittenIn(reader, question, window, hours, person);
        },
        [this, chip](const QVector<ChannelId> &tickets) { openTickets(tickets, chip); });
}

// -- layout ------------------------------------------------------------------------------------------------------------

void StaffPage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    arrange();
}

void StaffPage::arrange()
{
    const int kind = widthClass() == WidthClass::Wide ? 2 : widthClass() == WidthClass::Medium ? 1 : 0;
    if (kind == m_layoutKind)
        return;
    m_layoutKind = kind;
    QGridLayout *grid = m_ui->detailGrid;
    grid->addWidget(m_answeredChart, 0, 0, 1, kind == 2 ? 1 : 2);
    grid->addWidget(m_responseChart, kind == 2 ? 0 : 1, kind == 2 ? 1 : 0, 1, kind == 2 ? 1 : 2);
    grid->addWidget(m_hours, 2, 0, 1, 2);
    grid->addWidget(m_activity, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, kind == 2 ? 1 : 0);
    for (ChartView *chart : {m_answeredChart, m_responseChart})
        chart->setMinimumHeight(widthClass() == WidthClass::Compact ? 200 : 240);
    QWidget *before = m_ui->staffTable;
    for (QWidget *view : {static_cast<QWidget *>(m_answeredChart), static_cast<QWidget *>(m_responseChart),
                          static_cast<QWidget *>(m_hours), static_cast<QWidget *>(m_activity)}) {
        setTabOrder(before, view);
        before = view;
    }
    showDetail();
    fitTable();
}

void StaffPage::fitTable()
{
    const QTableView *table = m_ui->staffTable;
    const int rows = qBound(2, m_model->rowCount(), widthClass() == WidthClass::Compact ? 5 : 10);
    m_ui->staffTable->setFixedHeight(table->horizontalHeader()->sizeHint().height()
                                     + rows * table->verticalHeader()->defaultSectionSize() + 20);
}

// As wide as their texts; where that is too much for the window the bars are shorter, so that no number is cut.
void StaffPage::fitColumns()
{
    QTableView *table = m_ui->staffTable;
    const QHeaderView *header = table->horizontalHeader();
    constexpr int HeaderRoom = 20;
    QHash<int, int> widths, titles;
    int over = -table->viewport()->width();
    for (int c = 0; c < StaffModel::ColumnCount; ++c) {
        if (table->isColumnHidden(c))
            continue;
        const QString title = m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
        titles[c] = header->fontMetrics().horizontalAdvance(title) + HeaderRoom;
        if (m_model->rowCount() == 0 || header->sortIndicatorSection() == c)
            titles[c] = qMax(titles[c], header->sectionSizeHint(c)); // with the mark of its order
        widths[c] = qMax(titles[c], static_cast<QAbstractItemView *>(table)->sizeHintForColumn(c));
        over += widths[c];
    }
    // Half from each; what the one cannot give for its title, the other does.
    constexpr int MostFromABar = BarDelegate::LongestBar - BarDelegate::ShortestBar;
    const auto shorten = [&](int column, int by) {
        const int width = qMax(titles[column], widths[column] - qBound(0, by, MostFromABar));
        over -= std::exchange(widths[column], width) - width;
    };
    shorten(StaffModel::OpenNow, (over + 1) / 2);
    shorten(StaffModel::Answered, over);
    for (auto width = widths.cbegin(); width != widths.cend(); ++width)
        table->setColumnWidth(width.key(), width.value());
}

bool StaffPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return Page::eventFilter(watched, event);
}

void StaffPage::focusFirst()
{
    m_ui->staffTable->setFocus(Qt::TabFocusReason);
}
