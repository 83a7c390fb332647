// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/plan.h"
#include "wire/dialect.h"
#include "wire/headerlist.h"

#include <QByteArray>

#include <array>
#include <cstddef>

namespace nexus {

//! \brief What tells one question to a model from another: a SHA-256.
struct CacheKey {
    std::array<char, 32> digest {};

    bool operator==(const CacheKey &) const = default;
};

//! \brief For hash tables: the digest is even already.
struct CacheKeyHash {
    [[nodiscard]] std::size_t operator()(const CacheKey &key) const noexcept;
};

//! \brief All that the answer to a request depends on.
struct CacheKeyParts {
    Dialect dialect = Dialect::OpenAi;
    Operation operation = Operation::Chat;
    QByteArray plan; //!< where the request goes, see Plan::cacheName
    QByteArray askedModel; //!< answers carry this name
    QByteArray scope; //!< whose answers these are, empty where everybody may have them
    HeaderList headers; //!< of the client, only those that change the answer; their order does not count
    QByteArray body; //!< a JSON object
};

//! \brief The key of \a parts. Bodies that differ only in the order of members, in white space, in escapes or
//! in `model` have the same one; a body that has no canonical form counts byte for byte.
[[nodiscard]] CacheKey cacheKeyOf(const CacheKeyParts &parts);

//! \brief The key of \a parts with the body byte for byte, `model` included. Parts that share it have the
//! same cacheKeyOf(); it is never one of those itself.
[[nodiscard]] CacheKey writtenKeyOf(const CacheKeyParts &parts);

} // namespace nexus
