// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/store/values.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QSqlDatabase>

// One import of another bot's history, as the list of imports shows it.
struct ImportRecord
{
    qint64 id = 0;
    UtcMs atMs = 0;
    Actor actor;
    QString source; // file or folder name
    QString backupFile; // name in the backup folder; empty: there was nothing to back up
    qint64 tickets = 0;
    qint64 messages = 0;
    QVector<GuildId> guilds;
    QHash<GuildId, UtcMs> lastMs; // the newest that was recorded of each, where anything was
    UtcMs undoUntilMs = 0; // 30 days
    UtcMs undoneAtMs = 0;

    // Later ones have to be undone first; readImports() lists the newest first.
    bool undoable(UtcMs nowMs) const { return undoneAtMs == 0 && nowMs < undoUntilMs; }
};

// Settings with one value that an import changed stand in import_list beside the lists, under numbers of their own.
enum class ImportedSetting
{
    LogChannel = 100,
    Notices = 101
};
QString settingAsText(const QJsonObject &json);
Status markImportedSetting(const QSqlDatabase &database, qint64 import, GuildId guild, ImportedSetting kind,
                           const QString &before, const QString &after);

QVector<ImportRecord> readImports(const QSqlDatabase &database); // newest first
// Of every server, deleted ones that can still come back included: what a preview compares with.
QHash<GuildId, QSet<ChannelId>> readKnownTickets(const QSqlDatabase &database);
