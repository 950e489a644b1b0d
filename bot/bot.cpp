// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/bot.h"

#include "bot/base/logging.h"
#include "bot/commands/commandtable.h"
#include "bot/discord/routes.h"
#include "bot/store/metakeys.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int GuildWaitMs = 15'000; // PROTOCOL A-02
constexpr int StateIntervalMs = 250;
constexpr int AliveIntervalMs = 60'000;
constexpr int PermissionDelayMs = 1'000; // role edits come in bursts
constexpr int GatewayCloseMs = 700; // C-05: 500 ms for the close handshake

// The server an event belongs to; none for events of the connection itself.
struct GuildOf
{
    GuildId operator()(const Discord::GuildCreate &e) const { return e.guild.id; }
    GuildId operator()(const Discord::GuildUpdate &e) const { return e.guild.id; }
    GuildId operator()(const Discord::ChannelCreate &e) const { return e.channel.guild; }
    GuildId operator()(const Discord::ChannelUpdate &e) const { return e.channel.guild; }
    GuildId operator()(const Discord::ChannelDelete &e) const { return e.channel.guild; }
    GuildId operator()(const Discord::ThreadCreate &e) const { return e.thread.guild; }
    GuildId operator()(const Discord::ThreadUpdate &e) const { return e.thread.guild; }
    GuildId operator()(const Discord::MessageCreate &e) const { return e.message.guild; }
    GuildId operator()(const Discord::InteractionCreate &e) const { return e.interaction.guild; }
    GuildId operator()(const Discord::Ready &) const { return {}; }
    GuildId operator()(const Discord::Resumed &) const { return {}; }
    GuildId operator()(const Discord::SendsLimited &) const { return {}; }
    GuildId operator()(const Discord::UnknownEvent &) const { return {}; }
    template <class E>
    GuildId operator()(const E &e) const
    {
        return e.guild;
    }
};

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

QVector<NamedCategory> named(const QVector<ChannelId> &ids, const GuildConfig &config)
{
    QVector<NamedCategory> result;
    for (const ChannelId id : ids)
        result.append({id, config.categoryNames.value(id)});
    return result;
}

} // namespace

Bot::Bot(Storage &storage, Options options) : m_storage(storage), m_options(std::move(options)) { }

Bot::~Bot() = default;

void Bot::start(BotMemory memory)
{
    m_memory = std::move(memory);
    for (QTimer *timer : {&m_stateTimer, &m_guildWait, &m_permissionTimer, &m_applicationRetry})
        timer->setSingleShot(true);
    connect(&m_stateTimer, &QTimer::timeout, this, [this] { emit stateChanged(state()); });
    connect(&m_guildWait, &QTimer::timeout, this, [this] {
        m_guildWaitOver = true;
        checkReady();
    });
    connect(&m_applicationRetry, &QTimer::timeout, this, &Bot::askApplication);
    connect(&m_permissionTimer, &QTimer::timeout, this, [this] {
        const QSet<GuildId> guilds = std::exchange(m_permissionsChanged, {});
        for (const GuildId id : guilds) {
            if (Server *server = find(id))
                permissionsMayHaveChanged(*server);
        }
    });
    connect(&m_aliveTimer, &QTimer::timeout, this, [this] {
        if (m_gatewayStatus.state == Discord::GatewayStatus::State::Connected)
            m_storage.write(
                this, [now = m_options.clock.utc()](Writer &w) { return w.markAlive(now); },
                [](const Status &) {});
    });
    m_aliveTimer.start(AliveIntervalMs);
    connect(&m_checkTimer, &QTimer::timeout, this, &Bot::checkAll);
    m_checkTimer.start(int(m_options.checkIntervalMs));
    m_recheckTimer.setSingleShot(true);
    connect(&m_recheckTimer, &QTimer::timeout, this, &Bot::recheck);

    m_rest = std::make_unique<Discord::RestClient>(m_options.apiBase, m_options.clock);
    connect(m_rest.get(), &Discord::RestClient::stateChanged, this, &Bot::changed);
    connect(m_rest.get(), &Discord::RestClient::finished, this,
            [](const QString &method, const QString &route, int status, qint64 elapsedMs) {
                qCDebug(lcRest).noquote() << method << route << status << elapsedMs << "ms";
            });
    connect(m_rest.get(), &Discord::RestClient::tokenRejected, this, [this] {
        fail(Discord::GatewayStatus::Failure::TokenRejected,
             QCoreApplication::translate("Bot", "Discord rejected the token. Enter a new one."));
    });

    m_gateway = std::make_unique<Discord::GatewayClient>(m_options.clock);
    connect(m_gateway.get(), &Discord::GatewayClient::event, this, &Bot::handle);
    connect(m_gateway.get(), &Discord::GatewayClient::statusChanged, this, &Bot::onGatewayStatus);
    connect(m_gateway.get(), &Discord::GatewayClient::sessionLost, this, [this](UtcMs sinceMs) {
        for (auto &[id, server] : m_servers) {
            if (server->gapFromMs == 0) {
                server->gapFromMs = sinceMs;
                server->gapCause = u"session lost"_s;
            }
        }
    });
    connect(m_gateway.get(), &Discord::GatewayClient::counted, this,
            [](const QString &what) { qCWarning(lcBot).noquote() << what; });

    m_registrar = std::make_unique<Discord::CommandRegistrar>(m_rest.get());
    m_router = std::make_unique<CommandRouter>(routerEnvironment());
    connect(m_router.get(), &CommandRouter::anotherProgramSuspected, this, [this] {
        m_anotherProgramSuspected = true;
        changed();
    });
    connect(m_router.get(), &CommandRouter::handled, this,
            [](GuildId guild, const QString &command, const QString &outcome, qint64 acknowledgedAfterMs) {
                qCInfo(lcBot).noquote() << u"/%1 in server %2: %3, acknowledged after %4 ms"_s
                                               .arg(command, guild.toString(), outcome)
                                               .arg(acknowledgedAfterMs);
            });

    startNotices();
    // Servers known from earlier: their history stays visible before, and without, a connection.
    for (auto it = m_memory.guilds.cbegin(); it != m_memory.guilds.cend(); ++it)
        serverFor(it.key());
    changed();
}

// -- connecting -----------------------------------------------------------------------------------------------------------

void Bot::connectToDiscord(const QByteArray &token)
{
    m_token = token;
    m_rest->setToken(token);
    m_readySaid = false;
    m_commandsSettled = false;
    m_applicationAttempts = 0;
    askApplication();
}

// The portal's flags decide whether Message Content may be asked for (PROTOCOL P-02). An answer other than 401 is no reason
// to stay away: the bot works with its default intents.
void Bot::askApplication()
{
    m_gatewayStatus.state = Discord::GatewayStatus::State::Connecting;
    changed();
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
            m_gatewayStatus.state = Discord::GatewayStatus::State::Waiting;
            m_gatewayStatus.attempt = m_applicationAttempts;
            m_gatewayStatus.untilMs = m_options.clock.utc() + waitMs;
            m_gatewayStatus.text = QCoreApplication::translate("Bot", "Discord cannot be reached.");
            qCWarning(lcBot).noquote() << "Discord cannot be reached:" << reply.failure->detail;
            m_applicationRetry.start(int(waitMs));
            changed();
            return;
        }
        startGateway();
    });
}

void Bot::startGateway()
{
    Discord::GatewayClient::Options options;
    options.token = m_token;
    options.optionalIntents = m_messageContent ? Discord::Intent::MessageContent : 0;
    options.loopbackAllowed = isLoopback(m_options.apiBase);
    options.fetchGatewayBot = [this](std::function<void(Result<QJsonObject>)> done) {
        m_rest->call(Discord::Routes::gatewayBot(), this, [done](const Discord::RestReply &reply) {
            if (reply.ok())
                done(reply.json.object());
            else
                done(*reply.failure);
        });
    };
    options.ledger.recent = m_memory.identifies;
    options.ledger.record = [this](UtcMs at) {
        m_memory.identifies.append(at);
        m_storage.write(
            this, [at](Writer &w) { return w.recordIdentify(at); }, [](const Status &) {});
    };
    options.ledger.writable = [this] { return !m_storage.databasePath().isEmpty(); };
    m_gateway->start(std::move(options));
    m_rest->warmUp();
}

void Bot::disconnectFromDiscord()
{
    m_applicationRetry.stop();
    m_gateway->stop();
    m_rest->stop();
    m_token.fill('\0');
    m_token.clear();
    m_gatewayStatus = {};
    changed();
}

void Bot::retryNow()
{
    if (m_applicationRetry.isActive()) {
        m_applicationRetry.stop();
        askApplication();
    } else {
        m_gateway->retryNow();
    }
}

void Bot::acceptDifferentBot()
{
    m_differentBotAccepted = true;
}

void Bot::shutDown()
{
    m_applicationRetry.stop();
    m_aliveTimer.stop();
    if (m_notices)
        m_notices->stop();
    if (m_gatewayStatus.state == Discord::GatewayStatus::State::Connected)
        m_storage.write(
            this, [now = m_options.clock.utc()](Writer &w) { return w.markAlive(now); },
            [](const Status &) {});
    // Whoever stops at once may be quicker than the read that starts the bot.
    const bool wasOpen = m_gateway && m_gateway->status().state != Discord::GatewayStatus::State::Stopped;
    if (m_gateway)
        m_gateway->stop();
    QTimer::singleShot(wasOpen ? GatewayCloseMs : 0, this, &Bot::stopped);
}

void Bot::testToken(const QByteArray &token, QObject *context,
                    std::function<void(Result<Discord::Application>)> done)
{
    auto *client = new Discord::RestClient(m_options.apiBase, m_options.clock, this);
    client->setToken(token);
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

// What the bot log shows of an ordinary connection; what goes wrong is logged where it happens.
static void logConnection(const Discord::GatewayStatus &status, Discord::GatewayStatus::State before)
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

void Bot::onGatewayStatus(const Discord::GatewayStatus &status)
{
    using State = Discord::GatewayStatus::State;
    const State before = m_gatewayStatus.state;
    // The stop that follows a failure is no news: why the bot is stopped must stay visible (C-02).
    if (before == State::Failed && status.state == State::Stopped)
        return;
    m_gatewayStatus = status;
    if (status.state != before)
        logConnection(status, before);
    if (status.state == State::Connected || status.state == State::Stopped)
        m_disconnectedSinceMs = 0;
    else if (m_disconnectedSinceMs == 0)
        m_disconnectedSinceMs = m_options.clock.utc();
    m_notices->setDisconnectedSince(m_disconnectedSinceMs);
    if (status.state == State::Connected && before != State::Connected)
        m_reconnects.append(m_options.clock.mono());
    if (status.state == State::Failed && before != State::Failed)
        fail(status.failure, status.text);
    changed();
}

void Bot::fail(Discord::GatewayStatus::Failure failure, const QString &text)
{
    m_gateway->stop();
    m_rest->stop();
    m_gatewayStatus.state = Discord::GatewayStatus::State::Failed;
    m_gatewayStatus.failure = failure;
    m_gatewayStatus.text = text;
    if (failure == Discord::GatewayStatus::Failure::TokenRejected) {
        m_token.fill('\0'); // the copy in memory goes; the keychain's stays until it is replaced (C-02, 4004)
        m_token.clear();
    }
    qCWarning(lcBot).noquote() << text;
    emit failed(failure, text);
    changed();
}

// -- events -----------------------------------------------------------------------------------------------------------------

Bot::Server *Bot::find(GuildId guild) const
{
    const auto it = m_servers.find(guild);
    return it == m_servers.end() ? nullptr : it->second.get();
}

Bot::Server &Bot::serverFor(GuildId guild)
{
    auto &slot = m_servers[guild];
    if (slot)
        return *slot;
    slot = std::make_unique<Server>(guild);
    slot->view.setSelf(m_self.id);
    const auto known = m_memory.guilds.constFind(guild);
    if (known != m_memory.guilds.cend()) {
        slot->info = known->info;
        slot->stored = known->config;
        slot->auditCheckpoint = known->auditCheckpoint;
        slot->tracker.load(known->known);
        slot->gapFromMs = known->lastCommitMs;
        slot->gapCause = u"bot off"_s;
        m_notices->load(guild, known->notices);
    } else {
        slot->info.id = guild;
        slot->oldNews = true;
    }
    return *slot;
}

void Bot::handle(const Discord::Event &event)
{
    m_lastEventMs = m_options.clock.utc();
    ++m_eventsReceived;
    if (const auto *ready = std::get_if<Discord::Ready>(&event)) {
        onReady(*ready);
        return;
    }
    if (const auto *interaction = std::get_if<Discord::InteractionCreate>(&event)) {
        m_newestSnowflakeMs = std::max(m_newestSnowflakeMs, interaction->interaction.id.createdAtMs());
        m_router->handle(interaction->interaction);
        changed();
        return;
    }
    if (std::holds_alternative<Discord::Resumed>(event)) {
        suspectSome();
        return;
    }
    const GuildId guild = std::visit(GuildOf{}, event);
    if (!guild || !m_options.environment.serves(guild))
        return;
    if (const auto *create = std::get_if<Discord::GuildCreate>(&event))
        onGuildCreate(*create);
    else if (const auto *remove = std::get_if<Discord::GuildDelete>(&event))
        onGuildDelete(*remove);
    else if (Server *server = find(guild); server && server->view.available()) {
        if (const auto *malformed = std::get_if<Discord::MalformedEvent>(&event))
            onMalformed(*server, *malformed);
        else
            onServerEvent(*server, event);
    }
    changed();
}

void Bot::onReady(const Discord::Ready &ready)
{
    m_self = ready.self;
    if (m_memory.botId && m_memory.botId != ready.self.id && !m_differentBotAccepted) {
        // PROTOCOL I-05: another bot's data is never mixed in without asking.
        fail(Discord::GatewayStatus::Failure::DifferentBot,
             QCoreApplication::translate(
                 "Bot",
                 "The token belongs to %1 (ID %2), but the data here was recorded with another bot (ID %3).")
                 .arg(ready.self.displayName(), ready.self.id.toString(), m_memory.botId.toString()));
        return;
    }
    if (ready.application)
        m_application = ready.application;
    m_memory.botId = ready.self.id;
    m_storage.write(
        this, [id = ready.self.id](Writer &w) { return w.rememberBot(id); }, [](const Status &) {});

    m_awaitedGuilds.clear();
    for (const GuildId guild : ready.guilds) {
        if (m_options.environment.serves(guild))
            m_awaitedGuilds.insert(guild);
    }
    for (const GuildId unknown : std::as_const(m_options.environment.guilds)) {
        if (!ready.guilds.contains(unknown))
            qCWarning(lcBot).noquote()
                << u"DISCORD_GUILDS names %1, but the bot is not in that server."_s.arg(unknown.toString());
    }
    for (auto &[id, server] : m_servers) {
        server->view.setSelf(m_self.id);
        server->seenThisSession = false;
        // The bot may have been removed while nobody looked.
        if (!server->info.removed && !ready.guilds.contains(id) && m_options.environment.serves(id))
            confirmRemoval(id);
    }
    m_guildWaitOver = false;
    m_guildWait.start(GuildWaitMs);
    if (!m_commandsSettled)
        registerCommands();
    checkReady();
}

void Bot::onGuildCreate(const Discord::GuildCreate &event)
{
    Server &server = serverFor(event.guild.id);
    server.view.setSelf(m_self.id);
    server.view.apply(event);
    if (!server.view.available())
        return;
    server.info.name = event.guild.name;
    server.info.icon = event.guild.icon;
    server.info.owner = event.guild.owner;
    server.info.locale = event.guild.preferredLocale;
    server.info.removed = false;
    server.seenThisSession = true;
    m_storage.write(
        this, [info = server.info](Writer &w) { return w.saveGuild(info); }, [](const Status &) {});
    m_rest->forgetForbidden();
    applyConfig(server);
    track(server, event);
    catchUp(server);
    m_awaitedGuilds.remove(event.guild.id);
}

void Bot::onGuildDelete(const Discord::GuildDelete &event)
{
    Server *server = find(event.guild);
    if (!server) {
        m_awaitedGuilds.remove(event.guild);
        checkReady();
        return;
    }
    // Of a server that was never seen this session, "removed" may mean an outage (PROTOCOL A-01).
    if (!event.unavailable && !server->seenThisSession) {
        confirmRemoval(event.guild);
        return;
    }
    server->view.apply(event);
    track(*server, event);
    server->catchUp.reset();
    server->caughtUp = false;
    if (server->gapFromMs == 0) {
        server->gapFromMs = m_options.clock.utc();
        server->gapCause = event.unavailable ? u"server outage"_s : u"bot removed"_s;
    }
    m_awaitedGuilds.remove(event.guild);
    if (!event.unavailable)
        onRemoved(*server);
    checkReady();
}

void Bot::onServerEvent(Server &server, const Discord::Event &event)
{
    server.view.apply(event);

    const bool rolesChanged = std::holds_alternative<Discord::RoleUpsert>(event)
        || std::holds_alternative<Discord::RoleDelete>(event);
    bool categoriesChanged = false;
    bool permissionsChanged = rolesChanged;
    const auto lookAt = [&](const Discord::Channel &channel) {
        categoriesChanged = categoriesChanged || channel.type == Discord::ChannelType::Category;
        permissionsChanged = permissionsChanged || !channel.isThread();
    };
    if (const auto *created = std::get_if<Discord::ChannelCreate>(&event))
        categoriesChanged = created->channel.type == Discord::ChannelType::Category;
    else if (const auto *updated = std::get_if<Discord::ChannelUpdate>(&event))
        lookAt(updated->channel);
    else if (const auto *deleted = std::get_if<Discord::ChannelDelete>(&event))
        categoriesChanged = deleted->channel.type == Discord::ChannelType::Category;
    else if (const auto *member = std::get_if<Discord::MemberUpdate>(&event))
        permissionsChanged = permissionsChanged || member->member.user.id == m_self.id;
    else if (const auto *guild = std::get_if<Discord::GuildUpdate>(&event)) {
        server.info.name = guild->guild.name;
        server.info.icon = guild->guild.icon;
        server.info.owner = guild->guild.owner;
        server.info.locale = guild->guild.preferredLocale;
        m_storage.write(
            this, [info = server.info](Writer &w) { return w.saveGuild(info); }, [](const Status &) {});
    }

    track(server, event);

    if (rolesChanged || categoriesChanged)
        applyConfig(server);
    if (permissionsChanged) {
        m_permissionsChanged.insert(server.view.id());
        m_permissionTimer.start(PermissionDelayMs);
    }
}

void Bot::track(Server &server, const Discord::Event &event)
{
    if (const auto *message = std::get_if<Discord::MessageCreate>(&event))
        m_newestSnowflakeMs = std::max(m_newestSnowflakeMs, message->message.id.createdAtMs());
    TicketFacts facts =
        server.tracker.handle(event, server.view, m_options.clock.utc(), m_options.clock.mono());
    if (!facts.isEmpty())
        m_storage.enqueue(std::move(facts));
}

// -- settings -----------------------------------------------------------------------------------------------------------------

void Bot::applyConfig(Server &server)
{
    const GuildConfig before = server.view.config();
    GuildConfig config = resolveConfig(m_options.environment, server.stored, server.view.namedRoles(),
                                       server.view.namedCategories());
    for (const GuildConfig::Problem &problem : std::as_const(config.problems)) {
        const auto same = [&](const GuildConfig::Problem &other) {
            return other.setting == problem.setting && other.entry == problem.entry;
        };
        if (std::none_of(before.problems.cbegin(), before.problems.cend(), same))
            qCWarning(lcBot).noquote()
                << u"%1 in %2: %3"_s.arg(environmentName(problem.setting), server.info.name, problem.text);
    }
    FoldRules rules{config.supportRoles, config.maxUsers};
    m_storage.write(
        this,
        [guild = server.view.id(), rules](Writer &w) -> Status {
            w.setFoldRules(guild, rules);
            return {};
        },
        [](const Status &) {});
    const bool newCategories = config.ticketCategories != before.ticketCategories
        || config.closedCategories != before.closedCategories;
    m_notices->configChanged(server.view.id(), config);
    server.view.setConfig(std::move(config));
    if (newCategories && (server.caughtUp || server.catchUp)) {
        server.oldNews = true;
        catchUp(server);
    }
    changed();
}

void Bot::reloadConfig(GuildId guild, std::function<void()> done)
{
    m_storage.read(
        this, [guild](const Reader &reader) { return reader.config(guild); },
        [this, guild, done](const StoredConfig &config) {
            if (Server *server = find(guild)) {
                server->stored = config;
                applyConfig(*server);
            }
            if (done)
                done();
        });
}

TicketFacts Bot::setTicket(GuildId guild, ChannelId channel, bool isTicket)
{
    Server *server = find(guild);
    if (!server)
        return {};
    TicketFacts facts = server->tracker.setTicket(channel, isTicket, server->view);
    m_storage.enqueue(facts);
    if (isTicket) {
        server->oldNews = true;
        catchUp(*server);
    }
    return facts;
}

// -- catching up ----------------------------------------------------------------------------------------------------------------

void Bot::checkAgain(GuildId guild)
{
    if (Server *server = find(guild); server && server->view.available())
        server->caughtUp ? check(*server) : catchUp(*server);
}

std::optional<GuildView> Bot::viewOf(GuildId guild) const
{
    const Server *server = find(guild);
    return server && server->view.available() ? std::optional(server->view) : std::nullopt;
}

void Bot::catchUp(Server &server)
{
    startWork(server, {});
}

void Bot::onCaughtUp(GuildId guild, const CatchUp::Outcome &outcome)
{
    Server *server = find(guild);
    if (!server || !server->catchUp || sender() != server->catchUp.get())
        return;
    const CatchUp::Kind kind = server->catchUp->kind();
    server->catchUp.reset();
    if (!server->suspects.isEmpty())
        m_recheckTimer.start(0);
    if (m_permissionsChanged.contains(guild))
        m_permissionTimer.start(PermissionDelayMs);
    if (kind == CatchUp::Kind::Recheck) {
        onRechecked(*server, outcome);
        return;
    }
    server->caughtUp = true;
    server->unreadable = outcome.unreadable;
    server->unreadableTexts = outcome.unreadableTexts;
    if (outcome.auditCheckpoint > server->auditCheckpoint)
        server->auditCheckpoint = outcome.auditCheckpoint;

    const UtcMs now = m_options.clock.utc();
    server->verified = outcome.verified;
    if (!outcome.failed)
        server->lookedMs = now;
    const QVector<NamedCategory> categories =
        named(server->view.config().ticketCategories, server->view.config());
    // A gap stays a hole only where something is lost for good (PROTOCOL 2.5); what was read again is whole.
    const bool recovered =
        !outcome.messagesLost && outcome.closedUnexplained == 0 && outcome.unreadable.isEmpty();
    // Only catching up closes a gap, and what failed is tried again: until then it is one.
    const bool closesGap = kind == CatchUp::Kind::Reconcile && !outcome.failed;
    const UtcMs from = closesGap ? std::exchange(server->gapFromMs, 0) : 0;
    if (!outcome.failed)
        m_notices->caughtUp(guild, from, !std::exchange(server->oldNews, false));
    const QString cause = server->gapCause;
    m_storage.write(
        this,
        [guild, from, now, cause, recovered, categories, closesGap,
         done = !outcome.failed](Writer &w) -> Status {
            if (closesGap) {
                if (Status closed = w.setMeta(gapMetaKey(guild), u"0"_s); !closed)
                    return closed;
            }
            if (Status kept = w.rememberCategories(guild, categories); !kept)
                return kept;
            if (Status alive = w.markAlive(now); !alive)
                return alive;
            if (done) { // "Last catch-up" of Data > Health
                if (Status told = w.setMeta(u"caught_up_at"_s, QString::number(now)); !told)
                    return told;
            }
            if (from == 0 || from >= now)
                return {};
            Result<qint64> gap = w.openGap(guild, {}, from, cause, CoverageGap::State::MessagesLost);
            if (!gap)
                return gap.error();
            return w.closeGap(*gap, now, recovered, {});
        },
        [](const Status &status) {
            if (!status)
                qCWarning(lcBot).noquote() << "Could not record the gap:" << status.error().detail;
        });
    qCInfo(lcBot).noquote() << u"%1 is caught up: %2 opened, %3 closed, %4 messages read."_s
                                   .arg(server->info.name)
                                   .arg(outcome.opened)
                                   .arg(outcome.closed)
                                   .arg(outcome.messages);
    for (const QString &line : outcome.unreadableTexts)
        qCWarning(lcBot).noquote() << line;
    if (outcome.failed) {
        constexpr int AgainMs = 60'000;
        QTimer::singleShot(AgainMs, this, [this, guild] {
            if (Server *again = find(guild); again && again->view.available() && !again->catchUp)
                catchUp(*again);
        });
    }
    if (std::exchange(server->categoriesDiffer, false))
        applyConfig(*server);
    checkReady();
    changed();
}

// Sight given back means messages to read; sight lost is a hole to name, never a closed ticket (PROTOCOL A-04, N-13).
void Bot::permissionsMayHaveChanged(Server &server)
{
    m_rest->forgetForbidden();
    m_notices->rightsChanged(server.view.id());
    if (!server.view.available())
        return;
    if (server.catchUp) {
        m_permissionsChanged.insert(server.view.id()); // looked at again when it has finished
        return;
    }
    bool changedSight = false;
    for (const Discord::Channel &channel : server.view.channels()) {
        if (!server.tracker.isOpenTicket(channel.id))
            continue;
        constexpr Discord::Permissions Needed =
            Discord::Permission::ViewChannel | Discord::Permission::ReadMessageHistory;
        const bool readable = (server.view.ownPermissions(channel.id) & Needed) == Needed;
        changedSight = changedSight || readable == server.unreadable.contains(channel.id);
    }
    if (changedSight)
        catchUp(server);
}

// -- telling managers ---------------------------------------------------------------------------------------------------------

void Bot::startNotices()
{
    NoticeService::Environment environment;
    environment.clock = m_options.clock;
    environment.rest = m_rest.get();
    environment.storage = &m_storage;
    environment.guild = [this](GuildId guild) -> const GuildView * {
        const Server *server = find(guild);
        return server && server->view.available() ? &server->view : nullptr;
    };
    environment.caughtUp = [this](GuildId guild) {
        const Server *server = find(guild);
        return server && server->caughtUp && !server->catchUp && server->gapFromMs == 0;
    };
    environment.serverLanguage = [this](GuildId guild) {
        const Server *server = find(guild);
        return server ? server->info.locale : QString();
    };
    environment.configChanged = [this](GuildId guild) { reloadConfig(guild, {}); };
    environment.workingTime = [](GuildId, UtcMs) { return AlarmService::WorkingTime(); };
    environment.drawChart = m_options.drawChart;
    m_notices = std::make_unique<NoticeService>(std::move(environment));
    connect(m_notices.get(), &NoticeService::troublesChanged, this, &Bot::changed);
    connect(m_notices.get(), &NoticeService::desktopNotice, this, &Bot::desktopNotice);
}

// -- commands ---------------------------------------------------------------------------------------------------------------------

void Bot::registerCommands()
{
    if (!m_application)
        return;
    m_storage.write(
        this, [](Writer &w) { return w.registrationsToday(); },
        [this](const Result<int> &written) {
            Discord::CommandRegistrar::Job job;
            job.application = m_application;
            job.wanted = registrationJson();
            job.same = sameCommands;
            job.writesInLastDay = written ? *written : 0;
            job.recordWrite = [this] {
                const UtcMs now = m_options.clock.utc();
                m_storage.write(
                    this, [now](Writer &w) { return w.recordRegistration(now); }, [](const Status &) {});
            };
            m_registrar->run(
                std::move(job), [this](const Result<Discord::CommandRegistrar::Outcome> &outcome) {
                    m_commandsSettled = true;
                    if (outcome) {
                        m_commandIds = outcome->ids;
                        m_commandCount = outcome->count();
                    }
                    const QString refusal = outcome ? outcome->refusal : outcome.error().text;
                    m_commandsText = refusal.isEmpty()
                        ? QCoreApplication::translate("Bot", "%1 commands registered").arg(m_commandCount)
                        : refusal;
                    if (refusal.isEmpty())
                        qCInfo(lcBot).noquote() << m_commandsText;
                    else
                        qCWarning(lcBot).noquote() << m_commandsText;
                    checkReady();
                    changed();
                });
        });
}

CommandRouter::Environment Bot::routerEnvironment()
{
    CommandRouter::Environment environment;
    environment.clock = m_options.clock;
    environment.rest = m_rest.get();
    environment.storage = &m_storage;
    environment.guild = [this](GuildId guild) -> const GuildView * {
        const Server *server = m_options.environment.serves(guild) ? find(guild) : nullptr;
        return server && server->view.available() ? &server->view : nullptr;
    };
    environment.tracker = [this](GuildId guild) -> const TicketTracker * {
        const Server *server = find(guild);
        return server ? &server->tracker : nullptr;
    };
    environment.catchingUp = [this](GuildId guild) {
        const Server *server = find(guild);
        return server && server->catchUp && !server->catchUp->isCheck();
    };
    environment.served = [this](GuildId guild) { return m_options.environment.serves(guild); };
    environment.commandIds = [this] { return m_commandIds; };
    environment.application = [this] { return m_application; };
    environment.self = [this] { return m_self.id; };
    environment.stateText = [this] {
        return m_gatewayStatus.latencyMs >= 0
            ? QCoreApplication::translate("Bot", "connected, %1 ms").arg(m_gatewayStatus.latencyMs)
            : QCoreApplication::translate("Bot", "connected");
    };
    environment.serverNow = [this] { return m_newestSnowflakeMs; };
    environment.configChanged = [this](GuildId guild, std::function<void()> done) {
        reloadConfig(guild, [this, guild, done = std::move(done)] { m_notices->reload(guild, done); });
    };
    environment.logToChannel = [this](GuildId guild, Discord::OutgoingMessage message) {
        postToLogChannel(guild, std::move(message));
    };
    environment.drawChart = m_options.drawChart;
    return environment;
}

void Bot::postToLogChannel(GuildId guild, Discord::OutgoingMessage message)
{
    const Server *server = find(guild);
    if (!server || !server->view.config().logChannel)
        return;
    message.nonce = QString::number(QRandomGenerator::global()->generate64(), 36);
    m_rest->call(Discord::Routes::postMessage(server->view.config().logChannel, message), this,
                 [](const Discord::RestReply &reply) {
                     if (!reply.ok())
                         qCWarning(lcBot).noquote()
                             << "Cannot post in the log channel:" << reply.failure->text;
                 });
}

// INTERFACE.md: every guild available or 15 s since READY, commands settled, the available guilds caught up.
void Bot::checkReady()
{
    if (m_readySaid || !m_commandsSettled || !m_self.id || (!m_awaitedGuilds.isEmpty() && !m_guildWaitOver))
        return;
    int available = 0;
    for (const auto &[id, server] : m_servers) {
        if (!server->view.available())
            continue;
        if (!server->caughtUp)
            return;
        ++available;
    }
    m_readySaid = true;
    // What was found while catching up is committed before anyone is told.
    m_storage.flushed(this, [this, available] { emit ready(available, m_commandCount); });
}

// -- state ------------------------------------------------------------------------------------------------------------------------

void Bot::changed()
{
    if (!m_stateTimer.isActive())
        m_stateTimer.start(StateIntervalMs);
}

BotState Bot::state() const
{
    BotState state;
    state.gateway = m_gatewayStatus;
    if (m_rest)
        state.rest = m_rest->state();
    state.self = m_self.id;
    state.selfName = m_self.displayName();
    state.application = m_application;
    state.messageContent = m_messageContent && !m_gatewayStatus.messageContentRefused;
    state.lastEventMs = m_lastEventMs;
    state.eventsReceived = m_eventsReceived;
    const MonoMs now = m_options.clock.mono();
    state.reconnectsToday =
        std::max(0,
                 int(std::count_if(m_reconnects.cbegin(), m_reconnects.cend(), [now](MonoMs at) {
                     return now - at < DayMs;
                 })) - 1);
    state.anotherProgramSuspected = m_anotherProgramSuspected;
    state.commandsText = m_commandsText;
    if (isLoopback(m_options.apiBase))
        state.banner = QCoreApplication::translate("Bot", "Connected to a stand-in at %1")
                           .arg(m_options.apiBase.authority());
    for (const auto &[id, server] : m_servers) {
        BotState::Server s;
        s.id = id;
        s.name = server->info.name;
        s.icon = server->info.icon;
        s.owner = server->info.owner;
        s.memberCount = server->view.guild().memberCount;
        s.available = server->view.available();
        s.removed = server->info.removed;
        s.catchingUp = server->catchUp && !server->catchUp->isCheck();
        if (s.catchingUp)
            s.catchUpText = server->catchUp->progressText();
        s.config =
            server->view.everAvailable() ? server->view.config() : GuildConfig{server->stored, {}, {}, {}};
        s.roles = server->view.guild().roles;
        std::sort(s.roles.begin(), s.roles.end(), [](const Discord::Role &a, const Discord::Role &b) {
            return a.position != b.position ? a.position > b.position : a.id < b.id;
        });
        for (const Discord::Channel &channel : server->view.channels()) {
            if (!channel.isThread())
                s.channels.append(channel);
        }
        std::sort(s.channels.begin(), s.channels.end(),
                  [](const Discord::Channel &a, const Discord::Channel &b) {
                      return a.position != b.position ? a.position < b.position : a.id < b.id;
                  });
        s.unreadable = server->unreadableTexts;
        s.cannotPost = m_notices->troubles(id);
        for (const Discord::Channel &channel : std::as_const(s.channels)) {
            if (channel.type == Discord::ChannelType::Text || channel.type == Discord::ChannelType::News)
                s.posting.insert(
                    channel.id,
                    {NoticeOutbox::missingPermission(server->view, channel.id),
                     bool(server->view.ownPermissions(channel.id) & Discord::Permission::AttachFiles)});
        }
        s.mayMentionEveryone = server->view.ownGuildPermissions() & Discord::Permission::MentionEveryone;
        state.servers.append(std::move(s));
    }
    return state;
}
