// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tickets/memorystore.h"

#include "bot/tickets/statistics.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr UserId Kira{300}, Ana{200}, Ben{201};
constexpr UtcMs To = 1'776'254'400'000; // 2026-04-15T12:00:00Z
constexpr UtcMs From = To - 7 * DayMs;
const Window week{From, To};

Spell spell(UtcMs opened, UtcMs closed = 0, TimeSource source = TimeSource::Audit, UtcMs notBefore = 0)
{
    Spell s;
    s.openedAtMs = opened;
    s.closedAtMs = closed;
    s.closedSource = source;
    s.closedNotBeforeMs = notBefore;
    return s;
}

TicketRow ticket(const QVector<Spell> &spells)
{
    TicketRow row;
    row.id = ChannelId(quint64(spells.first().openedAtMs));
    row.spells = spells;
    row.category = ChannelId(5);
    row.categoryName = u"Appeals"_s;
    row.derived.waitingSinceMs = spells.first().openedAtMs;
    return row;
}

TicketRow answered(const QVector<Spell> &spells, UtcMs answeredAt, UserId by = Ana)
{
    TicketRow row = ticket(spells);
    row.derived.firstResponseAtMs = answeredAt;
    row.derived.firstResponder = by;
    row.derived.staffMessages = 1;
    row.derived.staffTurns = 1;
    row.derived.staff = {{by, 1}};
    row.derived.lastStaff = by;
    row.derived.lastStaffAtMs = answeredAt;
    row.derived.waitingSinceMs = 0;
    return row;
}

TicketRow inCategory(TicketRow row, quint64 category, const QString &name)
{
    row.category = ChannelId(category);
    row.categoryName = name;
    return row;
}

TicketStatistics over(const QVector<TicketRow> &rows, Window window = week)
{
    return statistics(rows, {}, window);
}

using Rows = QVector<TicketRow>;

// The history in tests/data, as an import would record it.
struct LegacyTicket
{
    TicketRecord record;
    QVector<MessageFact> messages;
};

QVector<LegacyTicket> legacyHistory(bool openersKnown)
{
    constexpr quint64 TicketBot = 1325579039888511056;
    QFile file(QStringLiteral(TA_TEST_DATA "/bothistory.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QMap<ChannelId, LegacyTicket> all;
    quint64 row = 0;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const QStringList f = line.split(u'\t');
        if (f.first() == u"T"_s) {
            Fact::Ticket opening;
            opening.ticket = ChannelId::fromText(f[1]);
            opening.openedAtMs = f[2].toLongLong() * SecondMs;
            opening.quality = Quality::Legacy;
            opening.categoryName = f[4];
            LegacyTicket &one = all[opening.ticket];
            one.record = newTicketRecord(GuildId(1), opening);
            if (!f[3].isEmpty()) {
                Fact::Closed closed;
                closed.ticket = opening.ticket;
                closed.kind = EndKind::Legacy;
                closed.source = TimeSource::Legacy;
                closed.atMs = f[3].toLongLong() * SecondMs;
                apply(one.record, {GuildId(1), closed});
            }
            if (openersKnown && !f[5].isEmpty())
                apply(one.record,
                      {GuildId(1),
                       Fact::Requester{opening.ticket, UserId::fromText(f[5]), RequesterSource::Legacy}});
        } else if (f.first() == u"M"_s) {
            MessageFact m;
            m.id = MessageId(++row);
            m.ticket = ChannelId::fromText(f[1]);
            m.author = UserId::fromText(f[2]);
            m.kind = m.author.value == TicketBot ? AuthorKind::Bot
                : f[3] == u"1"_s                 ? AuthorKind::Staff
                                                 : AuthorKind::Guest;
            m.staffSource = StaffSource::Legacy;
            m.quality = Quality::Legacy;
            m.atMs = f[4].toLongLong() * SecondMs;
            all[m.ticket].messages.append(m);
        }
    }
    return all.values().toVector();
}

Rows legacyRows(const QVector<LegacyTicket> &history, UtcMs toMs, const QString &category = {})
{
    Rows rows;
    for (LegacyTicket one : history) {
        one.record.derived = fold(one.record, one.messages, toMs);
        if (category.isEmpty() || one.record.categoryName == category)
            rows.append(ticketRow(one.record));
    }
    return rows;
}

// What the figures are compared with: seconds, rounded to milliseconds.
QString seconds(const std::optional<double> &ms)
{
    return ms ? QString::number(*ms / 1000, 'f', 3) : u"-"_s;
}

// A few hundred tickets of every kind, for comparing two ways to the same number.
Rows randomRows(quint32 seed, int count)
{
    std::mt19937 random(seed);
    const auto below = [&random](qint64 n) { return qint64(random() % quint64(n)); };
    Rows rows;
    for (int i = 0; i < count; ++i) {
        UtcMs at = From - 2 * DayMs + below(10 * DayMs / 1000) * 1000;
        QVector<Spell> spells;
        const qint64 kinds = 1 + below(3);
        for (qint64 k = 0; k < kinds; ++k) {
            const UtcMs closed = below(4) == 0 ? 0 : at + below(DayMs / 1000) * 1000;
            const bool inferred = closed != 0 && below(5) == 0;
            spells.append(spell(at, closed, inferred ? TimeSource::Inferred : TimeSource::Audit,
                                inferred ? at + (closed - at) / 2 : 0));
            if (closed == 0)
                break;
            at = closed + below(2 * HourMs / 1000) * 1000;
        }
        rows.append(below(3) == 0
                        ? ticket(spells)
                        : answered(spells, spells.first().openedAtMs + below(HourMs / 1000) * 1000));
    }
    return rows;
}

} // namespace

class StatisticsTest : public QObject
{
    Q_OBJECT

private slots:
    void countsInAWindow_data() // M-03, M-08, M-26
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<int>("opened");
        QTest::addColumn<int>("closed");
        QTest::addColumn<int>("atStart");
        QTest::addColumn<int>("atEnd");
        QTest::addColumn<int>("peak");
        const auto row = [](const char *name, const Rows &rows, int opened, int closed, int start, int end,
                            int peak) {
            QTest::newRow(name) << rows << opened << closed << start << end << peak;
        };
        const UtcMs mid = From + DayMs;
        row("nothing", {}, 0, 0, 0, 0, 0);
        row("opened and closed inside", {ticket({spell(mid, mid + 1000)})}, 1, 1, 0, 0, 1);
        row("open all along (U-b)", {ticket({spell(From - DayMs)})}, 0, 0, 1, 1, 1);
        row("opened before, closed inside (U-d)", {ticket({spell(From - DayMs, mid)})}, 0, 1, 1, 0, 1);
        row("opened at from", {ticket({spell(From, mid)})}, 1, 1, 0, 0, 1);
        row("closed at from", {ticket({spell(From - DayMs, From)})}, 0, 1, 0, 0, 0);
        row("closed before from", {ticket({spell(From - DayMs, From - 1)})}, 0, 0, 0, 0, 0);
        row("opened at to", {ticket({spell(To)})}, 0, 0, 0, 0, 0);
        row("opened just before to", {ticket({spell(To - 1)})}, 1, 0, 0, 1, 1);
        row("closed at to is not known", {ticket({spell(mid, To)})}, 1, 0, 0, 1, 1);
        row("closed after to is open", {ticket({spell(mid, To + DayMs)})}, 1, 0, 0, 1, 1);
        row("zero length", {ticket({spell(mid, mid)})}, 1, 1, 0, 0, 0);
        row("zero length at from", {ticket({spell(From, From)})}, 1, 1, 0, 0, 0);
        row("invalid", {ticket({spell(mid, mid - 1000, TimeSource::Legacy)})}, 1, 0, 0, 0, 0);
        row("invalid, close before from", {ticket({spell(mid, From - DayMs, TimeSource::Legacy)})}, 1, 0, 0,
            0, 0);
        row("close and open in one instant (U-a)",
            {ticket({spell(mid, mid + 5000)}), ticket({spell(mid + 5000, mid + 9000)})}, 2, 2, 0, 0, 1);
        row("reopened inside", {ticket({spell(mid, mid + 1000), spell(mid + 5000, mid + 9000)})}, 1, 1, 0, 0,
            1);
        row("reopened at to is not known", {ticket({spell(mid, mid + 1000), spell(To)})}, 1, 1, 0, 0, 1);
        row("closed before, reopened inside",
            {ticket({spell(From - DayMs, From - 1000), spell(mid, mid + 1000)})}, 0, 1, 0, 0, 1);
        row("three at once",
            {ticket({spell(mid, mid + 9000)}), ticket({spell(mid + 1000, mid + 9000)}),
             ticket({spell(mid + 8999, mid + 9500)})},
            3, 3, 0, 0, 3);
    }
    void countsInAWindow()
    {
        QFETCH(Rows, rows);
        const TicketStatistics n = over(rows);
        QTEST(n.opened, "opened");
        QTEST(n.closed, "closed");
        QTEST(n.openAtStart, "atStart");
        QTEST(n.openAtEnd, "atEnd");
        QTEST(n.peak.max, "peak");
        QCOMPARE(n.peak.min, n.peak.max);
    }

    void thePeakSaysWhenAndHowLong()
    {
        const UtcMs mid = From + DayMs;
        Peak peak =
            over({ticket({spell(mid, mid + 60'000)}), ticket({spell(mid + 20'000, mid + 50'000)})}).peak;
        QCOMPARE(peak.max, 2);
        QCOMPARE(peak.atMs, mid + 20'000);
        QCOMPARE(peak.lastedMs, 30'000);
        // Reached twice: the first time counts.
        peak = over({ticket({spell(mid, mid + 1000)}), ticket({spell(mid + 5000, mid + 9000)})}).peak;
        QCOMPARE(peak.atMs, mid);
        QCOMPARE(peak.lastedMs, 1000);
        // From the start, to the end.
        peak = over({ticket({spell(From - DayMs)})}).peak;
        QCOMPARE(peak.atMs, From);
        QCOMPARE(peak.lastedMs, 7 * DayMs);
        QCOMPARE(over({}).peak.atMs, 0);
        // Another ticket takes over in the same instant: it goes on.
        peak = over({ticket({spell(mid, mid + 1000)}), ticket({spell(mid + 1000, mid + 3000)})}).peak;
        QCOMPARE(peak.max, 1);
        QCOMPARE(peak.lastedMs, 3000);
    }

    void unknownClosesMakeThePeakAnInterval() // 2.6
    {
        const UtcMs mid = From + DayMs;
        const TicketStatistics n = over({ticket({spell(mid, mid + 9000, TimeSource::Inferred, mid + 1000)}),
                                         ticket({spell(mid + 5000, mid + 8000)})});
        QCOMPARE(n.peak.min, 1);
        QCOMPARE(n.peak.max, 2);
        QCOMPARE(n.closed, 2);
        QCOMPARE(n.resolution.n, 1); // an interval is no duration
        QCOMPARE(n.withoutResolutionData, 1);
    }

    void emptyMeansAreAbsent() // M-20
    {
        const TicketStatistics n = over({ticket({spell(From - DayMs)})});
        for (const Average &average : {n.firstResponse, n.resolution, n.resolutionOpenedCohort,
                                       n.messagesPerTicket, n.nextResponse, n.rating}) {
            QCOMPARE(average.n, 0);
            QVERIFY(!average.mean && !average.median && !average.p90);
        }
        QCOMPARE(n.opened, 0);
        QVERIFY(n.byCategory.isEmpty());
    }

    void percentilesInterpolate_data() // M-20: R-7
    {
        QTest::addColumn<QVector<double>>("values");
        QTest::addColumn<double>("median");
        QTest::addColumn<double>("p90");
        using Values = QVector<double>;
        QTest::newRow("one") << Values{7} << 7.0 << 7.0;
        QTest::newRow("two") << Values{20, 10} << 15.0 << 19.0;
        QTest::newRow("three") << Values{3, 1, 2} << 2.0 << 2.8;
        QTest::newRow("four") << Values{40, 10, 30, 20} << 25.0 << 37.0;
        QTest::newRow("eleven") << Values{11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1} << 6.0 << 10.0;
        QTest::newRow("all the same") << Values{5, 5, 5, 5} << 5.0 << 5.0;
    }
    void percentilesInterpolate()
    {
        QFETCH(QVector<double>, values);
        QFETCH(double, median);
        QFETCH(double, p90);
        const Average average = averageOf(values);
        QCOMPARE(*average.median, median);
        QCOMPARE(*average.p90, p90);
        std::sort(values.begin(), values.end());
        QCOMPARE(percentile(values, 0.5), median);
        QCOMPARE(percentile(values, 0.9), p90);
    }

    void firstResponses_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("unanswered");
        QTest::addColumn<int>("unansweredOpen");
        QTest::addColumn<int>("within");
        const UtcMs mid = From + DayMs;
        const auto row = [](const char *name, const Rows &rows, int n, int unanswered, int open, int within) {
            QTest::newRow(name) << rows << n << unanswered << open << within;
        };
        row("in time", {answered({spell(mid)}, mid + 10 * MinuteMs)}, 1, 0, 0, 1);
        row("late", {answered({spell(mid)}, mid + 10 * MinuteMs + 1)}, 1, 0, 0, 0);
        row("not yet", {ticket({spell(mid)})}, 0, 1, 1, 0);
        row("closed unanswered", {ticket({spell(mid, mid + 1000)})}, 0, 1, 0, 0);
        row("not of the cohort", {answered({spell(From - 1000)}, mid)}, 0, 0, 0, 0);
        row("answered at to is not known", {answered({spell(mid)}, To)}, 0, 1, 1, 0);
        TicketRow hole = ticket({spell(mid, mid + 1000)});
        hole.messagesMissing = true;
        row("nobody could read it", {hole}, 0, 0, 0, 0);
        TicketRow partly = answered({spell(mid, mid + 1000)}, mid + 500);
        partly.messagesMissing = true;
        row("answered before the hole", {partly}, 1, 0, 0, 1);
    }
    void firstResponses()
    {
        QFETCH(Rows, rows);
        const TicketStatistics n = over(rows);
        QTEST(n.firstResponse.n, "n");
        QTEST(n.unanswered, "unanswered");
        QTEST(n.unansweredOpen, "unansweredOpen");
        QTEST(n.withinTarget, "within");
        QCOMPARE(n.withoutResponseData, n.opened - n.firstResponse.n - n.unanswered);
    }

    void resolutionIsOfWhatWasClosed()
    {
        const UtcMs mid = From + DayMs;
        const Rows rows = {
            ticket({spell(From - DayMs, mid)}), // 2 days, opened before
            ticket({spell(mid, mid + HourMs)}), // 1 hour
            ticket({spell(mid, mid + HourMs),
                    spell(mid + 2 * HourMs, mid + 3 * HourMs)}), // last close - first open
            ticket({spell(mid, mid + HourMs), spell(mid + 2 * HourMs)}), // open again
            ticket({spell(mid, mid - HourMs, TimeSource::Legacy)}), // invalid
            ticket({spell(mid)}), // open
        };
        const TicketStatistics n = over(rows);
        QCOMPARE(n.resolution.n, 4);
        QCOMPARE(*n.resolution.mean, double(2 * DayMs + HourMs + 3 * HourMs + HourMs) / 4);
        QCOMPARE(n.resolutionOpenedCohort.n, 3);
        QCOMPARE(*n.resolutionOpenedCohort.mean, double(HourMs + 3 * HourMs + HourMs) / 3);
        QCOMPARE(n.invalid, 1);
        QCOMPARE(n.closed, 4);
    }

    void reopensWithinSevenDays_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<int>("reopened");
        const UtcMs mid = From + HourMs;
        QTest::newRow("soon") << Rows{ticket({spell(mid, mid + 1000), spell(mid + 2000)})} << 1;
        QTest::newRow("twice is once")
            << Rows{ticket({spell(mid, mid + 1000), spell(mid + 2000, mid + 3000), spell(mid + 4000)})} << 1;
        QTest::newRow("after to") << Rows{ticket({spell(mid, mid + 1000), spell(To)})} << 0;
        QTest::newRow("closed before from")
            << Rows{ticket({spell(From - DayMs, From - 1000), spell(mid, mid + 1000)})} << 0;
        QTest::newRow("never") << Rows{ticket({spell(mid, mid + 1000)})} << 0;
    }
    void reopensWithinSevenDays()
    {
        QFETCH(Rows, rows);
        QTEST(over(rows).reopened, "reopened");
    }

    void aReopeningAfterEightDaysIsNone()
    {
        const Window month{To - 30 * DayMs, To};
        const UtcMs start = month.fromMs + HourMs;
        QCOMPARE(
            over({ticket({spell(start, start + 1000), spell(start + 1000 + 7 * DayMs)})}, month).reopened, 1);
        QCOMPARE(
            over({ticket({spell(start, start + 1000), spell(start + 1001 + 7 * DayMs)})}, month).reopened, 0);
    }

    void oneTouchNeedsOneTurnAndAClose()
    {
        const UtcMs mid = From + DayMs;
        TicketRow two = answered({spell(mid, mid + 9000)}, mid + 1000);
        two.derived.staffTurns = 2;
        const Rows rows = {answered({spell(mid, mid + 9000)}, mid + 1000), two,
                           answered({spell(mid)}, mid + 1000), ticket({spell(mid, mid + 9000)}),
                           answered({spell(mid, mid + 2000), spell(mid + 5000, mid + 9000)}, mid + 1000)};
        QCOMPARE(over(rows).oneTouch, 1);
    }

    void messagesAreSplitAndZerosCount()
    {
        const UtcMs mid = From + DayMs;
        TicketRow busy = answered({spell(mid)}, mid + 1000);
        busy.derived.staffMessages = 3;
        busy.derived.requesterMessages = 4;
        busy.derived.guestMessages = 2;
        busy.derived.unknownMessages = 1;
        TicketRow old = answered({spell(From - DayMs)}, mid);
        TicketRow hole = ticket({spell(mid, mid + 1000)});
        hole.messagesMissing = true;
        const TicketStatistics n = over({busy, ticket({spell(mid)}), old, hole});
        QCOMPARE(n.messagesTotal, 10);
        QCOMPARE(n.staffMessages, 3);
        QCOMPARE(n.requesterMessages, 4);
        QCOMPARE(n.guestMessages, 2);
        QCOMPARE(n.unknownMessages, 1);
        QCOMPARE(n.messagesPerTicket.n, 2); // the unread one is a hole, not a zero
        QCOMPARE(*n.messagesPerTicket.mean, 5.0);
        QCOMPARE(*n.messagesPerTicket.median, 5.0);
    }

    void nextResponseIsPerTurn() // U-e
    {
        const UtcMs mid = From + DayMs;
        TicketRow row = answered({spell(mid)}, mid + 1000);
        row.derived.turns = {{mid, mid + 1000}, {mid + 5000, mid + 8000}, {mid + 9000, 0}, {mid + 9500, To}};
        const TicketStatistics n = over({row});
        QCOMPARE(n.nextResponse.n, 2);
        QCOMPARE(*n.nextResponse.mean, 2000.0);
    }

    void categoriesAddUp() // M-23, U-n
    {
        const UtcMs mid = From + DayMs;
        const Rows rows = {
            inCategory(ticket({spell(mid)}), 5, u"Appeals"_s),
            inCategory(ticket({spell(mid + 1000, mid + 2000)}), 5, u"Ban appeals"_s), // renamed since
            inCategory(ticket({spell(mid)}), 0, u"Old reports"_s), // only an import knows it
            inCategory(ticket({spell(mid)}), 0, u"Old reports"_s),
            inCategory(ticket({spell(mid)}), 0, {}),
            inCategory(ticket({spell(From - DayMs, mid)}), 9, u"Quiet"_s),
        };
        const TicketStatistics n = over(rows);
        QCOMPARE(n.byCategory.size(), 3);
        int sum = 0;
        for (const CategoryCount &one : n.byCategory)
            sum += one.opened;
        QCOMPARE(sum, n.opened);
        QCOMPARE(n.byCategory[0].name, u"Ban appeals"_s);
        QCOMPARE(n.byCategory[0].opened, 2);
        QCOMPARE(n.byCategory[0].closed, 1);
        QCOMPARE(n.byCategory[0].openNow, 1);
        QCOMPARE(n.byCategory[1].name, u"Old reports"_s);
        QCOMPARE(n.byCategory[1].opened, 2);
        QVERIFY(n.byCategory[2].name.isEmpty()); // None
        StatisticsOptions options;
        options.allCategories = true;
        const TicketStatistics all = statistics(rows, {}, week, options);
        QCOMPARE(all.byCategory.size(), 4);
        QCOMPARE(all.byCategory[3].name, u"Quiet"_s);
        QCOMPARE(all.byCategory[3].closed, 1);
    }

    void staffAreCreditedForWhatTheyDid()
    {
        const UtcMs mid = From + DayMs;
        TicketRow both = answered({spell(mid)}, mid + 1000, Ana);
        both.derived.staff = {{Ana, 2}, {Ben, 5}};
        both.derived.lastStaff = Ben;
        TicketRow closed = answered({spell(From - DayMs, mid)}, mid - 1000, Ana);
        closed.closedBy = Ben;
        closed.claimedBy = Ana;
        closed.rating = 4;
        TicketRow byRequester = ticket({spell(mid, mid + 1000)});
        byRequester.derived.requester = Kira;
        byRequester.closedBy = Kira;
        const TicketStatistics n = over({both, closed, byRequester});
        QCOMPARE(n.byStaff.size(), 2); // who closes the own ticket is no staff
        const StaffNumbers ben = n.byStaff[0], ana = n.byStaff[1];
        QCOMPARE(ben.user, Ben);
        QCOMPARE(ben.answered, 1);
        QCOMPARE(ben.firstResponses, 0);
        QCOMPARE(ben.messages, 5);
        QCOMPARE(ben.closes, 1);
        QCOMPARE(ben.openNow, 1);
        QCOMPARE(ana.user, Ana);
        QCOMPARE(ana.answered, 1); // the other one was opened before the window
        QCOMPARE(ana.firstResponses, 1);
        QCOMPARE(*ana.firstResponse.median, 1000.0);
        QCOMPARE(ana.rating.n, 1);
        QCOMPARE(*ana.rating.mean, 4.0);
        QCOMPARE(n.rating.n, 1);
    }

    void waitingCountsOpenTicketsOnly()
    {
        const UtcMs mid = From + DayMs;
        const TicketStatistics n = over({ticket({spell(mid)}), answered({spell(mid)}, mid + 1),
                                         ticket({spell(mid, mid + 1000)}), ticket({spell(From - DayMs)})});
        QCOMPARE(n.waitingAtEnd, 2);
    }

    void coverageIsTheUnionOfGaps() // M-07
    {
        const auto gap = [](UtcMs from, UtcMs to, ChannelId channel = {}) {
            CoverageGap g;
            g.fromMs = from;
            g.toMs = to;
            g.channel = channel;
            return g;
        };
        const QVector<CoverageGap> gaps = {gap(From - DayMs, From + DayMs),
                                           gap(From + 12 * HourMs, From + 2 * DayMs), gap(To - DayMs, 0),
                                           gap(From, To, ChannelId(7)), gap(To, To + DayMs)};
        const TicketStatistics n = statistics({}, gaps, week);
        QCOMPARE(n.missingMs, 3 * DayMs);
        QCOMPARE(n.observed, 1.0 - 3.0 / 7.0);
        QCOMPARE(n.gaps, 4);
        QCOMPARE(statistics({}, {}, week).observed, 1.0);
    }

    void theWindowBeforeIsEquallyLong() // M-08, M-21
    {
        const Window window = Window::lastDays(7, To);
        QCOMPARE(window, week);
        QCOMPARE(window.previous(), (Window{From - 7 * DayMs, From}));
    }

    // -- the known history ------------------------------------------------------------------------------------------

    void theKnownHistoryGivesTheKnownFigures_data()
    {
        QTest::addColumn<bool>("openers");
        QTest::addColumn<QString>("category");
        QTest::addColumn<QStringList>("figures");
        QTest::newRow("all") << true << QString()
                             << QStringList{u"17 15 3 4 7"_s,
                                            u"856.357 14 380.000 3"_s,
                                            u"226832.000 15 10800.000"_s,
                                            u"10454.538 13"_s,
                                            u"3.412 58"_s,
                                            u"879.273 22"_s,
                                            u"1"_s};
        QTest::newRow("one category") << true << u"General Tickets"_s
                                      << QStringList{u"8 9 2 1 3"_s,
                                                     u"1559.000 6 440.000 2"_s,
                                                     u"370873.333 9 10800.000"_s,
                                                     u"10184.143 7"_s,
                                                     u"3.750 30"_s,
                                                     u"1506.273 11"_s,
                                                     u"0"_s};
        QTest::newRow("without openers") << false << QString()
                                         << QStringList{u"17 15 3 4 7"_s,
                                                        u"813.500 14 360.000 3"_s,
                                                        u"226832.000 15 10800.000"_s,
                                                        u"10454.538 13"_s,
                                                        u"3.412 58"_s,
                                                        u"892.571 21"_s,
                                                        u"1"_s};
    }
    void theKnownHistoryGivesTheKnownFigures()
    {
        QFETCH(bool, openers);
        QFETCH(QString, category);
        QFETCH(QStringList, figures);
        const auto history = legacyHistory(openers);
        QCOMPARE(history.size(), 59);
        const TicketStatistics n = over(legacyRows(history, To, category));
        QCOMPARE(n.peak.min, n.peak.max);
        QCOMPARE(u"%1 %2 %3 %4 %5"_s.arg(n.opened)
                     .arg(n.closed)
                     .arg(n.openAtStart)
                     .arg(n.openAtEnd)
                     .arg(n.peak.max),
                 figures[0]);
        QCOMPARE(u"%1 %2 %3 %4"_s.arg(seconds(n.firstResponse.mean))
                     .arg(n.firstResponse.n)
                     .arg(seconds(n.firstResponse.median))
                     .arg(n.unanswered),
                 figures[1]);
        QCOMPARE(u"%1 %2 %3"_s.arg(seconds(n.resolution.mean))
                     .arg(n.resolution.n)
                     .arg(seconds(n.resolution.median)),
                 figures[2]);
        QCOMPARE(u"%1 %2"_s.arg(seconds(n.resolutionOpenedCohort.mean)).arg(n.resolutionOpenedCohort.n),
                 figures[3]);
        QCOMPARE(u"%1 %2"_s.arg(*n.messagesPerTicket.mean, 0, 'f', 3).arg(n.messagesTotal), figures[4]);
        QCOMPARE(u"%1 %2"_s.arg(seconds(n.nextResponse.mean)).arg(n.nextResponse.n), figures[5]);
        QCOMPARE(QString::number(n.invalid), figures[6]);
        if (category.isEmpty()) {
            QVector<int> opened;
            for (const CategoryCount &one : n.byCategory)
                opened.append(one.opened);
            QCOMPARE(opened, (QVector<int>{8, 4, 3, 1, 1}));
        }
    }

    // -- series -----------------------------------------------------------------------------------------------------

    void daysLieBetweenLocalMidnights_data() // M-22, U-p
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QVector<int>>("hours");
        using Hours = QVector<int>;
        QTest::newRow("clocks go forward") << u"2026-03-28T00:00:00+01:00"_s << u"2026-03-31T00:00:00+02:00"_s
                                           << QByteArray("Europe/Berlin") << Hours{24, 23, 24};
        QTest::newRow("clocks go back") << u"2026-10-24T00:00:00+02:00"_s << u"2026-10-27T00:00:00+01:00"_s
                                        << QByteArray("Europe/Berlin") << Hours{24, 25, 24};
        QTest::newRow("no such midnight") << u"2018-11-03T00:00:00-03:00"_s << u"2018-11-06T00:00:00-02:00"_s
                                          << QByteArray("America/Sao_Paulo") << Hours{24, 23, 24};
        QTest::newRow("UTC") << u"2026-03-28T00:00:00Z"_s << u"2026-03-31T00:00:00Z"_s << QByteArray("UTC")
                             << Hours{24, 24, 24};
        QTest::newRow("cut at both ends")
            << u"2026-03-28T18:00:00Z"_s << u"2026-03-30T06:00:00Z"_s << QByteArray("UTC") << Hours{6, 24, 6};
    }
    void daysLieBetweenLocalMidnights()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QByteArray, zone);
        const Window window{QDateTime::fromString(from, Qt::ISODate).toMSecsSinceEpoch(),
                            QDateTime::fromString(to, Qt::ISODate).toMSecsSinceEpoch()};
        QVector<int> hours;
        UtcMs reached = window.fromMs;
        const auto buckets = bucketsOf(window, BucketSize::Day, QTimeZone(zone));
        for (const Window &one : buckets) {
            QCOMPARE(one.fromMs, reached);
            reached = one.toMs;
            hours.append(int((one.toMs - one.fromMs) / HourMs));
        }
        QCOMPARE(reached, window.toMs);
        QTEST(hours, "hours");
    }

    void bucketsFitTheirUnit_data()
    {
        QTest::addColumn<BucketSize>("size");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("firstEnd");
        QTest::newRow("hour") << BucketSize::Hour << QByteArray("UTC") << u"2026-04-08T13:00:00Z"_s;
        QTest::newRow("hour, zone of half hours")
            << BucketSize::Hour << QByteArray("Asia/Kolkata") << u"2026-04-08T12:30:00Z"_s;
        QTest::newRow("day") << BucketSize::Day << QByteArray("America/New_York")
                             << u"2026-04-09T04:00:00Z"_s;
        QTest::newRow("week from Monday")
            << BucketSize::Week << QByteArray("UTC") << u"2026-04-13T00:00:00Z"_s;
        QTest::newRow("month") << BucketSize::Month << QByteArray("UTC") << u"2026-05-01T00:00:00Z"_s;
    }
    void bucketsFitTheirUnit()
    {
        QFETCH(BucketSize, size);
        QFETCH(QByteArray, zone);
        QFETCH(QString, firstEnd);
        const auto buckets = bucketsOf({From, From + 90 * DayMs}, size, QTimeZone(zone));
        QCOMPARE(buckets.first().toMs, QDateTime::fromString(firstEnd, Qt::ISODate).toMSecsSinceEpoch());
    }

    void weeksBeginOnTheDayThatIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<Qt::DayOfWeek>("weekStart");
        QTest::addColumn<QStringList>("begins"); // local, the first one where the window begins
        QTest::addColumn<QVector<int>>("hours");
        const auto row = [](const char *name, const char *zone, const QString &from, const QString &to,
                            Qt::DayOfWeek weekStart, const QStringList &begins, const QVector<int> &hours) {
            QTest::newRow(name) << QByteArray(zone) << from << to << weekStart << begins << hours;
        };
        // Sunday 25 October 2026 has 25 hours in London; the window goes from Thursday 15th noon to Monday 2nd noon.
        const QString autumn = u"2026-10-15T11:00:00Z"_s, november = u"2026-11-02T12:00:00Z"_s;
        row("longer Sunday, from Monday", "Europe/London", autumn, november, Qt::Monday,
            {u"Thu 2026-10-15 12:00"_s, u"Mon 2026-10-19 00:00"_s, u"Mon 2026-10-26 00:00"_s,
             u"Mon 2026-11-02 00:00"_s},
            {84, 169, 168, 12});
        row("longer Sunday, from Sunday", "Europe/London", autumn, november, Qt::Sunday,
            {u"Thu 2026-10-15 12:00"_s, u"Sun 2026-10-18 00:00"_s, u"Sun 2026-10-25 00:00"_s,
             u"Sun 2026-11-01 00:00"_s},
            {60, 168, 169, 36});
        row("longer Sunday, from Saturday", "Europe/London", autumn, november, Qt::Saturday,
            {u"Thu 2026-10-15 12:00"_s, u"Sat 2026-10-17 00:00"_s, u"Sat 2026-10-24 00:00"_s,
             u"Sat 2026-10-31 00:00"_s},
            {36, 168, 169, 60});
        // Sunday 8 March 2026 has 23 hours in New York.
        const QString spring = u"2026-03-01T05:00:00Z"_s, march = u"2026-03-16T04:00:00Z"_s;
        row("shorter Sunday, from Monday", "America/New_York", spring, march, Qt::Monday,
            {u"Sun 2026-03-01 00:00"_s, u"Mon 2026-03-02 00:00"_s, u"Mon 2026-03-09 00:00"_s},
            {24, 167, 168});
        row("shorter Sunday, from Sunday", "America/New_York", spring, march, Qt::Sunday,
            {u"Sun 2026-03-01 00:00"_s, u"Sun 2026-03-08 00:00"_s, u"Sun 2026-03-15 00:00"_s},
            {168, 167, 24});
        row("shorter Sunday, from Saturday", "America/New_York", spring, march, Qt::Saturday,
            {u"Sun 2026-03-01 00:00"_s, u"Sat 2026-03-07 00:00"_s, u"Sat 2026-03-14 00:00"_s},
            {144, 167, 48});
        // The clocks of Cairo skip an hour at midnight: Friday 24 April 2026 begins at 1.
        row("a day without midnight", "Africa/Cairo", u"2026-04-19T22:00:00Z"_s, u"2026-04-26T21:00:00Z"_s,
            Qt::Friday, {u"Mon 2026-04-20 00:00"_s, u"Fri 2026-04-24 01:00"_s}, {96, 71});
        // New Year's Day 2027 is a Friday: no week ends there.
        const QString december = u"2026-12-23T00:00:00Z"_s, january = u"2027-01-06T00:00:00Z"_s;
        row("New Year, from Monday", "UTC", december, january, Qt::Monday,
            {u"Wed 2026-12-23 00:00"_s, u"Mon 2026-12-28 00:00"_s, u"Mon 2027-01-04 00:00"_s},
            {120, 168, 48});
        row("New Year, from Sunday", "UTC", december, january, Qt::Sunday,
            {u"Wed 2026-12-23 00:00"_s, u"Sun 2026-12-27 00:00"_s, u"Sun 2027-01-03 00:00"_s}, {96, 168, 72});
        row("New Year, from Saturday", "UTC", december, january, Qt::Saturday,
            {u"Wed 2026-12-23 00:00"_s, u"Sat 2026-12-26 00:00"_s, u"Sat 2027-01-02 00:00"_s}, {72, 168, 96});
    }
    void weeksBeginOnTheDayThatIsAskedFor() // M-22, UX 3.10
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(Qt::DayOfWeek, weekStart);
        const QTimeZone place(zone);
        const Window window{QDateTime::fromString(from, Qt::ISODate).toMSecsSinceEpoch(),
                            QDateTime::fromString(to, Qt::ISODate).toMSecsSinceEpoch()};
        QStringList begins;
        QVector<int> hours;
        const auto buckets = series({}, {}, window, BucketSize::Week, place, weekStart);
        for (const Bucket &one : buckets) {
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(one.fromMs, place);
            begins.append(QLocale::c().toString(local, u"ddd yyyy-MM-dd HH:mm"_s));
            hours.append(int((one.toMs - one.fromMs) / HourMs));
        }
        QTEST(begins, "begins");
        QTEST(hours, "hours");
        QCOMPARE(buckets.last().toMs, window.toMs);
    }

    void theLengthDecidesTheBucket() // UX 2.10
    {
        QCOMPARE(bucketSizeFor(Window::lastDays(2, To)), BucketSize::Hour);
        QCOMPARE(bucketSizeFor(Window::lastDays(3, To)), BucketSize::Day);
        QCOMPARE(bucketSizeFor(Window::lastDays(45, To)), BucketSize::Day);
        QCOMPARE(bucketSizeFor(Window::lastDays(46, To)), BucketSize::Week);
        QCOMPARE(bucketSizeFor(Window::lastDays(400, To)), BucketSize::Week);
        QCOMPARE(bucketSizeFor(Window::lastDays(401, To)), BucketSize::Month);
        QVERIFY(series({}, {}, {To, To}, BucketSize::Day, QTimeZone::utc()).isEmpty());
    }

    void everyBucketAgreesWithItsOwnStatistics()
    {
        const QTimeZone zone("Europe/Berlin");
        for (quint32 seed = 1; seed <= 40; ++seed) {
            const Rows rows = randomRows(seed, 200);
            const auto buckets = series(rows, {}, week, BucketSize::Day, zone);
            QCOMPARE(buckets.size(), 8);
            QVERIFY(buckets.first().partial && buckets.last().partial && !buckets[3].partial);
            for (const Bucket &bucket : buckets) {
                const TicketStatistics n = over(rows, {bucket.fromMs, bucket.toMs});
                QCOMPARE(bucket.opened, n.opened);
                QCOMPARE(bucket.closed, n.closed);
                QCOMPARE(bucket.openAtEnd, n.openAtEnd);
                QCOMPARE(bucket.peakOpen, n.peak.max);
                QCOMPARE(bucket.resolution.n, n.resolution.n);
                if (n.resolution.n > 0)
                    QCOMPARE(*bucket.resolution.mean, *n.resolution.mean);
            }
        }
    }

    void openAtTheEndFollowsFromTheRest()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            const Rows rows = randomRows(seed, 60);
            const TicketStatistics n = over(rows);
            // Against a count that knows nothing of events: look at every second something happens.
            int peak = 0;
            for (const TicketRow &row : rows) {
                for (const Spell &s : row.spells) {
                    for (const UtcMs t : {From, s.openedAtMs}) {
                        if (t < From || t >= To)
                            continue;
                        int open = 0;
                        for (const TicketRow &other : rows) {
                            for (const Spell &o : other.spells)
                                open +=
                                    o.openedAtMs <= t && (o.open() || o.closedAtMs >= To || o.closedAtMs > t)
                                    ? 1
                                    : 0;
                        }
                        peak = std::max(peak, open);
                    }
                }
            }
            QCOMPARE(n.peak.max, peak);
            QVERIFY(n.peak.min <= n.peak.max);
            QVERIFY(n.openAtStart <= n.peak.max && n.openAtEnd <= n.peak.max);
            QCOMPARE(n.opened, n.firstResponse.n + n.unanswered);
        }
    }

    void aWholeHistoryIsQuick()
    {
        const Rows rows = randomRows(7, 200'000);
        QElapsedTimer timer;
        timer.start();
        const TicketStatistics n = over(rows);
        const qint64 took = timer.elapsed();
        QVERIFY(n.opened > 0);
        qInfo("200 000 tickets in %lld ms", took);
        QVERIFY2(took < 5000, "far beyond what even a busy machine needs");
    }
};

QTEST_GUILESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
