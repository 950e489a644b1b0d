// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/ticketrecord.h"

#include <QMap>

#include <algorithm>
#include <optional>
#include <utility>

// Folds all messages of a ticket anew, whatever their order.
inline Derived fold(const TicketRecord &record, QVector<MessageFact> messages,
                    UtcMs untilMs = TicketFold::NoLimit)
{
    std::sort(messages.begin(), messages.end(), [](const MessageFact &a, const MessageFact &b) {
        return std::pair(a.atMs, a.id) < std::pair(b.atMs, b.id);
    });
    TicketFold all = TicketFold::fromScratch(record, untilMs);
    for (const MessageFact &message : std::as_const(messages))
        all.add(message);
    return all.derived();
}

// What the store does with facts, without a database: facts in any order become tickets with their derived
// values.
class MemoryStore
{
public:
    void add(const TicketFact &fact)
    {
        const ChannelId id = std::visit(
            [](const auto &f) {
                if constexpr (requires { f.ticket; })
                    return f.ticket;
                else if constexpr (requires { f.channel; })
                    return f.channel;
                else
                    return ChannelId();
            },
            fact.fact);
        if (id)
            add(m_tickets[id], fact);
    }
    void add(const TicketFacts &facts)
    {
        for (const TicketFact &fact : facts)
            add(fact);
    }
    // An empty record when it is no ticket.
    TicketRecord ticket(ChannelId id) const { return m_tickets.value(id).record.value_or(TicketRecord()); }
    QVector<MessageFact> messages(ChannelId id) const
    {
        QVector<MessageFact> all = m_tickets.value(id).messages;
        std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
        return all;
    }
    QVector<TicketRecord> tickets() const
    {
        QVector<TicketRecord> all;
        for (const Entry &entry : m_tickets) {
            if (entry.record)
                all.append(*entry.record);
        }
        return all;
    }

private:
    struct Entry
    {
        std::optional<TicketRecord> record;
        QVector<MessageFact> messages;
        QVector<TicketFact> early;
    };

    static void add(Entry &entry, const TicketFact &fact)
    {
        if (const auto *opening = std::get_if<Fact::Ticket>(&fact.fact); opening && !entry.record) {
            entry.record = newTicketRecord(fact.guild, *opening);
            const auto early = std::exchange(entry.early, {});
            for (const TicketFact &one : early)
                add(entry, one);
            return;
        }
        if (!entry.record) {
            entry.early.append(fact);
            return;
        }
        const TicketRecord before = *entry.record;
        apply(*entry.record, fact);
        bool again = foldsDifferently(before, *entry.record);
        if (const auto *message = std::get_if<MessageFact>(&fact.fact)) {
            const auto known = std::find_if(entry.messages.begin(), entry.messages.end(),
                                            [message](const MessageFact &m) { return m.id == message->id; });
            if (known != entry.messages.end()) {
                again = merge(*known, *message) || again;
            } else {
                entry.messages.append(*message);
                TicketFold next(*entry.record);
                again = again || !next.add(*message);
                if (!again)
                    entry.record->derived = next.derived();
            }
        }
        if (again)
            entry.record->derived = fold(*entry.record, entry.messages);
    }

    QMap<ChannelId, Entry> m_tickets;
};
