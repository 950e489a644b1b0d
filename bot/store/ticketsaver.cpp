// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/legacykeys.h"
#include "bot/store/sql.h"
#include "bot/store/ticketrows.h"
#include "bot/store/writer.h"

using namespace Qt::Literals::StringLiterals;

// The writer's rows of tickets and messages; what they mean is ticketwriter.cpp's business.

Result<std::optional<StoredTicket>> Writer::loadTicket(GuildId guild, ChannelId ticket)
{
    if (const auto cached = m_cache->tickets.constFind({guild, ticket});
        cached != m_cache->tickets.constEnd())
        return std::optional(*cached);
    Statement &load = (*m_statements)(u"SELECT " TA_TICKET_COLUMNS
                                      " FROM ticket WHERE guild_id = :guild AND ticket_id = :ticket"_s);
    load.bind(u":guild"_s, guild);
    load.bind(u":ticket"_s, ticket);
    if (Status status = load.exec(); !status)
        return status.error();
    if (!load.next()) {
        if (Status status = load.ended(); !status)
            return status.error();
        return std::optional<StoredTicket>();
    }
    StoredTicket stored = readTicketRow(load);
    load.finish();
    return std::optional(std::move(stored));
}

Status Writer::saveProgress(const StoredTicket &stored)
{
    const TicketRecord &r = stored.record;
    const Derived &d = r.derived;
    Statement &save = (*m_statements)(
        u"UPDATE ticket SET last_alive = :last_alive, told = :told, stored_messages = :stored_messages, "
        u"derived = :derived, staff_wrote = :staff_wrote, "
        "requester = :requester, first_response_at = :first_response_at, human_messages = :human_messages, "
        "last_human_at = :last_human_at, last_staff_at = :last_staff_at, last_staff = :last_staff, "
        "waiting_since = :waiting_since WHERE guild_id = :guild AND ticket_id = :ticket"_s);
    save.bind(u":last_alive"_s, r.lastAliveMs);
    save.bind(u":told"_s, stored.told);
    save.bind(u":stored_messages"_s, stored.storedMessages);
    save.bind(u":derived"_s, packDerived(d));
    save.bind(u":staff_wrote"_s, packStaffWrote(d.staffWrote));
    save.bind(u":requester"_s, d.requester);
    save.bind(u":first_response_at"_s, d.firstResponseAtMs);
    save.bind(u":human_messages"_s, d.humanMessages());
    save.bind(u":last_human_at"_s, d.lastHumanAtMs);
    save.bind(u":last_staff_at"_s, d.lastStaffAtMs);
    save.bind(u":last_staff"_s, d.lastStaff);
    save.bind(u":waiting_since"_s, d.waitingSinceMs);
    save.bind(u":guild"_s, r.guild);
    save.bind(u":ticket"_s, r.id);
    remember(stored);
    return save.exec();
}

void Writer::remember(const StoredTicket &stored)
{
    if (m_cache->tickets.size() >= TicketCache::Limit)
        m_cache->tickets.clear(); // rare, and the busy ones are back with their next batch
    m_cache->tickets.insert({stored.record.guild, stored.record.id}, stored);
}

Status Writer::saveTicket(const StoredTicket &stored, bool spellsChanged)
{
    remember(stored);
    const TicketRecord &r = stored.record;
    const Derived &d = r.derived;
    Statement &save = (*m_statements)(
        u"INSERT INTO ticket ("
        "guild_id, ticket_id, known, wipe_id, excluded, thread, parent_id, category_id, category_name, "
        "category_from_opening, name, opened_at, quality, opener_bot, requester_id, requester_source, "
        "is_open, closed_at, closed_by, closed_by_name, close_reason, claimed_by, rating, "
        "transcript_url, details_source, channel_gone, last_alive, last_contiguous, messages_missing, "
        "told, told_closes, told_reopens, stored_messages, evidence, spells, derived, staff_wrote, "
        "requester, "
        "first_response_at, human_messages, last_human_at, last_staff_at, last_staff, waiting_since"
        ") VALUES ("
        ":guild_id, :ticket_id, :known, :wipe_id, :excluded, :thread, :parent_id, :category_id, "
        ":category_name, :category_from_opening, :name, :opened_at, :quality, :opener_bot, "
        ":requester_id, :requester_source, :is_open, :closed_at, :closed_by, :closed_by_name, "
        ":close_reason, :claimed_by, :rating, :transcript_url, :details_source, :channel_gone, "
        ":last_alive, :last_contiguous, :messages_missing, :told, :told_closes, :told_reopens, "
        ":stored_messages, :evidence, :spells, :derived, :staff_wrote, :requester, :first_response_at, "
        ":human_messages, "
        ":last_human_at, :last_staff_at, :last_staff, :waiting_since"
        ") ON CONFLICT (guild_id, ticket_id) DO UPDATE SET ("
        "known, excluded, thread, parent_id, category_id, category_name, category_from_opening, name, "
        "opened_at, quality, opener_bot, requester_id, requester_source, is_open, closed_at, closed_by, "
        "closed_by_name, close_reason, claimed_by, rating, transcript_url, details_source, channel_gone, "
        "last_alive, last_contiguous, messages_missing, told, told_closes, told_reopens, "
        "stored_messages, evidence, spells, derived, staff_wrote, requester, first_response_at, "
        "human_messages, "
        "last_human_at, last_staff_at, last_staff, waiting_since"
        ") = ("
        "excluded.known, excluded.excluded, excluded.thread, excluded.parent_id, excluded.category_id, "
        "excluded.category_name, excluded.category_from_opening, excluded.name, excluded.opened_at, "
        "excluded.quality, excluded.opener_bot, excluded.requester_id, excluded.requester_source, "
        "excluded.is_open, excluded.closed_at, excluded.closed_by, excluded.closed_by_name, "
        "excluded.close_reason, excluded.claimed_by, excluded.rating, excluded.transcript_url, "
        "excluded.details_source, excluded.channel_gone, excluded.last_alive, excluded.last_contiguous, "
        "excluded.messages_missing, excluded.told, excluded.told_closes, excluded.told_reopens, "
        "excluded.stored_messages, excluded.evidence, excluded.spells, excluded.derived, "
        "excluded.staff_wrote, excluded.requester, "
        "excluded.first_response_at, excluded.human_messages, excluded.last_human_at, "
        "excluded.last_staff_at, excluded.last_staff, excluded.waiting_since"
        ")"_s);
    save.bind(u":guild_id"_s, r.guild);
    save.bind(u":ticket_id"_s, r.id);
    save.bind(u":known"_s, stored.known);
    if (r.wipeId)
        save.bind(u":wipe_id"_s, r.wipeId);
    else
        save.bindNull(u":wipe_id"_s);
    save.bind(u":excluded"_s, r.excluded);
    save.bind(u":thread"_s, r.thread);
    save.bind(u":parent_id"_s, r.parent);
    save.bind(u":category_id"_s, r.category);
    save.bind(u":category_name"_s, r.categoryName);
    save.bind(u":category_from_opening"_s, r.categoryIsFromOpening);
    save.bind(u":name"_s, r.name);
    save.bind(u":opened_at"_s, r.openedAtMs);
    save.bind(u":quality"_s, r.quality);
    save.bind(u":opener_bot"_s, r.openerBot);
    save.bind(u":requester_id"_s, r.requester);
    save.bind(u":requester_source"_s, r.requesterSource);
    save.bind(u":is_open"_s, r.open());
    save.bind(u":closed_at"_s, r.lastSpell().closedAtMs);
    save.bind(u":closed_by"_s, r.closedBy);
    save.bind(u":closed_by_name"_s, r.closedByName);
    save.bind(u":close_reason"_s, r.closeReason);
    save.bind(u":claimed_by"_s, r.claimedBy);
    save.bind(u":rating"_s, r.rating);
    save.bind(u":transcript_url"_s, r.transcriptUrl);
    save.bind(u":details_source"_s, r.detailsSource);
    save.bind(u":channel_gone"_s, r.channelGone);
    save.bind(u":last_alive"_s, r.lastAliveMs);
    save.bind(u":last_contiguous"_s, r.lastContiguous);
    save.bind(u":messages_missing"_s, r.messagesMissing);
    save.bind(u":told"_s, stored.told);
    save.bind(u":told_closes"_s, stored.toldCloses);
    save.bind(u":told_reopens"_s, stored.toldReopens);
    save.bind(u":stored_messages"_s, stored.storedMessages);
    save.bind(u":evidence"_s, packEvidence(r));
    save.bind(u":spells"_s, packSpells(r.spells));
    save.bind(u":derived"_s, packDerived(d));
    save.bind(u":staff_wrote"_s, packStaffWrote(d.staffWrote));
    save.bind(u":requester"_s, d.requester);
    save.bind(u":first_response_at"_s, d.firstResponseAtMs);
    save.bind(u":human_messages"_s, d.humanMessages());
    save.bind(u":last_human_at"_s, d.lastHumanAtMs);
    save.bind(u":last_staff_at"_s, d.lastStaffAtMs);
    save.bind(u":last_staff"_s, d.lastStaff);
    save.bind(u":waiting_since"_s, d.waitingSinceMs);
    if (Status status = save.exec(); !status)
        return status;

    if (spellsChanged) { // the rows by which tickets of a time are found
        Statement &clear =
            (*m_statements)(u"DELETE FROM spell WHERE guild_id = :guild AND ticket_id = :ticket"_s);
        clear.bind(u":guild"_s, r.guild);
        clear.bind(u":ticket"_s, r.id);
        if (Status status = clear.exec(); !status)
            return status;
        Statement &insert =
            (*m_statements)(u"INSERT INTO spell (guild_id, ticket_id, number, opened_at, closed_at) "
                            "VALUES (:guild, :ticket, :number, :opened_at, :closed_at)"_s);
        for (qsizetype i = 0; i < r.spells.size(); ++i) {
            const Spell &s = r.spells.at(i);
            insert.bind(u":guild"_s, r.guild);
            insert.bind(u":ticket"_s, r.id);
            insert.bind(u":number"_s, qint64(i));
            insert.bind(u":opened_at"_s, s.openedAtMs);
            if (s.open())
                insert.bindNull(u":closed_at"_s);
            else
                insert.bind(u":closed_at"_s, s.closedAtMs);
            if (Status status = insert.exec(); !status)
                return status;
        }
    }
    return {};
}

Result<Writer::Stored> Writer::insertMessage(GuildId guild, const MessageFact &message)
{
    const auto roles = roleSet(guild, message.roles);
    if (!roles)
        return roles.error();
    // The newest roles seen live serve messages that are read later, when Discord no longer tells them (2.4
    // step 5 a).
    const bool person = message.kind == AuthorKind::Staff || message.kind == AuthorKind::Guest;
    if (person && message.staffSource == StaffSource::Live && !isLegacyKey(message.id.value)) {
        AuthorRoles &author = m_authors[{guild, message.author}];
        if (author.asOf < message.id)
            author = {message.id, *roles};
    }
    Statement &insert = (*m_statements)(
        u"INSERT INTO message (guild_id, ticket_id, message_id, author_id, kind, staff_source, role_set, "
        u"quality, at_ms) "
        "VALUES (:guild, :ticket, :id, :author, :kind, :staff_source, :role_set, :quality, :at) "
        "ON CONFLICT (guild_id, ticket_id, message_id) DO NOTHING"_s);
    const auto bindAll = [&](Statement &statement) {
        statement.bind(u":guild"_s, guild);
        statement.bind(u":ticket"_s, message.ticket);
        statement.bind(u":id"_s, message.id);
        statement.bind(u":author"_s, message.author);
        statement.bind(u":kind"_s, message.kind);
        statement.bind(u":staff_source"_s, message.staffSource);
        statement.bind(u":role_set"_s, *roles);
        statement.bind(u":quality"_s, message.quality);
        statement.bind(u":at"_s, message.atMs);
    };
    bindAll(insert);
    if (Status status = insert.exec(); !status)
        return status.error();
    if (insert.changed() > 0)
        return Stored::New;

    // Seen before: only a better source replaces it (S-04).
    Statement &find =
        (*m_statements)(u"SELECT m.message_id, m.author_id, m.kind, m.staff_source, m.quality, m.at_ms, "
                        u"r.roles FROM message AS m "
                        "LEFT JOIN role_set AS r ON r.set_id = m.role_set AND r.guild_id = m.guild_id "
                        "WHERE m.guild_id = :guild AND m.ticket_id = :ticket AND m.message_id = :id"_s);
    find.bind(u":guild"_s, guild);
    find.bind(u":ticket"_s, message.ticket);
    find.bind(u":id"_s, message.id);
    if (Status status = find.exec(); !status)
        return status.error();
    if (!find.next())
        return find.ended() ? Result<Stored>(Stored::Same) : Result<Stored>(find.ended().error());
    MessageFact before = readMessageRow(find, message.ticket);
    find.finish();
    if (!merge(before, message))
        return Stored::Same;
    Statement &update = (*m_statements)(
        u"UPDATE message SET author_id = :author, kind = :kind, staff_source = :staff_source, role_set = "
        u":role_set, "
        "quality = :quality, at_ms = :at WHERE guild_id = :guild AND ticket_id = :ticket AND message_id = :id"_s);
    bindAll(update);
    if (Status status = update.exec(); !status)
        return status.error();
    return Stored::Better;
}

Status Writer::saveAuthors()
{
    Statement &save = (*m_statements)(u"INSERT INTO person (guild_id, user_id, role_set, roles_as_of) VALUES "
                                      u"(:guild, :user, :roles, :as_of) "
                                      "ON CONFLICT (guild_id, user_id) DO UPDATE SET role_set = "
                                      "excluded.role_set, roles_as_of = excluded.roles_as_of "
                                      "WHERE excluded.roles_as_of > roles_as_of"_s);
    for (auto it = m_authors.cbegin(); it != m_authors.cend(); ++it) {
        save.bind(u":guild"_s, it.key().first);
        save.bind(u":user"_s, it.key().second);
        save.bind(u":roles"_s, it->roleSet);
        save.bind(u":as_of"_s, it->asOf);
        if (Status status = save.exec(); !status)
            return status;
    }
    m_authors.clear();
    return {};
}

Result<qint64> Writer::roleSet(GuildId guild, const QVector<RoleId> &roles)
{
    if (roles.isEmpty())
        return qint64(0);
    const auto known = m_roleSets.constFind({guild, roles});
    if (known != m_roleSets.constEnd())
        return *known;
    const QString text = roleSetText(roles);
    Statement &insert = (*m_statements)(
        u"INSERT INTO role_set (guild_id, roles) VALUES (:guild, :roles) ON CONFLICT (guild_id, roles) DO NOTHING"_s);
    insert.bind(u":guild"_s, guild);
    insert.bind(u":roles"_s, text);
    if (Status status = insert.exec(); !status)
        return status.error();
    Statement &find =
        (*m_statements)(u"SELECT set_id FROM role_set WHERE guild_id = :guild AND roles = :roles"_s);
    find.bind(u":guild"_s, guild);
    find.bind(u":roles"_s, text);
    if (Status status = find.exec(); !status)
        return status.error();
    const qint64 id = find.next() ? find.integer() : 0;
    find.finish();
    m_roleSets.insert({guild, roles}, id);
    return id;
}

Status Writer::saveDeleted(GuildId guild, const Fact::MessageDeleted &fact)
{
    Statement &insert = (*m_statements)(u"INSERT INTO deleted_message (guild_id, ticket_id, message_id) "
                                        "VALUES (:guild, :ticket, :id) ON CONFLICT DO NOTHING"_s);
    for (MessageId id : fact.ids) {
        insert.bind(u":guild"_s, guild);
        insert.bind(u":ticket"_s, fact.ticket);
        insert.bind(u":id"_s, id);
        if (Status status = insert.exec(); !status)
            return status;
    }
    return {};
}

// A ticket tells the name of its category, and which bot opens tickets here.
Status Writer::rememberTicketOrigin(GuildId guild, const Fact::Ticket &fact)
{
    if (fact.openerBot) {
        Statement &insert = (*m_statements)(
            u"INSERT INTO opener_bot (guild_id, user_id) VALUES (:guild, :user) ON CONFLICT DO NOTHING"_s);
        insert.bind(u":guild"_s, guild);
        insert.bind(u":user"_s, fact.openerBot);
        if (Status status = insert.exec(); !status)
            return status;
    }
    // An import names categories by what it called them; what the server calls its own ones is known better.
    const bool imported = fact.quality == Quality::Legacy || fact.quality == Quality::Inferred;
    if (!fact.category || (imported && !isLegacyKey(fact.category.value)))
        return {};
    // A key made from a name never gets another one.
    const UtcMs asOfMs = isLegacyKey(fact.category.value) ? 0 : fact.openedAtMs;
    return rememberCategory(guild, fact.category, fact.categoryName, asOfMs);
}

// The name a category had last (M-23); what is learnt about an earlier time does not replace it.
Status Writer::rememberCategory(GuildId guild, ChannelId category, const QString &name, UtcMs asOfMs)
{
    Statement &save = (*m_statements)(u"INSERT INTO category (guild_id, category_id, name, name_as_of) "
                                      u"VALUES (:guild, :category, :name, :as_of) "
                                      "ON CONFLICT (guild_id, category_id) DO UPDATE SET name = "
                                      "excluded.name, name_as_of = excluded.name_as_of "
                                      "WHERE excluded.name_as_of > name_as_of AND excluded.name <> ''"_s);
    save.bind(u":guild"_s, guild);
    save.bind(u":category"_s, category);
    save.bind(u":name"_s, name);
    save.bind(u":as_of"_s, asOfMs);
    return save.exec();
}

Status Writer::applyToCandidate(GuildId guild, const Fact::Candidate &fact)
{
    // A judgement outranks waiting, a person's word outranks a judgement; the last word counts.
    Statement &save = (*m_statements)(
        u"INSERT INTO candidate (guild_id, channel_id, category_id, name, state, by_hand) "
        "VALUES (:guild, :channel, :category, :name, :state, :by_hand) "
        "ON CONFLICT (guild_id, channel_id) DO UPDATE SET category_id = excluded.category_id, name = "
        "excluded.name, "
        "state = excluded.state, by_hand = excluded.by_hand "
        "WHERE excluded.by_hand > by_hand OR (excluded.by_hand = by_hand AND (by_hand = 1 OR excluded.state > state))"_s);
    save.bind(u":guild"_s, guild);
    save.bind(u":channel"_s, fact.channel);
    save.bind(u":category"_s, fact.category);
    save.bind(u":name"_s, fact.name);
    save.bind(u":state"_s, fact.state);
    save.bind(u":by_hand"_s, fact.byHand);
    if (Status status = save.exec(); !status)
        return status;
    m_changes.guilds += guild;
    if (!fact.byHand)
        return {};
    auto loaded = loadTicket(guild, fact.channel);
    if (!loaded)
        return loaded.error();
    if (!*loaded)
        return {};
    StoredTicket &stored = *loaded.value();
    if (!::apply(stored.record, {guild, fact}))
        return {};
    m_changes.tickets += fact.channel;
    m_changes.wiped = true; // it leaves or joins every number
    return saveTicket(stored, false);
}

Result<bool> Writer::excludedByHand(GuildId guild, ChannelId channel)
{
    Statement &find =
        (*m_statements)(u"SELECT 1 FROM candidate WHERE guild_id = :guild AND channel_id = :channel "
                        "AND by_hand = 1 AND state = 1"_s);
    find.bind(u":guild"_s, guild);
    find.bind(u":channel"_s, channel);
    if (Status status = find.exec(); !status)
        return status.error();
    return find.nextOnly();
}
