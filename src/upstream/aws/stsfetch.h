// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/aws/credentialfetch.h"

#include <optional>

namespace nexus::aws {

//! \brief A role that somebody wants to take on.
struct RoleRequest {
    QString arn;
    QString sessionName; //!< empty for the gateway's own
    QString externalId; //!< may be empty
    QString duration; //!< in seconds; empty for the service's default
    QString region; //!< empty for us-east-1
    QString tokenFile; //!< a web identity, in place of credentials that sign
};

//! \brief The credentials of a role by the Security Token Service: AssumeRole signed with \a signer, or
//! AssumeRoleWithWebIdentity with the token in RoleRequest::tokenFile.
class StsFetch final : public CredentialFetch {
    Q_OBJECT

public:
    StsFetch(const FetchTools &tools, RoleRequest role, std::optional<Credentials> signer)
        : CredentialFetch(tools)
        , m_role(std::move(role))
        , m_signer(std::move(signer))
    { }

    void start() override;

private:
    [[nodiscard]] Result<QByteArray> form() const;
    void onAnswer(const HttpOutcome &outcome);

    RoleRequest m_role;
    std::optional<Credentials> m_signer;
};

//! \brief The credentials in an STS answer, or a failure that names the error code in it.
[[nodiscard]] Result<Credentials> readStsAnswer(int status, const QByteArray &xml);

} // namespace nexus::aws
