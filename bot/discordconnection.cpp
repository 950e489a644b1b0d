// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discordconnection.h"

#include "bot/base/logging.h"
#include "bot/base/tokenstate.h"
#include "bot/discord/routes.h"
#include "bot/store/storage.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int GatewayCloseMs = 700; // C-05: 500 ms for the close handshake

// What the bot log shows of an ordinary connection; what goes wrong is logged where it happens.
void logConnection(const Discord::GatewayStatus &status, Discord::GatewayStatus::State before)
{
    using State = Discord::GatewayStatus::State;
    if (status.state == State::Connecting)
        qCInfo(lcGateway) << "Connecting to Discord";
    else if (status.state == State::Resuming)
        qCInfo(lcGateway) << "Resuming the session";
    else if (status.state == State::Connected)
        qCInfo(lcGateway) << (before == State::Resuming ? "Connected: the session goes on"
                                                        : "Connected: a new session");
    else if (status.state == State::Stopped)
        qCInfo(lcGateway) << "Disconnected: the bot was stopped";
}

} // namespace

DiscordConnection::DiscordConnection(Storage &storage, QUrl apiBase, Clock clock, QVector<UtcMs> identifies)
    : m_storage(storage), m_apiBase(std::move(apiBase)), m_clock(clock), m_identifies(std::move(identifies)),
      m_rest(std::make_unique<Discord::RestClient>(m_apiBase, m_clock)),
      m_gateway(std::make_unique<Discord::GatewayClient>(m_clock))
{
    m_applicationRetry.setSingleShot(true);
    connect(&m_applicationRetry, &QTimer::timeout, this, &DiscordConnection::askApplication);

    connect(m_rest.get(), &Discord::RestClient::stateChanged, this, &DiscordConnection::statusChanged);
    connect(m_rest.get(), &Discord::RestClient::finished, this,
            [](const QString &method, const QString &route, int status, qint64 elapsedMs) {
                qCDebug(lcRest).noquote() << method << route << status << elapsedMs << "ms";
            });
    connect(m_rest.get(), &Discord::RestClient::tokenRejected, this, [this] {
        fail(Failure::TokenRejected,
             QCoreApplication::translate("Bot", "Discord rejected the token. Enter a new one."));
    });
    connect(m_gateway.get(), &Discord::GatewayClient::event, this, &DiscordConnection::event);
    connect(m_gateway.get(), &Discord::GatewayClient::statusChanged, this,
            &DiscordConnection::onGatewayStatus);
    connect(m_gateway.get(), &Discord::GatewayClient::sessionLost, this, &DiscordConnection::sessionLost);
    connect(m_gateway.get(), &Discord::GatewayClient::counted, this,
            [](const QString &what) { qCWarning(lcBot).noquote() << what; });
}

DiscordConnection::~DiscordConnection() = default;

bool DiscordConnection::isStandIn() const
{
    return m_apiBase.host() == "localhost"_L1 || QHostAddress(m_apiBase.host()).isLoopback();
}

int DiscordConnection::reconnectsToday() const
{
    const MonoMs now = m_clock.mono();
    const auto today = std::count_if(m_connectedAt.cbegin(), m_connectedAt.cend(),
                                     [now](MonoMs at) { return now - at < DayMs; });
    return std::max(0, int(today) - 1); // the first is no reconnect
}

void DiscordConnection::connectToDiscord(const QByteArray &token)
{
    if (!mayBeToken(token)) {
        fail(Failure::TokenRejected,
             QCoreApplication::translate(
                 "Bot", "This is no bot token: it holds what no token has. Enter another one."));
        return;
    }
    m_token = token;
    m_rest->setToken(token);
    m_applicationAttempts = 0;
    askApplication();
}

// The portal's flags decide whether Message Content may be asked for (PROTOCOL P-02). An answer other than 401 is no reason
// to stay away: the bot works with its default intents.
void DiscordConnection::askApplication()
{
    m_status.state = State::Connecting;
    emit statusChanged();
    m_rest->call(Discord::Routes::currentApplication(), this, [this](const Discord::RestReply &reply) {
        if (m_token.isEmpty() || reply.status == 401)
            return;
        if (reply.ok()) {
            if (auto application = Discord::Application::fromJson(reply.json.object())) {
                m_application = application->id;
                m_messageContent = application->mayAskForMessageContent();
            }
        } else if (reply.status == 0) {
            const qint64 waitMs =
                std::min<qint64>(60 * SecondMs, SecondMs << std::min(m_applicationAttempts, 6));
            ++m_applicationAttempts;
            m_status.state = State::Waiting;
            m_status.attempt = m_applicationAttempts;
            m_status.untilMs = m_clock.utc() + waitMs;
            m_status.text = QCoreApplication::translate("Bot", "Discord cannot be reached.");
            qCWarning(lcBot).noquote() << "Discord cannot be reached:" << reply.failure->detail;
            m_applicationRetry.start(int(waitMs));
            emit statusChanged();
            return;
        }
        startGateway();
    });
}

void DiscordConnection::startGateway()
{
    Discord::GatewayClient::Options options;
    options.token = m_token;
    options.optionalIntents = m_messageContent ? Discord::Intent::MessageContent : 0;
    options.loopbackAllowed = isStandIn();
    options.fetchGatewayBot = [this](std::function<void(Result<QJsonObject>)> done) {
        m_rest->call(Discord::Routes::gatewayBot(), this, [done](const Discord::RestReply &reply) {
            if (reply.ok())
                done(reply.json.object());
            else
                done(*reply.failure);
        });
    };
    options.ledger.recent = m_identifies;
    options.ledger.record = [this](UtcMs at) {
        m_identifies.append(at);
        m_storage.write(
            this, [at](Writer &w) { return w.recordIdentify(at); }, [](const Status &) {});
    };
    options.ledger.writable = [this] { return !m_storage.databasePath().isEmpty(); };
    m_gateway->start(std::move(options));
    m_rest->warmUp();
}

void DiscordConnection::disconnectFromDiscord()
{
    m_applicationRetry.stop();
    m_gateway->stop();
    m_rest->stop();
    forgetToken();
    m_status = {};
    emit statusChanged();
}

void DiscordConnection::connectAnew()
{
    const QByteArray token = m_token;
    disconnectFromDiscord();
    if (!token.isEmpty())
        connectToDiscord(token);
}

void DiscordConnection::retryNow()
{
    if (m_applicationRetry.isActive()) {
        m_applicationRetry.stop();
        askApplication();
    } else {
        m_gateway->retryNow();
    }
}

void DiscordConnection::shutDown()
{
    m_applicationRetry.stop();
    const bool wasOpen = m_gateway->status().state != State::Stopped;
    m_gateway->stop();
    QTimer::singleShot(wasOpen ? GatewayCloseMs : 0, this, &DiscordConnection::stopped);
}

void DiscordConnection::testToken(const QByteArray &token, QObject *context,
                                  std::function<void(Result<Discord::Application>)> done,
                                  std::function<void(qint64)> waiting)
{
    auto *client = new Discord::RestClient(m_apiBase, m_clock, this);
    client->setToken(token);
    if (waiting)
        connect(client, &Discord::RestClient::askedToWait, context, std::move(waiting));
    client->call(Discord::Routes::currentApplication(), context,
                 [client, done](const Discord::RestReply &reply) {
                     if (reply.ok())
                         done(Discord::Application::fromJson(reply.json.object()));
                     else if (reply.status == 401)
                         done(Error{ErrorKind::Denied, {}, {}});
                     else
                         done(*reply.failure);
                     client->deleteLater();
                 });
}

void DiscordConnection::onGatewayStatus(const Discord::GatewayStatus &status)
{
    const State before = m_status.state;
    // The stop that follows a failure is no news: why the bot is stopped must stay visible (C-02).
    if (before == State::Failed && status.state == State::Stopped)
        return;
    m_status = status;
    if (status.state != before)
        logConnection(status, before);
    if (status.state == State::Connected || status.state == State::Stopped)
        m_disconnectedSinceMs = 0;
    else if (m_disconnectedSinceMs == 0)
        m_disconnectedSinceMs = m_clock.utc();
    if (status.state == State::Connected && before != State::Connected)
        m_connectedAt.append(m_clock.mono());
    if (status.state == State::Failed && before != State::Failed)
        fail(status.failure, status.text);
    else
        emit statusChanged();
}

void DiscordConnection::fail(Failure failure, const QString &text)
{
    m_gateway->stop();
    m_rest->stop();
    m_status.state = State::Failed;
    m_status.failure = failure;
    m_status.text = text;
    if (failure == Failure::TokenRejected)
        forgetToken(); // the keychain's stays until it is replaced (C-02, 4004)
    qCWarning(lcBot).noquote() << text;
    emit failed(failure, text);
    emit statusChanged();
}

void DiscordConnection::forgetToken()
{
    m_token.fill('\0');
    m_token.clear();
}
