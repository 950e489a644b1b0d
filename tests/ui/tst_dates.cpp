// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dates.h"

#include "bot/base/translations.h"
#include "ui/hourswords.h"
#include "ui/uilanguage.h"
#include "ui/uisettings.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QTime Afternoon(14, 4, 9);
const QDate Sunday(2026, 11, 22);

} // namespace

// UX 2.10: how the console writes dates and times.
class tst_Dates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Translations::load(); }
    void cleanup()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        choose({}, {}, {});
    }

    void theLanguageHasItsForms_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QStringList>("days");
        QTest::addColumn<QStringList>("times");
        QTest::newRow("English") << u"en"_s << QLocale(QLocale::English, QLocale::UnitedKingdom)
                                 << QStringList{u"22 Nov 2026"_s,         u"22 Nov"_s,
                                                u"Sun 22 Nov"_s,          u"Sunday 22 November 2026"_s,
                                                u"3 Nov – 22 Nov 2026"_s, u"22 Dec 2025 – 22 Nov 2026"_s}
                                 << QStringList{u"14:04"_s, u"14:04:09"_s};
        QTest::newRow("German") << u"de"_s << QLocale(QLocale::German)
                                << QStringList{u"22. Nov. 2026"_s,
                                               u"22. Nov."_s,
                                               u"So. 22. Nov."_s,
                                               u"Sonntag, 22. November 2026"_s,
                                               u"3. Nov. – 22. Nov. 2026"_s,
                                               u"22. Dez. 2025 – 22. Nov. 2026"_s}
                                << QStringList{u"14:04"_s, u"14:04:09"_s};
        QTest::newRow("English, United States")
            << u"en"_s << QLocale(QLocale::English, QLocale::UnitedStates)
            << QStringList{u"22 Nov 2026"_s,         u"22 Nov"_s,
                           u"Sun 22 Nov"_s,          u"Sunday 22 November 2026"_s,
                           u"3 Nov – 22 Nov 2026"_s, u"22 Dec 2025 – 22 Nov 2026"_s}
            << QStringList{u"2:04 PM"_s, u"2:04:09 PM"_s};
        QTest::newRow("Finnish times") << u"en"_s << QLocale(QLocale::Finnish) << QStringList()
                                       << QStringList{u"14.04"_s, u"14.04.09"_s};
    }
    void theLanguageHasItsForms()
    {
        QFETCH(QString, language);
        QFETCH(QLocale, locale);
        QFETCH(QStringList, days);
        UiLanguage words;
        words.setChoice(language);
        QLocale::setDefault(locale); // of whatever desktop
        if (!days.isEmpty())
            QCOMPARE((QStringList{Dates::day(Sunday), Dates::shortDay(Sunday), Dates::weekday(Sunday),
                                  Dates::longDay(Sunday), Dates::span(QDate(2026, 11, 3), Sunday),
                                  Dates::span(QDate(2025, 12, 22), Sunday)}),
                     days);
        QTEST((QStringList{Dates::time(Afternoon), Dates::exactTime(Afternoon)}), "times");
    }

    void anInstantIsShownInItsZoneWithTheYearWhereItDiffers()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const QTimeZone zone("Asia/Tokyo");
        const UtcMs at = QDateTime({2025, 12, 31}, {16, 4, 9}, Qt::UTC).toMSecsSinceEpoch();
        const UtcMs endOfYear = at - HourMs * 2; // still 31 December in Tokyo
        QCOMPARE(Dates::date(at, zone, at + DayMs), u"1 Jan"_s);
        QCOMPARE(Dates::dateTime(at, zone, at + DayMs), u"1 Jan 01:04"_s);
        QCOMPARE(Dates::dateTime(at, zone, endOfYear), u"1 Jan 2026 01:04"_s);
        QCOMPARE(Dates::time(at, zone), u"01:04"_s);
        QCOMPARE(Dates::exactTime(at, zone), u"01:04:09"_s);
        QVERIFY(Dates::full(at, zone).startsWith("Thursday 1 January 2026 01:04:09 "_L1));
        QCOMPARE(Dates::span(Sunday, Sunday), u"22 Nov 2026"_s);
    }

    void everyChoiceIsFollowedEverywhere_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char *name, const QString &language, const QString &day,
                            const QString &time, const QStringList &texts) {
            QTest::newRow(name) << language << day << time << texts;
        };
        row("year first", u"en"_s, u"yyyy-MM-dd"_s, u"HH:mm"_s,
            {u"2026-11-22"_s, u"11-22"_s, u"Sun 11-22"_s, u"Sunday 2026-11-22"_s,
             u"2026-11-03 – 2026-11-22"_s, u"2025-12-22 – 2026-11-22"_s, u"14:04"_s, u"14:04:09"_s,
             u"11-22 14:04"_s, u"2026-11-22 14:04"_s});
        row("dots, in German", u"de"_s, u"dd.MM.yyyy"_s, u"h:mm AP"_s,
            {u"22.11.2026"_s, u"22.11."_s, u"So. 22.11."_s, u"Sonntag 22.11.2026"_s, u"03.11. – 22.11.2026"_s,
             u"22.12.2025 – 22.11.2026"_s, u"2:04 PM"_s, u"2:04:09 PM"_s, u"22.11. 2:04 PM"_s,
             u"22.11.2026 2:04 PM"_s});
        row("day first", u"en"_s, u"dd/MM/yyyy"_s, {},
            {u"22/11/2026"_s, u"22/11"_s, u"Sun 22/11"_s, u"Sunday 22/11/2026"_s, u"03/11 – 22/11/2026"_s,
             u"22/12/2025 – 22/11/2026"_s, u"14:04"_s, u"14:04:09"_s, u"22/11 14:04"_s,
             u"22/11/2026 14:04"_s});
        row("month first", u"en"_s, u"MM/dd/yyyy"_s, u"h:mm AP"_s,
            {u"11/22/2026"_s, u"11/22"_s, u"Sun 11/22"_s, u"Sunday 11/22/2026"_s, u"11/03 – 11/22/2026"_s,
             u"12/22/2025 – 11/22/2026"_s, u"2:04 PM"_s, u"2:04:09 PM"_s, u"11/22 2:04 PM"_s,
             u"11/22/2026 2:04 PM"_s});
        row("what nobody offers is the language's", u"en"_s, u"yy/d/M"_s, u"ss"_s,
            {u"22 Nov 2026"_s, u"22 Nov"_s, u"Sun 22 Nov"_s, u"Sunday 22 November 2026"_s,
             u"3 Nov – 22 Nov 2026"_s, u"22 Dec 2025 – 22 Nov 2026"_s, u"14:04"_s, u"14:04:09"_s,
             u"22 Nov 14:04"_s, u"22 Nov 2026 14:04"_s});
    }
    void everyChoiceIsFollowedEverywhere() // UX 3.10
    {
        QFETCH(QString, language);
        QFETCH(QString, day);
        QFETCH(QString, time);
        UiLanguage words;
        words.setChoice(language);
        choose(day, time, {});
        const QTimeZone utc = QTimeZone::utc();
        const UtcMs at = QDateTime(Sunday, Afternoon, Qt::UTC).toMSecsSinceEpoch();
        QTEST((QStringList{Dates::day(Sunday), Dates::shortDay(Sunday), Dates::weekday(Sunday),
                           Dates::longDay(Sunday), Dates::span(QDate(2026, 11, 3), Sunday),
                           Dates::span(QDate(2025, 12, 22), Sunday), Dates::time(Afternoon),
                           Dates::exactTime(Afternoon), Dates::dateTime(at, utc, at),
                           Dates::dateTime(at, utc, at + 365 * DayMs)}),
              "texts");
    }

    void choicesAreShownByExample()
    {
        UiLanguage words;
        words.setChoice(u"en"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const auto texts = [](const QVector<Dates::Choice> &choices) {
            QStringList list;
            for (const Dates::Choice &choice : choices)
                list.append(choice.text);
            return list;
        };
        const QStringList days{u"As the language (22 Nov 2026)"_s, u"2026-11-22"_s, u"22.11.2026"_s,
                               u"22/11/2026"_s, u"11/22/2026"_s};
        QCOMPARE(texts(Dates::dayChoices()), days);
        QCOMPARE(texts(Dates::timeChoices()),
                 QStringList({u"As the language (2:04 PM)"_s, u"14:04"_s, u"2:04 PM"_s}));
        QCOMPARE(texts(Dates::weekChoices()),
                 QStringList({u"As the language (Sunday)"_s, u"Monday"_s, u"Saturday"_s, u"Sunday"_s}));
        choose(u"dd.MM.yyyy"_s, u"HH:mm"_s, u"saturday"_s);
        QCOMPARE(texts(Dates::dayChoices()), days); // the examples stay
    }

    void theWeekBeginsAsTheLanguageOrAsChosen_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<Qt::DayOfWeek>("first");
        const QLocale american(QLocale::English, QLocale::UnitedStates), german(QLocale::German);
        QTest::newRow("American") << american << QString() << Qt::Sunday;
        QTest::newRow("German") << german << QString() << Qt::Monday;
        QTest::newRow("American, Monday") << american << u"monday"_s << Qt::Monday;
        QTest::newRow("German, Sunday") << german << u"sunday"_s << Qt::Sunday;
        QTest::newRow("German, Saturday") << german << u"saturday"_s << Qt::Saturday;
        QTest::newRow("nobody's") << german << u"someday"_s << Qt::Monday;
    }
    void theWeekBeginsAsTheLanguageOrAsChosen() // UX 2.10, 3.10
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, chosen);
        QFETCH(Qt::DayOfWeek, first);
        QLocale::setDefault(locale);
        choose({}, {}, chosen);
        QCOMPARE(Dates::firstDayOfWeek(), first);
        const QVector<Qt::DayOfWeek> week = Dates::week();
        QCOMPARE(week.first(), first);
        QCOMPARE(QSet<Qt::DayOfWeek>(week.begin(), week.end()).size(), 7);
        for (int i = 1; i < week.size(); ++i)
            QCOMPARE(int(week[i]), int(week[i - 1]) % 7 + 1);
    }

    void theWorkingWeekIsToldFromItsFirstDay()
    {
        WorkingHours::Week week;
        for (const Qt::DayOfWeek day : {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Sunday})
            week.append({day, 9 * 60, 17 * 60});
        QCOMPARE(HoursWords::week(week), u"Mon–Thu 09:00–17:00; Sun 09:00–17:00"_s);
        choose({}, {}, u"sunday"_s);
        QCOMPARE(HoursWords::week(week), u"Sun–Thu 09:00–17:00"_s);
    }

private:
    void choose(const QString &day, const QString &time, const QString &week)
    {
        UiSettings settings(m_folder.path());
        settings.setValue(QString::fromLatin1(Dates::DayKey), day);
        settings.setValue(QString::fromLatin1(Dates::TimeKey), time);
        settings.setValue(QString::fromLatin1(Dates::WeekKey), week);
        Dates::use(settings);
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(tst_Dates)
#include "tst_dates.moc"
