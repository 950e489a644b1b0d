// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dates.h"

#include "bot/base/translations.h"
#include "ui/uilanguage.h"

#include <QDateTime>
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
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

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
};

QTEST_MAIN(tst_Dates)
#include "tst_dates.moc"
