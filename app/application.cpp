// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/plainwindow.h"
#include "bot/base/logging.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

Application::Application(Engine::Options options, QObject *parent)
    : QObject(parent), m_engine(std::move(options))
{
    connect(&m_stopSignal, &StopSignal::requested, this, &Application::quit);
}

Application::~Application() = default;

ExitCode Application::run()
{
    if (const Status opened = m_engine.open(); !opened) {
        qCCritical(lcApp).noquote() << opened.error().text << opened.error().detail;
        QMessageBox box(QMessageBox::Critical, tr("Ticket Assistant"), opened.error().text);
        box.setTextFormat(Qt::PlainText);
        box.setInformativeText(opened.error().detail);
        box.exec();
        return Engine::exitCodeOf(opened.error());
    }
    m_window = std::make_unique<PlainWindow>(m_engine);
    connect(m_window.get(), &PlainWindow::closed, this, &Application::quit);
    connect(m_window.get(), &PlainWindow::demoAsked, this, &Application::restart);
    connect(&m_engine, &Engine::connecting, this, [this] { m_window->setNotice({}); });
    connect(&m_engine, &Engine::tokenMissing, this, [this](const TokenVault::Answer &answer) {
        m_window->setNotice(
            tr("The bot has no token. %1 Set DISCORD_TOKEN and start again.").arg(answer.text));
    });
    connect(&m_engine, &Engine::demoFailed, this, [this](const QString &text) { m_window->setNotice(text); });
    connect(&m_engine.vault(), &TokenVault::waitingForPerson, this,
            [this] { m_window->setNotice(tr("Waiting for the password store to be unlocked.")); });
    connect(&m_engine.host(), &BotHost::failed, this,
            [this](Discord::GatewayStatus::Failure, const QString &text) { m_window->setNotice(text); });
    m_window->show();
    m_engine.start();
    return ExitCode(QCoreApplication::exec());
}

void Application::restart(bool demo)
{
    QStringList arguments;
    const QStringList given = QCoreApplication::arguments().mid(1);
    // Only where the data is carries over; the rest belongs to the world that is left.
    for (qsizetype i = 0; i < given.size(); ++i) {
        if (given[i].startsWith("--data-dir="_L1) || given[i].startsWith("--lang="_L1))
            arguments << given[i];
        else if ((given[i] == "--data-dir"_L1 || given[i] == "--lang"_L1) && i + 1 < given.size())
            arguments << given[i] << given[i + 1];
    }
    if (demo)
        arguments << u"--demo"_s;
    m_window->hide();
    m_engine.stop(); // the other process may use the same folder
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        qCCritical(lcApp) << "the program could not be started again";
    QCoreApplication::exit(int(ExitCode::Stopped));
}

void Application::quit()
{
    if (m_window)
        m_window->hide();
    m_engine.stop();
    QCoreApplication::exit(int(ExitCode::Stopped));
}

#include "moc_application.cpp"
