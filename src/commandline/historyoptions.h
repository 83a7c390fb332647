// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline/commandline.h"

class QCommandLineParser;

namespace nexus {

//! \brief Makes the options of `nexus usage` and `nexus log` known to \a parser.
void addHistoryOptions(QCommandLineParser &parser);

//! \brief Their names, without dashes.
[[nodiscard]] QStringList historyOptionNames();

//! \brief Reads them for the command that is in \a out already. \return a usage error where one has a wrong
//! value, or is given to a command that does not take it
[[nodiscard]] Result<void> readHistoryOptions(const QCommandLineParser &parser, Options &out);

} // namespace nexus
