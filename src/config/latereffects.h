// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/tomldocument.h"

#include <QStringList>

namespace nexus {

//! \brief The keys in \a root that are read and checked, but change nothing yet: dotted names in file order.
//! A table that is named stands for everything in it.
[[nodiscard]] QStringList keysWithoutEffect(const TomlValue &root);

} // namespace nexus
