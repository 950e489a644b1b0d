// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/uiworld.h"

#include "bot/bothost.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QSemaphore>

// The whole window on the data of a UiWorld: its database is opened by a BotHost that never connects, and the
// state of the bot is what a test says it is.
class WindowWorld
{
public:
    explicit WindowWorld(bool filled = true, bool withServer = true) : m_world(filled, withServer)
    {
        m_world.storage().close();
        BotHost::Options options;
        options.dataDir = m_world.folder();
        options.apiBase = QUrl(QStringLiteral("http://127.0.0.1:9/api/v10"));
        options.clock = m_world.clock();
        const Status opened = m_host.open(options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text + opened.error().detail));
    }
    ~WindowWorld()
    {
        release();
        m_window.reset();
        m_host.stop();
    }

    UiWorld &world() { return m_world; }
    BotHost &host() { return m_host; }
    MainWindow &window()
    {
        if (!m_window)
            openWindow();
        return *m_window;
    }
    void openWindow(bool demo = false, const QString &page = {})
    {
        m_window.reset();
        UiOptions options;
        options.dataDir = m_world.folder();
        options.demo = demo;
        options.page = page;
        options.clock = m_world.clock();
        options.actor = {{}, QStringLiteral("test"), true};
        m_window = std::make_unique<MainWindow>(m_host, options);
        m_window->live().setBotState(m_world.connectedState());
    }
    void closeWindow() { m_window.reset(); }

    // Keeps the database from answering, as a big history does, until release().
    void hold()
    {
        if (m_held)
            return;
        m_held = true;
        auto gate = m_gate;
        const auto wait = [gate](const Reader &) { return gate->tryAcquire(1, 20000); };
        m_host.storage().read(&m_asker, wait, [](bool) {});
        for (int thread = 0; thread < 2; ++thread) // each takes the one that has less to do
            m_host.storage().browse(&m_asker, wait, [](bool) {});
    }
    void release()
    {
        if (std::exchange(m_held, false))
            m_gate->release(3);
    }
    // Everything that was asked has been answered and shown.
    void settle()
    {
        // Behind whatever waits in each of the query threads: of so many, every one gets some.
        constexpr int Questions = 12;
        int left = Questions + 1;
        m_host.storage().read(
            &m_asker, [](const Reader &) { return true; }, [&left](bool) { --left; });
        for (int i = 0; i < Questions; ++i)
            m_host.storage().browse(
                &m_asker, [](const Reader &) { return true; }, [&left](bool) { --left; });
        QElapsedTimer timer;
        timer.start();
        while (left > 0 && timer.elapsed() < 20000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

private:
    UiWorld m_world;
    BotHost m_host;
    std::unique_ptr<MainWindow> m_window;
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
    bool m_held = false;
    QObject m_asker;
};
