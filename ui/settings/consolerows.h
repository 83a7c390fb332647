// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace nexus {

class ConsolePreferences;
class OptionSection;

//! \brief Adds what a person likes of the window to \a section. Changes hold at once; \a preferences outlive
//! it.
void addConsoleRows(OptionSection &section, ConsolePreferences &preferences);

} // namespace nexus
