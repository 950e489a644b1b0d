// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/deleteflow.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr UtcMs Now = 1795356240000;

WipePreview counts(int tickets, double share = 0.1, qint64 messages = 100)
{
    WipePreview preview;
    preview.tickets = tickets;
    preview.messages = messages;
    preview.share = share;
    return preview;
}

WipeScope scopeAt(UtcMs nowMs)
{
    WipeScope scope;
    scope.nowMs = nowMs;
    return scope;
}

} // namespace

// What a press on "Delete n tickets" means (UX J6, must-point 29).
class tst_DeleteFlow : public QObject
{
    Q_OBJECT

private slots:
    void onlyLargeDeletionsAskForTheNumber_data()
    {
        QTest::addColumn<int>("tickets");
        QTest::addColumn<double>("share");
        QTest::addColumn<bool>("asked");
        QTest::newRow("100 of many") << 100 << 0.01 << false;
        QTest::newRow("101 of many") << 101 << 0.01 << true;
        QTest::newRow("a quarter") << 5 << 0.25 << false;
        QTest::newRow("more than a quarter") << 5 << 0.2501 << true;
    }
    void onlyLargeDeletionsAskForTheNumber()
    {
        QFETCH(int, tickets);
        QFETCH(double, share);
        QFETCH(bool, asked);
        DeleteFlow flow;
        flow.counted(scopeAt(Now), counts(tickets, share));
        QCOMPARE(flow.press(Now, {}), asked ? DeleteFlow::Press::AskNumber : DeleteFlow::Press::Delete);
        QCOMPARE(flow.stage(), asked ? DeleteFlow::Stage::Typing : DeleteFlow::Stage::Running);
    }

    void nothingIsDeletedBeforeItIsCounted()
    {
        DeleteFlow flow;
        QCOMPARE(flow.press(Now, u"0"_s), DeleteFlow::Press::Nothing);
        flow.counted(scopeAt(Now), counts(0));
        QVERIFY(flow.nothingToDelete());
        QCOMPARE(flow.press(Now, {}), DeleteFlow::Press::Nothing);
        flow.counted(scopeAt(Now), counts(3));
        flow.scopeChanged();
        QCOMPARE(flow.press(Now, {}), DeleteFlow::Press::Nothing);
    }

    void theNumberHasToBeRight()
    {
        DeleteFlow flow;
        flow.counted(scopeAt(Now), counts(214));
        QCOMPARE(flow.press(Now, {}), DeleteFlow::Press::AskNumber);
        QCOMPARE(flow.press(Now, u"213"_s), DeleteFlow::Press::WrongNumber);
        QCOMPARE(flow.press(Now, {}), DeleteFlow::Press::WrongNumber);
        QCOMPARE(flow.stage(), DeleteFlow::Stage::Typing);
        QCOMPARE(flow.press(Now, u"214"_s), DeleteFlow::Press::Delete);
        QCOMPARE(flow.press(Now, u"214"_s), DeleteFlow::Press::Nothing); // once
    }

    void aConfirmationLivesTwoMinutes()
    {
        DeleteFlow flow;
        flow.counted(scopeAt(Now), counts(214));
        QCOMPARE(flow.press(Now, {}), DeleteFlow::Press::AskNumber);
        QCOMPARE(flow.press(Now + DeleteFlow::ConfirmationMs + 1, u"214"_s), DeleteFlow::Press::Expired);
        QCOMPARE(flow.stage(), DeleteFlow::Stage::Counting);
        flow.counted(scopeAt(Now), counts(214));
        QCOMPARE(flow.press(Now, {}), DeleteFlow::Press::AskNumber);
        QCOMPARE(flow.press(Now + DeleteFlow::ConfirmationMs, u"214"_s), DeleteFlow::Press::Delete);
    }

    // What is deleted is what was seen: the preview of the moment in which the number was asked for.
    void changedNumbersEndTheConfirmation()
    {
        DeleteFlow flow;
        flow.counted(scopeAt(Now), counts(214));
        QCOMPARE(flow.press(Now, {}), DeleteFlow::Press::AskNumber);
        QVERIFY(flow.counted(scopeAt(Now + 1), counts(214)));
        QCOMPARE(flow.stage(), DeleteFlow::Stage::Typing);
        QCOMPARE(flow.scope().nowMs, Now);
        QVERIFY(!flow.counted(scopeAt(Now + 2), counts(215)));
        QCOMPARE(flow.stage(), DeleteFlow::Stage::Ready);
        QCOMPARE(flow.preview().tickets, 215);
        QCOMPARE(flow.scope().nowMs, Now + 2);
    }

    void whileItRunsNothingElseCounts()
    {
        DeleteFlow flow;
        flow.counted(scopeAt(Now), counts(5));
        QCOMPARE(flow.press(Now, {}), DeleteFlow::Press::Delete);
        QVERIFY(flow.counted(scopeAt(Now + 1), counts(9)));
        flow.scopeChanged();
        flow.calledOff();
        QCOMPARE(flow.stage(), DeleteFlow::Stage::Running);
        QCOMPARE(flow.preview().tickets, 5);
        flow.finished();
        QCOMPARE(flow.stage(), DeleteFlow::Stage::Counting);
    }

    void theNumberMayBeGrouped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("right");
        QTest::newRow("plain") << u"2914"_s << true;
        QTest::newRow("comma") << u"2,914"_s << true;
        QTest::newRow("point") << u"2.914"_s << true;
        QTest::newRow("thin space") << u"2\u202f914"_s << true;
        QTest::newRow("spaces around") << u" 2914 "_s << true;
        QTest::newRow("other digits") << u"\u0662\u0669\u0661\u0664"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("words") << u"2914 tickets"_s << false;
        QTest::newRow("negative") << u"-2914"_s << false;
        QTest::newRow("less") << u"291"_s << false;
        QTest::newRow("leading zero") << u"02914"_s << false;
    }
    void theNumberMayBeGrouped()
    {
        QFETCH(QString, typed);
        QFETCH(bool, right);
        QCOMPARE(DeleteFlow::isNumber(typed, 2914), right);
    }
};

QTEST_GUILESS_MAIN(tst_DeleteFlow)
#include "tst_deleteflow.moc"
