// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/randomsource.h"

#include <QRandomGenerator>

namespace nexus {

double systemRandom()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace nexus
