// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historyreader.h"
#include "wire/json.h"

class QIODevice;

namespace nexus {

//! \brief The forms in which the history can be taken along.
enum class HistoryFormat {
    JsonLines, //!< one object in each line
    Csv, //!< RFC 4180, with a line of names
    Har, //!< HTTP Archive 1.2, with the bodies that are kept
};

//! \brief Writes all rows that fit, newest first.
//! \return how many these were, or the error of the history or the device
[[nodiscard]] Result<qint64> exportHistory(
    const HistoryReader &reader, const HistoryFilter &filter, HistoryFormat format, QIODevice &out);

//! \brief \a row as an object. Times are ISO 8601 in UTC and milliseconds; what is not known is null.
[[nodiscard]] Json historyJson(const HistoryRow &row);

//! \brief The names of the columns of historyCsv(), and \a row as one line.
[[nodiscard]] QByteArray historyCsvHead();
[[nodiscard]] QByteArray historyCsv(const HistoryRow &row);

//! \brief One line of fields as RFC 4180 has it, with CR LF. What a spreadsheet would take for a formula gets
//! an apostrophe before it.
[[nodiscard]] QByteArray csvLine(const QStringList &fields);

} // namespace nexus
