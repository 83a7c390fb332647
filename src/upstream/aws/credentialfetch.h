// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/environment.h"
#include "upstream/aws/awscredentials.h"
#include "upstream/aws/sharedfiles.h"
#include "upstream/webexchange.h"

#include <QNetworkRequest>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace nexus::aws {

//! \brief A short answer as a whole. May hold secrets.
struct HttpAnswer {
    int status = 0;
    QByteArray body;
};

//! \brief The answer, or what went wrong as the end of a sentence: `did not answer within 1 s`.
using HttpOutcome = tl::expected<HttpAnswer, QString>;

//! \brief How long each kind of source may take.
struct FetchLimits {
    std::chrono::milliseconds process {60'000}; //!< a `credential_process`
    std::chrono::milliseconds instance {1'000}; //!< each request to the instance metadata
    std::chrono::milliseconds container {2'000};
    std::chrono::milliseconds web {10'000}; //!< single sign-on and STS
};

//! \brief What all sources of one search share. Lives as long as the search.
struct FetchTools {
    Environment environment;
    SharedFiles files;
    QString region; //!< may be empty
    Clock clock;
    FetchLimits limits;
    std::unique_ptr<QNetworkAccessManager> direct = makeWebManager(WebRoute::Direct);
    std::unique_ptr<QNetworkAccessManager> web = makeWebManager(WebRoute::Web);
};

using FetchResult = Result<Credentials>;

//! \brief One source of credentials, asked once.
//!
//! finished() comes exactly once, at the earliest from within start(), and not after destruction. Whoever
//! takes it must not delete the fetch before the signal has returned.
class CredentialFetch : public QObject {
    Q_OBJECT

public:
    //! \brief \a tools must outlive the fetch.
    explicit CredentialFetch(const FetchTools &tools)
        : m_tools(tools)
    { }

    virtual void start() = 0;

Q_SIGNALS:
    void finished(const nexus::aws::FetchResult &result);

protected:
    using HttpHandler = std::function<void(const HttpOutcome &)>;

    [[nodiscard]] const FetchTools &tools() const { return m_tools; }

    //! \brief Sends one request; a second one may be sent from its \a handler.
    void send(WebRoute route, const QByteArray &verb, const QNetworkRequest &request, const QByteArray &body,
        std::chrono::milliseconds limit, HttpHandler handler);

    //! \brief Ends with a failure.
    void fail(const QString &message, const QString &detail = {});

    //! \brief Runs \a fetch and ends as it ends.
    void follow(std::unique_ptr<CredentialFetch> fetch);

    //! \brief Runs \a fetch; \a handler gets its result.
    void run(std::unique_ptr<CredentialFetch> fetch, std::function<void(const FetchResult &)> handler);

private:
    const FetchTools &m_tools;
    std::unique_ptr<WebExchange> m_http;
    std::unique_ptr<CredentialFetch> m_inner;
};

//! \brief A source whose answer is known from the start.
class KnownFetch final : public CredentialFetch {
    Q_OBJECT

public:
    KnownFetch(const FetchTools &tools, FetchResult result)
        : CredentialFetch(tools)
        , m_result(std::move(result))
    { }

    void start() override { Q_EMIT finished(m_result); }

private:
    FetchResult m_result;
};

} // namespace nexus::aws
