// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/signedcall.h"

#include "upstream/aws/sigv4.h"

#include <algorithm>
#include <array>

namespace nexus::aws {

namespace {

bool isSigned(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "content-type" || lower.startsWith("x-amz-");
}

// As in `x-amzn-ErrorType: ExpiredTokenException:http://internal.amazon.com/coral/…`.
bool isAboutCredentials(const ResponseHead &head)
{
    constexpr std::array words {"ExpiredToken", "UnrecognizedClient", "InvalidClientTokenId"};
    const QByteArray type = head.headers.value("x-amzn-errortype");
    return head.status >= 400 && head.status < 500
        && std::ranges::any_of(words, [&type](const char *word) { return type.startsWith(word); });
}

} // namespace

SignedCall::SignedCall(NetworkPool &pool, CredentialChain &chain, SignedTarget target, QByteArray body,
    const Timeouts &timeouts, QString providerName, Clock clock)
    : m_pool(pool)
    , m_chain(&chain)
    , m_target(std::move(target))
    , m_body(std::move(body))
    , m_timeouts(timeouts)
    , m_provider(std::move(providerName))
    , m_clock(std::move(clock))
{
    if (const std::optional<Credentials> credentials = chain.current()) {
        send(*credentials);
        return;
    }
    m_sinceStart.start();
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &SignedCall::onTotalTimeout);
    if (m_timeouts.total.count() > 0) {
        m_deadline.start(m_timeouts.total);
    }
    m_wait = std::make_unique<QObject>();
    chain.request(m_wait.get(), [this](const Result<Credentials> &answer) { onCredentials(answer); });
}

QByteArray SignedCall::read(qint64 max)
{
    return m_call ? m_call->read(max) : QByteArray();
}

qint64 SignedCall::bytesAvailable() const
{
    return m_call ? m_call->bytesAvailable() : 0;
}

void SignedCall::abort()
{
    m_deadline.stop();
    m_wait.reset();
    if (m_call) {
        m_call->abort();
    }
}

void SignedCall::onCredentials(const Result<Credentials> &credentials)
{
    m_deadline.stop();
    // The answer runs in it.
    m_wait.release()->deleteLater();
    if (!credentials) {
        Q_EMIT ended(credentials.error());
        return;
    }
    if (m_timeouts.total.count() > 0) {
        const auto waited = std::chrono::milliseconds(m_sinceStart.elapsed());
        m_timeouts.total = std::max(m_timeouts.total - waited, std::chrono::milliseconds(1));
    }
    send(*credentials);
}

void SignedCall::onTotalTimeout()
{
    abort();
    Q_EMIT ended(Error {.kind = ErrorKind::UpstreamTimeout,
        .message = QStringLiteral("The AWS credentials of provider '%1' did not come within %2 s.")
                       .arg(m_provider)
                       .arg(static_cast<double>(m_timeouts.total.count()) / 1000.0),
        .detail = {}});
}

void SignedCall::send(const Credentials &credentials)
{
    m_used = credentials;
    m_call
        = std::make_unique<NetworkCall>(m_pool, signedEndpoint(credentials), m_body, m_timeouts, m_provider);
    m_body.clear();
    connect(m_call.get(), &UpstreamCall::headArrived, this, &SignedCall::onHead);
    connect(m_call.get(), &UpstreamCall::bodyArrived, this, &UpstreamCall::bodyArrived);
    connect(m_call.get(), &UpstreamCall::ended, this, &UpstreamCall::ended);
}

ProviderEndpoint SignedCall::signedEndpoint(const Credentials &credentials) const
{
    ProviderEndpoint endpoint = m_target.endpoint;
    if (!endpoint.headers.contains("content-type")) {
        endpoint.headers.add("Content-Type", "application/json");
    }
    const QUrl &url = endpoint.url;
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    SigningRequest request {.method = "POST",
        .path = path,
        .query = url.query(QUrl::FullyEncoded).toLatin1(),
        .headers = {{"host", url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toLatin1()}},
        .body = m_body};
    for (const auto &[name, value] : endpoint.headers) {
        if (isSigned(name)) {
            request.headers.add(name, value);
        }
    }
    const SigningScope scope {.region = m_target.region, .service = m_target.service, .time = m_clock()};
    for (const auto &[name, value] : signatureHeaders(request, credentials, scope)) {
        endpoint.headers.set(name, value);
    }
    return endpoint;
}

void SignedCall::onHead(const ResponseHead &head)
{
    if (m_chain && isAboutCredentials(head)) {
        m_chain->distrust(m_used);
    }
    Q_EMIT headArrived(head);
}

} // namespace nexus::aws
