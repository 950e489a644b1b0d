// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/migration/importroutes.h"
#include "bot/migration/pythonsettings.h"
#include "bot/store/writer.h"

#include <QJsonObject>
#include <QMap>

#include <atomic>
#include <functional>

// Brings the Python bot's history and settings in (MIGRATION.md). One walk over the source serves the preview and the import:
// tickets and messages side by side in the order of their channel, so memory stays small whatever the size. What is written
// goes through the same merge as Discord's facts, so an import can be repeated, also with a later copy of the same database.

struct ImportOptions
{
    QStringList paths; // files and folders
    QString workFolder; // for the copies that are read; empty = the system's
    GuildId defaultGuild; // for rows that do not say which server they are of; 0 = not given
    bool defaultWasSaid = false; // by somebody: files that name another server are a problem then
    QSet<UserId> ticketBots; // besides the well-known ones
    // Category names that the server has: exact match, then any case; others stay categories of their own.
    std::function<QVector<CategoryRow>(GuildId)> categories;
    QHash<GuildId, QSet<ChannelId>> knownTickets; // recorded here already, for the preview
    // Who opened a ticket was guessed by the Python bot. Off: nobody is taken for the opener.
    bool useGuessedOpeners = true;
    // What the matching of names with roles came to, saved in the same step; servers without an entry keep theirs.
    QHash<GuildId, StoredConfig> settings;
    QHash<GuildId, NoticeSettings> notices; // likewise
};

// Rows in, taken, flagged, rejected, per rule.
struct ImportReport
{
    QStringList databases; // file names
    QVector<GuildId> guilds; // servers that the rows belong to
    QSet<GuildId> named; // those that a database itself names; empty: somebody has to say
    bool needsGuild =
        false; // rows without a server and no default: nothing can be imported before one is named

    qint64 tickets = 0; // rows in the source
    qint64 ticketsTaken = 0;
    qint64 ticketsKnown = 0; // preview only: recorded here already
    qint64 ticketsNew = 0; // import only
    qint64 ticketsChanged = 0; // import only: known before, learned something
    qint64 ticketsWiped = 0; // import only: deleted here before, so they stay deleted
    qint64 ticketsRepeated = 0; // rows of a channel that another row was about: merged
    qint64 ticketsRejected = 0; // channel id missing or not positive
    QVector<qint64> rejectedChannels; // the first 100, as written
    qint64 openingEstimated = 0; // no opened_at: the channel id's time
    qint64 openingFarFromId = 0; // more than 300 s away from it
    qint64 closedBeforeOpened = 0; // kept, counted as invalid
    qint64 stillOpen = 0;
    qint64 withoutCategory = 0;
    QMap<QString, qint64> categories; // name -> tickets
    QStringList unknownCategories; // names that the server does not have

    qint64 messages = 0;
    qint64 messagesTaken = 0;
    qint64 messagesByBots = 0;
    qint64 messagesQuarantined = 0; // no matching ticket: counted here and nowhere else
    qint64 messagesOutside = 0; // outside their ticket's lifetime: kept, in no figure

    qint64 wipes = 0;
    QSet<UserId> privilegedUsers; // imported disabled, until a manager confirms each
    qint64 privilegedDropped = 0;
    UtcMs firstMs = 0, lastMs = 0;
    QHash<GuildId, UtcMs> lastOf; // lastMs of each server

    PythonSettings settings;
    QVector<ImportRoute> routes; // where the Python bot posted; nothing is chosen yet
    QStringList notImported; // tables and settings without a counterpart, each with the reason
    QStringList problems;
    qint64 importId = 0; // 0 = a preview, or nothing was new

    bool anythingNew() const { return importId != 0; }

    // As `import --json` prints it; never holds the token.
    QJsonObject toJson() const;
};

class PythonImport
{
public:
    explicit PythonImport(ImportOptions options) : m_options(std::move(options)) { }

    // rows done so far, of how many; returns false to cancel (nothing is written then).
    using Progress = std::function<bool(qint64 done, qint64 of)>;

    // Thread: any; reads the source only.
    Result<ImportReport> preview(const Progress &progress = {});
    // In the storage thread, inside Storage::write: one transaction, all or nothing. The caller has made a checked backup.
    Result<ImportReport> run(Writer &writer, const Actor &actor, const QString &backupFile,
                             const Progress &progress = {});

private:
    Status walk(Writer *writer, const Progress &progress);
    Status importDatabase(const QString &path, Writer *writer, const Progress &progress);
    void describeSettings();
    Status importPrivileged(Writer *writer);

    const ImportOptions m_options;
    ImportReport m_report;
    qint64 m_done = 0;
    qint64 m_total = 0;
};
