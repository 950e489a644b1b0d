// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/configedit.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr RoleId Admin{800000000000000001}, Moderator{800000000000000002}, Trial{800000000000000003};
constexpr UserId Ana{300000000000000001}, Ben{300000000000000002};
constexpr ChannelId Appeals{910000000000000001}, Reports{910000000000000002};

StoredConfig someSettings()
{
    StoredConfig config;
    config.supportRoles = {Admin, Moderator};
    config.statsRoles = {Admin};
    config.ticketCategories = {Reports, Appeals}; // in the order they were chosen
    config.maxUsers = {Ana};
    config.timeZone = "Europe/London";
    return config;
}

// Any settings out of a few entries.
StoredConfig diced(QRandomGenerator &dice)
{
    StoredConfig config;
    for (const RoleId role : {Admin, Moderator, Trial}) {
        for (QSet<RoleId> *list :
             {&config.supportRoles, &config.statsRoles, &config.databaseRoles, &config.accessRoles}) {
            if (dice.bounded(2))
                list->insert(role);
        }
    }
    for (const UserId user : {Ana, Ben}) {
        if (dice.bounded(2))
            config.maxUsers.insert(user);
    }
    config.timeZone = dice.bounded(2) ? "UTC" : "Europe/London";
    config.heavyLoad = 3 + dice.bounded(3);
    config.publicByDefault = dice.bounded(2);
    config.archiveChannel = dice.bounded(2) ? Appeals : ChannelId();
    config.postLanguage = dice.bounded(2) ? u"en-GB"_s : QString();
    config.firstResponseTargetMs = 60000 * (1 + dice.bounded(3));
    config.resolutionTargetMs = 3600000 * (1 + dice.bounded(3));
    if (dice.bounded(2))
        config.categoryTargets.insert(Appeals, {60000 * dice.bounded(3), 3600000});
    if (dice.bounded(2))
        config.workingWeek = {{Qt::Monday, 60 * dice.bounded(3), 17 * 60}, {Qt::Friday, 22 * 60, 6 * 60}};
    if (dice.bounded(2))
        config.holidays = {QDate(2026, 12, 25 + dice.bounded(2))};
    return config;
}

} // namespace

class tst_ConfigEdit : public QObject
{
    Q_OBJECT

private slots:
    void theDifferenceOfTwoSettingsLeadsFromOneToTheOther() // J4: before -> after
    {
        QRandomGenerator dice(4);
        for (int round = 0; round < 200; ++round) {
            const StoredConfig from = diced(dice), to = diced(dice);
            QCOMPARE(applied(difference(from, to), from), to);
            QCOMPARE(difference(from, to).isEmpty(), from == to);
        }
    }

    void undoingAnEditLeavesWhatOthersChanged() // J4: Undo
    {
        QRandomGenerator dice(5);
        for (int round = 0; round < 200; ++round) {
            const StoredConfig before = diced(dice);
            const ConfigEdit edit = difference(before, diced(dice));
            QCOMPARE(applied(reversed(edit, before), applied(edit, before)), before);
        }
        // Somebody else's step between the edit and its undo stays.
        ConfigEdit mine;
        mine.lists[Setting::DatabaseRoles].insert(Moderator.value, true);
        StoredConfig stored = applied(mine, someSettings());
        stored.maxUsers.insert(Ben);
        stored.heavyLoad = 9;
        const StoredConfig undone = applied(reversed(mine, someSettings()), stored);
        QVERIFY(undone.databaseRoles.isEmpty());
        QVERIFY(undone.maxUsers.contains(Ben));
        QCOMPARE(undone.heavyLoad, 9);
    }

    void undoKnowsPeopleByName()
    {
        ConfigEdit edit;
        edit.addMax.insert(Ben, u"Ben"_s);
        edit.removeMax.insert(Ana, u"Ana"_s);
        const ConfigEdit back = reversed(edit, someSettings());
        QCOMPARE(back.addMax, (QMap<UserId, QString>{{Ana, u"Ana"_s}}));
        QCOMPARE(back.removeMax, (QMap<UserId, QString>{{Ben, u"Ben"_s}}));
    }

    void categoriesKeepTheirOrder()
    {
        ConfigEdit edit;
        edit.lists[Setting::TicketCategories].insert(5, true);
        edit.lists[Setting::TicketCategories].insert(Reports.value, false);
        QCOMPARE(applied(edit, someSettings()).ticketCategories, (QVector<ChannelId>{Appeals, ChannelId(5)}));
    }

    void steppingBackByHandLeavesNothingUnsaved()
    {
        ConfigDraft draft;
        draft.setStored(someSettings());
        draft.setEntry(Setting::DatabaseRoles, Moderator.value, true);
        draft.setField(ConfigField::HeavyLoad, 8);
        draft.removeMax(Ana, u"Ana"_s);
        QCOMPARE(draft.count(), 3);
        QVERIFY(draft.entryChanged(Setting::DatabaseRoles, Moderator.value));
        QVERIFY(!draft.entryChanged(Setting::StatsRoles, Moderator.value));
        draft.setEntry(Setting::DatabaseRoles, Moderator.value, false);
        draft.setField(ConfigField::HeavyLoad, someSettings().heavyLoad);
        draft.addMax(Ana, u"Ana"_s);
        QCOMPARE(draft.count(), 0);
        QCOMPARE(draft.result(), someSettings());
    }

    void anotherSaveInBetweenIsMerged() // J4, two editors
    {
        ConfigDraft draft;
        draft.setStored(someSettings());
        draft.setEntry(Setting::DatabaseRoles, Moderator.value, true);
        draft.addMax(Ben, u"Ben"_s);
        StoredConfig other = someSettings();
        other.statsRoles.insert(Trial);
        other.maxUsers.insert(Ben); // /maxpermsadd was quicker
        draft.setStored(other);
        QCOMPARE(draft.count(), 1);
        QVERIFY(draft.result().statsRoles.contains(Trial));
        QVERIFY(draft.result().databaseRoles.contains(Moderator));
        QCOMPARE(draft.meanwhile().lists.value(Setting::StatsRoles),
                 (QMap<quint64, bool>{{Trial.value, true}}));
        QCOMPARE(draft.meanwhile().addMax.keys(), QList<UserId>{Ben});
        QVERIFY(draft.conflicts().isEmpty());
    }

    void aValueThatBothChangedIsAConflict()
    {
        ConfigDraft draft;
        draft.setStored(someSettings());
        draft.setField(ConfigField::TimeZone, QByteArray("Europe/Berlin"));
        draft.setField(ConfigField::HeavyLoad, 8);
        StoredConfig other = someSettings();
        other.timeZone = "UTC";
        draft.setStored(other);
        QCOMPARE(draft.conflicts(), QVector<ConfigField>{ConfigField::TimeZone});
        QCOMPARE(draft.result().timeZone, QByteArray("Europe/Berlin")); // what was typed is not lost
        other.timeZone = "Europe/Berlin"; // the same by other hands: nothing left to save
        draft.setStored(other);
        QVERIFY(draft.conflicts().isEmpty());
        QCOMPARE(draft.count(), 1);
    }

    void whatIsChangedWhileSavingStaysUnsaved()
    {
        ConfigDraft draft;
        draft.setStored(someSettings());
        draft.setField(ConfigField::HeavyLoad, 8);
        draft.setEntry(Setting::StatsRoles, Trial.value, true);
        const ConfigEdit sent = draft.edit();
        draft.setField(ConfigField::HeavyLoad, 10);
        draft.setEntry(Setting::StatsRoles, Moderator.value, true);
        draft.saved(sent);
        QCOMPARE(draft.stored().heavyLoad, 8);
        QCOMPARE(draft.count(), 2);
        QCOMPARE(draft.result().heavyLoad, 10);
        QVERIFY(draft.meanwhile().isEmpty()); // one's own save is nobody else's
        QVERIFY(draft.conflicts().isEmpty());
    }

    void importedPeopleCanBeConfirmedAndRemoved() // MIGRATION: listed, but without rights until confirmed
    {
        ConfigDraft draft;
        draft.setStored(someSettings(), {Ana, Ben});
        draft.removeMax(Ben, u"Ben"_s);
        QCOMPARE(draft.count(), 1);
        draft.addMax(Ben, u"Ben"_s);
        QCOMPARE(draft.count(), 1);
        QVERIFY(draft.result().maxUsers.contains(Ben));
        draft.discard();
        draft.removeMax(UserId(99), {}); // not on the list
        QCOMPARE(draft.count(), 0);
    }

    void changesThatConcernStaffAreKnown() // M-05
    {
        ConfigEdit edit;
        edit.lists[Setting::StatsRoles].insert(1, true);
        edit.fields.insert(ConfigField::HeavyLoad, 4);
        QVERIFY(!edit.changesStaff());
        ConfigEdit roles = edit, people = edit;
        roles.lists[Setting::SupportRoles].insert(1, false);
        people.removeMax.insert(Ana, {});
        QVERIFY(roles.changesStaff());
        QVERIFY(people.changesStaff());
    }
};

QTEST_GUILESS_MAIN(tst_ConfigEdit)
#include "tst_configedit.moc"
