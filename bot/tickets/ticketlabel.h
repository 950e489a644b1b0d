// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/ticket.h"

// What a ticket is called where its channel's name would stand: imported ones have none.
inline QString ticketLabel(const TicketRecord &ticket)
{
    return ticket.name.isEmpty() ? ticket.id.toString() : ticket.name;
}
