// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Amazon's frames: raw bytes never do harm, and what stands in well-made frames reads the same however it is
// cut.

#include "dialects/bedrock/eventstream.h"
#include "dialects/bedrock/bedrock.h"
#include "tests/dialects/bedrock/eventframes.h"

#include <QList>

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

void readRaw(const QByteArray &bytes)
{
    bedrock::EventStreamReader reader;
    reader.append(bytes);
    while (true) {
        const auto message = reader.next();
        if (!message || !*message) {
            return;
        }
    }
}

// Each line of the text is one event: its type, a blank, its JSON.
QByteArray framed(const QByteArray &text)
{
    QByteArray stream;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        const QByteArray type = line.left(std::min<qsizetype>(blank < 0 ? line.size() : blank, 100));
        stream += type.startsWith('!') ? eventframes::exception(type.mid(1), line.mid(blank + 1))
                                       : eventframes::event(type, line.mid(blank + 1));
    }
    return stream;
}

// How many steps came, or -1 when the stream is none.
qsizetype stepsOf(const QByteArray &stream, qsizetype step)
{
    const std::unique_ptr<StreamDecoder> decoder = bedrock::streamDecoder();
    std::size_t count = 0;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        const auto deltas = decoder->decode(stream.mid(at, step));
        if (!deltas) {
            return -1;
        }
        count += deltas->size();
        if (decoder->reportedError()) {
            break;
        }
    }
    return qsizetype(count);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    readRaw(text);
    const QByteArray stream = framed(text);
    const qsizetype atOnce = stepsOf(stream, stream.size());
    const qsizetype inPieces = stepsOf(stream, 1 + data[0] % 32);
    require(atOnce < 0 || inPieces < 0 || atOnce == inPieces);
    return 0;
}
