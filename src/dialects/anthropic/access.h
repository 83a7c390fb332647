// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "wire/json.h"

#include <QString>
#include <QtGlobal>

#include <string>
#include <vector>

namespace nexus::anthropic {

//! \file
//! A provider's tree read without a throw: what is absent, null or of another type is nothing.

//! \brief The member \a key, or nullptr when \a object is none or the member is absent or null.
[[nodiscard]] Json *memberOf(Json &object, const char *key);

//! \brief The text of the member \a key, moved out; empty when there is none.
[[nodiscard]] std::string takeText(Json &object, const char *key);

//! \brief The number of the member \a key as a count: whole and not below 0.
[[nodiscard]] std::optional<qint64> countOf(Json &object, const char *key);

//! \brief An UpstreamInvalid for the log, with \a detail of what could not be read.
[[nodiscard]] Error unreadable(const QString &detail);

//! \brief An InvalidRequest: the field at \a path cannot be passed on, and \a advice says why or what to do.
[[nodiscard]] Error untranslatable(const std::vector<std::string> &path, const QString &advice);

} // namespace nexus::anthropic
