// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/answertranslator.h"
#include "wire/chatrequest.h"

#include <functional>
#include <string_view>

namespace nexus {

//! \brief About how many tokens \a text is: a quarter of its ASCII letters, half of its letters of other
//! alphabets, and one for each ideograph, syllable or pictograph. Within a fifth of the common tokenizers for
//! prose in most languages; code and digits come out low.
[[nodiscard]] qint64 estimatedTokens(std::string_view text);

//! \brief About how many tokens a provider would count for \a request: its texts and tools, 4 for each
//! message, 1,500 for each image and a token for each 40 bytes of any other file.
[[nodiscard]] qint64 estimatedTokens(const ChatRequest &request);

//! \brief The answer of `messages/count_tokens`.
[[nodiscard]] QByteArray tokenCountAnswer(qint64 inputTokens);

//! \brief Says a provider's count to an Anthropic client.
class TokenCountTranslator final : public AnswerTranslator {
public:
    using Reader = std::function<Result<qint64>(const QByteArray &)>;

    //! \param reader finds the count in the provider's answer
    explicit TokenCountTranslator(Reader reader);

    [[nodiscard]] Result<QByteArray> whole(const QByteArray &body) override;
    [[nodiscard]] Result<QByteArray> chunk(const QByteArray &bytes) override;
    [[nodiscard]] Result<QByteArray> end() override;
    [[nodiscard]] bool isDone() const override { return true; }

private:
    Reader m_reader;
};

} // namespace nexus
