// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/webfetcher.h"

#include <QNetworkRequest>

namespace nexus {

namespace {

constexpr std::chrono::seconds staleAfter {60};

QNetworkRequest networkRequest(const FetchAsk &ask)
{
    QNetworkRequest request(ask.url);
    request.setRawHeader("Accept", "application/json");
    for (const auto &[name, value] : ask.headers) {
        request.setRawHeader(name, value);
    }
    return request;
}

Result<FetchedAnswer> resultOf(const WebOutcome &outcome, const QString &host)
{
    if (outcome.answer) {
        return *outcome.answer;
    }
    const WebFailure &reason = outcome.failure;
    return failure({.kind = reason.kind,
        .message = QStringLiteral("%1 %2.").arg(host, reason.clause),
        .detail = reason.detail,
        .code = reason.code});
}

} // namespace

WebFetcher::WebFetcher(std::optional<QSslConfiguration> tls)
    : m_tls(std::move(tls))
    , m_manager(makeWebManager(WebRoute::Web))
    , m_exchanges(std::make_unique<QObject>())
{ }

WebFetcher::~WebFetcher() = default;

void WebFetcher::fetch(const FetchAsk &ask, QObject *context, Done done)
{
    // A kept connection this old is often dead on the other side without a word.
    const TimePoint now = bootTime();
    if (m_exchanges->children().isEmpty() && now - m_lastUse > staleAfter) {
        m_manager->clearConnectionCache();
    }
    m_lastUse = now;
    const WebLimits limits {.time = ask.timeout, .maxBody = ask.maxBody, .isHttp2Allowed = true};
    QNetworkRequest request = networkRequest(ask);
    if (m_tls) {
        request.setSslConfiguration(*m_tls);
    }
    auto *exchange = new WebExchange(*m_manager, ask.method, request, ask.body, limits, m_exchanges.get());
    QObject::connect(exchange, &WebExchange::finished, context,
        [exchange, host = ask.url.host(), done = std::move(done)](const WebOutcome &outcome) {
            exchange->deleteLater();
            done(resultOf(outcome, host));
        });
    QObject::connect(context, &QObject::destroyed, exchange, &QObject::deleteLater);
}

} // namespace nexus
