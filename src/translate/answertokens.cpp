// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/answertokens.h"

#include "translate/dialecttable.h"
#include "translate/tokencount.h"

#include <algorithm>
#include <array>

namespace nexus {

namespace {

constexpr qint64 quartersPerToken = 4;

// What each byte of UTF-8 counts: the first one of a letter counts for all of it.
std::array<qint8, 256> makeByteQuarters()
{
    std::array<qint8, 256> quarters {};
    for (std::size_t byte = 0; byte < quarters.size(); ++byte) {
        const int length = byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xE0 ? 2 : 3;
        quarters[byte] = length == 0 ? qint8(0) : static_cast<qint8>(tokenQuarters(length));
    }
    return quarters;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The second half of a pair counts nothing, and the first one for both.
qint64 quartersOfUnit(unsigned unit)
{
    constexpr unsigned lowSurrogates = 0xDC00;
    constexpr unsigned behindSurrogates = 0xE000;
    if (unit >= lowSurrogates && unit < behindSurrogates) {
        return 0;
    }
    return tokenQuarters(unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);
}

qint64 tokensOf(qint64 quarters)
{
    return (quarters + quartersPerToken - 1) / quartersPerToken;
}

ProviderDialect sameDialect(Dialect client)
{
    return client == Dialect::OpenAi ? ProviderDialect::OpenAi : ProviderDialect::Anthropic;
}

} // namespace

void AnswerTokens::feed(QByteArrayView bytes)
{
    m_watch.feed(bytes, [this](const StringWatch::Piece &piece) { count(piece); });
}

AnswerTokens::Kind AnswerTokens::kindOf(QByteArrayView key) const
{
    if (m_operation == Operation::Completions) {
        return key == "text" ? Kind::Text : Kind::None;
    }
    switch (m_client) {
    case Dialect::OpenAi:
        if (key == "content" || key == "arguments" || key == "refusal") {
            return Kind::Text;
        }
        if (key == "reasoning_content") {
            return Kind::Reasoning;
        }
        if (key == "reasoning") {
            return Kind::OtherReasoning;
        }
        break;
    case Dialect::Anthropic:
        if (key == "text" || key == "partial_json") {
            return Kind::Text;
        }
        if (key == "thinking") {
            return Kind::Reasoning;
        }
        break;
    }
    return key == "name" ? Kind::Name : Kind::None;
}

void AnswerTokens::count(const StringWatch::Piece &piece)
{
    switch (kindOf(piece.key)) {
    case Kind::None:
        return;
    case Kind::Name:
        m_text += quartersOf(piece.text) + (piece.isLast ? quartersPerToken * tokensPerMessage : 0);
        break;
    case Kind::Text:
        m_text += quartersOf(piece.text);
        break;
    case Kind::Reasoning:
        m_reasoning += quartersOf(piece.text);
        break;
    case Kind::OtherReasoning:
        m_otherReasoning += quartersOf(piece.text);
        break;
    }
    if (piece.isLast) {
        m_isEscape = false;
        m_hexDigits = -1;
    }
}

qint64 AnswerTokens::quartersOf(QByteArrayView text)
{
    static const std::array<qint8, 256> byteQuarters = makeByteQuarters();
    qint64 quarters = 0;
    for (const char c : text) {
        if (m_isEscape || m_hexDigits > 0) {
            quarters += escaped(c);
        } else if (c == '\\') {
            m_isEscape = true;
        } else {
            quarters += byteQuarters[static_cast<uchar>(c)];
        }
    }
    return quarters;
}

qint64 AnswerTokens::escaped(char c)
{
    if (std::exchange(m_isEscape, false)) {
        m_hexDigits = c == 'u' ? 4 : -1;
        m_hexValue = 0;
        return c == 'u' ? 0 : tokenQuarters(1);
    }
    m_hexValue = m_hexValue * 16 + static_cast<unsigned>(std::max(0, hexDigit(c)));
    --m_hexDigits;
    return m_hexDigits == 0 ? quartersOfUnit(m_hexValue) : 0;
}

AnswerEstimate AnswerTokens::estimate() const
{
    const qint64 reasoning = std::max(m_reasoning, m_otherReasoning);
    return {.output = tokensOf(m_text + reasoning), .reasoning = tokensOf(reasoning)};
}

AnswerEstimate estimatedAnswer(const QByteArray &body, Operation operation, Dialect client)
{
    const Result<ChatAnswer> answer
        = operation == Operation::Chat ? readChatAnswer(sameDialect(client), body) : failure(Error {});
    if (!answer) {
        AnswerTokens tokens(operation, client);
        tokens.feed(body);
        return tokens.estimate();
    }
    AnswerEstimate sum;
    for (const AnswerChoice &choice : answer->choices) {
        sum.output += estimatedTokens(choice.parts);
        for (const MessagePart &part : choice.parts) {
            const auto *reasoning = std::get_if<ReasoningPart>(&part);
            sum.reasoning += reasoning == nullptr ? 0 : estimatedTokens(reasoning->text);
        }
    }
    return sum;
}

} // namespace nexus
