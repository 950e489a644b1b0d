// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tells the thread sanitizer how Qt hands work from thread to thread. Debian's Qt is not built with the sanitizer, and its
// locks are futexes without a library call, so every queued call would look like a race. Two things are enough to see
// what the locks say. Who posts an event wakes the receiver's loop afterwards (GLib's function, replaced here by one that
// notes the moment), and who delivers it passes Qt's event callback: one note per event loop, so that two threads which
// never spoke to each other still count as unordered. And the function of invokeMethod() travels in a wrapper.
//
// Linked into tests of the tsan preset only; needs Qt's GLib event loop, which Debian's Qt uses by default.

#include <QObject>

#include <dlfcn.h>

extern "C" {
void __tsan_acquire(void *address);
void __tsan_release(void *address);

using MainContext = void;

void g_main_context_wakeup(MainContext *context)
{
    static const auto wakeUp =
        reinterpret_cast<void (*)(MainContext *)>(dlsym(RTLD_NEXT, "g_main_context_wakeup"));
    if (context)
        __tsan_release(context);
    wakeUp(context);
}
}

namespace {

MainContext *contextOfThisThread()
{
    using Get = MainContext *(*)();
    static const auto ofThread =
        reinterpret_cast<Get>(dlsym(RTLD_DEFAULT, "g_main_context_get_thread_default"));
    static const auto ofProgram = reinterpret_cast<Get>(dlsym(RTLD_DEFAULT, "g_main_context_default"));
    if (!ofThread || !ofProgram)
        return nullptr;
    MainContext *context = ofThread();
    return context ? context : ofProgram();
}

bool beforeDelivery(void **)
{
    if (MainContext *context = contextOfThisThread())
        __tsan_acquire(context);
    return false; // deliver it
}

const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, beforeDelivery);

} // namespace

// A queued call's function dies with whoever lets go of it last, the caller included. Qt counts that out of sight, so
// the function travels in a wrapper that tells.
namespace {

class TellingSlot : public QtPrivate::QSlotObjectBase
{
public:
    explicit TellingSlot(QtPrivate::QSlotObjectBase *slot) : QSlotObjectBase(&TellingSlot::act), m_slot(slot)
    { }

private:
    static void act(int which, QSlotObjectBase *base, QObject *receiver, void **arguments, bool *)
    {
        auto *self = static_cast<TellingSlot *>(base);
        __tsan_acquire(self);
        if (which == Call) {
            self->m_slot->call(receiver, arguments);
            __tsan_release(self);
        } else if (which == Destroy) {
            self->m_slot->destroyIfLastRef();
            delete self;
        }
    }

    QtPrivate::QSlotObjectBase *m_slot;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *result)
{
    using Invoke = bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static const auto invoke = reinterpret_cast<Invoke>(dlsym(
        RTLD_NEXT,
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv"));
    auto *telling = new TellingSlot(slot);
    __tsan_release(telling);
    return invoke(object, telling, type, result);
}
