// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/answertranslator.h"
#include "wire/chatrequest.h"

#include <functional>
#include <string_view>
#include <vector>

namespace nexus {

//! \brief About how many tokens \a text is: a quarter of its ASCII letters, half of its letters of other
//! alphabets, and one for each ideograph, syllable or pictograph. Within a fifth of the common tokenizers for
//! prose in most languages; code and digits come out low.
[[nodiscard]] qint64 estimatedTokens(std::string_view text);

//! \brief What a letter of \a utf8Bytes bytes counts there, in quarters of a token.
[[nodiscard]] qint64 tokenQuarters(int utf8Bytes);

//! \brief About how many tokens a model wrote for \a parts of its answer.
[[nodiscard]] qint64 estimatedTokens(const std::vector<MessagePart> &parts);

//! \brief About how many tokens a provider would count for \a request: its texts and tools, 4 for each
//! message, 1,500 for each image and a token for each 40 bytes of any other file.
[[nodiscard]] qint64 estimatedTokens(const ChatRequest &request);

//! \brief What a message or a call of a tool costs beside its texts.
constexpr qint64 tokensPerMessage = 4;

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
