// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetesting.h"

#include "bot/store/adminrows.h"
#include "bot/store/historyrows.h"
#include "bot/store/retention.h"
#include "bot/store/storage.h"

#include <QSignalSpy>

using namespace StoreTesting;

namespace {

const Actor Dana{UserId(400000000000000001), u"dana"_s, false};
const Actor Desk{{}, u"desk"_s, true};

void fillDays(Store &store, int days)
{
    for (int day = 1; day <= days; ++day)
        store.apply(wholeTicket(Now - day * DayMs, true, Guild, day % 2 ? Appeals : General));
    store.apply(wholeTicket(Now - 300 * DayMs, false, Guild, General)); // open, and old
}

WipeScope everything()
{
    WipeScope scope;
    scope.nowMs = Now;
    return scope;
}

QVector<ChannelId> counted(const Store &store, GuildId guild = Guild)
{
    QVector<ChannelId> ids;
    const auto rows = store.reader().ticketRows(guild, {}, {0, Now + DayMs});
    for (const TicketRow &row : rows)
        ids += row.id;
    return ids;
}

} // namespace

// Looking after the data: calling a deletion off, retention, the history, restoring while the program runs.
class DataCareTest : public QObject
{
    Q_OBJECT

private slots:
    // UX J6: cancel = nothing deleted.
    void aDeletionThatIsCalledOffChangesNothing()
    {
        Store store;
        fillDays(store, 10);
        const QStringList before = store.dump();
        const WipePreview preview = store.reader().wipePreview(Guild, everything());
        JobControl job;
        job.cancel();
        const auto wiped =
            store.write([&](Writer &w) { return w.wipe(Guild, everything(), preview, Dana, job); });
        QVERIFY(!wiped.ok());
        QCOMPARE(wiped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(store.dump(), before);
        QCOMPARE(store.number(u"SELECT count(*) FROM history"_s), 0);
    }

    void aDeletionSaysHowFarItIs()
    {
        Store store;
        fillDays(store, 10);
        const WipePreview preview = store.reader().wipePreview(Guild, everything());
        JobControl job;
        QCOMPARE(job.progress().step, JobControl::Step::Waiting);
        const auto wiped =
            store.write([&](Writer &w) { return w.wipe(Guild, everything(), preview, Dana, job); });
        QVERIFY(wiped.ok());
        QCOMPARE(job.progress().step, JobControl::Step::Changing);
        QCOMPARE(job.progress().done, 11);
        QCOMPARE(job.progress().total, 11);
    }

    // More than one portion, of one server only (TM-09).
    void manyTicketsAreDeletedInPortions()
    {
        Store store;
        TicketFacts facts;
        for (int i = 0; i < 5003; ++i)
            facts += ticketFact(idAt<ChannelId>(Now - DayMs - i * SecondMs));
        facts += ticketFact(idAt<ChannelId>(Now - HourMs), OtherGuild);
        store.apply(facts);
        const WipePreview preview = store.reader().wipePreview(Guild, everything());
        QCOMPARE(preview.tickets, 5003);
        const auto wiped = store.write([&](Writer &w) { return w.wipe(Guild, everything(), preview, Dana); });
        QVERIFY(wiped.ok());
        QCOMPARE(store.number(u"SELECT count(*) FROM live_ticket"_s), 1);
        QVERIFY(store.write([&](Writer &w) { return w.undoWipe(Guild, wiped->id, Dana); }).ok());
        QCOMPARE(store.number(u"SELECT count(*) FROM live_ticket"_s), 5004);
    }

    // TM-32
    void retentionMovesOldClosedTicketsToTheTrash()
    {
        Store store;
        fillDays(store, 10);
        for (int day : {2, 40})
            store.apply(wholeTicket(Now - day * DayMs, true, OtherGuild));
        QCOMPARE(retentionDays(store.reader(), Guild), 0);
        auto applied = store.write([](Writer &w) { return w.applyRetention(Guild, u"copy.db"_s); });
        QCOMPARE(*applied, 0); // off
        QVERIFY(store.write([](Writer &w) { return w.setRetention(Guild, 5, Desk); }).ok());
        QCOMPARE(retentionDays(store.reader(), Guild), 5);
        QCOMPARE(retentionDays(store.reader(), OtherGuild), 0);

        applied = store.write([](Writer &w) { return w.applyRetention(Guild, u"copy.db"_s); });
        QCOMPARE(*applied, 5); // of 6 to 10 days ago; the one of exactly 5 days stays
        QCOMPARE(counted(store).size(), 6); // the open one of old is among them
        QVERIFY(counted(store).contains(idAt<ChannelId>(Now - 300 * DayMs)));
        QCOMPARE(counted(store, OtherGuild).size(), 2);
        const auto wipes = store.reader().wipes(Guild, 0, 10);
        QCOMPARE(wipes.size(), 1);
        QVERIFY(isAutomatic(wipes.first().actor));
        QVERIFY(wipes.first().undoable(Now));
        QCOMPARE(wipes.first().backupFile, u"copy.db"_s);
        applied = store.write([](Writer &w) { return w.applyRetention(Guild, u"copy.db"_s); });
        QCOMPARE(*applied, 0);
        QCOMPARE(store.reader().wipes(Guild, 0, 10).size(), 1);
    }

    void retentionRefusesNonsense()
    {
        Store store;
        QCOMPARE(store.write([](Writer &w) { return w.setRetention(Guild, -1, Desk); }).error().kind,
                 ErrorKind::Invalid);
        QVERIFY(store.write([](Writer &w) { return w.setRetention(Guild, 0, Desk); }).ok());
        QCOMPARE(store.number(u"SELECT count(*) FROM history"_s), 0); // nothing changed
    }

    // UX J7
    void theHistoryIsFiltered_data()
    {
        QTest::addColumn<HistoryFilter>("filter");
        QTest::addColumn<int>("found");
        QTest::newRow("everything") << HistoryFilter{} << 6;
        QTest::newRow("by kind") << HistoryFilter{u"max_add"_s, {}, {}} << 3;
        QTest::newRow("by person, other names included")
            << HistoryFilter{{}, Actor{Dana.user, u"who"_s, false}, {}} << 3;
        QTest::newRow("by account") << HistoryFilter{{}, Desk, {}} << 2;
        QTest::newRow("by another account") << HistoryFilter{{}, Actor{{}, u"other"_s, true}, {}} << 0;
        QTest::newRow("by time") << HistoryFilter{{}, {}, Window{Now + HourMs, Now + 2 * HourMs}} << 1;
        QTest::newRow("imported deletions are deletions") << HistoryFilter{u"wipe"_s, {}, {}} << 1;
        QTest::newRow("both") << HistoryFilter{u"max_add"_s, Desk, {}} << 1;
    }
    void theHistoryIsFiltered()
    {
        QFETCH(HistoryFilter, filter);
        QFETCH(int, found);
        Store store;
        const auto add = [&](quint64 user, const Actor &actor) {
            const auto added = store.write(
                [&](Writer &w) { return w.addMaxUser(Guild, UserId(user), u"somebody"_s, actor); });
            QVERIFY(added.ok());
        };
        add(1, Dana);
        add(2, Desk);
        store.nowMs += HourMs;
        add(3, Dana);
        store.nowMs += HourMs;
        QVERIFY(store.write([](Writer &w) { return w.removeMaxUser(Guild, UserId(1), Dana); }).ok());
        QVERIFY(store.write([](Writer &w) { return w.setRetention(Guild, 30, Desk); }).ok());
        QVERIFY(store.write([](Writer &w) { return w.setRetention(OtherGuild, 30, Desk); }).ok());
        QCOMPARE(
            store.error(u"INSERT INTO wipe_log (guild_id, at_ms, actor_id, actor_name, actor_console, scope, "
                        "days, category_all, category_id, category_name, scope_now, tickets, messages, "
                        "backup_file, undo_until, legacy) VALUES (990000000000000001, 5, 77, 'old', 0, 0, 7, "
                        "1, 0, '', 0, 12, 99, '', 0, 1)"_s),
            QString());
        const HistoryPage page = readHistory(store.reader(), Guild, filter, 0, 100);
        QCOMPARE(page.rows.size(), found);
        QCOMPARE(page.total, found);
        QCOMPARE(page.all, 6);
        QCOMPARE(page.kinds, QStringList({u"max_add"_s, u"max_remove"_s, u"retention"_s, u"wipe"_s}));
        QCOMPARE(page.people.size(), 3);
        for (int i = 1; i < page.rows.size(); ++i)
            QVERIFY(page.rows[i - 1].atMs >= page.rows[i].atMs);
        if (filter.kind == "wipe"_L1) {
            QVERIFY(page.rows.first().id < 0);
            QCOMPARE(page.rows.first().after.value(u"tickets"_s).toInt(), 12);
            QVERIFY(page.wipes.value(page.rows.first().after.value(u"wipe"_s).toInteger()).legacy);
        }
        QCOMPARE(readHistory(store.reader(), Guild, filter, 1, 1).rows.size(),
                 std::min(1, std::max(0, found - 1)));
    }

    // A setting that is written to the history and cannot be read back could never be reverted.
    void everySettingCanBeReverted_data()
    {
        QTest::addColumn<QString>("key");
        const QStringList keys = configAsJson(StoredConfig()).keys();
        for (const QString &key : keys)
            QTest::newRow(qPrintable(key)) << key;
    }
    void everySettingCanBeReverted()
    {
        QFETCH(QString, key);
        const StoredConfig now;
        HistoryRow row;
        row.kind = u"config"_s;
        const QJsonValue value = configAsJson(now).value(key);
        row.before.insert(key, value);
        row.after.insert(key, value);
        const auto before = configBefore(now, row);
        QVERIFY(before.has_value());
        QCOMPARE(configAsJson(*before).value(key), value);
    }

    // Revert only where it is exact.
    void aChangeOfSettingsIsRevertedWhenNothingCameAfterIt()
    {
        Store store;
        StoredConfig first;
        first.supportRoles = {RoleId(1), RoleId(2)};
        first.ticketCategories = {General, Appeals};
        first.logChannel = ChannelId(7);
        first.timeZone = "Europe/London";
        first.heavyLoad = 9;
        first.workingWeek = {{Qt::Monday, 8 * 60, 17 * 60}, {Qt::Saturday, 22 * 60, 6 * 60}};
        first.holidays = {QDate(2026, 12, 25), QDate(2027, 1, 1)};
        first.categoryTargets = {{General, {60'000, 0}}};
        const auto save = [&](const StoredConfig &config) {
            QVERIFY(store.write([&](Writer &w) { return w.saveConfig(Guild, config, Dana); }).ok());
            store.nowMs += SecondMs;
        };
        save(first);
        StoredConfig second = first;
        second.supportRoles = {RoleId(2), RoleId(3)};
        second.ticketCategories = {General};
        second.closedCategories = {ChannelId(5)};
        second.ticketBots = {TicketBot};
        second.statsRoles = second.databaseRoles = second.accessRoles = {RoleId(4)};
        second.logChannel = {};
        second.archiveChannel = ChannelId(8);
        second.publicByDefault = true;
        second.timeZone = "UTC";
        second.postLanguage = u"de"_s;
        second.firstResponseTargetMs = 5;
        second.resolutionTargetMs = 6;
        second.heavyLoad = 3;
        second.workingWeek = {};
        second.holidays = {};
        second.categoryTargets = {{Appeals, {0, 3'600'000}}};
        second.configured = true;
        save(second);
        const HistoryRow row = readHistory(store.reader(), Guild, {}, 0, 1).rows.first();
        QCOMPARE(row.after.size(), 19);
        const auto back = configBefore(store.reader().config(Guild), row);
        QVERIFY(back.has_value());
        QVERIFY(*back == first);

        StoredConfig third = second;
        third.heavyLoad = 4;
        save(third);
        QVERIFY(!configBefore(store.reader().config(Guild), row)); // somebody's later work
        HistoryRow other = row;
        other.kind = u"max_add"_s;
        QVERIFY(!configBefore(second, other));
    }

    void compactingGivesSpaceBack()
    {
        QTemporaryDir folder;
        QObject asker;
        Storage storage;
        StorageOptions options;
        options.dataDir = folder.filePath(u"data"_s);
        QVERIFY(storage.open(options).ok());
        TicketFacts facts;
        for (int i = 0; i < 3000; ++i)
            facts += messageFact(idAt<ChannelId>(Now), Kira, Now + i * SecondMs, AuthorKind::Guest);
        facts += ticketFact(idAt<ChannelId>(Now));
        storage.enqueue(facts);
        bool emptied = false;
        storage.write(
            &asker, [](Writer &w) { return execute(w.database(), u"DELETE FROM message"_s); },
            [&](const Status &status) { emptied = status.ok(); });
        QTRY_VERIFY(emptied);
        std::optional<Result<qint64>> won;
        storage.compact(&asker, [&](const Result<qint64> &result) { won = result; });
        QTRY_VERIFY(won.has_value());
        QVERIFY2(won->ok(), qPrintable(won->ok() ? QString() : won->error().detail));
        const QFileInfo log(storage.databasePath() + u"-wal"_s);
        QCOMPARE(log.size(), 0);
        storage.close();
        const auto checked = DatabaseFile(options.dataDir + u"/ticket-assistant.db"_s).openForReading();
        QVERIFY(checked.ok());
        QCOMPARE(DatabaseFile::integrityCheck(checked->database()), u"ok"_s);
    }

    // UX 3.8: what is there is backed up first, and the program goes on with what came back.
    void restoringReplacesTheDataWhileTheProgramRuns()
    {
        QTemporaryDir folder;
        QObject asker;
        Storage storage;
        StorageOptions options;
        options.dataDir = folder.filePath(u"data"_s);
        QVERIFY(storage.open(options).ok());
        const auto count = [&] {
            std::optional<qint64> tickets;
            storage.readAfterFlush(
                &asker, [](const Reader &reader) { return reader.health().tickets; },
                [&](qint64 n) { tickets = n; });
            [&] { QTRY_VERIFY(tickets.has_value()); }();
            return tickets.value_or(-1);
        };
        storage.enqueue(wholeTicket(Now - HourMs));
        QCOMPARE(count(), 1);
        std::optional<BackupInfo> backup;
        storage.backUp(&asker, u"manual"_s, [&](const Result<BackupInfo> &made) {
            if (made)
                backup = *made;
        });
        QTRY_VERIFY(backup.has_value());
        storage.enqueue(wholeTicket(Now - 2 * HourMs));
        QCOMPARE(count(), 2);

        QSignalSpy restored(&storage, &Storage::restored);
        std::optional<Result<BackupInfo>> before;
        storage.restore(&asker, backup->path, Desk,
                        [&](const Result<BackupInfo> &result) { before = result; });
        QTRY_VERIFY(before.has_value());
        QVERIFY2(before->ok(), qPrintable(before->ok() ? QString() : before->error().detail));
        QCOMPARE((*before)->reason, u"before-restore"_s);
        QCOMPARE(restored.size(), 1);
        QCOMPARE(count(), 1);
        HistoryPage history;
        bool read = false;
        storage.read(
            &asker, [](const Reader &reader) { return readHistory(reader, Guild, {}, 0, 10); },
            [&](const HistoryPage &page) {
                history = page;
                read = true;
            });
        QTRY_VERIFY(read);
        QCOMPARE(history.rows.size(), 1);
        QCOMPARE(history.rows.first().kind, u"restore"_s);
        QCOMPARE(history.rows.first().after.value(u"file"_s).toString(), backup->name);

        // What came in meanwhile, and back to where it was.
        storage.enqueue(wholeTicket(Now - 3 * HourMs));
        QCOMPARE(count(), 2);
        before.reset();
        storage.restore(&asker, folder.filePath(u"no.db"_s), Desk,
                        [&](const Result<BackupInfo> &result) { before = result; });
        QTRY_VERIFY(before.has_value());
        QVERIFY(!before->ok()); // nothing has changed, and nothing stopped
        QCOMPARE(count(), 2);
        QCOMPARE(restored.size(), 1);
    }

    void aCheckByHandIsTold()
    {
        QTemporaryDir folder;
        QObject asker;
        Storage storage;
        StorageOptions options;
        options.dataDir = folder.filePath(u"data"_s);
        QVERIFY(storage.open(options).ok());
        std::atomic<int> told = 0;
        connect(&storage, &Storage::committed, &asker,
                [&](const ChangeSet &changes) { told += changes.audit; });
        storage.checkIntegrity();
        QTRY_VERIFY(told > 0);
        std::optional<StorageHealth> health;
        storage.read(
            &asker, [](const Reader &reader) { return reader.health(); },
            [&](const StorageHealth &h) { health = h; });
        QTRY_VERIFY(health.has_value());
        QCOMPARE(health->integrity, u"ok"_s);
        QVERIFY(health->lastCheckMs > 0);
    }
};

QTEST_GUILESS_MAIN(DataCareTest)
#include "tst_datacare.moc"
