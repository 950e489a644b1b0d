// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setupsession.h"

#include <QPointer>

class MainWindow;
class TokenDialog;

// Everything of the window that is about getting a bot and its token: the welcome page, the assistant, the
// token dialog, what is said when the token cannot be had, and which page comes first.
//
// Thread: GUI. Owner: MainWindow.
class FirstRun : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        bool demo = false;
        bool configuredByEnvironment = false; // TICKET_CATEGORIES
        TokenHands token;
        Actor actor;
        Autostart autostart;
    };
    FirstRun(MainWindow &window, BotHost &host, Options options);
    ~FirstRun() override;

    void addPages();
    QString firstPage() const; // the page that comes first when nobody asked for one
    TokenDesk &desk() { return m_desk; }
    SetupSession &session() { return m_session; }

    void openSetup(); // goes on where it was left
    bool setupOpen() const; // it was left in the middle, or no server is set up
    void openTokenDialog();
    void showContentSwitch(); // where Message Content is turned on; says so as soon as it is
    void openTokenRemoval(); // the same, asking whether it is to be removed

    // -- what the program tells about the token -------------------------------------------------------------
    void tokenInUse(TokenSource source);
    void tokenMissing(const VaultAnswer &answer);
    void tokenWaiting(bool forPerson); // the password store has not answered yet

private:
    void openImport();
    void followServers();
    void followBot();
    bool configured() const;
    void recordToken(const QString &kept);

    MainWindow &m_window;
    BotHost &m_host;
    const Options m_options;
    TokenDesk m_desk;
    SetupSession m_session;
    QPointer<TokenDialog> m_dialog;
    bool m_choosingLanguage = false;
    bool m_undecided = false; // whether anything is configured is not known before the first answer
};
