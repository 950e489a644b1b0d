// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"

#include <QVector>

// What the demo's past is made of: the ids and names of its world.
struct DemoCast
{
    struct Category
    {
        ChannelId id;
        QString name; // as the server calls it
        QString slug; // its channels are slug-0001
        double share = 0.2; // of all tickets
        double effort = 1; // how long and talkative its tickets are
    };
    struct Staff
    {
        UserId id;
        QString name;
        QVector<RoleId> roles;
        double speed = 1; // typical minutes until an answer while on shift
        int shiftStartHour = 8; // UTC
        int shiftHours = 9;
        double weight = 1; // share of the work
    };
    struct Person
    {
        UserId id;
        QString name;
    };
    GuildId guild;
    QVector<Category> categories;
    ChannelId closedCategory; // 0 = none
    QVector<Staff> staff;
    QVector<Person> requesters;
    Person ticketBot;
};

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

    DemoHistory(DemoCast cast, UtcMs nowMs, quint32 seed = 20'261'122);
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
