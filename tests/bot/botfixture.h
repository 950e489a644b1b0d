// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "bot/bothost.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// A server "Northwind" on the stand-in with one ticket category, staff and a ticket bot, and the whole bot talking to it over
// loopback. The stand-in is the ground truth.
struct BotFixture
{
    static constexpr int WaitMs = 30'000; // generous: only a failure takes that long

    StandInDiscord discord;
    QTemporaryDir dir;
    quint64 guild = 0, owner = 0, staffRole = 0, statsRole = 0, category = 0, otherCategory = 0,
            closedCategory = 0, lobby = 0;
    quint64 ticketBot = 0, ana = 0, ben = 0, kira = 0, tom = 0;
    EnvironmentSettings environment;
    Clock clock = Clock::system();
    std::function<void(QJsonObject, std::function<void(QByteArray)>)> drawChart;
    Backups::FreeBytes freeBytes;
    std::function<int(const QString &)> storageFault;
    std::unique_ptr<BotHost> host;
    int readyGuilds = -1;
    int readyCommands = -1;
    QString failure;

    BotFixture()
    {
        using namespace Qt::Literals::StringLiterals;
        if (!discord.listen())
            qFatal("the stand-in cannot listen on loopback");
        DemoWorld &w = discord.world();
        owner = w.addUser(u"dana"_s);
        guild = w.addGuild(u"Northwind"_s, owner);
        staffRole = w.addRole(guild, u"Support"_s);
        statsRole = w.addRole(guild, u"Ticket Manager"_s);
        ana = w.addUser(u"ana"_s);
        ben = w.addUser(u"ben"_s);
        kira = w.addUser(u"kira"_s);
        tom = w.addUser(u"tom"_s);
        ticketBot = w.addUser(u"Tickets"_s, true);
        w.addMember(guild, ana, {staffRole});
        w.addMember(guild, ben, {staffRole, statsRole});
        w.addMember(guild, kira);
        w.addMember(guild, tom);
        w.addMember(guild, ticketBot);
        category = w.addCategory(guild, u"Appeals"_s);
        otherCategory = w.addCategory(guild, u"Lounge"_s);
        closedCategory = w.addCategory(guild, u"Closed tickets"_s);
        lobby = w.addChannel(guild, otherCategory, u"lobby"_s);
        environment.lists[Setting::TicketCategories] = {u"Appeals"_s};
        environment.lists[Setting::ClosedCategories] = {u"Closed tickets"_s};
        environment.lists[Setting::SupportRoles] = {u"Support"_s};
        environment.lists[Setting::StatsRoles] = {u"Ticket Manager"_s};
        environment.lists[Setting::DatabaseRoles] = {QString::number(statsRole)};
    }
    ~BotFixture() { stop(); }

    void launch()
    {
        host = std::make_unique<BotHost>();
        BotHost::Options options;
        options.dataDir = dir.path();
        options.apiBase = discord.apiBase();
        options.environment = environment;
        options.clock = clock;
        options.drawChart = drawChart;
        options.freeBytes = freeBytes;
        options.storageFault = storageFault;
        readyGuilds = readyCommands = -1;
        failure.clear();
        QObject::connect(host.get(), &BotHost::ready, host.get(),
                         [this](int g, int c) { readyGuilds = g, readyCommands = c; });
        QObject::connect(host.get(), &BotHost::failed, host.get(),
                         [this](Discord::GatewayStatus::Failure, const QString &text) { failure = text; });
        const Status opened = host->open(options);
        if (!opened)
            qFatal("cannot open the store: %s", qPrintable(opened.error().text + opened.error().detail));
        host->connectToDiscord(discord.token().toLatin1());
    }
    bool start()
    {
        launch();
        return QTest::qWaitFor([this] { return readyGuilds >= 0; }, WaitMs);
    }
    void stop() { host.reset(); }

    // Everything that the stand-in has sent so far has gone through the bot and is committed: a message to a marker channel
    // would be seen by tests, so the last thing sent is awaited by its effect instead (see the callers), and then flushed.
    template <class Fn>
    auto ask(Fn fn)
    {
        using R = std::invoke_result_t<Fn, const Reader &>;
        std::optional<R> result;
        host->storage().readAfterFlush(host.get(), fn, [&](R r) { result = std::move(r); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, WaitMs))
            qFatal("the store does not answer");
        return *result;
    }
    TicketStatistics numbers(int days = 1, quint64 ofGuild = 0)
    {
        const GuildId g(ofGuild ? ofGuild : guild);
        const UtcMs now = QDateTime::currentMSecsSinceEpoch() + 1000;
        return ask([=](const Reader &r) { return r.statistics(g, {}, Window::lastDays(days, now)); });
    }
    std::optional<TicketDetail> ticket(quint64 channel)
    {
        const GuildId g(guild);
        return ask([=](const Reader &r) { return r.ticket(g, ChannelId(channel)); });
    }
    quint64 openTicket(const QString &name, quint64 requester, qint64 atMs = 0)
    {
        DemoWorld &w = discord.world();
        const quint64 channel = w.addChannel(
            guild, category, name, {.by = ticketBot, .requester = requester, .reason = {}, .atMs = atMs});
        DemoMessageOptions welcome;
        welcome.mentions = {requester};
        welcome.atMs = atMs;
        w.addMessage(channel, ticketBot, welcome);
        return channel;
    }
    StandInDiscord::Reply command(quint64 user, const QString &name, const QJsonArray &options = {},
                                  quint64 inGuild = 0)
    {
        const quint64 id = discord.runCommand(inGuild ? inGuild : guild, lobby, user, name, options);
        return answer(id);
    }
    // Waits until the interaction has its final message.
    StandInDiscord::Reply answer(quint64 interaction)
    {
        last = interaction;
        const bool answered = QTest::qWaitFor(
            [&] {
                const StandInDiscord::Reply r = discord.reply(interaction);
                return r.callbackType == 4 || r.callbackType == 7 || r.callbackType == 9 || r.edits > 0;
            },
            WaitMs);
        return answered ? discord.reply(interaction) : StandInDiscord::Reply();
    }
    quint64 last = 0;
};

inline QJsonObject stringOption(const QString &name, const QString &value)
{
    using namespace Qt::Literals::StringLiterals;
    return {{u"name"_s, name}, {u"type"_s, 3}, {u"value"_s, value}};
}
inline QJsonObject integerOption(const QString &name, int value)
{
    using namespace Qt::Literals::StringLiterals;
    return {{u"name"_s, name}, {u"type"_s, 4}, {u"value"_s, value}};
}
inline QString textOf(const StandInDiscord::Reply &reply)
{
    return QString::fromUtf8(QJsonDocument(reply.message).toJson(QJsonDocument::Compact));
}
