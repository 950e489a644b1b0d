// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/channelgaps.h"

#include "bot/store/sql.h"
#include "bot/store/writer.h"

using namespace Qt::Literals::StringLiterals;

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
