// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/chatcodec.h"
#include "wire/chatanswer.h"
#include "wire/chatrequest.h"
#include "wire/headerlist.h"

#include <QByteArray>

#include <memory>
#include <optional>

//! \brief Anthropic Messages (docs.anthropic.com/en/api/messages), on both sides.
namespace nexus::anthropic {

//! \brief A client's request to `messages`, or to `messages/count_tokens`, which is the same without a need
//! for `max_tokens`.
//! \return InvalidRequest with the JSON pointer of the field
[[nodiscard]] Result<ChatRequest> readRequest(const QByteArray &body, bool isCount = false);

//! \brief A request to `messages` of an Anthropic provider.
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

} // namespace nexus::anthropic
