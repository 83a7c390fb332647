// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "contract/chatcodec.h"
#include "wire/dialect.h"
#include "wire/headerlist.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace nexus {

//! \brief An answer of a provider that is no success.
struct UpstreamAnswer {
    int status = 0;
    HeaderList headers;
    QByteArray body;
};

//! \brief The provider that it came from.
struct UpstreamSide {
    ProviderDialect dialect = ProviderDialect::OpenAi;
    QString name; //!< in the configuration
    QList<QByteArray> secrets; //!< what must not show
};

//! \brief What a provider's answer that is no success means for the client.
//!
//! 4xx is UpstreamRefused and keeps its status; 503 and 529 are UpstreamOverloaded, 504 is UpstreamTimeout,
//! other 5xx UpstreamFailed; everything below 400 is UpstreamInvalid, since redirects are not followed.
//! Message, code, param and, for a refusal, type come from the provider's error object. Where the body holds
//! none, the message names provider, status and content type, and never quotes the body. No text is
//! longer than 2,000 characters, none holds one of the secrets or what looks like a key.
[[nodiscard]] Error upstreamError(const UpstreamAnswer &answer, const UpstreamSide &side);

//! \brief The error that a provider announced inside its running stream: UpstreamFailed unless it gave it a
//! status.
[[nodiscard]] Error streamError(const ProviderError &announced, const QList<QByteArray> &secrets);

//! \brief The same for \a data, an event of a stream in the OpenAI or the Anthropic dialect.
[[nodiscard]] Error streamError(const QByteArray &data, const QList<QByteArray> &secrets = {});

} // namespace nexus
