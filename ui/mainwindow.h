// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/autostart.h"
#include "ui/connectionhistory.h"
#include "ui/incidents.h"
#include "ui/pages/page.h"
#include "ui/setup/tokendesk.h"
#include "ui/theme.h"

#include <QMainWindow>
#include <QUrl>

#include <functional>
#include <memory>

class BotHost;
class DiscordPictures;
class FirstRun;
class HeaderBar;
class IncidentCenter;
class IncidentPresenter;
class LiveData;
class NoticeBar;
class PageNavigation;
class ProblemsPanel;
class QToolButton;
class StaffRanking;
class StatusParts;
class TrayIcon;
class UiSettings;

namespace Ui {
class MainWindow;
}

struct UiOptions
{
    QString dataDir;
    bool demo = false;
    QString page; // --page; empty = the one of last time
    QString language; // --lang
    Actor actor; // who this computer is in the history
    Clock clock = Clock::system();
    TokenHands token; // what only the program can do with a token
    Autostart autostart; // not offered: no switch for it
    QUrl pictureHost; // DiscordPictures::hostFor(); empty = initials only
    bool configuredByEnvironment = false; // TICKET_CATEGORIES is set
};

// The window around the pages (UX 2): it puts the parts of the shell together (navigation, header, banner,
// messages, problems, status bar, menus, tray; see ui/shell) and decides about closing. It knows pages only as
// Page; a page joins by one line in addPages(). What only the program can do (tokens, starting another
// process, quitting) leaves as signals.
//
// Thread: GUI. Owner: Application.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(BotHost &host, const UiOptions &options);
    ~MainWindow() override;

    // In the order of the navigation; Ctrl+1..9 follow. The window owns the page. It is a function because the
    // page is made again when the language changes: connect to the page in there, not outside.
    void addPage(const std::function<Page *()> &make);
    // Welcome and assistant: shown without navigation and header. After the others.
    void addStandalonePage(const std::function<Page *()> &make);
    bool showPage(const QString &name); // false: no such page
    void follow(const PageLink &link);
    QString currentPage() const;
    Page *page(const QString &name) const;

    LiveData &live() const { return *m_live; }
    IncidentCenter &incidentCenter() const { return *m_incidents; }
    Theme &theme() const { return *m_theme; }
    UiSettings &settings() const { return *m_settings; }
    TrayIcon &tray() const { return *m_tray; }
    FirstRun &firstRun() const { return *m_firstRun; } // token and assistant

    // Who carries out an action of a banner; actions nobody carries out are not offered.
    void setIncidentHandler(IncidentAction action, std::function<void(const Incident &)> handler);
    void showMessage(const QString &text, const std::function<void()> &undo = {});
    void showFileMessage(const QString &text, const QString &path); // with "Show in folder"
    void raiseWindow(); // a second start asked for it
    void saveView();
    void setLanguage(const QString &code); // empty = the desktop's; remembered
    void chooseLanguage(const QString &code); // the same, with the way back in a message
    WidthClass widthClass() const { return m_width; }

    // The words of UX J5 in the order of the menu Demo > Simulate.
    static QVector<std::pair<QString, QString>> simulations(); // word, what happens

signals:
    void quitRequested(); // after everything unsaved was dealt with
    void simulateRequested(const QString &word);
    void demoRequested();
    void realModeRequested();
    void startBotRequested();
    void stopBotRequested();
    void tokenFound(const QByteArray &token); // in imported files; for the password store
    void restoreRequested(); // a backup, from the welcome page

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void buildShell();
    void addPages();
    void buildMenus();
    void connectTray();
    void connectLive();
    void followPage(Page *page);
    void updateWords(); // status bar, title, tray, menus: what is said about the bot
    void updateTicketMenu();
    void showDemoStrip();
    void restartBot();
    void noteMessageContent();
    void watchNetwork();
    void applyWidth();
    void arrangeAround(); // navigation and header, which standalone pages go without
    void placeProblems();
    void moveArea(int step); // F6
    void saveThenQuit(QVector<Page *> pages);
    void requestQuit();
    void restoreAppearance();
    void restoreLanguage(); // and how dates are written
    void fillLanguageMenu();
    void carryOutSetting(const QString &key);
    // What is said in words and dates. `except` has done so by itself.
    void writeAnew(const Page *except = nullptr);
    void openPalette(); // Ctrl+K
    void showGuide();
    void showShortcuts();
    void showAbout();

    const std::unique_ptr<Ui::MainWindow> m_ui;
    BotHost &m_host;
    const UiOptions m_options;
    std::unique_ptr<UiSettings> m_settings;
    Theme *m_theme;
    DiscordPictures *m_pictures;
    LiveData *m_live;
    IncidentCenter *m_incidents;
    StaffRanking *m_ranking;
    TrayIcon *m_tray;
    std::unique_ptr<FirstRun> m_firstRun;
    PageNavigation *m_navigation = nullptr;
    HeaderBar *m_header = nullptr;
    NoticeBar *m_demoStrip = nullptr;
    NoticeBar *m_banner = nullptr;
    NoticeBar *m_message = nullptr;
    ProblemsPanel *m_problems = nullptr;
    IncidentPresenter *m_presenter = nullptr;
    StatusParts *m_status = nullptr;
    ConnectionHistory m_connectionHistory;
    std::function<void()> m_undo;
    WidthClass m_width = WidthClass::Wide;
    bool m_arranged = false; // for m_width
    int m_messages = 0;
    bool m_quitting = false;
};
