// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/webexchange.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

namespace nexus {

namespace {

class RouteProxies final : public QNetworkProxyFactory {
public:
    explicit RouteProxies(WebRoute route)
        : m_route(route)
    { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        const bool isHere = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
        const bool isDirect = m_route == WebRoute::Direct || isHere;
        return isDirect ? QList<QNetworkProxy> {QNetworkProxy::NoProxy} : systemProxyForQuery(query);
    }

private:
    WebRoute m_route;
};

void prepare(QNetworkRequest &request, const WebLimits &limits)
{
    request.setRawHeader("User-Agent", "nexus/" NEXUS_VERSION);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, limits.isHttp2Allowed);
    request.setAttribute(QNetworkRequest::Http2CleartextAllowedAttribute, false);
}

WebOutcome tooLarge()
{
    return {.answer = {},
        .failure
        = {.kind = ErrorKind::UpstreamInvalid, .clause = QStringLiteral("gave an answer that is too large")}};
}

// Codes above 200 stand for an HTTP status, which is told by itself, but for a broken protocol.
bool isWhole(QNetworkReply::NetworkError code)
{
    return code == QNetworkReply::NoError
        || (code >= QNetworkReply::ContentAccessDenied && code != QNetworkReply::ProtocolUnknownError
            && code != QNetworkReply::ProtocolFailure);
}

} // namespace

std::unique_ptr<QNetworkAccessManager> makeWebManager(WebRoute route)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setAutoDeleteReplies(false);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    // The manager owns its factory.
    manager->setProxyFactory(new RouteProxies(route));
    return manager;
}

WebExchange::WebExchange(QNetworkAccessManager &manager, const QByteArray &verb, QNetworkRequest request,
    const QByteArray &body, const WebLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    prepare(request, limits);
    m_reply = manager.sendCustomRequest(request, verb, body);
    connect(m_reply, &QNetworkReply::finished, this, &WebExchange::onReplyFinished);
    connect(m_reply, &QNetworkReply::readyRead, this, &WebExchange::onReadyRead);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &WebExchange::onTimeout);
    m_deadline.start(m_limits.time);
}

WebExchange::~WebExchange()
{
    dropReply();
}

void WebExchange::dropReply()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
}

void WebExchange::onReadyRead()
{
    if (m_reply->bytesAvailable() > m_limits.maxBody) {
        end(tooLarge());
    }
}

void WebExchange::onTimeout()
{
    const double seconds = static_cast<double>(m_limits.time.count()) / 1000.0;
    end({.answer = {},
        .failure = {.kind = ErrorKind::UpstreamTimeout,
            .clause = QStringLiteral("did not answer within %1 s").arg(seconds)}});
}

void WebExchange::onReplyFinished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || !isWhole(m_reply->error())) {
        end({.answer = {}, .failure = replyFailure()});
        return;
    }
    if (m_reply->bytesAvailable() > m_limits.maxBody) {
        end(tooLarge());
        return;
    }
    FetchedAnswer answer {.head = {.status = status, .headers = {}}, .body = m_reply->readAll()};
    for (const auto &[name, value] : m_reply->rawHeaderPairs()) {
        answer.head.headers.add(name, value);
    }
    end({.answer = std::move(answer), .failure = {}});
}

void WebExchange::end(const WebOutcome &outcome)
{
    m_deadline.stop();
    dropReply();
    Q_EMIT finished(outcome);
}

// Qt's own text is handed on only where it cannot hold the address.
WebFailure WebExchange::replyFailure() const
{
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return {.kind = ErrorKind::UpstreamUnreachable,
            .clause = QStringLiteral("was not found"),
            .code = hostNotFound};
    case QNetworkReply::ConnectionRefusedError:
        return {.kind = ErrorKind::UpstreamUnreachable,
            .clause = QStringLiteral("refused the connection"),
            .code = connectionRefused};
    case QNetworkReply::SslHandshakeFailedError:
        return {.kind = ErrorKind::UpstreamUnreachable,
            .clause = QStringLiteral("failed the TLS handshake"),
            .detail = m_reply->errorString(),
            .code = tlsFailed};
    case QNetworkReply::RemoteHostClosedError:
        return {.kind = ErrorKind::UpstreamInvalid, .clause = QStringLiteral("broke off its answer")};
    case QNetworkReply::ProtocolFailure:
        return {.kind = ErrorKind::UpstreamInvalid,
            .clause = QStringLiteral("answered with something that is not HTTP")};
    default:
        return {.kind = ErrorKind::UpstreamUnreachable, .clause = QStringLiteral("could not be reached")};
    }
}

} // namespace nexus
