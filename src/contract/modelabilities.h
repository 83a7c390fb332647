// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace nexus {

//! \brief What somebody says that a model can do. False is no denial: nobody may have told.
struct ModelAbilities {
    bool vision = false; //!< it takes images
    bool tools = false; //!< it calls functions
    bool reasoning = false; //!< it thinks before it answers

    //! \brief Whether nothing is told.
    [[nodiscard]] bool isEmpty() const { return !vision && !tools && !reasoning; }
    bool operator==(const ModelAbilities &) const = default;
};

//! \brief What either of both says.
[[nodiscard]] inline ModelAbilities operator|(const ModelAbilities &one, const ModelAbilities &other)
{
    return {.vision = one.vision || other.vision,
        .tools = one.tools || other.tools,
        .reasoning = one.reasoning || other.reasoning};
}

} // namespace nexus
