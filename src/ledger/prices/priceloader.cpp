// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/priceloader.h"

#include "ledger/prices/builtinprices.h"
#include "ledger/prices/pricefile.h"

namespace nexus {

namespace {

// A table that only says why it is empty.
PriceTable emptyTable(const QByteArray &version, const Error &error)
{
    PriceTable table;
    table.version = version;
    table.problems.push_back(error.message);
    return table;
}

std::shared_ptr<const PriceBook> load(const QString &path)
{
    std::vector<PriceTable> tables;
    if (!path.isEmpty()) {
        auto file = readPriceFile(path);
        tables.push_back(file ? std::move(*file) : emptyTable("no-file", file.error()));
    }
    auto builtIn = builtInPrices();
    tables.push_back(builtIn ? std::move(*builtIn) : emptyTable("none", builtIn.error()));
    return std::make_shared<const PriceBook>(std::move(tables));
}

} // namespace

PriceLoader::PriceLoader(QString path)
    : m_path(std::move(path))
{ }

std::shared_ptr<const PriceBook> PriceLoader::book() const
{
    std::call_once(m_once, [this] { m_book = load(m_path); });
    return m_book;
}

} // namespace nexus
