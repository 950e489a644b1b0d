// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/persondata.h"

#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"
#include "bot/store/writer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

// One erasure: what is looked for, and the statements that find it.
class PersonEraser
{
public:
    PersonEraser(const QSqlDatabase &db, UserId user, const PersonTraces &traces)
        : m_db(db), m_user(user), m_names(traces.names), m_digits(user.toString()),
          m_bytes(m_digits.toLatin1())
    { }

    Status tickets(const JobControl &job);
    Status everythingElse();
    Status historyRows();

private:
    Status run(const QString &sql) const;
    Status ticket(GuildId guild, ChannelId ticket) const;
    Status imports() const;
    void forget(Fact::CloseDetails &details) const;
    void forgetText(QString &text) const;

    const QSqlDatabase m_db;
    const UserId m_user;
    const QStringList m_names;
    const QString m_digits;
    const QByteArray m_bytes;
};

Status PersonEraser::run(const QString &sql) const
{
    Statement statement(m_db, sql);
    if (sql.contains(u":user"_s))
        statement.bind(u":user"_s, m_user);
    if (sql.contains(u":digits"_s))
        statement.bind(u":digits"_s, m_digits);
    if (sql.contains(u":quoted"_s)) // ids are text in JSON
        statement.bind(u":quoted"_s, u'"' + m_digits + u'"');
    return statement.exec();
}

// Mentions by ID and by name.
void PersonEraser::forgetText(QString &text) const
{
    text.replace(m_digits, u"0"_s);
    for (const QString &name : m_names) {
        constexpr qsizetype ShortestName = 3; // "Al" would be found in every other word
        if (name.size() >= ShortestName)
            text.replace(name, u"erased"_s, Qt::CaseInsensitive);
    }
}

void PersonEraser::forget(Fact::CloseDetails &details) const
{
    if (details.closedBy == m_user || (!details.closedBy && m_names.contains(details.closedByName))) {
        details.closedBy = {};
        details.closedByName.clear();
    }
    if (details.claimedBy == m_user)
        details.claimedBy = {};
    forgetText(details.reason);
    if (details.transcriptUrl.contains(m_digits))
        details.transcriptUrl.clear();
}

Status PersonEraser::tickets(const JobControl &job)
{
    struct Place
    {
        GuildId guild;
        ChannelId ticket;
    };
    QVector<Place> places;
    {
        // Ids may stand in the evidence only; whom `derived` and `staff_wrote` name wrote a message or is the requester.
        Statement find(m_db,
                       u"SELECT /* all servers */ guild_id, ticket_id FROM ticket WHERE :user IN "
                       u"(requester_id, requester, "
                       "closed_by, claimed_by, last_staff) OR instr(evidence, :digits) > 0 "
                       "OR instr(close_reason, :text) > 0 OR instr(transcript_url, :text) > 0 "
                       "UNION SELECT guild_id, ticket_id FROM message WHERE author_id = :user"_s);
        find.bind(u":user"_s, m_user);
        find.bind(u":digits"_s, m_bytes);
        find.bind(u":text"_s, m_digits);
        if (Status status = find.exec(); !status)
            return status;
        while (find.next()) {
            const auto guild = find.id<GuildId>();
            places += {guild, find.id<ChannelId>()};
        }
        if (Status status = find.ended(); !status)
            return status;
    }
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (i % 100 == 0) {
            job.report(JobControl::Step::Changing, i, places.size());
            if (job.cancelled())
                return Error{ErrorKind::Cancelled,
                             QCoreApplication::translate("Store", "Cancelled. Nothing was erased."),
                             {}};
        }
        if (Status status = ticket(places[i].guild, places[i].ticket); !status)
            return status;
    }
    return run(u"UPDATE message SET author_id = 0 WHERE author_id = :user /* all servers */"_s);
}

Status PersonEraser::ticket(GuildId guild, ChannelId id) const
{
    Statement find(m_db,
                   u"SELECT " TA_TICKET_COLUMNS
                   " FROM ticket WHERE ticket.guild_id = :guild AND ticket.ticket_id = :ticket"_s);
    find.bind(u":guild"_s, guild);
    find.bind(u":ticket"_s, id);
    if (Status status = find.exec(); !status)
        return status;
    if (!find.next())
        return {};
    TicketRecord record = readTicketRow(find).record;
    find.finish();
    const bool requested = record.requester == m_user || record.derived.requester == m_user;
    const auto forgetId = [this](UserId &user) {
        if (user == m_user)
            user = {};
    };
    if (record.closedBy == m_user || (!record.closedBy && m_names.contains(record.closedByName)))
        record.closedByName.clear();
    forgetId(record.requester);
    forgetId(record.closedBy);
    forgetId(record.claimedBy);
    forgetText(record.closeReason);
    if (record.transcriptUrl.contains(m_digits))
        record.transcriptUrl.clear();
    if (requested)
        forgetText(record.name); // ticket bots call channels after who opened them
    for (Fact::CloseDetails &details : record.closeDetails)
        forget(details);
    Derived &derived = record.derived;
    forgetId(derived.requester);
    forgetId(derived.firstResponder);
    forgetId(derived.lastStaff);
    // The messages stay in the sums; whose they were is not told any more.
    derived.staff.removeIf([this](const StaffShare &share) { return share.user == m_user; });
    for (StaffMessage &message : derived.staffWrote)
        forgetId(message.user);
    Statement save(
        m_db,
        u"UPDATE ticket SET name = :name, requester_id = :requester_id, requester = :requester, "
        "closed_by = :closed_by, closed_by_name = :closed_by_name, close_reason = :reason, "
        "claimed_by = :claimed_by, transcript_url = :transcript, last_staff = :last_staff, "
        "evidence = :evidence, derived = :derived, staff_wrote = :staff_wrote WHERE guild_id = :guild AND ticket_id = :ticket"_s);
    save.bind(u":name"_s, record.name);
    save.bind(u":requester_id"_s, record.requester);
    save.bind(u":requester"_s, derived.requester);
    save.bind(u":closed_by"_s, record.closedBy);
    save.bind(u":closed_by_name"_s, record.closedByName);
    save.bind(u":reason"_s, record.closeReason);
    save.bind(u":claimed_by"_s, record.claimedBy);
    save.bind(u":transcript"_s, record.transcriptUrl);
    save.bind(u":last_staff"_s, derived.lastStaff);
    save.bind(u":evidence"_s, packEvidence(record));
    save.bind(u":derived"_s, packDerived(derived));
    save.bind(u":staff_wrote"_s, packStaffWrote(derived.staffWrote));
    save.bind(u":guild"_s, guild);
    save.bind(u":ticket"_s, id);
    return save.exec();
}

Status PersonEraser::everythingElse()
{
    for (
        const QString &sql :
        {u"DELETE FROM person WHERE user_id = :user /* all servers */"_s,
         u"DELETE FROM max_user WHERE user_id = :user /* all servers */"_s,
         u"UPDATE max_user SET added_by = 0, added_by_name = '' WHERE added_by = :user /* all servers */"_s,
         u"DELETE FROM pending_action WHERE user_id = :user /* all servers */"_s,
         u"DELETE FROM pending_action WHERE instr(arguments, :quoted) > 0 /* all servers */"_s,
         u"DELETE FROM import_max_user WHERE user_id = :user /* all servers */"_s,
         u"UPDATE import_log SET actor_id = 0, actor_name = '' WHERE actor_id = :user /* all servers */"_s}) {
        if (Status status = run(sql); !status)
            return status;
    }
    return imports();
}

// What undoing an import would bring back.
Status PersonEraser::imports() const
{
    struct Before
    {
        GuildId guild;
        ChannelId ticket;
        qint64 import;
        QJsonObject json;
    };
    QVector<Before> rows;
    Statement find(m_db,
                   u"SELECT /* all servers */ guild_id, ticket_id, import_id, before FROM import_ticket "
                   "WHERE created = 0"_s);
    if (Status status = find.exec(); !status)
        return status;
    while (find.next()) {
        const auto guild = find.id<GuildId>();
        const auto ticket = find.id<ChannelId>();
        const qint64 import = find.integer();
        QJsonObject json = QJsonDocument::fromJson(find.text().toUtf8()).object();
        const QJsonObject was = json;
        if (json.value(u"requester"_s).toString() == m_digits)
            json.insert(u"requester"_s, u"0"_s);
        const QByteArray packed = QByteArray::fromBase64(json.value(u"evidence"_s).toString().toLatin1());
        TicketRecord record;
        if (packed.contains(m_bytes) && unpackEvidence(packed, record)) {
            for (Fact::CloseDetails &details : record.closeDetails)
                forget(details);
            json.insert(u"evidence"_s, QString::fromLatin1(packEvidence(record).toBase64()));
        }
        if (json != was)
            rows += {guild, ticket, import, json};
    }
    find.finish();
    Statement save(
        m_db,
        u"UPDATE import_ticket SET before = :before WHERE guild_id = :guild AND ticket_id = :ticket "
        "AND import_id = :import"_s);
    for (const Before &row : std::as_const(rows)) {
        save.bind(u":before"_s, QString::fromUtf8(QJsonDocument(row.json).toJson(QJsonDocument::Compact)));
        save.bind(u":guild"_s, row.guild);
        save.bind(u":ticket"_s, row.ticket);
        save.bind(u":import"_s, row.import);
        if (Status status = save.exec(); !status)
            return status;
    }
    return {};
}

// The history refuses every change (TM-30). Erasing a person is the one that the law asks for: the guards are away for the
// length of this transaction, what was done stays, and by whom does not.
Status PersonEraser::historyRows()
{
    QStringList guards;
    Statement find(m_db,
                   u"SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name IN "
                   "('history_no_update', 'wipe_log_no_update', 'wipe_undone_no_update')"_s);
    if (Status status = find.exec(); !status)
        return status;
    while (find.next())
        guards += find.text();
    find.finish();
    for (
        const QString &sql :
        {u"DROP TRIGGER history_no_update"_s, u"DROP TRIGGER wipe_log_no_update"_s,
         u"DROP TRIGGER wipe_undone_no_update"_s,
         u"UPDATE history SET actor_id = 0, actor_name = 'erased' WHERE actor_id = :user /* all servers */"_s,
         u"UPDATE history SET before = json_set(before, '$.name', '') "
         u"WHERE json_extract(before, '$.user') = :digits /* all servers */"_s,
         u"UPDATE history SET after = json_set(after, '$.name', '') "
         u"WHERE json_extract(after, '$.user') = :digits /* all servers */"_s,
         u"UPDATE history SET before = replace(before, :quoted, '\"0\"') WHERE instr(before, :quoted) > 0 /* all servers */"_s,
         u"UPDATE history SET after = replace(after, :quoted, '\"0\"') WHERE instr(after, :quoted) > 0 /* all servers */"_s,
         u"UPDATE wipe_log SET actor_id = 0, actor_name = 'erased' WHERE actor_id = :user /* all servers */"_s,
         u"UPDATE wipe_undone SET actor_id = 0, actor_name = 'erased' WHERE actor_id = :user /* all servers */"_s}) {
        if (Status status = run(sql); !status)
            return status;
    }
    for (const QString &guard : std::as_const(guards)) {
        if (Status status = execute(m_db, guard); !status)
            return status;
    }
    return {};
}

} // namespace

Status erasePerson(Writer &writer, UserId user, const PersonTraces &expected, const Actor &actor,
                   const JobControl &job)
{
    const QSqlDatabase db = writer.database();
    job.report(JobControl::Step::Counting);
    const PersonTraces now = personTraces(Reader(db), user);
    if (!user || now.none())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("Store", "Nothing is recorded about this person."),
                     {}};
    if (!now.sameCounts(expected))
        return Error{
            ErrorKind::Busy,
            QCoreApplication::translate("Store", "More was recorded since the preview. Nothing was erased."),
            {}};
    const auto guilds = Reader(db).guilds();
    QVector<GuildId> touched;
    for (const GuildInfo &guild : guilds) {
        const QString name = guild.name.isEmpty() ? guild.id.toString() : guild.name;
        if (now.servers.contains(name))
            touched += guild.id;
    }
    PersonEraser eraser(db, user, now);
    for (const auto &step : {std::function<Status()>([&] { return eraser.tickets(job); }),
                             std::function<Status()>([&] { return eraser.everythingElse(); }),
                             std::function<Status()>([&] { return eraser.historyRows(); })}) {
        if (Status done = step(); !done)
            return done;
    }
    writer.forget(); // what was remembered about these tickets
    for (GuildId guild : std::as_const(touched)) {
        HistoryRow row;
        row.guild = guild;
        row.actor = actor.user == user ? Actor{{}, u"erased"_s, actor.console} : actor;
        row.kind = u"erase"_s;
        row.after = {{u"messages"_s, now.messages}, {u"tickets"_s, now.requested}};
        if (Status told = writer.addHistory(row); !told)
            return told;
    }
    return {};
}
