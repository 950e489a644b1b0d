// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandguards.h"
#include "bot/commands/pendingactions.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TestCommandGuards : public QObject
{
    Q_OBJECT
private slots:
    void anInteractionIsNewOnce();
    void theLast10000AreRemembered();
    void twentyCommandsIn10SecondsAreEnoughForOnePerson(); // TM-31
    void aServerTakes120In10Seconds(); // TM-31
    void whoIsOverTheLimitTakesNothingFromTheServer(); // TM-31
    void scopesSurviveTheirJson();
    void brokenScopesAreNone();
    void expiredActionsAreForgottenLater();
};

void TestCommandGuards::anInteractionIsNewOnce()
{
    RecentInteractions recent;
    QVERIFY(recent.firstTime(InteractionId(1)));
    QVERIFY(!recent.firstTime(InteractionId(1)));
    QVERIFY(recent.firstTime(InteractionId(2)));
}

void TestCommandGuards::theLast10000AreRemembered()
{
    RecentInteractions recent;
    for (quint64 id = 1; id <= 10'001; ++id)
        QVERIFY(recent.firstTime(InteractionId(id)));
    QVERIFY(!recent.firstTime(InteractionId(2)));
    QVERIFY(!recent.firstTime(InteractionId(10'001)));
    QVERIFY(recent.firstTime(InteractionId(1))); // the one that fell out
}

void TestCommandGuards::twentyCommandsIn10SecondsAreEnoughForOnePerson()
{
    CommandLimiter limiter;
    const GuildId guild(1);
    const UserId user(2);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(limiter.waitFor(guild, user, 1000 + i * 100), qint64(0));
    // The first was at 1 000: a place is free at 11 000.
    QCOMPARE(limiter.waitFor(guild, user, 3000), qint64(8000));
    QCOMPARE(limiter.waitFor(guild, user, 10'999), qint64(1));
    QCOMPARE(limiter.waitFor(guild, user, 11'000), qint64(0));
    QVERIFY(limiter.waitFor(guild, user, 11'000) > 0);
    QCOMPARE(limiter.waitFor(guild, UserId(3), 11'000), qint64(0));
    QCOMPARE(limiter.waitFor(guild, user, 60'000), qint64(0));
}

void TestCommandGuards::aServerTakes120In10Seconds()
{
    CommandLimiter limiter;
    for (quint64 i = 0; i < 120; ++i)
        QCOMPARE(limiter.waitFor(GuildId(1), UserId(100 + i), 5000), qint64(0));
    QCOMPARE(limiter.waitFor(GuildId(1), UserId(7), 6000), qint64(9000));
    QCOMPARE(limiter.waitFor(GuildId(2), UserId(7), 6000), qint64(0));
    QCOMPARE(limiter.waitFor(GuildId(1), UserId(7), 15'000), qint64(0));
}

void TestCommandGuards::whoIsOverTheLimitTakesNothingFromTheServer()
{
    CommandLimiter limiter;
    for (int i = 0; i < 500; ++i)
        (void)limiter.waitFor(GuildId(1), UserId(7), 5000);
    for (quint64 i = 0; i < 100; ++i)
        QCOMPARE(limiter.waitFor(GuildId(1), UserId(100 + i), 5000), qint64(0));
}

void TestCommandGuards::scopesSurviveTheirJson()
{
    WipeScope scope;
    scope.kind = WipeScope::Kind::OlderThan;
    scope.days = 365;
    scope.nowMs = 1'763'769'600'123;
    scope.category = {.all = false, .id = ChannelId(175928847299117063), .name = u"Appeals"_s};
    // As it comes back from the database: through text.
    const QByteArray text = QJsonDocument(wipeScopeToJson(scope)).toJson();
    const std::optional<WipeScope> read = wipeScopeFromJson(QJsonDocument::fromJson(text).object());
    QVERIFY(read);
    QCOMPARE(read->kind, scope.kind);
    QCOMPARE(read->days, 365);
    QCOMPARE(read->nowMs, scope.nowMs);
    QCOMPARE(read->category, scope.category);
}

void TestCommandGuards::brokenScopesAreNone()
{
    QVERIFY(!wipeScopeFromJson({}));
    QVERIFY(!wipeScopeFromJson({{u"kind"_s, 7}, {u"now"_s, 1}}));
    QVERIFY(!wipeScopeFromJson({{u"kind"_s, 0}}));
}

void TestCommandGuards::expiredActionsAreForgottenLater()
{
    PendingActions pending;
    PendingAction action;
    action.key = "a";
    action.expiresMs = 1000;
    pending.add(action, 214);
    action.key = "b";
    pending.add(action);
    pending.find("b")->pressed = true;
    pending.forgetExpired(2000);
    QVERIFY(pending.find("a")); // a late press still gets its own answer
    QCOMPARE(pending.find("a")->typedNumber, 214);
    QVERIFY(!pending.find("b"));
    pending.forgetExpired(2000 + 2 * HourMs);
    QVERIFY(!pending.find("a"));
}

QTEST_APPLESS_MAIN(TestCommandGuards)
#include "tst_commandguards.moc"
