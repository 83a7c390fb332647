// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/profilefetch.h"

#include "upstream/aws/containerfetch.h"
#include "upstream/aws/credentialjson.h"
#include "upstream/aws/instancefetch.h"
#include "upstream/aws/processfetch.h"
#include "upstream/aws/ssofetch.h"
#include "upstream/aws/stsfetch.h"

#include <algorithm>
#include <array>

namespace nexus::aws {

namespace {

QString text(const Settings &profile, const char *name)
{
    return profile.value(QLatin1String(name));
}

bool hasKeys(const Settings &profile)
{
    return !text(profile, "aws_access_key_id").isEmpty();
}

Result<Credentials> keysOf(const Settings &profile, const QString &name)
{
    return makeCredentials(text(profile, "aws_access_key_id").toUtf8(),
        text(profile, "aws_secret_access_key").toUtf8(), text(profile, "aws_session_token").toUtf8(),
        QStringLiteral("Profile '%1'").arg(name));
}

} // namespace

bool hasCredentials(const Settings &profile)
{
    constexpr std::array names {"role_arn", "sso_account_id", "sso_role_name", "aws_access_key_id",
        "credential_process", "login_session"};
    return std::ranges::any_of(
        names, [&profile](const char *name) { return !text(profile, name).isEmpty(); });
}

Result<Credentials> environmentCredentials(const Environment &environment)
{
    return makeCredentials(environment.text(QStringLiteral("AWS_ACCESS_KEY_ID")).toUtf8(),
        environment.text(QStringLiteral("AWS_SECRET_ACCESS_KEY")).toUtf8(),
        environment.text(QStringLiteral("AWS_SESSION_TOKEN")).toUtf8(), QStringLiteral("The environment"));
}

void ProfileFetch::start()
{
    const Settings *profile = tools().files.profile(m_name);
    if (profile == nullptr) {
        fail(QStringLiteral("Profile '%1' is not in the AWS configuration files.").arg(m_name),
            tools().files.places().join(QLatin1String(", ")));
    } else if (!text(*profile, "role_arn").isEmpty()) {
        startRole(*profile);
    } else if (isSsoProfile(*profile)) {
        follow(std::make_unique<SsoFetch>(tools(), m_name));
    } else if (hasKeys(*profile)) {
        Q_EMIT finished(keysOf(*profile, m_name));
    } else if (!text(*profile, "credential_process").isEmpty()) {
        follow(std::make_unique<ProcessFetch>(tools(), text(*profile, "credential_process"), m_name));
    } else if (!text(*profile, "login_session").isEmpty()) {
        fail(QStringLiteral(
            "Profile '%1' was made by 'aws login', which is not supported directly. Give it "
            "a credential_process that runs: aws configure export-credentials --profile %1 --format process")
                 .arg(m_name));
    } else {
        fail(QStringLiteral("Profile '%1' does not say where its credentials come from.").arg(m_name));
    }
}

void ProfileFetch::startRole(const Settings &profile)
{
    RoleRequest role {.arn = text(profile, "role_arn"),
        .sessionName = text(profile, "role_session_name"),
        .externalId = text(profile, "external_id"),
        .duration = text(profile, "duration_seconds"),
        .region = text(profile, "region"),
        .tokenFile = text(profile, "web_identity_token_file")};
    if (role.region.isEmpty()) {
        role.region = tools().region;
    }
    if (!role.tokenFile.isEmpty()) {
        follow(std::make_unique<StsFetch>(tools(), role, std::nullopt));
        return;
    }
    if (!text(profile, "mfa_serial").isEmpty()) {
        fail(QStringLiteral("Profile '%1' needs a code from a device (mfa_serial), which nobody can type in "
                            "here. Use single sign-on or a credential_process.")
                 .arg(m_name));
        return;
    }
    std::unique_ptr<CredentialFetch> source = sourceOfRole(profile);
    run(std::move(source), [this, role](const FetchResult &signer) {
        if (signer) {
            follow(std::make_unique<StsFetch>(tools(), role, *signer));
        } else {
            Q_EMIT finished(signer);
        }
    });
}

std::unique_ptr<CredentialFetch> ProfileFetch::sourceOfRole(const Settings &profile)
{
    const QString sourceProfile = text(profile, "source_profile");
    const QString source = text(profile, "credential_source");
    const auto refusal = [this](const QString &what) {
        return std::make_unique<KnownFetch>(
            tools(), failure(credentialError(QStringLiteral("Profile '%1' %2.").arg(m_name, what))));
    };
    if (sourceProfile.isEmpty() == source.isEmpty()) {
        return refusal(
            QStringLiteral("has a role_arn and needs one of source_profile and credential_source"));
    }
    if (source == QLatin1String("Environment")) {
        return std::make_unique<KnownFetch>(tools(), environmentCredentials(tools().environment));
    }
    if (source == QLatin1String("Ec2InstanceMetadata")) {
        return std::make_unique<InstanceFetch>(tools());
    }
    if (source == QLatin1String("EcsContainer")) {
        return std::make_unique<ContainerFetch>(tools());
    }
    if (!source.isEmpty()) {
        return refusal(QStringLiteral("has a credential_source that is none of Environment, "
                                      "Ec2InstanceMetadata and EcsContainer"));
    }
    if (sourceProfile == m_name && hasKeys(profile)) {
        return std::make_unique<KnownFetch>(tools(), keysOf(profile, m_name));
    }
    const QStringList visited = m_visited + QStringList {m_name};
    if (visited.contains(sourceProfile)) {
        return refusal(QStringLiteral("refers to itself through source_profile"));
    }
    return std::make_unique<ProfileFetch>(tools(), sourceProfile, visited);
}

} // namespace nexus::aws
