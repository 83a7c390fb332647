// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <limits>

namespace nexus {

//! \brief Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and
//! swaps of neighbours that turn \a a into \a b.
//! \param limit anything larger stands for every distance above it
[[nodiscard]] int editDistance(QStringView a, QStringView b, int limit = std::numeric_limits<int>::max());

//! \brief The names of \a known that \a name may have meant, best first and at most \a count.
//!
//! Letter case is free. A name farther away than a third of the longer one, rounded up, is left out. Names
//! over 128 characters are never compared.
[[nodiscard]] QStringList nearestNames(QStringView name, const QStringList &known, int count);

//! \brief The best of nearestNames(), empty when nothing is near.
[[nodiscard]] QString nearestName(QStringView name, const QStringList &known);

} // namespace nexus
