// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

namespace nexus {

//! \brief What is wrong with a file, and where.
struct FileProblem {
    int line = 0; //!< from 1; 0 for the whole file
    int column = 0; //!< from 1, in characters
    QString message;

    bool operator==(const FileProblem &) const = default;
};

//! \brief Takes `file:line:column: message` apart, and `line:column: message`.
[[nodiscard]] FileProblem fileProblem(const Error &error);

} // namespace nexus
