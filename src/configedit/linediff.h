// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace nexus {

//! \brief One line of a comparison of two texts.
struct DiffLine {
    enum class Kind { Same, Added, Removed };

    Kind kind = Kind::Same;
    int oldNumber = 0; //!< from 1; 0 for an added line
    int newNumber = 0; //!< from 1; 0 for a removed line
    QString text; //!< without its line ending

    bool operator==(const DiffLine &) const = default;
};

//! \brief Lines that lie together: changes and what stands around them.
using DiffHunk = std::vector<DiffLine>;

//! \brief The least lines that have to be removed from \a before and added to it to get \a after.
//!
//! Lines differ when their line endings do. Where texts have very little in common, more lines than needed
//! are exchanged.
[[nodiscard]] std::vector<DiffLine> diffLines(QByteArrayView before, QByteArrayView after);

//! \brief Only the changes, each with up to \a context lines around it; no hunk when nothing changed.
[[nodiscard]] std::vector<DiffHunk> diffHunks(QByteArrayView before, QByteArrayView after, int context = 3);

//! \brief Both changes of \a base in one text; nothing when they touch the same lines.
[[nodiscard]] std::optional<QByteArray> mergeLines(
    QByteArrayView base, QByteArrayView theirs, QByteArrayView ours);

} // namespace nexus
