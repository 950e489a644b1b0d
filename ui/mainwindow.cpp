// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "bot/base/format.h"
#include "bot/base/translations.h"
#include "bot/bothost.h"
#include "ui/dates.h"
#include "ui/discordpictures.h"
#include "ui/icons.h"
#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/pages/botlogpage.h"
#include "ui/pages/data/datapage.h"
#include "ui/pages/firststeps.h"
#include "ui/pages/notices/noticespage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/permissionspage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/staffpage.h"
#include "ui/pages/ticketspage.h"
#include "ui/pages/trendspage.h"
#include "ui/proxychoice.h"
#include "ui/setup/firstrun.h"
#include "ui/shell/focusareas.h"
#include "ui/shell/incidentactions.h"
#include "ui/shell/incidentpresenter.h"
#include "ui/shell/pagenavigation.h"
#include "ui/shell/statusparts.h"
#include "ui/shell/windowplace.h"
#include "ui/staffranking.h"
#include "ui/trayicon.h"
#include "ui/uilanguage.h"
#include "ui/uisettings.h"
#include "ui/widgets/focusinsight.h"
#include "ui/widgets/headerbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/problemspanel.h"
#include "ui/widgets/returnpresses.h"
#include "ui/widgets/scrollaccess.h"
#include "ui/widgets/wheelguard.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QNetworkInformation>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

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
      m_pictures(new DiscordPictures(options.pictureHost, options.dataDir + u"/pictures"_s, this)),
      m_live(new LiveData(host.storage(), options.clock, m_settings.get(), this)),
      m_incidents(new IncidentCenter(*m_live, this)), m_ranking(new StaffRanking(m_settings.get(), this)),
      m_tray(new TrayIcon(this))
{
    qApp->installEventFilter(new WheelGuard(this));
    qApp->installEventFilter(new ReturnPresses(this));
    new FocusInSight(this);
    makeScrollAreasSafe();
    restoreLanguage();
    m_ui->setupUi(this);
    setWindowIcon(Icons::ticket(ConnectionWords::Shape::Normal));
    buildShell();
    connectLive();
    m_firstRun =
        std::make_unique<FirstRun>(*this, host,
                                   FirstRun::Options{options.demo, options.configuredByEnvironment,
                                                     options.token, options.actor, options.autostart});
    addPages();
    m_firstRun->addPages();
    buildMenus();
    connectTray();
    offerIncidentActions(*this, host, *m_firstRun, options.demo);
    restorePlace(*this, *m_settings);
    restoreAppearance();
    if (m_options.page.isEmpty() || !showPage(m_options.page)) {
        if (!showPage(m_firstRun->firstPage()))
            m_navigation->show(m_navigation->pages().first(), false);
    }
    m_live->setBotState(m_host.state());
    if (!m_options.demo)
        watchNetwork();
    applyWidth();
    updateWords();
}

MainWindow::~MainWindow()
{
    saveView();
}

// Every page of the console, in the order of the navigation.
void MainWindow::addPages()
{
    addPage([this] { return new OverviewPage(*m_live); });
    addPage([this] {
        auto *tickets = new TicketsPage(
            *m_live,
            {[this](GuildId guild, ChannelId channel, bool isTicket, std::function<void(Status)> done) {
                 m_host.setTicket(guild, channel, isTicket, m_options.actor, this, std::move(done));
             },
             [this](GuildId guild, ChannelId channel, bool on, std::function<void(Status)> done) {
                 m_host.muteTicket(guild, channel, on, this, std::move(done));
             }},
            m_options.demo);
        tickets->setCloser([this](GuildId guild, ChannelId ticket, const CloseByHand &said,
                                  std::function<void(Status)> done) {
            m_host.setCloseByHand(guild, ticket, said, m_options.actor, this, std::move(done));
        });
        return tickets;
    });
    addPage([this] { return new TrendsPage(*m_live, *m_ranking); });
    addPage([this] { return new StaffPage(*m_live, *m_ranking); });
    addPage([this] {
        auto *permissions = new PermissionsPage(*m_live, settingsActions(m_host, this, m_options.actor));
        connect(m_ui->testPersonAction, &QAction::triggered, permissions, [this, permissions] {
            showPage(permissions->name());
            permissions->testAPerson();
        });
        return permissions;
    });
    addPage([this] { return new NoticesPage(*m_live, noticeActions(m_host, this, m_options.actor)); });
    addPage([this] {
        DataActions actions = dataActions(m_host, this, m_options.actor);
        if (!m_options.demo)
            actions.storeToken = [this](const QByteArray &token) { emit tokenFound(token); };
        actions.setupOpen = [this] { return m_firstRun->setupOpen(); };
        return new DataPage(*m_live, actions);
    });
    addPage([this] {
        auto *log = new BotLogPage(*m_live,
                                   BotLogPage::Sources{m_incidents, &m_connectionHistory, m_options.dataDir});
        connect(log, &BotLogPage::startBotRequested, this, &MainWindow::startBotRequested);
        connect(log, &BotLogPage::stopBotRequested, this, &MainWindow::stopBotRequested);
        connect(log, &BotLogPage::restartBotRequested, this, &MainWindow::restartBot);
        return log;
    });
    addPage([this] {
        auto *settings =
            new SettingsPage(*m_live, settingsActions(m_host, this, m_options.actor),
                             {m_settings.get(), m_theme, m_ranking, m_options.dataDir, m_options.demo,
                              m_options.autostart, [this](const QString &key) { carryOutSetting(key); }});
        connect(settings, &SettingsPage::tokenRemovalRequested, m_firstRun.get(),
                &FirstRun::openTokenRemoval);
        // Queued: the page that asks is made anew in the other language.
        connect(settings, &SettingsPage::languageChosen, this, &MainWindow::chooseLanguage,
                Qt::QueuedConnection);
        connect(settings, &SettingsPage::tokenRequested, m_firstRun.get(), &FirstRun::openTokenDialog);
        connect(settings, &SettingsPage::resetLayoutRequested, m_ui->resetLayoutAction, &QAction::trigger);
        return settings;
    });
}

void MainWindow::buildShell()
{
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
    m_ui->pages->setContentsMargins(0, 4, 0, 0); // text does not touch a banner
    for (NoticeBar *bar : {m_banner, m_message})
        bar->setPushed(m_ui->pages);
    m_ui->rightLayout->addWidget(m_problems);
    m_ui->serverSwitcher->follow(*m_live);

    auto *compact = new QToolButton(this);
    compact->setObjectName(u"compactNavigation"_s);
    compact->setMinimumHeight(32);
    compact->setPopupMode(QToolButton::InstantPopup);
    compact->setFocusPolicy(Qt::StrongFocus);
    m_header->setNavigationButton(compact);
    m_navigation = new PageNavigation(*m_live, *m_settings,
                                      {m_ui->navigation, compact, m_ui->pages, m_ui->viewMenu}, this);
    connect(m_navigation, &PageNavigation::currentChanged, this, &MainWindow::followPage);
    connect(m_header, &HeaderBar::zoneChangeWanted, m_navigation, [this] {
        PageLink link;
        link.page = u"settings"_s;
        link.section = u"zone"_s;
        m_navigation->follow(link);
    });
    connect(m_navigation, &PageNavigation::pageMade, this, [this](Page *page) {
        connect(page, &Page::message, this, &MainWindow::showMessage);
        connect(page, &Page::problem, this, [this](const QString &text) {
            m_undo = {};
            m_message->showNotice(u"message-%1"_s.arg(++m_messages), NoticeBar::Look::Error, text, {});
            m_message->hideAfter(UndoMs);
        });
        connect(page, &Page::linkActivated, this, [this](const PageLink &link) {
            if (link.page == FirstSteps::setUpLink())
                m_ui->setupAction->trigger();
            else if (link.page == FirstSteps::demoLink())
                m_ui->tryDemoAction->trigger();
        });
        connect(page, &Page::fileWritten, this, &MainWindow::showFileMessage);
        connect(page, &Page::actionsChanged, this, &MainWindow::updateTicketMenu);
        connect(page, &Page::busyChanged, this, [this, page](bool busy) {
            if (page == m_navigation->current())
                m_header->setBusy(busy);
        });
        connect(page, &Page::headerChanged, this, [this, page] {
            if (page == m_navigation->current())
                followPage(page);
        });
    });

    connect(m_problems, &ProblemsPanel::shownChanged, this, &MainWindow::placeProblems);
    m_presenter = new IncidentPresenter(*m_incidents, m_banner, m_problems, this);
    m_status = new StatusParts(*m_live, *m_incidents, m_ui->statusBar, this);
    m_presenter->setPanelOpener(m_status->problemsButton());
    connect(m_status, &StatusParts::problemsWanted, m_presenter, &IncidentPresenter::togglePanel);
    connect(m_status, &StatusParts::pageWanted, this, [this](const QString &name) {
        if (!showPage(name))
            m_presenter->openPanel();
    });
    connect(m_message, &NoticeBar::buttonClicked, this, [this] {
        const auto undo = std::exchange(m_undo, {});
        m_message->dismiss();
        if (undo)
            undo();
    });
    connect(m_demoStrip, &NoticeBar::buttonClicked, this, &MainWindow::realModeRequested);
    showDemoStrip();
}

void MainWindow::showDemoStrip()
{
    if (m_options.demo)
        m_demoStrip->showNotice(u"demo"_s, NoticeBar::Look::Information,
                                tr("Demo data – nothing here is real"), {tr("Connect your bot")}, false);
}

void MainWindow::connectLive()
{
    connect(&m_host, &BotHost::stateChanged, m_live, &LiveData::setBotState);
    connect(&m_host, &BotHost::committed, m_live, &LiveData::noteCommitted);
    connect(&m_host, &BotHost::troubleChanged, m_live, &LiveData::setTrouble);
    connect(&m_host.storage(), &Storage::databaseRecovered, m_incidents, &IncidentCenter::setRecovery);
    if (const auto recovered = m_host.storage().recovery())
        m_incidents->setRecovery(*recovered);
    // Alarms for this computer (UX 3.7, J2): what is on the screen already needs no notification.
    connect(&m_host, &BotHost::desktopNotice, this,
            [this](const QString &key, const QString &title, const QString &text) {
                const bool test = key.startsWith("test-"_L1);
                if (isActiveWindow() && !test)
                    return;
                if (!m_tray->notify(key, title, text, m_live->nowMs()) && test)
                    showMessage(
                        tr("No notification was shown: they are off or muted, or this computer has none."));
            });
    connect(m_live, &LiveData::serversChanged, this, [this] {
        m_navigation->refresh();
        m_presenter->refresh();
        updateWords();
    });
    connect(m_live, &LiveData::serverChanged, m_navigation, &PageNavigation::refresh);
    connect(m_live, &LiveData::viewChanged, this,
            [this] { m_ui->compareAction->setChecked(m_live->compare()); });
    connect(m_live, &LiveData::botStateChanged, this, [this] {
        m_connectionHistory.note(m_live->bot(), m_live->nowMs());
        updateWords();
        noteMessageContent();
    });
    connect(m_incidents, &IncidentCenter::changed, this, &MainWindow::updateWords);
    connect(m_incidents, &IncidentCenter::began, this, [this](const Incident &incident) {
        // Of the connection and the data the alarms tell, when and if they are set to (UX 3.7).
        const bool alarmed = incident.hasAlarm() && !m_live->servers().isEmpty();
        const QString key = incident.notifyKey.isEmpty() ? incident.key : incident.notifyKey;
        if (!isActiveWindow() && !alarmed)
            m_tray->notify(key, tr("Ticket Assistant"), incident.text, m_live->nowMs());
    });
    connect(m_incidents, &IncidentCenter::backOnline, this,
            [this](const QString &text) { showMessage(text); });
    m_ui->compareAction->setChecked(m_live->compare());
}

// -- pages
// ---------------------------------------------------------------------------------------------------------------

void MainWindow::addPage(const std::function<Page *()> &make)
{
    m_navigation->add(make);
}

void MainWindow::addStandalonePage(const std::function<Page *()> &make)
{
    m_navigation->addStandalone(make);
}

Page *MainWindow::page(const QString &name) const
{
    return m_navigation->page(name);
}

QString MainWindow::currentPage() const
{
    const Page *current = m_navigation->current();
    return current ? current->name() : QString();
}

bool MainWindow::showPage(const QString &name)
{
    return m_navigation->show(name);
}

void MainWindow::follow(const PageLink &link)
{
    m_navigation->follow(link);
}

void MainWindow::followPage(Page *page)
{
    if (m_problems->isVisible() && m_width != WidthClass::Wide)
        m_problems->hide(); // it stands where the page is wanted
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const bool inHeader = focus && m_header->isAncestorOf(focus);
    m_header->setBusy(false);
    m_header->setPage(page);
    arrangeAround();
    // The control went with the page: the toolkit would choose the next one, which may be a button of the banner.
    if (inHeader && (!focus || !focus->isVisible())) {
        page->focusFirst();
        if (!page->isAncestorOf(QApplication::focusWidget())) // it is being read and has no control yet
            page->setFocus(Qt::OtherFocusReason);
    }
    m_ui->backAction->setEnabled(m_navigation->canGoBack());
    m_ui->forwardAction->setEnabled(m_navigation->canGoForward());
    m_ui->rangeAction->setEnabled(page->sharedControls() & Page::RangeControl);
    m_ui->compareAction->setEnabled(page->sharedControls() & Page::CompareControl);
    m_ui->searchAction->setEnabled(page->searchField());
    m_ui->exportMenu->menuAction()->setEnabled(!page->exportActions().isEmpty());
    updateTicketMenu();
}

// -- what is said
// ---------------------------------------------------------------------------------------------------------

void MainWindow::updateWords()
{
    m_status->refresh();
    const ConnectionWords words = m_incidents->connection();
    m_ui->problemsAction->setText(tr("&Problems (%1)").arg(Format::count(m_incidents->all().size())));
    const auto state = m_live->bot().gateway.state;
    const bool running =
        state != Discord::GatewayStatus::State::Stopped && state != Discord::GatewayStatus::State::Failed;
    m_ui->startBotAction->setEnabled(!running);
    m_ui->stopBotAction->setEnabled(running);
    m_ui->restartBotAction->setEnabled(running);
    m_ui->retryAction->setEnabled(running && !m_live->connected());
    m_tray->setBotRunning(running);
    const Incident *banner = m_incidents->banner();
    m_tray->showState(words, m_live->overdueEverywhere(), banner ? banner->text : QString());
    setWindowTitle(m_live->connected() ? tr("Ticket Assistant")
                                       : tr("%1 – Ticket Assistant").arg(words.text));
}

// Once it was on, its going off is worth a banner; somebody who never had it misses nothing (UX J5).
void MainWindow::noteMessageContent()
{
    const QString key = u"bot/messageContentWanted"_s;
    bool wanted = m_settings->value(key).toBool();
    if (m_live->bot().messageContent && !wanted) {
        m_settings->setValue(key, true);
        wanted = true;
    }
    m_incidents->setMessageContentWanted(wanted);
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

void MainWindow::setIncidentHandler(IncidentAction action, std::function<void(const Incident &)> handler)
{
    m_presenter->setHandler(action, std::move(handler));
    m_presenter->refresh();
}

void MainWindow::showMessage(const QString &text, const std::function<void()> &undo)
{
    m_undo = undo;
    m_message->showNotice(u"message-%1"_s.arg(++m_messages), NoticeBar::Look::Good, text,
                          undo ? QStringList{tr("Undo")} : QStringList());
    m_message->hideAfter(undo ? UndoMs : MessageMs);
}

void MainWindow::showFileMessage(const QString &text, const QString &path)
{
    const QFileInfo file(path);
    m_undo = [folder = file.isDir() ? file.absoluteFilePath() : file.absolutePath()] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    };
    m_message->showNotice(u"message-%1"_s.arg(++m_messages), NoticeBar::Look::Good, text,
                          {tr("Show in folder")});
    m_message->hideAfter(UndoMs);
}

// -- size, focus
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
    const int narrowest = width == WidthClass::Wide ? 208 : 176;
    m_ui->navigationPanel->setFixedWidth(qBound(narrowest, m_navigation->wantedWidth() + 8, 280));
    if (width == m_width && m_arranged)
        return;
    m_width = width;
    m_arranged = true;
    arrangeAround();
    m_status->setWidthClass(width);
    m_header->setWidthClass(width);
    m_navigation->setWidthClass(width);
    placeProblems();
}

// Below the page where both have room, else in its place.
void MainWindow::placeProblems()
{
    const bool instead = !m_problems->isHidden() && m_width != WidthClass::Wide;
    m_problems->setFullSize(instead);
    m_ui->pages->setVisible(!instead);
}

void MainWindow::arrangeAround()
{
    const bool alone = m_navigation->isStandalone(m_navigation->current());
    m_ui->navigationPanel->setVisible(!alone && m_width != WidthClass::Compact);
    m_header->setVisible(!alone);
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

// Tab. Without a stop under the focus the toolkit's own order leads to one.
bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget *stop = nextTabStop(this, focusWidget(), next);
    if (!stop)
        return QMainWindow::focusNextPrevChild(next);
    focusByTab(stop, next);
    return true;
}

void MainWindow::moveArea(int step)
{
    const QVector<QWidget *> areas{m_demoStrip, m_ui->navigationPanel, m_header,   m_banner,
                                   m_message,   m_ui->pages,           m_problems, m_ui->statusBar};
    QWidget *next = firstOfNextArea(areas, focusWidget(), step);
    if (!next)
        return;
    if (m_ui->pages->isAncestorOf(next))
        m_navigation->current()->focusFirst(); // a page may have a better beginning
    else
        focusByTab(next);
}

// -- remembered
// ------------------------------------------------------------------------------------------------------------

void MainWindow::saveView()
{
    savePlace(*this, *m_settings);
    m_settings->setValue(u"window/page"_s, currentPage());
    for (const Page *page : m_navigation->pages())
        page->saveView(*m_settings);
    m_settings->sync();
}

// Before any word is made. What was asked for on the command line holds for this run only.
void MainWindow::restoreLanguage()
{
    Dates::use(*m_settings);
    if (UiLanguage *language = UiLanguage::instance(); language && m_options.language.isEmpty())
        language->setChoice(m_settings->value(u"appearance/language"_s).toString());
}

void MainWindow::setLanguage(const QString &code)
{
    m_settings->setValue(u"appearance/language"_s, code);
    if (UiLanguage *language = UiLanguage::instance())
        language->setChoice(code);
}

// As setLanguage(), with the way back: whoever cannot read the new one finds it at the same place.
void MainWindow::chooseLanguage(const QString &code)
{
    const QString before = m_settings->value(u"appearance/language"_s).toString();
    if (before == code)
        return;
    setLanguage(code);
    showMessage(tr("This is the language of the app now."), [this, before] { setLanguage(before); });
}

// What the page of settings leaves to others.
void MainWindow::carryOutSetting(const QString &key)
{
    if (key == QLatin1StringView(ProxyChoice::Key)) {
        ProxyChoice::apply(m_settings->value(key).toString());
        // What is connected goes on past the old proxy until it is connected anew.
        if (m_firstRun->desk().hasToken())
            m_firstRun->desk().hands().readAgain();
    } else if (key == QLatin1StringView(Dates::DayKey) || key == QLatin1StringView(Dates::TimeKey)
               || key == QLatin1StringView(Dates::WeekKey)) {
        Dates::use(*m_settings);
        writeAnew(page(u"settings"_s));
    } else {
        m_tray->setNotifications(m_settings->value(u"notifications/off"_s).toString() != "true"_L1);
    }
}

// Each language by its own name, so that nobody is lost in one that they cannot read.
void MainWindow::fillLanguageMenu()
{
    m_ui->languageMenu->clear();
    const UiLanguage *language = UiLanguage::instance();
    const QString choice = language ? language->choice() : QString();
    const auto add = [&](const QString &text, const QString &code) {
        QAction *action = m_ui->languageMenu->addAction(text, this, [this, code] { setLanguage(code); });
        action->setObjectName(u"language-"_s + code);
        action->setCheckable(true);
        action->setChecked(code == choice);
    };
    add(tr("As the system"), {});
    for (const QString &code : Translations::available())
        add(Translations::ownName(code), code);
}

void MainWindow::restoreAppearance()
{
    const QString theme = m_settings->value(u"appearance/theme"_s).toString();
    m_theme->setChoice(theme == "light"_L1      ? Theme::Choice::Light
                           : theme == "dark"_L1 ? Theme::Choice::Dark
                                                : Theme::Choice::System);
    m_theme->setReducedMotion(m_settings->value(u"appearance/reduceMotion"_s).toBool());
    m_theme->setDense(m_settings->value(u"appearance/density"_s).toString() == "compact"_L1);
    m_tray->setNotifications(m_settings->value(u"notifications/off"_s).toString() != "true"_L1);
    if (!m_options.demo)
        ProxyChoice::apply(m_settings->value(QLatin1StringView(ProxyChoice::Key)).toString());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !m_navigation)
        return;
    m_ui->retranslateUi(this);
    const auto words = simulations();
    for (const auto &[word, text] : words) {
        if (auto *action = findChild<QAction *>(u"simulate-"_s + word))
            action->setText(text);
    }
    showDemoStrip();
    m_tray->retranslate();
    m_host.tellState();
    writeAnew();
    applyWidth();
}

void MainWindow::writeAnew(const Page *except)
{
    m_incidents->refresh();
    m_navigation->remake(except);
    if (Page *current = m_navigation->current())
        followPage(current); // its header is another one now
    updateWords();
}
