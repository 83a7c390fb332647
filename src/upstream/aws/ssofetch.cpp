// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/ssofetch.h"

#include "upstream/aws/awsendpoint.h"
#include "upstream/aws/credentialjson.h"

#include <QCryptographicHash>
#include <QFile>
#include <QUrlQuery>

namespace nexus::aws {

namespace {

constexpr qint64 MAX_CACHE_SIZE = 256 * 1024;

} // namespace

struct SsoFetch::Setup {
    QUrl url;
    QString cacheName; //!< what the token's file is named after
};

bool isSsoProfile(const Settings &profile)
{
    return profile.contains(QStringLiteral("sso_account_id"))
        || profile.contains(QStringLiteral("sso_role_name"));
}

Error SsoFetch::loginError(const QString &what, const QString &detail) const
{
    return credentialError(QStringLiteral("%1 Run: aws sso login --profile %2").arg(what, m_profile), detail);
}

Result<SsoFetch::Setup> SsoFetch::setup() const
{
    const Settings *profile = tools().files.profile(m_profile);
    const QString sessionName = profile->value(QStringLiteral("sso_session"));
    const Settings *session = sessionName.isEmpty() ? profile : tools().files.ssoSession(sessionName);
    if (session == nullptr) {
        return failure(credentialError(QStringLiteral("Profile '%1' names the sso-session '%2', which is not "
                                                      "in the AWS configuration file.")
                                           .arg(m_profile, sessionName)));
    }
    const QString startUrl = session->value(QStringLiteral("sso_start_url"));
    const QString region = session->value(QStringLiteral("sso_region"));
    const QString account = profile->value(QStringLiteral("sso_account_id"));
    const QString role = profile->value(QStringLiteral("sso_role_name"));
    if (startUrl.isEmpty() || region.isEmpty() || account.isEmpty() || role.isEmpty()) {
        return failure(
            credentialError(QStringLiteral("Profile '%1' needs sso_start_url, sso_region, "
                                           "sso_account_id and sso_role_name. Run: aws configure sso")
                                .arg(m_profile)));
    }
    const Result<QUrl> base = serviceUrl(singleSignOn, region, tools().environment);
    if (!base) {
        return failure(credentialError(base.error().message));
    }
    QUrl url(*base);
    url.setPath(base->path() + QLatin1String("/federation/credentials"));
    url.setQuery(QLatin1String("role_name=") + QString::fromLatin1(QUrl::toPercentEncoding(role))
        + QLatin1String("&account_id=") + QString::fromLatin1(QUrl::toPercentEncoding(account)));
    return Setup {.url = url, .cacheName = sessionName.isEmpty() ? startUrl : sessionName};
}

Result<QByteArray> SsoFetch::cachedToken(const QString &cacheName) const
{
    const QByteArray hash = QCryptographicHash::hash(cacheName.toUtf8(), QCryptographicHash::Sha1).toHex();
    const QString path = expandedPath(
        QStringLiteral("~/.aws/sso/cache/%1.json").arg(QLatin1String(hash)), tools().environment);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(loginError(
            QStringLiteral("Profile '%1' uses single sign-on, and nobody has logged in.").arg(m_profile),
            QStringLiteral("%1: %2").arg(path, file.errorString())));
    }
    const Json tree = parseJson(file.read(MAX_CACHE_SIZE)).value_or(Json());
    const bool isComplete = tree.is_object() && tree.contains("accessToken") && tree.contains("expiresAt")
        && tree["accessToken"].is_string();
    const QByteArray token = isComplete
        ? QByteArray::fromStdString(tree["accessToken"].get_ref<const std::string &>())
        : QByteArray();
    const std::optional<TimePoint> expiry = isComplete ? readTime(tree["expiresAt"]) : std::nullopt;
    if (!expiry || !isHeaderWord(token)) {
        return failure(loginError(
            QStringLiteral("The stored sign-on of profile '%1' cannot be read.").arg(m_profile), path));
    }
    if (*expiry <= tools().clock()) {
        return failure(
            loginError(QStringLiteral("The sign-on of profile '%1' has expired.").arg(m_profile), path));
    }
    return token;
}

void SsoFetch::start()
{
    const Result<Setup> where = setup();
    if (!where) {
        Q_EMIT finished(failure(where.error()));
        return;
    }
    const Result<QByteArray> token = cachedToken(where->cacheName);
    if (!token) {
        Q_EMIT finished(failure(token.error()));
        return;
    }
    QNetworkRequest request(where->url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("x-amz-sso_bearer_token", *token);
    send(WebRoute::Web, "GET", request, {}, tools().limits.web,
        [this](const HttpOutcome &outcome) { onAnswer(outcome); });
}

void SsoFetch::onAnswer(const HttpOutcome &outcome)
{
    const QString source = QStringLiteral("The single sign-on of profile '%1'").arg(m_profile);
    if (!outcome) {
        fail(QStringLiteral("%1 %2.").arg(source, outcome.error()));
        return;
    }
    if (outcome->status == 401) {
        Q_EMIT finished(failure(
            loginError(QStringLiteral("The sign-on of profile '%1' is no longer accepted.").arg(m_profile))));
        return;
    }
    if (outcome->status == 403) {
        fail(QStringLiteral("%1 does not give out this role. Check sso_account_id and sso_role_name.")
                 .arg(source));
        return;
    }
    if (outcome->status != 200) {
        fail(QStringLiteral("%1 answered with status %2.").arg(source).arg(outcome->status));
        return;
    }
    const Json tree = parseJson(outcome->body).value_or(Json());
    const Json inner
        = tree.is_object() && tree.contains("roleCredentials") ? tree["roleCredentials"] : Json();
    Q_EMIT finished(readCredentials(inner,
        {.accessKeyId = "accessKeyId",
            .secretAccessKey = "secretAccessKey",
            .sessionToken = "sessionToken",
            .expiry = "expiration"},
        source));
}

} // namespace nexus::aws
