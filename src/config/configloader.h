// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/listenaddress.h"
#include "config/gatewayconfig.h"
#include "secrets/environment.h"
#include "secrets/keychain.h"
#include "secrets/storedkeys.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace nexus {

//! \brief What the command line says in place of the file, for this run and across reloads.
struct ConfigOverrides {
    std::optional<ListenAddress> listen;
};

//! \brief Holds the last good configuration and reads it again when asked.
//!
//! Lives in one thread; the snapshots it hands out may go to any. Reading blocks on the file and never on the
//! keychain: names that were never read from it are waited for asynchronously; those that were are taken as
//! they are known, asked for again behind, and a change loads once more. A keyring that cannot be asked any
//! more takes no key away.
class ConfigLoader final : public QObject {
    Q_OBJECT

public:
    //! \brief How long a start without a file waits for keys; those that come later load once more.
    static constexpr std::chrono::milliseconds zeroConfigPatience {1500};

    //! An empty \a path stands for zeroConfig().
    ConfigLoader(QString path, Environment environment, ConfigOverrides overrides, QObject *parent = nullptr);

    //! \brief Where `{{ keychain.NAME }}` comes from; without one there are no such keys. A key it changes
    //! is read and loaded again.
    void setKeychain(Keychain *keychain);
    //! \brief Takes every `{{ keychain.NAME }}` as if it were there, for who sends nothing.
    void assumeKeys() { m_keys = StoredKeys::assumed(); }

    //! \brief The file, empty without one.
    [[nodiscard]] const QString &path() const { return m_path; }
    //! \brief The last good configuration; null until the first loaded().
    [[nodiscard]] const ConfigSnapshot &snapshot() const { return m_snapshot; }
    //! \brief Why the newest reload() failed; nothing when it was good or still waits.
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }
    //! \brief Whether reload() waits for the keychain.
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    //! \brief What is known of the keychain for the names in the file.
    [[nodiscard]] const StoredKeys &keys() const { return m_keys; }

    //! \brief Reads the configuration.
    //!
    //! Either signal fires before this returns, except when the keychain has to be waited for: then
    //! isWaiting(), and either one follows, unless another reload() takes the place of this one.
    //! \return true when loaded() has fired
    bool reload();

    //! \brief reload(), and waits for its signal. For the start of the program only: runs an event loop, not
    //! longer than the patience of the keychain.
    bool load();

Q_SIGNALS:
    //! \brief A good configuration took the place of the one before.
    void loaded(const nexus::ConfigSnapshot &snapshot);
    //! \brief The file is not good; snapshot() stays what it was.
    void rejected(const nexus::Error &error);

private:
    bool apply();
    bool reject(const Error &error);
    void askKeychain();
    void onKey(int round, const QString &name, const Result<Secret> &key);
    void learn(const QString &name, const Result<Secret> &key);
    void onPatienceOver();
    [[nodiscard]] bool hasKeys() const;

    QString m_path;
    Environment m_environment;
    ConfigOverrides m_overrides;
    QPointer<Keychain> m_keychain;
    QByteArray m_text; //!< of the file, as last read
    QStringList m_names; //!< of the keys it asks for
    StoredKeys m_keys;
    QTimer m_patience;
    int m_round = 0; //!< of questions to the keychain
    int m_open = 0; //!< questions of this round without an answer
    bool m_isWaiting = false;
    bool m_hasNews = false; //!< the keychain said something that is not loaded yet
    ConfigSnapshot m_snapshot;
    std::optional<Error> m_lastError;
};

} // namespace nexus
