// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/keytrials.h"

namespace nexus {

KeyTrials::KeyTrials(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_probe(environment)
{
    connect(&m_probe, &ProviderProbe::finished, this, [this](const ProbeReport &report) {
        Q_EMIT tried(m_next++, report);
        goOn();
    });
}

void KeyTrials::start(const ProviderConfig &provider)
{
    m_provider = provider;
    m_next = 0;
    goOn();
}

void KeyTrials::stop()
{
    m_probe.stop();
    m_provider.reset();
}

bool KeyTrials::isAbout(const std::vector<Secret> &keys) const
{
    return !m_provider || m_provider->apiKeys == keys;
}

// Whoever hears of a result may stop.
void KeyTrials::goOn()
{
    if (!m_provider) {
        return;
    }
    if (m_next >= m_provider->apiKeys.size()) {
        Q_EMIT ended();
        return;
    }
    ProviderConfig asked = *m_provider;
    asked.apiKeys = {m_provider->apiKeys[m_next]};
    m_probe.start(asked);
    Q_EMIT trying(m_next);
}

} // namespace nexus
