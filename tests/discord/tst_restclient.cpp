// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/restclient.h"

#include "bot/discord/restattempt.h"
#include "bot/discord/useragent.h"
#include "tests/support/rawhttpserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;
using Answer = RawHttpServer::Answer;

namespace {

const QByteArray Token = "MTIzNDU2.canary.token-that-must-not-leak";

OutgoingMessage text(const QString &content)
{
    OutgoingMessage message;
    message.content = content;
    message.nonce = u"n-"_s + content.left(10);
    return message;
}

Request post(quint64 channel = 1, const QString &content = u"hello"_s)
{
    return Routes::postMessage(ChannelId(channel), text(content));
}

Request callback(quint64 id = 7)
{
    return Routes::interactionCallback(InteractionId(id), u"interaction-token"_s, Callback::deferred(true));
}

// Keeps what would be asked of Qt: over plain HTTP the wire cannot show that HTTP/2 is off.
class RecordingManager : public QNetworkAccessManager
{
public:
    QNetworkRequest last;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *data) override
    {
        last = request;
        return QNetworkAccessManager::createRequest(operation, request, data);
    }
};

} // namespace

// RestClient against a server that answers with raw bytes. Retries run on a clock that jumps ahead whenever
// the client waits, so a test never lasts as long as the rule it proves.
class TestRestClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<RawHttpServer> server;
    std::unique_ptr<RestClient> client;
    QElapsedTimer real;
    MonoMs ahead = 0; // what the clock shows above real time

    // Calls and waits for the answer; the clock is moved on by `stepMs` whenever nothing happens.
    RestReply ask(const Request &request, qint64 stepMs = 0)
    {
        std::optional<RestReply> answer;
        client->call(request, this, [&](const RestReply &reply) { answer = reply; });
        waitFor([&] { return answer.has_value(); }, stepMs);
        return answer.value_or(RestReply{});
    }

    void waitFor(const std::function<bool()> &condition, qint64 stepMs = 0)
    {
        QElapsedTimer patience;
        patience.start();
        while (!condition() && patience.elapsed() < 30000) {
            QTest::qWait(5);
            if (stepMs > 0 && client->state().inFlight == 0) {
                ahead += stepMs;
                client->setToken(Token); // looks again at the clock
            }
        }
        QVERIFY2(condition(), "nothing came in 30 s");
    }

    // Answers with these in turn, the last one for ever.
    void answerWith(const QVector<Answer> &answers)
    {
        server->setHandler([answers, next = qsizetype(0)](const RawHttpServer::Request &) mutable {
            return answers[std::min(next++, answers.size() - 1)];
        });
    }

private slots:
    void init()
    {
        ahead = 0;
        real.start();
        server = std::make_unique<RawHttpServer>();
        Clock clock;
        clock.mono = [this] { return real.elapsed() + ahead; };
        clock.utc = [] { return UtcMs(0); };
        clock.random = [] { return 0.0; };
        client = std::make_unique<RestClient>(QUrl(server->base() + u"/api/v10"_s), clock);
        client->setToken(Token);
    }
    void cleanup()
    {
        client.reset();
        server.reset();
    }

    // N-01, N-05
    void aGetCarriesWhatDiscordWantsAndNothingElse()
    {
        server->setHandler(
            [](const auto &) { return Answer::json(200, "{\"id\":\"5\"}", "Set-Cookie: a=b\r\n"); });
        const RestReply reply = ask(Routes::currentUser());
        QVERIFY(reply.ok());
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json.object().value(u"id").toString(), u"5"_s);
        ask(Routes::currentUser());
        for (const RawHttpServer::Request &seen : server->requests()) {
            QCOMPARE(seen.method, "GET");
            QCOMPARE(seen.target, "/api/v10/users/@me");
            QCOMPARE(seen.version, "HTTP/1.1");
            QCOMPARE(seen.headers.value("authorization"), "Bot " + Token);
            QCOMPARE(seen.headers.value("user-agent"), userAgent());
            for (const char *unwanted : {"cookie", "upgrade", "http2-settings", "content-type",
                                         "x-audit-log-reason", "if-none-match"})
                QVERIFY2(!seen.headers.contains(unwanted), unwanted);
        }
        QCOMPARE(server->requests().size(), 2);
    }

    // UX J5 "Clock wrong": Discord's own clock comes with every answer.
    void theDateOfAnAnswerTellsHowWrongOurClockIs()
    {
        // Our clock stands at 1970-01-01 00:00:00.
        answerWith({Answer::json(200, "{}", "Date: Thu, 01 Jan 1970 00:06:00 GMT\r\n"),
                    Answer::json(200, "{}", "Date: yesterday\r\n")});
        ask(Routes::currentUser());
        QCOMPARE(client->state().clockOffMs, -6 * MinuteMs);
        ask(Routes::currentUser());
        QCOMPARE(client->state().clockOffMs, -6 * MinuteMs); // what cannot be read says nothing
    }

    // N-02, N-04, N-05
    void qtIsToldToLeaveOutItsConveniences()
    {
        RecordingManager manager;
        for (const Request &request : {Routes::currentUser(), post(), callback()}) {
            RestAttempt attempt(&manager, QUrl(server->base()), Token, request, 5000, nullptr);
            const auto setting = [&](QNetworkRequest::Attribute attribute) {
                return manager.last.attribute(attribute);
            };
            QCOMPARE(setting(QNetworkRequest::RedirectPolicyAttribute).toInt(),
                     int(QNetworkRequest::ManualRedirectPolicy));
            QCOMPARE(setting(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
            QCOMPARE(setting(QNetworkRequest::CookieLoadControlAttribute).toInt(),
                     int(QNetworkRequest::Manual));
            QCOMPARE(setting(QNetworkRequest::CookieSaveControlAttribute).toInt(),
                     int(QNetworkRequest::Manual));
            QCOMPARE(setting(QNetworkRequest::CacheLoadControlAttribute).toInt(),
                     int(QNetworkRequest::AlwaysNetwork));
            QCOMPARE(setting(QNetworkRequest::CacheSaveControlAttribute), QVariant(false));
            QCOMPARE(manager.last.transferTimeout(), 10000);
        }
    }

    void aWriteCarriesJsonAndItsReason()
    {
        Request request = Routes::editCurrentApplication(1 << 18);
        request.auditReason = u"because ü/"_s + QString(400, u'é');
        QVERIFY(ask(request).ok());
        const RawHttpServer::Request seen = server->requests().first();
        QCOMPARE(seen.method, "PATCH");
        QCOMPARE(seen.headers.value("content-type"), "application/json");
        QCOMPARE(seen.body, "{\"flags\":262144}");
        const QByteArray reason = seen.headers.value("x-audit-log-reason");
        QVERIFY(reason.startsWith("because %C3%BC%2F%C3%A9"));
        QVERIFY(reason.size() <= 512);
    }

    void interactionRoutesCarryNoBotToken()
    {
        answerWith({Answer::empty(204)});
        QVERIFY(ask(callback()).ok());
        QVERIFY(ask(Routes::editOriginalResponse(ApplicationId(3), u"tok"_s, text(u"done"_s))).ok());
        for (const auto &seen : server->requests())
            QVERIFY(!seen.headers.contains("authorization"));
        QCOMPARE(server->requests().at(0).target, "/api/v10/interactions/7/interaction-token/callback");
        QCOMPARE(server->requests().at(1).target, "/api/v10/webhooks/3/tok/messages/@original");
    }

    void attachmentsTravelAsMultipart()
    {
        OutgoingMessage message = text(u"see"_s);
        message.attachments = {{u"chart .png"_s, u"A chart"_s, "PNGDATA\r\n--x"_ba, "image/png"_ba}};
        QVERIFY(ask(Routes::postMessage(ChannelId(1), message)).ok());
        QVERIFY(ask(Routes::editMessage(ChannelId(1), MessageId(2), message)).ok());
        QCOMPARE(server->requests().at(0).method, "POST");
        QCOMPARE(server->requests().at(1).method, "PATCH");
        for (const auto &seen : server->requests()) {
            const QByteArray type = seen.headers.value("content-type");
            QVERIFY2(type.startsWith("multipart/form-data; boundary="), type.constData());
            QVERIFY(seen.body.contains("name=\"payload_json\""));
            QVERIFY(seen.body.contains("\"filename\":\"chart_.png\""));
            QVERIFY(seen.body.contains("name=\"files[0]\"; filename=\"chart_.png\""));
            QVERIFY(seen.body.contains("\r\n\r\nPNGDATA\r\n--x\r\n"));
        }
    }

    // N-02, TM-07, F-32
    void redirectsAreNeverFollowed_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void redirectsAreNeverFollowed()
    {
        QFETCH(int, status);
        RawHttpServer elsewhere;
        const QByteArray target =
            "Location: http://localhost:" + QByteArray::number(elsewhere.port()) + "/steal\r\n";
        answerWith({Answer::empty(status, target)});
        const RestReply reply = ask(Routes::currentUser(), 1000);
        QVERIFY(!reply.ok());
        QCOMPARE(reply.failure->kind, ErrorKind::Network);
        QCOMPARE(server->requests().size(), 2); // the row "redirect" of N-14
        QCOMPARE(elsewhere.connections(), 0);
    }

    // N-14 through the wire
    void repetitionsEndAsTheTableSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<int>("kind");
        QTest::newRow("503") << 503 << QByteArray("{}") << 5 << int(ErrorKind::Network);
        QTest::newRow("502 HTML") << 502 << QByteArray("<html>bad gateway</html>") << 5
                                  << int(ErrorKind::Network);
        QTest::newRow("409") << 409 << QByteArray("{}") << 3 << int(ErrorKind::Busy);
        QTest::newRow("400") << 400 << QByteArray("{\"code\":50035}") << 1 << int(ErrorKind::Internal);
        QTest::newRow("404") << 404 << QByteArray("{\"code\":10003}") << 1 << int(ErrorKind::NotFound);
        QTest::newRow("not JSON") << 200 << QByteArray("{\"a\":") << 2 << int(ErrorKind::Network);
        QTest::newRow("empty 200") << 200 << QByteArray() << 2 << int(ErrorKind::Network);
    }
    void repetitionsEndAsTheTableSays()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, attempts);
        QFETCH(int, kind);
        answerWith({Answer::json(status, body)});
        const RestReply reply = ask(Routes::gatewayBot(), 1000);
        QVERIFY(!reply.ok());
        QCOMPARE(int(reply.failure->kind), kind);
        QVERIFY(!reply.failure->text.isEmpty());
        QCOMPARE(server->requests().size(), attempts);
    }

    void anErrorThatPassesIsNotSeen()
    {
        answerWith({Answer::json(500), Answer::json(503), Answer::json(200, "[1]")});
        const RestReply reply = ask(Routes::gatewayBot(), 1000);
        QVERIFY(reply.ok());
        QCOMPARE(reply.json.array().size(), 1);
        QCOMPARE(server->requests().size(), 3);
    }

    void theRefusalNamesFieldsButNoContent()
    {
        answerWith({Answer::json(400,
                                 "{\"code\":50035,\"message\":\"Invalid "
                                 "secret-text\",\"errors\":{\"embeds\":{\"0\":{\"title\":{\"_errors\":["
                                 "{\"code\":\"BASE_TYPE_MAX_LENGTH\",\"message\":\"secret-text\"}]}}}}}")});
        const RestReply reply = ask(post());
        QCOMPARE(reply.discordCode, 50035);
        QVERIFY2(reply.failure->detail.contains(u"embeds.0.title BASE_TYPE_MAX_LENGTH"),
                 qPrintable(reply.failure->detail));
        QVERIFY(!reply.failure->detail.contains(u"secret-text"));
    }

    // N-03, F-33: Qt may repeat by itself as well, so only the nonce is certain.
    void aMessageCutBeforeItsAnswerIsRepeatedWithItsNonce()
    {
        answerWith({Answer::cut(), Answer::cut(), Answer::cut(), Answer::json(200)});
        QVERIFY(ask(post(), 1000).ok());
        QVERIFY(server->requests().size() >= 2);
        for (const auto &seen : server->requests()) {
            const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
            QCOMPARE(body.value(u"nonce").toString(), u"n-hello"_s);
            QVERIFY(body.value(u"enforce_nonce").toBool());
        }
    }

    void anUnreachableServerIsTriedFiveTimes()
    {
        server.reset();
        QSignalSpy attempts(client.get(), &RestClient::finished);
        const RestReply reply = ask(Routes::gatewayBot(), 1000);
        QCOMPARE(reply.failure->kind, ErrorKind::Network);
        QCOMPARE(reply.status, 0);
        QCOMPARE(attempts.size(), 5);
        attempts.clear();
        QVERIFY(!ask(callback(), 100).ok());
        QCOMPARE(attempts.size(), 3); // the column of the interaction callback
    }

    // X-03, F-34
    void aCallbackCutBeforeItsAnswerIsRepeatedOnceAndMayHaveArrived()
    {
        bool cut = true;
        server->setHandler([&](const auto &) {
            return std::exchange(cut, false) ? Answer::cut() : Answer::json(400, "{\"code\":40060}");
        });
        const RestReply reply = ask(callback(), 50);
        QVERIFY(reply.ok());
        QVERIFY(server->requests().size() >= 2);
    }

    void aForeignAcknowledgementIsSuccessButTold()
    {
        answerWith({Answer::json(400, "{\"code\":40060}")});
        const RestReply reply = ask(callback());
        QVERIFY(reply.ok());
        QCOMPARE(reply.discordCode, 40060);
        QCOMPARE(server->requests().size(), 1);
    }

    void anUnknownInteractionIsGivenUpAtOnce()
    {
        answerWith({Answer::json(404, "{\"code\":10062}")});
        const RestReply reply = ask(callback());
        QVERIFY(!reply.ok());
        QCOMPARE(reply.discordCode, 10062);
        QCOMPARE(server->requests().size(), 1);
    }

    // N-04, F-41
    void aCallbackThatDripsEndsAtItsDeadline()
    {
        Answer drip = Answer::json(200, QByteArray(4000, ' '));
        drip.dripMs = 100;
        answerWith({drip});
        QElapsedTimer took;
        took.start();
        const RestReply reply = ask(callback());
        QVERIFY(!reply.ok());
        QVERIFY2(took.elapsed() >= 4900 && took.elapsed() < 15000,
                 qPrintable(QString::number(took.elapsed()))); // one more
        QVERIFY(server->requests().size() >= 2);
    }

    void anEndlessBodyIsCutAtEightMebibytes()
    {
        Answer endless;
        endless.bytes =
            "HTTP/1.1 200 X\r\nContent-Type: application/json\r\n\r\n" + QByteArray(64 * 1024, '[');
        endless.endless = true;
        answerWith({endless});
        const RestReply reply = ask(Routes::gatewayBot(), 1000);
        QCOMPARE(reply.failure->kind, ErrorKind::Network);
        QVERIFY(reply.failure->detail.contains(u"8 MiB"));
        QCOMPARE(server->requests().size(), 2);
    }

    void aBodyThatUnpacksToTooMuchIsCutAsWell()
    {
        // qCompress() writes the length in front of what HTTP calls "deflate".
        const QByteArray bomb = qCompress(QByteArray(64 * 1024 * 1024, ' '), 9).mid(4);
        QVERIFY(bomb.size() < 128 * 1024);
        answerWith({Answer::json(200, bomb, "Content-Encoding: deflate\r\n")});
        QCOMPARE(ask(Routes::gatewayBot(), 1000).failure->kind, ErrorKind::Network);
        QCOMPARE(server->requests().size(), 2);
    }

    void aPackedBodyIsUnpacked()
    {
        answerWith({Answer::json(200, qCompress("[1,2]").mid(4), "Content-Encoding: deflate\r\n")});
        QCOMPARE(ask(Routes::gatewayBot()).json.array().size(), 2);
    }

    void aLargeButHonestBodyArrives()
    {
        answerWith({Answer::json(200, "[\"" + QByteArray(7 * 1024 * 1024, 'x') + "\"]")});
        QVERIFY(ask(Routes::gatewayBot()).ok());
    }

    void aBodyShorterThanPromisedIsALostConnection()
    {
        Answer shorter;
        shorter.bytes = "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{}";
        shorter.close = true;
        answerWith({shorter, shorter, shorter, Answer::json(200)});
        QVERIFY(ask(Routes::gatewayBot(), 1000).ok());
        QVERIFY(server->requests().size() >= 2);
    }

    // N-12, F-17
    void aRejectedTokenStopsEverything()
    {
        server->setHandler([](const auto &seen) {
            Answer answer = Answer::json(401, "{\"message\":\"401: Unauthorized\",\"code\":0}");
            answer.delayMs = seen.target.contains("/channels/1") ? 0 : 60;
            return answer;
        });
        QSignalSpy rejected(client.get(), &RestClient::tokenRejected);
        int denied = 0;
        for (quint64 channel = 1; channel <= 40; ++channel) {
            client->call(Routes::channel(ChannelId(channel)), this, [&](const RestReply &reply) {
                denied += !reply.ok() && reply.failure->kind == ErrorKind::Denied;
            });
        }
        waitFor([&] { return denied == 40; });
        QCOMPARE(rejected.size(), 1);
        QVERIFY(client->state().tokenRejected);
        QCOMPARE(client->state().inFlight + client->state().queued, 0);
        const auto seen = server->requests().size();
        QVERIFY(!ask(callback()).ok());
        QVERIFY(!ask(Routes::currentUser()).ok());
        QCOMPARE(server->requests().size(), seen);
        QCOMPARE(client->state().invalidInTenMinutes, 1);

        server->setHandler([](const auto &) { return Answer::json(200); });
        client->setToken(Token + "2");
        QVERIFY(ask(Routes::currentUser()).ok());
        QCOMPARE(server->requests().last().headers.value("authorization"), "Bot " + Token + "2");
    }

    void anExpiredInteractionTokenIsNoRejectedBotToken()
    {
        answerWith({Answer::json(401, "{\"code\":50027}")});
        QSignalSpy rejected(client.get(), &RestClient::tokenRejected);
        QVERIFY(!ask(Routes::editOriginalResponse(ApplicationId(3), u"old"_s, text(u"late"_s))).ok());
        QCOMPARE(rejected.size(), 0);
        QVERIFY(!client->state().tokenRejected);
    }

    void withoutATokenNothingIsSent()
    {
        client->setToken({});
        QCOMPARE(ask(Routes::currentUser()).failure->kind, ErrorKind::Denied);
        QCOMPARE(server->requests().size(), 0);
    }

    // N-13, F-42
    void whatIsForbiddenIsNotAskedAgainUntilThingsChange()
    {
        answerWith({Answer::json(403, "{\"code\":50001}")});
        QCOMPARE(ask(Routes::messagesAfter(ChannelId(1), MessageId(5))).failure->kind, ErrorKind::Denied);
        QCOMPARE(ask(Routes::messagesAfter(ChannelId(1), MessageId(6))).failure->kind, ErrorKind::Denied);
        QCOMPARE(server->requests().size(), 1);
        ask(Routes::messagesAfter(ChannelId(2), MessageId(5))); // another channel
        ask(Routes::channel(ChannelId(1))); // another route
        QCOMPARE(server->requests().size(), 3);
        client->forgetForbidden();
        server->setHandler([](const auto &) { return Answer::json(200, "[]"); });
        QVERIFY(ask(Routes::messagesAfter(ChannelId(1), MessageId(5))).ok());
    }

    void anyOtherForbiddenIsNotRemembered()
    {
        answerWith({Answer::json(403, "{\"code\":20016}"), Answer::json(200)});
        QVERIFY(!ask(post()).ok());
        QVERIFY(ask(post()).ok());
    }

    // N-09, N-10, F-37
    void aLimitIsWaitedForAndCostsNoAttempt_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("user") << QByteArray(
            "X-RateLimit-Scope: user\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Limit: 5\r\n"
            "X-RateLimit-Reset-After: 0.05\r\nX-RateLimit-Bucket: b\r\n")
                              << QByteArray("{\"retry_after\":0.05,\"global\":false}");
        QTest::newRow("global") << QByteArray("X-RateLimit-Scope: global\r\nX-RateLimit-Global: true\r\n")
                                << QByteArray("{\"retry_after\":0.05,\"global\":true}");
        QTest::newRow("shared") << QByteArray("X-RateLimit-Scope: shared\r\n")
                                << QByteArray("{\"retry_after\":0.05,\"global\":false}");
        QTest::newRow("sub-limit") << QByteArray(
            "X-RateLimit-Scope: user\r\nX-RateLimit-Remaining: 3\r\nRetry-After: 0.05\r\n")
                                   << QByteArray("{\"retry_after\":0.05,\"global\":false}");
    }
    void aLimitIsWaitedForAndCostsNoAttempt()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        const Answer limited = Answer::json(429, body, headers);
        answerWith({limited, limited, limited, limited, limited, limited, Answer::json(200)});
        QVERIFY(ask(post()).ok()); // in real time
        QCOMPARE(server->requests().size(), 7); // more than the five attempts of a failure
        for (int i = 1; i < 7; ++i)
            QVERIFY(server->requests()[i].atMs - server->requests()[i - 1].atMs >= 100);
    }

    void aGlobalLimitHoldsAllButInteractions()
    {
        server->setHandler([](const auto &seen) {
            if (seen.target.contains("interactions"))
                return Answer::empty(204);
            return Answer::json(429, "{\"retry_after\":100,\"global\":true}", "X-RateLimit-Global: true\r\n");
        });
        client->call(Routes::channel(ChannelId(1)), this, {});
        waitFor([&] { return server->requests().size() == 1 && client->state().inFlight == 0; });
        client->call(Routes::channel(ChannelId(2)), this, {});
        QVERIFY(ask(callback()).ok());
        QCOMPARE(server->requests().size(), 2);
        QCOMPARE(client->state().queued, 2);
        QVERIFY(client->state().pausedForMs > 90000);
    }

    void theEndOfAPauseIsToldEvenWhenNothingWaits()
    {
        answerWith(
            {Answer::json(429, "{\"retry_after\":0.1,\"global\":true}", "X-RateLimit-Global: true\r\n"),
             Answer::json(200)});
        QSignalSpy changes(client.get(), &RestClient::stateChanged);
        auto context = std::make_unique<QObject>();
        client->call(Routes::channel(ChannelId(1)), context.get(), {});
        waitFor([&] { return !changes.isEmpty(); });
        QVERIFY(client->state().pausedForMs > 0);
        context.reset();
        changes.clear();
        waitFor([&] { return !changes.isEmpty() && client->state().pausedForMs == 0; });
        QCOMPARE(server->requests().size(), 1);
    }

    void aSubLimitHoldsOnlyItsRequest()
    {
        int first = 0;
        server->setHandler([&](const auto &seen) {
            if (seen.target.endsWith("/messages/1") && first++ == 0)
                return Answer::json(
                    429, "{\"retry_after\":300}",
                    "X-RateLimit-Scope: user\r\nX-RateLimit-Remaining: 4\r\nX-RateLimit-Limit: 5\r\n"
                    "X-RateLimit-Reset-After: 1\r\nX-RateLimit-Bucket: b\r\n");
            return Answer::json(200);
        });
        bool held = false;
        client->call(Routes::editMessage(ChannelId(1), MessageId(1), text(u"a"_s)), this,
                     [&](const RestReply &) { held = true; });
        waitFor([&] { return first == 1 && client->state().inFlight == 0; });
        QVERIFY(ask(Routes::editMessage(ChannelId(1), MessageId(2), text(u"b"_s))).ok());
        QVERIFY(!held);
    }

    // N-06, N-09: while a request waits, another answer may call the bucket of its route something else.
    void aLimitHoldsItsRequestWhateverTheBucketIsCalled()
    {
        int held = 0;
        server->setHandler([&](const auto &seen) {
            if (seen.target.contains("/channels/1/")) {
                ++held;
                return Answer::json(
                    429, "{\"retry_after\":300}",
                    "X-RateLimit-Scope: user\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Limit: 5\r\n"
                    "X-RateLimit-Reset-After: 300\r\nX-RateLimit-Bucket: a\r\n");
            }
            return Answer::json(200, "{}",
                                "X-RateLimit-Remaining: 4\r\nX-RateLimit-Limit: 5\r\n"
                                "X-RateLimit-Reset-After: 1\r\nX-RateLimit-Bucket: b\r\n");
        });
        client->call(Routes::editMessage(ChannelId(1), MessageId(1), text(u"a"_s)), this, {});
        waitFor([&] { return held == 1 && client->state().inFlight == 0; });
        QVERIFY(ask(Routes::editMessage(ChannelId(2), MessageId(2), text(u"b"_s))).ok());
        QVERIFY(ask(Routes::editMessage(ChannelId(3), MessageId(3), text(u"c"_s))).ok());
        QCOMPARE(held, 1);
        QCOMPARE(client->state().queued, 1);
    }

    // N-09, F-39
    void aCloudflareBanIsProbedOnceAWindow()
    {
        bool banned = true;
        server->setHandler([&](const auto &seen) {
            if (banned)
                return Answer::html(429);
            return seen.target.endsWith("/gateway") ? Answer::json(200, "{\"url\":\"wss://x\"}")
                                                    : Answer::json(200);
        });
        std::optional<RestReply> reply;
        client->call(Routes::currentUser(), this, [&](const RestReply &r) { reply = r; });
        waitFor([&] { return server->requests().size() == 1 && client->state().inFlight == 0; });
        QVERIFY(client->state().pausedForMs > 55000);
        client->call(callback(), this, {}); // the whole host is shut
        client->call(Routes::channel(ChannelId(2)), this, {});
        QTest::qWait(50);
        QCOMPARE(server->requests().size(), 1);

        ahead += 60100;
        client->setToken(Token);
        waitFor([&] { return server->requests().size() == 2; });
        QCOMPARE(server->requests().last().target, "/api/v10/gateway");
        QVERIFY(!server->requests().last().headers.contains("authorization"));
        waitFor([&] { return client->state().pausedForMs > 115000; }); // doubled
        banned = false;
        ahead += 120100;
        client->setToken(Token);
        waitFor([&] { return reply.has_value(); });
        QVERIFY(reply->ok());
        QCOMPARE(server->count("/api/v10/gateway"), 2);
    }

    // N-11, F-38
    void aStormOfRefusalsStopsBelowTheLimit()
    {
        server->setHandler([](const auto &) {
            return Answer::json(429, "{\"retry_after\":0.001,\"global\":false}",
                                "X-RateLimit-Scope: user\r\n");
        });
        for (quint64 channel = 1; channel <= 20; ++channel)
            client->call(Routes::channel(ChannelId(channel)), this, {});
        waitFor([&] { return client->state().stoppedByInvalid; }, 40);
        QCOMPARE(client->state().invalidInTenMinutes, 500);
        QTest::qWait(50);
        QCOMPARE(server->requests().size(), 500);
        server->setHandler([](const auto &) { return Answer::empty(204); });
        QVERIFY(ask(callback()).ok()); // interactions go on
        ahead += 11 * MinuteMs;
        client->setToken(Token);
        QVERIFY(!client->state().stoppedByInvalid);
    }

    // N-10
    void aRequestThatWaitsTooLongIsDroppedAndReported()
    {
        answerWith({Answer::json(429, "{\"retry_after\":5000}", "X-RateLimit-Scope: user\r\n")});
        std::optional<RestReply> reply;
        client->call(post(), this, [&](const RestReply &r) { reply = r; });
        waitFor([&] { return server->requests().size() == 1 && client->state().inFlight == 0; });
        ahead += 9 * MinuteMs;
        client->setToken(Token);
        QTest::qWait(20);
        QVERIFY(!reply);
        ahead += 1 * MinuteMs;
        client->setToken(Token);
        waitFor([&] { return reply.has_value(); });
        QCOMPARE(reply->failure->kind, ErrorKind::RateLimited);
        QCOMPARE(server->requests().size(), 1);
    }

    void aRequestWhosePurposeIsGoneIsNotSent()
    {
        Request request = Routes::editOriginalResponse(ApplicationId(1), u"t"_s, text(u"x"_s));
        request.notAfterMono = 1;
        ahead = 10;
        QVERIFY(!ask(request).ok());
        QCOMPARE(server->requests().size(), 0);
    }

    // N-06
    void aBucketServesItsRequestsInOrderAndOneByOne()
    {
        server->setHandler([](const auto &) {
            Answer answer = Answer::json(200);
            answer.delayMs = 5;
            return answer;
        });
        int done = 0;
        for (int i = 0; i < 8; ++i)
            client->call(Routes::messagesAfter(ChannelId(1), MessageId(quint64(i))), this,
                         [&](const RestReply &) { ++done; });
        waitFor([&] { return done == 8; });
        QCOMPARE(server->mostAtOnce(), 1);
        for (int i = 0; i < 8; ++i)
            QVERIFY(server->requests()[i].target.contains("after=" + QByteArray::number(i) + "&"));
    }

    void otherBucketsGoSideBySideOnAtMostSixConnections()
    {
        server->setHandler([](const auto &) {
            Answer answer = Answer::json(200);
            answer.delayMs = 30;
            return answer;
        });
        int done = 0;
        for (quint64 channel = 1; channel <= 20; ++channel)
            client->call(Routes::channel(ChannelId(channel)), this, [&](const RestReply &) { ++done; });
        waitFor([&] { return done == 20; });
        QVERIFY(server->mostAtOnce() > 1);
        QVERIFY(server->mostAtOnce() <= 6);
        QVERIFY(server->connections() <= 6);
    }

    void aSpentBucketWaitsForItsReset()
    {
        answerWith({Answer::json(
            200, "{}",
            "X-RateLimit-Limit: 1\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Reset-After: 0.3\r\n"
            "X-RateLimit-Bucket: b\r\n")});
        QVERIFY(ask(Routes::channel(ChannelId(1))).ok());
        QVERIFY(ask(Routes::channel(ChannelId(1))).ok());
        QVERIFY(server->requests()[1].atMs - server->requests()[0].atMs >= 300);
    }

    void aRepeatedWriteIsNotOvertakenByTheNextOne()
    {
        answerWith({Answer::json(503), Answer::json(200)});
        int done = 0;
        for (const QString &content : {u"first"_s, u"second"_s}) {
            client->call(Routes::editMessage(ChannelId(1), MessageId(1), text(content)), this,
                         [&](const RestReply &) { ++done; });
        }
        waitFor([&] { return done == 2; }, 200);
        QStringList order;
        for (const auto &seen : server->requests())
            order.append(QJsonDocument::fromJson(seen.body).object().value(u"content").toString());
        QCOMPARE(order, (QStringList{u"first"_s, u"first"_s, u"second"_s}));
    }

    // N-05, F-36
    void anInteractionNeverWaitsBehindABackfill()
    {
        server->setHandler([](const auto &seen) {
            return seen.target.contains("interactions") ? Answer::empty(204) : Answer::silence();
        });
        for (quint64 channel = 1; channel <= 100; ++channel)
            client->call(Routes::channel(ChannelId(channel)), this, {});
        waitFor([&] { return client->state().inFlight == 6; });
        QElapsedTimer took;
        took.start();
        for (quint64 id = 1; id <= 50; ++id)
            QVERIFY(ask(callback(id)).ok());
        QVERIFY2(took.elapsed() < 5000, qPrintable(QString::number(took.elapsed())));
    }

    void editsLeaveConnectionsForCallbacks()
    {
        server->setHandler([](const auto &seen) {
            return seen.target.contains("callback") ? Answer::empty(204) : Answer::silence();
        });
        for (int i = 0; i < 10; ++i)
            client->call(Routes::editOriginalResponse(ApplicationId(1), QString::number(i), text(u"x"_s)),
                         this, {});
        waitFor([&] { return client->state().inFlight == 4; });
        QVERIFY(ask(callback()).ok());
    }

    // Over TLS the first answer then uses that connection; without TLS Qt opens another one for HTTP/1.1.
    void warmingUpOpensAConnectionAndAsksNothing()
    {
        client->warmUp();
        waitFor([&] { return server->connections() == 1; });
        QTest::qWait(50);
        QCOMPARE(server->requests().size(), 0);
    }

    void stoppingEndsEveryCallOnce()
    {
        server->setHandler([](const auto &) { return Answer::silence(); });
        int cancelled = 0;
        int calls = 0;
        for (quint64 channel = 1; channel <= 10; ++channel) {
            client->call(Routes::channel(ChannelId(channel)), this, [&](const RestReply &reply) {
                ++calls;
                cancelled += reply.failure && reply.failure->kind == ErrorKind::Cancelled;
            });
        }
        waitFor([&] { return client->state().inFlight == 6; });
        client->stop();
        QCOMPARE(cancelled, 10);
        QTest::qWait(20);
        QCOMPARE(calls, 10);
        QCOMPARE(client->state().queued, 0);
        server->setHandler([](const auto &) { return Answer::json(200); });
        QVERIFY(ask(Routes::channel(ChannelId(1))).ok()); // and may be used again
    }

    void aDeadContextHearsNothingAndCostsNoRequest()
    {
        auto context = std::make_unique<QObject>();
        bool heard = false;
        client->call(Routes::channel(ChannelId(1)), context.get(), [&](const RestReply &) { heard = true; });
        context.reset();
        QVERIFY(ask(Routes::channel(ChannelId(2))).ok());
        QVERIFY(!heard);
        QCOMPARE(server->requests().size(), 1);
    }

    void theClientMayBeDeletedFromAnAnswer()
    {
        bool gone = false;
        client->call(Routes::channel(ChannelId(1)), this, [&](const RestReply &) {
            client.reset();
            gone = true;
        });
        client->call(Routes::channel(ChannelId(2)), this, {});
        QTRY_VERIFY(gone);
    }

    // TM-02: what people and logs see names no token, whatever the other side echoes.
    void noTokenIsInWhatIsReported()
    {
        QStringList said;
        connect(client.get(), &RestClient::finished, this,
                [&](const QString &method, const QString &route, int, qint64) { said += method + route; });
        const QByteArray echo = "{\"code\":50035,\"message\":\"Bot " + Token + "\",\"errors\":{\"" + Token
            + "\":{\"_errors\":[{\"code\":\"X\",\"message\":\"" + Token + "\"}]}}}";
        for (const Answer &answer :
             {Answer::json(400, echo), Answer::json(403, echo), Answer::json(404, echo), Answer::cut()}) {
            answerWith({answer});
            for (const Request &request : {callback(), post()}) {
                const RestReply reply = ask(request, 1000);
                QVERIFY(!reply.ok());
                said += reply.failure->text + reply.failure->detail;
            }
        }
        const QString all = said.join(u'\n');
        QVERIFY(!all.contains(QString::fromLatin1(Token)));
        QVERIFY(!all.contains(u"canary"));
        QVERIFY(!all.contains(u"interaction-token"));
    }
};

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"
