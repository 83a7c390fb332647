// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/tokencount.h"

#include "wire/jsonstring.h"

#include <algorithm>

namespace nexus {

namespace {

// In quarters of a token.
constexpr qint64 quartersAscii = 1;
constexpr qint64 quartersLetter = 2;
constexpr qint64 quartersWide = 4;
constexpr qint64 tokensPerImage = 1500;
constexpr std::size_t bytesPerFileToken = 40;

qint64 tokensOf(const MediaPart &media)
{
    return media.kind == MediaPart::Kind::Image
        ? tokensPerImage
        : static_cast<qint64>((media.data.size() + bytesPerFileToken - 1) / bytesPerFileToken);
}

struct PartCounter {
    qint64 operator()(const TextPart &part) const { return estimatedTokens(part.text); }
    qint64 operator()(const MediaPart &part) const { return tokensOf(part); }
    qint64 operator()(const ReasoningPart &part) const { return estimatedTokens(part.text); }
    qint64 operator()(const RefusalPart &part) const { return estimatedTokens(part.text); }
    qint64 operator()(const ToolCallPart &part) const
    {
        return estimatedTokens(part.name) + estimatedTokens(part.arguments) + tokensPerMessage;
    }
    qint64 operator()(const ToolResultPart &part) const
    {
        qint64 sum = tokensPerMessage;
        for (const ToolResultPart::Content &content : part.content) {
            sum += std::visit(*this, content);
        }
        return sum;
    }
};

Error noStream()
{
    return {.kind = ErrorKind::UpstreamInvalid,
        .message = QStringLiteral("The provider sent a stream where a count was asked for."),
        .detail = {}};
}

} // namespace

// Sequences of three bytes and more: from U+0800 on, mostly scripts that write a syllable or a word with a
// letter.
qint64 tokenQuarters(int utf8Bytes)
{
    if (utf8Bytes <= 1) {
        return quartersAscii;
    }
    return utf8Bytes == 2 ? quartersLetter : quartersWide;
}

qint64 estimatedTokens(std::string_view text)
{
    qint64 quarters = 0;
    const char *const end = text.data() + text.size();
    for (const char *pos = text.data(); pos < end;) {
        const int length = std::max(1, utf8Length(pos, end));
        quarters += tokenQuarters(length);
        pos += length;
    }
    return (quarters + 3) / 4;
}

qint64 estimatedTokens(const std::vector<MessagePart> &parts)
{
    qint64 sum = 0;
    for (const MessagePart &part : parts) {
        sum += std::visit(PartCounter(), part);
    }
    return sum;
}

qint64 estimatedTokens(const ChatRequest &request)
{
    qint64 sum = 0;
    for (const Message &message : request.messages) {
        sum += tokensPerMessage + estimatedTokens(message.parts);
    }
    for (const Tool &tool : request.tools) {
        sum += tokensPerMessage + estimatedTokens(tool.name) + estimatedTokens(tool.description)
            + (tool.parameters.is_null() ? 0 : estimatedTokens(toText(tool.parameters).toStdString()));
    }
    return sum;
}

QByteArray tokenCountAnswer(qint64 inputTokens)
{
    return "{\"input_tokens\":" + QByteArray::number(inputTokens) + '}';
}

TokenCountTranslator::TokenCountTranslator(Reader reader)
    : m_reader(std::move(reader))
{ }

Result<QByteArray> TokenCountTranslator::whole(const QByteArray &body)
{
    const Result<qint64> count = m_reader(body);
    if (!count) {
        return failure(count.error());
    }
    return tokenCountAnswer(*count);
}

Result<QByteArray> TokenCountTranslator::chunk(const QByteArray & /*bytes*/)
{
    return failure(noStream());
}

Result<QByteArray> TokenCountTranslator::end()
{
    return failure(noStream());
}

} // namespace nexus
