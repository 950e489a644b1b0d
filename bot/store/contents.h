// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/store/values.h"

class Reader;

// What a database holds, in short: to compare a backup with what is there now before one takes the other's place (UX 3.8).
struct DatabaseContents
{
    struct Server
    {
        GuildId id;
        QString name;
        qint64 tickets = 0, messages = 0;
        UtcMs lastMs = 0; // the newest ticket's opening; 0 = none
    };
    QString uuid;
    int schema = 0;
    QVector<Server> servers; // by name
};

DatabaseContents contentsOf(const Reader &reader);
// Reader::health() without its counts, which walk over every ticket: for who only wants to know about the file.
StorageHealth fileHealth(const Reader &reader);
// Of a file that nobody has open: checked first. Blocking, in any thread; opens a connection of its own.
Result<DatabaseContents> contentsOfBackup(const QString &file);
