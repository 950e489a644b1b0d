// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include "app/demosession.h"
#include "app/storagefaults.h"
#include "bot/base/logging.h"
#include "bot/store/noticestore.h"

#include <QSslSocket>

using namespace Qt::Literals::StringLiterals;

Engine::Engine(Options options, QObject *parent)
    : QObject(parent), m_options(std::move(options)),
      m_folder(DataFolder::at(m_options.line.dataDir, m_options.line.demo)), m_clock(Clock::system()),
      m_vault(std::make_unique<TokenVault>(
          TokenVault::Options{.standIn = m_options.line.loopback, .mayPrompt = m_options.mayPrompt})),
      m_host(std::make_unique<BotHost>())
{
    if (m_options.line.demo) {
        m_demo = std::make_unique<DemoSession>(m_options.line);
        m_clock = m_demo->clock();
        // The demo is its own server with its own settings: what this computer has set for the real bot says
        // nothing here.
        m_options.environment = {};
    }
}

Engine::~Engine()
{
    stop();
}

Status Engine::open(const std::function<void()> &waiting)
{
    if (Status made = m_folder.make(); !made)
        return made;
    // PROTOCOL T-02: better not to start than to talk without TLS.
    if (!m_demo && !m_options.line.loopback && !QSslSocket::supportsSsl())
        return Error{ErrorKind::Internal,
                     tr("This computer has no TLS library that Qt can use; install OpenSSL."),
                     {}};
    if (m_demo) {
        if (Status prepared = m_demo->prepare(m_folder); !prepared)
            return prepared;
    }
    BotHost::Options options;
    options.dataDir = m_folder.path();
    options.apiBase = m_demo ? m_demo->apiBase() : m_options.line.apiBase;
    options.environment = m_options.environment;
    options.clock = m_clock;
    options.expectedUuid = m_folder.expectedUuid();
    options.drawChart = m_options.drawChart;
    options.waiting = waiting;
    if (m_demo) {
        options.freeBytes = [disk = &m_demo->disk()](const QString &folder) {
            return disk->freeBytes(folder);
        };
        options.storageFault = [disk = &m_demo->disk()](const QString &path) { return disk->fault(path); };
    }
    if (Status opened = m_host->open(std::move(options)); !opened)
        return opened;
    rememberDatabase();
    if (m_demo)
        m_demo->setStorage(&m_host->storage());
    if (m_demo && !m_options.line.simulate.isEmpty()) {
        connect(
            m_host.get(), &BotHost::ready, this, [this] { simulate(m_options.line.simulate); },
            Qt::SingleShotConnection);
    }
    return {};
}

bool Engine::simulate(const QString &word)
{
    if (!m_demo)
        return false;
    if (word != "summary"_L1)
        return m_demo->simulate(word);
    // The first schedule of the demo's server runs now.
    const auto &servers = m_host->state().servers;
    if (servers.isEmpty())
        return false;
    const GuildId guild = servers.first().id;
    m_host->storage().read(
        this, [guild](const Reader &reader) { return NoticeStore::settings(reader, guild); },
        [this, guild](const QJsonObject &json) {
            const NoticeSettings settings = NoticeSettings::fromJson(json);
            if (!settings.schedules.isEmpty())
                m_host->sendSummaryNow(guild, settings.schedules.first(), this, [](const Status &) {});
        });
    return true;
}

void Engine::rememberDatabase()
{
    m_host->storage().read(
        this, [](const Reader &reader) { return reader.botMemory().dbUuid; },
        [this](const QString &uuid) { m_folder.rememberUuid(uuid); });
}

void Engine::start()
{
    if (m_demo) {
        startWith(m_demo->token(), TokenSource::Demo);
        m_demo->startLife();
        return;
    }
    if (const QByteArray token = cleanToken(m_options.environmentToken); !token.isEmpty()) {
        startWith(token, m_tokenSource == TokenSource::UntilQuit ? m_tokenSource : TokenSource::Environment);
        return;
    }
    if (const QByteArray token = tokenFromCredentials(); !token.isEmpty()) {
        startWith(token, TokenSource::Credentials);
        return;
    }
    m_reading = std::make_unique<QObject>(); // an earlier read's answer is dropped with it
    m_vault->read(m_reading.get(), [this](const TokenVault::Answer &answer) {
        m_reading.release()->deleteLater(); // it is the context of this very call
        if (m_stopping)
            return;
        if (answer.ok())
            startWith(answer.token, TokenSource::Vault);
        else
            emit tokenMissing(answer);
    });
}

void Engine::startWith(const QByteArray &token, TokenSource source)
{
    Log::addSecret(token);
    m_reading.reset(); // another one came first
    m_tokenSource = source;
    if (source == TokenSource::UntilQuit)
        m_options.environmentToken = token; // for stopping and starting again
    emit connecting(source);
    m_host->connectToDiscord(token);
}

void Engine::forgetToken()
{
    m_reading.reset();
    m_options.environmentToken.fill('\0');
    m_options.environmentToken.clear();
    m_tokenSource = TokenSource::None;
    m_host->disconnectFromDiscord();
}

void Engine::stopWaitingForToken()
{
    if (!m_reading)
        return;
    m_reading.reset();
    emit tokenMissing({TokenVault::Outcome::TimedOut, {}, {}});
}

void Engine::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    m_host->stop();
}

ExitCode Engine::exitCodeOf(const Error &error)
{
    return error.kind == ErrorKind::Internal ? ExitCode::Failure : ExitCode::DataUnusable;
}

#include "moc_engine.cpp"
