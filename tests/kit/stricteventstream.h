// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace nexus::kit {

//! \brief One message of AWS's binary event stream (`application/vnd.amazon.eventstream`).
//!
//! Headers have values of the type string. The prelude and the whole message carry their CRC-32.
[[nodiscard]] QByteArray eventStreamMessage(
    const std::vector<std::pair<QByteArray, QByteArray>> &headers, const QByteArray &payload);

//! \brief An event of that name with a JSON payload.
[[nodiscard]] QByteArray eventStreamEvent(const QByteArray &type, const QByteArray &json);
//! \brief An exception of that name with a JSON payload.
[[nodiscard]] QByteArray eventStreamException(const QByteArray &type, const QByteArray &json);

//! \brief The CRC-32 of zlib and AWS (reflected, polynomial 0xEDB88320).
[[nodiscard]] quint32 crc32(const QByteArray &data);

} // namespace nexus::kit
