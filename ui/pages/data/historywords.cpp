// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/historywords.h"

#include "bot/base/csv.h"
#include "bot/base/format.h"
#include "bot/store/noticestore.h"
#include "bot/store/reader.h"
#include "bot/store/retention.h"
#include "bot/tickets/ticketlabel.h"
#include "ui/hourswords.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

HistoryAnswer readHistoryAnswer(const Reader &reader, GuildId guild, const HistoryFilter &filter, int offset,
                                int limit, UtcMs nowMs)
{
    HistoryAnswer answer;
    answer.page = readHistory(reader, guild, filter, offset, limit);
    answer.config = reader.config(guild);
    answer.retentionDays = retentionDays(reader, guild);
    answer.notices = NoticeStore::settings(reader, guild);
    answer.nowMs = nowMs;
    answer.imports = readImports(reader.database());
    const QVector<MaxUser> listed = reader.maxUsers(guild);
    for (const MaxUser &user : listed)
        answer.maxUsers.insert(user.user);
    QVector<UserId> people;
    for (const Actor &actor : std::as_const(answer.page.people)) {
        if (actor.user)
            people.append(actor.user);
    }
    for (const HistoryRow &row : std::as_const(answer.page.rows)) {
        if (const auto channel = ChannelId::fromText(row.after.value(u"channel"_s).toString())) {
            if (const auto ticket = reader.ticket(guild, channel)) {
                answer.excluded.insert(channel, ticket->row.ticket.excluded);
                answer.tickets.insert(channel, ticketLabel(ticket->row.ticket));
                if (!ticket->row.ticket.open())
                    answer.closes.insert(channel, closeByHand(ticket->row.ticket));
            }
        }
    }
    for (const HistoryRow &row : std::as_const(answer.page.rows)) {
        for (const QJsonObject &side : {row.before, row.after}) {
            const QJsonArray bots = side.value(u"ticket_bots"_s).toArray();
            for (const QJsonValue &bot : bots)
                people.append(UserId::fromText(bot.toString()));
        }
    }
    answer.names = reader.names(guild, people);
    return answer;
}

CloseByHand closeByHandIn(const QJsonObject &side)
{
    return {UserId::fromText(side.value(u"closed_by"_s).toString()), side.value(u"name"_s).toString(),
            side.value(u"reason"_s).toString()};
}

HistoryRevert revertOf(const HistoryRow &row, const HistoryAnswer &answer)
{
    using Way = HistoryRevert::Way;
    const auto no = [](const QString &reason) { return HistoryRevert{Way::None, reason}; };
    const auto user =
        UserId::fromText((row.kind == "max_add"_L1 ? row.after : row.before).value(u"user"_s).toString());
    if (row.kind == "wipe"_L1) {
        const WipeRecord wipe = answer.page.wipes.value(row.after.value(u"wipe"_s).toInteger());
        if (wipe.undoable(answer.nowMs))
            return {Way::UndoWipe, {}};
        return no(wipe.undoneAtMs ? HistoryWords::tr("This deletion was already undone.")
                      : wipe.legacy
                      ? HistoryWords::tr("Imported: what was deleted then was never here.")
                      : HistoryWords::tr("Its 30 days are over: the tickets are gone for good."));
    }
    if (row.kind == "config"_L1) {
        return configBefore(answer.config, row)
            ? HistoryRevert{Way::Config, {}}
            : no(HistoryWords::tr("These settings were changed again since."));
    }
    if (row.kind == "max_add"_L1)
        return answer.maxUsers.contains(user) ? HistoryRevert{Way::RemoveMax, {}}
                                              : no(HistoryWords::tr("This person is no longer on the list."));
    if (row.kind == "max_remove"_L1)
        return answer.maxUsers.contains(user) ? no(HistoryWords::tr("This person is on the list again."))
                                              : HistoryRevert{Way::AddMax, {}};
    if (row.kind == "retention"_L1)
        return answer.retentionDays == row.after.value(u"days"_s).toInt()
            ? HistoryRevert{Way::Retention, {}}
            : no(HistoryWords::tr("This was changed again since."));
    if (row.kind == "notices"_L1)
        return noticesBefore(answer.notices, row, answer.nowMs)
            ? HistoryRevert{Way::Notices, {}}
            : no(HistoryWords::tr("These settings were changed again since."));
    if (row.kind == "token"_L1)
        return no(HistoryWords::tr("A token is never kept here, so the one before cannot come back."));
    if (row.kind == "not_a_ticket"_L1 || row.kind == "ticket"_L1) {
        const auto channel = ChannelId::fromText(row.after.value(u"channel"_s).toString());
        if (answer.excluded.contains(channel)
            && answer.excluded.value(channel) == (row.kind == "not_a_ticket"_L1))
            return {Way::Ticket, {}};
        return no(HistoryWords::tr("This was changed again since."));
    }
    if (row.kind == "close_details"_L1) {
        const auto channel = ChannelId::fromText(row.after.value(u"channel"_s).toString());
        return answer.closes.contains(channel) && answer.closes.value(channel) == closeByHandIn(row.after)
            ? HistoryRevert{Way::CloseDetails, {}}
            : no(HistoryWords::tr("This was changed again since."));
    }
    if (row.kind == "import"_L1) {
        const qint64 id = row.after.value(u"import"_s).toInteger();
        const auto undone = [](const ImportRecord &import) { return import.undoneAtMs != 0; };
        const auto own = std::find_if(answer.imports.cbegin(), answer.imports.cend(),
                                      [id](const ImportRecord &import) { return import.id == id; });
        if (own != answer.imports.cend() && undone(*own))
            return no(HistoryWords::tr("This import was already undone."));
        if (own == answer.imports.cend() || !own->undoable(answer.nowMs))
            return no(HistoryWords::tr("Its 30 days are over."));
        return std::all_of(answer.imports.cbegin(), own, undone)
            ? HistoryRevert{Way::Import, {}}
            : no(HistoryWords::tr("A later import has to be undone first."));
    }
    if (row.kind == "undo"_L1)
        return no(HistoryWords::tr("To delete them again, use Data ▸ Delete."));
    if (row.kind == "restore"_L1 && row.after.contains(u"quarantine"_s))
        return no(HistoryWords::tr("The damaged file is kept as it was."));
    if (row.kind == "restore"_L1)
        return no(HistoryWords::tr("To go back, restore the backup that was made before: Data ▸ Backups."));
    if (row.kind == "erase"_L1)
        return no(HistoryWords::tr("Erasing a person cannot be taken back."));
    return no(HistoryWords::tr("This cannot be taken back exactly."));
}

QString HistoryWords::kind(const QString &kind)
{
    static const QHash<QString, const char *> names{{u"wipe"_s, QT_TR_NOOP("Deletion")},
                                                    {u"undo"_s, QT_TR_NOOP("Deletion undone")},
                                                    {u"config"_s, QT_TR_NOOP("Settings and permissions")},
                                                    {u"max_add"_s, QT_TR_NOOP("Max permissions given")},
                                                    {u"max_remove"_s, QT_TR_NOOP("Max permissions taken")},
                                                    {u"not_a_ticket"_s, QT_TR_NOOP("Not a ticket")},
                                                    {u"ticket"_s, QT_TR_NOOP("Counted as a ticket")},
                                                    {u"close_details"_s, QT_TR_NOOP("Who closed a ticket")},
                                                    {u"import"_s, QT_TR_NOOP("Import")},
                                                    {u"undo_import"_s, QT_TR_NOOP("Import undone")},
                                                    {u"restore"_s, QT_TR_NOOP("Restore")},
                                                    {u"retention"_s, QT_TR_NOOP("Retention")},
                                                    {u"erase"_s, QT_TR_NOOP("Person erased")},
                                                    {u"notices"_s, QT_TR_NOOP("Notifications")},
                                                    {u"token"_s, QT_TR_NOOP("Bot token")}};
    const char *name = names.value(kind);
    return name ? tr(name) : kind;
}

QString HistoryWords::kind(const HistoryRow &row)
{
    if (row.kind != "config"_L1)
        return kind(row.kind);
    const QStringList keys = row.after.keys();
    const auto ofRoles = std::count_if(keys.cbegin(), keys.cend(),
                                       [](const QString &key) { return key.endsWith("_roles"_L1); });
    return ofRoles == 0 ? tr("Settings") : ofRoles == keys.size() ? tr("Permissions") : kind(row.kind);
}

QString HistoryWords::person(const Actor &actor) const
{
    if (isAutomatic(actor))
        return tr("The program");
    if (!actor.user && actor.name == "erased"_L1)
        return tr("Somebody who was erased");
    if (!actor.user)
        return actor.name.isEmpty() ? tr("This computer") : tr("This computer, account %1").arg(actor.name);
    if (!actor.name.isEmpty())
        return actor.name;
    return m_answer.names.value(actor.user, actor.user.toString());
}

QString HistoryWords::source(const Actor &actor)
{
    return isAutomatic(actor) ? tr("By itself") : actor.console ? tr("Console") : tr("Slash command");
}

QString HistoryWords::settingName(const QString &key) const
{
    static const QHash<QString, const char *> names{
        {u"support_roles"_s, QT_TR_NOOP("Counts as staff")},
        {u"stats_roles"_s, QT_TR_NOOP("View statistics")},
        {u"database_roles"_s, QT_TR_NOOP("Manage data")},
        {u"access_roles"_s, QT_TR_NOOP("Manage access")},
        {u"ticket_categories"_s, QT_TR_NOOP("Ticket categories")},
        {u"closed_categories"_s, QT_TR_NOOP("Categories of closed tickets")},
        {u"ticket_bots"_s, QT_TR_NOOP("Ticket bots")},
        {u"log_channel"_s, QT_TR_NOOP("Log channel")},
        {u"archive_channel"_s, QT_TR_NOOP("Archive channel")},
        {u"public_by_default"_s, QT_TR_NOOP("Statistics visible to everyone")},
        {u"time_zone"_s, QT_TR_NOOP("Time zone")},
        {u"post_language"_s, QT_TR_NOOP("Language of posts")},
        {u"first_response_target_ms"_s, QT_TR_NOOP("First response target")},
        {u"resolution_target_ms"_s, QT_TR_NOOP("Resolution target")},
        {u"heavy_load"_s, QT_TR_NOOP("Heavy load from")},
        {u"working_hours"_s, QT_TR_NOOP("Working hours")},
        {u"holidays"_s, QT_TR_NOOP("Holidays")},
        {u"category_targets"_s, QT_TR_NOOP("Targets of single categories")},
        {u"configured"_s, QT_TR_NOOP("Setup finished")}};
    const char *name = names.value(key);
    return name ? tr(name) : key;
}

QString HistoryWords::nameOf(const QString &key, quint64 id) const
{
    if (m_server && key.endsWith("_roles"_L1)) {
        for (const Discord::Role &role : m_server->roles) {
            if (role.id.value == id)
                return role.name.startsWith(u'@') ? role.name : u'@' + role.name;
        }
    } else if (m_server && key.endsWith("_categories"_L1)) {
        for (const Discord::Channel &channel : m_server->channels) {
            if (channel.id.value == id)
                return channel.name;
        }
        if (const QString name = m_server->config.categoryNames.value(ChannelId(id)); !name.isEmpty())
            return name;
    } else if (m_server && key.endsWith("_channel"_L1)) {
        for (const Discord::Channel &channel : m_server->channels) {
            if (channel.id.value == id)
                return u'#' + channel.name;
        }
    } else if (key == "ticket_bots"_L1) {
        return m_answer.names.value(UserId(id), QString::number(id));
    }
    return QString::number(id);
}

// As it is called now; a channel that is neither known nor there any more has only its id.
QString HistoryWords::channelIn(const QJsonObject &side) const
{
    const QString id = side.value(u"channel"_s).toString();
    if (const QString ticket = m_answer.tickets.value(ChannelId::fromText(id)); !ticket.isEmpty())
        return u'#' + ticket;
    return nameOf(u"log_channel"_s, id.toULongLong());
}

QString HistoryWords::settingValue(const QString &key, const QJsonValue &value) const
{
    const QString none = tr("none", "an empty setting");
    if (value.isArray()) {
        QStringList names;
        const QJsonArray ids = value.toArray();
        for (const QJsonValue &id : ids)
            names.append(nameOf(key, id.toString().toULongLong()));
        return names.isEmpty() ? none : names.join(u", "_s);
    }
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (key.endsWith("_ms"_L1))
        return Format::duration(value.toDouble());
    if (key.endsWith("_channel"_L1)) {
        const quint64 id = value.toString().toULongLong();
        return id ? nameOf(key, id) : none;
    }
    const QString text = value.toVariant().toString();
    if (key == "working_hours"_L1)
        return HoursWords::week(WorkingHours::weekFromText(text));
    if (key == "holidays"_L1)
        return HoursWords::holidays(WorkingHours::holidaysFromText(text));
    if (key == "category_targets"_L1)
        return HoursWords::categoryTargets(
            targetsFromText(text), [this](ChannelId id) { return nameOf(u"ticket_categories"_s, id.value); });
    return text.isEmpty() ? none : text;
}

// Where the token is kept and whose it is; its value never leaves the password store.
QString HistoryWords::tokenChange(const HistoryRow &row) const
{
    const QString bot = row.after.value(u"bot"_s).toString();
    const QString kept = row.after.value(u"kept"_s).toString();
    const QString what = kept == "store"_L1 ? tr("Kept in the password store")
        : kept == "until_quit"_L1           ? tr("Kept until the program is quit")
                                            : tr("Removed");
    return bot.isEmpty() ? what : tr("%1, bot %2", "what was done with its token").arg(what, bot);
}

QString HistoryWords::change(const HistoryRow &row) const
{
    const QJsonObject &before = row.before, &after = row.after;
    const auto tickets = [](const QJsonObject &o) {
        return tr("%n ticket(s)", nullptr, o.value(u"tickets"_s).toInt());
    };
    const auto person = [](const QJsonObject &o) {
        const QString name = o.value(u"name"_s).toString();
        return name.isEmpty() ? o.value(u"user"_s).toString() : name;
    };
    if (row.kind == "wipe"_L1) {
        const WipeRecord wipe = m_answer.page.wipes.value(after.value(u"wipe"_s).toInteger());
        const QString scope = after.value(u"scope"_s).toString();
        const int days = after.value(u"days"_s).toInt();
        QString what = scope == "last"_L1 ? tr("opened in the last %n day(s)", nullptr, days)
            : scope == "older-than"_L1    ? tr("older than %n day(s)", nullptr, days)
            : scope == "everything"_L1    ? tr("everything")
                                          : tr("imported, by days: %1").arg(days);
        if (const QString category = after.value(u"category"_s).toString(); !category.isEmpty())
            what = tr("%1, category %2", "what was deleted").arg(what, category);
        QString done =
            tr("%1, %2: %3", "\"214 tickets\", \"2 911 messages\", which")
                .arg(tickets(after), tr("%n message(s)", nullptr, after.value(u"messages"_s).toInt()), what);
        if (wipe.undoneAtMs)
            done = tr("%1 (undone)").arg(done);
        const QString backup = after.value(u"backup"_s).toString();
        return backup.isEmpty() ? done : tr("%1; backup: %2", "what was deleted, file").arg(done, backup);
    }
    if (row.kind == "undo"_L1)
        return tr("%1 came back", "\"214 tickets\"").arg(tickets(before));
    if (const QJsonObject &import = row.kind == "undo_import"_L1 ? before : after;
        row.kind.endsWith("import"_L1) && import.contains(u"tickets"_s))
        return tr("%1, %2", "\"214 tickets\", \"2 911 messages\"")
            .arg(tickets(import), tr("%n message(s)", nullptr, import.value(u"messages"_s).toInt()));
    if (row.kind == "erase"_L1)
        return tr("Whose is not told any more: %n message(s)", nullptr, after.value(u"messages"_s).toInt());
    if (row.kind == "max_add"_L1)
        return person(after);
    if (row.kind == "max_remove"_L1)
        return person(before);
    if (row.kind == "not_a_ticket"_L1 || row.kind == "ticket"_L1)
        return tr("Channel %1").arg(channelIn(after));
    if (row.kind == "close_details"_L1) {
        const auto said = [](const QJsonObject &o) {
            const QString name = o.value(u"name"_s).toString(), reason = o.value(u"reason"_s).toString();
            if (name.isEmpty() && reason.isEmpty())
                return tr("not detected");
            return reason.isEmpty() ? name
                : name.isEmpty()    ? tr("“%1”", "a reason").arg(reason)
                                    : tr("%1, “%2”", "a person, a reason").arg(name, reason);
        };
        return tr("#%1: %2 → %3", "ticket, before, after")
            .arg(after.value(u"ticket"_s).toString(), said(before), said(after));
    }
    if (row.kind == "retention"_L1) {
        const auto days = [](const QJsonObject &o) {
            const int n = o.value(u"days"_s).toInt();
            return n == 0 ? tr("for ever") : tr("%n day(s)", nullptr, n);
        };
        return tr("Tickets are kept: %1 → %2").arg(days(before), days(after));
    }
    if (row.kind == "notices"_L1)
        return noticesChange(row);
    if (row.kind == "token"_L1)
        return tokenChange(row);
    if (row.kind == "restore"_L1 && after.contains(u"quarantine"_s)) {
        const QString backup = after.value(u"backup"_s).toString();
        const QString folder = after.value(u"quarantine"_s).toString();
        return backup.isEmpty() ? tr("The database was damaged and put together from what could be read: %1; "
                                     "the damaged file is kept in %2",
                                     "\"214 tickets\", a folder")
                                      .arg(tickets(after), folder)
                                : tr("The database was damaged: restored from %1 with %2 that were newer; "
                                     "the damaged file is kept in %3",
                                     "a backup, \"14 tickets\", a folder")
                                      .arg(backup, tickets(after), folder);
    }
    if (row.kind == "restore"_L1 && after.contains(u"file"_s))
        return tr("%1; what was there before: %2", "two files")
            .arg(after.value(u"file"_s).toString(), before.value(u"backup"_s).toString());
    QStringList parts;
    QStringList keys = after.keys();
    for (const QString &key : before.keys()) {
        if (!after.contains(key))
            keys.append(key);
    }
    for (const QString &key : std::as_const(keys)) {
        if (before.contains(key) && after.contains(key))
            parts.append(tr("%1: %2 → %3", "setting, before, after")
                             .arg(settingName(key), settingValue(key, before.value(key)),
                                  settingValue(key, after.value(key))));
        else
            parts.append(
                tr("%1: %2", "setting, value")
                    .arg(settingName(key),
                         settingValue(key, after.contains(key) ? after.value(key) : before.value(key))));
    }
    return parts.join(u"; "_s);
}

QByteArray historyCsv(const QVector<HistoryRow> &rows, const QTimeZone &zone)
{
    CsvWriter csv;
    for (const QString &header :
         {u"time"_s, u"kind"_s, u"person"_s, u"user_id"_s, u"source"_s, u"before"_s, u"after"_s})
        csv.text(header);
    csv.endRow();
    const auto json = [](const QJsonObject &object) {
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    };
    for (const HistoryRow &row : rows) {
        QDateTime at = QDateTime::fromMSecsSinceEpoch(row.atMs, zone);
        at = at.toOffsetFromUtc(at.offsetFromUtc()); // ISO 8601 with the offset (UX, point 38)
        csv.text(at.toString(Qt::ISODate)).text(row.kind).text(row.actor.name);
        if (row.actor.user)
            csv.id(row.actor.user.value);
        else
            csv.empty();
        csv.text(isAutomatic(row.actor)  ? u"program"_s
                     : row.actor.console ? u"console"_s
                                         : u"command"_s)
            .text(json(row.before))
            .text(json(row.after));
        csv.endRow();
    }
    return csv.bytes();
}
