// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/bedrockaccess.h"

#include "upstream/aws/credentialjson.h"

namespace nexus::aws {

QString profileOf(const BedrockAccess &access, const Environment &environment)
{
    return access.profile.isEmpty() ? profileOfEnvironment(environment) : access.profile;
}

QString regionOf(const BedrockAccess &access, const Environment &environment, const SharedFiles &files)
{
    if (!access.region.isEmpty()) {
        return access.region;
    }
    for (const char *variable : {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
        QString region = environment.text(QLatin1String(variable));
        if (!region.isEmpty()) {
            return region;
        }
    }
    const Settings *profile = files.profile(profileOf(access, environment));
    return profile == nullptr ? QString() : profile->value(QStringLiteral("region"));
}

Secret bearerTokenOf(const ProviderConfig &provider, const Environment &environment)
{
    if (!provider.apiKeys.empty()) {
        return provider.apiKeys.front();
    }
    if (!provider.bedrock.accessKeyId.isEmpty() || !provider.bedrock.profile.isEmpty()) {
        return {};
    }
    const QByteArray token = environment.text(QStringLiteral("AWS_BEARER_TOKEN_BEDROCK")).toUtf8();
    return isHeaderWord(token) ? Secret(token) : Secret();
}

} // namespace nexus::aws
