// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

#include <string>
#include <vector>

namespace nexus::bedrock {

//! \brief An InvalidRequest: the field at \a path cannot be passed on, and \a advice says why or what to do.
[[nodiscard]] Error untranslatable(const std::vector<std::string> &path, const QString &advice);

//! \brief An UpstreamInvalid for the log, with \a detail of what could not be read.
[[nodiscard]] Error unreadable(const QString &detail);

} // namespace nexus::bedrock
