// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "ui/pages/staffpage.h"
#include "ui/sourceenglish.h"
#include "ui/staffranking.h"
#include "ui/theme.h"
#include "ui/widgets/bardelegate.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/headerbar.h"
#include "ui/widgets/statepane.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QBoxLayout>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

// Six tickets that Ana answers, two that Ben answers, one that nobody answers; two of Ana's and one of Ben's are open.
class StaffWorld : public UiWorld
{
public:
    StaffWorld() : UiWorld(false)
    {
        addTicket(Appeals, u"appeal-0001"_s, Start - 20 * DayMs, 5 * MinuteMs, HourMs);
        for (int i = 0; i < 4; ++i) // reply after 2, 4, 6, 8 minutes
            addTicket(Appeals, u"appeal-1%1"_s.arg(i), Start - 3 * DayMs + i * HourMs, (2 + 2 * i) * MinuteMs,
                      HourMs);
        // Open: with two messages the person wrote last and waits, with three staff did.
        addTicket(General, u"general-01"_s, Start - 3 * HourMs, 10 * MinuteMs, -1, 11, 101, 2);
        addTicket(General, u"general-02"_s, Start - 4 * HourMs, 12 * MinuteMs, -1, 11, 102, 3);
        addTicket(Reports, u"report-01"_s, Start - 2 * DayMs, 30 * MinuteMs, 2 * HourMs, 12);
        addTicket(Reports, u"report-02"_s, Start - DayMs, 20 * MinuteMs, -1, 12, 103, 3);
        addTicket(Reports, u"report-03"_s, Start - HourMs, -1, -1);
        flush();
    }
};

struct ShownStaff
{
    explicit ShownStaff(UiWorld &world, QSize size = {1060, 700})
        : live(world.storage(), world.clock()), page(new StaffPage(live, ranking))
    {
        live.setBotState(world.connectedState());
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
    bool ready() const { return page->answer() && page->answer()->hours && page->detail(); }
    QString cell(int row, int column) const { return page->model()->index(row, column).data().toString(); }
    QTableView *table() const { return page->findChild<QTableView *>(u"staffTable"_s); }

    LiveData live;
    StaffRanking ranking;
    QWidget window;
    StaffPage *page;
    HeaderBar *header;
};

} // namespace

class tst_StaffPage : public QObject
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

    void theTableShowsWhatWasCountedByHand() // UX 3.5, M-20
    {
        StaffWorld world;
        ShownStaff shown(world);
        const QAbstractItemModelTester tester(shown.page->model());
        QTRY_VERIFY(shown.ready());
        QCOMPARE(shown.page->model()->rowCount(), 2);
        QCOMPARE(shown.cell(0, StaffModel::Person), u"Ana"_s);
        QCOMPARE(shown.cell(0, StaffModel::OpenNow), u"2"_s);
        QCOMPARE(shown.cell(0, StaffModel::Waiting), u"1"_s);
        QCOMPARE(shown.cell(0, StaffModel::Answered), u"6"_s);
        QCOMPARE(shown.cell(0, StaffModel::FirstResponse), u"7 min"_s); // of 2, 4, 6, 8, 10, 12
        QCOMPARE(shown.cell(1, StaffModel::Person), u"Ben"_s);
        QCOMPARE(shown.cell(1, StaffModel::Answered), u"2"_s);
        QCOMPARE(shown.cell(1, StaffModel::FirstResponse), u"only 2 tickets"_s);
        QTRY_COMPARE(shown.cell(0, StaffModel::ActiveDays), u"2"_s); // Thursday and today
        QVERIFY(shown.table()->isColumnHidden(StaffModel::Claimed)); // nobody claims here
        auto *note = shown.page->findChild<QLabel *>(u"staffNote"_s);
        QVERIFY(note->text().contains(u"no assignment in Discord"_s));
        QVERIFY2(note->text().contains(u"1 open ticket"_s), qPrintable(note->text()));
    }

    void noColumnIsCutInAWideWindow() // UX 2.2: bars give way, numbers do not
    {
        StaffWorld world;
        ShownStaff shown(world);
        QTRY_VERIFY(shown.ready());
        QTableView *table = shown.table();
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        const int bars = table->columnWidth(StaffModel::Answered);
        shown.window.resize(940, 700);
        QTRY_VERIFY(table->columnWidth(StaffModel::Answered) < bars);
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
    }

    void headersStandOverTheirColumns() // UX 3.5
    {
        StaffModel model;
        const auto alignment = [&](int column) {
            const QVariant said = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
            return Qt::Alignment(said.toInt()) & Qt::AlignHorizontal_Mask;
        };
        for (const int column : {StaffModel::Waiting, StaffModel::FirstResponse, StaffModel::ActiveDays})
            QCOMPARE(alignment(column), Qt::AlignRight);
        for (const int column : {StaffModel::Person, StaffModel::OpenNow, StaffModel::LastActive})
            QCOMPARE(alignment(column), Qt::AlignLeft);
    }

    void barsCompareAtAGlanceAndAreSeenOnASelection_data() // must-point 21, UX 3.5
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void barsCompareAtAGlanceAndAreSeenOnASelection()
    {
        QFETCH(bool, dark);
        QStandardItemModel model(3, 1);
        const QStringList texts{u"7"_s, u"50"_s, u"100 heavy load"_s};
        for (int row = 0; row < 3; ++row) {
            model.setData(model.index(row, 0), texts[row], Qt::DisplayRole);
            model.setData(model.index(row, 0), 1.0, Qt::UserRole);
        }
        QTableView view;
        view.setPalette(Theme::palette(dark));
        view.setModel(&model);
        view.setItemDelegate(new BarDelegate(Qt::UserRole, &view));
        view.resizeColumnsToContents();
        view.resize(500, 200);
        view.show();
        view.selectRow(1);
        const QImage shown = view.viewport()->grab().toImage();
        const auto barOf = [&](int row) { // its first and last pixel; nothing else is that wide
            const QRect cell = view.visualRect(model.index(row, 0));
            const int y = cell.center().y();
            QPair<int, int> longest{0, -1};
            for (int from = cell.left(), x = from; x <= cell.right(); ++x) {
                if (shown.pixel(x, y) != shown.pixel(from, y))
                    from = x;
                const QColor back = shown.pixelColor(cell.right() - 3, y);
                if (x - from > longest.second - longest.first
                    && Theme::contrast(shown.pixelColor(x, y), back) >= 3)
                    longest = {from, x};
            }
            return longest;
        };
        for (int row = 0; row < 3; ++row) {
            QVERIFY2(barOf(row).second - barOf(row).first > 50, qPrintable(texts[row]));
            QCOMPARE(barOf(row), barOf(2)); // equal shares, equal bars from one start
        }
    }

    void aRowLeadsToExactlyItsTickets() // should-point 37
    {
        StaffWorld world;
        ShownStaff shown(world);
        QTRY_VERIFY(shown.ready());
        QSignalSpy links(shown.page, &Page::linkActivated);
        shown.table()->setFocus();
        shown.table()->setCurrentIndex(shown.page->model()->index(0, StaffModel::Answered));
        QTest::keyClick(shown.table(), Qt::Key_Return);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].value<PageLink>().tickets->only->size(), 6);
        shown.table()->setCurrentIndex(shown.page->model()->index(1, StaffModel::OpenNow));
        QTest::keyClick(shown.table(), Qt::Key_Return);
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[1][0].value<PageLink>().tickets->only->size(), 1);
        QCOMPARE(links[1][0].value<PageLink>().chip, u"Last reply by Ben"_s);
    }

    void onePersonHasDaysAndHours() // UX 3.5 "Detail"
    {
        StaffWorld world;
        ShownStaff shown(world);
        QTRY_VERIFY(shown.ready());
        shown.table()->setCurrentIndex(shown.page->model()->index(1, 0));
        auto *answered = shown.page->findChild<ChartView *>(u"staffAnswered"_s);
        QTRY_COMPARE(answered->spec().title, u"Tickets that Ben answered"_s);
        QCOMPARE(answered->spec().series[0].values, (QVector<double>{0, 0, 0, 0, 0, 1, 1, 0}));
        auto *response = shown.page->findChild<ChartView *>(u"staffResponse"_s);
        QCOMPARE(response->spec().series[0].values[5], 30.0 * MinuteMs);
        QSignalSpy links(shown.page, &Page::linkActivated);
        emit answered->markActivated(5, 0);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].value<PageLink>().tickets->only->size(), 1);
    }

    void activityStandsBesideArrivals() // UX 3.3 no. 5, 3.5
    {
        StaffWorld world;
        ShownStaff shown(world);
        QTRY_VERIFY(shown.ready());
        auto *heat = shown.page->findChild<HeatmapView *>(u"staffActivity"_s);
        QTRY_COMPARE(heat->spec().rows.size(), 3);
        QCOMPARE(heat->spec().rows[0].name, u"Tickets opened"_s);
        double opened = 0, ana = 0;
        for (int hour = 0; hour < 24; ++hour) {
            opened += heat->spec().rows[0].values[hour];
            ana += heat->spec().rows[1].values[hour];
        }
        QCOMPARE(opened, 9.0);
        QCOMPARE(heat->spec().rows[1].name, u"Ana"_s);
        QCOMPARE(ana, 4 * 2 + 1 + 2.0); // closed ones have two staff messages, the open ones one and two
    }

    void rowsStayWhereSomebodyIsAboutToPress() // UX 2.5
    {
        const auto people = [](int ana, int ben) {
            StaffRow a, b;
            a.user = UserId(1);
            a.name = u"Ana"_s;
            a.open = ana;
            b.user = UserId(2);
            b.name = u"Ben"_s;
            b.open = ben;
            return QVector<StaffRow>{a, b};
        };
        StaffModel model;
        model.setRows(people(3, 1), 10, QTimeZone::utc(), 0);
        QCOMPARE(model.row(0)->name, u"Ana"_s);
        model.setRows(people(3, 5), 10, QTimeZone::utc(), 0, true);
        QCOMPARE(model.row(0)->name, u"Ana"_s);
        QCOMPARE(model.row(1)->open, 5);
        model.setRows(people(3, 5), 10, QTimeZone::utc(), 0);
        QCOMPARE(model.row(0)->name, u"Ben"_s);
    }

    void whatNobodySawIsADash() // M-07
    {
        StaffRow row;
        row.name = u"Ana"_s;
        row.unseen = true;
        row.messages = 2; // told later
        StaffModel model;
        model.setRows({row}, 10, QTimeZone::utc(), 0);
        QCOMPARE(model.index(0, StaffModel::Answered).data().toString(), u"–"_s);
        QCOMPARE(model.index(0, StaffModel::Messages).data().toString(), u"2"_s);
        QCOMPARE(model.index(0, StaffModel::OpenNow).data().toString(), u"0"_s);
    }

    void theChosenPersonsChartsAreHeardByTheirName() // must-point 16
    {
        StaffWorld world;
        ShownStaff shown(world);
        QTRY_VERIFY(shown.ready());
        auto *canvas = shown.page->findChild<QWidget *>(u"staffAnsweredCanvas"_s);
        QVERIFY(canvas);
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(canvas);
        for (int row = 1; row >= 0; --row) {
            shown.table()->selectRow(row);
            const QString title = u"Tickets that %1 answered"_s.arg(shown.cell(row, StaffModel::Person));
            QTRY_COMPARE(heard->text(QAccessible::Name), title);
        }
    }

    void hoursLeadToTheTicketsWrittenInThen() // should-point 37
    {
        StaffWorld world;
        ShownStaff shown(world);
        QTRY_VERIFY(shown.ready());
        auto *hours = shown.page->findChild<HeatmapView *>(u"staffHours"_s);
        QTRY_COMPARE(hours->spec().title, u"When Ana wrote"_s);
        QCOMPARE(hours->spec().rows[3].values[14], 2.0); // Thursday: two messages in one ticket
        QSignalSpy links(shown.page, &Page::linkActivated);
        emit hours->cellActivated(3, 14);
        QTRY_COMPARE(links.size(), 1);
        QCOMPARE(links[0][0].value<PageLink>().tickets->only->size(), 1);
        QCOMPARE(links[0][0].value<PageLink>().chip, u"Ana wrote Thursday 14:00: Last 7 days"_s);
        auto *activity = shown.page->findChild<HeatmapView *>(u"staffActivity"_s);
        QTRY_COMPARE(activity->spec().rows.size(), 3);
        emit activity->cellActivated(1, 14);
        QTRY_COMPARE(links.size(), 2);
        QCOMPARE(links[1][0].value<PageLink>().tickets->only->size(), 1);
        emit activity->cellActivated(0, 14); // opened in that hour of the day
        QTRY_COMPARE(links.size(), 3);
        QCOMPARE(double(links[2][0].value<PageLink>().tickets->only->size()),
                 activity->spec().rows[0].values[14]);
        QVERIFY(links[2][0].value<PageLink>().chip.contains(u"14:00"_s));
    }

    void theRankingCanBeHidden() // UX 3.3 no. 7
    {
        StaffWorld world;
        ShownStaff shown(world);
        QTRY_VERIFY(shown.ready());
        QCOMPARE(shown.page->model()->index(0, StaffModel::Answered).data(StaffModel::ShareRole).toDouble(),
                 1.0);
        QTest::mouseClick(shown.page->findChild<QToolButton *>(u"staffNoRanking"_s), Qt::LeftButton);
        QCOMPARE(shown.page->model()->index(0, StaffModel::Answered).data(StaffModel::ShareRole).toDouble(),
                 0.0);
        QCOMPARE(shown.cell(0, StaffModel::Person), u"Ana"_s);
        QCOMPARE(shown.cell(1, StaffModel::Person), u"Ben"_s);
        QVERIFY(shown.ranking.hidden());
        // Nor by the header of a number; roles are no ranking.
        auto *table = shown.page->findChild<QTableView *>(u"staffTable"_s);
        QSignalSpy said(shown.page, &Page::message);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table->sortByColumn(StaffModel::Answered, order);
            QCOMPARE(shown.cell(0, StaffModel::Person), u"Ana"_s);
            QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(StaffModel::Person));
        }
        QCOMPARE(said.count(), 2);
        table->sortByColumn(StaffModel::Role, Qt::AscendingOrder);
        QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(StaffModel::Role));
        shown.ranking.setHidden(false); // in Settings, or in Trends
        QVERIFY(!shown.page->findChild<QToolButton *>(u"staffNoRanking"_s)->isChecked());
        QCOMPARE(shown.page->model()->index(0, StaffModel::Answered).data(StaffModel::ShareRole).toDouble(),
                 1.0);
    }

    void theCsvEqualsTheTable() // should-point 38
    {
        StaffWorld world;
        ShownStaff shown(world);
        QTRY_VERIFY(shown.ready());
        const QList<QByteArray> lines = shown.page->model()->csv().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].contains("\"First response, median (seconds)\""));
        QVERIFY2(lines[1].startsWith("\"Ana\",\"\",2,1,6,420.0,"), lines[1].constData());
        QVERIFY2(lines[2].startsWith("\"Ben\",\"\",1,0,2,,"), lines[2].constData());
    }

    void withoutAnyTicketThePageSaysWhatToDo() // must-point 13
    {
        UiWorld world(false);
        ShownStaff shown(world);
        auto *state = shown.page->findChild<StatePane *>(u"staffState"_s);
        QTRY_COMPARE(state->state(), StatePane::State::FirstUse);
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
        ShownStaff shown(m_world, size);
        QTRY_VERIFY(shown.ready());
        QTest::qWait(20);
        auto *body = shown.page->findChild<QWidget *>(u"staffBody"_s);
        const QString name = u"screenshots/staff-%1x%2-%3"_s.arg(size.width())
                                 .arg(size.height())
                                 .arg(dark ? u"dark"_s : u"light"_s);
        shown.window.grab().save(name + u".png"_s);
        QPixmap whole(body->size());
        whole.fill(body->palette().color(QPalette::Window));
        body->render(&whole);
        whole.save(name + u"-whole.png"_s);
        QVERIFY2(body->minimumSizeHint().width() <= shown.page->width(),
                 qPrintable(QString::number(body->minimumSizeHint().width())));
    }

private:
    SourceEnglish m_english;
    Theme *m_theme = nullptr;
    UiWorld m_world;
};

QTEST_MAIN(tst_StaffPage)
#include "tst_staffpage.moc"
