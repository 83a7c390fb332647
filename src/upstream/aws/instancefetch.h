// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/aws/credentialfetch.h"

namespace nexus::aws {

//! \brief Whether the environment allows to ask the instance metadata (`AWS_EC2_METADATA_DISABLED`).
[[nodiscard]] bool isInstanceAllowed(const Environment &environment);

//! \brief The credentials of an EC2 instance's role, by version 2 of its metadata service: a token, the
//! role's name, its credentials.
class InstanceFetch final : public CredentialFetch {
    Q_OBJECT

public:
    using CredentialFetch::CredentialFetch;

    void start() override;

private:
    //! Asks for \a path and hands a body on; anything but a 200 ends the fetch.
    void ask(const QByteArray &verb, const QString &path, std::function<void(const QByteArray &)> next);
    void onRole(const QByteArray &body);
    void onCredentials(const QByteArray &body);

    QByteArray m_token;
};

} // namespace nexus::aws
