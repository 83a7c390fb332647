// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/page.h"

namespace nexus {

//! \brief Makes the page \a id; the only place that knows the class behind each.
[[nodiscard]] Page *makePage(PageId id, const ConsoleParts &parts, QWidget *parent);

} // namespace nexus
