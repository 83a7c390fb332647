// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainloop.h"

#include <QAbstractEventDispatcher>

namespace nexus {

namespace {

using NewContext = void *(*)();
using UseContext = void (*)(void *context);
using Iterate = int (*)(void *context, int mayBlock);

constexpr int SOON_MS = 2;
constexpr int LATER_MS = 100;
constexpr int SOON_TURNS = 1000;

} // namespace

KeychainLoop::KeychainLoop(QObject *owner)
    : m_glib(QStringLiteral("glib-2.0"), 0)
    , m_timer(owner)
{
    m_timer.callOnTimeout(&m_timer, [this] { turn(); });
}

KeychainLoop::~KeychainLoop()
{
    if (m_context == nullptr) {
        return;
    }
    // It stays allocated: a call that was never answered still points to it.
    if (const auto pop = reinterpret_cast<UseContext>(m_glib.resolve("g_main_context_pop_thread_default"))) {
        pop(m_context);
    }
}

void KeychainLoop::open()
{
    m_isOpen = true;
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    const bool isGlib = dispatcher != nullptr && dispatcher->inherits("QEventDispatcherGlib");
    const auto create = reinterpret_cast<NewContext>(m_glib.resolve("g_main_context_new"));
    const auto push = reinterpret_cast<UseContext>(m_glib.resolve("g_main_context_push_thread_default"));
    if (isGlib || create == nullptr || push == nullptr) {
        return;
    }
    m_context = create();
    push(m_context);
}

void KeychainLoop::hold()
{
    if (!m_isOpen) {
        open();
    }
    m_turns = 0;
    if (m_context != nullptr) {
        m_timer.start(SOON_MS);
    }
}

void KeychainLoop::release()
{
    m_timer.stop();
}

void KeychainLoop::turn()
{
    const auto iterate = reinterpret_cast<Iterate>(m_glib.resolve("g_main_context_iteration"));
    while (iterate != nullptr && iterate(m_context, 0) != 0) { }
    // Somebody is asked for a password, or the service hangs: that takes longer.
    if (++m_turns == SOON_TURNS && m_timer.isActive()) {
        m_timer.setInterval(LATER_MS);
    }
}

} // namespace nexus
