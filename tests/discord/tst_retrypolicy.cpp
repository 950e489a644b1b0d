// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/retrypolicy.h"

#include <QTest>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;

namespace {

Request requestOf(RetryClass retry, const QByteArray &method)
{
    Request request;
    request.method = method;
    request.retry = retry;
    request.path = request.route = u"/x"_s;
    return request;
}

struct Run
{
    int attempts = 0; // in total, when every attempt ends alike
    bool succeeded = false;
    QVector<qint64> delays;
};

// What happens when every attempt ends the same way, each taking `attemptMs`.
Run play(const AttemptFacts &facts, const Request &request, double random = 0.5, qint64 attemptMs = 10)
{
    Run run;
    qint64 since = 0;
    for (;;) {
        ++run.attempts;
        since += attemptMs;
        const RetryDecision decision =
            decideRetry(outcomeOf(facts, request), facts, request, run.attempts, since, random);
        if (decision.kind != RetryDecision::Kind::Retry) {
            run.succeeded = decision.kind == RetryDecision::Kind::Succeed;
            return run;
        }
        run.delays.append(decision.delayMs);
        since += decision.delayMs;
    }
}

AttemptFacts answer(int status, int code = 0)
{
    return {Transport::Answered, status, code, true};
}

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    // N-14: attempts in total by row and column. The edit of an interaction's answer is a PATCH like others.
    void theTable_data()
    {
        QTest::addColumn<int>("transport");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<int>("get");
        QTest::addColumn<int>("write");
        QTest::addColumn<int>("message");
        QTest::addColumn<int>("callback");

        const auto row = [](const char *name, Transport transport, int status, int code, int get, int write,
                            int message, int callback, bool readable = true) {
            QTest::newRow(name) << int(transport) << status << code << readable << get << write << message
                                << callback;
        };
        row("nothing sent", Transport::NotSent, 0, 0, 5, 5, 5, 3);
        row("lost after sending", Transport::Lost, 0, 0, 5, 5, 5, 2);
        row("lost in the middle of a 200", Transport::Lost, 200, 0, 5, 5, 5, 2);
        for (const int status : {500, 502, 503, 504, 520, 522, 525, 530})
            row(qPrintable(QString::number(status)), Transport::Answered, status, 0, 5, 5, 5, 2);
        for (const int status : {400, 405, 413, 410, 501})
            row(qPrintable(QString::number(status)), Transport::Answered, status, 0, 1, 1, 1, 1);
        row("50035", Transport::Answered, 400, 50035, 1, 1, 1, 1);
        row("30034", Transport::Answered, 429, 30034, 1, 1, 1, 1);
        row("401", Transport::Answered, 401, 0, 1, 1, 1, 1);
        row("403 50001", Transport::Answered, 403, 50001, 1, 1, 1, 1);
        row("403 50013", Transport::Answered, 403, 50013, 1, 1, 1, 1);
        row("404 10003", Transport::Answered, 404, 10003, 1, 1, 1, 1);
        row("404 10062", Transport::Answered, 404, 10062, 1, 1, 1, 1);
        row("409", Transport::Answered, 409, 0, 3, 3, 3, 1);
        row("130000", Transport::Answered, 503, 130000, 3, 3, 3, 1);
        row("110000", Transport::Answered, 202, 110000, 3, 3, 3, 1);
        row("TLS or too big", Transport::Broken, 0, 0, 2, 2, 5, 1);
        row("redirect", Transport::Answered, 302, 0, 2, 2, 5, 1);
        row("invalid JSON", Transport::Answered, 200, 0, 2, 2, 5, 1, false);
    }
    void theTable()
    {
        QFETCH(int, transport);
        QFETCH(int, status);
        QFETCH(int, code);
        QFETCH(bool, readable);
        const AttemptFacts facts{Transport(transport), status, code, readable};
        QTEST(play(facts, requestOf(RetryClass::Get, "GET")).attempts, "get");
        QTEST(play(facts, requestOf(RetryClass::Write, "PUT")).attempts, "write");
        QTEST(play(facts, requestOf(RetryClass::Write, "PATCH")).attempts, "write");
        QTEST(play(facts, requestOf(RetryClass::InteractionEdit, "PATCH")).attempts, "write");
        QTEST(play(facts, requestOf(RetryClass::MessagePost, "POST")).attempts, "message");
        const Run callback = play(facts, requestOf(RetryClass::InteractionCallback, "POST"));
        QTEST(callback.attempts, "callback");
        QVERIFY(!callback.succeeded);
    }

    void successIsSuccess_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 204})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void successIsSuccess()
    {
        QFETCH(int, status);
        for (const RetryClass retry :
             {RetryClass::Get, RetryClass::Write, RetryClass::MessagePost, RetryClass::InteractionCallback})
            QVERIFY(play(answer(status), requestOf(retry, "POST")).succeeded);
    }

    void delaysDoubleWithEqualJitter_data()
    {
        QTest::addColumn<double>("random");
        QTest::addColumn<QVector<qint64>>("delays");
        QTest::newRow("least") << 0.0 << QVector<qint64>{500, 1000, 2000, 4000};
        QTest::newRow("most") << 0.9999999 << QVector<qint64>{999, 1999, 3999, 7999};
    }
    void delaysDoubleWithEqualJitter()
    {
        QFETCH(double, random);
        QFETCH(QVector<qint64>, delays);
        QCOMPARE(play(answer(503), requestOf(RetryClass::Get, "GET"), random).delays, delays);
    }

    void conflictsWaitTwoToTenSeconds()
    {
        QCOMPARE(play(answer(409), requestOf(RetryClass::Write, "PUT"), 0.0).delays,
                 (QVector<qint64>{2000, 2000}));
        QCOMPARE(play(answer(409), requestOf(RetryClass::Write, "PUT"), 0.999999).delays,
                 (QVector<qint64>{9999, 9999}));
    }

    void aLostMessageIsNotRepeatedWhenItsNonceMayBeForgotten()
    {
        const Request post = requestOf(RetryClass::MessagePost, "POST");
        const AttemptFacts lost{Transport::Lost, 0, 0, true};
        QCOMPARE(play(lost, post, 0.5, 15000).attempts, 5); // 75 s of attempts and 11 s of pauses
        QCOMPARE(play(lost, post, 0.5, 50000).attempts, 3); // the third ends after 2 minutes
        QCOMPARE(play(lost, requestOf(RetryClass::Get, "GET"), 0.5, 50000).attempts, 5);
    }

    void aCallbackThatNeverLeftIsTriedOnlyWithinItsTime()
    {
        const Request callback = requestOf(RetryClass::InteractionCallback, "POST");
        const AttemptFacts notSent{Transport::NotSent, 0, 0, true};
        const Run quick = play(notSent, callback);
        QCOMPARE(quick.attempts, 3);
        QCOMPARE(quick.delays, (QVector<qint64>{100, 100}));
        QCOMPARE(play(notSent, callback, 0.5, 1500).attempts, 2);
        QCOMPARE(play(notSent, callback, 0.5, 2400).attempts, 1);
    }

    //
    void anAcknowledgedCallbackIsSuccess()
    {
        const Run run = play(answer(400, 40060), requestOf(RetryClass::InteractionCallback, "POST"));
        QVERIFY(run.succeeded);
        QCOMPARE(run.attempts, 1);
        QVERIFY(!play(answer(400, 40060), requestOf(RetryClass::Write, "PATCH")).succeeded);
    }

    void whatIsGoneIsDeletedAlready()
    {
        QVERIFY(play(answer(404, 10008), requestOf(RetryClass::Write, "DELETE")).succeeded);
        QVERIFY(!play(answer(404, 10008), requestOf(RetryClass::Write, "PATCH")).succeeded);
    }

    // N-04, N-10
    void limitsOfTime()
    {
        QCOMPARE(attemptDeadlineMs(RetryClass::Get), 15000);
        QCOMPARE(attemptDeadlineMs(RetryClass::InteractionEdit), 15000);
        QCOMPARE(attemptDeadlineMs(RetryClass::InteractionCallback), 2500);
        QCOMPARE(longestWaitMs(RetryClass::MessagePost), 600000);
        QCOMPARE(longestWaitMs(RetryClass::InteractionCallback), 2500);
    }
};

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
