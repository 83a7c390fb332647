// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/sourcewalk.h"

#include "upstream/aws/containerfetch.h"
#include "upstream/aws/instancefetch.h"
#include "upstream/aws/profilefetch.h"
#include "upstream/aws/stsfetch.h"

namespace nexus::aws {

void SourceWalk::next(Source source)
{
    if (source == Source::None) {
        fail(
            QStringLiteral("Tried: %1. Set access_key_id and secret_access_key or profile for this provider, "
                           "or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run: aws configure")
                .arg(m_tried.join(QLatin1String("; "))),
            tools().files.places().join(QLatin1String(", ")));
        return;
    }
    Offer offer = offerOf(source);
    if (offer.fetch) {
        run(std::move(offer.fetch), [this, source](const FetchResult &result) { onResult(source, result); });
        return;
    }
    m_tried.append(offer.note);
    next(static_cast<Source>(static_cast<int>(source) + 1));
}

void SourceWalk::onResult(Source source, const FetchResult &result)
{
    const bool isLast = source == Source::Instance;
    if (result || !isLast) {
        Q_EMIT finished(result);
        return;
    }
    QString note = result.error().message;
    if (note.endsWith(u'.')) {
        note.chop(1);
    }
    m_tried.append(note);
    next(Source::None);
}

SourceWalk::Offer SourceWalk::offerOf(Source source) const
{
    switch (source) {
    case Source::ConfiguredKeys:
        return configuredKeys();
    case Source::ConfiguredProfile:
        if (m_access.profile.isEmpty()) {
            return {.fetch = nullptr, .note = QStringLiteral("no profile is configured")};
        }
        return {.fetch = std::make_unique<ProfileFetch>(tools(), m_access.profile), .note = {}};
    case Source::EnvironmentKeys:
        return environmentKeys();
    case Source::WebIdentity:
        return webIdentity();
    case Source::EnvironmentProfile:
        return environmentProfile();
    case Source::Container:
        if (!hasContainerUrl(tools().environment)) {
            return {.fetch = nullptr,
                .note = QStringLiteral("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set")};
        }
        return {.fetch = std::make_unique<ContainerFetch>(tools()), .note = {}};
    case Source::Instance:
        if (!isInstanceAllowed(tools().environment)) {
            return {.fetch = nullptr, .note = QStringLiteral("AWS_EC2_METADATA_DISABLED is set")};
        }
        return {.fetch = std::make_unique<InstanceFetch>(tools()), .note = {}};
    case Source::None:
        break;
    }
    return {};
}

SourceWalk::Offer SourceWalk::configuredKeys() const
{
    if (m_access.accessKeyId.isEmpty() || m_access.secretAccessKey.isEmpty()) {
        return {.fetch = nullptr, .note = QStringLiteral("no access_key_id is configured")};
    }
    return {.fetch = std::make_unique<KnownFetch>(tools(),
                Credentials {.accessKeyId = m_access.accessKeyId,
                    .secretAccessKey = m_access.secretAccessKey,
                    .sessionToken = m_access.sessionToken,
                    .expiry = std::nullopt}),
        .note = {}};
}

SourceWalk::Offer SourceWalk::environmentKeys() const
{
    const bool isSet = !tools().environment.text(QStringLiteral("AWS_ACCESS_KEY_ID")).isEmpty();
    if (!isSet) {
        return {.fetch = nullptr, .note = QStringLiteral("AWS_ACCESS_KEY_ID is not set")};
    }
    return {.fetch = std::make_unique<KnownFetch>(tools(), environmentCredentials(tools().environment)),
        .note = {}};
}

SourceWalk::Offer SourceWalk::webIdentity() const
{
    const Environment &environment = tools().environment;
    const RoleRequest role {.arn = environment.text(QStringLiteral("AWS_ROLE_ARN")),
        .sessionName = environment.text(QStringLiteral("AWS_ROLE_SESSION_NAME")),
        .externalId = {},
        .duration = {},
        .region = tools().region,
        .tokenFile = environment.text(QStringLiteral("AWS_WEB_IDENTITY_TOKEN_FILE"))};
    if (role.arn.isEmpty() || role.tokenFile.isEmpty()) {
        return {.fetch = nullptr, .note = QStringLiteral("AWS_WEB_IDENTITY_TOKEN_FILE is not set")};
    }
    return {.fetch = std::make_unique<StsFetch>(tools(), role, std::nullopt), .note = {}};
}

SourceWalk::Offer SourceWalk::environmentProfile() const
{
    const QString name = profileOfEnvironment(tools().environment);
    const Settings *profile = tools().files.profile(name);
    const bool isNamed = name != QLatin1String("default");
    if (profile == nullptr && !isNamed) {
        return {.fetch = nullptr, .note = QStringLiteral("there is no profile 'default'")};
    }
    if (profile != nullptr && !hasCredentials(*profile)) {
        return {.fetch = nullptr, .note = QStringLiteral("profile '%1' has no credentials").arg(name)};
    }
    return {.fetch = std::make_unique<ProfileFetch>(tools(), name), .note = {}};
}

} // namespace nexus::aws
