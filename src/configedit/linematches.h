// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <vector>

namespace nexus {

//! \brief A run of lines of one text and the run of another text that takes its place; either may be empty.
struct LineChange {
    std::size_t oldBegin = 0;
    std::size_t oldEnd = 0;
    std::size_t newBegin = 0;
    std::size_t newEnd = 0;
};

//! \brief The lines of \a text, each with its ending. They look into \a text.
[[nodiscard]] std::vector<QByteArrayView> splitLines(QByteArrayView text);

//! \brief What parts the two, in order and with equal lines between each two changes.
//!
//! The least lines by Myers' algorithm; where more than a thousand would change, all in between is one
//! change.
[[nodiscard]] std::vector<LineChange> lineChanges(
    const std::vector<QByteArrayView> &before, const std::vector<QByteArrayView> &after);

} // namespace nexus
