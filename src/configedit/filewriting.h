// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace nexus {

//! \brief A file that is about to be exchanged for another.
struct FileExchange {
    QString path; //!< symbolic links are followed
    QByteArray text; //!< what it shall hold
    std::optional<QByteArray> former; //!< what it holds, for `PATH.bak`; nothing where there is no file
    //! \brief Asked when all is written and only the names have to change; false ends it with stillGood's
    //! error.
    std::function<Result<void>()> stillGood;
};

//! \brief Writes beside the file and renames, so that the file is the old one or the new one and never half.
//!
//! Blocks until the disk has it. An error leaves the file as it is. The permissions stay; those of a new file
//! let only its owner read and write. The backup has the permissions of the file.
[[nodiscard]] Result<void> exchangeFile(const FileExchange &exchange);

} // namespace nexus
