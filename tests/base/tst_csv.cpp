// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/csv.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Exports open in a spreadsheet without running anything (FAULTS TM-17).
class TestCsv : public QObject
{
    Q_OBJECT
private slots:
    void textThatCouldBeAFormulaIsGuarded_data();
    void textThatCouldBeAFormulaIsGuarded();
    void everyTextComesBackAsItWas_data();
    void everyTextComesBackAsItWas();
    void numbersOfOursStandAsTheyAre();
    void idsAreTextAndUnknownIsEmpty();
};

static QString firstCell(const QString &value)
{
    CsvWriter csv;
    csv.text(value).endRow();
    QByteArray bytes = csv.bytes();
    Q_ASSERT(bytes.startsWith('"') && bytes.endsWith("\"\r\n"));
    return QString::fromUtf8(bytes.mid(1, bytes.size() - 4)).replace(u"\"\""_s, u"\""_s);
}

void TestCsv::textThatCouldBeAFormulaIsGuarded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("guarded");
    for (const char *text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "%0a", "|cmd", "  =1",
                             " \t @x", "=HYPERLINK(\"http://x\")", "-"})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    QTest::newRow("full width") << u"＝1+1"_s << true;
    QTest::newRow("full width at") << u" ＠x"_s << true;
    QTest::newRow("minus sign") << u"\u22121"_s << true;
    QTest::newRow("zero width") << u"\u200b=1"_s << true;
    QTest::newRow("no-break space") << u"\u00a0=1"_s << true;
    for (const char *text :
         {"", "appeal-17", "1-2", "a=b", "#general", "name, with comma", "say \"hi\"", "'quoted'"})
        QTest::newRow(qPrintable(u"harmless: "_s + QLatin1StringView(text)))
            << QString::fromLatin1(text) << false;
}

void TestCsv::textThatCouldBeAFormulaIsGuarded()
{
    QFETCH(QString, text);
    QFETCH(bool, guarded);
    const QString cell = firstCell(text);
    QCOMPARE(cell.startsWith(u"'"_s + text.left(1)) && cell.size() == text.size() + 1, guarded);
    if (!guarded)
        QCOMPARE(cell, text);
}

void TestCsv::everyTextComesBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "plain", "=1", "'=1", "''=1", "'", "'x", "-", "\t", "a\"b", "\"", "a,b", "two\r\nlines"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("emoji") << u"\U0001F3AB ticket"_s;
}

void TestCsv::everyTextComesBackAsItWas()
{
    QFETCH(QString, text);
    QCOMPARE(withoutFormulaGuard(firstCell(text)), text);
}

void TestCsv::numbersOfOursStandAsTheyAre()
{
    CsvWriter csv;
    csv.number(qint64(-5)).number(1.5, 3).number(qint64(0)).endRow();
    QCOMPARE(csv.bytes(), QByteArray("-5,1.500,0\r\n"));
}

void TestCsv::idsAreTextAndUnknownIsEmpty()
{
    CsvWriter csv;
    csv.id(990000000000000001).id(0).empty().text(u"x"_s).endRow();
    QCOMPARE(csv.bytes(), QByteArray("\"990000000000000001\",,,\"x\"\r\n"));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
