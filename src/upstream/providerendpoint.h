// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/providerconfig.h"
#include "contract/plan.h"
#include "wire/headerlist.h"

#include <QByteArray>
#include <QUrl>

namespace nexus {

//! \brief Where an operation of a provider is, and the headers that open it.
struct ProviderEndpoint {
    QUrl url;
    HeaderList headers; //!< contains the key
};

//! \brief The address and credentials for \a operation on \a model.
//!
//! OpenAI and compatible servers: `{base}/chat/completions` with `Authorization: Bearer`. Azure:
//! `{base}/openai/deployments/{model}/chat/completions?api-version=` with `api-key`.
//! \return Unauthenticated when the provider needs a key and has none, InvalidRequest for a provider type
//! that this version cannot reach
[[nodiscard]] Result<ProviderEndpoint> providerEndpoint(
    const ProviderConfig &provider, Operation operation, const QByteArray &model);

} // namespace nexus
