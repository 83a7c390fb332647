// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a client sends, every provider's writer either says why it cannot pass it on or makes a JSON
// object of it; and what was said in a dialect that clients speak as well can be read again.

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

void checkError(const Error &error)
{
    require(error.kind == ErrorKind::InvalidRequest && !error.message.isEmpty());
}

void sayTo(ProviderDialect provider, ChatRequest request)
{
    request.model = provider == ProviderDialect::Gemini ? "gemini-2.5-pro" : "claude-sonnet-4-5";
    const Result<ProviderRequest> said = writeChatRequest(provider, std::move(request));
    if (!said) {
        checkError(said.error());
        return;
    }
    require(scanObject(said->body).has_value());
    if (provider == ProviderDialect::OpenAi) {
        require(readChatRequest(Dialect::OpenAi, said->body).has_value());
    } else if (provider == ProviderDialect::Anthropic) {
        require(readChatRequest(Dialect::Anthropic, said->body).has_value());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray body(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const Dialect client = (data[0] & 1) == 0 ? Dialect::OpenAi : Dialect::Anthropic;
    const Result<ChatRequest> request = readChatRequest(client, body);
    if (!request) {
        checkError(request.error());
        return 0;
    }
    for (const ProviderDialect provider : {ProviderDialect::OpenAi, ProviderDialect::Anthropic,
             ProviderDialect::Gemini, ProviderDialect::Bedrock}) {
        sayTo(provider, *request);
    }
    return 0;
}
