// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tickets/memorystore.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr GuildId Server{1};
constexpr ChannelId Ticket{77};
constexpr UserId Kira{300}, Tom{301}, Ana{200}, Ben{201}, TicketBot{900};
constexpr UtcMs T0 = 1'700'000'000'000;
constexpr UtcMs Opened = T0;

template <class F>
TicketFact fact(F value)
{
    return {Server, value};
}

Fact::Ticket ticket(Quality quality = Quality::Observed, UtcMs openedAtMs = Opened)
{
    Fact::Ticket t;
    t.ticket = Ticket;
    t.category = ChannelId(5);
    t.categoryName = u"Appeals"_s;
    t.name = u"ticket-1"_s;
    t.openedAtMs = openedAtMs;
    t.quality = quality;
    return t;
}

Fact::Closed closed(EndKind kind, UtcMs atMs, TimeSource source, UtcMs eventMs = 0)
{
    Fact::Closed c;
    c.ticket = Ticket;
    c.kind = kind;
    c.atMs = atMs;
    c.source = source;
    c.eventMs = eventMs;
    return c;
}

Fact::Closed inferredGone(UtcMs seenGoneMs)
{
    return closed(EndKind::Deleted, seenGoneMs, TimeSource::Inferred);
}

Fact::Reopened reopened(UtcMs atMs, TimeSource source, UtcMs eventMs = 0)
{
    return {Ticket, atMs, source, eventMs, true};
}

MessageFact message(quint64 id, UserId author, AuthorKind kind, UtcMs atMs)
{
    MessageFact m;
    m.id = MessageId(id);
    m.ticket = Ticket;
    m.author = author;
    m.kind = kind;
    m.atMs = atMs;
    return m;
}

TicketRecord record(const QVector<TicketFact> &facts, const Fact::Ticket &opening = ticket())
{
    TicketRecord r = newTicketRecord(Server, opening);
    for (const TicketFact &f : facts)
        apply(r, f);
    return r;
}

TicketRecord stored(const QVector<TicketFact> &facts)
{
    MemoryStore store;
    for (const TicketFact &f : facts)
        store.add(f);
    return store.ticket(Ticket);
}

// A ticket with everything that can happen to one: our clock is five minutes fast.
QVector<TicketFact> longHistory()
{
    constexpr UtcMs Skew = 5 * MinuteMs;
    Fact::Ticket readLater = ticket(Quality::Backfilled);
    readLater.category = ChannelId(6);
    readLater.categoryName = u"General"_s;
    readLater.categoryIsFromOpening = false;
    Fact::CloseDetails first, second, fromBot;
    first.ticket = second.ticket = fromBot.ticket = Ticket;
    first.closedByName = u"Ana"_s;
    first.reason = u"solved"_s;
    first.atMs = T0 + 100'000;
    fromBot.closedBy = Ben;
    fromBot.rating = 4;
    fromBot.reason = u"really solved"_s;
    fromBot.source = TimeSource::TicketBot;
    fromBot.atMs = T0 + 400'500;
    second.closedByName = u"Ben"_s;
    second.atMs = T0 + 401'000;
    Fact::Closed parentless = closed(EndKind::Moved, T0 + 399'000, TimeSource::Audit, T0 + 400'000 + Skew);
    parentless.exact = false;
    return {
        fact(ticket()),
        fact(readLater),
        fact(Fact::Requester{Ticket, Tom, RequesterSource::BotMention, T0 + 500}),
        fact(Fact::Requester{Ticket, Kira, RequesterSource::Overwrite, T0}),
        fact(Fact::Requester{Ticket, Ana, RequesterSource::Overwrite, T0 + 50'000}),
        fact(Fact::Renamed{Ticket, u"claimed-1"_s, T0 + 20'000}),
        fact(Fact::Renamed{Ticket, u"closed-1"_s, T0 + 400'000}),
        fact(message(1, TicketBot, AuthorKind::Bot, T0 + 1'000)),
        fact(message(2, Kira, AuthorKind::Guest, T0 + 2'000)),
        fact(message(3, Ana, AuthorKind::Staff, T0 + 30'000)),
        fact(message(4, Tom, AuthorKind::Guest, T0 + 40'000)),
        fact(message(5, Kira, AuthorKind::Guest, T0 + 41'000)),
        fact(message(6, Ben, AuthorKind::Staff, T0 + 90'000)),
        fact(message(7, Kira, AuthorKind::Guest, T0 + 150'000)), // while closed
        fact(message(8, Kira, AuthorKind::Guest, T0 + 250'000)),
        fact(message(9, Ana, AuthorKind::Staff, T0 + 260'000)),
        fact(message(10, UserId(555), AuthorKind::Unknown, T0 + 270'000)),
        fact(closed(EndKind::Moved, T0 + 100'000 + Skew, TimeSource::Receipt, T0 + 100'000 + Skew)),
        fact(closed(EndKind::Moved, T0 + 100'000, TimeSource::Audit, T0 + 100'000 + Skew)),
        fact(closed(EndKind::Moved, T0 + 100'000, TimeSource::Audit)),
        fact(first),
        fact(reopened(T0 + 200'000 + Skew, TimeSource::Receipt, T0 + 200'000 + Skew)),
        fact(reopened(T0 + 200'000, TimeSource::Audit, T0 + 200'000 + Skew)),
        fact(closed(EndKind::Moved, T0 + 400'000 + Skew, TimeSource::Receipt, T0 + 400'000 + Skew)),
        fact(parentless),
        fact(closed(EndKind::Moved, T0 + 400'000, TimeSource::Audit, T0 + 400'000 + Skew)),
        fact(closed(EndKind::Reported, T0 + 400'500, TimeSource::TicketBot)),
        fact(fromBot),
        fact(second),
        fact(closed(EndKind::Deleted, T0 + 500'000 + Skew, TimeSource::Receipt)),
        fact(closed(EndKind::Deleted, T0 + 500'000, TimeSource::Audit)),
        fact(Fact::Alive{Ticket, T0 + 300'000}),
        fact(inferredGone(T0 + 900'000)),
        fact(Fact::Checkpoint{Ticket, MessageId(4)}),
        fact(Fact::Checkpoint{Ticket, MessageId(9)}),
        fact(Fact::MessageDeleted{Ticket, {MessageId(2)}}),
    };
}

} // namespace

class TicketRecordTest : public QObject
{
    Q_OBJECT

private slots:
    void theBestEvidenceTellsWhenItClosed_data() // M-02
    {
        QTest::addColumn<QVector<TicketFact>>("facts");
        QTest::addColumn<UtcMs>("closedAt");
        QTest::addColumn<UtcMs>("notBefore");
        using Facts = QVector<TicketFact>;
        const TicketFact receipt = fact(closed(EndKind::Deleted, T0 + 9'000, TimeSource::Receipt));
        const TicketFact audit = fact(closed(EndKind::Deleted, T0 + 5'000, TimeSource::Audit));
        const TicketFact reported = fact(closed(EndKind::Reported, T0 + 4'000, TimeSource::TicketBot));
        const TicketFact archive = fact(closed(EndKind::Archived, T0 + 6'000, TimeSource::Archive));
        const TicketFact threadAudit = fact(closed(EndKind::Archived, T0 + 6'300, TimeSource::Audit));
        const TicketFact gone = fact(inferredGone(T0 + 90'000));
        QTest::newRow("seen live") << Facts{receipt} << T0 + 9'000 << 0LL;
        QTest::newRow("audit beats receipt") << Facts{receipt, audit} << T0 + 5'000 << 0LL;
        QTest::newRow("ticket bot beats receipt") << Facts{receipt, reported} << T0 + 4'000 << 0LL;
        QTest::newRow("audit beats ticket bot") << Facts{audit, reported} << T0 + 5'000 << 0LL;
        QTest::newRow("audit beats archive time") << Facts{archive, threadAudit} << T0 + 6'300 << 0LL;
        QTest::newRow("nobody saw it") << Facts{gone} << T0 + 90'000 << Opened;
        QTest::newRow("nobody saw it, alive before")
            << Facts{gone, fact(Fact::Alive{Ticket, T0 + 30'000})} << T0 + 90'000 << T0 + 30'000;
        QTest::newRow("nobody saw it, a message before")
            << Facts{gone, fact(message(1, Kira, AuthorKind::Guest, T0 + 40'000))} << T0 + 90'000
            << T0 + 40'000;
        QTest::newRow("the audit log explains it") << Facts{gone, audit} << T0 + 5'000 << 0LL;
        QTest::newRow("alive after all") << Facts{gone, fact(Fact::Alive{Ticket, T0 + 95'000})} << 0LL << 0LL;
        QTest::newRow("the ticket bot alone closes nothing") << Facts{reported} << 0LL << 0LL;
        QTest::newRow("our clock is slow")
            << Facts{fact(closed(EndKind::Deleted, T0 - 9'000, TimeSource::Receipt))} << Opened << 0LL;
    }
    void theBestEvidenceTellsWhenItClosed()
    {
        QFETCH(QVector<TicketFact>, facts);
        QFETCH(UtcMs, closedAt);
        QFETCH(UtcMs, notBefore);
        const TicketRecord r = record(facts);
        QCOMPARE(r.spells.size(), 1);
        QCOMPARE(r.spells.first().openedAtMs, Opened);
        QCOMPARE(r.spells.first().closedAtMs, closedAt);
        QCOMPARE(r.spells.first().closedNotBeforeMs, notBefore);
        QCOMPARE(r.open(), closedAt == 0);
    }

    void aDeletionAfterAMoveIsNoSecondClose() // M-26
    {
        const TicketRecord r = record({fact(closed(EndKind::Moved, T0 + 1'000, TimeSource::Receipt)),
                                       fact(closed(EndKind::Deleted, T0 + 8'000, TimeSource::Audit))});
        QCOMPARE(r.spells.size(), 1);
        QCOMPARE(r.spells.first().closedAtMs, T0 + 1'000);
        QCOMPARE(r.spells.first().endKind, EndKind::Moved);
        QVERIFY(r.channelGone);
    }

    void aReopeningAddsASpell() // M-03
    {
        const TicketRecord r = record({fact(closed(EndKind::Moved, T0 + 1'000, TimeSource::Audit)),
                                       fact(reopened(T0 + 5'000, TimeSource::Audit)),
                                       fact(closed(EndKind::Deleted, T0 + 9'000, TimeSource::Audit))});
        QCOMPARE(r.spells.size(), 2);
        QCOMPARE(r.spells[1].openedAtMs, T0 + 5'000);
        QCOMPARE(r.spells[1].closedAtMs, T0 + 9'000);
    }

    void nothingReopensWhatIsDeleted()
    {
        const TicketRecord r = record({fact(closed(EndKind::Deleted, T0 + 1'000, TimeSource::Audit)),
                                       fact(Fact::Alive{Ticket, T0 + 9'000})});
        QVERIFY(!r.open());
        QVERIFY(r.channelGone);
    }

    void anImportedTicketKeepsItsTimes_data() // M-01, S-04
    {
        QTest::addColumn<bool>("importFirst");
        QTest::newRow("imported first") << true;
        QTest::newRow("imported later") << false;
    }
    void anImportedTicketKeepsItsTimes()
    {
        QFETCH(bool, importFirst);
        const Fact::Ticket legacy = ticket(Quality::Legacy, Opened + 2'000);
        const Fact::Ticket live = ticket(Quality::Observed);
        TicketRecord r = newTicketRecord(Server, importFirst ? legacy : live);
        apply(r, fact(importFirst ? live : legacy));
        QCOMPARE(r.openedAtMs, Opened + 2'000);
        QCOMPARE(r.quality, Quality::Legacy);
        apply(r, fact(closed(EndKind::Deleted, T0 + 70'300, TimeSource::Audit)));
        apply(r, fact(closed(EndKind::Legacy, T0 + 70'000, TimeSource::Legacy)));
        QCOMPARE(r.spells.first().closedAtMs, T0 + 70'000);
        QVERIFY(!apply(r, fact(closed(EndKind::Legacy, T0 + 70'000, TimeSource::Legacy)))); // importing twice
    }

    void anImportedCloseBeforeTheOpeningStaysInvalid() // M-03
    {
        const TicketRecord r =
            record({fact(closed(EndKind::Legacy, T0 - 60'000, TimeSource::Legacy))}, ticket(Quality::Legacy));
        QVERIFY(r.spells.first().invalid());
        const Derived d = fold(r,
                               {message(1, Kira, AuthorKind::Guest, T0 - 1'000),
                                message(2, Kira, AuthorKind::Guest, T0 + 1'000),
                                message(3, Ana, AuthorKind::Staff, T0 + 2'000)});
        QCOMPARE(d.humanMessages(), 2); // no end, but a beginning
        QCOMPARE(d.firstResponseAtMs, T0 + 2'000);
    }

    void theBestSourceTellsTheRequester_data() // M-06
    {
        QTest::addColumn<QVector<TicketFact>>("facts");
        QTest::addColumn<quint64>("requester");
        using Facts = QVector<TicketFact>;
        const auto says = [](UserId user, RequesterSource source, UtcMs at) {
            return fact(Fact::Requester{Ticket, user, source, at});
        };
        QTest::newRow("overwrite beats audit reason") << Facts{says(Tom, RequesterSource::AuditReason, T0),
                                                               says(Kira, RequesterSource::Overwrite, T0 + 9)}
                                                      << Kira.value;
        QTest::newRow("audit reason beats mention") << Facts{says(Tom, RequesterSource::BotMention, T0),
                                                             says(Kira, RequesterSource::AuditReason, T0 + 9)}
                                                    << Kira.value;
        QTest::newRow("the first mention") << Facts{says(Ana, RequesterSource::BotMention, T0 + 9),
                                                    says(Kira, RequesterSource::BotMention, T0 + 1)}
                                           << Kira.value;
        QTest::newRow("nobody is no requester")
            << Facts{says(UserId(), RequesterSource::Overwrite, T0)} << 0ULL;
    }
    void theBestSourceTellsTheRequester()
    {
        QFETCH(QVector<TicketFact>, facts);
        QFETCH(quint64, requester);
        QCOMPARE(record(facts).requester.value, requester);
        std::reverse(facts.begin(), facts.end());
        QCOMPARE(record(facts).requester.value, requester);
    }

    void theFirstWriterWhoIsNotStaffIsTheRequester() // M-06
    {
        const TicketRecord r = record({});
        const Derived d =
            fold(r,
                 {message(1, Ana, AuthorKind::Staff, T0 + 1), message(2, Kira, AuthorKind::Guest, T0 + 2),
                  message(3, Tom, AuthorKind::Guest, T0 + 3), message(4, Kira, AuthorKind::Guest, T0 + 4)});
        QCOMPARE(d.requester, Kira);
        QCOMPARE(d.requesterMessages, 2);
        QCOMPARE(d.guestMessages, 1);
        QCOMPARE(d.staffMessages, 1);
    }

    void anImportedTicketWithoutOpenerStaysWithout() // M-06
    {
        const TicketRecord r = record({}, ticket(Quality::Legacy));
        const Derived d = fold(
            r,
            {message(1, Kira, AuthorKind::Guest, T0 + 1'000), message(2, Tom, AuthorKind::Guest, T0 + 2'000),
             message(3, Ana, AuthorKind::Staff, T0 + 5'000), message(4, Tom, AuthorKind::Guest, T0 + 6'000)});
        QVERIFY(!d.requester);
        QCOMPARE(d.guestMessages, 3);
        // Every message that is not staff's is the requester's for next response.
        QCOMPARE(d.turns, (QVector<Turn>{{T0 + 1'000, T0 + 5'000}, {T0 + 6'000, 0}}));
    }

    void staffNeverAnswersTheOwnTicket() // M-05, U-f
    {
        const TicketRecord r = record({fact(Fact::Requester{Ticket, Ana, RequesterSource::Overwrite, T0})});
        const Derived d = fold(
            r,
            {message(1, Ana, AuthorKind::Staff, T0 + 1'000), message(2, Ben, AuthorKind::Staff, T0 + 9'000)});
        QCOMPARE(d.firstResponder, Ben);
        QCOMPARE(d.firstResponseAtMs, T0 + 9'000);
        QCOMPARE(d.requesterMessages, 1);
        QCOMPARE(d.staffMessages, 1);
    }

    void onlyPeopleInsideTheLifetimeCount_data()
    {
        QTest::addColumn<MessageFact>("one");
        QTest::addColumn<int>("human");
        QTest::addColumn<bool>("response");
        QTest::newRow("staff") << message(1, Ana, AuthorKind::Staff, T0 + 10) << 1 << true;
        QTest::newRow("staff at the opening") << message(1, Ana, AuthorKind::Staff, T0) << 1 << true;
        QTest::newRow("staff before it") << message(1, Ana, AuthorKind::Staff, T0 - 1) << 0 << false;
        QTest::newRow("staff at the close") << message(1, Ana, AuthorKind::Staff, T0 + 100'000) << 0 << false;
        QTest::newRow("staff after the close")
            << message(1, Ana, AuthorKind::Staff, T0 + 100'001) << 0 << false;
        QTest::newRow("staff after the reopening")
            << message(1, Ana, AuthorKind::Staff, T0 + 200'000) << 1 << true;
        QTest::newRow("the ticket bot (M-25)")
            << message(1, TicketBot, AuthorKind::Bot, T0 + 10) << 0 << false;
        QTest::newRow("a webhook") << message(1, UserId(), AuthorKind::Webhook, T0 + 10) << 0 << false;
        QTest::newRow("a system line") << message(1, Kira, AuthorKind::System, T0 + 10) << 0 << false;
        QTest::newRow("a guest") << message(1, Kira, AuthorKind::Guest, T0 + 10) << 1 << false;
        QTest::newRow("unknown standing (M-29)")
            << message(1, Kira, AuthorKind::Unknown, T0 + 10) << 1 << false;
    }
    void onlyPeopleInsideTheLifetimeCount()
    {
        QFETCH(MessageFact, one);
        QFETCH(int, human);
        QFETCH(bool, response);
        const TicketRecord r = record({fact(closed(EndKind::Moved, T0 + 100'000, TimeSource::Audit)),
                                       fact(reopened(T0 + 200'000, TimeSource::Audit))});
        const Derived d = fold(r, {one});
        QCOMPARE(d.humanMessages(), human);
        QCOMPARE(d.firstResponseAtMs != 0, response);
    }

    void waitingFollowsTheConversation() // METRICS "Waiting since", "Next response time"
    {
        TicketRecord r = record({fact(Fact::Requester{Ticket, Kira, RequesterSource::Overwrite, T0})});
        r.derived = TicketFold::fromScratch(r).derived();
        const auto step = [&r](const MessageFact &m) {
            TicketFold f(r);
            QVERIFY(f.add(m));
            r.derived = f.derived();
        };
        QCOMPARE(r.derived.waitingSinceMs, Opened);
        step(message(1, Kira, AuthorKind::Guest, T0 + 1'000));
        QCOMPARE(r.derived.waitingSinceMs, Opened); // no staff has written yet
        step(message(2, Ana, AuthorKind::Staff, T0 + 5'000));
        QCOMPARE(r.derived.waitingSinceMs, 0);
        step(message(3, Tom, AuthorKind::Guest, T0 + 6'000));
        QCOMPARE(r.derived.waitingSinceMs, T0 + 6'000); // a guest waits as well
        step(message(4, Kira, AuthorKind::Guest, T0 + 7'000));
        QCOMPARE(r.derived.waitingSinceMs, T0 + 6'000);
        step(message(5, Ana, AuthorKind::Staff, T0 + 9'000));
        step(message(6, Ana, AuthorKind::Staff, T0 + 10'000));
        QCOMPARE(r.derived.waitingSinceMs, 0);
        // Per turn from the first unanswered question; two staff lines in a row improve nothing (U-e).
        QCOMPARE(r.derived.turns, (QVector<Turn>{{T0 + 1'000, T0 + 5'000}, {T0 + 7'000, T0 + 9'000}}));
        QCOMPARE(r.derived.staffTurns, 2);
        QCOMPARE(r.derived.staff, (QVector<StaffShare>{{Ana, 3}}));
        QCOMPARE(r.derived.lastStaff, Ana);
    }

    void messagesAfterALimitAreNotKnown() // M-08
    {
        const TicketRecord r = record({});
        const QVector<MessageFact> all = {message(1, Kira, AuthorKind::Guest, T0 + 1'000),
                                          message(2, Ana, AuthorKind::Staff, T0 + 5'000),
                                          message(3, Kira, AuthorKind::Guest, T0 + 9'000)};
        QCOMPARE(fold(r, all, T0 + 5'000).firstResponseAtMs, 0);
        QCOMPARE(fold(r, all, T0 + 5'000).humanMessages(), 1);
        QCOMPARE(fold(r, all, T0 + 5'001).firstResponseAtMs, T0 + 5'000);
        QCOMPARE(fold(r, all, T0 + 5'001), fold(r, {all[0], all[1]}));
    }

    void aLateMessageIsRefused()
    {
        const TicketRecord r = record({});
        TicketFold f = TicketFold::fromScratch(r);
        QVERIFY(f.add(message(5, Kira, AuthorKind::Guest, T0 + 5'000)));
        const Derived before = f.derived();
        QVERIFY(!f.add(message(4, Ana, AuthorKind::Staff, T0 + 4'000)));
        QVERIFY(!f.add(message(5, Kira, AuthorKind::Guest, T0 + 5'000)));
        QCOMPARE(f.derived(), before);
    }

    void whoIsStaffFollowsFromRoles_data() // M-04, M-05, M-29
    {
        QTest::addColumn<AuthorKind>("kind");
        QTest::addColumn<StaffSource>("source");
        QTest::addColumn<bool>("hasRole");
        QTest::addColumn<bool>("maxUser");
        QTest::addColumn<AuthorKind>("expected");
        const auto row = [](const char *name, AuthorKind kind, StaffSource source, bool role, bool max,
                            AuthorKind to) { QTest::newRow(name) << kind << source << role << max << to; };
        row("role", AuthorKind::Guest, StaffSource::Live, true, false, AuthorKind::Staff);
        row("role taken from the list", AuthorKind::Staff, StaffSource::Live, false, false,
            AuthorKind::Guest);
        row("max user", AuthorKind::Guest, StaffSource::Live, false, true, AuthorKind::Staff);
        row("inferred role", AuthorKind::Unknown, StaffSource::Inferred, true, false, AuthorKind::Staff);
        row("left the server", AuthorKind::Unknown, StaffSource::Unknown, false, false, AuthorKind::Unknown);
        row("imported staff", AuthorKind::Staff, StaffSource::Legacy, false, false, AuthorKind::Staff);
        row("imported guest", AuthorKind::Guest, StaffSource::Legacy, false, true, AuthorKind::Guest);
        row("bot with the role", AuthorKind::Bot, StaffSource::Live, true, false, AuthorKind::Bot);
        row("system line of staff", AuthorKind::System, StaffSource::Live, true, false, AuthorKind::System);
    }
    void whoIsStaffFollowsFromRoles()
    {
        QFETCH(AuthorKind, kind);
        QFETCH(StaffSource, source);
        QFETCH(bool, hasRole);
        QFETCH(bool, maxUser);
        MessageFact m = message(1, Ana, kind, T0);
        m.staffSource = source;
        m.roles = hasRole ? QVector<RoleId>{RoleId(3), RoleId(7)} : QVector<RoleId>{RoleId(3)};
        FoldRules rules;
        rules.supportRoles = {RoleId(7)};
        if (maxUser)
            rules.maxUsers = {Ana};
        QTEST(classify(m, rules), "expected");
    }

    void theBetterKnowledgeOfAMessageStays() // S-04
    {
        MessageFact live = message(1, Ana, AuthorKind::Staff, T0);
        live.roles = {RoleId(7)};
        MessageFact later = live;
        later.quality = Quality::Backfilled;
        later.staffSource = StaffSource::Unknown;
        later.roles.clear();
        later.kind = AuthorKind::Unknown;
        MessageFact stored = later;
        QVERIFY(merge(stored, live));
        QCOMPARE(stored, live);
        QVERIFY(!merge(stored, later));
        QCOMPARE(stored, live);
    }

    void exclusionByHandIsTheOnlyOne()
    {
        Fact::Candidate judged{Ticket, ChannelId(5), u"panel"_s, Fact::Candidate::State::NotATicket, false};
        TicketRecord r = record({fact(judged)});
        QVERIFY(r.counts());
        judged.byHand = true;
        QVERIFY(apply(r, fact(judged)));
        QVERIFY(!r.counts());
        judged.state = Fact::Candidate::State::Ticket;
        apply(r, fact(judged));
        QVERIFY(r.counts());
    }

    void theHistoryOfTheTestIsWhatItSeems()
    {
        const TicketRecord r = stored(longHistory());
        QCOMPARE(r.spells.size(), 2);
        QCOMPARE(r.spells[0].closedAtMs, T0 + 100'000);
        QCOMPARE(r.spells[1].openedAtMs, T0 + 200'000);
        QCOMPARE(r.spells[1].closedAtMs, T0 + 400'000);
        QVERIFY(r.channelGone);
        QCOMPARE(r.requester, Kira);
        QCOMPARE(r.category, ChannelId(5));
        QCOMPARE(r.name, u"closed-1"_s);
        QCOMPARE(r.closedByName, u"Ben"_s);
        QCOMPARE(r.closedBy, Ben);
        QCOMPARE(r.closeReason, u"really solved"_s);
        QCOMPARE(r.rating, 4);
        QCOMPARE(r.lastContiguous, MessageId(9));
        QCOMPARE(r.derived.firstResponder, Ana);
        QCOMPARE(r.derived.humanMessages(), 8); // without the bot and the one written while closed
        QCOMPARE(r.derived.turns.size(), 3);
    }

    void anyOrderAndRepetitionGivesTheSameRecord() // S-04, R-02
    {
        const QVector<TicketFact> history = longHistory();
        const TicketRecord expected = stored(history);
        for (quint32 seed = 1; seed <= 2000; ++seed) {
            std::mt19937 random(seed);
            QVector<TicketFact> shuffled = history;
            const int repeated = int(random() % 20);
            for (int i = 0; i < repeated; ++i)
                shuffled.append(history[qsizetype(random() % quint32(history.size()))]);
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            const TicketRecord result = stored(shuffled);
            QVERIFY2(result == expected, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void anyPartOfAHistoryIsIndependentOfItsOrder()
    {
        const QVector<TicketFact> history = longHistory();
        for (quint32 seed = 1; seed <= 2000; ++seed) {
            std::mt19937 random(seed);
            QVector<TicketFact> part = {history.first()};
            for (const TicketFact &f : history) {
                if (random() % 2 == 0)
                    part.append(f);
            }
            const TicketRecord one = stored(part);
            std::shuffle(part.begin(), part.end(), random);
            const TicketRecord other = stored(part);
            QVERIFY2(one == other, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void whatIsPackedComesBack()
    {
        const TicketRecord r = stored(longHistory());
        TicketRecord loaded = r;
        loaded.marks.clear();
        loaded.closeDetails.clear();
        loaded.requesterAtMs = loaded.nameAtMs = 0;
        loaded.derived = {};
        QVERIFY(unpackEvidence(packEvidence(r), loaded));
        QVERIFY(unpackDerived(packDerived(r.derived), loaded.derived));
        QVERIFY(!r.derived.staffWrote.isEmpty());
        QVERIFY(unpackStaffWrote(packStaffWrote(r.derived.staffWrote), loaded.derived.staffWrote));
        QVERIFY(loaded == r);
        QVERIFY(packEvidence(record({})).isEmpty());
        const TicketRecord fresh = record({});
        Derived derived;
        QVERIFY(unpackDerived(packDerived(fresh.derived), derived));
        QCOMPARE(derived, fresh.derived);
        QByteArray whole = packDerived(r.derived);
        for (const QByteArray &broken :
             {QByteArray("x"), QByteArray("1 2"), QByteArray("2 1 1"), QByteArray(), whole.left(10),
              whole.chopped(1), QByteArray(40, '\xff')})
            QVERIFY2(!unpackDerived(broken, derived), broken.toHex().constData());
        QCOMPARE(derived, fresh.derived);
        QVector<StaffMessage> wrote;
        whole = packStaffWrote(r.derived.staffWrote);
        for (const QByteArray &broken :
             {QByteArray("x"), whole.left(3), whole.chopped(1), QByteArray("\x01\x07\x01\x05", 4)})
            QVERIFY2(!unpackStaffWrote(broken, wrote), broken.toHex().constData());
        QVERIFY(unpackStaffWrote({}, wrote) && wrote.isEmpty());
        QVERIFY(!unpackEvidence("{\"v\":9}", loaded));
    }

    void numbersOfAnOlderSchemaAreStillRead() // S-10
    {
        Derived d;
        QVERIFY(unpackDerived(
            "1 7 3000 9 1 2 0 0 1 5000 3000 9 5000 18446744073709551615 5000 0 1 9 1 1000 3000 5000 0", d));
        QCOMPARE(d.requester, UserId(7));
        QCOMPARE(d.firstResponseAtMs, 3000);
        QCOMPARE(d.staff, (QVector<StaffShare>{{UserId(9), 1}}));
        QCOMPARE(d.turns, (QVector<Turn>{{1000, 3000}, {5000, 0}}));
        Derived packed;
        QVERIFY(unpackDerived(packDerived(d), packed));
        QCOMPARE(packed, d);
    }

    void aRecordWithoutItsEvidenceStillMerges()
    {
        TicketRecord r = record({fact(closed(EndKind::Moved, T0 + 1'000, TimeSource::Audit)),
                                 fact(reopened(T0 + 5'000, TimeSource::Audit))});
        const QVector<Spell> spells = r.spells;
        r.marks.clear();
        apply(r, fact(Fact::Alive{Ticket, T0 + 6'000}));
        QCOMPARE(r.spells, spells);
        apply(r, fact(closed(EndKind::Deleted, T0 + 9'000, TimeSource::Audit)));
        QCOMPARE(r.spells.size(), 2);
        QCOMPARE(r.spells.last().closedAtMs, T0 + 9'000);
    }
};

QTEST_APPLESS_MAIN(TicketRecordTest)
#include "tst_ticketrecord.moc"
