// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tickets/memorystore.h"

#include "bot/tickets/tickettracker.h"

#include <QTest>

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr GuildId Server{990000000000000001};
constexpr UtcMs T0 = 1'776'000'000'000;
constexpr qint64 Skew = 7 * MinuteMs; // our clock is fast: what comes from it shows
constexpr ChannelId Category{500}, SecondCategory{501}, ClosedCategory{502}, OtherCategory{503}, Archive{510};
constexpr UserId Kira{300000000000000001}, Tom{300000000000000002}, Ana{200000000000000011},
    Ben{200000000000000012}, TicketBot{132557903988851105}, OtherBot{132557903988851106}, Self{42};
constexpr RoleId Support{7};
constexpr quint64 Readable = Discord::Permission::ViewChannel | Discord::Permission::ReadMessageHistory;

// An id that Discord would give at T0 + ms; `nth` tells apart what happens in one millisecond.
quint64 idAt(qint64 ms, quint64 nth = 0)
{
    return (quint64(T0 + ms - DiscordEpochMs) << 22) + nth;
}

Discord::Channel channel(ChannelId id, ChannelId parent, const QString &name = u"ticket-0001"_s)
{
    Discord::Channel c;
    c.id = id;
    c.guild = Server;
    c.type = Discord::ChannelType::Text;
    c.parent = parent;
    c.name = name;
    return c;
}

Discord::Channel admitting(Discord::Channel c, const QVector<UserId> &people)
{
    c.overwrites.clear();
    for (const UserId user : people)
        c.overwrites.append({user.value, true, Discord::Permission::ViewChannel, 0});
    return c;
}

Discord::Channel threadIn(ChannelId id, ChannelId parent, UtcMs stateAtMs, bool archived = false,
                          bool locked = false)
{
    Discord::Channel c = channel(id, parent, u"thread"_s);
    c.type = Discord::ChannelType::PrivateThread;
    c.thread = Discord::ThreadState{archived, locked, stateAtMs, id.createdAtMs()};
    return c;
}

Discord::Message message(ChannelId in, qint64 atMs, UserId author, bool bot = false)
{
    Discord::Message m;
    m.id = MessageId(idAt(atMs, 1));
    m.channel = in;
    m.guild = Server;
    m.author.id = author;
    m.author.username = u"user%1"_s.arg(author.value % 100);
    m.author.bot = bot;
    m.memberRoles = author == Ana || author == Ben ? QVector<RoleId>{Support} : QVector<RoleId>();
    return m;
}

Discord::Message mentioning(Discord::Message m, const QVector<UserId> &users)
{
    m.mentions = users;
    return m;
}

Discord::Message closingEmbed(ChannelId in, qint64 atMs, const QString &number, UserId openedBy,
                              UtcMs openedAtMs, const QString &title = u"Ticket Closed"_s)
{
    Discord::Message m = message(in, atMs, TicketBot, true);
    m.embeds = {{title,
                 {},
                 {{u"Ticket ID"_s, number},
                  {u"Opened By"_s, u"<@%1>"_s.arg(openedBy.value)},
                  {u"Closed By"_s, u"<@%1>"_s.arg(Ben.value)},
                  {u"Open Time"_s, u"<t:%1:f>"_s.arg(openedAtMs / 1000)},
                  {u"Rating"_s, u"5/5"_s},
                  {u"Reason"_s, u"solved"_s}}}};
    return m;
}

Discord::AuditEntry entry(Discord::AuditAction action, ChannelId target, qint64 atMs, UserId user = TicketBot)
{
    Discord::AuditEntry e;
    e.id = AuditEntryId(idAt(atMs, 2));
    e.action = action;
    e.target = target.value;
    e.user = user;
    return e;
}

Discord::AuditEntry moveEntry(ChannelId target, qint64 atMs, ChannelId from, ChannelId to,
                              UserId user = TicketBot)
{
    Discord::AuditEntry e = entry(Discord::AuditAction::ChannelUpdate, target, atMs, user);
    e.oldParent = from;
    e.newParent = to;
    return e;
}

Discord::GuildCreate snapshot(const QVector<Discord::Channel> &channels,
                              const QVector<Discord::Channel> &threads = {})
{
    Discord::GuildCreate event;
    event.guild.id = Server;
    Discord::Role everyone;
    everyone.id = RoleId(Server.value);
    everyone.permissions = Readable;
    event.guild.roles = {everyone};
    for (const ChannelId id : {Category, SecondCategory, ClosedCategory, OtherCategory}) {
        Discord::Channel c = channel(id, {}, u"category %1"_s.arg(id.value));
        c.type = Discord::ChannelType::Category;
        event.guild.channels.append(c);
    }
    event.guild.channels.append(channel(Archive, OtherCategory, u"archive"_s));
    event.guild.channels.append(channels);
    event.guild.threads = threads;
    return event;
}

// A server with its tracker and store. Events come with the time at which they arrive on our (fast) clock.
class Desk
{
public:
    explicit Desk(const QVector<ChannelId> &knownCategories = {Category, SecondCategory})
        : view(Server), tracker(Server)
    {
        view.setSelf(Self);
        GuildConfig config;
        config.ticketCategories = {Category, SecondCategory};
        config.closedCategories = {ClosedCategory};
        config.supportRoles = {Support};
        view.setConfig(config);
        known.knownCategories = QSet<ChannelId>(knownCategories.begin(), knownCategories.end());
    }

    TicketFacts feed(const Discord::Event &event, qint64 atMs)
    {
        view.apply(event);
        const TicketFacts facts = tracker.handle(event, view, T0 + atMs + Skew, atMs);
        store.add(facts);
        return facts;
    }
    void start(const QVector<Discord::Channel> &channels = {}, const QVector<Discord::Channel> &threads = {},
               qint64 atMs = 0)
    {
        tracker.load(known);
        feed(snapshot(channels, threads), atMs);
        reconcile();
    }
    TicketTracker::Reconciled reconcile()
    {
        const auto result = tracker.reconcile(view);
        store.add(result.facts);
        return result;
    }
    void keep(const TicketFacts &facts) { store.add(facts); }
    void configure(const std::function<void(GuildConfig &)> &change)
    {
        GuildConfig config = view.config();
        change(config);
        view.setConfig(config);
    }
    TicketRecord ticket(ChannelId id) const { return store.ticket(id); }
    bool has(ChannelId id) const { return bool(store.ticket(id).id); }

    GuildView view;
    TicketTracker tracker;
    TicketTracker::Known known;
    MemoryStore store;
};

template <class F>
int countOf(const TicketFacts &facts)
{
    return int(std::count_if(facts.cbegin(), facts.cend(),
                             [](const TicketFact &f) { return std::holds_alternative<F>(f.fact); }));
}

const ChannelId One{idAt(1000)};
const ChannelId Two{idAt(2000)};

// One event of a script, with the time it arrives.
struct Line
{
    Discord::Event event;
    qint64 atMs;
};

// A day at the desk: a ticket with all that can happen, a thread, one opened by staff, and things that are no tickets.
QVector<Line> script()
{
    const ChannelId thread{idAt(3000)}, own{idAt(4000)}, panel{idAt(500)}, noise{idAt(600)};
    const auto audit = [](Discord::AuditEntry e, const QString &reason = {}) {
        e.reason = reason;
        return Discord::AuditLogEntryCreate{Server, e};
    };
    using namespace Discord;
    const Channel opened = admitting(channel(One, Category), {TicketBot, Kira});
    const Channel closed = admitting(channel(One, ClosedCategory, u"closed-0001"_s), {TicketBot});
    QVector<Line> lines = {
        {MessageCreate{message(panel, 900, TicketBot, true)}, 900},
        {ChannelCreate{opened}, 1000},
        {audit(entry(AuditAction::ChannelCreate, One, 1000)), 1010},
        {MessageCreate{mentioning(message(One, 1100, TicketBot, true), {Kira})}, 1100},
        {MessageCreate{message(One, 1500, Kira)}, 1500},
        {MessageCreate{message(One, 1800, Ana)}, 1800},
        {ChannelUpdate{admitting(channel(One, Category), {TicketBot, Kira, Tom})}, 1900},
        {MessageCreate{message(One, 2000, Tom)}, 2000},
        {ChannelUpdate{closed}, 2300},
        {audit(moveEntry(One, 2290, Category, ClosedCategory), u"Ticket 1 closed by Ana"_s), 2310},
        {MessageCreate{message(One, 2350, Kira)}, 2350},
        {ChannelUpdate{opened}, 2500},
        {audit(moveEntry(One, 2490, ClosedCategory, Category)), 2510},
        {MessageCreate{message(One, 2600, Kira)}, 2600},
        {MessageCreate{message(One, 2700, Ben)}, 2700},
        {MessagesDeleted{Server, One, {MessageId(idAt(1500, 1))}}, 2750},
        {ChannelDelete{opened}, 3000},
        {audit(entry(AuditAction::ChannelDelete, One, 2990), u"Ticket 1 closed by Ben"_s), 3010},
        {MessageCreate{closingEmbed(Archive, 3050, u"1"_s, Kira, T0 + 1000)}, 3050},
        // A thread: archived after inactivity, then closed by hand, opened again, deleted.
        {ThreadCreate{threadIn(thread, panel, T0 + 3000), true}, 3000},
        {MessageCreate{message(thread, 3100, Tom)}, 3100},
        {ThreadUpdate{threadIn(thread, panel, T0 + 3200, true)}, 3200},
        {ThreadUpdate{threadIn(thread, panel, T0 + 6200, false)}, 6200},
        {MessageCreate{message(thread, 6300, Ana)}, 6300},
        {ThreadUpdate{threadIn(thread, panel, T0 + 6400, true, true)}, 6400},
        {ThreadUpdate{threadIn(thread, panel, T0 + 6600, false)}, 6600},
        {MessageCreate{message(thread, 6700, Tom)}, 6700},
        {ThreadDelete{Server, thread, panel}, 6800},
        {audit(entry(AuditAction::ThreadDelete, thread, 6790, Ana)), 6810},
        // Staff opens a ticket for itself; a colleague answers.
        {ChannelCreate{admitting(channel(own, SecondCategory, u"ticket-0002"_s), {TicketBot, Ana})}, 4000},
        {MessageCreate{message(own, 4100, Ana)}, 4100},
        {MessageCreate{message(own, 4900, Ben)}, 4900},
        // Not tickets.
        {ChannelCreate{channel(noise, OtherCategory, u"talk"_s)}, 600},
        {MessageCreate{message(noise, 700, Kira)}, 700},
        {ChannelDelete{channel(noise, OtherCategory, u"talk"_s)}, 800},
        {audit(entry(AuditAction::ChannelDelete, noise, 790, Ana)), 810},
    };
    return lines;
}

QVector<TicketRecord> played(const QVector<Line> &lines)
{
    Desk desk;
    desk.known.notTickets = {ChannelId(idAt(500))}; // the panel
    desk.start({channel(ChannelId(idAt(500)), Category, u"panel"_s)});
    desk.feed(Discord::MessageCreate{message(Archive, 10, TicketBot, true)}, 10);
    desk.feed(Discord::MessageCreate{message(Archive, 11, Kira)}, 11);
    for (const Line &line : lines)
        desk.feed(line.event, line.atMs);
    QVector<TicketRecord> tickets = desk.store.tickets();
    for (TicketRecord &one : tickets) {
        // How far live messages reach without a hole depends on the arrivals, and so do receipts that better evidence
        // has outdone; what follows from all marks does not.
        one.lastContiguous = {};
        one.marks.clear();
    }
    return tickets;
}

} // namespace

namespace {

// Where two results differ, for the message of a failed test.
QString difference(const QVector<TicketRecord> &a, const QVector<TicketRecord> &b)
{
    if (a.size() != b.size())
        return u"%1 and %2 tickets"_s.arg(a.size()).arg(b.size());
    QStringList parts;
    const auto compare = [&parts](const QString &what, const auto &one, const auto &other) {
        if (!(one == other))
            parts.append(what);
    };
    for (qsizetype i = 0; i < a.size(); ++i) {
        const QString of = u"ticket %1: "_s.arg(i);
        compare(of + u"spells"_s, a[i].spells, b[i].spells);
        compare(of + u"closeDetails"_s, a[i].closeDetails, b[i].closeDetails);
        compare(of + u"derived"_s, a[i].derived, b[i].derived);
        compare(of + u"requester"_s, a[i].requester, b[i].requester);
        compare(of + u"requesterSource"_s, a[i].requesterSource, b[i].requesterSource);
        compare(of + u"requesterAtMs"_s, a[i].requesterAtMs, b[i].requesterAtMs);
        compare(of + u"name"_s, a[i].name, b[i].name);
        compare(of + u"nameAtMs"_s, a[i].nameAtMs, b[i].nameAtMs);
        compare(of + u"openerBot"_s, a[i].openerBot, b[i].openerBot);
        compare(of + u"quality"_s, a[i].quality, b[i].quality);
        compare(of + u"category"_s, a[i].category, b[i].category);
        compare(of + u"lastAliveMs"_s, a[i].lastAliveMs, b[i].lastAliveMs);
        compare(of + u"messagesMissing"_s, a[i].messagesMissing, b[i].messagesMissing);
    }
    return parts.join(u", "_s);
}

} // namespace

class TicketTrackerTest : public QObject
{
    Q_OBJECT

private slots:
    // -- opening ----------------------------------------------------------------------------------------------------

    void aChannelInATicketCategoryIsATicket() // M-01, M-23
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 5000);
        const TicketRecord r = desk.ticket(One);
        QCOMPARE(r.id, One);
        QCOMPARE(r.openedAtMs, T0 + 1000); // the id's time, not when we heard of it
        QCOMPARE(r.category, Category);
        QCOMPARE(r.categoryName, u"category 500"_s);
        QVERIFY(r.categoryIsFromOpening);
        QVERIFY(r.open());
        QVERIFY(desk.tracker.isOpenTicket(One));
        QCOMPARE(desk.tracker.openCount(Category), 1);
        QCOMPARE(desk.tracker.openCount(SecondCategory), 0);
        QCOMPARE(desk.tracker.openCount(), 1);
    }

    void otherChannelsAreNoTickets_data()
    {
        QTest::addColumn<Discord::Channel>("one");
        Discord::Channel voice = channel(One, Category);
        voice.type = Discord::ChannelType::Voice;
        QTest::newRow("another category") << channel(One, OtherCategory);
        QTest::newRow("no category") << channel(One, {});
        QTest::newRow("made in a closed category") << channel(One, ClosedCategory);
        QTest::newRow("voice") << voice;
    }
    void otherChannelsAreNoTickets()
    {
        QFETCH(Discord::Channel, one);
        Desk desk;
        desk.start();
        TicketFacts facts = desk.feed(Discord::ChannelCreate{one}, 1000);
        facts += desk.feed(Discord::MessageCreate{message(One, 1100, Kira)}, 1100);
        facts += desk.feed(Discord::ChannelDelete{one}, 2000);
        facts += desk.feed(
            Discord::AuditLogEntryCreate{Server, entry(Discord::AuditAction::ChannelDelete, One, 2000)},
            2000);
        QVERIFY(facts.isEmpty());
        QVERIFY(!desk.tracker.isTicket(One));
    }

    void eventsOfOtherServersAreNothing()
    {
        Desk desk;
        desk.start();
        Discord::Channel foreign = channel(One, Category);
        foreign.guild = GuildId(2);
        QVERIFY(desk.feed(Discord::ChannelCreate{foreign}, 1000).isEmpty());
        QVERIFY(!desk.tracker.isTicket(One));
    }

    void messagesWaitForTheirChannel() // shuffled
    {
        Desk desk;
        desk.start();
        QVERIFY(desk.feed(Discord::MessageCreate{message(One, 1100, Kira)}, 1100).isEmpty());
        QVERIFY(desk.feed(Discord::MessageCreate{message(One, 1300, Ana)}, 1300).isEmpty());
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1400);
        QCOMPARE(desk.ticket(One).derived.humanMessages(), 2);
        QCOMPARE(desk.ticket(One).derived.firstResponseAtMs, T0 + 1300);
    }

    void whatWaitsIsBounded()
    {
        Desk desk;
        desk.start();
        for (int i = 0; i < 25'000; ++i)
            desk.feed(Discord::MessageCreate{message(ChannelId(10'000 + quint64(i % 5000)), i, Kira)}, i);
        desk.feed(Discord::MessageCreate{message(One, 30'000, Kira)}, 30'000);
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 30'000);
        QCOMPARE(desk.store.messages(One).size(), 1); // the newest are kept
    }

    void aDeletionAloneMakesTheTicket()
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelDelete{channel(One, Category)}, 2000);
        QCOMPARE(desk.ticket(One).openedAtMs, T0 + 1000);
        QVERIFY(!desk.ticket(One).open());
        QVERIFY(desk.ticket(One).channelGone);
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 2100); // late
        QVERIFY(!desk.ticket(One).open());
        QCOMPARE(desk.ticket(One).quality, Quality::Observed);
        QVERIFY(!desk.tracker.isOpenTicket(One));
    }

    void aChannelMovedIntoTheCategoryAppearsThere()
    {
        Desk desk;
        desk.start({channel(One, OtherCategory)});
        QVERIFY(!desk.tracker.isTicket(One));
        desk.feed(Discord::ChannelUpdate{channel(One, Category)}, 5000);
        QVERIFY(desk.tracker.isOpenTicket(One));
    }

    // -- closing ----------------------------------------------------------------------------------------------------

    void theAuditEntryTellsWhenItWasDeleted_data() // M-02
    {
        QTest::addColumn<bool>("entryFirst");
        QTest::addColumn<bool>("entryAtAll");
        QTest::addColumn<UtcMs>("closedAt");
        QTest::newRow("event, entry") << false << true << T0 + 8000;
        QTest::newRow("entry, event") << true << true << T0 + 8000;
        QTest::newRow("no audit log") << false << false << T0 + 9000 + Skew;
    }
    void theAuditEntryTellsWhenItWasDeleted()
    {
        QFETCH(bool, entryFirst);
        QFETCH(bool, entryAtAll);
        QFETCH(UtcMs, closedAt);
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        Discord::AuditEntry e = entry(Discord::AuditAction::ChannelDelete, One, 8000);
        e.reason = u"Ticket 1 closed by Ana"_s;
        if (entryFirst)
            desk.feed(Discord::AuditLogEntryCreate{Server, e}, 8500);
        desk.feed(Discord::ChannelDelete{channel(One, Category, u"closed-0001"_s)}, 9000);
        if (!entryFirst && entryAtAll)
            desk.feed(Discord::AuditLogEntryCreate{Server, e}, 9100);
        const TicketRecord r = desk.ticket(One);
        QCOMPARE(r.spells.size(), 1);
        QCOMPARE(r.spells.first().closedAtMs, closedAt);
        QCOMPARE(r.closedByName, entryAtAll ? u"Ana"_s : QString());
        QCOMPARE(r.name, u"closed-0001"_s);
    }

    void aMoveClosesAndAMoveBackReopens() // M-26
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.feed(Discord::ChannelUpdate{channel(One, OtherCategory)}, 2000);
        QVERIFY(desk.ticket(One).open()); // elsewhere, but not closed
        desk.feed(Discord::ChannelUpdate{channel(One, ClosedCategory)}, 3000);
        QVERIFY(!desk.ticket(One).open());
        QVERIFY(!desk.tracker.isOpenTicket(One));
        desk.feed(Discord::ChannelUpdate{channel(One, OtherCategory)}, 4000);
        QVERIFY(!desk.ticket(One).open()); // not back
        desk.feed(Discord::ChannelUpdate{channel(One, SecondCategory)}, 5000);
        QVERIFY(desk.ticket(One).open());
        QCOMPARE(desk.ticket(One).spells.size(), 2);
        QCOMPARE(desk.ticket(One).category, Category); // the one at opening (M-23)
        desk.feed(Discord::ChannelDelete{channel(One, SecondCategory)}, 6000);
        QCOMPARE(desk.ticket(One).spells.size(), 2);
        QCOMPARE(desk.ticket(One).spells.last().closedAtMs, T0 + 6000 + Skew);
    }

    void movesArePairedByArrival_data() // M-02: 60 s, either order, never by comparing clocks
    {
        QTest::addColumn<qint64>("entryArrives");
        QTest::addColumn<bool>("named");
        QTest::addColumn<UtcMs>("closedAt");
        const UtcMs byAudit = T0 + 99'000, byReceipt = T0 + 100'000 + Skew;
        QTest::newRow("entry after the event") << 100'500LL << true << byAudit;
        QTest::newRow("entry before the event") << 99'500LL << true << byAudit;
        QTest::newRow("entry names no parent, after") << 100'500LL << false << byAudit;
        QTest::newRow("entry names no parent, before") << 99'500LL << false << byAudit;
        QTest::newRow("59 s after") << 159'000LL << false << byAudit;
        QTest::newRow("59 s before") << 41'000LL << false << byAudit;
        QTest::newRow("61 s after, no parent") << 161'000LL << false << byReceipt;
        QTest::newRow("61 s before, no parent") << 39'000LL << false << byReceipt;
    }
    void movesArePairedByArrival()
    {
        QFETCH(qint64, entryArrives);
        QFETCH(bool, named);
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        const Discord::AuditEntry e = named ? moveEntry(One, 99'000, Category, ClosedCategory, Ana)
                                            : entry(Discord::AuditAction::ChannelUpdate, One, 99'000, Ana);
        const Discord::Event moved = Discord::ChannelUpdate{channel(One, ClosedCategory)};
        const Discord::Event told = Discord::AuditLogEntryCreate{Server, e};
        if (entryArrives < 100'000)
            desk.feed(told, entryArrives);
        desk.feed(moved, 100'000);
        if (entryArrives > 100'000)
            desk.feed(told, entryArrives);
        const TicketRecord r = desk.ticket(One);
        QCOMPARE(r.spells.size(), 1);
        QTEST(r.spells.first().closedAtMs, "closedAt");
        QVERIFY(!desk.tracker.isOpenTicket(One));
    }

    void theEntryThatNamesTheMoveBeatsOneThatOnlyCameWithIt()
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.feed(
            Discord::AuditLogEntryCreate{Server, entry(Discord::AuditAction::ChannelUpdate, One, 90'000)},
            90'000);
        desk.feed(Discord::ChannelUpdate{channel(One, ClosedCategory)}, 100'000);
        desk.feed(Discord::AuditLogEntryCreate{Server, moveEntry(One, 99'000, Category, ClosedCategory)},
                  100'100);
        QCOMPARE(desk.ticket(One).spells.first().closedAtMs, T0 + 99'000);
    }

    void aRepeatedEventIsNoSecondClose()
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        const Discord::Event closes = Discord::ChannelUpdate{channel(One, ClosedCategory)};
        const Discord::Event reopens = Discord::ChannelUpdate{channel(One, Category)};
        desk.feed(closes, 2000);
        desk.feed(Discord::AuditLogEntryCreate{Server, moveEntry(One, 1990, Category, ClosedCategory)}, 2010);
        desk.feed(reopens, 3000);
        desk.feed(Discord::AuditLogEntryCreate{Server, moveEntry(One, 2990, ClosedCategory, Category)}, 3010);
        desk.feed(closes, 3100); // again
        QVERIFY(desk.ticket(One).open());
        QCOMPARE(desk.ticket(One).spells.size(), 2);
        QVERIFY(desk.tracker.isOpenTicket(One));
    }

    void aDeletedTicketStaysClosed() // terminal, whatever comes late
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.feed(Discord::ChannelUpdate{channel(One, ClosedCategory)}, 1500);
        desk.feed(Discord::ChannelDelete{channel(One, ClosedCategory)}, 2000);
        desk.feed(Discord::ChannelUpdate{channel(One, Category)}, 2100);
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 2200);
        QVERIFY(!desk.ticket(One).open());
        QCOMPARE(desk.ticket(One).spells.size(), 1);
        QCOMPARE(desk.ticket(One).spells.first().closedAtMs, T0 + 1500 + Skew); // M-26
    }

    void threadsCloseAsTheRulesSay_data() // M-26
    {
        QTest::addColumn<bool>("archived");
        QTest::addColumn<bool>("locked");
        QTest::addColumn<quint64>("auditUser");
        QTest::addColumn<bool>("auditLocks");
        QTest::addColumn<bool>("closes");
        QTest::newRow("after inactivity") << true << false << 0ULL << false << false;
        QTest::newRow("archived and locked") << true << true << 0ULL << false << true;
        QTest::newRow("locked only") << false << true << 0ULL << false << false;
        QTest::newRow("archived by a person") << true << false << Ana.value << false << true;
        QTest::newRow("archived by a bot") << true << false << TicketBot.value << false << false;
        QTest::newRow("archived and locked by a bot") << true << true << TicketBot.value << true << true;
    }
    void threadsCloseAsTheRulesSay()
    {
        QFETCH(bool, archived);
        QFETCH(bool, locked);
        QFETCH(quint64, auditUser);
        QFETCH(bool, auditLocks);
        QFETCH(bool, closes);
        const ChannelId panel(idAt(500));
        Desk desk;
        desk.known.notTickets = {panel};
        desk.start({channel(panel, Category, u"panel"_s)});
        desk.configure([](GuildConfig &c) { c.ticketBots = {TicketBot}; });
        desk.feed(Discord::ThreadCreate{threadIn(One, panel, T0 + 1000), true}, 1000);
        QVERIFY(desk.ticket(One).open());
        QVERIFY(desk.ticket(One).thread);
        QCOMPARE(desk.ticket(One).category, Category);
        desk.feed(Discord::ThreadUpdate{threadIn(One, panel, T0 + 60'000, archived, locked)}, 60'000);
        if (auditUser != 0) {
            Discord::AuditEntry e = entry(Discord::AuditAction::ThreadUpdate, One, 60'100, UserId(auditUser));
            e.archived = true;
            if (auditLocks)
                e.locked = true;
            desk.feed(Discord::AuditLogEntryCreate{Server, e}, 60'200);
        }
        QCOMPARE(!desk.ticket(One).open(), closes);
        QCOMPARE(!desk.tracker.isOpenTicket(One), closes);
        if (!closes)
            return;
        QCOMPARE(desk.ticket(One).spells.first().closedAtMs, T0 + 60'000 + (auditUser != 0 ? 100 : 0));
        desk.feed(Discord::ThreadUpdate{threadIn(One, panel, T0 + 90'000)}, 90'000);
        QVERIFY(desk.ticket(One).open());
        QCOMPARE(desk.ticket(One).spells.last().openedAtMs, T0 + 90'000);
    }

    void threadsGoWithTheirChannel()
    {
        const ChannelId panel(idAt(500));
        Desk desk;
        desk.known.notTickets = {panel};
        desk.start({channel(panel, Category, u"panel"_s)});
        desk.feed(Discord::ThreadCreate{threadIn(One, panel, T0 + 1000), true}, 1000);
        desk.feed(Discord::ChannelDelete{channel(panel, Category, u"panel"_s)}, 9000);
        desk.feed(Discord::AuditLogEntryCreate{Server,
                                               entry(Discord::AuditAction::ChannelDelete, panel, 8900, Ana)},
                  9100);
        QVERIFY(!desk.ticket(One).open());
        QCOMPARE(desk.ticket(One).spells.first().closedAtMs, T0 + 8900);
    }

    // -- people -----------------------------------------------------------------------------------------------------

    void theRequesterIsFoundByTheBestEvidence_data() // M-06
    {
        QTest::addColumn<QVector<UserId>>("admitted");
        QTest::addColumn<QVector<UserId>>("mentions");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<quint64>("requester");
        using Users = QVector<UserId>;
        QTest::newRow("overwrite") << Users{Kira} << Users{Tom} << QString() << Kira.value;
        QTest::newRow("overwrite beside the bot's own")
            << Users{TicketBot, Kira} << Users{} << QString() << Kira.value;
        QTest::newRow("two people: the bot's mention tells")
            << Users{Kira, Tom} << Users{Tom} << QString() << Tom.value;
        QTest::newRow("the first mention")
            << Users{} << Users{OtherBot, Kira, Tom} << QString() << Kira.value;
        QTest::newRow("the reason beats the mention")
            << Users{} << Users{Tom} << u"opened for <@300000000000000001>"_s << Kira.value;
        QTest::newRow("a name is no evidence") << Users{} << Users{} << u"opened for kira"_s << 0ULL;
        QTest::newRow("staff opened it") << Users{TicketBot, Ana} << Users{} << QString() << Ana.value;
    }
    void theRequesterIsFoundByTheBestEvidence()
    {
        QFETCH(QVector<UserId>, admitted);
        QFETCH(QVector<UserId>, mentions);
        QFETCH(QString, reason);
        QFETCH(quint64, requester);
        Desk desk;
        desk.start();
        desk.feed(Discord::MessageCreate{message(Archive, 10, OtherBot, true)}, 10);
        desk.feed(Discord::ChannelCreate{admitting(channel(One, Category), admitted)}, 1000);
        Discord::AuditEntry e = entry(Discord::AuditAction::ChannelCreate, One, 1000);
        e.reason = reason;
        desk.feed(Discord::AuditLogEntryCreate{Server, e}, 1010);
        desk.feed(Discord::MessageCreate{mentioning(message(One, 1100, TicketBot, true), mentions)}, 1100);
        QCOMPARE(desk.ticket(One).requester.value, requester);
        QCOMPARE(desk.ticket(One).openerBot, TicketBot);
    }

    void aClaimDoesNotChangeTheRequester() // U-k
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{admitting(channel(One, Category), {Kira})}, 1000);
        desk.feed(Discord::ChannelUpdate{admitting(channel(One, Category), {Kira, Ana})}, 2000);
        desk.feed(Discord::ChannelUpdate{admitting(channel(One, Category), {Ana})}, 3000);
        QCOMPARE(desk.ticket(One).requester, Kira);
        // The same when the creation comes last.
        desk.feed(Discord::ChannelUpdate{admitting(channel(Two, Category), {Ana})}, 3000);
        desk.feed(Discord::ChannelCreate{admitting(channel(Two, Category), {Kira})}, 3100);
        QCOMPARE(desk.ticket(Two).requester, Kira);
    }

    void staffIsNotTheResponderOfTheOwnTicket() // M-05, U-f
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{admitting(channel(One, Category), {Ana})}, 1000);
        desk.feed(Discord::MessageCreate{message(One, 1100, Ana)}, 1100);
        QCOMPARE(desk.ticket(One).derived.firstResponseAtMs, 0);
        desk.feed(Discord::MessageCreate{message(One, 9000, Ben)}, 9000);
        QCOMPARE(desk.ticket(One).derived.firstResponder, Ben);
        QCOMPARE(desk.ticket(One).derived.firstResponseAtMs, T0 + 9000);
    }

    void namesAreToldOnce()
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        QCOMPARE(countOf<Fact::Person>(desk.feed(Discord::MessageCreate{message(One, 1100, Kira)}, 1100)), 1);
        QCOMPARE(countOf<Fact::Person>(desk.feed(Discord::MessageCreate{message(One, 1200, Kira)}, 1200)), 0);
        Discord::Message renamed = message(One, 1300, Kira);
        renamed.author.globalName = u"Kira B."_s;
        QCOMPARE(countOf<Fact::Person>(desk.feed(Discord::MessageCreate{renamed}, 1300)), 1);
    }

    void whoDeletesByHandIsTheCloser()
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        Discord::AuditEntry e = entry(Discord::AuditAction::ChannelDelete, One, 8000, Ana);
        e.reason = u"duplicate"_s;
        desk.feed(Discord::AuditLogEntryCreate{Server, e}, 8000);
        QCOMPARE(desk.ticket(One).closedBy, Ana);
        QCOMPARE(desk.ticket(One).closeReason, u"duplicate"_s);
    }

    void aBotThatClearsUpIsNoCloser()
    {
        Desk desk;
        desk.start();
        desk.configure([](GuildConfig &c) { c.ticketBots = {TicketBot}; });
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.feed(Discord::AuditLogEntryCreate{Server, entry(Discord::AuditAction::ChannelDelete, One, 8000)},
                  8000);
        QVERIFY(!desk.ticket(One).open());
        QVERIFY(!desk.ticket(One).closedBy);
    }

    // -- the ticket bot's closing embed -------------------------------------------------------------------------------

    void theArchiveEmbedTellsCloserAndReason_data() // U-j
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<quint64>("openedBy");
        QTest::addColumn<qint64>("openedAt");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("found");
        const QString closed = u"Ticket Closed"_s;
        QTest::newRow("all fits") << u"1"_s << Kira.value << T0 + 1000 << closed << true;
        QTest::newRow("the number is not in the name")
            << u"77"_s << Kira.value << T0 + 1000 << closed << true;
        QTest::newRow("another time") << u"1"_s << Kira.value << T0 + HourMs << closed << false;
        QTest::newRow("another opener") << u"1"_s << Tom.value << T0 + 1000 << closed << false;
        QTest::newRow("a request") << u"1"_s << Kira.value << T0 + 1000 << u"Close Request"_s << false;
    }
    void theArchiveEmbedTellsCloserAndReason()
    {
        QFETCH(QString, number);
        QFETCH(quint64, openedBy);
        QFETCH(qint64, openedAt);
        QFETCH(QString, title);
        QFETCH(bool, found);
        Desk desk;
        desk.start();
        desk.configure([](GuildConfig &c) { c.archiveChannel = Archive; });
        desk.feed(Discord::ChannelCreate{admitting(channel(One, Category), {Kira})}, 1000);
        desk.feed(Discord::ChannelDelete{channel(One, Category)}, 60'000);
        desk.feed(
            Discord::MessageCreate{closingEmbed(Archive, 59'000, number, UserId(openedBy), openedAt, title)},
            61'000);
        const TicketRecord r = desk.ticket(One);
        QCOMPARE(r.closedBy, found ? Ben : UserId());
        QCOMPARE(r.closeReason, found ? u"solved"_s : QString());
        QCOMPARE(r.rating, found ? 5 : 0);
        // Its time beats our clock (M-02).
        QCOMPARE(r.spells.first().closedAtMs, found ? T0 + 59'000 : T0 + 60'000 + Skew);
    }

    void anEmbedWaitsForItsTicket()
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::MessageCreate{closingEmbed(Archive, 59'000, u"1"_s, Kira, T0 + 1000)}, 59'000);
        desk.feed(Discord::ChannelDelete{channel(One, Category)}, 60'000);
        QCOMPARE(desk.ticket(One).closedBy, Ben);
    }

    void onlyTheTicketBotsWordCounts()
    {
        Desk desk;
        desk.start();
        desk.configure([](GuildConfig &c) { c.ticketBots = {OtherBot}; });
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.feed(Discord::MessageCreate{closingEmbed(Archive, 59'000, u"1"_s, Kira, T0 + 1000)}, 59'000);
        QVERIFY(!desk.ticket(One).closedBy);
    }

    void twoTicketsThatFitAreNone()
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category, u"help"_s)}, 1000);
        desk.feed(Discord::ChannelCreate{channel(Two, Category, u"help"_s)}, 2000);
        desk.feed(Discord::MessageCreate{closingEmbed(Archive, 59'000, u"1"_s, Kira, T0 + 1000)}, 59'000);
        QVERIFY(!desk.ticket(One).closedBy && !desk.ticket(Two).closedBy);
    }

    // -- catching up --------------------------------------------------------------------------------------------------

    void channelsOfANewCategoryAreCandidates()
    {
        Desk desk({SecondCategory});
        desk.tracker.load(desk.known);
        desk.feed(snapshot({channel(One, Category), channel(Two, SecondCategory)}), 5000);
        const auto result = desk.reconcile();
        QCOMPARE(result.candidates, QVector<ChannelId>{One});
        QVERIFY(!desk.has(One));
        QVERIFY(desk.has(Two)); // opened while we were away
        QCOMPARE(desk.ticket(Two).quality, Quality::Backfilled);
        QVERIFY(!desk.ticket(Two).categoryIsFromOpening);
        // Known from now on: what appears later is a ticket.
        const ChannelId later(idAt(6000));
        desk.feed(snapshot({channel(One, Category), channel(Two, SecondCategory), channel(later, Category)}),
                  7000);
        const auto again = desk.reconcile();
        QVERIFY(desk.has(later));
        QCOMPARE(again.candidates, QVector<ChannelId>{One}); // still to be read
    }

    void theFirstMessageOfACandidateDecides_data()
    {
        QTest::addColumn<bool>("bot");
        QTest::addColumn<bool>("listed");
        QTest::addColumn<bool>("isTicket");
        QTest::newRow("by a bot") << true << false << true;
        QTest::newRow("by one of TICKET_BOTS") << false << true << true;
        QTest::newRow("by a person") << false << false << false;
    }
    void theFirstMessageOfACandidateDecides()
    {
        QFETCH(bool, bot);
        QFETCH(bool, listed);
        QFETCH(bool, isTicket);
        const UserId author = bot || listed ? TicketBot : Kira;
        Desk desk{QVector<ChannelId>()};
        if (listed)
            desk.configure([](GuildConfig &c) { c.ticketBots = {TicketBot}; });
        desk.tracker.load({});
        desk.feed(snapshot({channel(One, Category)}), 5000);
        QCOMPARE(desk.reconcile().candidates, QVector<ChannelId>{One});
        desk.feed(Discord::MessageCreate{message(One, 5500, Kira)}, 5500); // meanwhile
        desk.keep(desk.tracker.judgeCandidate(One, message(One, 1100, author, bot), desk.view));
        QCOMPARE(desk.has(One), isTicket);
        QCOMPARE(desk.tracker.isTicket(One), isTicket);
        QCOMPARE(desk.store.messages(One).size(), isTicket ? 1 : 0);
        // Decided once and for all.
        QVERIFY(desk.reconcile().candidates.isEmpty());
        QCOMPARE(countOf<MessageFact>(desk.feed(Discord::MessageCreate{message(One, 6000, Kira)}, 6000)),
                 isTicket ? 1 : 0);
    }

    void anEmptyCandidateWaitsForItsFirstMessage_data()
    {
        QTest::addColumn<bool>("bot");
        QTest::newRow("a bot writes") << true;
        QTest::newRow("a person writes") << false;
    }
    void anEmptyCandidateWaitsForItsFirstMessage()
    {
        QFETCH(bool, bot);
        Desk desk{QVector<ChannelId>()};
        desk.tracker.load({});
        desk.feed(snapshot({channel(One, Category)}), 5000);
        desk.reconcile();
        desk.keep(desk.tracker.judgeCandidate(One, {}, desk.view));
        QVERIFY(!desk.tracker.isTicket(One));
        desk.feed(Discord::MessageCreate{message(One, 6000, bot ? TicketBot : Kira, bot)}, 6000);
        QCOMPARE(desk.tracker.isTicket(One), bot);
        QCOMPARE(desk.store.messages(One).size(), bot ? 1 : 0);
        desk.feed(Discord::MessageCreate{message(One, 7000, TicketBot, true)}, 7000);
        QCOMPARE(desk.tracker.isTicket(One), bot);
    }

    void anUnreadableCandidateIsNotEmpty() // P-04
    {
        Desk desk{QVector<ChannelId>()};
        desk.tracker.load({});
        Discord::Channel old = channel(One, Category);
        old.lastMessage = MessageId(idAt(1100));
        desk.feed(snapshot({old}), 5000);
        desk.reconcile();
        QVERIFY(desk.tracker.judgeCandidate(One, {}, desk.view).isEmpty());
        desk.feed(Discord::MessageCreate{message(One, 6000, Kira)}, 6000); // decides nothing
        QCOMPARE(desk.reconcile().candidates, QVector<ChannelId>{One});
        desk.keep(desk.tracker.judgeCandidate(One, message(One, 1100, TicketBot, true), desk.view));
        QVERIFY(desk.tracker.isTicket(One));
        QCOMPARE(desk.store.messages(One).size(), 1); // what came meanwhile
    }

    void aCategoryThatGoesAgainTakesItsTicketsAlong_data()
    {
        QTest::addColumn<qint64>("afterMs");
        QTest::addColumn<bool>("stay");
        QTest::newRow("at once, an undo") << qint64(5000) << false;
        QTest::newRow("after looking at them") << TicketTracker::ReconsideredMs << false;
        QTest::newRow("later: those were tickets") << TicketTracker::ReconsideredMs + 1 << true;
    }
    void aCategoryThatGoesAgainTakesItsTicketsAlong()
    {
        QFETCH(qint64, afterMs);
        QFETCH(bool, stay);
        const ChannelId live(idAt(6000)), empty(idAt(1500));
        Desk desk({SecondCategory});
        const auto categories = [&desk](const QVector<ChannelId> &now, qint64 atMs) {
            const QVector<ChannelId> before = desk.view.config().ticketCategories;
            desk.configure([&now](GuildConfig &config) { config.ticketCategories = now; });
            desk.keep(desk.tracker.categoriesChanged(before, desk.view, T0 + atMs));
            return desk.reconcile();
        };
        desk.configure([](GuildConfig &config) { config.ticketCategories = {SecondCategory}; });
        desk.start({channel(One, Category), channel(empty, Category), channel(Two, SecondCategory)});
        categories({Category, SecondCategory}, 5000);
        desk.keep(desk.tracker.judgeCandidate(One, message(One, 1100, TicketBot, true), desk.view));
        desk.keep(desk.tracker.judgeCandidate(empty, {}, desk.view));
        desk.feed(Discord::ChannelCreate{channel(live, Category)}, 6000);
        QVERIFY(desk.tracker.isOpenTicket(One) && desk.tracker.isOpenTicket(live));

        categories({SecondCategory}, 5000 + afterMs);
        QCOMPARE(desk.tracker.isOpenTicket(One), stay);
        QCOMPARE(desk.tracker.isOpenTicket(live), stay);
        QCOMPARE(desk.ticket(One).excluded, !stay);
        QCOMPARE(desk.ticket(live).excluded, !stay);
        QVERIFY(desk.tracker.isOpenTicket(Two)); // of another category
        // No ticket appears in a category that holds none.
        desk.feed(Discord::MessageCreate{message(empty, 6500 + afterMs, TicketBot, true)}, 6500 + afterMs);
        QVERIFY(!desk.has(empty));

        // Ticked once more: everything is as it would have been.
        QCOMPARE(categories({Category, SecondCategory}, 7000 + afterMs).candidates,
                 QVector<ChannelId>{empty});
        QVERIFY(desk.tracker.isOpenTicket(One) && desk.tracker.isOpenTicket(live));
        QVERIFY(!desk.ticket(One).excluded && !desk.ticket(live).excluded);

        // And taken back once more.
        categories({SecondCategory}, 8000 + afterMs);
        QCOMPARE(desk.tracker.isOpenTicket(One), stay);
        QCOMPARE(desk.ticket(live).excluded, !stay);
    }

    void ticketsFromBeforeACategoryCameOutliveIt()
    {
        const ChannelId byHand(idAt(3000));
        Desk desk;
        desk.known.tickets = {{One, {}, true}};
        desk.known.tickets.first().category = Category;
        desk.configure([](GuildConfig &config) { config.ticketCategories = {}; });
        desk.start({channel(One, Category), channel(byHand, Category)});
        desk.configure([](GuildConfig &config) { config.ticketCategories = {Category}; });
        desk.keep(desk.tracker.categoriesChanged({}, desk.view, T0 + 4000));
        desk.keep(desk.tracker.setTicket(byHand, false, desk.view));
        desk.configure([](GuildConfig &config) { config.ticketCategories = {}; });
        QVERIFY(desk.tracker.categoriesChanged({Category}, desk.view, T0 + 5000).isEmpty());
        QVERIFY(desk.tracker.isOpenTicket(One));
    }

    void whatIsGoneIsAskedFor() // A-03, 2.4
    {
        const ChannelId panel(idAt(500)), thread(idAt(700)), orphan(idAt(800));
        Desk desk;
        desk.known.notTickets = {panel};
        desk.known.tickets = {{One, {}, true},
                              {Two, {}, true},
                              {thread, panel, true, true},
                              {orphan, ChannelId(1), true, true}};
        desk.tracker.load(desk.known);
        desk.feed(snapshot({channel(panel, Category), channel(Two, Category)}), 9000);
        const auto result = desk.reconcile();
        QCOMPARE(result.missing, (QVector<ChannelId>{orphan, One}));
        QCOMPARE(result.absentThreads, QVector<ChannelId>{thread}); // perhaps only archived
        QCOMPARE(result.readable, QVector<ChannelId>{Two});
        QCOMPARE(countOf<Fact::Closed>(result.facts), 0);
        QCOMPARE(countOf<Fact::Alive>(result.facts), 1);
    }

    void anOutageIsNoReasonToMissAnything()
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        QVERIFY(desk.feed(Discord::GuildDelete{Server, true}, 2000).isEmpty());
        QVERIFY(desk.reconcile().missing.isEmpty());
        QVERIFY(desk.ticket(One).open());
    }

    void unreadableTicketsAreNamed() // P-04
    {
        Desk desk;
        desk.tracker.load(desk.known);
        Discord::Channel hidden = channel(One, Category);
        hidden.overwrites = {{Server.value, false, 0, Discord::Permission::ReadMessageHistory}};
        desk.feed(snapshot({hidden, channel(Two, Category)}), 5000);
        const auto result = desk.reconcile();
        QCOMPARE(result.unreadable, QVector<ChannelId>{One});
        QCOMPARE(result.readable, QVector<ChannelId>{Two});
    }

    void aMoveWhileAwayBecomesExactByTheAuditLog() // FAULTS 52
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.feed(snapshot({channel(One, ClosedCategory)}), 900'000);
        desk.reconcile();
        QVERIFY(!desk.ticket(One).open());
        QCOMPARE(desk.ticket(One).spells.first().closedSource, TimeSource::Inferred);
        desk.keep(
            desk.tracker.handleAudit({moveEntry(One, 400'000, Category, ClosedCategory, Ana)}, desk.view));
        QCOMPARE(desk.ticket(One).spells.size(), 1);
        QCOMPARE(desk.ticket(One).spells.first().closedAtMs, T0 + 400'000);
        QCOMPARE(desk.ticket(One).closedBy, Ana);
    }

    void theAuditLogExplainsWhatIsMissing() // 2.4 step 2
    {
        Desk desk;
        desk.known.tickets = {{One, {}, true}};
        desk.start();
        Fact::Ticket opening;
        opening.ticket = One;
        opening.openedAtMs = T0 + 1000;
        desk.store.add(TicketFact{Server, opening});
        const TicketFacts facts =
            desk.tracker.handleAudit({entry(Discord::AuditAction::ChannelDelete, One, 8000, Ana)}, desk.view);
        desk.keep(facts);
        QCOMPARE(desk.ticket(One).spells.first().closedAtMs, T0 + 8000);
        QVERIFY(desk.ticket(One).partial()); // its last messages went with it
        QCOMPARE(countOf<Fact::AuditCheckpoint>(facts), 1);
        QVERIFY(desk.reconcile().missing.isEmpty());
    }

    void whatCameAndWentIsATicketOnlyByATicketBot_data() // 2.4 step 2
    {
        QTest::addColumn<quint64>("creator");
        QTest::addColumn<quint64>("parent");
        QTest::addColumn<bool>("isTicket");
        QTest::newRow("listed bot, no parent told") << TicketBot.value << 0ULL << true;
        QTest::newRow("listed bot, ticket category") << TicketBot.value << Category.value << true;
        QTest::newRow("listed bot, other category") << TicketBot.value << OtherCategory.value << false;
        QTest::newRow("a bot that opened tickets") << OtherBot.value << 0ULL << true;
        QTest::newRow("a person") << Ana.value << Category.value << false;
    }
    void whatCameAndWentIsATicketOnlyByATicketBot()
    {
        QFETCH(quint64, creator);
        QFETCH(quint64, parent);
        QFETCH(bool, isTicket);
        Desk desk;
        desk.known.openerBots = {OtherBot};
        desk.configure([](GuildConfig &c) { c.ticketBots = {TicketBot}; });
        desk.start({}, {}, 90'000);
        Discord::AuditEntry made = entry(Discord::AuditAction::ChannelCreate, One, 1000, UserId(creator));
        if (parent != 0)
            made.newParent = ChannelId(parent);
        Discord::AuditEntry gone = entry(Discord::AuditAction::ChannelDelete, One, 8000, UserId(creator));
        desk.keep(desk.tracker.handleAudit({made, gone}, desk.view));
        QCOMPARE(desk.has(One), isTicket);
        if (!isTicket)
            return;
        const TicketRecord r = desk.ticket(One);
        QCOMPARE(r.quality, Quality::Audit);
        QCOMPARE(r.openedAtMs, T0 + 1000);
        QCOMPARE(r.spells.first().closedAtMs, T0 + 8000);
        QCOMPARE(r.category.value, parent);
        QVERIFY(r.partial());
    }

    // 2.4 step 2: opened and moved to the closed ones while nobody looked. It still stands there, so it is no mere trace.
    void whatCameAndWasPutAwayIsATicket_data()
    {
        QTest::addColumn<quint64>("from");
        QTest::addColumn<bool>("judged");
        QTest::addColumn<bool>("isTicket");
        QTest::newRow("out of a ticket category") << Category.value << false << true;
        QTest::newRow("out of another one") << OtherCategory.value << false << false;
        QTest::newRow("out of one that is new to us") << SecondCategory.value << false << false;
        QTest::newRow("no ticket by judgement") << Category.value << true << false;
    }
    void whatCameAndWasPutAwayIsATicket()
    {
        QFETCH(quint64, from);
        QFETCH(bool, judged);
        QFETCH(bool, isTicket);
        Desk desk;
        if (judged)
            desk.known.notTickets = {One};
        desk.known.knownCategories = {Category};
        desk.configure([](GuildConfig &c) { c.ticketCategories = {Category}; });
        desk.start();
        desk.configure([](GuildConfig &c) { c.ticketCategories = {Category, SecondCategory}; });
        desk.feed(snapshot({channel(One, ClosedCategory, u"closed-0001"_s)}), 90'000);
        desk.keep(desk.tracker.handleAudit({entry(Discord::AuditAction::ChannelCreate, One, 1000, Ana),
                                            moveEntry(One, 8000, ChannelId(from), ClosedCategory, Ana)},
                                           desk.view));
        QCOMPARE(desk.has(One), isTicket);
        if (!isTicket)
            return;
        const TicketRecord r = desk.ticket(One);
        QCOMPARE(r.quality, Quality::Backfilled);
        QVERIFY(!r.partial());
        QCOMPARE(r.category, Category);
        QCOMPARE(r.openedAtMs, T0 + 1000);
        QCOMPARE(r.spells.size(), 1);
        QCOMPARE(r.spells.first().closedAtMs, T0 + 8000);
        QCOMPARE(r.spells.first().closedSource, TimeSource::Audit);
        QCOMPARE(r.closedBy, Ana);
    }

    void theCategoryOfATraceIsWhatItMovedOutOf() // M-23
    {
        Desk desk;
        desk.configure([](GuildConfig &c) { c.ticketBots = {TicketBot}; });
        desk.start({}, {}, 90'000);
        desk.keep(desk.tracker.handleAudit({entry(Discord::AuditAction::ChannelCreate, One, 1000, TicketBot),
                                            moveEntry(One, 8000, Category, ClosedCategory),
                                            entry(Discord::AuditAction::ChannelDelete, One, 9000)},
                                           desk.view));
        QCOMPARE(desk.ticket(One).category, Category);
        QCOMPARE(desk.ticket(One).quality, Quality::Audit);
    }

    void aBotThatWroteFirstIsATicketBot() // 2.4 step 2, where no audit log was seen
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(Two, Category)}, 2000);
        desk.feed(Discord::MessageCreate{message(Two, 2100, TicketBot, true)}, 2100);
        desk.feed(Discord::MessageCreate{message(Two, 2200, OtherBot, true)}, 2200);
        QCOMPARE(desk.ticket(Two).openerBot, TicketBot);
        const ChannelId theirs(idAt(3000));
        desk.keep(
            desk.tracker.handleAudit({entry(Discord::AuditAction::ChannelCreate, One, 1000, TicketBot),
                                      entry(Discord::AuditAction::ChannelCreate, theirs, 3000, OtherBot)},
                                     desk.view));
        QVERIFY(desk.has(One));
        QVERIFY(!desk.has(theirs));
    }

    // K-03: what was missed of it and not read by then is gone with the channel, whatever ends the process afterwards.
    void deletedBeforeItsPastWasReadItIsPartial()
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.feed(Discord::ChannelCreate{channel(Two, Category)}, 2000);
        desk.feed(snapshot({channel(One, Category), channel(Two, Category)}), 4000); // a new session
        desk.reconcile();
        desk.tracker.caughtUp(Two);
        desk.feed(Discord::ChannelDelete{channel(One, Category)}, 5000);
        desk.feed(Discord::ChannelDelete{channel(Two, Category)}, 6000);
        QVERIFY(desk.ticket(One).partial());
        QVERIFY(!desk.ticket(Two).messagesMissing);
        QCOMPARE(desk.ticket(One).spells.first().closedSource, TimeSource::Receipt);
    }

    void theUnexplainedBecomesAnInterval() // M-02
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.feed(snapshot({}), 900'000);
        const auto missing = desk.reconcile().missing;
        QCOMPARE(missing, QVector<ChannelId>{One});
        desk.keep(desk.tracker.closeUnexplained(missing, T0 + 900'000, T0 + 500'000));
        const Spell spell = desk.ticket(One).spells.first();
        QCOMPARE(spell.closedAtMs, T0 + 900'000);
        QCOMPARE(spell.closedNotBeforeMs, T0 + 500'000);
        QCOMPARE(spell.closedSource, TimeSource::Inferred);
        QVERIFY(desk.ticket(One).partial());
        // Seen again: it was there all the time.
        desk.feed(snapshot({channel(One, Category)}), 950'000);
        desk.reconcile();
        QVERIFY(desk.ticket(One).open());
        QVERIFY(desk.tracker.isOpenTicket(One));
    }

    void backfilledMessagesCount() // 2.4 steps 3 and 5
    {
        Desk desk;
        desk.start();
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.keep(desk.tracker.backfilled(message(One, 5000, Ana), QVector<RoleId>{Support},
                                          StaffSource::Inferred, desk.view));
        desk.keep(desk.tracker.backfilled(message(One, 4000, Tom), {}, StaffSource::Unknown, desk.view));
        const auto messages = desk.store.messages(One);
        QCOMPARE(messages[0].kind, AuthorKind::Unknown);
        QCOMPARE(messages[1].kind, AuthorKind::Staff);
        QCOMPARE(messages[1].quality, Quality::Backfilled);
        QCOMPARE(desk.ticket(One).derived.firstResponseAtMs, T0 + 5000);
        QVERIFY(
            desk.tracker.backfilled(message(Two, 5000, Ana), {}, StaffSource::Unknown, desk.view).isEmpty());
    }

    void liveMessagesMoveTheCheckpointOnlyWithoutAHole() // 2.4 step 3
    {
        Desk desk;
        desk.start();
        const auto checkpoints = [&desk](qint64 at) {
            return countOf<Fact::Checkpoint>(desk.feed(Discord::MessageCreate{message(One, at, Kira)}, at));
        };
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        QCOMPARE(checkpoints(1100), 1); // seen from its beginning
        desk.feed(snapshot({channel(One, Category)}), 2000);
        QCOMPARE(checkpoints(2100), 0); // a new session, or an outage is over: something may lie between
        desk.tracker.caughtUp(One);
        QCOMPARE(checkpoints(2200), 1);
    }

    void liveAuditEntriesMoveTheCheckpointOnlyWithoutAHole()
    {
        Desk desk;
        desk.start();
        const auto checkpoints = [&desk](qint64 at) {
            return countOf<Fact::AuditCheckpoint>(desk.feed(
                Discord::AuditLogEntryCreate{Server, entry(Discord::AuditAction::Other, One, at, Ana)}, at));
        };
        QCOMPARE(checkpoints(1000), 0);
        desk.tracker.auditCaughtUp();
        QCOMPARE(checkpoints(2000), 1);
        desk.feed(snapshot({}), 3000);
        QCOMPARE(checkpoints(4000), 0);
    }

    // -- by hand ------------------------------------------------------------------------------------------------------

    void aPersonDecidesAboutAChannel()
    {
        Desk desk;
        desk.start({channel(Two, OtherCategory)});
        desk.feed(Discord::ChannelCreate{channel(One, Category)}, 1000);
        desk.keep(desk.tracker.setTicket(One, false, desk.view));
        QVERIFY(!desk.tracker.isTicket(One));
        QVERIFY(!desk.ticket(One).counts());
        QCOMPARE(desk.tracker.openCount(), 0);
        desk.feed(Discord::MessageCreate{message(One, 1100, Kira)}, 1100); // recorded, should it come back
        desk.keep(desk.tracker.setTicket(One, true, desk.view));
        QVERIFY(desk.ticket(One).counts());
        QCOMPARE(desk.ticket(One).derived.humanMessages(), 1);
        QCOMPARE(desk.tracker.openCount(), 1);
        desk.keep(desk.tracker.setTicket(Two, true, desk.view)); // one that no rule makes a ticket
        QVERIFY(desk.tracker.isOpenTicket(Two));
        QVERIFY(desk.has(Two));
    }

    // -- any order ----------------------------------------------------------------------------------------------------

    void theScriptIsWhatItSeems()
    {
        const auto tickets = played(script());
        QCOMPARE(tickets.size(), 3);
        const TicketRecord &one = tickets[0], &thread = tickets[1], &own = tickets[2];
        QCOMPARE(one.id, One);
        QCOMPARE(one.spells.size(), 2);
        QCOMPARE(one.spells[0].closedAtMs, T0 + 2290);
        QCOMPARE(one.spells[1].openedAtMs, T0 + 2490);
        QCOMPARE(one.spells[1].closedAtMs, T0 + 2990);
        QCOMPARE(one.requester, Kira);
        QCOMPARE(one.openerBot, TicketBot);
        QCOMPARE(one.closedByName, u"Ben"_s);
        QCOMPARE(one.closedBy, Ben);
        QCOMPARE(one.rating, 5);
        QCOMPARE(one.derived.humanMessages(), 5);
        QCOMPARE(one.derived.firstResponseAtMs, T0 + 1800);
        QCOMPARE(thread.spells.size(), 2);
        QCOMPARE(thread.spells[0].closedAtMs, T0 + 6400);
        QCOMPARE(thread.spells[1].closedAtMs, T0 + 6790);
        QCOMPARE(thread.derived.requester, Tom);
        QCOMPARE(own.requester, Ana);
        QCOMPARE(own.derived.firstResponder, Ben);
        QVERIFY(own.open());
    }

    void anyOrderAndRepetitionOfEventsGivesTheSameTickets() // S-04, R-02, FAULTS 25
    {
        const QVector<Line> lines = script();
        const auto expected = played(lines);
        for (quint32 seed = 1; seed <= 2000; ++seed) {
            std::mt19937 random(seed);
            QVector<Line> shuffled = lines;
            for (int i = int(random() % 30); i > 0; --i)
                shuffled.append(lines[qsizetype(random() % quint32(lines.size()))]);
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            const auto result = played(shuffled);
            QVERIFY2(result == expected,
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(difference(result, expected))));
        }
    }
};

QTEST_APPLESS_MAIN(TicketTrackerTest)
#include "tst_tickettracker.moc"
