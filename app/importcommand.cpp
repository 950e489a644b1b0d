// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datacommands.h"

#include "app/datafolder.h"
#include "app/process.h"
#include "bot/base/logging.h"
#include "bot/migration/pythonimport.h"
#include "bot/store/backup.h"
#include "bot/store/database.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

// What a person reads; `--json` prints the same as a program reads it.
QString importText(const ImportReport &report, bool dryRun)
{
    QStringList lines;
    const auto add = [&](const QString &line) { lines.append(line); };
    add(dryRun ? u"This would be imported; nothing was written."_s : u"Imported."_s);
    if (!report.databases.isEmpty()) {
        const auto day = [](UtcMs ms) {
            return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd"_s);
        };
        add(u"  from %1: %2 tickets, %3 messages, %4 wipes, %5 privileged users"_s
                .arg(report.databases.join(u", "_s))
                .arg(report.ticketsTaken)
                .arg(report.messagesTaken)
                .arg(report.wipes)
                .arg(report.privilegedUsers.size()));
        if (report.firstMs)
            add(u"  from %1 to %2, %3 still open"_s.arg(
                day(report.firstMs), day(report.lastMs),
                report.stillOpen == 1 ? u"1 ticket"_s : u"%1 tickets"_s.arg(report.stillOpen)));
        for (const GuildId guild : report.guilds)
            add(u"  server %1"_s.arg(guild.toString()));
        const QSet<QString> unknown(report.unknownCategories.cbegin(), report.unknownCategories.cend());
        for (auto it = report.categories.cbegin(); it != report.categories.cend(); ++it)
            add(u"  %1: %2%3"_s.arg(it.key())
                    .arg(it.value())
                    .arg(unknown.contains(it.key()) ? u" (kept as a category of its own)"_s : QString()));
        const auto flagged = [&](qint64 count, const QString &what) {
            if (count > 0)
                add(u"  %1 %2"_s.arg(count).arg(what));
        };
        flagged(report.withoutCategory, u"tickets without a category"_s);
        flagged(report.ticketsWiped, u"tickets that were deleted here before: they stay deleted"_s);
        flagged(report.ticketsRepeated, u"rows about a channel that another row was about: merged"_s);
        flagged(report.ticketsRejected, u"tickets rejected: no channel id"_s);
        flagged(report.openingEstimated, u"tickets without an opening time: the channel's is used"_s);
        flagged(report.openingFarFromId,
                u"tickets opened more than 5 minutes away from their channel's time"_s);
        flagged(report.closedBeforeOpened, u"tickets closed before they were opened: kept as invalid"_s);
        flagged(report.messagesByBots, u"messages by ticket bots: never counted as people's"_s);
        flagged(report.messagesOutside, u"messages outside their ticket's lifetime: kept, in no figure"_s);
        flagged(report.messagesQuarantined, u"messages without a ticket: left out"_s);
        flagged(report.privilegedDropped, u"privileged users without an id: dropped"_s);
        if (!dryRun && !report.anythingNew())
            add(u"  nothing was new: everything was known already"_s);
        else if (!dryRun)
            add(u"  %1 new, %2 changed, the rest was known already"_s.arg(report.ticketsNew)
                    .arg(report.ticketsChanged));
    }
    for (auto it = report.settings.roles.cbegin(); it != report.settings.roles.cend(); ++it)
        add(u"  %1: %2 (to be matched with roles in the console, or set in the environment)"_s.arg(
            environmentName(it.key()), it->isEmpty() ? u"nobody"_s : it->join(u", "_s)));
    if (!report.settings.categories.isEmpty())
        add(u"  TICKET_CATEGORIES: %1"_s.arg(report.settings.categories.join(u", "_s)));
    for (const ImportRoute &route : report.routes) {
        const QString channel = route.written.toString();
        add(route.kind == ImportRoute::Kind::LogChannel
                ? u"  log channel: %1 (to be confirmed in the console, where the server's channels are known)"_s
                      .arg(channel)
                : u"  summary every %1 minutes to channel %2 (to be confirmed in the console)"_s
                      .arg(route.everyMinutes)
                      .arg(channel));
    }
    if (!report.settings.tokenFile.isEmpty())
        add(u"  A bot token stands in %1. It was not imported: store it in the console, delete it there, and reset it."_s
                .arg(report.settings.tokenFile));
    for (const QString &line : report.notImported)
        add(u"  not imported: "_s + line);
    for (const QString &line : report.problems)
        add(u"  problem: "_s + line);
    return lines.join(u'\n') + u'\n';
}

CommandOutcome reported(const CommandLine &line, const ImportReport &report)
{
    const QByteArray output =
        line.json ? QJsonDocument(report.toJson()).toJson() : importText(report, line.dryRun).toUtf8();
    return {ExitCode::Stopped, output, {}};
}

std::function<QVector<CategoryRow>(GuildId)> categoriesOf(const QSqlDatabase &database)
{
    return [database](GuildId guild) { return Reader(database).categories(guild); };
}

// The data folder, in which the copy of the source is read. One that is made for that only is taken away again.
class WorkFolder
{
public:
    explicit WorkFolder(const DataFolder &folder)
        : m_path(folder.path()), m_existed(QDir(m_path).exists()), m_status(folder.make())
    { }
    ~WorkFolder()
    {
        if (!m_existed)
            QDir().rmdir(m_path); // only an empty one
    }
    const Status &made() const { return m_status; }
    WorkFolder(const WorkFolder &) = delete;
    WorkFolder &operator=(const WorkFolder &) = delete;

private:
    const QString m_path;
    const bool m_existed;
    const Status m_status;
};

CommandOutcome importFailure(const Error &error)
{
    // A path that does not exist or holds nothing of the Python bot is wrong use; a damaged source is data that cannot be used.
    if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Invalid)
        return wrongUseOutcome(error.text);
    return outcomeOf(error);
}

} // namespace

CommandOutcome runImport(const CommandLine &line, const Clock &clock)
{
    ImportOptions options;
    options.paths = line.importPaths;
    options.defaultGuild = line.guild;
    options.defaultWasSaid = line.guild.value != 0;
    const QStringList bots = EnvironmentSettings::fromEnvironment([](const QString &name) {
                                 return qEnvironmentVariable(qPrintable(name));
                             }).lists.value(Setting::TicketBots);
    for (const QString &bot : bots) {
        if (const UserId id = UserId::fromText(bot))
            options.ticketBots.insert(id);
    }
    const DataFolder folder = DataFolder::at(line.dataDir, line.demo);
    const DatabaseFile database = DatabaseFile::inFolder(folder.path());

    options.workFolder = folder.path();
    if (line.dryRun) { // may run beside the bot
        const Result<Connection> reading = database.openForReading();
        ImportOptions known = options; // ends before the connection does
        if (reading)
            known.categories = categoriesOf(reading->database());
        const Result<ImportReport> report = PythonImport(known).preview();
        return report ? reported(line, *report) : importFailure(report.error());
    }

    const WorkFolder work(folder);
    if (!work.made())
        return outcomeOf(work.made().error());
    QLockFile lock(database.lockPath());
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return outcomeOf({ErrorKind::Busy, u"the data folder is in use by a running copy; stop it first"_s,
                          folder.path()});
    Backups(database, clock).removeLeftovers();
    // The preview first: what cannot be read, or does not say its server, must not leave an empty database behind.
    {
        const Result<ImportReport> preview = PythonImport(options).preview();
        if (!preview)
            return importFailure(preview.error());
        if (preview->needsGuild)
            return wrongUseOutcome(
                u"import: the database does not say which server it is of; name it with --guild ID"_s);
    }
    DatabaseFile::WriterOptions writing;
    writing.expectedUuid = folder.expectedUuid();
    writing.clock = clock;
    const bool existed = QFile::exists(database.path());
    const Result<Connection> connection = database.openForWriting(writing);
    if (!connection)
        return outcomeOf(connection.error());
    folder.rememberUuid(DatabaseFile::uuid(connection->database()));
    ImportOptions known = options; // ends before the connection does
    known.categories = categoriesOf(connection->database());

    QString backup;
    if (existed) {
        const Result<BackupInfo> made = Backups(database, clock).make(u"before-import"_s);
        if (!made)
            return outcomeOf(made.error());
        backup = made->name;
    }
    Writer writer(connection->database(), folder.path(), clock);
    for (const GuildInfo &guild : Reader(connection->database()).guilds()) {
        const QVector<UserId> saved = Reader(connection->database()).config(guild.id).ticketBots;
        known.ticketBots.unite(QSet<UserId>(saved.cbegin(), saved.cend()));
    }
    Transaction transaction(connection->database());
    if (!transaction.begun())
        return outcomeOf(transaction.begun().error());
    Actor actor;
    actor.console = true;
    actor.name = accountName();
    int shown = -1;
    const Result<ImportReport> report =
        PythonImport(known).run(writer, actor, backup, [&](qint64 done, qint64 of) {
            const int percent = of > 0 ? int(done * 100 / of) : 100;
            if (percent / 10 > shown / 10 || shown < 0) {
                shown = percent;
                std::fprintf(stderr, "%d %%\n", percent);
            }
            return true;
        });
    if (!report)
        return importFailure(report.error());
    if (const Status committed = transaction.commit(); !committed)
        return outcomeOf(committed.error());
    return reported(line, *report);
}
