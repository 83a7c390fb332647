// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/chatcodec.h"
#include "wire/chatanswer.h"
#include "wire/chatrequest.h"
#include "wire/embedding.h"
#include "wire/headerlist.h"

#include <QByteArray>

#include <memory>
#include <optional>

//! \brief Google Gemini API (ai.google.dev/api), on the provider's side.
namespace nexus::gemini {

//! \brief A request to `generateContent` or `streamGenerateContent?alt=sse`; both take the same body.
[[nodiscard]] Result<ProviderRequest> writeRequest(ChatRequest request);

//! \brief A request to `countTokens` that counts what writeRequest() would send.
[[nodiscard]] Result<ProviderRequest> writeCountRequest(ChatRequest request);

//! \brief The count in an answer of `countTokens`.
[[nodiscard]] Result<qint64> readCount(const QByteArray &body);

//! \brief A provider's whole answer. A blocked prompt is an answer too.
//! \return UpstreamInvalid when it is none
[[nodiscard]] Result<ChatAnswer> readAnswer(const QByteArray &body);

[[nodiscard]] std::unique_ptr<StreamDecoder> streamDecoder();

//! \brief What the error object in \a body says; nothing when there is none.
[[nodiscard]] std::optional<ProviderError> readError(
    int status, const HeaderList &headers, const QByteArray &body);

//! \brief A request to `batchEmbedContents`.
[[nodiscard]] Result<ProviderRequest> writeEmbeddingRequest(const EmbeddingRequest &request);
[[nodiscard]] Result<EmbeddingAnswer> readEmbeddingAnswer(const QByteArray &body);

} // namespace nexus::gemini
