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

//! \brief One request between client and gateway, with the headers where they are kept. Members that begin
//! with `_` are this program's own: what went to the provider, events in milliseconds since the start.
[[nodiscard]] Json harEntry(const HistoryDetail &detail);

//! \brief A time of the history as ISO 8601 in UTC, with milliseconds.
[[nodiscard]] QString historyTime(qint64 time);

} // namespace nexus
