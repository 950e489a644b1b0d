// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "ui/models/charttablemodel.h"
#include "ui/pages/periodfigures.h"
#include "ui/pages/trendspage.h"
#include "ui/sourceenglish.h"
#include "ui/staffranking.h"
#include "ui/theme.h"
#include "ui/uisettings.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/explainpanel.h"
#include "ui/widgets/headerbar.h"
#include "ui/widgets/statepane.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace TrendsFigures;

namespace {

constexpr double None = std::numeric_limits<double>::quiet_NaN();

// Two weeks that can be counted by hand. Now is Sunday 22 November 14:04; "last 7 days" begins on Sunday 15 at 14:04.
class SmallWorld : public UiWorld
{
public:
    SmallWorld() : UiWorld(false)
    {
        addTicket(Appeals, u"appeal-0001"_s, Start - 20 * DayMs, 5 * MinuteMs, HourMs);
        // The seven days before.
        addTicket(Appeals, u"appeal-0002"_s, Start - 9 * DayMs, 5 * MinuteMs, HourMs);
        // Thursday 19: two, both closed that day.
        addTicket(Appeals, u"appeal-0003"_s, Start - 3 * DayMs, 4 * MinuteMs, 30 * MinuteMs);
        addTicket(Appeals, u"appeal-0004"_s, Start - 3 * DayMs + HourMs, 6 * MinuteMs, 2 * HourMs);
        // Friday 20: late answer by Ben. Saturday 21: nobody answers. Sunday: open, answered.
        addTicket(General, u"general-0001"_s, Start - 2 * DayMs, 50 * MinuteMs, 5 * HourMs, 12);
        addTicket(General, u"general-0002"_s, Start - DayMs, -1, -1);
        addTicket(Reports, u"report-0001"_s, Start - 2 * HourMs, 10 * MinuteMs, -1);
        flush();
    }
};

bool sameValues(const QVector<double> &a, const QVector<double> &b)
{
    if (a.size() != b.size())
        return false;
    for (int i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) != std::isnan(b[i]) || (!std::isnan(a[i]) && a[i] != b[i]))
            return false;
    }
    return true;
}

// A page in a window of its own, ready.
struct Shown
{
    explicit Shown(UiWorld &world, const DateRange &range = {}, QSize size = {1060, 700},
                   UiSettings *settings = nullptr)
        : live(world.storage(), world.clock()), ranking(settings), page(new TrendsPage(live, ranking))
    {
        live.setBotState(world.connectedState());
        live.setRange(range);
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        header = new HeaderBar(live);
        layout->addWidget(header);
        layout->addWidget(page, 1);
        const WidthClass width = size.width() < 700 ? WidthClass::Compact
            : size.width() < 900                    ? WidthClass::Medium
                                                    : WidthClass::Wide;
        header->setWidthClass(width);
        page->setWidthClass(width);
        header->setPage(page);
        window.resize(size);
        window.show();
    }
    bool ready() const
    {
        // Charts are drawn in reading order, and the heatmap once more when the hours of staff are there.
        return page->answer() && page->answer()->staff && !page->chart(Messages)->spec().title.isEmpty()
            && !page->heatmap()->spec().rows.isEmpty()
            && !std::isnan(page->heatmap()->spec().rows.first().values.first());
    }
    QVector<double> values(Chart chart, int series) const
    {
        return page->chart(chart)->spec().series.value(series).values;
    }
    template <class T>
    T *part(const QString &name) const
    {
        return page->findChild<T *>(name);
    }

    LiveData live;
    StaffRanking ranking;
    QWidget window;
    TrendsPage *page;
    HeaderBar *header;
};

} // namespace

class tst_TrendsPage : public QObject
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

    void chartsShowWhatWasCountedByHand() // METRICS, UX 3.3
    {
        SmallWorld world;
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        const ChartSpec opened = shown.page->chart(Opened)->spec();
        QCOMPARE(opened.title, u"Opened and closed per day"_s);
        QCOMPARE(opened.points.size(), 8);
        QVERIFY(opened.points.first().partial && opened.points.last().partial);
        QVERIFY(sameValues(shown.values(Opened, 0), {0, 0, 0, 0, 2, 1, 1, 1}));
        QVERIFY(sameValues(shown.values(Opened, 1), {0, 0, 0, 0, 2, 1, 0, 0}));
        QVERIFY(opened.series[2].reference);
        QVERIFY(sameValues(shown.values(Opened, 2), {0, 0, 0, 0, 0, 1, 0, 0}));
        QCOMPARE(opened.series[2].name, u"Opened the 7 days before"_s);

        QVERIFY(sameValues(shown.values(Backlog, 0), {0, 0, 0, 0, 1, 1, 1, 2}));
        QCOMPARE(shown.page->chart(Backlog)->spec().title, u"Open backlog per day (peak 2 on 22 Nov)"_s);

        const double minute = MinuteMs;
        QVERIFY(sameValues(shown.values(Response, 0),
                           {None, None, None, None, 5 * minute, 50 * minute, None, 10 * minute}));
        QCOMPARE(*shown.page->chart(Response)->spec().target, 10 * minute);
        QCOMPARE(*shown.page->chart(Response)->spec().cap, 30 * minute);
        QCOMPARE(chartReadout(shown.page->chart(Response)->spec(), 4),
                 u"Thu 19 Nov: median 5 min, 90 % within 5 min 48 s, median the 7 days before not measured, "
                 "answered 2"_s);

        QVERIFY(sameValues(shown.values(Resolution, 0), {0, 1, 1, 1, 0, 0, 0}));
        QCOMPARE(shown.page->chart(Categories)->spec().pointNames,
                 (QStringList{u"Appeals"_s, u"General Tickets"_s, u"Player-Reports"_s}));
        QVERIFY(sameValues(shown.values(Categories, 0), {2, 2, 1}));
        QVERIFY(sameValues(shown.values(Categories, 1), {1, 0, 0})); // the seven days before
        QCOMPARE(shown.page->chart(Staff)->spec().pointNames, (QStringList{u"Ana"_s, u"Ben"_s}));
        QVERIFY(sameValues(shown.values(Staff, 0), {3, 1}));
        QCOMPARE(shown.page->chart(Staff)->spec().weak, (QVector<bool>{true, true})); // fewer than five
        QCOMPARE(shown.page->chart(Messages)->spec().pointNames.mid(0, 2), (QStringList{u"1–2"_s, u"3–5"_s}));
        QVERIFY(sameValues(shown.values(Messages, 0), {1, 4, 0, 0, 0, 0}));
    }

    void aTicketClosedOnTwoDaysIsOne() // METRICS "Tickets closed ... each once"
    {
        TrendsAnswer answer;
        answer.question.context.zone = QTimeZone::utc();
        answer.window = Window::lastDays(2, UiWorld::Start);
        answer.now.opened = answer.now.closed = 1;
        for (int day = 0; day < 2; ++day) {
            Bucket bucket;
            bucket.fromMs = answer.window.fromMs + day * DayMs;
            bucket.toMs = bucket.fromMs + DayMs;
            bucket.opened = day == 0;
            bucket.closed = 1;
            answer.buckets.append(bucket);
        }
        const ChartSpec spec = chart(Opened, answer, {});
        QVERIFY2(chartSummary(spec).contains(u"1 opened, 1 closed."_s), qPrintable(chartSummary(spec)));
        QVERIFY(explanation(Opened, answer, {}).text.contains(u"in the bar of every closing"_s));
        answer.buckets.last().closed = 0;
        QVERIFY(!explanation(Opened, answer, {}).text.contains(u"in the bar of every closing"_s));
    }

    void picturesSayOfWhenAndWhom() // delight-point 56
    {
        TrendsQuestion question;
        question.context.zone = QTimeZone("Europe/London");
        question.serverName = u"Northwind"_s;
        question.categoryName = u"Appeals"_s;
        const Window week = Window::lastDays(7, UiWorld::Start);
        QCOMPARE(pictureCaption(question, week), u"15 Nov – 22 Nov 2026 · Northwind"_s);
        question.category.all = false;
        QCOMPARE(pictureCaption(question, week), u"15 Nov – 22 Nov 2026 · Appeals · Northwind"_s);
    }

    void theHeatmapShowsArrivalsByHour() // UX 41
    {
        SmallWorld world;
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        const HeatSpec spec = shown.page->heatmap()->spec();
        QCOMPARE(spec.rows.size(), 8);
        QCOMPARE(spec.rows[1].name, u"Monday"_s);
        QCOMPARE(spec.rows[4].values[14], 1.0);
        QCOMPARE(spec.rows[4].values[15], 1.0);
        QCOMPARE(heatCellWords(spec, 4, 15), u"Thursday 15:00, 1 ticket"_s);
        double all = 0;
        for (int row = 1; row < 8; ++row) {
            for (const double value : spec.rows[row].values)
                all += value;
        }
        QCOMPARE(all, 5.0);
        auto *table = shown.part<QTableView>(u"trendsArrivalsTable"_s);
        QCOMPARE(table->model()->index(4, 15).data(Qt::AccessibleTextRole).toString(),
                 u"Thursday 15:00, 1 ticket"_s);

        QTest::mouseClick(shown.part<QToolButton>(u"trendsArrivalsMode2"_s), Qt::LeftButton);
        QTRY_COMPARE(shown.page->heatmap()->spec().rows[4].values[14], 4.0 * MinuteMs);
        QVERIFY(std::isnan(shown.page->heatmap()->spec().rows[6].values[14])); // nobody answered: no zero
        QTest::mouseClick(shown.part<QToolButton>(u"trendsArrivalsMode1"_s), Qt::LeftButton);
        QTRY_COMPARE(shown.page->heatmap()->spec().rows[4].values[14], 2.0); // at 14:08 and 14:12
    }

    void theTableEqualsTheChart() // should-point 38
    {
        SmallWorld world;
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        shown.page->toggleTables();
        for (int i = 0; i < ChartCount; ++i) {
            ChartView *chart = shown.page->chart(Chart(i));
            if (!chart)
                continue;
            QVERIFY(chart->tableShown());
            const auto *model = chart->findChild<QTableView *>(chart->objectName() + u"Table"_s)->model();
            const ChartSpec &spec = chart->spec();
            QCOMPARE(model->rowCount(), int(spec.points.size()));
            QCOMPARE(model->columnCount(), int(1 + spec.series.size() + spec.columns.size()));
            for (int row = 0; row < model->rowCount(); ++row) {
                for (int s = 0; s < spec.series.size(); ++s)
                    QCOMPARE(model->index(row, s + 1).data().toString(),
                             chartValueText(spec, spec.series[s].values[row]));
            }
            const QList<QByteArray> lines = chartCsv(spec).split('\n');
            QCOMPARE(lines.size(), spec.points.size() + 2); // header, and nothing after the last
        }
        const auto *table = shown.part<QTableView>(u"trendsCategoriesTable"_s)->model();
        QCOMPARE(table->headerData(3, Qt::Horizontal).toString(), u"Closed (tickets)"_s);
        QCOMPARE(table->index(0, 0).data().toString(), u"Appeals"_s);
        QCOMPARE(table->index(0, 3).data().toString(), u"2"_s);
        QCOMPARE(table->index(1, 5).data().toString(), u"50 min"_s);
    }

    void everyMarkLeadsToExactlyTheTicketsCountedThere() // should-point 37
    {
        UiWorld world; // some four hundred tickets
        Shown shown(world, {DateRange::Kind::Last14Days});
        QTRY_VERIFY(shown.ready());
        QSignalSpy links(shown.page, &Page::linkActivated);
        int marks = 0;
        for (int i = 0; i < ChartCount; ++i) {
            ChartView *chart = shown.page->chart(Chart(i));
            if (!chart)
                continue;
            const ChartSpec spec = chart->spec();
            for (int s = 0; s < spec.series.size(); ++s) {
                if (spec.series[s].reference || spec.durations)
                    continue;
                for (int point = 0; point < spec.points.size(); ++point) {
                    const int counted = int(spec.series[s].values[point]);
                    links.clear();
                    emit chart->markActivated(point, s);
                    QCOMPARE(links.size(), counted > 0 ? 1 : 0);
                    if (counted == 0)
                        continue;
                    const auto link = links[0][0].value<PageLink>();
                    QCOMPARE(int(link.tickets->only->size()), counted);
                    QVERIFY(!link.chip.isEmpty());
                    ++marks;
                }
            }
        }
        QVERIFY(marks > 50);
        // And the page they lead to lists as many.
        emit shown.page->chart(Opened)->markActivated(5, 1);
        const auto link = links.last()[0].value<PageLink>();
        std::optional<int> total;
        QObject asker;
        world.storage().read(
            &asker,
            [filter = *link.tickets](const Reader &reader) {
                return reader.tickets(UiWorld::Northwind, filter, UiWorld::Start, 0).total;
            },
            [&](int n) { total = n; });
        QTRY_VERIFY(total.has_value());
        QCOMPARE(double(*total), shown.values(Opened, 1)[5]);
    }

    // should-point 37: the grey marks of the period before, and what only the tables count.
    void marksOfThePeriodBeforeAndTableColumnsLeadToTheirTickets()
    {
        UiWorld world;
        Shown shown(world, {DateRange::Kind::Last14Days});
        QTRY_VERIFY(shown.ready());
        QSignalSpy links(shown.page, &Page::linkActivated);
        int marks = 0;
        for (int i = 0; i < ChartCount; ++i) {
            ChartView *chart = shown.page->chart(Chart(i));
            if (!chart)
                continue;
            const ChartSpec spec = chart->spec();
            for (int s = 0; s < spec.series.size() + spec.columns.size(); ++s) {
                const int column = s - int(spec.series.size());
                const bool counts = column < 0 ? spec.series[s].reference && !spec.durations
                                               : spec.columns[column].kind == ChartSpec::Column::Kind::Count
                        && spec.columns[column].unit == u"tickets"_s;
                const QVector<double> values =
                    column < 0 ? spec.series[s].values : spec.columns[column].values;
                for (int point = 0; counts && point < spec.points.size(); ++point) {
                    if (!(values[point] > 0))
                        continue;
                    links.clear();
                    emit chart->markActivated(point, s);
                    QTRY_COMPARE(links.size(), 1);
                    QCOMPARE(double(links[0][0].value<PageLink>().tickets->only->size()), values[point]);
                    ++marks;
                }
            }
        }
        QVERIFY(marks > 50);
        // Enter in a cell of a table asks for what that cell counts.
        auto *table = shown.part<QTableView>(u"trendsCategoriesTable"_s);
        QCOMPARE(table->model()->headerData(3, Qt::Horizontal).toString(), u"Closed (tickets)"_s);
        links.clear();
        emit table->activated(table->model()->index(0, 3));
        QTRY_COMPARE(links.size(), 1);
        QCOMPARE(QString::number(links[0][0].value<PageLink>().tickets->only->size()),
                 table->model()->index(0, 3).data().toString());
    }

    void keysReachAMarkAndEnterOpensIt() // must-point 17, should-point 40
    {
        SmallWorld world;
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        QSignalSpy links(shown.page, &Page::linkActivated);
        auto *canvas = shown.part<QWidget>(u"trendsOpenedCanvas"_s);
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_End);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(canvas, Qt::Key_Left);
        QVERIFY2(canvas->accessibleDescription().startsWith(u"Thu 19 Nov: 2 opened, 2 closed"_s),
                 qPrintable(canvas->accessibleDescription()));
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].value<PageLink>().chip, u"Opened: 19 Nov 2026"_s);
        QCOMPARE(links[0][0].value<PageLink>().tickets->only->size(), 2);

        auto *bars = shown.part<QWidget>(u"trendsCategoriesCanvas"_s);
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Home);
        QTest::keyClick(bars, Qt::Key_Down); // the bars lie below each other
        QTest::keyClick(bars, Qt::Key_Return);
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[1][0].value<PageLink>().chip, u"General Tickets, opened: Last 7 days"_s);

        auto *heat = shown.part<QTableView>(u"trendsArrivalsTable"_s);
        heat->setFocus();
        heat->setCurrentIndex(heat->model()->index(4, 15));
        QTest::keyClick(heat, Qt::Key_Return);
        QCOMPARE(links.size(), 3);
        QCOMPARE(links[2][0].value<PageLink>().tickets->only->size(), 1);
        heat->setCurrentIndex(heat->model()->index(0, 14)); // staff active: the tickets they wrote in
        QTest::keyClick(heat, Qt::Key_Return);
        QTRY_COMPARE(links.size(), 4);
        QCOMPARE(links[3][0].value<PageLink>().tickets->only->size(),
                 2); // Thursday's, Friday's begins at 14:54
    }

    void aTimeOfflineIsSaidSoThatItReads_data() // UX 2.6, partial
    {
        QTest::addColumn<qint64>("lengthMs");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, qint64 ms, const QString &says) {
            QTest::newRow(name) << ms << says;
        };
        row("two seconds", 2 * SecondMs, u"Sun 22 Nov, 14:04 for 2 s"_s);
        row("over the minute", MinuteMs, u"Sun 22 Nov, 14:04 to 14:05"_s);
        row("hours", 3 * HourMs, u"Sun 22 Nov, 14:04 to 17:04"_s);
        row("into the next day", DayMs, u"Sun 22 Nov, 14:04 to Mon 23 Nov, 14:04"_s);
    }
    void aTimeOfflineIsSaidSoThatItReads()
    {
        QFETCH(qint64, lengthMs);
        QFETCH(QString, says);
        QCOMPARE(
            PeriodFigures::gapsText({{UiWorld::Start, UiWorld::Start + lengthMs}}, QTimeZone::utc(), 0.5),
            u"* Bot was offline %1."_s.arg(says));
    }

    void aFewSecondsOfflineAreNotCalledEverything() // UX 3.1: a share is said below 99 %
    {
        const QVector<ChartSpec::Band> twice{{UiWorld::Start, UiWorld::Start + 5 * SecondMs},
                                             {UiWorld::Start + HourMs, UiWorld::Start + HourMs + SecondMs}};
        QCOMPARE(PeriodFigures::gapsText(twice, QTimeZone::utc(), 0.99999),
                 u"* Bot was offline 2 times, last Sun 22 Nov, 15:04 for 1 s."_s);
        QVERIFY(PeriodFigures::gapsText(twice, QTimeZone::utc(), 0.9)
                    .endsWith(" Observed 90 % of this period."_L1));
    }

    void aHoleIsHatchedAndSaidAndNoZero() // delight-point 54, M-07
    {
        SmallWorld world;
        bool written = false;
        world.storage().write(
            this,
            [](Writer &writer) -> Status {
                const UtcMs from =
                    UiWorld::Start - 6 * DayMs - 14 * HourMs - 4 * MinuteMs; // Monday 16, 00:00
                const auto gap =
                    writer.openGap(UiWorld::Northwind, {}, from, u"test"_s, CoverageGap::State::Unknown);
                if (!gap)
                    return gap.error();
                return writer.closeGap(*gap, from + DayMs, false, {});
            },
            [&](const Status &status) { written = status.ok(); });
        QTRY_VERIFY(written);
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        const ChartSpec &spec = shown.page->chart(Opened)->spec();
        QCOMPARE(spec.offline.size(), 1);
        QVERIFY(std::isnan(spec.series[0].values[1]));
        QCOMPARE(spec.series[0].values[2], 0.0); // the day after was observed
        QVERIFY(chartReadout(spec, 1).contains(u"not measured opened"_s));
        auto *note = shown.part<QLabel>(u"trendsOpenedNote"_s);
        QVERIFY2(note->text().contains(u"Bot was offline Mon 16 Nov, 00:00 to Tue 17 Nov, 00:00"_s),
                 qPrintable(note->text()));
        auto *missing = shown.part<QToolButton>(u"trendsMissingFigure"_s);
        QVERIFY(missing && missing->isVisible());
        QVERIFY(missing->text().startsWith(u"1 d missing"_s));
        QTest::mouseClick(missing, Qt::LeftButton);
        auto *panel = shown.part<ExplainPanel>(u"trendsExplain"_s);
        QVERIFY(panel->isVisible());
        QVERIFY(panel->accessibleDescription().contains(u"Mon 16 Nov, 00:00"_s));
    }

    void aShortHoleIsNotCalledAWholePeriod() // M-07
    {
        TicketStatistics statistics;
        QCOMPARE(PeriodFigures::coverageSentence(statistics), u"The whole period was observed."_s);
        statistics.missingMs = 5 * HourMs + 35 * MinuteMs;
        statistics.observed = 1.0 - double(statistics.missingMs) / double(30 * DayMs); // 99.2 %
        QCOMPARE(PeriodFigures::coverageSentence(statistics),
                 u"5 h 35 min of this period were not observed."_s);
        statistics.observed = 0.71;
        QVERIFY(PeriodFigures::coverageSentence(statistics).startsWith(u"Observed 71 % of this period"_s));
    }

    void explainSaysHowManyAndWhatWasLeftOut() // UX 2.10, must-point 18
    {
        SmallWorld world;
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        auto *opener = shown.part<QToolButton>(u"trendsResponseExplain"_s);
        opener->setFocus();
        QTest::keyClick(opener, Qt::Key_Space);
        auto *panel = shown.part<ExplainPanel>(u"trendsExplain"_s);
        QVERIFY(panel->isVisible());
        QVERIFY(panel->accessibleDescription().contains(u"n = 4"_s));
        QVERIFY(panel->accessibleDescription().contains(u"Left out: 1 ticket without a staff reply."_s));
        auto *show = panel->findChild<QPushButton *>(u"explainShow"_s);
        QCOMPARE(show->text(), u"Show the 4 tickets"_s);
        QTest::keyClick(show, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QCOMPARE(QApplication::focusWidget(), opener);
        QSignalSpy links(shown.page, &Page::linkActivated);
        QTest::keyClick(opener, Qt::Key_Space);
        QTest::keyClick(show, Qt::Key_Space);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].value<PageLink>().tickets->only->size(), 4);
    }

    void anExplanationFollowsTheNumbersThatAreShown() // UX 2.10
    {
        SmallWorld world;
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        shown.part<QToolButton>(u"trendsOpenedExplain"_s)->click();
        auto *panel = shown.part<ExplainPanel>(u"trendsExplain"_s);
        auto *show = panel->findChild<QPushButton *>(u"explainShow"_s);
        const QString before = show->text();
        QVERIFY(panel->isVisible());
        show->setFocus();
        shown.live.setRange({DateRange::Kind::Last24Hours});
        QTRY_COMPARE(shown.page->answer()->question.range.kind, DateRange::Kind::Last24Hours);
        const qsizetype now = shown.page->answer()->tickets.opened.size();
        QTRY_VERIFY(show->text() != before);
        QVERIFY(show->text().contains(QString::number(now)) || (now == 0 && show->isHidden()));
        QSignalSpy links(shown.page, &Page::linkActivated);
        if (now > 0) {
            show->click();
            QCOMPARE(links[0][0].value<PageLink>().tickets->only->size(), now);
        }
    }

    void workingHoursOnlyCountsOnThatClock() // UX 3.3, METRICS M-27
    {
        SmallWorld world;
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        auto *box = shown.part<QCheckBox>(u"trendsHoursOnly"_s);
        QVERIFY(!box->isChecked());
        // Around the clock there is nothing to switch, and it says why.
        QSignalSpy messages(shown.page, &Page::message);
        box->click();
        QVERIFY(!box->isChecked());
        QCOMPARE(messages.size(), 1);
        const QString figure = shown.part<QToolButton>(u"trendsResponseFigure"_s)->text();
        QVERIFY2(figure.contains(u"target 10 min"_s), qPrintable(figure));

        // Friday's late answer: opened 14:04, answered 14:54, working from 14:50. Thursday's lie outside (14:04 to 14:10).
        BotState state = world.connectedState();
        for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
            state.servers[0].config.workingWeek.append({Qt::DayOfWeek(day), 14 * 60 + 50, 22 * 60});
        shown.live.setBotState(state);
        QTRY_VERIFY(box->toolTip().contains(u"daily 14:50–22:00"_s));
        QVERIFY(sameValues(shown.values(Response, 0),
                           {None, None, None, None, 5 * double(MinuteMs), 50 * double(MinuteMs), None,
                            10 * double(MinuteMs)}));
        box->click();
        QVERIFY(shown.live.workingHoursOnly());
        const double late = 4 * double(MinuteMs);
        // The answer of Thursday 15:10 took its six minutes, that of 14:08 none, Sunday's at 12:14 none.
        QTRY_VERIFY(sameValues(shown.values(Response, 0),
                               {None, None, None, None, 3 * double(MinuteMs), late, None, 0}));
        const Explanation explained = explanation(Response, *shown.page->answer(), {});
        QVERIFY2(explained.text.contains(u"Only working hours are counted: daily 14:50–22:00 (UTC)."_s),
                 qPrintable(explained.text));
        QVERIFY(explained.text.contains(u"100 % were answered within the target of 10 min (4 of 4)."_s));
        QCOMPARE(explained.show.tickets.size(), 4);
        box->click();
        QTRY_VERIFY(explanation(Response, *shown.page->answer(), {})
                        .text.contains(u"Times are counted around the clock."_s));
    }

    void targetsOfCategoriesDecideTheLineAndTheShare() // UX 3.10
    {
        SmallWorld world;
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        BotState state = world.connectedState();
        state.servers[0].config.categoryTargets = {{UiWorld::General, {int(HourMs), 0}}};
        shown.live.setBotState(state);
        // No single line stands for all categories; all four answers were within the target of theirs.
        QTRY_VERIFY(!shown.page->chart(Response)->spec().target);
        QVERIFY(explanation(Response, *shown.page->answer(), {})
                    .text.contains(u"100 % were answered within the target of their category (4 of 4)."_s));
        shown.live.setCategory({false, UiWorld::General, {}});
        QTRY_VERIFY(shown.page->chart(Response)->spec().target == double(HourMs));
    }

    void fewTicketsGiveNoVerdict() // M-20, should-point 36
    {
        SmallWorld world;
        {
            Shown shown(world);
            QTRY_VERIFY(shown.ready());
            // Five now, one before: no comparison, but the picture of the days before stays.
            QVERIFY(shown.page->chart(Opened)->spec().comparison.isEmpty());
            QCOMPARE(shown.part<QToolButton>(u"trendsOpenedFigure"_s)->text(), u"5 opened"_s);
            QVERIFY(shown.part<QToolButton>(u"trendsResponseFigure"_s)->text().contains(u"only 4 tickets"_s));
            QVERIFY(shown.page->chart(Resolution)->spec().marks.isEmpty());
        }
        for (int i = 0; i < 9; ++i)
            world.addTicket(UiWorld::Appeals, u"more-%1"_s.arg(i), UiWorld::Start - 8 * DayMs - i * HourMs,
                            20 * MinuteMs, HourMs);
        world.flush();
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        QCOMPARE(shown.page->chart(Opened)->spec().comparison, u"50 % fewer than the 7 days before"_s);
        QCOMPARE(shown.part<QToolButton>(u"trendsOpenedFigure"_s)->text(), u"5 opened (50 % fewer)"_s);
    }

    void withoutAnyTicketThePageSaysWhatToDo() // must-point 13
    {
        UiWorld world(false);
        Shown shown(world);
        auto *state = shown.part<StatePane>(u"trendsState"_s);
        QTRY_COMPARE(state->state(), StatePane::State::FirstUse);
        QVERIFY(state->sentence().startsWith(u"No tickets yet."_s));
    }

    void anEmptyPeriodKeepsItsAxesAndOffersMore() // UX 2.6
    {
        SmallWorld world;
        Shown shown(world, DateRange::dates({2026, 11, 5}, {2026, 11, 6}));
        QTRY_VERIFY(shown.page->answer());
        QTRY_VERIFY(!shown.page->chart(Messages)->spec().title.isEmpty());
        QVERIFY(shown.page->chart(Opened)->spec().empty());
        QCOMPARE(shown.page->chart(Opened)->spec().points.size(), 48);
        QVERIFY(shown.part<QWidget>(u"trendsEmpty"_s)->isVisible());
        QSignalSpy changed(&shown.live, &LiveData::viewChanged);
        QTest::mouseClick(shown.part<QPushButton>(u"trendsLast90"_s), Qt::LeftButton);
        QCOMPARE(changed.size(), 1);
        QTRY_VERIFY(!shown.part<QWidget>(u"trendsEmpty"_s)->isVisible());
    }

    void theStaffChartCanBeHidden() // UX 3.3 no. 7
    {
        SmallWorld world;
        UiSettings settings(world.folder());
        {
            Shown shown(world, {}, {1060, 700}, &settings);
            QTRY_VERIFY(shown.ready());
            QVERIFY(shown.page->chart(Staff)->isVisible());
            shown.page->findChild<QAction *>(u"trendsHideStaff"_s)->trigger();
            QVERIFY(!shown.page->chart(Staff)->isVisible());
        }
        Shown shown(world, {}, {1060, 700}, &settings);
        QTRY_VERIFY(shown.ready());
        QVERIFY(!shown.page->chart(Staff)->isVisible());
        auto *back = shown.part<QPushButton>(u"trendsShowStaff"_s);
        QVERIFY(back->isVisible());
        back->click();
        QVERIFY(shown.page->chart(Staff)->isVisible());
        shown.ranking.setHidden(true); // in Settings, or on Staff
        QVERIFY(!shown.page->chart(Staff)->isVisible());
    }

    void everyChartIsOneForScreenReaders() // must-point 16
    {
        SmallWorld world;
        Shown shown(world);
        QTRY_VERIFY(shown.ready());
        for (int i = 0; i < ChartCount; ++i) {
            ChartView *chart = shown.page->chart(Chart(i));
            if (!chart)
                continue;
            auto *canvas = chart->findChild<QWidget *>(chart->objectName() + u"Canvas"_s);
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(canvas);
            QCOMPARE(interface->role(), QAccessible::Chart);
            QCOMPARE(interface->text(QAccessible::Name), chart->spec().title);
            QVERIFY(interface->text(QAccessible::Description).startsWith(u"7 days."_s));
        }
        // Another period has other titles, and the chosen series is heard.
        auto *canvas = shown.part<QWidget>(u"trendsOpenedCanvas"_s);
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(canvas);
        shown.live.setRange({DateRange::Kind::Last24Hours});
        QTRY_COMPARE(shown.page->chart(Opened)->spec().title, u"Opened and closed per hour"_s);
        QCOMPARE(interface->text(QAccessible::Name), u"Opened and closed per hour"_s);
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_End);
        const QString first = interface->text(QAccessible::Description);
        QTest::keyClick(canvas, Qt::Key_Down);
        QCOMPARE(interface->text(QAccessible::Description), first + u"; chosen: Closed"_s);
        // What a screen reader does with a switch is no click.
        auto *table = shown.part<QToolButton>(u"trendsOpenedAsTable"_s);
        QAccessible::queryAccessibleInterface(table)->actionInterface()->doAction(
            QAccessibleActionInterface::toggleAction());
        QVERIFY(shown.page->chart(Opened)->tableShown());
    }

    void figuresSayWithWhatTheyAreCompared() // must-point 16, should-point 36
    {
        TrendsAnswer answer;
        answer.question.range = {DateRange::Kind::Last7Days};
        const auto of = [](double median, int n) {
            Average average;
            average.mean = average.median = average.p90 = median;
            average.n = n;
            return average;
        };
        answer.now.opened = 20;
        answer.now.firstResponse = of(12.0 * MinuteMs, 10);
        answer.now.resolution = of(3.0 * HourMs, 3);
        answer.before = answer.now;
        answer.before->firstResponse = of(10.0 * MinuteMs, 10);
        const QVector<TrendsFigures::Figure> said = TrendsFigures::figures(answer);
        QVERIFY2(said[0].spoken.contains(u"(the same) as the 7 days before"_s), qPrintable(said[0].spoken));
        QVERIFY2(said[2].spoken.contains(u"12 minutes (20 % slower) than the 7 days before, target"_s),
                 qPrintable(said[2].spoken));
        QVERIFY2(said[3].spoken.endsWith(u", only 3 tickets"_s), qPrintable(said[3].spoken));
    }

    void whatNobodyRecordedIsNoZero() // M-07
    {
        TrendsAnswer answer;
        answer.window = {0, DayMs};
        answer.now.observed = 0;
        QCOMPARE(TrendsFigures::figures(answer)[0].text, u"– opened"_s);
        for (const auto which : {Opened, Resolution})
            QCOMPARE(TrendsFigures::chart(which, answer, {}).emptyText,
                     u"Nothing was recorded in this period."_s);
        using Why = ChartSpec::Band::Why;
        const UtcMs to = UiWorld::Start;
        QCOMPARE(PeriodFigures::gapsText({{to - DayMs, to, Why::BeforeRecording}}, QTimeZone::utc(), 0.5),
                 u"* Nothing was recorded before Sun 22 Nov, 14:04. Observed 50 % of this period."_s);
        QCOMPARE(PeriodFigures::gapsText({{to - DayMs, to, Why::AfterImport}}, QTimeZone::utc(), 0.5),
                 u"* Nothing was recorded Sat 21 Nov, 14:04 to Sun 22 Nov, 14:04. Observed 50 % of this "
                 u"period."_s);
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
    void look() // pictures for people; all of the page, as tall as it is
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        Shown shown(m_world, {DateRange::Kind::Last14Days}, size);
        QTRY_VERIFY(shown.ready());
        auto *body = shown.part<QWidget>(u"trendsBody"_s);
        QTest::qWait(20); // the layout of the last chart
        const QString name = u"screenshots/trends-%1x%2-%3"_s.arg(size.width())
                                 .arg(size.height())
                                 .arg(dark ? u"dark"_s : u"light"_s);
        shown.window.grab().save(name + u".png"_s);
        QPixmap whole(body->size());
        whole.fill(body->palette().color(QPalette::Window));
        body->render(&whole);
        whole.save(name + u"-whole.png"_s);
        // Nothing is wider than the page.
        QVERIFY2(body->minimumSizeHint().width() <= shown.page->width(),
                 qPrintable(QString::number(body->minimumSizeHint().width())));
    }

private:
    SourceEnglish m_english;
    Theme *m_theme = nullptr;
    UiWorld m_world;
};

QTEST_MAIN(tst_TrendsPage)
#include "tst_trendspage.moc"
