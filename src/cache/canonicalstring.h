// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <string>

namespace nexus {

//! \brief Appends a JSON string with its quotes in the one form that all ways of writing it share.
//!
//! Only what must be is escaped, in the shortest way. A lone surrogate, which UTF-8 cannot hold, stays an
//! escape in lower case, so that two of them are not mistaken for one another.
//! \param inner what stands between the quotes of a checked JSON string
void appendCanonicalString(std::string &out, QByteArrayView inner);

} // namespace nexus
