// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/ticketrules.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr GuildId Server{990000000000000001};
constexpr ChannelId Tickets{500}, Closed{501}, Other{502}, Panel{510}, Forum{511};
constexpr UserId Kira{300000000000000001}, Tom{300000000000000002}, Ana{200000000000000011},
    TicketBot{1325579039888511056}, Self{42};
constexpr RoleId Support{7};

Discord::Channel channel(quint64 id, ChannelId parent, Discord::ChannelType type = Discord::ChannelType::Text)
{
    Discord::Channel c;
    c.id = ChannelId(id);
    c.guild = Server;
    c.type = type;
    c.parent = parent;
    if (type == Discord::ChannelType::PrivateThread || type == Discord::ChannelType::PublicThread)
        c.thread = Discord::ThreadState();
    return c;
}

GuildView view()
{
    GuildView v(Server);
    v.setSelf(Self);
    Discord::GuildCreate created;
    created.guild.id = Server;
    for (const ChannelId id : {Tickets, Closed, Other})
        created.guild.channels.append(channel(id.value, {}, Discord::ChannelType::Category));
    created.guild.channels.append(channel(Panel.value, Tickets));
    created.guild.channels.append(channel(Forum.value, Tickets, Discord::ChannelType::Forum));
    v.apply(created);
    GuildConfig config;
    config.ticketCategories = {Tickets};
    config.closedCategories = {Closed};
    config.supportRoles = {Support};
    v.setConfig(config);
    return v;
}

void showsUp(GuildView &v, UserId user, bool bot, const QVector<RoleId> &roles)
{
    Discord::MessageCreate event;
    event.message.id = MessageId(1);
    event.message.guild = Server;
    event.message.author.id = user;
    event.message.author.bot = bot;
    event.message.memberRoles = roles;
    v.apply(event);
}

Discord::ReceivedEmbed closedEmbed(const QVector<Discord::EmbedField> &fields = {})
{
    return {u"Ticket Closed"_s, {}, fields};
}

} // namespace

class TicketRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsATicket_data()
    {
        QTest::addColumn<Discord::Channel>("one");
        QTest::addColumn<quint64>("category");
        using Type = Discord::ChannelType;
        QTest::newRow("text channel in a ticket category") << channel(900, Tickets) << Tickets.value;
        QTest::newRow("text channel elsewhere") << channel(900, Other) << 0ULL;
        QTest::newRow("text channel without category") << channel(900, {}) << 0ULL;
        QTest::newRow("text channel in a closed category") << channel(900, Closed) << 0ULL;
        QTest::newRow("voice channel") << channel(900, Tickets, Type::Voice) << 0ULL;
        QTest::newRow("announcement channel") << channel(900, Tickets, Type::News) << 0ULL;
        QTest::newRow("a forum itself") << channel(900, Tickets, Type::Forum) << 0ULL;
        QTest::newRow("private thread of a panel")
            << channel(900, Panel, Type::PrivateThread) << Tickets.value;
        QTest::newRow("public thread of a panel") << channel(900, Panel, Type::PublicThread) << Tickets.value;
        QTest::newRow("post in a forum") << channel(900, Forum, Type::PublicThread) << Tickets.value;
        QTest::newRow("thread of an unknown channel")
            << channel(900, ChannelId(999), Type::PublicThread) << 0ULL;
        QTest::newRow("unknown type") << channel(900, Tickets, Type::Unknown) << 0ULL;
    }
    void whatIsATicket()
    {
        QFETCH(Discord::Channel, one);
        QFETCH(quint64, category);
        QCOMPARE(TicketRules::ticketCategory(view(), one).value, category);
    }

    void anOpeningIsTheIdsTimeOrTheThreads() // M-01
    {
        Discord::Channel c = channel(1473670346178560040, Tickets);
        QCOMPARE(TicketRules::openedAt(c), 1771420790000LL);
        c = channel(1473670346178560040, Panel, Discord::ChannelType::PrivateThread);
        QCOMPARE(TicketRules::openedAt(c), 1771420790000LL);
        c.thread->createdAtMs = 1771420000000;
        QCOMPARE(TicketRules::openedAt(c), 1771420000000LL);
    }

    void messagesAreClassifiedByRoleIds_data() // M-04, U-m
    {
        QTest::addColumn<bool>("bot");
        QTest::addColumn<bool>("webhook");
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("known");
        QTest::addColumn<QVector<RoleId>>("roles");
        QTest::addColumn<AuthorKind>("kind");
        using Roles = QVector<RoleId>;
        QTest::newRow("staff") << false << false << 0 << true << Roles{RoleId(3), Support}
                               << AuthorKind::Staff;
        QTest::newRow("staff replies") << false << false << 19 << true << Roles{Support} << AuthorKind::Staff;
        QTest::newRow("guest") << false << false << 0 << true << Roles{RoleId(3)} << AuthorKind::Guest;
        QTest::newRow("no roles at all") << false << false << 0 << true << Roles{} << AuthorKind::Guest;
        QTest::newRow("roles unknown") << false << false << 0 << false << Roles{} << AuthorKind::Unknown;
        QTest::newRow("bot") << true << false << 0 << true << Roles{Support} << AuthorKind::Bot;
        QTest::newRow("bot answers a command") << true << false << 20 << true << Roles{} << AuthorKind::Bot;
        QTest::newRow("webhook") << true << true << 0 << false << Roles{} << AuthorKind::Webhook;
        QTest::newRow("pin notice") << false << false << 6 << true << Roles{Support} << AuthorKind::System;
        QTest::newRow("thread starter") << false << false << 21 << true << Roles{} << AuthorKind::System;
    }
    void messagesAreClassifiedByRoleIds()
    {
        QFETCH(bool, bot);
        QFETCH(bool, webhook);
        QFETCH(int, type);
        QFETCH(bool, known);
        QFETCH(QVector<RoleId>, roles);
        Discord::Message message;
        message.id = MessageId(1473670346178560041);
        message.channel = ChannelId(900);
        message.author.id = Ana;
        message.author.bot = bot;
        message.webhook = webhook;
        message.type = type;
        const MessageFact fact =
            TicketRules::messageFact(message, known ? std::optional(roles) : std::nullopt, StaffSource::Live,
                                     Quality::Observed, view().config());
        QTEST(fact.kind, "kind");
        QCOMPARE(fact.atMs, message.id.createdAtMs());
        const bool human = fact.kind == AuthorKind::Staff || fact.kind == AuthorKind::Guest;
        QCOMPARE(fact.roles, human ? roles : QVector<RoleId>());
    }

    void theRequesterIsAdmittedByTheChannel() // M-06
    {
        Discord::Channel c = channel(900, Tickets);
        c.overwrites = {{Support.value, false, Discord::Permission::ViewChannel, 0},
                        {Kira.value, true, Discord::Permission::ViewChannel, 0},
                        {Tom.value, true, 0, Discord::Permission::ViewChannel}};
        QCOMPARE(TicketRules::admittedPeople(c), QVector<UserId>{Kira});
    }

    void theRequesterIsOnlyNamedWhenCertain() // M-06, U-k: never the oldest account
    {
        GuildView v = view();
        const auto among = [&v](const QVector<UserId> &people) {
            return TicketRules::requesterAmong(people, v);
        };
        QCOMPARE(among({Kira}), Kira);
        QCOMPARE(among({}), UserId());
        QCOMPARE(among({Self}), UserId());
        QCOMPARE(among({Self, Kira}), Kira);
        QCOMPARE(among({Kira, Tom}), UserId());
        QCOMPARE(among({Kira, TicketBot}), UserId()); // not known to be a bot yet
        showsUp(v, TicketBot, true, {});
        QCOMPARE(among({Kira, TicketBot}), Kira);
        QCOMPARE(among({Ana, Kira}), UserId());
        showsUp(v, Ana, false, {Support});
        QCOMPARE(among({Ana, Kira}), UserId()); // Kira may still be a bot
        showsUp(v, Kira, false, {});
        QCOMPARE(among({Ana, Kira}), Kira);
        QCOMPARE(among({Ana}), Ana); // staff who open a ticket
    }

    void reasonsNameTheCloser_data() // M-02, issue: audit reason
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("name");
        QTest::addColumn<quint64>("user");
        QTest::newRow("as ticket bots write it") << u"Ticket 12 closed by Ana"_s << u"Ana"_s << 0ULL;
        QTest::newRow("other case") << u"ticket 7 CLOSED BY  ben_2 "_s << u"ben_2"_s << 0ULL;
        QTest::newRow("name of several words")
            << u"Ticket #3 closed by Ana of the North"_s << u"Ana of the North"_s << 0ULL;
        QTest::newRow("mention") << u"Ticket 3 closed by <@200000000000000011>"_s
                                 << u"<@200000000000000011>"_s << Ana.value;
        QTest::newRow("a request") << u"Ticket 12 close requested by Ana"_s << QString() << 0ULL;
        QTest::newRow("no number") << u"Ticket closed by Ana"_s << QString() << 0ULL;
        QTest::newRow("no name") << u"Ticket 12 closed by "_s << QString() << 0ULL;
        QTest::newRow("something before it") << u"He said: Ticket 12 closed by Ana"_s << QString() << 0ULL;
        QTest::newRow("empty") << QString() << QString() << 0ULL;
    }
    void reasonsNameTheCloser()
    {
        QFETCH(QString, reason);
        QFETCH(QString, name);
        QFETCH(quint64, user);
        const auto closer = TicketRules::closerInReason(reason);
        QCOMPARE(closer.has_value(), !name.isEmpty());
        if (closer) {
            QCOMPARE(closer->name, name);
            QCOMPARE(closer->user.value, user);
        }
    }

    void reasonsNameTheRequesterByIdOnly() // M-06: never from names
    {
        QCOMPARE(TicketRules::requesterInReason(u"Ticket opened for <@300000000000000001>"_s), Kira);
        QCOMPARE(TicketRules::requesterInReason(u"opened by 300000000000000001"_s), Kira);
        QCOMPARE(TicketRules::requesterInReason(u"opened by kira"_s), UserId());
        QCOMPARE(TicketRules::requesterInReason(u"<@300000000000000001> and <@300000000000000002>"_s),
                 UserId());
        QCOMPARE(TicketRules::requesterInReason(u"<@&300000000000000001> <#300000000000000002>"_s), UserId());
    }

    void theClosingEmbedIsRead() // U-j
    {
        const auto closing = TicketRules::closingEmbed(
            closedEmbed({{u"Ticket ID"_s, u"0042"_s},
                         {u"Opened By"_s, u"<@300000000000000001>"_s},
                         {u"<:i:123456789012345678> Closed By"_s, u"<@!200000000000000011>"_s},
                         {u"Open Time"_s, u"<t:1771420790:f>"_s},
                         {u"Claimed By"_s, u"Not claimed"_s},
                         {u"Rating"_s, u"⭐⭐⭐⭐"_s},
                         {u"Reason"_s, u"```solved```"_s}}));
        QVERIFY(closing.has_value());
        QCOMPARE(closing->ticketNumber, u"0042"_s);
        QCOMPARE(closing->openedBy, Kira);
        QCOMPARE(closing->closedBy, Ana);
        QCOMPARE(closing->openedAtMs, 1771420790000LL);
        QCOMPARE(closing->claimedBy, UserId());
        QCOMPARE(closing->rating, 4);
        QCOMPARE(closing->reason, u"solved"_s);
    }

    void onlyACloseIsAClose_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("closes");
        QTest::newRow("the title") << u"Ticket Closed"_s << true;
        QTest::newRow("other case") << u" ticket closed "_s << true;
        QTest::newRow("a request") << u"Close Request"_s << false;
        QTest::newRow("a longer title") << u"Ticket Closed?"_s << false;
        QTest::newRow("an opening") << u"Ticket Opened"_s << false;
        QTest::newRow("none") << QString() << false;
    }
    void onlyACloseIsAClose()
    {
        QFETCH(QString, title);
        QFETCH(bool, closes);
        QCOMPARE(TicketRules::closingEmbed({title, {}, {}}).has_value(), closes);
    }

    void ratingsAreOneToFive_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("rating");
        QTest::newRow("stars") << u"⭐⭐⭐⭐⭐"_s << 5;
        QTest::newRow("black stars") << u"★★☆☆☆"_s << 2;
        QTest::newRow("fraction") << u"3/5"_s << 3;
        QTest::newRow("number") << u" 4 "_s << 4;
        QTest::newRow("words") << u"1 star"_s << 1;
        QTest::newRow("zero") << u"0/5"_s << 0;
        QTest::newRow("ten") << u"10"_s << 0;
        QTest::newRow("not given") << u"Not rated"_s << 0;
    }
    void ratingsAreOneToFive()
    {
        QFETCH(QString, value);
        QTEST(TicketRules::closingEmbed(closedEmbed({{u"Rating"_s, value}}))->rating, "rating");
    }

    void emptyReasonsSayNothing_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("meaning");
        QTest::newRow("reason") << u" solved "_s << u"solved"_s;
        QTest::newRow("none") << u"None"_s << QString();
        QTest::newRow("n/a") << u"N/A"_s << QString();
        QTest::newRow("not specified") << u"No reason specified."_s << QString();
        QTest::newRow("code") << u"`none`"_s << QString();
        QTest::newRow("a real word in it") << u"none of it was true"_s << u"none of it was true"_s;
        QTest::newRow("very long") << QString(100000, u'x') << QString(512, u'x');
    }
    void emptyReasonsSayNothing()
    {
        QFETCH(QString, reason);
        QTEST(TicketRules::meaningfulReason(reason), "meaning");
    }

    void numbersInNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("has");
        QTest::newRow("same") << u"ticket-12"_s << u"12"_s << true;
        QTest::newRow("zeros") << u"ticket-0012"_s << u"12"_s << true;
        QTest::newRow("zeros in the number") << u"closed-12"_s << u"0012"_s << true;
        QTest::newRow("part of a longer one") << u"ticket-112"_s << u"12"_s << false;
        QTest::newRow("no number") << u"ticket-kira"_s << u"12"_s << false;
        QTest::newRow("nothing to look for") << u"ticket-0"_s << QString() << false;
    }
    void numbersInNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, number);
        QTEST(TicketRules::nameHasNumber(name, number), "has");
    }

    void aBotsFirstMessageMakesATicket()
    {
        Discord::Message first;
        first.author.id = TicketBot;
        GuildConfig config;
        QVERIFY(!TicketRules::opensTicket(first, config));
        config.ticketBots = {TicketBot};
        QVERIFY(TicketRules::opensTicket(first, config));
        first.author.id = Ana;
        QVERIFY(!TicketRules::opensTicket(first, config));
        first.author.bot = true;
        QVERIFY(TicketRules::opensTicket(first, config));
        first.webhook = true;
        QVERIFY(!TicketRules::opensTicket(first, config));
    }
};

QTEST_APPLESS_MAIN(TicketRulesTest)
#include "tst_ticketrules.moc"
