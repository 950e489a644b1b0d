// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/post.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QTest>
#include <QThread>

// An application that ends while an answer is still on its way to it (INTERFACE.md: stopping takes two seconds).
class tst_PostAtExit : public QObject
{
    Q_OBJECT

private slots:
    void answersThatNobodyReadsDoNotHoldUpTheEnd()
    {
        static char name[] = "tst_postatexit";
        char *arguments[] = {name, nullptr};
        int count = 1;
        QThread watchdog; // a hang ends the test, not the patience of whoever runs it
        QSemaphore ended;
        connect(
            &watchdog, &QThread::started, &watchdog,
            [&ended] {
                if (!ended.tryAcquire(1, 20000))
                    qFatal("the application does not end");
            },
            Qt::DirectConnection);
        watchdog.start();
        bool answered = false;
        {
            QCoreApplication application(count, arguments);
            QThread thread;
            QObject worker;
            worker.moveToThread(&thread);
            thread.start();
            QObject asker;
            QSemaphore worked;
            post(
                &worker, &asker,
                [&worked](QObject &) {
                    worked.release();
                    return 1;
                },
                [&answered](int) { answered = true; });
            worked.acquire();
            thread.quit();
            thread.wait();
        }
        ended.release();
        watchdog.quit();
        watchdog.wait();
        QVERIFY(!answered);
    }

    // A thread that has ended reads nothing any more: what was on its way to it goes with it.
    void anAnswerThatComesTooLateIsFreed()
    {
        static char name[] = "tst_postatexit";
        char *arguments[] = {name, nullptr};
        int count = 1;
        QCoreApplication application(count, arguments);
        auto luggage = std::make_shared<int>(1);
        const std::weak_ptr<int> left = luggage;
        {
            QThread home;
            QThread away;
            QObject worker;
            QObject asker;
            QSemaphore homeHasEnded;
            worker.moveToThread(&away);
            asker.moveToThread(&home);
            away.start();
            home.start();
            QSemaphore asked;
            QMetaObject::invokeMethod(&asker, [&, luggage = std::move(luggage)] {
                post(
                    &worker, &asker,
                    [&homeHasEnded](QObject &) {
                        homeHasEnded.acquire();
                        return 1;
                    },
                    [luggage](int) {});
                asked.release();
            });
            asked.acquire();
            home.quit();
            home.wait();
            homeHasEnded.release();
            away.quit();
            away.wait();
        }
        QVERIFY(left.expired());
    }
};

QTEST_APPLESS_MAIN(tst_PostAtExit)
#include "tst_postatexit.moc"
