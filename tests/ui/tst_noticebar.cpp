// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"
#include "ui/widgets/noticebar.h"

#include <QCursor>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

// The bar of messages above a page (UX 2.1): when it comes, when it goes, and what becomes of the focus.
class TestNoticeBar : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { new Theme(this); }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_bar = new NoticeBar(u"message"_s);
        m_content = new QPushButton(u"Test"_s);
        layout->addWidget(m_bar);
        layout->addWidget(m_content, 1);
        m_bar->setPushed(m_content);
        m_window->resize(400, 300);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    // What was shown late, because a pointer aimed at a button, still goes after its time.
    void aMessageThatWaitedGoesAfterItsTime()
    {
        QCursor::setPos(m_content->mapToGlobal(m_content->rect().center()));
        m_bar->showNotice(u"done"_s, NoticeBar::Look::Good, u"Saved."_s);
        QVERIFY(m_bar->isHidden());
        m_bar->hideAfter(100);
        QTRY_VERIFY_WITH_TIMEOUT(!m_bar->isHidden(), 20000);
        QCursor::setPos(m_window->mapToGlobal(QPoint(-50, -50)));
        QTRY_VERIFY_WITH_TIMEOUT(m_bar->isHidden(), 20000);
    }

    void aNewMessageHasATimeOfItsOwn()
    {
        QCursor::setPos(m_window->mapToGlobal(QPoint(-50, -50)));
        m_bar->showNotice(u"done"_s, NoticeBar::Look::Good, u"Saved."_s);
        m_bar->hideAfter(60'000);
        m_bar->showNotice(u"problem"_s, NoticeBar::Look::Error, u"It failed."_s); // stays
        QVERIFY(m_bar->isVisible());
        m_bar->hideAfter(50);
        QTRY_VERIFY_WITH_TIMEOUT(m_bar->isHidden(), 20000);
    }

    // Must-point 18: the focus is back where it was.
    void theFocusGoesBackToWhoHadIt()
    {
        QCursor::setPos(m_window->mapToGlobal(QPoint(-50, -50)));
        m_content->setFocus();
        m_bar->showNotice(u"done"_s, NoticeBar::Look::Good, u"Deleted."_s, {u"Undo"_s});
        auto *undo = m_bar->findChild<QPushButton *>(u"messageButton1"_s);
        undo->setFocus(Qt::TabFocusReason);
        QVERIFY(undo->hasFocus());
        m_bar->dismiss();
        QVERIFY(m_content->hasFocus());
    }

    // Space was meant for what stood there: it may not archive a server because another problem has come.
    void anotherNoticeDoesNotGetThePressOfTheLastOne()
    {
        QCursor::setPos(m_window->mapToGlobal(QPoint(-50, -50)));
        m_content->setFocus();
        m_bar->showNotice(u"stopped"_s, NoticeBar::Look::Error, u"The bot is stopped."_s, {u"Start again"_s});
        auto *button = m_bar->findChild<QPushButton *>(u"messageButton1"_s);
        button->setFocus(Qt::TabFocusReason);
        m_bar->showNotice(u"stopped"_s, NoticeBar::Look::Error, u"The bot was stopped."_s,
                          {u"Start again"_s});
        QVERIFY(button->hasFocus()); // only the words are others
        m_bar->showNotice(u"left"_s, NoticeBar::Look::Warning, u"The bot was removed."_s,
                          {u"Archive server"_s});
        QVERIFY(m_content->hasFocus());
    }

    // The banner and the message stand over each other: when the one goes, the other is not where the focus was.
    void theFocusDoesNotGoToAnotherBar()
    {
        QCursor::setPos(m_window->mapToGlobal(QPoint(-50, -50)));
        auto *banner = new NoticeBar(u"banner"_s);
        static_cast<QVBoxLayout *>(m_window->layout())->insertWidget(0, banner);
        banner->setPushed(m_content);
        m_content->setFocus();
        banner->showNotice(u"away"_s, NoticeBar::Look::Warning, u"Not connected."_s, {u"Try now"_s});
        auto *tryNow = banner->findChild<QPushButton *>(u"bannerButton1"_s);
        tryNow->setFocus(Qt::TabFocusReason);
        QVERIFY(tryNow->hasFocus());
        m_bar->showNotice(u"back"_s, NoticeBar::Look::Good, u"Back online."_s);
        banner->hideNotice();
        QVERIFY(m_content->hasFocus());
        // From one bar to the other by hand: neither is where it came from.
        banner->showNotice(u"away"_s, NoticeBar::Look::Warning, u"Not connected."_s, {u"Try now"_s});
        tryNow->setFocus(Qt::TabFocusReason);
        m_bar->findChild<QToolButton *>(u"messageClose"_s)->setFocus(Qt::TabFocusReason);
        m_bar->dismiss();
        QVERIFY(m_content->hasFocus());
    }

private:
    std::unique_ptr<QWidget> m_window;
    NoticeBar *m_bar = nullptr;
    QPushButton *m_content = nullptr;
};

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"
