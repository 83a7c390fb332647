// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configloader.h"

#include "config/configreader.h"
#include "config/zeroconfig.h"

#include <QEventLoop>

#include <algorithm>

namespace nexus {

ConfigLoader::ConfigLoader(QString path, Environment environment, ConfigOverrides overrides, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_environment(std::move(environment))
    , m_overrides(std::move(overrides))
    , m_patience(this)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(zeroConfigPatience);
    connect(&m_patience, &QTimer::timeout, this, &ConfigLoader::onPatienceOver);
}

void ConfigLoader::setKeychain(Keychain *keychain)
{
    if (m_keychain) {
        disconnect(m_keychain, nullptr, this, nullptr);
    }
    m_keychain = keychain;
    if (!m_keychain) {
        return;
    }
    connect(m_keychain, &Keychain::changed, this, [this](const QString &name) {
        if (m_names.contains(name)) {
            askKeychain();
        }
    });
    // A keyring that was unlocked may have what is missing.
    connect(m_keychain, &Keychain::stateChanged, this, [this] {
        if (m_open == 0 && m_keychain->state() == Keychain::State::Available && !hasKeys()) {
            askKeychain();
        }
    });
}

bool ConfigLoader::reload()
{
    m_isWaiting = false;
    m_patience.stop();
    const bool hasFile = !m_path.isEmpty();
    const Result<QByteArray> text = hasFile ? readConfigText(m_path) : QByteArray();
    if (!text) {
        return reject(text.error());
    }
    m_text = *text;
    m_names.clear();
    if (m_keychain && (hasFile || m_keychain->isReachable())) {
        m_names = hasFile ? keychainNamesIn(m_text) : zeroConfigKeyNames();
    }
    // Without a file most names are not there, and they are waited for only once.
    const bool isKnown = hasFile ? hasKeys() : m_snapshot != nullptr;
    if (m_names.isEmpty() || isKnown) {
        const bool isGood = apply();
        askKeychain();
        return isGood;
    }
    m_isWaiting = true;
    m_lastError.reset();
    if (!hasFile) {
        m_patience.start();
    }
    askKeychain();
    return !m_isWaiting && !m_lastError;
}

bool ConfigLoader::load()
{
    if (reload() || !m_isWaiting) {
        return !m_lastError;
    }
    QEventLoop loop;
    connect(this, &ConfigLoader::loaded, &loop, &QEventLoop::quit);
    connect(this, &ConfigLoader::rejected, &loop, &QEventLoop::quit);
    loop.exec();
    return !m_lastError;
}

bool ConfigLoader::hasKeys() const
{
    return std::ranges::all_of(
        m_names, [this](const QString &name) { return m_keys.find(name).has_value(); });
}

void ConfigLoader::askKeychain()
{
    const QStringList names = m_names;
    const int round = ++m_round;
    m_open = m_keychain ? static_cast<int>(names.size()) : 0;
    if (!m_keychain) {
        return;
    }
    for (const QString &name : names) {
        m_keychain->read(
            name, this, [this, round, name](const Result<Secret> &key) { onKey(round, name, key); });
    }
}

void ConfigLoader::onKey(int round, const QString &name, const Result<Secret> &key)
{
    learn(name, key);
    if (round != m_round || --m_open > 0) {
        return;
    }
    if (m_isWaiting || m_hasNews) {
        m_isWaiting = false;
        m_patience.stop();
        apply();
    }
}

void ConfigLoader::learn(const QString &name, const Result<Secret> &key)
{
    const Result<Secret> before = m_keys.find(name);
    const bool isKnown = key || keychain::isMissing(key.error());
    if (before && !isKnown) {
        return; // a keyring that is locked again takes nothing away
    }
    m_keys.set(name, key);
    const bool isSame = before ? key && *before == *key : !key && before.error() == key.error();
    m_hasNews = m_hasNews || !isSame;
}

void ConfigLoader::onPatienceOver()
{
    if (m_isWaiting) {
        m_isWaiting = false;
        apply();
    }
}

bool ConfigLoader::apply()
{
    m_hasNews = false;
    Result<GatewayConfig> config = m_path.isEmpty() ? Result<GatewayConfig>(zeroConfig(m_environment, m_keys))
                                                    : parseConfig(m_text, m_path, m_environment, m_keys);
    if (!config) {
        return reject(config.error());
    }
    if (m_overrides.listen) {
        config->server.address = m_overrides.listen->address;
        config->server.port = m_overrides.listen->port;
    }
    m_lastError.reset();
    m_snapshot = std::make_shared<const GatewayConfig>(std::move(*config));
    Q_EMIT loaded(m_snapshot);
    return true;
}

bool ConfigLoader::reject(const Error &error)
{
    m_lastError = error;
    Q_EMIT rejected(error);
    return false;
}

} // namespace nexus
