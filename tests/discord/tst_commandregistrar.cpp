// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/commandregistrar.h"
#include "tests/support/rawhttpserver.h"

#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;
using Answer = RawHttpServer::Answer;

namespace {

const QByteArray Registered = "[{\"id\":\"11\",\"name\":\"help\",\"description\":\"old\"},"
                              "{\"id\":\"12\",\"name\":\"Inspect\",\"type\":2}]";
const QByteArray Rewritten = "[{\"id\":\"11\",\"name\":\"help\",\"description\":\"new\"},"
                             "{\"id\":\"13\",\"name\":\"ticketstats\",\"description\":\"new\"}]";

} // namespace

// PROTOCOL D-01.
class TestCommandRegistrar : public QObject
{
    Q_OBJECT

    std::unique_ptr<RawHttpServer> server;
    std::unique_ptr<RestClient> rest;
    std::unique_ptr<CommandRegistrar> registrar;
    int recorded = 0;

    Result<CommandRegistrar::Outcome> run(bool same, int writesInLastDay = 0)
    {
        CommandRegistrar::Job job;
        job.application = ApplicationId(5);
        job.wanted = {QJsonObject{{u"name"_s, u"help"_s}, {u"description"_s, u"new"_s}}};
        job.same = [same](const QJsonArray &, const QJsonArray &) { return same; };
        job.writesInLastDay = writesInLastDay;
        job.recordWrite = [this] { ++recorded; };
        std::optional<Result<CommandRegistrar::Outcome>> outcome;
        registrar->run(job, [&](const Result<CommandRegistrar::Outcome> &o) { outcome = o; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 20000); }();
        return outcome.value_or(Result<CommandRegistrar::Outcome>(Error{}));
    }

    void answerPutWith(const Answer &answer)
    {
        server->setHandler([answer](const RawHttpServer::Request &request) {
            return request.method == "GET" ? Answer::json(200, Registered) : answer;
        });
    }

    int puts() const
    {
        int count = 0;
        for (const auto &request : server->requests())
            count += request.method == "PUT";
        return count;
    }

private slots:
    void init()
    {
        recorded = 0;
        server = std::make_unique<RawHttpServer>();
        rest = std::make_unique<RestClient>(QUrl(server->base()), Clock::system());
        rest->setToken("token");
        registrar = std::make_unique<CommandRegistrar>(rest.get());
        answerPutWith(Answer::json(200, Rewritten));
    }

    void equalListsCostNoWrite()
    {
        const auto outcome = run(true);
        QVERIFY(outcome.ok());
        QCOMPARE(server->requests().size(), 1);
        QCOMPARE(server->requests().first().target, "/applications/5/commands?with_localizations=true");
        QCOMPARE(outcome->count(), 1);
        QCOMPARE(outcome->ids.value(u"help"_s), CommandId(11)); // the user command is not ours to mention
        QVERIFY(!outcome->written);
        QVERIFY(outcome->refusal.isEmpty());
        QCOMPARE(recorded, 0);
    }

    void differentListsCostOneWriteThatIsRecordedBefore()
    {
        server->setHandler([this](const RawHttpServer::Request &request) {
            if (request.method == "PUT" && recorded != 1)
                return Answer::json(500);
            return Answer::json(200, request.method == "GET" ? Registered : Rewritten);
        });
        const auto outcome = run(false);
        QVERIFY(outcome.ok());
        QCOMPARE(puts(), 1);
        QCOMPARE(server->requests().last().body, "[{\"description\":\"new\",\"name\":\"help\"}]");
        QCOMPARE(recorded, 1);
        QVERIFY(outcome->written);
        QCOMPARE(outcome->count(), 2);
        QCOMPARE(outcome->ids.value(u"ticketstats"_s), CommandId(13));
    }

    void thereIsOnlyOneWritePerRun()
    {
        QVERIFY(run(false)->written);
        const auto again = run(false);
        QCOMPARE(puts(), 1);
        QVERIFY(!again->written);
        QVERIFY(!again->refusal.isEmpty());
        QCOMPARE(again->ids.value(u"help"_s), CommandId(11));
    }

    void afterTenWritesADayTheOldCommandsStay()
    {
        const auto outcome = run(false, 10);
        QVERIFY(outcome.ok());
        QCOMPARE(puts(), 0);
        QCOMPARE(recorded, 0);
        QVERIFY(outcome->refusal.contains(u"10"));
        QCOMPARE(outcome->count(), 1);
        QVERIFY(run(false, 9)->written);
    }

    void discordsDailyLimitKeepsTheOldCommands_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("as a refusal") << 400;
        QTest::newRow("as a limit") << 429;
    }
    void discordsDailyLimitKeepsTheOldCommands()
    {
        QFETCH(int, status);
        answerPutWith(Answer::json(status, "{\"code\":30034,\"message\":\"x\",\"retry_after\":70000}"));
        const auto outcome = run(false);
        QVERIFY(outcome.ok());
        QVERIFY(!outcome->written);
        QVERIFY(outcome->refusal.contains(u"tomorrow"));
        QCOMPARE(outcome->ids.value(u"help"_s), CommandId(11));
        QCOMPARE(puts(), 1);
    }

    void aRefusedListKeepsTheOldCommandsAndSaysSo()
    {
        answerPutWith(Answer::json(400, "{\"code\":50035}"));
        const auto outcome = run(false);
        QVERIFY(outcome.ok());
        QVERIFY(!outcome->refusal.isEmpty());
        QCOMPARE(outcome->count(), 1);
    }

    void aListThatCannotBeReadCostsNoWrite()
    {
        server->setHandler([](const auto &) { return Answer::json(200, "{\"not\":\"a list\"}"); });
        QVERIFY(!run(false).ok());
        server->setHandler([](const auto &) { return Answer::json(403); });
        QVERIFY(!run(false).ok());
        QCOMPARE(puts(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCommandRegistrar)
#include "tst_commandregistrar.moc"
