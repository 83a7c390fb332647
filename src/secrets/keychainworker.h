// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychainbackend.h"
#include "secrets/keychainloop.h"

#include <QObject>

#include <deque>
#include <functional>

namespace QKeychain {
class Job;
}

namespace nexus {

//! \brief Asks QtKeychain one question after the other, in the thread it lives in.
//!
//! A job that nobody answers keeps the ones behind it waiting, as QtKeychain itself would. It can be neither
//! stopped nor deleted, because the library behind it would answer into freed memory.
class KeychainWorker final : public QObject {
    Q_OBJECT

public:
    explicit KeychainWorker(QString service);
    ~KeychainWorker() override;

    void read(const QString &key, const KeychainBackend::ReadDone &done);
    void write(const QString &key, const Secret &secret, const KeychainBackend::Done &done);
    void remove(const QString &key, const KeychainBackend::Done &done);

private:
    using Start = std::function<void()>;

    void erase(const QString &key, const KeychainBackend::Done &done);
    void enqueue(Start start);
    void startNext();
    void run(QKeychain::Job *job, const std::function<void()> &onFinished);

    QString m_service;
    KeychainLoop m_loop;
    std::deque<Start> m_waiting;
    bool m_isBusy = false;
};

} // namespace nexus
