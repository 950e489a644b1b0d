// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accesstable.h"
#include "ui/models/accessmodel.h"
#include "ui/models/maxusermodel.h"
#include "ui/models/personmodel.h"

#include "bot/commands/accesspolicy.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr GuildId Guild{990000000000000001};
constexpr UserId Owner{300000000000000001}, Ben{300000000000000002}, Ana{300000000000000003};
constexpr RoleId Admin{800000000000000001}, Moderator{800000000000000002}, Support{800000000000000003},
    Robot{800000000000000004}, Gone{800000000000008812};
constexpr UtcMs Now = 1795356240000; // 2026-11-22T14:04:00Z

Discord::Role role(RoleId id, const QString &name, bool managed = false)
{
    Discord::Role made;
    made.id = id;
    made.name = name;
    made.managed = managed;
    return made;
}

SettingsNames names()
{
    SettingsNames n;
    n.guild = Guild;
    n.owner = Owner;
    n.ownerName = u"dana"_s;
    n.roles = {role(Admin, u"Admin"_s), role(Moderator, u"Moderator"_s), role(Robot, u"Robot"_s, true),
               role(Support, u"Support"_s), role(RoleId(Guild.value), u"@everyone"_s)};
    n.people = {{Ben, u"Ben"_s}};
    return n;
}

StoredConfig config()
{
    StoredConfig c;
    c.supportRoles = {Admin, Moderator, Support};
    c.statsRoles = {Admin, Gone};
    c.databaseRoles = {Admin};
    c.accessRoles = {Admin};
    return c;
}

AccessInput input()
{
    AccessInput in;
    in.stored = in.shown = config();
    in.names = names();
    in.memberCounts = {{Admin, 3}, {Moderator, 9}};
    in.everyone = 812;
    return in;
}

QStringList rowNames(const AccessTable &table)
{
    QStringList list;
    for (const AccessRow &row : table.rows)
        list.append(row.name);
    return list;
}

ConfigEdit step(Setting setting, quint64 entry, bool in)
{
    ConfigEdit edit;
    edit.lists[setting].insert(entry, in);
    return edit;
}

} // namespace

class tst_AccessTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void theColumnsComeFromTheTableOfCommands() // 3.6
    {
        const AccessColumns columns = accessColumns({});
        QCOMPARE(columns[0].name, u"Counts as staff"_s);
        QCOMPARE(columns[0].commands, QStringList{u"/mystats"_s});
        QStringList unlocked;
        for (const AccessColumn &column : columns)
            unlocked += column.commands;
        for (const CommandSpec &spec : commandTable())
            QCOMPARE(unlocked.contains(u'/' + QLatin1String(spec.name)), spec.access != Access::Everyone);
        QCOMPARE(columns[2].name, accessName(Access::Database));
        QVERIFY(columns[2].commands.contains(u"/wipestats"_s));
    }

    void rolesStandInDiscordsOrderWithTheOwnerFirst()
    {
        const AccessTable table = accessTable(input());
        QCOMPARE(rowNames(table),
                 (QStringList{u"Server owner (dana)"_s, u"@Admin"_s, u"@Moderator"_s, u"@Support"_s,
                              u"@everyone"_s, u"Deleted role …8812"_s}));
        QCOMPARE(table.rows[1].members, 3);
        QCOMPARE(table.rows[3].members, -1);
        QCOMPARE(table.rows[4].members, 812);
    }

    void integrationRolesAppearWhenAskedForOrWhenTheyHaveARight()
    {
        AccessInput in = input();
        QVERIFY(!rowNames(accessTable(in)).contains(u"@Robot"_s));
        in.integrations = true;
        QVERIFY(rowNames(accessTable(in)).contains(u"@Robot"_s));
        in.integrations = false;
        in.shown.statsRoles.insert(Robot);
        QVERIFY(rowNames(accessTable(in)).contains(u"@Robot"_s));
        in.search = u"mod"_s;
        QCOMPARE(rowNames(accessTable(in)), QStringList{u"@Moderator"_s});
    }

    void whatIsUnsavedIsMarked() // J4
    {
        AccessInput in = input();
        in.shown.databaseRoles.insert(Moderator);
        const AccessTable table = accessTable(in);
        QVERIFY(table.rows[2].cells[2].on);
        QVERIFY(table.rows[2].cells[2].changed);
        QVERIFY(!table.rows[1].cells[2].changed);
    }

    void aDeletedRoleCanOnlyLoseItsRights()
    {
        const AccessRow gone = accessTable(input()).rows.last();
        QCOMPARE(gone.kind, AccessRow::Kind::Deleted);
        QVERIFY(gone.cells[1].editable); // it has this one
        QVERIFY(!gone.cells[2].editable);
        // Nothing is called deleted before the roles are known.
        AccessInput in = input();
        in.names.roles.clear();
        const AccessRow unknown = accessTable(in).rows.last();
        QCOMPARE(unknown.kind, AccessRow::Kind::Role);
        QCOMPARE(unknown.name, u"Role …8812"_s);
    }

    void whatTheEnvironmentFixesCannotBeChanged() // INTERFACE: read-only, names the variable
    {
        AccessInput in = input();
        in.environment.lists[Setting::SupportRoles] = {u"Support"_s};
        in.shown = withFixed(
            in.shown,
            [] {
                StoredConfig force;
                force.supportRoles = {Support};
                return force;
            }(),
            in.environment);
        const AccessTable table = accessTable(in);
        QVERIFY(table.columns[0].fixed);
        QCOMPARE(table.columns[0].variable, u"SUPPORT_ROLES"_s);
        const AccessRow &admin = table.rows[1];
        QVERIFY(!admin.cells[0].on); // stored, but not in force
        QVERIFY(!admin.cells[0].editable);
        QVERIFY(!admin.cells[0].changed);
        QVERIFY(admin.cells[1].editable);
        QVERIFY(table.rows[3].cells[0].on);
        in.inForce = false; // before the server was seen, nobody knows what the names mean
        QVERIFY(!accessTable(in).rows[1].cells[0].known);
    }

    void aChangeIsToldInWords_data() // J4: before -> after
    {
        QTest::addColumn<ConfigEdit>("edit");
        QTest::addColumn<QString>("sentence");
        ConfigEdit target, max;
        target.fields.insert(ConfigField::FirstResponseTarget, 5 * 60000);
        max.addMax.insert(Ben, u"Ben"_s);
        QTest::newRow("data") << step(Setting::DatabaseRoles, Moderator.value, true)
                              << u"@Moderator can now delete data."_s;
        QTest::newRow("staff") << step(Setting::SupportRoles, Support.value, false)
                               << u"@Support no longer counts as staff."_s;
        QTest::newRow("gone")
            << step(Setting::StatsRoles, Gone.value, false)
            << u"The deleted role …8812 is taken out of “View statistics”; it gave nobody anything any more."_s;
        QTest::newRow("target") << target << u"First response target: 10 min → 5 min."_s;
        QTest::newRow("max") << max
                             << u"Ben can use every command, including deleting data, and counts as staff."_s;
    }
    void aChangeIsToldInWords()
    {
        QFETCH(ConfigEdit, edit);
        QFETCH(QString, sentence);
        QCOMPARE(SettingsWords::sentences(edit, config(), names()), QStringList{sentence});
    }

    void dangerousChangesWarnBeforeSaving() // J4
    {
        const auto warnings = [](const ConfigEdit &edit, const StoredConfig &before = config()) {
            return SettingsWords::warnings(edit, before, names()).join(u'\n');
        };
        QVERIFY(warnings(step(Setting::DatabaseRoles, Moderator.value, true)).isEmpty());
        QVERIFY(warnings(step(Setting::StatsRoles, Guild.value, true)).isEmpty()); // harmless
        QVERIFY(warnings(step(Setting::DatabaseRoles, Guild.value, true)).contains("Every member"_L1));
        QVERIFY(warnings(step(Setting::AccessRoles, Guild.value, true)).contains("Every member"_L1));
        const QString nobody = warnings(step(Setting::AccessRoles, Admin.value, false));
        QVERIFY2(nobody.contains("Nobody except the server owner (dana)"_L1), qPrintable(nobody));
        StoredConfig withBen = config();
        withBen.maxUsers = {Ben}; // can do everything too
        QVERIFY(warnings(step(Setting::AccessRoles, Admin.value, false), withBen).isEmpty());
        // A role that was deleted is nobody.
        StoredConfig deleted = config();
        deleted.accessRoles = {Admin, Gone};
        QVERIFY(!warnings(step(Setting::AccessRoles, Admin.value, false), deleted).isEmpty());
        StoredConfig one = config();
        one.supportRoles = {Support};
        QVERIFY(warnings(step(Setting::SupportRoles, Support.value, false), one).contains("staff"_L1));
    }

    void aBadValueIsNamed_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("begins");
        QTest::newRow("zone") << int(ConfigField::TimeZone) << QVariant(QByteArray("Europe/Atlantis"))
                              << u"Time zone:"_s;
        QTest::newRow("zero") << int(ConfigField::FirstResponseTarget) << QVariant(0)
                              << u"First response target:"_s;
        QTest::newRow("shorter") << int(ConfigField::FirstResponseTarget) << QVariant(25 * 3600000)
                                 << u"Resolution target:"_s;
        QTest::newRow("load") << int(ConfigField::HeavyLoad) << QVariant(0) << u"Heavy load:"_s;
        QTest::newRow("fine") << int(ConfigField::TimeZone) << QVariant(QByteArray("Europe/London"))
                              << QString();
    }
    void aBadValueIsNamed()
    {
        QFETCH(int, field);
        QFETCH(QVariant, value);
        QFETCH(QString, begins);
        ConfigEdit edit;
        edit.fields.insert(ConfigField(field), value);
        const QString error = SettingsWords::problem(edit, config()).text;
        QVERIFY2(begins.isEmpty() ? error.isEmpty() : error.startsWith(begins), qPrintable(error));
    }

    void aPersonIsTestedByTheRulesOfTheBot() // 3.6: on unsaved changes too
    {
        QRandomGenerator dice(7);
        const RoleId roles[] = {Admin, Moderator, Support, RoleId(Guild.value)};
        for (int round = 0; round < 200; ++round) {
            StoredConfig c;
            for (const RoleId r : roles) {
                for (QSet<RoleId> *list :
                     {&c.supportRoles, &c.statsRoles, &c.databaseRoles, &c.accessRoles}) {
                    if (dice.bounded(4) == 0)
                        list->insert(r);
                }
            }
            if (dice.bounded(4) == 0)
                c.maxUsers.insert(Ben);
            QVector<RoleId> held;
            for (const RoleId r : {Admin, Moderator, Support}) {
                if (dice.bounded(2))
                    held.append(r);
            }
            const UserId person = dice.bounded(3) ? Ben : Owner;
            const QVector<AccessVerdict> verdicts = testPerson(c, names(), person, held);
            QCOMPARE(verdicts.size(), int(commandTable().size()) + 1);
            for (size_t i = 0; i < commandTable().size(); ++i)
                QCOMPARE(verdicts[int(i)].allowed,
                         decideAccess(c, Guild, Owner, person, held, commandTable()[i].access).allowed);
        }
        const QVector<AccessVerdict> owner = testPerson(config(), names(), Owner, {});
        QCOMPARE(owner.first().text(), u"/ticketstats: can – the server owner always can"_s);
        QVERIFY(!owner.last().allowed); // M-05
        const QVector<AccessVerdict> moderator = testPerson(config(), names(), Ben, {Moderator});
        QCOMPARE(moderator.first().text(),
                 u"/ticketstats: cannot – no role of theirs has “View statistics”"_s);
        QCOMPARE(moderator.last().text(), u"Counts as staff: can – because of @Moderator"_s);
    }

    // -- models -------------------------------------------------------------------------------------------

    void theTableChangesByRows()
    {
        AccessModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QRandomGenerator dice(11);
        AccessInput in = input();
        for (int round = 0; round < 100; ++round) {
            in.names.roles.clear();
            QVector<RoleId> roles{Admin, Moderator, Support, Robot};
            while (!roles.isEmpty() && dice.bounded(5) > 0) {
                const RoleId taken = roles.takeAt(dice.bounded(int(roles.size())));
                in.names.roles.append(role(taken, u"R%1"_s.arg(dice.bounded(5))));
            }
            in.names.roles.append(role(RoleId(Guild.value), u"@everyone"_s));
            if (dice.bounded(2))
                in.shown.databaseRoles.insert(Moderator);
            else
                in.shown.databaseRoles.remove(Moderator);
            const AccessTable wanted = accessTable(in);
            model.setTable(wanted);
            QCOMPARE(model.table().rows, wanted.rows);
        }
        QCOMPARE(resets.size(), 0);
    }

    void cellsSpeakForThemselves() // 3.6: "Moderator, view statistics, checked, changed"
    {
        AccessModel model;
        AccessInput in = input();
        in.shown.statsRoles.insert(Moderator);
        in.shown.databaseRoles.insert(RoleId(Guild.value));
        in.environment.lists[Setting::AccessRoles] = {u"Admin"_s};
        model.setTable(accessTable(in));
        const auto spoken = [&model](RoleId r, int column) {
            return model.index(model.rowOf(r.value), column).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(spoken(Moderator, 2), u"@Moderator, view statistics, checked, changed"_s);
        QCOMPARE(spoken(Moderator, 3), u"@Moderator, manage data, not checked"_s);
        QVERIFY(spoken(RoleId(Guild.value), 3).contains("for everyone on the server"_L1));
        QVERIFY(spoken(Moderator, 4).contains("MANAGE_USER_PERMS"_L1));
        QCOMPARE(spoken(Admin, 0), u"@Admin, %1 member(s)"_s.arg(3));
        QCOMPARE(model.index(0, 3).data(Qt::AccessibleTextRole).toString(),
                 u"Server owner (dana), manage data, always"_s);
        QVERIFY(model.headerData(4, Qt::Horizontal, Qt::DisplayRole)
                    .toString()
                    .contains("Set by MANAGE_USER_PERMS"_L1));
        QVERIFY(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString().contains("/wipestats"_L1));
    }

    void aTickIsReportedAndNotKept()
    {
        AccessModel model;
        AccessInput in = input();
        in.environment.lists[Setting::AccessRoles] = {u"Admin"_s};
        model.setTable(accessTable(in));
        QSignalSpy toggled(&model, &AccessModel::cellToggled);
        const QModelIndex cell = model.index(model.rowOf(Moderator.value), 3);
        QVERIFY(model.setData(cell, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(toggled.first().at(1).toULongLong(), Moderator.value);
        QCOMPARE(cell.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        // Neither the owner nor what the environment fixes.
        QVERIFY(!model.setData(model.index(0, 3), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(
            !model.setData(model.index(model.rowOf(Moderator.value), 4), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(toggled.size(), 1);
    }

    void peopleAreListedWithWhatIsUnsaved()
    {
        MaxUserModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        MaxUser ben{Ben, u"Ben"_s, {Owner, u"dana"_s, false}, Now, true};
        MaxUser imported{Ana, u"Ana"_s, {}, 0, false};
        ConfigEdit edit;
        edit.addMax.insert(UserId(77), u"Chloé"_s);
        const auto texts = [&] {
            QStringList list;
            for (int i = 0; i < model.rowCount(); ++i)
                list.append(model.index(i).data().toString());
            return list;
        };
        const auto rows = [&](const ConfigEdit &e, const QSet<UserId> &left) {
            return MaxUserModel::rows(Owner, {ben, imported}, e, {{Owner, u"dana"_s}}, left, QTimeZone::utc(),
                                      Now);
        };
        model.setRows(rows(edit, {Ben}));
        QCOMPARE(
            texts(),
            (QStringList{u"dana – server owner, always"_s, u"Ben – left the server – by dana on 22 Nov"_s,
                         u"Ana – imported, no rights until confirmed"_s,
                         u"Chloé – to be added, not saved yet"_s}));
        edit = {};
        edit.removeMax.insert(Ben, u"Ben"_s);
        model.setRows(rows(edit, {}));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(texts().at(1), u"Ben – to be removed, not saved yet"_s);
    }

    void peopleOfOneNameCanBeToldApart()
    {
        PersonModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Discord::Member ana;
        ana.user.id = Ana;
        ana.user.username = u"ana_b"_s;
        ana.user.globalName = u"Ana"_s;
        Discord::Member other = ana;
        other.user.id = Ben;
        other.user.username = u"ana_c"_s;
        model.setMembers({ana, other});
        QCOMPARE(model.index(0).data().toString(), u"Ana · ana_b"_s);
        QCOMPARE(model.index(1).data().toString(), u"Ana · ana_c"_s);
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(Ana.toString()));
        model.setMembers({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(tst_AccessTable)
#include "tst_accesstable.moc"
