// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/gatewayclient.h"

#include "bot/base/logging.h"
#include "bot/base/post.h"
#include "bot/discord/gatewaysession.h"
#include "bot/discord/inflater.h"
#include "bot/discord/useragent.h"
#include "bot/discord/wakeprobe.h"

#include <QCoreApplication>
#include <QNetworkInformation>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>
#include <chrono>
#include <deque>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Discord {

namespace GatewayWire {

constexpr quint64 MaxIncomingBytes = 32 * 1024 * 1024; // G-05
constexpr int AbortAfterCloseMs = 500; // C-05

QNetworkRequest request(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", userAgent());
    return request;
}

GatewaySession::OpenFailure openFailure(QAbstractSocket::SocketError error, const QString &text)
{
    using OpenFailure = GatewaySession::OpenFailure;
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return OpenFailure::HostNotFound;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return OpenFailure::Tls;
    case QAbstractSocket::ConnectionRefusedError:
        // Qt reports an HTTP answer other than "101 Switching Protocols" by the same code; only its words
        // differ.
        return text.contains("http"_L1, Qt::CaseInsensitive) ? OpenFailure::NoUpgrade : OpenFailure::Refused;
    default:
        return OpenFailure::Other;
    }
}

// C-01: closeCode() is 1000 by default, so after an error a 1000 means nothing.
int closeCode(const QWebSocket &socket, bool failed)
{
    const int code = socket.closeCode();
    return failed && code == QWebSocketProtocol::CloseCodeNormal ? 0 : code;
}

} // namespace GatewayWire

class GatewayClient::Private
{
public:
    Private(GatewayClient *client, Clock theClock)
        : q(client), clock(std::move(theClock)), session(clock.random)
    { }

    GatewaySession::Moment now() const { return {clock.mono(), clock.utc()}; }
    void run(GatewayActions actions);
    void carryOut(GatewayAction action);
    void arm();

    void fetchGatewayBot();
    void open(const GatewayDo::Open &what);
    void letGo(int closeCode); // 0: abort
    void onBinary(const QByteArray &message);
    void onSocketEnded();
    void watchNetwork();
    void count(const QString &what);
    void tellStatus(const GatewayStatus &status);

    GatewayClient *const q;
    const Clock clock;
    GatewaySession session;
    Options options;
    QTimer wake;
    std::optional<MonoMs> armedFor;
    QTimer probeTick;
    WakeProbe wakeProbe;
    bool networkWatched = false;

    // Handlers of signals may call back into us; what they cause waits for its turn.
    std::deque<GatewayAction> pending;
    bool running = false;

    int fetches = 0;
    QWebSocket *socket =
        nullptr; // the current one; earlier ones are disconnected from us and end by themselves
    int generation = 0;
    bool upgraded = false;
    std::optional<QAbstractSocket::SocketError> socketError;
    std::unique_ptr<Inflater> inflater;
};

GatewayClient::GatewayClient(Clock clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(clock)))
{
    d->wake.setSingleShot(true);
    d->wake.setTimerType(Qt::PreciseTimer); // H-05
    connect(&d->wake, &QTimer::timeout, this, [this] { d->run(d->session.onTick(d->now())); });
    d->probeTick.setInterval(WakeProbe::TickMs);
    connect(&d->probeTick, &QTimer::timeout, this, [this] {
        if (!d->wakeProbe.tick(d->clock.mono(), sleptTotalMs()))
            return;
        qCInfo(lcGateway) << "The computer slept or was held up; testing the connection";
        d->run(d->session.networkIsBack(d->now()));
    });
}

GatewayClient::~GatewayClient()
{
    const auto sockets = findChildren<QWebSocket *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWebSocket *socket : sockets) {
        socket->disconnect(this);
        // Deleted from a handler of one of our signals: the socket that brought the event is still at work.
        if (d->running) {
            socket->setParent(nullptr);
            socket->deleteLater();
        }
    }
}

void GatewayClient::start(Options options)
{
    d->options = std::move(options);
    GatewaySession::Settings settings;
    settings.token = d->options.token;
    settings.intents = d->options.intents;
    settings.optionalIntents = d->options.optionalIntents;
    settings.loopback = d->options.loopbackAllowed;
    settings.compress = d->options.compress;
    settings.recentIdentifies = d->options.ledger.recent;
    settings.recordable = d->options.ledger.writable;
    // The session alone keeps the token, so that there is one place to clear it.
    d->options.token.clear();
    d->wakeProbe = WakeProbe();
    d->probeTick.start();
    if (!d->options.loopbackAllowed)
        d->watchNetwork();
    d->run(d->session.start(std::move(settings), d->now()));
}

void GatewayClient::stop()
{
    d->probeTick.stop();
    d->run(d->session.stop(d->now()));
}

void GatewayClient::retryNow()
{
    d->run(d->session.retryNow(d->now()));
}

GatewayStatus GatewayClient::status() const
{
    return d->session.status();
}

void GatewayClient::Private::run(GatewayActions actions)
{
    std::move(actions.begin(), actions.end(), std::back_inserter(pending));
    if (running)
        return;
    running = true;
    const QPointer<GatewayClient> alive(q);
    while (!pending.empty()) {
        GatewayAction action = std::move(pending.front());
        pending.pop_front();
        carryOut(std::move(action));
        if (!alive) // a receiver of one of our signals deleted us
            return;
    }
    running = false;
    arm();
}

void GatewayClient::Private::arm()
{
    const std::optional<MonoMs> next = session.nextWakeMono();
    if (!next) {
        wake.stop();
        return;
    }
    // Most events leave the next wake-up where it was; in a flood of them the timer is better left alone.
    const qint64 restMs = *next - clock.mono();
    if (wake.isActive() && next == armedFor && restMs > 0)
        return;
    armedFor = next;
    wake.start(std::chrono::milliseconds(std::clamp<qint64>(restMs, 0, HourMs)));
}

void GatewayClient::Private::carryOut(GatewayAction action)
{
    using namespace GatewayDo;
    if (std::holds_alternative<FetchGatewayBot>(action))
        fetchGatewayBot();
    else if (const auto *what = std::get_if<Open>(&action))
        open(*what);
    else if (const auto *message = std::get_if<Send>(&action)) {
        if (socket)
            socket->sendTextMessage(QString::fromUtf8(message->payload));
    } else if (const auto *closing = std::get_if<Close>(&action))
        letGo(closing->code);
    else if (std::holds_alternative<Abort>(action))
        letGo(0);
    else if (const auto *dispatch = std::get_if<Dispatch>(&action))
        emit q->event(dispatch->event);
    else if (const auto *lost = std::get_if<TellSessionLost>(&action))
        emit q->sessionLost(lost->sinceMs);
    else if (const auto *identify = std::get_if<RecordIdentify>(&action)) {
        if (options.ledger.record)
            options.ledger.record(identify->atMs);
    } else if (const auto *counter = std::get_if<Count>(&action))
        count(counter->what);
    else if (const auto *told = std::get_if<TellStatus>(&action))
        tellStatus(told->status);
}

void GatewayClient::Private::count(const QString &what)
{
    qCDebug(lcGateway).noquote() << "Counted:" << what;
    emit q->counted(what);
}

void GatewayClient::Private::tellStatus(const GatewayStatus &status)
{
    using State = GatewayStatus::State;
    if (status.state == State::Failed)
        qCWarning(lcGateway).noquote() << status.text;
    else if (status.state == State::Waiting && status.attempt > 0)
        qCInfo(lcGateway).noquote() << QCoreApplication::translate("Gateway", "%1 Next attempt in %2 ms.",
                                                                   "what happened, a number")
                                           .arg(status.text)
                                           .arg(std::max<qint64>(0, status.untilMs - clock.utc()));
    else if (status.state == State::Paused)
        qCWarning(lcGateway).noquote()
            << QCoreApplication::translate("Gateway", "%1 Next attempt at %2.", "what happened, a time")
                   .arg(status.text,
                        QDateTime::fromMSecsSinceEpoch(status.untilMs, Qt::UTC).toString(Qt::ISODate));
    emit q->statusChanged(status);
}

void GatewayClient::Private::fetchGatewayBot()
{
    const int serial = ++fetches;
    const QPointer<GatewayClient> alive(q);
    options.fetchGatewayBot([this, alive, serial](Result<QJsonObject> answer) {
        // Only the newest question counts: a stop and a new start may lie between.
        if (alive && serial == fetches)
            run(session.onGatewayBot(answer, now()));
    });
}

void GatewayClient::Private::open(const GatewayDo::Open &what)
{
    letGo(0);
    const int mine = ++generation;
    upgraded = false;
    socketError.reset();
    inflater = what.compressed ? std::make_unique<Inflater>() : nullptr;
    socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, q);
    socket->setMaxAllowedIncomingFrameSize(GatewayWire::MaxIncomingBytes);
    socket->setMaxAllowedIncomingMessageSize(GatewayWire::MaxIncomingBytes);
    // H-04: nothing that an earlier socket still says is taken for the present one's.
    const auto isCurrent = [this, mine] { return mine == generation && socket; };
    QObject::connect(socket, &QWebSocket::connected, q, [this, isCurrent] {
        if (!isCurrent())
            return;
        upgraded = true;
        run(session.onConnected(now()));
    });
    QObject::connect(socket, &QWebSocket::textMessageReceived, q, [this, isCurrent](const QString &text) {
        if (isCurrent())
            run(session.onPayload(text.toUtf8(), now()));
    });
    QObject::connect(socket, &QWebSocket::binaryMessageReceived, q,
                     [this, isCurrent](const QByteArray &bytes) {
                         if (isCurrent())
                             onBinary(bytes);
                     });
    // A refused connection reports `disconnected` before `error`, a lost one the other way round, and a
    // failed upgrade may report `error` alone: looked at together, once both had their chance.
    const auto endedSoon = [this, isCurrent] {
        QTimer::singleShot(0, socket, [this, isCurrent] {
            if (isCurrent())
                onSocketEnded();
        });
    };
    QObject::connect(socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), q,
                     [this, isCurrent, endedSoon](QAbstractSocket::SocketError error) {
                         if (!isCurrent())
                             return;
                         if (!socketError)
                             socketError = error;
                         endedSoon();
                     });
    QObject::connect(socket, &QWebSocket::disconnected, q, [isCurrent, endedSoon] {
        if (isCurrent())
            endedSoon();
    });
    socket->open(GatewayWire::request(what.url));
}

void GatewayClient::Private::onBinary(const QByteArray &message)
{
    if (!inflater) {
        count(u"unexpected binary message"_s);
        return;
    }
    const Result<std::optional<QByteArray>> payload = inflater->feed(message);
    if (!payload) {
        qCWarning(lcGateway).noquote() << payload.error().text << payload.error().detail;
        run(session.onInflateError(now()));
    } else if (*payload) {
        run(session.onPayload(**payload, now()));
    }
}

void GatewayClient::Private::onSocketEnded()
{
    if (upgraded && socket->state() != QAbstractSocket::UnconnectedState)
        return;
    const int code = upgraded ? GatewayWire::closeCode(*socket, socketError.has_value()) : 0;
    const auto failure = upgraded
        ? GatewaySession::OpenFailure::None
        : GatewayWire::openFailure(socketError.value_or(QAbstractSocket::UnknownSocketError),
                                   socket->errorString());
    qCInfo(lcGateway).noquote() << "Connection ended, code" << code
                                << (socketError ? socket->errorString() : QString());
    letGo(0);
    run(session.onClosed(code, failure, now()));
}

// The socket ends on its own from here on; a new one may be opened at once (C-05, H-04).
void GatewayClient::Private::letGo(int closeCode)
{
    if (!socket)
        return;
    QWebSocket *old = std::exchange(socket, nullptr);
    ++generation;
    inflater.reset();
    old->disconnect(q);
    // Never aborted or deleted here: we may have been called from one of its signals.
    int graceMs = 0;
    if (closeCode != 0 && old->state() == QAbstractSocket::ConnectedState) {
        old->close(QWebSocketProtocol::CloseCode(closeCode));
        graceMs = GatewayWire::AbortAfterCloseMs;
    }
    QTimer::singleShot(graceMs, old, [old] {
        old->abort();
        old->deleteLater();
    });
}

// The object that knows about the network is shared by the whole program and loaded in the main thread
// (H-06).
void GatewayClient::Private::watchNetwork()
{
    if (std::exchange(networkWatched, true))
        return;
    post(
        QCoreApplication::instance(), q,
        [](QCoreApplication &) {
            return QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability);
        },
        [this](bool loaded) {
            QNetworkInformation *network = QNetworkInformation::instance();
            if (!loaded || !network)
                return;
            QObject::connect(network, &QNetworkInformation::reachabilityChanged, q, [this] {
                qCInfo(lcGateway) << "The network changed; testing the connection";
                run(session.networkIsBack(now()));
            });
        });
}

} // namespace Discord

#include "moc_gatewayclient.cpp"
