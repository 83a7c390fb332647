// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace nexus {

//! \brief Tells a file from another one that stands at the same path later, for as long as either is open.
struct FileIdentity {
    quint64 device = 0;
    quint64 number = 0; //!< on the device
    QDateTime birth = {}; //!< where the system has no such numbers

    bool operator==(const FileIdentity &) const = default;
};

//! \brief Which file stands at \a path; nothing where there is none.
[[nodiscard]] std::optional<FileIdentity> fileIdentity(const QString &path);

} // namespace nexus
