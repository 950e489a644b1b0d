// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ticketspage.h"

#include "bot/base/format.h"
#include "bot/commands/ticketcsv.h"
#include "bot/store/noticestore.h"
#include "bot/tickets/ticketlabel.h"
#include "ui/dates.h"
#include "ui/hourswords.h"
#include "ui/models/tickettablemodel.h"
#include "ui/pages/firststeps.h"
#include "ui/pages/overviewfigures.h"
#include "ui/pages/periodfigures.h"
#include "ui/pages/ticketdetail.h"
#include "ui/uisettings.h"
#include "ui/widgets/filesaver.h"
#include "ui/widgets/firstlook.h"
#include "ui_ticketspage.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

// Questions, filters, actions and states. What the page looks like is in ticketsview.cpp.

using namespace Qt::Literals::StringLiterals;

namespace {

using Tab = TicketListFilter::Tab;
using Sort = TicketListFilter::Sort;

constexpr int LiveRows = 500;
constexpr int RowsPerPage = 100;
constexpr int SearchDelayMs = 150; // UX 2.4
constexpr int SortAgainMs = 10000; // UX 2.5: at most every 10 s

struct TicketsAnswer
{
    TicketPage page;
    QHash<UserId, QString> names;
    QSet<ChannelId> muted;
    std::optional<Spell> lastClosed; // read while nobody waits
    bool observed = true; // at least a part of the period
    UtcMs nowMs = 0;
};

// What one channel lost is no blindness of the server (M-07).
bool someObserved(QVector<CoverageGap> gaps, Window window)
{
    gaps.removeIf([](const CoverageGap &gap) { return bool(gap.channel); });
    std::sort(gaps.begin(), gaps.end(),
              [](const CoverageGap &a, const CoverageGap &b) { return a.fromMs < b.fromMs; });
    UtcMs reached = window.fromMs;
    for (const CoverageGap &gap : std::as_const(gaps)) {
        if (gap.fromMs > reached)
            break;
        reached = gap.toMs == 0 ? window.toMs : qMax(reached, gap.toMs);
    }
    return reached < window.toMs;
}

Sort naturalSort(Tab tab)
{
    return tab == Tab::Closed ? Sort::Closed : tab == Tab::All ? Sort::Opened : Sort::Waiting;
}

} // namespace

TicketsPage::TicketsPage(LiveData &live, Hands hands, bool demo, QWidget *parent)
    : Page(live, u"tickets"_s, parent), m_ui(std::make_unique<Ui::TicketsPage>()), m_hands(std::move(hands)),
      m_demo(demo), m_model(new TicketTableModel(this)), m_question(addQuestion())
{
    m_ui->setupUi(this);
    buildActions();
    buildTable();
    buildTools();
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(SearchDelayMs);
    connect(&m_searchTimer, &QTimer::timeout, this, [this] {
        if (m_filter.search == m_search->text().trimmed())
            return;
        m_filter.search = m_search->text().trimmed();
        filterChanged();
    });
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_model, &TicketTableModel::heldBackChanged, this, &TicketsPage::showHeldBack);
    connect(m_ui->ticketsTabs, &QTabBar::currentChanged, this, [this](int index) { setTab(Tab(index)); });
    connect(m_ui->ticketsChips, &FilterChips::removed, this, &TicketsPage::removeChip);
    connect(m_ui->ticketsChips, &FilterChips::cleared, this, &TicketsPage::clearFilters);
    const auto turn = [this](int pages) {
        m_filter.offset = qMax(0, m_filter.offset + pages * RowsPerPage);
        m_newQuestion = true;
        ask();
    };
    connect(m_ui->ticketsPrevious, &QPushButton::clicked, this, [turn] { turn(-1); });
    connect(m_ui->ticketsNext, &QPushButton::clicked, this, [turn] { turn(1); });
    connect(&this->live(), &LiveData::serversChanged, this, &Page::badgeChanged);
    showCounts();
    updateActions();
}

TicketsPage::~TicketsPage() = default;

QString TicketsPage::title() const
{
    return tr("Tickets");
}

Page::SharedControls TicketsPage::sharedControls() const
{
    const bool window = paged() && !m_filter.opened && !m_filter.closed && !m_filter.only;
    SharedControls controls = window ? RangeControl : NoControls;
    // In narrow windows the category is in this page's own Filters, so that there is only one such button.
    if (widthClass() == WidthClass::Wide)
        controls |= CategoryControl;
    return controls;
}

QLineEdit *TicketsPage::searchField()
{
    return m_search;
}

Page::Badge TicketsPage::badge() const
{
    const ServerPulse *server = live().serverPulse();
    if (!server || server->overdue == 0)
        return {};
    return {Format::count(server->overdue), tr("%n overdue", nullptr, server->overdue)};
}

bool TicketsPage::paged() const
{
    return m_filter.tab == Tab::Closed || m_filter.tab == Tab::All;
}

// -- asking ----------------------------------------------------------------------------------------------------------------

TicketListFilter TicketsPage::question() const
{
    TicketListFilter filter = m_filter;
    filter.category = live().category();
    filter.limit = paged() ? RowsPerPage : LiveRows;
    if (paged() && !filter.opened && !filter.closed && !filter.only && !filter.notTickets)
        (filter.tab == Tab::Closed ? filter.closed : filter.opened) = live().window();
    return filter;
}

void TicketsPage::reload()
{
    m_newQuestion = true;
    if (m_shownServer != live().server()) {
        // Another server: nothing of the old one may stay on the screen (must never mix).
        m_shownServer = live().server();
        m_filter.offset = 0;
        m_page.reset();
        m_model->replace({});
        closeDetail();
    }
    ask();
}

void TicketsPage::update(const ChangeSet &changes)
{
    m_question->again();
    if (m_detail->ticket()
        && (changes.wiped || changes.config || changes.tickets.contains(m_detail->ticket())))
        m_detail->refresh();
}

void TicketsPage::timePassed()
{
    m_question->again();
    m_detail->refresh();
}

void TicketsPage::botChanged()
{
    const auto stale = live().staleSinceMs();
    m_model->setAsOf(stale ? Dates::timeOrDate(*stale, live().zone(), live().nowMs()) : QString());
    showState();
}

void TicketsPage::ask()
{
    const GuildId server = live().server();
    if (!server) {
        m_question->forget();
        showState();
        return;
    }
    showState();
    const TicketListFilter filter = question();
    const Targets targets = live().config().targets();
    m_question->ask(
        [server, filter, targets, removed = live().removedAtMs()](const Reader &reader, UtcMs nowMs) {
            TicketsAnswer answer;
            answer.nowMs = removed.value_or(nowMs);
            answer.page = reader.tickets(server, filter, answer.nowMs, targets);
            if (filter.tab == Tab::Waiting && answer.page.rows.isEmpty())
                answer.lastClosed =
                    OverviewFigures::lastClosed(reader, server, filter.category, answer.nowMs, targets);
            QVector<UserId> users;
            for (const TicketListRow &row : std::as_const(answer.page.rows)) {
                if (row.ticket.claimedBy)
                    users.append(row.ticket.claimedBy);
            }
            answer.names = reader.names(server, users);
            answer.muted = NoticeStore::muted(reader, server);
            if (const auto &period = filter.closed ? filter.closed : filter.opened;
                period && answer.page.rows.isEmpty())
                answer.observed = someObserved(reader.gaps(server, *period), *period);
            return answer;
        },
        [this](const TicketsAnswer &answer) {
            m_model->setNames(answer.names);
            m_muted = answer.muted;
            m_lastClosed = answer.lastClosed;
            m_observed = answer.observed;
            m_model->setMuted(answer.muted);
            take(answer.page, answer.nowMs);
        });
}

QString TicketsPage::overdueTarget() const
{
    return HoursWords::overTarget(
        live().config().targets().firstResponseOf(live().category().all, live().category().id));
}

void TicketsPage::take(const TicketPage &page, UtcMs nowMs)
{
    m_page = page;
    m_model->setLeftText(m_filter.notTickets             ? tr("a ticket again", "state of a ticket")
                             : m_filter.tab == Tab::Open ? tr("closed", "state of a ticket")
                                                         : tr("done", "a ticket that waits no longer"));
    m_model->setTimes(nowMs, live().config().targets(), live().zone());
    rearrange([this, &page] { showRows(page.rows); });
    showCounts();
    showChips();
    showState();
    updateActions();
}

void TicketsPage::showRows(const QVector<TicketListRow> &rows)
{
    if (m_newQuestion) {
        m_newQuestion = false;
        m_model->replace(rows);
        m_ui->ticketsTable->verticalScrollBar()->setValue(0);
        if (m_ui->ticketsTable->hasFocus() && selectedRow() >= 0)
            m_ui->ticketsTable->scrollTo(m_ui->ticketsTable->currentIndex());
        if (live().caughtUp())
            m_sinceSorted.start();
        else
            m_sinceSorted.invalidate();
        fitColumns(true);
    } else {
        // A calm table sorts itself again at most every 10 s; new tickets come in at once. What stands there before the bot
        // has caught up is of the last run, in no order that anybody could want to keep.
        const bool calm = m_sinceSorted.isValid() && m_sinceSorted.elapsed() < SortAgainMs;
        bool sameTickets = rows.size() == m_model->rowCount();
        for (const TicketListRow &row : rows)
            sameTickets = sameTickets && m_model->rowOf(row.ticket.id) >= 0;
        const bool hold = frozen() || (calm && sameTickets);
        m_model->renew(rows, hold);
        if (!hold && live().caughtUp())
            m_sinceSorted.start();
        fitColumns(false);
    }
}

void TicketsPage::rearrange(const std::function<void()> &change)
{
    QTableView *table = m_ui->ticketsTable;
    const int row = selectedRow();
    const ChannelId chosen = row < 0 ? ChannelId() : m_model->ticket(row)->ticket.id;
    m_arranging = true;
    change();
    m_arranging = false;
    // The view chooses a neighbour for what left the list: a second press would then mean another ticket.
    if (m_model->rowOf(chosen) < 0) {
        table->selectionModel()->clear();
        if (chosen && !m_detail->ticket() && m_ui->ticketsTools->isAncestorOf(window()->focusWidget()))
            table->setFocus(Qt::OtherFocusReason);
    }
    // A ticket that was opened from elsewhere stands in the list as soon as there is one.
    if (selectedRow() < 0 && m_model->rowOf(m_detail->ticket()) >= 0)
        table->selectRow(m_model->rowOf(m_detail->ticket()));
    if (table->hasFocus())
        chooseSome(row);
}

void TicketsPage::chooseSome(int row)
{
    if (selectedRow() < 0 && m_model->rowCount() > 0)
        m_ui->ticketsTable->selectRow(qBound(0, row, m_model->rowCount() - 1));
}

int TicketsPage::selectedRow() const
{
    const QModelIndexList rows = m_ui->ticketsTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

bool TicketsPage::frozen() const
{
    const QTableView *table = m_ui->ticketsTable;
    return m_model->rowCount() > 0 && m_firstLook->taken()
        && (table->viewport()->underMouse() || m_menuOpen || table->verticalScrollBar()->value() > 0
            || (m_keyboardSelection && table->hasFocus()));
}

void TicketsPage::showHeldBack()
{
    const int fresh = m_model->heldBack();
    m_showNew->setVisible(fresh > 0);
    m_showNew->setText(tr("%n new ticket(s) · Show", nullptr, fresh));
}

// -- filters -----------------------------------------------------------------------------------------------------------------

void TicketsPage::setTab(Tab tab)
{
    if (tab == m_filter.tab)
        return;
    const bool wasPaged = paged();
    m_filter.tab = tab;
    m_filter.sort = naturalSort(tab);
    m_filter.descending = true;
    m_filter.only.reset();
    if (!paged()) {
        m_filter.opened.reset();
        m_filter.closed.reset();
        if (!m_filter.lastReplyBy)
            m_linkChip.clear();
    } else {
        m_filter.noReplyYet = m_filter.answered = m_filter.quiet = false;
        m_filter.overdue = false;
    }
    const QSignalBlocker blocker(m_ui->ticketsTabs);
    m_ui->ticketsTabs->setCurrentIndex(int(tab));
    if (wasPaged != paged())
        applyColumns();
    filterChanged();
    emit headerChanged();
}

void TicketsPage::open(const PageLink &link)
{
    if (link.tickets) {
        m_filter = *link.tickets;
        m_filter.sort = naturalSort(m_filter.tab);
        m_linkChip = link.chip;
        const QSignalBlocker blocker(m_search);
        m_search->clear();
        const QSignalBlocker tabBlocker(m_ui->ticketsTabs);
        m_ui->ticketsTabs->setCurrentIndex(int(m_filter.tab));
        live().setCategory(link.tickets->category);
        applyColumns();
        filterChanged();
        emit headerChanged();
        m_ui->ticketsTable->setFocus(Qt::OtherFocusReason);
        m_ui->ticketsTable->selectionModel()->clear(); // it was chosen in another list
    }
    if (link.ticket)
        openDetail(link.ticket);
}

void TicketsPage::filterChanged()
{
    m_filter.offset = 0;
    m_newQuestion = true;
    showChips();
    if (isVisible())
        ask();
}

void TicketsPage::showChips()
{
    QVector<FilterChips::Chip> chips;
    if (!live().category().all)
        chips.append({u"category"_s, tr("Category: %1").arg(live().categoryName())});
    if (m_filter.opened || m_filter.closed || m_filter.only
        || (m_filter.lastReplyBy && !m_linkChip.isEmpty()))
        chips.append({u"link"_s, m_linkChip.isEmpty() ? tr("Chosen period") : m_linkChip});
    else if (m_filter.lastReplyBy)
        chips.append({u"link"_s, tr("Last reply by %1").arg(m_personName)});
    if (m_filter.noReplyYet)
        chips.append({u"noReply"_s, tr("No reply yet")});
    if (m_filter.answered)
        chips.append({u"answered"_s, tr("Answered")});
    if (m_filter.quiet)
        chips.append({u"quiet"_s, tr("Quiet over 24 h")});
    if (m_filter.overdue)
        chips.append({u"overdue"_s, tr("Waiting over %1").arg(overdueTarget())});
    if (m_filter.notTickets)
        chips.append({u"excluded"_s, tr("Not a ticket")});
    m_ui->ticketsChips->setChips(chips);
    const bool states[] = {m_filter.noReplyYet, m_filter.answered, m_filter.quiet};
    for (int i = 0; i < m_quick.size(); ++i) {
        const QSignalBlocker blocker(m_quick[i]);
        m_quick[i]->setChecked(states[i]);
        m_quick[i]->setVisible(m_filter.tab == Tab::Open && widthClass() == WidthClass::Wide);
    }
    // The category has its own control in the header.
    m_filterButton->setText(chips.isEmpty() ? tr("Filters ▾") : tr("Filters (%1) ▾").arg(chips.size()));
    m_filterButton->setAccessibleName(
        chips.isEmpty() ? tr("Ticket filters") : tr("Ticket filters, %n active", nullptr, int(chips.size())));
}

void TicketsPage::removeChip(const QString &id)
{
    if (id == "category"_L1) {
        live().setCategory({});
        return;
    }
    if (id == "link"_L1) {
        m_filter.opened.reset();
        m_filter.closed.reset();
        m_filter.only.reset();
        m_filter.lastReplyBy.reset();
        m_linkChip.clear();
        emit headerChanged();
    } else if (id == "noReply"_L1) {
        m_filter.noReplyYet = false;
    } else if (id == "answered"_L1) {
        m_filter.answered = false;
    } else if (id == "quiet"_L1) {
        m_filter.quiet = false;
    } else if (id == "overdue"_L1) {
        m_filter.overdue = false;
    } else if (id == "excluded"_L1) {
        m_filter.notTickets = false;
    }
    filterChanged();
}

void TicketsPage::clearFilters()
{
    TicketListFilter plain;
    plain.tab = m_filter.tab;
    plain.sort = m_filter.sort;
    plain.descending = m_filter.descending;
    m_filter = plain;
    m_linkChip.clear();
    const QSignalBlocker blocker(m_search);
    m_search->clear();
    live().setCategory({});
    filterChanged();
    emit headerChanged();
}

// -- states ------------------------------------------------------------------------------------------------------------------

void TicketsPage::showCounts()
{
    const auto named = [](const QString &name, int count, bool known) {
        return known ? tr("%1 %2", "tab, its number").arg(name, Format::count(count)) : name;
    };
    const bool known = m_page.has_value();
    const TicketPage page = m_page.value_or(TicketPage());
    m_ui->ticketsTabs->setTabText(int(Tab::Open), named(tr("Open"), page.open, known));
    m_ui->ticketsTabs->setTabText(int(Tab::Waiting), named(tr("Waiting"), page.waiting, known));
    m_ui->ticketsTabs->setTabText(int(Tab::Closed), tr("Closed"));
    m_ui->ticketsTabs->setTabText(int(Tab::All), tr("All", "all tickets"));
    const QString quick[] = {tr("No reply yet"), tr("Answered"), tr("Quiet over 24 h")};
    const int numbers[] = {page.noReply, page.answered, page.quiet};
    for (int i = 0; i < m_quick.size(); ++i)
        m_quick[i]->setText(named(quick[i], numbers[i], known));
    if (!known) {
        m_counts->clear();
        m_ui->ticketsPager->hide();
        return;
    }
    const bool filtered = !m_filter.search.isEmpty() || !m_ui->ticketsChips->chips().isEmpty();
    const int all = m_filter.tab == Tab::Waiting ? page.waiting : page.open;
    if (m_filter.notTickets) // they are no part of what is open
        m_counts->setText(tr("%n channel(s)", nullptr, page.total));
    else if (paged())
        m_counts->setText(tr("%n ticket(s)", nullptr, page.total));
    else if (filtered)
        m_counts->setText(tr("%1 of %2", "found, all").arg(Format::count(page.total), Format::count(all)));
    else
        m_counts->setText(
            tr("%1 open · %2 waiting, %3 overdue")
                .arg(Format::count(page.open), Format::count(page.waiting), Format::count(page.overdue)));
    m_ui->ticketsPager->setVisible(paged() && page.total > RowsPerPage);
    m_ui->ticketsPagerText->setText(tr("%1–%2 of %3", "first, last, all")
                                        .arg(Format::count(m_filter.offset + 1),
                                             Format::count(m_filter.offset + page.rows.size()),
                                             Format::count(page.total)));
    m_ui->ticketsPrevious->setEnabled(m_filter.offset > 0);
    m_ui->ticketsNext->setEnabled(m_filter.offset + page.rows.size() < page.total);
}

void TicketsPage::showState()
{
    StatePane *pane = m_ui->ticketsState;
    if (withoutServer(pane, tr("No server yet. As soon as the bot is in one, its tickets appear here.")))
        return;
    if (!m_page) {
        pane->showLoading(tr("Reading the tickets…"));
        return;
    }
    if (m_model->rowCount() > 0) {
        pane->showContent();
        return;
    }
    const ServerPulse *server = live().serverPulse();
    if (server && server->recordingBeganMs == 0 && !m_filter.notTickets) {
        FirstSteps::showWithoutTickets(this, pane, live(),
                                       tr("No tickets yet. The first new one appears here within seconds."));
        return;
    }
    const bool filtered = !m_filter.search.isEmpty() || !m_ui->ticketsChips->chips().isEmpty();
    if (filtered) {
        pane->show(StatePane::State::Empty, tr("No ticket matches."),
                   {{u"ticketsClearFilters"_s, tr("Clear filters"), [this] { clearFilters(); }}});
    } else if (paged()) {
        pane->show(StatePane::State::Empty,
                   m_observed
                       ? tr("No ticket in this period: %1.").arg(live().range().title(live().rangeContext()))
                       : PeriodFigures::nothingText(0),
                   {{u"ticketsLast90"_s, tr("Last 90 days"),
                     [this] { live().setRange({DateRange::Kind::Last90Days}); }}});
    } else {
        pane->show(StatePane::State::Empty,
                   m_filter.tab == Tab::Waiting
                       ? OverviewFigures::nobodyWaits(m_lastClosed, live().zone(), live().nowMs())
                       : tr("No ticket is open."));
    }
}

// -- one ticket --------------------------------------------------------------------------------------------------------------

const TicketListRow *TicketsPage::current() const
{
    if (!m_detail->ticket())
        return m_model->ticket(selectedRow());
    if (m_detail->detail() && m_detail->detail()->row.ticket.id == m_detail->ticket())
        return &m_detail->detail()->row;
    return m_model->ticket(m_model->rowOf(m_detail->ticket()));
}

void TicketsPage::updateActions()
{
    const TicketListRow *row = current();
    const bool inDetail = m_detail->isAncestorOf(window()->focusWidget());
    for (QAction *action : std::as_const(m_actions)) {
        action->setEnabled(row);
        action->setToolTip(row ? action->data().toString() : tr("Choose a ticket first"));
    }
    // The buttons say it shorter than the menus, to stay in one line.
    const bool excluded = row && row->ticket.excluded;
    m_markAction->setText(excluded ? tr("Count as a ticket again") : tr("Mark as not a ticket"));
    m_markAction->setIconText(excluded ? tr("A ticket again", "button") : tr("Not a ticket", "button"));
    if (excluded)
        m_markAction->setToolTip(tr("Count it in every number again; can be undone"));
    if (row && row->ticket.channelGone) {
        m_discordAction->setEnabled(false);
        m_discordAction->setToolTip(tr("The channel was deleted"));
    }
    // A closed ticket has no alarm that could be muted.
    const bool muted = row && m_muted.contains(row->ticket.id);
    m_muteAction->setText(muted ? tr("Alarm on again for this ticket") : tr("Mute alarm for this ticket"));
    m_muteAction->setIconText(muted ? tr("Alarm on again", "button") : tr("Mute alarm", "button"));
    if (muted)
        m_muteAction->setToolTip(tr("Tell again when it waits for too long; can be undone"));
    if (row && !muted && (!row->ticket.open() || row->ticket.excluded)) {
        m_muteAction->setEnabled(false);
        m_muteAction->setToolTip(tr("Only an open ticket has an alarm"));
    }
    if (row && live().serverRemoved()) {
        m_muteAction->setEnabled(false);
        m_muteAction->setToolTip(tr("The bot was removed from this server: nothing there raises an alarm"));
    }
    // Buttons that wait for the ticket's row let the focus go to another part of the window.
    if (inDetail && !m_detail->isAncestorOf(window()->focusWidget()))
        m_detail->focusFirst();
}

void TicketsPage::openInDiscord()
{
    const TicketListRow *row = current();
    if (!row)
        return;
    if (m_demo) {
        say(tr("Demo tickets are not in Discord. With your own bot this opens #%1 there.")
                .arg(ticketLabel(row->ticket)));
        return;
    }
    QDesktopServices::openUrl(QUrl(
        u"https://discord.com/channels/%1/%2"_s.arg(live().server().toString(), row->ticket.id.toString())));
}

void TicketsPage::copyLink()
{
    const TicketListRow *row = current();
    if (!row)
        return;
    QGuiApplication::clipboard()->setText(
        u"https://discord.com/channels/%1/%2"_s.arg(live().server().toString(), row->ticket.id.toString()));
    say(tr("Link to #%1 copied").arg(ticketLabel(row->ticket)));
}

void TicketsPage::copyRow()
{
    const QModelIndex index = m_ui->ticketsTable->currentIndex();
    if (!index.isValid())
        return;
    QStringList cells;
    for (int c = 0; c < m_model->columnCount(); ++c) {
        if (!m_ui->ticketsTable->isColumnHidden(c))
            cells.append(index.siblingAtColumn(c).data().toString());
    }
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
    say(tr("Row copied"));
}

void TicketsPage::toggleTicket()
{
    const TicketListRow *row = current();
    if (!row || !m_hands.mark)
        return;
    // The second of a double press is not meant for what is chosen by then.
    constexpr int SamePressMs = 700;
    if (m_sinceMark.isValid() && m_sinceMark.elapsed() < SamePressMs)
        return;
    m_sinceMark.start();
    const GuildId server = live().server();
    const ChannelId channel = row->ticket.id;
    const QString name = ticketLabel(row->ticket);
    const bool makeTicket = row->ticket.excluded;
    const auto mark = [this, server, channel](bool isTicket, const QString &done,
                                              const std::function<void()> &undo) {
        m_hands.mark(server, channel, isTicket, [this, channel, isTicket, done, undo](const Status &status) {
            if (!status)
                return complain(status.error().text);
            m_model->setExcluded(channel, !isTicket);
            updateActions();
            emit message(done, undo);
        });
    };
    const QString excluded = tr("#%1 is no ticket any more and counts in no number.").arg(name);
    const QString included = tr("#%1 counts as a ticket again.").arg(name);
    // Reversible, so nobody is asked: there is Undo.
    if (makeTicket)
        mark(true, included, [mark, excluded] { mark(false, excluded, {}); });
    else
        mark(false, excluded, [mark, included] { mark(true, included, {}); });
}

void TicketsPage::toggleMute()
{
    const TicketListRow *row = current();
    if (!row || !m_hands.mute)
        return;
    const GuildId server = live().server();
    const ChannelId channel = row->ticket.id;
    const auto mute = [this, server, channel](bool on, const QString &done,
                                              const std::function<void()> &undo) {
        m_hands.mute(server, channel, on, [this, done, undo](const Status &status) {
            m_detail->refresh();
            if (status)
                emit message(done, undo);
            else
                complain(status.error().text);
        });
    };
    const QString muted = tr("No alarm for #%1, however long it waits.").arg(row->ticket.name);
    const QString unmuted = tr("#%1 has its alarm again.").arg(row->ticket.name);
    if (m_muted.contains(channel))
        mute(false, unmuted, [mute, muted] { mute(true, muted, {}); });
    else
        mute(true, muted, [mute, unmuted] { mute(false, unmuted, {}); });
}

void TicketsPage::sayWhoClosed(GuildId server, ChannelId ticket, const CloseByHand &said,
                               const CloseByHand &before)
{
    if (!m_closer)
        return;
    const QPointer<TicketsPage> self(this);
    m_closer(server, ticket, said, [self, server, ticket, before, closer = m_closer](const Status &status) {
        if (!self)
            return;
        if (!status) {
            self->complain(status.error().text);
            return;
        }
        emit self->message(tr("Saved."), [closer, server, ticket, before] {
            closer(server, ticket, before, [](const Status &) {});
        });
    });
}

void TicketsPage::exportCsv()
{
    const TicketListFilter filter = question();
    const GuildId server = live().server();
    auto *question = new LiveQuestion(live(), this);
    question->ask([server, filter](const Reader &reader,
                                   UtcMs nowMs) { return ticketCsv(reader, server, filter, nowMs); },
                  [this, question](const TicketCsv &csv) {
                      question->forget();
                      question->deleteLater();
                      if (!csv.complete)
                          say(tr("The list is too long for one file: the first %n ticket(s) are saved.",
                                 nullptr, csv.tickets));
                      FileSaver::save(
                          this, tr("Tickets"), u"csv"_s, tr("CSV table"),
                          [bytes = csv.bytes] { return bytes; },
                          [this](const FileSaver::Outcome &saved) { tell(saved); });
                  });
}
