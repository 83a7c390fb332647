// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a provider answers is an error or becomes a JSON object in either client's dialect.

#include "dialects/bedrock/bedrock.h"
#include "dialects/gemini/gemini.h"
#include "translate/dialecttable.h"
#include "wire/jsonscan.h"

#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

ProviderDialect dialectOf(std::uint8_t byte)
{
    constexpr std::uint8_t count = 4;
    return static_cast<ProviderDialect>(byte % count);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray body(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const ProviderDialect provider = dialectOf(data[0]);
    for (const int status : {0, 400, 403, 429, 500}) {
        if (const auto error = readProviderError(provider, status, {}, body)) {
            require(error->status == 0 || (error->status >= 400 && error->status < 600));
        }
    }
    if (provider == ProviderDialect::Gemini) {
        (void)gemini::readEmbeddingAnswer(body);
        (void)gemini::readCount(body);
    } else if (provider == ProviderDialect::Bedrock) {
        (void)bedrock::readEmbeddingAnswer(body);
    }
    const Result<ChatAnswer> answer = readChatAnswer(provider, body);
    if (!answer) {
        require(answer.error().kind == ErrorKind::UpstreamInvalid);
        return 0;
    }
    require(!answer->choices.empty());
    for (const Dialect client : {Dialect::OpenAi, Dialect::Anthropic}) {
        require(scanObject(writeChatAnswer(client, *answer, {.model = "m"})).has_value());
    }
    return 0;
}
