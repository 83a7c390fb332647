// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <string>
#include <vector>

namespace nexus {

//! \brief \a names as the value of one header, each once, separated by commas, at most 1,000 bytes.
//!
//! A name may be anybody's text, and a header is no place for just any byte: one with other characters than
//! visible ASCII, or with a comma, becomes `?`.
[[nodiscard]] QByteArray headerWords(const std::vector<std::string> &names);

} // namespace nexus
