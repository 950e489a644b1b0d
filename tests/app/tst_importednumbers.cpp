// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datacommands.h"
#include "bot/base/format.h"
#include "tests/bot/botfixture.h"
#include "ui/pages/overviewfigures.h"
#include "ui/pages/trendsfigures.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

// One history, one set of numbers: what comes out of `stats --json` after an import comes out of the slash command and of the
// pages, too (METRICS, "One place in the code computes each number").
class TestImportedNumbers : public QObject
{
    Q_OBJECT

private slots:
    void theSameFromEverywhere_data();
    void theSameFromEverywhere();
};

namespace {

constexpr quint64 ImportedServer = 990000000000000001;
constexpr UtcMs ImportedNow = 1776254400000; // 2026-04-15T12:00:00Z
constexpr quint64 SequenceMask = 0x3FFFFF; // of an id, below its time

// The next id that the world makes at that time is this one.
void aimAt(DemoWorld &world, quint64 id)
{
    const auto atMs = ChannelId(id).createdAtMs();
    while ((world.newIdAt(atMs) & SequenceMask) != ((id - 1) & SequenceMask)) { }
}

QString fieldOfEmbed(const QJsonObject &message, const QString &name)
{
    const QJsonArray fields = message[u"embeds"_s][0][u"fields"_s].toArray();
    for (const QJsonValue &field : fields) {
        if (field[u"name"_s].toString() == name)
            return field[u"value"_s].toString();
    }
    return {};
}

// The figures of EXPECTED as the command line, the pages' models and the embed have them in common.
QString figures(const TicketStatistics &s)
{
    const auto average = [](const Average &a, double unit) {
        return u"%1 (%2) %3"_s.arg(a.mean.value_or(0) / unit, 0, 'f', 3)
            .arg(a.n)
            .arg(a.median.value_or(0) / unit, 0, 'f', 1);
    };
    return u"%1 %2 %3/%4 peak %5-%6, first %7, %8 unanswered, resolution %9"_s.arg(s.opened)
               .arg(s.closed)
               .arg(s.openAtStart)
               .arg(s.openAtEnd)
               .arg(s.peak.min)
               .arg(s.peak.max)
               .arg(average(s.firstResponse, SecondMs))
               .arg(s.unanswered)
               .arg(average(s.resolution, SecondMs))
        + u", cohort %1, messages %2 of %3, next %4, invalid %5"_s
              .arg(average(s.resolutionOpenedCohort, SecondMs), average(s.messagesPerTicket, 1))
              .arg(s.messagesTotal)
              .arg(average(s.nextResponse, SecondMs))
              .arg(s.invalid);
}

QString figures(const QJsonObject &json)
{
    const auto average = [&json](const char *key, const char *mean, const char *median) {
        const QJsonObject a = json[QLatin1String(key)].toObject();
        return u"%1 (%2) %3"_s.arg(a[QLatin1String(mean)].toDouble(), 0, 'f', 3)
            .arg(a.contains(u"n"_s) ? a[u"n"_s].toInt() : json[u"opened"_s].toInt())
            .arg(a[QLatin1String(median)].toDouble(), 0, 'f', 1);
    };
    const auto of = [&json](const char *key) { return json[QLatin1String(key)].toInt(); };
    return u"%1 %2 %3/%4 peak %5-%6, first %7, %8 unanswered, resolution %9"_s.arg(of("opened"))
               .arg(of("closed"))
               .arg(of("open_at_start"))
               .arg(of("open_at_end"))
               .arg(json[u"peak_concurrent"_s][u"min"_s].toInt())
               .arg(json[u"peak_concurrent"_s][u"max"_s].toInt())
               .arg(average("first_response", "mean_s", "median_s"))
               .arg(json[u"first_response"_s][u"unanswered"_s].toInt())
               .arg(average("resolution", "mean_s", "median_s"))
        + u", cohort %1, messages %2 of %3, next %4, invalid %5"_s
              .arg(average("resolution_opened_cohort", "mean_s", "median_s"),
                   average("messages_per_ticket", "mean", "median"))
              .arg(json[u"messages_per_ticket"_s][u"total"_s].toInt())
              .arg(average("next_response", "mean_s", "median_s"))
              .arg(of("invalid"));
}

} // namespace

void TestImportedNumbers::theSameFromEverywhere_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("expected"); // the beginning, where the history's description names it
    QTest::addColumn<QString>("first"); // as a person reads it
    QTest::addColumn<QString>("resolution");
    QTest::addColumn<QString>("messages");
    QTest::newRow("v2.0, 7 days")
        << u"tickets-v2.0.db"_s << 7 << QString()
        << u"17 15 3/4 peak 7-7, first 856.357 (14) 380.0, 3 unanswered, resolution "
           "226832.000 (15) 10800.0, cohort 10454.538 (13)"_s
        << u"avg 14 min 16 s · median 6 min 20 s\n3 unanswered"_s << u"avg 2 d 15 h · median 3 h"_s
        << u"3.4 per ticket"_s;
    QTest::newRow("v2.0, General Tickets")
        << u"tickets-v2.0.db"_s << 7 << u"General Tickets"_s
        << u"8 9 2/1 peak 3-3, first 1559.000 (6) 440.0, 2 unanswered, resolution 370873.333 (9) 10800.0, "
           "cohort 10184.143 (7)"_s
        << u"avg 25 min 59 s · median 7 min 20 s\n2 unanswered"_s << u"avg 4 d 7 h · median 3 h"_s
        << u"3.8 per ticket"_s;
    QTest::newRow("v1.1, 7 days")
        << u"tickets-v1.1.db"_s << 7 << QString()
        << u"17 15 3/4 peak 7-7, first 813.500 (14) 360.0, 3 unanswered, resolution "
           "226832.000 (15) 10800.0, cohort 10454.538 (13)"_s
        << u"avg 13 min 34 s · median 6 min\n3 unanswered"_s << u"avg 2 d 15 h · median 3 h"_s
        << u"3.4 per ticket"_s;
    QTest::newRow("v2.0, 30 days") << u"tickets-v2.0.db"_s << 30 << QString() << u"34 32 3/4 peak 7-7"_s
                                   << u"avg 47 min 1 s · median 20 min 26 s\n3 unanswered"_s << QString()
                                   << u"9.7 per ticket"_s;
}

void TestImportedNumbers::theSameFromEverywhere()
{
    QFETCH(QString, file);
    QFETCH(int, days);
    QFETCH(QString, category);
    QFETCH(QString, expected);
    BotFixture bot;
    const auto command = [&bot](QStringList words) {
        words += {u"--data-dir"_s, bot.dir.path()};
        const Result<CommandLine> line = CommandLine::parse(words);
        return line ? runDataCommand(*line) : CommandOutcome{ExitCode::WrongUse, {}, line.error().text};
    };
    const CommandOutcome imported = command({u"import"_s, QStringLiteral(TA_TEST_DATA "/python-bot/") + file,
                                             u"--guild"_s, QString::number(ImportedServer)});
    QVERIFY2(imported.code == ExitCode::Stopped, qPrintable(imported.error));
    QStringList asked{u"stats"_s, u"--days"_s, QString::number(days), u"--until"_s, u"2026-04-15T12:00:00Z"_s,
                      u"--json"_s};
    if (!category.isEmpty())
        asked += {u"--category"_s, category};
    const CommandOutcome told = command(asked);
    QVERIFY2(told.code == ExitCode::Stopped, qPrintable(told.error));
    const QString numbers = figures(QJsonDocument::fromJson(told.output).object());
    QVERIFY2(numbers.startsWith(expected), qPrintable(numbers));

    // That server, as it was when the history was written: its open tickets have their channels.
    DemoWorld &w = bot.discord.world();
    w.setNow([] { return GuildId(ImportedServer).createdAtMs(); });
    aimAt(w, ImportedServer);
    const quint64 owner = bot.owner;
    bot.guild = w.addGuild(u"Northwind"_s, owner);
    QCOMPARE(bot.guild, ImportedServer);
    w.setNow([] { return ImportedNow; });
    const quint64 appeals = w.addCategory(bot.guild, u"Tickets"_s);
    for (const quint64 id :
         {1481260392251392042, 1493581579681792057, 1493641977659392058, 1493913768558592059}) {
        aimAt(w, id);
        QCOMPARE(w.addChannel(bot.guild, appeals, u"ticket"_s,
                              {.by = 0, .requester = 0, .reason = {}, .atMs = ChannelId(id).createdAtMs()}),
                 id);
    }
    bot.lobby = w.addChannel(bot.guild, 0, u"lobby"_s);
    bot.clock.utc = [] { return ImportedNow; };
    QVERIFY(bot.start());

    CategoryFilter filter;
    const auto known = bot.ask([](const Reader &r) { return r.categories(GuildId(ImportedServer)); });
    for (const CategoryRow &row : known) {
        if (row.name == category && !category.isEmpty()) {
            filter.all = false;
            filter.id = row.id;
        }
    }
    const DateRange range{days == 7 ? DateRange::Kind::Last7Days : DateRange::Kind::Last30Days};
    OverviewQuestion overview;
    overview.server = GuildId(ImportedServer);
    overview.category = filter;
    overview.range = range;
    overview.context.zone = QTimeZone::utc();
    const OverviewAnswer onOverview =
        bot.ask([&](const Reader &r) { return OverviewAnswer::read(r, overview, ImportedNow); });
    QCOMPARE(figures(onOverview.now), numbers);
    TrendsQuestion trends;
    trends.server = overview.server;
    trends.category = filter;
    trends.range = range;
    trends.context = overview.context;
    const TrendsAnswer onTrends =
        bot.ask([&](const Reader &r) { return TrendsAnswer::read(r, trends, ImportedNow); });
    QCOMPARE(figures(onTrends.now), numbers);
    // What the cards say is what the statistics hold.
    const auto card = [&](OverviewFigures::Card which) {
        return OverviewFigures::card(which, onOverview).value;
    };
    QCOMPARE(card(OverviewFigures::Opened), QString::number(onOverview.now.opened));
    QCOMPARE(card(OverviewFigures::FirstResponse), Format::duration(onOverview.now.firstResponse.mean));
    QCOMPARE(card(OverviewFigures::Resolution), Format::duration(onOverview.now.resolution.mean));

    QJsonArray options{stringOption(u"category"_s, category.isEmpty() ? u"all"_s : category),
                       integerOption(u"days"_s, days)};
    const StandInDiscord::Reply reply = bot.command(owner, u"ticketstats"_s, options, ImportedServer);
    const auto field = [&reply](const QString &name) { return fieldOfEmbed(reply.message, name); };
    QVERIFY2(field(u"Opened"_s).startsWith(expected.section(u' ', 0, 0)), qPrintable(textOf(reply)));
    QCOMPARE(field(u"Closed"_s), expected.section(u' ', 1, 1));
    QVERIFY(field(u"Open now"_s).startsWith(QString::number(onOverview.now.openAtEnd)));
    QVERIFY(field(u"Peak concurrent"_s).startsWith(QString::number(onOverview.now.peak.max) + u" on"_s));
    QFETCH(QString, first);
    QFETCH(QString, resolution);
    QFETCH(QString, messages);
    QCOMPARE(field(u"First response"_s), first);
    if (!resolution.isEmpty())
        QCOMPARE(field(u"Resolution"_s), resolution);
    QCOMPARE(field(u"Messages"_s), messages);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    TestImportedNumbers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_importednumbers.moc"
