// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signalwatcher.h"

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace nexus {

#ifdef Q_OS_UNIX

namespace {

// A signal handler has no object to talk to, so these two stand alone in the program.
int writeEnd = -1;
int readEnd = -1;

void onSignal(int number)
{
    const char byte = number == SIGHUP ? 'h' : 's';
    // Nothing can be done about a full pipe, and then a signal is already waiting in it.
    [[maybe_unused]] const ssize_t written = ::write(writeEnd, &byte, 1);
}

void install(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        ::sigaction(number, &action, nullptr);
    }
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0) {
        return;
    }
    readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::onReadable);
    install(onSignal);
}

SignalWatcher::~SignalWatcher()
{
    if (!m_notifier) {
        return;
    }
    install(SIG_DFL);
    m_notifier.reset();
    ::close(readEnd);
    ::close(writeEnd);
}

void SignalWatcher::onReadable()
{
    char byte = 0;
    while (::read(readEnd, &byte, 1) == 1) {
        if (byte == 'h') {
            Q_EMIT reloadRequested();
        } else {
            Q_EMIT stopRequested();
        }
    }
}

#else

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{ }

SignalWatcher::~SignalWatcher() = default;

void SignalWatcher::onReadable() { }

#endif

} // namespace nexus
