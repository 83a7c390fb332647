// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "config/telemetryconfig.h"
#include "contract/httpfetcher.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace nexus {

//! \brief Where \a signal (`traces`, `metrics`) goes: `/v1/SIGNAL` behind \a endpoint, unless that ends so.
[[nodiscard]] QUrl otlpUrl(const QUrl &endpoint, const QString &signal);

//! \brief Sends one signal to its collector, one body at a time, by OTLP/HTTP.
//!
//! What a collector cannot take now (429, 502, 503, 504, no connection) is sent again, up to maxTries times,
//! after the Retry-After that it told in seconds or as a date, else after pauses that grow; anything else is
//! lost. The first loss is logged, those after it only once something has arrived in between. Lives in the
//! gateway's thread.
class OtlpSender final : public QObject {
    Q_OBJECT

public:
    static constexpr int maxTries = 5;

    //! \param signal `traces` or `metrics`
    //! \param firstPause before the second try; each further one is twice as long
    OtlpSender(HttpFetcher &fetcher, QByteArray signal, const Logger &log,
        std::chrono::milliseconds firstPause, QObject *parent = nullptr);
    ~OtlpSender() override;

    //! \brief Sends to \a exporter from now on; without one, what is under way is given up.
    void setExporter(const std::optional<OtlpExporter> &exporter);

    [[nodiscard]] bool isOn() const { return m_exporter.has_value(); }
    [[nodiscard]] bool isBusy() const { return m_call != nullptr; }

    //! \brief Sends \a body, which holds so many items. Only while it is on and not busy.
    void send(QByteArray body, qint64 items);

    //! \brief Counts items that were lost before they got here.
    void noteLost(qint64 items, const QString &reason);

Q_SIGNALS:
    //! The body has arrived or is lost; comes from the event loop.
    void idle();

private:
    void post();
    void onAnswer(const Result<FetchedAnswer> &answer);
    void onDelivered(const QByteArray &answer);
    [[nodiscard]] bool repeat(const QByteArray &retryAfter);
    void end();

    HttpFetcher &m_fetcher;
    const QByteArray m_signal;
    const Logger m_log;
    const std::chrono::milliseconds m_firstPause;
    std::optional<OtlpExporter> m_exporter;
    QByteArray m_body;
    qint64 m_items = 0;
    int m_tries = 0;
    std::unique_ptr<QObject> m_call; // while something is under way
    QTimer m_pause;
    qint64 m_lost = 0; // since the last that arrived
};

} // namespace nexus
