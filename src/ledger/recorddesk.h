// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/requestrecord.h"
#include "ledger/history/historyprices.h"
#include "ledger/prices/priceloader.h"
#include "ledger/sharedrecord.h"

#include <QHash>
#include <QMutex>

#include <initializer_list>
#include <memory>
#include <vector>

namespace nexus {

//! \brief Where every record arrives: it is told its cost and handed to the takers in order. All of them
//! outlive the desk.
//!
//! The cost is nothing where tokens or prices are not known, and 0 where nobody was paid. Thread-safe, if the
//! takers are.
class RecordDesk final : public RecordSink {
public:
    //! \param readers look at a record and go first
    //! \param keepers keep it, and share the one copy
    RecordDesk(std::initializer_list<RecordSink *> readers, std::initializer_list<SharedRecordSink *> keepers)
        : m_readers(readers)
        , m_keepers(keepers)
    { }

    //! \brief Prices what comes from now on by the book of \a prices, the figures of \a config before it.
    //! The book is read when the first record needs it.
    void setPrices(std::shared_ptr<const PriceLoader> prices, const ConfigSnapshot &config);

    void record(const RequestRecord &record) override;

    using KnownPrice = std::shared_ptr<const std::optional<Price>>;

    //! \brief What \a model, as the provider knows it, costs at that time; nullptr before setPrices().
    [[nodiscard]] KnownPrice price(
        const QString &provider, const QByteArray &model, std::chrono::system_clock::time_point when);

private:
    struct Key {
        QString provider;
        QByteArray model;
        qint64 hour = 0; // since 1970, prices may depend on it

        bool operator==(const Key &) const = default;
    };
    friend size_t qHash(const Key &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.provider, key.model, key.hour);
    }
    std::vector<RecordSink *> m_readers;
    std::vector<SharedRecordSink *> m_keepers;
    QMutex m_mutex; // for all below
    std::shared_ptr<const PriceLoader> m_prices;
    ConfigSnapshot m_config;
    QHash<Key, KnownPrice> m_known; // so that a name is looked up once an hour
};

} // namespace nexus
