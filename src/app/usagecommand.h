// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline/commandline.h"
#include "ledger/history/historyreader.h"

namespace nexus {

//! \brief What `nexus usage` prints at a time in milliseconds since 1970.
//! \return InvalidRequest where the filter or the time is wrong
[[nodiscard]] Result<QByteArray> usageReport(const HistoryReader &reader, const HistoryAsk &ask, qint64 now);

//! \brief The filter that \a ask stands for: its own, and since when; \a since where it does not say.
[[nodiscard]] Result<HistoryFilter> filterOf(const HistoryAsk &ask, const QString &since, qint64 now);

} // namespace nexus
