// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"

#include <QMetaType>
#include <QSet>
#include <QString>
#include <QVector>

// What one commit changed: signals say only what changed, pages and caches ask for the new values.
struct ChangeSet
{
    struct TicketEvent // for log cards and alarms: sent after the commit, once (PROTOCOL K-02)
    {
        enum class Kind
        {
            Opened,
            FirstReply,
            Closed,
            Reopened
        } kind;
        GuildId guild;
        ChannelId ticket;
        qint64 atMs = 0;
        bool live = true; // false: found while catching up
    };
    QSet<GuildId> guilds;
    QSet<ChannelId> tickets;
    QVector<TicketEvent> events;
    bool config = false; // settings, roles, max-permission users
    bool audit = false; // history: wipes, undo, settings
    bool wiped = false; // many tickets left or came back: reload everything
};
Q_DECLARE_METATYPE(ChangeSet)

struct StorageTrouble
{
    enum class Kind
    {
        None,
        Locked,
        Full,
        ReadOnly,
        Io,
        Corrupt,
        LowSpace
    } kind = Kind::None;
    int waiting = 0; // facts held in memory
    qint64 sinceMs = 0;
    qint64 freeBytes = -1;
    QString text;
};
Q_DECLARE_METATYPE(StorageTrouble)
