// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "app/process.h"

#include <QObject>

#include <memory>

class PlainWindow;

// The console: the bot in this process, and a window on it. Composition root of everything with a window.
//
// Thread: GUI. Owner: main().
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(Engine::Options options, QObject *parent = nullptr);
    ~Application() override;

    ExitCode run(); // the event loop

    // Ends this process and starts another one on the other world, real or demo (UX J1).
    void restart(bool demo);

private:
    void quit();

    Engine m_engine;
    StopSignal m_stopSignal;
    std::unique_ptr<PlainWindow> m_window;
};
