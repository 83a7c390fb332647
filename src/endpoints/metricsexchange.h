// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/requestrecord.h"
#include "ledger/metrics/metrics.h"
#include "pipeline/pipeline.h"
#include "wire/httpmessage.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace nexus {

class ResponseSink;

//! \brief The head of a page of metrics in \a format.
[[nodiscard]] ResponseHead metricsHead(MetricsFormat format);

//! \brief One request for the metrics, from its arrival to its single record.
//!
//! Needs a token where models do, but no limit counts it: what is watched must not blind who watches. Deletes
//! itself when it is over. Worker thread only.
class MetricsExchange final : public QObject {
    Q_OBJECT

public:
    //! \param metrics outlives the exchange
    MetricsExchange(std::shared_ptr<const RequestSnapshot> request, Pipeline &pipeline,
        const Metrics &metrics, ResponseSink &sink);

    void start();

private:
    void onAuthenticated(const Result<void> &admitted);
    void send(const ResponseHead &head, const QByteArray &body, const std::optional<Error> &error);
    void finish(RequestRecord record);

    std::shared_ptr<const RequestSnapshot> m_request;
    Pipeline &m_pipeline;
    const Metrics &m_metrics;
    QPointer<ResponseSink> m_sink;
    bool m_isOver = false;
};

} // namespace nexus
