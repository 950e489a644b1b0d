// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pseudolocale.h"
#include "tests/ui/uiworld.h"
#include "tests/ui/windowworld.h"

#include "bot/notices/noticesettings.h"
#include "bot/store/noticestore.h"
#include "ui/livedata.h"
#include "ui/mainwindow.h"
#include "ui/messagebox.h"
#include "ui/pages/data/dataimport.h"
#include "ui/pages/firststeps.h"
#include "ui/sourceenglish.h"
#include "ui/theme.h"
#include "ui/widgets/statepane.h"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

// The import page (UX J1): nothing is written before Import is pressed, names become roles by the table, and the import can
// be undone.
class tst_DataImport : public QObject
{
    Q_OBJECT
private slots:
    void namesAreMatchedWithRoles_data();
    void namesAreMatchedWithRoles();
    void fromFilesToNumbersAndBack();
    void matchedRolesArriveWithTheImport();
    void whereItPostedIsConfirmedByAPerson();
    void twoRolesOfOneNameAreToldApart();
    void whatIsLeftUnmatchedIsSaid();
    void theServerIsAskedOnlyWhereNoneIsNamed();
    void theWayBackToTheSetupIsOffered();
    void datesOfAnotherYearNameIt();
    void aTokenIsOfferedToThePasswordStore();
    void whatCannotBeImportedSaysWhy();
    void thePreviewIsOfTheServerThatIsTyped();
    void aServerHasToBeChosenWhereNoneIsNamed();
    void withTheOnlyImportUndoneThereIsNoServer();
    void looksRight_data();
    void looksRight();
};

namespace {

QString importFixture(const QString &name)
{
    return QStringLiteral(TA_TEST_DATA "/python-bot/") + name;
}

// A world, and the page in a window, as the assistant would show it.
class ImportBench
{
public:
    explicit ImportBench(bool connected = true)
        : world(false), live(world.storage(), world.clock()), page(new DataImport(live, actions()))
    {
        if (connected) {
            BotState state = world.connectedState();
            state.servers[0].roles = {role(11, u"Owner"_s), role(12, u"Support"_s), role(13, u"Sr. Mod"_s),
                                      role(14, u"sr. mod"_s), role(15, u"support"_s)};
            Discord::Channel appeals;
            appeals.id = UiWorld::Appeals;
            appeals.name = u"Appeals"_s;
            appeals.type = Discord::ChannelType::Category;
            state.servers[0].channels = {appeals};
            connectedTo = state;
            live.setBotState(state);
        }
        QObject::connect(&world.storage(), &Storage::committed, &live, &LiveData::noteCommitted);
        QObject::connect(page, &Page::message, page, [this](const QString &text) { said.append(text); });
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(page);
        window.resize(1000, 800);
    }
    static Discord::Role role(quint64 id, const QString &name)
    {
        Discord::Role role;
        role.id = RoleId(id);
        role.name = name;
        return role;
    }
    DataActions actions()
    {
        DataActions actions;
        actions.actor = {{}, u"desk"_s, true};
        actions.historyChanged = [this](GuildId guild, bool refold) {
            reloaded.append(guild);
            refolded = refold;
        };
        actions.storeToken = [this](const QByteArray &given) { token = given; };
        actions.setupOpen = [this] { return setupOpen; };
        return actions;
    }
    void show()
    {
        QTRY_VERIFY(live.loaded());
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    template <class Widget>
    Widget *find(const QString &name) const
    {
        return page->findChild<Widget *>(name);
    }
    void press(const QString &name) const
    {
        auto *button = find<QPushButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    QString text(const QString &name) const { return find<QLabel>(name)->text(); }
    qint64 tickets()
    {
        qint64 count = -1;
        world.storage().readAfterFlush(
            page, [](const Reader &reader) { return reader.health().tickets; },
            [&count](qint64 tickets) { count = tickets; });
        QElapsedTimer timer;
        timer.start();
        while (count < 0 && timer.elapsed() < 60000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        return count;
    }
    StoredConfig config()
    {
        std::optional<StoredConfig> config;
        world.storage().readAfterFlush(
            page, [](const Reader &reader) { return reader.config(UiWorld::Northwind); },
            [&config](const StoredConfig &stored) { config = stored; });
        QElapsedTimer timer;
        timer.start();
        while (!config && timer.elapsed() < 60000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        return config.value_or(StoredConfig());
    }

    UiWorld world;
    BotState connectedTo;
    LiveData live;
    QVector<GuildId> reloaded;
    bool refolded = false;
    QByteArray token;
    bool setupOpen = false;
    QStringList said;
    QWidget window;
    DataImport *page;
};

} // namespace

void tst_DataImport::namesAreMatchedWithRoles_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("fits");
    QTest::addColumn<quint64>("chosen");
    QTest::newRow("one") << u"Owner"_s << 1 << quint64(1);
    QTest::newRow("any case") << u"owner"_s << 1 << quint64(1);
    QTest::newRow("the exact one of two cases") << u"mod"_s << 1 << quint64(3);
    QTest::newRow("two of that name") << u"Helper"_s << 2 << quint64(0);
    QTest::newRow("a look-alike is another name") << u"\u041ewner"_s << 0 << quint64(0); // Cyrillic O
    QTest::newRow("with a space") << u"Owner "_s << 0 << quint64(0);
    QTest::newRow("by id") << u"2"_s << 1 << quint64(2);
    QTest::newRow("called like somebody's id") << u"4"_s << 1 << quint64(6);
    QTest::newRow("nobody") << u"Old Mods"_s << 0 << quint64(0);
}

void tst_DataImport::namesAreMatchedWithRoles()
{
    QFETCH(QString, written);
    QFETCH(int, fits);
    QFETCH(quint64, chosen);
    const QVector<NamedRole> roles{{RoleId(1), u"Owner"_s},  {RoleId(2), u"Mod"_s},    {RoleId(3), u"mod"_s},
                                   {RoleId(4), u"Helper"_s}, {RoleId(5), u"Helper"_s}, {RoleId(6), u"4"_s}};
    PythonSettings settings;
    settings.roles[Setting::SupportRoles] = {written};
    const QVector<ImportMatch> matches = matchSettings(settings, roles, {});
    QCOMPARE(matches.size(), 1);
    QCOMPARE(matches[0].fits.size(), fits);
    QCOMPARE(matches[0].chosen, chosen);
    QCOMPARE(withMatches({}, matches).supportRoles.size(), chosen ? 1 : 0);
}

void tst_DataImport::fromFilesToNumbersAndBack()
{
    ImportBench bench;
    bench.show();
    const QString path = importFixture(u"tickets-v2.0.db"_s);
    const auto hash = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly)
            ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
            : QByteArray();
    };
    const QByteArray before = hash();
    QVERIFY(!bench.find<QPushButton>(u"importNow"_s)->isVisible());
    bench.page->choose({path});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"previewCard"_s)->isVisible(), 30000);
    const QString counts = bench.text(u"previewText"_s);
    QVERIFY2(counts.startsWith("59 tickets, 639 messages, 3 deletions"_L1), qPrintable(counts));
    const QString problems = bench.text(u"previewProblems"_s);
    QVERIFY2(problems.contains("1 ticket without a category"_L1), qPrintable(problems));
    QCOMPARE(bench.tickets(), 0); // only looked at

    // Changing one's mind leaves nothing.
    bench.press(u"importForget"_s);
    QVERIFY(!bench.find<QWidget>(u"previewCard"_s)->isVisible());
    QVERIFY(bench.find<QPushButton>(u"chooseFolder"_s)->hasFocus());

    bench.page->choose({path});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->hasFocus(), 30000);
    bench.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"resultCard"_s)->isVisible(), 60000);
    QCOMPARE(bench.text(u"resultTitle"_s), u"Imported"_s);
    QCOMPARE(bench.tickets(), 59);
    QCOMPARE(bench.reloaded, QVector<GuildId>{UiWorld::Northwind});
    QCOMPARE(hash(), before);

    // The same again is nothing new, and the preview knows it.
    QVERIFY2(!counts.contains("already"_L1), qPrintable(counts));
    bench.page->choose({path});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->hasFocus(), 30000);
    QVERIFY2(bench.text(u"previewText"_s).contains("All of these tickets are recorded here already"_L1),
             qPrintable(bench.text(u"previewText"_s)));
    bench.press(u"importNow"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.text(u"resultTitle"_s), u"Nothing was new"_s, 60000);

    QTRY_VERIFY(bench.find<QPushButton>(u"undoImport"_s)->isVisible());
    MessageBox::setNextAnswer(1);
    bench.press(u"undoImport"_s);
    QCOMPARE(bench.tickets(), 59); // thought better of it
    MessageBox::setNextAnswer(0);
    bench.press(u"undoImport"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.said.contains(u"The import is undone."_s), 60000);
    QCOMPARE(bench.tickets(), 0);
    QTRY_VERIFY(!bench.find<QPushButton>(u"undoImport"_s)->isVisible());
}

void tst_DataImport::matchedRolesArriveWithTheImport()
{
    ImportBench bench;
    bench.show();
    const StoredConfig before = bench.config();
    bench.page->choose({importFixture(u"config-v1.1"_s), importFixture(u"tickets-v2.0.db"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"matchCard"_s)->isVisible(), 30000);
    // "Owner" is the only one; "Sr. Mod" fits exactly; "Support" too, although there is a "support".
    QHash<QString, QComboBox *> rows;
    const auto choices = bench.page->findChildren<QComboBox *>();
    for (QComboBox *choice : choices) {
        if (choice->objectName().startsWith("match"_L1))
            rows.insert(choice->accessibleName(), choice);
    }
    QCOMPARE(rows.value(u"Answers tickets: “Owner”"_s)->currentText(), u"@Owner"_s);
    QCOMPARE(rows.value(u"Answers tickets: “Support”"_s)->currentText(), u"@Support"_s);
    QCOMPARE(rows.value(u"Sees statistics: “General Tickets Manager”"_s)->currentText(), u"Choose…"_s);
    QCOMPARE(rows.value(u"Ticket category: “Appeals”"_s)->currentText(), u"Appeals"_s);
    QTest::keyClicks(rows.value(u"Sees statistics: “General Tickets Manager”"_s), u"@support"_s); // by hand
    QTest::keyClick(rows.value(u"Manages data: “Owner”"_s), Qt::Key_Home); // skipped
    bench.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"resultCard"_s)->isVisible(), 60000);
    const QString result = bench.text(u"resultText"_s); // "Appeals" is a category of the server itself
    QVERIFY2(result.contains(u"names: General Tickets, Player-Reports, Appeals (archive)"_s),
             qPrintable(result));
    const StoredConfig after = bench.config();
    QCOMPARE(after.supportRoles, before.supportRoles | QSet<RoleId>({RoleId(11), RoleId(12), RoleId(13)}));
    QVERIFY(after.statsRoles.contains(RoleId(11)) && after.statsRoles.size() == 2);
    QVERIFY(!after.databaseRoles.contains(RoleId(11)));
    QVERIFY(after.maxUsers.isEmpty()); // TM-21: disabled until confirmed
    QVERIFY(bench.refolded); // UX J4: on at first
    QTRY_VERIFY(bench.find<QPushButton>(u"undoImport"_s)->isVisible());
    MessageBox::setNextAnswer(0);
    bench.press(u"undoImport"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.said.contains(u"The import is undone."_s), 60000);
    QCOMPARE(bench.config(), before);
}

// MIGRATION "log_channel, summary_settings": only a channel that the server has, and in which the bot may post, is proposed.
void tst_DataImport::whereItPostedIsConfirmedByAPerson()
{
    ImportBench bench;
    BotState state = bench.live.bot();
    const auto channel = [&state](quint64 id, const QString &name) {
        Discord::Channel text;
        text.id = ChannelId(id);
        text.name = name;
        text.type = Discord::ChannelType::Text;
        state.servers[0].channels.append(text);
    };
    channel(71, u"ticket-logs"_s);
    channel(72, u"staff"_s);
    channel(73, u"secret"_s);
    state.servers[0].posting[ChannelId(73)].missing = u"Send Messages is missing"_s;
    bench.live.setBotState(state);
    bench.show();
    const QString path = bench.world.folder() + u"/python.db"_s;
    const auto write = [&path](const QStringList &statements) {
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"python"_s);
            db.setDatabaseName(path);
            QVERIFY(db.open());
            QSqlQuery query(db);
            for (const QString &sql : statements)
                QVERIFY2(query.exec(sql), qPrintable(sql));
        }
        QSqlDatabase::removeDatabase(u"python"_s);
    };
    write(
        {u"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER)"_s,
         u"CREATE TABLE log_channel(id INTEGER PRIMARY KEY, channel_id INTEGER)"_s,
         u"CREATE TABLE summary_settings(guild_id INTEGER PRIMARY KEY, channel_id INTEGER, frequency_minutes INTEGER, last_sent_at INTEGER)"_s,
         u"INSERT INTO log_channel VALUES(1, 71)"_s,
         u"INSERT INTO summary_settings VALUES(990000000000000001, 72, 1440, 0)"_s});
    const StoredConfig before = bench.config();
    const auto schedules = [&bench] {
        std::optional<QVector<SummarySchedule>> found;
        bench.world.storage().readAfterFlush(
            bench.page,
            [](const Reader &reader) {
                return NoticeSettings::fromJson(NoticeStore::settings(reader, UiWorld::Northwind)).schedules;
            },
            [&found](const QVector<SummarySchedule> &stored) { found = stored; });
        QElapsedTimer timer;
        timer.start();
        while (!found && timer.elapsed() < 60000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        return found.value_or(QVector<SummarySchedule>());
    };
    bench.page->choose({path});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QComboBox>(u"route1"_s), 30000);
    QCOMPARE(bench.find<QComboBox>(u"route0"_s)->currentText(), u"#ticket-logs"_s);
    QCOMPARE(bench.find<QComboBox>(u"route1"_s)->currentText(), u"#staff"_s);
    QCOMPARE(bench.find<QComboBox>(u"route1"_s)->findText(u"#secret"_s), -1); // could not be posted in
    QCOMPARE(schedules().size(), 0); // nothing before the press
    bench.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"resultCard"_s)->isVisible(), 60000);
    QCOMPARE(bench.config().logChannel, ChannelId(71));
    QCOMPARE(schedules().size(), 1);
    const SummarySchedule schedule = schedules().first();
    QCOMPARE(schedule.channel, ChannelId(72));
    QCOMPARE(schedule.every, SummarySchedule::Every::Days);
    QCOMPARE(schedule.step, 1);
    QCOMPARE(schedule.sinceMs, bench.world.nowMs);

    // Once more: nothing doubles. Taken back: as it was.
    bench.page->choose({path});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->isVisible(), 30000);
    bench.press(u"importNow"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.text(u"resultTitle"_s), u"Nothing was new"_s, 60000);
    QCOMPARE(schedules().size(), 1);
    MessageBox::setNextAnswer(0);
    bench.press(u"undoImport"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.said.contains(u"The import is undone."_s), 60000);
    QCOMPARE(bench.config(), before);
    QCOMPARE(schedules().size(), 0);

    // What the server does not have, or where the bot may not post, is nobody's proposal.
    write({u"UPDATE log_channel SET channel_id = 73"_s, u"UPDATE summary_settings SET channel_id = 99"_s});
    bench.page->choose({path});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QComboBox>(u"route1"_s)
                                 && bench.find<QComboBox>(u"route1"_s)->currentText() == u"Choose…"_s,
                             30000);
    QCOMPARE(bench.find<QComboBox>(u"route0"_s)->currentText(), u"Choose…"_s);
}

// TM-08: whoever has to choose can see which is which.
void tst_DataImport::twoRolesOfOneNameAreToldApart()
{
    ImportBench bench;
    bench.connectedTo.servers[0].roles = {ImportBench::role(800000000000000011, u"Owner"_s),
                                          ImportBench::role(800000000000000022, u"Owner"_s),
                                          ImportBench::role(800000000000000033, u"Support"_s)};
    bench.live.setBotState(bench.connectedTo);
    bench.show();
    bench.page->choose({importFixture(u"config-v1.1"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QComboBox>(u"match0"_s), 30000);
    const auto *box = bench.find<QComboBox>(u"match0"_s);
    QCOMPARE(box->accessibleName(), u"Answers tickets: “Owner”"_s);
    QCOMPARE(box->currentText(), u"Choose…"_s);
    QVERIFY(box->findText(u"@Owner (…0011)"_s) > 0 && box->findText(u"@Owner (…0022)"_s) > 0);
    QVERIFY(box->findText(u"@Support"_s) > 0); // the only one needs no number
}

void tst_DataImport::whatIsLeftUnmatchedIsSaid()
{
    // Without a connection nothing can be matched: the result says so, not only the preview.
    ImportBench bench(false);
    bench.show();
    const QStringList files{importFixture(u"config-v1.1"_s), importFixture(u"tickets-v2.0.db"_s)};
    bench.page->choose(files);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->hasFocus(), 30000);
    QVERIFY(bench.text(u"previewProblems"_s).contains(u"kept under their names: General Tickets"_s));
    bench.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"resultCard"_s)->isVisible(), 60000);
    QVERIFY2(bench.text(u"resultText"_s).contains(u"not matched: import again once the bot is connected"_s),
             qPrintable(bench.text(u"resultText"_s)));
    QCOMPARE(bench.said.last(), u"Imported: 59 new tickets."_s);

    // Connected while the preview is on the screen: what the server has is no longer unknown to it.
    bench.page->choose(files);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->hasFocus(), 30000);
    BotState state = bench.world.connectedState();
    state.servers[0].roles = {ImportBench::role(11, u"Owner"_s)};
    Discord::Channel general;
    general.id = UiWorld::General;
    general.name = u"general tickets"_s;
    general.type = Discord::ChannelType::Category;
    state.servers[0].channels = {general};
    bench.live.setBotState(state);
    QTRY_VERIFY(bench.find<QComboBox>(u"match0"_s));
    const QString problems = bench.text(u"previewProblems"_s);
    QVERIFY2(problems.contains(u"kept under their names: "_s) && !problems.contains(u"General Tickets"_s),
             qPrintable(problems));
    bench.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"resultCard"_s)->isVisible(), 60000);
    const QString result = bench.text(u"resultText"_s);
    QVERIFY2(result.contains(u"matched with nothing: "_s) && result.contains(u"Support"_s),
             qPrintable(result));
    QCOMPARE(bench.said.last(), u"Imported. Every ticket was known already."_s);
}

void tst_DataImport::theServerIsAskedOnlyWhereNoneIsNamed()
{
    ImportBench bench;
    bench.world.addServer(UiWorld::Contoso, u"Northwind"_s); // of the same name
    bench.show();
    QTRY_COMPARE(bench.live.servers().size(), 2);
    auto *server = bench.find<QComboBox>(u"importServer"_s);
    // Its rows say whose they are, so nothing else can be meant.
    bench.page->choose({importFixture(u"tickets-v2.0.db"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->isVisible(), 30000);
    QCOMPARE(server->count(), 1);
    QVERIFY(!server->isEditable());
    // These do not; of two servers of one name the chosen one is meant.
    bench.page->choose({importFixture(u"tickets-v1.1.db"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(server->count() == 2, 30000);
    QVERIFY(server->isEditable());
    server->setFocus();
    QTest::keyClick(server, server->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
    const GuildId chosen = GuildId::fromText(server->currentData().toString());
    QVERIFY(chosen != bench.live.server());
    bench.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"resultCard"_s)->isVisible(), 60000);
    QCOMPARE(bench.reloaded, QVector<GuildId>{chosen});
}

void tst_DataImport::theWayBackToTheSetupIsOffered()
{
    for (const bool open : {false, true}) {
        ImportBench bench;
        bench.setupOpen = open;
        bench.show();
        QString leads;
        connect(bench.page, &Page::linkActivated, this,
                [&leads](const PageLink &link) { leads = link.page; });
        bench.page->choose({importFixture(u"tickets-v2.0.db"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->isVisible(), 30000);
        bench.press(u"importNow"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"resultCard"_s)->isVisible(), 60000);
        QCOMPARE(bench.find<QPushButton>(u"backToSetup"_s)->isVisible(), open);
        if (open) {
            bench.press(u"backToSetup"_s);
            QCOMPARE(leads, FirstSteps::setUpLink());
        }
    }
}

void tst_DataImport::datesOfAnotherYearNameIt()
{
    ImportReport report;
    report.databases = {u"tickets.db"_s};
    report.firstMs = 1705000000000; // 2024-01-11
    report.lastMs = 1732000000000; // 2024-11-19
    const QString counts = importCounts(report, UiWorld::Start);
    QCOMPARE(counts.count(u"2024"_s), 2);
    QVERIFY(counts.endsWith(u'.') && !counts.endsWith(u".."_s));
}

void tst_DataImport::aTokenIsOfferedToThePasswordStore()
{
    ImportBench bench;
    bench.show();
    bench.page->choose({importFixture(u"config-v1.2"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"tokenCard"_s)->isVisible(), 30000);
    const QString offer = bench.text(u"tokenText"_s);
    QVERIFY2(offer.startsWith("A bot token stands in .env."_L1), qPrintable(offer));
    QVERIFY(bench.token.isEmpty()); // only with consent
    bench.press(u"storeToken"_s);
    QCOMPARE(bench.token, QByteArray("example-not-a-token"));
    QVERIFY(bench.text(u"tokenText"_s) != offer);
    bench.token.clear();
    bench.press(u"storeToken"_s); // the window was closed too early
    QCOMPARE(bench.token, QByteArray("example-not-a-token"));
    bench.page->choose({importFixture(u"config-v1.2"_s)}); // nothing was done with these yet
    QTRY_COMPARE_WITH_TIMEOUT(bench.text(u"tokenText"_s), offer, 30000);
    const auto labels = bench.page->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY(!label->text().contains(u"example-not-a-token"_s));
}

void tst_DataImport::whatCannotBeImportedSaysWhy()
{
    ImportBench bench;
    bench.show();
    bench.page->choose({bench.world.folder() + u"/nothing-here"_s});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"previewCard"_s)->isVisible(), 30000);
    QVERIFY2(bench.text(u"previewText"_s).contains(u"nothing-here"_s),
             qPrintable(bench.text(u"previewText"_s)));
    QVERIFY(!bench.find<QPushButton>(u"importNow"_s)->isVisible());
    QVERIFY(bench.find<QPushButton>(u"chooseFolder"_s)->isEnabled());
}

void tst_DataImport::thePreviewIsOfTheServerThatIsTyped() // must-point 10
{
    ImportBench bench;
    bench.show();
    bench.live.setServer({}); // as in a fresh folder: none is known
    bench.page->choose({importFixture(u"tickets-v1.1.db"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->isVisible(), 30000);
    auto *server = bench.find<QComboBox>(u"importServer"_s);
    QCOMPARE(server->currentText(), QString());
    QCOMPARE(server->lineEdit()->placeholderText(), u"Server ID"_s);
    QVERIFY2(!bench.text(u"previewText"_s).contains(u"59"_s), qPrintable(bench.text(u"previewText"_s)));
    server->setFocus();
    QTest::keyClicks(server, u"990000000000000009"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.text(u"previewText"_s).contains(u"59 tickets"_s), 30000);
    QVERIFY(server->hasFocus()); // whoever types is not disturbed
    QCOMPARE(server->currentText(), u"990000000000000009"_s);
    bench.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"resultCard"_s)->isVisible(), 60000);
    QCOMPARE(bench.tickets(), 59);
}

void tst_DataImport::aServerHasToBeChosenWhereNoneIsNamed()
{
    ImportBench bench;
    bench.show();
    bench.page->choose({importFixture(u"tickets-v1.1.db"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->isVisible(), 30000);
    auto *server = bench.find<QComboBox>(u"importServer"_s);
    QCOMPARE(server->currentText(), u"Northwind"_s); // the one that is looked at
    server->setFocus();
    QTest::keyClick(server, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(server, u"nowhere"_s);
    QVERIFY(!bench.find<QPushButton>(u"importNow"_s)->isEnabled());
    QTest::keyClick(server, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(server, u"990000000000000009"_s); // one that is not known yet
    bench.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"resultCard"_s)->isVisible(), 60000);
    QCOMPARE(bench.tickets(), 59);
    QCOMPARE(bench.reloaded, QVector<GuildId>{GuildId(990000000000000009)});
}

void tst_DataImport::withTheOnlyImportUndoneThereIsNoServer() // UX 2.6, first use
{
    WindowWorld world(false, false);
    MainWindow &window = world.window();
    window.live().setBotState({});
    window.resize(1200, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(window.live().loaded());
    const QStringList pages{u"overview"_s,    u"tickets"_s,       u"trends"_s, u"staff"_s,
                            u"permissions"_s, u"notifications"_s, u"data"_s};
    auto *sections = window.findChild<QTabBar *>(u"dataTabs"_s);
    const auto states = [&] { // what every page, and every section of Data, shows
        QMap<QString, StatePane::State> shown;
        for (const QString &page : pages) {
            window.showPage(page);
            for (int section = 0; section < (page == "data"_L1 ? sections->count() : 1); ++section) {
                sections->setCurrentIndex(section);
                world.settle();
                const auto panes = window.findChildren<StatePane *>();
                for (const StatePane *pane : panes) {
                    if (pane->isVisible() && pane->objectName() != "backupsState"_L1) // one was made
                        shown.insert(pane->objectName(), pane->state());
                }
            }
        }
        return shown;
    };
    const QMap<QString, StatePane::State> before = states();

    window.showPage(u"data"_s);
    auto *page = window.findChild<DataImport *>();
    for (int section = 0; section < sections->count() && !page->isVisible(); ++section)
        sections->setCurrentIndex(section);
    QVERIFY(page->isVisible());
    const auto press = [page](const QString &name) {
        auto *button = page->findChild<QPushButton *>(name);
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), 30000);
        QTest::keyClick(button, Qt::Key_Space);
    };
    page->choose({importFixture(u"tickets-v1.1.db"_s)});
    auto *server = page->findChild<QComboBox *>(u"importServer"_s);
    QTRY_VERIFY_WITH_TIMEOUT(server->isVisible(), 30000);
    server->setFocus();
    QTest::keyClicks(server, u"990000000000000009"_s);
    press(u"importNow"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.live().server(), GuildId(990000000000000009), 60000);
    QVERIFY(states() != before);

    window.showPage(u"data"_s);
    for (int section = 0; section < sections->count() && !page->isVisible(); ++section)
        sections->setCurrentIndex(section);
    MessageBox::setNextAnswer(0);
    press(u"undoImport"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.live().servers().isEmpty(), 60000);
    QVERIFY(!window.live().server());
    const QMap<QString, StatePane::State> after = states();
    for (auto pane = after.cbegin(); pane != after.cend(); ++pane)
        QVERIFY2(pane.value() == before.value(pane.key(), StatePane::State::Content),
                 qPrintable(u"%1 %2"_s.arg(pane.key()).arg(int(pane.value()))));
}

// Pictures for the eye, and what the eye would see at once: nothing wider than the window, no button cut off.
void tst_DataImport::looksRight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("wide") << QSize(1072, 1000) << false;
    QTest::newRow("wide, dark") << QSize(1072, 1000) << true;
    QTest::newRow("compact") << QSize(620, 700) << false;
    QTest::newRow("compact, longer words") << QSize(620, 700) << false;
}

void tst_DataImport::looksRight()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    PseudoLocale longer;
    if (QByteArray(QTest::currentDataTag()).endsWith("longer words"))
        QCoreApplication::installTranslator(&longer);
    Theme theme;
    theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    ImportBench bench;
    bench.page->setWidthClass(size.width() < 800 ? WidthClass::Compact : WidthClass::Wide);
    bench.window.resize(size);
    bench.show();
    bench.page->choose({importFixture(u"config-v1.1"_s), importFixture(u"config-v1.2/.env"_s),
                        importFixture(u"tickets-v2.0.db"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"importNow"_s)->hasFocus(), 30000);
    QDir().mkpath(u"screenshots"_s);
    const auto grab = [&](const QString &state) {
        QTest::qWait(30); // for the picture: let the layout settle
        QVERIFY(bench.find<QWidget>(u"importBody"_s)->minimumSizeHint().width()
                <= bench.page->findChild<QScrollArea *>()->viewport()->width());
        QStringList mnemonics; // UX 2.8: one for each
        const auto buttons = bench.page->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (!button->isVisible())
                continue;
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->objectName()));
            const QString mnemonic = QKeySequence::mnemonic(button->text()).toString();
            QVERIFY2(mnemonic.isEmpty() || !mnemonics.contains(mnemonic), qPrintable(button->text()));
            mnemonics.append(mnemonic);
        }
        bench.page->findChild<QScrollArea *>()->verticalScrollBar()->setValue(0);
        bench.window.grab().save(u"screenshots/import-%1-%2-%3.png"_s.arg(
            state, QString::number(size.width()), dark ? u"dark"_s : u"light"_s));
    };
    QTRY_VERIFY(bench.find<QComboBox>(u"match0"_s)->isVisible());
    auto *problems = bench.find<QLabel>(u"previewProblems"_s);
    QTRY_VERIFY(problems->height() >= problems->heightForWidth(problems->width())); // no line cut off
    grab(u"preview"_s);
    bench.press(u"importNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>(u"undoImport"_s)->isVisible(), 60000);
    grab(u"result"_s);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    Theme theme;
    SourceEnglish english;
    QCoreApplication::installTranslator(&english);
    tst_DataImport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_dataimport.moc"
