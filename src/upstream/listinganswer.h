// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

//! \brief What is said of a provider that answered, but with no list of its models.
namespace nexus::listing {

//! \param hint what to do, as a sentence with a space before it; may be empty
[[nodiscard]] QString refused(const QString &provider, int status, const QString &hint);
//! \brief The answer was a good one, and no list.
[[nodiscard]] QString noList(const QString &provider);

//! \brief The status that one of these sentences was made of, 200 for noList(); nothing for any other text,
//! for then no answer came.
[[nodiscard]] std::optional<int> statusOf(const QString &sentence);

} // namespace nexus::listing
