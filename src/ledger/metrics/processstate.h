// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

namespace nexus {

//! \brief What the operating system says of this process.
struct ProcessState {
    qint64 cpuMicros = 0; //!< in user and system mode
    qint64 residentBytes = 0;
    qint64 virtualBytes = 0;
    qint64 openFiles = 0;
    std::optional<qint64> maxFiles; //!< nothing where there is no limit
    qint64 startMicros = 0; //!< since 1970
};

//! \brief The state of this process, nothing where the system does not tell as Linux does.
[[nodiscard]] std::optional<ProcessState> processState();

} // namespace nexus
