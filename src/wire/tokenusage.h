// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace nexus {

//! \brief Tokens of one answer, each counted once, whatever the provider's own way of counting is.
struct TokenUsage {
    qint64 input = 0; //!< everything the model read, from the cache and into the cache included
    qint64 cacheRead = 0; //!< part of input
    qint64 cacheWrite = 0; //!< part of input
    qint64 output = 0; //!< everything the model wrote, reasoning included
    qint64 reasoning = 0; //!< part of output

    bool operator==(const TokenUsage &) const = default;
};

} // namespace nexus
