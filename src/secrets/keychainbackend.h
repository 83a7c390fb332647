// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secrets/secret.h"

#include <QString>

#include <functional>

namespace nexus {

//! \brief What keeps keys for Keychain: the keyring of the system, or that of a test.
//!
//! Each function answers once or never, in the thread it was called from, perhaps before it returns. Nothing
//! is answered after destruction. Errors are those of keychainerrors.h.
class KeychainBackend {
public:
    using ReadDone = std::function<void(Result<Secret>)>;
    using Done = std::function<void(Result<void>)>;

    KeychainBackend() = default;
    virtual ~KeychainBackend() = default;
    Q_DISABLE_COPY_MOVE(KeychainBackend)

    virtual void read(const QString &key, ReadDone done) = 0;
    virtual void write(const QString &key, const Secret &secret, Done done) = 0;
    virtual void remove(const QString &key, Done done) = 0;
};

} // namespace nexus
