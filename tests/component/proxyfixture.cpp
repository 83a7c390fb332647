// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxyfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace nexus {

void ProxyFixture::start(const QByteArray &extra, const QByteArray &inProxy, const QString &basePath)
{
    gateway.startWith(configuration(extra, inProxy, basePath));
}

QByteArray ProxyFixture::configuration(
    const QByteArray &extra, const QByteArray &inProxy, const QString &basePath) const
{
    return atTop + "[llm.proxy.anthropic]\nenabled = true\nbase_url = \""
        + gateway.provider.baseUrl(basePath).toEncoded() + "\"\n" + inProxy + extra;
}

kit::Headers ProxyFixture::keyed(kit::Headers headers)
{
    headers.emplace_back("x-api-key", clientKey);
    return headers;
}

std::unique_ptr<kit::RawClient> ProxyFixture::send(const QByteArray &method, const QByteArray &target,
    const kit::Headers &headers, const QByteArray &body) const
{
    auto client = connect();
    client->request(method, target, keyed(headers), body);
    return client;
}

kit::Answer ProxyFixture::ask(const QByteArray &method, const QByteArray &target, const kit::Headers &headers,
    const QByteArray &body) const
{
    const auto client = send(method, target, headers, body);
    return client->waitForAnswers() ? client->answer() : kit::Answer();
}

QByteArray proxyErrorType(const kit::Answer &answer)
{
    const QJsonObject root = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject error = root.value(QLatin1String("error")).toObject();
    const bool isWhole = root.value(QLatin1String("type")) == QLatin1String("error")
        && !error.value(QLatin1String("message")).toString().isEmpty()
        && root.value(QLatin1String("request_id")).toString().toUtf8() == answer.header("x-request-id")
        && answer.header("content-type") == "application/json";
    return isWhole ? error.value(QLatin1String("type")).toString().toUtf8() : QByteArray();
}

} // namespace nexus
