// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace nexus {

//! \brief A target that did not answer, and why.
struct TargetFailure {
    QString provider;
    QByteArray model;
    Error error;
};

//! \brief Where the key of a call came from.
enum class KeyPlace {
    File, //!< the configuration
    System, //!< the environment or the keychain, without a file
    Client, //!< the request
};

//! \brief \a error of a provider that refused its key, with a detail that names both. The message stays the
//! provider's own.
[[nodiscard]] Error withKeyNamed(const Error &error, const QString &provider, KeyPlace place);

//! \brief \a chosen, the error of one of \a failures, with a message that names every target and its reason
//! in one line: all words of the chosen one, the beginning of those of the others, and five targets at most.
//!
//! Where the chosen one is a provider's refusal, its message stays and the detail has that line. A single
//! failure is left as it is.
[[nodiscard]] Error withTargetsNamed(const Error &chosen, const std::vector<TargetFailure> &failures);

} // namespace nexus
