// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historyfilter.h"

namespace nexus {

//! \brief Reads the value of a term whose field is known into it.
//! \param now in milliseconds since 1970
//! \return what is wrong with it as a part of a sentence, empty when nothing is
[[nodiscard]] QString readFilterValue(const QString &value, qint64 now, HistoryTerm &term);

//! \brief The value of a term that is about numbers or times, as readFilterValue() reads it; empty for
//! others.
[[nodiscard]] QString filterRangeText(const HistoryTerm &term);

} // namespace nexus
