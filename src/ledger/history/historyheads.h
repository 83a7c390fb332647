// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

namespace nexus {

//! \brief The headers and the times of events of \a bodies, as text for the file; empty without any.
[[nodiscard]] QByteArray headsText(const RecordedBodies &bodies);

//! \brief Puts what \a text says into \a bodies. What cannot be read is left out.
void readHeads(const QByteArray &text, RecordedBodies &bodies);

} // namespace nexus
