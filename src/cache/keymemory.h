// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/cachekey.h"

#include <cstddef>
#include <vector>

namespace nexus {

//! \brief Gives the keys of requests, and remembers those of the last ones.
//!
//! To put a long body in its canonical form takes several times as long as to hash it. Who asks again mostly
//! sends the same bytes again, so they are hashed as they are first; only where that hash is not known, the
//! canonical form is made. A key depends on nothing but its parts, so what is remembered never gets wrong.
//! Not thread-safe: one for each worker. Takes 256 KiB from the first key on.
class KeyMemory final {
public:
    static constexpr std::size_t slotCount = 4096; // a power of two

    //! \brief The same as cacheKeyOf().
    [[nodiscard]] CacheKey keyOf(const CacheKeyParts &parts);

    //! \brief Whether the key of these very bytes is remembered.
    [[nodiscard]] bool knows(const CacheKeyParts &parts) const;

private:
    struct Slot {
        CacheKey written; // of the parts as they are, all zero while the slot is empty
        CacheKey key;
    };

    [[nodiscard]] static std::size_t placeOf(const CacheKey &written);

    std::vector<Slot> m_slots;
};

} // namespace nexus
