// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/fieldreader.h"
#include "wire/jsonaccess.h"

#include <QString>
#include <QtGlobal>

#include <optional>

namespace nexus::anthropic {

//! \brief The number of the member \a key as a count: whole and not below 0.
[[nodiscard]] std::optional<qint64> countOf(Json &object, const char *key);

//! \brief An UpstreamInvalid for the log, with \a detail of what could not be read.
[[nodiscard]] Error unreadable(const QString &detail);

} // namespace nexus::anthropic
