// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpparse.h"

#include <QByteArray>
#include <QByteArrayList>

#include <chrono>
#include <optional>

namespace nexus::kit {

//! \brief One request as a provider received it, and what became of its answer.
struct ReceivedRequest {
    int index = 0; //!< counts from 0 over all connections, in the order of completion
    int connection = 0; //!< counts from 1 in the order of acceptance
    QByteArray method;
    QByteArray target; //!< path with query, as sent
    Headers headers;
    QByteArray body; //!< without transfer coding
    bool isComplete = false; //!< false when the peer left before the whole body had come
    bool isAnswered = false; //!< the whole scripted answer was handed to the operating system
    //! From the complete request to the peer closing, when it closed before the answer was complete.
    std::optional<std::chrono::milliseconds> closedAfter;

    [[nodiscard]] QByteArray path() const { return target.split('?').first(); }
    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
};

} // namespace nexus::kit
