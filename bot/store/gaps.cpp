// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/gaps.h"

#include "bot/store/importrows.h"
#include "bot/store/sql.h"
#include "bot/store/writer.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString fromKey(GuildId guild)
{
    return u"gap_from:"_s + guild.toString();
}

QString causeKey(GuildId guild)
{
    return u"gap_cause:"_s + guild.toString();
}

QString firstLookKey(GuildId guild)
{
    return u"first_look:"_s + guild.toString();
}

bool everSeen(const QSqlDatabase &database, GuildId guild)
{
    Statement seen(database, u"SELECT 1 FROM guild WHERE guild_id = :guild AND name <> ''"_s);
    seen.bind(u":guild"_s, guild);
    return seen.ask() && seen.next();
}

} // namespace

Status rememberGap(Writer &writer, GuildId guild, UtcMs fromMs, const QString &cause)
{
    if (Status status = writer.setMeta(fromKey(guild), QString::number(fromMs)); !status)
        return status;
    return writer.setMeta(causeKey(guild), cause);
}

Status forgetGap(Writer &writer, GuildId guild)
{
    return rememberGap(writer, guild, 0, u""_s);
}

std::optional<CoverageGap> rememberedGap(const QSqlDatabase &database, GuildId guild)
{
    CoverageGap gap;
    gap.fromMs = readMeta(database, fromKey(guild)).toLongLong();
    gap.cause = readMeta(database, causeKey(guild));
    return gap.fromMs == 0 ? std::nullopt : std::optional(gap);
}

std::optional<CoverageGap> ongoingGap(const QSqlDatabase &database, GuildId guild, UtcMs nowMs)
{
    if (!everSeen(database, guild))
        return {};
    if (std::optional<CoverageGap> remembered = rememberedGap(database, guild))
        return remembered;
    constexpr qint64 SilentMs = 3 * AliveIntervalMs;
    CoverageGap gap;
    gap.fromMs = readMeta(database, u"alive_at"_s).toLongLong();
    gap.cause = u"silent"_s;
    return gap.fromMs == 0 || nowMs - gap.fromMs < SilentMs ? std::nullopt : std::optional(gap);
}

std::optional<CoverageGap> importedGap(const QSqlDatabase &database, GuildId guild)
{
    CoverageGap gap;
    gap.cause = ImportedCause;
    const QVector<ImportRecord> imports = readImports(database);
    for (const ImportRecord &import : imports) {
        if (import.undoneAtMs == 0)
            gap.fromMs = std::max(gap.fromMs, import.lastMs.value(guild));
    }
    gap.toMs = readMeta(database, firstLookKey(guild)).toLongLong();
    const bool over = gap.toMs != 0 || everSeen(database, guild);
    if (gap.fromMs == 0 || (over && gap.toMs <= gap.fromMs))
        return {};
    return gap;
}

std::optional<CoverageGap> unrecordedGap(const QSqlDatabase &database, GuildId guild, UtcMs firstOpenedMs)
{
    CoverageGap gap;
    gap.cause = UnrecordedCause;
    const UtcMs lookedMs = readMeta(database, firstLookKey(guild)).toLongLong();
    gap.toMs = lookedMs == 0 || firstOpenedMs == 0 ? std::max(lookedMs, firstOpenedMs)
                                                   : std::min(lookedMs, firstOpenedMs);
    return gap.toMs == 0 ? std::nullopt : std::optional(gap);
}

Status noteFirstLook(Writer &writer, GuildId guild, UtcMs atMs)
{
    if (!readMeta(writer.database(), firstLookKey(guild)).isEmpty())
        return {};
    return writer.setMeta(firstLookKey(guild), QString::number(atMs));
}

QSet<ChannelId> channelsWithGaps(const QSqlDatabase &database, GuildId guild)
{
    QSet<ChannelId> channels;
    Statement query(database,
                    u"SELECT DISTINCT channel_id FROM coverage_gap "
                    "WHERE guild_id = :guild AND channel_id <> 0 AND state < 2"_s);
    query.bind(u":guild"_s, guild);
    for (bool ok = query.ask(); ok && query.next();)
        channels += query.id<ChannelId>();
    return channels;
}

Status markUnreadable(Writer &writer, GuildId guild, const QHash<ChannelId, QString> &tickets,
                      const QList<ChannelId> &read, UtcMs fromMs, UtcMs nowMs)
{
    QHash<ChannelId, QString> news = tickets;
    QHash<qint64, bool> over; // recovered or not
    {
        Statement open(
            writer.database(),
            u"SELECT gap_id, channel_id, EXISTS (SELECT 1 FROM ticket WHERE ticket.guild_id = :guild "
            "AND ticket.ticket_id = channel_id AND ticket.channel_gone = 1) "
            "FROM coverage_gap WHERE guild_id = :guild AND channel_id <> 0 AND to_ms = 0"_s);
        open.bind(u":guild"_s, guild);
        if (Status status = open.exec(); !status)
            return status;
        while (open.next()) {
            const qint64 gap = open.integer();
            const auto channel = open.id<ChannelId>();
            const bool gone = open.flag();
            if (gone || (!tickets.contains(channel) && read.contains(channel)))
                over.insert(gap, !gone);
            news.remove(channel);
        }
        if (Status ended = open.ended(); !ended)
            return ended;
    }
    for (auto gap = over.cbegin(); gap != over.cend(); ++gap) {
        if (Status closed = writer.closeGap(gap.key(), nowMs, gap.value(), {}); !closed)
            return closed;
    }
    for (auto ticket = news.cbegin(); ticket != news.cend(); ++ticket) {
        const Result<qint64> gap =
            writer.openGap(guild, ticket.key(), fromMs, ticket.value(), CoverageGap::State::MessagesLost);
        if (!gap)
            return gap.error();
    }
    return {};
}
