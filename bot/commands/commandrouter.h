// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/language.h"
#include "bot/discord/interaction.h"
#include "bot/discord/outgoing.h"
#include "bot/discord/restclient.h"
#include "bot/store/storage.h"
#include "bot/tickets/guildview.h"
#include "bot/tickets/tickettracker.h"

#include <QObject>

#include <memory>

// Takes interactions and answers them (PROTOCOL 1.10, UX 4): de-duplicates, decides rights in RAM,
// acknowledges at once, then asks the store and edits the one reply. Commands, autocomplete, buttons, selects
// and modals all come in here.
//
// Thread: the bot thread. Owner: Bot. Knows servers only through `Environment`.
class CommandRouter : public QObject
{
    Q_OBJECT
public:
    struct Environment
    {
        Clock clock;
        Discord::RestClient *rest = nullptr;
        Storage *storage = nullptr;
        std::function<const GuildView *(GuildId)> guild; // null: not a server we serve
        std::function<const TicketTracker *(GuildId)> tracker;
        std::function<bool(GuildId)> catchingUp;
        std::function<bool(GuildId)> served; // DISCORD_GUILDS
        std::function<QHash<QString, CommandId>()> commandIds; // for </ticketstats:id>
        std::function<ApplicationId()> application;
        std::function<UserId()> self;
        std::function<QString(const Language &)> stateText; // for /help
        std::function<UtcMs()> serverNow; // time of the newest snowflake seen, for X-04
        // Settings changed by a command: reload before answering (effective at once).
        std::function<void(GuildId, std::function<void()>)> configChanged;
        // Draws a chart as PNG; empty function = no pictures (LAYOUT 9).
        std::function<void(QJsonObject spec, std::function<void(QByteArray)>)> drawChart;
        // UX 4.3: when "The data is busy" is said, and how much longer is tried.
        int busyAfterMs = 2500;
        int giveUpAfterMs = 10'000;
    };

    CommandRouter(Environment environment, QObject *parent = nullptr);
    ~CommandRouter() override;

    void handle(const Discord::Interaction &interaction);

signals:
    // For the bot log: command, outcome ("answered", "refused", "failed (ref 7F3A)"), time from frame to
    // acknowledgement.
    void handled(GuildId guild, const QString &command, const QString &outcome, qint64 acknowledgedAfterMs);
    void anotherProgramSuspected();

private:
    class Private;
    const std::unique_ptr<Private> d;
};
