// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/containerfetch.h"

#include "upstream/aws/credentialjson.h"

#include <QFile>
#include <QHostAddress>

#include <algorithm>
#include <array>

namespace nexus::aws {

namespace {

constexpr auto RELATIVE_URI = QLatin1String("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
constexpr auto FULL_URI = QLatin1String("AWS_CONTAINER_CREDENTIALS_FULL_URI");
constexpr qint64 MAX_TOKEN_SIZE = 64 * 1024;

QString sourceName()
{
    return QStringLiteral("The container's credential service");
}

bool isTrustedHost(const QString &host)
{
    constexpr std::array addresses {"169.254.170.2", "169.254.170.23", "fd00:ec2::23"};
    const QHostAddress address(host);
    return host == QLatin1String("localhost") || address.isLoopback()
        || std::ranges::any_of(
            addresses, [&](const char *known) { return address == QHostAddress(QLatin1String(known)); });
}

} // namespace

bool hasContainerUrl(const Environment &environment)
{
    return !environment.text(RELATIVE_URI).isEmpty() || !environment.text(FULL_URI).isEmpty();
}

Result<QUrl> containerUrl(const Environment &environment)
{
    const QString relative = environment.text(RELATIVE_URI);
    if (!relative.isEmpty()) {
        const QUrl url(QLatin1String("http://169.254.170.2") + relative, QUrl::StrictMode);
        if (!relative.startsWith(u'/') || !url.isValid()) {
            return failure(credentialError(QStringLiteral("%1 must begin with a slash.").arg(RELATIVE_URI)));
        }
        return url;
    }
    const QUrl url(environment.text(FULL_URI), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http");
    const bool isHttps = url.scheme() == QLatin1String("https");
    if ((!isHttp && !isHttps) || url.host().isEmpty()) {
        return failure(credentialError(QStringLiteral("%1 is not an http address.").arg(FULL_URI)));
    }
    if (isHttp && !isTrustedHost(url.host())) {
        return failure(
            credentialError(QStringLiteral("%1 names a host that is neither https, nor this machine, nor one "
                                           "of ECS or EKS, so it is not asked.")
                                .arg(FULL_URI)));
    }
    return url;
}

Result<QByteArray> ContainerFetch::authorization() const
{
    const Environment &environment = tools().environment;
    QByteArray token = environment.text(QStringLiteral("AWS_CONTAINER_AUTHORIZATION_TOKEN")).toUtf8();
    const QString path = environment.text(QStringLiteral("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"));
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(credentialError(
                QStringLiteral("The file of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE cannot be read."),
                file.errorString()));
        }
        token = file.read(MAX_TOKEN_SIZE).trimmed();
    }
    const bool isSendable
        = std::ranges::all_of(token, [](char c) { return c >= ' ' && static_cast<uchar>(c) < 0x7f; });
    if (!isSendable) {
        return failure(credentialError(
            QStringLiteral("The container's authorization token holds characters that no header can.")));
    }
    return token;
}

void ContainerFetch::start()
{
    const Result<QUrl> url = containerUrl(tools().environment);
    const Result<QByteArray> token = authorization();
    if (!url || !token) {
        const Error &error = url ? token.error() : url.error();
        fail(error.message, error.detail);
        return;
    }
    QNetworkRequest request(*url);
    request.setRawHeader("Accept", "application/json");
    if (!token->isEmpty()) {
        request.setRawHeader("Authorization", *token);
    }
    const WebRoute route = url->scheme() == QLatin1String("https") ? WebRoute::Web : WebRoute::Direct;
    send(route, "GET", request, {}, tools().limits.container,
        [this](const HttpOutcome &outcome) { onAnswer(outcome); });
}

void ContainerFetch::onAnswer(const HttpOutcome &outcome)
{
    if (!outcome) {
        fail(QStringLiteral("%1 %2.").arg(sourceName(), outcome.error()));
        return;
    }
    if (outcome->status != 200) {
        fail(QStringLiteral("%1 answered with status %2.").arg(sourceName()).arg(outcome->status));
        return;
    }
    const std::optional<Json> tree = parseJson(outcome->body);
    Q_EMIT finished(readCredentials(tree.value_or(Json()), {.sessionToken = "Token"}, sourceName()));
}

} // namespace nexus::aws
