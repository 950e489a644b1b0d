// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/persondata.h"

#include "bot/store/reader.h"
#include "bot/store/sql.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace {

// A pattern for LIKE ... ESCAPE '\' that means the text itself (TM-19).
QString namePattern(const QString &text)
{
    QString escaped = text.left(100);
    for (const QChar special : {u'\\', u'%', u'_'})
        escaped.replace(special, u"\\"_s + special);
    return u'%' + escaped + u'%';
}

QJsonValue utcTime(UtcMs atMs)
{
    return atMs
        ? QJsonValue(QDateTime::fromMSecsSinceEpoch(atMs, QTimeZone::utc()).toString(Qt::ISODateWithMs))
        : QJsonValue();
}

QString kindName(AuthorKind kind)
{
    switch (kind) {
    case AuthorKind::Staff:
        return u"staff"_s;
    case AuthorKind::Bot:
        return u"bot"_s;
    case AuthorKind::Webhook:
        return u"webhook"_s;
    case AuthorKind::System:
        return u"system"_s;
    case AuthorKind::Unknown:
        return u"unknown"_s;
    case AuthorKind::Requester:
    case AuthorKind::Guest:
        break;
    }
    return u"member"_s;
}

// Rows of one table as objects; `fill` reads one row.
template <class Fill>
QJsonArray rowsAsJson(const QSqlDatabase &db, const QString &sql, GuildId guild, UserId user, Fill fill)
{
    QJsonArray rows;
    Statement query(db, sql);
    query.bind(u":guild"_s, guild);
    query.bind(u":user"_s, user);
    for (bool ok = query.ask(); ok && query.next();)
        rows.append(fill(query));
    return rows;
}

} // namespace

QVector<PersonMatch> findPeople(const Reader &reader, GuildId guild, const QString &text, int limit)
{
    QVector<PersonMatch> people;
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return people;
    const auto id = UserId::fromText(wanted);
    Statement query(
        reader.database(),
        u"SELECT user_id, name FROM person WHERE guild_id = :guild AND bot = 0 AND (user_id = :id "
        "OR name LIKE :pattern ESCAPE '\\') ORDER BY name COLLATE NOCASE, user_id LIMIT :limit"_s);
    query.bind(u":guild"_s, guild);
    query.bind(u":id"_s, id);
    query.bind(u":pattern"_s, namePattern(wanted));
    query.bind(u":limit"_s, limit);
    for (bool ok = query.ask(); ok && query.next();) {
        PersonMatch match;
        match.user = query.id<UserId>();
        match.name = query.text();
        people += match;
    }
    // Messages may be known of somebody whose name never was.
    if (id && people.isEmpty())
        people += {id, {}};
    return people;
}

PersonTraces personTraces(const Reader &reader, UserId user)
{
    PersonTraces traces;
    traces.user = user;
    const QSqlDatabase db = reader.database();
    QSet<GuildId> guilds;
    const auto count = [&](const QString &sql, const std::function<void(Statement &)> &take) {
        Statement query(db, sql);
        query.bind(u":user"_s, user);
        for (bool ok = query.ask(); ok && query.next();) {
            guilds += query.id<GuildId>();
            take(query);
        }
    };
    count(u"SELECT /* all servers */ guild_id, name FROM person WHERE user_id = :user ORDER BY guild_id"_s,
          [&](Statement &row) {
              const QString name = row.text();
              if (!name.isEmpty() && !traces.names.contains(name))
                  traces.names += name;
          });
    count(u"SELECT /* all servers */ guild_id, count(*) FROM message WHERE author_id = :user GROUP BY 1"_s,
          [&](Statement &row) { traces.messages += row.integer(); });
    count(
        u"SELECT /* all servers */ guild_id, count(*) FROM ticket WHERE requester = :user OR requester_id = :user GROUP BY 1"_s,
        [&](Statement &row) { traces.requested += row.integer(); });
    count(
        u"SELECT /* all servers */ guild_id, count(*) FROM ticket WHERE closed_by = :user OR claimed_by = :user GROUP BY 1"_s,
        [&](Statement &row) { traces.handled += row.integer(); });
    count(u"SELECT /* all servers */ guild_id, count(*) FROM ticket WHERE wipe_id IS NOT NULL AND (guild_id, "
          "ticket_id) IN (SELECT guild_id, ticket_id FROM message WHERE author_id = :user UNION SELECT "
          "guild_id, ticket_id FROM ticket WHERE requester = :user OR closed_by = :user) GROUP BY 1"_s,
          [&](Statement &row) { traces.inTrash += row.integer(); });
    count(u"SELECT /* all servers */ guild_id FROM max_user WHERE user_id = :user"_s,
          [&](Statement &) { traces.maxPermissions = true; });
    {
        Statement history(
            db,
            u"SELECT /* all servers */ guild_id, count(*) FROM history WHERE actor_id = :user OR "
            "instr(before, :quoted) > 0 OR instr(after, :quoted) > 0 GROUP BY 1"_s);
        history.bind(u":user"_s, user);
        history.bind(u":quoted"_s, u'"' + user.toString() + u'"'); // ids are text in JSON
        for (bool ok = history.ask(); ok && history.next();) {
            guilds += history.id<GuildId>();
            traces.history += history.integer();
        }
    }
    for (const GuildInfo &guild : reader.guilds()) {
        if (guilds.contains(guild.id))
            traces.servers += guild.name.isEmpty() ? guild.id.toString() : guild.name;
    }
    return traces;
}

QByteArray exportPerson(const Reader &reader, UserId user, UtcMs nowMs)
{
    const QSqlDatabase db = reader.database();
    QJsonArray servers;
    for (const GuildInfo &guild : reader.guilds()) {
        QJsonObject server{{u"server"_s, guild.id.toString()}, {u"name"_s, guild.name}};
        const auto ticketOf = [](Statement &row) {
            QJsonObject ticket{{u"ticket"_s, row.id<ChannelId>().toString()}, {u"channel"_s, row.text()}};
            ticket.insert(u"category"_s, row.text());
            ticket.insert(u"opened_at"_s, utcTime(row.integer()));
            ticket.insert(u"closed_at"_s, utcTime(row.integer()));
            ticket.insert(u"close_reason"_s, row.text());
            const qint64 rating = row.integer();
            ticket.insert(u"rating"_s, rating ? QJsonValue(rating) : QJsonValue());
            ticket.insert(u"in_trash"_s, row.flag());
            return ticket;
        };
        const QJsonArray people =
            rowsAsJson(db, u"SELECT name FROM person WHERE guild_id = :guild AND user_id = :user"_s, guild.id,
                       user, [](Statement &row) { return QJsonValue(row.text()); });
        const QJsonArray requested =
            rowsAsJson(db,
                       u"SELECT ticket_id, name, category_name, opened_at, closed_at, close_reason, rating, "
                       u"wipe_id IS NOT "
                       "NULL FROM ticket WHERE guild_id = :guild AND requester = :user ORDER BY opened_at"_s,
                       guild.id, user, ticketOf);
        const QJsonArray handled = rowsAsJson(
            db,
            u"SELECT ticket_id, name, category_name, opened_at, closed_at, close_reason, rating, wipe_id IS "
            u"NOT "
            "NULL FROM ticket WHERE guild_id = :guild AND :user IN (closed_by, claimed_by) ORDER BY opened_at"_s,
            guild.id, user, ticketOf);
        const QJsonArray messages = rowsAsJson(
            db,
            u"SELECT ticket_id, message_id, at_ms, kind FROM message WHERE guild_id = :guild AND author_id = "
            ":user ORDER BY at_ms"_s,
            guild.id, user, [](Statement &row) {
                QJsonObject message{{u"ticket"_s, row.id<ChannelId>().toString()}};
                const qint64 id = row.integer();
                message.insert(u"message"_s, id > 0 ? QJsonValue(QString::number(id)) : QJsonValue());
                message.insert(u"at"_s, utcTime(row.integer()));
                message.insert(u"as"_s, kindName(row.code<AuthorKind>()));
                return message;
            });
        const QJsonArray permissions =
            rowsAsJson(db, u"SELECT added_at FROM max_user WHERE guild_id = :guild AND user_id = :user"_s,
                       guild.id, user, [](Statement &row) { return utcTime(row.integer()); });
        const QJsonArray changes = rowsAsJson(
            db,
            u"SELECT at_ms, kind, before, after FROM history WHERE guild_id = :guild AND actor_id = :user "
            "ORDER BY at_ms"_s,
            guild.id, user, [](Statement &row) {
                QJsonObject change{{u"at"_s, utcTime(row.integer())}, {u"kind"_s, row.text()}};
                change.insert(u"before"_s, QJsonDocument::fromJson(row.text().toUtf8()).object());
                change.insert(u"after"_s, QJsonDocument::fromJson(row.text().toUtf8()).object());
                return change;
            });
        if (people.isEmpty() && requested.isEmpty() && handled.isEmpty() && messages.isEmpty()
            && permissions.isEmpty() && changes.isEmpty())
            continue;
        server.insert(u"name_there"_s, people.isEmpty() ? QJsonValue() : people.first());
        server.insert(u"tickets_opened"_s, requested);
        server.insert(u"tickets_closed_or_claimed"_s, handled);
        server.insert(u"messages"_s, messages); // never their text: it is not stored (S-05)
        server.insert(u"max_permissions_since"_s, permissions.isEmpty() ? QJsonValue() : permissions.first());
        server.insert(u"changes"_s, changes);
        servers.append(server);
    }
    return QJsonDocument(QJsonObject{{u"user"_s, user.toString()},
                                     {u"exported_at"_s, utcTime(nowMs)},
                                     {u"servers"_s, servers}})
        .toJson();
}
