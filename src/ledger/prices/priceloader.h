// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/prices/pricebook.h"

#include <QString>

#include <memory>
#include <mutex>

namespace nexus {

//! \brief Reads the built-in prices, and those of a file, when they are asked for first. Thread-safe.
class PriceLoader final {
public:
    //! \brief \a path of a file whose prices win over the built-in ones, see readPriceFile(); empty for none.
    explicit PriceLoader(QString path = {});

    //! \brief The book, the same for everybody. A file that cannot be read is among its problems, and the
    //! built-in prices hold.
    [[nodiscard]] std::shared_ptr<const PriceBook> book() const;

private:
    QString m_path;
    mutable std::once_flag m_once;
    mutable std::shared_ptr<const PriceBook> m_book;
};

} // namespace nexus
