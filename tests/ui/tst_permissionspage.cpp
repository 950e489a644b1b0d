// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/botfixture.h"

#include "ui/dates.h"
#include "ui/models/accessmodel.h"
#include "ui/models/personmodel.h"
#include "ui/pages/permissionspage.h"
#include "ui/sourceenglish.h"
#include "ui/theme.h"
#include "ui/widgets/headerbar.h"
#include "ui/widgets/statepane.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace {

// The page in a window, as MainWindow would hold it, on a bot that talks to the stand-in.
class PermissionsWorld
{
public:
    explicit PermissionsWorld(const QStringList &statsFromEnvironment = {})
    {
        fixture.environment = {};
        fixture.environment.lists[Setting::TicketCategories] = {u"Appeals"_s};
        if (!statsFromEnvironment.isEmpty())
            fixture.environment.lists[Setting::StatsRoles] = statsFromEnvironment;
        moderator = fixture.discord.world().addRole(fixture.guild, u"Moderator"_s, 0, 0x1F8B4C);
        fixture.discord.world().setMemberRoles(fixture.guild, fixture.ana, {fixture.staffRole, moderator});
    }
    bool start() { return fixture.start() && openPage(); }
    bool openPage()
    {
        live = std::make_unique<LiveData>(fixture.host->storage(), Clock::system());
        QObject::connect(fixture.host.get(), &BotHost::stateChanged, live.get(), &LiveData::setBotState);
        QObject::connect(fixture.host.get(), &BotHost::committed, live.get(), &LiveData::noteCommitted);
        live->setBotState(fixture.host->state());
        window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(window.get());
        auto *header = new HeaderBar(*live);
        page =
            new PermissionsPage(*live, settingsActions(*fixture.host, window.get(), {{}, u"tester"_s, true}));
        layout->addWidget(header);
        layout->addWidget(page, 1);
        header->setPage(page);
        QObject::connect(page, &Page::message, page,
                         [this](const QString &text, const std::function<void()> &back) {
                             messages.append(text);
                             undo = back;
                         });
        window->resize(1072, 690);
        window->show();
        return QTest::qWaitForWindowActive(window.get())
            && QTest::qWaitFor([this] { return table()->isVisible() && rowOf(moderator) > 0; },
                               BotFixture::WaitMs);
    }
    ~PermissionsWorld()
    {
        window.reset();
        live.reset();
        fixture.stop();
    }

    QTableView *table() const { return part<QTableView>(u"permissionsTable"_s); }
    AccessModel *model() const { return qobject_cast<AccessModel *>(table()->model()); }
    int rowOf(quint64 role) const { return model()->rowOf(role); }
    template <class T>
    T *part(const QString &name) const
    {
        return window->findChild<T *>(name);
    }
    QModelIndex cell(quint64 role, Setting setting) const
    {
        for (int i = 0; i < AccessColumnCount; ++i) {
            if (RoleSettings[i] == setting)
                return model()->index(rowOf(role), AccessModel::FirstCapability + i);
        }
        return {};
    }
    bool ticked(quint64 role, Setting setting) const
    {
        return cell(role, setting).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    }
    // As a person with a keyboard does it.
    void toggle(quint64 role, Setting setting)
    {
        table()->setFocus();
        table()->setCurrentIndex(cell(role, setting));
        QTest::keyClick(table(), Qt::Key_Space);
    }
    bool save()
    {
        messages.clear();
        QTest::keyClick(page, Qt::Key_S, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return messages.contains(u"Saved."_s); }, BotFixture::WaitMs);
    }
    StoredConfig stored()
    {
        return fixture.ask([g = GuildId(fixture.guild)](const Reader &r) { return r.config(g); });
    }
    void find(const QString &picker, const QString &text)
    {
        auto *field = part<QLineEdit>(picker + u"Field"_s);
        field->setFocus();
        QTest::keyClicks(field, text);
        auto *list = part<QListView>(picker + u"List"_s);
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, BotFixture::WaitMs);
    }

    BotFixture fixture;
    quint64 moderator = 0;
    std::unique_ptr<LiveData> live;
    std::unique_ptr<QWidget> window;
    PermissionsPage *page = nullptr;
    QStringList messages;
    std::function<void()> undo;
};

bool refused(const StandInDiscord::Reply &reply)
{
    return textOf(reply).contains("You need"_L1) || textOf(reply).contains("No role may"_L1);
}

} // namespace

class tst_PermissionsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(&m_english);
        m_theme = new Theme(this);
        QDir().mkpath(u"screenshots"_s);
    }

    void aSavedTickIsObeyedByTheSlashCommandAtOnce() // checklist 31, J4
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        const QJsonArray options{stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 7)};
        w.toggle(w.moderator, Setting::StatsRoles);
        QVERIFY(w.ticked(w.moderator, Setting::StatsRoles));
        QCOMPARE(w.cell(w.moderator, Setting::StatsRoles).data(Qt::AccessibleTextRole).toString(),
                 u"@Moderator, view statistics, checked, changed"_s);
        QCOMPARE(w.part<QLabel>(u"unsavedCount"_s)->text(), u"1 unsaved change"_s);
        QCOMPARE(w.page->badge().spoken, u"unsaved changes"_s);
        QVERIFY(refused(w.fixture.command(w.fixture.ana, u"ticketstats"_s, options))); // not before Save
        QVERIFY(w.stored().statsRoles.isEmpty());

        QVERIFY(w.save());
        QElapsedTimer sinceSaved;
        sinceSaved.start();
        QVERIFY(!refused(w.fixture.command(w.fixture.ana, u"ticketstats"_s, options)));
        QVERIFY2(sinceSaved.elapsed() < 2000, "the slash command obeys within 2 s");
        QVERIFY(!w.part<QWidget>(u"permissionsUnsaved"_s)->isVisible());
        QVERIFY(w.page->badge().text.isEmpty());

        const auto rows =
            w.fixture.ask([g = GuildId(w.fixture.guild)](const Reader &r) { return r.history(g, 0, 5); });
        QCOMPARE(rows.first().kind, u"config"_s);
        QCOMPARE(rows.first().actor.name, u"tester"_s);
        QVERIFY(rows.first().before.contains(u"stats_roles"_s)
                && rows.first().after.contains(u"stats_roles"_s));

        // Undo takes it back, and is obeyed too.
        QVERIFY(w.undo);
        w.undo();
        QTRY_VERIFY_WITH_TIMEOUT(w.stored().statsRoles.isEmpty(), BotFixture::WaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!w.ticked(w.moderator, Setting::StatsRoles), BotFixture::WaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(w.messages.contains(u"Taken back."_s), BotFixture::WaitMs);
        QVERIFY(refused(w.fixture.command(w.fixture.ana, u"ticketstats"_s, options)));
    }

    void anotherSaveInBetweenIsMerged() // J4
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        w.toggle(w.moderator, Setting::DatabaseRoles);
        // The owner adds somebody in Discord while this is unsaved.
        w.fixture.command(w.fixture.owner, u"maxpermsadd"_s,
                          {QJsonObject{{u"name"_s, u"user"_s},
                                       {u"type"_s, 6},
                                       {u"value"_s, QString::number(w.fixture.ben)}}});
        auto *people = w.part<QListView>(u"maxList"_s);
        QTRY_COMPARE_WITH_TIMEOUT(people->model()->rowCount(), 2, BotFixture::WaitMs);
        QTRY_VERIFY(w.part<QLabel>(u"unsavedMeanwhile"_s)->text().contains("Saved elsewhere"_L1));
        QVERIFY(w.ticked(w.moderator, Setting::DatabaseRoles));
        QVERIFY(w.save());
        QCOMPARE(w.stored().databaseRoles, QSet<RoleId>{RoleId(w.moderator)});
        QCOMPARE(w.stored().maxUsers, QSet<UserId>{UserId(w.fixture.ben)});
    }

    void importedPeopleHaveNoRightsUntilEachIsConfirmed() // J1, TM-21
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        const GuildId guild(w.fixture.guild);
        bool imported = false;
        w.fixture.host->storage().write(
            w.page,
            [guild, kira = UserId(w.fixture.kira), tom = UserId(w.fixture.tom)](Writer &writer) -> Status {
                const Result<qint64> import = writer.beginImport({}, u"tickets.db"_s, {});
                if (!import)
                    return import.error();
                if (Status kept = writer.importMaxUsers(*import, guild, {kira, tom}); !kept)
                    return kept;
                const auto ended = writer.finishImport(*import, 0, 0, {}, {});
                return ended ? Status() : Status(ended.error());
            },
            [&imported](const Status &status) { imported = status.ok(); });
        QTRY_VERIFY_WITH_TIMEOUT(imported, BotFixture::WaitMs);
        auto *people = w.part<QListView>(u"maxList"_s);
        QTRY_COMPARE_WITH_TIMEOUT(people->model()->rowCount(), 3, BotFixture::WaitMs);
        const QJsonArray options{stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 7)};
        QVERIFY(refused(w.fixture.command(w.fixture.kira, u"ticketstats"_s, options)));
        QVERIFY(w.stored().maxUsers.isEmpty());

        int waiting = -1;
        for (int row = 0; row < people->model()->rowCount(); ++row) {
            const QString text = people->model()->index(row, 0).data(Qt::AccessibleTextRole).toString()
                + people->model()->index(row, 0).data().toString();
            if (text.contains("kira"_L1) || text.contains(QString::number(w.fixture.kira).right(4)))
                waiting = row;
        }
        QVERIFY(waiting >= 0);
        people->setCurrentIndex(people->model()->index(waiting, 0));
        auto *confirm = w.part<QPushButton>(u"maxConfirm"_s);
        QVERIFY(confirm->isVisible() && confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QVERIFY(w.save());
        QCOMPARE(w.stored().maxUsers, QSet<UserId>{UserId(w.fixture.kira)}); // tom still waits
        QVERIFY(!refused(w.fixture.command(w.fixture.kira, u"ticketstats"_s, options)));
        QVERIFY(refused(w.fixture.command(w.fixture.tom, u"ticketstats"_s, options)));
    }

    void reviewTellsWhatWillChangeAndWarns() // J4
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        w.toggle(w.moderator, Setting::AccessRoles);
        QVERIFY(w.save());
        QTRY_VERIFY(w.ticked(w.moderator, Setting::AccessRoles));
        w.toggle(w.moderator, Setting::AccessRoles);
        w.toggle(w.fixture.guild, Setting::DatabaseRoles);
        auto *warning = w.part<QLabel>(u"unsavedWarning"_s);
        QVERIFY(warning->isVisible());
        QVERIFY2(warning->text().contains("Nobody except the server owner"_L1), qPrintable(warning->text()));
        QVERIFY(warning->text().contains("Every member of the server"_L1));
        auto *review = w.part<QPushButton>(u"unsavedReviewButton"_s);
        QTest::keyClick(review, Qt::Key_Space);
        auto *lines = w.part<QListWidget>(u"unsavedReview"_s);
        QVERIFY(lines->isVisible());
        QStringList texts;
        for (int i = 0; i < lines->count(); ++i)
            texts.append(lines->item(i)->text());
        QCOMPARE(texts,
                 (QStringList{u"@everyone can now delete data."_s,
                              u"@Moderator can no longer give and take rights."_s}));
        // As high as what it says: the table above keeps its room.
        const int sentences = 2 * (lines->sizeHintForRow(0) + lines->frameWidth());
        QTRY_COMPARE(lines->height(), sentences);
        // Not a matter of staff: there is nothing to count again.
        QVERIFY(!w.part<QCheckBox>(u"unsavedRecorded"_s)->isVisible());
        QTest::keyClick(w.part<QPushButton>(u"unsavedDiscard"_s), Qt::Key_Space);
        QVERIFY(w.ticked(w.moderator, Setting::AccessRoles));
        QVERIFY(!w.part<QWidget>(u"permissionsUnsaved"_s)->isVisible());
    }

    void staffCanBeCountedAgainInWhatIsRecorded() // M-04: Also for messages already recorded
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        const quint64 ticket = w.fixture.openTicket(u"appeal-1"_s, w.fixture.kira);
        w.fixture.discord.world().addMessage(ticket, w.fixture.kira);
        w.fixture.discord.world().addMessage(ticket, w.fixture.ana);
        const auto staffMessages = [&] {
            const auto found = w.fixture.ticket(ticket);
            return found ? found->row.ticket.derived.staffMessages : -1;
        };
        const auto allMessages = [&] {
            const auto found = w.fixture.ticket(ticket);
            return found ? found->row.ticket.derived.requesterMessages
                    + found->row.ticket.derived.guestMessages + found->row.ticket.derived.staffMessages
                         : 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(allMessages(), 2, BotFixture::WaitMs);
        QCOMPARE(staffMessages(), 0); // nobody counts as staff yet
        w.toggle(w.moderator, Setting::SupportRoles);
        auto *recorded = w.part<QCheckBox>(u"unsavedRecorded"_s);
        QVERIFY(recorded->isVisible());
        QTest::keyClick(recorded, Qt::Key_Space);
        QVERIFY(w.save());
        QCOMPARE(staffMessages(), 1);
        w.undo();
        QTRY_COMPARE_WITH_TIMEOUT(staffMessages(), 0, BotFixture::WaitMs);
    }

    void aPersonIsTestedWithWhatIsUnsaved() // checklist 50
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        w.toggle(w.moderator, Setting::DatabaseRoles);
        auto *opener = w.part<QPushButton>(u"permissionsTest"_s);
        opener->setFocus();
        QTest::keyClick(opener, Qt::Key_Space);
        w.find(u"testPicker"_s, u"an"_s);
        auto *result = w.part<QListWidget>(u"testResult"_s);
        QTRY_VERIFY(result->isVisible());
        QStringList texts;
        for (int i = 0; i < result->count(); ++i)
            texts.append(result->item(i)->text());
        QVERIFY2(texts.contains(u"/wipestats: can – because of @Moderator"_s), qPrintable(texts.join(u'\n')));
        QVERIFY(texts.contains(u"/ticketstats: cannot – no role of theirs has “View statistics”"_s));
        // Escape closes and the focus returns (checklist 18).
        QTest::keyClick(w.page, Qt::Key_Escape);
        QVERIFY(!w.part<QWidget>(u"permissionsPanel"_s)->isVisible());
        QCOMPARE(w.window->focusWidget(), opener);
    }

    void peopleAreAddedAndRemoved()
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        auto *people = w.part<QListView>(u"maxList"_s);
        QTRY_VERIFY_WITH_TIMEOUT(people->model()->index(0, 0).data().toString().startsWith("dana"_L1),
                                 BotFixture::WaitMs);
        QTest::keyClick(w.part<QPushButton>(u"maxAdd"_s), Qt::Key_Space);
        auto *add = w.part<QPushButton>(u"addButton"_s);
        w.find(u"addPicker"_s, u"dana"_s);
        QTRY_VERIFY(w.part<QLabel>(u"addProblem"_s)->isVisible()); // the owner always has them
        QVERIFY(!add->isEnabled());
        w.part<QLineEdit>(u"addPickerField"_s)->clear();
        QTRY_COMPARE(w.part<QListView>(u"addPickerList"_s)->model()->rowCount(), 0);
        w.find(u"addPicker"_s, u"Tickets"_s);
        QTRY_VERIFY(w.part<QLabel>(u"addProblem"_s)->text().contains("Bots"_L1));
        w.part<QLineEdit>(u"addPickerField"_s)->clear();
        QTRY_COMPARE(w.part<QListView>(u"addPickerList"_s)->model()->rowCount(), 0);
        w.find(u"addPicker"_s, QString::number(w.fixture.ben)); // by ID as well
        QTRY_VERIFY(add->isEnabled());
        auto *found = w.part<QListView>(u"addPickerList"_s);
        QCOMPARE(found->model()->index(0, 0).data(PersonModel::IdRole).toString(),
                 QString::number(w.fixture.ben));
        QVERIFY(found->height() >= 72);
        QTest::keyClick(add, Qt::Key_Space);
        QCOMPARE(people->model()->rowCount(), 2);
        QVERIFY(w.save());
        QCOMPARE(w.stored().maxUsers, QSet<UserId>{UserId(w.fixture.ben)});
        QTRY_COMPARE_WITH_TIMEOUT(people->model()->index(1, 0).data().toString().section(u" on "_s, 0, 0),
                                  u"ben – by tester"_s, 5000);

        auto *remove = w.part<QPushButton>(u"maxRemove"_s);
        people->setCurrentIndex(people->model()->index(0, 0));
        QVERIFY(!remove->isEnabled()); // the owner is locked
        people->setCurrentIndex(people->model()->index(1, 0));
        QTest::keyClick(remove, Qt::Key_Space);
        QVERIFY(people->model()->index(1, 0).data().toString().contains("not saved yet"_L1));
        QVERIFY(w.save());
        QVERIFY(w.stored().maxUsers.isEmpty());
    }

    void aDeletedRoleIsShownAndCanBeTakenOut() // FAULTS 46
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        w.toggle(w.moderator, Setting::StatsRoles);
        QVERIFY(w.save());
        w.fixture.discord.world().deleteRole(w.fixture.guild, w.moderator);
        QTRY_VERIFY_WITH_TIMEOUT(
            w.rowOf(w.moderator) >= 0
                && w.model()->index(w.rowOf(w.moderator), 0).data().toString().startsWith("Deleted role"_L1),
            BotFixture::WaitMs);
        w.toggle(w.moderator, Setting::DatabaseRoles); // it can get nothing
        QVERIFY(!w.ticked(w.moderator, Setting::DatabaseRoles));
        w.toggle(w.moderator, Setting::StatsRoles);
        QVERIFY(w.save());
        QVERIFY(w.stored().statsRoles.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(w.rowOf(w.moderator), -1, BotFixture::WaitMs);
    }

    void whatTheEnvironmentFixesIsReadOnlyAndSaysSo() // INTERFACE, environment
    {
        PermissionsWorld w({u"Moderator"_s});
        QVERIFY(w.start());
        QTRY_VERIFY_WITH_TIMEOUT(w.ticked(w.moderator, Setting::StatsRoles), BotFixture::WaitMs);
        w.toggle(w.moderator, Setting::StatsRoles);
        QVERIFY(w.ticked(w.moderator, Setting::StatsRoles));
        QVERIFY(!w.part<QWidget>(u"permissionsUnsaved"_s)->isVisible());
        QVERIFY(w.model()
                    ->headerData(2, Qt::Horizontal, Qt::DisplayRole)
                    .toString()
                    .contains("Set by STATS_ALLOWED_ROLES"_L1));
        // Saving something else does not write the environment's list into the settings.
        w.toggle(w.moderator, Setting::DatabaseRoles);
        QVERIFY(w.save());
        QVERIFY(w.stored().statsRoles.isEmpty());
    }

    void unsavedChangesSurviveTheLossOfTheConnection() // checklist 32; 3.6: saving stays possible
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        w.toggle(w.moderator, Setting::DatabaseRoles);
        w.fixture.host->disconnectFromDiscord();
        auto *asOf = w.part<QLabel>(u"permissionsAsOfText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(asOf->isVisible(), BotFixture::WaitMs);
        QVERIFY2(asOf->text().startsWith("Roles as of"_L1), qPrintable(asOf->text()));
        // That is when Discord last said something, however long ago it is by now (UX 2.6, offline).
        disconnect(w.fixture.host.get(), &BotHost::stateChanged, w.live.get(), nullptr);
        BotState old = w.live->bot();
        old.lastEventMs -= 3 * HourMs;
        w.live->setBotState(old);
        QVERIFY(asOf->text().contains(Dates::dateTime(old.lastEventMs, w.live->zone(), w.live->nowMs())));
        QVERIFY(w.ticked(w.moderator, Setting::DatabaseRoles));
        w.page->hide();
        w.page->show();
        QVERIFY(w.page->unsavedText().contains("1 unsaved change"_L1));
        bool saved = false;
        w.page->saveUnsaved([&](bool ok) { saved = ok; });
        QTRY_VERIFY_WITH_TIMEOUT(saved, BotFixture::WaitMs);
        QVERIFY(w.page->unsavedText().isEmpty());
        QCOMPARE(w.stored().databaseRoles, QSet<RoleId>{RoleId(w.moderator)});
    }

    void aServerThatTheBotWasRemovedFromIsReadOnly() // J5 removed
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        w.toggle(w.moderator, Setting::DatabaseRoles);
        QVERIFY(w.save());
        w.fixture.discord.world().removeGuild(w.fixture.guild);
        auto *why = w.part<QLabel>(u"permissionsAsOfText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(why->isVisible() && why->text().contains("was removed"_L1),
                                 BotFixture::WaitMs);
        QVERIFY(w.ticked(w.moderator, Setting::DatabaseRoles)); // it can still be read
        w.toggle(w.moderator, Setting::DatabaseRoles);
        w.toggle(w.moderator, Setting::StatsRoles);
        QVERIFY(w.ticked(w.moderator, Setting::DatabaseRoles));
        QVERIFY(!w.ticked(w.moderator, Setting::StatsRoles));
        QVERIFY(w.page->unsavedText().isEmpty());
        const QString reason = w.cell(w.moderator, Setting::StatsRoles).data(Qt::ToolTipRole).toString();
        QVERIFY2(reason.contains("was removed"_L1), qPrintable(reason));
        QVERIFY(!w.part<QPushButton>(u"maxAdd"_s)->isEnabled());
        QVERIFY(w.part<QPushButton>(u"maxAdd"_s)->toolTip().contains("was removed"_L1));
    }

    void narrowWindowsShowOneRoleWithSwitches() // 3.6, compact
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        w.window->resize(640, 400);
        w.page->setWidthClass(WidthClass::Compact);
        w.table()->setFocus();
        w.table()->setCurrentIndex(w.model()->index(w.rowOf(w.moderator), 0));
        QTest::keyClick(w.table(), Qt::Key_Return);
        auto *box = w.part<QCheckBox>(u"roleData"_s);
        QVERIFY(box->isVisible());
        const auto *commands = w.part<QLabel>(u"roleAccessCommands"_s);
        QVERIFY2(commands->text().endsWith("/summaryfrequency"_L1), qPrintable(commands->text()));
        QVERIFY(commands->height() >= commands->heightForWidth(commands->width()));
        QVERIFY(w.part<QCheckBox>(u"roleAccess"_s)->width()
                >= w.part<QCheckBox>(u"roleAccess"_s)->sizeHint().width());
        QVERIFY(!w.table()->isVisible());
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(box->text().contains("changed"_L1));
        QTest::keyClick(w.page, Qt::Key_Escape);
        QVERIFY(w.table()->isVisible());
        QCOMPARE(w.window->focusWidget(), w.table());
        QVERIFY(w.ticked(w.moderator, Setting::DatabaseRoles));
    }

    void everyRoleAndPersonCanBeReachedByKeys() // checklist 17, 18
    {
        PermissionsWorld w;
        QVERIFY(w.start());
        w.toggle(w.moderator, Setting::DatabaseRoles); // so that the bar is there
        QSet<QString> reached;
        QStringList order;
        w.part<QLineEdit>(u"permissionsSearch"_s)->setFocus();
        for (int i = 0; i < 40; ++i) {
            QWidget *focus = w.window->focusWidget();
            QVERIFY(focus);
            if (!reached.contains(focus->objectName()))
                order.append(focus->objectName());
            reached.insert(focus->objectName());
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        for (const QString &name : {u"permissionsSearch"_s, u"permissionsIntegrations"_s,
                                    u"permissionsTest"_s, u"permissionsTable"_s, u"maxList"_s, u"maxAdd"_s,
                                    u"unsavedReviewButton"_s, u"unsavedDiscard"_s, u"unsavedSave"_s})
            QVERIFY2(reached.contains(name), qPrintable(name + u" in "_s + order.join(u' ')));
        QVERIFY(order.indexOf(u"permissionsTable"_s) < order.indexOf(u"maxList"_s));
        QVERIFY(order.indexOf(u"maxList"_s) < order.indexOf(u"unsavedSave"_s));
    }

    void look_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            for (const QSize &size : {QSize(1072, 690), QSize(724, 500), QSize(640, 360)})
                QTest::addRow("%dx%d %s", size.width(), size.height(), dark ? "dark" : "light")
                    << size << dark;
        }
    }
    void look()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        PermissionsWorld w;
        QVERIFY(w.start());
        w.toggle(w.moderator, Setting::DatabaseRoles);
        w.toggle(w.fixture.guild, Setting::AccessRoles);
        w.window->resize(size);
        w.page->setWidthClass(size.width() < 700       ? WidthClass::Compact
                                  : size.width() < 900 ? WidthClass::Medium
                                                       : WidthClass::Wide);
        QTest::qWait(20); // the picture is for people
        const auto grab = [&](const QString &name) {
            const QString file = u"screenshots/%1-%2x%3-%4.png"_s.arg(name)
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(dark ? u"dark"_s : u"light"_s);
            return w.window->grab().save(file);
        };
        QVERIFY(grab(u"permissions"_s));
        w.page->testAPerson();
        w.find(u"testPicker"_s, u"an"_s);
        QTest::qWait(20);
        QVERIFY(grab(u"permissions-test"_s));
        m_theme->setChoice(Theme::Choice::Light);
    }

private:
    SourceEnglish m_english;
    Theme *m_theme = nullptr;
};

QTEST_MAIN(tst_PermissionsPage)
#include "tst_permissionspage.moc"
