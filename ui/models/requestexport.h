// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historyexport.h"
#include "ui/models/requestline.h"

namespace nexus {

//! \brief Writes what the history keeps of \a lines to \a out, in their order: as lines of JSON and as HAR
//! with the calls to providers and, where they are kept, with prompt and answer; as CSV the rows alone.
//! \return how many it were, or the error of the history or the device
[[nodiscard]] Result<qint64> exportLines(
    const HistoryReader &reader, const std::vector<RequestLine> &lines, HistoryFormat format, QIODevice &out);

//! \brief Writes to the file \a path, which appears only when all is written: \a lines, or, where there are
//! none, everything that fits \a filter.
[[nodiscard]] Result<qint64> exportTo(const QString &path, const HistoryReader &reader,
    const std::vector<RequestLine> &lines, const HistoryFilter &filter, HistoryFormat format);

} // namespace nexus
