// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// However a provider's stream is cut, the client gets the same bytes and the same ending; a stream that ended
// well had an end in it, and what was sent reads as the events that came, with only the model changed.

#include "translate/passthrough.h"
#include "wire/json.h"

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

struct Outcome {
    QByteArray sent;
    bool isComplete = false;
    bool isReported = false;

    bool operator==(const Outcome &) const = default;
};

Outcome run(const QByteArray &text, std::uint32_t seed, qsizetype longest)
{
    PassThroughAnswer answer("asked/model");
    Outcome outcome;
    qsizetype pos = 0;
    while (pos < text.size()) {
        seed = seed * 1664525 + 1013904223;
        const qsizetype length = std::min(text.size() - pos, 1 + qsizetype(seed >> 16) % longest);
        const auto out = answer.chunk(text.sliced(pos, length));
        if (!out) {
            break;
        }
        outcome.sent += *out;
        pos += length;
    }
    const auto rest = answer.end();
    outcome.isComplete = rest.has_value();
    outcome.isReported = answer.reportedError().has_value();
    outcome.sent += rest ? *rest : QByteArray();
    return outcome;
}

// Blank lines behind a bad event may or may not have been seen, depending on the cut.
QByteArray withoutLineEnds(QByteArray text)
{
    while (text.endsWith('\n') || text.endsWith('\r')) {
        text.chop(1);
    }
    return text;
}

std::vector<SseEvent> eventsOf(const QByteArray &text)
{
    SseReader reader;
    auto events = reader.feed(text);
    require(events.has_value());
    std::erase_if(*events, [](const SseEvent &event) { return !event.hasData; });
    return *events;
}

void checkEvents(const QByteArray &came, const QByteArray &sent)
{
    const auto before = eventsOf(came);
    const auto after = eventsOf(sent);
    require(after.size() <= before.size() + 1);
    for (std::size_t i = 0; i < std::min(after.size(), before.size()); ++i) {
        require(after[i].name == before[i].name);
        const auto tree = parseJson(before[i].data);
        const auto changed = parseJson(after[i].data);
        if (!tree || !tree->is_object() || !changed) {
            continue;
        }
        Json expected = *tree;
        if (expected.contains("model") && (*changed)["model"] == "asked/model") {
            expected["model"] = "asked/model";
        }
        require(expected == *changed);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const Outcome whole = run(text, 0, text.size() + 1);
    for (const qsizetype longest : {1, 5, 40}) {
        const Outcome pieces = run(text, data[0], longest);
        require(pieces.isComplete == whole.isComplete);
        require(pieces.isReported == whole.isReported);
        require(withoutLineEnds(pieces.sent) == withoutLineEnds(whole.sent));
    }
    if (whole.isComplete) {
        require(!whole.isReported);
        require(text.contains("[DONE]") || text.contains("_reason") || text.contains("\\u"));
    }
    if (!whole.isReported) {
        checkEvents(text, whole.sent);
    }
    return 0;
}
