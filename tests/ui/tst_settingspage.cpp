// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/botfixture.h"

#include "ui/pages/settingspage.h"
#include "ui/sourceenglish.h"
#include "ui/staffranking.h"
#include "ui/theme.h"
#include "ui/uisettings.h"
#include "ui/widgets/card.h"
#include "ui/widgets/headerbar.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace {

// The page in a window, on a bot that talks to the stand-in.
class SettingsWorld
{
public:
    explicit SettingsWorld(bool categoriesFromEnvironment = false)
    {
        fixture.environment = {};
        if (categoriesFromEnvironment)
            fixture.environment.lists[Setting::TicketCategories] = {u"Appeals"_s};
    }
    bool start(Theme *theme = nullptr)
    {
        if (!fixture.start())
            return false;
        live = std::make_unique<LiveData>(fixture.host->storage(), Clock::system());
        QObject::connect(fixture.host.get(), &BotHost::stateChanged, live.get(), &LiveData::setBotState);
        QObject::connect(fixture.host.get(), &BotHost::committed, live.get(), &LiveData::noteCommitted);
        live->setBotState(fixture.host->state());
        settings = std::make_unique<UiSettings>(fixture.dir.path());
        return open(theme);
    }
    bool open(Theme *theme = nullptr)
    {
        window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(window.get());
        auto *header = new HeaderBar(*live);
        SettingsActions actions = settingsActions(*fixture.host, window.get(), {{}, u"tester"_s, true});
        actions.save = [this, save = actions.save](GuildId guild, const ConfigEdit &edit, bool refold,
                                                   const SettingsActions::SaveDone &done) {
            saves.append(edit);
            if (diskFull)
                done(Error{ErrorKind::Io, u"The disk is full."_s, {}});
            else if (slow)
                held.append([=] { save(guild, edit, refold, done); });
            else
                save(guild, edit, refold, done);
        };
        page = new SettingsPage(
            *live, actions,
            {settings.get(), theme, &ranking, fixture.dir.path(), false, {}, [this](const QString &key) {
                 carriedOut.append(key);
             }});
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
            && QTest::qWaitFor(
                   [this] {
                       return part<QWidget>(u"settingsScroll"_s)->isVisible() // the settings were read
                           && part<QListWidget>(u"ticketCategories"_s)->count() == 3
                           && part<QComboBox>(u"zoneBox"_s)->currentText() == "UTC"_L1;
                   },
                   BotFixture::WaitMs);
    }
    ~SettingsWorld()
    {
        window.reset();
        live.reset();
        fixture.stop();
    }
    template <class T>
    T *part(const QString &name) const
    {
        return window->findChild<T *>(name);
    }
    bool unsaved() const { return part<QWidget>(u"settingsUnsaved"_s)->isVisible(); }
    // Nothing is left to be saved, and it was said what was.
    bool told(const QString &beginning)
    {
        return QTest::qWaitFor(
            [&] {
                return std::any_of(messages.cbegin(), messages.cend(),
                                   [&](const QString &text) { return text.startsWith(beginning); });
            },
            BotFixture::WaitMs);
    }
    StoredConfig stored()
    {
        return fixture.ask([g = GuildId(fixture.guild)](const Reader &r) { return r.config(g); });
    }
    QListWidgetItem *category(const QString &list, const QString &name) const
    {
        return part<QListWidget>(list)->findItems(name, Qt::MatchStartsWith).value(0);
    }
    void tick(const QString &list, const QString &name)
    {
        auto *widget = part<QListWidget>(list);
        widget->setFocus();
        widget->setCurrentItem(category(list, name));
        QTest::keyClick(widget, Qt::Key_Space);
    }

    BotFixture fixture;
    std::unique_ptr<UiSettings> settings;
    std::unique_ptr<LiveData> live;
    std::unique_ptr<QWidget> window;
    StaffRanking ranking;
    SettingsPage *page = nullptr;
    QStringList messages;
    QVector<ConfigEdit> saves; // that were asked for
    bool diskFull = false;
    bool slow = false; // saving goes on when the test says so
    QVector<std::function<void()>> held;
    QStringList carriedOut; // keys of what others carry out
    std::function<void()> undo;
};

} // namespace

class tst_SettingsPage : public QObject
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

    void aServersSettingIsSavedByItselfAndTakenBack() // 3.10
    {
        SettingsWorld w;
        QVERIFY(w.start());
        auto *response = w.part<QSpinBox>(u"responseBox"_s);
        QCOMPARE(response->value(), 10);
        response->setFocus();
        response->selectAll();
        QTest::keyClicks(response, u"5"_s);
        QVERIFY(!w.unsaved());
        QVERIFY(w.told(u"First response target: 10 min → 5 min."_s)); // without Enter, after a moment
        QCOMPARE(w.stored().firstResponseTargetMs, int(5 * MinuteMs));
        QTRY_COMPARE_WITH_TIMEOUT(w.live->config().firstResponseTargetMs, int(5 * MinuteMs),
                                  BotFixture::WaitMs);
        QVERIFY(!w.unsaved());
        QVERIFY(w.page->badge().text.isEmpty());
        QVERIFY(w.undo);
        w.undo();
        QVERIFY(w.told(u"Taken back."_s));
        QCOMPARE(w.stored().firstResponseTargetMs, int(10 * MinuteMs));
        QTRY_COMPARE_WITH_TIMEOUT(response->value(), 10, BotFixture::WaitMs);
        QVERIFY(!w.undo); // once
    }

    void quickChangesAreOneSaveWithOneWayBack() // 3.10
    {
        SettingsWorld w;
        QVERIFY(w.start());
        auto *heavy = w.part<QSpinBox>(u"heavyBox"_s);
        w.tick(u"ticketCategories"_s, u"Appeals"_s);
        w.tick(u"ticketCategories"_s, u"Lounge"_s);
        heavy->setFocus();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(heavy, Qt::Key_Up);
        QVERIFY(w.told(u"Channels in"_s));
        QCOMPARE(w.messages.size(), 1);
        QVERIFY2(w.messages.first().contains(u"Heavy load: 6 open tickets → 11 open tickets."_s),
                 qPrintable(w.messages.first()));
        QCOMPARE(w.saves.size(), 1);
        QCOMPARE(w.stored().heavyLoad, 11);
        QCOMPARE(w.stored().ticketCategories.size(), 2);
        w.undo();
        QVERIFY(w.told(u"Taken back."_s));
        QCOMPARE(w.stored().heavyLoad, 6);
        QVERIFY(w.stored().ticketCategories.isEmpty());
    }

    void whatWaitsIsSavedOnLeaving_data() // 3.10: nothing is lost
    {
        QTest::addColumn<QString>("how");
        for (const QString &how : {u"field"_s, u"enter"_s, u"page"_s, u"quit"_s, u"window"_s})
            QTest::newRow(qPrintable(how)) << how;
    }
    void whatWaitsIsSavedOnLeaving()
    {
        QFETCH(QString, how);
        SettingsWorld w;
        QVERIFY(w.start());
        auto *heavy = w.part<QSpinBox>(u"heavyBox"_s);
        heavy->setFocus();
        QTest::keyClick(heavy, Qt::Key_Up);
        QVERIFY(w.saves.isEmpty());
        QVERIFY(w.page->unsavedText().isEmpty()); // nobody has to be asked about it
        QWidget other;
        if (how == "field"_L1) {
            QTest::keyClick(heavy, Qt::Key_Tab);
        } else if (how == "enter"_L1) {
            QTest::keyClick(heavy, Qt::Key_Return);
        } else if (how == "page"_L1) {
            w.page->hide();
        } else if (how == "window"_L1) {
            other.show();
            other.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&other));
        } else {
            bool everything = false;
            w.page->saveUnsaved([&](bool saved) { everything = saved; });
            QTRY_VERIFY_WITH_TIMEOUT(everything, BotFixture::WaitMs);
            QCOMPARE(w.stored().heavyLoad, 7);
        }
        QCOMPARE(w.saves.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(w.stored().heavyLoad, 7, BotFixture::WaitMs);
    }

    void whatIsChangedWhileSavingIsSavedAfterIt()
    {
        SettingsWorld w;
        QVERIFY(w.start());
        w.slow = true;
        auto *heavy = w.part<QSpinBox>(u"heavyBox"_s);
        heavy->setFocus();
        QTest::keyClick(heavy, Qt::Key_Up);
        QTest::keyClick(heavy, Qt::Key_Return);
        QCOMPARE(w.held.size(), 1);
        QTest::keyClick(heavy, Qt::Key_Down); // back to what is still stored
        QTest::keyClick(heavy, Qt::Key_Return);
        bool everything = false;
        w.page->saveUnsaved([&](bool saved) { everything = saved; });
        QCOMPARE(w.held.size(), 1); // one thing at a time
        QCOMPARE(heavy->value(), 6);
        w.held.takeFirst()();
        QTRY_COMPARE_WITH_TIMEOUT(w.held.size(), 1, BotFixture::WaitMs);
        QVERIFY(!everything);
        QCOMPARE(w.stored().heavyLoad, 7);
        w.held.takeFirst()();
        QTRY_VERIFY_WITH_TIMEOUT(everything, BotFixture::WaitMs);
        QCOMPARE(w.stored().heavyLoad, 6);
        QCOMPARE(heavy->value(), 6);
    }

    void savingDoesNotDisturbWhoIsTyping()
    {
        SettingsWorld w;
        QVERIFY(w.start());
        auto *zone = w.part<QComboBox>(u"zoneBox"_s)->lineEdit();
        zone->setFocus();
        zone->selectAll();
        QTest::keyClicks(zone, u"Europe/London"_s);
        zone->setCursorPosition(3);
        const int scrolled = w.part<QScrollArea>(u"settingsScroll"_s)->verticalScrollBar()->value();
        QVERIFY(w.told(u"Time zone: UTC → Europe/London."_s));
        QTRY_COMPARE_WITH_TIMEOUT(w.live->config().timeZone, QByteArray("Europe/London"), BotFixture::WaitMs);
        QVERIFY(zone->hasFocus());
        QCOMPARE(zone->cursorPosition(), 3);
        QCOMPARE(w.part<QScrollArea>(u"settingsScroll"_s)->verticalScrollBar()->value(), scrolled);
    }

    void theMessageAboveMovesNothingBelowThePointer() // UX 0.5
    {
        SettingsWorld w;
        QVERIFY(w.start());
        w.part<QScrollArea>(u"settingsScroll"_s)->verticalScrollBar()->setValue(300);
        auto *list = w.part<QListWidget>(u"ticketCategories"_s);
        const auto place = [&] { return list->mapTo(w.window.get(), QPoint()); };
        const QPoint before = place();
        const int top = w.page->y();
        QLabel message(u"Channels in “Appeals” are tickets from now on."_s);
        qobject_cast<QVBoxLayout *>(w.window->layout())->insertWidget(1, &message);
        message.show();
        QTRY_VERIFY(w.page->y() > top);
        QCOMPARE(place(), before);
        message.hide();
        QTRY_COMPARE(w.page->y(), top);
        QCOMPARE(place(), before);
    }

    void aTickedCategoryIsWatchedAtOnce() // detection
    {
        SettingsWorld w;
        QVERIFY(w.start());
        const quint64 channel = w.fixture.openTicket(u"appeal-1"_s, w.fixture.kira);
        w.tick(u"ticketCategories"_s, u"Appeals"_s);
        const auto *note = w.part<QLabel>(u"closedCategoriesNote"_s);
        QVERIFY2(note->text().startsWith("None: "_L1), qPrintable(note->text()));
        w.tick(u"closedCategories"_s, u"Closed tickets"_s);
        QTRY_COMPARE(note->text(),
                     u"Tickets are closed when they are moved there or their channel is deleted."_s);
        QVERIFY(w.told(u"Channels in “Appeals” are tickets from now on."_s));
        QCOMPARE(w.stored().ticketCategories, QVector<ChannelId>{ChannelId(w.fixture.category)});
        QCOMPARE(w.stored().closedCategories, QVector<ChannelId>{ChannelId(w.fixture.closedCategory)});
        QTRY_VERIFY_WITH_TIMEOUT(w.fixture.ticket(channel).has_value(), BotFixture::WaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(w.part<QLabel>(u"tryText"_s)->text().startsWith("1 open ticket channel"_L1),
                                 BotFixture::WaitMs);
    }

    void aBadValueIsRefusedByNameAndKept() // one clear error that names the field
    {
        SettingsWorld w;
        QVERIFY(w.start());
        auto *zone = w.part<QComboBox>(u"zoneBox"_s);
        auto *note = w.part<QLabel>(u"zoneNote"_s);
        const QString usual = note->text();
        zone->lineEdit()->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), u"Europe/Atlantis"_s);
        QCOMPARE(note->text(), usual); // half a name is no mistake
        QVERIFY(!w.page->unsavedText().isEmpty());
        w.tick(u"ticketCategories"_s, u"Appeals"_s); // elsewhere: the name is finished
        QVERIFY2(note->text().startsWith(u"Time zone: “Europe/Atlantis”"_s), qPrintable(note->text()));
        QCOMPARE(zone->accessibleDescription(), note->text());
        QVERIFY(w.unsaved());
        QCOMPARE(w.page->badge().spoken, u"unsaved changes"_s);
        QVERIFY(!w.part<QPushButton>(u"unsavedSave"_s)->isVisible()); // the same again would be as wrong
        QVERIFY(w.told(u"Channels in “Appeals”"_s)); // what is right does not wait for it
        QCOMPARE(w.stored().timeZone, QByteArray("UTC"));
        QCOMPARE(zone->currentText(), u"Europe/Atlantis"_s); // what was typed is still there
        QVERIFY(w.unsaved());
        bool saved = true;
        w.page->saveUnsaved([&](bool everything) { saved = everything; });
        QVERIFY(!saved);
        zone->lineEdit()->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), u"Europe/London"_s);
        QCOMPARE(note->text(), usual);
        QVERIFY(!w.unsaved());
        QTest::keyClick(zone->lineEdit(), Qt::Key_Return);
        QVERIFY(w.told(u"Time zone: UTC → Europe/London."_s));
        QCOMPARE(w.stored().timeZone, QByteArray("Europe/London"));
    }

    void targetsThatContradictEachOtherWaitForTheOther()
    {
        SettingsWorld w;
        QVERIFY(w.start());
        auto *response = w.part<QSpinBox>(u"responseBox"_s);
        auto *resolution = w.part<QSpinBox>(u"resolutionBox"_s);
        auto *note = w.part<QLabel>(u"resolutionNote"_s);
        QVERIFY(!note->isVisible());
        response->setFocus();
        response->selectAll();
        QTest::keyClicks(response, u"3000"_s); // 50 h
        QTest::keyClick(response, Qt::Key_Return);
        QVERIFY(note->isVisible());
        QVERIFY(w.unsaved());
        QVERIFY(w.saves.isEmpty());
        resolution->setFocus();
        resolution->selectAll();
        QTest::keyClicks(resolution, u"60"_s);
        QTest::keyClick(resolution, Qt::Key_Return);
        QVERIFY(!note->isVisible());
        QVERIFY(w.told(u"First response target: 10 min → 2 d 2 h."_s));
        QCOMPARE(w.saves.size(), 1);
        QCOMPARE(w.stored().firstResponseTargetMs, int(3000 * MinuteMs));
        QCOMPARE(w.stored().resolutionTargetMs, int(60 * HourMs));
        QVERIFY(!w.unsaved());
    }

    void whatCouldNotBeSavedStaysAndIsTriedAgain() // disk full
    {
        SettingsWorld w;
        QVERIFY(w.start());
        w.diskFull = true;
        auto *heavy = w.part<QSpinBox>(u"heavyBox"_s);
        heavy->setFocus();
        QTest::keyClick(heavy, Qt::Key_Up);
        QTest::keyClick(heavy, Qt::Key_Return);
        auto *error = w.part<QLabel>(u"unsavedError"_s);
        QVERIFY(error->isVisible());
        QCOMPARE(error->text(), u"Not everything could be saved: The disk is full."_s);
        QCOMPARE(heavy->value(), 7);
        QVERIFY(w.page->unsavedText().contains("1 unsaved change"_L1));
        QCOMPARE(w.page->badge().spoken, u"unsaved changes"_s);
        QVERIFY(w.messages.isEmpty());
        auto *again = w.part<QPushButton>(u"unsavedSave"_s);
        QCOMPARE(again->text().remove(u'&'), u"Try again"_s);
        w.diskFull = false;
        QTest::keyClick(again, Qt::Key_Space);
        QVERIFY(w.told(u"Heavy load: 6 open tickets → 7 open tickets."_s));
        QCOMPARE(w.stored().heavyLoad, 7);
        QVERIFY(!w.unsaved());
        QVERIFY(w.page->unsavedText().isEmpty());
        w.diskFull = true;
        w.undo(); // neither is a failed way back lost
        QVERIFY(w.unsaved());
        QCOMPARE(heavy->value(), 6);
        QTest::keyClick(w.part<QPushButton>(u"unsavedDiscard"_s), Qt::Key_Space);
        QVERIFY(!w.unsaved());
        QCOMPARE(heavy->value(), 7);
    }

    void aValueThatSomebodyElseSavedIsNotOverwrittenSilently() // J4
    {
        SettingsWorld w;
        QVERIFY(w.start());
        w.diskFull = true; // what is not saved yet
        auto *heavy = w.part<QSpinBox>(u"heavyBox"_s);
        heavy->setFocus();
        QTest::keyClick(heavy, Qt::Key_Up);
        QTest::keyClick(heavy, Qt::Key_Return);
        QVERIFY(w.unsaved());
        ConfigEdit theirs;
        theirs.fields.insert(ConfigField::HeavyLoad, 20);
        theirs.fields.insert(ConfigField::PublicByDefault, true);
        bool saved = false;
        w.fixture.host->editConfig(GuildId(w.fixture.guild), theirs, {{}, u"somebody"_s, false}, false,
                                   w.page, [&](const Status &status) { saved = status.ok(); });
        QTRY_VERIFY_WITH_TIMEOUT(saved, BotFixture::WaitMs);
        auto *meanwhile = w.part<QLabel>(u"unsavedMeanwhile"_s);
        QTRY_VERIFY_WITH_TIMEOUT(meanwhile->isVisible(), BotFixture::WaitMs);
        QVERIFY2(meanwhile->text().contains(u"“Heavy load” was changed to 20 open tickets"_s),
                 qPrintable(meanwhile->text()));
        QVERIFY(w.part<QCheckBox>(u"publicBox"_s)->isChecked()); // what only they changed is taken over
        QCOMPARE(heavy->value(), 7);
        w.diskFull = false;
        QTest::keyClick(w.part<QPushButton>(u"unsavedSave"_s), Qt::Key_Space);
        QVERIFY(w.told(u"Heavy load: 20 open tickets → 7 open tickets."_s));
        QCOMPARE(w.stored().heavyLoad, 7);
        QVERIFY(w.stored().publicByDefault);
    }

    void workingHoursAreSavedWhenTheirDialogIsLeft() // 3.7: nothing waits for a Save
    {
        SettingsWorld w;
        QVERIFY(w.start());
        PageLink link;
        link.section = u"hours"_s;
        w.page->open(link);
        QTRY_VERIFY(w.part<QDialog>(u"hoursDialog"_s));
        auto *dialog = w.part<QDialog>(u"hoursDialog"_s);
        QTest::keyClick(dialog->findChild<QWidget *>(u"hoursByTimes"_s), Qt::Key_Space);
        QTest::keyClick(dialog->findChild<QWidget *>(u"hoursApply"_s), Qt::Key_Space);
        QVERIFY(w.told(u"Working hours: around the clock → daily 08:00–22:00."_s));
        QVERIFY(!w.stored().workingWeek.isEmpty());
        QVERIFY(!w.unsaved());
        w.undo();
        QVERIFY(w.told(u"Taken back."_s));
        QVERIFY(w.stored().workingWeek.isEmpty());
    }

    void whatTheEnvironmentFixesIsReadOnlyAndNamesTheVariable() // INTERFACE
    {
        SettingsWorld w(true);
        QVERIFY(w.start());
        QTRY_VERIFY_WITH_TIMEOUT(w.category(u"ticketCategories"_s, u"Appeals"_s)->checkState() == Qt::Checked,
                                 BotFixture::WaitMs);
        w.tick(u"ticketCategories"_s, u"Lounge"_s);
        QVERIFY(w.category(u"ticketCategories"_s, u"Lounge"_s)->checkState() == Qt::Unchecked);
        auto *note = w.part<QLabel>(u"ticketCategoriesNote"_s);
        QVERIFY(note->isVisible());
        QVERIFY(note->text().startsWith("Set by TICKET_CATEGORIES"_L1));
        w.tick(u"closedCategories"_s, u"Lounge"_s); // others stay changeable
        QVERIFY(w.told(u"A ticket that is moved to “Lounge” counts as closed."_s));
        QCOMPARE(w.messages.size(), 1);
        QVERIFY(w.stored().ticketCategories.isEmpty());
    }

    void onlyBotsAreTicketBots()
    {
        SettingsWorld w;
        QVERIFY(w.start());
        QTest::keyClick(w.part<QPushButton>(u"botsAdd"_s), Qt::Key_Space);
        auto *field = w.part<QLineEdit>(u"botPickerField"_s);
        auto *found = w.part<QListView>(u"botPickerList"_s);
        auto *add = w.part<QPushButton>(u"botPickAdd"_s);
        field->setFocus();
        QTest::keyClicks(field, u"ana"_s);
        QTRY_COMPARE_WITH_TIMEOUT(found->model()->rowCount(), 1, BotFixture::WaitMs);
        QVERIFY(!add->isEnabled());
        QVERIFY(!w.part<QLabel>(u"botPickProblem"_s)->text().isEmpty());
        field->selectAll();
        QTest::keyClicks(field, u"Tickets"_s);
        QTRY_VERIFY_WITH_TIMEOUT(add->isEnabled(), BotFixture::WaitMs);
        QTest::keyClick(add, Qt::Key_Space);
        auto *bots = w.part<QListWidget>(u"botsList"_s);
        QCOMPARE(bots->count(), 1);
        QVERIFY(w.told(u"Tickets counts as a bot that opens tickets."_s));
        QCOMPARE(w.stored().ticketBots, QVector<UserId>{UserId(w.fixture.ticketBot)});
        bots->setCurrentRow(0);
        QTest::keyClick(w.part<QPushButton>(u"botsRemove"_s), Qt::Key_Space);
        QVERIFY(w.told(u"Tickets no longer counts"_s));
        QVERIFY(w.stored().ticketBots.isEmpty());
    }

    void theWindowsOwnSettingsApplyAtOnceAndCanBeTakenBack() // 3.10: live, with undo
    {
        SettingsWorld w;
        QVERIFY(w.start(m_theme));
        auto *theme = w.part<QComboBox>(u"themeBox"_s);
        theme->setFocus();
        QVERIFY(!m_theme->isDark());
        QTest::keyClick(theme, Qt::Key_End); // Dark
        QVERIFY(m_theme->isDark());
        QCOMPARE(w.settings->value(u"appearance/theme"_s).toString(), u"dark"_s);
        QVERIFY(!w.unsaved());
        QVERIFY(w.messages.contains(u"Theme: Dark."_s));
        w.undo();
        QVERIFY(!m_theme->isDark());
        QCOMPARE(theme->currentIndex(), 0);
        QTest::keyClick(w.part<QCheckBox>(u"motionBox"_s), Qt::Key_Space);
        QCOMPARE(Theme::animationMs(), 0);
        w.undo();
        QVERIFY(!w.part<QCheckBox>(u"motionBox"_s)->isChecked());
    }

    void privacyIsASectionOfItsOwn() // 3.10
    {
        SettingsWorld w;
        QVERIFY(w.start());
        auto *box = w.part<QCheckBox>(u"staffChartBox"_s);
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(w.ranking.hidden());
        QVERIFY(w.told(u"Trends shows no staff chart"_s));
        w.undo();
        QVERIFY(!w.ranking.hidden());
        QVERIFY(!box->isChecked());
        w.ranking.setHidden(true); // by the switch on Staff
        QVERIFY(box->isChecked());

        auto *search = w.part<QLineEdit>(u"settingsSearch"_s);
        auto *erasing = w.part<QPushButton>(u"privacyButton"_s);
        search->setText(u"staff chart"_s);
        QVERIFY(box->isVisible());
        QVERIFY(!erasing->isVisible());
        search->setText(u"erasing"_s);
        QVERIFY(!box->isVisible());
        QVERIFY(erasing->isVisible());
        QSignalSpy links(w.page, &Page::linkActivated);
        QTest::keyClick(erasing, Qt::Key_Space);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].value<PageLink>().page, u"data"_s);
        QCOMPARE(links[0][0].value<PageLink>().section, u"privacy"_s);
    }

    void whatTheSetupChoseForClosingIsShown() // J1, step 4
    {
        SettingsWorld w;
        QVERIFY(w.start());
        const auto *box = w.part<QComboBox>(u"closingBox"_s);
        QCOMPARE(box->currentText(), u"Ask"_s);
        w.page->hide();
        w.settings->setValue(u"window/closing"_s, u"quit"_s);
        w.page->show();
        QCOMPARE(box->currentText(), u"Quit and stop the bot"_s);
    }

    void howDatesAreWrittenIsKeptAndShownAgain_data()
    {
        QTest::addColumn<QString>("box");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value"); // of the last choice
        QTest::addColumn<QString>("said");
        QTest::newRow("dates") << u"datesBox"_s << u"appearance/dates"_s << u"MM/dd/yyyy"_s
                               << u"Date format: 11/22/2026."_s;
        QTest::newRow("times") << u"timesBox"_s << u"appearance/times"_s << u"h:mm AP"_s
                               << u"Time format: 2:04 PM."_s;
        QTest::newRow("weeks") << u"weekBox"_s << u"appearance/weekStart"_s << u"sunday"_s
                               << u"First day of the week: Sunday."_s;
    }
    void howDatesAreWrittenIsKeptAndShownAgain() // 3.10
    {
        QFETCH(QString, box);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, said);
        SettingsWorld w;
        QVERIFY(w.start());
        auto *choice = w.part<QComboBox>(box);
        QVERIFY(choice->currentText().startsWith("As the language ("_L1));
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_End);
        QCOMPARE(w.settings->value(key).toString(), value);
        QVERIFY2(w.messages.contains(said), qPrintable(w.messages.join(u' ')));
        QCOMPARE(w.carriedOut, QStringList{key}); // by whoever shows dates
        QVERIFY(!w.unsaved());
        w.settings->sync();
        QCOMPARE(UiSettings(w.fixture.dir.path()).value(key).toString(), value);
        QVERIFY(w.open()); // as after a restart
        choice = w.part<QComboBox>(box);
        QCOMPARE(choice->currentData().toString(), value);
        QVERIFY(w.undo);
        w.undo();
        QVERIFY(w.settings->value(key).toString().isEmpty());
        QCOMPARE(w.carriedOut.last(), key);
        QVERIFY(w.open());
        QCOMPARE(w.part<QComboBox>(box)->currentIndex(), 0);
    }

    void theSearchLeavesWhatFits()
    {
        SettingsWorld w;
        QVERIFY(w.start());
        auto *search = w.part<QLineEdit>(u"settingsSearch"_s);
        search->setFocus();
        QTest::keyClicks(search, u"time zone"_s);
        QVERIFY(w.part<QWidget>(u"zoneBox"_s)->isVisible());
        QVERIFY(!w.part<QWidget>(u"languageBox"_s)->isVisible());
        QVERIFY(!w.part<QWidget>(u"targetsSection"_s)->isVisible());
        search->clear();
        QTest::keyClicks(search, u"qqq"_s);
        QPushButton *clear = nullptr; // every letter made a new sentence with a new button
        QTRY_VERIFY([&] {
            for (QPushButton *button : w.window->findChildren<QPushButton *>(u"settingsClearSearch"_s))
                clear = button->isVisible() ? button : clear;
            return clear;
        }());
        QTest::keyClick(clear, Qt::Key_Space);
        QVERIFY(w.part<QWidget>(u"targetsSection"_s)->isVisible());
        QVERIFY(w.part<QWidget>(u"languageBox"_s)->isVisible());
    }

    void everyFieldHasANameAndCanBeReached() // checklist 15, 17
    {
        SettingsWorld w;
        QVERIFY(w.start());
        QSet<QString> reached;
        w.part<QLineEdit>(u"settingsSearch"_s)->setFocus();
        for (int i = 0; i < 60; ++i) {
            QWidget *focus = w.window->focusWidget();
            QVERIFY(focus);
            reached.insert(focus->objectName());
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        for (const QString &name :
             {u"settingsSearch"_s,   u"zoneBox"_s,       u"languageBox"_s, u"publicBox"_s,
              u"closingBox"_s,       u"datesBox"_s,      u"timesBox"_s,    u"weekBox"_s,
              u"themeBox"_s,         u"motionBox"_s,     u"tokenButton"_s, u"ticketCategories"_s,
              u"closedCategories"_s, u"archiveBox"_s,    u"botsAdd"_s,     u"tryButton"_s,
              u"responseBox"_s,      u"resolutionBox"_s, u"heavyBox"_s,    u"folderButton"_s,
              u"logBox"_s,           u"resetButton"_s}) {
            QVERIFY2(reached.contains(name), qPrintable(name));
            auto *widget = w.part<QWidget>(name);
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(accessible);
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(name));
        }
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
        SettingsWorld w;
        QVERIFY(w.start());
        w.tick(u"ticketCategories"_s, u"Appeals"_s);
        w.part<QComboBox>(u"zoneBox"_s)->lineEdit()->setText(u"Europe/Atlantis"_s);
        w.page->saveUnsaved([](bool) {});
        w.window->resize(size);
        w.page->setWidthClass(size.width() < 700       ? WidthClass::Compact
                                  : size.width() < 900 ? WidthClass::Medium
                                                       : WidthClass::Wide);
        QTest::qWait(20); // the picture is for people
        QVERIFY(w.window->grab().save(u"screenshots/settings-%1x%2-%3.png"_s.arg(size.width())
                                          .arg(size.height())
                                          .arg(dark ? u"dark"_s : u"light"_s)));
        m_theme->setChoice(Theme::Choice::System);
    }

private:
    SourceEnglish m_english;
    Theme *m_theme = nullptr;
};

QTEST_MAIN(tst_SettingsPage)
#include "tst_settingspage.moc"
