// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <utility>

// Runs fn() in a worker thread and done(answer) in the GUI thread, unless `asker` has died by then: for files that the pages'
// own questions must not wait for. Values only, as everywhere between threads.
template <class Fn, class DoneFn>
void runAside(QObject *asker, Fn fn, DoneFn done)
{
    // Looked at in the GUI thread only.
    auto guard = std::make_shared<QPointer<QObject>>(asker);
    QThreadPool::globalInstance()->start([guard, fn = std::move(fn), done = std::move(done)]() mutable {
        auto answer = std::make_shared<decltype(fn())>(fn());
        QMetaObject::invokeMethod(
            qApp,
            [guard, answer, done = std::move(done)]() mutable {
                if (*guard)
                    done(*answer);
            },
            Qt::QueuedConnection);
    });
}
