// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tells ThreadSanitizer what Qt's event queues, thread pools and wait conditions order in time.
//
// The Qt of a distribution is not built with ThreadSanitizer, so the locks around its event queues are unseen
// and every queued call looks like a race. Here whatever puts something into a queue releases one tag, and
// whatever comes out of a queue acquires it. One tag for all queues orders a little more than Qt does;
// accesses that no event separates are still found. A mutex tells of itself where it is locked, but not that
// a wait condition gives it up meanwhile. Linked only when NEXUS_SANITIZE is `thread`.

#include <QCoreApplication>
#include <QMutex>
#include <QThread>
#include <QThreadPool>
#include <QWaitCondition>

#include <sanitizer/tsan_interface.h>

#include <functional>

// Qt exports this for its tools without a public header.
struct QSignalSpyCallbackSet {
    using BeginCallback = void (*)(QObject *caller, int index, void **arguments);
    using EndCallback = void (*)(QObject *caller, int index);
    BeginCallback signalBegin;
    BeginCallback slotBegin;
    EndCallback signalEnd;
    EndCallback slotEnd;
};
Q_DECL_IMPORT void qt_register_signal_spy_callbacks(QSignalSpyCallbackSet *callbacks);

namespace {

char tag;

void release()
{
    __tsan_release(&tag);
}

void acquire()
{
    __tsan_acquire(&tag);
}

bool onEvent(void **)
{
    acquire();
    return false;
}

void onSignal(QObject *, int, void **)
{
    release();
}

QSignalSpyCallbackSet callbacks {onSignal, nullptr, nullptr, nullptr};

void install()
{
    QInternal::registerCallback(QInternal::EventNotifyCallback, onEvent);
    qt_register_signal_spy_callbacks(&callbacks);
}

} // namespace

Q_CONSTRUCTOR_FUNCTION(install)

// The linker sends the project's own calls of these functions here first, see --wrap in cmake.
extern "C" {

void __real__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(
    QObject *receiver, QEvent *event, int priority);
void __wrap__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(QObject *receiver, QEvent *event, int priority)
{
    release();
    __real__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(receiver, event, priority);
}

using Slot = QtPrivate::QSlotObjectBase;
bool __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject *object, Slot *slot, Qt::ConnectionType type, void *result);
bool __wrap__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject *object, Slot *slot, Qt::ConnectionType type, void *result)
{
    release();
    const bool isDone
        = __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
            object, slot, type, result);
    acquire();
    return isDone;
}

void __real__ZN7QObject11deleteLaterEv(QObject *object);
// A pointer to a member function needs an even address; its low bit means "virtual".
[[gnu::aligned(16)]] void __wrap__ZN7QObject11deleteLaterEv(QObject *object)
{
    release();
    __real__ZN7QObject11deleteLaterEv(object);
}

bool __real__ZN7QThread4waitE14QDeadlineTimer(QThread *thread, QDeadlineTimer deadline);
[[gnu::aligned(16)]] bool __wrap__ZN7QThread4waitE14QDeadlineTimer(QThread *thread, QDeadlineTimer deadline)
{
    const bool isDone = __real__ZN7QThread4waitE14QDeadlineTimer(thread, deadline);
    acquire();
    return isDone;
}

void __real__ZN11QThreadPool5startESt8functionIFvvEEi(
    QThreadPool *pool, std::function<void()> work, int priority);
[[gnu::aligned(16)]] void __wrap__ZN11QThreadPool5startESt8functionIFvvEEi(
    QThreadPool *pool, std::function<void()> work, int priority)
{
    release();
    __real__ZN11QThreadPool5startESt8functionIFvvEEi(
        pool,
        [work = std::move(work)] {
            acquire();
            work();
            release();
        },
        priority);
}

bool __real__ZN14QWaitCondition4waitEP6QMutex14QDeadlineTimer(
    QWaitCondition *condition, QMutex *mutex, QDeadlineTimer deadline);
[[gnu::aligned(16)]] bool __wrap__ZN14QWaitCondition4waitEP6QMutex14QDeadlineTimer(
    QWaitCondition *condition, QMutex *mutex, QDeadlineTimer deadline)
{
    __tsan_mutex_pre_unlock(mutex, 0);
    __tsan_mutex_post_unlock(mutex, 0);
    const bool isWoken = __real__ZN14QWaitCondition4waitEP6QMutex14QDeadlineTimer(condition, mutex, deadline);
    __tsan_mutex_pre_lock(mutex, 0);
    __tsan_mutex_post_lock(mutex, 0, 0);
    return isWoken;
}

} // extern "C"
