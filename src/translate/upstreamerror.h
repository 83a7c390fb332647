// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "wire/headerlist.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace nexus {

//! \brief What a provider's answer that is no success means for the client.
//!
//! 4xx is UpstreamRefused and keeps its status; 503 and 529 are UpstreamOverloaded, 504 is UpstreamTimeout,
//! other 5xx UpstreamFailed; everything below 400 is UpstreamInvalid, since redirects are not followed.
//! Message, code, param and, for a refusal, type come from the provider's error object. Where \a body holds
//! none, the message names provider, status and content type, and never quotes the body. No text is longer
//! than 2,000 characters, none holds one of \a secrets or what looks like a key.
[[nodiscard]] Error upstreamError(int status, const HeaderList &headers, const QByteArray &body,
    const QString &provider, const QList<QByteArray> &secrets = {});

//! \brief The error that a provider announced in \a data, an event of its running stream. Always
//! UpstreamFailed.
[[nodiscard]] Error streamError(const QByteArray &data, const QList<QByteArray> &secrets = {});

} // namespace nexus
