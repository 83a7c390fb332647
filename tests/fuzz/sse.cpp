// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// However a stream is cut, the same events come out and no byte is lost; they are those of a plain reading.

#include "wire/ssereader.h"

#include <QList>

#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

using Seen = QList<std::pair<QByteArray, QByteArray>>;

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

// The rules of the standard over the whole text at once.
Seen readPlainly(QByteArray text)
{
    if (text.startsWith("\xEF\xBB\xBF")) {
        text.remove(0, 3);
    }
    text.replace("\r\n", "\n").replace('\r', '\n');
    Seen seen;
    QByteArray name;
    QByteArray data;
    bool hasData = false;
    QList<QByteArray> lines = text.split('\n');
    lines.removeLast();
    for (const QByteArray &line : lines) {
        if (line.isEmpty()) {
            if (hasData) {
                seen.append({name, data.chopped(1)});
            }
            name.clear();
            data.clear();
            hasData = false;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        const QByteArray field = colon < 0 ? line : line.first(colon);
        QByteArray value = colon < 0 ? QByteArray() : line.sliced(colon + 1);
        if (value.startsWith(' ')) {
            value.remove(0, 1);
        }
        if (field == "event") {
            name = value;
        } else if (field == "data") {
            data += value + '\n';
            hasData = true;
        }
    }
    return seen;
}

void checkOffsets(const SseEvent &event)
{
    for (qsizetype i = 0; i < event.data.size() && i < 200; ++i) {
        require(event.data[i] == '\n' || event.raw[event.rawOffset(i)] == event.data[i]);
    }
    if (event.hasData) {
        require(event.rawOffset(event.data.size()) < event.raw.size());
    }
}

Seen readInPieces(const QByteArray &text, std::uint32_t seed)
{
    SseReader reader;
    Seen seen;
    QByteArray raw;
    qsizetype pos = 0;
    while (pos < text.size()) {
        seed = seed * 1664525 + 1013904223;
        const qsizetype length = std::min<qsizetype>(text.size() - pos, 1 + (seed >> 24) % 7);
        const auto events = reader.feed(QByteArrayView(text).sliced(pos, length));
        require(events.has_value());
        for (const SseEvent &event : *events) {
            raw += event.raw;
            checkOffsets(event);
            if (event.hasData) {
                seen.append({event.name, event.data});
            }
        }
        pos += length;
    }
    require(raw + reader.rest() == text);
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const Seen plain = readPlainly(text);
    require(readInPieces(text, data[0]) == plain);
    SseReader whole;
    const auto events = whole.feed(text);
    require(events.has_value());
    Seen seen;
    for (const SseEvent &event : *events) {
        checkOffsets(event);
        if (event.hasData) {
            seen.append({event.name, event.data});
        }
    }
    require(seen == plain);
    return 0;
}
