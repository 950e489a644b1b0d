// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/accesspolicy.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr GuildId Guild(900);
constexpr RoleId Everyone(900);
constexpr RoleId Stats(1), Database(2), Managers(3), Support(4), Unrelated(5);
constexpr UserId Owner(10), MaxPerson(11), Member(12);

StoredConfig fullConfig()
{
    StoredConfig config;
    config.statsRoles = {Stats};
    config.databaseRoles = {Database};
    config.accessRoles = {Managers};
    config.supportRoles = {Support};
    config.maxUsers = {MaxPerson};
    return config;
}

// Which commands a caller may use, as one string, in the table's order.
QString allowedCommands(const StoredConfig &config, UserId person, const QVector<RoleId> &roles)
{
    QStringList names;
    for (const CommandSpec &spec : commandTable()) {
        if (decideAccess(config, Guild, Owner, person, roles, spec.access).allowed)
            names.append(QLatin1String(spec.name));
    }
    return names.join(u' ');
}

const QString All = u"ticketstats wipestats wipehistory maxpermsadd maxpermsremove privilegedusers waiting "
                    u"tickethistory mystats "
                    "logchannelset summarychannel summaryfrequency viewpermissions help"_s;
const QString Anybody = u"viewpermissions help"_s;

} // namespace

class TestAccessPolicy : public QObject
{
    Q_OBJECT
private slots:
    void everyRoleMeetsEveryCommand_data();
    void everyRoleMeetsEveryCommand();
    void withoutSettingsOnlyTheOwnerActs();
    void everyoneIsARoleLikeAnother();
    void theReasonNamesWhatDecided();
    void aRoleThatIsCalledLikeAnIdGivesNothing(); // TM-08
    void anUnknownPersonIsNotTheUnknownOwner();
    void anotherServersEveryoneRoleGivesNothing(); // TM-09
    void rolesForListsTheSettings();
};

void TestAccessPolicy::everyRoleMeetsEveryCommand_data()
{
    QTest::addColumn<UserId>("person");
    QTest::addColumn<QVector<RoleId>>("roles");
    QTest::addColumn<QString>("commands");
    QTest::newRow("nobody in particular") << Member << QVector<RoleId>{} << Anybody;
    QTest::newRow("unrelated role") << Member << QVector<RoleId>{Unrelated} << Anybody;
    QTest::newRow("support role alone answers tickets and sees its own numbers, no more")
        << Member << QVector<RoleId>{Support} << u"mystats viewpermissions help"_s;
    QTest::newRow("statistics") << Member << QVector<RoleId>{Stats}
                                << u"ticketstats waiting tickethistory viewpermissions help"_s;
    QTest::newRow("data") << Member << QVector<RoleId>{Database}
                          << u"wipestats wipehistory viewpermissions help"_s;
    QTest::newRow("access") << Member << QVector<RoleId>{Managers}
                            << u"maxpermsadd maxpermsremove privilegedusers logchannelset summarychannel "
                               "summaryfrequency viewpermissions help"_s;
    QTest::newRow("statistics and data")
        << Member << QVector<RoleId>{Stats, Unrelated, Database}
        << u"ticketstats wipestats wipehistory waiting tickethistory viewpermissions help"_s;
    QTest::newRow("all roles") << Member << QVector<RoleId>{Stats, Database, Managers, Support} << All;
    QTest::newRow("max permissions") << MaxPerson << QVector<RoleId>{} << All;
    QTest::newRow("owner") << Owner << QVector<RoleId>{} << All;
}

void TestAccessPolicy::everyRoleMeetsEveryCommand()
{
    QFETCH(UserId, person);
    QFETCH(QVector<RoleId>, roles);
    QTEST(allowedCommands(fullConfig(), person, roles), "commands");
}

void TestAccessPolicy::withoutSettingsOnlyTheOwnerActs()
{
    QCOMPARE(allowedCommands({}, Owner, {}), All);
    QCOMPARE(allowedCommands({}, Member, {Stats, Database, Managers}), Anybody);
}

void TestAccessPolicy::everyoneIsARoleLikeAnother()
{
    StoredConfig config;
    config.statsRoles = {Everyone};
    QCOMPARE(allowedCommands(config, Member, {}),
             u"ticketstats waiting tickethistory viewpermissions help"_s);
}

void TestAccessPolicy::theReasonNamesWhatDecided()
{
    using Why = AccessDecision::Why;
    const StoredConfig config = fullConfig();
    QCOMPARE(decideAccess(config, Guild, Owner, Owner, {Stats}, Access::Statistics).why, Why::Owner);
    QCOMPARE(decideAccess(config, Guild, Owner, MaxPerson, {Stats}, Access::Statistics).why, Why::MaxUser);
    QCOMPARE(decideAccess(config, Guild, Owner, Member, {Stats}, Access::Statistics).why, Why::Role);
    QCOMPARE(decideAccess(config, Guild, Owner, Member, {Unrelated, Stats}, Access::Statistics).role, Stats);
    QCOMPARE(decideAccess(config, Guild, Owner, Member, {}, Access::Statistics).why, Why::NoRole);
    QCOMPARE(decideAccess(config, Guild, Owner, Member, {}, Access::Everyone).why, Why::Everyone);
}

void TestAccessPolicy::aRoleThatIsCalledLikeAnIdGivesNothing()
{
    // Names are no part of the question: a role named "1" or "Owner" is still only its own id.
    const StoredConfig config = fullConfig();
    for (quint64 id = 20; id < 200; ++id)
        QVERIFY(!decideAccess(config, Guild, Owner, Member, {RoleId(id)}, Access::Database).allowed);
}

void TestAccessPolicy::anUnknownPersonIsNotTheUnknownOwner()
{
    QVERIFY(!decideAccess({}, Guild, UserId(), UserId(), {}, Access::Database).allowed);
    QVERIFY(!decideAccess({}, Guild, UserId(), Member, {}, Access::Database).allowed);
}

void TestAccessPolicy::anotherServersEveryoneRoleGivesNothing()
{
    StoredConfig config;
    config.databaseRoles = {RoleId(901)};
    QVERIFY(!decideAccess(config, Guild, Owner, Member, {}, Access::Database).allowed);
    QVERIFY(!decideAccess(config, GuildId(), Owner, Member, {}, Access::Database).allowed);
}

void TestAccessPolicy::rolesForListsTheSettings()
{
    StoredConfig config = fullConfig();
    config.statsRoles = {RoleId(7), RoleId(3), RoleId(5)};
    QCOMPARE(rolesFor(config, Access::Statistics), (QVector<RoleId>{RoleId(3), RoleId(5), RoleId(7)}));
    QCOMPARE(rolesFor(config, Access::Database), QVector<RoleId>{Database});
    QCOMPARE(rolesFor(config, Access::ManageUsers), QVector<RoleId>{Managers});
    QVERIFY(rolesFor(config, Access::Everyone).isEmpty());
}

QTEST_APPLESS_MAIN(TestAccessPolicy)
#include "tst_accesspolicy.moc"
