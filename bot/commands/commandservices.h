// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/commands/categorychoice.h"
#include "bot/commands/commandrouter.h"
#include "bot/commands/pendingactions.h"

// What all commands of one router share. Lives in the bot thread; owned by CommandRouter.
struct CommandServices
{
    CommandRouter::Environment environment;
    QObject *home = nullptr; // the router: every call ends with it

    PendingActions pending;
    // What waits for Discord's word that an acknowledgement arrived. Here and not in the interaction, which
    // it refers to: two things that own each other would never end.
    QHash<InteractionId, QVector<std::function<void()>>> afterAcknowledgement;

    // The categories that tickets have or had, as last read: "No category named …" is decided without the
    // database.
    QHash<GuildId, QVector<CategoryRow>> categories;

    // The last answers of /ticketstats (FAULTS TM-31): good for 5 s unless something was committed meanwhile.
    struct StatisticsEntry
    {
        TicketStatistics now, before;
        UtcMs lastOpenedMs = 0;
        QVector<Bucket> buckets;
        QByteArray picture;
        MonoMs atMono = 0;
        quint64 commits = 0;
    };
    QHash<QString, StatisticsEntry> statistics;
    QHash<GuildId, quint64> commits;

    // Who has left a server, as Discord said last: it is asked once in 10 minutes.
    struct Membership
    {
        bool left = false;
        MonoMs atMono = 0;
    };
    QHash<QPair<GuildId, UserId>, Membership> memberships;

    std::function<void(GuildId, const QString &command, const QString &outcome, qint64 acknowledgedAfterMs)>
        handled;
    std::function<void()> acknowledgedTwice;

    const GuildView &view(GuildId guild) const; // an empty one when the server is unknown
    KnownCategories knownCategories(GuildId guild) const;
    void rememberCommit(const ChangeSet &changes);
    void reloadCategories(GuildId guild); // 0: of every server
};
