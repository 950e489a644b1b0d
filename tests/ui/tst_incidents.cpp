// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

using State = Discord::GatewayStatus::State;
using Failure = Discord::GatewayStatus::Failure;
using Kind = Incident::Kind;
using Action = IncidentAction;

const UtcMs Now = QDateTime::fromString(u"2026-11-22T14:04:00Z"_s, Qt::ISODate).toMSecsSinceEpoch();

// A situation that can be changed piece by piece before it is judged.
struct Situation
{
    BotState bot;
    StorageTrouble trouble;
    bool tokenKnown = true;
    bool online = true;
    bool stopped = false;
    UtcMs pausedSince = 0;
    qint64 clockOff = 0;

    Situation()
    {
        bot.gateway.state = State::Connected;
        bot.self = UserId(1);
        bot.lastEventMs = Now - 2 * MinuteMs;
    }
    IncidentInput input(UtcMs now = Now) const
    {
        return {bot,    trouble, now,         QTimeZone::utc(), tokenKnown,
                online, stopped, pausedSince, clockOff,         false};
    }
    QVector<Incident> judge(UtcMs now = Now) const { return incidents(input(now)); }
};

Situation disconnected()
{
    Situation s;
    s.bot.gateway.state = State::Waiting;
    s.bot.gateway.attempt = 3;
    s.bot.gateway.untilMs = Now + 8 * SecondMs;
    return s;
}

} // namespace

class tst_Incidents : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void allIsWell()
    {
        QVERIFY(Situation().judge().isEmpty());
        QCOMPARE(connectionWords(Situation().input(), 0).text, u"Connected"_s);
        QCOMPARE(connectionWords(Situation().input(), 0).shape, ConnectionWords::Shape::Normal);
        QCOMPARE(connectionWords(Situation().input(), 3).shape, ConnectionWords::Shape::Dot);
    }

    void aLostConnectionCountsDown() // J5 disconnect
    {
        const Situation s = disconnected();
        const QVector<Incident> list = s.judge();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0].text,
                 u"Disconnected from Discord. Trying again in 8 s (attempt 3). Numbers are up to 14:02."_s);
        QCOMPARE(list[0].actions, QVector<Action>{Action::TryNow});
        QCOMPARE(list[0].changesAtMs, Now + SecondMs);
        // Only the words change, not the incident: no second notification (must-point 28).
        const QVector<Incident> later = s.judge(Now + 3 * SecondMs);
        QCOMPARE(later[0].key, list[0].key);
        QVERIFY(later[0].text.contains(u"in 5 s"_s));
        QVERIFY(s.judge(Now + 20 * SecondMs)[0].text.contains(u"Trying again now"_s));
        QCOMPARE(connectionWords(s.input(), 0).shape, ConnectionWords::Shape::Slash);
    }

    void firstAttemptIsNoIncident()
    {
        Situation s;
        s.bot.gateway.state = State::Connecting;
        QVERIFY(s.judge().isEmpty());
        s.bot.gateway.state = State::Stopped;
        QVERIFY(s.judge().isEmpty());
    }

    void noTokenOrStoppedByHandIsNoIncident()
    {
        Situation s = disconnected();
        s.stopped = true;
        QVERIFY(s.judge().isEmpty());
        s.stopped = false;
        s.tokenKnown = false;
        QVERIFY(s.judge().isEmpty());
    }

    void anOfflineComputerIsToldApart() // J5 offline
    {
        Situation s = disconnected();
        s.online = false;
        QCOMPARE(s.judge()[0].kind, Kind::Offline);
        QVERIFY(s.judge()[0].text.startsWith(u"This computer is offline."_s));
    }

    void failuresStopTheBot_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("firstAction");
        QTest::newRow("revoked") << int(Failure::TokenRejected) << int(Kind::TokenRejected)
                                 << u"Discord no longer accepts the bot token. The bot is stopped."_s
                                 << int(Action::EnterToken);
        QTest::newRow("intents") << int(Failure::DisallowedIntents) << int(Kind::IntentsRefused)
                                 << u"Discord refused this bot's basic intents. The bot is stopped."_s
                                 << int(Action::CopyDetails);
        QTest::newRow("sharding") << int(Failure::ShardingRequired) << int(Kind::OtherFailure)
                                  << u"Discord refused the connection. The bot is stopped."_s
                                  << int(Action::CopyDetails);
    }
    void failuresStopTheBot() // J5 revoked, intents
    {
        QFETCH(int, failure);
        Situation s;
        s.bot.gateway.state = State::Failed;
        s.bot.gateway.failure = Failure(failure);
        const QVector<Incident> list = s.judge();
        QCOMPARE(list.size(), 1);
        QTEST(int(list[0].kind), "kind");
        QTEST(list[0].text, "text");
        QTEST(int(list[0].actions.first()), "firstAction");
        QCOMPARE(list[0].severity, Incident::Severity::Error);
        QCOMPARE(connectionWords(s.input(), 0).shape, ConnectionWords::Shape::Exclamation);
    }

    void aRestAnswerThatRejectsTheTokenCountsToo()
    {
        Situation s;
        s.bot.rest.tokenRejected = true;
        QCOMPARE(s.judge()[0].kind, Kind::TokenRejected);
    }

    void databaseTroubles_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<QString>("text");
        using T = StorageTrouble::Kind;
        QTest::newRow("locked")
            << int(T::Locked)
            << u"The database is used by another program (waiting 12 s). New events are kept in "
               u"memory: 41."_s;
        QTest::newRow("full")
            << int(T::Full)
            << u"The disk is full, so nothing can be saved. It goes on as soon as there is space. New "
               u"events are kept in memory: 41."_s;
        QTest::newRow("corrupt") << int(T::Corrupt)
                                 << u"The database is damaged. The damaged file is kept."_s;
        QTest::newRow("low space")
            << int(T::LowSpace)
            << u"Little space: 180 MB left. Below 50 MB no backups are made, so nothing can be "
               u"deleted or imported."_s;
    }
    void databaseTroubles() // J5 locked, corrupt, diskfull; S-11, S-12
    {
        QFETCH(int, trouble);
        Situation s;
        s.trouble = {StorageTrouble::Kind(trouble), 41, Now - 12 * SecondMs, 180000000, {}};
        QCOMPARE(s.judge().size(), 1);
        QTEST(s.judge()[0].text, "text");
    }

    void theMostSevereOneIsTheBanner()
    {
        Situation s = disconnected();
        s.trouble = {StorageTrouble::Kind::Full, 3, Now, 0, {}};
        s.bot.anotherProgramSuspected = true;
        const QVector<Incident> list = s.judge();
        QCOMPARE(list.size(), 3);
        QCOMPARE(list[0].kind, Kind::DatabaseFailing);
        QCOMPARE(list[1].kind, Kind::Disconnected);
        QCOMPARE(list[2].kind, Kind::SecondCopy);
        for (const Incident &incident : list)
            QVERIFY(incident.actions.size() <= 2);
    }

    void aShortPauseIsNobodysBusiness() // J5 ratelimit
    {
        Situation s;
        s.bot.rest.pausedForMs = 5 * SecondMs;
        s.pausedSince = Now - 3 * SecondMs;
        QVERIFY(s.judge().isEmpty());
        s.bot.rest.pausedForMs = 72 * SecondMs;
        QCOMPARE(s.judge()[0].text, u"Discord asked us to slow down. Resuming at 14:05:12."_s);
    }

    void tooManySessionsSaysWhenItGoesOn() // J5 sessions
    {
        Situation s;
        s.bot.gateway.state = State::Paused;
        s.bot.gateway.untilMs = Now + 156 * MinuteMs;
        QVERIFY(s.judge()[0].text.startsWith(u"Paused until 16:40 to protect the bot's token"_s));
    }

    void serversHaveTheirOwnIncidents() // J5 removed, permission
    {
        Situation s;
        BotState::Server gone;
        gone.id = GuildId(7);
        gone.name = u"<b>Example</b>"_s; // shown as plain text by whoever shows it
        gone.removed = true;
        gone.unreadable = {u"#a: never mind"_s};
        BotState::Server blind;
        blind.id = GuildId(8);
        blind.name = u"Northwind"_s;
        blind.unreadable = {u"#appeal-3: Read Message History is missing"_s,
                            u"#appeal-4: View Channels is missing"_s};
        s.bot.servers = {gone, blind};
        const QVector<Incident> list = s.judge();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].text, u"The bot was removed from <b>Example</b>. Its history is still here."_s);
        QCOMPARE(list[0].server, GuildId(7));
        QCOMPARE(
            list[1].text,
            u"Cannot read everything on Northwind: #appeal-3: Read Message History is missing (and 1 more)"_s);
        QVERIFY(list[1].details.contains(u"#appeal-4"_s));
    }

    void whatIsWrongNowComesBeforeAServerThatIsGone() // J5: the most severe one is the banner
    {
        Situation s;
        s.bot.gateway.state = State::Waiting;
        s.bot.gateway.attempt = 2;
        s.bot.gateway.untilMs = Now + 8 * SecondMs;
        BotState::Server gone;
        gone.id = GuildId(7);
        gone.name = u"Example"_s;
        gone.removed = true;
        s.bot.servers = {gone};
        const QVector<Incident> list = s.judge();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].kind, Incident::Kind::Disconnected);
        QCOMPARE(list[1].kind, Incident::Kind::Removed);
    }

    void aServerWithoutTicketCategoriesIsTold() // honest numbers: its tickets are not recorded
    {
        Situation s;
        BotState::Server first, second;
        first.id = GuildId(7);
        first.available = true;
        second.id = GuildId(8);
        second.name = u"Eastwind"_s;
        second.available = true;
        s.bot.servers = {first, second};
        QVERIFY(s.judge().isEmpty()); // nothing is set up: the assistant leads
        s.bot.servers[0].config.ticketCategories = {ChannelId(70)};
        const QVector<Incident> list = s.judge();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0].server, GuildId(8));
        QVERIFY2(list[0].text.startsWith("No tickets of Eastwind are recorded"_L1), qPrintable(list[0].text));
        QCOMPARE(list[0].actions, QVector<IncidentAction>{IncidentAction::ChooseCategories});
        s.bot.servers[1].config.ticketCategories = {ChannelId(80)};
        QVERIFY(s.judge().isEmpty());
    }

    void aWrongClockIsOnlyARow() // J5 clock
    {
        Situation s;
        s.clockOff = MinuteMs;
        QVERIFY(s.judge().isEmpty());
        s.clockOff = -6 * MinuteMs;
        QCOMPARE(s.judge().size(), 1);
        QVERIFY(!s.judge()[0].banner);
        QVERIFY(s.judge()[0].text.contains(u"6 min"_s));
    }

    void namesThatFitNoRoleAreRows()
    {
        Situation s;
        BotState::Server server;
        server.id = GuildId(8);
        server.config.problems = {{Setting::SupportRoles, u"Helper"_s, u"No role named “Helper”."_s}};
        s.bot.servers = {server};
        QCOMPARE(s.judge().size(), 1);
        QVERIFY(!s.judge()[0].banner);
        QCOMPARE(s.judge()[0].text, u"SUPPORT_ROLES: No role named “Helper”."_s);
    }

    void backOnlineSaysWhatWasFound_data()
    {
        QTest::addColumn<qint64>("away");
        QTest::addColumn<int>("closed");
        QTest::addColumn<int>("opened");
        QTest::addColumn<QString>("contains");
        QTest::newRow("nothing") << 6 * MinuteMs << 0 << 0 << u"nothing missed"_s;
        QTest::newRow("closed") << 6 * MinuteMs << 2 << 0 << u"closing time may be approximate"_s;
        QTest::newRow("opened") << 6 * MinuteMs << 0 << 3 << u"were opened meanwhile"_s;
    }
    void backOnlineSaysWhatWasFound() // J5, delight-point 53
    {
        QFETCH(qint64, away);
        QFETCH(int, closed);
        QFETCH(int, opened);
        QFETCH(QString, contains);
        const QString text = backOnlineText(away, closed, opened);
        QVERIFY2(text.startsWith(u"Back online. 6 minute"_s), qPrintable(text));
        QVERIFY2(text.contains(contains), qPrintable(text));
    }

    void everyActionHasWords()
    {
        for (int i = 0; i <= int(Action::OldBackups); ++i)
            QVERIFY(!incidentActionText(Action(i)).isEmpty());
        Incident incident;
        incident.bytes = 340'000'000;
        QCOMPARE(incidentActionText(Action::OldBackups, incident), u"Old backups (340 MB)…"_s);
    }

    // J5 corrupt: what came back is told, with the numbers, until it is put away.
    void whatCameBackIsTold_data()
    {
        QTest::addColumn<QString>("backup");
        QTest::addColumn<int>("recovered");
        QTest::addColumn<int>("known");
        QTest::addColumn<QString>("text");
        QTest::newRow("some")
            << u"b.db"_s << 41 << 44
            << u"The database was damaged and restored from the backup of 03:00; 41 of 44 later "
               "tickets recovered. The damaged file is kept."_s;
        QTest::newRow("none later")
            << u"b.db"_s << 0 << 0
            << u"The database was damaged and restored from the backup of 03:00, which had every ticket. The "
               "damaged file is kept."_s;
        QTest::newRow("no backup")
            << QString() << 44 << 44
            << u"The database was damaged and put together from what could be read: 44 of 44 "
               "tickets recovered. The damaged file is kept."_s;
    }
    void whatCameBackIsTold()
    {
        QFETCH(QString, backup);
        QFETCH(int, recovered);
        QFETCH(int, known);
        Situation s;
        IncidentInput input = s.input();
        DatabaseRecovery recovery;
        recovery.backup = backup;
        recovery.backupMs = Now - 11 * HourMs - 4 * MinuteMs;
        recovery.ticketsRecovered = std::max(0, recovered);
        recovery.ticketsKnown = known;
        recovery.quarantine = u"quarantine-1"_s;
        recovery.complete = recovered >= 0;
        input.recovery = recovery;
        const QVector<Incident> list = incidents(input);
        QCOMPARE(list.size(), 1);
        QTEST(list[0].text, "text");
        QCOMPARE(list[0].actions, (QVector<Action>{Action::Details, Action::ShowFile}));
        QCOMPARE(list[0].file, u"quarantine-1"_s);
        QVERIFY(list[0].closable);
        QVERIFY(incidentExplanation(list[0], input).contains(u"quarantine-1"_s));
    }

    void everyRowOfTheTableHasItsActions() // J5
    {
        Situation s = disconnected();
        s.online = false;
        QCOMPARE(s.judge()[0].actions.first(), Action::NetworkDetails);
        s = Situation();
        s.bot.gateway.state = State::Paused;
        QCOMPARE(s.judge()[0].actions, QVector<Action>{Action::SeeWhy});
        s = Situation();
        BotState::Server gone;
        gone.id = GuildId(7);
        gone.removed = true;
        BotState::Server mute;
        mute.id = GuildId(8);
        mute.cannotPost = {u"Cannot post in #ticket-logs: Send Messages is missing."_s};
        s.bot.servers = {gone, mute};
        QCOMPARE(s.judge()[0].actions, (QVector<Action>{Action::InviteAgain, Action::ArchiveServer}));
        QCOMPARE(s.judge()[1].actions, (QVector<Action>{Action::HowToFix, Action::ChooseChannel}));
        QVERIFY(incidentExplanation(s.judge()[1], s.input()).contains(u"Send Messages"_s));
        s = Situation();
        s.trouble = {StorageTrouble::Kind::Locked, 41, Now - 12 * SecondMs, -1, {}};
        QCOMPARE(s.judge()[0].actions, (QVector<Action>{Action::TryNow, Action::SaveCopy}));
        s.trouble.kind = StorageTrouble::Kind::LowSpace;
        QCOMPARE(s.judge()[0].actions, QVector<Action>{Action::OldBackups});
        s = Situation();
        s.clockOff = 6 * MinuteMs;
        QCOMPARE(s.judge()[0].actions, QVector<Action>{Action::Details});
        QVERIFY(incidentExplanation(s.judge()[0], s.input()).contains(u"Discord says 13:58"_s));
    }

    void anArchivedServerIsNobodysBusiness()
    {
        Situation s;
        BotState::Server gone;
        gone.id = GuildId(7);
        gone.removed = true;
        s.bot.servers = {gone};
        IncidentInput input = s.input();
        input.archived = {GuildId(7)};
        QVERIFY(incidents(input).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Incidents)
#include "tst_incidents.moc"
