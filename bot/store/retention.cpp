// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/retention.h"

#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/writer.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LongestRetentionDays = 36500;

QString retentionKey(GuildId guild)
{
    return u"retention_days-"_s + guild.toString();
}

} // namespace

int retentionDays(const Reader &reader, GuildId guild)
{
    Statement find(reader.database(), u"SELECT value FROM meta WHERE key = :key"_s);
    find.bind(u":key"_s, retentionKey(guild));
    return find.ask() && find.next() ? find.text().toInt() : 0;
}

WipeScope retentionScope(int days, UtcMs nowMs)
{
    WipeScope scope;
    scope.kind = WipeScope::Kind::OlderThan;
    scope.days = days;
    scope.nowMs = nowMs;
    return scope;
}

Status Writer::setRetention(GuildId guild, int days, const Actor &actor)
{
    if (days < 0 || days > LongestRetentionDays)
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("Store", "Tickets are kept for 1 to %1 days, or for ever.")
                         .arg(LongestRetentionDays),
                     {}};
    const int before = retentionDays(Reader(m_db), guild);
    if (before == days)
        return {};
    if (Status status = setMeta(retentionKey(guild), QString::number(days)); !status)
        return status;
    HistoryRow row;
    row.guild = guild;
    row.actor = actor;
    row.kind = u"retention"_s;
    row.before = {{u"days"_s, before}};
    row.after = {{u"days"_s, days}};
    return addHistory(row);
}

Result<int> Writer::applyRetention(GuildId guild, const QString &backupFile)
{
    const int days = retentionDays(Reader(m_db), guild);
    if (days <= 0)
        return 0;
    WipeRecord wipe;
    wipe.guild = guild;
    wipe.atMs = m_clock.utc();
    wipe.actor = automaticActor();
    wipe.scope = retentionScope(days, wipe.atMs);
    const WipePreview preview = Reader(m_db).wipePreview(guild, wipe.scope);
    if (preview.tickets == 0)
        return 0;
    wipe.tickets = preview.tickets;
    wipe.messages = preview.messages;
    wipe.backupFile = backupFile;
    if (Status moved = moveToTrash(wipe, {}); !moved)
        return moved.error();
    return wipe.tickets;
}
