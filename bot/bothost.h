// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/post.h"
#include "bot/base/result.h"
#include "bot/discord/gatewayclient.h"
#include "bot/discord/restclient.h"
#include "bot/notices/noticesettings.h"
#include "bot/store/storage.h"
#include "bot/tickets/configedit.h"
#include "bot/tickets/guildview.h"
#include "bot/tickets/ticketrecord.h"

#include <QObject>
#include <QThread>

#include <memory>

class Bot;

// What the console and the headless program show about the bot, copied out of the bot thread at most 4 times a second.
struct BotState
{
    struct Server
    {
        GuildId id;
        QString name;
        QString icon;
        int memberCount = 0;
        bool available = false;
        bool removed = false;
        bool catchingUp = false;
        QString catchUpText; // "Reading messages: 12 of 40 channels"
        GuildConfig config; // in force
        QVector<Discord::Role> roles; // as Discord orders them, highest first
        QVector<Discord::Channel> channels; // without threads
        QVector<QString> unreadable; // "#appeal-3: Read Message History is missing" (P-04)
        QVector<QString> cannotPost; // "Cannot post in #ticket-logs: Send Messages is missing."
        struct Posting
        {
            QString missing; // "Send Messages is missing"; empty = the bot may post there
            bool mayAttach = false;
        };
        QHash<ChannelId, Posting> posting; // of text and announcement channels
        bool mayMentionEveryone = false;
        UserId owner;
    };
    Discord::GatewayStatus gateway;
    Discord::RestClient::State rest;
    UserId self;
    QString selfName;
    QString selfAvatar; // hash; empty when none
    ApplicationId application;
    bool messageContent = false; // granted in the portal
    QVector<Server> servers;
    UtcMs lastEventMs = 0;
    qint64 eventsReceived = 0; // since the program began
    int reconnectsToday = 0;
    bool anotherProgramSuspected = false;
    QString commandsText; // "8 commands registered" / why not
    QString banner; // T-01: "Connected to a stand-in at 127.0.0.1:1234"; "" otherwise
};

// The handle to the bot for everyone outside its thread: owns the storage, the bot thread and the Bot in it.
// Thread: created and used in the GUI (main) thread. Owner: Application.
class BotHost : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString dataDir;
        QUrl apiBase;
        EnvironmentSettings environment;
        Clock clock = Clock::system();
        QString expectedUuid;
        std::function<void(QJsonObject, std::function<void(QByteArray)>)> drawChart;
        // The demo's disk, see StorageOptions.
        Backups::FreeBytes freeBytes;
        std::function<int(const QString &)> storageFault;
        std::function<void()> waiting; // StorageOptions::waiting
    };

    explicit BotHost(QObject *parent = nullptr);
    ~BotHost() override;

    Status open(Options options); // opens the database and starts the threads; no network yet
    void connectToDiscord(const QByteArray &token);
    void disconnectFromDiscord();
    void retryNow(); // the connection
    void tellState(); // anew: its words are in another language now
    void startAnew(); // the database is another one than before: the bot forgets what it knew, and catches up
    // Commits everything received, closes the gateway with 1000, joins. Under 2 s (INTERFACE.md, SIGTERM).
    void stop();

    Storage &storage() const;
    const BotState &state() const;
    const EnvironmentSettings &environment() const; // what it fixes, also while no server is known

    // fn: R(Bot &) in the bot thread; done(R) in asker's thread.
    template <class Asker, class Fn, class DoneFn>
    void post(Asker *asker, Fn fn, DoneFn done)
    {
        ::post(bot(), asker, std::move(fn), std::move(done));
    }
    // A REST call through the bot's own queue (pickers, token test with another token is setup's own business).
    void call(Discord::Request request, QObject *asker, Discord::RestClient::Done done);
    // Whom a token belongs to: asks Discord with that token and changes nothing. Error kind Denied: Discord rejected it.
    // `waiting`: Discord asked for a pause of so many milliseconds first; it goes on by itself.
    void testToken(const QByteArray &token, QObject *asker,
                   std::function<void(Result<Discord::Application>)> done,
                   std::function<void(qint64)> waiting = {});
    void registerCommands(); // again, because a person asked; BotState::commandsText tells how it went
    // After Failure::DifferentBot: the person wants this folder's data to go on with the new bot (PROTOCOL I-05).
    void acceptDifferentBot();
    void checkAgain(GuildId guild); // catching up by hand ("Try detection", after a permission was given)
    // Saves, reloads the bot's copy, then done: slash commands obey from then on (UX J4).
    void saveConfig(GuildId guild, const StoredConfig &config, const Actor &actor, bool refoldRecorded,
                    QObject *asker, std::function<void(Status)> done);
    // The same for single steps, applied to what is stored at that moment: nobody's work is overwritten.
    void editConfig(GuildId guild, const ConfigEdit &edit, const Actor &actor, bool refoldRecorded,
                    QObject *asker, std::function<void(Status)> done);
    void reloadConfig(GuildId guild, QObject *asker, std::function<void()> done);
    // Alarms, summaries, what the log channel gets (notices/noticesettings.h); in force when done is called.
    void saveNoticeSettings(GuildId guild, const QJsonObject &settings, const Actor &actor, QObject *asker,
                            std::function<void(Status)> done);
    // What Discord would answer to "may this person use that" is accesspolicy's business; this hands out a copy of the view.
    // What a summary would post now, as it would post it.
    void previewSummary(GuildId guild, const SummarySchedule &schedule, QObject *asker,
                        std::function<void(Discord::OutgoingMessage)> done);
    void sendSummaryNow(GuildId guild, const SummarySchedule &schedule, QObject *asker,
                        std::function<void(Status)> done);
    void testAlarm(GuildId guild, AlarmKind kind, const AlarmSetting &setting, QObject *asker,
                   std::function<void(Status)> done);
    void muteTicket(GuildId guild, ChannelId ticket, bool on, QObject *asker,
                    std::function<void(Status)> done);
    void setTicket(GuildId guild, ChannelId channel, bool isTicket, const Actor &actor, QObject *asker,
                   std::function<void(Status)> done);
    // Who closed a ticket and why, said by hand (UX 3.4); in the history.
    void setCloseByHand(GuildId guild, ChannelId ticket, const CloseByHand &said, const Actor &actor,
                        QObject *asker, std::function<void(Status)> done);

signals:
    void stateChanged(const BotState &state);
    void committed(const ChangeSet &changes);
    void troubleChanged(const StorageTrouble &trouble);
    // Once every guild is available or 15 s have passed since READY, commands are registered or refused, and the available
    // guilds are caught up (INTERFACE.md).
    void ready(int guilds, int commands);
    // An alarm for this computer (UX 3.7); the same key is shown once an hour.
    void desktopNotice(const QString &key, const QString &title, const QString &text);
    void failed(Discord::GatewayStatus::Failure failure, const QString &text); // a "Stop" row

private:
    Bot *bot() const;
    void changeConfig(GuildId guild, std::function<Status(Writer &)> change, bool refoldRecorded,
                      QObject *asker, std::function<void(Status)> done);
    class Private;
    const std::unique_ptr<Private> d;
};
Q_DECLARE_METATYPE(BotState)
