// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overviewpage.h"

#include "ui/dates.h"
#include "ui/pages/firststeps.h"

#include "ui/models/teammodel.h"
#include "ui/models/tickettablemodel.h"
#include "ui/setup/setupchecklist.h"
#include "ui/theme.h"
#include "ui/uisettings.h"
#include "ui/widgets/bardelegate.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/firstlook.h"
#include "ui_overviewpage.h"

#include <QAction>
#include <QDateTime>
#include <QHeaderView>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *OverviewCardNames[] = {"cardOpenNow",       "cardWaiting",    "cardOpened",
                                             "cardFirstResponse", "cardResolution", "cardMessages"};
constexpr int SixCardsFrom = 1000; // of page width: what 1240 px leave beside the navigation

void showColumns(QTableView *view, const QVector<int> &columns)
{
    for (int i = 0; i < view->model()->columnCount(); ++i)
        view->setColumnHidden(i, !columns.contains(i));
}

} // namespace

OverviewPage::OverviewPage(LiveData &live, QWidget *parent)
    : Page(live, u"overview"_s, parent), m_ui(std::make_unique<Ui::OverviewPage>()),
      m_steps(new SetupChecklist(live)), m_opened(new ChartView(u"openedChart"_s)),
      m_backlog(new ChartView(u"backlogChart"_s)), m_waiting(new TicketTableModel(this)),
      m_team(new TeamModel(this)), m_question(addQuestion())
{
    m_ui->setupUi(this);
    m_ui->pageLayout->removeWidget(m_ui->overviewScroll);
    m_ui->overviewState->setContent(m_ui->overviewScroll);
    tellFailures(m_question, m_ui->overviewState, tr("The numbers could not be read."));
    m_ui->waitingLayout->removeWidget(m_ui->overviewWaiting);
    m_ui->waitingState->setContent(m_ui->overviewWaiting);
    m_ui->teamLayout->removeWidget(m_ui->overviewTeam);
    m_ui->teamState->setContent(m_ui->overviewTeam);
    m_ui->bodyLayout->insertWidget(0, m_steps);
    connect(m_steps, &SetupChecklist::linkActivated, this, &Page::linkActivated);
    for (QLabel *label : {m_ui->waitingTitle, m_ui->teamTitle}) {
        QFont bold = label->font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
    }

    for (int i = 0; i < OverviewFigures::CardCount; ++i) {
        auto *card = new KpiCard(m_ui->overviewCards);
        card->setObjectName(QLatin1StringView(OverviewCardNames[i]));
        connect(card, &KpiCard::clicked, this, [this, i] { explainCard(OverviewFigures::Card(i)); });
        m_cards.append(card);
    }
    m_ui->overviewWaiting->setModel(m_waiting);
    m_firstLook = new FirstLook(live, m_ui->overviewWaiting);
    showColumns(m_ui->overviewWaiting,
                {TicketTableModel::Waiting, TicketTableModel::Channel, TicketTableModel::Category,
                 TicketTableModel::State});
    m_ui->overviewTeam->setModel(m_team);
    m_ui->overviewTeam->setItemDelegateForColumn(TeamModel::OpenNow,
                                                 new BarDelegate(TeamModel::ShareRole, this));
    for (QTableView *view : {m_ui->overviewWaiting, m_ui->overviewTeam}) {
        view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        Theme::setRowHeight(view, 10);
        view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    }
    // What is left is its room: the list never scrolls sideways, and the whole text is in the tool tip.
    m_ui->overviewWaiting->horizontalHeader()->setSectionResizeMode(TicketTableModel::State,
                                                                    QHeaderView::Stretch);

    m_waiting->setLeftText(tr("done", "a ticket that waits no longer"));
    m_ui->overviewShowNew->hide();
    connect(m_waiting, &TicketTableModel::heldBackChanged, this, [this] {
        m_ui->overviewShowNew->setVisible(m_waiting->outdated());
        m_ui->overviewShowNew->setText(m_waiting->heldBack() > 0
                                           ? tr("%n new ticket(s) · Show", nullptr, m_waiting->heldBack())
                                           : tr("Show the newest order"));
    });
    connect(m_ui->overviewShowNew, &QPushButton::clicked, m_waiting, &TicketTableModel::showHeldBack);
    connect(m_ui->overviewWaiting, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const TicketListRow *row = m_waiting->ticket(index.row())) {
            PageLink link;
            link.page = u"tickets"_s;
            link.ticket = row->ticket.id;
            emit linkActivated(link);
        }
    });
    connect(m_ui->overviewTeam, &QTableView::activated, this, [this](const QModelIndex &index) {
        TicketListFilter filter;
        const UserId user(m_team->index(index.row(), 0).data(TeamModel::UserIdRole).toULongLong());
        const QString name = m_team->index(index.row(), TeamModel::Person).data().toString();
        if (user)
            filter.lastReplyBy = user;
        else
            filter.noReplyYet = true;
        PageLink link;
        link.page = u"tickets"_s;
        link.tickets = filter;
        link.chip = user ? tr("Last reply by %1").arg(name) : tr("No reply yet");
        emit linkActivated(link);
    });
    connect(m_ui->overviewShowOpen, &QPushButton::clicked, this, [this] {
        PageLink link;
        link.page = u"tickets"_s;
        link.tickets = TicketListFilter();
        link.tickets->category = this->live().category();
        emit linkActivated(link);
    });

    const auto connectChart = [this](ChartView *chart, OverviewFigures::Chart which,
                                     QString (*text)(const OverviewAnswer &)) {
        connect(chart, &ChartView::explainRequested, this, [this, chart, which, text] {
            explain(chart->findChild<QWidget *>(chart->objectName() + u"Explain"_s),
                    [this, chart, which, text] {
                        return content(chart->spec().title, text(*m_answer),
                                       OverviewFigures::ticketsAt(which, *m_answer, -1, 0));
                    });
        });
        connect(chart, &ChartView::markActivated, this, [this, chart, which](int point, int series) {
            if (!m_answer)
                return;
            if (!chart->spec().series.value(series).reference)
                return openTickets(OverviewFigures::ticketsAt(which, *m_answer, point, series));
            // Of the period before only numbers are kept: its tickets are looked up now.
            this->live().storage().browse(
                this,
                [answer = *m_answer, point](const Reader &reader) {
                    return OverviewFigures::openedBefore(reader, answer, point);
                },
                [this](const TicketSet &set) { openTickets(set); });
        });
        connect(chart, &ChartView::told, this, [this](const QString &sentence) { say(sentence); });
        connect(chart, &ChartView::saved, this, [this](const FileSaver::Outcome &saved) { tell(saved); });
    };
    connectChart(m_opened, OverviewFigures::Chart::Opened, &OverviewFigures::openedChartExplanation);
    connectChart(m_backlog, OverviewFigures::Chart::Backlog, &OverviewFigures::backlogChartExplanation);
    for (ChartView *chart : {m_opened, m_backlog}) {
        auto *csv = new QAction(this);
        csv->setObjectName(chart->objectName() + u"ExportCsv"_s);
        connect(csv, &QAction::triggered, chart, &ChartView::saveCsv);
        auto *png = new QAction(this);
        png->setObjectName(chart->objectName() + u"ExportPng"_s);
        connect(png, &QAction::triggered, chart, &ChartView::savePng);
        m_exports += {csv, png};
    }
    arrange();
    m_ui->overviewState->showLoading(tr("Reading the tickets…"));
}

OverviewPage::~OverviewPage() = default;

QString OverviewPage::title() const
{
    return tr("Overview");
}

void OverviewPage::reload()
{
    ask();
}

void OverviewPage::update(const ChangeSet &)
{
    m_question->again();
}

void OverviewPage::timePassed()
{
    m_question->again();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    m_cameBack = true;
    Page::showEvent(event);
}

void OverviewPage::showNewest()
{
    m_waiting->showHeldBack();
}

void OverviewPage::botChanged()
{
    showStates();
}

void OverviewPage::ask()
{
    OverviewQuestion question;
    question.server = live().server();
    question.category = live().category();
    question.range = live().range();
    question.context = live().rangeContext();
    question.removedAtMs = live().removedAtMs();
    question.compare = live().compare();
    question.targets = live().config().targets();
    if (!question.server) {
        m_question->forget();
        m_answer.reset();
        showStates();
        return;
    }
    if (m_answer && m_answer->question.server != question.server)
        m_answer.reset(); // never show one server's numbers under another's name
    showStates();
    m_question->ask([question](const Reader &reader,
                               UtcMs nowMs) { return OverviewAnswer::read(reader, question, nowMs); },
                    [this](const OverviewAnswer &answer) { show(answer); });
}

void OverviewPage::show(const OverviewAnswer &answer)
{
    m_answer = answer;
    for (int i = 0; i < OverviewFigures::CardCount; ++i)
        m_cards[i]->setContent(OverviewFigures::card(OverviewFigures::Card(i), answer));
    m_waiting->setTimes(answer.question.waitingAtMs(), answer.question.targets, answer.question.context.zone);
    // Nobody reads a window that is not the active one: it stays fresh (UX 2.5).
    const QTableView *list = m_ui->overviewWaiting;
    // Nor what was there before the page was left.
    const bool frozen = !std::exchange(m_cameBack, false) && isActiveWindow() && m_firstLook->taken()
        && (list->viewport()->underMouse() || (list->hasFocus() && list->currentIndex().isValid()));
    m_waiting->renew(answer.waiting.rows, frozen && m_waiting->rowCount() > 0);
    m_team->setTeam(answer.team, answer.names, live().config().heavyLoad);
    m_opened->setSpec(OverviewFigures::openedChart(answer));
    m_backlog->setSpec(OverviewFigures::backlogChart(answer));
    m_ui->overviewExplain->refresh();
    const QString gaps = OverviewFigures::gapsText(answer);
    const QString caption = PeriodFigures::pictureCaption(
        answer.window, answer.question.context.zone,
        answer.question.category.all ? QString() : live().categoryName(), live().serverName());
    for (ChartView *chart : {m_opened, m_backlog}) {
        chart->setNote(gaps);
        chart->setCaption(caption);
    }
    m_ui->overviewShowOpen->setText(answer.open > 0 ? tr("Show all %n open ticket(s)", nullptr, answer.open)
                                                    : tr("Show open tickets"));
    const ChartView *charts[] = {m_opened, m_backlog};
    for (int i = 0; i < m_exports.size(); ++i) {
        const QString title = charts[i / 2]->spec().title;
        m_exports[i]->setText(i % 2 ? tr("%1 (PNG)…").arg(title) : tr("%1 (CSV)…").arg(title));
    }
    showStates();
    arrange(); // longer texts may need more room
    fitWaiting();
}

void OverviewPage::showStates()
{
    showState();
    // While there is nothing to show yet it stands above the sentence that says so; later it scrolls with the page.
    const bool alone = m_ui->overviewState->state() == StatePane::State::FirstUse;
    m_ui->pageLayout->setContentsMargins(alone ? QMargins(16, 4, 16, 12) : QMargins());
    QVBoxLayout *place = alone ? m_ui->pageLayout : m_ui->bodyLayout;
    if (place->indexOf(m_steps) < 0)
        place->insertWidget(0, m_steps);
}

void OverviewPage::showState()
{
    StatePane *page = m_ui->overviewState;
    if (withoutServer(page, tr("No server yet. As soon as the bot is in one, its tickets appear here.")))
        return;
    if (!m_answer) {
        page->showLoading(tr("Reading the tickets…"));
        return;
    }
    if (m_answer->recordingBeganMs == 0) {
        QStringList names;
        if (const auto *server = live().botServer()) {
            for (const ChannelId category : server->config.ticketCategories)
                names.append(server->config.categoryNames.value(category, category.toString()));
        }
        FirstSteps::showWithoutTickets(
            this, page, live(),
            names.isEmpty() ? tr(
                "No tickets yet. When one is opened in a ticket category it appears here within seconds.")
                            : tr("No tickets yet. When one is opened in %1 it appears here within seconds.")
                                  .arg(QLocale().createSeparatedList(names)));
        return;
    }
    page->showContent();
    if (m_answer->waitingCount > 0) {
        m_ui->waitingState->showContent();
    } else {
        m_ui->waitingState->show(
            StatePane::State::Empty,
            OverviewFigures::nobodyWaits(m_answer->lastClosed, live().zone(), live().nowMs()));
    }
    if (m_team->rowCount() > 0)
        m_ui->teamState->showContent();
    else
        m_ui->teamState->show(StatePane::State::Empty, tr("No ticket is open."));
}

void OverviewPage::explainCard(OverviewFigures::Card card)
{
    explain(m_cards[card], [this, card] { return content(card); });
}

void OverviewPage::explain(QWidget *opener, const std::function<ExplainPanel::Content()> &ask)
{
    if (!m_answer)
        return;
    m_ui->overviewExplain->explain(opener, ask);
    m_ui->overviewScroll->ensureWidgetVisible(m_ui->overviewExplain);
}

ExplainPanel::Content OverviewPage::content(OverviewFigures::Card card)
{
    const QString title = m_cards[card]->content().title;
    const QString text = OverviewFigures::explanation(card, *m_answer);
    const bool waiting = card == OverviewFigures::WaitingForUs;
    if (card != OverviewFigures::OpenNow && !waiting)
        return content(title, text, OverviewFigures::tickets(card, *m_answer));
    // Lists that live on: who opens and who waits goes on changing.
    PageLink link;
    link.page = u"tickets"_s;
    TicketListFilter filter;
    filter.category = m_answer->question.category;
    filter.tab = waiting ? TicketListFilter::Tab::Waiting : TicketListFilter::Tab::Open;
    link.tickets = filter;
    const int count = waiting ? m_answer->waitingCount : m_answer->open;
    return {title, text, count > 0 ? tr("Show the %n ticket(s)", nullptr, count) : QString(),
            [this, link] { emit linkActivated(link); }};
}

ExplainPanel::Content OverviewPage::content(const QString &title, const QString &text, const TicketSet &show)
{
    const int count = int(show.tickets.size());
    return {title, text, count > 0 ? tr("Show the %n ticket(s)", nullptr, count) : QString(),
            [this, show] { openTickets(show); }};
}

void OverviewPage::openTickets(const TicketSet &set)
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

void OverviewPage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    arrange();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void OverviewPage::arrange()
{
    const bool compact = widthClass() == WidthClass::Compact;
    int needed = 32; // the page's margins
    for (const KpiCard *card : std::as_const(m_cards))
        needed += card->minimumSizeHint().width() + m_ui->cardsGrid->spacing();
    const int columns = compact ? 2 : width() >= qMax(SixCardsFrom, needed) ? 6 : 3;
    if (columns != m_cardColumns) {
        m_cardColumns = columns;
        for (int i = 0; i < m_cards.size(); ++i) {
            m_ui->cardsGrid->removeWidget(m_cards[i]);
            m_cards[i]->setCompact(compact);
            m_ui->cardsGrid->addWidget(m_cards[i], i / columns, i % columns);
        }
        for (int c = 0; c < 6; ++c)
            m_ui->cardsGrid->setColumnStretch(c, c < columns ? 1 : 0);
    }
    // Two columns of charts need 400 px each; below, one column, and in the narrowest window who waits comes
    // first.
    const int kind = compact ? 0 : widthClass() == WidthClass::Medium || width() < 840 ? 1 : 2;
    if (kind == m_layoutKind)
        return;
    m_layoutKind = kind;
    QGridLayout *grid = m_ui->lowerGrid;
    for (QWidget *w : {static_cast<QWidget *>(m_ui->waitingCard), static_cast<QWidget *>(m_ui->teamCard),
                       static_cast<QWidget *>(m_opened), static_cast<QWidget *>(m_backlog)})
        grid->removeWidget(w);
    m_ui->bodyLayout->removeWidget(m_ui->waitingCard);
    m_ui->bodyLayout->removeWidget(m_ui->overviewCards);
    m_ui->bodyLayout->insertWidget(0, m_ui->overviewCards);
    if (kind == 2) {
        grid->addWidget(m_ui->waitingCard, 0, 0);
        grid->addWidget(m_opened, 0, 1);
        grid->addWidget(m_ui->teamCard, 1, 0);
        grid->addWidget(m_backlog, 1, 1);
    } else {
        if (kind == 0)
            m_ui->bodyLayout->insertWidget(0, m_ui->waitingCard);
        else
            grid->addWidget(m_ui->waitingCard, 0, 0);
        grid->addWidget(m_opened, 1, 0);
        grid->addWidget(m_ui->teamCard, 2, 0);
        grid->addWidget(m_backlog, 3, 0);
    }
    if (m_ui->bodyLayout->indexOf(m_steps) >= 0)
        m_ui->bodyLayout->insertWidget(0, m_steps); // above them all, as before the first ticket
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, kind == 2 ? 1 : 0);
    const int chartHeight = kind == 0 ? 200 : 240;
    for (ChartView *chart : {m_opened, m_backlog}) {
        chart->setMinimumHeight(chartHeight);
        chart->show();
    }
    // Tab follows what the eye reads.
    QWidget *previous = kind == 0 ? m_ui->overviewShowOpen : nullptr;
    for (KpiCard *card : m_cards) {
        if (previous)
            setTabOrder(previous, card);
        previous = card;
    }
    setTabOrder(previous, m_ui->overviewExplain);
    previous = m_ui->overviewExplain;
    if (kind != 0) {
        setTabOrder(previous, m_ui->overviewWaiting);
        setTabOrder(m_ui->overviewWaiting, m_ui->overviewShowOpen);
        previous = m_ui->overviewShowOpen;
    }
    fitWaiting();
}

void OverviewPage::fitWaiting()
{
    // In the narrowest window the list above the cards is only as high as its rows, at most four.
    QTableView *view = m_ui->overviewWaiting;
    const int rowHeight = view->verticalHeader()->defaultSectionSize();
    const bool compact = widthClass() == WidthClass::Compact;
    const int rows = compact ? qBound(1, m_waiting->rowCount(), 4) : qBound(3, m_waiting->rowCount(), 6);
    m_ui->waitingState->setFixedHeight(compact || m_layoutKind == 1 ? qMax(rows * rowHeight + 4, 48)
                                                                    : QWIDGETSIZE_MAX);
    if (m_layoutKind == 2) {
        m_ui->waitingState->setMinimumHeight(0);
        m_ui->waitingState->setMaximumHeight(QWIDGETSIZE_MAX);
    }
    view->setColumnHidden(TicketTableModel::State, compact);
    m_ui->teamState->setMinimumHeight(m_layoutKind == 2 ? 0
                                                        : qBound(2, m_team->rowCount(), 8) * rowHeight + 4);
}

void OverviewPage::focusFirst()
{
    (widthClass() == WidthClass::Compact ? static_cast<QWidget *>(m_ui->overviewWaiting) : m_cards.first())
        ->setFocus(Qt::TabFocusReason);
}

void OverviewPage::saveView(UiSettings &settings) const
{
    settings.setValue(u"overview/firstSteps"_s, m_steps->wanted());
}

void OverviewPage::restoreView(const UiSettings &settings)
{
    m_steps->setWanted(settings.value(u"overview/firstSteps"_s).toBool());
}

void OverviewPage::showChecklist()
{
    m_steps->setWanted(true);
}
