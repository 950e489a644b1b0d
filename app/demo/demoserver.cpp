// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoserver.h"

#include "app/demo/demoworld.h"
#include "app/demo/worlddata.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 FoundedMs =
    1'738'368'000'000; // 2025-02-01T00:00:00Z: fixed, so that ids are always the same
constexpr int FirstLiveNumber = 4101; // above the numbers that the demo's past has used

struct CategoryRow
{
    QStringView name;
    QStringView slug;
    double share;
    double effort;
};
constexpr std::array<CategoryRow, 5> CategoryRows{{{u"General Tickets", u"general", 0.38, 1.0},
                                                   {u"Player-Reports", u"report", 0.24, 1.3},
                                                   {u"Appeals", u"appeal", 0.18, 1.6},
                                                   {u"Billing", u"billing", 0.13, 0.8},
                                                   {u"Partnerships", u"partner", 0.07, 2.0}}};

enum Rank
{
    Owner,
    Admin,
    Moderator,
    Support,
    Trial
};
struct StaffRow
{
    QStringView name;
    Rank rank;
    double speedMinutes;
    int shiftStartHour;
    int shiftHours;
    double weight;
};
// The first one owns the server. Shifts are in UTC, and together leave the small hours thin.
constexpr std::array<StaffRow, 8> StaffRows{{{u"Dana", Owner, 18, 9, 8, 0.5},
                                             {u"Ana", Admin, 4, 7, 9, 1.6},
                                             {u"Ben", Admin, 9, 14, 8, 1.2},
                                             {u"Chloe", Moderator, 3, 16, 8, 1.8},
                                             {u"Emre", Moderator, 12, 11, 9, 1.0},
                                             {u"Fatima", Support, 6, 18, 7, 1.4},
                                             {u"Kenji", Support, 15, 0, 8, 0.8},
                                             {u"Lucia", Trial, 30, 15, 6, 0.5}}};

constexpr std::array<QStringView, 48> PeopleRows{
    u"Aiden", u"Brook",  u"Casper",  u"Delia",  u"Elliot", u"Freya",  u"Gideon", u"Hana",
    u"Isaac", u"Juno",   u"Kai",     u"Leonie", u"Milo",   u"Nadia",  u"Oskar",  u"Priya",
    u"Quinn", u"Rafael", u"Saoirse", u"Tomas",  u"Uma",    u"Viktor", u"Wren",   u"Xenia",
    u"Yusuf", u"Zofia",  u"Amara",   u"Bruno",  u"Cleo",   u"Dmitri", u"Esme",   u"Farid",
    u"Greta", u"Hugo",   u"Ines",    u"Jonas",  u"Katya",  u"Luca",   u"Mei",    u"Noor",
    u"Olaf",  u"Paloma", u"Ravi",    u"Sanna",  u"Theo",   u"Ulla",   u"Vera",   u"Willem"};

// A ticket that is open when the demo begins: its age in minutes, then at which minutes after opening the
// requester (r) or staff (s) wrote.
struct OpenRow
{
    int category;
    int requester;
    int ageMinutes;
    int staff; // -1: nobody has answered
    QStringView talk;
    std::array<int, 6> minutes;
};
constexpr std::array<OpenRow, 12> OpenRows{{{0, 3, 2, -1, u"r", {1}},
                                            {1, 17, 6, -1, u"r", {0}},
                                            {0, 8, 14, -1, u"rr", {1, 4}},
                                            {3, 21, 22, 1, u"rs", {1, 7}},
                                            {2, 30, 35, -1, u"r", {2}},
                                            {0, 11, 48, 3, u"rsrs", {0, 4, 11, 15}},
                                            {1, 26, 75, 4, u"rsr", {3, 16, 31}},
                                            {0, 40, 130, 5, u"rsrsr", {1, 8, 20, 26, 90}},
                                            {2, 5, 240, 1, u"rsrs", {2, 9, 60, 66}},
                                            {4, 33, 560, 2, u"rsr", {5, 44, 120}},
                                            {2, 14, 1180, 4, u"rsrsrs", {3, 21, 80, 95, 400, 410}},
                                            {4, 46, 2900, 0, u"rsrs", {10, 70, 300, 1500}}}};

void addPeople(DemoWorld &world, DemoServer &server)
{
    const QList<quint64> roleOfRank{server.ownerRole, server.adminRole, server.moderatorRole,
                                    server.supportRole, server.trialRole};
    for (const StaffRow &row : StaffRows) {
        const QString name = row.name.toString();
        QList<quint64> roles{roleOfRank.at(row.rank)};
        if (row.rank == Admin) // admins carry the support role too, as on many servers
            roles.append(server.supportRole);
        const quint64 id = server.staff.isEmpty() ? world.owner(server.guild) : world.addUser(name);
        if (server.staff.isEmpty())
            world.setMemberRoles(server.guild, id, roles);
        else
            world.addMember(server.guild, id, roles);
        server.staff.append(
            {id, name, roles, row.speedMinutes, row.shiftStartHour, row.shiftHours, row.weight});
    }
    for (const QStringView row : PeopleRows) {
        const QString name = row.toString();
        const quint64 id = world.addUser(name);
        world.addMember(server.guild, id);
        server.requesters.append({id, name});
    }
}

} // namespace

DemoServer buildDemoWorld(DemoWorld &world)
{
    const auto clock = world.data().now;
    world.setNow([] { return FoundedMs; });
    DemoServer server;
    server.name = u"Northwind"_s;
    server.guild = world.addGuild(server.name, world.addUser(StaffRows.front().name.toString()));
    const quint64 administrator = World::Administrator;
    // A new role stands above those that were there: the owner's comes last.
    world.addRole(server.guild, u"Member"_s);
    server.trialRole = world.addRole(server.guild, u"Trial Support"_s, 0, 0x5C7A89);
    server.supportRole = world.addRole(server.guild, u"Support"_s, 0, 0x1B6E3A);
    server.moderatorRole = world.addRole(server.guild, u"Moderator"_s, 0, 0x4752C4);
    server.adminRole = world.addRole(server.guild, u"Admin"_s, administrator, 0x8A5300);
    server.ownerRole = world.addRole(server.guild, u"Owner"_s, administrator, 0xB3261E);

    const quint64 community = world.addCategory(server.guild, u"Community"_s);
    server.generalChannel = world.addChannel(server.guild, community, u"general"_s);
    const quint64 team = world.addCategory(server.guild, u"Team"_s);
    server.staffChannel = world.addChannel(server.guild, team, u"staff-chat"_s);
    server.logChannel = world.addChannel(server.guild, team, u"ticket-logs"_s);
    server.archiveChannel = world.addChannel(server.guild, team, u"ticket-archive"_s);
    for (const CategoryRow &row : CategoryRows) {
        const QString name = row.name.toString();
        server.categories.append(
            {world.addCategory(server.guild, name), name, row.slug.toString(), row.share, row.effort});
    }
    server.closedCategory = world.addCategory(server.guild, u"Closed Tickets"_s);
    server.ticketBot = {world.addUser(u"Tickets"_s, true), u"Tickets"_s};
    world.addMember(server.guild, server.ticketBot.id);
    addPeople(world, server);

    world.setNow(clock);
    server.nextNumber = FirstLiveNumber;
    return server;
}

void addOpenDemoTickets(DemoWorld &world, DemoServer &server, qint64 sinceMs)
{
    const qint64 now = world.now();
    // Oldest first, so that the numbers rise with time.
    for (auto row = OpenRows.rbegin(); row != OpenRows.rend(); ++row) {
        const qint64 openedMs = now - row->ageMinutes * MinuteMs;
        if (openedMs < sinceMs)
            continue;
        const quint64 channel =
            openDemoTicket(world, server, row->category, row->requester, server.nextNumber++, openedMs);
        for (qsizetype i = 0; i < row->talk.size(); ++i) {
            const bool byStaff = row->talk.at(i) == u's';
            DemoMessageOptions message;
            message.atMs = std::min(now, openedMs + row->minutes.at(size_t(i)) * MinuteMs + 7'000);
            message.content = byStaff ? u"Thanks for writing, I am looking into it."_s
                                      : u"Hello, could somebody help me with this?"_s;
            const quint64 author =
                byStaff ? server.staff.at(row->staff).id : server.requesters.at(row->requester).id;
            world.addMessage(channel, author, message);
        }
        server.openTickets.append(channel);
    }
}

void keepDemoTicketsOfEarlierRun(DemoWorld &world, DemoServer &server, const QList<DemoTicketLeft> &left)
{
    for (const DemoTicketLeft &ticket : left) {
        DemoChannelOptions options;
        options.id = ticket.channel;
        options.by = server.ticketBot.id;
        options.requester = ticket.requester;
        options.atMs = World::millisecondsOf(ticket.channel);
        world.addChannel(server.guild, ticket.category, ticket.name, options);
        server.openTickets.append(ticket.channel);
        server.nextNumber = std::max(server.nextNumber, ticket.name.section(u'-', -1).toInt() + 1);
    }
}

quint64 openDemoTicket(DemoWorld &world, const DemoServer &server, int category, int requester, int number,
                       qint64 atMs)
{
    const DemoServer::Category &where = server.categories.at(category);
    const DemoServer::Person &who = server.requesters.at(requester);
    DemoChannelOptions options;
    options.by = server.ticketBot.id;
    options.requester = who.id;
    options.reason = u"Ticket %1 opened by %2"_s.arg(number).arg(who.name);
    options.atMs = atMs;
    const quint64 channel = world.addChannel(
        server.guild, where.id, u"%1-%2"_s.arg(where.slug).arg(number, 4, 10, QChar(u'0')), options);
    DemoMessageOptions welcome;
    welcome.content = u"<@%1> Welcome"_s.arg(who.id);
    welcome.mentions = {who.id};
    welcome.embeds = {QJsonObject{{u"title"_s, where.name},
                                  {u"description"_s, u"Tell us what happened. The team answers here."_s}}};
    welcome.atMs = atMs ? atMs + 1000 : 0;
    world.addMessage(channel, server.ticketBot.id, welcome);
    return channel;
}

void closeDemoTicketsOfEarlierRun(DemoWorld &world, const DemoServer &server, const QList<quint64> &channels,
                                  qint64 endedMs)
{
    qint64 closedMs = endedMs;
    for (const quint64 channel : channels) {
        if (!world.channelJson(channel).isEmpty())
            continue;
        closedMs = std::min(world.now() - 1000, closedMs + MinuteMs);
        world.logChannelDeletion(server.guild, channel, server.ticketBot.id,
                                 u"Ticket closed by %1"_s.arg(server.staff.at(1).name), closedMs);
    }
}
