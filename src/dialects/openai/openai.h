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

//! \brief OpenAI Chat Completions and Embeddings (platform.openai.com/docs/api-reference), on both sides.
namespace nexus::openai {

//! \brief A client's chat request.
//! \return InvalidRequest with the JSON pointer of the field
[[nodiscard]] Result<ChatRequest> readRequest(const QByteArray &body);

//! \brief A chat request for an OpenAI-compatible provider. A stream asks for its usage unless the request
//! says that this provider cannot be asked.
[[nodiscard]] Result<ProviderRequest> writeRequest(ChatRequest request);

//! \brief A provider's whole answer.
//! \return UpstreamInvalid when it is none
[[nodiscard]] Result<ChatAnswer> readAnswer(const QByteArray &body);

//! \brief A whole answer for a client.
[[nodiscard]] QByteArray writeAnswer(ChatAnswer answer, const AnswerContext &context);

[[nodiscard]] std::unique_ptr<StreamDecoder> streamDecoder();
[[nodiscard]] std::unique_ptr<StreamEncoder> streamEncoder(const AnswerContext &context);

//! \brief What the error object in \a body says; nothing when there is none.
[[nodiscard]] std::optional<ProviderError> readError(
    int status, const HeaderList &headers, const QByteArray &body);

//! \brief A client's request for embeddings.
[[nodiscard]] Result<EmbeddingRequest> readEmbeddingRequest(const QByteArray &body);

//! \brief An answer for a client that asked with \a request; \a model is the name it used.
[[nodiscard]] QByteArray writeEmbeddingAnswer(
    const EmbeddingAnswer &answer, const EmbeddingRequest &request, const std::string &model);

} // namespace nexus::openai
