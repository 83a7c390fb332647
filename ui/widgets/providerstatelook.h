// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/providerrows.h"
#include "ui/widgets/theme.h"

#include <QString>

namespace nexus {

//! \brief What a state is drawn with, never by colour alone.
struct ProviderStateLook {
    QString icon; //!< a name of lineIcon()
    Tone tone = Tone::Dim;
};

[[nodiscard]] ProviderStateLook lookOf(ProviderState state);

} // namespace nexus
