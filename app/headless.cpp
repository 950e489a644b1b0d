// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "bot/base/logging.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ProgressMs = 10'000;
constexpr qint64 PatienceUsec = 60'000'000; // asked of the service manager with every sign of progress

ExitCode exitCodeOfFailure(Discord::GatewayStatus::Failure failure)
{
    using Failure = Discord::GatewayStatus::Failure;
    switch (failure) {
    case Failure::TokenRejected:
        return ExitCode::NoToken;
    case Failure::DisallowedIntents:
    case Failure::InvalidIntents:
    case Failure::ShardingRequired:
    case Failure::InvalidApiVersion:
        return ExitCode::Refused;
    case Failure::None:
    case Failure::Internal:
        return ExitCode::Failure;
    default:
        // Something that a window would ask about, such as another bot's data (PROTOCOL I-05).
        return ExitCode::DataUnusable;
    }
}

} // namespace

HeadlessRun::HeadlessRun(Engine::Options options, QObject *parent)
    : QObject(parent), m_engine(std::move(options))
{
    connect(&m_stopSignal, &StopSignal::requested, this, [this] {
        qCInfo(lcApp) << "stopping";
        end(ExitCode::Stopped);
    });
    connect(&m_engine, &Engine::tokenMissing, this, [this](const TokenVault::Answer &answer) {
        endWith(ExitCode::NoToken,
                u"no bot token: set DISCORD_TOKEN, or save one from the console. %1"_s.arg(answer.text));
    });
    m_progress.setInterval(ProgressMs);
    connect(&m_progress, &QTimer::timeout, this, &HeadlessRun::tellProgress);
}

HeadlessRun::~HeadlessRun() = default;

ExitCode HeadlessRun::run()
{
    if (const Status opened = m_engine.open(); !opened) {
        qCCritical(lcApp).noquote() << opened.error().text << opened.error().detail;
        return Engine::exitCodeOf(opened.error());
    }
    if (m_ended) // asked to stop while the demo was being made
        return ExitCode::Stopped;
    BotHost &host = m_engine.host();
    connect(&host, &BotHost::ready, this, &HeadlessRun::sayReady);
    connect(&host, &BotHost::failed, this,
            [this](Discord::GatewayStatus::Failure failure, const QString &text) {
                endWith(exitCodeOfFailure(failure), text);
            });
    m_progress.start();
    m_engine.start();
    return ExitCode(QCoreApplication::exec());
}

void HeadlessRun::sayReady(int guilds, int commands)
{
    if (m_readySaid)
        return;
    m_readySaid = true;
    m_progress.stop();
    std::printf("ready guilds=%d commands=%d\n", guilds, commands);
    std::fflush(stdout);
    notifyServiceManager("READY=1\nSTATUS=Connected");
}

void HeadlessRun::tellProgress()
{
    QString text = m_engine.host().state().gateway.text;
    for (const BotState::Server &server : m_engine.host().state().servers) {
        if (server.catchingUp)
            text = server.catchUpText;
    }
    notifyServiceManager("EXTEND_TIMEOUT_USEC=" + QByteArray::number(PatienceUsec)
                         + "\nSTATUS=" + redact(text).replace(u'\n', u' ').toUtf8());
}

void HeadlessRun::endWith(ExitCode code, const QString &why)
{
    if (m_ended)
        return;
    qCCritical(lcApp).noquote() << why;
    end(code);
}

void HeadlessRun::end(ExitCode code)
{
    if (m_ended)
        return;
    m_ended = true;
    notifyServiceManager("STOPPING=1");
    m_engine.stop();
    QCoreApplication::exit(int(code));
}

#include "moc_headless.cpp"
