// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>
#include <type_traits>
#include <utility>

// Runs fn in worker's thread and done(result) in asker's thread, unless asker has died by then. Only values travel.
// Why not QFuture::then(context): on Qt 6.4.2 it aborts in qfuture_impl.h when the context dies first.
//
// `asker` must live in the calling thread. `worker` must outlive the posted call's delivery or be deleted in its own
// thread (queued calls to a dead object are dropped by Qt; done is then never called).
template <class Worker, class Asker, class Fn, class DoneFn>
void post(Worker *worker, Asker *asker, Fn fn, DoneFn done)
{
    // The QPointer is created and read in the asker's thread only: it travels inside a shared box. The relay lives in
    // the asker's thread and carries the answer home; whoever drops the last reference, it dies in its own thread.
    // There it dies at once: an answer that is still queued when the application ends is thrown away while the queue is
    // locked, and deleteLater() would wait for that lock for ever.
    auto guard = std::make_shared<QPointer<Asker>>(asker);
    std::shared_ptr<QObject> relay(new QObject, [](QObject *o) {
        if (o->thread() == QThread::currentThread())
            delete o;
        else
            o->deleteLater();
    });
    QMetaObject::invokeMethod(
        worker,
        [worker, relay, guard, fn = std::move(fn), done = std::move(done)]() mutable {
            using R = std::invoke_result_t<Fn &, Worker &>;
            if constexpr (std::is_void_v<R>) {
                fn(*worker);
                QMetaObject::invokeMethod(
                    relay.get(),
                    [relay, guard, done = std::move(done)]() mutable {
                        if (*guard)
                            done();
                    },
                    Qt::QueuedConnection);
            } else {
                QMetaObject::invokeMethod(
                    relay.get(),
                    [relay, guard, done = std::move(done), result = fn(*worker)]() mutable {
                        if (*guard)
                            done(std::move(result));
                    },
                    Qt::QueuedConnection);
            }
        },
        Qt::QueuedConnection);
}
