// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/sql.h"
#include "bot/store/writer.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

// Bookkeeping: buttons, repeated interactions, governors, gaps.

// -- Buttons and repeated interactions ------------------------------------------------------------

Status Writer::savePending(const PendingAction &action)
{
    Statement &insert =
        (*m_statements)(u"INSERT INTO pending_action (key, guild_id, user_id, action, arguments, expires_ms) "
                        "VALUES (:key, :guild, :user, :action, :arguments, :expires)"_s);
    insert.bind(u":key"_s, action.key);
    insert.bind(u":guild"_s, action.guild);
    insert.bind(u":user"_s, action.user);
    insert.bind(u":action"_s, action.action);
    insert.bind(u":arguments"_s,
                QString::fromUtf8(QJsonDocument(action.arguments).toJson(QJsonDocument::Compact)));
    insert.bind(u":expires"_s, action.expiresMs);
    return insert.exec();
}

Result<PendingAction> Writer::takePending(const QByteArray &key, GuildId guild, UserId user)
{
    const auto gone = [] {
        return Error{
            ErrorKind::NotFound, QCoreApplication::translate("Store", "This button was used already."), {}};
    };
    // The key alone is looked for, so that a press from elsewhere is told apart from one that comes late
    // (TM-12).
    Statement &find =
        (*m_statements)(u"SELECT /* all servers */ guild_id, user_id, action, arguments, expires_ms, used "
                        "FROM pending_action WHERE key = :key"_s);
    find.bind(u":key"_s, key);
    if (Status status = find.exec(); !status)
        return status.error();
    if (!find.next())
        return gone();
    PendingAction action;
    action.key = key;
    action.guild = find.id<GuildId>();
    action.user = find.id<UserId>();
    action.action = find.text();
    action.arguments = QJsonDocument::fromJson(find.text().toUtf8()).object();
    action.expiresMs = find.integer();
    const bool used = find.flag();
    find.finish();
    if (action.guild != guild || action.user != user)
        return Error{ErrorKind::Denied,
                     QCoreApplication::translate("Store", "This button belongs to somebody else."),
                     {}};
    if (used)
        return gone();
    if (m_clock.utc() >= action.expiresMs)
        return Error{ErrorKind::Cancelled,
                     QCoreApplication::translate("Store", "This button is no longer valid."),
                     {}};
    Statement &take = (*m_statements)(
        u"UPDATE pending_action SET used = 1 WHERE key = :key AND guild_id = :guild AND user_id = :user AND used = 0"_s);
    take.bind(u":key"_s, key);
    take.bind(u":guild"_s, guild);
    take.bind(u":user"_s, user);
    if (Status status = take.exec(); !status)
        return status.error();
    if (take.changed() != 1)
        return gone();
    return action;
}

Result<bool> Writer::firstTime(InteractionId interaction, GuildId guild)
{
    Statement &insert = (*m_statements)(u"INSERT INTO interaction_done (interaction_id, guild_id, at_ms) "
                                        "VALUES (:interaction, :guild, :now) ON CONFLICT DO NOTHING"_s);
    insert.bind(u":interaction"_s, interaction);
    insert.bind(u":guild"_s, guild);
    insert.bind(u":now"_s, m_clock.utc());
    if (Status status = insert.exec(); !status)
        return status.error();
    return insert.changed() == 1;
}

// -- Governors ------------------------------------------------------------------------------------

Status Writer::recordIdentify(UtcMs atMs)
{
    Statement &insert = (*m_statements)(u"INSERT INTO identify_log (at_ms) VALUES (:at)"_s);
    insert.bind(u":at"_s, atMs);
    if (Status status = insert.exec(); !status)
        return status;
    // I-03 looks back 24 hours; twice that is kept for a clock that was set back.
    Statement &prune = (*m_statements)(u"DELETE FROM identify_log WHERE at_ms < :before"_s);
    prune.bind(u":before"_s, atMs - 2 * DayMs);
    return prune.exec();
}

Result<int> Writer::registrationsToday()
{
    Statement &count = (*m_statements)(u"SELECT count(*) FROM registration_log WHERE at_ms > :since"_s);
    count.bind(u":since"_s, m_clock.utc() - DayMs);
    if (Status status = count.exec(); !status)
        return status.error();
    const int today = count.next() ? int(count.integer()) : 0;
    count.finish();
    return today;
}

Status Writer::recordRegistration(UtcMs atMs)
{
    Statement &insert = (*m_statements)(u"INSERT INTO registration_log (at_ms) VALUES (:at)"_s);
    insert.bind(u":at"_s, atMs);
    if (Status status = insert.exec(); !status)
        return status;
    Statement &prune = (*m_statements)(u"DELETE FROM registration_log WHERE at_ms < :before"_s);
    prune.bind(u":before"_s, atMs - 2 * DayMs);
    return prune.exec();
}

// -- Coverage -------------------------------------------------------------------------------------

Result<qint64> Writer::openGap(GuildId guild, ChannelId channel, UtcMs fromMs, const QString &cause,
                               CoverageGap::State state)
{
    Statement &insert =
        (*m_statements)(u"INSERT INTO coverage_gap (guild_id, channel_id, from_ms, to_ms, cause, state) "
                        "VALUES (:guild, :channel, :from, 0, :cause, :state)"_s);
    insert.bind(u":guild"_s, guild);
    insert.bind(u":channel"_s, channel);
    insert.bind(u":from"_s, fromMs);
    insert.bind(u":cause"_s, cause);
    insert.bind(u":state"_s, state);
    if (Status status = insert.exec(); !status)
        return status.error();
    m_changes.guilds += guild;
    return insert.lastInsertId();
}

Status Writer::closeGap(qint64 gap, UtcMs toMs, bool recovered, const QString &detail)
{
    // State 2: everything is known again; the row stays as a record of the outage.
    Statement &close = (*m_statements)(u"UPDATE coverage_gap /* all servers */ SET to_ms = :to, state = "
                                       u"iif(:recovered, 2, state), detail = :detail "
                                       "WHERE gap_id = :gap RETURNING guild_id"_s);
    close.bind(u":to"_s, toMs);
    close.bind(u":recovered"_s, recovered);
    close.bind(u":detail"_s, detail);
    close.bind(u":gap"_s, gap);
    if (Status status = close.exec(); !status)
        return status;
    if (close.next())
        m_changes.guilds += close.id<GuildId>();
    close.finish();
    return {};
}

Status Writer::markAlive(UtcMs nowMs)
{
    return setMeta(u"alive_at"_s, QString::number(nowMs));
}

Status Writer::setMeta(const QString &key, const QString &value)
{
    Statement &save = (*m_statements)(u"INSERT INTO meta (key, value) VALUES (:key, :value) "
                                      "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s);
    save.bind(u":key"_s, key);
    save.bind(u":value"_s, value);
    return save.exec();
}
