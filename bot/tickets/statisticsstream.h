// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/breakdowns.h"

#include <functional>

// statistics() and staffHours() of what comes one by one: a million tickets need not stand in memory for a few numbers about
// them. A source calls what it is given for each of its rows, in any order.
using TicketRowSource = std::function<void(const std::function<void(const TicketRow &)> &take)>;
TicketStatistics statistics(const TicketRowSource &rows, const QVector<CoverageGap> &gaps, Window window,
                            const StatisticsOptions &options);

using StaffActivitySource = std::function<void(const std::function<void(const StaffActivity &)> &take)>;
StaffHours staffHours(const StaffActivitySource &activity, const QVector<CoverageGap> &gaps, Window window,
                      const QTimeZone &zone);
