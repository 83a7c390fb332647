// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "contract/httpfetcher.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace nexus {

//! \brief Why there is no answer.
struct WebFailure {
    ErrorKind kind = ErrorKind::UpstreamUnreachable;
    QString clause; //!< the end of a sentence: `did not answer within 1 s`
    QString detail; //!< for the log, may be empty; holds no address
    QByteArray code = {}; //!< hostNotFound and the like, empty for other reasons
};

//! \brief An answer of any status, or why there is none.
struct WebOutcome {
    std::optional<FetchedAnswer> answer;
    WebFailure failure; //!< means something only without an answer
};

//! \brief Which way requests take.
enum class WebRoute {
    Direct, //!< never through a proxy: services on this machine
    Web, //!< as the system says, but for loopback addresses
};

//! \brief A manager that sends by \a route, follows no redirect and keeps no cookie.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeWebManager(WebRoute route);

//! \brief What one WebExchange may take.
struct WebLimits {
    std::chrono::milliseconds time {10'000}; //!< for the whole exchange
    qint64 maxBody = 256 * 1024;
    bool isHttp2Allowed = false;
};

//! \brief One request of the gateway's own, for a short answer, with a limit on time and size.
//!
//! finished() comes exactly once, from the event loop; not after destruction. Answers are asked for without
//! compression.
class WebExchange final : public QObject {
    Q_OBJECT

public:
    //! \brief Sends at once. \a manager must outlive the exchange.
    WebExchange(QNetworkAccessManager &manager, const QByteArray &verb, QNetworkRequest request,
        const QByteArray &body, const WebLimits &limits, QObject *parent = nullptr);
    ~WebExchange() override;
    Q_DISABLE_COPY_MOVE(WebExchange)

Q_SIGNALS:
    void finished(const nexus::WebOutcome &outcome);

private:
    void onReadyRead();
    void onReplyFinished();
    void onTimeout();
    void end(const WebOutcome &outcome);
    void dropReply();
    [[nodiscard]] WebFailure replyFailure() const;

    WebLimits m_limits;
    QPointer<QNetworkReply> m_reply; //!< child of its manager
    QTimer m_deadline;
};

} // namespace nexus
