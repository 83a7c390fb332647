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

} // namespace

void CredentialFetch::send(HttpRoute route, const QByteArray &verb, const QNetworkRequest &request,
    const QByteArray &body, std::chrono::milliseconds limit, HttpHandler handler)
{
    retire(m_http, this);
    QNetworkAccessManager &manager = route == HttpRoute::Direct ? *m_tools.direct : *m_tools.web;
    m_http = std::make_unique<HttpFetch>(manager, verb, request, body, limit);
    connect(m_http.get(), &HttpFetch::finished, this, std::move(handler));
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
