// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/discord/gatewaypilot.h"

#include <QTest>
#include <QUrlQuery>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;
using State = GatewayStatus::State;
using Failure = GatewayStatus::Failure;
using Reach = GatewayPilot::Reach;

// The gateway protocol on a virtual clock: what one connection does and what follows its end (PROTOCOL 1.1
// to 1.6).
class GatewaySessionTest : public QObject
{
    Q_OBJECT
private slots:
    // 1.1
    void theFirstConnectAsksForTheAddress();
    void theAddressIsBuiltForVersionTen_data();
    void theAddressIsBuiltForVersionTen();
    void foreignAddressesAreRefused_data();
    void foreignAddressesAreRefused();
    void aForeignResumeAddressIsNeverConnected_data();
    void aForeignResumeAddressIsNeverConnected();
    void noAddressMeansWaitingNotGuessing();
    void theAddressIsAskedAgainAfterThreeFailures();
    void anIdentifyNeedsAFreshSessionLimit();
    void noStateLastsLongerThanItsLimit_data();
    void noStateLastsLongerThanItsLimit();
    void aReplayMustMakeProgress();
    void compressionEndsAfterTwoInflateErrorsInARow();
    // 1.2
    void theFirstHeartbeatIsSpreadOverTheInterval();
    void heartbeatsCarryTheLastSequence();
    void aRequestedHeartbeatIsAnsweredAtOnceAndKeepsTheRhythm();
    void anUnansweredHeartbeatMeansADeadLink();
    void oddIntervalsAreAProtocolError_data();
    void oddIntervalsAreAProtocolError();
    void aWakeUpIsProbedForFiveSeconds();
    void beingHeldUpIsNoDeadLink();
    void latencyIsMeasuredByTheBeat();
    // 1.3
    void identifySaysWhoWeAre();
    void oneIdentifyPerConnection();
    void severalShardsStopTheBot();
    void anUnreadableTokenIsNotSent();
    // 1.4
    void everyCloseCodeHasItsRow_data();
    void everyCloseCodeHasItsRow();
    void threeFailedResumesForgetTheSession();
    void aNetworkThatIsDownForgetsNothing();
    void twoUnknownCodesInARowForgetTheSession();
    void threeProtocolErrorsOfOursStopTheBot();
    void disallowedIntentsAreDroppedOnce();
    void reconnectRequestsNeverCostAnIdentify();
    void invalidSessionFollowsItsFlag_data();
    void invalidSessionFollowsItsFlag();
    void aSessionThatNeverResumesIsGivenUp();
    void stoppingClosesCleanlyAndForgets();
    void aRejectedTokenIsNotTriedAgain();
    void theUserMayStartAgainAfterARefusal();
    // 1.5
    void connectionAttemptsBackOff();
    void identifyingWaitsForBothLimits();
    void aRetryEndsTheWaitOncePerFiveSeconds();
    void aRetryDoesNotCutDiscordsOwnWaitsShort();
    void anUnreachableResumeAddressIsNotTheOnlyWay();
    void beingThrownOutAtOnceIsNotAnsweredInAStorm();
    // 1.6
    void resumeSendsSessionAndSequence();
    void repeatedAndSkippedSequencesAreHandled();
    void unknownThingsAreCountedOnly_data();
    void unknownThingsAreCountedOnly();
    void malformedEventsAreToldAndCounted();
    void fiveUnreadablePayloadsEndTheConnection();
    void unreadablePayloadsFarApartDoNot();
    void requestedHeartbeatsStayBelowTheSendLimit();
    void aLostSessionSaysSinceWhen();
    void theTokenIsNeverTold();
};

void GatewaySessionTest::theFirstConnectAsksForTheAddress() // G-01
{
    GatewayPilot pilot;
    pilot.connect();
    QCOMPARE(pilot.fetches, 1);
    QCOMPARE(pilot.urls.size(), 1);
    QCOMPARE(pilot.urls.at(0).host(), u"gateway.discord.gg"_s);
    QCOMPARE(pilot.session.status().text, QString());
    // A resume needs neither limit nor address.
    pilot.closed(0);
    QCOMPARE(pilot.state(), State::Connected);
    QCOMPARE(pilot.fetches, 1);
    QCOMPARE(pilot.urls.at(1).host(), u"gateway-us-east1-b.discord.gg"_s);
    QCOMPARE(pilot.urls.at(1).query(), pilot.urls.at(0).query()); // G-02
}

void GatewaySessionTest::theAddressIsBuiltForVersionTen_data() // G-02
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<bool>("loopback");
    QTest::addColumn<bool>("compress");
    QTest::addColumn<QString>("built");
    QTest::newRow("plain") << u"wss://gateway.discord.gg"_s << false << false
                           << u"wss://gateway.discord.gg/?v=10&encoding=json"_s;
    QTest::newRow("slash") << u"wss://gateway.discord.gg/"_s << false << true
                           << u"wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream"_s;
    QTest::newRow("own query") << u"wss://gateway.discord.gg/?v=6&encoding=etf"_s << false << false
                               << u"wss://gateway.discord.gg/?v=10&encoding=json"_s;
    QTest::newRow("path") << u"ws://127.0.0.1:4711/gateway"_s << true << false
                          << u"ws://127.0.0.1:4711/gateway?v=10&encoding=json"_s;
    QTest::newRow("port") << u"ws://127.0.0.1:4711"_s << true << false
                          << u"ws://127.0.0.1:4711/?v=10&encoding=json"_s;
    QTest::newRow("IPv6") << u"ws://[::1]:4711/"_s << true << false
                          << u"ws://[::1]:4711/?v=10&encoding=json"_s;
}

void GatewaySessionTest::theAddressIsBuiltForVersionTen()
{
    QFETCH(QString, given);
    QFETCH(bool, loopback);
    QFETCH(bool, compress);
    QFETCH(QString, built);
    const auto url = gatewayUrl(given, loopback, compress);
    QVERIFY(url);
    QCOMPARE(url->toString(), built);
}

void GatewaySessionTest::foreignAddressesAreRefused_data() // G-03, T-01
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("loopback");
    for (const QString &url :
         {u"wss://evil.example"_s, u"ws://gateway.discord.gg"_s, u"https://gateway.discord.gg"_s, u""_s,
          u"gateway.discord.gg"_s, u"wss://evildiscord.gg"_s, u"wss://discord.gg.evil.example"_s,
          u"wss://gateway.discord.gg@evil.example"_s, u"wss://evil.example/.discord.gg"_s,
          u"wss://evil.example#.discord.gg"_s, u"wss://user:pw@gateway.discord.gg"_s, u"ws://127.0.0.1"_s,
          u"wss://127.0.0.1"_s, u"wss://localhost"_s, u"wss://a%2eevil.example%23.discord.gg"_s,
          u"wss://x.discord.gg/"_s + QString(10'000, u'a')})
        QTest::newRow(qPrintable(u"real "_s + url.left(40))) << url << false;
    for (const QString &url :
         {u"ws://10.0.0.1"_s, u"wss://gateway.discord.gg"_s, u"ws://evil.example"_s,
          u"ws://localhost.evil.example"_s, u"ws://127.0.0.1.evil.example"_s, u"http://127.0.0.1"_s})
        QTest::newRow(qPrintable(u"loopback "_s + url.left(40))) << url << true;
}

void GatewaySessionTest::foreignAddressesAreRefused()
{
    QFETCH(QString, url);
    QFETCH(bool, loopback);
    QVERIFY(!gatewayUrl(url, loopback, false));
}

void GatewaySessionTest::aForeignResumeAddressIsNeverConnected_data() // G-03, F-19
{
    QTest::addColumn<QString>("url");
    for (const QString &url :
         {u"wss://evil.example"_s, u"ws://gateway.discord.gg"_s, u""_s, QString(10'000, u'x')})
        QTest::newRow(qPrintable(url.left(30))) << url;
}

void GatewaySessionTest::aForeignResumeAddressIsNeverConnected()
{
    QFETCH(QString, url);
    GatewayPilot pilot;
    pilot.resumeUrl = url;
    pilot.connect();
    QVERIFY(pilot.counts.contains(u"refused resume address"_s));
    pilot.closed(0);
    QCOMPARE(pilot.resumes.size(), 1);
    for (const QUrl &used : pilot.urls)
        QCOMPARE(used.host(), u"gateway.discord.gg"_s);
}

void GatewaySessionTest::noAddressMeansWaitingNotGuessing() // G-01, B-01
{
    GatewayPilot pilot;
    pilot.fetchWorks = false;
    pilot.start();
    QCOMPARE(pilot.state(), State::Waiting);
    QCOMPARE(pilot.session.status().text, u"no network"_s);
    pilot.advance(HourMs);
    QVERIFY(pilot.opens.isEmpty());
    QVERIFY(pilot.fetches >= 60 && pilot.fetches <= 130); // the cap is a minute, half of it random
    pilot.fetchWorks = true;
    pilot.advance(MinuteMs);
    QCOMPARE(pilot.state(), State::Connected);
}

void GatewaySessionTest::theAddressIsAskedAgainAfterThreeFailures() // G-01
{
    GatewayPilot pilot;
    pilot.reach = Reach::Unreachable;
    pilot.start();
    pilot.advance(10 * SecondMs); // attempts after 0, 1, 2, 4 s at most
    QVERIFY(pilot.opens.size() >= 4);
    QCOMPARE(pilot.fetches, 1 + int(pilot.opens.size() - 1) / 3);
}

void GatewaySessionTest::anIdentifyNeedsAFreshSessionLimit() // G-01
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.advance(10 * MinuteMs);
    pilot.closed(4009);
    QCOMPARE(pilot.identifies.size(), 2);
    QCOMPARE(pilot.fetches, 2);
    pilot.advance(2 * MinuteMs);
    pilot.closed(4009); // the last answer is two minutes old
    QCOMPARE(pilot.identifies.size(), 3);
    QCOMPARE(pilot.fetches, 2);
}

void GatewaySessionTest::noStateLastsLongerThanItsLimit_data() // G-04, F-12
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<qint64>("limitMs");
    QTest::addColumn<State>("state");
    QTest::newRow("connecting") << 0 << 15 * SecondMs << State::Connecting;
    QTest::newRow("hello") << 1 << 20 * SecondMs << State::Connecting;
    QTest::newRow("ready") << 2 << 30 * SecondMs << State::Identifying;
    QTest::newRow("resumed") << 3 << 30 * SecondMs << State::Resuming;
}

void GatewaySessionTest::noStateLastsLongerThanItsLimit()
{
    QFETCH(int, stage);
    QFETCH(qint64, limitMs);
    QFETCH(State, state);
    GatewayPilot pilot;
    if (stage == 3)
        pilot.connect();
    if (stage == 0)
        pilot.reach = Reach::Hangs;
    pilot.saysHello = stage != 1;
    pilot.answersIdentify = stage != 2;
    pilot.answersResume = false;
    if (stage == 3)
        pilot.closed(0);
    else
        pilot.start();
    const int before = int(pilot.opens.size());
    pilot.advance(limitMs - 1);
    QCOMPARE(pilot.state(), state);
    QVERIFY(pilot.closes.isEmpty());
    pilot.advance(1);
    QCOMPARE(pilot.closes.value(0, -1), 0); // abort
    pilot.advance(MinuteMs);
    QVERIFY(pilot.opens.size() > before);
}

void GatewaySessionTest::aReplayMustMakeProgress() // G-04
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.answersResume = false;
    pilot.closed(0);
    for (int i = 2; i < 6; ++i) {
        pilot.advance(29 * SecondMs);
        pilot.dispatch(u"GUILD_DELETE"_s, {{u"id"_s, u"1"_s}}, i);
    }
    pilot.advance(59 * SecondMs);
    QCOMPARE(pilot.state(), State::Resuming);
    QVERIFY(pilot.closes.isEmpty());
    pilot.advance(2 * SecondMs);
    QCOMPARE(pilot.closes, QVector<int>{0});
}

void GatewaySessionTest::compressionEndsAfterTwoInflateErrorsInARow() // G-06
{
    const auto compressed = [](const QUrl &url) { return QUrlQuery(url).hasQueryItem(u"compress"_s); };
    GatewayPilot pilot;
    pilot.connect();
    pilot.take(pilot.session.onInflateError(pilot.now()));
    QCOMPARE(pilot.resumes.size(), 1);
    QVERIFY(compressed(pilot.urls.last()));
    pilot.closed(0); // another cause in between: not in a row
    pilot.take(pilot.session.onInflateError(pilot.now()));
    QVERIFY(compressed(pilot.urls.last()));
    pilot.take(pilot.session.onInflateError(pilot.now()));
    pilot.advance(10 * SecondMs);
    QVERIFY(!compressed(pilot.urls.last()));
    QCOMPARE(pilot.state(), State::Connected);
    QCOMPARE(pilot.identifies.size(), 1);
    pilot.closed(0);
    pilot.advance(10 * SecondMs);
    QVERIFY(!compressed(pilot.urls.last()));
}

void GatewaySessionTest::theFirstHeartbeatIsSpreadOverTheInterval() // H-01
{
    for (const double random : {0.0, 0.5, 0.999}) {
        GatewayPilot pilot;
        pilot.fixedRandom = random;
        pilot.connect();
        const qint64 first = qint64(41'250 * random);
        if (first > 0) {
            pilot.advance(first - 1);
            QCOMPARE(pilot.heartbeats, 0);
            pilot.advance(1);
        } else {
            pilot.advance(0);
        }
        QCOMPARE(pilot.heartbeats, 1);
        pilot.advance(41'249);
        QCOMPARE(pilot.heartbeats, 1);
        pilot.advance(1);
        QCOMPARE(pilot.heartbeats, 2);
        pilot.advance(HourMs);
        QCOMPARE(pilot.heartbeats, 2 + 87);
        QCOMPARE(pilot.opens.size(), 1);
    }
}

void GatewaySessionTest::heartbeatsCarryTheLastSequence() // H-02
{
    GatewayPilot pilot;
    pilot.answersIdentify = false;
    pilot.heartbeatIntervalMs = 2000;
    pilot.start();
    pilot.advance(2000);
    QCOMPARE(pilot.sent.last().value(u"op"_s).toInt(), 1);
    QVERIFY(pilot.sent.last().value(u"d"_s).isNull());
    pilot.ready();
    pilot.dispatch(u"GUILD_DELETE"_s, {{u"id"_s, u"1"_s}}, 77);
    pilot.sendOp(11); // a null `s` changes nothing
    pilot.advance(2000);
    QCOMPARE(pilot.sent.last().value(u"d"_s).toInteger(), 77);
}

void GatewaySessionTest::aRequestedHeartbeatIsAnsweredAtOnceAndKeepsTheRhythm() // H-03
{
    GatewayPilot pilot;
    pilot.fixedRandom = 0.5;
    pilot.connect();
    pilot.acknowledges = false;
    pilot.advance(20'000);
    pilot.sendOp(1);
    QCOMPARE(pilot.heartbeats, 1);
    pilot.advance(624);
    QCOMPARE(pilot.heartbeats, 1);
    pilot.advance(1); // half of the interval after HELLO; the request was not counted as unanswered
    QCOMPARE(pilot.heartbeats, 2);
    QVERIFY(pilot.closes.isEmpty());
}

void GatewaySessionTest::anUnansweredHeartbeatMeansADeadLink() // H-04, F-9
{
    GatewayPilot pilot;
    pilot.fixedRandom = 0.5;
    pilot.connect();
    pilot.acknowledges = false;
    pilot.advance(20'625 + 41'249);
    QVERIFY(pilot.closes.isEmpty());
    pilot.advance(1);
    QCOMPARE(pilot.closes, QVector<int>{4000});
    QCOMPARE(pilot.resumes.size(), 1);
    QCOMPARE(pilot.identifies.size(), 1);
    QCOMPARE(pilot.state(), State::Connected);
}

void GatewaySessionTest::oddIntervalsAreAProtocolError_data() // H-01
{
    QTest::addColumn<QJsonValue>("interval");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("999") << QJsonValue(999) << false;
    QTest::newRow("1000") << QJsonValue(1000) << true;
    QTest::newRow("300000") << QJsonValue(300000) << true;
    QTest::newRow("300001") << QJsonValue(300001) << false;
    QTest::newRow("0") << QJsonValue(0) << false;
    QTest::newRow("negative") << QJsonValue(-41250) << false;
    QTest::newRow("huge") << QJsonValue(1e300) << false;
    QTest::newRow("text") << QJsonValue(u"41250"_s) << false;
    QTest::newRow("null") << QJsonValue() << false;
}

void GatewaySessionTest::oddIntervalsAreAProtocolError()
{
    QFETCH(QJsonValue, interval);
    QFETCH(bool, accepted);
    GatewayPilot pilot;
    pilot.connect();
    pilot.onHello = [&] { pilot.sendOp(10, QJsonObject{{u"heartbeat_interval"_s, interval}}); };
    pilot.closed(0);
    QCOMPARE(pilot.resumes.size(), accepted ? 1 : 0);
    QCOMPARE(pilot.closes, accepted ? QVector<int>() : QVector<int>{0});
}

void GatewaySessionTest::aWakeUpIsProbedForFiveSeconds() // H-06, F-5
{
    GatewayPilot pilot;
    pilot.fixedRandom = 0.9;
    pilot.connect();
    pilot.take(pilot.session.networkIsBack(pilot.now()));
    QCOMPARE(pilot.heartbeats, 1);
    pilot.advance(6000);
    QVERIFY(pilot.closes.isEmpty()); // answered
    pilot.acknowledges = false;
    pilot.take(pilot.session.networkIsBack(pilot.now()));
    pilot.advance(2000);
    pilot.take(pilot.session.networkIsBack(pilot.now())); // does not prolong it
    pilot.advance(2999);
    QVERIFY(pilot.closes.isEmpty());
    pilot.advance(1);
    QCOMPARE(pilot.closes, QVector<int>{4000});
    QCOMPARE(pilot.resumes.size(), 1);
}

// The answer may have come while we could not read it (F-67).
void GatewaySessionTest::beingHeldUpIsNoDeadLink()
{
    GatewayPilot pilot;
    pilot.fixedRandom = 0.5;
    pilot.connect();
    pilot.acknowledges = false;
    pilot.advance(20'625);
    pilot.stall(41'250 + 6000);
    QVERIFY(pilot.closes.isEmpty());
    QCOMPARE(pilot.heartbeats, 2);
    pilot.sendOp(11);
    pilot.acknowledges = true;
    pilot.advance(10 * MinuteMs);
    QCOMPARE(pilot.opens.size(), 1);

    pilot.acknowledges = false;
    pilot.stall(5 * MinuteMs); // beats once, whatever was missed
    const int beats = pilot.heartbeats;
    pilot.stall(0);
    QCOMPARE(pilot.heartbeats, beats);
}

void GatewaySessionTest::latencyIsMeasuredByTheBeat()
{
    GatewayPilot pilot;
    pilot.fixedRandom = 0.5;
    pilot.connect();
    QCOMPARE(pilot.session.status().latencyMs, -1);
    pilot.acknowledges = false;
    pilot.advance(20'625);
    pilot.advance(83);
    pilot.sendOp(11);
    QCOMPARE(pilot.session.status().latencyMs, 83);
    pilot.advance(1000);
    pilot.sendOp(11); // answers nothing of ours
    QCOMPARE(pilot.session.status().latencyMs, 83);
}

void GatewaySessionTest::identifySaysWhoWeAre() // I-01, P-01
{
    GatewayPilot pilot;
    pilot.settings.optionalIntents = Intent::MessageContent;
    pilot.connect();
    const QJsonObject identify = pilot.sent.at(0);
    QCOMPARE(identify.value(u"op"_s).toInt(), 2);
    const QJsonObject data = identify.value(u"d"_s).toObject();
    QCOMPARE(data.value(u"token"_s).toString(), u"canary.token.value"_s);
    QCOMPARE(data.value(u"intents"_s).toInt(), 517 | (1 << 15));
    QCOMPARE(data.value(u"large_threshold"_s).toInt(), 50);
    QCOMPARE(data.value(u"shard"_s).toArray(), (QJsonArray{0, 1}));
    const QJsonObject properties = data.value(u"properties"_s).toObject();
    QCOMPARE(properties.value(u"browser"_s).toString(), u"TicketAssistant"_s);
    QCOMPARE(properties.value(u"device"_s).toString(), u"TicketAssistant"_s);
    QVERIFY(!properties.value(u"os"_s).toString().isEmpty());
    QVERIFY(data.value(u"presence"_s).isObject());
    QCOMPARE(pilot.recorded, QVector<UtcMs>{pilot.utc});
}

void GatewaySessionTest::oneIdentifyPerConnection() // I-01
{
    GatewayPilot pilot;
    pilot.answersIdentify = false;
    pilot.start();
    pilot.sendOp(10, QJsonObject{{u"heartbeat_interval"_s, 5000}});
    QCOMPARE(pilot.identifies.size(), 1);
    pilot.ready();
    pilot.sendOp(10, QJsonObject{{u"heartbeat_interval"_s, 5000}});
    QCOMPARE(pilot.sent.size(), 1);
    QCOMPARE(pilot.counts.count(u"unexpected hello"_s), 2);
    QCOMPARE(pilot.state(), State::Connected);
}

void GatewaySessionTest::severalShardsStopTheBot() // I-04
{
    GatewayPilot pilot;
    pilot.shards = 2;
    pilot.start();
    QCOMPARE(pilot.state(), State::Failed);
    QCOMPARE(pilot.session.status().failure, Failure::ShardingRequired);
    QVERIFY(pilot.session.status().text.contains(u"2500"_s));
    pilot.advance(DayMs);
    QVERIFY(pilot.opens.isEmpty());
}

void GatewaySessionTest::anUnreadableTokenIsNotSent() // I-01: 4096 bytes
{
    GatewayPilot pilot;
    pilot.settings.token = QByteArray(4000, 'x');
    pilot.start();
    QVERIFY(pilot.sent.isEmpty());
    QCOMPARE(pilot.session.status().failure, Failure::TokenRejected);
    QCOMPARE(pilot.closes, QVector<int>{4000});
}

void GatewaySessionTest::everyCloseCodeHasItsRow_data() // C-02, F-16
{
    using Then = CloseRule::Then;
    QTest::addColumn<int>("code");
    QTest::addColumn<Then>("then");
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<qint64>("leastMs");
    QTest::addColumn<qint64>("mostMs");
    QTest::addColumn<bool>("counted");
    const auto row = [](int code, Then then, Failure failure = Failure::None, qint64 least = 0,
                        qint64 most = 0, bool counted = false) {
        QTest::newRow(qPrintable(code ? QString::number(code) : u"none"_s))
            << code << then << failure << least << most << counted;
    };
    row(0, Then::Resume);
    for (int code = 1000; code <= 1015; ++code) {
        const qint64 waitMs = code == 1002 || code == 1013 ? 5000 : 0; // Qt reports 1013 as 1002
        row(code, Then::Resume, Failure::None, waitMs, waitMs);
    }
    row(3000, Then::Resume);
    row(4000, Then::Resume);
    row(4001, Then::Resume, Failure::None, 0, 0, true);
    row(4002, Then::Resume, Failure::None, 0, 0, true);
    row(4003, Then::New);
    row(4004, Then::Stop, Failure::TokenRejected);
    row(4005, Then::New, Failure::None, 0, 0, true);
    row(4006, Then::Resume);
    row(4007, Then::New);
    row(4008, Then::Resume, Failure::None, 60'000, 65'000, true);
    row(4009, Then::New);
    row(4010, Then::Stop, Failure::ShardingRequired);
    row(4011, Then::Stop, Failure::ShardingRequired);
    row(4012, Then::Stop, Failure::InvalidApiVersion);
    row(4013, Then::Stop, Failure::InvalidIntents);
    row(4014, Then::Stop, Failure::DisallowedIntents);
    row(4500, Then::Resume);
    row(4999, Then::Resume);
}

void GatewaySessionTest::everyCloseCodeHasItsRow()
{
    using Then = CloseRule::Then;
    QFETCH(int, code);
    QFETCH(Then, then);
    QFETCH(Failure, failure);
    QFETCH(qint64, leastMs);
    QFETCH(qint64, mostMs);
    QFETCH(bool, counted);
    GatewayPilot pilot;
    pilot.connect();
    pilot.advance(2 * MinuteMs); // beyond the spacing of I-02
    const MonoMs closedMono = pilot.mono;
    pilot.closed(code);
    QCOMPARE(pilot.session.status().closeCode, code);
    const bool known = pilot.counts.filter(u"close code %1"_s.arg(code)).size() == 1;
    QCOMPARE(known, counted);

    pilot.advance(DayMs);
    if (then == Then::Stop) {
        QCOMPARE(pilot.state(), State::Failed);
        QCOMPARE(pilot.session.status().failure, failure);
        QVERIFY(!pilot.session.status().text.isEmpty());
        QCOMPARE(pilot.opens.size(), 1); // no further connection
        QCOMPARE(pilot.lost.size(), 1);
        return;
    }
    QCOMPARE(pilot.state(), State::Connected);
    QCOMPARE(pilot.opens.size(), 2);
    const qint64 waited = pilot.opens.at(1) - closedMono;
    QVERIFY2(waited >= leastMs && waited <= mostMs, qPrintable(QString::number(waited)));
    QCOMPARE(pilot.resumes.size(), then == Then::Resume ? 1 : 0);
    QCOMPARE(pilot.identifies.size(), then == Then::Resume ? 1 : 2);
    QCOMPARE(pilot.lost.size(), then == Then::Resume ? 0 : 1);
}

void GatewaySessionTest::threeFailedResumesForgetTheSession() // C-02, first row
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.advance(2 * MinuteMs);
    pilot.onResume = [&] { pilot.closed(0); };
    pilot.closed(0);
    pilot.advance(MinuteMs);
    QCOMPARE(pilot.resumes.size(), 3);
    QCOMPARE(pilot.identifies.size(), 2);
    QCOMPARE(pilot.lost.size(), 1);
    QCOMPARE(pilot.state(), State::Connected);
}

void GatewaySessionTest::aNetworkThatIsDownForgetsNothing()
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.reach = Reach::Unreachable;
    pilot.closed(0);
    pilot.advance(10 * MinuteMs);
    QVERIFY(pilot.lost.isEmpty());
    pilot.reach = Reach::Connects;
    pilot.advance(MinuteMs);
    QCOMPARE(pilot.resumes.size(), 1);
    QCOMPARE(pilot.identifies.size(), 1);
    QCOMPARE(pilot.state(), State::Connected);
}

void GatewaySessionTest::twoUnknownCodesInARowForgetTheSession() // C-02, last row
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.advance(2 * MinuteMs);
    pilot.closed(4500);
    pilot.closed(1001); // not in a row
    pilot.closed(4500);
    QCOMPARE(pilot.resumes.size(), 3);
    QCOMPARE(pilot.identifies.size(), 1);
    pilot.closed(4777);
    pilot.advance(MinuteMs);
    QCOMPARE(pilot.identifies.size(), 2);
    QCOMPARE(pilot.state(), State::Connected);
}

void GatewaySessionTest::threeProtocolErrorsOfOursStopTheBot() // C-02, 4001 and 4002
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.closed(4001);
    pilot.advance(11 * MinuteMs);
    pilot.closed(4002);
    pilot.advance(MinuteMs);
    pilot.closed(4001);
    pilot.advance(MinuteMs);
    QCOMPARE(pilot.state(), State::Connected); // the first one is too long ago
    pilot.closed(4002);
    QCOMPARE(pilot.state(), State::Failed);
    QCOMPARE(pilot.session.status().failure, Failure::Internal);
    QVERIFY(pilot.counts.filter(u"opcode"_s).size() == 4); // what was sent last, by opcode and size
    QVERIFY(pilot.counts.filter(u"bytes"_s).size() == 4);
}

void GatewaySessionTest::disallowedIntentsAreDroppedOnce() // C-02, 4014, F-18
{
    GatewayPilot pilot;
    pilot.settings.optionalIntents = Intent::MessageContent;
    pilot.onIdentify = [&] {
        const int intents = pilot.sent.last().value(u"d"_s).toObject().value(u"intents"_s).toInt();
        if (intents & int(Intent::MessageContent))
            pilot.closed(4014);
        else
            pilot.ready();
    };
    pilot.start();
    pilot.advance(MinuteMs);
    QCOMPARE(pilot.identifies.size(), 2);
    QCOMPARE(pilot.state(), State::Connected);
    QVERIFY(pilot.session.status().messageContentRefused);
    pilot.closed(4014);
    QCOMPARE(pilot.state(), State::Failed);
    QCOMPARE(pilot.session.status().failure, Failure::DisallowedIntents);
}

void GatewaySessionTest::reconnectRequestsNeverCostAnIdentify() // C-03, F-13
{
    GatewayPilot pilot;
    pilot.connect();
    for (int i = 0; i < 300; ++i) {
        pilot.advance(2000);
        pilot.sendOp(7);
        QCOMPARE(pilot.state(), State::Connected); // at once
    }
    QCOMPARE(pilot.resumes.size(), 300);
    QCOMPARE(pilot.identifies.size(), 1);
    QCOMPARE(pilot.closes.count(4000), 300);

    // Before HELLO, again and again.
    pilot.onHello = [&] { pilot.sendOp(7); };
    const int before = int(pilot.opens.size());
    pilot.advance(2000);
    pilot.sendOp(7);
    QCOMPARE(pilot.opens.size(), before + 1);
    pilot.advance(10 * MinuteMs);
    QCOMPARE(pilot.identifies.size(), 1);
    QVERIFY(pilot.opens.size() - before < 40); // only the first is without backoff
    pilot.onHello = nullptr;
    pilot.advance(MinuteMs);
    QCOMPARE(pilot.state(), State::Connected);
    QCOMPARE(pilot.identifies.size(), 1);
    QVERIFY(pilot.lost.isEmpty());
}

void GatewaySessionTest::invalidSessionFollowsItsFlag_data() // C-03, F-15
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("resumes");
    QTest::newRow("true") << QByteArray(R"({"op":9,"d":true})") << true;
    QTest::newRow("false") << QByteArray(R"({"op":9,"d":false})") << false;
    QTest::newRow("missing") << QByteArray(R"({"op":9})") << false;
    QTest::newRow("null") << QByteArray(R"({"op":9,"d":null})") << false;
    QTest::newRow("text") << QByteArray(R"({"op":9,"d":"x"})") << false;
    QTest::newRow("one") << QByteArray(R"({"op":9,"d":1})") << false;
}

void GatewaySessionTest::invalidSessionFollowsItsFlag()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, resumes);
    for (quint32 seed = 1; seed <= 20; ++seed) {
        GatewayPilot pilot(seed);
        pilot.connect();
        pilot.advance(2 * MinuteMs);
        const MonoMs at = pilot.mono;
        pilot.receive(payload);
        QCOMPARE(pilot.closes, QVector<int>{4000});
        pilot.advance(10 * SecondMs);
        QCOMPARE(pilot.state(), State::Connected);
        QCOMPARE(pilot.resumes.size(), resumes ? 1 : 0);
        QCOMPARE(pilot.identifies.size(), resumes ? 1 : 2);
        QCOMPARE(pilot.lost.size(), resumes ? 0 : 1);
        const qint64 waited = pilot.opens.at(1) - at;
        QVERIFY2(waited >= 1000 && waited <= 5000, qPrintable(QString::number(waited)));
    }
}

void GatewaySessionTest::aSessionThatNeverResumesIsGivenUp() // F-15
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.advance(2 * MinuteMs);
    pilot.onResume = [&] { pilot.sendOp(9, true); };
    pilot.closed(0);
    pilot.advance(5 * MinuteMs);
    QCOMPARE(pilot.resumes.size(), 3);
    QCOMPARE(pilot.identifies.size(), 2);
    QCOMPARE(pilot.state(), State::Connected);
}

void GatewaySessionTest::stoppingClosesCleanlyAndForgets() // C-04
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.take(pilot.session.stop(pilot.now()));
    QCOMPARE(pilot.closes, QVector<int>{1000});
    QCOMPARE(pilot.state(), State::Stopped);
    QVERIFY(!pilot.session.nextWakeMono());
    pilot.closed(1000);
    pilot.advance(HourMs);
    QCOMPARE(pilot.opens.size(), 1);
    pilot.start();
    QCOMPARE(pilot.identifies.size(), 2);
    QVERIFY(pilot.resumes.isEmpty());
    QCOMPARE(pilot.sent.last().value(u"d"_s).toObject().value(u"token"_s).toString(),
             u"canary.token.value"_s);
}

void GatewaySessionTest::aRejectedTokenIsNotTriedAgain() // C-02 4004, N-12, F-17
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.closed(4004);
    QCOMPARE(pilot.session.status().failure, Failure::TokenRejected);
    pilot.take(pilot.session.retryNow(pilot.now()));
    pilot.take(pilot.session.networkIsBack(pilot.now()));
    pilot.advance(DayMs);
    QCOMPARE(pilot.opens.size(), 1);

    GatewayPilot refused; // by REST
    refused.settings.token = "other";
    refused.session.start(refused.settings, refused.now());
    refused.take(refused.session.onGatewayBot(Error{ErrorKind::Denied, {}, {}}, refused.now()));
    QCOMPARE(refused.session.status().failure, Failure::TokenRejected);
    QVERIFY(refused.opens.isEmpty());
}

void GatewaySessionTest::theUserMayStartAgainAfterARefusal()
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.advance(MinuteMs);
    pilot.closed(4014);
    QCOMPARE(pilot.state(), State::Failed);
    pilot.take(pilot.session.networkIsBack(pilot.now())); // nobody asked for it
    QCOMPARE(pilot.state(), State::Failed);
    pilot.take(pilot.session.retryNow(pilot.now()));
    QCOMPARE(pilot.state(), State::Connected);
    QCOMPARE(pilot.session.status().failure, Failure::None);
}

void GatewaySessionTest::connectionAttemptsBackOff() // B-01
{
    for (const double random : {0.0, 0.999999}) {
        GatewayPilot pilot;
        pilot.connect();
        pilot.reach = Reach::Unreachable;
        pilot.fixedRandom = random;
        pilot.opens.clear();
        const MonoMs lostMono = pilot.mono;
        pilot.closed(0);
        pilot.advance(10 * MinuteMs);
        const QVector<qint64> full = {0, 1000, 2000, 4000, 8000, 16'000, 32'000, 60'000, 60'000, 60'000};
        MonoMs before = lostMono;
        for (int i = 0; i < full.size(); ++i) {
            const qint64 waited = pilot.opens.at(i) - before;
            const qint64 expected = random > 0.5 ? full.at(i) : full.at(i) / 2; // equal jitter
            QVERIFY2(qAbs(waited - expected) <= 1, qPrintable(u"%1: %2"_s.arg(i).arg(waited)));
            before = pilot.opens.at(i);
        }
        QCOMPARE(pilot.state(), State::Waiting);
        QVERIFY(pilot.session.status().untilMs > pilot.utc);
        QVERIFY(pilot.session.status().attempt >= 10);
    }
}

// A connection that is let in but never gets its READY: at first the way to Discord sets the pace (30 s without READY, then
// B-01), later the number of IDENTIFYs (I-03 c); whichever is longer holds.
void GatewaySessionTest::identifyingWaitsForBothLimits() // B-02, G-04, I-03
{
    GatewayPilot pilot;
    pilot.fixedRandom = 0; // the shorter half of every jitter
    pilot.answersIdentify = false;
    pilot.start();
    pilot.advance(10 * MinuteMs);
    const QVector<qint64> expected = {30'500, 31'000, 32'000, 34'000, 40'000, 80'000, 160'000};
    QVERIFY(pilot.identifies.size() > expected.size());
    for (int i = 0; i < expected.size(); ++i) {
        const qint64 waited = pilot.identifies.at(i + 1) - pilot.identifies.at(i);
        QVERIFY2(qAbs(waited - expected.at(i)) <= 1, qPrintable(u"%1: %2"_s.arg(i).arg(waited)));
    }
}

void GatewaySessionTest::aRetryEndsTheWaitOncePerFiveSeconds() // B-01
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.reach = Reach::Unreachable;
    pilot.closed(0);
    pilot.advance(10 * MinuteMs);
    const int before = int(pilot.opens.size());
    pilot.take(pilot.session.retryNow(pilot.now()));
    QCOMPARE(pilot.opens.size(), before + 1);
    pilot.advance(4999);
    pilot.take(pilot.session.networkIsBack(pilot.now()));
    QCOMPARE(pilot.opens.size(), before + 1);
    pilot.advance(1);
    pilot.reach = Reach::Connects;
    pilot.take(pilot.session.networkIsBack(pilot.now()));
    QCOMPARE(pilot.state(), State::Connected);
}

void GatewaySessionTest::aRetryDoesNotCutDiscordsOwnWaitsShort() // C-02 4008, C-03, I-03
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.advance(10 * SecondMs);
    pilot.closed(4008);
    pilot.take(pilot.session.retryNow(pilot.now()));
    pilot.advance(59 * SecondMs);
    QCOMPARE(pilot.opens.size(), 1);
    pilot.advance(7 * SecondMs);
    QCOMPARE(pilot.state(), State::Connected);

    pilot.remaining = 20;
    pilot.advance(10 * MinuteMs);
    pilot.closed(4009);
    QCOMPARE(pilot.state(), State::Paused);
    pilot.take(pilot.session.retryNow(pilot.now()));
    QCOMPARE(pilot.state(), State::Paused);
}

void GatewaySessionTest::anUnreachableResumeAddressIsNotTheOnlyWay()
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.reach = Reach::Unreachable;
    pilot.closed(0);
    pilot.advance(5 * MinuteMs);
    const auto used = [&](const QString &host) {
        return std::count_if(pilot.urls.begin() + 1, pilot.urls.end(),
                             [&](const QUrl &url) { return url.host() == host; });
    };
    QVERIFY(used(u"gateway-us-east1-b.discord.gg"_s) >= 4);
    QVERIFY(used(u"gateway.discord.gg"_s) >= 2);
}

// Every RESUMED resets the backoff; without a floor this would be thousands of connections a minute.
void GatewaySessionTest::beingThrownOutAtOnceIsNotAnsweredInAStorm()
{
    GatewayPilot pilot;
    pilot.connect();
    for (int i = 0; i < 600; ++i) {
        if (pilot.state() == State::Connected)
            pilot.closed(1001);
        pilot.advance(100);
    }
    QVERIFY2(pilot.opens.size() <= 1 + 6 * 8 + 8, qPrintable(QString::number(pilot.opens.size())));
    QVERIFY(pilot.opens.size() >= 20);
    QCOMPARE(pilot.identifies.size(), 1);
}

void GatewaySessionTest::resumeSendsSessionAndSequence() // R-01, R-02
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.dispatch(u"GUILD_DELETE"_s, {{u"id"_s, u"1"_s}}, 42);
    const int events = int(pilot.events.size());
    pilot.answersResume = false;
    pilot.closed(0);
    const QJsonObject resume = pilot.sent.last();
    QCOMPARE(resume.value(u"op"_s).toInt(), 6);
    QCOMPARE(
        resume.value(u"d"_s).toObject(),
        (QJsonObject{{u"token"_s, u"canary.token.value"_s}, {u"session_id"_s, u"s1"_s}, {u"seq"_s, 42}}));
    pilot.dispatch(u"GUILD_DELETE"_s, {{u"id"_s, u"2"_s}}, 43);
    QCOMPARE(pilot.events.size(), events + 1); // replayed ones are told like live ones
    QCOMPARE(pilot.state(), State::Resuming);
    pilot.resumed(44);
    QCOMPARE(pilot.state(), State::Connected);
    QVERIFY(std::holds_alternative<Resumed>(pilot.events.last()));
}

void GatewaySessionTest::repeatedAndSkippedSequencesAreHandled() // R-03
{
    GatewayPilot pilot;
    pilot.connect();
    const auto tell = [&](qint64 sequence) {
        pilot.dispatch(u"GUILD_DELETE"_s, {{u"id"_s, u"1"_s}}, sequence);
    };
    tell(2);
    tell(3);
    tell(3);
    tell(2);
    QCOMPARE(pilot.events.size(), 5); // READY and four, repeated or not
    QVERIFY(!pilot.counts.contains(u"sequence gap"_s));
    tell(6);
    QCOMPARE(pilot.counts.count(u"sequence gap"_s), 1);
    pilot.answersResume = false;
    pilot.closed(0);
    QCOMPARE(pilot.sent.last().value(u"d"_s).toObject().value(u"seq"_s).toInt(), 6);
}

void GatewaySessionTest::unknownThingsAreCountedOnly_data() // R-06, F-24
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("counted");
    QTest::newRow("opcode") << QByteArray(R"({"op":99,"d":{}})") << u"unknown opcode 99"_s;
    QTest::newRow("event") << QByteArray(R"({"op":0,"t":"NEW_THING","s":2,"d":{}})")
                           << u"unknown event NEW_THING"_s;
    QTest::newRow("event without name") << QByteArray(R"({"op":0,"s":2,"d":{}})") << u"unknown event "_s;
    QTest::newRow("event of null") << QByteArray(R"({"op":0,"t":null,"s":null,"d":null})")
                                   << u"unknown event "_s;
    QTest::newRow("extra fields") << QByteArray(R"({"op":11,"d":5,"zzz":{"a":[1]}})") << QString();
    QTest::newRow("wrong sequence") << QByteArray(R"({"op":0,"t":"RESUMED","s":"2","d":null})") << QString();
}

void GatewaySessionTest::unknownThingsAreCountedOnly()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, counted);
    GatewayPilot pilot;
    pilot.connect();
    for (int i = 0; i < 50; ++i)
        pilot.receive(payload);
    QCOMPARE(pilot.counts.count(counted), counted.isEmpty() ? 0 : 50);
    QCOMPARE(pilot.state(), State::Connected);
    QVERIFY(pilot.closes.isEmpty());
}

void GatewaySessionTest::malformedEventsAreToldAndCounted() // R-06
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.dispatch(u"MESSAGE_CREATE"_s, {{u"id"_s, u"1"_s}, {u"channel_id"_s, u"10"_s}, {u"author"_s, 5}}, 2);
    QCOMPARE(pilot.counts, QStringList{u"malformed event MESSAGE_CREATE at author"_s});
    QCOMPARE(std::get<MalformedEvent>(pilot.events.last()).channel, ChannelId(10));
    QCOMPARE(pilot.state(), State::Connected);
}

void GatewaySessionTest::fiveUnreadablePayloadsEndTheConnection() // R-07, F-23
{
    const QVector<QByteArray> bad = {"{", "[]", R"({"op":"1"})", R"({"op":1.5})", QByteArray(200'000, '[')};
    GatewayPilot pilot;
    pilot.connect();
    for (int i = 0; i < 4; ++i)
        pilot.receive(bad.at(i));
    QVERIFY(pilot.closes.isEmpty());
    pilot.receive(bad.at(4));
    QCOMPARE(pilot.counts.count(u"bad json"_s), 5);
    QCOMPARE(pilot.closes, QVector<int>{0});
    QCOMPARE(pilot.resumes.size(), 1);
    QCOMPARE(pilot.identifies.size(), 1);
}

void GatewaySessionTest::unreadablePayloadsFarApartDoNot() // R-07
{
    GatewayPilot pilot;
    pilot.connect();
    for (int i = 0; i < 50; ++i) {
        pilot.receive("nonsense");
        pilot.advance(16 * SecondMs);
    }
    QCOMPARE(pilot.opens.size(), 1);
}

void GatewaySessionTest::requestedHeartbeatsStayBelowTheSendLimit() // R-04, H-05
{
    GatewayPilot pilot;
    pilot.heartbeatIntervalMs = 10'000;
    pilot.fixedRandom = 0.5;
    pilot.connect();
    for (int i = 0; i < 5000; ++i)
        pilot.sendOp(1);
    // 118 a minute, less eight reserved for our own beats, less the IDENTIFY.
    QCOMPARE(pilot.heartbeats, 118 - 8 - 1);
    pilot.advance(59 * SecondMs);
    QCOMPARE(pilot.heartbeats, 118 - 8 - 1 + 6);
    QVERIFY(pilot.closes.isEmpty());
    QVERIFY(!pilot.counts.contains(u"heartbeat beyond the send limit"_s));
}

void GatewaySessionTest::aLostSessionSaysSinceWhen()
{
    GatewayPilot pilot;
    pilot.connect();
    pilot.advance(5 * MinuteMs);
    pilot.dispatch(u"GUILD_DELETE"_s, {{u"id"_s, u"1"_s}}, 2);
    const UtcMs last = pilot.utc;
    pilot.reach = Reach::Hangs;
    pilot.closed(0);
    pilot.advance(10 * MinuteMs);
    pilot.reach = Reach::Connects;
    pilot.onResume = [&] { pilot.sendOp(9, false); };
    pilot.advance(2 * MinuteMs);
    QCOMPARE(pilot.state(), State::Connected);
    QCOMPARE(pilot.lost, QVector<UtcMs>{last}); // not the time of the op 9
}

void GatewaySessionTest::theTokenIsNeverTold() // TM-02
{
    GatewayPilot pilot;
    pilot.connect();
    for (const int code : {0, 1000, 4001, 4008, 4500, 4002, 4009, 4004}) {
        pilot.closed(code);
        pilot.advance(10 * MinuteMs);
    }
    for (const GatewayStatus &status : pilot.told)
        QVERIFY(!status.text.contains(u"canary"_s));
    for (const QString &count : pilot.counts)
        QVERIFY(!count.contains(u"canary"_s));
    for (const QUrl &url : pilot.urls)
        QVERIFY(!url.toString().contains(u"canary"_s));
}

QTEST_APPLESS_MAIN(GatewaySessionTest)
#include "tst_gatewaysession.moc"
