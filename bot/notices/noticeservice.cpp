// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/noticeservice.h"

#include "bot/base/logging.h"
#include "bot/store/noticestore.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

NoticeService::NoticeService(Environment environment, QObject *parent)
    : QObject(parent), m_environment(std::move(environment)), m_ticketLog(m_environment.storage)
{
    makeOutbox();
    makeAlarms();
    makeSummaries();
    // Queued: the signals come from the storage thread, after the commit (K-02).
    connect(
        m_environment.storage, &Storage::committed, this,
        [this](const ChangeSet &changes) {
            m_ticketLog.tell(changes.events);
            for (const GuildId guild : changes.guilds) {
                m_outbox->pump(guild);
                m_alarms->changed(guild);
            }
        },
        Qt::QueuedConnection);
    connect(m_environment.storage, &Storage::troubleChanged, m_alarms.get(), &AlarmService::setTrouble,
            Qt::QueuedConnection);
}

void NoticeService::makeOutbox()
{
    NoticeOutbox::Environment outbox;
    outbox.clock = m_environment.clock;
    outbox.rest = m_environment.rest;
    outbox.storage = m_environment.storage;
    outbox.guild = m_environment.guild;
    outbox.caughtUp = m_environment.caughtUp;
    outbox.language = [this](GuildId guild, const QString &chosen) { return language(guild, chosen); };
    outbox.compose = [this](const NoticeRow &row, const NoticeOutbox::Composed &then) {
        if (row.kind == NoticeRow::Kind::Alarm)
            m_alarms->compose(row, then);
        else
            m_summaries->compose(row, then);
    };
    outbox.logChannelGone = [this](GuildId guild) { unsetLogChannel(guild); };
    m_outbox = std::make_unique<NoticeOutbox>(std::move(outbox));
    connect(m_outbox.get(), &NoticeOutbox::troublesChanged, this, &NoticeService::troublesChanged);
}

void NoticeService::makeAlarms()
{
    AlarmService::Environment alarms;
    alarms.clock = m_environment.clock;
    alarms.storage = m_environment.storage;
    alarms.guild = m_environment.guild;
    alarms.fresh = [this](GuildId guild) {
        return m_disconnectedSinceMs == 0 && m_environment.caughtUp(guild);
    };
    alarms.settings = [this](GuildId guild) -> const NoticeSettings & { return settings(guild); };
    alarms.workingTime = m_environment.workingTime;
    alarms.timeZone = [this](GuildId guild) { return m_servers.value(guild).timeZone; };
    alarms.language = [this](GuildId guild) { return language(guild); };
    m_alarms = std::make_unique<AlarmService>(std::move(alarms));
    connect(m_alarms.get(), &AlarmService::desktopNotice, this, &NoticeService::desktopNotice);
}

void NoticeService::makeSummaries()
{
    SummaryService::Environment summaries;
    summaries.clock = m_environment.clock;
    summaries.storage = m_environment.storage;
    summaries.guild = m_environment.guild;
    summaries.fresh = [this](GuildId guild) {
        return m_disconnectedSinceMs == 0 && m_environment.caughtUp(guild);
    };
    summaries.settings = [this](GuildId guild) -> const NoticeSettings & { return settings(guild); };
    summaries.timeZone = [this](GuildId guild) { return m_servers.value(guild).timeZone; };
    summaries.language = [this](GuildId guild, const QString &chosen) { return language(guild, chosen); };
    summaries.drawChart = m_environment.drawChart;
    m_summaries = std::make_unique<SummaryService>(std::move(summaries));
}

NoticeService::~NoticeService() = default;

void NoticeService::load(GuildId guild, const QJsonObject &settings)
{
    m_servers[guild].settings = NoticeSettings::fromJson(settings);
    tellWriter(guild);
    m_alarms->add(guild);
    m_alarms->changed(guild);
    m_summaries->reload(guild);
}

const NoticeSettings &NoticeService::settings(GuildId guild) const
{
    static const NoticeSettings Defaults;
    const auto found = m_servers.constFind(guild);
    return found == m_servers.cend() ? Defaults : found->settings;
}

void NoticeService::reload(GuildId guild, std::function<void()> done)
{
    m_environment.storage->read(
        this, [guild](const Reader &reader) { return NoticeStore::settings(reader, guild); },
        [this, guild, done = std::move(done)](const QJsonObject &settings) {
            load(guild, settings);
            m_outbox->pump(guild);
            if (done)
                done();
        });
}

void NoticeService::configChanged(GuildId guild, const StoredConfig &config)
{
    Server &server = m_servers[guild];
    const bool otherChannel = server.logChannel && server.logChannel != config.logChannel;
    server.logChannel = config.logChannel;
    server.timeZone = config.timeZone;
    tellWriter(guild);
    m_alarms->add(guild);
    m_alarms->changed(guild);
    if (otherChannel)
        m_outbox->rightsChanged(guild); // what one channel refused, another may take
}

// In the writer's own thread and before the facts that follow: what happens from now on follows these rules.
void NoticeService::tellWriter(GuildId guild)
{
    Server &server = m_servers[guild];
    const NoticeRules rules = server.logChannel ? server.settings.logEvents : NoticeRules();
    if (server.told && server.told->opened == rules.opened && server.told->closed == rules.closed
        && server.told->firstReply == rules.firstReply)
        return;
    server.told = rules;
    m_environment.storage->write(
        this,
        [guild, rules](Writer &writer) -> Status {
            writer.setNoticeRules(guild, rules);
            return {};
        },
        [](const Status &) {});
}

void NoticeService::caughtUp(GuildId guild, UtcMs awayFromMs, bool news)
{
    m_outbox->caughtUp(guild, awayFromMs, news);
    m_alarms->changed(guild);
    // Everything found is committed first, so that it is in the one card.
    m_environment.storage->flushed(this, [this, guild] { m_outbox->pump(guild); });
}

void NoticeService::rightsChanged(GuildId guild)
{
    m_outbox->rightsChanged(guild);
}

void NoticeService::setDisconnectedSince(UtcMs sinceMs)
{
    m_disconnectedSinceMs = sinceMs;
    m_alarms->setDisconnectedSince(sinceMs);
}

void NoticeService::stop()
{
    m_alarms->stop();
    m_summaries->stop();
    m_outbox->stop();
}

Language NoticeService::language(GuildId guild, const QString &chosen) const
{
    if (!chosen.isEmpty())
        return Language::fromDiscord(chosen);
    const GuildView *view = m_environment.guild(guild);
    const QString posts = view ? view->config().postLanguage : QString();
    return Language::fromDiscord(posts.isEmpty() ? m_environment.serverLanguage(guild) : posts);
}

// PROTOCOL N-14, 404: nobody posts into a channel that is gone; the history says why the setting is empty.
void NoticeService::unsetLogChannel(GuildId guild)
{
    m_environment.storage->write(
        this,
        [guild](Writer &writer) -> Status {
            StoredConfig config = Reader(writer.database()).config(guild);
            if (!config.logChannel)
                return {};
            config.logChannel = {};
            return writer.saveConfig(
                guild, config,
                {{}, QCoreApplication::translate("Notices", "the bot: the channel was deleted"), false});
        },
        [this, guild](const Status &saved) {
            if (!saved)
                qCWarning(lcBot).noquote() << "The log channel could not be unset:" << saved.error().detail;
            else if (m_environment.configChanged)
                m_environment.configChanged(guild);
        });
}

#include "moc_noticeservice.cpp"
