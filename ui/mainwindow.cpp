// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "bot/base/format.h"
#include "bot/bothost.h"
#include "ui/icons.h"
#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/messagebox.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/ticketspage.h"
#include "ui/trayicon.h"
#include "ui/uisettings.h"
#include "ui/widgets/headerbar.h"
#include "ui/widgets/navdelegate.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/problemspanel.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDateTime>
#include <QLineEdit>
#include <QMenu>
#include <QNetworkInformation>
#include <QScreen>
#include <QTimer>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int CompactBelow = 800;
constexpr int MediumBelow = 1100;
constexpr int MessageMs = 8000;
constexpr int UndoMs = 30000;

} // namespace

MainWindow::MainWindow(BotHost &host, const UiOptions &options)
    : m_ui(std::make_unique<Ui::MainWindow>()), m_host(host), m_options(options),
      m_settings(std::make_unique<UiSettings>(options.dataDir)), m_theme(new Theme(this)),
      m_live(new LiveData(host.storage(), options.clock, m_settings.get(), this)),
      m_incidents(new IncidentCenter(*m_live, this)), m_tray(new TrayIcon(this))
{
    m_ui->setupUi(this);
    setWindowIcon(Icons::ticket(ConnectionWords::Shape::Normal));
    buildShell();
    buildStatusBar();
    connectLive();
    addPage(new OverviewPage(*m_live));
    addPage(new TicketsPage(
        *m_live,
        [this](GuildId guild, ChannelId channel, bool isTicket, std::function<void(Status)> done) {
            m_host.setTicket(guild, channel, isTicket, m_options.actor, this, std::move(done));
        },
        m_options.demo));
    buildMenus();
    restoreView();
    if (m_options.page.isEmpty() || !showPage(m_options.page)) {
        if (!showPage(m_settings->value(u"window/page"_s).toString()))
            setCurrentPage(m_pages.first(), false);
    }
    m_live->setBotState(m_host.state());
    if (!m_options.demo)
        watchNetwork();
    applyWidth();
}

MainWindow::~MainWindow()
{
    saveView();
}

void MainWindow::buildShell()
{
    m_ui->navigation->setItemDelegate(new NavDelegate(m_ui->navigation));
    m_header = new HeaderBar(*m_live);
    m_demoStrip = new NoticeBar(u"demoStrip"_s);
    m_banner = new NoticeBar(u"banner"_s);
    m_message = new NoticeBar(u"message"_s);
    m_problems = new ProblemsPanel;
    m_ui->rightLayout->insertWidget(0, m_demoStrip);
    m_ui->rightLayout->insertWidget(1, m_header);
    m_ui->rightLayout->insertWidget(2, m_banner);
    m_ui->rightLayout->insertWidget(3, m_message);
    m_ui->rightLayout->setStretch(4, 1);
    m_ui->rightLayout->addWidget(m_problems);

    m_compactNavigation = new QToolButton(this);
    m_compactNavigation->setObjectName(u"compactNavigation"_s);
    m_compactNavigation->setMinimumHeight(32);
    m_compactNavigation->setPopupMode(QToolButton::InstantPopup);
    m_compactNavigation->setFocusPolicy(Qt::StrongFocus);
    m_compactNavigation->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
    m_compactNavigation->setMenu(new QMenu(m_compactNavigation));
    m_header->setNavigationButton(m_compactNavigation);

    connect(m_ui->navigation, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_pages.size())
            setCurrentPage(m_pages[row], true);
    });
    connect(m_banner, &NoticeBar::buttonClicked, this, [this](int index) {
        const Incident *incident = m_incidents->banner();
        if (index < m_bannerActions.size() && incident)
            runIncidentAction(Incident(*incident), m_bannerActions[index]);
        else
            m_problems->open(m_statusProblems);
    });
    connect(m_banner, &NoticeBar::closed, m_incidents, &IncidentCenter::dismiss);
    connect(m_message, &NoticeBar::buttonClicked, this, [this] {
        const auto undo = std::exchange(m_undo, {});
        m_message->dismiss();
        if (undo)
            undo();
    });
    connect(m_problems, &ProblemsPanel::actionChosen, this, &MainWindow::runIncidentAction);
    if (m_options.demo) {
        m_demoStrip->showNotice(u"demo"_s, NoticeBar::Look::Information,
                                tr("Demo data – nothing here is real"), {tr("Connect your bot")}, false);
        connect(m_demoStrip, &NoticeBar::buttonClicked, this, &MainWindow::realModeRequested);
    }

    setIncidentHandler(IncidentAction::TryNow, [this](const Incident &) { m_host.retryNow(); });
    setIncidentHandler(IncidentAction::CopyDetails, [this](const Incident &incident) {
        QGuiApplication::clipboard()->setText(
            incident.details.isEmpty() ? incident.text : incident.text + u'\n' + incident.details);
        showMessage(tr("Copied."));
    });
    setIncidentHandler(IncidentAction::Details,
                       [this](const Incident &) { m_problems->open(m_statusProblems); });
    setIncidentHandler(IncidentAction::EnterToken, [this](const Incident &) { emit tokenRequested(); });
    setIncidentHandler(IncidentAction::StartAgain, [this](const Incident &) { emit startBotRequested(); });
    setIncidentHandler(IncidentAction::StopHere, [this](const Incident &) { emit stopBotRequested(); });
}

void MainWindow::buildMenus()
{
    connect(m_ui->closeAction, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->quitAction, &QAction::triggered, this, &MainWindow::requestQuit);
    connect(m_ui->backAction, &QAction::triggered, this, &MainWindow::goBack);
    connect(m_ui->forwardAction, &QAction::triggered, this, &MainWindow::goForward);
    connect(m_ui->rangeAction, &QAction::triggered, m_header, &HeaderBar::openRange);
    connect(m_ui->compareAction, &QAction::toggled, m_live, &LiveData::setCompare);
    connect(m_ui->searchAction, &QAction::triggered, this, [this] {
        Page *current = page(currentPage());
        if (QLineEdit *field = current ? current->searchField() : nullptr) {
            field->setFocus(Qt::ShortcutFocusReason);
            field->selectAll();
        }
    });
    connect(m_ui->refreshAction, &QAction::triggered, this, [this] {
        page(currentPage())->showNewest();
        m_live->refreshNow();
    });
    connect(m_ui->tableAction, &QAction::triggered, this, [this] { page(currentPage())->toggleTables(); });
    connect(m_ui->resetLayoutAction, &QAction::triggered, this, [this] {
        for (Page *p : std::as_const(m_pages))
            p->resetView();
        resize(1280, 800);
    });
    connect(m_ui->startBotAction, &QAction::triggered, this, &MainWindow::startBotRequested);
    connect(m_ui->stopBotAction, &QAction::triggered, this, &MainWindow::stopBotRequested);
    connect(m_ui->retryAction, &QAction::triggered, this, [this] { m_host.retryNow(); });
    connect(m_ui->problemsAction, &QAction::triggered, this, [this] { m_problems->open(m_statusProblems); });
    connect(m_ui->connectBotAction, &QAction::triggered, this, &MainWindow::realModeRequested);
    connect(m_ui->tryDemoAction, &QAction::triggered, this, &MainWindow::demoRequested);
    connect(m_ui->shortcutsAction, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    m_ui->demoMenu->menuAction()->setVisible(m_options.demo);
    m_ui->tryDemoAction->setVisible(!m_options.demo);
    const auto words = simulations();
    for (const auto &[word, text] : words) {
        QAction *action = m_ui->simulateMenu->addAction(text);
        action->setObjectName(u"simulate-"_s + word);
        connect(action, &QAction::triggered, this, [this, word = word] { emit simulateRequested(word); });
    }
    connect(m_ui->exportMenu, &QMenu::aboutToShow, this, [this] {
        m_ui->exportMenu->clear();
        m_ui->exportMenu->addActions(page(currentPage())->exportActions());
    });
    auto *exportShortcut = new QAction(this);
    exportShortcut->setShortcut(QKeySequence(u"Ctrl+E"_s));
    connect(exportShortcut, &QAction::triggered, m_header, &HeaderBar::openExport);
    addAction(exportShortcut);

    connect(m_tray, &TrayIcon::showWindow, this, &MainWindow::raiseWindow);
    connect(m_tray, &TrayIcon::overdueChosen, this, [this] {
        raiseWindow();
        PageLink link;
        link.page = u"tickets"_s;
        link.tickets = TicketListFilter();
        link.tickets->tab = TicketListFilter::Tab::Waiting;
        followLink(link);
    });
    connect(m_tray, &TrayIcon::startBot, this, &MainWindow::startBotRequested);
    connect(m_tray, &TrayIcon::stopBot, this, &MainWindow::stopBotRequested);
    connect(m_tray, &TrayIcon::quit, this, &MainWindow::requestQuit);
}

void MainWindow::connectLive()
{
    connect(&m_host, &BotHost::stateChanged, m_live, &LiveData::setBotState);
    connect(&m_host, &BotHost::committed, m_live, &LiveData::noteCommitted);
    connect(&m_host, &BotHost::troubleChanged, m_live, &LiveData::setTrouble);
    connect(m_live, &LiveData::serversChanged, this, [this] {
        updateServers();
        updateNavigation();
        updateIncidents();
        tellOverdue();
    });
    connect(m_live, &LiveData::serverChanged, this, [this] {
        updateServers();
        updateNavigation();
    });
    connect(m_live, &LiveData::viewChanged, this,
            [this] { m_ui->compareAction->setChecked(m_live->compare()); });
    connect(m_live, &LiveData::botStateChanged, this, [this] {
        updateServers();
        updateStatus();
    });
    m_healthQuestion = new LiveQuestion(*m_live, this);
    m_healthQuestion->ask(
        [](const Reader &reader, UtcMs) { return reader.health(); },
        [this](const StorageHealth &health) {
            QString text = tr("Data %1", "size of the database").arg(Format::bytes(health.bytes));
            if (health.lastBackupMs > 0)
                text = tr("%1, backup %2", "\"Data 8 MB\", time")
                           .arg(text,
                                Format::dateTime(health.lastBackupMs, QTimeZone::systemTimeZone(),
                                                 m_live->nowMs()));
            m_statusData->setText(text);
        });
    connect(m_live, &LiveData::timePassed, m_healthQuestion, &LiveQuestion::again);
    connect(m_incidents, &IncidentCenter::changed, this, &MainWindow::updateIncidents);
    connect(m_incidents, &IncidentCenter::began, this, [this](const Incident &incident) {
        if (incident.banner && !isActiveWindow())
            m_tray->notify(incident.key, tr("Ticket Assistant"), incident.text, m_live->nowMs());
    });
    connect(m_incidents, &IncidentCenter::backOnline, this,
            [this](const QString &text) { showMessage(text); });
    m_ui->compareAction->setChecked(m_live->compare());
}

// -- pages
// ---------------------------------------------------------------------------------------------------------------

void MainWindow::addPage(Page *page)
{
    Q_ASSERT(!this->page(page->name()));
    const int number = int(m_pages.size()) + 1;
    m_pages.append(page);
    m_ui->pages->addWidget(page);
    auto *item = new QListWidgetItem(page->title(), m_ui->navigation);
    item->setData(Qt::UserRole, page->name());
    auto *action = new QAction(page->title(), this);
    action->setObjectName(u"show-"_s + page->name());
    if (number <= 9)
        action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)));
    connect(action, &QAction::triggered, this, [this, page] { setCurrentPage(page, true); });
    m_ui->viewMenu->insertAction(m_ui->viewMenu->actions().value(number - 1), action);
    m_compactNavigation->menu()->addAction(action);
    m_pageActions.append(action);
    connect(page, &Page::badgeChanged, this, &MainWindow::updateNavigation);
    connect(page, &Page::linkActivated, this, &MainWindow::followLink);
    connect(page, &Page::busyChanged, this, [this, page](bool busy) {
        if (page->name() == currentPage())
            m_header->setBusy(busy);
    });
    connect(page, &Page::message, this, &MainWindow::showMessage);
    connect(page, &Page::actionsChanged, this, &MainWindow::updateTicketMenu);
    connect(page, &Page::headerChanged, this, [this, page] {
        if (page->name() == currentPage())
            followPage(page);
    });
    page->restoreView(*m_settings);
    page->setWidthClass(m_width);
    updateNavigation();
}

Page *MainWindow::page(const QString &name) const
{
    for (Page *p : m_pages) {
        if (p->name() == name)
            return p;
    }
    return nullptr;
}

QString MainWindow::currentPage() const
{
    const auto *current = qobject_cast<Page *>(m_ui->pages->currentWidget());
    return current ? current->name() : QString();
}

bool MainWindow::showPage(const QString &name)
{
    Page *wanted = page(name);
    if (!wanted)
        return false;
    setCurrentPage(wanted, true);
    return true;
}

void MainWindow::setCurrentPage(Page *page, bool remember)
{
    const QString before = m_lastPage;
    if (page->name() == before)
        return;
    m_lastPage = page->name();
    if (remember && !before.isEmpty()) {
        m_back.append(before);
        m_forward.clear();
    }
    m_ui->pages->setCurrentWidget(page);
    {
        const QSignalBlocker blocker(m_ui->navigation);
        m_ui->navigation->setCurrentRow(int(m_pages.indexOf(page)));
    }
    m_ui->backAction->setEnabled(!m_back.isEmpty());
    m_ui->forwardAction->setEnabled(!m_forward.isEmpty());
    m_header->setBusy(false);
    followPage(page);
    updateTicketMenu();
    updateNavigation();
    updateStatus();
}

void MainWindow::followPage(Page *page)
{
    m_header->setPage(page);
    m_ui->rangeAction->setEnabled(page->sharedControls() & Page::RangeControl);
    m_ui->compareAction->setEnabled(page->sharedControls() & Page::CompareControl);
    m_ui->searchAction->setEnabled(page->searchField());
    m_ui->exportMenu->menuAction()->setEnabled(!page->exportActions().isEmpty());
}

void MainWindow::followLink(const PageLink &link)
{
    Page *target = page(link.page);
    if (!target)
        return;
    setCurrentPage(target, true);
    target->open(link);
}

void MainWindow::goBack()
{
    if (m_back.isEmpty())
        return;
    m_forward.append(currentPage());
    setCurrentPage(page(m_back.takeLast()), false);
}

void MainWindow::goForward()
{
    if (m_forward.isEmpty())
        return;
    m_back.append(currentPage());
    setCurrentPage(page(m_forward.takeLast()), false);
}

void MainWindow::updateTicketMenu()
{
    Page *current = page(currentPage());
    const QVector<QAction *> actions = current ? current->ticketActions() : QVector<QAction *>();
    m_ui->ticketMenu->clear();
    m_ui->ticketMenu->addActions(actions);
    m_ui->ticketMenu->menuAction()->setEnabled(!actions.isEmpty());
}

void MainWindow::updateNavigation()
{
    QString current;
    for (int i = 0; i < m_pages.size(); ++i) {
        const Page::Badge badge = m_pages[i]->badge();
        const QString spoken = badge.spoken.isEmpty()
            ? m_pages[i]->title()
            : tr("%1, %2", "page, its count: \"Tickets, 3 overdue\"").arg(m_pages[i]->title(), badge.spoken);
        QListWidgetItem *item = m_ui->navigation->item(i);
        item->setData(NavDelegate::BadgeRole, badge.text);
        item->setData(Qt::AccessibleTextRole, spoken);
        item->setToolTip(badge.spoken.isEmpty() ? QString() : spoken);
        m_pageActions[i]->setText(spoken);
        if (m_pages[i]->name() == currentPage())
            current = m_pages[i]->title();
    }
    const int overdue = m_live->serverPulse() ? m_live->serverPulse()->overdue : 0;
    m_compactNavigation->setText(
        overdue > 0 ? tr("☰ %1, %2 ▾", "page, \"3 overdue\"").arg(current, tr("%n overdue", nullptr, overdue))
                    : tr("☰ %1 ▾").arg(current));
    m_compactNavigation->setAccessibleName(tr("Pages: %1").arg(current));
    m_compactNavigation->adjustSize();
}

// -- servers, status, incidents
// --------------------------------------------------------------------------------------

void MainWindow::updateServers()
{
    const QString name = m_live->serverName();
    const QColor back = palette().color(QPalette::Highlight);
    m_ui->serverSwitcher->setIcon(Icons::server(name, back, Qt::white));
    m_ui->serverSwitcher->setIconSize({22, 22});
    const QFontMetrics metrics(m_ui->serverSwitcher->font());
    const int room = m_ui->navigationPanel->width() - 70;
    m_ui->serverSwitcher->setText(
        name.isEmpty() ? tr("No server yet")
                       : metrics.elidedText(name, Qt::ElideRight, qMax(60, room)).replace(u'&', u"&&"_s));
    m_ui->serverSwitcher->setToolTip(name.toHtmlEscaped());
    m_ui->serverSwitcher->setAccessibleName(name.isEmpty() ? tr("No server yet")
                                                           : tr("Server: %1").arg(name));
    QMenu *menu = m_ui->serverSwitcher->menu();
    if (!menu) {
        menu = new QMenu(m_ui->serverSwitcher);
        menu->setObjectName(u"serverMenu"_s);
        m_ui->serverSwitcher->setMenu(menu);
    }
    if (menu->isVisible())
        return;
    menu->clear();
    for (const ServerPulse &server : m_live->servers()) {
        QString state = tr("%n overdue", nullptr, server.overdue);
        if (server.info.removed)
            state = tr("bot was removed");
        else if (server.overdue == 0)
            state = tr("nothing overdue");
        QString shown = server.info.name;
        QAction *action =
            menu->addAction(Icons::server(server.info.name, back, Qt::white),
                            tr("%1 – %2", "server, its state").arg(shown.replace(u'&', u"&&"_s), state));
        action->setCheckable(true);
        action->setChecked(server.info.id == m_live->server());
        connect(action, &QAction::triggered, this, [this, id = server.info.id] { m_live->setServer(id); });
    }
    m_ui->serverSwitcher->setEnabled(!menu->isEmpty());
}

void MainWindow::tellOverdue()
{
    // UX J2: a desktop notification when a ticket becomes overdue; never for what was overdue already.
    const int overdue = m_live->overdueEverywhere();
    if (m_live->loaded() && m_toldOverdue >= 0 && overdue > m_toldOverdue && !isActiveWindow())
        m_tray->notify(u"overdue-%1"_s.arg(overdue), tr("Ticket Assistant"),
                       tr("%n ticket(s) overdue: waiting longer than the target", nullptr, overdue),
                       m_live->nowMs());
    if (m_live->loaded())
        m_toldOverdue = overdue;
}

void MainWindow::watchNetwork()
{
    // Without a backend (no NetworkManager) nobody knows, and the bot's own attempts say enough.
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const auto follow = [this](QNetworkInformation::Reachability reachability) {
        m_incidents->setComputerOnline(reachability != QNetworkInformation::Reachability::Disconnected);
        if (reachability == QNetworkInformation::Reachability::Online && !m_live->connected())
            m_host.retryNow();
    };
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, follow);
    m_incidents->setComputerOnline(QNetworkInformation::instance()->reachability()
                                   != QNetworkInformation::Reachability::Disconnected);
}

void MainWindow::buildStatusBar()
{
    const auto part = [this](const QString &name) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setAutoRaise(true);
        button->setMinimumHeight(24);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({16, 16});
        return button;
    };
    m_statusConnection = part(u"statusConnection"_s);
    m_statusServers = part(u"statusServers"_s);
    m_statusLast = part(u"statusLastEvent"_s);
    m_statusData = part(u"statusData"_s);
    m_statusProblems = part(u"statusProblems"_s);
    m_statusData->setText(tr("Data"));
    for (QToolButton *b : {m_statusConnection, m_statusServers, m_statusLast, m_statusData})
        m_ui->statusBar->addWidget(b);
    m_ui->statusBar->addPermanentWidget(m_statusProblems);
    const auto opens = [this](QToolButton *button, const QString &pageName) {
        connect(button, &QToolButton::clicked, this, [this, pageName] {
            if (!showPage(pageName))
                m_problems->open(m_statusProblems);
        });
    };
    opens(m_statusConnection, u"log"_s);
    opens(m_statusServers, u"settings"_s);
    opens(m_statusLast, u"log"_s);
    opens(m_statusData, u"data"_s);
    connect(m_statusProblems, &QToolButton::clicked, this, [this] {
        if (m_problems->isVisible())
            m_problems->close();
        else
            m_problems->open(m_statusProblems);
    });
}

void MainWindow::updateStatus()
{
    const BotState &bot = m_live->bot();
    const ConnectionWords words = m_incidents->connection();
    const bool good =
        words.shape == ConnectionWords::Shape::Normal || words.shape == ConnectionWords::Shape::Dot;
    const ThemeColours &colours = Theme::colours(palette());
    m_statusConnection->setIcon(
        Icons::sign(good ? Icons::Sign::Good : Icons::Sign::Warning, good ? colours.good : colours.warning));
    m_statusConnection->setText(
        m_live->connected() && bot.gateway.latencyMs >= 0
            ? tr("%1 · %2 ms", "connection, latency").arg(words.text, Format::count(bot.gateway.latencyMs))
            : words.text);
    m_statusServers->setText(tr("%n server(s)", nullptr,
                                int(bot.servers.isEmpty() ? m_live->servers().size() : bot.servers.size())));
    m_statusLast->setText(bot.lastEventMs > 0
                              ? tr("Last event %1")
                                    .arg(QDateTime::fromMSecsSinceEpoch(bot.lastEventMs, m_live->zone())
                                             .time()
                                             .toString(u"HH:mm:ss"_s))
                              : tr("No event yet"));
    if (const BotState::Server *server = m_live->botServer();
        server && server->catchingUp && !server->catchUpText.isEmpty())
        m_statusLast->setText(server->catchUpText);
    const int problems = int(m_incidents->all().size());
    m_statusProblems->setText(tr("%n problem(s)", nullptr, problems));
    m_statusProblems->setIcon(problems > 0 ? Icons::sign(Icons::Sign::Warning, colours.warning) : QIcon());
    m_ui->problemsAction->setText(tr("&Problems (%1)").arg(Format::count(problems)));
    const auto state = bot.gateway.state;
    const bool running =
        state != Discord::GatewayStatus::State::Stopped && state != Discord::GatewayStatus::State::Failed;
    m_ui->startBotAction->setEnabled(!running);
    m_ui->stopBotAction->setEnabled(running);
    m_ui->retryAction->setEnabled(running && !m_live->connected());
    m_tray->setBotRunning(running);
    const Incident *banner = m_incidents->banner();
    m_tray->showState(words, m_live->overdueEverywhere(), banner ? banner->text : QString());
    setWindowTitle(m_live->connected() ? tr("Ticket Assistant")
                                       : tr("Ticket Assistant – %1").arg(words.text));
}

void MainWindow::setIncidentHandler(IncidentAction action, std::function<void(const Incident &)> handler)
{
    m_handlers.insert(action, std::move(handler));
}

void MainWindow::updateIncidents()
{
    m_problems->setIncidents(m_incidents->all(), [this](IncidentAction a) { return m_handlers.contains(a); });
    const Incident *incident = m_incidents->banner();
    if (!incident) {
        m_banner->hideNotice();
    } else {
        QStringList buttons;
        m_bannerActions.clear();
        for (const IncidentAction action : incident->actions) {
            if (!m_handlers.contains(action))
                continue;
            m_bannerActions.append(action);
            buttons.append(incidentActionText(action));
        }
        if (const int others = m_incidents->behindBanner(); others > 0)
            buttons.append(tr("+%n more", nullptr, others));
        m_banner->showNotice(incident->key,
                             incident->severity == Incident::Severity::Error ? NoticeBar::Look::Error
                                                                             : NoticeBar::Look::Warning,
                             incident->text, buttons, incident->closable);
    }
    updateStatus();
}

void MainWindow::runIncidentAction(const Incident &incident, IncidentAction action)
{
    if (const auto handler = m_handlers.value(action))
        handler(incident);
}

void MainWindow::showMessage(const QString &text, const std::function<void()> &undo)
{
    static int number = 0;
    m_undo = undo;
    m_message->showNotice(u"message-%1"_s.arg(++number), NoticeBar::Look::Good, text,
                          undo ? QStringList{tr("Undo")} : QStringList());
    m_message->hideAfter(undo ? UndoMs : MessageMs);
}

// -- size, focus, closing
// ------------------------------------------------------------------------------------------------

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    applyWidth();
}

void MainWindow::applyWidth()
{
    const WidthClass width = this->width() < CompactBelow ? WidthClass::Compact
        : this->width() < MediumBelow                     ? WidthClass::Medium
                                                          : WidthClass::Wide;
    int navigation = 0;
    for (int i = 0; i < m_ui->navigation->count(); ++i)
        navigation = qMax(navigation,
                          m_ui->navigation->sizeHintForIndex(m_ui->navigation->model()->index(i, 0)).width());
    m_ui->navigationPanel->setFixedWidth(qBound(width == WidthClass::Wide ? 208 : 176, navigation + 8, 280));
    if (width != m_width || m_header->property("arranged").isNull()) {
        m_header->setProperty("arranged", true);
        m_width = width;
        m_ui->navigationPanel->setVisible(width != WidthClass::Compact);
        for (QToolButton *b : {m_statusServers, m_statusLast, m_statusData})
            b->setVisible(width == WidthClass::Wide);
        m_header->setWidthClass(width);
        for (Page *p : std::as_const(m_pages))
            p->setWidthClass(width);
    }
    updateServers();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    applyWidth();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F6) {
        moveArea(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Escape && m_problems->isVisible()) {
        m_problems->close();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::moveArea(int step)
{
    QVector<QWidget *> areas;
    for (QWidget *area :
         {m_ui->navigationPanel, static_cast<QWidget *>(m_header), static_cast<QWidget *>(m_banner),
          static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_ui->pages),
          static_cast<QWidget *>(m_problems), static_cast<QWidget *>(m_ui->statusBar)}) {
        if (area->isVisible())
            areas.append(area);
    }
    int current = -1;
    for (int i = 0; i < areas.size(); ++i) {
        if (QWidget *focus = focusWidget(); focus && (areas[i] == focus || areas[i]->isAncestorOf(focus)))
            current = i;
    }
    for (int tries = 0; tries < areas.size(); ++tries) {
        current = (current + step + int(areas.size())) % int(areas.size());
        QWidget *area = areas[current];
        if (area == m_ui->pages) {
            page(currentPage())->focusFirst();
            return;
        }
        for (QWidget *w = area->nextInFocusChain(); w && w != area; w = w->nextInFocusChain()) {
            if (area->isAncestorOf(w) && w->isVisible() && w->isEnabled()
                && (w->focusPolicy() & Qt::TabFocus)) {
                w->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

bool MainWindow::mayQuit()
{
    for (Page *p : std::as_const(m_pages)) {
        const QString unsaved = p->unsavedText();
        if (unsaved.isEmpty())
            continue;
        setCurrentPage(p, true);
        if (MessageBox::ask(this, tr("Unsaved changes"), unsaved,
                            {tr("Quit and discard them"), tr("Keep editing")}, 1)
            != 0)
            return false;
    }
    return true;
}

void MainWindow::requestQuit()
{
    if (!mayQuit())
        return;
    m_quitting = true;
    saveView();
    emit quitRequested();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_quitting) {
        event->accept();
        return;
    }
    event->ignore();
    if (TrayIcon::available()) {
        saveView();
        hide();
        if (!m_settings->value(u"window/toldAboutTray"_s).toBool()) {
            m_settings->setValue(u"window/toldAboutTray"_s, true);
            m_tray->notify(u"tray"_s, tr("Ticket Assistant"),
                           tr("Ticket Assistant keeps running here. Quit: Ctrl+Q"), m_live->nowMs());
        }
        return;
    }
    // Without a tray a hidden window could only be found by starting the program again: ask once.
    QString choice = m_settings->value(u"window/closing"_s).toString();
    if (choice.isEmpty()) {
        bool remember = false;
        const int answer = MessageBox::ask(
            this, tr("Close window"), tr("Keep the bot running in the background?"),
            {tr("Minimise"), tr("Quit and stop the bot")}, 0, tr("Remember my choice"), &remember);
        if (answer < 0)
            return;
        choice = answer == 0 ? u"minimise"_s : u"quit"_s;
        if (remember)
            m_settings->setValue(u"window/closing"_s, choice);
    }
    if (choice == "quit"_L1)
        requestQuit();
    else
        showMinimized();
}

void MainWindow::raiseWindow()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

// -- remembered
// ------------------------------------------------------------------------------------------------------------

void MainWindow::saveView()
{
    m_settings->setValue(u"window/geometry"_s, saveGeometry());
    m_settings->setValue(u"window/page"_s, currentPage());
    for (const Page *p : std::as_const(m_pages))
        p->saveView(*m_settings);
    m_settings->sync();
}

void MainWindow::restoreView()
{
    // Decorations and panels need room too: a window larger than its screen hides its status bar.
    const QScreen *home = QGuiApplication::primaryScreen();
    resize(home ? QSize(1280, 800).boundedTo(home->availableGeometry().size() - QSize(8, 40))
                : QSize(1280, 800));
    restoreGeometry(m_settings->value(u"window/geometry"_s).toByteArray());
    // A screen that is gone must not keep the window: restoreGeometry() moves it back only when it is fully
    // outside.
    const QRect frame = frameGeometry();
    bool reachable = false;
    const auto screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        const QRect seen = screen->availableGeometry().intersected(frame);
        reachable |= seen.width() >= 200 && seen.height() >= 100
            && screen->availableGeometry().contains(frame.topLeft());
    }
    if (!reachable && !screens.isEmpty())
        move(screens.first()->availableGeometry().topLeft());
    const QString theme = m_settings->value(u"appearance/theme"_s).toString();
    m_theme->setChoice(theme == "light"_L1      ? Theme::Choice::Light
                           : theme == "dark"_L1 ? Theme::Choice::Dark
                                                : Theme::Choice::System);
    m_theme->setReducedMotion(m_settings->value(u"appearance/reduceMotion"_s).toBool());
}
