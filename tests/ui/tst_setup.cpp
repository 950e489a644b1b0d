// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "bot/base/logging.h"
#include "bot/base/translations.h"
#include "bot/bothost.h"
#include "bot/store/historyrows.h"
#include "tests/ui/accessiblenames.h"
#include "tests/ui/cuttexts.h"
#include "tests/ui/mnemonics.h"
#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/mainwindow.h"
#include "ui/pages/data/dataimport.h"
#include "ui/setup/contentline.h"
#include "ui/setup/firstrun.h"
#include "ui/setup/rolechoice.h"
#include "ui/setup/setupchecklist.h"
#include "ui/setup/setuppage.h"
#include "ui/setup/ticketsstep.h"
#include "ui/setup/tokendialog.h"
#include "ui/sourceenglish.h"
#include "ui/uilanguage.h"
#include "ui/uisettings.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int WaitMs = 30'000; // generous: only a failure takes that long

// A fresh data folder, the window on it, and Discord as the person would find it: one server with tickets in
// it. The password store is a function that the test decides about.
class SetupWorld
{
public:
    StandInDiscord discord;
    QTemporaryDir dir;
    quint64 guild = 0, support = 0, appeals = 0, lounge = 0, closed = 0, ticketBot = 0, kira = 0, byBot = 0;
    VaultAnswer::Outcome storeSays = VaultAnswer::Outcome::Ok;
    bool storeHangs = false;
    QByteArray stored; // what the store holds
    std::unique_ptr<BotHost> host;
    std::unique_ptr<MainWindow> window;

    explicit SetupWorld(bool withServer = true)
    {
        if (!discord.listen())
            qFatal("the stand-in cannot listen on loopback");
        if (withServer)
            addServer();
    }
    ~SetupWorld() { quit(); }

    void addServer(const QString &name = u"Northwind"_s)
    {
        DemoWorld &w = discord.world();
        guild = w.addGuild(name, w.addUser(u"dana"_s));
        support = w.addRole(guild, u"Support"_s);
        ticketBot = w.addUser(u"Tickets"_s, true);
        kira = w.addUser(u"kira"_s);
        w.addMember(guild, ticketBot);
        w.addMember(guild, kira);
        appeals = w.addCategory(guild, u"Appeals"_s);
        lounge = w.addCategory(guild, u"Lounge"_s);
        closed = w.addCategory(guild, u"Closed"_s);
        byBot = openTicket(u"appeal-0001"_s, ticketBot);
        openTicket(u"rules"_s, kira);
    }
    quint64 openTicket(const QString &name, quint64 by)
    {
        const quint64 channel = discord.world().addChannel(guild, appeals, name, {by, kira, u"Ticket"_s, 0});
        discord.world().addMessage(channel, by);
        return channel;
    }
    QString token() const { return discord.token(); }

    void start(const QString &page = {})
    {
        host = std::make_unique<BotHost>();
        BotHost::Options options;
        options.dataDir = dir.path();
        options.apiBase = discord.apiBase();
        if (const Status ready = host->open(options); !ready)
            qFatal("%s", qPrintable(ready.error().text));
        UiOptions ui;
        ui.dataDir = dir.path();
        ui.page = page;
        ui.actor = {{}, u"tester"_s, true};
        ui.autostart = Autostart({u"/opt/ticket-assistant"_s, {}}, dir.filePath(u"autostart"_s));
        ui.token.test = [this](const QByteArray &token, QObject *context, auto done, auto waiting) {
            host->testToken(token, context, done, waiting);
        };
        ui.token.store = [this](const QByteArray &token, QObject *context, const TokenHands::Answered &done) {
            if (storeHangs)
                return;
            QTimer::singleShot(0, context, [this, token, done] {
                if (storeSays == VaultAnswer::Outcome::Ok)
                    stored = token;
                done({storeSays, {}, {}});
            });
        };
        ui.token.remove = [this](QObject *context, const TokenHands::Answered &done) {
            QTimer::singleShot(0, context, [this, done] {
                if (storeSays == VaultAnswer::Outcome::Ok)
                    stored.clear();
                done({storeSays, {}, u"The password store is locked."_s});
            });
        };
        ui.token.use = [this](const QByteArray &token, TokenSource) {
            inUse = token;
            host->disconnectFromDiscord();
            host->connectToDiscord(token);
        };
        ui.token.readAgain = [this] {
            host->disconnectFromDiscord();
            host->connectToDiscord(inUse);
        };
        ui.token.stop = [this] {
            inUse.clear();
            host->disconnectFromDiscord();
        };
        ui.token.acceptDifferentBot = [this] { host->acceptDifferentBot(); };
        window = std::make_unique<MainWindow>(*host, ui);
        window->firstRun().session().setUrlOpener([this](const QUrl &url) { opened.append(url); });
        window->resize(1280, 800);
        window->show();
    }
    // As the program does with a token it finds at start.
    void connectSaved()
    {
        inUse = stored;
        window->firstRun().tokenInUse(TokenSource::Vault);
        host->connectToDiscord(stored);
    }
    void quit()
    {
        if (window)
            window->saveView();
        window.reset();
        host.reset();
    }

    template <class T>
    T *find(const QString &name) const
    {
        T *found = window->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void press(const QString &button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    QString notice() const { return find<QLabel>(u"tokenNoticeText"_s)->text(); }
    SetupStepId step() const { return qobject_cast<SetupPage *>(window->page(u"setup"_s))->step(); }
    bool canContinue() const { return find<QPushButton>(u"continueButton"_s)->isEnabled(); }
    void enterToken(const QString &text) const
    {
        auto *field = find<QLineEdit>(u"tokenField"_s);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    StoredConfig config() const
    {
        std::optional<StoredConfig> found;
        host->storage().readAfterFlush(
            host.get(), [g = GuildId(guild)](const Reader &reader) { return reader.config(g); },
            [&found](const StoredConfig &config) { found = config; });
        if (!QTest::qWaitFor([&found] { return found.has_value(); }, WaitMs))
            qFatal("the store does not answer");
        return *found;
    }
    bool folderHolds(const QByteArray &secret) const
    {
        QDirIterator all(dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
                return true;
        }
        return false;
    }

    QByteArray inUse;
    QVector<QUrl> opened;
};

} // namespace

// The first run as a person goes through it, against the stand-in (UX J1 and 6, points 1-9, 51, 52).
class TestSetup : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void nothingConfiguredBeginsWithTheWelcomePage();
    void theLanguageIsChosenOnTheWelcomePage();
    void aWrongTextIsNamedAndNotSent();
    void aPauseThatDiscordAsksForIsCountedDown();
    void aRefusedTokenKeepsThePersonAtTheField();
    void withoutDiscordNothingIsSavedAndTheTextStays();
    void aStoreInTroubleOffersToKeepTheTokenUntilQuit_data();
    void aStoreInTroubleOffersToKeepTheTokenUntilQuit();
    void aStoreThatHangsIsSaidAndCanBeLeft();
    void theWholeWayEndsInARunningBot();
    void everyStepCanBeReadAndReached_data();
    void everyStepCanBeReadAndReached();
    void theAssistantGoesOnWhereItWasLeft();
    void anImportOnTheWayStays();
    void aServerThatIsInvitedAppearsAndIsTaken();
    void theFirstStepsAreSeenBeforeTheFirstTicket();
    void theServerSetUpIsTheOneShown();
    void messageContentTurnsOnByItself();
    void accessIsTestedAndMendedLive();
    void theTokenIsReplacedAndRemoved();
    void anotherBotsTokenIsAskedAbout();
    void aLostTokenIsSaidInTheBanner_data();
    void aLostTokenIsSaidInTheBanner();

private:
    SourceEnglish m_english;
};

void TestSetup::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::installTranslator(&m_english);
}

void TestSetup::nothingConfiguredBeginsWithTheWelcomePage()
{
    SetupWorld w;
    w.start();
    QCOMPARE(w.window->currentPage(), u"welcome"_s);
    QTRY_COMPARE(QApplication::focusWidget(), w.find<QPushButton>(u"connectButton"_s));
    QVERIFY(!w.find<QWidget>(u"navigationPanel"_s)->isVisible());
    QSignalSpy demo(w.window.get(), &MainWindow::demoRequested);
    w.press(u"demoButton"_s);
    QCOMPARE(demo.size(), 1);
    QTRY_VERIFY(w.window->live().loaded());
    QCOMPARE(w.window->currentPage(), u"welcome"_s);
    w.press(u"connectButton"_s);
    QCOMPARE(w.window->currentPage(), u"setup"_s);
    auto *field = w.find<QLineEdit>(u"tokenField"_s);
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
}

// UX J1: in the corner, each language by its own name
void TestSetup::theLanguageIsChosenOnTheWelcomePage()
{
    UiLanguage language;
    SetupWorld w;
    w.start();
    auto *box = w.find<QComboBox>(u"welcomeLanguage"_s);
    QVERIFY(box->isVisible());
    QVERIFY(!box->accessibleName().isEmpty());
    const int german = box->findText(u"Deutsch"_s);
    QVERIFY(german >= 0);
    QVERIFY(box->findText(u"English"_s) >= 0);
    box->setCurrentIndex(german);
    emit box->activated(german);
    QTRY_COMPARE(language.choice(), u"de"_s);
    QTRY_VERIFY(w.find<QComboBox>(u"welcomeLanguage"_s)->currentText() == "Deutsch"_L1);
    QTRY_COMPARE(w.window->focusWidget(), w.find<QComboBox>(u"welcomeLanguage"_s)); // for the next language
    QCOMPARE(w.window->settings().value(u"appearance/language"_s).toString(), u"de"_s);
    language.setChoice(u"en"_s);
}

// UX J1, 429: "Discord asked us to wait 12 s", automatic
void TestSetup::aPauseThatDiscordAsksForIsCountedDown()
{
    SetupWorld w;
    w.start(u"setup"_s);
    w.discord.answerNext(
        u"GET /applications/@me"_s, 429, {{"Retry-After", "4"}, {"X-RateLimit-Scope", "user"}},
        R"({"message": "You are being rate limited.", "retry_after": 4.0, "global": false})");
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("asked us to wait"_L1), WaitMs);
    const QString first = w.notice();
    QVERIFY2(first.contains(" s."_L1), qPrintable(first));
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("asked us to wait"_L1) && w.notice() != first, WaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("Token works"_L1), WaitMs); // nobody pressed anything
    QCOMPARE(w.stored, w.token().toLatin1());
}

void TestSetup::aWrongTextIsNamedAndNotSent()
{
    SetupWorld w;
    w.start(u"setup"_s);
    w.enterToken(u"123456789012345678"_s);
    QVERIFY2(w.notice().contains("application ID"_L1), qPrintable(w.notice()));
    QVERIFY(!w.notice().contains("1234567"_L1));
    QCOMPARE(w.find<QLineEdit>(u"tokenField"_s)->accessibleDescription(), w.notice());
    QTest::qWait(50);
    QVERIFY(w.discord.requests().isEmpty());
}

void TestSetup::aRefusedTokenKeepsThePersonAtTheField()
{
    SetupWorld w;
    w.start(u"setup"_s);
    w.enterToken(u"MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.canary-0123456789-abcdefghij-KLMNOP"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("did not accept"_L1), WaitMs);
    QCOMPARE(w.step(), SetupStepId::Token);
    QTRY_COMPARE(QApplication::focusWidget(), w.find<QLineEdit>(u"tokenField"_s));
    QVERIFY(w.stored.isEmpty());
    // The right one straight afterwards.
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("Token works"_L1), WaitMs);
    QCOMPARE(w.stored, w.token().toLatin1());
    QCOMPARE(w.find<QLineEdit>(u"tokenField"_s)->text(), QString());
}

void TestSetup::withoutDiscordNothingIsSavedAndTheTextStays()
{
    SetupWorld w;
    w.start(u"setup"_s);
    w.discord.hangNext(u"GET /applications/@me"_s, 10);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("not answered yet"_L1), WaitMs);
    w.press(u"tokenNoticeButton1"_s); // Stop waiting
    QVERIFY(w.stored.isEmpty());
    QCOMPARE(w.find<QLineEdit>(u"tokenField"_s)->text(), w.token());
    QTRY_VERIFY(w.canContinue());
    w.discord.clearKnobs();
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("Token works"_L1), WaitMs);
}

void TestSetup::aStoreInTroubleOffersToKeepTheTokenUntilQuit_data()
{
    using Outcome = VaultAnswer::Outcome;
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("keepButton"); // 1 or 2
    QTest::newRow("no store") << int(Outcome::NoStore) << u"No password store is running"_s << 1;
    QTest::newRow("locked") << int(Outcome::Locked) << u"Unlock your password store"_s << 2;
}

// UX 6 points 4, 5; TM-01
void TestSetup::aStoreInTroubleOffersToKeepTheTokenUntilQuit()
{
    QFETCH(int, outcome);
    QFETCH(QString, says);
    QFETCH(int, keepButton);
    SetupWorld w;
    w.storeSays = VaultAnswer::Outcome(outcome);
    w.start(u"setup"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains(says), WaitMs);
    QVERIFY(w.inUse.isEmpty()); // nothing happens without the person's word
    // Try again, still in trouble.
    w.press(u"tokenNoticeButton%1"_s.arg(3 - keepButton));
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains(says), WaitMs);
    auto *keep = w.find<QPushButton>(u"tokenNoticeButton%1"_s.arg(keepButton));
    QCOMPARE(keep->text().remove(u'&'), u"Keep until I quit"_s);
    QTest::mouseClick(keep, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    QCOMPARE(w.window->firstRun().desk().source(), TokenSource::UntilQuit);
    QVERIFY(w.notice().contains("until you quit"_L1));
    QCOMPARE(w.find<QLabel>(u"storageLabel"_s)->text(),
             u"The token is kept until you quit; nothing was saved."_s);
    QTRY_VERIFY(w.canContinue());
    QCOMPARE(QApplication::focusWidget(), w.find<QPushButton>(u"continueButton"_s)); // not back in the field
    const QByteArray secret = w.token().toLatin1();
    QVERIFY(w.stored.isEmpty());
    w.quit();
    QVERIFY(!w.folderHolds(secret));
    QVERIFY(!redact(QString::fromLatin1(secret)).contains(QLatin1String(secret)));
}

void TestSetup::aStoreThatHangsIsSaidAndCanBeLeft()
{
    SetupWorld w;
    w.storeHangs = true;
    w.start(u"setup"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("has not answered yet"_L1), WaitMs);
    w.window->firstRun().desk().setWaitingForPerson();
    QVERIFY(w.notice().contains("locked"_L1));
    QCOMPARE(w.find<QPushButton>(u"tokenNoticeButton1"_s)->text().remove(u'&'), u"Keep until I quit"_s);
    w.press(u"tokenNoticeButton1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
}

void TestSetup::theWholeWayEndsInARunningBot()
{
    SetupWorld w;
    w.start();
    w.press(u"connectButton"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    QTRY_VERIFY(w.find<QWidget>(u"botRow"_s)->isVisible());
    QCOMPARE(w.step(), SetupStepId::Token); // what was found out is shown first
    w.find<QLineEdit>(u"tokenField"_s)->setFocus();
    QTest::keyClick(w.find<QLineEdit>(u"tokenField"_s), Qt::Key_Return);
    QCOMPARE(w.step(), SetupStepId::Server); // one step, not two
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs); // the only server is chosen
    w.press(u"openLinkButton"_s);
    QVERIFY(w.opened.last().toString().contains("permissions=117888"_L1));
    w.press(u"continueButton"_s);
    QCOMPARE(w.step(), SetupStepId::Tickets);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);

    // Real lists: the suggested category is ticked, the others are there to choose.
    auto *categories = w.find<QTreeWidget>(u"categoryTree"_s);
    QCOMPARE(categories->topLevelItemCount(), 3);
    QCOMPARE(categories->topLevelItem(0)->checkState(0), Qt::Checked);
    QVERIFY(categories->topLevelItem(0)->text(0).contains("suggested"_L1));
    QVERIFY(categories->topLevelItem(0)->text(2).contains("can read"_L1));
    QCOMPARE(categories->topLevelItem(1)->checkState(0), Qt::Unchecked);
    auto *bots = w.find<QComboBox>(u"botCombo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bots->findText(u"Tickets"_s) > 0, WaitMs);
    bots->setFocus();
    while (bots->currentText() != "Tickets"_L1 && bots->currentIndex() < bots->count() - 1)
        QTest::keyClick(bots, Qt::Key_Down);
    auto *closedTo = w.find<QComboBox>(u"closedCombo"_s);
    while (!closedTo->currentText().contains("Closed"_L1) && closedTo->currentIndex() < closedTo->count() - 1)
        QTest::keyClick(closedTo, Qt::Key_Down);
    auto *roles = w.find<RoleChoice>(u"roleTable"_s);
    int row = -1;
    for (int i = 0; i < roles->rowCount(); ++i) {
        if (roles->item(i, 0)->text().startsWith("@Support"_L1))
            row = i;
    }
    QVERIFY(row > 0);
    roles->setFocus();
    roles->setCurrentCell(row, RoleChoice::StaffColumn);
    QTest::keyClick(roles, Qt::Key_Space);
    roles->setCurrentCell(row, RoleChoice::StatsColumn);
    QTest::keyClick(roles, Qt::Key_Space);
    // As under Permissions: everyone cannot be staff (M-05), and a press says why.
    int everyone = -1;
    for (int i = 0; i < roles->rowCount(); ++i) {
        if (roles->item(i, 0)->text().startsWith("@everyone"_L1))
            everyone = i;
    }
    QVERIFY(everyone > 0);
    QSignalSpy refused(roles, &RoleChoice::refused);
    roles->setCurrentCell(everyone, RoleChoice::StaffColumn);
    QTest::keyClick(roles, Qt::Key_Space);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().toString().startsWith("Everyone cannot be staff"_L1));
    QVERIFY(roles->currentItem()->data(Qt::CheckStateRole).isNull());
    roles->setCurrentCell(everyone, RoleChoice::StatsColumn);
    QVERIFY(roles->currentItem()->flags() & Qt::ItemIsUserCheckable);

    // What is open now: one opened by the bot, one by a person, which is no ticket until somebody says so.
    auto *detect = w.find<QPushButton>(u"detectButton"_s);
    detect->setFocus();
    QTest::keyClick(detect, Qt::Key_Space);
    auto *detected = w.find<QListWidget>(u"detectedList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(detected->count(), 2, WaitMs);
    QCOMPARE(QApplication::focusWidget(), detect);
    QVERIFY(categories->visualItemRect(categories->topLevelItem(0)).height() >= 24); // UX 2.11: easy to hit
    QVERIFY(detected->visualItemRect(detected->item(0)).height() >= 24);
    QCOMPARE(detected->item(0)->checkState(), Qt::Checked);
    QCOMPARE(detected->item(1)->checkState(), Qt::Unchecked);
    detected->setFocus();
    detected->setCurrentRow(0);
    QTest::keyClick(detected, Qt::Key_Space); // not a ticket after all
    QTRY_VERIFY(w.canContinue());
    w.press(u"continueButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(w.step(), SetupStepId::Ready, WaitMs);
    auto *autostart = w.find<QCheckBox>(u"readyAutostart"_s);
    QVERIFY(!autostart->isChecked());
    QTest::keyClick(autostart, Qt::Key_Space);
    QVERIFY(autostart->isChecked());
    QCOMPARE(QDir(w.dir.filePath(u"autostart"_s)).entryList(QDir::Files).size(), 1);
    QVERIFY(w.find<QLabel>(u"summaryText"_s)->text().contains("Appeals"_L1));
    QVERIFY(w.find<QLabel>(u"summaryText"_s)->text().contains("@Support"_L1));
    QVERIFY(!w.config().configured);
    QTRY_VERIFY(w.canContinue());
    QVERIFY(w.find<QCheckBox>(u"keepRunningBox"_s)->isChecked());
    w.press(u"continueButton"_s); // Finish
    QTRY_COMPARE_WITH_TIMEOUT(w.window->currentPage(), u"overview"_s, WaitMs);
    QVERIFY(w.find<QWidget>(u"navigationPanel"_s)->isVisible());

    // What the last page showed is what is kept.
    QCOMPARE(w.window->settings().value(u"window/closing"_s).toString(), u"minimise"_s);
    const StoredConfig saved = w.config();
    QVERIFY(saved.configured);
    QCOMPARE(saved.ticketCategories, QVector{ChannelId(w.appeals)});
    QCOMPARE(saved.closedCategories, QVector{ChannelId(w.closed)});
    QCOMPARE(saved.supportRoles, QSet{RoleId(w.support)});
    QCOMPARE(saved.statsRoles, QSet{RoleId(w.support)});
    QVERIFY(saved.databaseRoles.isEmpty() && saved.accessRoles.isEmpty()); // none applied silently
    QCOMPARE(saved.ticketBots, QVector{UserId(w.ticketBot)});
    // What was unticked has never been one, not for the moment between two steps either.
    bool known = true;
    w.host->storage().readAfterFlush(
        w.host.get(),
        [g = GuildId(w.guild), c = ChannelId(w.byBot)](const Reader &reader) {
            return reader.ticket(g, c).has_value();
        },
        [&known](bool found) { known = found; });
    QTRY_VERIFY_WITH_TIMEOUT(!known, WaitMs);

    // Connected, readable, with staff; the first ticket is what is left to wait for.
    QTRY_VERIFY(w.find<SetupChecklist>(u"firstSteps"_s)->isVisible());
    QTRY_VERIFY(w.find<QLabel>(u"firstStep3"_s)->text().startsWith(u"✓ Done:"_s));
    QVERIFY(w.find<QLabel>(u"firstStep4"_s)->text().startsWith("To do:"_L1));

    // The next start goes straight to the overview, and no file knows the token.
    const QByteArray secret = w.token().toLatin1();
    w.quit();
    QVERIFY(!w.folderHolds(secret));
    w.start();
    QCOMPARE(w.window->currentPage(), u"overview"_s);
}

void TestSetup::everyStepCanBeReadAndReached_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : Translations::available())
        QTest::addRow("%s", qPrintable(language)) << language;
}

// UX 2.8: a letter on every button of the assistant, each once per step. Points 15 and 19: every control has a name, and no
// text is cut at any size.
void TestSetup::everyStepCanBeReadAndReached()
{
    QFETCH(QString, language);
    UiLanguage words;
    const auto english =
        qScopeGuard([] { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); });
    SetupWorld w;
    w.start();
    w.window->setLanguage(language);
    QStringList wrong;
    const auto look = [&](const QString &place) {
        for (const QString &letter : Mnemonics::takenTwice(w.window.get()))
            wrong.append(u"%1: %2"_s.arg(place, letter));
        const auto buttons = w.window->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons) {
            if (button->isVisible() && Mnemonics::letterOf(button->text()).isNull())
                wrong.append(u"%1: \"%2\" has no letter"_s.arg(place, button->text()));
        }
        for (const QSize size : {QSize(640, 400), QSize(900, 600), QSize(1280, 800)}) {
            w.window->resize(size);
            comeToRest(*w.window);
            const QString at = u"%1 at %2"_s.arg(place).arg(size.width());
            for (const QString &control : AccessibleNames::missing(w.window.get()))
                wrong.append(u"%1: %2"_s.arg(at, control));
            for (const CutText &text : cutTexts(w.window.get()))
                wrong.append(u"%1: %2 \"%3\" %4"_s.arg(at, text.widget, text.text, text.why));
            w.window->grab().save(
                u"screens/setup-%1-%2-%3.png"_s.arg(QString(place).replace(u' ', u'-'), language)
                    .arg(size.width()));
        }
    };
    QVERIFY(QDir().mkpath(u"screens"_s));
    look(u"welcome"_s);
    w.press(u"connectButton"_s);
    look(u"token"_s);
    w.storeSays = VaultAnswer::Outcome::NoStore;
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>(u"tokenNoticeButton1"_s)->isVisible(), WaitMs);
    look(u"no store"_s);
    w.press(u"tokenNoticeButton1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    QTRY_VERIFY(w.find<QWidget>(u"botRow"_s)->isVisible());
    look(u"token works"_s);
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    look(u"server"_s);
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    look(u"tickets"_s);
    w.press(u"continueButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(w.step(), SetupStepId::Ready, WaitMs);
    look(u"ready"_s);
    const auto *commands = w.find<QWidget>(u"readyStep"_s)->findChild<QLabel *>(u"commandsText"_s);
    QVERIFY(commands->text().contains(u"/\u2060maxpermsadd"_s)); // no line ends behind the slash
    // Point 44: what the bot said before the language changed is said anew.
    const auto said = [&w] { return w.window->live().bot().commandsText; };
    for (const auto &[code, text] :
         {std::pair(u"de"_s, u"14 Befehle registriert"_s), std::pair(u"en"_s, u"14 commands registered"_s)}) {
        w.window->setLanguage(code);
        QTRY_COMPARE_WITH_TIMEOUT(said(), text, WaitMs);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestSetup::theAssistantGoesOnWhereItWasLeft()
{
    SetupWorld w;
    w.start(u"setup"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    auto *categories = w.find<QTreeWidget>(u"categoryTree"_s);
    QCOMPARE(categories->topLevelItem(1)->text(0), u"Lounge"_s);
    categories->setFocus();
    categories->setCurrentItem(categories->topLevelItem(1));
    QTest::keyClick(categories, Qt::Key_Space);
    const QByteArray secret = w.token().toLatin1();
    w.quit();
    QVERIFY(!w.folderHolds(secret));

    w.start();
    QCOMPARE(w.window->currentPage(), u"setup"_s);
    QCOMPARE(w.step(), SetupStepId::Token); // until the token has been found
    w.connectSaved();
    QTRY_COMPARE_WITH_TIMEOUT(w.step(), SetupStepId::Tickets, WaitMs);
    categories = w.find<QTreeWidget>(u"categoryTree"_s);
    QTRY_COMPARE_WITH_TIMEOUT(categories->topLevelItemCount(), 3, WaitMs);
    QCOMPARE(categories->topLevelItem(0)->checkState(0), Qt::Checked);
    QCOMPARE(categories->topLevelItem(1)->checkState(0), Qt::Checked);
    // Finish later: nothing is configured, so the welcome page offers to go on.
    w.press(u"laterButton"_s);
    QCOMPARE(w.window->currentPage(), u"welcome"_s);
    QVERIFY(w.find<QPushButton>(u"connectButton"_s)->text().contains("Go on"_L1));
    w.press(u"connectButton"_s);
    QCOMPARE(w.step(), SetupStepId::Tickets);
}

// UX J1: the Python bot's settings come in by the step that asks for the same; what they say is not overwritten by it.
void TestSetup::anImportOnTheWayStays()
{
    SetupWorld w;
    w.start(u"setup"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    QCOMPARE(w.step(), SetupStepId::Tickets);
    w.press(u"importButton"_s);
    QCOMPARE(w.window->currentPage(), u"data"_s);

    QFile file(w.dir.filePath(u"permissions.py"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("SUPPORT_ROLES = ['Support']\nDATABASE_PERMS = ['Support']\nTICKET_CATEGORIES = ['Lounge']\n");
    file.close();
    auto *page = w.window->findChild<DataImport *>();
    QVERIFY(page);
    page->choose({file.fileName()});
    QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>(u"importNow"_s)->hasFocus(), WaitMs);
    w.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.find<QPushButton>(u"backToSetup"_s)->isVisible(), WaitMs);
    w.press(u"backToSetup"_s);
    QCOMPARE(w.window->currentPage(), u"setup"_s);
    QCOMPARE(w.step(), SetupStepId::Tickets);
    auto *roles = w.find<RoleChoice>(u"roleTable"_s);
    const auto ticked = [roles](int column) {
        for (int row = 0; row < roles->rowCount(); ++row) {
            if (roles->item(row, 0)->text().startsWith("@Support"_L1))
                return roles->item(row, column)->checkState() == Qt::Checked;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(ticked(RoleChoice::StaffColumn), WaitMs);
    QTRY_VERIFY(w.canContinue());
    w.press(u"continueButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(w.step(), SetupStepId::Ready, WaitMs);
    const StoredConfig saved = w.config();
    QCOMPARE(saved.supportRoles, QSet{RoleId(w.support)});
    QCOMPARE(saved.databaseRoles, QSet{RoleId(w.support)});
    QCOMPARE(saved.ticketCategories, (QVector{ChannelId(w.appeals), ChannelId(w.lounge)}));
}

// UX 6 point 52
void TestSetup::aServerThatIsInvitedAppearsAndIsTaken()
{
    SetupWorld w(false);
    w.start(u"setup"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    w.press(u"continueButton"_s);
    QCOMPARE(w.step(), SetupStepId::Server);
    QVERIFY(!w.canContinue());
    QVERIFY(!w.find<QLabel>(u"blockedText"_s)->text().isEmpty()); // and it says why
    // Only what is needed: without the optional ones.
    for (const auto &bit : {u"permission-128"_s, u"permission-32768"_s})
        QTest::keyClick(w.find<QWidget>(bit), Qt::Key_Space);
    QTRY_VERIFY(w.find<QPushButton>(u"copyLinkButton"_s)->isEnabled());
    w.press(u"copyLinkButton"_s);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith("&permissions=84992"_L1));
    QVERIFY(QGuiApplication::clipboard()->text().contains("scope=bot%20applications.commands"_L1));
    w.addServer();
    QTRY_COMPARE_WITH_TIMEOUT(w.step(), SetupStepId::Tickets, WaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
}

// UX J1, step 4: two servers, and no ticket yet in any of them
void TestSetup::theFirstStepsAreSeenBeforeTheFirstTicket()
{
    SetupWorld w(false);
    DemoWorld &world = w.discord.world();
    for (const QString &name : {u"Northwind"_s, u"Contoso"_s})
        world.addCategory(world.addGuild(name, world.addUser(u"dana"_s)), u"Tickets"_s);
    w.start(u"setup"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    QTRY_VERIFY(w.canContinue());
    w.press(u"continueButton"_s);
    auto *servers = w.find<QListWidget>(u"serverList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(servers->count(), 2, WaitMs);
    for (int i = 0; i < servers->count(); ++i)
        servers->item(i)->setCheckState(Qt::Checked);
    QTRY_VERIFY(w.canContinue());
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    w.find<QPushButton>(u"continueButton"_s)->setFocus();
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.find<QLabel>(u"serverTitle"_s)->text().contains("2 of 2"_L1), WaitMs);
    QCOMPARE(QApplication::focusWidget(), w.find<QTreeWidget>(u"categoryTree"_s));
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    w.press(u"continueButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(w.step(), SetupStepId::Ready, WaitMs);
    QTRY_VERIFY(w.canContinue());
    const QString hint = w.find<QLabel>(u"staffHint"_s)->text();
    QVERIFY2(hint.contains("Northwind"_L1) && hint.contains("Contoso"_L1), qPrintable(hint));
    w.press(u"continueButton"_s); // Finish
    QTRY_COMPARE_WITH_TIMEOUT(w.window->currentPage(), u"overview"_s, WaitMs);
    const auto checkDetection = [&w] { return w.window->findChild<QWidget *>(u"overviewCheckDetection"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(checkDetection() && checkDetection()->isVisible(), WaitMs);
    QTRY_VERIFY(w.find<SetupChecklist>(u"firstSteps"_s)->isVisible());
}

// UX J8: with a further server set up, the overview that opens is that server's.
void TestSetup::theServerSetUpIsTheOneShown()
{
    SetupWorld w(false);
    DemoWorld &world = w.discord.world();
    QHash<QString, GuildId> ids;
    for (const QString &name : {u"Northwind"_s, u"Contoso"_s}) {
        const quint64 guild = world.addGuild(name, world.addUser(u"dana"_s));
        world.addCategory(guild, u"Tickets"_s);
        ids.insert(name, GuildId(guild));
    }
    w.start(u"setup"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(w.window->live().servers().size(), 2, WaitMs);
    QTRY_VERIFY(w.canContinue());
    w.press(u"continueButton"_s);
    auto *servers = w.find<QListWidget>(u"serverList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(servers->count(), 2, WaitMs);
    const GuildId before = w.window->live().server();
    const QString other = before == ids.value(u"Northwind"_s) ? u"Contoso"_s : u"Northwind"_s;
    for (int i = 0; i < servers->count(); ++i)
        servers->item(i)->setCheckState(servers->item(i)->text().startsWith(other) ? Qt::Checked
                                                                                   : Qt::Unchecked);
    QTRY_VERIFY(w.canContinue());
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    w.press(u"continueButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(w.step(), SetupStepId::Ready, WaitMs);
    QCOMPARE(w.window->live().server(), before);
    QTRY_VERIFY(w.canContinue());
    w.press(u"continueButton"_s); // Finish
    QTRY_COMPARE_WITH_TIMEOUT(w.window->currentPage(), u"overview"_s, WaitMs);
    QCOMPARE(w.window->live().server(), ids.value(other));
}

// UX 6 points 7, 51
void TestSetup::messageContentTurnsOnByItself()
{
    SetupWorld w;
    w.start(u"setup"_s);
    w.enterToken(w.token());
    auto *line = w.window->findChild<ContentLine *>();
    QTRY_COMPARE_WITH_TIMEOUT(line->state(), ContentLine::State::Off, WaitMs);
    QVERIFY(w.find<QLabel>(u"contentHow"_s)->text().contains("Message Content Intent"_L1));
    QTRY_VERIFY(w.canContinue()); // never a gate
    w.press(u"openBotPageButton"_s);
    QVERIFY(w.opened.last().toString().startsWith("https://discord.com/developers/applications/"_L1));
    w.discord.setApplicationFlags(1ull << 19);
    QTRY_COMPARE_WITH_TIMEOUT(line->state(), ContentLine::State::On, WaitMs);
    // It is used from now on, too.
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected() && w.window->live().bot().messageContent, WaitMs);
    w.discord.setApplicationFlags(0);
    QTRY_COMPARE_WITH_TIMEOUT(line->state(), ContentLine::State::Off, WaitMs);
    auto *turnOn = w.find<QPushButton>(u"turnOnButton"_s);
    QTRY_VERIFY(turnOn->isVisible());
    turnOn->setFocus();
    QTest::keyClick(turnOn, Qt::Key_Space);
    QVERIFY(turnOn->hasFocus());
    QTRY_COMPARE_WITH_TIMEOUT(line->state(), ContentLine::State::On, WaitMs);
    // The button goes; the focus stays on the page (must-point 18).
    QVERIFY(QApplication::focusWidget());
    QVERIFY2(w.window->page(u"setup"_s)->isAncestorOf(QApplication::focusWidget()),
             qPrintable(QApplication::focusWidget()->objectName()));
}

// PROTOCOL P-04
void TestSetup::accessIsTestedAndMendedLive()
{
    SetupWorld w;
    constexpr quint64 ViewChannel = 1ull << 10;
    w.discord.world().denyBot(w.appeals, ViewChannel);
    w.start(u"setup"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    w.press(u"continueButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.canContinue(), WaitMs);
    w.press(u"continueButton"_s);
    auto *categories = w.find<QTreeWidget>(u"categoryTree"_s);
    QTRY_COMPARE_WITH_TIMEOUT(categories->topLevelItemCount(), 3, WaitMs);
    QVERIFY2(
        categories->topLevelItem(0)->text(2).contains("cannot see 2 channels: View Channel is missing"_L1),
        qPrintable(categories->topLevelItem(0)->text(2)));
    QVERIFY(w.find<QWidget>(u"accessRow"_s)->isVisible());
    w.press(u"copyStepsButton"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains("#appeal-0001"_L1));
    w.discord.world().denyBot(w.appeals, 0);
    QTRY_VERIFY_WITH_TIMEOUT(categories->topLevelItem(0)->text(2).contains("can read"_L1), WaitMs);
    QVERIFY(!w.find<QWidget>(u"accessRow"_s)->isVisible());
}

// UX 6 point 26
void TestSetup::theTokenIsReplacedAndRemoved()
{
    SetupWorld w;
    w.start(u"overview"_s);
    w.stored = w.token().toLatin1();
    w.connectSaved();
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    const QByteArray first = w.token().toLatin1();
    const QString fresh = u"MTMyODg3NjMwMzE1NTIwMDAwMQ.StndIn.another-0123456789-abcdefghij-KLMNOP"_s;
    w.discord.setToken(fresh); // the old one is revoked
    QTRY_VERIFY_WITH_TIMEOUT(w.find<QWidget>(u"banner"_s)->isVisible(), WaitMs);
    QTRY_COMPARE(w.find<QPushButton>(u"bannerButton1"_s)->text(), u"Enter new token"_s);
    w.press(u"bannerButton1"_s);
    auto *dialog = w.find<TokenDialog>(u"tokenDialog"_s);
    auto *field = dialog->findChild<QLineEdit *>(u"tokenField"_s);
    // What it says is not cut off, however long it is.
    const auto wholeTexts = [&dialog] {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::all_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return !label->isVisible() || label->height() >= label->heightForWidth(label->width());
        });
    };
    QTest::keyClicks(field, u"example-not-a-token"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(dialog->findChild<QLabel *>(u"tokenNoticeText"_s)->isVisible());
    QTRY_VERIFY(wholeTexts());
    field->clear();
    QTest::keyClicks(field, fresh);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    QCOMPARE(w.stored, fresh.toLatin1());
    QTRY_VERIFY(!w.find<QWidget>(u"banner"_s)->isVisible());

    // The next one can be typed as well, letter by letter, and what was said about the last one is not repeated.
    field->setFocus();
    for (const char letter : {'a', 'b', 'c'})
        QTest::keyClick(QApplication::focusWidget(), letter);
    QCOMPARE(field->text(), u"abc"_s);
    dialog->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    w.find<QAction>(u"tokenAction"_s)->trigger();
    dialog = w.find<TokenDialog>(u"tokenDialog"_s);
    QVERIFY(!dialog->findChild<QWidget *>(u"tokenNotice"_s)->isVisible());

    // A store that does not delete it: the bot goes on, and the person is told.
    w.storeSays = VaultAnswer::Outcome::Locked;
    const auto remove = [dialog] {
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"removeButton"_s), Qt::LeftButton);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"removalNoticeButton1"_s), Qt::LeftButton);
    };
    auto *result = dialog->findChild<QLabel *>(u"removalNoticeText"_s);
    remove();
    QTRY_VERIFY(result->text().contains("was not removed"_L1));
    QTRY_VERIFY(wholeTexts());
    QVERIFY(w.window->live().connected());
    w.storeSays = VaultAnswer::Outcome::Ok;
    remove();
    QTRY_VERIFY(result->text().contains("was removed"_L1));
    QVERIFY(w.stored.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!w.window->live().connected(), WaitMs);
    QVERIFY(!w.find<QWidget>(u"banner"_s)->isVisible()); // stopped on purpose is no incident

    // UX J7: both are in the history, never their value.
    QByteArray history;
    HistoryFilter filter;
    filter.kind = u"token"_s;
    w.host->storage().readAfterFlush(
        w.window.get(),
        [filter, guild = GuildId(w.guild)](const Reader &reader) {
            QJsonArray rows;
            for (const HistoryRow &row : readHistory(reader, guild, filter, 0, 10).rows)
                rows.append(QJsonArray{row.actor.name, row.before, row.after});
            return QJsonDocument(rows).toJson(QJsonDocument::Compact);
        },
        [&history](const QByteArray &rows) { history = rows; });
    QTRY_VERIFY(!history.isEmpty());
    const QJsonArray rows = QJsonDocument::fromJson(history).array();
    QCOMPARE(rows.size(), 2); // the newest first
    QCOMPARE(rows.at(0).toArray().at(0).toString(), u"tester"_s);
    QCOMPARE(rows.at(0).toArray().at(2).toObject().value(u"kept"_s).toString(), u"removed"_s);
    QCOMPARE(rows.at(1).toArray().at(2).toObject().value(u"kept"_s).toString(), u"store"_s);
    QVERIFY(!history.contains(fresh.toLatin1()) && !history.contains(w.token().toLatin1()));

    // Neither the old, the new nor the removed one is in any file (UX 6 point 4).
    w.quit();
    QVERIFY(!w.folderHolds(fresh.toLatin1()));
    QVERIFY(!w.folderHolds(first));
}

// PROTOCOL I-05
void TestSetup::anotherBotsTokenIsAskedAbout()
{
    SetupWorld w;
    w.start(u"setup"_s);
    // This folder knows another bot.
    w.window->firstRun().desk().setKnownBot(ApplicationId(4711), u"Veteran"_s);
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("Veteran"_L1), WaitMs);
    QVERIFY(w.stored.isEmpty()); // asked before anything is kept
    w.press(u"tokenNoticeButton2"_s); // another token
    QCOMPARE(w.find<QLineEdit>(u"tokenField"_s)->text(), QString());
    w.enterToken(w.token());
    QTRY_VERIFY_WITH_TIMEOUT(w.notice().contains("Veteran"_L1), WaitMs);
    w.press(u"tokenNoticeButton1"_s); // go on with it
    QTRY_VERIFY_WITH_TIMEOUT(w.window->live().connected(), WaitMs);
    QCOMPARE(w.stored, w.token().toLatin1());
}

void TestSetup::aLostTokenIsSaidInTheBanner_data()
{
    using Outcome = VaultAnswer::Outcome;
    QTest::addColumn<int>("outcome");
    QTest::addColumn<bool>("keptBefore");
    QTest::addColumn<QString>("says");
    QTest::newRow("never had one") << int(Outcome::NotFound) << false << QString();
    QTest::newRow("no store, never had one") << int(Outcome::NoStore) << false << QString();
    QTest::newRow("lost") << int(Outcome::NotFound) << true << u"no longer holds"_s;
    QTest::newRow("locked") << int(Outcome::Locked) << true << u"is locked"_s;
    QTest::newRow("no store") << int(Outcome::NoStore) << true << u"No password store is running"_s;
    QTest::newRow("slow") << int(Outcome::TimedOut) << true << u"did not answer"_s;
}

void TestSetup::aLostTokenIsSaidInTheBanner()
{
    QFETCH(int, outcome);
    QFETCH(bool, keptBefore);
    QFETCH(QString, says);
    SetupWorld w;
    if (keptBefore) {
        UiSettings settings(w.dir.path());
        settings.setValue(u"token/kept"_s, true);
        settings.sync();
    }
    w.start(u"overview"_s);
    QTRY_VERIFY(w.window->live().loaded());
    w.window->firstRun().tokenMissing({VaultAnswer::Outcome(outcome), {}, {}});
    auto *banner = w.find<QWidget>(u"banner"_s);
    QCOMPARE(banner->isVisible(), !says.isEmpty());
    if (says.isEmpty())
        return;
    const QString text = w.find<QLabel>(u"bannerText"_s)->text();
    QVERIFY2(text.contains(says), qPrintable(text));
    QCOMPARE(w.find<QPushButton>(u"bannerButton1"_s)->text(), u"Try again"_s);
    QCOMPARE(w.find<QPushButton>(u"bannerButton2"_s)->text(), u"Enter new token"_s);
    // The store answers late after all.
    w.stored = w.token().toLatin1();
    w.connectSaved();
    QTRY_VERIFY(!banner->isVisible());
}

QTEST_MAIN(TestSetup)
#include "tst_setup.moc"
