// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "secrets/secret.h"
#include "upstream/modelpage.h"
#include "wire/headerlist.h"

#include <QUrl>

#include <vector>

namespace nexus {

//! \brief Where a list of models is.
struct ModelQuery {
    ModelListKind kind = ModelListKind::OpenAi;
    QUrl url; //!< of the first page
    HeaderList headers; //!< contains the key
    bool isSigned = false; //!< whether AWS credentials have to sign it, since there is no key
};

//! \brief Whether \a provider can be asked for its models.
//!
//! Not those of type azure, which lists the models it could deploy and not what is deployed, and demo. Not
//! one whose key is missing, or is only known to its clients.
[[nodiscard]] bool isListable(const ProviderConfig &provider);

//! \brief The lists that together are the models of a listable \a provider, opened by \a key; an empty key
//! is none. A bedrock provider brings the address of its control plane as base_url.
//!
//! OpenAI, compatible servers and Ollama: `{base}/models`. Anthropic: `{base}/models?limit=1000`. Google:
//! `{base}/models?pageSize=1000`. Bedrock: `{base}/foundation-models` and
//! `{base}/inference-profiles?maxResults=1000`.
[[nodiscard]] std::vector<ModelQuery> modelQueries(const ProviderConfig &provider, const Secret &key);

//! \brief The address of the page that \a next stands for, see ModelPage::next.
[[nodiscard]] QUrl pageUrl(const ModelQuery &query, const QByteArray &next);

} // namespace nexus
