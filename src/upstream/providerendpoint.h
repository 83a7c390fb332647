// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/providerconfig.h"
#include "contract/plan.h"
#include "upstream/tlssettings.h"
#include "wire/headerlist.h"

#include <QByteArray>
#include <QUrl>

#include <memory>

namespace nexus {

//! \brief Where an operation of a provider is, and the headers that open it.
struct ProviderEndpoint {
    QUrl url;
    HeaderList headers; //!< contains the key, where a header holds it
    bool isSigned = false; //!< whether AWS credentials have to sign the request, since there is no key
    QByteArray method = "POST";
    std::shared_ptr<const TlsSettings> tls = {}; //!< nothing where the system's is enough
};

//! \brief What is asked of a provider, as far as its address depends on it.
struct EndpointAsk {
    Operation operation = Operation::Chat;
    QByteArray model; //!< the name the provider knows
    bool isStream = false;
    const Secret *key = nullptr; //!< in place of the provider's first one
};

//! \brief The address and credentials for what is asked of \a provider.
//!
//! OpenAI and compatible servers: `{base}/chat/completions` with `Authorization: Bearer`. Azure:
//! `{base}/openai/deployments/{model}/chat/completions?api-version=` with `api-key`. Anthropic:
//! `{base}/messages` with `x-api-key` and `anthropic-version`. Google:
//! `{base}/models/{model}:generateContent` with `x-goog-api-key`. Bedrock: `{base}/model/{model}/converse`
//! with a Bedrock API key as bearer token, or to be signed. \return Unauthenticated when the provider needs a
//! key and has none
[[nodiscard]] Result<ProviderEndpoint> providerEndpoint(
    const ProviderConfig &provider, const EndpointAsk &ask);

} // namespace nexus
