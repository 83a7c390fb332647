// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secrets/secret.h"

#include <chrono>
#include <functional>
#include <optional>

namespace nexus::aws {

using TimePoint = std::chrono::system_clock::time_point;

//! \brief What time it is; a parameter, so that tests need not wait.
using Clock = std::function<TimePoint()>;

//! \brief What a request to AWS is signed with.
struct Credentials {
    Secret accessKeyId;
    Secret secretAccessKey;
    Secret sessionToken; //!< empty for long-term keys
    std::optional<TimePoint> expiry; //!< none for keys that do not expire

    bool operator==(const Credentials &) const = default;
};

//! \brief The failure to get credentials: kind Unauthenticated, with \a message as a whole sentence.
[[nodiscard]] inline Error credentialError(const QString &message, const QString &detail = {})
{
    return {.kind = ErrorKind::Unauthenticated, .message = message, .detail = detail};
}

} // namespace nexus::aws
