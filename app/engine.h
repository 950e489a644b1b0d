// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/datafolder.h"
#include "app/tokenvault.h"
#include "bot/bothost.h"

#include <QObject>

#include <memory>

class DemoSession;

// The bot and what it needs around it, the same with and without a window: the data folder, the token and
// where it comes from, in the demo the stand-in Discord.
//
// Thread: GUI. Owner: HeadlessRun or Application.
class Engine : public QObject
{
    Q_OBJECT
public:
    using TokenSource = ::TokenSource;
    struct Options
    {
        CommandLine line;
        EnvironmentSettings environment;
        QByteArray environmentToken; // DISCORD_TOKEN as main() took it
        bool mayPrompt = true; // somebody is there to unlock the password store
        std::function<void(QJsonObject, std::function<void(QByteArray)>)> drawChart;
    };

    explicit Engine(Options options, QObject *parent = nullptr);
    ~Engine() override;

    // Opens the data; nothing else works before. Blocking; `waiting` is called again and again meanwhile.
    Status open(const std::function<void()> &waiting = {});
    // Finds the token and connects. Ends in connecting() or tokenMissing().
    void start();
    // With another token, from now on (the console's settings): the vault is the caller's business.
    void startWith(const QByteArray &token, TokenSource source);
    void forgetToken(); // disconnects; what the vault holds is the caller's business
    void stopWaitingForToken(); // of start(): ends in tokenMissing()
    bool waitingForToken() const { return m_reading != nullptr; }
    void stop(); // under 2 s

    BotHost &host() { return *m_host; }
    TokenVault &vault() { return *m_vault; }
    const DataFolder &folder() const { return m_folder; }
    TokenSource tokenSource() const { return m_tokenSource; }
    const Clock &clock() const { return m_clock; } // the demo has one of its own
    DemoSession *demo() const { return m_demo.get(); } // null outside the demo
    bool simulate(const QString &word); // demo only; false: not now

    // What a failed open() means for whoever called the program.
    static ExitCode exitCodeOf(const Error &error);

signals:
    void connecting(Engine::TokenSource source);
    void tokenMissing(const TokenVault::Answer &answer);

private:
    void rememberDatabase();

    Options m_options;
    DataFolder m_folder;
    Clock m_clock;
    std::unique_ptr<TokenVault> m_vault;
    std::unique_ptr<DemoSession> m_demo; // outlives the host that talks to it
    std::unique_ptr<BotHost> m_host;
    TokenSource m_tokenSource = TokenSource::None;
    std::unique_ptr<QObject> m_reading; // the vault's answer to start() is awaited
    bool m_stopping = false;
};
