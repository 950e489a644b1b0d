// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttexts.h"
#include "ui/openingnotice.h"

#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// What is seen when the data takes longer to open than a moment, after an update for instance (UX 2.6, Loading).
class TestOpeningNotice : public QObject
{
    Q_OBJECT
private slots:
    void aMomentShowsNothing()
    {
        OpeningNotice notice;
        notice.stillWaiting();
        QVERIFY(!notice.window());
    }

    void longerIsSaidWithoutCuttingAWord()
    {
        OpeningNotice notice;
        QTRY_VERIFY((notice.stillWaiting(), notice.window()));
        const QWidget *window = notice.window();
        QVERIFY(window->isVisible());
        const auto *sentence = window->findChild<QLabel *>(u"openingSentence"_s);
        QVERIFY(sentence && sentence->text().contains(u"being opened"_s));
        QCOMPARE(window->findChild<QProgressBar *>(u"openingBar"_s)->accessibleName(), sentence->text());
        comeToRest(*window);
        for (const CutText &text : cutTexts(window))
            QFAIL(qPrintable(text.widget + u": "_s + text.text + u" "_s + text.why));
        QVERIFY(!window->testAttribute(Qt::WA_QuitOnClose)); // the console comes after it
    }

    void itGoesWithWhoeverWaited()
    {
        {
            OpeningNotice notice;
            QTRY_VERIFY((notice.stillWaiting(), notice.window()));
        }
        QVERIFY(QApplication::topLevelWidgets().isEmpty());
    }
};

QTEST_MAIN(TestOpeningNotice)
#include "tst_openingnotice.moc"
