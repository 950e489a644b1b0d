// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetesting.h"

using namespace StoreTesting;

namespace {

const Actor Dana{UserId(400000000000000001), u"dana"_s, false};

WipeScope scopeOf(WipeScope::Kind kind, int days = 0, const CategoryFilter &category = {})
{
    WipeScope scope;
    scope.kind = kind;
    scope.days = days;
    scope.category = category;
    scope.nowMs = Now;
    return scope;
}

// Ten closed tickets, one per day back from yesterday, alternating categories, and two open ones: of today and of old.
void fillTickets(Store &store, GuildId guild = Guild)
{
    for (int day = 1; day <= 10; ++day)
        store.apply(wholeTicket(Now - day * DayMs, true, guild, day % 2 ? Appeals : General));
    store.apply(wholeTicket(Now - HourMs, false, guild, Appeals));
    store.apply(wholeTicket(Now - 20 * DayMs, false, guild, General));
}

Result<WipeRecord> wipeNow(Store &store, const WipeScope &scope, GuildId guild = Guild)
{
    const WipePreview preview = store.reader().wipePreview(guild, scope);
    return store.write([&](Writer &w) { return w.wipe(guild, scope, preview, Dana); });
}

// What the numbers say, in short.
QVector<ChannelId> visible(const Store &store, GuildId guild = Guild)
{
    QVector<ChannelId> ids;
    const auto rows = store.reader().ticketRows(guild, {}, {0, Now + DayMs});
    for (const TicketRow &row : rows)
        ids += row.id;
    return ids;
}

} // namespace

class WipeTest : public QObject
{
    Q_OBJECT

private slots:
    void thePreviewCountsWhatTheWipeTakes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("oneCategory");
        QTest::addColumn<int>("tickets");
        QTest::addColumn<int>("openKept");
        QTest::addColumn<int>("openIncluded");
        const int everything = int(WipeScope::Kind::Everything), last = int(WipeScope::Kind::Last),
                  older = int(WipeScope::Kind::OlderThan);
        QTest::newRow("everything") << everything << 0 << false << 12 << 0 << 2;
        QTest::newRow("last 3 days, that day included") << last << 3 << false << 3 << 1 << 0;
        QTest::newRow("older than 3 days") << older << 3 << false << 7 << 1 << 0;
        QTest::newRow("everything in a category") << everything << 0 << true << 6 << 0 << 1;
        QTest::newRow("last 3 days in a category") << last << 3 << true << 1 << 0 << 0;
        QTest::newRow("older in a category") << older << 3 << true << 4 << 1 << 0;
    }
    void thePreviewCountsWhatTheWipeTakes()
    {
        QFETCH(int, kind);
        QFETCH(int, days);
        QFETCH(bool, oneCategory);
        QFETCH(int, tickets);
        QFETCH(int, openKept);
        QFETCH(int, openIncluded);
        Store store;
        fillTickets(store);
        fillTickets(store, OtherGuild);
        const QStringList other = store.dump(OtherGuild);
        CategoryFilter category;
        category.all = !oneCategory;
        category.id = General;
        const WipeScope scope = scopeOf(WipeScope::Kind(kind), days, category);

        const WipePreview preview = store.reader().wipePreview(Guild, scope);
        QCOMPARE(preview.tickets, tickets);
        QCOMPARE(preview.messages, tickets * 3);
        QCOMPARE(preview.openKept, openKept);
        QCOMPARE(preview.openIncluded, openIncluded);
        QCOMPARE(preview.share, tickets / 12.0);
        int sum = 0;
        for (const CategoryCount &count : preview.byCategory)
            sum += count.opened;
        QCOMPARE(sum, tickets);
        QVERIFY(preview.estimatedBackupBytes > 0);

        const auto before = visible(store);
        const auto wiped = wipeNow(store, scope);
        QVERIFY2(wiped.ok(), qPrintable(wiped.ok() ? QString() : wiped.error().detail));
        QCOMPARE(wiped->tickets, tickets);
        QCOMPARE(wiped->messages, tickets * 3);
        const auto after = visible(store);
        QCOMPARE(after.size(), before.size() - tickets);
        for (ChannelId id : preview.firstTickets + preview.lastTickets)
            QVERIFY(!after.contains(id));
        // Two servers apart (TM-09).
        QCOMPARE(store.dump(OtherGuild), other);
    }

    void theFirstAndLastTicketsAreShownInOrder()
    {
        Store store;
        fillTickets(store);
        const WipePreview preview = store.reader().wipePreview(Guild, scopeOf(WipeScope::Kind::Everything));
        QCOMPARE(preview.firstTickets.size(), 5);
        QCOMPARE(preview.lastTickets.size(), 5);
        QCOMPARE(preview.firstTickets.first(), idAt<ChannelId>(Now - 20 * DayMs));
        QCOMPARE(preview.lastTickets.last(), idAt<ChannelId>(Now - HourMs));
        QCOMPARE(preview.firstMs, Now - 20 * DayMs);
        QCOMPARE(preview.lastMs, Now - HourMs);
    }

    // UX J6, S-09
    void aCheckedBackupIsThereFirst()
    {
        Store store;
        fillTickets(store);
        const auto wiped = wipeNow(store, scopeOf(WipeScope::Kind::Everything));
        QVERIFY(wiped.ok());
        const auto backups = Backups(DatabaseFile(store.path())).list();
        QCOMPARE(backups.size(), 1);
        QCOMPARE(backups.first().name, wiped->backupFile);
        QCOMPARE(backups.first().reason, u"before-delete"_s);
        const auto copy = DatabaseFile(backups.first().path).openForReading();
        QVERIFY(copy.ok());
        QCOMPARE(Reader(copy->database()).ticketRows(Guild, {}, {0, Now + DayMs}).size(), 12);
    }

    void withoutABackupNothingIsDeleted_data()
    {
        QTest::addColumn<bool>("full");
        QTest::newRow("the folder cannot be written") << false;
        QTest::newRow("there is no space") << true;
    }
    void withoutABackupNothingIsDeleted()
    {
        QFETCH(bool, full);
        Store store;
        fillTickets(store);
        const WipeScope scope = scopeOf(WipeScope::Kind::Everything);
        const WipePreview preview = store.reader().wipePreview(Guild, scope);
        const QStringList before = store.dump();
        // A file where the folder should be stops root as well, whom permissions do not.
        if (!full) {
            QFile obstacle(store.folder() + u"/backups"_s);
            QVERIFY(obstacle.open(QIODevice::WriteOnly));
        }
        Writer writer(store.database(), store.folder(), store.clock,
                      full ? Backups::FreeBytes([](const QString &) { return 1000; }) : Backups::FreeBytes());
        {
            Transaction transaction(store.database());
            const auto wiped = writer.wipe(Guild, scope, preview, Dana);
            QVERIFY(!wiped.ok());
            QCOMPARE(wiped.error().kind, ErrorKind::Io);
            QVERIFY(wiped.error().text.contains(u"Nothing was deleted"_s));
            QVERIFY(transaction.commit().ok()); // even then
        }
        QCOMPARE(store.dump(), before);
    }

    void changedCountsStopTheWipe()
    {
        Store store;
        fillTickets(store);
        const WipeScope scope = scopeOf(WipeScope::Kind::Everything);
        const WipePreview preview = store.reader().wipePreview(Guild, scope);
        store.apply({messageFact(idAt<ChannelId>(Now - HourMs), Kira, Now - MinuteMs, AuthorKind::Guest)});
        const QStringList before = store.dump();
        const auto wiped = store.write([&](Writer &w) { return w.wipe(Guild, scope, preview, Dana); });
        QVERIFY(!wiped.ok());
        QCOMPARE(wiped.error().kind, ErrorKind::Busy);
        QCOMPARE(store.dump(), before);
        QVERIFY(Backups(DatabaseFile(store.path())).list().isEmpty());
    }

    void nothingToDeleteIsSaid()
    {
        Store store;
        const auto wiped = wipeNow(store, scopeOf(WipeScope::Kind::Everything));
        QCOMPARE(wiped.error().kind, ErrorKind::NotFound);
    }

    // F-64: undo restores the same database.
    void undoBringsEverythingBack()
    {
        Store store;
        fillTickets(store);
        const auto ticketLines = [&] {
            return store.dump().filter(QRegularExpression(u"^(ticket|message|spell)\\|"_s));
        };
        const QStringList before = ticketLines();
        const auto wiped = wipeNow(store, scopeOf(WipeScope::Kind::Last, 5));
        QVERIFY(wiped.ok());
        QVERIFY(ticketLines() != before);
        store.nowMs += 29 * DayMs;
        // Also when its backup is gone (UX J6): the trash is in the database.
        QVERIFY(QDir(store.folder() + u"/backups"_s).removeRecursively());
        const auto undone = store.write([&](Writer &w) { return w.undoWipe(Guild, wiped->id, Dana); });
        QVERIFY(undone.ok());
        QCOMPARE(undone->undoneBy.name, u"dana"_s);
        QCOMPARE(ticketLines(), before);
        int total = 0;
        const auto wipes = store.reader().wipes(Guild, 0, 10, &total);
        QCOMPARE(total, 1);
        QCOMPARE(wipes.first().undoneAtMs, store.nowMs);
        QVERIFY(!wipes.first().undoable(store.nowMs));
        // Once only.
        QCOMPARE(store.write([&](Writer &w) { return w.undoWipe(Guild, wiped->id, Dana); }).error().kind,
                 ErrorKind::NotFound);
    }

    void undoMergesWithWhatWasRecordedSince()
    {
        Store store;
        fillTickets(store);
        const auto open = idAt<ChannelId>(Now - HourMs);
        const auto wiped = wipeNow(store, scopeOf(WipeScope::Kind::Everything));
        QVERIFY(wiped.ok());
        QVERIFY(visible(store).isEmpty());
        // A new ticket, and the wiped open one goes on and closes (M-28).
        store.apply(wholeTicket(Now - 2 * MinuteMs, false));
        const ChangeSet changes = store.apply(
            {messageFact(open, Ben, Now + MinuteMs, AuthorKind::Staff), closedFact(open, Now + HourMs)});
        QVERIFY(changes.events.isEmpty()); // nobody is told of what is in the trash
        QVERIFY(changes.tickets.isEmpty());
        QCOMPARE(visible(store), QVector<ChannelId>{idAt<ChannelId>(Now - 2 * MinuteMs)});
        QVERIFY(store.write([&](Writer &w) { return w.undoWipe(Guild, wiped->id, Dana); }).ok());
        QCOMPARE(visible(store).size(), 13);
        const auto detail = store.reader().ticket(Guild, open);
        QVERIFY(detail);
        QVERIFY(!detail->row.ticket.open());
        QCOMPARE(detail->row.ticket.derived.staffMessages, 2);
    }

    void onlyTheOwnServerCanUndo()
    {
        Store store;
        fillTickets(store);
        const auto wiped = wipeNow(store, scopeOf(WipeScope::Kind::Everything));
        const QStringList before = store.dump();
        const auto undone = store.write([&](Writer &w) { return w.undoWipe(OtherGuild, wiped->id, Dana); });
        QCOMPARE(undone.error().kind, ErrorKind::NotFound);
        QCOMPARE(store.dump(), before);
    }

    // M-28: no catching up brings it back, neither from the trash nor after it was emptied.
    void whatWasWipedStaysWiped()
    {
        Store store;
        fillTickets(store);
        QVERIFY(wipeNow(store, scopeOf(WipeScope::Kind::Everything)).ok());
        TicketFacts again = wholeTicket(Now - DayMs) + wholeTicket(Now - HourMs, true);
        store.apply(again, false);
        QVERIFY(visible(store).isEmpty());
        // The tracker goes on knowing them as tickets.
        QVERIFY(store.write([](Writer &w) {
                         return w.saveGuild({Guild, u"Northwind"_s, {}, {}, {}, false});
                     })
                    .ok());
        QVERIFY(!store.reader().botMemory().guilds.value(Guild).known.tickets.isEmpty());

        store.nowMs += 30 * DayMs - 1;
        QVERIFY(store.write([](Writer &w) { return w.purgeTrash(); }).ok());
        QVERIFY(store.number(u"SELECT count(*) FROM message"_s) > 0); // not a moment too early
        store.nowMs += 1;
        QVERIFY(store.write([](Writer &w) { return w.purgeTrash(); }).ok());
        for (const QString &table :
             {u"ticket"_s, u"message"_s, u"spell"_s, u"deleted_message"_s, u"person"_s})
            QCOMPARE(store.number(u"SELECT count(*) FROM "_s + table), 0);
        store.apply(again, false);
        QVERIFY(visible(store).isEmpty());
        QCOMPARE(store.number(u"SELECT count(*) FROM ticket"_s), 0);
        QCOMPARE(store.number(u"SELECT count(*) FROM message"_s), 0);
        int total = 0;
        const auto wipes = store.reader().wipes(Guild, 0, 10, &total);
        QCOMPARE(total, 1); // its record stays
        QVERIFY(!wipes.first().undoable(store.nowMs));
        QCOMPARE(
            store.write([&](Writer &w) { return w.undoWipe(Guild, wipes.first().id, Dana); }).error().kind,
            ErrorKind::Cancelled);
    }

    void undoneTicketsAreNotPurged()
    {
        Store store;
        fillTickets(store);
        const auto wiped = wipeNow(store, scopeOf(WipeScope::Kind::Everything));
        QVERIFY(store.write([&](Writer &w) { return w.undoWipe(Guild, wiped->id, Dana); }).ok());
        store.nowMs += 31 * DayMs;
        QVERIFY(store.write([](Writer &w) { return w.purgeTrash(); }).ok());
        QCOMPARE(visible(store).size(), 12);
    }

    void aTicketExcludedByHandIsInNoCount()
    {
        Store store;
        fillTickets(store);
        store.apply({{Guild,
                      Fact::Candidate{idAt<ChannelId>(Now - DayMs), Appeals, u"rules"_s,
                                      Fact::Candidate::State::NotATicket, true}}});
        QCOMPARE(visible(store).size(), 11);
        QCOMPARE(store.reader().wipePreview(Guild, scopeOf(WipeScope::Kind::Everything)).tickets, 11);
        QVERIFY(wipeNow(store, scopeOf(WipeScope::Kind::Everything)).ok());
        QCOMPARE(store.number(u"SELECT count(*) FROM ticket WHERE wipe_id IS NULL"_s),
                 0); // yet nothing is left of it
    }

    // TM-30
    void theRecordOfDeletionsCannotBeAltered_data()
    {
        QTest::addColumn<QString>("attempt");
        QTest::newRow("change wipe") << u"UPDATE wipe_log SET tickets = 0"_s;
        QTest::newRow("delete wipe") << u"DELETE FROM wipe_log"_s;
        QTest::newRow("replace wipe")
            << u"INSERT OR REPLACE INTO wipe_log SELECT wipe_id, guild_id, 0, 0, 'x', 0, 0, 0, 1, 0, '', 0, "
               "0, 0, '', 0, 0 FROM wipe_log"_s;
        QTest::newRow("change undo") << u"UPDATE wipe_undone SET at_ms = 0"_s;
        QTest::newRow("delete undo") << u"DELETE FROM wipe_undone"_s;
        QTest::newRow("change history") << u"UPDATE history SET actor_name = 'nobody'"_s;
        QTest::newRow("delete history") << u"DELETE FROM history"_s;
    }
    void theRecordOfDeletionsCannotBeAltered()
    {
        QFETCH(QString, attempt);
        Store store;
        fillTickets(store);
        const auto wiped = wipeNow(store, scopeOf(WipeScope::Kind::Everything));
        QVERIFY(store.write([&](Writer &w) { return w.undoWipe(Guild, wiped->id, Dana); }).ok());
        QCOMPARE(store.error(attempt), u"the history is append-only"_s);
    }

    void theHistoryNamesWhoAndHowMuch()
    {
        Store store;
        fillTickets(store);
        QVERIFY(wipeNow(store, scopeOf(WipeScope::Kind::Last, 5)).ok());
        const auto rows = store.reader().history(Guild, 0, 10);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().kind, u"wipe"_s);
        QCOMPARE(rows.first().actor.user, Dana.user);
        QCOMPARE(rows.first().actor.name, Dana.name);
        QCOMPARE(rows.first().after.value(u"tickets"_s).toInt(), 5);
        QCOMPARE(rows.first().after.value(u"days"_s).toInt(), 5);
        QVERIFY(store.reader().history(OtherGuild, 0, 10).isEmpty());
    }
};

QTEST_GUILESS_MAIN(WipeTest)
#include "tst_wipe.moc"
