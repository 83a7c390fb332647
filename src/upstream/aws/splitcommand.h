// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace nexus::aws {

//! \brief The words of \a command as a POSIX shell would separate them, with quotes and backslashes and
//! without anything else a shell does.
//! \return nothing when a quote does not close or the last character is a backslash
[[nodiscard]] std::optional<QStringList> splitCommand(QStringView command);

} // namespace nexus::aws
