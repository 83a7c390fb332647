// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// However a provider's stream is cut, a client gets as much of it, and every event it gets is JSON.

#include "translate/chattranslator.h"
#include "wire/jsonscan.h"
#include "wire/ssereader.h"

#include <cstdint>
#include <cstdlib>
#include <optional>

using namespace nexus;

namespace {

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

struct Pair {
    ProviderDialect provider;
    Dialect client;
};

Pair pairOf(std::uint8_t byte)
{
    // Amazon's frames carry checksums and have a fuzzer of their own.
    constexpr ProviderDialect providers[]
        = {ProviderDialect::OpenAi, ProviderDialect::Anthropic, ProviderDialect::Gemini};
    return {providers[(byte >> 1) % 3], (byte & 1) == 0 ? Dialect::OpenAi : Dialect::Anthropic};
}

// The whole stream as the client gets it, or nothing when it failed on the way.
std::optional<QByteArray> translated(const Pair &pair, const QByteArray &stream, qsizetype step)
{
    ReasoningMemory memory;
    ChatTranslator translator({.provider = pair.provider,
                                  .client = pair.client,
                                  .context = {.model = "m", .wantsUsage = true},
                                  .requestId = "r",
                                  .secrets = {}},
        memory);
    QByteArray out;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        const Result<QByteArray> part = translator.chunk(stream.mid(at, step));
        if (!part) {
            return std::nullopt;
        }
        out += *part;
    }
    const Result<QByteArray> rest = translator.end();
    return rest ? std::optional(out + *rest) : std::nullopt;
}

void checkEvents(const QByteArray &stream)
{
    SseReader reader;
    const auto events = reader.feed(stream);
    require(events.has_value() && reader.rest().isEmpty());
    for (const SseEvent &event : *events) {
        require(!event.hasData || event.data == "[DONE]" || scanObject(event.data).has_value());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const Pair pair = pairOf(data[0]);
    const qsizetype step = 1 + data[1] % 16;
    const QByteArray stream(reinterpret_cast<const char *>(data + 2), qsizetype(size - 2));
    const std::optional<QByteArray> atOnce = translated(pair, stream, std::max<qsizetype>(1, stream.size()));
    const std::optional<QByteArray> inPieces = translated(pair, stream, step);
    if (atOnce && inPieces) {
        // Ids that are made here differ, but not in length.
        require(atOnce->size() == inPieces->size());
        checkEvents(*inPieces);
    }
    return 0;
}
