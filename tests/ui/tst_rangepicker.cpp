// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rangepicker.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QDateTime>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = DateRange::Kind;

UtcMs utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

QString isoIn(UtcMs ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

// Sunday, 22 November 2026, 14:04 in London.
DateRange::Context london()
{
    return {utc(u"2026-11-22T14:04:00Z"_s), QTimeZone("Europe/London"), Qt::Monday,
            utc(u"2026-01-05T09:00:00Z"_s)};
}

} // namespace

class tst_RangePicker : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void windowsOfTheQuickChoices_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("back");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *name, Kind kind, int back, const QString &from, const QString &to,
                            const QString &title) {
            QTest::newRow(name) << int(kind) << back << from << to << title;
        };
        row("24 hours", Kind::Last24Hours, 0, u"2026-11-21 14:04"_s, u"2026-11-22 14:04"_s,
            u"Last 24 hours"_s);
        row("7 days", Kind::Last7Days, 0, u"2026-11-15 14:04"_s, u"2026-11-22 14:04"_s, {});
        row("7 days, moved back", Kind::Last7Days, 1, u"2026-11-08 14:04"_s, u"2026-11-15 14:04"_s,
            u"8 Nov – 15 Nov 2026"_s);
        row("today ends now", Kind::Today, 0, u"2026-11-22 00:00"_s, u"2026-11-22 14:04"_s, u"Today"_s);
        row("yesterday is whole", Kind::Today, 1, u"2026-11-21 00:00"_s, u"2026-11-22 00:00"_s,
            u"Yesterday"_s);
        row("week begins on Monday", Kind::ThisWeek, 0, u"2026-11-16 00:00"_s, u"2026-11-22 14:04"_s,
            u"This week"_s);
        row("last week", Kind::ThisWeek, 1, u"2026-11-09 00:00"_s, u"2026-11-16 00:00"_s, u"Last week"_s);
        row("this month", Kind::ThisMonth, 0, u"2026-11-01 00:00"_s, u"2026-11-22 14:04"_s, u"This month"_s);
        // October has the end of summer time in it: local midnights, not multiples of 24 h (M-22).
        row("last month", Kind::ThisMonth, 1, u"2026-10-01 00:00"_s, u"2026-11-01 00:00"_s, u"Last month"_s);
        row("all time begins with the first ticket's day", Kind::AllTime, 0, u"2026-01-05 00:00"_s,
            u"2026-11-22 14:04"_s, u"All time"_s);
    }
    void windowsOfTheQuickChoices() // M-08, UX 2.3
    {
        QFETCH(int, kind);
        QFETCH(int, back);
        QFETCH(QString, title);
        const DateRange range{Kind(kind), back};
        const DateRange::Context context = london();
        const Window window = range.window(context);
        QTEST(isoIn(window.fromMs, context.zone), "from");
        QTEST(isoIn(window.toMs, context.zone), "to");
        if (!title.isEmpty())
            QCOMPARE(range.title(context), title);
    }

    void thisWeekBeginsOnTheChosenDay_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<Qt::DayOfWeek>("first");
        QTest::addColumn<QString>("thisWeek");
        QTest::addColumn<QString>("lastWeek"); // its beginning, and its length in hours
        QTest::addColumn<int>("hours");
        const auto row = [](const char *name, const QString &now, Qt::DayOfWeek first,
                            const QString &thisWeek, const QString &lastWeek, int hours) {
            QTest::newRow(name) << now << first << thisWeek << lastWeek << hours;
        };
        // Sunday 25 October 2026 has 25 hours in London, Sunday 29 March 23.
        const QString tuesday = u"2026-10-27T12:00:00Z"_s;
        row("Monday, longer last week", tuesday, Qt::Monday, u"2026-10-26 00:00"_s, u"2026-10-19 00:00"_s,
            169);
        row("Sunday, longer this week", tuesday, Qt::Sunday, u"2026-10-25 00:00"_s, u"2026-10-18 00:00"_s,
            168);
        row("Saturday", tuesday, Qt::Saturday, u"2026-10-24 00:00"_s, u"2026-10-17 00:00"_s, 168);
        row("Saturday, longer last week", u"2026-11-02T12:00:00Z"_s, Qt::Saturday, u"2026-10-31 00:00"_s,
            u"2026-10-24 00:00"_s, 169);
        row("Sunday, shorter last week", u"2026-04-05T12:00:00Z"_s, Qt::Sunday, u"2026-04-05 00:00"_s,
            u"2026-03-29 00:00"_s, 167);
        const QString newYear = u"2027-01-01T00:30:00Z"_s; // a Friday
        row("Monday, New Year", newYear, Qt::Monday, u"2026-12-28 00:00"_s, u"2026-12-21 00:00"_s, 168);
        row("Sunday, New Year", newYear, Qt::Sunday, u"2026-12-27 00:00"_s, u"2026-12-20 00:00"_s, 168);
        row("Saturday, New Year", newYear, Qt::Saturday, u"2026-12-26 00:00"_s, u"2026-12-19 00:00"_s, 168);
    }
    void thisWeekBeginsOnTheChosenDay() // M-08, M-22, UX 3.10
    {
        QFETCH(QString, now);
        QFETCH(Qt::DayOfWeek, first);
        QFETCH(int, hours);
        DateRange::Context context = london();
        context.nowMs = utc(now);
        context.firstDayOfWeek = first;
        const Window thisWeek = DateRange{Kind::ThisWeek}.window(context);
        const Window lastWeek = DateRange{Kind::ThisWeek, 1}.window(context);
        QTEST(isoIn(thisWeek.fromMs, context.zone), "thisWeek");
        QCOMPARE(thisWeek.toMs, context.nowMs);
        QTEST(isoIn(lastWeek.fromMs, context.zone), "lastWeek");
        QCOMPARE(lastWeek.toMs, thisWeek.fromMs);
        QCOMPARE(int((lastWeek.toMs - lastWeek.fromMs) / HourMs), hours);
    }

    void calendarsBeginWithTheChosenDay() // UX 3.10
    {
        RangePicker picker;
        DateRange::Context context = london();
        context.firstDayOfWeek = Qt::Saturday;
        picker.setContext([context] { return context; });
        picker.openPopup();
        for (const QString &name : {u"rangeFrom"_s, u"rangeTo"_s})
            QCOMPARE(picker.findChild<QDateEdit *>(name)->calendarWidget()->firstDayOfWeek(), Qt::Saturday);
    }

    void rollingDaysAreTwentyFourHoursAlsoOverSummerTime() // M-08
    {
        DateRange::Context context = london();
        context.nowMs = utc(u"2026-10-27T12:00:00Z"_s);
        const Window window = DateRange{Kind::Last7Days}.window(context);
        QCOMPARE(window.toMs - window.fromMs, 7 * DayMs);
    }

    void aLocalDayMayHaveTwentyFiveHours() // M-22
    {
        DateRange::Context context = london();
        const QDate day(2026, 10, 25);
        const Window window = DateRange::dates(day, day).window(context);
        QCOMPARE(window.toMs - window.fromMs, 25 * HourMs);
    }

    void movingGoesByOneWholePeriodAndBack()
    {
        const DateRange::Context context = london();
        for (const DateRange &range : DateRange::quickChoices()) {
            if (range.kind == Kind::AllTime)
                continue;
            QCOMPARE(range.earlier().later(), range);
            const Window here = range.earlier().window(context);
            const Window before = range.earlier().earlier().window(context);
            QCOMPARE(before.toMs, here.fromMs);
        }
        const DateRange dates = DateRange::dates(QDate(2026, 11, 2), QDate(2026, 11, 8));
        QCOMPARE(dates.earlier(), DateRange::dates(QDate(2026, 10, 26), QDate(2026, 11, 1)));
        QCOMPARE(dates.earlier().later(), dates);
    }

    void choicesSurviveTheSettingsFile()
    {
        QVector<DateRange> ranges = DateRange::quickChoices();
        ranges += {DateRange{Kind::Last30Days, 3}, DateRange::dates(QDate(2026, 1, 5), QDate(2026, 2, 1))};
        for (const DateRange &range : std::as_const(ranges))
            QCOMPARE(DateRange::fromText(range.toText()), range);
        QCOMPARE(DateRange::fromText(u"nonsense"_s), DateRange());
        QCOMPARE(DateRange::fromText(u"2026-02-30..x"_s), DateRange());
        QCOMPARE(DateRange::fromText({}), DateRange());
    }

    void nothingIsLaterThanNow()
    {
        RangePicker picker;
        picker.setContext(&london);
        picker.setRange({Kind::Last7Days});
        auto *later = picker.findChild<QToolButton *>(u"rangeLater"_s);
        auto *earlier = picker.findChild<QToolButton *>(u"rangeEarlier"_s);
        QVERIFY(!later->isEnabled());
        QVERIFY(!later->toolTip().isEmpty()); // the reason
        QSignalSpy chosen(&picker, &RangePicker::rangeChosen);
        earlier->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(picker.range(), (DateRange{Kind::Last7Days, 1}));
        QVERIFY(later->isEnabled());
        later->click();
        QCOMPARE(picker.range(), DateRange{Kind::Last7Days});
    }

    void nothingIsEarlierThanTheFirstTicket()
    {
        RangePicker picker;
        picker.setContext(&london);
        picker.setRange({Kind::Last365Days});
        QVERIFY(!picker.findChild<QToolButton *>(u"rangeEarlier"_s)->isEnabled());
    }

    void aQuickChoiceIsTakenByKeyboard()
    {
        RangePicker picker;
        picker.setContext(&london);
        picker.show();
        QVERIFY(QTest::qWaitForWindowExposed(&picker));
        QSignalSpy chosen(&picker, &RangePicker::rangeChosen);
        picker.openPopup();
        auto *quick = picker.findChild<QListWidget *>(u"rangeQuick"_s);
        QVERIFY(quick->isVisible());
        QCOMPARE(quick->currentItem()->text(), DateRange{Kind::Last7Days}.title(london()));
        QTest::keyClick(quick, Qt::Key_Down);
        QTest::keyClick(quick, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(picker.range(), DateRange{Kind::Last14Days});
        QVERIFY(!quick->isVisible());
    }

    void datesCanBeTyped()
    {
        RangePicker picker;
        picker.setContext(&london);
        picker.show();
        picker.openPopup();
        auto *from = picker.findChild<QDateEdit *>(u"rangeFrom"_s);
        auto *to = picker.findChild<QDateEdit *>(u"rangeTo"_s);
        const auto type = [](QDateEdit *edit, const QString &text) {
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, text);
        };
        type(from, u"2026-11-01"_s);
        type(to, u"2026-11-14"_s);
        picker.findChild<QPushButton *>(u"rangeApply"_s)->click();
        QCOMPARE(picker.range(), DateRange::dates(QDate(2026, 11, 1), QDate(2026, 11, 14)));
        const Window window = picker.range().window(london());
        QCOMPARE(isoIn(window.toMs, london().zone), u"2026-11-15 00:00"_s); // the last day is included
    }

    void theArrowsAreWideEnoughToBeHit() // UX 2.11
    {
        RangePicker picker;
        picker.setContext(&london);
        picker.show();
        for (const auto &name : {u"rangeEarlier"_s, u"rangeLater"_s}) {
            const auto *arrow = picker.findChild<QToolButton *>(name);
            QVERIFY(arrow->width() >= 24 && arrow->height() >= 24);
        }
    }

    void aWholeDateIsTypedOverTheOldOne_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        const QDate day(2025, 3, 9);
        QTest::newRow("ISO") << u"yyyy-MM-dd"_s << u"2025-03-09"_s << day;
        QTest::newRow("German") << u"dd.MM.yyyy"_s << u"09.03.2025"_s << day;
        QTest::newRow("German, short") << u"dd.MM.yyyy"_s << u"9.3.2025"_s << day;
        QTest::newRow("British") << u"dd/MM/yyyy"_s << u"09/03/2025"_s << day;
        QTest::newRow("American") << u"MM/dd/yyyy"_s << u"03/09/2025"_s << day;
        QTest::newRow("ISO in a German field") << u"dd.MM.yyyy"_s << u"2025-03-09"_s << day;
        QTest::newRow("later than now") << u"yyyy-MM-dd"_s << u"2027-01-02"_s << QDate(2026, 11, 22);
    }
    void aWholeDateIsTypedOverTheOldOne()
    {
        QFETCH(QString, form);
        QFETCH(QString, typed);
        QFETCH(QDate, day);
        RangePicker picker;
        picker.setContext(&london);
        picker.show();
        picker.openPopup();
        auto *from = picker.findChild<QDateEdit *>(u"rangeFrom"_s);
        from->setDisplayFormat(form);
        from->setFocus();
        from->selectAll();
        QTest::keyClicks(from, typed);
        QTest::keyClick(from, Qt::Key_Tab);
        QCOMPARE(from->date(), day);
    }
};

QTEST_MAIN(tst_RangePicker)
#include "tst_rangepicker.moc"
