// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/config.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint64 Helper = 990000000000000101;
constexpr quint64 FirstMod = 990000000000000102;
constexpr quint64 SecondMod = 990000000000000103;
constexpr quint64 LowerMod = 990000000000000104;
constexpr quint64 Appeals = 990000000000000201;
constexpr quint64 General = 990000000000000202;
constexpr quint64 WithEquals = 990000000000000203;

const QVector<NamedRole> roles = {
    {RoleId(Helper), u"Helper"_s},
    {RoleId(FirstMod), u"Mod"_s},
    {RoleId(SecondMod), u"Mod"_s},
    {RoleId(LowerMod), u"Trial mod"_s},
    {RoleId(990000000000000105), u"990000000000000999"_s}, // a role named like an id
    {RoleId(990000000000000106), u"911"_s},
    {RoleId(990000000000000107), u"team"_s},
    {RoleId(990000000000000108), u"Team"_s},
};
const QVector<NamedCategory> categories = {
    {ChannelId(Appeals), u"Appeals"_s},
    {ChannelId(General), u"General Tickets"_s},
    {ChannelId(WithEquals), u"a=b"_s},
};

EnvironmentSettings environment(const QHash<QString, QString> &variables)
{
    return EnvironmentSettings::fromEnvironment([&](const QString &name) { return variables.value(name); });
}

GuildConfig resolve(const QString &name, const QString &value, const StoredConfig &stored = {})
{
    return resolveConfig(environment({{name, value}}), stored, roles, categories);
}

} // namespace

class ConfigTest : public QObject
{
    Q_OBJECT

private slots:
    void rolesAreFoundByNameOrId_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QVector<quint64>>("ids");
        QTest::addColumn<int>("problems");
        using Ids = QVector<quint64>;
        QTest::newRow("exact name") << u"Helper"_s << Ids{Helper} << 0;
        QTest::newRow("other case") << u"hELPER"_s << Ids{Helper} << 0;
        QTest::newRow("blanks around") << u"  Helper ,"_s << Ids{Helper} << 0;
        QTest::newRow("an id") << u"990000000000000104"_s << Ids{LowerMod} << 0;
        QTest::newRow("two roles of that name") << u"Mod"_s << Ids{} << 1;
        QTest::newRow("exact beats other case") << u"Team"_s << Ids{990000000000000108} << 0;
        QTest::newRow("two in other case") << u"TEAM"_s << Ids{} << 1;
        QTest::newRow("no such role") << u"Helpers"_s << Ids{} << 1;
        QTest::newRow("an id of another server") << u"990000000000000555"_s << Ids{} << 0;
        QTest::newRow("a role named like an id (TM-08)") << u"990000000000000999"_s << Ids{} << 0;
        QTest::newRow("a short number is a name") << u"911"_s << Ids{990000000000000106} << 0;
        QTest::newRow("a list") << u"Helper,Mod,990000000000000104"_s << Ids{Helper, LowerMod} << 1;
    }
    void rolesAreFoundByNameOrId()
    {
        QFETCH(QString, value);
        QFETCH(QVector<quint64>, ids);
        QFETCH(int, problems);
        const GuildConfig config = resolve(u"SUPPORT_ROLES"_s, value);
        QSet<RoleId> expected;
        for (const quint64 id : ids)
            expected.insert(RoleId(id));
        QCOMPARE(config.supportRoles, expected);
        QCOMPARE(config.problems.size(), problems);
        QVERIFY(config.fixedByEnvironment.contains(Setting::SupportRoles));
        QVERIFY(!config.fixedByEnvironment.contains(Setting::StatsRoles));
    }

    void categoriesAlsoComeWithAKey_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QVector<quint64>>("ids");
        using Ids = QVector<quint64>;
        QTest::newRow("names") << u"Appeals,General Tickets"_s << Ids{Appeals, General};
        QTest::newRow("keys") << u"appeals=Appeals,general=General Tickets"_s << Ids{Appeals, General};
        QTest::newRow("key and blank") << u"appeals = appeals"_s << Ids{Appeals};
        QTest::newRow("key and id") << u"g=990000000000000202"_s << Ids{General};
        QTest::newRow("ids") << u"990000000000000202, 990000000000000201"_s << Ids{General, Appeals};
        QTest::newRow("twice the same") << u"Appeals,x=appeals"_s << Ids{Appeals};
        QTest::newRow("a name with an equals sign") << u"a=b"_s << Ids{WithEquals};
    }
    void categoriesAlsoComeWithAKey()
    {
        QFETCH(QString, value);
        QFETCH(QVector<quint64>, ids);
        const GuildConfig config = resolve(u"TICKET_CATEGORIES"_s, value);
        QVector<ChannelId> expected;
        for (const quint64 id : ids)
            expected.append(ChannelId(id));
        QCOMPARE(config.ticketCategories, expected);
        QVERIFY(config.problems.isEmpty());
        for (const ChannelId id : std::as_const(expected))
            QVERIFY(config.categoryNames.contains(id));
    }

    void whatIsSetWinsAndTheRestStaysStored()
    {
        StoredConfig stored;
        stored.supportRoles = {RoleId(1)};
        stored.statsRoles = {RoleId(2)};
        stored.ticketCategories = {ChannelId(3)};
        stored.maxUsers = {UserId(4)};
        stored.heavyLoad = 9;
        const GuildConfig config = resolve(u"SUPPORT_ROLES"_s, u"Helper"_s, stored);
        QCOMPARE(config.supportRoles, QSet<RoleId>{RoleId(Helper)});
        QCOMPARE(config.statsRoles, stored.statsRoles);
        QCOMPARE(config.ticketCategories, stored.ticketCategories);
        QCOMPARE(config.maxUsers, stored.maxUsers);
        QCOMPARE(config.heavyLoad, 9);
    }

    void aBlankVariableIsNotSet()
    {
        StoredConfig stored;
        stored.supportRoles = {RoleId(1)};
        const GuildConfig config = resolve(u"SUPPORT_ROLES"_s, u"  "_s, stored);
        QCOMPARE(config.supportRoles, stored.supportRoles);
        QVERIFY(config.fixedByEnvironment.isEmpty());
    }

    void aNameThatFitsNothingGrantsNothing()
    {
        StoredConfig stored;
        stored.accessRoles = {RoleId(1)};
        const GuildConfig config = resolve(u"MANAGE_USER_PERMS"_s, u"Nobody"_s, stored);
        QVERIFY(config.accessRoles.isEmpty());
        QCOMPARE(config.problems.size(), 1);
        QCOMPARE(config.problems.first().setting, Setting::AccessRoles);
        QCOMPARE(config.problems.first().entry, u"Nobody"_s);
        QVERIFY(config.problems.first().text.contains(u"Nobody"_s));
    }

    void everySettingHasItsVariable_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Setting>("setting");
        QTest::newRow("support") << u"SUPPORT_ROLES"_s << Setting::SupportRoles;
        QTest::newRow("stats") << u"STATS_ALLOWED_ROLES"_s << Setting::StatsRoles;
        QTest::newRow("database") << u"DATABASE_PERMS"_s << Setting::DatabaseRoles;
        QTest::newRow("access") << u"MANAGE_USER_PERMS"_s << Setting::AccessRoles;
        QTest::newRow("categories") << u"TICKET_CATEGORIES"_s << Setting::TicketCategories;
        QTest::newRow("closed") << u"CLOSED_CATEGORIES"_s << Setting::ClosedCategories;
        QTest::newRow("bots") << u"TICKET_BOTS"_s << Setting::TicketBots;
    }
    void everySettingHasItsVariable()
    {
        QFETCH(QString, name);
        QFETCH(Setting, setting);
        QCOMPARE(environmentName(setting), name);
        const EnvironmentSettings settings = environment({{name, u"Helper"_s}});
        QVERIFY(settings.has(setting));
        QCOMPARE(settings.lists.size(), 1);
    }

    void ticketBotsAreUserIds()
    {
        const GuildConfig config = resolve(u"TICKET_BOTS"_s, u"1325579039888511056, TicketsBot"_s);
        QCOMPARE(config.ticketBots, QVector<UserId>{UserId(1325579039888511056)});
        QCOMPARE(config.problems.size(), 1);
    }

    void serversAreChosenById()
    {
        QVERIFY(environment({}).serves(GuildId(7)));
        const EnvironmentSettings two =
            environment({{u"DISCORD_GUILDS"_s, u"990000000000000001, 990000000000000002"_s}});
        QVERIFY(two.serves(GuildId(990000000000000001)));
        QVERIFY(two.serves(GuildId(990000000000000002)));
        QVERIFY(!two.serves(GuildId(990000000000000003)));
        // A mistake in the list must not open every server, and is named.
        QTest::ignoreMessage(QtWarningMsg, "DISCORD_GUILDS: “my server” is no server ID.");
        QVERIFY(!environment({{u"DISCORD_GUILDS"_s, u"my server"_s}}).serves(GuildId(990000000000000003)));
    }

    void idsThatFitNoServerAreNamedOnce()
    {
        const EnvironmentSettings settings =
            environment({{u"SUPPORT_ROLES"_s, u"Helper,990000000000000555"_s},
                         {u"TICKET_CATEGORIES"_s, u"a=990000000000000201"_s}});
        QCOMPARE(unknownIds(settings, {Helper, Appeals}),
                 QStringList{u"SUPPORT_ROLES: 990000000000000555"_s});
    }
};

QTEST_APPLESS_MAIN(ConfigTest)
#include "tst_config.moc"
