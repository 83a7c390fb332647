// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "upstream/aws/credentialfetch.h"

#include <QStringList>

namespace nexus::aws {

//! \brief Asks one source of credentials after the other.
//!
//! Configured keys, the configured profile, the environment's keys, its web identity, the environment's or
//! the default profile, the container, the instance metadata. A source that somebody set up and that fails
//! ends the search: the next one would be another identity. The failure names what was tried.
class SourceWalk final : public CredentialFetch {
    Q_OBJECT

public:
    SourceWalk(const FetchTools &tools, BedrockAccess access)
        : CredentialFetch(tools)
        , m_access(std::move(access))
    { }

    void start() override { next(Source::ConfiguredKeys); }

private:
    enum class Source {
        ConfiguredKeys,
        ConfiguredProfile,
        EnvironmentKeys,
        WebIdentity,
        EnvironmentProfile,
        Container,
        Instance,
        None
    };

    struct Offer {
        std::unique_ptr<CredentialFetch> fetch; //!< none when the source has nothing to ask
        QString note; //!< why, in few words
    };

    void next(Source source);
    void onResult(Source source, const FetchResult &result);
    [[nodiscard]] Offer offerOf(Source source) const;
    [[nodiscard]] Offer configuredKeys() const;
    [[nodiscard]] Offer environmentKeys() const;
    [[nodiscard]] Offer webIdentity() const;
    [[nodiscard]] Offer environmentProfile() const;

    BedrockAccess m_access;
    QStringList m_tried;
};

} // namespace nexus::aws
