// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/chatcodec.h"
#include "wire/chatanswer.h"
#include "wire/chatrequest.h"
#include "wire/dialect.h"
#include "wire/headerlist.h"

#include <QByteArray>

#include <memory>
#include <optional>

//! \file
//! The hub: which room reads and writes which dialect. A new dialect is a line in each of these functions.
namespace nexus {

[[nodiscard]] Result<ChatRequest> readChatRequest(Dialect client, const QByteArray &body);
[[nodiscard]] Result<ProviderRequest> writeChatRequest(ProviderDialect provider, ChatRequest request);
[[nodiscard]] Result<ChatAnswer> readChatAnswer(ProviderDialect provider, const QByteArray &body);
[[nodiscard]] QByteArray writeChatAnswer(Dialect client, ChatAnswer answer, const AnswerContext &context);
[[nodiscard]] std::unique_ptr<StreamDecoder> makeDecoder(ProviderDialect provider);
[[nodiscard]] std::unique_ptr<StreamEncoder> makeEncoder(Dialect client, const AnswerContext &context);
[[nodiscard]] std::optional<ProviderError> readProviderError(
    ProviderDialect provider, int status, const HeaderList &headers, const QByteArray &body);

//! \brief Whether client and provider speak the same dialect, so that nothing needs to be translated.
[[nodiscard]] bool isSameDialect(Dialect client, ProviderDialect provider);

} // namespace nexus
