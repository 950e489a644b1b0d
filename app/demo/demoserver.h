// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QVector>

class DemoWorld;

// Who and what there is on the demo's server: everything that its past and its live life are made of.
struct DemoServer
{
    struct Category
    {
        quint64 id = 0;
        QString name;
        QString slug; // its tickets are slug-0001
        double share = 0.2; // of all tickets
        double effort = 1; // how long and talkative its tickets are
    };
    struct Staff
    {
        quint64 id = 0;
        QString name;
        QList<quint64> roles;
        double speed = 1; // typical minutes until an answer
        int shiftStartHour = 8; // UTC
        int shiftHours = 9;
        double weight = 1; // share of the work
    };
    struct Person
    {
        quint64 id = 0;
        QString name;
    };

    quint64 guild = 0;
    QString name;
    QVector<Category> categories;
    quint64 closedCategory = 0; // where some closed tickets are kept for a while
    QVector<Staff> staff; // eight; the first is the owner
    QVector<Person> requesters;
    Person ticketBot;
    quint64 ownerRole = 0;
    quint64 adminRole = 0;
    quint64 moderatorRole = 0;
    quint64 supportRole = 0;
    quint64 trialRole = 0;
    quint64 generalChannel = 0;
    quint64 staffChannel = 0; // where staff type commands
    quint64 logChannel = 0; // for our bot
    quint64 archiveChannel = 0; // where the ticket bot reports closed tickets
    QList<quint64> openTickets; // channels that are open when the demo begins
    int nextNumber = 1;
};

// Builds the server "Northwind" in a fresh world. Ids of people, roles, categories and of the bot are the
// same every time, so that data of an earlier demo still belongs to it.
DemoServer buildDemoWorld(DemoWorld &world);

// Tickets that were opened before the demo begins, made anew around now; none from before `sinceMs`.
void addOpenDemoTickets(DemoWorld &world, DemoServer &server, qint64 sinceMs = 0);

// A ticket that was open when an earlier run ended: it still is, and numbers go on behind its own.
struct DemoTicketLeft
{
    quint64 channel = 0;
    quint64 category = 0;
    quint64 requester = 0;
    QString name;
};
void keepDemoTicketsOfEarlierRun(DemoWorld &world, DemoServer &server, const QList<DemoTicketLeft> &left);

// What the ticket bot does. atMs 0: now.
quint64 openDemoTicket(DemoWorld &world, const DemoServer &server, int category, int requester, int number,
                       qint64 atMs = 0);
// Channels that were open when an earlier run of the demo ended, and are not in this world: the audit log
// says when and by whom they were closed, soon after that end, as if it had happened while the program was
// closed.
void closeDemoTicketsOfEarlierRun(DemoWorld &world, const DemoServer &server, const QList<quint64> &channels,
                                  qint64 endedMs);
