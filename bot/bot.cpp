// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/bot.h"

#include "bot/base/logging.h"
#include "bot/store/gaps.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int StateIntervalMs = 250;
constexpr int PermissionDelayMs = 1'000; // role edits come in bursts

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

} // namespace

Bot::Bot(Storage &storage, Options options) : m_storage(storage), m_options(std::move(options)) { }

Bot::~Bot() = default;

void Bot::start(BotMemory memory)
{
    m_memory = std::move(memory);
    for (QTimer *timer : {&m_stateTimer, &m_guildWait, &m_permissionTimer})
        timer->setSingleShot(true);
    connect(&m_stateTimer, &QTimer::timeout, this, [this] { emit stateChanged(state()); });
    connect(&m_guildWait, &QTimer::timeout, this, [this] {
        m_guildWaitOver = true;
        checkReady();
    });
    m_permissionTimer.setInterval(PermissionDelayMs);
    connect(&m_permissionTimer, &QTimer::timeout, this, [this] {
        const QSet<GuildId> guilds = std::exchange(m_permissionsChanged, {});
        for (const GuildId id : guilds) {
            if (Server *server = find(id))
                permissionsMayHaveChanged(*server);
        }
    });
    connect(&m_aliveTimer, &QTimer::timeout, this, [this] {
        if (m_connection->isConnected())
            m_storage.write(
                this, [now = m_options.clock.utc()](Writer &w) { return w.markAlive(now); },
                [](const Status &) {});
    });
    constexpr double OftenestMs = 250; // a batch of the storage
    m_aliveTimer.start(int(std::max(OftenestMs, AliveIntervalMs / std::max(1.0, m_options.clock.speed))));
    connect(&m_checkTimer, &QTimer::timeout, this, &Bot::checkAll);
    m_checkTimer.start(int(m_options.checkIntervalMs));
    m_recheckTimer.setSingleShot(true);
    connect(&m_recheckTimer, &QTimer::timeout, this, &Bot::recheck);

    m_connection = std::make_unique<DiscordConnection>(m_storage, m_options.apiBase, m_options.clock,
                                                       m_memory.identifies);
    connect(m_connection.get(), &DiscordConnection::event, this, &Bot::handle);
    connect(m_connection.get(), &DiscordConnection::statusChanged, this, [this] {
        m_notices->setDisconnectedSince(m_connection->disconnectedSinceMs());
        changed();
    });
    connect(m_connection.get(), &DiscordConnection::sessionLost, this, &Bot::onSessionLost);
    connect(m_connection.get(), &DiscordConnection::failed, this, &Bot::failed);
    connect(m_connection.get(), &DiscordConnection::stopped, this, &Bot::stopped);

    m_registrar = std::make_unique<Discord::CommandRegistrar>(&rest());
    m_router = std::make_unique<CommandRouter>(routerEnvironment());
    connect(m_router.get(), &CommandRouter::anotherProgramSuspected, this, [this] {
        if (!std::exchange(m_anotherProgramSuspected, true))
            qCWarning(lcBot) << "Another program is running this bot: its replies may appear twice.";
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
    m_readySaid = false;
    m_commandsSettled = false;
    m_connection->connectToDiscord(token);
}

void Bot::disconnectFromDiscord()
{
    m_connection->disconnectFromDiscord();
}

void Bot::retryNow()
{
    m_connection->retryNow();
}

void Bot::acceptDifferentBot()
{
    m_differentBotAccepted = true;
}

void Bot::shutDown()
{
    m_aliveTimer.stop();
    if (m_notices)
        m_notices->stop();
    // Whoever stops at once may be quicker than the read that starts the bot.
    if (!m_connection) {
        QTimer::singleShot(0, this, &Bot::stopped);
        return;
    }
    if (m_connection->isConnected())
        m_storage.write(
            this, [now = m_options.clock.utc()](Writer &w) { return w.markAlive(now); },
            [](const Status &) {});
    m_connection->shutDown();
}

void Bot::testToken(const QByteArray &token, QObject *context,
                    std::function<void(Result<Discord::Application>)> done,
                    std::function<void(qint64)> waiting)
{
    m_connection->testToken(token, context, std::move(done), std::move(waiting));
}

// Everything since then may be missing until it is caught up with.
void Bot::onSessionLost(UtcMs sinceMs)
{
    for (auto &[id, server] : m_servers)
        beginGap(*server, sinceMs, u"session lost"_s);
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
        slot->gapCause = known->gapCause;
        slot->oldNews = known->info.name.isEmpty(); // imported, never seen
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
        m_connection->fail(
            Discord::GatewayStatus::Failure::DifferentBot,
            QCoreApplication::translate(
                "Bot",
                "The token belongs to %1 (ID %2), but the data here was recorded with another bot (ID %3).")
                .arg(ready.self.displayName(), ready.self.id.toString(), m_memory.botId.toString()));
        return;
    }
    if (ready.application)
        m_connection->setApplication(ready.application);
    m_memory.botId = ready.self.id;
    m_storage.write(
        this, [id = ready.self.id](Writer &w) { return w.rememberBot(id); }, [](const Status &) {});

    m_awaitedGuilds.clear();
    for (const GuildId guild : ready.guilds) {
        if (m_options.environment.serves(guild))
            m_awaitedGuilds.insert(guild);
    }
    for (const GuildId unknown : std::as_const(m_options.environment.guilds)) {
        if (unknown && !ready.guilds.contains(unknown))
            qCWarning(lcBot).noquote()
                << u"DISCORD_GUILDS names %1, but the bot is not in that server."_s.arg(unknown.toString());
    }
    for (auto &[id, server] : m_servers) {
        server->view.setSelf(m_self.id);
        server->seenThisSession = false;
        if (server->gapFromMs != 0)
            rememberGap(*server); // from here on there are signs of life, but not of this server
        // The bot may have been removed while nobody looked.
        if (!server->info.removed && !ready.guilds.contains(id) && m_options.environment.serves(id))
            confirmRemoval(id);
    }
    m_guildWaitOver = false;
    m_guildWait.start(m_options.guildWaitMs);
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
    server.info.removed = false;
    server.seenThisSession = true;
    rememberServer(server);
    rest().forgetForbidden();
    server.rolesToName = server.view.namedRoles();
    server.categoriesToName = server.view.namedCategories();
    applyConfig(server);
    track(server, event);
    catchUp(server);
    m_awaitedGuilds.remove(event.guild.id);
}

void Bot::rememberServer(Server &server)
{
    const Discord::Guild &guild = server.view.guild();
    server.info.name = guild.name;
    server.info.icon = guild.icon;
    server.info.owner = guild.owner;
    server.info.locale = guild.preferredLocale;
    m_storage.write(
        this, [info = server.info](Writer &w) { return w.saveGuild(info); }, [](const Status &) {});
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
    beginGap(*server, m_options.clock.utc(), event.unavailable ? u"server outage"_s : u"bot removed"_s);
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
    else if (std::holds_alternative<Discord::GuildUpdate>(event)) {
        rememberServer(server);
    }

    track(server, event);

    if (rolesChanged || categoriesChanged)
        applyConfig(server);
    if (permissionsChanged) {
        m_permissionsChanged.insert(server.view.id());
        m_permissionTimer.start();
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

namespace {

// Leaves out what the server no longer has.
template <class Named>
void forgetDeleted(QVector<Named> &known, const QVector<Named> &present)
{
    known.removeIf([&present](const Named &one) {
        return std::none_of(present.cbegin(), present.cend(),
                            [&one](const Named &other) { return other.id == one.id; });
    });
}

} // namespace

void Bot::applyConfig(Server &server)
{
    const GuildConfig before = server.view.config();
    const QVector<NamedCategory> categories = server.view.namedCategories();
    forgetDeleted(server.rolesToName, server.view.namedRoles());
    forgetDeleted(server.categoriesToName, categories);
    for (const NamedCategory &category : categories) {
        const auto sameName = [&category](const NamedCategory &other) {
            return other.id == category.id || other.name.compare(category.name, Qt::CaseInsensitive) == 0;
        };
        if (std::none_of(server.categoriesToName.cbegin(), server.categoriesToName.cend(), sameName))
            server.categoriesToName.append(category);
    }
    GuildConfig config =
        resolveConfig(m_options.environment, server.stored, server.rolesToName, server.categoriesToName);
    for (const NamedCategory &category : categories) {
        if (const auto shown = config.categoryNames.find(category.id); shown != config.categoryNames.end())
            *shown = category.name;
    }
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
        m_storage.enqueue(
            server.tracker.categoriesChanged(before.ticketCategories, server.view, m_options.clock.utc()));
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

void Bot::reloadHistory(GuildId guild, std::function<void()> done)
{
    m_storage.readAfterFlush(
        this, [](const Reader &reader) { return reader.botMemory(); },
        [this, guild, done = std::move(done)](const BotMemory &memory) {
            const auto now = memory.guilds.constFind(guild);
            if (Server *server = find(guild)) {
                server->stored = now != memory.guilds.cend() ? now->config : StoredConfig();
                server->tracker.load(now != memory.guilds.cend() ? now->known : TicketTracker::Known());
                applyConfig(*server);
                if (server->view.available()) {
                    server->oldNews = true; // what another bot saw is told to nobody
                    catchUp(*server);
                }
            } else if (now != memory.guilds.cend()) {
                m_memory.guilds.insert(guild, *now); // what it begins with once it is seen
            } else {
                m_memory.guilds.remove(guild);
            }
            m_notices->reload(guild, done);
        });
}

TicketFacts Bot::setTicket(GuildId guild, ChannelId channel, bool isTicket)
{
    Server *server = find(guild);
    if (!server) {
        // History of one that the bot was removed from, or was never in: nothing but the store knows it.
        using State = Fact::Candidate::State;
        const TicketFacts said{TicketFact{
            guild, Fact::Candidate{channel, {}, {}, isTicket ? State::Ticket : State::NotATicket, true}}};
        m_storage.enqueue(said);
        return said;
    }
    TicketFacts facts = server->tracker.setTicket(channel, isTicket, server->view);
    m_storage.enqueue(facts);
    if (isTicket) {
        server->oldNews = true;
        catchUp(*server);
    }
    return facts;
}

std::optional<GuildView> Bot::viewOf(GuildId guild) const
{
    const Server *server = find(guild);
    return server && server->view.available() ? std::optional(server->view) : std::nullopt;
}

// -- ready and state ------------------------------------------------------------------------------------------------------

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
    if (m_awaitedGuilds.isEmpty())
        reportUnknownIds();
    // What was found while catching up is committed before anyone is told.
    m_storage.flushed(this, [this, available] { emit ready(available, m_commandCount); });
}

// INTERFACE.md: no problem of any one server, so no server's list of problems shows it.
void Bot::reportUnknownIds() const
{
    QSet<quint64> known;
    for (const auto &[id, server] : m_servers) {
        for (const NamedRole &role : server->view.namedRoles())
            known.insert(role.id.value);
        for (const NamedCategory &category : server->view.namedCategories())
            known.insert(category.id.value);
    }
    for (const QString &line : unknownIds(m_options.environment, known))
        qCWarning(lcBot).noquote() << u"%1 fits no server."_s.arg(line);
}

void Bot::changed()
{
    if (!m_stateTimer.isActive())
        m_stateTimer.start(StateIntervalMs);
}

BotState Bot::state() const
{
    BotState state;
    if (m_connection) {
        state.gateway = m_connection->status();
        state.rest = m_connection->rest().state();
        state.application = m_connection->application();
        state.messageContent = m_connection->messageContent();
        state.reconnectsToday = m_connection->reconnectsToday();
        if (m_connection->isStandIn())
            state.banner = QCoreApplication::translate("Bot", "Connected to a stand-in at %1")
                               .arg(m_options.apiBase.authority());
    }
    state.self = m_self.id;
    state.selfName = m_self.displayName();
    state.selfAvatar = m_self.avatar;
    state.lastEventMs = m_lastEventMs;
    state.eventsReceived = m_eventsReceived;
    state.anotherProgramSuspected = m_anotherProgramSuspected;
    state.commandsText = commandsText();
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
