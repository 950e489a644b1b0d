// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plainwindow.h"

#include "app/demosession.h"
#include "bot/base/format.h"

#include <QCloseEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int PlainRefreshMs = 500; // after the last change
constexpr int PlainRows = 100;
constexpr int PlainDays = 30;
} // namespace

PlainWindow::PlainWindow(Engine &engine)
    : m_engine(engine), m_state(new QLabel), m_notice(new QLabel), m_numbers(new QLabel),
      m_tickets(new QTableWidget), m_refresh(new QTimer(this))
{
    setObjectName(u"plainWindow"_s);
    setWindowTitle(tr("Ticket Assistant"));
    resize(900, 600);
    m_state->setObjectName(u"stateLabel"_s);
    m_notice->setObjectName(u"noticeLabel"_s);
    m_numbers->setObjectName(u"numbersLabel"_s);
    m_tickets->setObjectName(u"ticketsTable"_s);
    for (QLabel *label : {m_state, m_notice, m_numbers}) {
        label->setTextFormat(Qt::PlainText); // names come from strangers (TM-16)
        label->setWordWrap(true);
    }
    m_notice->hide();
    m_tickets->setAccessibleName(tr("Open tickets"));
    m_tickets->setColumnCount(4);
    m_tickets->setHorizontalHeaderLabels({tr("Channel"), tr("Category"), tr("Opened"), tr("Waiting")});
    m_tickets->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_tickets->verticalHeader()->hide();
    m_tickets->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tickets->setSelectionBehavior(QAbstractItemView::SelectRows);

    auto *layout = new QVBoxLayout(this);
    const bool demo = engine.demo() != nullptr;
    if (demo)
        layout->addWidget(new QLabel(tr("Demo data - nothing here is real")));
    layout->addWidget(m_notice);
    layout->addWidget(m_state);
    layout->addWidget(m_numbers);
    layout->addWidget(m_tickets, 1);
    auto *other = new QPushButton(demo ? tr("&Connect your bot") : tr("&Try the demo"));
    other->setObjectName(u"demoButton"_s);
    layout->addWidget(other, 0, Qt::AlignLeft);
    connect(other, &QPushButton::clicked, this, [this, demo] { emit demoAsked(!demo); });

    m_refresh->setSingleShot(true);
    m_refresh->setInterval(PlainRefreshMs);
    connect(m_refresh, &QTimer::timeout, this, &PlainWindow::refresh);
    connect(&engine.host(), &BotHost::stateChanged, this, &PlainWindow::showState);
    connect(&engine.host(), &BotHost::committed, this, [this] {
        if (!m_refresh->isActive())
            m_refresh->start();
    });
    m_refresh->start();
    showState(engine.host().state());
}

void PlainWindow::setNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void PlainWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    emit closed();
}

void PlainWindow::showState(const BotState &state)
{
    using State = Discord::GatewayStatus::State;
    QString text = state.gateway.text;
    if (state.gateway.state == State::Connected)
        text = state.gateway.latencyMs >= 0 ? tr("Connected to Discord, %1 ms").arg(state.gateway.latencyMs)
                                            : tr("Connected to Discord");
    else if (text.isEmpty())
        text = state.gateway.state == State::Stopped ? tr("The bot is not running")
                                                     : tr("Connecting to Discord");
    for (const BotState::Server &server : state.servers) {
        text +=
            u'\n' + tr("%1: %2").arg(server.name, server.catchingUp ? server.catchUpText : tr("up to date"));
    }
    if (!state.servers.isEmpty())
        m_guild = state.servers.first().id;
    m_state->setText(text);
    if (!m_refresh->isActive())
        m_refresh->start();
}

void PlainWindow::refresh()
{
    const UtcMs nowMs = m_engine.clock().utc();
    struct View
    {
        TicketStatistics numbers;
        TicketPage page;
        bool known = false;
    };
    m_engine.host().storage().read(
        this,
        [guild = m_guild, nowMs](const Reader &reader) {
            View view;
            const QVector<GuildInfo> guilds = reader.guilds();
            if (guilds.isEmpty())
                return view;
            const GuildId shown = guild ? guild : guilds.first().id;
            view.known = true;
            view.numbers = reader.statistics(shown, {}, Window::lastDays(PlainDays, nowMs));
            TicketListFilter filter;
            filter.limit = PlainRows;
            view.page = reader.tickets(shown, filter, nowMs, reader.config(shown).firstResponseTargetMs);
            return view;
        },
        [this](const View &view) {
            if (!view.known)
                return;
            showNumbers(view.numbers);
            showTickets(view.page);
        });
}

void PlainWindow::showNumbers(const TicketStatistics &numbers)
{
    const QString peak = numbers.peak.min == numbers.peak.max
        ? Format::count(numbers.peak.max)
        : tr("%1 to %2").arg(Format::count(numbers.peak.min), Format::count(numbers.peak.max));
    m_numbers->setText(tr("Last %1 days: tickets opened %2 · most open at once %3 · first response %4 · "
                          "resolution %5 · messages per ticket %6")
                           .arg(QString::number(PlainDays), Format::count(numbers.opened), peak,
                                Format::duration(numbers.firstResponse.mean),
                                Format::duration(numbers.resolution.mean),
                                Format::decimal(numbers.messagesPerTicket.mean)));
}

void PlainWindow::showTickets(const TicketPage &page)
{
    const UtcMs nowMs = m_engine.clock().utc();
    m_tickets->setRowCount(int(page.rows.size()));
    for (int row = 0; row < page.rows.size(); ++row) {
        const TicketRecord &ticket = page.rows[row].ticket;
        const UtcMs waiting = ticket.derived.waitingSinceMs;
        const QStringList cells{ticket.name, ticket.categoryName.isEmpty() ? tr("None") : ticket.categoryName,
                                Format::ago(nowMs - ticket.openedAtMs),
                                waiting ? Format::elapsed(nowMs - waiting) : tr("answered")};
        for (int column = 0; column < cells.size(); ++column)
            m_tickets->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
}

#include "moc_plainwindow.cpp"
