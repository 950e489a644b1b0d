// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/backup.h"

#include <QMetaType>

// What was done about a damaged database (PROTOCOL S-08): the user is told what came back and what could not.
struct DatabaseRecovery
{
    QString quarantine; // folder with the damaged files, beside the database
    QString
        backup; // name of the backup that took over; empty: there was none, all comes from the damaged file
    UtcMs backupMs = 0;
    qint64 ticketsInBackup = 0;
    qint64 ticketsRecovered = 0; // newer than the backup, read out of the damaged file
    qint64 ticketsKnown = 0; // newer than the backup, as far as anything in the damaged file knows of them
    qint64 messagesRecovered = 0;
    bool complete = true; // false: parts of the damaged file could not be read
};
Q_DECLARE_METATYPE(DatabaseRecovery)

// Puts the damaged files away together, brings the newest good backup in, and reads out of the damaged file what can be
// read, row by row. Nobody may have the database open. Error: nothing good could be made; the files lie where they were.
Result<DatabaseRecovery> recoverDatabase(const DatabaseFile &file, const Clock &clock,
                                         const Backups::FreeBytes &freeBytes = {});

// Moves database, -wal and -shm into a folder of their own; a -wal is part of the data and is never deleted.
Result<QString> quarantineDatabase(const DatabaseFile &file, const Clock &clock);
