// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace nexus {

//! \brief What somebody says that a model can do: that it can, that it cannot, or nothing. Where a provider's
//! list says it is in readModelPage(); of other models a table of prices may know.
struct ModelAbilities {
    std::optional<bool> vision; //!< it takes images
    std::optional<bool> tools; //!< it calls functions
    std::optional<bool> reasoning; //!< it thinks before it answers

    //! \brief Whether nothing is told, neither way.
    [[nodiscard]] bool isEmpty() const { return !vision && !tools && !reasoning; }
    bool operator==(const ModelAbilities &) const = default;
};

//! \brief What \a first says, and of each ability that it is silent about, what \a second says.
[[nodiscard]] inline ModelAbilities combined(const ModelAbilities &first, const ModelAbilities &second)
{
    return {.vision = first.vision ? first.vision : second.vision,
        .tools = first.tools ? first.tools : second.tools,
        .reasoning = first.reasoning ? first.reasoning : second.reasoning};
}

} // namespace nexus
