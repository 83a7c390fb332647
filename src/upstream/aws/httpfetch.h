// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <tl/expected.hpp>

#include <chrono>
#include <memory>

namespace nexus::aws {

//! \brief A short answer as a whole. May hold secrets.
struct HttpAnswer {
    int status = 0;
    QByteArray body;

    bool operator==(const HttpAnswer &) const = default;
};

//! \brief The answer, or what went wrong as the end of a sentence: `did not answer within 1 s`.
using HttpOutcome = tl::expected<HttpAnswer, QString>;

//! \brief Which way requests for credentials take.
enum class HttpRoute {
    Direct, //!< never through a proxy: services on this machine
    Web, //!< as the system says
};

//! \brief A manager that sends by \a route, follows no redirect and keeps no cookie.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeManager(HttpRoute route);

//! \brief One request for credentials with a limit on time and size.
//!
//! finished() comes exactly once, from the event loop; not after destruction.
class HttpFetch final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 maxSize = 256 * 1024;

    //! \brief Sends at once.
    HttpFetch(QNetworkAccessManager &manager, const QByteArray &verb, QNetworkRequest request,
        const QByteArray &body, std::chrono::milliseconds limit);
    ~HttpFetch() override;
    Q_DISABLE_COPY_MOVE(HttpFetch)

Q_SIGNALS:
    void finished(const nexus::aws::HttpOutcome &outcome);

private:
    void onReplyFinished();
    void end(const HttpOutcome &outcome);
    void dropReply();
    [[nodiscard]] QString failureText() const;

    std::chrono::milliseconds m_limit;
    QPointer<QNetworkReply> m_reply; //!< child of its manager
    QTimer m_deadline;
};

} // namespace nexus::aws
