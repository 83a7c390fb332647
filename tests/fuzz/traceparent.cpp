// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is read of a trace is fit to be sent on: it reads back the same, and holds nothing that could end a
// header.

#include "wire/traceparent.h"

#include <algorithm>
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

bool isHex(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void checkParent(const TraceParent &parent)
{
    require(parent.traceId.size() == 32 && isHex(parent.traceId) && parent.traceId.count('0') < 32);
    if (parent.spanId.isEmpty()) {
        return;
    }
    require(parent.spanId.size() == 16 && isHex(parent.spanId) && parent.spanId.count('0') < 16);
    const bool isSampled = parent.isSampled.value_or(false);
    const auto again = parseTraceparent(traceparentText(parent.traceId, parent.spanId, isSampled));
    require(again && again->traceId == parent.traceId && again->spanId == parent.spanId);
    require(again->isSampled == isSampled);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto parent = parseTraceparent(text)) {
        require(!parent->spanId.isEmpty() && parent->isSampled);
        require(text.sliced(3, 32) == parent->traceId && text.sliced(36, 16) == parent->spanId);
        checkParent(*parent);
    }
    if (const auto parent = parseAmazonTrace(text)) {
        checkParent(*parent);
    }
    // Cut in two, it is what several headers say.
    const qsizetype half = text.size() / 2;
    const QByteArray state
        = tracestateOf({{"tracestate", text.first(half)}, {"Tracestate", text.sliced(half)}});
    require(std::ranges::all_of(state, [](char c) { return c == '\t' || (c >= ' ' && c <= '~'); }));
    require(state.isEmpty() || tracestateOf({{"tracestate", state}}) == state);
    return 0;
}
