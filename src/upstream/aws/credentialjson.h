// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/aws/awscredentials.h"
#include "wire/json.h"

namespace nexus::aws {

//! \brief What a source calls the parts of credentials.
struct CredentialNames {
    const char *accessKeyId = "AccessKeyId";
    const char *secretAccessKey = "SecretAccessKey";
    const char *sessionToken = "SessionToken";
    const char *expiry = "Expiration";
    bool isTemporary = true; //!< token and expiry must be there
};

//! \brief The credentials in \a object, or a failure whose message begins with \a source (`The instance
//! metadata`) and names the member that is missing or wrong, never its value.
[[nodiscard]] Result<Credentials> readCredentials(
    const Json &object, const CredentialNames &names, const QString &source);

//! \brief The same from parts that were read already; empty texts are missing ones.
[[nodiscard]] Result<Credentials> makeCredentials(const QByteArray &accessKeyId,
    const QByteArray &secretAccessKey, const QByteArray &sessionToken, const QString &source);

//! \brief An ISO 8601 time (without a zone: UTC) or a number of milliseconds since 1970; nothing else.
[[nodiscard]] std::optional<TimePoint> readTime(const Json &value);

//! \brief Whether \a text can travel in a header: printable ASCII without spaces.
[[nodiscard]] bool isHeaderWord(QByteArrayView text);

} // namespace nexus::aws
