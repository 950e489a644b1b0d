// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/result.h"
#include "bot/store/backup.h"
#include "bot/store/changeset.h"
#include "bot/store/jobcontrol.h"
#include "bot/store/noticerows.h"
#include "bot/store/values.h"

#include <QSqlDatabase>

#include <memory>

struct CloseByHand;
struct ConfigEdit;
struct StoredTicket;
struct TicketCache;
enum class ConfigList;
class StatementCache;

// All changes to the data, on the one writing connection, inside the caller's transaction. Thread: storage
// thread.
class Writer
{
public:
    Writer(QSqlDatabase database, QString dataDir, Clock clock, Backups::FreeBytes freeBytes = {});
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    // -- facts (ticketwriter.cpp)

    // Load, merge by tickets/ticketrecord, save; trashed tickets stay in the trash. `live` = false: found while catching
    // up; it only travels on into the events (K-02).
    Status apply(const TicketFacts &facts, bool live = true);
    // Recomputes kinds and derived values of every ticket after a change of staff (UX: "also for messages
    // already recorded").
    Status refold(GuildId guild, const FoldRules &rules);
    void setFoldRules(GuildId guild, FoldRules rules); // for facts that follow
    FoldRules foldRules(GuildId guild) const { return m_foldRules.value(guild); }
    bool hasFoldRules(GuildId guild) const { return m_foldRules.contains(guild); }
    // Which events become notices, in the transaction that stores them (K-02). Without rules none: only a running bot tells.
    void setNoticeRules(GuildId guild, NoticeRules rules) { m_noticeRules.insert(guild, rules); }
    // For the writer that takes over while the program runs: what facts that follow are judged by.
    struct Rules
    {
        QHash<GuildId, FoldRules> fold;
        QHash<GuildId, NoticeRules> notices;
    };
    Rules rules() const { return {m_foldRules, m_noticeRules}; }
    void setRules(const Rules &rules);
    // Who closed a ticket and why, said by a person; history row with before and after. NotFound: no such closed ticket.
    Status setCloseByHand(GuildId guild, ChannelId ticket, const CloseByHand &said, const Actor &actor);
    void noteChanged(GuildId guild) { m_changes.guilds += guild; } // for those who write rows of their own

    // -- servers, settings, people (adminwriter.cpp)

    Status saveGuild(const GuildInfo &guild);
    // History row with before and after. Max-permission users are left alone: they have functions of their
    // own below.
    Status saveConfig(GuildId guild, const StoredConfig &config, const Actor &actor);
    // The same for single steps, on whatever is stored at this moment; people of the edit included.
    Status editConfig(GuildId guild, const ConfigEdit &edit, const Actor &actor);
    Status rememberCategories(GuildId guild,
                              const QVector<NamedCategory> &categories); // "configured since now"
    Status rememberBot(UserId bot);
    Result<bool> addMaxUser(GuildId guild, UserId user, const QString &name,
                            const Actor &actor); // false: already listed
    Result<bool> removeMaxUser(GuildId guild, UserId user, const Actor &actor); // false: was not listed
    Status addHistory(const HistoryRow &row);

    // -- deleting (wipewriter.cpp)

    // Backup first (checked; its failure deletes nothing), then everything in one transaction. Counts must equal the
    // preview's, else ErrorKind::Busy and nothing happened. The backup is read by a connection of its own, which sees what
    // was committed before the transaction in hand. ErrorKind::Cancelled: the job was called off, and nothing happened.
    Result<WipeRecord> wipe(GuildId guild, const WipeScope &scope, const WipePreview &expected,
                            const Actor &actor, const JobControl &job = {});
    Result<WipeRecord> undoWipe(GuildId guild, qint64 wipeId, const Actor &actor); // merges rows back (UX J6)
    Status purgeTrash(); // older than 30 days; what was wiped stays wiped (tombstones remain)
    // Privacy (TM-32): closed tickets older than the server's limit go into the trash, of which `backupFile` is a copy.
    Result<int> applyRetention(GuildId guild, const QString &backupFile);
    Status setRetention(GuildId guild, int days, const Actor &actor); // 0 = keep everything

    // -- moving in (importwriter.cpp, importundo.cpp)

    // Everything in one transaction of the caller's, who has made a checked backup (S-09).
    Result<qint64> beginImport(const Actor &actor, const QString &source, const QString &backupFile);
    Status importGuild(qint64 import, GuildId guild); // before anything of that server
    struct ImportedTicket
    {
        bool created = false;
        bool changed = false; // known before, learned something
        bool wiped = false; // was deleted here: stays deleted
    };
    // Through the same merge as Discord's facts; nothing of it is reported as news.
    Result<ImportedTicket> importTicket(qint64 import, GuildId guild, ChannelId ticket,
                                        const TicketFacts &facts);
    Status importMaxUsers(qint64 import, GuildId guild,
                          const QVector<UserId> &users); // disabled until confirmed
    Status importWipe(qint64 import, GuildId guild, qint64 sourceRow, UserId by, qint64 days, qint64 tickets,
                      UtcMs atMs);
    // Saves the settings; lists that differ from before are the import's and go with its undoing.
    Status importSettings(qint64 import, GuildId guild, const StoredConfig &config, const Actor &actor);
    // False: nothing was new, and nothing is left of this import.
    Result<bool> finishImport(qint64 import, qint64 tickets, qint64 messages, const QJsonObject &report,
                              const Actor &actor);
    // NotFound: undone before, or older than 30 days; Busy: a later import has to be undone first.
    Status undoImport(qint64 import, const Actor &actor);

    // -- buttons and repeated interactions

    Status savePending(const PendingAction &action);
    // Atomically marks it used. NotFound: never existed or used; Cancelled: expired; Denied: another user's
    // or server's.
    Result<PendingAction> takePending(const QByteArray &key, GuildId guild, UserId user);
    Result<bool> firstTime(InteractionId interaction, GuildId guild); // X-05, for dangerous ones

    // -- bookkeeping

    Status recordIdentify(UtcMs atMs);
    Result<int> registrationsToday(); // D-01
    Status recordRegistration(UtcMs atMs);
    Result<qint64> openGap(GuildId guild, ChannelId channel, UtcMs fromMs, const QString &cause,
                           CoverageGap::State state);
    Status closeGap(qint64 gap, UtcMs toMs, bool recovered, const QString &detail);
    Status markAlive(UtcMs nowMs); // last commit or heartbeat: where a gap starts after a crash (2.5)
    Status setMeta(const QString &key, const QString &value);

    ChangeSet takeChanges(); // since the last call; emitted after the commit
    // After a rollback, and after writing rows of tickets directly: what was remembered about rows may not be so.
    void forget();

    const QSqlDatabase &database() const { return m_db; } // for the import, which writes rows of its own

private:
    Status applyToTicket(GuildId guild, ChannelId ticket, const QVector<const TicketFact *> &facts,
                         bool live);
    Status applyToCandidate(GuildId guild, const Fact::Candidate &fact);
    Result<std::optional<StoredTicket>> loadTicket(GuildId guild, ChannelId ticket);
    // Nothing: it was wiped for good, and stays so.
    Result<std::optional<StoredTicket>> startTicket(GuildId guild, ChannelId ticket,
                                                    const QVector<const TicketFact *> &facts);
    Status saveTicket(const StoredTicket &ticket, bool spellsChanged);
    Status saveProgress(const StoredTicket &ticket); // the same when only messages were added
    enum class Stored
    {
        Same,
        Better,
        New
    };
    void remember(const StoredTicket &ticket);
    Result<Stored> insertMessage(GuildId guild, const MessageFact &message);
    Result<qint64> roleSet(GuildId guild, const QVector<RoleId> &roles);
    Status saveAuthors();
    Status saveDeleted(GuildId guild, const Fact::MessageDeleted &fact);
    Status rememberTicketOrigin(GuildId guild, const Fact::Ticket &fact);
    Result<bool> excludedByHand(GuildId guild, ChannelId channel);
    Status rememberCategory(GuildId guild, ChannelId category, const QString &name, UtcMs asOfMs);
    Status reportEvents(StoredTicket &ticket, bool live);
    Status knowGuild(GuildId guild);
    Status moveToTrash(WipeRecord &wipe, const JobControl &job);
    Status undoImportedTicket(qint64 import, GuildId guild, ChannelId ticket, const QJsonObject &before);
    Status undoImportedLists(qint64 import, const Actor &actor);
    Status adoptLegacyCategories(GuildId guild);
    Status saveList(GuildId guild, ConfigList kind, const QVector<qint64> &entries);

    QSqlDatabase m_db;
    QString m_dataDir;
    Clock m_clock;
    Backups::FreeBytes m_freeBytes;
    ChangeSet m_changes;
    QHash<GuildId, FoldRules> m_foldRules;
    QHash<GuildId, NoticeRules> m_noticeRules;
    std::unique_ptr<StatementCache> m_statements;
    std::unique_ptr<TicketCache> m_cache;
    QHash<QPair<GuildId, QVector<RoleId>>, qint64> m_roleSets;
    QSet<GuildId> m_knownGuilds;
    struct AuthorRoles
    {
        MessageId asOf;
        qint64 roleSet = 0;
    };
    QHash<QPair<GuildId, UserId>, AuthorRoles> m_authors; // of the batch in hand
};
