// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/httpfetch.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>

namespace nexus::aws {

namespace {

class RouteProxies final : public QNetworkProxyFactory {
public:
    explicit RouteProxies(HttpRoute route)
        : m_route(route)
    { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        const bool isHere = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
        const bool isDirect = m_route == HttpRoute::Direct || isHere;
        return isDirect ? QList<QNetworkProxy> {QNetworkProxy::NoProxy} : systemProxyForQuery(query);
    }

private:
    HttpRoute m_route;
};

} // namespace

std::unique_ptr<QNetworkAccessManager> makeManager(HttpRoute route)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setAutoDeleteReplies(false);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    // The manager owns its factory.
    manager->setProxyFactory(new RouteProxies(route));
    return manager;
}

HttpFetch::HttpFetch(QNetworkAccessManager &manager, const QByteArray &verb, QNetworkRequest request,
    const QByteArray &body, std::chrono::milliseconds limit)
    : m_limit(limit)
{
    request.setRawHeader("User-Agent", "nexus/" NEXUS_VERSION);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    m_reply = manager.sendCustomRequest(request, verb, body);
    connect(m_reply, &QNetworkReply::finished, this, &HttpFetch::onReplyFinished);
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        if (m_reply->bytesAvailable() > maxSize) {
            end(tl::unexpected(QStringLiteral("gave an answer that is too large")));
        }
    });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        end(tl::unexpected(
            QStringLiteral("did not answer within %1 s").arg(static_cast<double>(m_limit.count()) / 1000.0)));
    });
    m_deadline.start(m_limit);
}

HttpFetch::~HttpFetch()
{
    dropReply();
}

void HttpFetch::dropReply()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
}

void HttpFetch::onReplyFinished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError code = m_reply->error();
    // Codes above 200 stand for an HTTP status, which is told by itself, but for a broken protocol.
    const bool isOfStatus = code >= QNetworkReply::ContentAccessDenied
        && code != QNetworkReply::ProtocolUnknownError && code != QNetworkReply::ProtocolFailure;
    const bool isWhole = code == QNetworkReply::NoError || isOfStatus;
    if (status == 0 || !isWhole) {
        end(tl::unexpected(failureText()));
        return;
    }
    end(HttpAnswer {.status = status, .body = m_reply->readAll()});
}

void HttpFetch::end(const HttpOutcome &outcome)
{
    m_deadline.stop();
    dropReply();
    Q_EMIT finished(outcome);
}

QString HttpFetch::failureText() const
{
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return QStringLiteral("was not found");
    case QNetworkReply::ConnectionRefusedError:
        return QStringLiteral("refused the connection");
    case QNetworkReply::SslHandshakeFailedError:
        return QStringLiteral("failed the TLS handshake");
    case QNetworkReply::RemoteHostClosedError:
        return QStringLiteral("broke off its answer");
    default:
        return QStringLiteral("could not be reached");
    }
}

} // namespace nexus::aws
