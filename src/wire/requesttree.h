// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/json.h"

#include <QByteArray>

namespace nexus {

//! \brief The body of a client's request as a tree of one object.
//! \return InvalidRequest that says what is wrong and where
[[nodiscard]] Result<Json> readRequestTree(const QByteArray &body);

} // namespace nexus
