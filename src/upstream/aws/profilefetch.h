// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/aws/credentialfetch.h"

namespace nexus::aws {

//! \brief Whether \a profile says where its credentials come from.
[[nodiscard]] bool hasCredentials(const Settings &profile);

//! \brief The credentials of a profile of the shared files: a role (with `source_profile`,
//! `credential_source` or a web identity), single sign-on, keys, or a `credential_process`, looked for in
//! this order.
class ProfileFetch final : public CredentialFetch {
    Q_OBJECT

public:
    //! \brief \a visited are the profiles that refer to this one.
    ProfileFetch(const FetchTools &tools, QString name, QStringList visited = {})
        : CredentialFetch(tools)
        , m_name(std::move(name))
        , m_visited(std::move(visited))
    { }

    void start() override;

private:
    void startRole(const Settings &profile);
    [[nodiscard]] std::unique_ptr<CredentialFetch> sourceOfRole(const Settings &profile);

    QString m_name;
    QStringList m_visited;
};

//! \brief The keys in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.
[[nodiscard]] Result<Credentials> environmentCredentials(const Environment &environment);

} // namespace nexus::aws
