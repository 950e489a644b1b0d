// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "bot/commands/commandrouter.h"
#include "bot/commands/commandtable.h"
#include "bot/discord/gatewayclient.h"
#include "bot/discord/restclient.h"
#include "bot/store/storage.h"
#include "bot/tickets/guildview.h"
#include "bot/tickets/tickettracker.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <map>
#include <memory>

// A bot as small as commands need it, against the stand-in Discord: gateway, REST, a database in a temporary folder, the
// view and the tracker of each server, and the router under test. People act through the stand-in.
class CommandBench
{
public:
    using Reply = StandInDiscord::Reply;
    struct Ticket
    {
        quint64 channel = 0;
        quint64 user = 0; // staff
    };

    CommandBench()
    {
        clock = Clock::system();
        clock.utc = [this, real = clock.utc] { return real() + aheadMs; };
        discord.world().setNow(clock.utc);
        if (!discord.listen())
            qFatal("The stand-in cannot listen");
        DemoWorld &world = discord.world();
        owner = world.addUser(QStringLiteral("dana"));
        guild = world.addGuild(QStringLiteral("Northwind"), owner);
        statsRole = world.addRole(guild, QStringLiteral("Ticket Manager"));
        dataRole = world.addRole(guild, QStringLiteral("Admin"));
        accessRole = world.addRole(guild, QStringLiteral("Access"));
        supportRole = world.addRole(guild, QStringLiteral("Support"));
        appeals = world.addCategory(guild, QStringLiteral("Appeals"));
        general = world.addCategory(guild, QStringLiteral("General Tickets"));
        channel = world.addChannel(guild, 0, QStringLiteral("staff-room"));
        member = person(u"mia", {});
        ben = person(u"ben", {});
        viewer = person(u"vic", {statsRole});
        deleter = person(u"dex", {dataRole});
        manager = person(u"max", {accessRole});
        staff = person(u"sam", {supportRole});

        stored.ticketCategories = {ChannelId(appeals), ChannelId(general)};
        stored.supportRoles = {RoleId(supportRole)};
        stored.statsRoles = {RoleId(statsRole)};
        stored.databaseRoles = {RoleId(dataRole)};
        stored.accessRoles = {RoleId(accessRole)};
    }
    ~CommandBench()
    {
        router.reset();
        gateway.reset();
        rest.reset();
    }

    quint64 person(QStringView name, const QList<quint64> &roles, bool bot = false)
    {
        const quint64 user = discord.world().addUser(name.toString(), bot);
        discord.world().addMember(guild, user, roles);
        return user;
    }

    // Opens the database, connects and registers the commands. Before it, `environment` may be changed.
    bool start()
    {
        Storage::Options options;
        options.dataDir = folder.path();
        options.clock = clock;
        const Status opened = storage.open(options);
        if (!opened) {
            qWarning() << opened.error().text << opened.error().detail;
            return false;
        }
        rest = std::make_unique<Discord::RestClient>(discord.apiBase(), clock);
        rest->setToken(discord.token().toUtf8());
        gateway = std::make_unique<Discord::GatewayClient>(clock);
        makeRouter();
        QObject::connect(gateway.get(), &Discord::GatewayClient::event, &context,
                         [this](const Discord::Event &event) { take(event); });
        Discord::GatewayClient::Options connection;
        connection.token = discord.token().toUtf8();
        connection.loopbackAllowed = true;
        connection.fetchGatewayBot = [this](std::function<void(Result<QJsonObject>)> done) {
            rest->call(Discord::Routes::gatewayBot(), &context, [done](const Discord::RestReply &reply) {
                if (reply.ok())
                    done(reply.json.object());
                else
                    done(*reply.failure);
            });
        };
        connection.ledger.record = [](UtcMs) {};
        connection.ledger.writable = [] { return true; };
        bool registered = false;
        rest->call(Discord::Routes::overwriteGlobalCommands(ApplicationId(discord.world().bot()),
                                                            registrationJson()),
                   &context, [&](const Discord::RestReply &reply) {
                       registered = reply.ok();
                       for (const QJsonValue &command : reply.json.array())
                           commandIds.insert(command[u"name"].toString(),
                                             CommandId::fromJson(command[u"id"]));
                   });
        gateway->start(connection);
        return QTest::qWaitFor([&] { return registered && views.count(GuildId(guild)) && saved; }, Patience);
    }

    // What a restart leaves: the database and Discord's messages.
    void makeRouter()
    {
        environment.clock = clock;
        environment.rest = rest.get();
        environment.storage = &storage;
        environment.guild = [this](GuildId id) {
            const auto it = views.find(id);
            return it == views.end() ? nullptr : &it->second;
        };
        environment.tracker = [this](GuildId id) -> const TicketTracker * {
            const auto it = trackers.find(id);
            return it == trackers.end() ? nullptr : it->second.get();
        };
        environment.catchingUp = [this](GuildId) { return catchingUp; };
        environment.served = [this](GuildId id) { return !notServed.contains(id); };
        environment.commandIds = [this] { return commandIds; };
        environment.application = [this] { return ApplicationId(discord.world().bot()); };
        environment.self = [this] { return UserId(discord.world().bot()); };
        environment.stateText = [](const Language &) { return QStringLiteral("Connected"); };
        environment.configChanged = [this](GuildId id, const std::function<void()> &done) {
            storage.read(
                &context, [id](const Reader &reader) { return reader.config(id); },
                [this, id, done](const StoredConfig &config) {
                    stored = config;
                    setConfig(id);
                    done();
                });
        };
        router = std::make_unique<CommandRouter>(environment);
        QObject::connect(router.get(), &CommandRouter::handled, &context,
                         [this](GuildId, const QString &command, const QString &outcome, qint64) {
                             outcomes.append(command + QStringLiteral(": ") + outcome);
                         });
    }

    void setConfig(GuildId id)
    {
        GuildView &view = views.at(id);
        view.setConfig(resolveConfig({}, stored, view.namedRoles(), view.namedCategories()));
    }

    // -- tickets ------------------------------------------------------------------------------------------------------
    // Opened `ageMs` ago, answered after 5 minutes, closed after half an hour (if at all); straight into the database.
    ChannelId pastTicket(qint64 ageMs, quint64 category, bool closed = true)
    {
        const UtcMs openedMs = clock.utc() - ageMs;
        const ChannelId ticket(ChannelId::atMs(openedMs).value + ++m_serial);
        const GuildId server(guild);
        Fact::Ticket opened;
        opened.ticket = ticket;
        opened.category = ChannelId(category);
        opened.categoryName =
            category == appeals ? QStringLiteral("Appeals") : QStringLiteral("General Tickets");
        opened.name = QStringLiteral("ticket-%1").arg(m_serial);
        opened.openedAtMs = ticket.createdAtMs();
        TicketFacts facts{{server, opened}};
        const auto message = [&](UtcMs atMs, quint64 author, AuthorKind kind) {
            MessageFact fact;
            fact.id = MessageId(MessageId::atMs(atMs).value + m_serial);
            fact.ticket = ticket;
            fact.author = UserId(author);
            fact.kind = kind;
            fact.atMs = atMs;
            if (kind == AuthorKind::Staff)
                fact.roles = {RoleId(supportRole)};
            facts.append({server, fact});
        };
        message(openedMs + MinuteMs, member, AuthorKind::Guest);
        message(openedMs + 5 * MinuteMs, staff, AuthorKind::Staff);
        if (closed) {
            Fact::Closed fact;
            fact.ticket = ticket;
            fact.atMs = openedMs + 30 * MinuteMs;
            fact.eventMs = fact.atMs;
            facts.append({server, fact});
        }
        storage.enqueue(facts);
        return ticket;
    }

    // -- people ---------------------------------------------------------------------------------------------------------
    static QJsonObject option(QStringView name, const QJsonValue &value)
    {
        return {{QStringLiteral("name"), name.toString()}, {QStringLiteral("value"), value}};
    }
    static QJsonObject userOption(quint64 user) { return option(u"user", QString::number(user)); }
    static QJsonArray statsOptions(const QString &category, int days)
    {
        return {option(u"category", category), option(u"days", days)};
    }
    // Runs it and waits for its final answer.
    quint64 run(quint64 user, QStringView command, const QJsonArray &options = {})
    {
        return answered(discord.runCommand(guild, channel, user, command.toString(), options));
    }
    quint64 press(quint64 on, const QString &customId, quint64 user)
    {
        return answered(discord.press(on, customId, user));
    }
    quint64 choose(quint64 on, const QString &customId, const QStringList &values, quint64 user)
    {
        return answered(discord.choose(on, customId, values, user));
    }
    quint64 answered(quint64 interaction) const
    {
        if (interaction == 0 || !QTest::qWaitFor([&] { return isAnswered(interaction); }, Patience))
            qWarning() << "no answer to" << interaction;
        return interaction;
    }
    bool isAnswered(quint64 interaction) const
    {
        const Reply reply = discord.reply(interaction);
        return reply.callbackType == 4 || reply.callbackType == 8 || reply.callbackType == 9
            || reply.edits > 0;
    }

    // -- what they see -------------------------------------------------------------------------------------------------
    QString content(quint64 interaction) const
    {
        return discord.reply(interaction).message[u"content"].toString();
    }
    QJsonObject embed(quint64 interaction) const
    {
        return discord.reply(interaction).message[u"embeds"].toArray().at(0).toObject();
    }
    QString field(quint64 interaction, QStringView name) const
    {
        for (const QJsonValue &one : embed(interaction)[u"fields"].toArray()) {
            if (one[u"name"].toString() == name)
                return one[u"value"].toString();
        }
        return QStringLiteral("no such field");
    }
    // The custom_id of the button with that label, or of the select whose custom_id begins so.
    QString customId(quint64 interaction, QStringView labelOrPrefix) const
    {
        for (const QJsonValue &row : discord.reply(interaction).message[u"components"].toArray()) {
            for (const QJsonValue &component : row[u"components"].toArray()) {
                const QString id = component[u"custom_id"].toString();
                if (component[u"label"].toString() == labelOrPrefix || id.startsWith(labelOrPrefix))
                    return id;
            }
        }
        return {};
    }
    bool hasButton(quint64 interaction, QStringView label) const
    {
        return !customId(interaction, label).isEmpty();
    }

    // Waits for the store: what it says about the wipes and the tickets it counts.
    template <class Fn>
    auto ask(Fn fn)
    {
        std::optional<std::invoke_result_t<Fn, const Reader &>> result;
        storage.readAfterFlush(&context, fn, [&](auto value) { result = std::move(value); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, Patience))
            qFatal("The store does not answer");
        return *result;
    }
    int tickets()
    {
        return ask([id = GuildId(guild), now = clock.utc()](const Reader &reader) {
            TicketListFilter filter;
            filter.tab = TicketListFilter::Tab::All;
            return reader.tickets(id, filter, now, 0).total;
        });
    }
    QVector<MaxUser> maxUsers()
    {
        return ask([id = GuildId(guild)](const Reader &reader) { return reader.maxUsers(id); });
    }

    static constexpr int Patience = 20'000;

    StandInDiscord discord;
    std::atomic<qint64> aheadMs = 0;
    Clock clock;
    QTemporaryDir folder;
    StoredConfig stored;
    quint64 guild = 0, channel = 0, appeals = 0, general = 0;
    quint64 statsRole = 0, dataRole = 0, accessRole = 0, supportRole = 0;
    quint64 owner = 0, member = 0, ben = 0, viewer = 0, deleter = 0, manager = 0, staff = 0;
    Storage storage;
    QObject context;
    CommandRouter::Environment environment;
    std::unique_ptr<Discord::RestClient> rest;
    std::unique_ptr<Discord::GatewayClient> gateway;
    std::unique_ptr<CommandRouter> router;
    std::map<GuildId, GuildView> views;
    std::map<GuildId, std::unique_ptr<TicketTracker>> trackers;
    QHash<QString, CommandId> commandIds;
    QVector<Discord::Interaction> interactions; // as they arrived
    QStringList outcomes;
    bool catchingUp = false;
    bool deliver = true; // false: interactions are only collected
    QSet<GuildId> notServed;
    bool saved = false;

private:
    void take(const Discord::Event &event)
    {
        if (const auto *interaction = std::get_if<Discord::InteractionCreate>(&event)) {
            interactions.append(interaction->interaction);
            if (deliver)
                router->handle(interaction->interaction);
            return;
        }
        const GuildId id = guildOf(event);
        if (!id)
            return;
        GuildView &view = views.try_emplace(id, id).first->second;
        view.apply(event);
        auto &tracker = trackers[id];
        if (!tracker)
            tracker = std::make_unique<TicketTracker>(id);
        if (std::holds_alternative<Discord::GuildCreate>(event)) {
            setConfig(id);
            save(id);
        }
        storage.enqueue(tracker->handle(event, view, clock.utc(), clock.mono()));
    }
    void save(GuildId id)
    {
        GuildInfo info;
        info.id = id;
        info.name = views.at(id).guild().name;
        info.owner = views.at(id).guild().owner;
        FoldRules rules;
        rules.supportRoles = stored.supportRoles;
        storage.write(
            &context,
            [=, config = stored](Writer &writer) -> Status {
                if (Status done = writer.saveGuild(info); !done)
                    return done;
                writer.setFoldRules(id, rules);
                return writer.saveConfig(id, config, {});
            },
            [this](const Status &status) {
                if (!status)
                    qWarning() << status.error().text << status.error().detail;
                saved = true;
            });
    }

    quint64 m_serial = 0;
};
