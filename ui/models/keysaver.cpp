// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/keysaver.h"

#include "secrets/keychain.h"

namespace nexus {

KeySaver::KeySaver(Keychain &keys, QObject *parent)
    : QObject(parent)
    , m_keys(keys)
{ }

KeySaver::~KeySaver() = default;

void KeySaver::save(const QString &name, const Secret &key)
{
    m_name = name;
    m_key = key;
    retry();
}

void KeySaver::retry()
{
    const int round = ++m_round;
    become(State::Busy);
    m_keys.write(m_name, m_key, this, [this, round](const Result<void> &written) {
        if (round != m_round) {
            return;
        }
        if (!written) {
            m_problem = written.error();
            become(State::Failed);
            return;
        }
        drop();
        Q_EMIT saved(m_name);
    });
}

void KeySaver::keepForSession()
{
    m_keys.keepForSession(m_name, m_key);
    drop();
    Q_EMIT saved(m_name);
}

void KeySaver::drop()
{
    ++m_round;
    m_key = Secret();
    m_problem = {};
    become(State::Idle);
}

bool KeySaver::mayRetry() const
{
    return m_problem.code != keychain::keyringAbsent;
}

void KeySaver::become(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace nexus
