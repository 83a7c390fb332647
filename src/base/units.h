// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace nexus {

//! \brief Reads a duration such as `500ms`, `60s`, `5m`, `1h`, `90d` or `1h30m`.
//!
//! Units are ms, s, m, h and d, each number needs one. Nothing for any other text and for more than 100
//! years.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseDuration(QStringView text);

//! \brief The shortest text that parseDuration() reads back as \a duration, for example `90s` or `1h`.
[[nodiscard]] QString formatDuration(std::chrono::milliseconds duration);

//! \brief Reads a number of bytes such as `512`, `64KiB`, `32MiB`, `2GiB` or `10MB`.
//!
//! Units with an `i` count in steps of 1024, those without in steps of 1000. Nothing for any other text and
//! for more than 2^62 bytes.
[[nodiscard]] std::optional<qint64> parseByteSize(QStringView text);

} // namespace nexus
