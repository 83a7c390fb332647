// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/aws/credentialfetch.h"

#include <QUrl>

namespace nexus::aws {

//! \brief Whether the environment speaks of a container that hands out credentials.
[[nodiscard]] bool hasContainerUrl(const Environment &environment);

//! \brief Where the container's credentials are: `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI`, else `…_FULL_URI`.
//!
//! A full address is refused unless it is https, a loopback address, or one that ECS or EKS use: anything
//! else would send the token in the clear to a stranger.
[[nodiscard]] Result<QUrl> containerUrl(const Environment &environment);

//! \brief The credentials of an ECS task, an EKS pod or whatever else answers like them.
class ContainerFetch final : public CredentialFetch {
    Q_OBJECT

public:
    using CredentialFetch::CredentialFetch;

    void start() override;

private:
    [[nodiscard]] Result<QByteArray> authorization() const;
    void onAnswer(const HttpOutcome &outcome);
};

} // namespace nexus::aws
