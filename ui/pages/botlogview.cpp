// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/pages/botlogpage.h"
#include "ui/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sparkline.h"
#include "ui_botlogpage.h"

#include <QAction>
#include <QComboBox>
#include <QDesktopServices>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

// How the Bot log page looks: head, tools, table.

using namespace Qt::Literals::StringLiterals;

void BotLogPage::buildHead()
{
    auto *flow = new FlowLayout(m_ui->logFacts, 16);
    const QString names[] = {u"factState"_s, u"factLatency"_s, u"factSession"_s, u"factReconnects"_s,
                             u"factWaits"_s, u"factQueue"_s,   u"factEvents"_s,  u"factCommands"_s};
    for (const QString &name : names) {
        auto *label = new QLabel(m_ui->logFacts);
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setFocusPolicy(Qt::NoFocus);
        m_facts.insert(name, label);
        flow->addWidget(label);
        if (name == "factLatency"_L1) {
            m_latency = new Sparkline(m_ui->logFacts);
            m_latency->setObjectName(u"latencyLine"_s);
            m_latency->setAccessibleName(tr("Latency"));
            flow->addWidget(m_latency);
        }
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_facts[u"factState"_s]->setFont(bold);

    m_startStop = new QPushButton(this);
    m_startStop->setObjectName(u"logStartStop"_s);
    m_restart = new QPushButton(tr("&Restart bot"), this);
    m_restart->setObjectName(u"logRestart"_s);
    for (QPushButton *button : {m_startStop, m_restart}) {
        button->setMinimumHeight(32);
        m_ui->botButtons->addWidget(button, 0, Qt::AlignTop);
    }
    connect(m_startStop, &QPushButton::clicked, this, [this] {
        const auto state = live().bot().gateway.state;
        if (state == Discord::GatewayStatus::State::Stopped || state == Discord::GatewayStatus::State::Failed)
            emit startBotRequested();
        else
            emit stopBotRequested();
    });
    connect(m_restart, &QPushButton::clicked, this, &BotLogPage::restartBotRequested);
    if (m_sources.incidents) { // it counts the seconds
        connect(m_sources.incidents, &IncidentCenter::changed, this, [this] {
            if (isVisible())
                showHead();
        });
    }
}

void BotLogPage::buildTools()
{
    m_header = new QWidget(this);
    m_header->hide();
    auto *headerLayout = new QHBoxLayout(m_header);
    headerLayout->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit(m_header);
    m_search->setObjectName(u"logSearch"_s);
    m_search->setPlaceholderText(tr("Search the log (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(100);
    m_search->setMinimumHeight(28);
    m_search->setMinimumWidth(160);
    headerLayout->addWidget(m_search, 1);
    connect(m_search, &QLineEdit::textChanged, this, &BotLogPage::filterChanged);

    auto *flow = new FlowLayout(m_ui->logTools, 6);
    const auto tool = [this, flow](const QString &name) {
        auto *button = new QToolButton(m_ui->logTools);
        button->setObjectName(name);
        button->setMinimumHeight(28);
        button->setFocusPolicy(Qt::StrongFocus);
        flow->addWidget(button);
        return button;
    };
    const QString levelNames[] = {u"logErrors"_s, u"logWarnings"_s, u"logInfos"_s, u"logDetails"_s};
    for (const QString &name : levelNames) {
        QToolButton *button = tool(name);
        button->setCheckable(true);
        connect(button, &QToolButton::toggled, this, &BotLogPage::filterChanged);
        m_levels.append(button);
    }
    m_area = new QComboBox(m_ui->logTools);
    m_area->setObjectName(u"logArea"_s);
    m_area->setAccessibleName(tr("Area"));
    m_area->setMinimumHeight(28);
    m_area->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_area->addItem(tr("All areas"), QString());
    for (const auto &area : {u"gateway"_s, u"rest"_s, u"bot"_s, u"tickets"_s, u"commands"_s, u"store"_s})
        m_area->addItem(LogModel::areaText(area), area);
    flow->addWidget(m_area);
    connect(m_area, &QComboBox::currentIndexChanged, this, &BotLogPage::filterChanged);
    m_follow = tool(u"logFollow"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setText(tr("Follow newest"));
    m_follow->setToolTip(tr("Keep the newest line in view; scrolling up turns it off"));
    connect(m_follow, &QToolButton::clicked, this, &BotLogPage::setFollowing);
    m_meaning = tool(u"logMeaning"_s);
    m_meaning->setText(tr("What does this mean?"));
    connect(m_meaning, &QToolButton::clicked, this, &BotLogPage::explainLine);
    auto *folder = tool(u"logFolder"_s);
    folder->setText(tr("Open folder"));
    folder->setToolTip(tr("Open the folder with the data of this program"));
    connect(folder, &QToolButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_sources.dataDir)); });
    connect(m_ui->logJump, &QPushButton::clicked, this, [this] {
        setFollowing(true);
        m_ui->logTable->setFocus(Qt::OtherFocusReason);
    });

    const auto action = [this](const QString &name, const QString &text, bool leaveNamesOut) {
        auto *a = new QAction(text, this);
        a->setObjectName(name);
        connect(a, &QAction::triggered, this, [this, leaveNamesOut] { save(leaveNamesOut); });
        m_exports.append(a);
    };
    action(u"logSave"_s, tr("Save as…"), false);
    action(u"logSaveWithoutNames"_s, tr("Save without names…"), true);
}

void BotLogPage::buildTable()
{
    QTableView *table = m_ui->logTable;
    m_ui->pageLayout->removeWidget(table);
    m_ui->logState->setContent(table);
    table->setModel(m_filter);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    Theme::setRowHeight(table, 8);
    table->verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 4);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_moving && isVisible() && atEnd() != m_following)
            setFollowing(atEnd());
    });
    connect(table, &QTableView::activated, this, &BotLogPage::explainLine);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { m_meaning->setEnabled(now.isValid()); });
    auto *copy = new QAction(tr("Copy lines"), this);
    copy->setObjectName(u"logCopy"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &BotLogPage::copyLines);
    auto *meaning = new QAction(tr("What does this mean?"), this);
    connect(meaning, &QAction::triggered, this, &BotLogPage::explainLine);
    table->addActions({copy, meaning});
    fitColumns();
}

// As wide as the widest text that can stand there, so that no column ever changes its width (UX 2.5).
void BotLogPage::fitColumns()
{
    QTableView *table = m_ui->logTable;
    const QFontMetrics metrics = table->fontMetrics();
    const auto fit = [&](LogModel::Column column, const QStringList &texts, int extra) {
        int width = metrics.horizontalAdvance(LogModel::columnTitle(column)) + 12;
        for (const QString &text : texts)
            width = qMax(width, metrics.horizontalAdvance(text) + extra);
        table->setColumnWidth(column, width + 12);
    };
    QStringList times;
    for (int month = 1; month <= 12; ++month) {
        for (const int hour : {8, 20}) // AM and PM
            times.append(Dates::day(QDate(2026, month, 28)) + u' ' + Dates::exactTime(QTime(hour, 28, 28)));
    }
    fit(LogModel::Time, times, 0);
    QStringList levels, areas;
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
        levels.append(LogModel::levelText(level));
    for (const auto &area : {u"gateway"_s, u"rest"_s, u"commands"_s, u"store"_s, u"app"_s})
        areas.append(LogModel::areaText(area));
    fit(LogModel::Level, levels, 40); // the sign and its margins
    fit(LogModel::Area, areas, 0);
}

void BotLogPage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    const bool compact = width == WidthClass::Compact;
    m_ui->logTable->setColumnHidden(LogModel::Area, compact);
    // The status bar says how the connection stands, the menu Tools starts and stops; the room is for lines.
    m_ui->logHead->setVisible(!compact);
    m_ui->logCounts->setVisible(!compact);
    m_ui->pageLayout->setSpacing(compact ? 4 : 8);
}

void BotLogPage::showCounts()
{
    const LogLevel levels[] = {LogLevel::Error, LogLevel::Warning, LogLevel::Info, LogLevel::Debug};
    const QString words[] = {tr("Errors %1"), tr("Warnings %1"), tr("Info %1"), tr("Details %1")};
    for (int i = 0; i < m_levels.size(); ++i)
        m_levels[i]->setText(words[i].arg(Format::count(m_lines->count(levels[i]))));
    const int shown = m_filter->rowCount();
    const int all = m_lines->rowCount();
    m_ui->logCounts->setText(shown == all ? tr("%n line(s)", nullptr, all)
                                          : tr("%1 of %n line(s)", nullptr, all).arg(Format::count(shown)));
    m_follow->setChecked(m_following);
    // Its room stays when it goes, so that nothing moves.
    QSizePolicy policy = m_ui->logJump->sizePolicy();
    policy.setRetainSizeWhenHidden(widthClass() != WidthClass::Compact);
    m_ui->logJump->setSizePolicy(policy);
    m_ui->logJump->setVisible(!m_following);
    m_ui->logJump->setText(m_unseenBelow > 0 ? tr("Jump to newest (%1)").arg(Format::count(m_unseenBelow))
                                             : tr("Jump to newest"));
    m_meaning->setEnabled(m_ui->logTable->currentIndex().isValid());
    showState();
}

void BotLogPage::showState()
{
    if (m_filter->rowCount() > 0) {
        m_ui->logState->showContent();
    } else if (m_filter->choice().any()) {
        m_ui->logState->show(StatePane::State::Empty, tr("No line matches."),
                             {{u"logClear"_s, tr("Clear filters"), [this] { resetView(); }}});
    } else {
        m_ui->logState->show(StatePane::State::FirstUse,
                             tr("Nothing has been logged yet. As soon as the bot starts, what it does is "
                                "listed here."),
                             {{u"logStart"_s, tr("Start bot"), [this] { emit startBotRequested(); }}});
    }
}

void BotLogPage::showHead()
{
    const BotState &bot = live().bot();
    const UtcMs now = live().nowMs();
    const auto fact = [this](const QString &name, const QString &text) {
        if (m_facts[name]->text() != text)
            m_facts[name]->setText(text);
    };
    fact(u"factState"_s, m_sources.incidents ? m_sources.incidents->connection().text : QString());
    const QString dash(Format::Dash);
    fact(u"factLatency"_s,
         live().connected() && bot.gateway.latencyMs >= 0
             ? tr("Latency: %1 ms").arg(Format::count(bot.gateway.latencyMs))
             : tr("Latency: %1", "a dash").arg(dash));
    if (const ConnectionHistory *history = m_sources.history) {
        fact(u"factSession"_s,
             history->connectedSinceMs() > 0
                 ? tr("Session: %1").arg(Format::elapsed(now - history->connectedSinceMs()))
                 : tr("Session: %1", "a dash").arg(dash));
        QString waits = tr("%n wait(s) in 24 hours", nullptr, history->rateLimitWaits(now));
        if (bot.rest.pausedForMs > 0)
            waits = tr("waiting %1 s").arg(Format::count((bot.rest.pausedForMs + SecondMs - 1) / SecondMs));
        fact(u"factWaits"_s, tr("Rate limit: %1").arg(waits));
        const auto events = history->eventsPerMinute(now);
        fact(u"factEvents"_s,
             tr("Events: %1 per minute").arg(events ? Format::count(qRound64(*events)) : dash));
        QVector<double> values;
        for (const ConnectionHistory::Latency &latency : history->latencies())
            values.append(latency.ms);
        m_latency->setVisible(values.size() > 1);
        if (values.size() > 1) {
            const auto [least, most] = std::minmax_element(values.begin(), values.end());
            m_latency->setValues(
                values,
                tr("Latency between %1 and %2 ms, %n measurement(s)", nullptr, int(values.size()))
                    .arg(Format::count(qRound64(*least)), Format::count(qRound64(*most))));
        }
    }
    fact(u"factReconnects"_s, tr("%n reconnect(s) today", nullptr, bot.reconnectsToday));
    fact(u"factQueue"_s,
         tr("Requests: %1 waiting, %2 under way")
             .arg(Format::count(bot.rest.queued), Format::count(bot.rest.inFlight)));
    fact(u"factCommands"_s,
         bot.commandsText.isEmpty() ? tr("Commands: not registered yet") : bot.commandsText);
    const auto state = bot.gateway.state;
    const bool running =
        state != Discord::GatewayStatus::State::Stopped && state != Discord::GatewayStatus::State::Failed;
    m_startStop->setText(running ? tr("Sto&p bot") : tr("&Start bot"));
    m_restart->setEnabled(running);
    m_restart->setToolTip(running ? QString() : tr("The bot is stopped."));
}
