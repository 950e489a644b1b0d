// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/noticestore.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"
#include "bot/store/writer.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

enum Told
{
    ToldOpened = 1,
    ToldFirstReply = 2
};

template <class... Fs>
struct FactVisitor : Fs...
{
    using Fs::operator()...;
};
template <class... Fs>
FactVisitor(Fs...) -> FactVisitor<Fs...>;

// The ticket a fact is about; nothing: it is about a server, a person or a channel that is no ticket yet.
ChannelId ticketOf(const TicketFact &fact)
{
    return std::visit(FactVisitor{[](const Fact::Candidate &) { return ChannelId(); },
                                  [](const Fact::Person &) { return ChannelId(); },
                                  [](const Fact::AuditCheckpoint &) { return ChannelId(); },
                                  [](const auto &f) { return f.ticket; }},
                      fact.fact);
}

} // namespace

Writer::Writer(QSqlDatabase database, QString dataDir, Clock clock, Backups::FreeBytes freeBytes)
    : m_db(std::move(database)), m_dataDir(std::move(dataDir)), m_clock(std::move(clock)),
      m_freeBytes(std::move(freeBytes)), m_statements(std::make_unique<StatementCache>(m_db)),
      m_cache(std::make_unique<TicketCache>())
{ }

Writer::~Writer() = default;

ChangeSet Writer::takeChanges()
{
    return std::exchange(m_changes, {});
}

void Writer::forget()
{
    m_changes = {};
    m_cache->tickets.clear();
    m_roleSets.clear();
    m_knownGuilds.clear();
    m_authors.clear();
}

void Writer::setFoldRules(GuildId guild, FoldRules rules)
{
    m_foldRules.insert(guild, std::move(rules));
}

void Writer::setRules(const Rules &rules)
{
    m_foldRules = rules.fold;
    m_noticeRules = rules.notices;
}

// -- Merging facts
// -----------------------------------------------------------------------------------------------------------

Status Writer::apply(const TicketFacts &facts, bool live)
{
    // One load and one save per ticket and batch, whatever the number of its facts.
    using Key = QPair<GuildId, ChannelId>;
    QHash<Key, QVector<const TicketFact *>> byTicket;
    QVector<Key> order;
    for (const TicketFact &fact : facts) {
        if (const ChannelId ticket = ticketOf(fact)) {
            auto &list = byTicket[{fact.guild, ticket}];
            if (list.isEmpty())
                order += {fact.guild, ticket};
            list += &fact;
            continue;
        }
        const Status status = std::visit(
            FactVisitor{
                [&](const Fact::Candidate &f) { return applyToCandidate(fact.guild, f); },
                [&](const Fact::Person &f) {
                    Statement &save = (*m_statements)(u"INSERT INTO person (guild_id, user_id, name, bot) "
                                                      u"VALUES (:guild, :user, :name, :bot) "
                                                      "ON CONFLICT (guild_id, user_id) DO UPDATE SET name = "
                                                      "excluded.name, bot = excluded.bot "
                                                      "WHERE name <> excluded.name OR bot <> excluded.bot"_s);
                    save.bind(u":guild"_s, fact.guild);
                    save.bind(u":user"_s, f.user);
                    save.bind(u":name"_s, f.name);
                    save.bind(u":bot"_s, f.bot);
                    return save.exec();
                },
                [&](const Fact::AuditCheckpoint &f) {
                    Statement &save = (*m_statements)(
                        u"INSERT INTO guild (guild_id, audit_checkpoint) VALUES (:guild, :entry) "
                        "ON CONFLICT (guild_id) DO UPDATE SET audit_checkpoint = excluded.audit_checkpoint "
                        "WHERE audit_checkpoint < excluded.audit_checkpoint"_s);
                    save.bind(u":guild"_s, fact.guild);
                    save.bind(u":entry"_s, f.entry);
                    return save.exec();
                },
                [](const auto &) { return Status(); }},
            fact.fact);
        if (!status)
            return status;
    }
    for (const Key &key : std::as_const(order)) {
        if (Status status = applyToTicket(key.first, key.second, byTicket.value(key), live); !status)
            return status;
    }
    if (Status status = saveAuthors(); !status)
        return status;
    return markAlive(m_clock.utc());
}

Result<std::optional<StoredTicket>> Writer::startTicket(GuildId guild, ChannelId ticket,
                                                        const QVector<const TicketFact *> &facts)
{
    Statement &tombstone =
        (*m_statements)(u"SELECT 1 FROM wiped_ticket WHERE guild_id = :guild AND ticket_id = :ticket"_s);
    tombstone.bind(u":guild"_s, guild);
    tombstone.bind(u":ticket"_s, ticket);
    if (Status status = tombstone.exec(); !status)
        return status.error();
    if (tombstone.nextOnly())
        return std::optional<StoredTicket>();
    // Events may come in any order: until the fact that names the ticket is here, the record stays invisible.
    Fact::Ticket unnamed;
    unnamed.ticket = ticket;
    unnamed.openedAtMs = ticket.createdAtMs();
    unnamed.quality = Quality::None;
    unnamed.categoryIsFromOpening = false;
    const Fact::Ticket *first = &unnamed;
    for (const TicketFact *fact : facts) {
        if (const auto *named = std::get_if<Fact::Ticket>(&fact->fact)) {
            first = named;
            break;
        }
    }
    const auto excluded = excludedByHand(guild, ticket);
    if (!excluded)
        return excluded.error();
    if (Status status = knowGuild(guild); !status)
        return status.error();
    StoredTicket stored;
    stored.record = newTicketRecord(guild, *first);
    stored.record.excluded = *excluded;
    return std::optional(stored);
}

Status Writer::applyToTicket(GuildId guild, ChannelId ticket, const QVector<const TicketFact *> &facts,
                             bool live)
{
    auto loaded = loadTicket(guild, ticket);
    if (!loaded)
        return loaded.error();
    const bool isNew = !loaded->has_value();
    if (isNew) {
        loaded = startTicket(guild, ticket, facts);
        if (!loaded)
            return loaded.error();
        if (!loaded->has_value())
            return {}; // what was wiped stays wiped, whatever is learnt about it later
    }
    StoredTicket stored = std::move(*loaded.value());
    TicketRecord &record = stored.record;
    const TicketRecord before = record;
    bool changed = isNew;

    QVector<const MessageFact *> messages;
    for (const TicketFact *fact : facts) {
        if (const auto *message = std::get_if<MessageFact>(&fact->fact)) {
            messages += message;
        } else if (const auto *named = std::get_if<Fact::Ticket>(&fact->fact)) {
            changed |= !std::exchange(stored.known, true);
            if (Status status = rememberTicketOrigin(guild, *named); !status)
                return status;
        } else if (const auto *deleted = std::get_if<Fact::MessageDeleted>(&fact->fact)) {
            if (Status status = saveDeleted(guild, *deleted); !status)
                return status;
        }
        changed |= ::apply(record, *fact);
    }
    std::sort(messages.begin(), messages.end(), [](const MessageFact *a, const MessageFact *b) {
        return std::tuple(a->atMs, a->id) < std::tuple(b->atMs, b->id);
    });
    bool refold = !isNew && foldsDifferently(before, record);
    TicketFold fold = isNew ? TicketFold::fromScratch(record) : TicketFold(record);
    for (const MessageFact *fact : std::as_const(messages)) {
        MessageFact message = *fact;
        if (m_foldRules.contains(guild))
            message.kind = classify(message, m_foldRules.value(guild));
        const auto result = insertMessage(guild, message);
        if (!result)
            return result.error();
        changed |= *result != Stored::Same;
        if (*result == Stored::New) {
            ++stored.storedMessages;
            // Between others it may change what those after it mean; in an imported ticket it may be known already.
            const bool imported = record.quality == Quality::Legacy || record.quality == Quality::Inferred;
            refold = refold || !fold.add(message) || (imported && !isNew);
        } else if (*result == Stored::Better) {
            refold = true;
        }
    }
    if (!changed)
        return {};
    if (refold) {
        const auto all = readMessages((*m_statements)(selectMessages()), guild, ticket);
        if (!all)
            return all.error();
        record.derived = foldMessages(record, *all);
    } else {
        record.derived = fold.derived();
    }
    if (Status status = reportEvents(stored, live); !status)
        return status;
    if (!stored.hidden()) {
        m_changes.guilds += guild;
        m_changes.tickets += ticket;
    }
    // Most batches bring messages only.
    TicketRecord aside = before;
    aside.derived = record.derived;
    aside.lastAliveMs = record.lastAliveMs;
    if (!isNew && stored.known && aside == record)
        return saveProgress(stored);
    return saveTicket(stored, isNew || before.spells != record.spells);
}

// Everything that log cards and alarms are made of, each exactly once over the life of the database (K-02).
Status Writer::reportEvents(StoredTicket &stored, bool live)
{
    if (!stored.known)
        return {};
    const TicketRecord &record = stored.record;
    const NoticeRules rules = m_noticeRules.value(record.guild);
    Status status;
    const auto report = [&](ChangeSet::TicketEvent::Kind kind, UtcMs atMs, bool seenLive, int number) {
        if (stored.hidden())
            return;
        m_changes.events += {kind, record.guild, record.id, atMs, live && seenLive};
        if (!rules.wants(kind) || !status)
            return;
        NoticeRow notice;
        notice.guild = record.guild;
        notice.subject = u"event/%1/%2/%3"_s.arg(record.id.toString()).arg(int(kind)).arg(number);
        notice.subjectId = record.id.toSql();
        notice.event = kind;
        notice.atMs = atMs;
        notice.live = live;
        if (const auto queued = NoticeStore::queue(*this, notice, m_clock.utc()); !queued)
            status = queued.error();
    };
    if (!(stored.told & ToldOpened)) {
        stored.told |= ToldOpened;
        report(ChangeSet::TicketEvent::Kind::Opened, record.openedAtMs, record.quality == Quality::Observed,
               1);
    }
    if (record.derived.firstResponseAtMs && !(stored.told & ToldFirstReply)) {
        stored.told |= ToldFirstReply;
        report(ChangeSet::TicketEvent::Kind::FirstReply, record.derived.firstResponseAtMs, true, 1);
    }
    int closes = 0, reopens = -1;
    for (const Spell &spell : record.spells) {
        if (++reopens > stored.toldReopens) {
            stored.toldReopens = reopens;
            report(ChangeSet::TicketEvent::Kind::Reopened, spell.openedAtMs,
                   spell.openedSource != TimeSource::Inferred, reopens);
        }
        if (!spell.open() && ++closes > stored.toldCloses) {
            stored.toldCloses = closes;
            report(ChangeSet::TicketEvent::Kind::Closed, spell.closedAtMs,
                   spell.closedSource != TimeSource::Inferred, closes);
        }
    }
    return status;
}

Status Writer::refold(GuildId guild, const FoldRules &rules)
{
    setFoldRules(guild, rules);
    m_cache->tickets.clear();
    QVector<ChannelId> tickets;
    {
        // Imported messages keep what they say (S-04): a history of nothing else stays as it is.
        Statement all(m_db,
                      u"SELECT ticket_id FROM ticket WHERE guild_id = :guild AND stored_messages > 0 "
                      "AND EXISTS (SELECT 1 FROM message AS m WHERE m.guild_id = ticket.guild_id "
                      "AND m.ticket_id = ticket.ticket_id AND m.message_id > 0)"_s);
        all.bind(u":guild"_s, guild);
        if (Status status = all.exec(); !status)
            return status;
        while (all.next())
            tickets += all.id<ChannelId>();
        if (Status status = all.ended(); !status)
            return status;
    }
    for (ChannelId ticket : std::as_const(tickets)) {
        auto loaded = loadTicket(guild, ticket);
        if (!loaded)
            return loaded.error();
        StoredTicket &stored = *loaded.value();
        auto messages = readMessages((*m_statements)(selectMessages()), guild, ticket);
        if (!messages)
            return messages.error();
        for (MessageFact &message : messages.value()) {
            const AuthorKind kind = classify(message, rules);
            if (kind == message.kind)
                continue;
            message.kind = kind;
            Statement &save = (*m_statements)(
                u"UPDATE message SET kind = :kind WHERE guild_id = :guild AND ticket_id = :ticket AND message_id = :id"_s);
            save.bind(u":kind"_s, kind);
            save.bind(u":guild"_s, guild);
            save.bind(u":ticket"_s, ticket);
            save.bind(u":id"_s, message.id);
            if (Status status = save.exec(); !status)
                return status;
        }
        stored.record.derived = foldMessages(stored.record, *messages);
        // A first reply that only the new roles know is history, not news.
        if (stored.record.derived.firstResponseAtMs)
            stored.told |= ToldFirstReply;
        if (Status status = saveTicket(stored, false); !status)
            return status;
    }
    m_changes.guilds += guild;
    m_changes.wiped = true; // every ticket may look different
    return {};
}

Status Writer::setCloseByHand(GuildId guild, ChannelId ticket, const CloseByHand &said, const Actor &actor)
{
    auto loaded = loadTicket(guild, ticket);
    if (!loaded)
        return loaded.error();
    if (!loaded->has_value() || loaded->value().record.open())
        return Error{
            ErrorKind::NotFound, QCoreApplication::translate("Store", "This ticket is not closed."), {}};
    StoredTicket stored = *loaded.value();
    const CloseByHand before = ::closeByHand(stored.record);
    if (!::setCloseByHand(stored.record, said))
        return {};
    if (Status saved = saveTicket(stored, false); !saved)
        return saved;
    m_changes.guilds += guild;
    m_changes.tickets += ticket;
    const auto json = [&](const CloseByHand &value) {
        QJsonObject o{{u"channel"_s, ticket.toString()}, {u"ticket"_s, stored.record.name}};
        if (value.closedBy) {
            o.insert(u"closed_by"_s, value.closedBy.toString());
            o.insert(u"name"_s, value.closedByName);
        }
        if (!value.reason.isEmpty())
            o.insert(u"reason"_s, value.reason);
        return o;
    };
    return addHistory({0, guild, m_clock.utc(), actor, u"close_details"_s, json(before), json(said)});
}
