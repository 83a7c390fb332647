// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/keymemory.h"

namespace nexus {

CacheKey KeyMemory::keyOf(const CacheKeyParts &parts)
{
    m_slots.resize(slotCount);
    const CacheKey written = writtenKeyOf(parts);
    Slot &slot = m_slots[placeOf(written)];
    if (slot.written != written) {
        slot = {.written = written, .key = cacheKeyOf(parts)};
    }
    return slot.key;
}

bool KeyMemory::knows(const CacheKeyParts &parts) const
{
    const CacheKey written = writtenKeyOf(parts);
    return !m_slots.empty() && m_slots[placeOf(written)].written == written;
}

std::size_t KeyMemory::placeOf(const CacheKey &written)
{
    static_assert((slotCount & (slotCount - 1)) == 0);
    return CacheKeyHash()(written) & (slotCount - 1);
}

} // namespace nexus
