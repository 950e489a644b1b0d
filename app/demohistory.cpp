// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demohistory.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double TicketsPerDay = 24;
constexpr double UnansweredShare = 0.06;
constexpr double ReopenedShare = 0.05;
constexpr double RatedShare = 0.35;
constexpr double GuestShare = 0.08;
constexpr int OutageDaysAgo = 16;

// Monday to Sunday, and the hours of a day in UTC, each relative to the average.
constexpr std::array<double, 7> weekdayWeights{1.25, 1.1, 1.0, 1.0, 1.05, 0.85, 0.75};
constexpr std::array<double, 24> hourWeights{0.6, 0.4, 0.3, 0.2, 0.2, 0.25, 0.4, 0.6, 0.8, 0.95, 1.0, 1.1,
                                             1.2, 1.2, 1.2, 1.3, 1.5, 1.7,  1.9, 2.1, 2.0, 1.7,  1.3, 0.9};

// The standard's distributions differ between libraries; these give the same numbers everywhere.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_engine(seed) { }

    double uniform() { return double(m_engine() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return uniform() < probability; }
    int below(int n) { return std::min(n - 1, int(uniform() * n)); }
    double exponential(double mean) { return -mean * std::log1p(-uniform()); }
    // Median 1, long tail to the right: how long people take.
    double lognormal(double sigma)
    {
        const double radius = std::sqrt(-2 * std::log1p(-uniform()));
        return std::exp(sigma * radius * std::cos(2 * M_PI * uniform()));
    }
    template <class Row>
    const Row &weighted(const QVector<Row> &rows, double Row::*weight)
    {
        double sum = 0;
        for (const Row &row : rows)
            sum += row.*weight;
        double left = uniform() * sum;
        for (const Row &row : rows) {
            left -= row.*weight;
            if (left < 0)
                return row;
        }
        return rows.last();
    }

private:
    std::mt19937_64 m_engine;
};

UtcMs dayStart(UtcMs at)
{
    return at - at % DayMs;
}

} // namespace

class DemoHistory::Private
{
public:
    DemoServer server;
    UtcMs nowMs = 0;
    quint32 seed = 0;
    std::array<QVector<UtcMs>, Days> arrivals;
    std::array<int, Days> firstNumbers{};

    UtcMs firstDay() const { return dayStart(nowMs) - (Days - 1) * DayMs; }
    void planArrivals();
    TicketFacts ticketsOf(int day) const;
    void tellTicket(TicketFacts &facts, UtcMs openedMs, int number) const;
    UtcMs nextShift(const DemoServer::Staff &staff, UtcMs from) const;
};

namespace {

// The story of one ticket, told as facts. Ids carry the time of what they name, and a worker number that no
// other part of the demo uses, so that none is given twice.
class Story
{
public:
    Story(TicketFacts &facts, GuildId guild, UtcMs openedMs, int number)
        : m_facts(facts), m_guild(guild), m_number(number), m_ticket(idAt<ChannelId>(openedMs))
    { }

    ChannelId ticket() const { return m_ticket; }

    template <class FactType>
    void tell(FactType fact)
    {
        m_facts.append(TicketFact{m_guild, std::move(fact)});
    }

    void message(UtcMs at, quint64 author, AuthorKind kind, const QList<quint64> &roles = {})
    {
        MessageFact fact;
        fact.id = idAt<MessageId>(at);
        fact.ticket = m_ticket;
        fact.author = UserId(author);
        fact.kind = kind;
        for (const quint64 role : roles)
            fact.roles.append(RoleId(role));
        std::sort(fact.roles.begin(), fact.roles.end());
        fact.atMs = fact.id.createdAtMs();
        m_last = fact.id;
        tell(fact);
    }

    void end(UtcMs at)
    {
        tell(Fact::Closed{m_ticket, EndKind::Deleted, at, 0, TimeSource::Audit});
        if (m_last)
            tell(Fact::Checkpoint{m_ticket, m_last});
    }

private:
    template <class IdType>
    IdType idAt(UtcMs at)
    {
        constexpr quint64 Worker = 23;
        return IdType(quint64(at - DiscordEpochMs) << 22 | Worker << 12
                      | quint64((m_number * 61 + m_given++) & 0xfff));
    }

    TicketFacts &m_facts;
    GuildId m_guild;
    int m_number;
    int m_given = 0;
    ChannelId m_ticket;
    MessageId m_last;
};

} // namespace

DemoHistory::DemoHistory(DemoServer server, UtcMs nowMs, quint32 seed) : d(std::make_unique<Private>())
{
    d->server = std::move(server);
    d->nowMs = nowMs;
    d->seed = seed;
    d->planArrivals();
}

DemoHistory::~DemoHistory() = default;

TicketFacts DemoHistory::people() const
{
    TicketFacts facts;
    const auto person = [&](quint64 id, const QString &name, bool bot) {
        facts.append(TicketFact{GuildId(d->server.guild), Fact::Person{UserId(id), name, bot}});
    };
    for (const DemoServer::Staff &staff : d->server.staff)
        person(staff.id, staff.name, false);
    for (const DemoServer::Person &requester : d->server.requesters)
        person(requester.id, requester.name, false);
    person(d->server.ticketBot.id, d->server.ticketBot.name, true);
    return facts;
}

TicketFacts DemoHistory::batch(int day) const
{
    // While the bot was off it saw nothing; of what happened then, only the audit log told it later.
    const Outage blind = outage();
    const auto unseen = [blind](UtcMs at) { return at >= blind.fromMs && at < blind.toMs; };
    TicketFacts facts = d->ticketsOf(day);
    facts.removeIf([&unseen](const TicketFact &fact) {
        const auto *message = std::get_if<MessageFact>(&fact.fact);
        return message && unseen(message->atMs);
    });
    for (TicketFact &fact : facts) {
        if (auto *opening = std::get_if<Fact::Ticket>(&fact.fact); opening && unseen(opening->openedAtMs))
            opening->quality = Quality::Audit;
    }
    return facts;
}

DemoHistory::Outage DemoHistory::outage() const
{
    // An evening and the night after it: long enough to show in every chart of a month.
    const UtcMs from = dayStart(d->nowMs) - OutageDaysAgo * DayMs + 21 * HourMs + 10 * MinuteMs;
    return {from, from + 5 * HourMs + 35 * MinuteMs};
}

void DemoHistory::Private::planArrivals()
{
    int count = 0;
    for (int day = 0; day < Days; ++day) {
        Dice dice(quint64(seed) * 1'000 + quint64(day));
        const UtcMs start = firstDay() + day * DayMs;
        const int weekday = QDateTime::fromMSecsSinceEpoch(start, Qt::UTC).date().dayOfWeek() - 1;
        // The server grows a little over the three months.
        const double growth = 0.85 + 0.3 * day / Days;
        for (int hour = 0; hour < 24; ++hour) {
            const double expected =
                TicketsPerDay / 24 * weekdayWeights[size_t(weekday)] * hourWeights[size_t(hour)] * growth;
            for (double at = dice.exponential(1 / expected); at < 1; at += dice.exponential(1 / expected))
                arrivals[size_t(day)].append(start + qint64((hour + at) * HourMs));
        }
        firstNumbers[size_t(day)] = count;
        count += int(arrivals[size_t(day)].size());
    }
    // The live tickets go on counting where the past ends.
    for (int &number : firstNumbers)
        number += server.nextNumber - count;
}

TicketFacts DemoHistory::Private::ticketsOf(int day) const
{
    TicketFacts facts;
    int number = firstNumbers[size_t(day)];
    for (const UtcMs openedMs : arrivals[size_t(day)])
        tellTicket(facts, openedMs, number++);
    return facts;
}

// When this person would next be there to answer.
UtcMs DemoHistory::Private::nextShift(const DemoServer::Staff &staff, UtcMs from) const
{
    const UtcMs begin = dayStart(from) + staff.shiftStartHour * HourMs;
    for (const UtcMs shift : {begin - DayMs, begin}) {
        if (from >= shift && from < shift + staff.shiftHours * HourMs)
            return from;
    }
    return from < begin ? begin : begin + DayMs;
}

void DemoHistory::Private::tellTicket(TicketFacts &facts, UtcMs openedMs, int number) const
{
    Dice dice(quint64(seed) * 1'000'003 + quint64(number));
    const DemoServer::Category &category = dice.weighted(server.categories, &DemoServer::Category::share);
    const DemoServer::Person &requester = server.requesters[dice.below(int(server.requesters.size()))];
    const DemoServer::Person &guest = server.requesters[dice.below(int(server.requesters.size()))];
    // Of three who might take it, the one who is there first does.
    const DemoServer::Staff *staff = nullptr;
    UtcMs answerMs = 0;
    for (int candidate = 0; candidate < 3; ++candidate) {
        const DemoServer::Staff &row = dice.weighted(server.staff, &DemoServer::Staff::weight);
        const UtcMs at =
            nextShift(row, openedMs) + qint64(row.speed * dice.lognormal(0.8) * MinuteMs) + 20 * SecondMs;
        if (!staff || at < answerMs) {
            staff = &row;
            answerMs = at;
        }
    }

    TicketFacts own;
    Story story(own, GuildId(server.guild), openedMs, number);
    const ChannelId id = story.ticket();
    const QString name = u"%1-%2"_s.arg(category.slug).arg(number, 4, 10, QLatin1Char('0'));
    Fact::Ticket opening;
    opening.ticket = id;
    opening.category = ChannelId(category.id);
    opening.categoryName = category.name;
    opening.name = name;
    opening.openedAtMs = id.createdAtMs();
    opening.openerBot = UserId(server.ticketBot.id);
    story.tell(opening);
    story.tell(Fact::Requester{id, UserId(requester.id), RequesterSource::Overwrite});
    story.message(openedMs + 900, server.ticketBot.id, AuthorKind::Bot);
    UtcMs at = openedMs + 20 * SecondMs + qint64(dice.exponential(45) * SecondMs);
    story.message(at, requester.id, AuthorKind::Guest);
    if (dice.chance(0.4))
        story.message(at += 5 * SecondMs + qint64(dice.exponential(40) * SecondMs), requester.id,
                      AuthorKind::Guest);

    quint64 closer = staff->id;
    if (dice.chance(UnansweredShare)) {
        // Nobody came; the person gave up, or somebody tidied up later.
        at += qint64((6 + dice.exponential(20)) * HourMs);
        closer = dice.chance(0.6) ? requester.id : staff->id;
    } else {
        at = std::max(at + 10 * SecondMs, answerMs);
        const int turns = 1 + int(dice.exponential(1.4 * category.effort));
        for (int turn = 0; turn < std::min(turns, 9); ++turn) {
            story.message(at, staff->id, AuthorKind::Staff, staff->roles);
            if (dice.chance(0.3))
                story.message(at += 15 * SecondMs + qint64(dice.exponential(60) * SecondMs), staff->id,
                              AuthorKind::Staff, staff->roles);
            if (turn + 1 == turns && dice.chance(0.4))
                break;
            at += 30 * SecondMs + qint64(dice.exponential(9 * category.effort) * MinuteMs);
            story.message(at, requester.id, AuthorKind::Guest);
            if (guest.id != requester.id && dice.chance(GuestShare))
                story.message(at += 20 * SecondMs, guest.id, AuthorKind::Guest);
            at = nextShift(*staff, at) + qint64(staff->speed * 0.8 * dice.lognormal(0.7) * MinuteMs)
                + 15 * SecondMs;
        }
        at += qint64(dice.exponential(25 * category.effort) * MinuteMs) + MinuteMs;
    }

    if (server.closedCategory && dice.chance(ReopenedShare)) {
        story.tell(Fact::Closed{id, EndKind::Moved, at, 0, TimeSource::Audit});
        const UtcMs again = at + qint64((2 + dice.exponential(30)) * HourMs);
        story.tell(Fact::Reopened{id, again, TimeSource::Audit});
        story.message(again + 40 * SecondMs, requester.id, AuthorKind::Guest);
        at = nextShift(*staff, again + MinuteMs) + qint64(staff->speed * dice.lognormal(0.8) * MinuteMs);
        story.message(at, staff->id, AuthorKind::Staff, staff->roles);
        at += qint64((0.2 + dice.exponential(2)) * HourMs);
    }
    Fact::CloseDetails details;
    details.ticket = id;
    details.closedBy = UserId(closer);
    if (closer == staff->id && dice.chance(RatedShare)) {
        details.claimedBy = UserId(staff->id);
        details.rating = dice.chance(0.75) ? 5 : 1 + dice.below(4);
    }
    story.tell(details);
    story.end(at);
    // What is not over yet is the stand-in's to show: a ticket that the bot cannot find there would look
    // deleted.
    if (at < nowMs - MinuteMs)
        facts += own;
}
