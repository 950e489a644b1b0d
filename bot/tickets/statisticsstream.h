// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/statistics.h"

#include <functional>

// statistics() of rows that come one by one: a million tickets need not stand in memory for a few numbers about them.
// `rows` calls what it is given for each row, in any order.
using TicketRowSource = std::function<void(const std::function<void(const TicketRow &)> &take)>;
TicketStatistics statistics(const TicketRowSource &rows, const QVector<CoverageGap> &gaps, Window window,
                            const StatisticsOptions &options);
