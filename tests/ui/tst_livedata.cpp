// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "bot/store/sql.h"
#include "ui/livedata.h"
#include "ui/pages/trendsfigures.h"
#include "ui/uisettings.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_LiveData : public QObject
{
    Q_OBJECT

private slots:
    void serversComeFromTheDatabaseBeforeTheBotConnects()
    {
        UiWorld world;
        LiveData live(world.storage(), world.clock());
        QSignalSpy servers(&live, &LiveData::serversChanged);
        QTRY_VERIFY(live.loaded());
        QCOMPARE(live.server(), UiWorld::Northwind);
        QCOMPARE(live.serverName(), u"Northwind"_s);
        QCOMPARE(live.serverPulse()->open, 14);
        QCOMPARE(live.serverPulse()->waiting, 4);
        QCOMPARE(live.serverPulse()->overdue, 3); // 42, 12 and about 175 minutes against 10
        QVERIFY(live.serverPulse()->recordingBeganMs > 0);
        QCOMPARE(servers.size(), 1);
    }

    void manyCommitsAreToldAtMostFourTimesASecond() // UX 2.13, LAYOUT 5
    {
        UiWorld world(false);
        LiveData live(world.storage(), world.clock());
        QTRY_VERIFY(live.loaded());
        QSignalSpy changes(&live, &LiveData::dataChanged);
        QElapsedTimer timer;
        timer.start();
        quint64 sent = 0;
        while (timer.elapsed() < 1100) {
            ChangeSet change;
            change.tickets.insert(ChannelId(++sent));
            live.noteCommitted(change);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        const int allowed = int(timer.elapsed() / LiveData::RefreshMs) + 1;
        QVERIFY2(changes.size() <= allowed, qPrintable(QString::number(changes.size())));
        QVERIFY(changes.size() >= 2);
        QTRY_VERIFY([&] { // nothing is left out
            QSet<ChannelId> told;
            for (const auto &arguments : changes)
                told.unite(arguments[0].value<ChangeSet>().tickets);
            return quint64(told.size()) == sent;
        }());
    }

    void outdatedAnswersAreDropped() // UX 2.6 "results of an outdated query are ignored"
    {
        UiWorld world(false);
        LiveData live(world.storage(), world.clock());
        LiveQuestion question(live);
        auto gate = std::make_shared<QSemaphore>();
        QStringList answers;
        const auto ask = [&](const QString &name, bool waits) {
            question.ask(
                [gate, name, waits](const Reader &, UtcMs) {
                    if (waits)
                        gate->acquire();
                    return name;
                },
                [&](const QString &answer) { answers.append(answer); });
        };
        ask(u"first"_s, true);
        ask(u"second"_s, false);
        ask(u"third"_s, false);
        QVERIFY(question.waiting());
        gate->release();
        QTRY_COMPARE(answers, QStringList{u"third"_s});
        QVERIFY(!question.waiting());
    }

    void nobodyWaitsForTheEndOfAnOutdatedQuestion()
    {
        UiWorld world(false);
        LiveData live(world.storage(), world.clock());
        const auto endless = [](const Reader &reader, UtcMs) {
            Statement numbers(
                reader.database(),
                u"WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"_s);
            qint64 rows = 0;
            for (bool ok = numbers.ask(); ok && numbers.next();)
                ++rows;
            return rows;
        };
        LiveQuestion question(live);
        bool asked = false;
        QSignalSpy failed(&question, &LiveQuestion::failed);
        question.ask(endless, [](qint64) { QFAIL("There is no end to it."); });
        question.ask([](const Reader &, UtcMs) { return true; }, [&asked](bool) { asked = true; });
        QTRY_VERIFY(asked);
        // Neither does anybody for one that was forgotten, or whose view is gone: closing the database ends.
        question.ask(endless, [](qint64) { QFAIL("There is no end to it."); });
        question.forget();
        LiveQuestion(live).ask(endless, [](qint64) { QFAIL("There is no end to it."); });
        QCOMPARE(failed.count(), 0);
    }

    void repeatingDeliversAndAsksOnceMore()
    {
        UiWorld world(false);
        LiveData live(world.storage(), world.clock());
        LiveQuestion question(live);
        auto gate = std::make_shared<QSemaphore>();
        int answers = 0;
        question.ask(
            [gate](const Reader &, UtcMs) {
                gate->acquire();
                return 1;
            },
            [&](int) { ++answers; });
        for (int i = 0; i < 50; ++i)
            question.again();
        gate->release(100);
        QTRY_COMPARE(answers, 2); // the first, and one for everything that changed meanwhile
        QTest::qWait(50);
        QCOMPARE(answers, 2);
    }

    void slownessIsToldAndTakenBack() // UX 2.6 "Updating…" after 200 ms
    {
        UiWorld world(false);
        LiveData live(world.storage(), world.clock());
        LiveQuestion question(live);
        QSignalSpy slow(&question, &LiveQuestion::slow);
        auto gate = std::make_shared<QSemaphore>();
        question.ask(
            [gate](const Reader &, UtcMs) {
                gate->acquire();
                return 1;
            },
            [](int) {});
        QTRY_COMPARE(slow.size(), 1);
        QVERIFY(slow[0][0].toBool());
        gate->release();
        QTRY_COMPARE(slow.size(), 2);
        QVERIFY(!slow[1][0].toBool());
    }

    void anAnswerAfterTheViewsDeathIsHarmless()
    {
        UiWorld world(false);
        LiveData live(world.storage(), world.clock());
        auto gate = std::make_shared<QSemaphore>();
        auto question = std::make_unique<LiveQuestion>(live);
        bool answered = false;
        question->ask(
            [gate](const Reader &, UtcMs) {
                gate->acquire();
                return 1;
            },
            [&](int) { answered = true; });
        question.reset();
        gate->release();
        world.flush();
        QTest::qWait(50);
        QVERIFY(!answered);
    }

    void choicesAreRememberedPerServer() // UX 2.3, should-point 35
    {
        UiWorld world(false);
        world.addServer(UiWorld::Contoso, u"Contoso"_s);
        CategoryFilter appeals;
        appeals.all = false;
        appeals.id = UiWorld::Appeals;
        {
            UiSettings settings(world.folder());
            LiveData live(world.storage(), world.clock(), &settings);
            QTRY_VERIFY(live.loaded());
            live.setServer(UiWorld::Northwind);
            live.setRange({DateRange::Kind::Last90Days, 1});
            live.setCategory(appeals);
            live.setCompare(false);
            live.setServer(UiWorld::Contoso);
            QCOMPARE(live.range(), DateRange()); // its own choices
            QVERIFY(live.category().all);
            QVERIFY(live.compare());
            live.setServer(UiWorld::Northwind);
        }
        UiSettings settings(world.folder());
        LiveData live(world.storage(), world.clock(), &settings);
        QTRY_COMPARE(live.server(), UiWorld::Northwind);
        QCOMPARE(live.range(), (DateRange{DateRange::Kind::Last90Days, 1}));
        QCOMPARE(live.category(), appeals);
        QVERIFY(!live.compare());
    }

    // M-22, UX 3.10: after a restart days end at midnight of the server's zone, and its own targets count.
    void theRememberedServerIsShownWithItsZoneAndTargets()
    {
        UiWorld world(false);
        world.addServer(UiWorld::Contoso, u"Contoso"_s);
        StoredConfig config;
        config.configured = true;
        config.timeZone = "Asia/Kolkata";
        config.firstResponseTargetMs = 20 * MinuteMs;
        bool saved = false;
        world.storage().write(
            this, [config](Writer &writer) { return writer.saveConfig(UiWorld::Contoso, config, Actor()); },
            [&](const Status &status) { saved = status.ok(); });
        QTRY_VERIFY(saved);
        UiSettings settings(world.folder());
        settings.setValue(u"window/server"_s, UiWorld::Contoso.toString());
        LiveData live(world.storage(), world.clock(), &settings);
        // What a page asks at the moment when it learns of the server.
        std::optional<TrendsQuestion> asked;
        connect(&live, &LiveData::serverChanged, this, [&] { asked = TrendsQuestion::of(live); });
        if (live.server())
            asked = TrendsQuestion::of(live);
        QTRY_VERIFY(live.loaded());
        QVERIFY(asked);
        QCOMPARE(asked->server, UiWorld::Contoso);
        QCOMPARE(asked->serverName, u"Contoso"_s);
        QCOMPARE(asked->context.zone.id(), QByteArray("Asia/Kolkata"));
        QCOMPARE(asked->firstResponseTarget().value_or(0), 20 * MinuteMs);
    }

    void changedTargetsAreAskedWith() // UX 3.10 "live-apply", also while no bot runs
    {
        UiWorld world;
        LiveData live(world.storage(), world.clock());
        connect(&world.storage(), &Storage::committed, &live, &LiveData::noteCommitted);
        QTRY_VERIFY(live.loaded());
        QSignalSpy view(&live, &LiveData::viewChanged);
        StoredConfig config = live.config();
        config.firstResponseTargetMs = 25 * MinuteMs;
        world.storage().write(
            this, [config](Writer &writer) { return writer.saveConfig(UiWorld::Northwind, config, Actor()); },
            [](const Status &) {});
        QTRY_COMPARE(view.size(), 1);
        QCOMPARE(live.config().firstResponseTargetMs, 25 * MinuteMs);
    }

    void offlineDataSaysUntilWhenItIsComplete() // UX 2.6 "as of 14:02"
    {
        UiWorld world(false);
        LiveData live(world.storage(), world.clock());
        BotState state = world.connectedState();
        live.setBotState(state);
        QCOMPARE(live.asOfMs(), world.nowMs);
        state.gateway.state = Discord::GatewayStatus::State::Waiting;
        live.setBotState(state);
        QCOMPARE(live.asOfMs(), state.lastEventMs);
    }

    void aServerThatTheBotWasRemovedFromStandsStill() // UX J5 removed
    {
        UiWorld world(false);
        world.addTicket(UiWorld::General, u"general-1"_s, world.nowMs - 15 * MinuteMs, -1, -1);
        world.flush();
        LiveData live(world.storage(), world.clock());
        live.setBotState(world.connectedState());
        QTRY_VERIFY(live.loaded());
        QCOMPARE(live.overdueEverywhere(), 1);
        QVERIFY(!live.staleSinceMs() && !live.serverRemoved());
        bool saved = false;
        const UtcMs removedMs = world.nowMs;
        world.storage().write(
            this,
            [removedMs](Writer &writer) -> Status {
                GuildInfo gone;
                gone.id = UiWorld::Northwind;
                gone.name = u"Northwind"_s;
                gone.removed = true;
                if (Status status = writer.saveGuild(gone); !status)
                    return status;
                return rememberGap(writer, UiWorld::Northwind, removedMs, u"bot removed"_s);
            },
            [&saved](const Status &status) { saved = bool(status); });
        QTRY_VERIFY(saved);
        world.nowMs += 3 * HourMs;
        live.refreshNow();
        QTRY_VERIFY(live.serverRemoved());
        QCOMPARE(live.overdueEverywhere(), 0); // nobody knows who waits there
        QCOMPARE(live.serverPulse()->overdue, 0);
        QCOMPARE(live.removedAtMs(), std::optional(removedMs));
        QCOMPARE(live.asOfMs(), removedMs); // though the bot is connected
    }

    // Whoever meets damage has it mended, also where nothing is written (PROTOCOL S-08).
    void damageThatAQuestionMeetsIsMended()
    {
        UiWorld world;
        bool backedUp = false;
        world.storage().backUp(this, u"manual"_s, [&backedUp](const auto &made) { backedUp = bool(made); });
        QTRY_VERIFY(backedUp);
        bool compacted = false;
        world.storage().compact(this, [&compacted](const auto &won) { compacted = bool(won); });
        QTRY_VERIFY(compacted);
        QFile file(world.storage().databasePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 Head = 100 * 1024;
        QVERIFY(file.size() > 4 * Head);
        QVERIFY(file.seek(Head));
        const qint64 rest = file.size() - Head;
        QCOMPARE(file.write(QByteArray(rest, '\x5a')), rest);
        file.close();

        LiveData live(world.storage(), world.clock());
        QSignalSpy mended(&world.storage(), &Storage::databaseRecovered);
        LiveQuestion question(live);
        question.ask(
            [](const Reader &reader, UtcMs nowMs) {
                return reader.ticketRows(UiWorld::Northwind, {}, Window::lastDays(365, nowMs)).size();
            },
            [](qsizetype) {});
        QTRY_COMPARE_WITH_TIMEOUT(mended.size(), 1, 60'000);
    }

    void timePassesIntoOverdue()
    {
        UiWorld world(false);
        world.addTicket(UiWorld::General, u"general-1"_s, world.nowMs - 9 * MinuteMs, -1, -1);
        world.flush();
        LiveData live(world.storage(), world.clock());
        QTRY_VERIFY(live.loaded());
        QCOMPARE(live.serverPulse()->overdue, 0);
        QSignalSpy servers(&live, &LiveData::serversChanged);
        world.nowMs += 2 * MinuteMs;
        live.refreshNow();
        QTRY_COMPARE(live.serverPulse()->overdue, 1);
        QVERIFY(servers.size() >= 1);
        QCOMPARE(live.overdueEverywhere(), 1);
    }
};

QTEST_MAIN(tst_LiveData)
#include "tst_livedata.moc"
