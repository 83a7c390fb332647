// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

#include <chrono>

namespace nexus::keychain {

// What Error::code says of an answer of the keychain.
inline constexpr char keyMissing[] = "key_missing"; //!< it was asked, and has no such key
inline constexpr char keyringAbsent[] = "keyring_absent"; //!< there is nothing to ask on this machine
inline constexpr char keyringSilent[] = "keyring_silent"; //!< it did not answer in time
inline constexpr char keyringLocked[] = "keyring_locked"; //!< locked, or access was refused
inline constexpr char keyringFailed[] = "keyring_failed"; //!< it answered with an error of its own

//! \brief Whether \a error says that there is no such key, rather than that nobody could tell.
[[nodiscard]] bool isMissing(const Error &error);

[[nodiscard]] Error missing(const QString &name);
//! \param why a whole sentence without its next step
[[nodiscard]] Error absent(const QString &why);
[[nodiscard]] Error silent(std::chrono::milliseconds patience);
[[nodiscard]] Error locked();
//! \param detail what the keyring said, for the log
[[nodiscard]] Error failed(const QString &detail);
//! \brief Of a name that cannot be one, see isKeyName().
[[nodiscard]] Error badName(const QString &name);

//! \brief Whether \a name may name a key: 1 to 64 ASCII letters, digits, `_`, `-` and `.`.
[[nodiscard]] bool isKeyName(QStringView name);

} // namespace nexus::keychain
