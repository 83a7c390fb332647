// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/timesource.h"
#include "wire/headerlist.h"
#include "wire/tokenusage.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace nexus {

//! \brief How an answer began, and who gave it.
struct CachedHead {
    int status = 200;
    HeaderList headers; //!< of the answer itself, nothing that belongs to one request or one connection
    QString provider;
    QByteArray model; //!< the name the provider knows
    std::optional<TokenUsage> usage; //!< known at the end of the answer

    bool operator==(const CachedHead &) const = default;
};

//! \brief A complete answer in memory.
struct CachedAnswer {
    CachedHead head;
    std::vector<QByteArray> pieces; //!< of a stream, as they were written; of a whole answer one
    bool isStream = false;
    TimePoint storedAt; //!< by AnswerCache::now()

    //! \brief For the header `Age`.
    [[nodiscard]] std::chrono::seconds age(TimePoint now) const
    {
        return std::chrono::duration_cast<std::chrono::seconds>(now - storedAt);
    }

    //! \brief How many bytes of memory it takes, about.
    [[nodiscard]] qint64 cost() const;
};

//! \brief How many bytes of memory one piece takes beside its own.
constexpr qint64 pieceOverhead = 64;

} // namespace nexus
