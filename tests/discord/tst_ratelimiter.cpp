// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/ratelimiter.h"

#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <algorithm>
#include <deque>
#include <random>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;
using Stopped = LimitVerdict::Stopped;

namespace {

using Headers = QMap<QByteArray, QByteArray>;

LimitInfo info(int status, const Headers &headers = {}, const QByteArray &body = "{}")
{
    return LimitInfo::read(
        status, [&](const char *name) { return headers.value(name); }, QJsonDocument::fromJson(body));
}

LimitInfo bucket(const QByteArray &hash, int limit, int remaining, double resetAfter, int status = 200)
{
    return info(status,
                {{"X-RateLimit-Bucket", hash},
                 {"X-RateLimit-Limit", QByteArray::number(limit)},
                 {"X-RateLimit-Remaining", QByteArray::number(remaining)},
                 {"X-RateLimit-Reset-After", QByteArray::number(resetAfter, 'f', 3)}});
}

Request messages(quint64 channel)
{
    return Routes::messagesAfter(ChannelId(channel), MessageId(1));
}

Request callback(quint64 id)
{
    return Routes::interactionCallback(InteractionId(id), u"token"_s, Callback::deferred(true));
}

} // namespace

class TestRateLimiter : public QObject
{
    Q_OBJECT

private slots:
    // N-06
    void onlyOneRequestGoesUntilTheLimitsAreKnown()
    {
        RateLimiter limiter;
        QCOMPARE(limiter.readyAt(messages(1), 1000), 1000);
        limiter.sent(messages(1), 1000);
        QCOMPARE(limiter.readyAt(messages(1), 1000), RateLimiter::WhenAnswered);
        QCOMPARE(limiter.readyAt(messages(2), 1000), 1000); // another channel is another bucket
        limiter.answered(messages(1), bucket("abc", 5, 4, 2.0), 1100);
        QCOMPARE(limiter.readyAt(messages(1), 1100), 1100);
    }

    void theBucketHashJoinsRoutesButNotChannels()
    {
        RateLimiter limiter;
        const Request post = Routes::editMessage(ChannelId(1), MessageId(9), {});
        for (const Request &request : {messages(1), post}) {
            limiter.sent(request, 0);
            limiter.answered(request, bucket("same", 5, 0, 3.0), 0);
        }
        QCOMPARE(limiter.bucketKey(messages(1)), limiter.bucketKey(post));
        QVERIFY(limiter.bucketKey(messages(1)) != limiter.bucketKey(messages(2)));
        QCOMPARE(limiter.readyAt(post, 10), 3050);
        QCOMPARE(limiter.readyAt(messages(2), 10), 10);
    }

    void deletingAMessageHasItsOwnKeyEvenWithAHash()
    {
        RateLimiter limiter;
        Request remove = Routes::editMessage(ChannelId(1), MessageId(9), {});
        remove.method = "DELETE";
        for (const Request &request : {messages(1), remove}) {
            limiter.sent(request, 0);
            limiter.answered(request, bucket("same", 5, 0, 3.0), 0);
        }
        QVERIFY(limiter.bucketKey(messages(1)) != limiter.bucketKey(remove));
    }

    void requestsInFlightCountWhenTheirBucketGetsAName()
    {
        RateLimiter limiter;
        limiter.sent(messages(1), 0);
        limiter.sent(messages(2), 0);
        limiter.answered(messages(1), bucket("abc", 1, 1, 5.0), 10); // names the bucket of channel 2 as well
        QCOMPARE(limiter.readyAt(messages(2), 10), RateLimiter::WhenAnswered);
        limiter.answered(messages(2), bucket("abc", 1, 0, 5.0), 20);
        QCOMPARE(limiter.readyAt(messages(2), 20), 5070);
    }

    void aWaitInANamelessBucketOutlivesItsNaming()
    {
        RateLimiter limiter;
        limiter.sent(messages(2), 0);
        limiter.answered(messages(2), info(429, {{"X-RateLimit-Scope", "user"}}, "{\"retry_after\":7}"), 0);
        QCOMPARE(limiter.readyAt(messages(2), 0), 7050);
        limiter.sent(messages(1), 0);
        limiter.answered(messages(1), bucket("abc", 5, 4, 1.0), 0);
        QCOMPARE(limiter.readyAt(messages(2), 0), 7050);
    }

    // N-07
    void resetAfterIsDecimalAndGetsAMargin()
    {
        RateLimiter limiter;
        limiter.sent(messages(1), 0);
        limiter.answered(messages(1), bucket("abc", 5, 0, 1.337), 100);
        QCOMPARE(limiter.readyAt(messages(1), 100), 100 + 1337 + 50);
        QCOMPARE(limiter.readyAt(messages(1), 1487), 1487);
    }

    void theAbsoluteResetTimeIsIgnored()
    {
        // Only X-RateLimit-Reset, far away: nothing to wait for, because our clock may be wrong by any
        // amount.
        const LimitInfo only = info(200,
                                    {{"X-RateLimit-Limit", "5"},
                                     {"X-RateLimit-Remaining", "0"},
                                     {"X-RateLimit-Reset", "99999999999"}});
        RateLimiter limiter;
        limiter.sent(messages(1), 0);
        limiter.answered(messages(1), only, 0);
        QCOMPARE(limiter.readyAt(messages(1), 1), 1);
    }

    void nonsenseInHeadersIsNoLimit_data()
    {
        QTest::addColumn<QByteArray>("resetAfter");
        for (const char *text : {"nan", "inf", "-1", "", "soon", "1e999"})
            QTest::newRow(text) << QByteArray(text);
    }
    void nonsenseInHeadersIsNoLimit()
    {
        QFETCH(QByteArray, resetAfter);
        RateLimiter limiter;
        limiter.sent(messages(1), 0);
        limiter.answered(messages(1),
                         info(200,
                              {{"X-RateLimit-Limit", "1"},
                               {"X-RateLimit-Remaining", "0"},
                               {"X-RateLimit-Reset-After", resetAfter}}),
                         0);
        QCOMPARE(limiter.readyAt(messages(1), 5), 5);
    }

    void noMoreAreInFlightThanTheWindowHasLeft()
    {
        RateLimiter limiter;
        limiter.sent(messages(1), 0);
        limiter.answered(messages(1), bucket("abc", 3, 2, 1.0), 0);
        limiter.sent(messages(1), 10);
        limiter.sent(messages(1), 10);
        QCOMPARE(limiter.readyAt(messages(1), 10), 1050); // two left, two under way
    }

    void anOlderAnswerDoesNotGiveBackWhatIsSpent()
    {
        RateLimiter limiter;
        for (int i = 0; i < 2; ++i)
            limiter.sent(messages(1), 0);
        limiter.answered(messages(1), bucket("abc", 3, 0, 1.0), 20);
        limiter.answered(messages(1), bucket("abc", 3, 1, 1.0), 25); // overtaken on its way
        QCOMPARE(limiter.readyAt(messages(1), 30), 1075);
    }

    void aRequestWithoutAnswerIsCountedAsSpent()
    {
        RateLimiter limiter;
        limiter.sent(messages(1), 0);
        limiter.answered(messages(1), bucket("abc", 2, 1, 1.0), 0);
        limiter.sent(messages(1), 5);
        limiter.answered(messages(1), LimitInfo(), 10);
        QCOMPARE(limiter.readyAt(messages(1), 10), 1050);
    }

    // N-08
    void fortyRequestsASecondAndNoMore()
    {
        RateLimiter limiter;
        for (int i = 0; i < 40; ++i) {
            QCOMPARE(limiter.readyAt(messages(i + 1), 10 * i), 10 * i);
            limiter.sent(messages(i + 1), 10 * i);
        }
        QCOMPARE(limiter.readyAt(messages(99), 390), 1000);
        QCOMPARE(limiter.readyForAny(390), 1000);
        limiter.sent(messages(99), 1000);
        QCOMPARE(limiter.readyAt(messages(100), 1000), 1010);
    }

    void interactionsAreExemptFromTheCapAndTheGlobalPause()
    {
        RateLimiter limiter;
        for (int i = 0; i < 40; ++i)
            limiter.sent(messages(i + 1), 0);
        limiter.answered(messages(1),
                         info(429, {{"X-RateLimit-Global", "true"}}, "{\"retry_after\":30,\"global\":true}"),
                         0);
        QCOMPARE(limiter.readyAt(messages(77), 1), 30050);
        QCOMPARE(limiter.readyAt(callback(5), 1), 1);
        QCOMPARE(limiter.readyAt(Routes::editOriginalResponse(ApplicationId(1), u"t"_s, {}), 1), 1);
        QCOMPARE(limiter.pausedForMs(1), 30049);
    }

    // N-09
    void aLimitedAnswerStopsWhatItsScopeSays_data()
    {
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("stopped");
        QTest::addColumn<qint64>("waitMs");
        QTest::addColumn<bool>("otherChannelWaits");
        QTest::addColumn<bool>("counted");
        const QByteArray scope = "X-RateLimit-Scope";
        const QByteArray remaining = "X-RateLimit-Remaining";
        QTest::newRow("user") << Headers{{scope, "user"}, {remaining, "0"}}
                              << QByteArray("{\"retry_after\":1.5}") << int(Stopped::Bucket) << 1550ll
                              << false << true;
        QTest::newRow("the larger of header and body")
            << Headers{{scope, "user"}, {"Retry-After", "2"}} << QByteArray("{\"retry_after\":1.5}")
            << int(Stopped::Bucket) << 2050ll << false << true;
        QTest::newRow("the larger, the other way round")
            << Headers{{scope, "user"}, {"Retry-After", "1"}} << QByteArray("{\"retry_after\":1.5}")
            << int(Stopped::Bucket) << 1550ll << false << true;
        QTest::newRow("global by header")
            << Headers{{scope, "global"}, {"Retry-After", "3"}} << QByteArray("{}")
            << int(Stopped::Everything) << 3050ll << true << true;
        QTest::newRow("global by body")
            << Headers{{"Via", "1.1 google"}} << QByteArray("{\"retry_after\":0.2,\"global\":true}")
            << int(Stopped::Everything) << 250ll << true << true;
        QTest::newRow("shared") << Headers{{scope, "shared"}, {remaining, "3"}}
                                << QByteArray("{\"retry_after\":4}") << int(Stopped::Bucket) << 4050ll
                                << false << false;
        QTest::newRow("sub-limit") << Headers{{scope, "user"}, {remaining, "3"}}
                                   << QByteArray("{\"retry_after\":600}") << int(Stopped::Request) << 600050ll
                                   << false << true;
        QTest::newRow("no time at all") << Headers{{scope, "user"}} << QByteArray("{}")
                                        << int(Stopped::Bucket) << 1050ll << false << true;
        QTest::newRow("Cloudflare with a time") << Headers{{"Retry-After", "90"}} << QByteArray("<html>")
                                                << int(Stopped::Host) << 90050ll << true << true;
        QTest::newRow("Cloudflare without")
            << Headers{} << QByteArray("<html>") << int(Stopped::Host) << 60050ll << true << true;
        QTest::newRow("JSON but not from Discord")
            << Headers{} << QByteArray("{\"retry_after\":5}") << int(Stopped::Host) << 5050ll << true << true;
        QTest::newRow("HTML with Via") << Headers{{"Via", "1.1 google"}} << QByteArray("<html>")
                                       << int(Stopped::Host) << 60050ll << true << true;
    }
    void aLimitedAnswerStopsWhatItsScopeSays()
    {
        QFETCH(Headers, headers);
        QFETCH(QByteArray, body);
        QFETCH(int, stopped);
        QFETCH(qint64, waitMs);
        QFETCH(bool, otherChannelWaits);
        QFETCH(bool, counted);
        RateLimiter limiter;
        limiter.sent(messages(1), 0);
        const LimitInfo said = info(429, headers, body);
        const LimitVerdict verdict = limiter.answered(messages(1), said, 0);
        QCOMPARE(int(verdict.stopped), stopped);
        QCOMPARE(verdict.until, waitMs);
        QCOMPARE(limiter.readyAt(messages(2), 1) > 1, otherChannelWaits);
        QCOMPARE(limiter.readyAt(messages(1), 1) > 1, stopped != int(Stopped::Request));
        QCOMPARE(said.invalid(), counted);
    }

    // N-09: doubling to 15 minutes, one probe closes it.
    void aCloudflareBanOpensTheCircuitUntilAProbePasses()
    {
        RateLimiter limiter;
        limiter.sent(messages(1), 0);
        limiter.sent(messages(2), 0);
        limiter.answered(messages(1), info(429, {}, "<html>"), 0);
        limiter.answered(messages(2), info(429, {}, "<html>"), 5); // of the same ban: no doubling
        QVERIFY(limiter.circuitOpen());
        QCOMPARE(limiter.probeAt(), 60050);
        QCOMPARE(limiter.readyAt(messages(1), 999999), RateLimiter::WhenAnswered);
        QCOMPARE(limiter.readyAt(callback(1), 999999), RateLimiter::WhenAnswered); // the whole host
        MonoMs now = limiter.probeAt();
        for (const qint64 seconds : {120, 240, 480, 900, 900}) {
            limiter.probeAnswered(info(429, {}, "<html>"), now);
            QCOMPARE(limiter.probeAt() - now, seconds * 1000 + 50);
            now = limiter.probeAt();
        }
        limiter.probeAnswered(info(200), now);
        QVERIFY(!limiter.circuitOpen());
        QCOMPARE(limiter.readyAt(messages(1), now), now);
        limiter.answered(messages(1), info(429, {}, "<html>"), now);
        QCOMPARE(limiter.probeAt() - now, 60050); // a new ban starts small again
    }

    void aBanThatClaimsToLastNoTimeDoesNotSpin()
    {
        RateLimiter limiter;
        limiter.answered(messages(1), info(429, {{"Retry-After", "0"}}, "<html>"), 0);
        QVERIFY(limiter.probeAt() >= 1000);
        limiter.probeAnswered(LimitInfo(), limiter.probeAt());
        QVERIFY(limiter.probeAt() >= 3000);
    }

    // N-11
    void theGuardCountsTenMinutesAndResumesBelowHalf()
    {
        InvalidRequestGuard guard;
        for (int i = 0; i < 499; ++i)
            guard.record(i * 10);
        QVERIFY(!guard.stopped(5000));
        QVERIFY(guard.stopped(5000, 1)); // one in flight might be the 500th
        guard.record(5000);
        QCOMPARE(guard.count(5000), 500);
        QVERIFY(guard.stopped(5000));
        const MonoMs resumes = guard.resumesAt();
        QVERIFY(guard.stopped(resumes - 1));
        QVERIFY(!guard.stopped(resumes));
        QCOMPARE(guard.count(resumes), 249);
        // Free again up to the limit, not just up to the mark where it resumed.
        guard.record(resumes);
        QVERIFY(!guard.stopped(resumes));
        QCOMPARE(guard.count(resumes + 10 * MinuteMs), 0);
    }

    void whatCountsAsInvalid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<bool>("counted");
        QTest::newRow("200") << 200 << QByteArray() << false;
        QTest::newRow("400") << 400 << QByteArray() << false;
        QTest::newRow("401") << 401 << QByteArray() << true;
        QTest::newRow("403") << 403 << QByteArray() << true;
        QTest::newRow("404") << 404 << QByteArray() << false;
        QTest::newRow("429 user") << 429 << QByteArray("user") << true;
        QTest::newRow("429 global") << 429 << QByteArray("global") << true;
        QTest::newRow("429 shared") << 429 << QByteArray("shared") << false;
    }
    void whatCountsAsInvalid()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, scope);
        QFETCH(bool, counted);
        QCOMPARE(info(status, {{"X-RateLimit-Scope", scope}}).invalid(), counted);
    }

    // F-37: against a server that keeps windows of its own and delays at random, no request arrives in a
    // spent window.
    void noRequestArrivesInsideAWait()
    {
        struct ServersWindow
        {
            MonoMs endsAt = -1;
            int left = 0;
        };
        struct Flight
        {
            MonoMs at;
            Request request;
            LimitInfo said;
            bool arrived;
        };
        constexpr int Limit = 5;
        constexpr qint64 WindowMs = 2000;
        std::mt19937 dice(4711);
        RateLimiter limiter;
        QHash<QString, ServersWindow> windows;
        std::deque<Flight> flights;
        int served = 0;
        int refused = 0;
        int mostASecond = 0;
        std::deque<MonoMs> arrivals;
        for (MonoMs now = 0; served < 1500 && now < 10 * HourMs; ++now) {
            for (Flight &flight : flights) {
                if (flight.arrived || flight.at > now)
                    continue;
                ServersWindow &window = windows[flight.request.majorParameter];
                if (now >= window.endsAt)
                    window = {now + WindowMs, Limit};
                const bool ok = window.left > 0;
                window.left -= ok ? 1 : 0;
                const double rest = double(window.endsAt - now) / 1000;
                flight.said = bucket("h", Limit, window.left, rest, ok ? 200 : 429);
                ++(ok ? served : refused);
                arrivals.push_back(now);
                while (arrivals.front() <= now - 1000)
                    arrivals.pop_front();
                mostASecond = std::max(mostASecond, int(arrivals.size()));
                flight.arrived = true;
                flight.at = now + 1 + qint64(dice() % 40); // the way back
            }
            for (auto it = flights.begin(); it != flights.end();) {
                if (it->arrived && it->at <= now) {
                    limiter.answered(it->request, it->said, now);
                    it = flights.erase(it);
                } else {
                    ++it;
                }
            }
            for (int tries = 0; tries < 3 && flights.size() < 6; ++tries) {
                const Request request = messages(1 + dice() % 4);
                if (limiter.readyAt(request, now) > now)
                    continue;
                limiter.sent(request, now);
                flights.push_back({now + 1 + qint64(dice() % 40), request, {}, false});
            }
        }
        QCOMPARE(served, 1500);
        QCOMPARE(refused, 0);
        QVERIFY2(mostASecond <= 50, qPrintable(QString::number(mostASecond)));
    }

    void idleBucketsAreForgotten()
    {
        RateLimiter limiter;
        MonoMs now = 0;
        for (int i = 1; i <= 6000; ++i, now += 100) {
            limiter.sent(callback(quint64(i)), now);
            limiter.answered(callback(quint64(i)), bucket("cb", 5, 4, 1.0), now);
        }
        QVERIFY(limiter.knownBuckets() <= 2001);
    }
};

QTEST_APPLESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
