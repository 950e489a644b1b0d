// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/reader.h"

#include <QByteArray>

#include <functional>

// One line per ticket, for spreadsheets: ids, times in UTC, durations in seconds (METRICS M-24, FAULTS
// TM-17).
struct TicketCsv
{
    QByteArray bytes;
    int tickets = 0;
    bool complete = true; // false: the file would have been too large for Discord
};
// All tickets that the filter lists and `wanted` keeps. Reads page by page; for the query thread.
TicketCsv ticketCsv(const Reader &reader, GuildId guild, TicketListFilter filter, UtcMs nowMs,
                    const std::function<bool(const TicketRecord &)> &wanted = {});
