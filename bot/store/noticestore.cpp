// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/noticestore.h"

#include "bot/store/sql.h"
#include "bot/store/wiperows.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace NoticeStore {
namespace {

// Events older than this are no longer needed: what was told is remembered on the ticket itself.
constexpr qint64 KeepEventsMs = 30 * DayMs;

#define TA_NOTICE_COLUMNS                                                                                    \
    "notice_id, kind, subject, subject_id, event, at_ms, live, channel_id, details, nonce, created_at, "     \
    "state, edit, attempts, next_try_at, refused, message_id, sent_at, failure"

QString compactJson(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject jsonFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

NoticeRow readNotice(Statement &row, GuildId guild)
{
    NoticeRow notice;
    notice.guild = guild;
    notice.id = row.integer();
    notice.kind = row.code<NoticeRow::Kind>();
    notice.subject = row.text();
    notice.subjectId = row.integer();
    notice.event = row.code<ChangeSet::TicketEvent::Kind>();
    notice.atMs = row.integer();
    notice.live = row.flag();
    notice.channel = row.id<ChannelId>();
    notice.details = jsonFrom(row.text());
    notice.nonce = row.text();
    notice.createdAtMs = row.integer();
    notice.state = row.code<NoticeRow::State>();
    notice.edit = row.flag();
    notice.attempts = int(row.integer());
    notice.nextTryAtMs = row.integer();
    notice.refused = row.flag();
    notice.message = row.id<MessageId>();
    notice.sentAtMs = row.integer();
    notice.failure = row.text();
    return notice;
}

QVector<NoticeRow> readNotices(Statement &query, GuildId guild)
{
    QVector<NoticeRow> rows;
    for (bool ok = query.ask(); ok && query.next();)
        rows += readNotice(query, guild);
    return rows;
}

// The first staff message (kind 1) after the waiting began says who answered: it is not stored a second time, so that
// erasing a person stays one thing.
#define TA_ALARM_SELECT                                                                                      \
    "SELECT alarm.alarm_id, alarm.kind, alarm.ticket_id, alarm.value, alarm.fired_at, alarm.ended_at, "      \
    "alarm.ending, alarm.notice_id, coalesce(ticket.name, ''), coalesce(ticket.category_name, ''), "         \
    "coalesce(ticket.channel_gone, 0), coalesce(ticket.is_open AND ticket.wipe_id IS NULL, 0), "             \
    "coalesce(iif(ticket.is_open, ticket.last_staff_at, ticket.closed_at), 0), "                             \
    "coalesce((SELECT m.author_id FROM message AS m WHERE "                                                  \
    "m.guild_id = alarm.guild_id AND m.ticket_id = alarm.ticket_id AND m.kind = 1 AND "                      \
    "m.at_ms > alarm.value AND alarm.kind = 0 AND alarm.ending = 1 ORDER BY m.at_ms LIMIT 1), 0) "           \
    "FROM alarm LEFT JOIN ticket ON "                                                                        \
    "ticket.guild_id = alarm.guild_id AND ticket.ticket_id = alarm.ticket_id "                               \
    "WHERE alarm.guild_id = :guild "

QVector<AlarmRow> readAlarms(Statement &query, const Reader &reader, GuildId guild)
{
    QVector<AlarmRow> rows;
    QVector<UserId> people;
    for (bool ok = query.ask(); ok && query.next();) {
        AlarmRow alarm;
        alarm.id = query.integer();
        alarm.kind = query.code<AlarmKind>();
        alarm.ticket = query.id<ChannelId>();
        alarm.value = query.integer();
        alarm.firedAtMs = query.integer();
        alarm.endedAtMs = query.integer();
        alarm.ending = query.code<AlarmRow::Ending>();
        alarm.notice = query.integer();
        alarm.ticketName = query.text();
        alarm.categoryName = query.text();
        alarm.ticketGone = query.flag();
        alarm.ticketOpen = query.flag();
        alarm.ticketEndedMs = query.integer();
        alarm.answeredBy = query.id<UserId>();
        if (alarm.answeredBy)
            people += alarm.answeredBy;
        rows += alarm;
    }
    const QHash<UserId, QString> names = reader.names(guild, people);
    for (AlarmRow &alarm : rows)
        alarm.answeredByName = names.value(alarm.answeredBy);
    return rows;
}

} // namespace

// -- settings
// ---------------------------------------------------------------------------------------------------------------

QJsonObject settings(const Reader &reader, GuildId guild)
{
    Statement find(reader.database(), u"SELECT settings FROM notice_setting WHERE guild_id = :guild"_s);
    find.bind(u":guild"_s, guild);
    return find.ask() && find.next() ? jsonFrom(find.text()) : QJsonObject();
}

Status saveSettings(Writer &writer, GuildId guild, const QJsonObject &settings, const Actor &actor)
{
    const QJsonObject before = NoticeStore::settings(Reader(writer.database()), guild);
    if (before == settings)
        return {};
    Statement save(writer.database(),
                   u"INSERT INTO notice_setting (guild_id, settings) VALUES (:guild, :settings) "
                   "ON CONFLICT (guild_id) DO UPDATE SET settings = excluded.settings"_s);
    save.bind(u":guild"_s, guild);
    save.bind(u":settings"_s, compactJson(settings));
    if (Status status = save.exec(); !status)
        return status;
    HistoryRow row;
    row.guild = guild;
    row.actor = actor;
    row.kind = u"notices"_s;
    // What changed, not the whole.
    QSet<QString> keys;
    for (const QString &key : before.keys() + settings.keys())
        keys += key;
    for (const QString &key : std::as_const(keys)) {
        if (before.value(key) == settings.value(key))
            continue;
        row.before.insert(key, before.value(key));
        row.after.insert(key, settings.value(key));
    }
    return writer.addHistory(row);
}

// -- notices
// ----------------------------------------------------------------------------------------------------------------

Result<bool> queue(Writer &writer, NoticeRow row, UtcMs nowMs, qint64 *id)
{
    if (row.nonce.isEmpty())
        row.nonce = QString::number(QRandomGenerator::global()->generate64(), 36); // N-03: at most 25
    Statement insert(
        writer.database(),
        u"INSERT INTO notice (guild_id, kind, subject, subject_id, event, at_ms, live, channel_id, details, "
        "nonce, created_at, state, edit, attempts, next_try_at, refused, message_id, sent_at, failure) "
        "VALUES (:guild, :kind, :subject, :subject_id, :event, :at, :live, :channel, :details, :nonce, "
        ":now, :state, 0, :attempts, :next, :refused, 0, 0, :failure) ON CONFLICT (guild_id, subject) DO NOTHING"_s);
    insert.bind(u":guild"_s, row.guild);
    insert.bind(u":kind"_s, row.kind);
    insert.bind(u":subject"_s, row.subject);
    insert.bind(u":subject_id"_s, row.subjectId);
    insert.bind(u":event"_s, row.event);
    insert.bind(u":at"_s, row.atMs);
    insert.bind(u":live"_s, row.live);
    insert.bind(u":channel"_s, row.channel);
    insert.bind(u":details"_s, compactJson(row.details));
    insert.bind(u":nonce"_s, row.nonce);
    insert.bind(u":now"_s, nowMs);
    insert.bind(u":state"_s, row.state);
    insert.bind(u":attempts"_s, row.attempts);
    insert.bind(u":next"_s, row.nextTryAtMs);
    insert.bind(u":refused"_s, row.refused);
    insert.bind(u":failure"_s, row.failure);
    if (Status status = insert.exec(); !status)
        return status.error();
    if (insert.changed() == 0)
        return false;
    if (id)
        *id = insert.lastInsertId();
    writer.noteChanged(row.guild);
    return true;
}

Status queueWipeLine(Writer &writer, const WipeRecord &wipe)
{
    if (!Reader(writer.database()).config(wipe.guild).logChannel)
        return {};
    const bool undone = wipe.undoneAtMs > 0;
    NoticeRow line;
    line.guild = wipe.guild;
    line.kind = NoticeRow::Kind::Line;
    line.subject = (undone ? u"unwipe/%1"_s : u"wipe/%1"_s).arg(wipe.id);
    line.subjectId = wipe.id;
    line.atMs = undone ? wipe.undoneAtMs : wipe.atMs;
    line.details = {{u"wipe"_s, wipe.id}, {u"undone"_s, undone}};
    const Result<bool> queued = queue(writer, line, line.atMs);
    return queued ? Status() : Status(queued.error());
}

std::optional<WipeRecord> wipeOf(const Reader &reader, const NoticeRow &line)
{
    const qint64 wipe = line.details.value("wipe"_L1).toInteger();
    if (wipe == 0)
        return std::nullopt;
    Statement find(reader.database(),
                   u"SELECT " TA_WIPE_COLUMNS " FROM wipe_log AS w LEFT JOIN wipe_undone AS u ON u.wipe_id = "
                   "w.wipe_id AND u.guild_id = w.guild_id WHERE w.guild_id = :guild AND w.wipe_id = :wipe"_s);
    find.bind(u":guild"_s, line.guild);
    find.bind(u":wipe"_s, wipe);
    return find.ask() && find.next() ? std::optional(readWipeRow(find)) : std::nullopt;
}

QVector<NoticeRow> waiting(const Reader &reader, GuildId guild)
{
    Statement query(reader.database(),
                    u"SELECT " TA_NOTICE_COLUMNS
                    " FROM notice WHERE guild_id = :guild AND (state = 0 OR edit = 1) "
                    "ORDER BY notice_id LIMIT 2000"_s);
    query.bind(u":guild"_s, guild);
    return readNotices(query, guild);
}

std::optional<NoticeRow> notice(const Reader &reader, GuildId guild, qint64 id)
{
    Statement query(reader.database(),
                    u"SELECT " TA_NOTICE_COLUMNS
                    " FROM notice WHERE guild_id = :guild AND notice_id = :id"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":id"_s, id);
    const auto rows = readNotices(query, guild);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

std::optional<NoticeRow> lastSummary(const Reader &reader, GuildId guild, qint64 schedule, bool byHandToo)
{
    Statement query(reader.database(),
                    u"SELECT " TA_NOTICE_COLUMNS " FROM notice WHERE guild_id = :guild AND kind = 3 AND "
                    "subject_id = :schedule AND (:by_hand OR subject LIKE 'summary/%') "
                    "ORDER BY at_ms DESC LIMIT 1"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":by_hand"_s, byHandToo);
    query.bind(u":schedule"_s, schedule);
    const auto rows = readNotices(query, guild);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

Status sent(Writer &writer, GuildId guild, qint64 notice, MessageId message, UtcMs nowMs)
{
    Statement save(writer.database(),
                   u"UPDATE notice SET state = 1, edit = 0, attempts = 0, next_try_at = 0, refused = 0, "
                   "failure = '', message_id = :message, sent_at = iif(sent_at = 0, :now, sent_at) "
                   "WHERE guild_id = :guild AND notice_id = :id"_s);
    save.bind(u":message"_s, message);
    save.bind(u":now"_s, nowMs);
    save.bind(u":guild"_s, guild);
    save.bind(u":id"_s, notice);
    if (Status status = save.exec(); !status)
        return status;
    writer.noteChanged(guild);
    Statement prune(
        writer.database(),
        u"DELETE FROM notice WHERE guild_id = :guild AND kind = 0 AND state <> 0 AND created_at < :before"_s);
    prune.bind(u":guild"_s, guild);
    prune.bind(u":before"_s, nowMs - KeepEventsMs);
    return prune.exec();
}

Status failed(Writer &writer, GuildId guild, qint64 notice, const Failure &failure)
{
    // A message that is there and cannot be edited stays as it is.
    Statement save(writer.database(),
                   u"UPDATE notice SET attempts = attempts + 1, next_try_at = :next, refused = :refused, "
                   u"failure = :failure, "
                   "state = iif(:given_up AND state = 0, 2, state), edit = iif(:given_up, 0, edit) "
                   "WHERE guild_id = :guild AND notice_id = :id"_s);
    save.bind(u":next"_s, failure.nextTryAtMs);
    save.bind(u":refused"_s, failure.refused);
    save.bind(u":failure"_s, failure.text);
    save.bind(u":given_up"_s, failure.givenUp);
    save.bind(u":guild"_s, guild);
    save.bind(u":id"_s, notice);
    writer.noteChanged(guild);
    return save.exec();
}

Status fold(Writer &writer, GuildId guild, const QVector<qint64> &notices,
            const std::optional<NoticeRow> &card, UtcMs nowMs)
{
    Statement save(
        writer.database(),
        u"UPDATE notice SET state = 3 WHERE guild_id = :guild AND notice_id = :id AND state = 0"_s);
    for (const qint64 id : notices) {
        save.bind(u":guild"_s, guild);
        save.bind(u":id"_s, id);
        if (Status status = save.exec(); !status)
            return status;
    }
    if (!card)
        return {};
    const Result<bool> queued = queue(writer, *card, nowMs);
    return queued ? Status() : Status(queued.error());
}

Status tryAgain(Writer &writer, GuildId guild)
{
    Statement save(
        writer.database(),
        u"UPDATE notice SET next_try_at = 0 WHERE guild_id = :guild AND refused = 1 AND (state = 0 OR edit = 1)"_s);
    save.bind(u":guild"_s, guild);
    if (Status status = save.exec(); !status)
        return status;
    if (save.changed() > 0)
        writer.noteChanged(guild);
    return {};
}

// -- alarms
// -----------------------------------------------------------------------------------------------------------------

QVector<WaitingTicket> waitingTickets(const Reader &reader, GuildId guild)
{
    QVector<WaitingTicket> tickets;
    Statement query(
        reader.database(),
        u"SELECT ticket.ticket_id, ticket.category_id, ticket.name, ticket.category_name, "
        "ticket.waiting_since, "
        "alarm_mute.ticket_id IS NOT NULL FROM ticket INDEXED BY ticket_closed LEFT JOIN alarm_mute ON "
        "alarm_mute.guild_id = ticket.guild_id AND alarm_mute.ticket_id = ticket.ticket_id "
        "WHERE ticket.guild_id = :guild AND ticket.wipe_id IS NULL AND ticket.known = 1 "
        "AND ticket.excluded = 0 AND ticket.is_open = 1 AND ticket.waiting_since > 0 "
        "ORDER BY ticket.waiting_since"_s);
    query.bind(u":guild"_s, guild);
    for (bool ok = query.ask(); ok && query.next();) {
        WaitingTicket ticket;
        ticket.ticket = query.id<ChannelId>();
        ticket.category = query.id<ChannelId>();
        ticket.name = query.text();
        ticket.categoryName = query.text();
        ticket.sinceMs = query.integer();
        ticket.muted = query.flag();
        tickets += ticket;
    }
    return tickets;
}

int openTickets(const Reader &reader, GuildId guild)
{
    Statement query(reader.database(),
                    u"SELECT count(*) FROM ticket INDEXED BY ticket_closed WHERE guild_id = :guild AND "
                    "wipe_id IS NULL AND known = 1 AND excluded = 0 AND is_open = 1"_s);
    query.bind(u":guild"_s, guild);
    return query.ask() && query.next() ? int(query.integer()) : 0;
}

QVector<AlarmRow> openAlarms(const Reader &reader, GuildId guild)
{
    Statement query(reader.database(),
                    u"" TA_ALARM_SELECT "AND alarm.ended_at = 0 ORDER BY alarm.fired_at, alarm.alarm_id"_s);
    query.bind(u":guild"_s, guild);
    return readAlarms(query, reader, guild);
}

QVector<AlarmRow> alarmsOf(const Reader &reader, GuildId guild, qint64 notice)
{
    Statement query(reader.database(),
                    u"" TA_ALARM_SELECT
                    "AND alarm.notice_id = :notice ORDER BY alarm.fired_at, alarm.alarm_id"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":notice"_s, notice);
    return readAlarms(query, reader, guild);
}

QVector<AlarmRow> alarms(const Reader &reader, GuildId guild, int offset, int limit, int *total)
{
    if (total) {
        Statement count(reader.database(), u"SELECT count(*) FROM alarm WHERE guild_id = :guild"_s);
        count.bind(u":guild"_s, guild);
        *total = count.ask() && count.next() ? int(count.integer()) : 0;
    }
    Statement query(reader.database(),
                    u"" TA_ALARM_SELECT
                    "ORDER BY alarm.fired_at DESC, alarm.alarm_id DESC LIMIT :limit OFFSET :offset"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":limit"_s, limit);
    query.bind(u":offset"_s, offset);
    return readAlarms(query, reader, guild);
}

bool alarmedBefore(const Reader &reader, GuildId guild, ChannelId ticket)
{
    Statement query(reader.database(),
                    u"SELECT 1 FROM alarm WHERE guild_id = :guild AND ticket_id = :ticket AND kind = 0"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":ticket"_s, ticket);
    return query.ask() && query.nextOnly();
}

UtcMs lastAlarmMs(const Reader &reader, GuildId guild, AlarmKind kind)
{
    Statement query(
        reader.database(),
        u"SELECT coalesce(max(max(fired_at, ended_at)), 0) FROM alarm WHERE guild_id = :guild AND kind = :kind"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":kind"_s, kind);
    return query.ask() && query.next() ? query.integer() : 0;
}

Result<bool> addAlarm(Writer &writer, GuildId guild, const AlarmRow &alarm)
{
    Statement insert(
        writer.database(),
        u"INSERT INTO alarm (guild_id, kind, ticket_id, value, fired_at, ended_at, ending, notice_id) "
        "VALUES (:guild, :kind, :ticket, :value, :fired, :ended, :ending, :notice) ON CONFLICT DO NOTHING"_s);
    insert.bind(u":guild"_s, guild);
    insert.bind(u":kind"_s, alarm.kind);
    insert.bind(u":ticket"_s, alarm.ticket);
    insert.bind(u":value"_s, alarm.value);
    insert.bind(u":fired"_s, alarm.firedAtMs);
    insert.bind(u":ended"_s, alarm.endedAtMs);
    insert.bind(u":ending"_s, alarm.ending);
    insert.bind(u":notice"_s, alarm.notice);
    if (Status status = insert.exec(); !status)
        return status.error();
    writer.noteChanged(guild);
    return insert.changed() == 1;
}

Status endAlarm(Writer &writer, GuildId guild, qint64 alarm, AlarmRow::Ending ending, UtcMs atMs)
{
    Statement save(
        writer.database(),
        u"UPDATE alarm SET ended_at = :at, ending = :ending WHERE guild_id = :guild AND alarm_id = :alarm AND ended_at = 0"_s);
    save.bind(u":at"_s, atMs);
    save.bind(u":ending"_s, ending);
    save.bind(u":guild"_s, guild);
    save.bind(u":alarm"_s, alarm);
    writer.noteChanged(guild);
    return save.exec();
}

Status wantEdit(Writer &writer, GuildId guild, qint64 notice)
{
    // What waits to be sent is built when it is sent.
    Statement save(writer.database(),
                   u"UPDATE notice SET edit = 1 WHERE guild_id = :guild AND notice_id = :id AND state = 1"_s);
    save.bind(u":guild"_s, guild);
    save.bind(u":id"_s, notice);
    return save.exec();
}

Status mute(Writer &writer, GuildId guild, ChannelId ticket, bool on)
{
    Statement save(
        writer.database(),
        on ? u"INSERT INTO alarm_mute (guild_id, ticket_id) VALUES (:guild, :ticket) ON CONFLICT DO NOTHING"_s
           : u"DELETE FROM alarm_mute WHERE guild_id = :guild AND ticket_id = :ticket"_s);
    save.bind(u":guild"_s, guild);
    save.bind(u":ticket"_s, ticket);
    writer.noteChanged(guild);
    return save.exec();
}

QSet<ChannelId> muted(const Reader &reader, GuildId guild)
{
    QSet<ChannelId> tickets;
    Statement query(reader.database(), u"SELECT ticket_id FROM alarm_mute WHERE guild_id = :guild"_s);
    query.bind(u":guild"_s, guild);
    for (bool ok = query.ask(); ok && query.next();)
        tickets += query.id<ChannelId>();
    return tickets;
}

} // namespace NoticeStore
