// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/reader.h"

TicketStatistics Reader::statistics(GuildId guild, const CategoryFilter &category, Window window,
                                    const StatisticsOptions &options) const
{
    return ::statistics(ticketRows(guild, category, window), gaps(guild, window), window, options);
}
