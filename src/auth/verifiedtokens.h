// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/jwtclaims.h"
#include "auth/keyset.h"
#include "base/timesource.h"

#include <QByteArrayView>

#include <array>
#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <unordered_map>

namespace nexus {

//! \brief The claims of one token, which all who need them share.
using ClaimsPointer = std::shared_ptr<const Claims>;

//! \brief Tokens whose signatures were found good a short while ago, so that it need not be done for every
//! request.
//!
//! Only a signature is remembered here: whoever finds a token still checks its claims against the clock and
//! the rules. A token is known by its SHA-256 and not kept. All that is known goes as soon as the keys are
//! other ones. The tokens that were not used for longest make room. Not thread-safe: one for each worker.
class VerifiedTokens final {
public:
    static constexpr std::size_t maxEntries = 10'000;
    static constexpr qsizetype maxBytes = 8 * 1024 * 1024; //!< of all tokens together, as they were sent
    static constexpr std::chrono::minutes lifetime {5}; //!< from when the signature was verified

    explicit VerifiedTokens(TimeSource time);

    //! \brief The claims of \a token if one of \a keys signed it, as far as it is remembered; else nullptr.
    //! What was verified with another set is forgotten.
    [[nodiscard]] ClaimsPointer find(QByteArrayView token, const KeySetPointer &keys);

    //! \brief Remembers that \a keys verified \a token.
    void put(QByteArrayView token, const KeySetPointer &keys, ClaimsPointer claims);

    //! \brief For a token that is of no use any more.
    void remove(QByteArrayView token);
    void clear();

    [[nodiscard]] std::size_t size() const { return m_byDigest.size(); }

private:
    using Digest = std::array<unsigned char, 32>;
    struct DigestHash {
        [[nodiscard]] std::size_t operator()(const Digest &digest) const noexcept;
    };
    struct Entry {
        Digest digest {};
        ClaimsPointer claims;
        TimePoint until;
        qsizetype bytes = 0; // of the token
    };
    using Entries = std::list<Entry>;

    [[nodiscard]] static Digest digestOf(QByteArrayView token);
    void use(const KeySetPointer &keys);
    void drop(Entries::iterator entry);
    void trim(TimePoint now);

    TimeSource m_time;
    KeySetPointer m_keys; // held, so that no other set can have its address
    Entries m_entries; // the one used last in front
    std::unordered_map<Digest, Entries::iterator, DigestHash> m_byDigest;
    qsizetype m_bytes = 0;
};

} // namespace nexus
