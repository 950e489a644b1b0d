// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/ticketcsv.h"

#include "bot/base/csv.h"
#include "bot/commands/ticketexport.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int CsvPage = 2'000;
constexpr qsizetype MaxCsvBytes = 8'000'000; // Discord takes 10 MiB, the rest of the request included

void writeInstant(CsvWriter &csv, UtcMs at)
{
    if (at == 0)
        csv.empty();
    else
        csv.text(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs));
}

void writeSeconds(CsvWriter &csv, UtcMs from, UtcMs to)
{
    if (from == 0 || to < from)
        csv.empty();
    else
        csv.number(double(to - from) / SecondMs, 3);
}

void writeTicket(CsvWriter &csv, const TicketListRow &row)
{
    const TicketRecord &ticket = row.ticket;
    const UtcMs closedAt = ticket.lastSpell().closedAtMs;
    csv.id(ticket.id.value).text(ticket.name).text(ticket.categoryName);
    writeInstant(csv, ticket.openedAtMs);
    writeInstant(csv, closedAt);
    csv.text(ticket.open() ? u"open"_s : u"closed"_s).text(row.requesterName);
    writeSeconds(csv, ticket.openedAtMs, ticket.derived.firstResponseAtMs);
    writeSeconds(csv, ticket.openedAtMs, closedAt);
    csv.number(ticket.derived.humanMessages())
        .number(ticket.derived.staffMessages)
        .number(ticket.derived.requesterMessages)
        .number(ticket.derived.guestMessages)
        .text(row.closedByName.isEmpty() ? ticket.closedByName : row.closedByName)
        .text(ticket.closeReason);
    if (ticket.rating > 0)
        csv.number(ticket.rating);
    else
        csv.empty();
    csv.endRow();
}

} // namespace

TicketCsv ticketCsv(const Reader &reader, GuildId guild, TicketListFilter filter, UtcMs nowMs,
                    const std::function<bool(const TicketRecord &)> &wanted)
{
    CsvWriter csv;
    for (const char *column : {"ticket_id", "channel", "category", "opened_utc", "closed_utc", "state",
                               "opened_by", "first_response_s", "resolution_s", "messages", "staff_messages",
                               "requester_messages", "guest_messages", "closed_by", "reason", "rating"})
        csv.text(QLatin1String(column));
    csv.endRow();

    TicketCsv result;
    filter.tab = TicketListFilter::Tab::All;
    filter.sort = TicketListFilter::Sort::Opened;
    filter.descending = false;
    filter.limit = CsvPage;
    filter.offset = 0;
    for (;;) {
        const TicketPage page = reader.tickets(guild, filter, nowMs, 0);
        for (const TicketListRow &row : page.rows) {
            if (wanted && !wanted(row.ticket))
                continue;
            if (csv.bytes().size() > MaxCsvBytes) {
                result.complete = false;
                break;
            }
            writeTicket(csv, row);
            ++result.tickets;
        }
        if (!result.complete || page.rows.size() < CsvPage)
            break;
        goOn(filter, page);
    }
    result.bytes = csv.bytes();
    return result;
}
