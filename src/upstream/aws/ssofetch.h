// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/aws/credentialfetch.h"

namespace nexus::aws {

//! \brief Whether \a profile takes its credentials from single sign-on.
[[nodiscard]] bool isSsoProfile(const Settings &profile);

//! \brief The credentials of a role by IAM Identity Center, with the token that `aws sso login` left behind.
class SsoFetch final : public CredentialFetch {
    Q_OBJECT

public:
    SsoFetch(const FetchTools &tools, QString profile)
        : CredentialFetch(tools)
        , m_profile(std::move(profile))
    { }

    void start() override;

private:
    struct Setup;

    [[nodiscard]] Result<Setup> setup() const;
    [[nodiscard]] Result<QByteArray> cachedToken(const QString &cacheName) const;
    [[nodiscard]] Error loginError(const QString &what, const QString &detail = {}) const;
    void onAnswer(const HttpOutcome &outcome);

    QString m_profile;
};

} // namespace nexus::aws
