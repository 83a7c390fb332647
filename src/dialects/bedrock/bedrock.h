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
#include <vector>

//! \brief Amazon Bedrock Converse (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html)
//! and the embedding models of InvokeModel, on the provider's side.
namespace nexus::bedrock {

//! \brief A request to `converse` or `converse-stream`; both take the same body. The model stands in the
//! address. \return InvalidRequest for what Converse or the model has no words for
[[nodiscard]] Result<ProviderRequest> writeRequest(ChatRequest request);

//! \brief A provider's whole answer.
//! \return UpstreamInvalid when it is none
[[nodiscard]] Result<ChatAnswer> readAnswer(const QByteArray &body);

//! \brief Reads `application/vnd.amazon.eventstream`.
[[nodiscard]] std::unique_ptr<StreamDecoder> streamDecoder();

//! \brief What the error says, its type taken from `x-amzn-ErrorType` where it is there.
[[nodiscard]] std::optional<ProviderError> readError(
    int status, const HeaderList &headers, const QByteArray &body);

//! \brief Requests to `invoke`, in order: one for every 96 inputs for Cohere models, one for each input for
//! Titan models. The first one names the fields that had no effect. \return InvalidRequest for a model that
//! is neither
[[nodiscard]] Result<std::vector<ProviderRequest>> writeEmbeddingRequests(const EmbeddingRequest &request);

//! \brief The answer to one of those requests; several are joined in order.
[[nodiscard]] Result<EmbeddingAnswer> readEmbeddingAnswer(const QByteArray &body);

} // namespace nexus::bedrock
