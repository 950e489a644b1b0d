// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/datacommands.h"
#include "app/demosession.h"
#include "app/process.h"
#include "bot/base/logging.h"
#include "ui/discordpictures.h"
#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/mainwindow.h"
#include "ui/messagebox.h"
#include "ui/openingnotice.h"
#include "ui/setup/firstrun.h"
#include "ui/singleinstance.h"
#include "ui/uiselftest.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

// Who acts in the console: this computer's account (UX J6).
static Actor consoleActor()
{
    return {{}, accountName(), true};
}

Application::Application(Engine::Options options, QObject *parent)
    : QObject(parent), m_line(options.line),
      m_configuredByEnvironment(options.environment.has(Setting::TicketCategories)),
      m_engine(std::move(options))
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
    if (const Status opened = openData(); !opened) {
        qCCritical(lcApp).noquote() << opened.error().text << opened.error().detail;
        MessageBox::tell(nullptr, tr("Ticket Assistant"),
                         opened.error().text + u"\n\n"_s + opened.error().detail);
        return Engine::exitCodeOf(opened.error());
    }
    if (m_stopWhenOpen) {
        m_engine.stop();
        return ExitCode::Stopped;
    }
    makeWindow(m_engine.folder().path());
    m_window->show();
    startEngine();
    return ExitCode(QCoreApplication::exec());
}

// While it takes, the window's events are handled: a request to stop has to wait for the end.
Status Application::openData()
{
    OpeningNotice notice;
    m_opening = true;
    const Status opened = m_engine.open([&notice] { notice.stillWaiting(); });
    m_opening = false;
    return opened;
}

ExitCode Application::selftest(const QElapsedTimer &sinceStart)
{
    if (const Status opened = m_engine.open(); !opened) {
        qCCritical(lcApp).noquote() << opened.error().text << opened.error().detail;
        return Engine::exitCodeOf(opened.error());
    }
    if (m_engine.demo())
        m_engine.start(); // its world is Discord's, and nothing leaves the computer
    const QTemporaryDir settings; // what the person who uses this folder looks at stays as it is
    makeWindow(settings.path());
    m_window->showPage(m_line.page.isEmpty() ? u"overview"_s : m_line.page);
    m_window->show();
    UiSelfTest test(*m_window, sinceStart);
    connect(&test, &UiSelfTest::finished, this, [this, &test] {
        const QByteArray report = test.report();
        std::fwrite(report.constData(), 1, size_t(report.size()), stdout);
        std::fflush(stdout);
        QMetaObject::invokeMethod(this, &Application::quit, Qt::QueuedConnection);
    });
    test.start();
    const int code = QCoreApplication::exec();
    m_window.reset();
    return ExitCode(code);
}

void Application::makeWindow(const QString &settingsFolder)
{
    UiOptions options;
    options.dataDir = settingsFolder;
    options.demo = m_engine.demo() != nullptr;
    options.page = m_line.page;
    options.language = m_line.language;
    options.clock = m_engine.clock();
    options.actor = consoleActor();
    options.token = tokenHands();
    if (!m_engine.demo()) {
        QStringList arguments;
        if (!m_line.dataDir.isEmpty())
            arguments << u"--data-dir"_s << m_engine.folder().path();
        options.autostart = Autostart({QCoreApplication::applicationFilePath(), arguments});
        options.pictureHost = DiscordPictures::hostFor(m_line.apiBase);
    }
    options.configuredByEnvironment = m_configuredByEnvironment;
    m_window = std::make_unique<MainWindow>(m_engine.host(), options);

    if (m_instance)
        connect(m_instance.get(), &SingleInstance::raiseRequested, m_window.get(), &MainWindow::raiseWindow);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Application::quit);
    connect(m_window.get(), &MainWindow::demoRequested, this, [this] { restart(true); });
    connect(m_window.get(), &MainWindow::realModeRequested, this, [this] { restart(false); });
    connect(m_window.get(), &MainWindow::startBotRequested, this, [this] {
        m_window->incidentCenter().setStoppedByUser(false);
        startEngine();
    });
    connect(m_window.get(), &MainWindow::stopBotRequested, this, [this] {
        m_window->incidentCenter().setStoppedByUser(true);
        m_engine.host().disconnectFromDiscord();
    });
    connect(m_window.get(), &MainWindow::simulateRequested, this, [this](const QString &word) {
        if (m_engine.demo() && !m_engine.simulate(word))
            m_window->showMessage(
                tr("Not now: the demo has just recovered from it. Try again in a few minutes."));
    });
    if (m_engine.demo()) {
        // What the network is like is the computer's business, and in the demo there is none.
        m_engine.demo()->onIncident([this](const QString &word, bool begins) {
            if (word == "offline"_L1 && m_window)
                m_window->incidentCenter().setComputerOnline(!begins);
        });
    }
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
    connect(m_window.get(), &MainWindow::restoreRequested, this, &Application::restoreBackup);
    FirstRun &firstRun = m_window->firstRun();
    connect(&m_engine, &Engine::connecting, &firstRun, &FirstRun::tokenInUse);
    connect(&m_engine, &Engine::tokenMissing, &firstRun, &FirstRun::tokenMissing);
    connect(&m_engine.vault(), &TokenVault::waitingForPerson, this, [this] {
        m_window->firstRun().desk().setWaitingForPerson();
        if (m_engine.waitingForToken())
            m_window->firstRun().tokenWaiting(true);
    });
}

// What the window may do with a token; nothing else of the vault and the engine reaches it.
TokenHands Application::tokenHands()
{
    TokenHands hands;
    hands.test = [this](const QByteArray &token, QObject *context, auto done, auto waiting) {
        m_engine.host().testToken(token, context, done, waiting);
    };
    hands.store = [this](const QByteArray &token, QObject *context, const TokenHands::Answered &done) {
        m_engine.vault().write(token, context, done);
    };
    hands.remove = [this](QObject *context, const TokenHands::Answered &done) {
        m_engine.vault().remove(context, done);
    };
    hands.use = [this](const QByteArray &token, TokenSource source) {
        m_window->incidentCenter().setStoppedByUser(false);
        m_engine.host().disconnectFromDiscord();
        m_engine.startWith(token, source);
    };
    hands.readAgain = [this] {
        m_engine.host().disconnectFromDiscord();
        startEngine();
    };
    hands.stop = [this] { m_engine.forgetToken(); };
    hands.stopWaiting = [this] { m_engine.stopWaitingForToken(); };
    hands.acceptDifferentBot = [this] { m_engine.host().acceptDifferentBot(); };
    return hands;
}

void Application::startEngine()
{
    m_engine.start();
    // A store that answers at once is not worth a word.
    QTimer::singleShot(TokenDesk::SlowMs, this, [this] {
        if (m_window && m_engine.waitingForToken() && m_window->incidentCenter().tokenProblem().isEmpty())
            m_window->firstRun().tokenWaiting(false);
    });
}

void Application::restoreBackup()
{
    const QString file = QFileDialog::getOpenFileName(m_window.get(), tr("Restore a backup"), {},
                                                      tr("Backups (*.db);;All files (*)"));
    if (file.isEmpty())
        return;
    m_window->hide();
    m_engine.stop();
    CommandLine line = m_line;
    line.task = CommandLine::Task::Restore;
    line.file = file;
    const CommandOutcome outcome = runDataCommand(line);
    if (outcome.code != ExitCode::Stopped)
        MessageBox::tell(nullptr, tr("Restore a backup"), outcome.error);
    restart(false);
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
    if (m_opening) {
        m_stopWhenOpen = true;
        return;
    }
    if (m_instance)
        m_instance->stopAnswering();
    if (m_window) {
        m_window->saveView();
        m_window->hide();
    }
    m_engine.stop();
    QCoreApplication::exit(int(ExitCode::Stopped));
}

#include "moc_application.cpp"
