// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"

#include <QByteArray>
#include <QTimeZone>

// The rows of a ticket list for a spreadsheet: times as ISO 8601 with offset, durations in seconds, names guarded against
// formulas (TM-17). Pure; also called in the query thread.
QByteArray ticketListCsv(const QVector<TicketListRow> &rows, const QTimeZone &zone);
