// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/guildview.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr GuildId Server{990000000000000001};
constexpr ChannelId Category{500};
constexpr ChannelId Panel{501};
constexpr ChannelId TicketThread{502};
constexpr UserId Self{42};

Discord::Channel channel(ChannelId id, ChannelId parent, const QString &name = u"ticket"_s)
{
    Discord::Channel c;
    c.id = id;
    c.guild = Server;
    c.type = Discord::ChannelType::Text;
    c.parent = parent;
    c.name = name;
    return c;
}

Discord::Channel category(ChannelId id, const QString &name, int position)
{
    Discord::Channel c = channel(id, {}, name);
    c.type = Discord::ChannelType::Category;
    c.position = position;
    return c;
}

Discord::Channel threadOf(ChannelId id, ChannelId parent, UtcMs archiveTimestampMs = 0, bool archived = false)
{
    Discord::Channel c = channel(id, parent);
    c.type = Discord::ChannelType::PrivateThread;
    c.thread = Discord::ThreadState{archived, archived, archiveTimestampMs, 0};
    return c;
}

Discord::GuildCreate snapshot()
{
    Discord::GuildCreate event;
    event.guild.id = Server;
    event.guild.name = u"Test"_s;
    event.guild.roles = {{RoleId(Server.value), u"@everyone"_s}, {RoleId(7), u"Helper"_s}};
    event.guild.roles[0].permissions = Discord::Permission::ViewChannel;
    event.guild.channels = {category(ChannelId(600), u"Second"_s, 2), category(Category, u"First"_s, 1),
                            channel(Panel, Category, u"panel"_s)};
    event.guild.threads = {threadOf(TicketThread, Panel)};
    Discord::Member self;
    self.user.id = Self;
    self.user.username = u"assistant"_s;
    self.user.bot = true;
    self.roles = {RoleId(7)};
    event.guild.members = {self};
    return event;
}

GuildView viewWithSnapshot()
{
    GuildView view(Server);
    view.setSelf(Self);
    view.apply(snapshot());
    return view;
}

Discord::MessageCreate message(UserId author, MessageId id, bool bot = false)
{
    Discord::MessageCreate event;
    event.message.id = id;
    event.message.channel = Panel;
    event.message.guild = Server;
    event.message.author.id = author;
    event.message.author.username = u"user"_s;
    event.message.author.globalName = u"User"_s;
    event.message.author.bot = bot;
    event.message.memberRoles = QVector<RoleId>{RoleId(7)};
    return event;
}

} // namespace

class GuildViewTest : public QObject
{
    Q_OBJECT

private slots:
    void aSnapshotMakesTheServerAvailable()
    {
        GuildView view(Server);
        QVERIFY(!view.available());
        view.setSelf(Self);
        view.apply(snapshot());
        QVERIFY(view.available());
        QCOMPARE(view.channels().size(), 4);
        QCOMPARE(view.ownRoles(), QVector<RoleId>{RoleId(7)});
        QCOMPARE(view.namedCategories().size(), 2);
        QCOMPARE(view.namedCategories().first().name, u"First"_s); // in Discord's order
        QCOMPARE(view.categoryOf(*view.channel(Panel)), Category);
        QCOMPARE(view.categoryOf(*view.channel(TicketThread)), Category);
        QVERIFY(view.ownPermissions(TicketThread) & Discord::Permission::ViewChannel);
    }

    void eventsOfOtherServersAreIgnored()
    {
        GuildView view = viewWithSnapshot();
        Discord::ChannelCreate created{channel(ChannelId(700), Category)};
        created.channel.guild = GuildId(2);
        view.apply(created);
        QVERIFY(!view.channel(ChannelId(700)));
        view.apply(Discord::GuildDelete{GuildId(2), true});
        QVERIFY(view.available());
    }

    void anOutageForgetsNothing()
    {
        GuildView view = viewWithSnapshot();
        view.apply(Discord::GuildDelete{Server, true});
        QVERIFY(!view.available());
        QVERIFY(view.everAvailable());
        QCOMPARE(view.channels().size(), 4);
    }

    void aDeletedChannelNeverComesBack() // late and repeated events
    {
        GuildView view = viewWithSnapshot();
        view.apply(Discord::ChannelDelete{channel(Panel, Category)});
        QVERIFY(!view.channel(Panel));
        QVERIFY(!view.channel(TicketThread)); // went with its channel
        view.apply(Discord::ChannelUpdate{channel(Panel, Category)});
        view.apply(Discord::ChannelCreate{channel(Panel, Category)});
        QVERIFY(!view.channel(Panel));
        QVERIFY(view.wasDeleted(Panel));
    }

    void aLateCreationDoesNotUndoAnUpdate()
    {
        GuildView view = viewWithSnapshot();
        view.apply(Discord::ChannelUpdate{channel(ChannelId(700), ChannelId(600), u"new"_s)});
        view.apply(Discord::ChannelCreate{channel(ChannelId(700), Category, u"old"_s)});
        QCOMPARE(view.channel(ChannelId(700))->name, u"new"_s);
        QCOMPARE(view.channel(ChannelId(700))->parent, ChannelId(600));
    }

    void threadStatesAreOrderedByTheirArchiveTime()
    {
        GuildView view = viewWithSnapshot();
        view.apply(Discord::ThreadUpdate{threadOf(TicketThread, Panel, 2000, false)});
        view.apply(Discord::ThreadUpdate{threadOf(TicketThread, Panel, 1000, true)});
        QVERIFY(!view.channel(TicketThread)->thread->archived);
    }

    void aThreadListReplacesOnlyItsChannels()
    {
        GuildView view = viewWithSnapshot();
        view.apply(Discord::ThreadCreate{threadOf(ChannelId(800), ChannelId(600)), true});
        view.apply(Discord::ThreadUpdate{threadOf(ChannelId(801), Panel, 1000, true)});
        view.apply(Discord::ThreadListSync{Server, {Panel}, {threadOf(ChannelId(802), Panel)}});
        QVERIFY(!view.channel(TicketThread)); // of Panel, active, and not in the list
        QVERIFY(view.channel(ChannelId(800))); // of another channel
        QVERIFY(view.channel(ChannelId(801))); // archived: never in such a list
        QVERIFY(view.channel(ChannelId(802)));
        view.apply(Discord::ThreadListSync{Server, {}, {}});
        QVERIFY(!view.channel(ChannelId(800)));
    }

    void peopleAreKnownByTheirMessages()
    {
        GuildView view = viewWithSnapshot();
        QVERIFY(!view.isBot(UserId(9)).has_value());
        QVERIFY(view.nameOf(UserId(9)).isEmpty());
        view.apply(message(UserId(9), MessageId(1000)));
        QCOMPARE(view.nameOf(UserId(9)), u"User"_s);
        QCOMPARE(view.isBot(UserId(9)), std::optional(false));
        QCOMPARE(view.rolesOf(UserId(9)), std::optional(QVector<RoleId>{RoleId(7)}));
        QCOMPARE(view.channel(Panel)->lastMessage, MessageId(1000));
        view.apply(message(UserId(10), MessageId(900), true));
        QCOMPARE(view.isBot(UserId(10)), std::optional(true));
        QCOMPARE(view.channel(Panel)->lastMessage, MessageId(1000)); // only forward
        QCOMPARE(view.isBot(Self), std::optional(true));
    }

    void ownRolesFollowMemberUpdatesAndRoleDeletions()
    {
        GuildView view = viewWithSnapshot();
        Discord::MemberUpdate update;
        update.guild = Server;
        update.member.user.id = Self;
        update.member.user.bot = true;
        update.member.roles = {RoleId(7), RoleId(8)};
        view.apply(update);
        QCOMPARE(view.ownRoles().size(), 2);
        view.apply(
            Discord::RoleUpsert{Server, {RoleId(8), u"Admin"_s, 0, 0, Discord::Permission::Administrator}});
        QVERIFY(view.ownGuildPermissions() & Discord::Permission::ViewAuditLog);
        view.apply(Discord::RoleDelete{Server, RoleId(8)});
        QCOMPARE(view.ownRoles(), QVector<RoleId>{RoleId(7)});
        QVERIFY(!view.role(RoleId(8)));
        QVERIFY(!(view.ownGuildPermissions() & Discord::Permission::ViewAuditLog));
    }

    void aServerUpdateKeepsChannelsAndRenamesTheServer()
    {
        GuildView view = viewWithSnapshot();
        Discord::GuildUpdate update;
        update.guild.id = Server;
        update.guild.name = u"Renamed"_s;
        view.apply(update);
        QCOMPARE(view.guild().name, u"Renamed"_s);
        QCOMPARE(view.guild().roles.size(), 2);
        QCOMPARE(view.channels().size(), 4);
    }

    void whatAServerUpdateLeavesOutIsAsBefore()
    {
        GuildView view = viewWithSnapshot();
        Discord::GuildUpdate owned;
        owned.guild.id = Server;
        owned.guild.name = u"Northwind"_s;
        owned.guild.owner = UserId(77);
        view.apply(owned);
        Discord::GuildUpdate bare;
        bare.guild.id = Server;
        view.apply(bare);
        QCOMPARE(view.guild().owner, UserId(77)); // who may do everything
        QCOMPARE(view.guild().name, u"Northwind"_s);
    }

    void aCategoryInBothListsHoldsTickets()
    {
        GuildView view = viewWithSnapshot();
        GuildConfig config;
        config.ticketCategories = {Category};
        config.closedCategories = {Category, ChannelId(600)};
        view.setConfig(config);
        QVERIFY(view.isTicketCategory(Category));
        QVERIFY(!view.isClosedCategory(Category));
        QVERIFY(view.isClosedCategory(ChannelId(600)));
    }
};

QTEST_APPLESS_MAIN(GuildViewTest)
#include "tst_guildview.moc"
