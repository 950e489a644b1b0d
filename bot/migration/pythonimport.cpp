// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/pythonimport.h"

#include "bot/migration/importtext.h"
#include "bot/migration/pythondatabase.h"
#include "bot/migration/pythonliterals.h"
#include "bot/store/legacykeys.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

// Public ids of ticket bots that were never people: "Tickets" in both generations, and "Ticket Tool". The Python bot stored
// their messages like anybody's.
const QSet<UserId> &wellKnownTicketBots()
{
    static const QSet<UserId> bots{UserId(1325579039888511056), UserId(508391840525975553),
                                   UserId(557628352828014614)};
    return bots;
}

constexpr qint64 FarFromIdMs = 300 * SecondMs; // MIGRATION "opened_at"
constexpr int RowsPerProgress = 2'000;

// Every channel of one server with its category names, asked once.
class CategoryNames
{
public:
    explicit CategoryNames(const ImportOptions &options) : m_options(options) { }

    // Exact match, then any case; a name that nothing fits is a category of its own, with a key made from the name.
    ChannelId find(GuildId guild, const QString &name, bool *known)
    {
        if (!m_byGuild.contains(guild))
            m_byGuild.insert(guild, indexOf(guild));
        const Index &index = m_byGuild[guild];
        const ChannelId found = index.exact.value(name, index.anyCase.value(name.toCaseFolded()));
        *known = found && !isLegacyKey(found.value); // an earlier import's name is no category
        return found ? found : legacyCategoryId(name);
    }

private:
    // A file may have a category of its own for every ticket.
    struct Index
    {
        QHash<QString, ChannelId> exact, anyCase;
    };
    Index indexOf(GuildId guild) const
    {
        Index index;
        const QVector<CategoryRow> rows =
            m_options.categories ? m_options.categories(guild) : QVector<CategoryRow>();
        for (const CategoryRow &row : rows) { // the first of several counts
            if (!index.exact.contains(row.name))
                index.exact.insert(row.name, row.id);
            if (const QString folded = row.name.toCaseFolded(); !index.anyCase.contains(folded))
                index.anyCase.insert(folded, row.id);
        }
        return index;
    }

    const ImportOptions &m_options;
    QHash<GuildId, Index> m_byGuild;
};

// Which file it was: a folder may hold several.
Error inFile(Error error, const QString &path)
{
    error.text = ImportText::tr("%1: %2").arg(QFileInfo(path).fileName(), error.text);
    return error;
}

QString namesOf(const QSet<GuildId> &guilds)
{
    QStringList names;
    for (const GuildId guild : guilds)
        names.append(guild.toString());
    names.sort();
    return names.join(u", "_s);
}

QString inWords(const PythonSettings::Problem &problem)
{
    return problem.line
        ? ImportText::tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.text)
        : ImportText::tr("%1: %2").arg(problem.file, problem.text);
}

QString isoTime(UtcMs ms)
{
    return ms ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate) : QString();
}

} // namespace

Result<ImportReport> PythonImport::preview(const Progress &progress)
{
    if (Status walked = walk(nullptr, progress); !walked)
        return walked.error();
    return m_report;
}

Result<ImportReport> PythonImport::run(Writer &writer, const Actor &actor, const QString &backupFile,
                                       const Progress &progress)
{
    constexpr int LongestSource = 200;
    QStringList names;
    for (const QString &path : m_options.paths)
        names.append(QFileInfo(path).fileName());
    const Result<qint64> begun =
        writer.beginImport(actor, names.join(u", "_s).left(LongestSource), backupFile);
    if (!begun)
        return begun.error();
    m_report.importId = *begun;
    if (Status walked = walk(&writer, progress); !walked)
        return walked.error();
    for (auto it = m_options.settings.cbegin(); it != m_options.settings.cend(); ++it) {
        if (Status kept = writer.importGuild(m_report.importId, it.key()); !kept)
            return kept.error();
        if (Status kept = writer.importSettings(m_report.importId, it.key(), *it, actor); !kept)
            return kept.error();
        if (!m_report.guilds.contains(it.key()))
            m_report.guilds.append(it.key());
    }
    for (auto it = m_options.notices.cbegin(); it != m_options.notices.cend(); ++it) {
        if (Status kept = importNotices(writer, m_report.importId, it.key(), *it, actor); !kept)
            return kept.error();
        if (!m_report.guilds.contains(it.key()))
            m_report.guilds.append(it.key());
    }
    const Result<bool> ended = writer.finishImport(m_report.importId, m_report.ticketsTaken,
                                                   m_report.messagesTaken, m_report.toJson(), actor);
    if (!ended)
        return ended.error();
    if (!*ended)
        m_report.importId = 0;
    return m_report;
}

Status PythonImport::walk(Writer *writer, const Progress &progress)
{
    m_report.settings = readPythonSettings(m_options.paths);
    const QStringList databases = pythonDatabases(m_options.paths);
    for (const QString &path : m_options.paths) {
        const QFileInfo info(path);
        if (!info.exists())
            return Error{ErrorKind::NotFound, ImportText::tr("%1 does not exist.").arg(path), {}};
        if (info.isDir() && !(info.isReadable() && info.isExecutable()))
            return Error{
                ErrorKind::Io, ImportText::tr("This account may not look into the folder %1.").arg(path), {}};
    }
    if (databases.isEmpty() && m_report.settings.isEmpty() && !m_report.settings.problems.isEmpty())
        return Error{ErrorKind::Invalid, inWords(m_report.settings.problems.first()), {}};
    if (databases.isEmpty() && m_report.settings.isEmpty())
        return Error{
            ErrorKind::NotFound,
            ImportText::tr("There is neither a tickets.db nor a settings file of the Python bot in %1.")
                .arg(m_options.paths.join(u", "_s)),
            {}};
    for (const QString &path : databases) {
        if (Status imported = importDatabase(path, writer, progress); !imported)
            return imported;
    }
    describeSettings();
    return importPrivileged(writer);
}

// Those that a settings file lists, besides the database's.
Status PythonImport::importPrivileged(Writer *writer)
{
    const QVector<UserId> &users = m_report.settings.privilegedUsers;
    const GuildId home = m_report.guilds.size() == 1 ? m_report.guilds.first() : m_options.defaultGuild;
    for (const UserId user : users)
        m_report.privilegedUsers.insert(user);
    if (users.isEmpty() || !writer)
        return {};
    if (!home) {
        m_report.problems.append(
            ImportText::tr("PRIVILEGED_USERS names no server: give one with --guild ID."));
        return {};
    }
    if (Status kept = writer->importGuild(m_report.importId, home); !kept)
        return kept;
    if (!m_report.guilds.contains(home))
        m_report.guilds.append(home);
    return writer->importMaxUsers(m_report.importId, home, users);
}

Status PythonImport::importDatabase(const QString &path, Writer *writer, const Progress &progress)
{
    PythonDatabase source(m_options.workFolder);
    if (Status opened = source.open(path); !opened)
        return opened;
    m_report.databases.append(QFileInfo(path).fileName());
    m_total += source.count(u"tickets"_s) + source.count(u"messages"_s);

    // Rows that do not say which server they are of belong to the one that the database names; to the chosen one if it
    // names none, or several.
    const QVector<PythonDatabase::Summary> summaries = source.summaries();
    QSet<GuildId> named;
    for (const PythonDatabase::Summary &summary : summaries)
        named.insert(summary.guild);
    if (Status walked = source.tickets([&](const PythonDatabase::Ticket &ticket) {
            if (ticket.guild)
                named.insert(ticket.guild);
            return true;
        });
        !walked)
        return inFile(walked.error(), path);
    m_report.named += named;
    const GuildId fallback = named.size() == 1 ? *named.cbegin() : m_options.defaultGuild;
    if (m_options.defaultWasSaid && m_options.defaultGuild && !named.isEmpty()
        && !named.contains(m_options.defaultGuild))
        m_report.problems.append(
            ImportText::tr("%1 names server %2, not %3.")
                .arg(QFileInfo(path).fileName(), namesOf(named), m_options.defaultGuild.toString()));

    QSet<UserId> bots = wellKnownTicketBots();
    bots.unite(m_options.ticketBots);
    CategoryNames names(m_options);
    QSet<QString> unknown(m_report.unknownCategories.cbegin(), m_report.unknownCategories.cend());
    QSet<GuildId> guilds;
    QPair<GuildId, ChannelId> previous;
    PythonDatabase::Messages cursor = source.messages();
    PythonDatabase::Message message;
    bool more = cursor.next(&message);
    Status failure;
    const auto step = [&]() -> bool {
        if (++m_done % RowsPerProgress != 0 || !progress || progress(m_done, m_total))
            return true;
        failure =
            Error{ErrorKind::Cancelled, ImportText::tr("The import was cancelled. Nothing was changed."), {}};
        return false;
    };
    const auto quarantine = [&] {
        ++m_report.messages;
        ++m_report.messagesQuarantined;
        more = cursor.next(&message);
        return step();
    };

    const Status walked = source.tickets([&](const PythonDatabase::Ticket &row) {
        ++m_report.tickets;
        if (!step())
            return false;
        if (row.channel <= 0) {
            ++m_report.ticketsRejected;
            if (m_report.rejectedChannels.size() < 100)
                m_report.rejectedChannels.append(row.channel);
            return true;
        }
        const GuildId guild = row.guild ? row.guild : fallback;
        if (!guild) {
            m_report.needsGuild = true;
            return writer == nullptr; // the preview goes on counting
        }
        if (!guilds.contains(guild)) {
            guilds.insert(guild);
            if (writer) {
                if (failure = writer->importGuild(m_report.importId, guild); !failure)
                    return false;
            }
        }

        const ChannelId ticket{quint64(row.channel)};
        const bool repeated = std::exchange(previous, {guild, ticket}) == QPair(guild, ticket);
        TicketFacts facts;
        const auto add = [&](auto fact) { facts.append({guild, std::move(fact)}); };

        Fact::Ticket opened;
        opened.ticket = ticket;
        opened.quality = Quality::Legacy;
        opened.openedAtMs = row.openedAtMs;
        if (row.openedAtMs == 0) {
            ++m_report.openingEstimated;
            opened.openedAtMs = ticket.createdAtMs();
            opened.quality = Quality::Inferred;
        } else if (std::llabs(row.openedAtMs - ticket.createdAtMs()) > FarFromIdMs) {
            ++m_report.openingFarFromId;
        }
        if (row.category.isEmpty()) {
            m_report.withoutCategory += repeated ? 0 : 1;
        } else {
            bool known = false;
            opened.category = names.find(guild, row.category, &known);
            opened.categoryName = row.category;
            m_report.categories[row.category] += repeated ? 0 : 1;
            if (!known && !unknown.contains(row.category)) {
                unknown.insert(row.category);
                m_report.unknownCategories.append(row.category);
            }
        }
        const UtcMs openedAt = opened.openedAtMs;
        add(std::move(opened));
        if (row.openedBy && m_options.useGuessedOpeners)
            add(Fact::Requester{.ticket = ticket, .user = row.openedBy, .source = RequesterSource::Legacy});
        m_report.firstMs = m_report.firstMs ? std::min(m_report.firstMs, openedAt) : openedAt;
        UtcMs &last = m_report.lastOf[guild];
        last = std::max({last, openedAt, row.closedAtMs});

        while (more && message.channel < row.channel) {
            if (!quarantine())
                return false;
        }
        for (; more && message.channel == row.channel; more = cursor.next(&message)) {
            ++m_report.messages;
            if (message.atMs == 0) {
                ++m_report.messagesQuarantined; // no time, so it can be in no figure
                continue;
            }
            MessageFact fact;
            fact.id = legacyMessageId(message.row, ticket, message.atMs, message.author);
            fact.ticket = ticket;
            fact.author = message.author;
            fact.kind = bots.contains(message.author) ? AuthorKind::Bot
                : message.staff                       ? AuthorKind::Staff
                                                      : AuthorKind::Guest;
            fact.staffSource = StaffSource::Legacy;
            fact.quality = Quality::Legacy;
            fact.atMs = message.atMs;
            const bool endless = row.closedAtMs == 0 || row.closedAtMs < openedAt;
            if (fact.kind == AuthorKind::Bot)
                ++m_report.messagesByBots;
            else if (message.atMs < openedAt || (!endless && message.atMs >= row.closedAtMs))
                ++m_report.messagesOutside;
            last = std::max(last, message.atMs);
            ++m_report.messagesTaken;
            if (writer)
                add(std::move(fact));
            if (!step())
                return false;
        }
        m_report.lastMs = std::max(m_report.lastMs, last);
        // After the messages: of those before any close nothing has to be concluded.
        if (row.closedAtMs != 0) {
            Fact::Closed closed;
            closed.ticket = ticket;
            closed.kind = EndKind::Legacy;
            closed.source = TimeSource::Legacy;
            closed.atMs = row.closedAtMs;
            add(closed);
            if (row.closedAtMs < openedAt)
                ++m_report.closedBeforeOpened;
        } else if (!repeated) {
            ++m_report.stillOpen;
        }
        if (row.closedBy || !row.closeReason.isEmpty() || !row.transcriptUrl.isEmpty()) {
            Fact::CloseDetails details;
            details.ticket = ticket;
            details.closedBy = row.closedBy;
            details.reason = row.closeReason;
            details.transcriptUrl = row.transcriptUrl;
            details.source = TimeSource::Legacy;
            details.atMs = row.closedAtMs ? row.closedAtMs : openedAt;
            add(std::move(details));
        }
        ++(repeated ? m_report.ticketsRepeated : m_report.ticketsTaken);
        if (const auto known = m_options.knownTickets.constFind(guild);
            !repeated && known != m_options.knownTickets.cend() && known->contains(ticket))
            ++m_report.ticketsKnown;
        if (writer) {
            const auto imported = writer->importTicket(m_report.importId, guild, ticket, facts);
            if (!imported) {
                failure = imported.error();
                return false;
            }
            m_report.ticketsNew += imported->created ? 1 : 0;
            m_report.ticketsChanged += imported->changed && !repeated ? 1 : 0;
            m_report.ticketsWiped += imported->wiped && !repeated ? 1 : 0;
        }
        return true;
    });
    if (!failure)
        return failure;
    if (!walked)
        return inFile(walked.error(), path);
    while (more) {
        if (!quarantine())
            return failure;
    }
    if (cursor.failure())
        return inFile(*cursor.failure(), path);
    if (writer && m_report.needsGuild)
        return Error{
            ErrorKind::Invalid,
            ImportText::tr("The database does not say which server it is of. Name it with --guild ID."),
            {}};

    const GuildId home = fallback ? fallback : guilds.size() == 1 ? *guilds.cbegin() : GuildId();
    if (home)
        guilds.insert(home);
    for (const GuildId guild : guilds) {
        if (!m_report.guilds.contains(guild))
            m_report.guilds.append(guild);
    }

    int dropped = 0;
    const QVector<UserId> privileged = source.privilegedUsers(&dropped);
    for (const UserId user : privileged)
        m_report.privilegedUsers.insert(user);
    m_report.privilegedDropped += dropped;
    const QVector<PythonDatabase::Wipe> wipes = source.wipes();
    m_report.wipes += wipes.size();
    if (writer && home) {
        if (Status kept = writer->importGuild(m_report.importId, home); !kept)
            return kept;
        if (Status kept = writer->importMaxUsers(m_report.importId, home, privileged); !kept)
            return kept;
        for (const PythonDatabase::Wipe &wipe : wipes) {
            if (Status kept = writer->importWipe(m_report.importId, home, wipe.row, wipe.by, wipe.days,
                                                 wipe.tickets, wipe.atMs);
                !kept)
                return kept;
        }
    }
    if (!home)
        m_report.needsGuild = m_report.needsGuild || !wipes.isEmpty() || !privileged.isEmpty();
    if (!home && (!wipes.isEmpty() || !privileged.isEmpty()))
        m_report.problems.append(
            ImportText::tr("Wipes and privileged users name no server: give one with --guild ID."));

    for (const PythonDatabase::Override &change : source.overrides()) {
        static const QHash<QString, Setting> lists{{u"support"_s, Setting::SupportRoles},
                                                   {u"stats"_s, Setting::StatsRoles},
                                                   {u"database"_s, Setting::DatabaseRoles},
                                                   {u"manage"_s, Setting::AccessRoles}};
        const auto list = lists.constFind(change.list.toLower());
        if (list == lists.cend()) {
            m_report.problems.append(
                ImportText::tr("Role override of an unknown list: %1.").arg(change.list.left(50)));
            continue;
        }
        QStringList &roles = m_report.settings.roles[*list];
        if (!change.add)
            roles.removeAll(change.role);
        else if (roles.size() < PythonListLimit && !roles.contains(change.role))
            roles.append(change.role);
    }
    for (const char *table : {"developer_users", "dev_maintenance_passwords", "dev_maintenance_state"}) {
        if (source.has(QString::fromLatin1(table)))
            m_report.notImported.append(
                ImportText::tr("%1: has no counterpart").arg(QString::fromLatin1(table)));
    }
    if (const ChannelId log = source.logChannel())
        m_report.routes.append({ImportRoute::Kind::LogChannel, log, 0, {}});
    for (const PythonDatabase::Summary &summary : summaries)
        m_report.routes.append({ImportRoute::Kind::Summary, summary.channel, summary.everyMinutes, {}});
    for (const QString &ignored : source.ignoredTables())
        m_report.notImported.append(ImportText::tr("%1: not a table of the Python bot").arg(ignored));
    return {};
}

void PythonImport::describeSettings()
{
    for (const PythonSettings::Problem &problem : std::as_const(m_report.settings.problems))
        m_report.problems.append(inWords(problem));
    for (const QString &name : std::as_const(m_report.settings.notNeeded))
        m_report.notImported.append(ImportText::tr("%1: no longer needed").arg(name));
}

QJsonObject ImportReport::toJson() const
{
    QJsonArray guildIds, rejected;
    for (const GuildId guild : guilds)
        guildIds.append(guild.toString());
    for (const qint64 channel : rejectedChannels)
        rejected.append(QString::number(channel));
    QJsonObject categoryCounts, roles;
    for (auto it = categories.cbegin(); it != categories.cend(); ++it)
        categoryCounts[it.key()] = it.value();
    for (auto it = settings.roles.cbegin(); it != settings.roles.cend(); ++it)
        roles[environmentName(it.key())] = QJsonArray::fromStringList(it.value());
    QJsonObject last;
    for (auto it = lastOf.cbegin(); it != lastOf.cend(); ++it)
        last[it.key().toString()] = isoTime(it.value());
    QJsonArray posted;
    for (const ImportRoute &route : routes) {
        QJsonObject one{{u"channel"_s, route.written.toString()}};
        one[u"what"_s] = route.kind == ImportRoute::Kind::LogChannel ? u"log_channel"_s : u"summary"_s;
        if (route.everyMinutes)
            one[u"every_minutes"_s] = route.everyMinutes;
        posted.append(one);
    }
    QJsonArray privilegedIds;
    for (const UserId user : settings.privilegedUsers)
        privilegedIds.append(user.toString());
    return {{u"databases"_s, QJsonArray::fromStringList(databases)},
            {u"guilds"_s, guildIds},
            {u"needs_guild"_s, needsGuild},
            {u"from"_s, isoTime(firstMs)},
            {u"to"_s, isoTime(lastMs)},
            {u"last"_s, last},
            {u"tickets"_s,
             QJsonObject{{u"in"_s, tickets},
                         {u"taken"_s, ticketsTaken},
                         {u"new"_s, ticketsNew},
                         {u"changed"_s, ticketsChanged},
                         {u"deleted_before"_s, ticketsWiped},
                         {u"repeated"_s, ticketsRepeated},
                         {u"rejected"_s, ticketsRejected},
                         {u"rejected_channels"_s, rejected},
                         {u"open"_s, stillOpen},
                         {u"opening_estimated"_s, openingEstimated},
                         {u"opening_far_from_id"_s, openingFarFromId},
                         {u"closed_before_opened"_s, closedBeforeOpened},
                         {u"without_category"_s, withoutCategory}}},
            {u"categories"_s, categoryCounts},
            {u"unknown_categories"_s, QJsonArray::fromStringList(unknownCategories)},
            {u"messages"_s,
             QJsonObject{{u"in"_s, messages},
                         {u"taken"_s, messagesTaken},
                         {u"by_bots"_s, messagesByBots},
                         {u"quarantined"_s, messagesQuarantined},
                         {u"outside_lifetime"_s, messagesOutside}}},
            {u"wipes"_s, wipes},
            {u"privileged_users"_s,
             QJsonObject{{u"taken"_s, privilegedUsers.size()}, {u"dropped"_s, privilegedDropped}}},
            {u"settings"_s,
             QJsonObject{{u"files"_s, QJsonArray::fromStringList(settings.files)},
                         {u"roles"_s, roles},
                         {u"categories"_s, QJsonArray::fromStringList(settings.categories)},
                         {u"privileged_users"_s, privilegedIds},
                         {u"token_found_in"_s, settings.tokenFile}}},
            {u"notifications"_s, posted},
            {u"not_imported"_s, QJsonArray::fromStringList(notImported)},
            {u"problems"_s, QJsonArray::fromStringList(problems)},
            {u"import_id"_s, importId}};
}
