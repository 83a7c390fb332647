// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline/commandline.h"
#include "ledger/history/historyreader.h"

namespace nexus {

//! \brief Does `nexus log --har`: writes all requests that fit \a ask as an HTTP Archive. A file is replaced
//! when the archive is whole, and is for the user alone, since it may hold what was said.
//! \return how many these were; InvalidRequest where the filter or the time is wrong
[[nodiscard]] Result<qint64> writeHar(const HistoryReader &reader, const HistoryAsk &ask, qint64 now);

} // namespace nexus
