// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/noticeplan.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Event = ChangeSet::TicketEvent::Kind;
using Action = NoticePlan::Action;

namespace {

constexpr UtcMs Now = 1795356240000;
constexpr ChannelId Log{111};
constexpr ChannelId Alarms{222};

NoticeRow ticketEvent(qint64 id, Event kind, qint64 ageMs, bool live = true)
{
    NoticeRow row;
    row.id = id;
    row.event = kind;
    row.createdAtMs = Now - ageMs;
    row.live = live;
    return row;
}

NoticeRow refusedDigest(qint64 id, UtcMs nextTryAtMs)
{
    NoticeRow row;
    row.id = id;
    row.kind = NoticeRow::Kind::Digest;
    row.createdAtMs = Now - HourMs;
    row.attempts = 1;
    row.refused = true;
    row.nextTryAtMs = nextTryAtMs;
    return row;
}

QVector<qint64> idsOf(const QVector<NoticeRow> &rows)
{
    QVector<qint64> ids;
    for (const NoticeRow &row : rows)
        ids += row.id;
    return ids;
}

} // namespace

// What is sent when (PROTOCOL K-02, FAULTS F-65).
class tst_NoticePlan : public QObject
{
    Q_OBJECT
private slots:
    void nothingWaitsForNothing()
    {
        const NoticePlan plan = planNotices({}, Log, true, Now);
        QCOMPARE(plan.action, Action::Wait);
        QCOMPARE(plan.nextAtMs, 0);
    }

    // K-02: younger than 2 minutes is repeated, also after a crash; older is told in one card.
    void freshEventsGoSinglyAndOldOnesTogether()
    {
        const QVector<NoticeRow> rows{ticketEvent(1, Event::Opened, 2 * MinuteMs + 1),
                                      ticketEvent(2, Event::Opened, 3 * MinuteMs),
                                      ticketEvent(3, Event::Opened, 2 * MinuteMs)};
        NoticePlan plan = planNotices(rows, Log, true, Now);
        QCOMPARE(plan.action, Action::Fold);
        QCOMPARE(idsOf(plan.fold), (QVector<qint64>{1, 2}));
        plan = planNotices(rows.mid(2), Log, true, Now);
        QCOMPARE(plan.action, Action::Send);
        QCOMPARE(plan.row.id, 3);
    }

    // K-02: what catching up finds is one card, and only when it has found everything.
    void whatIsFoundWhileCatchingUpWaitsForItsEnd()
    {
        const QVector<NoticeRow> rows{ticketEvent(1, Event::Opened, 0, false),
                                      ticketEvent(2, Event::Closed, 0, false),
                                      ticketEvent(3, Event::Opened, 0)};
        NoticePlan plan = planNotices(rows, Log, false, Now);
        QCOMPARE(plan.action, Action::Send); // what happens meanwhile is told at once
        QCOMPARE(plan.row.id, 3);
        plan = planNotices(rows.mid(0, 2), Log, false, Now);
        QCOMPARE(plan.action, Action::Wait);
        QCOMPARE(plan.nextAtMs, 0);
        plan = planNotices(rows, Log, true, Now);
        QCOMPARE(plan.action, Action::Fold);
        QCOMPARE(idsOf(plan.fold), (QVector<qint64>{1, 2}));
    }

    // F-65: at most one call in 10 minutes, and what came meanwhile is told together with what was refused.
    void aChannelThatRefusedIsLeftAlone()
    {
        QVector<NoticeRow> rows{refusedDigest(1, Now + MinuteMs), ticketEvent(2, Event::Opened, HourMs),
                                ticketEvent(3, Event::Opened, 0)};
        NoticePlan plan = planNotices(rows, Log, true, Now);
        QCOMPARE(plan.action, Action::Wait);
        QCOMPARE(plan.nextAtMs, Now + MinuteMs);
        rows[0].nextTryAtMs = Now;
        plan = planNotices(rows, Log, true, Now);
        QCOMPARE(plan.action, Action::Fold);
        QCOMPARE(idsOf(plan.fold), (QVector<qint64>{2, 1}));
    }

    void aCardThatMayHaveArrivedIsNotToldASecondTime()
    {
        NoticeRow unsure = refusedDigest(1, 0);
        unsure.refused = false;
        const NoticePlan plan = planNotices({unsure, ticketEvent(2, Event::Opened, HourMs)}, Log, true, Now);
        QCOMPARE(plan.action, Action::Fold);
        QCOMPARE(idsOf(plan.fold), (QVector<qint64>{2}));
    }

    void anotherChannelIsNotHeldUp()
    {
        NoticeRow alarm;
        alarm.id = 4;
        alarm.kind = NoticeRow::Kind::Alarm;
        alarm.channel = Alarms;
        alarm.createdAtMs = Now - DayMs; // an alarm is never folded
        const NoticePlan plan = planNotices({refusedDigest(1, Now + MinuteMs), alarm}, Log, true, Now);
        QCOMPARE(plan.action, Action::Send);
        QCOMPARE(plan.row.id, 4);
    }

    // Who closed it comes a moment after the channel is gone.
    void aCloseWaitsForWhoAndWhy()
    {
        NoticePlan plan = planNotices({ticketEvent(1, Event::Closed, SecondMs)}, Log, true, Now);
        QCOMPARE(plan.action, Action::Wait);
        QCOMPARE(plan.nextAtMs, Now - SecondMs + CloseSettlesMs);
        plan = planNotices({ticketEvent(1, Event::Closed, CloseSettlesMs)}, Log, true, Now);
        QCOMPARE(plan.action, Action::Send);
    }

    void withoutALogChannelNothingIsSent()
    {
        const NoticePlan plan = planNotices({ticketEvent(1, Event::Opened, HourMs)}, {}, true, Now);
        QCOMPARE(plan.action, Action::Fold); // dropped by whoever folds: there is no card without a channel
    }

    void retriesBecomeRarer_data()
    {
        QTest::addColumn<int>("attempts");
        QTest::addColumn<qint64>("wait");
        QTest::newRow("first") << 1 << 30 * SecondMs;
        QTest::newRow("second") << 2 << 60 * SecondMs;
        QTest::newRow("fifth") << 5 << 480 * SecondMs;
        QTest::newRow("sixth") << 6 << 10 * MinuteMs;
        QTest::newRow("many") << 1000 << 10 * MinuteMs;
    }
    void retriesBecomeRarer()
    {
        QFETCH(int, attempts);
        QFETCH(qint64, wait);
        QCOMPARE(noticeRetryMs(attempts), wait);
    }
};

QTEST_GUILESS_MAIN(tst_NoticePlan)
#include "tst_noticeplan.moc"
