// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "app/process.h"
#include "ui/setup/tokendesk.h"

#include <QObject>

#include <memory>

class MainWindow;
class QElapsedTimer;
class SingleInstance;

// The console: the bot in this process, and the window on it. Composition root of everything with a window, and the
// hands for what a window cannot do itself: tokens, other processes, quitting.
//
// Thread: GUI. Owner: main().
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(Engine::Options options, QObject *parent = nullptr);
    ~Application() override;

    ExitCode run(); // the event loop
    // Instead of run(): measures the window on the recorded data (UiSelfTest), prints the report and ends.
    ExitCode selftest(const QElapsedTimer &sinceStart);

private:
    Status openData();
    void makeWindow(const QString &settingsFolder);
    TokenHands tokenHands();
    void startEngine();
    void restoreBackup();
    // Ends this process and starts another one on the other world, real or demo (UX J1).
    void restart(bool demo);
    void quit();

    const CommandLine m_line;
    const bool m_configuredByEnvironment;
    Engine m_engine;
    StopSignal m_stopSignal;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<MainWindow> m_window;
    bool m_opening = false;
    bool m_stopWhenOpen = false;
};
