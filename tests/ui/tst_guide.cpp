// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttexts.h"
#include "ui/guide.h"
#include "ui/theme.h"

#include <QListWidget>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;

// F1 (UX 2.8): what each page is for, and how figures are counted.
class TestGuide : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { new Theme(this); }

    void itOpensAtThePageThatIsShown_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addRow("setup") << u"Setting up"_s;
        QTest::addRow("overview") << u"Overview"_s;
        QTest::addRow("tickets") << u"Tickets"_s;
        QTest::addRow("trends") << u"Trends"_s;
        QTest::addRow("staff") << u"Staff"_s;
        QTest::addRow("permissions") << u"Permissions"_s;
        QTest::addRow("notifications") << u"Notifications"_s;
        QTest::addRow("data") << u"Data"_s;
        QTest::addRow("log") << u"Bot log"_s;
        QTest::addRow("settings") << u"Settings"_s;
    }

    void itOpensAtThePageThatIsShown()
    {
        QFETCH(const QString, title);
        Guide guide;
        guide.open(QLatin1StringView(QTest::currentDataTag()));
        QVERIFY(guide.isVisible() && !guide.isModal()); // one reads and tries
        QCOMPARE(topics(guide)->currentItem()->text(), title);
        QVERIFY(text(guide).startsWith(title));
    }

    void itIsReadWithTheKeyboard()
    {
        Guide guide;
        guide.open(u"overview"_s);
        QVERIFY(QTest::qWaitForWindowActive(&guide));
        QVERIFY(topics(guide)->hasFocus());
        QTest::keyClick(topics(guide), Qt::Key_Down);
        QVERIFY(text(guide).startsWith(u"Tickets"_s));
        QTest::keyClick(topics(guide), Qt::Key_End);
        QVERIFY(text(guide).contains(u"First response: from the opening"_s));
        QVERIFY(!topics(guide)->accessibleName().isEmpty());
        QTest::keyClick(&guide, Qt::Key_Escape);
        QVERIFY(!guide.isVisible());
    }

    void noTopicIsCut()
    {
        for (const QSize size : {QSize(680, 440), QSize(480, 320)}) {
            Guide guide;
            guide.open(u"overview"_s);
            guide.resize(size);
            comeToRest(guide);
            for (const CutText &cut : cutTexts(&guide))
                QFAIL(qPrintable(cut.widget + u": "_s + cut.text + u" "_s + cut.why));
            guide.grab().save(u"guide-%1.png"_s.arg(size.width())); // for people to look at
        }
    }

private:
    static QListWidget *topics(const Guide &guide) { return guide.findChild<QListWidget *>(); }
    static QString text(const Guide &guide) { return guide.findChild<QTextBrowser *>()->toPlainText(); }
};

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
