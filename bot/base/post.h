// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

// The object of the calling thread that answers from other threads come home to. It dies with its thread, and what is
// still queued for it dies then too. Whoever wants to answer keeps a weak pointer: an answer that held its own receiver
// would keep both alive for ever when nobody reads the queue any more.
inline std::weak_ptr<QObject> homeOfThisThread()
{
    thread_local const auto home = std::make_shared<QObject>();
    return home;
}

// Queues fn for the thread of `home`; nothing happens when that thread has ended.
template <class Fn>
void sendHome(const std::weak_ptr<QObject> &home, Fn fn)
{
    if (const std::shared_ptr<QObject> there = home.lock())
        QMetaObject::invokeMethod(there.get(), std::move(fn), Qt::QueuedConnection);
}

// done, carried home: to be called in any thread, any number of times; done then runs in the calling thread of
// carriedHome(), where `asker` must live, unless asker has died by then. An empty done is allowed.
template <class... Values>
std::function<void(Values...)> carriedHome(QObject *asker, std::function<void(Values...)> done)
{
    // The QPointer is created and read in the asker's thread only: it travels inside a shared box.
    auto guard = std::make_shared<QPointer<QObject>>(asker);
    return [home = homeOfThisThread(), guard, done = std::move(done)](Values... values) {
        sendHome(home, [guard, done, ... values = std::move(values)] {
            if (*guard && done)
                done(values...);
        });
    };
}

// Runs fn in worker's thread and done(result) in asker's thread, unless asker has died by then. Only values travel.
// Why not QFuture::then(context): on Qt 6.4.2 it aborts in qfuture_impl.h when the context dies first.
//
// `asker` must live in the calling thread. `worker` must outlive the posted call's delivery or be deleted in its own
// thread (queued calls to a dead object are dropped by Qt; done is then never called).
template <class Worker, class Asker, class Fn, class DoneFn>
void post(Worker *worker, Asker *asker, Fn fn, DoneFn done)
{
    // Boxed as in carriedHome(), which needs a done that can be copied.
    auto guard = std::make_shared<QPointer<Asker>>(asker);
    QMetaObject::invokeMethod(
        worker,
        [worker, home = homeOfThisThread(), guard, fn = std::move(fn), done = std::move(done)]() mutable {
            using R = std::invoke_result_t<Fn &, Worker &>;
            if constexpr (std::is_void_v<R>) {
                fn(*worker);
                sendHome(home, [guard, done = std::move(done)]() mutable {
                    if (*guard)
                        done();
                });
            } else {
                sendHome(home, [guard, done = std::move(done), result = fn(*worker)]() mutable {
                    if (*guard)
                        done(std::move(result));
                });
            }
        },
        Qt::QueuedConnection);
}
