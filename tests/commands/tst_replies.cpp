// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/replies.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using Discord::OutgoingMessage;
Q_DECLARE_METATYPE(Discord::OutgoingMessage)

// Golden embeds: every reply of UX 4.2 and 4.3 as the JSON that Discord gets, compared exactly with tests/data/embeds. After a
// wanted change run with TA_UPDATE_GOLDEN=1 and read the difference.
namespace {

constexpr UtcMs Now = 1'766'361'600'000; // 2025-12-22 00:00 UTC
constexpr GuildId Guild(900);
constexpr UserId Dana(10), Ben(11), Caller(12);
constexpr RoleId Manager(31), Admin(32), Support(33), Deleted(39);
const Language English;

Average average(double mean, double median, int n)
{
    Average result;
    result.mean = mean;
    result.median = median;
    result.p90 = mean * 2;
    result.n = n;
    return result;
}

CategoryCount counted(quint64 id, const QString &name, int opened)
{
    CategoryCount count;
    count.category = ChannelId(id);
    count.name = name;
    count.opened = opened;
    return count;
}

KnownCategories someCategories()
{
    return {
        {{.all = false, .id = ChannelId(21), .name = u"Appeals"_s}, u"Appeals"_s, 5, true},
        {{.all = false, .id = ChannelId(22), .name = u"General Tickets"_s}, u"General Tickets"_s, 2, true}};
}

Replies::Statistics busyMonth()
{
    Replies::Statistics in;
    in.guild = Guild;
    in.category = {.all = false, .id = ChannelId(21), .name = u"Appeals"_s};
    in.days = 30;
    in.caller = Caller;
    in.categories = someCategories();
    in.targets = 10 * MinuteMs;
    in.timeZone = "Europe/London";
    in.lastOpenedMs = Now - HourMs;

    TicketStatistics &now = in.now;
    now.window = Window::lastDays(30, Now);
    now.opened = 104;
    now.closed = 101;
    now.openAtEnd = 5;
    now.waitingAtEnd = 2;
    now.peak = {9, 9, Now - 11 * DayMs, HourMs};
    now.firstResponse = average(6 * MinuteMs, 4 * MinuteMs, 100);
    now.unanswered = 4;
    now.withinTarget = 82;
    now.resolution = average(5 * HourMs, 2 * HourMs, 101);
    now.messagesPerTicket = average(11.44, 9, 104);
    now.messagesTotal = 1190;
    in.before.window = now.window.previous();
    in.before.opened = 95;
    return in;
}

Replies::Statistics emptyWeek()
{
    Replies::Statistics in = busyMonth();
    in.days = 7;
    in.now = {};
    in.now.window = Window::lastDays(7, Now);
    in.now.openAtEnd = 1;
    in.lastOpenedMs = Now - 9 * DayMs;
    return in;
}

Replies::WipeQuestion lastDaysQuestion()
{
    Replies::WipeQuestion in;
    in.scope.kind = WipeScope::Kind::Last;
    in.scope.days = 20;
    in.scope.nowMs = Now;
    in.preview.tickets = 214;
    in.preview.messages = 2911;
    in.preview.openKept = 12;
    in.preview.share = 0.16;
    in.preview.firstMs = Now - 20 * DayMs + HourMs;
    in.preview.lastMs = Now - HourMs;
    in.preview.byCategory = {counted(23, u"Reports"_s, 33), counted(22, u"General Tickets"_s, 101),
                             counted(21, u"Appeals"_s, 80), counted(0, {}, 1)};
    in.confirm = {"11111111111111111111111111111111"};
    in.cancel = {"22222222222222222222222222222222"};
    in.download = {ViewId::Action::WipeCsv, u"all"_s, 20, ViewId::View::Last, Caller};
    in.expiresMs = Now + 2 * MinuteMs;
    return in;
}

WipeRecord someWipe(qint64 id)
{
    WipeRecord record;
    record.id = id;
    record.guild = Guild;
    record.atMs = Now - id * DayMs;
    record.actor = {Dana, u"dana"_s, false};
    record.scope.kind = WipeScope::Kind::Last;
    record.scope.days = 20;
    record.tickets = 214;
    record.messages = 2911;
    record.undoUntilMs = record.atMs + 30 * DayMs;
    return record;
}

Replies::WipeHistory someHistory()
{
    Replies::WipeHistory in;
    in.caller = Caller;
    in.nowMs = Now;
    in.timeZone = "Europe/London";
    in.undo = {"33333333333333333333333333333333"};
    WipeRecord everything = someWipe(2);
    everything.scope = {};
    everything.actor = {UserId(), u"dana_laptop"_s, true};
    WipeRecord undone = someWipe(3);
    undone.scope.kind = WipeScope::Kind::OlderThan;
    undone.scope.days = 365;
    undone.undoneAtMs = Now - DayMs;
    undone.undoneBy = {Ben, u"ben"_s, false};
    WipeRecord legacy = someWipe(40);
    legacy.legacy = true;
    in.records = {someWipe(1), everything, undone, legacy};
    in.categoryTitles = {QString(), u"Ap_peals"_s, QString(), QString()};
    in.total = 4;
    return in;
}

Replies::Permissions somePermissions()
{
    Replies::Permissions in;
    in.guild = Guild;
    in.owner = Dana;
    in.config.statsRoles = {Manager, Admin, Deleted};
    in.config.databaseRoles = {Admin};
    in.config.supportRoles = {Support, RoleId(Guild.value)};
    in.config.maxUsers = {Ben, Dana};
    in.everyRole = {Manager, Admin, Support};
    in.caller = Caller;
    in.callerRoles = {Manager};
    return in;
}

MaxUser someMaxUser(UserId user)
{
    return {user, u"ben"_s, {Dana, u"dana"_s, false}, Now - 3 * DayMs, true};
}

Replies::PrivilegedUsers somePrivileged(int count)
{
    Replies::PrivilegedUsers in;
    in.owner = Dana;
    in.caller = Caller;
    for (int i = 0; i < count; ++i)
        in.users.append(someMaxUser(UserId(quint64(100 + i))));
    return in;
}

// Opened `ago` before now by the requester, in Appeals.
TicketListRow someTicket(quint64 id, qint64 ago)
{
    TicketListRow row;
    row.ticket.id = ChannelId(id);
    row.ticket.name = u"appeal_%1"_s.arg(id);
    row.ticket.category = ChannelId(21);
    row.ticket.categoryName = u"Ap_peals"_s;
    row.ticket.openedAtMs = Now - ago;
    row.ticket.spells = {{.openedAtMs = Now - ago}};
    row.ticket.derived.waitingSinceMs = Now - ago;
    return row;
}

TicketListRow closedTicket(quint64 id, qint64 ago, qint64 tookMs, TimeSource source)
{
    TicketListRow row = someTicket(id, ago);
    row.ticket.channelGone = true;
    row.ticket.spells.first().closedAtMs = Now - ago + tookMs;
    row.ticket.spells.first().closedSource = source;
    row.ticket.derived.waitingSinceMs = 0;
    row.ticket.derived.firstResponseAtMs = Now - ago + 4 * MinuteMs;
    return row;
}

Replies::Waiting someWaiting()
{
    Replies::Waiting in;
    in.rows = {someTicket(41, 12 * MinuteMs), someTicket(42, 3 * MinuteMs)};
    in.rows[1].ticket.categoryName.clear();
    in.total = 1222;
    in.nowMs = Now;
    in.targets = 10 * MinuteMs;
    in.caller = Caller;
    return in;
}

Replies::TicketHistory someTickets()
{
    Replies::TicketHistory in;
    // Of the third nobody saw the closing: a number of it would be made up (M-02).
    in.rows = {someTicket(51, HourMs), closedTicket(52, DayMs, 5 * HourMs, TimeSource::Audit),
               closedTicket(53, 2 * DayMs, DayMs, TimeSource::Inferred)};
    in.total = 3;
    in.days = 7;
    in.categoryTitle = u"All categories"_s;
    in.caller = Caller;
    return in;
}

} // namespace

class TestReplies : public QObject
{
    Q_OBJECT
private slots:
    void everyReplyIsAsDrawn_data();
    void everyReplyIsAsDrawn();
    void theModalAsksForTheNumber();
    void whoWaitsIsCounted();
    void nothingMeasuredIsADash(); // M-20
    void fewTicketsAreNotCompared_data();
    void fewTicketsAreNotCompared(); // M-20
    void absenceOfTheBotIsSaid(); // M-07
    void timeBeforeRecordingIsNotOffline();
    void ticketsThatNobodyAnsweredAreNotCountedAsMeasured();
    void whatOneChannelHidesIsNoTimeOffline(); // P-04
    void unknownCloseTimesMakeThePeakAnInterval();
    void hostileNamesStayHarmless(); // TM-14, TM-15
    void noReplyPings();
    void nothingIsTooLongForDiscord();
    void picturesAreDescribed();
};

void TestReplies::everyReplyIsAsDrawn_data()
{
    QTest::addColumn<OutgoingMessage>("message");
    const auto row = [](const char *name, const OutgoingMessage &message) { QTest::newRow(name) << message; };

    row("statistics", Replies::statistics(busyMonth(), English));
    row("statistics-empty", Replies::statistics(emptyWeek(), English));
    {
        Replies::Statistics in = emptyWeek();
        in.category = {};
        in.lastOpenedMs = 0;
        in.days = 1;
        in.now.window = Window::lastDays(1, Now);
        row("statistics-never", Replies::statistics(in, English));
    }
    {
        Replies::Statistics in = busyMonth();
        in.now.opened = 3;
        in.now.firstResponse.n = 2;
        in.now.unanswered = 1;
        in.now.withinTarget = 1;
        in.now.resolution.n = 1;
        row("statistics-few", Replies::statistics(in, English));
    }
    {
        Replies::Statistics in = busyMonth();
        in.category = {};
        in.catchingUp = true;
        in.controls = false;
        in.now.observed = 0.989;
        in.now.missingMs = 2 * HourMs;
        in.now.withoutResponseData = 7;
        in.now.firstResponse.n = 93;
        in.now.withinTarget = 76;
        row("statistics-catching-up", Replies::statistics(in, English));
    }
    {
        Replies::Statistics in = busyMonth();
        in.pictures = true;
        in.view = ViewId::View::Response;
        row("statistics-pictures", Replies::statistics(in, English));
    }

    row("refusal", Replies::refusal(u"ticketstats"_s, {Manager, Admin}, Guild, {Dana, Ben}, English));
    row("refusal-no-role", Replies::refusal(u"wipestats"_s, {}, Guild, {Dana}, English));
    row("not-your-buttons", Replies::notYourButtons(Dana, u"ticketstats"_s, English));
    row("direct-message", Replies::directMessage(English));
    row("not-served", Replies::notServed(English));
    row("starting-up", Replies::startingUp(English));
    row("too-many", Replies::tooMany(3200, English));
    row("busy", Replies::stillBusy(English));
    row("not-possible", Replies::notPossible(English));
    row("unexpected", Replies::unexpected(u"7F3A"_s, English));
    row("bad-days", Replies::badDays(English));
    row("unknown-button", Replies::unknownButton(English));
    row("unknown-command", Replies::unknownCommand(English));
    row("may-not-attach", Replies::mayNotAttach(English));
    row("csv", Replies::csv("a,b\r\n", u"tickets-30-days.csv"_s, 1, true, English));

    row("wipe-question", Replies::wipeQuestion(lastDaysQuestion(), English));
    {
        Replies::WipeQuestion in = lastDaysQuestion();
        in.scope.kind = WipeScope::Kind::Everything;
        in.preview.openKept = 0;
        in.preview.openIncluded = 14;
        in.categoryTitle = u"Ap_peals"_s;
        in.countsChanged = true;
        row("wipe-question-everything", Replies::wipeQuestion(in, English));
        in.preview.openIncluded = 1;
        in.countsChanged = false;
        row("wipe-question-one-open", Replies::wipeQuestion(in, English));
    }
    {
        Replies::WipeQuestion in = lastDaysQuestion();
        in.scope.kind = WipeScope::Kind::OlderThan;
        in.preview.tickets = 1;
        in.preview.messages = 1;
        row("wipe-question-older", Replies::wipeQuestion(in, English));
    }
    row("wiped", Replies::wiped(someWipe(1), {"44444444444444444444444444444444"}, English));
    row("wiped-log", Replies::wipedForLog(someWipe(1), u"Appeals"_s, English));
    row("wipe-nothing", Replies::nothingToDelete(false, English));
    row("wipe-nothing-yet", Replies::nothingToDelete(true, English));
    row("wipe-cancelled", Replies::nothingDeleted(English));
    row("wipe-expired", Replies::nothingDeletedExpired(English));
    row("wipe-wrong-number", Replies::wrongNumber(214, English));
    row("wipe-undone", Replies::undone(someWipe(1), English));
    row("wipe-undone-log", Replies::undoneForLog(someWipe(1), {Ben, u"ben"_s, false}, English));
    row("wipe-undo-late", Replies::undoTooLate(English));

    row("history", Replies::wipeHistory(someHistory(), English));
    row("history-empty", Replies::wipeHistory({}, English));
    {
        Replies::WipeHistory in = someHistory();
        in.records = {someWipe(1), someWipe(35)};
        in.total = 23;
        in.page = 2;
        row("history-page", Replies::wipeHistory(in, English));
    }

    row("max-added",
        Replies::withUndo(Replies::maxAdded(Ben, English), {"55555555555555555555555555555555"}, English));
    row("max-already", Replies::maxAlready(someMaxUser(Ben), English));
    row("max-removed",
        Replies::withUndo(Replies::maxRemoved(Ben, English), {"55555555555555555555555555555555"}, English));
    row("max-not-listed", Replies::maxNotListed(Ben, English));
    row("max-undone", Replies::maxUndone(Ben, false, English));
    row("max-back", Replies::maxUndone(Ben, true, English));
    row("max-bot", Replies::maxRefusedBot(English));
    row("max-owner", Replies::maxRefusedOwner(English));
    row("max-self-add", Replies::maxRefusedSelf(true, Dana, English));
    row("max-self-remove", Replies::maxRefusedSelf(false, Dana, English));
    {
        Replies::PrivilegedUsers in = somePrivileged(3);
        in.users[1].confirmed = false;
        in.users[1].addedBy = {UserId(), u"dana_laptop"_s, true};
        in.left = {UserId(102)};
        row("privileged", Replies::privilegedUsers(in, English));
    }
    {
        Replies::PrivilegedUsers in = somePrivileged(31);
        in.page = 3;
        row("privileged-last-page", Replies::privilegedUsers(in, English));
    }

    row("permissions", Replies::permissions(somePermissions(), false, English));
    {
        Replies::Permissions in = somePermissions();
        in.caller = Dana;
        row("permissions-owner", Replies::permissions(in, false, English));
        row("permissions-picking", Replies::permissions(in, true, English));
        row("explained", Replies::explained(in, Caller, QVector<RoleId>{Manager}, English));
        row("explained-left", Replies::explained(in, Caller, {}, English));
        in.config = {};
        in.caller = Caller;
        row("permissions-nothing-configured", Replies::permissions(in, false, English));
    }
    row("waiting", Replies::waiting(someWaiting(), English));
    {
        Replies::Waiting in;
        in.catchingUp = true;
        row("waiting-nobody", Replies::waiting(in, English));
    }
    row("tickets", Replies::ticketHistory(someTickets(), English));
    {
        Replies::TicketHistory in = someTickets();
        in.days = 1;
        in.total = 25;
        in.page = 2;
        in.catchingUp = true;
        row("tickets-day", Replies::ticketHistory(in, English));
        in.total = 0;
        row("tickets-none", Replies::ticketHistory(in, English));
        in.category = {.all = false, .id = ChannelId(21), .name = u"Ap_peals"_s};
        in.categoryTitle = u"Ap_peals"_s;
        in.days = 30;
        row("tickets-none-category", Replies::ticketHistory(in, English));
    }
    {
        Replies::OwnNumbers in;
        in.timeZone = "Europe/London";
        row("own-numbers-none", Replies::ownNumbers(in, English));
        in.numbers.answered = 1304;
        in.numbers.firstResponses = 1204;
        in.numbers.firstResponse = average(6 * MinuteMs, 4 * MinuteMs, 1204);
        in.numbers.messages = 5012;
        in.numbers.openNow = 7;
        row("own-numbers", Replies::ownNumbers(in, English));
    }
    const QString daily = u"Daily at 09:00"_s;
    row("log-channel", Replies::logChannelChanged({}, ChannelId(61), English));
    row("log-channel-already", Replies::logChannelAlready(ChannelId(61), English));
    row("log-channel-refused",
        Replies::cannotPostThere(ChannelId(61), u"Send Messages is missing"_s, English));
    row("summary-channel",
        Replies::withUndo(Replies::summaryChannelChanged(ChannelId(60), ChannelId(61), daily, English),
                          {"66666666666666666666666666666666"}, English));
    row("summary-channel-already", Replies::summaryChannelAlready(ChannelId(61), daily, English));
    row("summary-frequency", Replies::summaryFrequencyChanged(daily, u"Every 6 hours"_s, English));
    row("summary-frequency-already", Replies::summaryFrequencyAlready(daily, English));
    row("summary-none", Replies::noSummaryYet(English));
    row("summary-minutes", Replies::badMinutes(English));
    row("notice-undone", Replies::noticeUndone(English));

    Replies::Help help;
    help.permissions = somePermissions();
    help.commandIds = {
        {u"help"_s, CommandId(71)}, {u"ticketstats"_s, CommandId(72)}, {u"wipestats"_s, CommandId(73)}};
    help.version = u"0.1.0"_s;
    help.state = u"Connected"_s;
    row("help", Replies::help(help, English));
}

void TestReplies::everyReplyIsAsDrawn()
{
    QFETCH(OutgoingMessage, message);
    const QByteArray actual = QJsonDocument(message.toJson()).toJson();
    QFile golden(QStringLiteral(TA_GOLDEN_DIR "/%1.json").arg(QLatin1String(QTest::currentDataTag())));
    if (qEnvironmentVariableIsSet("TA_UPDATE_GOLDEN")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(actual);
        return;
    }
    QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
    QCOMPARE(QString::fromUtf8(actual), QString::fromUtf8(golden.readAll()));
}

void TestReplies::theModalAsksForTheNumber()
{
    const ActionId id{"11111111111111111111111111111111"};
    const Discord::Modal modal = Replies::wipeModal(id, 1284, English);
    QCOMPARE(modal.customId, id.toString());
    QCOMPARE(modal.inputLabel, u"Type \"1284\" to delete"_s); // as it is to be typed
    QVERIFY(Replies::wipeModal(id, 2'000'000'000, English).inputLabel.size() <= 45);
}

// German: "1 wartet", "2 warten".
void TestReplies::whoWaitsIsCounted()
{
    Language::setLookup([](const QLocale &locale, const char *, const char *text, const char *, int n) {
        if (locale.language() != QLocale::German || qstrcmp(text, "%1, %n waiting") != 0)
            return QString();
        return n == 1 ? u"%1, %Ln wartet"_s : u"%1, %Ln warten"_s;
    });
    Replies::Statistics in = busyMonth();
    const auto openNow = [&in](const Language &language) {
        return Replies::statistics(in, language).embeds[0].fields[2].value;
    };
    const Language german(QLocale(QLocale::German));
    QCOMPARE(openNow(german), u"5, 2 warten"_s);
    in.now.openAtEnd = 1305;
    in.now.waitingAtEnd = 1;
    QCOMPARE(openNow(german), u"1.305, 1 wartet"_s);
    QCOMPARE(openNow(English), u"1 305, 1 waiting"_s);
    Language::setLookup({});
}

void TestReplies::nothingMeasuredIsADash()
{
    const QVector<Discord::Embed::Field> fields = Replies::statistics(emptyWeek(), English).embeds[0].fields;
    QHash<QString, QString> values;
    for (const Discord::Embed::Field &field : fields)
        values.insert(field.name, field.value);
    QCOMPARE(values[u"Opened"_s], u"0"_s);
    QCOMPARE(values[u"Closed"_s], u"0"_s);
    for (const QString &name : {u"First response"_s, u"Resolution"_s, u"Messages"_s, u"Answered in 10 min"_s})
        QCOMPARE(values[name], u"–"_s);
}

void TestReplies::fewTicketsAreNotCompared_data()
{
    QTest::addColumn<int>("now");
    QTest::addColumn<int>("before");
    QTest::addColumn<double>("observedBefore");
    QTest::addColumn<QString>("opened");
    QTest::newRow("enough") << 100 << 80 << 1.0 << u"100 (+25 %)"_s;
    QTest::newRow("five and five") << 5 << 5 << 1.0 << u"5 (±0 %)"_s;
    QTest::newRow("few now") << 4 << 80 << 1.0 << u"4"_s;
    QTest::newRow("few before") << 80 << 4 << 1.0 << u"80"_s;
    QTest::newRow("none before") << 80 << 0 << 1.0 << u"80"_s;
    QTest::newRow("bot was away before") << 100 << 80 << 0.5 << u"100"_s;
}

void TestReplies::fewTicketsAreNotCompared()
{
    QFETCH(int, now);
    QFETCH(int, before);
    QFETCH(double, observedBefore);
    Replies::Statistics in = busyMonth();
    in.now.opened = now;
    in.before.opened = before;
    in.before.observed = observedBefore;
    const Discord::Embed embed = Replies::statistics(in, English).embeds[0];
    QTEST(embed.fields[0].value, "opened");
    const bool compared = embed.fields[0].value.contains(u'%');
    QCOMPARE(embed.fields.last().name == u"Compared with"_s, compared);
    QCOMPARE(embed.description.contains(u"only %1 tickets"_s.arg(now)), now < 5);
}

void TestReplies::absenceOfTheBotIsSaid()
{
    Replies::Statistics in = busyMonth();
    in.now.observed = 0.995;
    in.now.missingMs = 3 * HourMs;
    QCOMPARE(Replies::statistics(in, English).embeds[0].footer, u"Ticket Assistant · Europe/London"_s);
    in.now.observed = 0.989;
    QCOMPARE(Replies::statistics(in, English).embeds[0].footer,
             u"Ticket Assistant · Europe/London · bot offline 3 h in this period"_s);
}

// M-07: a bot that began to record yesterday was not offline before.
void TestReplies::timeBeforeRecordingIsNotOffline()
{
    Replies::Statistics in = busyMonth();
    in.now.observed = 0.1;
    in.now.missingMs = 0;
    QCOMPARE(Replies::statistics(in, English).embeds[0].footer,
             u"Ticket Assistant · Europe/London · nothing recorded for 27 d in this period"_s);
    in.now.observed = 0.0;
    in.now.missingMs = 3 * DayMs;
    QCOMPARE(
        Replies::statistics(in, English).embeds[0].footer,
        u"Ticket Assistant · Europe/London · bot offline 3 d in this period · nothing recorded for 27 d in this period"_s);
}

void TestReplies::ticketsThatNobodyAnsweredAreNotCountedAsMeasured()
{
    Replies::Statistics in = busyMonth();
    in.now.opened = 6;
    in.now.firstResponse = {};
    in.now.unanswered = 4;
    in.now.withoutResponseData = 2;
    const QString said = Replies::statistics(in, English).embeds[0].description;
    QVERIFY2(said.contains(u"n = 0 of 6 tickets; 2 without response time"_s), qPrintable(said));
}

void TestReplies::whatOneChannelHidesIsNoTimeOffline()
{
    Replies::Statistics in = busyMonth();
    in.now.withoutResponseData = 1;
    in.now.missingMs = 3 * HourMs;
    QVERIFY(Replies::statistics(in, English)
                .embeds[0]
                .description.endsWith(u"; 1 without response time (bot was offline 3 h)"_s));
    in.now.missingMs = 0;
    QVERIFY(Replies::statistics(in, English).embeds[0].description.endsWith(u"; 1 without response time"_s));
}

void TestReplies::unknownCloseTimesMakeThePeakAnInterval()
{
    Replies::Statistics in = busyMonth();
    in.now.peak.min = 12;
    in.now.peak.max = 13;
    QVERIFY(Replies::statistics(in, English).embeds[0].fields[3].value.startsWith(u"12–13 on <t:"_s));
    in.now.peak = {};
    QCOMPARE(Replies::statistics(in, English).embeds[0].fields[3].value, u"0"_s);
}

void TestReplies::hostileNamesStayHarmless()
{
    const QString hostile = u"@everyone [x](https://evil) **b** `c` <@1> \u202e\u0000||s||"_s;
    Replies::Statistics in = emptyWeek();
    in.categories[0].name = hostile;
    Replies::WipeQuestion question = lastDaysQuestion();
    question.categoryTitle = hostile;
    question.preview.byCategory[0].name = hostile;
    Replies::WipeHistory history = someHistory();
    history.categoryTitles[0] = hostile;
    history.records[1].actor.name = hostile;
    for (const OutgoingMessage &message :
         {Replies::statistics(in, English), Replies::wipeQuestion(question, English),
          Replies::wipeHistory(history, English)}) {
        const Discord::Embed &embed = message.embeds[0];
        QString text = embed.title + embed.description;
        for (const Discord::Embed::Field &field : embed.fields)
            text += field.name + field.value;
        QVERIFY(text.contains(u"everyone"_s));
        for (const QString &dangerous :
             {u" [x]("_s, u" **b**"_s, u" `c`"_s, u" <@1>"_s, u"||s||"_s, u"\u202e"_s})
            QVERIFY2(!text.contains(dangerous), qPrintable(text));
    }
}

void TestReplies::noReplyPings()
{
    const auto silent = [](const OutgoingMessage &message) {
        const QJsonObject mentions = message.toJson()[u"allowed_mentions"_s].toObject();
        return mentions == QJsonObject{{u"parse"_s, QJsonArray()}};
    };
    QVERIFY(silent(Replies::refusal(u"x"_s, {Manager}, Guild, {Dana}, English)));
    QVERIFY(silent(Replies::wipedForLog(someWipe(1), {}, English)));
    QVERIFY(silent(Replies::permissions(somePermissions(), false, English)));
    QVERIFY(silent(Replies::statistics(busyMonth(), English)));
}

void TestReplies::nothingIsTooLongForDiscord()
{
    Replies::Permissions in = somePermissions();
    in.caller = Dana;
    for (quint64 i = 0; i < 250; ++i) {
        const RoleId role(1'100'000'000'000'000'000 + i);
        in.everyRole.insert(role);
        in.config.statsRoles.insert(role);
        in.config.maxUsers.insert(UserId(role.value));
    }
    const QJsonObject json = Replies::permissions(in, false, English).toJson();
    for (const QJsonValue &field : json[u"embeds"_s][0][u"fields"_s].toArray()) {
        QVERIFY(field[u"value"_s].toString().size() <= 1024);
        QVERIFY(!field[u"value"_s].toString().endsWith(u"…"_s)); // cut by us between mentions, not in one
    }
    QVector<RoleId> roles(in.config.statsRoles.cbegin(), in.config.statsRoles.cend());
    QVector<UserId> users(in.config.maxUsers.cbegin(), in.config.maxUsers.cend());
    QVERIFY(Replies::refusal(u"ticketstats"_s, roles, Guild, users, English).content.size() <= 2000);

    Replies::WipeQuestion question = lastDaysQuestion();
    question.preview.byCategory.clear();
    for (int i = 1; i <= 60; ++i)
        question.preview.byCategory.append(counted(quint64(i), u"Category %1"_s.arg(i), i));
    const QVector<Discord::Embed::Field> fields = Replies::wipeQuestion(question, English).embeds[0].fields;
    QCOMPARE(fields.size(), 25);
    qint64 sum = 0;
    for (const Discord::Embed::Field &field : fields)
        sum += field.value.toInt();
    QCOMPARE(sum, 60 * 61 / 2); // rows add up to the total
}

void TestReplies::picturesAreDescribed()
{
    Replies::Statistics in = busyMonth();
    QCOMPARE(
        Replies::statisticsAltText(in, English),
        u"Tickets opened and closed, Appeals, Last 30 days: 104 opened, 101 closed, 5 open at the end."_s);
    in.view = ViewId::View::Response;
    QVERIFY(Replies::statisticsAltText(in, English)
                .contains(u"on average 6 min, median 4 min, of 100 tickets"_s));
    in.view = ViewId::View::Hours;
    QVERIFY(Replies::statisticsAltText(in, English).contains(u"104 tickets"_s));
}

QTEST_APPLESS_MAIN(TestReplies)
#include "tst_replies.moc"
