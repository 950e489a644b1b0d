// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoserver.h"
#include "bot/tickets/ticket.h"

#include <memory>

// Ninety believable days before `nowMs`: more tickets on weekday evenings, staff of different speed who keep
// to their shifts, tickets that nobody answered, tickets that came back, one outage of the bot. The same
// seed, cast and time give the same facts. All of them are over: open tickets are the stand-in's, and the bot
// finds them itself.
//
// Pure; the demo writes the days through the store, as if the bot had seen them.
class DemoHistory
{
public:
    static constexpr int Days = 90;

    DemoHistory(DemoServer server, UtcMs nowMs, quint32 seed = 20'261'122);
    ~DemoHistory();

    TicketFacts people() const; // names of everybody in it
    int batches() const { return Days; }
    TicketFacts batch(int day) const; // facts of tickets opened that day, oldest day first

    struct Outage
    {
        UtcMs fromMs = 0;
        UtcMs toMs = 0;
    };
    Outage outage() const;

private:
    class Private;
    const std::unique_ptr<Private> d;
};
