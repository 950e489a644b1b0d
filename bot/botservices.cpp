// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/bot.h"

#include "bot/base/logging.h"
#include "bot/commands/commandtable.h"
#include "bot/discord/routes.h"

using namespace Qt::Literals::StringLiterals;

// What people get from the bot inside Discord: notices to managers, and the slash commands.

// -- telling managers ---------------------------------------------------------------------------------------------------------

void Bot::startNotices()
{
    NoticeService::Environment environment;
    environment.clock = m_options.clock;
    environment.rest = &rest();
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
    environment.workingTime = [this](GuildId guild, UtcMs now) {
        const Server *server = find(guild);
        const WorkingHours hours = server ? server->stored.workingHours() : WorkingHours();
        return AlarmService::WorkingTime{hours.openAt(now), hours.opensAt(now)};
    };
    environment.drawChart = m_options.drawChart;
    m_notices = std::make_unique<NoticeService>(std::move(environment));
    connect(m_notices.get(), &NoticeService::troublesChanged, this, &Bot::changed);
    connect(m_notices.get(), &NoticeService::desktopNotice, this, &Bot::desktopNotice);
}

// -- commands ---------------------------------------------------------------------------------------------------------------------

void Bot::registerCommands(bool again)
{
    if (!m_connection->application() || m_registrar->busy())
        return;
    m_storage.write(
        this, [](Writer &w) { return w.registrationsToday(); },
        [this, again](const Result<int> &written) {
            if (m_registrar->busy())
                return;
            Discord::CommandRegistrar::Job job;
            job.application = m_connection->application();
            job.wanted = registrationJson();
            job.same = sameCommands;
            job.again = again;
            job.writesInLastDay = written ? *written : 0;
            job.recordWrite = [this] {
                const UtcMs now = m_options.clock.utc();
                m_storage.write(
                    this, [now](Writer &w) { return w.recordRegistration(now); }, [](const Status &) {});
            };
            m_registrar->run(std::move(job),
                             [this](const Result<Discord::CommandRegistrar::Outcome> &outcome) {
                                 m_commandsSettled = true;
                                 if (outcome) {
                                     m_commandIds = outcome->ids;
                                     m_commandCount = outcome->count();
                                 }
                                 m_commandsRefusal = outcome ? outcome->refusal : outcome.error().text;
                                 if (m_commandsRefusal.isEmpty())
                                     qCInfo(lcBot).noquote() << commandsText();
                                 else
                                     qCWarning(lcBot).noquote() << commandsText();
                                 checkReady();
                                 changed();
                             });
        });
}

// In the language of this moment: it changes while the program runs.
QString Bot::commandsText() const
{
    if (!m_commandsSettled)
        return {};
    return m_commandsRefusal.isEmpty()
        ? QCoreApplication::translate("Bot", "%1 commands registered").arg(m_commandCount)
        : m_commandsRefusal;
}

CommandRouter::Environment Bot::routerEnvironment()
{
    CommandRouter::Environment environment;
    environment.clock = m_options.clock;
    environment.rest = &rest();
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
    environment.application = [this] { return m_connection->application(); };
    environment.self = [this] { return m_self.id; };
    environment.stateText = [this](const Language &language) {
        const int latencyMs = m_connection->status().latencyMs;
        return latencyMs >= 0 ? language.translate("Bot", "connected, %1 ms").arg(latencyMs)
                              : language.translate("Bot", "connected");
    };
    environment.serverNow = [this] { return m_newestSnowflakeMs; };
    environment.configChanged = [this](GuildId guild, std::function<void()> done) {
        reloadConfig(guild, [this, guild, done = std::move(done)] { m_notices->reload(guild, done); });
    };
    environment.drawChart = m_options.drawChart;
    return environment;
}

// INTERFACE.md: every guild available or 15 s since READY, commands settled, the available guilds caught up.
