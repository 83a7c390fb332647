// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/instancefetch.h"

#include "upstream/aws/credentialjson.h"

#include <QUrl>

namespace nexus::aws {

namespace {

constexpr auto TOKEN_PATH = QLatin1String("/latest/api/token");
constexpr auto ROLE_PATH = QLatin1String("/latest/meta-data/iam/security-credentials/");
constexpr auto TOKEN_SECONDS = "21600";

QString sourceName()
{
    return QStringLiteral("The instance metadata");
}

QUrl serviceAddress(const Environment &environment)
{
    const QString chosen = environment.text(QStringLiteral("AWS_EC2_METADATA_SERVICE_ENDPOINT"));
    if (!chosen.isEmpty()) {
        return QUrl(chosen, QUrl::StrictMode);
    }
    const QString mode = environment.text(QStringLiteral("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"));
    return mode.compare(QLatin1String("IPv6"), Qt::CaseInsensitive) == 0
        ? QUrl(QStringLiteral("http://[fd00:ec2::254]"))
        : QUrl(QStringLiteral("http://169.254.169.254"));
}

} // namespace

bool isInstanceAllowed(const Environment &environment)
{
    const QString disabled = environment.text(QStringLiteral("AWS_EC2_METADATA_DISABLED"));
    return disabled.compare(QLatin1String("true"), Qt::CaseInsensitive) != 0;
}

void InstanceFetch::start()
{
    const QUrl address = serviceAddress(tools().environment);
    const bool isHttp
        = address.scheme() == QLatin1String("http") || address.scheme() == QLatin1String("https");
    if (!isHttp || address.host().isEmpty()) {
        fail(QStringLiteral("AWS_EC2_METADATA_SERVICE_ENDPOINT is not an http address."));
        return;
    }
    ask("PUT", TOKEN_PATH, [this](const QByteArray &body) {
        m_token = body.trimmed();
        if (!isHeaderWord(m_token)) {
            fail(QStringLiteral("%1 gave no usable session token.").arg(sourceName()));
            return;
        }
        ask("GET", ROLE_PATH, [this](const QByteArray &role) { onRole(role); });
    });
}

void InstanceFetch::ask(
    const QByteArray &verb, const QString &path, std::function<void(const QByteArray &)> next)
{
    QUrl url = serviceAddress(tools().environment);
    QString base = url.path();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    url.setPath(base + path, QUrl::TolerantMode);
    QNetworkRequest request(url);
    if (m_token.isEmpty()) {
        request.setRawHeader("X-aws-ec2-metadata-token-ttl-seconds", TOKEN_SECONDS);
    } else {
        request.setRawHeader("X-aws-ec2-metadata-token", m_token);
    }
    send(WebRoute::Direct, verb, request, {}, tools().limits.instance,
        [this, next = std::move(next)](const HttpOutcome &outcome) {
            if (!outcome) {
                fail(QStringLiteral("%1 %2.").arg(sourceName(), outcome.error()));
            } else if (outcome->status == 404 && !m_token.isEmpty()) {
                fail(QStringLiteral("The instance has no role."));
            } else if (outcome->status != 200) {
                fail(QStringLiteral("%1 answered with status %2.").arg(sourceName()).arg(outcome->status));
            } else {
                next(outcome->body);
            }
        });
}

void InstanceFetch::onRole(const QByteArray &body)
{
    const QByteArray role = body.trimmed().split('\n').first().trimmed();
    if (!isHeaderWord(role)) {
        fail(QStringLiteral("%1 gave no usable role name.").arg(sourceName()));
        return;
    }
    ask("GET", ROLE_PATH + QString::fromLatin1(role.toPercentEncoding()),
        [this](const QByteArray &credentials) { onCredentials(credentials); });
}

void InstanceFetch::onCredentials(const QByteArray &body)
{
    const Json tree = parseJson(body).value_or(Json());
    // A refusal comes with status 200 and another code.
    const bool isRefused = tree.is_object() && tree.contains("Code") && tree["Code"] != "Success";
    if (isRefused) {
        fail(QStringLiteral("%1 did not give out the role's credentials. Check the role's trust policy.")
                 .arg(sourceName()));
        return;
    }
    Q_EMIT finished(readCredentials(tree, {.sessionToken = "Token"}, sourceName()));
}

} // namespace nexus::aws
