// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetesting.h"

#include "bot/store/gaps.h"
#include "bot/tickets/configedit.h"

using namespace StoreTesting;

namespace {

const Actor Dana{UserId(400000000000000001), u"dana"_s, false};
const Actor Console{UserId(), u"root on this computer"_s, true};

StoredConfig someConfig()
{
    StoredConfig config;
    config.ticketCategories = {General, Appeals}; // the order is the user's
    config.closedCategories = {ChannelId(910000000000000003)};
    config.ticketBots = {TicketBot};
    config.supportRoles = {Support};
    config.statsRoles = {RoleId(1), RoleId(2)};
    config.databaseRoles = {RoleId(3)};
    config.accessRoles = {RoleId(4)};
    config.logChannel = ChannelId(5);
    config.archiveChannel = ChannelId(6);
    config.publicByDefault = true;
    config.timeZone = "Europe/London";
    config.postLanguage = u"de"_s;
    config.firstResponseTargetMs = 5 * 60 * 1000;
    config.resolutionTargetMs = 3600 * 1000;
    config.heavyLoad = 9;
    config.categoryTargets = {{Appeals, {60'000, 0}}};
    config.workingWeek = {{Qt::Monday, 8 * 60, 12 * 60}, {Qt::Monday, 13 * 60, 17 * 60}};
    config.holidays = {QDate(2026, 12, 25)};
    config.configured = true;
    return config;
}

} // namespace

class AdminStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void settingsComeBackAsTheyWereSaved()
    {
        Store store;
        QCOMPARE(store.reader().config(Guild), StoredConfig());
        QVERIFY(store.write([](Writer &w) { return w.saveConfig(Guild, someConfig(), Console); }).ok());
        QVERIFY(store.writer().takeChanges().config);
        store.close();
        store.open();
        QCOMPARE(store.reader().config(Guild), someConfig());
        QCOMPARE(store.reader().config(OtherGuild), StoredConfig()); // TM-09
    }

    void theHistoryHoldsWhatChanged()
    {
        Store store;
        QVERIFY(store.write([](Writer &w) { return w.saveConfig(Guild, someConfig(), Console); }).ok());
        StoredConfig changed = someConfig();
        changed.supportRoles += RoleId(77);
        changed.heavyLoad = 3;
        store.nowMs += SecondMs;
        QVERIFY(store.write([&](Writer &w) { return w.saveConfig(Guild, changed, Dana); }).ok());
        QVERIFY(store.write([&](Writer &w) { return w.saveConfig(Guild, changed, Dana); })
                    .ok()); // nothing changed: no row
        int total = 0;
        const auto rows = store.reader().history(Guild, 0, 1, &total);
        QCOMPARE(total, 2);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().kind, u"config"_s);
        QCOMPARE(rows.first().actor.name, u"dana"_s);
        QCOMPARE(rows.first().after.keys(), (QStringList{u"heavy_load"_s, u"support_roles"_s}));
        QCOMPARE(rows.first().before.value(u"heavy_load"_s).toInt(), 9);
        QCOMPARE(rows.first().after.value(u"heavy_load"_s).toInt(), 3);
    }

    void anEditChangesOnlyItsOwnSteps() // UX J4: two editors
    {
        Store store;
        QVERIFY(store.write([](Writer &w) { return w.saveConfig(Guild, someConfig(), Console); }).ok());
        // Somebody else's save comes between the reading of a form and its saving.
        StoredConfig theirs = someConfig();
        theirs.statsRoles += RoleId(77);
        QVERIFY(store.write([&](Writer &w) { return w.saveConfig(Guild, theirs, Dana); }).ok());
        ConfigEdit edit;
        edit.lists[Setting::DatabaseRoles].insert(88, true);
        edit.fields.insert(ConfigField::HeavyLoad, 3);
        edit.addMax.insert(Ben, u"ben"_s);
        const auto save = [&] {
            return store.write([&](Writer &w) { return w.editConfig(Guild, edit, Console); });
        };
        QVERIFY(save().ok());
        const StoredConfig now = store.reader().config(Guild);
        QVERIFY(now.statsRoles.contains(RoleId(77)));
        QVERIFY(now.databaseRoles.contains(RoleId(88)));
        QCOMPARE(now.heavyLoad, 3);
        QCOMPARE(now.maxUsers, QSet<UserId>{Ben});
        int total = 0;
        auto rows = store.reader().history(Guild, 0, 9, &total);
        QCOMPARE(total, 4);
        QCOMPARE(rows.at(0).kind, u"max_add"_s);
        QCOMPARE(rows.at(1).after.keys(), (QStringList{u"database_roles"_s, u"heavy_load"_s}));
        // The same again changes nothing and is no history.
        QVERIFY(save().ok());
        rows = store.reader().history(Guild, 0, 9, &total);
        QCOMPARE(total, 4);
        edit = {};
        edit.removeMax.insert(Ben, u"ben"_s);
        QVERIFY(save().ok());
        QVERIFY(store.reader().config(Guild).maxUsers.isEmpty());
    }

    // TM-10
    void maxPermissionUsersAreAddedAndRemovedOnce()
    {
        Store store;
        const auto add = [&] {
            return store.write([](Writer &w) { return w.addMaxUser(Guild, Ben, u"ben"_s, Dana); });
        };
        const auto remove = [&] {
            return store.write([](Writer &w) { return w.removeMaxUser(Guild, Ben, Console); });
        };
        QCOMPARE(*add(), true);
        QCOMPARE(*add(), false);
        const auto users = store.reader().maxUsers(Guild);
        QCOMPARE(users.size(), 1);
        QCOMPARE(users.first().user, Ben);
        QCOMPARE(users.first().addedBy.name, u"dana"_s);
        QCOMPARE(users.first().addedAtMs, Now);
        QVERIFY(users.first().confirmed);
        QCOMPARE(store.reader().config(Guild).maxUsers, QSet<UserId>{Ben});
        QVERIFY(store.reader().maxUsers(OtherGuild).isEmpty());
        // Saving settings does not touch them, whatever copy of them the form holds.
        QVERIFY(store.write([](Writer &w) { return w.saveConfig(Guild, someConfig(), Console); }).ok());
        QCOMPARE(store.reader().config(Guild).maxUsers, QSet<UserId>{Ben});
        QCOMPARE(*remove(), true);
        QCOMPARE(*remove(), false);
        QVERIFY(store.reader().maxUsers(Guild).isEmpty());
        QStringList kinds;
        for (const HistoryRow &row : store.reader().history(Guild, 0, 10))
            kinds.prepend(row.kind);
        QCOMPARE(kinds, (QStringList{u"max_add"_s, u"config"_s, u"max_remove"_s}));
    }

    void anImportedMaxUserCountsOnlyAfterAManagersWord()
    {
        Store store;
        QCOMPARE(
            store.error(
                u"INSERT INTO max_user VALUES (990000000000000001, 200000000000000012, 'ben', 0, 'import', 1, 1, 0)"_s),
            QString());
        QVERIFY(store.reader().config(Guild).maxUsers.isEmpty());
        QVERIFY(!store.reader().maxUsers(Guild).first().confirmed);
        QCOMPARE(*store.write([](Writer &w) { return w.addMaxUser(Guild, Ben, u"ben"_s, Dana); }), true);
        QCOMPARE(store.reader().config(Guild).maxUsers, QSet<UserId>{Ben});
    }

    // TM-12, TM-13: single use, bound to caller and server, short-lived.
    void aConfirmationWorksOnceForItsCallerInTime()
    {
        Store store;
        PendingAction action;
        action.key = "00112233445566778899aabbccddeeff";
        action.guild = Guild;
        action.user = Kira;
        action.action = u"wipe"_s;
        action.arguments = {{u"days"_s, 20}};
        action.expiresMs = Now + 2 * MinuteMs;
        QVERIFY(store.write([&](Writer &w) { return w.savePending(action); }).ok());
        const auto take = [&](GuildId guild, UserId user) {
            return store.write([&](Writer &w) { return w.takePending(action.key, guild, user); });
        };
        QCOMPARE(take(Guild, Tom).error().kind, ErrorKind::Denied);
        QCOMPARE(take(OtherGuild, Kira).error().kind, ErrorKind::Denied);
        store.nowMs += 2 * MinuteMs - 1;
        const auto taken = take(Guild, Kira);
        QVERIFY(taken.ok());
        QCOMPARE(taken->action, u"wipe"_s);
        QCOMPARE(taken->arguments, action.arguments);
        QCOMPARE(take(Guild, Kira).error().kind, ErrorKind::NotFound);

        action.key = "ffeeddccbbaa99887766554433221100";
        action.expiresMs = store.nowMs + MinuteMs;
        QVERIFY(store.write([&](Writer &w) { return w.savePending(action); }).ok());
        store.nowMs += MinuteMs;
        QCOMPARE(take(Guild, Kira).error().kind, ErrorKind::Cancelled);
        const QByteArray unknown = "nothing";
        QCOMPARE(store.write([&](Writer &w) { return w.takePending(unknown, Guild, Kira); }).error().kind,
                 ErrorKind::NotFound);
    }

    //
    void anInteractionIsExecutedOnce()
    {
        Store store;
        const auto first = [&] {
            return *store.write([](Writer &w) { return w.firstTime(InteractionId(42), Guild); });
        };
        QVERIFY(first());
        QVERIFY(!first());
        store.close();
        store.open();
        QVERIFY(!first());
    }

    // I-03 b, D-01: governors outlive the process.
    void identifiesAndRegistrationsAreRemembered()
    {
        Store store;
        for (int i = 0; i < 3; ++i)
            QVERIFY(store.write([&](Writer &w) { return w.recordIdentify(Now + i); }).ok());
        QCOMPARE(store.reader().botMemory().identifies, (QVector<UtcMs>{Now, Now + 1, Now + 2}));
        QVERIFY(store.write([&](Writer &w) { return w.recordIdentify(Now + 5 * DayMs); }).ok());
        QCOMPARE(store.reader().botMemory().identifies, QVector<UtcMs>{Now + 5 * DayMs});
        QVERIFY(store.write([&](Writer &w) { return w.recordRegistration(Now); }).ok());
        QCOMPARE(*store.write([](Writer &w) { return w.registrationsToday(); }), 1);
        store.nowMs += DayMs;
        QCOMPARE(*store.write([](Writer &w) { return w.registrationsToday(); }), 0);
    }

    void gapsAreShownUntilTheyAreFilled()
    {
        Store store;
        const auto open = store.write([](Writer &w) {
            return w.openGap(Guild, {}, Now - HourMs, u"offline"_s, CoverageGap::State::MessagesLost);
        });
        QVERIFY(open.ok());
        const Window today{Now - DayMs, Now};
        QCOMPARE(store.reader().gaps(Guild, today).size(), 1);
        QCOMPARE(store.reader().gaps(Guild, today).first().toMs, 0);
        QVERIFY(store.reader().gaps(Guild, {Now - DayMs, Now - HourMs}).isEmpty());
        QVERIFY(store.reader().gaps(OtherGuild, today).isEmpty());
        QVERIFY(store
                    .write([&](Writer &w) {
                        return w.closeGap(*open, Now - MinuteMs, false, u"channels are gone"_s);
                    })
                    .ok());
        QCOMPARE(store.reader().gaps(Guild, today).first().toMs, Now - MinuteMs);
        QVERIFY(store.reader().gaps(Guild, {Now - MinuteMs, Now}).isEmpty());
        QVERIFY(store.write([&](Writer &w) { return w.closeGap(*open, Now - MinuteMs, true, {}); }).ok());
        QVERIFY(store.reader().gaps(Guild, today).isEmpty());
    }

    // M-07: before the first ticket, or the bot's first look, nobody looked.
    void beforeRecordingBeganNobodyLooked()
    {
        Store store;
        const Window tenDays = Window::lastDays(10, Now);
        const auto observed = [&] { return store.reader().statistics(Guild, {}, tenDays).observed; };
        QVERIFY(store.reader().gaps(Guild, tenDays).isEmpty()); // there is nothing to leave out of
        store.apply(wholeTicket(Now - 4 * DayMs));
        QCOMPARE(store.reader().firstOpenedMs(Guild), Now - 4 * DayMs);
        QCOMPARE(observed(), 0.4);
        QCOMPARE(store.reader().gaps(Guild, tenDays).first().cause, QString(UnrecordedCause));
        QVERIFY(store.reader().gaps(Guild, {Now - 4 * DayMs, Now}).isEmpty());
        // A server may have no ticket for days.
        QVERIFY(store.write([&](Writer &w) { return noteFirstLook(w, Guild, Now - 9 * DayMs); }));
        QCOMPARE(observed(), 0.9);
    }

    // M-07, PROTOCOL 2.5: an outage is a hole while it lasts, not only when it is over.
    void nobodyLooksWhileTheBotIsSilent()
    {
        Store store;
        const auto gaps = [&](GuildId guild) {
            return store.reader().gaps(guild, {store.nowMs - DayMs, store.nowMs});
        };
        const auto observed = [&](Window window) {
            return store.reader().statistics(Guild, {}, window).observed;
        };
        GuildInfo seen;
        seen.id = Guild;
        seen.name = u"Northwind"_s;
        QVERIFY(store.write([&](Writer &w) { return w.saveGuild(seen); }).ok());
        QVERIFY(store.write([&](Writer &w) { return w.markAlive(store.nowMs); }).ok());
        const UtcMs aliveMs = store.nowMs;
        store.nowMs += 2 * MinuteMs; // one sign of life may be late
        QVERIFY(gaps(Guild).isEmpty());
        store.nowMs = aliveMs + 6 * HourMs;
        QCOMPARE(gaps(Guild).size(), 1);
        QCOMPARE(gaps(Guild).first().fromMs, aliveMs);
        QCOMPARE(gaps(Guild).first().toMs, 0);
        QCOMPARE(observed({store.nowMs - DayMs, store.nowMs}), 0.75);
        QCOMPARE(observed({aliveMs - DayMs, aliveMs}), 1.0);
        QVERIFY(gaps(OtherGuild).isEmpty()); // never seen, so it lost nothing
        // Back, and not caught up yet: the hole does not shrink to what came since.
        QVERIFY(
            store.write([&](Writer &w) { return rememberGap(w, Guild, aliveMs, u"bot removed"_s); }).ok());
        QVERIFY(store.write([&](Writer &w) { return w.markAlive(store.nowMs); }).ok());
        QCOMPARE(gaps(Guild).size(), 1);
        QCOMPARE(gaps(Guild).first().fromMs, aliveMs);
        QCOMPARE(gaps(Guild).first().cause, u"bot removed"_s);
        QVERIFY(store.write([](Writer &w) { return forgetGap(w, Guild); }).ok());
        QVERIFY(gaps(Guild).isEmpty());
    }

    // LAYOUT: what the bot must know to decide is loaded once.
    void theBotRemembersItsServers()
    {
        Store store;
        QVERIFY(store
                    .write([](Writer &w) -> Status {
                        if (Status s =
                                w.saveGuild({Guild, u"Northwind"_s, u"abc"_s, Kira, u"en-GB"_s, false});
                            !s)
                            return s;
                        if (Status s = w.saveConfig(Guild, someConfig(), Console); !s)
                            return s;
                        if (Status s = w.rememberCategories(Guild, {{Appeals, u"Appeals"_s}}); !s)
                            return s;
                        return w.rememberBot(TicketBot);
                    })
                    .ok());
        store.apply(wholeTicket(Now - DayMs, false) + wholeTicket(Now - 2 * DayMs, true));
        Fact::Closed deleted =
            std::get<Fact::Closed>(closedFact(idAt<ChannelId>(Now - 3 * DayMs), Now - DayMs).fact);
        deleted.kind = EndKind::Deleted;
        store.apply(wholeTicket(Now - 3 * DayMs, false) + TicketFacts{{Guild, deleted}});
        store.apply(
            {{Guild, Fact::AuditCheckpoint{AuditEntryId(99)}},
             {Guild, Fact::Candidate{ChannelId(7), Appeals, u"a"_s, Fact::Candidate::State::Pending, false}},
             {Guild,
              Fact::Candidate{ChannelId(8), Appeals, u"b"_s, Fact::Candidate::State::NotATicket, false}}});
        store.nowMs += MinuteMs;
        QVERIFY(store.write([&](Writer &w) { return w.markAlive(store.nowMs); }).ok());

        const BotMemory memory = store.reader().botMemory();
        QCOMPARE(memory.botId, TicketBot);
        QCOMPARE(memory.dbUuid, DatabaseFile::uuid(store.database()));
        QCOMPARE(memory.guilds.size(), 1);
        const auto &guild = memory.guilds.value(Guild);
        QCOMPARE(guild.info.name, u"Northwind"_s);
        QCOMPARE(guild.info.owner, Kira);
        QCOMPARE(guild.config, someConfig());
        QCOMPARE(guild.auditCheckpoint, AuditEntryId(99));
        QCOMPARE(guild.lastCommitMs, store.nowMs);
        QCOMPARE(guild.known.tickets.size(), 2); // the third one's channel is gone
        QCOMPARE(guild.known.pending, QSet<ChannelId>{ChannelId(7)});
        QCOMPARE(guild.known.notTickets, QSet<ChannelId>{ChannelId(8)});
        QCOMPARE(guild.known.knownCategories, QSet<ChannelId>{Appeals});
        QCOMPARE(guild.known.openerBots, QSet<UserId>{TicketBot});

        // K-03: what began to catch up and did not finish is caught up on from its beginning.
        QVERIFY(store.write([](Writer &w) { return rememberGap(w, Guild, Now - HourMs, u"bot removed"_s); })
                    .ok());
        QCOMPARE(store.reader().botMemory().guilds.value(Guild).lastCommitMs, Now - HourMs);
        QCOMPARE(store.reader().botMemory().guilds.value(Guild).gapCause, u"bot removed"_s);
        QVERIFY(store.write([](Writer &w) { return forgetGap(w, Guild); }).ok());
        QCOMPARE(store.reader().botMemory().guilds.value(Guild).lastCommitMs, store.nowMs);
    }

    // What the bot was told about a ticket is what it goes on with after a restart.
    void aKnownTicketComesBackWithItsCategoryTimeAndName()
    {
        Store store;
        const auto early = idAt<ChannelId>(Now - DayMs);
        TicketFact imported = ticketFact(early, Guild, General);
        std::get<Fact::Ticket>(imported.fact).openedAtMs = Now - 2 * DayMs; // its own time, not the id's
        std::get<Fact::Ticket>(imported.fact).quality = Quality::Legacy;
        store.apply({imported, {Guild, Fact::Renamed{early, u"angry-customer"_s, Now - HourMs}}});
        const auto known = store.reader().botMemory().guilds.value(Guild).known;
        QCOMPARE(known.tickets.size(), 1);
        QCOMPARE(known.tickets.first().category, General);
        QCOMPARE(known.tickets.first().openedAtMs, Now - 2 * DayMs);
        QCOMPARE(known.tickets.first().name, u"angry-customer"_s);
    }

    // "Not a ticket" can be undone without loss: until then its messages are recorded, also after a restart.
    void whatIsNotATicketByHandIsStillKnown()
    {
        Store store;
        const auto ticket = idAt<ChannelId>(Now - DayMs);
        store.apply(wholeTicket(Now - DayMs, false));
        store.apply(
            {{Guild, Fact::Candidate{ticket, Appeals, u"chat"_s, Fact::Candidate::State::NotATicket, true}}});
        const auto known = store.reader().botMemory().guilds.value(Guild).known;
        QCOMPARE(known.notTickets, QSet<ChannelId>{ticket});
        QCOMPARE(known.tickets.size(), 1);
        QCOMPARE(known.tickets.first().id, ticket);
    }

    // 2.4 step 5 a: the newest roles seen live, whatever the order in which messages came.
    void theNewestRolesOfAPersonAreKnown()
    {
        Store store;
        const auto ticket = idAt<ChannelId>(Now - DayMs);
        const auto message = [&](UtcMs at, const QVector<RoleId> &roles, StaffSource source) {
            MessageFact fact = std::get<MessageFact>(messageFact(ticket, Ana, at, AuthorKind::Staff).fact);
            fact.roles = roles;
            fact.staffSource = source;
            return TicketFact{Guild, fact};
        };
        QVERIFY(!store.reader().lastRoles(Guild, Ana));
        store.apply({ticketFact(ticket), message(Now - HourMs, {Support}, StaffSource::Live)});
        store.apply({message(Now - 2 * HourMs, {RoleId(1)}, StaffSource::Live)});
        store.apply({message(Now, {RoleId(2)}, StaffSource::Inferred)});
        QCOMPARE(*store.reader().lastRoles(Guild, Ana), QVector<RoleId>{Support});
        store.apply({message(Now - MinuteMs, {}, StaffSource::Live)});
        QCOMPARE(*store.reader().lastRoles(Guild, Ana), QVector<RoleId>());
        QVERIFY(!store.reader().lastRoles(OtherGuild, Ana));
    }

    void categoriesAreFoundByNameIdOrNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<bool>("all");
        QTest::addColumn<quint64>("id");
        QTest::newRow("all") << u"ALL"_s << true << true << quint64(0);
        QTest::newRow("empty") << QString() << true << true << quint64(0);
        QTest::newRow("none") << u"none"_s << true << false << quint64(0);
        QTest::newRow("name") << u"Appeals"_s << true << false << Appeals.value;
        QTest::newRow("name in another case") << u"general TICKETS"_s << true << false << General.value;
        QTest::newRow("id") << Appeals.toString() << true << false << Appeals.value;
        QTest::newRow("configured without tickets")
            << u"910000000000000009"_s << true << false << quint64(910000000000000009);
        QTest::newRow("unknown") << u"Refunds"_s << false << false << quint64(0);
    }
    void categoriesAreFoundByNameIdOrNone()
    {
        QFETCH(QString, text);
        QFETCH(bool, ok);
        QFETCH(bool, all);
        QFETCH(quint64, id);
        Store store;
        store.apply(wholeTicket(Now - DayMs, true, Guild, Appeals)
                    + wholeTicket(Now - HourMs, true, Guild, General)
                    + wholeTicket(Now - 2 * HourMs, true, Guild, ChannelId()));
        StoredConfig config;
        config.ticketCategories = {Appeals, ChannelId(910000000000000009)};
        QVERIFY(store.write([&](Writer &w) { return w.saveConfig(Guild, config, Console); }).ok());
        const auto found = store.reader().category(Guild, text);
        QCOMPARE(found.ok(), ok);
        if (!ok) {
            QCOMPARE(found.error().kind, ErrorKind::Invalid);
            return;
        }
        QCOMPARE(found->all, all);
        QCOMPARE(found->id.value, id);
        const auto rows = store.reader().categories(Guild);
        QCOMPARE(rows.size(), 4); // the configured two, General Tickets, None
        QCOMPARE(store.reader().ticketRows(Guild, *found, {0, Now}).size(),
                 all                            ? 3
                     : id == 910000000000000009 ? 0
                                                : 1);
    }

    // M-23: a rename keeps history, and the last name is shown.
    void aCategoryKeepsItsLastName()
    {
        Store store;
        store.apply(wholeTicket(Now - DayMs));
        QVERIFY(
            store.write([](Writer &w) {
                     return w.rememberCategories(Guild, {{Appeals, u"Ban appeals"_s}});
                 })
                .ok());
        store.apply(wholeTicket(Now - 2 * DayMs)); // learnt later about an earlier time: still "Appeals" then
        const auto rows = store.reader().ticketRows(Guild, {}, {0, Now});
        QCOMPARE(rows.size(), 2);
        for (const TicketRow &row : rows)
            QCOMPARE(row.categoryName, u"Ban appeals"_s);
        QVERIFY(store.reader().category(Guild, u"ban appeals"_s).ok());
    }

    void listsAreFilteredSortedAndPaged()
    {
        Store store;
        for (int day = 1; day <= 30; ++day)
            store.apply(wholeTicket(Now - day * DayMs, day > 5, Guild, day % 2 ? Appeals : General));
        const auto waiting = idAt<ChannelId>(Now - 2 * HourMs);
        store.apply({ticketFact(waiting), {Guild, Fact::Person{Kira, u"kira_50%"_s, false}}});
        TicketListFilter filter;
        const auto page = [&] { return store.reader().tickets(Guild, filter, Now, 10 * MinuteMs); };
        QCOMPARE(page().total, 6);
        QCOMPARE(page().open, 6);
        QCOMPARE(page().waiting, 6); // the requester's thanks wait, too
        QCOMPARE(page().overdue, 6);
        QCOMPARE(page().noReply, 1);
        QCOMPARE(page().quiet, 4); // 5 days' ones less the one of yesterday
        QCOMPARE(page().rows.first().ticket.id, idAt<ChannelId>(Now - 5 * DayMs)); // waits longest
        filter.noReplyYet = true;
        QCOMPARE(page().total, 1);
        QCOMPARE(page().rows.first().ticket.id, waiting);
        filter = {};
        filter.tab = TicketListFilter::Tab::Closed;
        filter.sort = TicketListFilter::Sort::Closed;
        filter.limit = 10;
        filter.offset = 20;
        QCOMPARE(page().total, 25);
        QCOMPARE(page().rows.size(), 5);
        QCOMPARE(page().rows.last().ticket.id, idAt<ChannelId>(Now - 30 * DayMs));
        QCOMPARE(page().rows.last().ticket.spells.size(), 1);
        filter = {};
        filter.tab = TicketListFilter::Tab::All;
        filter.category.all = false;
        filter.category.id = General;
        QCOMPARE(page().total, 15);
        filter.category = {};
        filter.opened = Window{Now - 10 * DayMs, Now - 8 * DayMs};
        QCOMPARE(page().total, 2);
        filter.opened.reset();
        filter.search = u"50%"_s; // a person's name; the percent sign is itself
        QCOMPARE(page().total, 30);
        filter.search = u"5%0"_s;
        QCOMPARE(page().total, 0);
        filter.search = u"' OR 1 = 1 --"_s; // TM-18
        QCOMPARE(page().total, 0);
        filter.search = waiting.toString();
        QCOMPARE(page().total, 1);
        QVERIFY(store.reader().tickets(OtherGuild, {}, Now, MinuteMs).rows.isEmpty());
        const auto team = store.reader().team(Guild);
        QCOMPARE(team.size(), 2);
        QCOMPARE(team.first().user, Ana);
        QCOMPARE(team.first().openNow, 5);
        QCOMPARE(team.last().user, UserId());
        QCOMPARE(team.last().openNow, 1);
    }
};

QTEST_GUILESS_MAIN(AdminStoreTest)
#include "tst_adminstore.moc"
