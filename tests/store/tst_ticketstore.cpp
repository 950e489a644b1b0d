// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetesting.h"

#include "bot/store/readfailure.h"
#include "bot/store/ticketrows.h"

#include "bot/store/legacykeys.h"

#include <algorithm>
#include <random>

using namespace StoreTesting;

class TicketStoreTest : public QObject
{
    Q_OBJECT

private slots:
    // Spells stand beside their ticket in one value: everything about them comes back, and damage is noticed.
    void spellsComeBackAsTheyWere()
    {
        const QVector<Spell> spells{
            {1000, 2000, 0, TimeSource::Receipt, TimeSource::Audit, EndKind::Moved},
            {3000, 4000, 3500, TimeSource::Archive, TimeSource::Inferred, EndKind::Deleted},
            {-5000, -6000, 0, TimeSource::Legacy, TimeSource::Legacy, EndKind::Legacy}, // M-03: invalid
            {UtcMs(1) << 53, 0, 0, TimeSource::TicketBot, TimeSource::Receipt, EndKind::Archived}};
        QVector<Spell> read;
        QVERIFY(unpackSpells(packSpells(spells), read));
        QCOMPARE(read, spells);
    }
    void damagedSpellsAreNoSpells_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a spell") << QByteArray("1 2 0 ");
        QTest::newRow("cut in a number") << QByteArray("1000 2000 0 2 5 0");
        QTest::newRow("no number") << QByteArray("1000 x 0 2 5 0 ");
        QTest::newRow("too large") << QByteArray("99999999999999999999 0 0 2 5 0 ");
        QTest::newRow("something else") << QByteArray("\x00\x01", 2);
    }
    void damagedSpellsAreNoSpells()
    {
        QFETCH(QByteArray, text);
        const QVector<Spell> before{{7, 0, 0, TimeSource::Receipt, TimeSource::Receipt, EndKind::Deleted}};
        QVector<Spell> spells = before;
        QVERIFY(!unpackSpells(text, spells));
        QCOMPARE(spells, before);
    }

    // METRICS M-08: a window finds what it is about, whatever began or ended outside of it.
    void aWindowFindsItsTickets_data()
    {
        QTest::addColumn<qint64>("openedMs"); // against the window [0, 1 h) that begins at Now
        QTest::addColumn<QVector<QPair<qint64, bool>>>("marks"); // when, and whether it was reopened then
        QTest::addColumn<bool>("found");
        using Marks = QVector<QPair<qint64, bool>>;
        constexpr qint64 M = MinuteMs;
        QTest::newRow("opened in it, open") << 10 * M << Marks{} << true;
        QTest::newRow("opened as it begins") << qint64(0) << Marks{{5 * M, false}} << true;
        QTest::newRow("opened as it ends") << HourMs << Marks{} << false;
        QTest::newRow("opened in it, closed after it") << 10 * M << Marks{{90 * M, false}} << true;
        QTest::newRow("open since before") << -HourMs << Marks{} << true;
        QTest::newRow("closed before") << -HourMs << Marks{{-M, false}} << false;
        QTest::newRow("closed as it begins") << -HourMs << Marks{{0, false}} << true;
        QTest::newRow("closed in it") << -HourMs << Marks{{M, false}} << true;
        QTest::newRow("closed after it") << -HourMs << Marks{{90 * M, false}} << true;
        QTest::newRow("closed before, reopened in it") << -HourMs << Marks{{-M, false}, {M, true}} << true;
        QTest::newRow("closed before, reopened after it")
            << -HourMs << Marks{{-M, false}, {90 * M, true}} << false;
        QTest::newRow("reopened and closed before")
            << -HourMs << Marks{{-30 * M, false}, {-20 * M, true}, {-10 * M, false}} << false;
        QTest::newRow("reopened before, closed in it")
            << -HourMs << Marks{{-30 * M, false}, {-20 * M, true}, {10 * M, false}} << true;
        QTest::newRow("opened in it, closed and reopened")
            << 5 * M << Marks{{10 * M, false}, {20 * M, true}} << true;
    }
    void aWindowFindsItsTickets()
    {
        QFETCH(qint64, openedMs);
        QFETCH(bool, found);
        using Marks = QVector<QPair<qint64, bool>>;
        QFETCH(Marks, marks);
        Store store;
        const auto ticket = idAt<ChannelId>(Now + openedMs);
        TicketFacts facts{ticketFact(ticket)};
        for (const auto &[at, reopened] : marks) {
            if (reopened)
                facts.append({Guild, Fact::Reopened{ticket, Now + at, TimeSource::Audit, 0, true}});
            else
                facts.append(closedFact(ticket, Now + at));
        }
        store.apply(facts);
        const auto rows = store.reader().ticketRows(Guild, {}, {Now, Now + HourMs});
        QCOMPARE(rows.size(), found ? 1 : 0); // never twice
        if (found)
            QCOMPARE(rows.first().spells, store.reader().ticket(Guild, ticket)->row.ticket.spells);
    }

    void aTicketComesBackAsItWasStored()
    {
        Store store;
        const UtcMs opened = Now - DayMs;
        const auto ticket = idAt<ChannelId>(opened);
        TicketFacts facts = wholeTicket(opened);
        Fact::CloseDetails details;
        details.ticket = ticket;
        details.closedBy = Ana;
        details.reason = u"solved '; DROP TABLE ticket; --"_s;
        details.rating = 5;
        details.transcriptUrl = u"https://example.org/t/1"_s;
        details.atMs = opened + 30 * MinuteMs;
        facts += {{Guild, details},
                  {Guild, Fact::Person{Kira, u"kira"_s, false}},
                  {Guild, Fact::Person{Ana, u"Ana"_s, false}},
                  {Guild, Fact::Checkpoint{ticket, idAt<MessageId>(opened + 7 * MinuteMs)}}};
        store.apply(facts);
        store.close(); // what is asked for below comes from the disk
        store.open();

        const auto detail = store.reader().ticket(Guild, ticket);
        QVERIFY(detail);
        const TicketRecord &record = detail->row.ticket;
        QCOMPARE(record.category, Appeals);
        QCOMPARE(record.categoryName, u"Appeals"_s);
        QCOMPARE(record.openedAtMs, opened);
        QCOMPARE(record.openerBot, TicketBot);
        QCOMPARE(record.requester, Kira);
        QCOMPARE(record.spells.size(), 1);
        QCOMPARE(record.spells.first().closedAtMs, opened + 30 * MinuteMs);
        QCOMPARE(record.closedBy, Ana);
        QCOMPARE(record.closeReason, details.reason);
        QCOMPARE(record.rating, 5);
        QCOMPARE(record.transcriptUrl, details.transcriptUrl);
        QCOMPARE(record.derived.firstResponseAtMs, opened + 5 * MinuteMs);
        QCOMPARE(record.derived.firstResponder, Ana);
        QCOMPARE(record.derived.staffMessages, 1);
        QCOMPARE(record.derived.requesterMessages, 2);
        QCOMPARE(record.derived.turns.size(), 2);
        QCOMPARE(detail->row.requesterName, u"kira"_s);
        QCOMPARE(detail->row.lastStaffName, u"Ana"_s);
        QCOMPARE(detail->row.participants, (QVector<UserId>{Kira, Ana}));
        QCOMPARE(detail->timeline.size(), 5); // opened, question, first reply, thanks, closed
        QCOMPARE(detail->timeline.at(2).kind, TimelineEntry::Kind::FirstReply);
        QCOMPARE(detail->timeline.at(2).name, u"Ana"_s);
        const auto checkpoints = store.reader().checkpoints(Guild);
        QCOMPARE(checkpoints.size(), 1);
        QCOMPARE(checkpoints.first().lastContiguous, idAt<MessageId>(opened + 7 * MinuteMs));
    }

    // PROTOCOL S-04, R-02: the database is the same whatever the order and number of events.
    void anyOrderAndRepetitionGivesTheSameDatabase_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyOrderAndRepetitionGivesTheSameDatabase()
    {
        QFETCH(unsigned, seed);
        TicketFacts log = wholeTicket(Now - 3 * DayMs) + wholeTicket(Now - 2 * DayMs, false, Guild, General)
            + wholeTicket(Now - 2 * DayMs, true, OtherGuild);
        const auto ticket = idAt<ChannelId>(Now - 3 * DayMs);
        const UtcMs opened = Now - 3 * DayMs;
        log += {
            {Guild, Fact::Reopened{ticket, opened + 2 * HourMs, TimeSource::Audit, 0, true}},
            messageFact(ticket, Ben, opened + 3 * HourMs, AuthorKind::Staff),
            {Guild,
             Fact::MessageDeleted{ticket, {idAt<MessageId>(opened + MinuteMs, int(ticket.value % 1000))}}},
            {Guild, Fact::Renamed{ticket, u"closed-1"_s, opened + HourMs}},
            {Guild, Fact::Alive{ticket, opened + 4 * HourMs}},
            {Guild, Fact::AuditCheckpoint{idAt<AuditEntryId>(opened)}},
            {Guild, Fact::AuditCheckpoint{idAt<AuditEntryId>(opened + HourMs)}},
            {Guild, Fact::Checkpoint{ticket, idAt<MessageId>(opened + HourMs)}},
            {Guild, Fact::Checkpoint{ticket, idAt<MessageId>(opened + 2 * HourMs)}},
            {Guild, Fact::Candidate{ChannelId(5), Appeals, u"old"_s, Fact::Candidate::State::Pending, false}},
            {Guild,
             Fact::Candidate{ChannelId(5), Appeals, u"old"_s, Fact::Candidate::State::NotATicket, false}}};
        // The same close by its audit entry, the same message read again later, and one by a bot.
        Fact::Closed audited;
        audited.ticket = ticket;
        audited.kind = EndKind::Moved;
        audited.atMs = opened + 30 * MinuteMs - 80;
        audited.source = TimeSource::Audit;
        audited.eventMs = opened + 30 * MinuteMs;
        log += {Guild, audited};
        MessageFact again =
            std::get<MessageFact>(messageFact(ticket, Ana, opened + 5 * MinuteMs, AuthorKind::Unknown).fact);
        again.quality = Quality::Backfilled;
        again.staffSource = StaffSource::Unknown;
        again.roles.clear();
        log += {Guild, again};
        log += messageFact(ticket, TicketBot, opened + SecondMs, AuthorKind::Bot);

        Store straight;
        straight.apply(log);

        std::mt19937 random(seed);
        TicketFacts shuffled = log + log;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        Store mixed;
        while (!shuffled.isEmpty()) {
            const qsizetype batch = std::min<qsizetype>(shuffled.size(), 1 + random() % 7);
            mixed.apply(shuffled.mid(0, batch));
            shuffled.remove(0, batch);
        }
        QCOMPARE(mixed.dump(), straight.dump());
        // And once more from its own beginning: nothing changes, and nobody is told of a change.
        const ChangeSet changes = mixed.apply(log);
        QCOMPARE(mixed.dump(), straight.dump());
        QVERIFY(changes.tickets.isEmpty());
        QVERIFY(changes.events.isEmpty());
    }

    // K-02: log cards are made of these.
    void everyEventIsReportedOnce()
    {
        using Kind = ChangeSet::TicketEvent::Kind;
        Store store;
        const UtcMs opened = Now - DayMs;
        const auto ticket = idAt<ChannelId>(opened);
        const TicketFacts facts = wholeTicket(opened);
        QVector<Kind> kinds;
        const auto collect = [&](const ChangeSet &changes) {
            for (const auto &event : changes.events) {
                QCOMPARE(event.ticket, ticket);
                QCOMPARE(event.guild, Guild);
                kinds += event.kind;
            }
        };
        for (const TicketFact &fact : facts)
            collect(store.apply({fact}));
        QCOMPARE(kinds, (QVector<Kind>{Kind::Opened, Kind::FirstReply, Kind::Closed}));
        collect(store.apply(
            {{Guild, Fact::Reopened{ticket, opened + HourMs, TimeSource::Receipt, opened + HourMs, true}}}));
        collect(store.apply({closedFact(ticket, opened + 2 * HourMs)}));
        const QVector<Kind> all{Kind::Opened, Kind::FirstReply, Kind::Closed, Kind::Reopened, Kind::Closed};
        QCOMPARE(kinds, all);
        // Again, better known, and after a restart: nothing new.
        collect(store.apply(facts));
        store.close();
        store.open();
        collect(store.apply(facts));
        Fact::Closed audited = std::get<Fact::Closed>(closedFact(ticket, opened + 2 * HourMs).fact);
        audited.atMs -= 50;
        audited.source = TimeSource::Audit;
        collect(store.apply({{Guild, audited}}));
        QCOMPARE(kinds, all);
    }

    void eventsFoundWhileCatchingUpSaySo()
    {
        Store store;
        const ChangeSet changes = store.apply(wholeTicket(Now - DayMs), false);
        QCOMPARE(changes.events.size(), 3);
        for (const auto &event : changes.events)
            QVERIFY(!event.live);
    }

    // METRICS M-08: what happened at or after the end of a window is not known in it.
    void aWindowInThePastKnowsNothingOfLater()
    {
        Store store;
        const UtcMs opened = Now - DayMs;
        store.apply(wholeTicket(opened));
        const auto at = [&](UtcMs toMs) {
            const auto rows = store.reader().ticketRows(Guild, {}, {opened - HourMs, toMs});
            return rows.isEmpty() ? TicketRow() : rows.first();
        };
        QCOMPARE(at(opened).id, ChannelId()); // [from, to)
        QCOMPARE(at(opened + 3 * MinuteMs).derived.staffMessages, 0);
        QCOMPARE(at(opened + 3 * MinuteMs).derived.requesterMessages, 1);
        QCOMPARE(at(opened + 3 * MinuteMs).derived.firstResponseAtMs, 0);
        QCOMPARE(at(opened + 5 * MinuteMs).derived.firstResponseAtMs, 0);
        QCOMPARE(at(opened + 5 * MinuteMs + 1).derived.firstResponseAtMs, opened + 5 * MinuteMs);
        QCOMPARE(at(opened + 6 * MinuteMs).derived.requesterMessages, 1);
        QCOMPARE(at(opened + HourMs).derived.requesterMessages, 2);
    }

    // M-08 as a whole: numbers until T are those of a database that learned nothing that happened at T or later.
    void numbersOfThePastAreThoseOfThen_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void numbersOfThePastAreThoseOfThen()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const UtcMs from = Now - 10 * DayMs, to = Now - 5 * DayMs;
        TicketFacts all;
        for (int i = 0; i < 40; ++i) {
            const UtcMs opened = Now - 20 * DayMs + qint64(random() % (20 * 24 * 60)) * MinuteMs;
            const auto ticket = idAt<ChannelId>(opened, i);
            all += ticketFact(ticket, Guild, i % 3 ? Appeals : General);
            UtcMs at = opened;
            for (int n = int(random() % 12); n > 0; --n) {
                at += qint64(random() % (8 * 60)) * MinuteMs + SecondMs * i;
                const bool staff = random() % 2;
                all += messageFact(ticket,
                                   staff              ? (random() % 2 ? Ana : Ben)
                                       : random() % 4 ? Kira
                                                      : Tom,
                                   at, staff ? AuthorKind::Staff : AuthorKind::Guest);
            }
            if (random() % 4)
                all += closedFact(ticket, at + HourMs);
        }
        const auto atOf = [](const TicketFact &fact) {
            if (const auto *ticket = std::get_if<Fact::Ticket>(&fact.fact))
                return ticket->openedAtMs;
            if (const auto *closed = std::get_if<Fact::Closed>(&fact.fact))
                return closed->atMs;
            return std::get<MessageFact>(fact.fact).atMs;
        };
        TicketFacts earlier;
        for (const TicketFact &fact : std::as_const(all)) {
            if (atOf(fact) < to)
                earlier += fact;
        }
        Store now, then;
        now.apply(all);
        then.apply(earlier);
        const auto numbers = [&](const Store &store) {
            const TicketStatistics s = store.reader().statistics(Guild, {}, {from, to});
            QStringList text;
            for (const Average &a : {s.firstResponse, s.resolution, s.resolutionOpenedCohort,
                                     s.messagesPerTicket, s.nextResponse})
                text += u"%1/%2/%3"_s.arg(a.mean.value_or(-1)).arg(a.median.value_or(-1)).arg(a.n);
            for (int n : {s.opened, s.closed, s.openAtStart, s.openAtEnd, s.waitingAtEnd, s.peak.min,
                          s.peak.max, s.unanswered, s.unansweredOpen, s.staffMessages, s.requesterMessages,
                          s.guestMessages, s.oneTouch, s.reopened})
                text += QString::number(n);
            for (const CategoryCount &c : s.byCategory)
                text += u"%1 %2"_s.arg(c.name).arg(c.opened);
            return text;
        };
        QCOMPARE(numbers(now), numbers(then));
        QVERIFY(now.reader().statistics(Guild, {}, {from, to}).opened > 0);
    }

    // UX 3.4: what nobody detected is said by hand, stands in the history and can be taken back exactly.
    void whenStaffWroteIsKeptWithTheTicket() // M-05, M-08
    {
        Store store;
        const UtcMs opened = Now - 2 * DayMs;
        const auto ticket = idAt<ChannelId>(opened);
        const auto own = idAt<ChannelId>(opened + HourMs);
        TicketFacts facts = wholeTicket(opened); // Ana after 5 minutes, closed after 30
        facts += messageFact(ticket, Ben, opened + 20 * MinuteMs, AuthorKind::Staff);
        facts += messageFact(ticket, Ben, opened + 40 * MinuteMs, AuthorKind::Staff); // after the close
        facts += ticketFact(own);
        facts += {Guild, Fact::Requester{own, Ana, RequesterSource::Overwrite, opened + HourMs}};
        facts += messageFact(own, Ana, opened + HourMs + MinuteMs, AuthorKind::Staff); // about her own matter
        store.apply(facts);
        const auto wrote = [&store](Window window) {
            QStringList lines;
            for (const StaffActivity &one : store.reader().staffActivity(Guild, {}, window))
                lines += u"%1 %2 %3"_s
                             .arg(one.ticket == idAt<ChannelId>(Now - 2 * DayMs) ? u"first"_s : u"own"_s,
                                  one.user == Ana ? u"Ana"_s : u"Ben"_s)
                             .arg((one.atMs - (Now - 2 * DayMs)) / MinuteMs);
            return lines;
        };
        const QStringList all{u"first Ana 5"_s, u"first Ben 20"_s};
        QCOMPARE(wrote({0, Now}), all); // everything: walks the table
        QCOMPARE(wrote({opened + 1, Now}), all); // a part: by its indexes
        QCOMPARE(wrote({opened + 6 * MinuteMs, Now}), all.mid(1));
        QCOMPARE(wrote({opened - DayMs, opened + 20 * MinuteMs}), all.mid(0, 1));
        QVERIFY(wrote({opened + HourMs, Now}).isEmpty());
        const auto rows = store.reader().ticketRows(Guild, {}, {0, Now}, Ben);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().id, ticket);
        QVERIFY(store.reader().ticketRows(Guild, {}, {0, opened + MinuteMs}, Ben).isEmpty()); // M-08: not yet
        QVERIFY(store.reader().ticketRows(Guild, {}, {0, Now}, UserId(4711)).isEmpty());
        const auto byBen = store.reader().staffActivity(Guild, {}, {0, Now}, Ben); // of one person alone
        QCOMPARE(byBen.size(), 1);
        QCOMPARE(byBen.first().user, Ben);
        QCOMPARE(byBen.first().atMs, opened + 20 * MinuteMs);
        QVERIFY(store.reader().staffActivity(Guild, {}, {0, Now}, UserId(4711)).isEmpty());
    }

    // Years of tickets in a second: what numbers are made of stands in one index, in the order of openings.
    void numbersOverManyTicketsTouchNoTicket()
    {
        Store store;
        store.apply(wholeTicket(Now - HourMs));
        QSqlQuery query(store.reader().database());
        QVERIFY(query.exec(u"EXPLAIN QUERY PLAN SELECT " TA_NUMBER_COLUMNS
                           " FROM ticket INDEXED BY ticket_opened WHERE ticket.guild_id = 1 "
                           "AND ticket.wipe_id IS NULL AND ticket.known = 1 AND ticket.excluded = 0 "
                           "AND ticket.opened_at >= 0 AND ticket.opened_at < 9"_s));
        QVERIFY(query.next());
        const QString plan = query.value(u"detail"_s).toString();
        QVERIFY2(plan.contains(u"COVERING INDEX ticket_opened"_s), qPrintable(plan));
    }

    // UX 2.6: tickets that cannot be read are no empty history.
    void ticketsThatCannotBeReadAreAFailure()
    {
        Store store;
        store.apply(wholeTicket(Now - HourMs));
        const Window window{0, Now};
        QCOMPARE(store.reader().ticketRows(Guild, {}, window).size(), 1);
        QVERIFY(!takeReadFailure());
        QCOMPARE(store.error(u"DROP INDEX ticket_opened"_s), QString());
        QVERIFY(store.reader().ticketRows(Guild, {}, window).isEmpty());
        const std::optional<Error> failure = takeReadFailure();
        QVERIFY(failure && !failure->text.isEmpty());
        QCOMPARE(store.reader().statistics(Guild, {}, window).opened, 0);
        QVERIFY(takeReadFailure());
    }

    // S-10: a database of before is given what the newer schema keeps.
    void whenStaffWroteIsFilledInByMigration()
    {
        Store store;
        for (int i = 1; i <= 20; ++i)
            store.apply(wholeTicket(Now - i * HourMs));
        const QStringList before = store.dump();
        QCOMPARE(store.reader().staffActivity(Guild, {}, {0, Now}).size(), 20);
        QCOMPARE(store.error(u"ALTER TABLE ticket DROP COLUMN staff_wrote"_s), QString());
        QCOMPARE(store.error(u"PRAGMA user_version=4"_s), QString());
        store.close();
        store.open();
        QCOMPARE(store.dump(), before);
    }

    void whoClosedATicketCanBeSaidByHand()
    {
        Store store;
        const auto ticket = idAt<ChannelId>(Now - DayMs);
        store.apply({ticketFact(ticket)});
        const Actor dana{{}, u"dana"_s, true};
        const CloseByHand ana{UserId(77), u"Ana"_s, u"solved by phone"_s};
        const auto say = [&](const CloseByHand &said) {
            return store.write([&](Writer &w) { return w.setCloseByHand(Guild, ticket, said, dana); });
        };
        const auto record = [&] { return store.reader().ticket(Guild, ticket)->row.ticket; };
        QCOMPARE(say(ana).error().kind, ErrorKind::NotFound); // it is open
        store.apply({closedFact(ticket, Now - HourMs)});
        QVERIFY(record().closeReason.isEmpty());
        QVERIFY(say(ana).ok());
        QCOMPARE(record().closedBy, UserId(77));
        QCOMPARE(record().closedByName, u"Ana"_s);
        QCOMPARE(record().closeReason, u"solved by phone"_s);
        QCOMPARE(closeByHand(record()), ana);
        // The audit log's word comes later and loses: a person was asked to know better.
        Fact::CloseDetails audit;
        audit.ticket = ticket;
        audit.reason = u"cleaning up"_s;
        audit.atMs = Now - HourMs;
        store.apply({{Guild, audit}});
        QCOMPARE(record().closeReason, u"solved by phone"_s);
        const HistoryRow row = store.reader().history(Guild, 0, 1).first();
        QCOMPARE(row.kind, u"close_details"_s);
        QCOMPARE(row.after.value(u"reason"_s).toString(), u"solved by phone"_s);
        QVERIFY(!row.before.contains(u"reason"_s));
        QVERIFY(say({}).ok());
        QCOMPARE(closeByHand(record()), CloseByHand());
        QCOMPARE(record().closeReason, u"cleaning up"_s);
        QVERIFY(!record().closedBy);
    }

    // The rows of a window: opened in it, open in it, closed in it; nothing else.
    void aWindowHoldsWhatOverlapsIt_data()
    {
        QTest::addColumn<qint64>("openedMs");
        QTest::addColumn<qint64>("closedMs"); // 0 = open
        QTest::addColumn<bool>("inside");
        const UtcMs from = Now - 2 * DayMs, to = Now - DayMs;
        QTest::newRow("long before") << from - 2 * DayMs << from - DayMs << false;
        QTest::newRow("closed at the start") << from - DayMs << from << true;
        QTest::newRow("before, closed inside") << from - DayMs << from + HourMs << true;
        QTest::newRow("before, still open") << from - DayMs << qint64(0) << true;
        QTest::newRow("before, closed after") << from - DayMs << to + HourMs << true;
        QTest::newRow("inside") << from + HourMs << from + 2 * HourMs << true;
        QTest::newRow("opened at the start") << from << qint64(0) << true;
        QTest::newRow("opened at the end") << to << qint64(0) << false;
        QTest::newRow("after") << to + HourMs << to + 2 * HourMs << false;
        QTest::newRow("closed before it opened") << from + HourMs << from - HourMs << true;
    }
    void aWindowHoldsWhatOverlapsIt()
    {
        QFETCH(qint64, openedMs);
        QFETCH(qint64, closedMs);
        QFETCH(bool, inside);
        Store store;
        const auto ticket = idAt<ChannelId>(openedMs);
        store.apply({ticketFact(ticket)});
        if (closedMs)
            store.apply({closedFact(ticket, closedMs)});
        QCOMPARE(store.reader().ticketRows(Guild, {}, {Now - 2 * DayMs, Now - DayMs}).size(), inside ? 1 : 0);
        QVERIFY(store.reader().ticketRows(OtherGuild, {}, {Now - 2 * DayMs, Now - DayMs}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TicketStoreTest)
#include "tst_ticketstore.moc"
