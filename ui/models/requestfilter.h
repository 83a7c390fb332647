// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historyfilter.h"
#include "ui/models/requestline.h"

namespace nexus {

//! \brief A filter for rows in memory, which says of each what the history's SQL would say.
//!
//! It cannot look into texts: with a `text:` no row fits, and the history has to be asked.
class RequestFilter final {
public:
    //! \brief What becomes of probes, which monitors send all day; see RequestRecord::isProbe.
    enum class Probes {
        Shown,
        Hidden, //!< unless the filter speaks of paths, of one request, or of `is:probe`
    };

    RequestFilter() = default;
    explicit RequestFilter(HistoryFilter filter, Probes probes = Probes::Shown);

    [[nodiscard]] bool fits(const RequestLine &line) const;
    [[nodiscard]] const HistoryFilter &terms() const { return m_terms; }
    //! \brief Whether nothing was asked for, though probes may be hidden.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] bool needsHistory() const { return m_needsHistory; }

private:
    HistoryFilter m_terms;
    std::vector<QString> m_small; // the texts in small letters, as far as ASCII has them
    bool m_isEmpty = true;
    bool m_needsHistory = false;
};

} // namespace nexus
