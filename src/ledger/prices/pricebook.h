// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/prices/pricetable.h"

#include <QDateTime>

#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief What models cost, from several tables. Immutable, so that any thread may ask; kept as a
//! `shared_ptr<const PriceBook>`.
class PriceBook final {
public:
    //! \brief Where \a tables know the same name, the first counts.
    explicit PriceBook(std::vector<PriceTable> tables);

    //! \brief The price of a model at a time, found by the rules of priceNames(); nothing when it is not
    //! known.
    //!
    //! The most specific name that any table holds wins. A model has the price of its first period before
    //! that began. Where the hour counts, it is that of \a when.
    [[nodiscard]] std::optional<Price> find(const PriceKey &asked, const QDateTime &when) const;

    //! \brief Changes with any table: `file-1a2b3c4d+built-in-1`.
    [[nodiscard]] QByteArray version() const;

    //! \brief What could not be read, for the log.
    [[nodiscard]] QStringList problems() const;

private:
    std::vector<PriceTable> m_tables;
};

} // namespace nexus
