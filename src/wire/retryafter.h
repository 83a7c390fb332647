// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace nexus {

//! \brief What the value of a Retry-After header asks for: seconds or a date (RFC 9110 section 10.2.3); a
//! date in the past is 0. Nothing when it is neither.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfterOf(
    const QByteArray &header, const QDateTime &now);

} // namespace nexus
