// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychainbackend.h"

#include <QObject>

#include <memory>

class QThread;

namespace nexus {

class KeychainWorker;

//! \brief The keyring of the system, by QtKeychain: Secret Service, KWallet, and their like elsewhere.
//!
//! QtKeychain blocks at places, so it is asked in a thread of its own, which starts with the first question.
//! QtKeychain is bound to the first thread that uses it: one object for the life of the process.
class KeychainSystem final : public KeychainBackend {
public:
    //! \param service what the entries of this program have in common
    explicit KeychainSystem(QString service);
    //! Waits for a call that blocks, but not long.
    ~KeychainSystem() override;
    Q_DISABLE_COPY_MOVE(KeychainSystem)

    void read(const QString &key, ReadDone done) override;
    void write(const QString &key, const Secret &secret, Done done) override;
    void remove(const QString &key, Done done) override;

private:
    KeychainWorker &worker();

    QString m_service;
    std::unique_ptr<QObject> m_home; //!< answers arrive in its thread, the one of this object
    std::unique_ptr<QThread> m_thread;
    KeychainWorker *m_worker = nullptr; //!< lives in the thread and ends with it
};

} // namespace nexus
