// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historyreader.h"
#include "ui/models/requestline.h"

#include <optional>

namespace nexus {

//! \brief All that is known of one request: its row, and what the history keeps of it.
struct RequestDossier {
    RequestLine line;
    std::optional<HistoryDetail> kept; //!< nothing while it is not written, or no history is kept
    std::optional<Price> price; //!< of its model at its time
};

//! \brief Finds \a line in the history: by its id there, else by that of the request and the time. Nothing
//! when it is not there. For HistoryDesk::ask().
[[nodiscard]] Result<std::optional<HistoryDetail>> findDetail(
    const HistoryReader &reader, const RequestLine &line);

//! \brief The same with the price.
[[nodiscard]] Result<RequestDossier> readDossier(const HistoryReader &reader, const RequestLine &line);

} // namespace nexus
