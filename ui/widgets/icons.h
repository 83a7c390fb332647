// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/theme.h"

#include <QIcon>

namespace nexus {

//! \brief The line drawing `resources/icons/NAME.svg`, in the colour of text wherever it is shown.
//!
//! It is drawn anew for each size, screen and theme. An unknown name is an empty icon.
[[nodiscard]] QIcon lineIcon(const QString &name);

//! \brief The same in the colour of \a tone, for states.
[[nodiscard]] QIcon lineIcon(const QString &name, Tone tone);

//! \brief The icon of the program, in colours.
[[nodiscard]] QIcon programIcon();

} // namespace nexus
