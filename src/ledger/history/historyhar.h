// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historyreader.h"
#include "wire/json.h"

namespace nexus {

//! \brief What stands before the entries of an HTTP Archive 1.2, and what behind them. Between two entries is
//! a comma.
[[nodiscard]] QByteArray harBeginning();
[[nodiscard]] QByteArray harEnd();

//! \brief One request between client and gateway. Heads are not kept, so that the entry has none; members
//! that begin with `_` are this program's own.
[[nodiscard]] Json harEntry(const HistoryDetail &detail);

//! \brief A time of the history as ISO 8601 in UTC, with milliseconds.
[[nodiscard]] QString historyTime(qint64 time);

} // namespace nexus
