// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/fieldreader.h"

#include <QString>

namespace nexus::bedrock {

//! \brief An UpstreamInvalid for the log, with \a detail of what could not be read.
[[nodiscard]] Error unreadable(const QString &detail);

} // namespace nexus::bedrock
