// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoserver.h"
#include "app/demo/demoworld.h"
#include "app/demo/worlddata.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The world behind the stand-in: Discord's permissions, what is told to the bot and what is not, ids and
// times.
class TestDemoWorld : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void idsCarryTheirTimeAndAreUnique();
    void computesPermissions_data();
    void computesPermissions();
    void overwritesApplyInOrder();
    void ownersAndAdministratorsMayEverything();
    void strangersMayNothing();
    void categoriesPassTheirDenialOn();
    void privateThreadsNeedMembershipOrManageThreads();
    void messagesOutOfSightAreNotTold();
    void silentMessagesAreNotToldButThere();
    void actionsBySomebodyAreInTheAuditLog();
    void actionsByNobodyAreNot();
    void auditEntriesNeedTheirPermission();
    void deletingAChannelTakesItsThreads();
    void deletingACategoryFreesItsChannels();
    void deletesInBulksOfAHundred();
    void deletedRolesLeaveTheirMembers();
    void webhooksAreNoMembers();
    void buildsTheSameServerEveryTime();
    void theServerHasWhatTheDemoNeeds();
    void ticketsOfAnEarlierRunAreStillThere();
    void aLaterRunOpensNothingInThePastOfAnEarlierOne();
    void ticketsOfAnEarlierRunLeaveATrace();

private:
    struct Told
    {
        QString event;
        QJsonObject data;
        int intent;
    };
    QVector<Told> told(const QString &event) const;

    std::unique_ptr<DemoWorld> m_world;
    QVector<Told> m_told;
    quint64 m_guild = 0;
    quint64 m_channel = 0;
    quint64 m_user = 0;
    quint64 m_role = 0;
};

namespace {
constexpr quint64 View = 1 << 10;
constexpr quint64 Send = 1 << 11;
constexpr quint64 Embed = 1 << 14;
constexpr quint64 History = 1 << 16;
constexpr quint64 ManageThreads = 1ull << 34;
constexpr quint64 Invited = 117888;
} // namespace

void TestDemoWorld::init()
{
    m_world = std::make_unique<DemoWorld>();
    m_guild = m_world->addGuild(u"Northwind"_s);
    m_channel = m_world->addChannel(m_guild, m_world->addCategory(m_guild, u"Billing"_s), u"ticket"_s);
    m_user = m_world->addUser(u"Ana"_s);
    m_role = m_world->addRole(m_guild, u"Support"_s, View | Send);
    m_world->addMember(m_guild, m_user, {m_role});
    m_told.clear();
    connect(m_world.get(), &DemoWorld::changed, this,
            [this](const QString &event, const QJsonObject &data, quint64, int intent) {
                m_told.append({event, data, intent});
            });
}

QVector<TestDemoWorld::Told> TestDemoWorld::told(const QString &event) const
{
    QVector<Told> found;
    for (const Told &one : m_told) {
        if (one.event == event)
            found.append(one);
    }
    return found;
}

void TestDemoWorld::idsCarryTheirTimeAndAreUnique()
{
    constexpr qint64 at = 1'776'254'400'000;
    m_world->setNow([] { return at; });
    QSet<quint64> ids;
    quint64 previous = 0;
    for (int i = 0; i < 5000; ++i) {
        const quint64 id = i % 2 ? m_world->newId() : m_world->newIdAt(at);
        QVERIFY(id > previous);
        previous = id;
        ids.insert(id);
        QCOMPARE(qint64(id >> 22) + 1420070400000, at);
    }
    QCOMPARE(ids.size(), 5000);
    QCOMPARE(qint64(m_world->newIdAt(at - 1) >> 22) + 1420070400000, at - 1);
}

void TestDemoWorld::computesPermissions_data()
{
    QTest::addColumn<quint64>("base");
    QTest::addColumn<quint64>("botDeny");
    QTest::addColumn<quint64>("expected"); // of View, Send, Embed, History
    const quint64 all = View | Send | Embed | History;
    QTest::newRow("base") << Invited << quint64(0) << all;
    QTest::newRow("nothing given") << quint64(0) << quint64(0) << quint64(0);
    QTest::newRow("history denied") << Invited << History << (View | Send | Embed);
    QTest::newRow("no view, nothing at all") << Invited << View << quint64(0);
    QTest::newRow("no send, no embeds either") << Invited << Send << (View | History);
}

void TestDemoWorld::computesPermissions()
{
    QFETCH(quint64, base);
    QFETCH(quint64, botDeny);
    QFETCH(quint64, expected);
    m_world->setBotPermissions(m_guild, base);
    m_world->denyBot(m_channel, botDeny);
    QCOMPARE(m_world->permissionsIn(m_world->bot(), m_channel) & (View | Send | Embed | History), expected);
}

// Discord topics/permissions, "Permission Overwrites": @everyone, then all roles together, then the member.
void TestDemoWorld::overwritesApplyInOrder()
{
    World::Data data = m_world->data();
    World::Channel &channel = *data.channel(m_channel);
    const quint64 second = m_world->addRole(m_guild, u"Second"_s);
    data.guild(m_guild)->members[m_user].roles.append(second);
    const auto mine = [&] { return data.permissionsIn(m_user, channel) & (View | Send | History); };
    QCOMPARE(mine(), View | Send); // by the role
    channel.overwrites = {{m_guild, false, History, View}};
    QCOMPARE(mine(), quint64(0));
    channel.overwrites.append({m_role, false, View, 0});
    QCOMPARE(mine(), View | Send | History); // a role's allow beats @everyone's deny
    channel.overwrites.append({second, false, 0, View | Send});
    QCOMPARE(mine(), View | History); // among roles allow beats deny
    channel.overwrites.append({m_user, true, Send, History});
    QCOMPARE(mine(), View | Send); // the member's own overwrite beats them all
}

void TestDemoWorld::ownersAndAdministratorsMayEverything()
{
    QVERIFY(m_world->permissionsIn(m_world->owner(m_guild), m_channel) & ManageThreads);
    m_world->setBotPermissions(m_guild, 1 << 3);
    m_world->denyBot(m_channel, View); // in vain
    QVERIFY(m_world->permissionsIn(m_world->bot(), m_channel) & View);
}

void TestDemoWorld::strangersMayNothing()
{
    QVERIFY(m_world->permissionsIn(m_user, m_channel) & Send);
    m_world->removeMember(m_guild, m_user);
    QCOMPARE(m_world->permissionsIn(m_user, m_channel), quint64(0));
}

void TestDemoWorld::categoriesPassTheirDenialOn()
{
    const quint64 category = m_world->channelJson(m_channel).value("parent_id"_L1).toString().toULongLong();
    m_world->denyBot(category, History);
    QVERIFY(!(m_world->permissionsIn(m_world->bot(), m_channel) & History));
    QCOMPARE(told(u"CHANNEL_UPDATE"_s).size(), 2); // the category and its channel
    const quint64 later = m_world->addChannel(m_guild, category, u"later"_s);
    QVERIFY(!(m_world->permissionsIn(m_world->bot(), later) & History));
    m_world->denyBot(category, 0);
    QVERIFY(m_world->permissionsIn(m_world->bot(), later) & History);
}

void TestDemoWorld::privateThreadsNeedMembershipOrManageThreads()
{
    const quint64 hidden = m_world->addThread(m_guild, m_channel, u"a"_s, true, {m_user, 0, {}, 0});
    QCOMPARE(told(u"THREAD_CREATE"_s).size(), 0);
    m_world->addMessage(hidden, m_user);
    QCOMPARE(told(u"MESSAGE_CREATE"_s).size(), 0);
    m_world->addThreadMember(hidden, m_world->bot());
    QCOMPARE(told(u"THREAD_CREATE"_s).size(), 1); // being added brings it
    m_world->addMessage(hidden, m_user);
    QCOMPARE(told(u"MESSAGE_CREATE"_s).size(), 1);
    m_world->setBotPermissions(m_guild, Invited | ManageThreads);
    m_world->addThread(m_guild, m_channel, u"b"_s, true, {});
    QCOMPARE(told(u"THREAD_CREATE"_s).size(), 2);
    QVERIFY(told(u"THREAD_CREATE"_s).last().data.value("newly_created"_L1).toBool());
}

void TestDemoWorld::messagesOutOfSightAreNotTold()
{
    m_world->denyBot(m_channel, View);
    const quint64 message = m_world->addMessage(m_channel, m_user);
    m_world->deleteMessages(m_channel, {message});
    QVERIFY(told(u"MESSAGE_CREATE"_s).isEmpty());
    QVERIFY(told(u"MESSAGE_DELETE"_s).isEmpty());
    m_world->renameChannel(m_channel, u"new"_s);
    QCOMPARE(told(u"CHANNEL_UPDATE"_s).size(), 2); // bots hear of channels all the same
}

void TestDemoWorld::silentMessagesAreNotToldButThere()
{
    DemoMessageOptions options;
    options.silent = true;
    const quint64 id = m_world->addMessage(m_channel, m_user, options);
    QVERIFY(told(u"MESSAGE_CREATE"_s).isEmpty());
    QCOMPARE(m_world->messagesJson(m_channel).size(), 1);
    QCOMPARE(m_world->channelJson(m_channel).value("last_message_id"_L1).toString(), QString::number(id));
}

void TestDemoWorld::actionsBySomebodyAreInTheAuditLog()
{
    const quint64 channel = m_world->addChannel(m_guild, 0, u"t"_s, {m_user, m_user, u"Ticket 1"_s, 0});
    const quint64 other = m_world->addCategory(m_guild, u"Closed"_s);
    m_world->moveChannel(channel, other, m_user);
    m_world->deleteChannel(channel, m_user, u"done"_s);
    const quint64 thread = m_world->addThread(m_guild, m_channel, u"th"_s, false, {m_user, 0, {}, 0});
    m_world->setThreadState(thread, true, true, m_user);
    m_world->deleteChannel(thread, m_user);
    QList<int> actions;
    for (const Told &entry : told(u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s)) {
        actions.append(entry.data.value("action_type"_L1).toInt());
        QCOMPARE(entry.data.value("user_id"_L1).toString(), QString::number(m_user));
        QCOMPARE(entry.data.value("guild_id"_L1).toString(), QString::number(m_guild));
    }
    QCOMPARE(actions, QList<int>({10, 11, 12, 110, 111, 112}));
    const QJsonObject move = told(u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s).at(1).data;
    const QJsonObject change = move.value("changes"_L1).toArray().first().toObject();
    QCOMPARE(change.value("key"_L1).toString(), u"parent_id"_s);
    QVERIFY(change.value("old_value"_L1).isNull());
    QCOMPARE(change.value("new_value"_L1).toString(), QString::number(other));
}

void TestDemoWorld::actionsByNobodyAreNot()
{
    m_world->deleteChannel(m_world->addChannel(m_guild, 0, u"t"_s));
    QVERIFY(told(u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s).isEmpty());
    QCOMPARE(told(u"CHANNEL_DELETE"_s).size(), 1);
}

void TestDemoWorld::auditEntriesNeedTheirPermission()
{
    m_world->setBotPermissions(m_guild, Invited & ~quint64(1 << 7));
    m_world->deleteChannel(m_channel, m_user);
    QVERIFY(told(u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s).isEmpty());
}

void TestDemoWorld::deletingAChannelTakesItsThreads()
{
    const quint64 thread = m_world->addThread(m_guild, m_channel, u"th"_s, false, {});
    m_world->deleteChannel(m_channel);
    QVERIFY(m_world->channelJson(thread).isEmpty());
    QCOMPARE(told(u"CHANNEL_DELETE"_s).size(), 1);
    QVERIFY(told(u"THREAD_DELETE"_s).isEmpty()); // none of their own
}

void TestDemoWorld::deletingACategoryFreesItsChannels()
{
    const quint64 category = m_world->channelJson(m_channel).value("parent_id"_L1).toString().toULongLong();
    m_world->deleteChannel(category);
    QVERIFY(m_world->channelJson(m_channel).value("parent_id"_L1).isNull());
    QCOMPARE(told(u"CHANNEL_UPDATE"_s).size(), 1);
}

void TestDemoWorld::deletesInBulksOfAHundred()
{
    QList<quint64> ids;
    for (int i = 0; i < 201; ++i)
        ids.append(m_world->addMessage(m_channel, m_user));
    m_world->deleteMessages(m_channel, ids);
    const auto bulks = told(u"MESSAGE_DELETE_BULK"_s);
    QCOMPARE(bulks.size(), 3);
    QCOMPARE(bulks.first().data.value("ids"_L1).toArray().size(), 100);
    QCOMPARE(bulks.last().data.value("ids"_L1).toArray().size(), 1);
    QVERIFY(m_world->messagesJson(m_channel).isEmpty());
}

void TestDemoWorld::deletedRolesLeaveTheirMembers()
{
    m_world->deleteRole(m_guild, m_role);
    QVERIFY(m_world->memberJson(m_guild, m_user).value("roles"_L1).toArray().isEmpty());
    QCOMPARE(told(u"GUILD_ROLE_DELETE"_s).size(), 1);
    m_world->deleteRole(m_guild, m_world->everyoneRole(m_guild)); // cannot be deleted
    QCOMPARE(told(u"GUILD_ROLE_DELETE"_s).size(), 1);
}

void TestDemoWorld::webhooksAreNoMembers()
{
    DemoMessageOptions options;
    options.webhook = true;
    m_world->addMessage(m_channel, 4242, options);
    const QJsonObject message = told(u"MESSAGE_CREATE"_s).first().data;
    QCOMPARE(message.value("webhook_id"_L1).toString(), u"4242"_s);
    QVERIFY(!message.contains("member"_L1));
    QVERIFY(message.value("author"_L1).toObject().value("bot"_L1).toBool());
}

// -- the demo's server ----------------------------------------------------------------------------

void TestDemoWorld::buildsTheSameServerEveryTime()
{
    DemoWorld one;
    DemoWorld other;
    other.setNow([&one] { return one.now() + 86'400'000; });
    DemoServer a = buildDemoWorld(one);
    DemoServer b = buildDemoWorld(other);
    addOpenDemoTickets(one, a);
    addOpenDemoTickets(other, b);
    QCOMPARE(one.bot(), other.bot());
    QCOMPARE(a.guild, b.guild);
    QCOMPARE(a.supportRole, b.supportRole);
    for (int i = 0; i < a.categories.size(); ++i)
        QCOMPARE(a.categories.at(i).id, b.categories.at(i).id);
    for (int i = 0; i < a.staff.size(); ++i)
        QCOMPARE(a.staff.at(i).id, b.staff.at(i).id);
    QCOMPARE(a.requesters.last().id, b.requesters.last().id);
    QCOMPARE(a.logChannel, b.logChannel);
    QVERIFY(a.openTickets != b.openTickets); // they are of today
}

void TestDemoWorld::theServerHasWhatTheDemoNeeds()
{
    DemoWorld world;
    DemoServer server = buildDemoWorld(world);
    addOpenDemoTickets(world, server);
    QCOMPARE(world.guilds(), QList<quint64>{server.guild});
    QCOMPARE(server.categories.size(), 5);
    QCOMPARE(server.staff.size(), 8);
    QCOMPARE(server.staff.first().id, world.owner(server.guild));
    double share = 0;
    for (const DemoServer::Category &category : server.categories)
        share += category.share;
    QVERIFY(qAbs(share - 1) < 0.001);
    QVERIFY(server.openTickets.size() >= 10);
    QSet<quint64> categories;
    int waiting = 0;
    for (const quint64 ticket : server.openTickets) {
        const QJsonObject json = world.channelJson(ticket);
        categories.insert(json.value("parent_id"_L1).toString().toULongLong());
        const QJsonArray messages = world.messagesJson(ticket);
        QCOMPARE(messages.first().toObject().value("author"_L1).toObject().value("id"_L1).toString(),
                 QString::number(server.ticketBot.id)); // by which the bot knows it as a ticket
        QSet<QString> authors;
        for (const QJsonValue &message : messages) {
            const QJsonObject author = message.toObject().value("author"_L1).toObject();
            authors.insert(author.value("id"_L1).toString());
            const quint64 id = message.toObject().value("id"_L1).toString().toULongLong();
            QVERIFY(World::millisecondsOf(id) >= World::millisecondsOf(ticket));
            QVERIFY(World::millisecondsOf(id) <= world.now());
        }
        waiting += authors.size() == 2 ? 1 : 0;
        QCOMPARE(json.value("permission_overwrites"_L1).toArray().size(), 1); // the requester's
        QVERIFY(world.permissionsIn(world.bot(), ticket) & History);
    }
    QCOMPARE(categories.size(), 5);
    QVERIFY(waiting >= 3);
    QVERIFY(world.permissionsIn(world.bot(), server.logChannel) & Send);
}

// Starting it again adds nothing to its numbers.
void TestDemoWorld::ticketsOfAnEarlierRunAreStillThere()
{
    DemoWorld world;
    DemoServer server = buildDemoWorld(world);
    const quint64 channel = world.newIdAt(world.now() - 3'600'000);
    const quint64 requester = server.requesters.at(7).id;
    keepDemoTicketsOfEarlierRun(world, server,
                                {{channel, server.categories.at(1).id, requester, u"general-4107"_s}});
    QCOMPARE(server.openTickets, QList<quint64>{channel});
    QCOMPARE(server.nextNumber, 4108);
    const QJsonObject json = world.channelJson(channel);
    QCOMPARE(json.value("name"_L1).toString(), u"general-4107"_s);
    QCOMPARE(json.value("parent_id"_L1).toString(), QString::number(server.categories.at(1).id));
    QVERIFY(world.permissionsIn(requester, channel) & Send);
}

void TestDemoWorld::aLaterRunOpensNothingInThePastOfAnEarlierOne()
{
    DemoWorld world;
    DemoServer server = buildDemoWorld(world);
    const qint64 sinceMs = world.now() - 3'600'000;
    addOpenDemoTickets(world, server, sinceMs);
    QVERIFY(server.openTickets.size() >= 3);
    for (const quint64 ticket : server.openTickets)
        QVERIFY(World::millisecondsOf(ticket) >= sinceMs);
}

void TestDemoWorld::ticketsOfAnEarlierRunLeaveATrace()
{
    DemoWorld world;
    DemoServer server = buildDemoWorld(world);
    addOpenDemoTickets(world, server);
    const qint64 ended = world.now() - 3'600'000;
    const quint64 gone = world.newIdAt(ended - 60'000);
    closeDemoTicketsOfEarlierRun(world, server, {gone, server.openTickets.first()}, ended);
    const auto &audit = world.data().guild(server.guild)->audit;
    int deletions = 0;
    for (const auto &[id, entry] : audit) {
        if (entry.action != World::ChannelDelete)
            continue;
        ++deletions;
        QCOMPARE(entry.target, gone); // the one that still exists is not closed
        QVERIFY(World::millisecondsOf(id) > ended && World::millisecondsOf(id) <= world.now());
    }
    QCOMPARE(deletions, 1);
}

QTEST_GUILESS_MAIN(TestDemoWorld)
#include "tst_demoworld.moc"
