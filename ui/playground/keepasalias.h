// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/configdesk.h"
#include "ui/playground/chatdraft.h"

namespace nexus {

//! \brief Adds the alias \a name for \a target, with what of \a settings an alias can hold. Refuses a name
//! that is taken.
[[nodiscard]] ConfigDesk::Edit addAlias(
    const QString &name, const QString &target, const ChatSettings &settings);

//! \brief A sentence about what of \a settings an alias cannot hold, empty for nothing.
[[nodiscard]] QString lostInAlias(const ChatSettings &settings);

} // namespace nexus
