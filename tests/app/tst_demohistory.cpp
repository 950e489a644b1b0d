// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demohistory.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// The demo's past: believable, repeatable, over by now.
class TestDemoHistory : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theSameSeedTellsTheSameStory();
    void everyIdIsGivenOnceAndCarriesItsTime();
    void nothingReachesTheFutureAndEveryTicketIsOver();
    void thereAreAsManyTicketsAsATeamCanTell();
    void eveningsAndNightsDiffer();
    void staffDifferInSpeed();
    void someTicketsStayUnansweredAndSomeComeBack();
    void theOutageLeavesAHole();

private:
    struct Told
    {
        Fact::Ticket opening;
        UtcMs closedMs = 0;
        int closes = 0;
        int reopens = 0;
        QVector<MessageFact> messages;
        UtcMs firstStaffMs() const;
    };
    QHash<ChannelId, Told> m_tickets;
    TicketFacts m_facts;
};

namespace {

constexpr UtcMs noon = 1776254400000; // Wednesday, 2026-04-15T12:00:00Z

DemoServer exampleServer()
{
    DemoServer server;
    server.guild = 1;
    server.closedCategory = 19;
    server.nextNumber = 4101;
    for (int i = 0; i < 5; ++i)
        server.categories.append({quint64(11 + i), u"Category %1"_s.arg(i), u"c%1"_s.arg(i), 0.2, 1.0});
    for (int i = 0; i < 8; ++i)
        server.staff.append({quint64(100 + i), u"Staff %1"_s.arg(i), {7}, 2.0 + 5 * i, 3 * i % 24, 9, 1});
    for (int i = 0; i < 50; ++i)
        server.requesters.append({quint64(1000 + i), u"Person %1"_s.arg(i)});
    server.ticketBot = {99, u"Tickets"_s};
    return server;
}

} // namespace

UtcMs TestDemoHistory::Told::firstStaffMs() const
{
    UtcMs first = 0;
    for (const MessageFact &message : messages) {
        if (message.kind == AuthorKind::Staff && (first == 0 || message.atMs < first))
            first = message.atMs;
    }
    return first;
}

void TestDemoHistory::initTestCase()
{
    const DemoHistory history(exampleServer(), noon);
    for (int day = 0; day < history.batches(); ++day)
        m_facts += history.batch(day);
    for (const TicketFact &fact : std::as_const(m_facts)) {
        QCOMPARE(fact.guild, GuildId(1));
        if (const auto *opening = std::get_if<Fact::Ticket>(&fact.fact)) {
            m_tickets[opening->ticket].opening = *opening;
        } else if (const auto *closed = std::get_if<Fact::Closed>(&fact.fact)) {
            m_tickets[closed->ticket].closedMs = std::max(m_tickets[closed->ticket].closedMs, closed->atMs);
            m_tickets[closed->ticket].closes++;
        } else if (const auto *reopened = std::get_if<Fact::Reopened>(&fact.fact)) {
            m_tickets[reopened->ticket].reopens++;
        } else if (const auto *message = std::get_if<MessageFact>(&fact.fact)) {
            m_tickets[message->ticket].messages.append(*message);
        }
    }
}

void TestDemoHistory::theSameSeedTellsTheSameStory()
{
    const auto ids = [](const DemoHistory &history) {
        QVector<quint64> list;
        const TicketFacts facts = history.batch(40);
        for (const TicketFact &fact : facts) {
            if (const auto *message = std::get_if<MessageFact>(&fact.fact))
                list.append(message->id.value);
        }
        return list;
    };
    const DemoHistory one(exampleServer(), noon);
    const DemoHistory two(exampleServer(), noon);
    const DemoHistory other(exampleServer(), noon, 5);
    QVERIFY(ids(one).size() > 50);
    QCOMPARE(ids(one), ids(two));
    QVERIFY(ids(one) != ids(other));
}

// METRICS M-01
void TestDemoHistory::everyIdIsGivenOnceAndCarriesItsTime()
{
    QSet<quint64> ids;
    for (auto it = m_tickets.cbegin(); it != m_tickets.cend(); ++it) {
        QVERIFY(!ids.contains(it.key().value));
        ids.insert(it.key().value);
        QCOMPARE(it->opening.openedAtMs, it.key().createdAtMs());
        for (const MessageFact &message : it->messages) {
            QVERIFY(!ids.contains(message.id.value));
            ids.insert(message.id.value);
            QCOMPARE(message.atMs, message.id.createdAtMs());
        }
    }
}

void TestDemoHistory::nothingReachesTheFutureAndEveryTicketIsOver()
{
    for (const Told &ticket : std::as_const(m_tickets)) {
        QVERIFY(ticket.opening.openedAtMs >= noon - DemoHistory::Days * DayMs);
        QVERIFY(ticket.closedMs > ticket.opening.openedAtMs && ticket.closedMs < noon);
        QCOMPARE(ticket.closes, ticket.reopens + 1);
        for (const MessageFact &message : ticket.messages)
            QVERIFY(message.atMs >= ticket.opening.openedAtMs && message.atMs <= ticket.closedMs);
    }
}

void TestDemoHistory::thereAreAsManyTicketsAsATeamCanTell()
{
    QVERIFY2(m_tickets.size() > 1'500 && m_tickets.size() < 3'500,
             qPrintable(QString::number(m_tickets.size())));
    QHash<ChannelId, int> byCategory;
    for (const Told &ticket : std::as_const(m_tickets))
        byCategory[ticket.opening.category]++;
    QCOMPARE(byCategory.size(), 5);
}

void TestDemoHistory::eveningsAndNightsDiffer()
{
    int evening = 0, night = 0, monday = 0, sunday = 0;
    for (const Told &ticket : std::as_const(m_tickets)) {
        const QDateTime opened = QDateTime::fromMSecsSinceEpoch(ticket.opening.openedAtMs, Qt::UTC);
        evening += opened.time().hour() >= 18 && opened.time().hour() < 22;
        night += opened.time().hour() >= 2 && opened.time().hour() < 6;
        monday += opened.date().dayOfWeek() == 1;
        sunday += opened.date().dayOfWeek() == 7;
    }
    QVERIFY(evening > 4 * night);
    QVERIFY(monday > sunday);
}

void TestDemoHistory::staffDifferInSpeed()
{
    QHash<UserId, QVector<qint64>> waits;
    for (const Told &ticket : std::as_const(m_tickets)) {
        for (const MessageFact &message : ticket.messages) {
            if (message.atMs == ticket.firstStaffMs())
                waits[message.author].append(message.atMs - ticket.opening.openedAtMs);
        }
    }
    QCOMPARE(waits.size(), 8);
    const auto medianOf = [&waits](quint64 user) {
        QVector<qint64> list = waits[UserId(user)];
        std::sort(list.begin(), list.end());
        return list[list.size() / 2];
    };
    QVERIFY(medianOf(100) < medianOf(107));
}

void TestDemoHistory::someTicketsStayUnansweredAndSomeComeBack()
{
    int unanswered = 0, reopened = 0;
    for (const Told &ticket : std::as_const(m_tickets)) {
        unanswered += ticket.firstStaffMs() == 0;
        reopened += ticket.reopens > 0;
    }
    const int all = int(m_tickets.size());
    QVERIFY2(unanswered > all / 50 && unanswered < all / 8, qPrintable(QString::number(unanswered)));
    QVERIFY2(reopened > all / 50 && reopened < all / 10, qPrintable(QString::number(reopened)));
}

void TestDemoHistory::theOutageLeavesAHole()
{
    const DemoHistory::Outage outage = DemoHistory(exampleServer(), noon).outage();
    QVERIFY(outage.toMs - outage.fromMs > 4 * HourMs && outage.toMs < noon);
    const auto blind = [&outage](UtcMs at) { return at >= outage.fromMs && at < outage.toMs; };
    int openedMeanwhile = 0;
    for (const Told &ticket : std::as_const(m_tickets)) {
        openedMeanwhile += blind(ticket.opening.openedAtMs);
        if (blind(ticket.opening.openedAtMs))
            QCOMPARE(ticket.opening.quality, Quality::Audit);
        for (const MessageFact &message : ticket.messages)
            QVERIFY(!blind(message.atMs));
    }
    QVERIFY(openedMeanwhile > 0);
}

QTEST_GUILESS_MAIN(TestDemoHistory)
#include "tst_demohistory.moc"
