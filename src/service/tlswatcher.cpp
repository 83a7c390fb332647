// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/tlswatcher.h"

namespace nexus {

TlsWatcher::TlsWatcher(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &TlsWatcher::onSettled);
}

Result<void> TlsWatcher::follow(const std::optional<TlsFiles> &files)
{
    m_settle.stop();
    m_files = files;
    if (!m_files) {
        m_certificate.reset();
        m_key.reset();
        take(nullptr);
        return {};
    }
    watch();
    return load();
}

// A watcher compares with the content at its making, so it comes before the reading.
void TlsWatcher::watch()
{
    m_certificate = std::make_unique<ConfigWatcher>(m_files->certificate);
    m_key = std::make_unique<ConfigWatcher>(m_files->key);
    for (const ConfigWatcher *watcher : {m_certificate.get(), m_key.get()}) {
        connect(watcher, &ConfigWatcher::changed, &m_settle, qOverload<>(&QTimer::start));
    }
}

Result<void> TlsWatcher::load()
{
    Result<std::shared_ptr<const TlsIdentity>> loaded = TlsIdentity::load(m_files->certificate, m_files->key);
    if (!loaded) {
        return failure(loaded.error());
    }
    take(*std::move(loaded));
    return {};
}

void TlsWatcher::onSettled()
{
    if (const Result<void> loaded = load(); !loaded) {
        Q_EMIT rejected(loaded.error());
    }
}

void TlsWatcher::take(std::shared_ptr<const TlsIdentity> identity)
{
    const bool isSame = identity && m_identity ? *identity == *m_identity : identity == m_identity;
    if (isSame) {
        return;
    }
    m_identity = std::move(identity);
    Q_EMIT changed(m_identity);
}

} // namespace nexus
