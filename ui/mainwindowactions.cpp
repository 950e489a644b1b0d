// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "bot/bothost.h"
#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/setup/firstrun.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/incidentpresenter.h"
#include "ui/shell/pagenavigation.h"
#include "ui/shell/windowplace.h"
#include "ui/trayicon.h"
#include "ui/widgets/headerbar.h"
#include "ui/widgets/problemspanel.h"
#include "ui_mainwindow.h"

#include <QLineEdit>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

// What can be asked of the window by its menus, the tray and the list of commands.

void MainWindow::buildMenus()
{
    connect(m_ui->importAction, &QAction::triggered, this, [this] {
        PageLink link;
        link.page = u"data"_s;
        link.section = u"import"_s;
        m_navigation->follow(link);
    });
    connect(m_ui->restoreAction, &QAction::triggered, this, [this] {
        PageLink link;
        link.page = u"data"_s;
        link.section = u"backups"_s;
        m_navigation->follow(link);
    });
    connect(m_ui->backUpAction, &QAction::triggered, this, [this] {
        m_host.storage().backUp(this, u"manual"_s, [this](const Result<BackupInfo> &made) {
            showMessage(made ? tr("Backed up: %1").arg(made->name) : made.error().text);
        });
    });
    connect(m_ui->closeAction, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->settingsAction, &QAction::triggered, this, [this] { showPage(u"settings"_s); });
    connect(m_ui->quitAction, &QAction::triggered, this, &MainWindow::requestQuit);
    connect(m_ui->backAction, &QAction::triggered, m_navigation, &PageNavigation::goBack);
    connect(m_ui->forwardAction, &QAction::triggered, m_navigation, &PageNavigation::goForward);
    connect(m_ui->rangeAction, &QAction::triggered, m_header, &HeaderBar::openRange);
    connect(m_ui->compareAction, &QAction::toggled, m_live, &LiveData::setCompare);
    connect(m_ui->searchAction, &QAction::triggered, this, [this] {
        if (QLineEdit *field = m_navigation->current()->searchField()) {
            field->setFocus(Qt::ShortcutFocusReason);
            field->selectAll();
        }
    });
    connect(m_ui->refreshAction, &QAction::triggered, this, [this] {
        m_navigation->current()->showNewest();
        m_live->refreshNow();
    });
    connect(m_ui->tableAction, &QAction::triggered, this,
            [this] { m_navigation->current()->toggleTables(); });
    connect(m_ui->resetLayoutAction, &QAction::triggered, this, [this] {
        for (Page *page : m_navigation->pages())
            page->resetView();
        usualSize(*this);
    });
    connect(m_ui->startBotAction, &QAction::triggered, this, &MainWindow::startBotRequested);
    connect(m_ui->stopBotAction, &QAction::triggered, this, &MainWindow::stopBotRequested);
    connect(m_ui->restartBotAction, &QAction::triggered, this, &MainWindow::restartBot);
    connect(m_ui->retryAction, &QAction::triggered, this, [this] { m_host.retryNow(); });
    connect(m_ui->problemsAction, &QAction::triggered, m_presenter, &IncidentPresenter::openPanel);
    connect(m_ui->connectBotAction, &QAction::triggered, this, &MainWindow::realModeRequested);
    connect(m_ui->tryDemoAction, &QAction::triggered, this, &MainWindow::demoRequested);
    connect(m_ui->setupAction, &QAction::triggered, m_firstRun.get(), &FirstRun::openSetup);
    connect(m_ui->tokenAction, &QAction::triggered, m_firstRun.get(), &FirstRun::openTokenDialog);
    // The demo has its own server and its own token.
    m_ui->setupAction->setVisible(!m_options.demo);
    m_ui->tokenAction->setVisible(!m_options.demo);
    connect(m_ui->tryDetectionAction, &QAction::triggered, this, [this] {
        PageLink link;
        link.page = u"settings"_s;
        link.section = u"detection"_s;
        m_navigation->follow(link);
    });
    connect(m_ui->guideAction, &QAction::triggered, this, &MainWindow::showGuide);
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
    connect(m_ui->languageMenu, &QMenu::aboutToShow, this, &MainWindow::fillLanguageMenu);
    connect(m_ui->commandsAction, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_ui->exportMenu, &QMenu::aboutToShow, this, [this] {
        m_ui->exportMenu->clear();
        m_ui->exportMenu->addActions(m_navigation->current()->exportActions());
    });
    auto *exportShortcut = new QAction(this);
    exportShortcut->setShortcut(QKeySequence(u"Ctrl+E"_s));
    connect(exportShortcut, &QAction::triggered, m_header, &HeaderBar::openExport);
    addAction(exportShortcut);
}

void MainWindow::connectTray()
{
    connect(m_tray, &TrayIcon::showWindow, this, &MainWindow::raiseWindow);
    connect(m_tray, &TrayIcon::overdueChosen, this, [this] {
        raiseWindow();
        PageLink link;
        link.page = u"tickets"_s;
        link.tickets = TicketListFilter();
        link.tickets->tab = TicketListFilter::Tab::Waiting;
        m_navigation->follow(link);
    });
    connect(m_tray, &TrayIcon::startBot, this, &MainWindow::startBotRequested);
    connect(m_tray, &TrayIcon::stopBot, this, &MainWindow::stopBotRequested);
    connect(m_tray, &TrayIcon::quit, this, &MainWindow::requestQuit);
}

void MainWindow::updateTicketMenu()
{
    Page *current = m_navigation->current();
    const QVector<QAction *> actions = current ? current->ticketActions() : QVector<QAction *>();
    m_ui->ticketMenu->clear();
    m_ui->ticketMenu->addActions(actions);
    m_ui->ticketMenu->menuAction()->setEnabled(!actions.isEmpty());
}

void MainWindow::openPalette()
{
    CommandPalette palette(*m_live, this);
    for (QAction *action : m_navigation->actions())
        palette.add(tr("Page"), action);
    for (QMenu *menu : m_ui->menuBar->findChildren<QMenu *>()) {
        if (menu == m_ui->viewMenu || menu == m_ui->simulateMenu || menu == m_ui->exportMenu
            || !menu->menuAction()->isVisible())
            continue;
        const auto actions = menu->actions();
        for (QAction *action : actions)
            palette.add(tr("Action"), action);
    }
    const QVector<QAction *> exports = m_navigation->current()->exportActions();
    for (QAction *action : exports)
        palette.add(tr("Export"), action);
    for (QAction *action : {m_ui->rangeAction, m_ui->compareAction, m_ui->searchAction, m_ui->refreshAction,
                            m_ui->tableAction, m_ui->resetLayoutAction})
        palette.add(tr("Action"), action);
    for (const ServerPulse &server : m_live->servers())
        palette.add(tr("Server"),
                    server.info.name.isEmpty()
                        ? server.info.id.toString()
                        : tr("%1, ID %2", "a server").arg(server.info.name, server.info.id.toString()),
                    [this, id = server.info.id] { m_live->setServer(id); });
    connect(&palette, &CommandPalette::ticketChosen, this, [this](ChannelId ticket) {
        PageLink link;
        link.page = u"tickets"_s;
        link.ticket = ticket;
        m_navigation->follow(link);
    });
    palette.exec();
}

void MainWindow::restartBot()
{
    emit stopBotRequested();
    emit startBotRequested();
}
