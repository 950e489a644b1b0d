// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/botfixture.h"

#include "ui/pages/settingspage.h"
#include "ui/sourceenglish.h"
#include "ui/theme.h"
#include "ui/uisettings.h"
#include "ui/widgets/card.h"
#include "ui/widgets/headerbar.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
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
        page = new SettingsPage(
            *live, settingsActions(*fixture.host, window.get(), {{}, u"tester"_s, true}),
            {settings.get(), theme, fixture.dir.path(), false, {}, [this](const QString &key) {
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
    SettingsPage *page = nullptr;
    QStringList messages;
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

    void aServersSettingsAreStagedSavedAndTakenBack() // 3.10, J4
    {
        SettingsWorld w;
        QVERIFY(w.start());
        QVERIFY(!w.unsaved());
        auto *response = w.part<QSpinBox>(u"responseBox"_s);
        QCOMPARE(response->value(), 10);
        response->setFocus();
        response->selectAll();
        QTest::keyClicks(response, u"5"_s);
        QVERIFY(w.unsaved());
        QCOMPARE(w.page->badge().spoken, u"unsaved changes"_s);
        QCOMPARE(w.stored().firstResponseTargetMs, int(10 * MinuteMs)); // not before Save
        QVERIFY(w.save());
        QCOMPARE(w.stored().firstResponseTargetMs, int(5 * MinuteMs));
        QTRY_COMPARE_WITH_TIMEOUT(w.live->config().firstResponseTargetMs, int(5 * MinuteMs),
                                  BotFixture::WaitMs);
        QVERIFY(!w.unsaved());
        QVERIFY(w.undo);
        w.undo();
        QTRY_COMPARE_WITH_TIMEOUT(w.stored().firstResponseTargetMs, int(10 * MinuteMs), BotFixture::WaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(response->value(), 10, BotFixture::WaitMs);
    }

    void aTickedCategoryIsWatchedAtOnce() // detection
    {
        SettingsWorld w;
        QVERIFY(w.start());
        const quint64 channel = w.fixture.openTicket(u"appeal-1"_s, w.fixture.kira);
        w.tick(u"ticketCategories"_s, u"Appeals"_s);
        w.tick(u"closedCategories"_s, u"Closed tickets"_s);
        QVERIFY(w.save());
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
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), u"Europe/Atlantis"_s);
        QTest::keyClick(w.part<QPushButton>(u"unsavedSave"_s), Qt::Key_Space);
        auto *error = w.part<QLabel>(u"unsavedError"_s);
        QVERIFY(error->isVisible());
        QVERIFY2(error->text().startsWith("Time zone:"_L1), qPrintable(error->text()));
        QCOMPARE(w.stored().timeZone, QByteArray("UTC"));
        QCOMPARE(zone->currentText(), u"Europe/Atlantis"_s); // what was typed is still there
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), u"Europe/London"_s);
        QVERIFY(!error->isVisible());
        w.messages.clear();
        QTest::keyClick(w.part<QPushButton>(u"unsavedSave"_s), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(w.messages.contains(u"Saved."_s), BotFixture::WaitMs);
        QCOMPARE(w.stored().timeZone, QByteArray("Europe/London"));
    }

    void aValueThatSomebodyElseSavedIsNotOverwrittenSilently() // J4
    {
        SettingsWorld w;
        QVERIFY(w.start());
        auto *heavy = w.part<QSpinBox>(u"heavyBox"_s);
        heavy->setFocus();
        QTest::keyClick(heavy, Qt::Key_Up);
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
        QVERIFY(w.save());
        QCOMPARE(w.stored().heavyLoad, 7);
        QVERIFY(w.stored().publicByDefault);
    }

    void whatTheEnvironmentFixesIsReadOnlyAndNamesTheVariable() // INTERFACE
    {
        SettingsWorld w(true);
        QVERIFY(w.start());
        QTRY_VERIFY_WITH_TIMEOUT(w.category(u"ticketCategories"_s, u"Appeals"_s)->checkState() == Qt::Checked,
                                 BotFixture::WaitMs);
        w.tick(u"ticketCategories"_s, u"Lounge"_s);
        QVERIFY(!w.unsaved());
        QVERIFY(w.category(u"ticketCategories"_s, u"Lounge"_s)->checkState() == Qt::Unchecked);
        auto *note = w.part<QLabel>(u"ticketCategoriesNote"_s);
        QVERIFY(note->isVisible());
        QVERIFY(note->text().startsWith("Set by TICKET_CATEGORIES"_L1));
        w.tick(u"closedCategories"_s, u"Lounge"_s); // others stay changeable
        QVERIFY(w.unsaved());
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
        QVERIFY(w.save());
        QCOMPARE(w.stored().ticketBots, QVector<UserId>{UserId(w.fixture.ticketBot)});
        bots->setCurrentRow(0);
        QTest::keyClick(w.part<QPushButton>(u"botsRemove"_s), Qt::Key_Space);
        QVERIFY(w.save());
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
