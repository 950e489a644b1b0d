// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetesting.h"

#include "bot/store/persondata.h"
#include "bot/store/retention.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace StoreTesting;

namespace {

const Actor Desk{{}, u"desk"_s, true};
const QString KirasName = u"Kira_Nightfall"_s;

TicketFact closedBy(ChannelId ticket, UserId by, const QString &name, UserId claimed = {})
{
    Fact::CloseDetails details;
    details.ticket = ticket;
    details.closedBy = by;
    details.closedByName = name;
    details.reason = u"asked by "_s + name + u" <@"_s + by.toString() + u'>';
    details.claimedBy = claimed;
    details.atMs = ticket.createdAtMs() + 30 * MinuteMs;
    return {Guild, details};
}

// Kira opens tickets on two servers, one of them in the trash, closes one herself, and has made and suffered changes.
void fillLife(Store &store)
{
    for (int day : {1, 2, 3, 40}) {
        store.apply(wholeTicket(Now - day * DayMs));
        store.apply({closedBy(idAt<ChannelId>(Now - day * DayMs), day == 1 ? Kira : Ana,
                              day == 1 ? KirasName : u"Ana"_s, Kira)});
    }
    store.apply(wholeTicket(Now - 5 * DayMs, true, OtherGuild));
    TicketFacts others{ticketFact(idAt<ChannelId>(Now - 6 * DayMs))};
    others +=
        {Guild, Fact::Requester{idAt<ChannelId>(Now - 6 * DayMs), Tom, RequesterSource::Overwrite, Now}};
    others += messageFact(idAt<ChannelId>(Now - 6 * DayMs), Tom, Now - 5 * DayMs, AuthorKind::Guest);
    store.apply(others);
    Fact::Renamed renamed{idAt<ChannelId>(Now - DayMs), u"ticket-kira_nightfall"_s, Now};
    store.apply({{Guild, renamed},
                 {Guild, Fact::Person{Kira, KirasName}},
                 {Guild, Fact::Person{Tom, u"Tom"_s}},
                 {Guild, Fact::Person{Ana, u"Ana"_s}},
                 {Guild, Fact::Person{TicketBot, u"Kira's bot"_s, true}},
                 {OtherGuild, Fact::Person{Kira, KirasName}}});
    const Actor kira{Kira, KirasName, false};
    QVERIFY(store.write([](Writer &w) { return w.addMaxUser(Guild, Kira, KirasName, Desk); }).ok());
    QVERIFY(store.write([&](Writer &w) { return w.addMaxUser(Guild, Tom, u"Tom"_s, kira); }).ok());
    WipeScope old;
    old.kind = WipeScope::Kind::OlderThan;
    old.days = 30;
    old.nowMs = Now;
    const WipePreview preview = store.reader().wipePreview(Guild, old);
    QCOMPARE(preview.tickets, 1);
    QVERIFY(store.write([&](Writer &w) { return w.wipe(Guild, old, preview, kira); }).ok());
    GuildInfo info;
    info.id = Guild;
    info.name = u"Northwind"_s;
    QVERIFY(store.write([&](Writer &w) { return w.saveGuild(info); }).ok());
}

// Where in the files of the database these bytes lie; backups are not looked at.
int occurrences(const Store &store, const QByteArray &bytes)
{
    int found = 0;
    for (const QString &suffix : {QString(), u"-wal"_s}) {
        QFile file(store.path() + suffix);
        if (file.open(QIODevice::ReadOnly))
            found += int(file.readAll().count(bytes));
    }
    return found;
}

QByteArray asInteger(UserId user)
{
    QByteArray bytes(8, '\0');
    qToBigEndian(user.value, bytes.data());
    return bytes;
}

// As the packed columns of a ticket hold it: seven bits a byte.
QByteArray asPacked(UserId user)
{
    QByteArray bytes;
    quint64 left = user.value;
    for (; left >= 0x80; left >>= 7)
        bytes.append(char(left | 0x80));
    return bytes.append(char(left));
}

} // namespace

class PersonDataTest : public QObject
{
    Q_OBJECT

private slots:
    void peopleAreFoundByNameAndId_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVector<UserId>>("found");
        QTest::newRow("part of the name") << u"nightF"_s << QVector<UserId>{Kira};
        QTest::newRow("id") << Tom.toString() << QVector<UserId>{Tom};
        QTest::newRow("an id without a name")
            << u"300000000000000777"_s << QVector<UserId>{UserId(300000000000000777)};
        QTest::newRow("bots are no people") << u"bot"_s << QVector<UserId>{};
        QTest::newRow("percent means itself") << u"%"_s << QVector<UserId>{}; // TM-19
        QTest::newRow("underscore means itself") << u"T_m"_s << QVector<UserId>{};
        QTest::newRow("nothing") << u"  "_s << QVector<UserId>{};
    }
    void peopleAreFoundByNameAndId()
    {
        QFETCH(QString, text);
        QFETCH(QVector<UserId>, found);
        Store store;
        fillLife(store);
        QVector<UserId> users;
        for (const PersonMatch &match : findPeople(store.reader(), Guild, text, 10))
            users += match.user;
        QCOMPARE(users, found);
    }

    void tracesAreCountedEverywhere()
    {
        Store store;
        fillLife(store);
        const PersonTraces traces = personTraces(store.reader(), Kira);
        QCOMPARE(traces.names, QStringList{KirasName});
        QCOMPARE(traces.servers.size(), 2);
        QCOMPARE(traces.requested, 5);
        QCOMPARE(traces.messages, 10);
        QCOMPARE(traces.handled, 4);
        QCOMPARE(traces.inTrash, 1);
        QVERIFY(traces.maxPermissions);
        QCOMPARE(traces.history, 3); // given, given by her, deleted by her
        QVERIFY(personTraces(store.reader(), UserId(5)).none());
    }

    void thePersonGetsEverythingThatIsKnown()
    {
        Store store;
        fillLife(store);
        const QJsonObject json = QJsonDocument::fromJson(exportPerson(store.reader(), Kira, Now)).object();
        QCOMPARE(json[u"user"_s].toString(), Kira.toString());
        const QJsonArray servers = json[u"servers"_s].toArray();
        QCOMPARE(servers.size(), 2);
        int messages = 0, tickets = 0;
        for (const QJsonValue &server : servers) {
            messages += int(server[u"messages"_s].toArray().size());
            tickets += int(server[u"tickets_opened"_s].toArray().size());
        }
        QCOMPARE(messages, 10);
        QCOMPARE(tickets, 5);
        QCOMPARE(QJsonDocument::fromJson(exportPerson(store.reader(), UserId(5), Now))
                     .object()[u"servers"_s]
                     .toArray()
                     .size(),
                 0);
    }

    // TM-32: nowhere in the files, in no encoding; the numbers stay.
    void anErasedPersonIsNowhere()
    {
        Store store;
        fillLife(store);
        const Window ever{0, Now + DayMs};
        const auto numbers = [&] { return store.reader().statistics(Guild, {}, ever); };
        const TicketStatistics before = numbers();
        QVERIFY(occurrences(store, asInteger(Kira)) > 0);
        QVERIFY(occurrences(store, asPacked(Kira)) > 0);
        QVERIFY(occurrences(store, KirasName.toUtf8()) > 0);

        const PersonTraces traces = personTraces(store.reader(), Kira);
        const Status erased = store.write([&](Writer &w) { return erasePerson(w, Kira, traces, Desk); });
        QVERIFY2(erased.ok(), qPrintable(erased.ok() ? QString() : erased.error().detail));
        QVERIFY(execute(store.database(), u"VACUUM"_s).ok());
        QVERIFY(execute(store.database(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s).ok());
        QCOMPARE(occurrences(store, asInteger(Kira)), 0);
        QCOMPARE(occurrences(store, asPacked(Kira)), 0);
        QCOMPARE(occurrences(store, Kira.toString().toLatin1()), 0);
        QCOMPARE(occurrences(store, KirasName.toUtf8()), 0);
        QCOMPARE(occurrences(store, KirasName.toLower().toUtf8()), 0);
        QVERIFY(occurrences(store, "Tom") > 0); // others stay

        const TicketStatistics after = numbers();
        QCOMPARE(after.opened, before.opened);
        QCOMPARE(after.closed, before.closed);
        QCOMPARE(after.messagesTotal, before.messagesTotal);
        QCOMPARE(after.requesterMessages, before.requesterMessages);
        QCOMPARE(after.firstResponse.mean, before.firstResponse.mean);
        QCOMPARE(after.resolution.median, before.resolution.median);
        QVERIFY(personTraces(store.reader(), Kira).none());
        QVERIFY(store.reader().maxUsers(Guild).size() == 1);

        // What she did stays in the history, without her; and it is append-only as before (TM-30).
        int total = 0;
        const auto history = store.reader().history(Guild, 0, 10, &total);
        QCOMPARE(total, 4);
        QCOMPARE(history.first().kind, u"erase"_s);
        QCOMPARE(history.first().after.value(u"messages"_s).toInt(), 10);
        int byErased = 0;
        for (const HistoryRow &row : history)
            byErased += row.actor.name == "erased"_L1 && !isAutomatic(row.actor);
        QCOMPARE(byErased, 2);
        for (const QString &sql : {u"UPDATE history SET kind = 'x'"_s, u"UPDATE wipe_log SET tickets = 0"_s,
                                   u"DELETE FROM history"_s})
            QVERIFY(store.error(sql).contains(u"append-only"_s));
        // The trash can still be undone.
        const auto wipes = store.reader().wipes(Guild, 0, 1);
        QVERIFY(store.write([&](Writer &w) { return w.undoWipe(Guild, wipes.first().id, Desk); }).ok());
        QCOMPARE(numbers().opened, before.opened + 1);
    }

    void erasingNeedsAFreshPreview()
    {
        Store store;
        fillLife(store);
        const PersonTraces traces = personTraces(store.reader(), Kira);
        store.apply({messageFact(idAt<ChannelId>(Now - DayMs), Kira, Now, AuthorKind::Guest)});
        const QStringList before = store.dump();
        Status erased = store.write([&](Writer &w) { return erasePerson(w, Kira, traces, Desk); });
        QCOMPARE(erased.error().kind, ErrorKind::Busy);
        JobControl job;
        job.cancel();
        erased = store.write(
            [&](Writer &w) { return erasePerson(w, Kira, personTraces(store.reader(), Kira), Desk, job); });
        QCOMPARE(erased.error().kind, ErrorKind::Cancelled);
        erased = store.write([&](Writer &w) { return erasePerson(w, UserId(5), {}, Desk); });
        QCOMPARE(erased.error().kind, ErrorKind::NotFound);
        QCOMPARE(store.dump(), before);
    }
};

QTEST_GUILESS_MAIN(PersonDataTest)
#include "tst_persondata.moc"
