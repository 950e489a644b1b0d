// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "app/process.h"

#include <QObject>
#include <QTimer>

// The bot as a program without a window (INTERFACE): log lines on stderr, one line `ready guilds=G
// commands=C` on stdout, an exit code that says why it ended. Whatever would be asked in a window is one line
// and an exit here.
//
// Thread: main. Owner: main(); run() is the event loop.
class HeadlessRun : public QObject
{
    Q_OBJECT
public:
    explicit HeadlessRun(Engine::Options options, QObject *parent = nullptr);
    ~HeadlessRun() override;

    ExitCode run();

private:
    void sayReady(int guilds, int commands);
    void end(ExitCode code);
    void endWith(ExitCode code, const QString &why);
    void tellProgress();

    Engine m_engine;
    StopSignal m_stopSignal;
    QTimer m_progress; // until ready: the service manager must not lose patience
    bool m_readySaid = false;
    bool m_ended = false;
};
