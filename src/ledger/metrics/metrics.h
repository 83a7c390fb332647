// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/requestrecord.h"
#include "ledger/metrics/metricspage.h"
#include "ledger/metrics/metricstable.h"

#include <QMutex>

#include <functional>

namespace nexus {

//! \brief Counts every record and writes what `/metrics` shows. Thread-safe.
//!
//! record() costs well under a microsecond behind one lock; a page is written from a copy. Counts begin with
//! the process and never go down.
class Metrics final : public RecordSink {
public:
    //! \brief Asks for what is not in a record. Called in any thread, as page() is.
    struct Gauges {
        std::function<qint64()> activeStreams;
        std::function<qint64()> upstreamCalls;
        std::function<qint64()> historyDropped;
    };

    explicit Metrics(Gauges gauges);

    //! \brief The models of \a config are shown by their names even before they have answered.
    void setConfig(const ConfigSnapshot &config);

    void record(const RequestRecord &record) override;

    [[nodiscard]] QByteArray page(MetricsFormat format) const;

private:
    const Gauges m_gauges;
    mutable QMutex m_mutex; //!< guards what follows
    MetricsTable m_table;
};

} // namespace nexus
