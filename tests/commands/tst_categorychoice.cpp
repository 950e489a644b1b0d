// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/categorychoice.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace {

KnownCategory category(quint64 id, const QString &name, int open, bool configured = true)
{
    return {{.all = false, .id = ChannelId(id), .name = name}, name, open, configured};
}

KnownCategories someCategories()
{
    return {category(11, u"Appeals"_s, 5),
            category(12, u"General Tickets"_s, 1),
            category(13, u"Reports"_s, 0),
            category(14, u"reports"_s, 2),
            category(15, u"Old Appeals"_s, 0, false),
            category(16, u"General Tickets"_s, 0, false),
            category(17, u"Twins"_s, 0),
            category(18, u"Twins"_s, 0)};
}

QStringList names(const QVector<Discord::Choice> &choices)
{
    QStringList result;
    for (const Discord::Choice &choice : choices)
        result.append(choice.name);
    return result;
}

} // namespace

class TestCategoryChoice : public QObject
{
    Q_OBJECT
private slots:
    void suggestionsMatchInsideWordsAndCountOpenTickets();
    void atMost25SuggestionsOf100Characters();
    void typedTextIsMatchedLikeTheSetting_data();
    void typedTextIsMatchedLikeTheSetting();
    void keysComeBackAsTheSameCategory();
    void aKeyOfAnotherServerMeansNothing(); // TM-09
    void titlesNameWhatIsShown();
    void daysAreSuggestedAndCompleted();
};

void TestCategoryChoice::suggestionsMatchInsideWordsAndCountOpenTickets()
{
    const KnownCategories known = someCategories();
    const auto all = categoryChoices(known, {}, Language());
    QCOMPARE(names(all),
             (QStringList{u"All categories"_s, u"Appeals (5 open)"_s, u"General Tickets (1 open)"_s,
                          u"Reports (0 open)"_s, u"reports (2 open)"_s, u"Twins (0 open)"_s,
                          u"Twins (0 open)"_s}));
    QCOMPARE(all[0].value, u"all"_s);
    QCOMPARE(all[1].value, u"11"_s);
    QCOMPARE(names(categoryChoices(known, u" PEAL"_s, Language())),
             (QStringList{u"All categories"_s, u"Appeals (5 open)"_s}));
    QCOMPARE(names(categoryChoices(known, u"nothing like it"_s, Language())),
             QStringList{u"All categories"_s});
}

void TestCategoryChoice::atMost25SuggestionsOf100Characters()
{
    KnownCategories known;
    for (int i = 0; i < 60; ++i)
        known.append(category(quint64(100 + i), QString(100, u'x') + QString::number(i), 123'456));
    const auto choices = categoryChoices(known, u"x"_s, Language());
    QCOMPARE(choices.size(), 25);
    for (const Discord::Choice &choice : choices)
        QVERIFY(choice.name.size() <= 100 && !choice.name.isEmpty());
}

void TestCategoryChoice::typedTextIsMatchedLikeTheSetting_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("key"); // empty: refused
    QTest::addColumn<QString>("text"); // of the refusal
    QTest::newRow("all") << u"all"_s << u"all"_s << QString();
    QTest::newRow("All categories") << u"all CATEGORIES"_s << u"all"_s << QString();
    QTest::newRow("id") << u"12"_s << u"12"_s << QString();
    QTest::newRow("exact name") << u"Appeals"_s << u"11"_s << QString();
    QTest::newRow("any case") << u"  aPPeals "_s << u"11"_s << QString();
    QTest::newRow("exact goes before any case") << u"reports"_s << u"14"_s << QString();
    QTest::newRow("two in any case") << u"REPORTS"_s << QString()
                                     << u"2 categories are named REPORTS. Choose one from the list."_s;
    QTest::newRow("two exactly") << u"Twins"_s << QString()
                                 << u"2 categories are named Twins. Choose one from the list."_s;
    QTest::newRow("configured goes before old") << u"General Tickets"_s << u"12"_s << QString();
    QTest::newRow("old ones can be asked for") << u"old appeals"_s << u"15"_s << QString();
    QTest::newRow("none") << u"None"_s << u"none"_s << QString();
    QTest::newRow("unknown") << u"Apeals"_s << QString() << u"No category named Apeals."_s;
    QTest::newRow("part of a name") << u"Appeal"_s << QString() << u"No category named Appeal."_s;
    QTest::newRow("unknown id") << u"99"_s << QString() << u"No category named 99."_s;
    QTest::newRow("hostile") << u"@everyone **x**"_s << QString()
                             << u"No category named \\@everyone \\*\\*x\\*\\*."_s;
}

void TestCategoryChoice::typedTextIsMatchedLikeTheSetting()
{
    QFETCH(QString, typed);
    QFETCH(QString, key);
    const Result<CategoryFilter> filter = categoryFromText(someCategories(), typed, Language());
    QCOMPARE(filter.ok(), !key.isEmpty());
    if (filter)
        QCOMPARE(categoryKey(*filter), key);
    else
        QTEST(filter.error().text, "text");
}

void TestCategoryChoice::keysComeBackAsTheSameCategory()
{
    const KnownCategories known = someCategories();
    for (const KnownCategory &one : known)
        QCOMPARE(categoryFromKey(known, categoryKey(one.filter)), std::optional(one.filter));
    QCOMPARE(categoryFromKey(known, u"all"), std::optional(CategoryFilter{}));
    QCOMPARE(categoryFromKey(known, u"none")->all, false);
    QVERIFY(!categoryFromKey(known, u"none")->id);
}

void TestCategoryChoice::aKeyOfAnotherServerMeansNothing()
{
    QVERIFY(!categoryFromKey(someCategories(), u"4711"));
    QVERIFY(!categoryFromKey({}, u"11"));
    QVERIFY(!categoryFromKey(someCategories(), u"Appeals"));
}

void TestCategoryChoice::titlesNameWhatIsShown()
{
    const KnownCategories known = someCategories();
    QCOMPARE(categoryTitle(known, {}, Language()), u"All categories"_s);
    QCOMPARE(categoryTitle(known, known[0].filter, Language()), u"Appeals"_s);
    QCOMPARE(categoryTitle(known, {.all = false, .id = {}, .name = {}}, Language()), u"None"_s);
    QCOMPARE(categoryTitle(known, {.all = false, .id = {}, .name = u"Imported"_s}, Language()),
             u"Imported"_s);
    QCOMPARE(categoryTitle(known, {.all = false, .id = ChannelId(77), .name = u"Gone"_s}, Language()),
             u"Gone"_s);
}

void TestCategoryChoice::daysAreSuggestedAndCompleted()
{
    const auto values = [](const QString &typed) {
        QStringList result;
        for (const Discord::Choice &choice : daysChoices(typed, Language()))
            result.append(choice.value);
        return result.join(u' ');
    };
    QCOMPARE(values({}), u"1 7 14 30 90"_s);
    QCOMPARE(values(u"1"_s), u"1 14"_s);
    QCOMPARE(values(u"3"_s), u"3 30"_s);
    QCOMPARE(values(u"45"_s), u"45"_s);
    QCOMPARE(values(u"3651"_s), QString());
    QCOMPARE(values(u"0"_s), QString());
    QCOMPARE(values(u"a week"_s), u"1 7 14 30 90"_s);
    QCOMPARE(daysChoices({}, Language())[0].name, u"1 day"_s);
    QCOMPARE(daysChoices({}, Language())[1].name, u"7 days"_s);
}

QTEST_APPLESS_MAIN(TestCategoryChoice)
#include "tst_categorychoice.moc"
