// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"

namespace nexus {

//! \brief Sends Qt's own messages to \a log instead of plain standard error, for the rest of the program.
void forwardQtMessages(const Logger &log);

} // namespace nexus
