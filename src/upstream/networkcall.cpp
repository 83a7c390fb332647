// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/networkcall.h"

#include "upstream/bodydevice.h"

#include <QNetworkRequest>
#include <QPointer>

namespace nexus {

namespace {

using std::chrono::milliseconds;

// A body may be empty and still be one: only these methods mean nothing by it.
bool hasBody(const ProviderEndpoint &endpoint, const QByteArray &body)
{
    const QByteArray &method = endpoint.method;
    const bool isBodiless = method == "GET" || method == "HEAD" || method == "DELETE" || method == "OPTIONS";
    return !body.isEmpty() || !isBodiless;
}

QNetworkRequest networkRequest(const ProviderEndpoint &endpoint, bool hasBody)
{
    QNetworkRequest request(endpoint.url);
    if (hasBody) {
        request.setRawHeader("Content-Type", "application/json");
    }
    request.setRawHeader("Accept", "application/json, text/event-stream");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "nexus/" NEXUS_VERSION);
    for (const auto &[name, value] : endpoint.headers) {
        request.setRawHeader(name, value);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
    request.setAttribute(QNetworkRequest::Http2CleartextAllowedAttribute, false);
    if (endpoint.tls) {
        request.setSslConfiguration(endpoint.tls->configuration);
    }
    return request;
}

// Qt has to know of HEAD, whose answer has no body whatever its length says; GET it may repeat as it likes.
QNetworkReply *send(
    QNetworkAccessManager &manager, const QNetworkRequest &request, const QByteArray &method, QIODevice *body)
{
    if (method == "POST") {
        return manager.post(request, body);
    }
    if (method == "HEAD") {
        return manager.head(request);
    }
    const bool isPlainGet = method == "GET" && body == nullptr;
    return isPlainGet ? manager.get(request) : manager.sendCustomRequest(request, method, body);
}

QString seconds(milliseconds limit)
{
    return QString::number(static_cast<double>(limit.count()) / 1000.0);
}

} // namespace

NetworkCall::NetworkCall(NetworkPool &pool, const ProviderEndpoint &endpoint, const QByteArray &body,
    const Timeouts &timeouts, QString providerName)
    : m_lease(pool.acquire(endpoint.url, endpoint.tls ? endpoint.tls->fingerprint : QByteArray()))
    , m_timeouts(timeouts)
    , m_provider(std::move(providerName))
{
    const bool isWithBody = hasBody(endpoint, body);
    auto *device = isWithBody ? new BodyDevice(body, m_lease.isReused() ? 1 : 0, this) : nullptr;
    QNetworkRequest request = networkRequest(endpoint, isWithBody);
    m_lease.assign(request);
    m_reply.reset(send(m_lease.manager(), request, endpoint.method, device));
    connect(m_reply.get(), &QNetworkReply::requestSent, this, &NetworkCall::onRequestSent);
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &NetworkCall::onMetaDataChanged);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &NetworkCall::onReadyRead);
    connect(m_reply.get(), &QNetworkReply::finished, this, &NetworkCall::onFinished);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::CoarseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &NetworkCall::onDeadline);
    m_sinceStart.start();
    m_sincePhase.start();
    armDeadline();
}

NetworkCall::~NetworkCall()
{
    NetworkCall::abort();
}

QByteArray NetworkCall::read(qint64 max)
{
    return m_reply->isOpen() ? m_reply->read(max) : QByteArray();
}

qint64 NetworkCall::bytesAvailable() const
{
    return m_reply->bytesAvailable();
}

void NetworkCall::abort()
{
    if (m_phase == Phase::Over) {
        return;
    }
    m_phase = Phase::Over;
    m_deadline.stop();
    m_reply->disconnect(this);
    m_reply->abort();
}

void NetworkCall::onRequestSent()
{
    if (m_phase != Phase::Connecting) {
        return;
    }
    // Qt starts a request from the event loop and loses a buffer size that was set before then.
    m_reply->setReadBufferSize(readBufferSize);
    m_phase = Phase::Waiting;
    m_sincePhase.start();
    armDeadline();
}

void NetworkCall::onMetaDataChanged()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || m_phase == Phase::Answering || m_phase == Phase::Over) {
        return;
    }
    m_isHttp2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    m_lease.setHttp2(m_isHttp2);
    if (m_isHttp2) {
        // An HTTP/2 connection outlives its requests, also those that fail.
        m_lease.keepConnection();
    }
    m_phase = Phase::Answering;
    m_sincePhase.start();
    armDeadline();
    ResponseHead head {.status = status, .headers = {}};
    for (const auto &[name, value] : m_reply->rawHeaderPairs()) {
        head.headers.add(name, value);
    }
    if (m_isHttp2) {
        m_reply->setReadBufferSize(0);
    }
    Q_EMIT headArrived(head);
}

void NetworkCall::onReadyRead()
{
    if (m_phase != Phase::Answering) {
        return;
    }
    m_sincePhase.start();
    if (m_isHttp2 && m_reply->bytesAvailable() > maxUnread) {
        m_reply->disconnect(this);
        m_reply->abort();
        end(Error {.kind = ErrorKind::UpstreamInvalid,
            .message = QStringLiteral("The answer of '%1' came faster than the client read it and outgrew "
                                      "the %2 MiB that may wait.")
                           .arg(m_provider)
                           .arg(maxUnread / (1024 * 1024)),
            .detail = {}});
        return;
    }
    adaptBufferSize();
    Q_EMIT bodyArrived();
}

// With a buffer size set, Qt wakes its network thread for every read: too much for each small event of a
// stream. So an answer that has come in small pieces for a while goes without one, until much of it waits.
void NetworkCall::adaptBufferSize()
{
    constexpr int calmArrivals = 8;
    if (m_isHttp2) {
        return;
    }
    if (m_reply->bytesAvailable() > calmSize) {
        m_calmArrivals = 0;
        if (m_reply->readBufferSize() == 0) {
            m_reply->setReadBufferSize(readBufferSize);
        }
        return;
    }
    ++m_calmArrivals;
    if (m_calmArrivals == calmArrivals) {
        m_reply->setReadBufferSize(0);
    }
}

void NetworkCall::onFinished()
{
    const QPointer<NetworkCall> self(this);
    onMetaDataChanged();
    if (!self || m_phase == Phase::Over) {
        return;
    }
    end(replyError());
}

void NetworkCall::end(const std::optional<Error> &error)
{
    m_phase = Phase::Over;
    m_deadline.stop();
    const bool isClosed = m_reply->rawHeader("Connection").toLower().contains("close");
    if (!error && !isClosed) {
        m_lease.keepConnection();
    }
    Q_EMIT ended(error);
}

milliseconds NetworkCall::limitOfPhase() const
{
    switch (m_phase) {
    case Phase::Connecting:
        return m_timeouts.connect;
    case Phase::Waiting:
        return m_timeouts.firstByte;
    case Phase::Answering:
        return m_timeouts.idle;
    case Phase::Over:
        break;
    }
    return milliseconds(0);
}

// One timer serves all limits: it fires at the nearest one and looks then which has passed. Arrivals do not
// touch it, so a fast stream costs no timer work.
void NetworkCall::armDeadline()
{
    const milliseconds phase = limitOfPhase();
    milliseconds next = milliseconds::max();
    if (phase.count() > 0) {
        next = phase - milliseconds(m_sincePhase.elapsed());
    }
    if (m_timeouts.total.count() > 0) {
        next = std::min(next, m_timeouts.total - milliseconds(m_sinceStart.elapsed()));
    }
    if (next == milliseconds::max()) {
        m_deadline.stop();
        return;
    }
    m_deadline.start(std::max(next, milliseconds(1)));
}

void NetworkCall::onDeadline()
{
    if (m_timeouts.total.count() > 0 && m_sinceStart.elapsed() >= m_timeouts.total.count()) {
        abort();
        Q_EMIT ended(timeoutError(QStringLiteral("did not finish its answer"), m_timeouts.total));
        return;
    }
    const milliseconds limit = limitOfPhase();
    const bool isClientSlow = m_phase == Phase::Answering && m_reply->bytesAvailable() > 0;
    if (isClientSlow) {
        m_sincePhase.start();
    }
    if (limit.count() == 0 || m_sincePhase.elapsed() < limit.count()) {
        armDeadline();
        return;
    }
    const Phase phase = m_phase;
    abort();
    if (phase == Phase::Connecting) {
        Q_EMIT ended(Error {.kind = ErrorKind::UpstreamUnreachable,
            .message
            = QStringLiteral("Provider '%1' could not be reached within %2 s. Check base_url and the "
                             "network.")
                  .arg(m_provider, seconds(limit)),
            .detail = QStringLiteral("connect timeout")});
        return;
    }
    Q_EMIT ended(timeoutError(phase == Phase::Waiting ? QStringLiteral("did not begin its answer")
                                                      : QStringLiteral("fell silent inside its answer"),
        limit));
}

Error NetworkCall::timeoutError(const QString &what, milliseconds limit) const
{
    return {.kind = ErrorKind::UpstreamTimeout,
        .message = QStringLiteral("Provider '%1' %2 within %3 s.").arg(m_provider, what, seconds(limit)),
        .detail = {}};
}

std::optional<Error> NetworkCall::replyError() const
{
    const QNetworkReply::NetworkError code = m_reply->error();
    if (m_phase == Phase::Answering) {
        // Codes above 200 stand for an HTTP status, which the head has already told.
        const bool isWhole = code == QNetworkReply::NoError || code >= QNetworkReply::ContentAccessDenied
            || code == QNetworkReply::ProxyAuthenticationRequiredError;
        if (isWhole) {
            return std::nullopt;
        }
        return Error {.kind = ErrorKind::UpstreamInvalid,
            .message = QStringLiteral("Provider '%1' broke off its answer.").arg(m_provider),
            .detail = m_reply->errorString()};
    }
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return Error {.kind = ErrorKind::UpstreamUnreachable,
            .message
            = QStringLiteral("The host of provider '%1' was not found. Check base_url and the network.")
                  .arg(m_provider),
            .detail = QStringLiteral("host not found")};
    case QNetworkReply::ConnectionRefusedError:
        return Error {.kind = ErrorKind::UpstreamUnreachable,
            .message = QStringLiteral("Provider '%1' refused the connection. Is it running at its base_url?")
                           .arg(m_provider),
            .detail = QStringLiteral("connection refused")};
    case QNetworkReply::SslHandshakeFailedError:
        return Error {.kind = ErrorKind::UpstreamUnreachable,
            .message
            = QStringLiteral("The TLS handshake with provider '%1' failed. Check its certificate and "
                             "base_url.")
                  .arg(m_provider),
            .detail = m_reply->errorString()};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return Error {.kind = ErrorKind::UpstreamInvalid,
            .message
            = QStringLiteral("Provider '%1' closed the connection before answering.").arg(m_provider),
            .detail = {}};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::NoError:
        return Error {.kind = ErrorKind::UpstreamInvalid,
            .message
            = QStringLiteral("Provider '%1' answered with something that is not HTTP.").arg(m_provider),
            .detail = m_reply->errorString()};
    default:
        return Error {.kind = ErrorKind::UpstreamUnreachable,
            .message = QStringLiteral("Provider '%1' could not be reached.").arg(m_provider),
            .detail = m_reply->errorString()};
    }
}

} // namespace nexus
