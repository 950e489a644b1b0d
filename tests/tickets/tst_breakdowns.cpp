// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/breakdowns.h"

#include <QDateTime>
#include <QTest>

#include <numeric>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr UserId Ana{200}, Ben{201};
constexpr UtcMs To = 1'776'254'400'000; // Wednesday 2026-04-15 12:00 UTC
constexpr UtcMs From = To - 7 * DayMs;
const Window week{From, To};

Spell spell(UtcMs opened, UtcMs closed = 0, TimeSource source = TimeSource::Audit)
{
    Spell s;
    s.openedAtMs = opened;
    s.closedAtMs = closed;
    s.closedSource = source;
    if (source == TimeSource::Inferred)
        s.closedNotBeforeMs = opened;
    return s;
}

TicketRow ticket(quint64 id, const QVector<Spell> &spells, int messages = 0)
{
    TicketRow row;
    row.id = ChannelId(id);
    row.spells = spells;
    row.category = ChannelId(5);
    row.categoryName = u"Appeals"_s;
    row.derived.requesterMessages = messages;
    return row;
}

TicketRow answered(TicketRow row, qint64 after, UserId by = Ana)
{
    row.derived.firstResponseAtMs = row.spells.first().openedAtMs + after;
    row.derived.firstResponder = by;
    row.derived.staffMessages = 1;
    row.derived.staff = {{by, 1}};
    return row;
}

QVector<int> counts(const QVector<TicketGroup> &groups)
{
    QVector<int> result;
    for (const TicketGroup &group : groups)
        result.append(group.count());
    return result;
}

// Some hundred lives of every kind: open, closed, reopened, inferred, impossible, answered or not.
QVector<TicketRow> manyTickets()
{
    std::mt19937 dice(7); // fixed seed: the same tickets in every run
    const auto upTo = [&](qint64 n) { return qint64(dice() % quint64(n)); };
    QVector<TicketRow> rows;
    for (quint64 id = 1; id <= 400; ++id) {
        const UtcMs opened = From - 3 * DayMs + upTo(10 * DayMs);
        QVector<Spell> spells{spell(opened)};
        if (upTo(4) != 0) {
            spells[0].closedAtMs = opened + upTo(2 * DayMs) - (upTo(30) == 0 ? 3 * DayMs : 0);
            spells[0].closedSource = upTo(6) == 0 ? TimeSource::Inferred : TimeSource::Audit;
            if (upTo(5) == 0 && spells[0].closedAtMs > opened) {
                const UtcMs again = spells[0].closedAtMs + upTo(DayMs) + 1;
                spells.append(spell(again, upTo(2) ? again + upTo(DayMs) : 0));
            }
        }
        TicketRow row = ticket(id, spells, int(upTo(60)));
        row.category = ChannelId(quint64(upTo(3)));
        row.categoryName = row.category ? u"C%1"_s.arg(row.category.value) : upTo(2) ? u"old"_s : QString();
        if (upTo(3) != 0)
            row = answered(row, upTo(5 * HourMs), upTo(2) ? Ana : Ben);
        else
            row.messagesMissing = upTo(4) == 0;
        row.rating = int(upTo(6));
        rows.append(row);
    }
    return rows;
}

} // namespace

class tst_Breakdowns : public QObject
{
    Q_OBJECT

private slots:
    void everyBucketNamesTheTicketsThatItCounts() // UX 37: equal counts
    {
        const QVector<TicketRow> rows = manyTickets();
        const QTimeZone zone("Europe/London");
        for (const BucketSize size : {BucketSize::Hour, BucketSize::Day, BucketSize::Week}) {
            const QVector<Bucket> buckets = series(rows, {}, week, size, zone);
            const auto tickets = bucketTickets(rows, bucketsOf(week, size, zone));
            QCOMPARE(tickets.size(), buckets.size());
            for (int i = 0; i < buckets.size(); ++i) {
                QCOMPARE(int(tickets[i].opened.size()), buckets[i].opened);
                QCOMPARE(int(tickets[i].closed.size()), buckets[i].closed);
                QCOMPARE(int(tickets[i].answered.size()), buckets[i].firstResponse.n);
                QCOMPARE(int(tickets[i].open.size()), buckets[i].peakOpen);
            }
        }
    }

    void everyFigureNamesTheTicketsThatItCounts() // UX 37
    {
        const QVector<TicketRow> rows = manyTickets();
        const TicketStatistics all = statistics(rows, {}, week);
        const CohortTickets tickets = cohortTickets(rows, week);
        QVERIFY(all.opened > 100 && all.closed > 50 && all.withoutResponseData > 0);
        QCOMPARE(int(tickets.opened.size()), all.opened);
        QCOMPARE(int(tickets.closed.size()), all.closed);
        QCOMPARE(int(tickets.answered.size()), all.firstResponse.n);
        QCOMPARE(int(tickets.unanswered.size()), all.unanswered);
        QCOMPARE(int(tickets.withoutResponseData.size()), all.withoutResponseData);
        QCOMPARE(int(tickets.resolved.size()), all.resolution.n);
        QCOMPARE(int(tickets.withoutResolutionData.size()), all.withoutResolutionData);
        QCOMPARE(int(tickets.rated.size()), all.rating.n);

        const auto sum = [](const QVector<int> &numbers) {
            return std::accumulate(numbers.begin(), numbers.end(), 0);
        };
        QCOMPARE(sum(counts(resolutionGroups(rows, week))), all.resolution.n);
        QCOMPARE(sum(counts(messageGroups(rows, week))), all.messagesPerTicket.n);

        const auto byCategory = categoryTickets(rows, week, all.byCategory);
        for (int i = 0; i < all.byCategory.size(); ++i)
            QCOMPARE(int(byCategory[i].opened.size()), all.byCategory[i].opened);
        const auto byStaff = staffTickets(rows, week);
        for (const StaffNumbers &person : all.byStaff)
            QCOMPARE(int(byStaff.value(person.user).size()), person.answered);
    }

    void arrivalsAddUpToTheCohort() // METRICS: arrivals heatmap
    {
        const QVector<TicketRow> rows = manyTickets();
        const TicketStatistics all = statistics(rows, {}, week);
        const WeekHours hours = arrivals(rows, {}, week, QTimeZone("Asia/Kathmandu"));
        int opened = 0, responses = 0;
        double occurrences = 0;
        for (int day = 0; day < 7; ++day) {
            for (int hour = 0; hour < 24; ++hour) {
                const HourCell &cell = hours.at(day, hour);
                opened += int(cell.opened.size());
                responses += int(cell.responses.size());
                occurrences += cell.occurrences;
                QCOMPARE(cell.answered.size(), cell.responses.size());
            }
        }
        QCOMPARE(opened, all.opened);
        QCOMPARE(responses, all.firstResponse.n);
        QCOMPARE(qRound(occurrences), 7 * 24);
    }

    void aHeatmapCellIsALocalHour_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("hour");
        // 2026-04-14T23:40Z, a Tuesday.
        QTest::newRow("UTC") << QByteArray("UTC") << 1 << 23;
        QTest::newRow("London, summer time") << QByteArray("Europe/London") << 2 << 0;
        QTest::newRow("New York") << QByteArray("America/New_York") << 1 << 19;
        QTest::newRow("Kathmandu, 5:45 ahead") << QByteArray("Asia/Kathmandu") << 2 << 5;
    }
    void aHeatmapCellIsALocalHour()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, day);
        QFETCH(int, hour);
        const UtcMs opened = To - 12 * HourMs - 20 * MinuteMs;
        const auto row = answered(ticket(1, {spell(opened)}), 4 * MinuteMs);
        const WeekHours hours = arrivals({row}, {}, week, QTimeZone(zone));
        QCOMPARE(hours.at(day, hour).opened, QVector<ChannelId>{ChannelId(1)});
        QCOMPARE(hours.at(day, hour).responses, QVector<double>{double(4 * MinuteMs)});
    }

    void skippedAndRepeatedHoursOccurLessAndMoreOften() // M-22
    {
        const QTimeZone zone("Europe/London");
        const auto sunday = [&](QDate date) {
            const UtcMs from = date.startOfDay(zone).toMSecsSinceEpoch();
            const UtcMs to = date.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
            return arrivals({}, {}, {from, to}, zone);
        };
        QCOMPARE(sunday({2026, 3, 29}).at(6, 1).occurrences, 0.0); // 01:00 does not exist
        QCOMPARE(sunday({2026, 10, 25}).at(6, 1).occurrences, 2.0);
        QCOMPARE(sunday({2026, 10, 25}).at(6, 2).occurrences, 1.0);
    }

    void anHourThatNobodyObservedDoesNotOccur() // M-07: a hole is no zero
    {
        CoverageGap gap;
        gap.fromMs = To - 3 * HourMs;
        gap.toMs = To - 90 * MinuteMs;
        const WeekHours hours =
            arrivals({}, {gap}, {To - 4 * HourMs, To}, QTimeZone::utc()); // Wednesday 8 to 12
        QCOMPARE(hours.at(2, 8).occurrences, 1.0);
        QCOMPARE(hours.at(2, 9).occurrences, 0.0);
        QCOMPARE(hours.at(2, 10).occurrences, 0.5);
        const StaffHours staff = staffHours({}, {gap}, {To - 4 * HourMs, To}, QTimeZone::utc());
        QVERIFY(staff.active[8].has_value());
        QVERIFY(!staff.active[9].has_value());
    }

    void howLongTicketsTakeLeavesOutWhatIsUnknown()
    {
        const UtcMs at = From + DayMs;
        const QVector<TicketRow> rows{
            ticket(1, {spell(at, at + 14 * MinuteMs)}),
            ticket(2, {spell(at, at + 15 * MinuteMs)}), // the edge belongs to the upper group
            ticket(3, {spell(at, at + 3 * DayMs)}),
            ticket(4, {spell(at)}), // open
            ticket(5, {spell(at, at + HourMs, TimeSource::Inferred)}), // when is not known
            ticket(6, {spell(at, at - HourMs)}), // impossible
            ticket(7, {spell(at, at + HourMs), spell(at + 2 * HourMs, at + 5 * HourMs)}), // last - first
        };
        const auto groups = resolutionGroups(rows, week);
        QCOMPARE(counts(groups), (QVector<int>{1, 1, 0, 1, 0, 0, 1}));
        QCOMPARE(groups[1].tickets, QVector<ChannelId>{ChannelId(2)});
        QCOMPARE(groups[3].tickets, QVector<ChannelId>{ChannelId(7)});
    }

    void messagesPerTicketHaveAGroupForNoneOnlyWhenNeeded()
    {
        const UtcMs at = From + DayMs;
        QVector<TicketRow> rows{ticket(1, {spell(at)}, 1),  ticket(2, {spell(at)}, 2),
                                ticket(3, {spell(at)}, 3),  ticket(4, {spell(at)}, 20),
                                ticket(5, {spell(at)}, 51), ticket(6, {spell(From - 1)}, 4)};
        QCOMPARE(counts(messageGroups(rows, week)), (QVector<int>{2, 1, 0, 1, 0, 1}));
        rows.append(ticket(7, {spell(at)}, 0));
        TicketRow hole = ticket(8, {spell(at)}, 0);
        hole.messagesMissing = true;
        rows.append(hole);
        QCOMPARE(counts(messageGroups(rows, week)), (QVector<int>{1, 2, 1, 0, 1, 0, 1}));
    }

    void staffHoursCountPeopleOncePerHour()
    {
        const Window twoDays{To - 2 * DayMs, To};
        const UtcMs nine = To - 3 * HourMs; // Wednesday 09:00
        QVector<StaffActivity> activity;
        const auto wrote = [&activity](UtcMs at, UserId who, int messages) {
            for (int i = 0; i < messages; ++i)
                activity.append({at + i, who, ChannelId(quint64(1 + i))});
        };
        wrote(nine, Ana, 3);
        wrote(nine + 30 * MinuteMs, Ana, 1);
        wrote(nine + 15 * MinuteMs, Ben, 2);
        wrote(nine - DayMs, Ana, 4);
        const StaffHours hours = staffHours(activity, {}, twoDays, QTimeZone::utc());
        QCOMPARE(hours.messages[2][9], 6);
        QCOMPARE(hours.messages[1][9], 4);
        QCOMPARE(hours.messagesTotal, 10);
        QCOMPARE(*hours.active[9], 1.5); // two people on one day, one on the other
        QCOMPARE(*hours.active[3], 0.0);
        QCOMPARE(hours.byPerson.value(Ana).messages[2][9], 4);
        QCOMPARE(hours.byPerson.value(Ana).messages[1][9], 4);
        QCOMPARE(hours.byPerson.value(Ana).activeDays, 2);
        QCOMPARE(hours.byPerson.value(Ben).activeDays, 1);
        QCOMPARE(hours.byPerson.value(Ana).lastActiveMs, nine + 30 * MinuteMs);
    }

    void nothingGivesEmptyGroups()
    {
        QVERIFY(bucketTickets({}, {}).isEmpty());
        QCOMPARE(counts(resolutionGroups({}, week)), QVector<int>(7, 0));
        QCOMPARE(counts(messageGroups({}, week)), QVector<int>(6, 0));
        QVERIFY(staffTickets({}, week).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Breakdowns)
#include "tst_breakdowns.moc"
