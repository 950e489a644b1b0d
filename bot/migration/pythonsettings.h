// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/tickets/config.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

// The Python bot's settings: `permissions.py`, `cogs/lists/*.py` and `.env`, in both shapes it had
// (MIGRATION.md). Names stay names here; they become ids through the matching table. Pure except
// readPythonSettings(), which only reads files.
struct PythonSettings
{
    QHash<Setting, QStringList>
        roles; // SupportRoles, StatsRoles, DatabaseRoles, AccessRoles; an entry is a name or an id
    QStringList categories; // Discord category names, in the order of the file
    QVector<UserId> privilegedUsers;
    QStringList notNeeded; // settings that have no counterpart any more, by name
    QStringList files; // those that were read
    struct Problem
    {
        QString file;
        int line = 0; // 0 = the whole file
        QString text;
    };
    QVector<Problem> problems;
    // The token stands in one of the files: it is offered to the password store, never copied anywhere else
    // (TM-01).
    QByteArray token;
    QString tokenFile;

    bool isEmpty() const { return files.isEmpty(); }
};

// Adds one file's constants. `name` is what problems call it.
void addPythonFile(PythonSettings &settings, const QString &name, const QByteArray &source);
void addEnvFile(PythonSettings &settings, const QString &name, const QByteArray &source);

// Looks through files and folders: permissions.py, cogs/permissions.py, cogs/lists/*.py, .env. Symbolic links
// and anything that is no regular file are refused by name.
PythonSettings readPythonSettings(const QStringList &paths);
// The databases among the paths: files named *.db, and tickets.db in folders.
QStringList pythonDatabases(const QStringList &paths);
