// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/bothost.h"
#include "bot/catchup.h"
#include "bot/commands/commandrouter.h"
#include "bot/discord/commandregistrar.h"
#include "bot/discord/events.h"
#include "bot/discordconnection.h"
#include "bot/notices/noticeservice.h"
#include "bot/store/storage.h"
#include "bot/tickets/guildview.h"
#include "bot/tickets/tickettracker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

// The bot: joins the connection to Discord, one view and one tracker per server, catching up, and the slash commands.
// Every dispatched event passes through handle(): view first, then tracker, then the store's queue. Never waits for a disk.
//
// Thread: the bot thread; start() creates the sockets there. Owner: BotHost.
class Bot : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QUrl apiBase;
        EnvironmentSettings environment;
        Clock clock;
        std::function<void(QJsonObject, std::function<void(QByteArray)>)> drawChart;
        int guildWaitMs = 15'000; // for servers that READY named and that do not come (PROTOCOL A-02)
        qint64 checkIntervalMs = 6 * HourMs; // of the look for what Discord never sent (PROTOCOL 2.5)
        qint64 malformedCheckMs =
            10 * MinuteMs; // at most one look because of events that could not be read in it
    };

    Bot(Storage &storage, Options options);
    ~Bot() override;

    void start(BotMemory memory); // once, in the bot thread
    void connectToDiscord(const QByteArray &token);
    void disconnectFromDiscord();
    void startAnew(BotMemory memory); // the database is another one (botcatchup.cpp)
    void retryNow();
    void changed(); // schedules stateChanged(), at most 4 a second
    // The stored bot is another one: the person said that its data may be mixed with this one's (PROTOCOL I-05).
    void acceptDifferentBot();
    void shutDown(); // closes the gateway with 1000 (C-04); stopped() follows within 0.7 s

    Discord::RestClient &rest() { return m_connection->rest(); }
    void reloadConfig(GuildId guild, std::function<void()> done);
    // After an import or its undoing: settings and tickets as the store has them now, and open ones looked up at once.
    void reloadHistory(GuildId guild, std::function<void()> done);
    TicketFacts setTicket(GuildId guild, ChannelId channel, bool isTicket);
    NoticeService &notices() { return *m_notices; }
    void checkAgain(GuildId guild); // catching up by hand
    // A copy of what the bot sees of a server, for questions that change nothing; none while it is not there.
    std::optional<GuildView> viewOf(GuildId guild) const;
    // What the token belongs to; asks Discord with that token only, changes nothing here. `waiting`: Discord wants a pause
    // of so many milliseconds first.
    void testToken(const QByteArray &token, QObject *context,
                   std::function<void(Result<Discord::Application>)> done,
                   std::function<void(qint64)> waiting = {});
    void registerCommands(bool again = false); // again: somebody asked for it (D-01's limits stay)
    BotState state() const;
    UtcMs now() const { return m_options.clock.utc(); }

signals:
    void stateChanged(const BotState &state);
    void ready(int guilds, int commands);
    void desktopNotice(const QString &key, const QString &title, const QString &text);
    void failed(Discord::GatewayStatus::Failure failure, const QString &text);
    void stopped();

private:
    // Everything that belongs to one server.
    struct Server
    {
        explicit Server(GuildId id) : view(id), tracker(id) { }
        GuildInfo info;
        StoredConfig stored;
        GuildView view;
        // What names in the environment mean (INTERFACE.md): as it was when the server became available, without what is
        // gone since. Who renames or creates a role gains and takes nothing by that. A category under a new name joins.
        QVector<NamedRole> rolesToName;
        QVector<NamedCategory> categoriesToName;
        TicketTracker tracker;
        std::unique_ptr<CatchUp> catchUp;
        AuditEntryId auditCheckpoint; // of the last catching up; live entries move the stored one
        UtcMs gapFromMs = 0; // since then something may be missing; 0 = nothing
        QString gapCause;
        bool caughtUp = false; // since the last GUILD_CREATE
        MonoMs nextMalformedCheck = 0; // not before
        bool malformedCheckDue = false;
        bool auditRefused = false; // View Audit Log is missing
        bool oldNews = false; // what this catching up finds was there before it was a ticket
        QHash<ChannelId, QString> unreadable; // why messages could not be read (PROTOCOL P-04)
        QVector<QString> unreadableTexts;
        bool seenThisSession = false; // it was available since READY (PROTOCOL A-01)
        // For checks: up to where messages are known to be whole, and since when everything is.
        QHash<ChannelId, MessageId> verified;
        UtcMs lookedMs = 0;
        QSet<ChannelId> suspects; // something about them was lost or unreadable
        bool categoriesDiffer = false; // found by the check in hand
    };

    void handle(const Discord::Event &event);
    void onReady(const Discord::Ready &ready);
    void onGuildCreate(const Discord::GuildCreate &event);
    void onGuildDelete(const Discord::GuildDelete &event);
    void onServerEvent(Server &server, const Discord::Event &event);
    void track(Server &server, const Discord::Event &event);
    void onSessionLost(UtcMs sinceMs);
    void applyConfig(Server &server); // resolves, tells the store; reconciles when ticket categories came
    void catchUp(Server &server);
    void onCaughtUp(GuildId guild, const CatchUp::Outcome &outcome);
    // -- looking for what nobody told (botcatchup.cpp)
    void startWork(Server &server, CatchUp::Task task);
    void beginGap(Server &server, UtcMs fromMs, const QString &cause); // or goes on with the one that began
    void rememberGap(const Server &server);
    void check(Server &server);
    void checkAll();
    void suspect(Server &server, ChannelId channel);
    void suspectSome(); // after a resume, a sample
    void recheck();
    void onRechecked(Server &server, const CatchUp::Outcome &outcome);
    void onMalformed(Server &server, const Discord::MalformedEvent &event);
    void confirmRemoval(GuildId guild);
    void onRemoved(Server &server);
    void permissionsMayHaveChanged(Server &server);
    void startNotices();
    void checkReady();
    void reportUnknownIds() const;
    void rememberServer(Server &server);
    CommandRouter::Environment routerEnvironment();
    QString commandsText() const; // "" = not settled yet
    Server *find(GuildId guild) const;
    Server &serverFor(GuildId guild);
    UtcMs newestSnowflakeMs() const { return m_newestSnowflakeMs; }

    Storage &m_storage;
    const Options m_options;
    std::unique_ptr<DiscordConnection> m_connection; // in the bot thread, from start()
    std::unique_ptr<Discord::CommandRegistrar> m_registrar;
    std::unique_ptr<CommandRouter> m_router;
    std::unique_ptr<NoticeService> m_notices;
    std::map<GuildId, std::unique_ptr<Server>> m_servers;
    BotMemory m_memory;

    Discord::User m_self;
    bool m_differentBotAccepted = false;
    bool m_anotherProgramSuspected = false;
    QSet<GuildId> m_awaitedGuilds; // of READY, not yet available
    bool m_guildWaitOver = false;
    bool m_commandsSettled = false;
    bool m_readySaid = false;
    int m_commandCount = 0;
    QString m_commandsRefusal; // why not
    QHash<QString, CommandId> m_commandIds;
    UtcMs m_lastEventMs = 0;
    qint64 m_eventsReceived = 0;
    UtcMs m_newestSnowflakeMs = 0;

    QTimer m_stateTimer{this}; // children, so that they move to the bot thread with it
    QTimer m_guildWait{this};
    QTimer m_aliveTimer{this};
    QTimer m_permissionTimer{this};
    QTimer m_checkTimer{this};
    QTimer m_recheckTimer{this};
    QSet<GuildId> m_permissionsChanged;
};
