// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/credentialfetch.h"

namespace nexus::aws {

namespace {

// The old object may be the one whose signal runs now; it must not outlive its fetch either.
template<typename T>
void retire(std::unique_ptr<T> &object, QObject *parent)
{
    if (object) {
        object->setParent(parent);
        object.release()->deleteLater();
    }
}

HttpOutcome httpOutcome(const WebOutcome &outcome)
{
    if (!outcome.answer) {
        return tl::unexpected(outcome.failure.clause);
    }
    return HttpAnswer {.status = outcome.answer->head.status, .body = outcome.answer->body};
}

} // namespace

void CredentialFetch::send(WebRoute route, const QByteArray &verb, const QNetworkRequest &request,
    const QByteArray &body, std::chrono::milliseconds limit, HttpHandler handler)
{
    retire(m_http, this);
    QNetworkAccessManager &manager = route == WebRoute::Direct ? *m_tools.direct : *m_tools.web;
    m_http = std::make_unique<WebExchange>(manager, verb, request, body, WebLimits {.time = limit});
    connect(m_http.get(), &WebExchange::finished, this,
        [handler = std::move(handler)](const WebOutcome &outcome) { handler(httpOutcome(outcome)); });
}

void CredentialFetch::fail(const QString &message, const QString &detail)
{
    Q_EMIT finished(failure(credentialError(message, detail)));
}

void CredentialFetch::follow(std::unique_ptr<CredentialFetch> fetch)
{
    run(std::move(fetch), [this](const FetchResult &result) { Q_EMIT finished(result); });
}

void CredentialFetch::run(
    std::unique_ptr<CredentialFetch> fetch, std::function<void(const FetchResult &)> handler)
{
    retire(m_inner, this);
    m_inner = std::move(fetch);
    connect(m_inner.get(), &CredentialFetch::finished, this, std::move(handler));
    m_inner->start();
}

} // namespace nexus::aws
