// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statstext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// `stats --json` is what other tools call: its keys, its units and its nulls.
class TestStatsJson : public QObject
{
    Q_OBJECT
private slots:
    void keysAndUnitsAreThoseOfTheInterface();
    void figuresOfNothingAreNull();
    void timesShowMillisecondsOnlyWhereThereAreSome();
    void rowsOfCategoriesNameNone();
    void theTextSaysDashesForNothing();
    void aShortGapIsNotTheWholePeriod();
    void anUnobservedPeriodHasDashes();
    void theTableHoldsEveryFigureOfTheJson();
};

namespace {

constexpr UtcMs noon = 1776254400000; // 2026-04-15T12:00:00Z

Average averageMs(double mean, double median, double p90, int n)
{
    Average average;
    average.mean = mean;
    average.median = median;
    average.p90 = p90;
    average.n = n;
    return average;
}

StatsReport exampleReport()
{
    StatsReport report;
    report.guild = GuildId(990000000000000001);
    report.guildName = u"Northwind"_s;
    report.category = u"all"_s;
    TicketStatistics &n = report.numbers;
    n.window = Window::lastDays(7, noon);
    n.opened = 17;
    n.closed = 15;
    n.openAtStart = 3;
    n.openAtEnd = 4;
    n.peak = {7, 7, noon - 3 * DayMs, HourMs};
    n.firstResponse = averageMs(856'357.142, 380'000, 2'000'500, 14);
    n.unanswered = 3;
    n.resolution = averageMs(226'832'000, 10'800'000, 500'000'000, 15);
    n.resolutionOpenedCohort = averageMs(10'454'538.46, 1, 2, 13);
    n.messagesPerTicket = averageMs(58.0 / 17, 3, 6, 17);
    n.messagesTotal = 58;
    n.staffMessages = 24;
    n.requesterMessages = 30;
    n.guestMessages = 4;
    n.nextResponse = averageMs(879'272.7, 1, 2, 22);
    CategoryCount general;
    general.name = u"General Tickets"_s;
    general.opened = 8;
    CategoryCount none;
    none.opened = 9;
    n.byCategory = {general, none};
    n.observed = 0.98765;
    n.gaps = 2;
    n.invalid = 1;
    return report;
}

} // namespace

void TestStatsJson::keysAndUnitsAreThoseOfTheInterface()
{
    const QJsonObject json = statsJson(exampleReport());
    const QByteArray expected = R"({
        "guild": "990000000000000001", "category": "all",
        "from": "2026-04-08T12:00:00Z", "to": "2026-04-15T12:00:00Z",
        "opened": 17, "closed": 15, "open_at_start": 3, "open_at_end": 4,
        "peak_concurrent": { "min": 7, "max": 7, "at": "2026-04-12T12:00:00Z" },
        "first_response": { "mean_s": 856.357, "median_s": 380.0, "p90_s": 2000.5, "n": 14, "unanswered": 3 },
        "resolution": { "mean_s": 226832.0, "median_s": 10800.0, "p90_s": 500000, "n": 15 },
        "resolution_opened_cohort": { "mean_s": 10454.538, "median_s": 0.001, "p90_s": 0.002, "n": 13 },
        "messages_per_ticket": { "mean": 3.412, "median": 3, "total": 58, "staff": 24, "requester": 30, "guest": 4 },
        "next_response": { "mean_s": 879.273, "median_s": 0.001, "p90_s": 0.002, "n": 22 },
        "by_category": [ { "category": "General Tickets", "opened": 8 }, { "category": "None", "opened": 9 } ],
        "coverage": { "observed": 0.988, "gaps": 2 }, "invalid": 1 })";
    QCOMPARE(json, QJsonDocument::fromJson(expected).object());
}

// METRICS M-20: an average of nothing is not 0.
void TestStatsJson::figuresOfNothingAreNull()
{
    StatsReport report;
    report.guild = GuildId(1);
    report.category = u"all"_s;
    report.numbers.window = Window::lastDays(7, noon);
    const QJsonObject json = statsJson(report);
    for (const auto &name :
         {"first_response"_L1, "resolution"_L1, "resolution_opened_cohort"_L1, "next_response"_L1}) {
        const QJsonObject figures = json[name].toObject();
        QVERIFY(figures["mean_s"_L1].isNull());
        QVERIFY(figures["median_s"_L1].isNull());
        QVERIFY(figures["p90_s"_L1].isNull());
        QCOMPARE(figures["n"_L1], QJsonValue(0));
    }
    QVERIFY(json["messages_per_ticket"_L1]["mean"_L1].isNull());
    QVERIFY(json["messages_per_ticket"_L1]["median"_L1].isNull());
    QCOMPARE(json["messages_per_ticket"_L1]["total"_L1], QJsonValue(0));
    QVERIFY(json["peak_concurrent"_L1]["at"_L1].isNull());
    QCOMPARE(json["peak_concurrent"_L1]["max"_L1], QJsonValue(0));
    QCOMPARE(json["first_response"_L1]["unanswered"_L1], QJsonValue(0));
    QCOMPARE(json["opened"_L1], QJsonValue(0));
    QCOMPARE(json["by_category"_L1], QJsonValue(QJsonArray()));
}

void TestStatsJson::timesShowMillisecondsOnlyWhereThereAreSome()
{
    QCOMPARE(isoTime(noon), u"2026-04-15T12:00:00Z"_s);
    QCOMPARE(isoTime(noon + 7), u"2026-04-15T12:00:00.007Z"_s);
}

void TestStatsJson::rowsOfCategoriesNameNone()
{
    const QJsonArray rows = statsJson(exampleReport())["by_category"_L1].toArray();
    QCOMPARE(rows.last()["category"_L1].toString(), u"None"_s);
}

void TestStatsJson::theTextSaysDashesForNothing()
{
    StatsReport report = exampleReport();
    QString text = statsText(report);
    QVERIFY2(text.contains("Northwind"_L1) && text.contains("14 min 16 s (median 6 min 20 s"_L1),
             qPrintable(text));
    report.numbers.firstResponse = {};
    text = statsText(report);
    const qsizetype at = text.indexOf("First response"_L1);
    QVERIFY(text.mid(at, text.indexOf(u'\n', at) - at).endsWith(u'–'));
}

// M-07: what was missed is never rounded away.
void TestStatsJson::aShortGapIsNotTheWholePeriod()
{
    StatsReport report = exampleReport();
    report.numbers.observed = 1;
    report.numbers.gaps = 0;
    QVERIFY(statsText(report).contains(u"100 % of the period, gaps: 0"_s));
    report.numbers.observed = 0.9996;
    report.numbers.missingMs = 4 * MinuteMs;
    report.numbers.gaps = 1;
    QVERIFY2(statsText(report).contains(u"99.9 % of the period, gaps: 1"_s), qPrintable(statsText(report)));
}

// M-07: nothing was measured, so nothing is zero.
void TestStatsJson::anUnobservedPeriodHasDashes()
{
    StatsReport report;
    report.numbers.observed = 0;
    report.numbers.missingMs = DayMs;
    report.numbers.gaps = 1;
    const QString text = statsText(report);
    for (const auto &name : {u"Tickets opened"_s, u"Tickets closed"_s, u"Open at start, at end"_s,
                             u"Most open at once"_s, u"Unanswered"_s}) {
        const qsizetype at = text.indexOf(name);
        const QString line = text.mid(at, text.indexOf(u'\n', at) - at);
        QVERIFY2(line.endsWith(u'–') && !line.contains(u'0'), qPrintable(line));
    }
    report.numbers.openAtStart = 3; // known from before
    QVERIFY(statsText(report).contains(u"3, –"_s));
    report.numbers.observed = 0.5;
    QVERIFY(statsText(report).contains(u"3, 0"_s));
}

void TestStatsJson::theTableHoldsEveryFigureOfTheJson()
{
    const QByteArray csv = statsCsv(exampleReport());
    QVERIFY(csv.startsWith("\"figure\",\"category\",\"value\"\r\n"));
    QVERIFY(csv.contains("\"first_response.mean_s\",\"all\",856.357\r\n"));
    QVERIFY(csv.contains("\"opened\",\"all\",17\r\n"));
    QVERIFY(csv.contains("\"opened\",\"General Tickets\",8\r\n"));
    QVERIFY(csv.contains("\"opened\",\"None\",9\r\n"));
    QVERIFY(csv.contains("\"peak_concurrent.at\",\"all\",\"2026-04-12T12:00:00Z\"\r\n"));
    StatsReport empty;
    empty.category = u"all"_s;
    QVERIFY(statsCsv(empty).contains("\"resolution.mean_s\",\"all\",\r\n"));
}

QTEST_GUILESS_MAIN(TestStatsJson)
#include "tst_statsjson.moc"
