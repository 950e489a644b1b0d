// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoscript.h"

#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "app/demo/worlddata.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

// The life of the demo's server. The incidents are in demoincidents.cpp.

namespace {

constexpr int TickMs = 250;
constexpr int QuietLimit = 45; // open tickets at which nobody new comes, outside of a busy hour
constexpr double UnansweredShare = 0.08;
constexpr double KeptShare = 0.12; // closed by moving them away first
constexpr double ReturningShare = 0.4; // of those

// Live life is a good deal faster than the past: a staff member's typical minute is this many seconds.
constexpr double SecondsPerTypicalMinute = 4;

constexpr std::array<QStringView, 6> RequesterLines{
    u"Hello, I need some help.",    u"It still does not work for me.", u"Here is what I tried so far.",
    u"Is anybody looking at this?", u"Oh, that explains it!",          u"Thank you, I will try that."};
constexpr std::array<QStringView, 5> StaffLines{u"Hi, I am looking into it.",
                                                u"Could you send me a screenshot?", u"Please try again now.",
                                                u"I have passed it on to billing.", u"That should be fixed."};
constexpr std::array<QStringView, 4> Reasons{u"Resolved", u"No reason specified", u"Duplicate", u"No answer"};

template <class Array>
QString pickLine(const Array &lines, int index)
{
    return lines.at(size_t(index) % lines.size()).toString();
}

} // namespace

DemoScript::DemoScript(StandInDiscord &discord, DemoServer server, quint32 seed, QObject *parent)
    : QObject(parent), m_discord(discord), m_server(std::move(server)), m_random(seed),
      m_nextNumber(m_server.nextNumber)
{
    m_discord.setApplicationFlags(World::MessageContentLimitedFlag);
    for (const quint64 channel : m_server.openTickets)
        adopt(channel);
    m_tick.setInterval(TickMs);
    connect(&m_tick, &QTimer::timeout, this,
            [this] { advance(qint64(double(m_sinceTick.restart()) * m_speed)); });
    in(uniform(3, 6), [this] { openNext(); });
    in(uniform(20, 30), [this] { runSomeCommand(); });
}

DemoScript::~DemoScript() = default;

void DemoScript::start()
{
    m_sinceTick.start();
    m_tick.start();
}

void DemoScript::stop()
{
    m_tick.stop();
}

void DemoScript::advance(qint64 byMs)
{
    const qint64 until = m_timeMs + byMs;
    while (!m_plan.empty() && m_plan.begin()->first <= until) {
        const auto next = m_plan.begin();
        m_timeMs = next->first;
        const std::function<void()> action = std::move(next->second);
        m_plan.erase(next);
        action();
    }
    m_timeMs = until;
}

void DemoScript::in(double seconds, std::function<void()> action)
{
    m_plan.emplace(m_timeMs + qint64(seconds * 1000), std::move(action));
}

double DemoScript::uniform(double from, double to)
{
    // Not the standard's distributions: those tell another story with every library.
    return from + (to - from) * (double(m_random() >> 1) / double(0x80000000u));
}

int DemoScript::pickCategory()
{
    double left = uniform(0, 1);
    for (int i = 0; i < m_server.categories.size(); ++i) {
        left -= m_server.categories.at(i).share;
        if (left < 0)
            return i;
    }
    return 0;
}

int DemoScript::pickStaff()
{
    double sum = 0;
    for (const DemoServer::Staff &staff : m_server.staff)
        sum += staff.weight;
    double left = uniform(0, sum);
    for (int i = 0; i < m_server.staff.size(); ++i) {
        left -= m_server.staff.at(i).weight;
        if (left < 0)
            return i;
    }
    return 0;
}

void DemoScript::say(quint64 channel, quint64 author, const QString &text)
{
    DemoMessageOptions options;
    options.content = text;
    m_discord.world().addMessage(channel, author, options);
}

// -- tickets --------------------------------------------------------------------------------------

// A ticket that was open before the demo began goes on living.
void DemoScript::adopt(quint64 channel)
{
    const World::Channel *const known = m_discord.world().data().channel(channel);
    if (!known)
        return;
    Ticket ticket;
    ticket.number = known->name.section(u'-', -1).toInt();
    ticket.staff = pickStaff();
    ticket.turnsLeft = 1 + below(3);
    ticket.openedMs = World::millisecondsOf(channel);
    for (int i = 0; i < m_server.categories.size(); ++i) {
        if (m_server.categories.at(i).id == known->parent)
            ticket.category = i;
    }
    // What was written in an earlier run is not here; whose ticket it is, the channel tells.
    for (const World::Overwrite &overwrite : known->overwrites) {
        for (int i = 0; i < m_server.requesters.size(); ++i) {
            if (m_server.requesters.at(i).id == overwrite.id)
                ticket.requester = i;
        }
    }
    for (const auto &[id, message] : known->messages) {
        for (int i = 0; i < m_server.requesters.size(); ++i) {
            if (m_server.requesters.at(i).id == message.author)
                ticket.requester = i;
        }
        for (int i = 0; i < m_server.staff.size(); ++i) {
            if (m_server.staff.at(i).id == message.author) {
                ticket.staff = i;
                ticket.answered = true;
            }
        }
    }
    m_tickets[channel] = ticket;
    in(uniform(20, 240), [this, channel] { staffAnswers(channel); });
}

void DemoScript::openNext()
{
    if (openTickets() < QuietLimit)
        openTicket();
    in(uniform(10, 20), [this] { openNext(); });
}

quint64 DemoScript::openTicket()
{
    Ticket ticket;
    ticket.number = m_nextNumber++;
    ticket.category = pickCategory();
    ticket.requester = below(int(m_server.requesters.size()));
    ticket.staff = pickStaff();
    const double effort = m_server.categories.at(ticket.category).effort;
    ticket.turnsLeft = 1 + below(int(2 + 2 * effort));
    ticket.openedMs = m_discord.world().now();
    const quint64 channel =
        openDemoTicket(m_discord.world(), m_server, ticket.category, ticket.requester, ticket.number);
    m_tickets[channel] = ticket;
    in(uniform(2, 8), [this, channel] { requesterWrites(channel); });
    if (chance(UnansweredShare))
        in(uniform(180, 400), [this, channel] { closeTicket(channel); });
    else
        in(10 + m_server.staff.at(ticket.staff).speed * SecondsPerTypicalMinute * uniform(0.4, 2.2),
           [this, channel] { staffAnswers(channel); });
    return channel;
}

void DemoScript::requesterWrites(quint64 channel)
{
    const auto it = m_tickets.find(channel);
    if (it == m_tickets.end())
        return;
    say(channel, m_server.requesters.at(it->second.requester).id, pickLine(RequesterLines, below(6)));
    if (!it->second.answered && chance(0.3))
        in(uniform(5, 25), [this, channel] { requesterWrites(channel); });
}

void DemoScript::staffAnswers(quint64 channel)
{
    const auto it = m_tickets.find(channel);
    if (it == m_tickets.end())
        return;
    Ticket &ticket = it->second;
    if (ticket.answered && chance(0.1)) // a colleague steps in
        ticket.staff = pickStaff();
    const DemoServer::Staff &staff = m_server.staff.at(ticket.staff);
    say(channel, staff.id, pickLine(StaffLines, below(5)));
    ticket.answered = true;
    if (--ticket.turnsLeft <= 0) {
        in(uniform(8, 40), [this, channel] { closeTicket(channel); });
        return;
    }
    const double reply = uniform(5, 30);
    in(reply, [this, channel] { requesterWrites(channel); });
    in(reply + 3 + staff.speed * SecondsPerTypicalMinute * uniform(0.3, 1.6),
       [this, channel] { staffAnswers(channel); });
}

void DemoScript::reportClosing(const Ticket &ticket, const QString &closer, quint64 closerId)
{
    const auto field = [](const QString &name, const QString &value) {
        return QJsonObject{{u"name"_s, name}, {u"value"_s, value}, {u"inline"_s, true}};
    };
    const auto mention = [](quint64 user) { return u"<@%1>"_s.arg(user); };
    QJsonArray fields{
        field(u"Ticket ID"_s, QString::number(ticket.number)),
        field(u"Opened By"_s, mention(m_server.requesters.at(ticket.requester).id)),
        field(u"Closed By"_s, mention(closerId)),
        field(u"Open Time"_s, u"<t:%1:f>"_s.arg(ticket.openedMs / 1000)),
        field(u"Claimed By"_s,
              ticket.answered ? mention(m_server.staff.at(ticket.staff).id) : u"Not claimed"_s)};
    if (chance(0.4))
        fields.append(field(u"Rating"_s, u"%1 ⭐"_s.arg(2 + below(4))));
    fields.append(field(u"Reason"_s, pickLine(Reasons, below(4))));
    DemoMessageOptions report;
    report.content = QString();
    report.embeds = {QJsonObject{{u"title"_s, u"Ticket Closed"_s},
                                 {u"fields"_s, fields},
                                 {u"footer"_s, QJsonObject{{u"text"_s, closer}}}}};
    m_discord.world().addMessage(m_server.archiveChannel, m_server.ticketBot.id, report);
}

void DemoScript::closeTicket(quint64 channel)
{
    const auto it = m_tickets.find(channel);
    if (it == m_tickets.end())
        return;
    DemoWorld &world = m_discord.world();
    Ticket &ticket = it->second;
    const bool byRequester = !ticket.answered || chance(0.15);
    const quint64 closerId =
        byRequester ? m_server.requesters.at(ticket.requester).id : m_server.staff.at(ticket.staff).id;
    const QString closer =
        byRequester ? m_server.requesters.at(ticket.requester).name : m_server.staff.at(ticket.staff).name;
    const QString reason = u"Ticket %1 closed by %2"_s.arg(ticket.number).arg(closer);
    reportClosing(ticket, closer, closerId);

    const quint64 category = m_server.categories.at(ticket.category).id;
    if (!ticket.cameBack && chance(KeptShare)) {
        world.moveChannel(channel, m_server.closedCategory, m_server.ticketBot.id, reason);
        if (chance(ReturningShare)) {
            ticket.cameBack = true;
            ticket.turnsLeft = 1;
            in(uniform(25, 60), [this, channel, category] {
                m_discord.world().moveChannel(channel, category, m_server.ticketBot.id, u"Reopened"_s);
                requesterWrites(channel);
            });
            in(uniform(70, 110), [this, channel] { staffAnswers(channel); });
            return;
        }
        m_tickets.erase(it);
        in(uniform(60, 120), [this, channel] {
            m_discord.world().deleteChannel(channel, m_server.ticketBot.id, u"Closed ticket removed"_s);
        });
        return;
    }
    m_tickets.erase(it);
    world.deleteChannel(channel, m_server.ticketBot.id, reason);
}

void DemoScript::busyHour(int seconds, int perSecond)
{
    for (int second = 0; second < seconds; ++second) {
        for (int n = 0; n < perSecond; ++n)
            in(second + double(n) / perSecond, [this] { openTicket(); });
    }
    in(seconds, [this] { emit incidentEnded(u"busy"_s); });
}

// -- commands -------------------------------------------------------------------------------------

void DemoScript::runSomeCommand()
{
    in(uniform(45, 90), [this] { runSomeCommand(); });
    QStringList registered;
    for (const QJsonValue &command : m_discord.commands())
        registered.append(command.toObject().value("name"_L1).toString());
    const auto run = [&](const QString &name, quint64 channel, quint64 user, const QJsonArray &options) {
        if (registered.contains(name) && m_discord.world().guilds().contains(m_server.guild))
            m_discord.runCommand(m_server.guild, channel, user, name, options);
    };
    const auto option = [](const QString &name, int type, const QJsonValue &value) {
        return QJsonObject{{u"name"_s, name}, {u"type"_s, type}, {u"value"_s, value}};
    };
    if (chance(0.2)) // somebody who may not, or who only looks around
        return run(chance(0.5) ? u"help"_s : u"ticketstats"_s, m_server.generalChannel,
                   m_server.requesters.at(below(int(m_server.requesters.size()))).id, {});
    const QString category =
        chance(0.4) ? u"all"_s : QString::number(m_server.categories.at(pickCategory()).id);
    constexpr std::array<int, 5> Periods{1, 7, 14, 30, 90};
    run(u"ticketstats"_s, m_server.staffChannel, m_server.staff.at(below(4)).id,
        {option(u"category"_s, 3, category), option(u"days"_s, 4, Periods.at(size_t(below(5))))});
}
