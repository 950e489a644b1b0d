// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/ticketrows.h"

#include "bot/store/legacykeys.h"

#include <array>
#include <charconv>

using namespace Qt::Literals::StringLiterals;

namespace TicketRows {

void readPacked(Statement &row, ChannelId ticket, UtcMs openedAtMs, QVector<Spell> &spells, Derived &derived)
{
    const bool whole = unpackSpells(row.blob(), spells);
    if (unpackDerived(row.blob(), derived) && whole)
        return;
    qCWarning(lcStore) << "The numbers of ticket" << ticket.value << "cannot be read in full";
    if (spells.isEmpty()) {
        Spell only; // a ticket never has none
        only.openedAtMs = openedAtMs;
        spells = {only};
    }
}

} // namespace TicketRows

StoredTicket readTicketRow(Statement &row)
{
    StoredTicket t;
    TicketRecord &r = t.record;
    r.guild = row.id<GuildId>();
    r.id = row.id<ChannelId>();
    t.known = row.flag();
    r.wipeId = row.integer(); // NULL reads as 0
    r.excluded = row.flag();
    r.thread = row.flag();
    r.parent = row.id<ChannelId>();
    r.category = row.id<ChannelId>();
    r.categoryName = row.text();
    r.categoryIsFromOpening = row.flag();
    r.name = row.text();
    r.openedAtMs = row.integer();
    r.quality = row.code<Quality>();
    r.openerBot = row.id<UserId>();
    r.requester = row.id<UserId>();
    r.requesterSource = row.code<RequesterSource>();
    r.closedBy = row.id<UserId>();
    r.closedByName = row.text();
    r.closeReason = row.text();
    r.claimedBy = row.id<UserId>();
    r.rating = int(row.integer());
    r.transcriptUrl = row.text();
    r.detailsSource = row.code<TimeSource>();
    r.channelGone = row.flag();
    r.lastAliveMs = row.integer();
    r.lastContiguous = row.id<MessageId>();
    r.messagesMissing = row.flag();
    t.told = int(row.integer());
    t.toldCloses = int(row.integer());
    t.toldReopens = int(row.integer());
    t.storedMessages = row.integer();
    if (!unpackEvidence(row.blob(), r))
        qCWarning(lcStore) << "The evidence about ticket" << r.id.value << "cannot be read";
    TicketRows::readPacked(row, r.id, r.openedAtMs, r.spells, r.derived);
    if (!unpackStaffWrote(row.blob(), r.derived.staffWrote))
        qCWarning(lcStore) << "When staff wrote in ticket" << r.id.value << "cannot be read in full";
    return t;
}

TicketRow readNumberRow(Statement &row)
{
    TicketRow r;
    r.id = row.id<ChannelId>();
    r.category = row.id<ChannelId>();
    const UtcMs openedAtMs = row.integer();
    const auto quality = row.code<Quality>();
    r.rating = int(row.integer());
    r.claimedBy = row.id<UserId>();
    r.closedBy = row.id<UserId>();
    r.messagesMissing = TicketRecord::partial(row.flag(), quality);
    TicketRows::readPacked(row, r.id, openedAtMs, r.spells, r.derived);
    return r;
}

// Six numbers for each spell, separated by blanks.
QByteArray packSpells(const QVector<Spell> &spells)
{
    QByteArray text;
    text.reserve(spells.size() * 48);
    for (const Spell &s : spells) {
        for (qint64 number : {s.openedAtMs, s.closedAtMs, s.closedNotBeforeMs, qint64(s.openedSource),
                              qint64(s.closedSource), qint64(s.endKind)})
            text.append(QByteArray::number(number)).append(' ');
    }
    return text;
}

bool unpackSpells(const QByteArray &text, QVector<Spell> &spells)
{
    QVector<Spell> read;
    std::array<qint64, 6> numbers{};
    size_t filled = 0;
    const char *at = text.constData();
    const char *const end = at + text.size();
    while (at != end) {
        const auto [next, error] = std::from_chars(at, end, numbers[filled]);
        if (error != std::errc() || next == end || *next != ' ')
            return false;
        at = next + 1;
        if (++filled < numbers.size())
            continue;
        filled = 0;
        Spell s;
        s.openedAtMs = numbers[0];
        s.closedAtMs = numbers[1];
        s.closedNotBeforeMs = numbers[2];
        s.openedSource = TimeSource(numbers[3]);
        s.closedSource = TimeSource(numbers[4]);
        s.endKind = EndKind(numbers[5]);
        read += s;
    }
    if (filled != 0 || read.isEmpty())
        return false;
    spells = std::move(read);
    return true;
}

QString selectMessages()
{
    return u"SELECT m.message_id, m.author_id, m.kind, m.staff_source, m.quality, m.at_ms, r.roles FROM "
           u"message AS m "
           "LEFT JOIN role_set AS r ON r.set_id = m.role_set AND r.guild_id = m.guild_id "
           "WHERE m.guild_id = :guild AND m.ticket_id = :ticket ORDER BY m.at_ms, m.message_id < 0, m.message_id"_s;
}

MessageFact readMessageRow(Statement &row, ChannelId ticket)
{
    MessageFact m;
    m.ticket = ticket;
    m.id = row.id<MessageId>();
    m.author = row.id<UserId>();
    m.kind = row.code<AuthorKind>();
    m.staffSource = row.code<StaffSource>();
    m.quality = row.code<Quality>();
    m.atMs = row.integer();
    m.roles = roleSetFromText(row.text());
    return m;
}

// What an import brought and Discord told as well is one message: the same author in the same second, as older bots kept
// times. Discord's is the better source (S-04).
void dropImportedTwins(QVector<MessageFact> &messages)
{
    const auto imported = [](const MessageFact &m) { return isLegacyKey(m.id.value); };
    const auto isImported = std::count_if(messages.cbegin(), messages.cend(), imported);
    if (isImported == 0 || isImported == messages.size())
        return;
    QHash<QPair<UserId, qint64>, int> told;
    for (const MessageFact &m : std::as_const(messages)) {
        if (!imported(m))
            ++told[{m.author, m.atMs / SecondMs}];
    }
    messages.removeIf([&](const MessageFact &m) {
        const auto twin = imported(m) ? told.find({m.author, m.atMs / SecondMs}) : told.end();
        if (twin == told.end() || *twin == 0)
            return false;
        --*twin;
        return true;
    });
}

Result<QVector<MessageFact>> readMessages(Statement &statement, GuildId guild, ChannelId ticket)
{
    QVector<MessageFact> messages;
    statement.bind(u":guild"_s, guild);
    statement.bind(u":ticket"_s, ticket);
    if (Status status = statement.exec(); !status)
        return status.error();
    while (statement.next()) {
        messages += readMessageRow(statement, ticket);
    }
    if (Status status = statement.ended(); !status)
        return status.error();
    dropImportedTwins(messages);
    return messages;
}

QString roleSetText(const QVector<RoleId> &roles)
{
    QStringList parts;
    for (RoleId role : roles)
        parts += role.toString();
    return parts.join(u',');
}

QVector<RoleId> roleSetFromText(const QString &text)
{
    QVector<RoleId> roles;
    const auto parts = QStringView(text).split(u',', Qt::SkipEmptyParts);
    for (QStringView part : parts)
        roles += RoleId::fromText(part);
    return roles;
}

Status fillSchema5(const QSqlDatabase &database)
{
    Statement tickets(database, u"SELECT /* all servers */ " TA_TICKET_COLUMNS " FROM ticket"_s);
    Statement messages(database, selectMessages());
    Statement save(
        database,
        u"UPDATE ticket SET derived = :derived, staff_wrote = :wrote WHERE guild_id = :guild AND ticket_id = :ticket"_s);
    if (Status status = tickets.exec(); !status)
        return status;
    while (tickets.next()) {
        const TicketRecord record = readTicketRow(tickets).record;
        const auto all = readMessages(messages, record.guild, record.id);
        if (!all)
            return all.error();
        save.bind(u":derived"_s, packDerived(record.derived));
        save.bind(u":wrote"_s, packStaffWrote(foldMessages(record, *all).staffWrote));
        save.bind(u":guild"_s, record.guild);
        save.bind(u":ticket"_s, record.id);
        if (Status status = save.exec(); !status)
            return status;
    }
    return tickets.ended();
}

Derived foldMessages(const TicketRecord &record, const QVector<MessageFact> &messages, UtcMs untilMs)
{
    TicketFold fold = TicketFold::fromScratch(record, untilMs);
    for (const MessageFact &message : messages)
        fold.add(message);
    return fold.derived();
}
