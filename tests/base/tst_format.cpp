// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "bot/base/language.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace {
const QLocale English(QLocale::English, QLocale::UnitedKingdom);
}

class TestFormat : public QObject
{
    Q_OBJECT
private slots:
    void durationsHaveAtMostTwoUnits_data();
    void durationsHaveAtMostTwoUnits(); // M-24
    void anAbsentDurationIsADash(); // M-20
    void agoNamesTheDuration();
    void elapsedTimeCountsWholeMinutes();
    void screenReadersGetWholeWords();
    void countsAreGroupedByThousands_data();
    void countsAreGroupedByThousands();
    void otherLanguagesGroupAsTheirReadersExpect();
    void decimalsKeepTheirDigits();
    void percentagesAreWhole();
    void differencesAreWords_data();
    void differencesAreWords();
    void bytesKeepThreeDigits_data();
    void bytesKeepThreeDigits();
    void discordTimesAreWholeSeconds();
    void datesNameTheYearOnlyWhenItDiffers();
    void datesAreWrittenAsTheLanguageWritesThem();
    void pluralEndingsFollowTheNumber();
    void aLookUpServesItsLocales();
    void discordLocalesFallBackToEnglish_data();
    void discordLocalesFallBackToEnglish();
};

void TestFormat::durationsHaveAtMostTwoUnits_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text, qint64 ms) {
        QTest::newRow(text) << ms << QString::fromUtf8(text);
    };
    row("0 s", 0);
    row("1 s", 500);
    row("45 s", 45'000);
    row("1 min", 59'500);
    row("6 min 20 s", 380'000);
    row("14 min 16 s", 856'357);
    row("59 min 59 s", 3'599'499);
    row("1 h", 3'599'600);
    row("3 h 12 min", 3 * HourMs + 12 * MinuteMs);
    row("3 h 13 min", 3 * HourMs + 12 * MinuteMs + 31'000);
    row("2 h 54 min", 10'454'538);
    row("1 d", DayMs - 20'000);
    row("2 d 4 h", 2 * DayMs + 4 * HourMs);
    row("2 d 15 h", 226'832'000);
    row("3 d", 3 * DayMs + 29 * MinuteMs);
    row("400 d 1 h", 400 * DayMs + HourMs);
    QTest::newRow("a clock that ran back") << qint64(-45'000) << u"0 s"_s;
}

void TestFormat::durationsHaveAtMostTwoUnits()
{
    QFETCH(qint64, ms);
    QTEST(Format::duration(double(ms), English), "text");
}

void TestFormat::anAbsentDurationIsADash()
{
    QCOMPARE(Format::duration(std::optional<double>(), English), u"–"_s);
    QCOMPARE(Format::duration(std::optional<double>(856'357.4), English), u"14 min 16 s"_s);
}

void TestFormat::agoNamesTheDuration()
{
    QCOMPARE(Format::ago(9 * SecondMs, English), u"just now"_s);
    QCOMPARE(Format::ago(3 * MinuteMs, English), u"3 min ago"_s);
}

void TestFormat::elapsedTimeCountsWholeMinutes()
{
    QCOMPARE(Format::elapsed(59 * SecondMs, English), u"59 s"_s);
    QCOMPARE(Format::elapsed(42 * MinuteMs + 59 * SecondMs, English), u"42 min"_s);
    QCOMPARE(Format::elapsed(27 * HourMs + 59 * MinuteMs, English), u"1 d 3 h"_s);
}

void TestFormat::screenReadersGetWholeWords()
{
    QCOMPARE(Format::spokenDuration(370'000, English), u"6 minutes 10 seconds"_s);
    QCOMPARE(Format::spokenDuration(HourMs, English), u"1 hour"_s);
    QCOMPARE(Format::spokenDuration(std::nullopt, English), u"not measured"_s);
    QCOMPARE(Format::spokenElapsed(2 * DayMs + 59 * MinuteMs, English), u"2 days"_s);
}

void TestFormat::countsAreGroupedByThousands_data()
{
    QTest::addColumn<qint64>("n");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << u"0"_s;
    QTest::newRow("hundreds") << qint64(999) << u"999"_s;
    QTest::newRow("thousands") << qint64(2911) << u"2 911"_s;
    QTest::newRow("hundred thousands") << qint64(100'000) << u"100 000"_s;
    QTest::newRow("millions") << qint64(1'234'567) << u"1 234 567"_s;
    QTest::newRow("below zero") << qint64(-100) << u"-100"_s;
    QTest::newRow("thousands below zero") << qint64(-2911) << u"-2 911"_s;
}

void TestFormat::countsAreGroupedByThousands()
{
    QFETCH(qint64, n);
    QTEST(Format::count(n, English), "text");
    QTEST(Format::count(n, QLocale::c()), "text");
}

void TestFormat::otherLanguagesGroupAsTheirReadersExpect()
{
    const QLocale german(QLocale::German);
    QCOMPARE(Format::count(2911, german), u"2.911"_s);
    QCOMPARE(Format::decimal(11.4, 1, german), u"11,4"_s);
}

void TestFormat::decimalsKeepTheirDigits()
{
    QCOMPARE(Format::decimal(11.44, 1, English), u"11.4"_s);
    QCOMPARE(Format::decimal(11, 1, English), u"11.0"_s);
    QCOMPARE(Format::decimal(100, 0, English), u"100"_s);
    QCOMPARE(Format::decimal(std::nullopt, 1, English), u"–"_s);
}

void TestFormat::percentagesAreWhole()
{
    QCOMPARE(Format::percent(0.824, English), u"82 %"_s);
    QCOMPARE(Format::percent(1, English), u"100 %"_s);
    QCOMPARE(Format::percent(0, English), u"0 %"_s);
}

void TestFormat::differencesAreWords_data()
{
    QTest::addColumn<double>("now");
    QTest::addColumn<double>("before");
    QTest::addColumn<int>("words");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sign");
    const int amount = int(Format::Words::Amount);
    const int speed = int(Format::Words::Speed);
    const int level = int(Format::Words::Level);
    QTest::newRow("more") << 109.0 << 100.0 << amount << u"9 % more"_s << u"+9 %"_s;
    QTest::newRow("fewer") << 95.0 << 100.0 << amount << u"5 % fewer"_s << u"−5 %"_s;
    QTest::newRow("a shorter time is faster") << 88.0 << 100.0 << speed << u"12 % faster"_s << u"−12 %"_s;
    QTest::newRow("slower") << 150.0 << 100.0 << speed << u"50 % slower"_s << u"+50 %"_s;
    QTest::newRow("higher") << 0.9 << 0.6 << level << u"50 % higher"_s << u"+50 %"_s;
    QTest::newRow("lower") << 0.0 << 0.6 << level << u"100 % lower"_s << u"−100 %"_s;
    QTest::newRow("below half a percent") << 100.4 << 100.0 << amount << u"the same"_s << u"±0 %"_s;
    QTest::newRow("nothing before") << 5.0 << 0.0 << amount << QString() << QString();
    QTest::newRow("nothing at all") << 0.0 << 0.0 << amount << QString() << QString();
    QTest::newRow("thousands") << 2100.0 << 100.0 << amount << u"2 000 % more"_s << u"+2 000 %"_s;
}

void TestFormat::differencesAreWords()
{
    QFETCH(double, now);
    QFETCH(double, before);
    QFETCH(int, words);
    QTEST(Format::difference(now, before, Format::Words(words), English), "text");
    QTEST(Format::signedDifference(now, before, English), "sign");
}

void TestFormat::bytesKeepThreeDigits_data()
{
    QTest::addColumn<qint64>("n");
    QTest::addColumn<QString>("text");
    QTest::newRow("bytes") << qint64(999) << u"999 B"_s;
    QTest::newRow("kilo") << qint64(1000) << u"1 kB"_s;
    QTest::newRow("one decimal") << qint64(8'388'608) << u"8.4 MB"_s;
    QTest::newRow("no decimal") << qint64(41'200'000'000) << u"41 GB"_s;
    QTest::newRow("just below a unit") << qint64(999'960) << u"1 MB"_s;
    QTest::newRow("tera") << qint64(2'000'000'000'000) << u"2 TB"_s;
}

void TestFormat::bytesKeepThreeDigits()
{
    QFETCH(qint64, n);
    QTEST(Format::bytes(n, English), "text");
}

void TestFormat::discordTimesAreWholeSeconds()
{
    QCOMPARE(Format::discordTime(1'763'769'600'999, Format::TimeStyle::Relative), u"<t:1763769600:R>"_s);
    QCOMPARE(Format::discordTime(1'763'769'600'000, Format::TimeStyle::DateTime), u"<t:1763769600:f>"_s);
    QCOMPARE(Format::discordTime(-1, Format::TimeStyle::Date), u"<t:-1:d>"_s);
}

void TestFormat::datesNameTheYearOnlyWhenItDiffers()
{
    const QTimeZone london("Europe/London");
    const UtcMs at = 1'750'000'000'000; // 2025-06-15 15:06:40 UTC
    QCOMPARE(Format::dateTime(at, london, at + DayMs, English), u"15 Jun 16:06"_s);
    QCOMPARE(Format::date(at, london, at + 365 * DayMs, English), u"15 Jun 2025"_s);
}

// German has a full stop after the day.
void TestFormat::datesAreWrittenAsTheLanguageWritesThem()
{
    Language::setLookup([](const QLocale &locale, const char *, const char *text, const char *, int) {
        return locale.language() == QLocale::German ? QString::fromUtf8(text).replace(u"d MMM"_s, u"d. MMM"_s)
                                                    : QString();
    });
    const UtcMs at = 1'750'000'000'000; // 2025-06-15 15:06:40 UTC
    const QLocale german(QLocale::German);
    QCOMPARE(Format::dateTime(at, QTimeZone::utc(), at, german), u"15. Juni 15:06"_s);
    QCOMPARE(Format::date(at, QTimeZone::utc(), at + 365 * DayMs, german), u"15. Juni 2025"_s);
    QCOMPARE(Format::date(at, QTimeZone::utc(), at, English), u"15 Jun"_s);
    Language::setLookup({});
}

void TestFormat::pluralEndingsFollowTheNumber()
{
    const Language english;
    QCOMPARE(english.translate("Test", "%n ticket(s) and more", nullptr, 1), u"1 ticket and more"_s);
    QCOMPARE(english.translate("Test", "%n ticket(s) and more", nullptr, 0), u"0 tickets and more"_s);
    QCOMPARE(english.translate("Test", "%n ticket(s)", nullptr, 2911), u"2 911 tickets"_s);
    QCOMPARE(english.translate("Test", "without a number (s)"), u"without a number (s)"_s);
}

void TestFormat::aLookUpServesItsLocales()
{
    Language::setLookup([](const QLocale &locale, const char *context, const char *text, const char *,
                           int n) {
        if (locale.language() != QLocale::German || qstrcmp(context, "Test") != 0)
            return QString();
        return n == 1 ? u"ein Ticket"_s : qstrcmp(text, "%n ticket(s)") == 0 ? u"%n Tickets"_s : QString();
    });
    const Language german(QLocale(QLocale::German));
    QCOMPARE(german.translate("Test", "%n ticket(s)", nullptr, 1), u"ein Ticket"_s);
    QCOMPARE(german.translate("Test", "%n ticket(s)", nullptr, 2911), u"2.911 Tickets"_s);
    QCOMPARE(german.translate("Test", "Untranslated"), u"Untranslated"_s);
    QCOMPARE(Language().translate("Test", "%n ticket(s)", nullptr, 2), u"2 tickets"_s);
    Language::setLookup({});
}

void TestFormat::discordLocalesFallBackToEnglish_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QLocale::Language>("language");
    QTest::newRow("British") << u"en-GB"_s << QLocale::English;
    QTest::newRow("German") << u"de"_s << QLocale::German;
    QTest::newRow("Brazilian") << u"pt-BR"_s << QLocale::Portuguese;
    QTest::newRow("Chinese") << u"zh-TW"_s << QLocale::Chinese;
    QTest::newRow("numeric region") << u"es-419"_s << QLocale::Spanish;
    QTest::newRow("empty") << QString() << QLocale::English;
    QTest::newRow("nonsense") << u"?? --"_s << QLocale::English;
}

void TestFormat::discordLocalesFallBackToEnglish()
{
    QFETCH(QString, code);
    const Language language = Language::fromDiscord(code);
    QTEST(language.locale().language(), "language");
    QCOMPARE(language.translate("Test", "Untranslated"), u"Untranslated"_s);
}

QTEST_APPLESS_MAIN(TestFormat)
#include "tst_format.moc"
