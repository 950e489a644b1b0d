// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/demosession.h"
#include "bot/base/logging.h"
#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/mainwindow.h"
#include "ui/messagebox.h"
#include "ui/singleinstance.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

// Who acts in the console: this computer's account (UX J6).
static Actor consoleActor()
{
    QString account = qEnvironmentVariable("USER");
    if (account.isEmpty())
        account = qEnvironmentVariable("USERNAME"); // Windows
    return {{}, account, true};
}

Application::Application(Engine::Options options, QObject *parent)
    : QObject(parent), m_line(options.line), m_engine(std::move(options))
{
    connect(&m_stopSignal, &StopSignal::requested, this, &Application::quit);
}

Application::~Application() = default;

ExitCode Application::run()
{
    // A second start shows the window that is there (UX J5, "second").
    m_instance = std::make_unique<SingleInstance>(m_engine.folder().path());
    if (!m_instance->claim())
        return ExitCode::Stopped;
    if (const Status opened = m_engine.open(); !opened) {
        qCCritical(lcApp).noquote() << opened.error().text << opened.error().detail;
        MessageBox::tell(nullptr, tr("Ticket Assistant"),
                         opened.error().text + u"\n\n"_s + opened.error().detail);
        return Engine::exitCodeOf(opened.error());
    }
    makeWindow();
    m_window->show();
    m_engine.start();
    return ExitCode(QCoreApplication::exec());
}

void Application::makeWindow()
{
    UiOptions options;
    options.dataDir = m_engine.folder().path();
    options.demo = m_engine.demo() != nullptr;
    options.page = m_line.page;
    options.language = m_line.language;
    options.clock = m_engine.clock();
    options.actor = consoleActor();
    m_window = std::make_unique<MainWindow>(m_engine.host(), options);

    connect(m_instance.get(), &SingleInstance::raiseRequested, m_window.get(), &MainWindow::raiseWindow);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Application::quit);
    connect(m_window.get(), &MainWindow::demoRequested, this, [this] { restart(true); });
    connect(m_window.get(), &MainWindow::realModeRequested, this, [this] { restart(false); });
    connect(m_window.get(), &MainWindow::tokenRequested, this, &Application::enterToken);
    connect(m_window.get(), &MainWindow::tokenFound, this, &Application::keepToken);
    connect(m_window.get(), &MainWindow::startBotRequested, this, [this] {
        m_window->incidentCenter().setStoppedByUser(false);
        m_engine.start();
    });
    connect(m_window.get(), &MainWindow::stopBotRequested, this, [this] {
        m_window->incidentCenter().setStoppedByUser(true);
        m_engine.host().disconnectFromDiscord();
    });
    connect(m_window.get(), &MainWindow::simulateRequested, this, [this](const QString &word) {
        if (m_engine.demo())
            m_engine.demo()->simulate(word);
    });
    // Everything that was read before belongs to the old data (UX 3.8).
    connect(&m_engine.host().storage(), &Storage::restored, this, [this](const QString &uuid) {
        m_engine.folder().rememberUuid(uuid);
        if (!m_engine.demo()) {
            restart(false);
            return;
        }
        // A demo that starts again makes its world anew: it goes on with what came back.
        for (const ServerPulse &server : m_window->live().servers())
            m_engine.host().reloadConfig(server.info.id, this, {});
    });
    connect(&m_engine, &Engine::connecting, this, [this] { m_window->incidentCenter().setTokenKnown(true); });
    connect(&m_engine, &Engine::tokenMissing, this, &Application::showTokenState);
    connect(&m_engine.vault(), &TokenVault::waitingForPerson, this,
            [this] { m_window->showMessage(tr("Waiting for the password store to be unlocked.")); });
}

void Application::showTokenState(const TokenVault::Answer &answer)
{
    m_window->incidentCenter().setTokenKnown(false);
    // An empty store is how everybody begins; anything else is worth a word.
    if (answer.outcome != TokenVault::Outcome::NotFound)
        m_window->showMessage(answer.text);
}

void Application::enterToken()
{
    bool accepted = false;
    const QString text =
        QInputDialog::getText(m_window.get(), tr("Bot token"),
                              tr("Bot token. It is kept in your system's password store, never in a file."),
                              QLineEdit::Password, {}, &accepted);
    const QByteArray token = cleanToken(text.toUtf8());
    if (accepted && !token.isEmpty())
        keepToken(token);
}

void Application::keepToken(const QByteArray &token)
{
    Log::addSecret(token);
    m_engine.vault().write(token, this, [this, token](const TokenVault::Answer &answer) {
        Engine::TokenSource source = Engine::TokenSource::Vault;
        if (!answer.ok()) {
            // TM-01: never a plain file instead; the person decides.
            const int choice =
                MessageBox::ask(m_window.get(), tr("Bot token"),
                                tr("%1 The token can be kept until you quit.").arg(answer.text),
                                {tr("Keep until I quit"), tr("Try again"), tr("Cancel")});
            if (choice == 1)
                keepToken(token);
            if (choice != 0)
                return;
            source = Engine::TokenSource::UntilQuit;
        }
        m_engine.host().disconnectFromDiscord();
        m_engine.startWith(token, source);
    });
}

void Application::restart(bool demo)
{
    QStringList arguments;
    if (!m_line.dataDir.isEmpty())
        arguments << u"--data-dir"_s << m_line.dataDir;
    if (!m_line.language.isEmpty())
        arguments << u"--lang"_s << m_line.language;
    if (demo)
        arguments << u"--demo"_s;
    m_window->saveView();
    m_window->hide();
    m_engine.stop();
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        qCCritical(lcApp) << "the program could not be started again";
    QCoreApplication::exit(int(ExitCode::Stopped));
}

void Application::quit()
{
    if (m_window) {
        m_window->saveView();
        m_window->hide();
    }
    m_engine.stop();
    QCoreApplication::exit(int(ExitCode::Stopped));
}

#include "moc_application.cpp"
