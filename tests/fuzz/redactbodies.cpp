// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever stands around it, no planted key survives, also where a stream carries it in two pieces; and what
// is JSON stays JSON.

#include "ledger/bodies/redactbodies.h"
#include "wire/jsonscan.h"

#include <array>
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

const QByteArray &plantedKey(std::uint8_t choice)
{
    static const std::array<QByteArray, 6> keys {"sk-proj-Ab3dEfGhIjKlMnOpQrSt0123",
        "AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4", "AKIAIOSFODNN7EXAMPLE", "gsk_AbCdEfGhIjKlMnOpQrStUv0123",
        "xai-AbCdEfGhIjKlMnOpQrStUv01", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3"};
    return keys[choice % keys.size()];
}

// What ends a word before a key and behind it.
const QByteArray &fence(std::uint8_t choice)
{
    static const std::array<QByteArray, 6> fences {"\"", " ", "\n", "\\n", "\\\\n", ","};
    return fences[choice % fences.size()];
}

void checkPlanted(
    const QByteArray &before, const QByteArray &key, const QByteArray &between, const QByteArray &after)
{
    const QByteArray text = before + between + key + between + after;
    require(!redactedText(text).contains(key));
    require(!redacted({.prompt = text, .answer = text}).answer.contains(key));
}

void checkInPieces(const QByteArray &key, std::uint8_t place)
{
    const qsizetype cut = 1 + place % (key.size() - 1);
    const QByteArray stream = "data: {\"content\":\"" + key.first(cut) + "\"}\n\ndata: {\"content\":\""
        + key.sliced(cut) + "\"}\n\n";
    const QByteArray kept = redacted({.prompt = {}, .answer = stream}).answer;
    require(!kept.contains(key.first(cut)) || cut < 5);
    require(!kept.contains(key.sliced(cut)) || key.size() - cut < 5);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 4) {
        return 0;
    }
    const QByteArray text(reinterpret_cast<const char *>(data + 4), qsizetype(size - 4));
    const qsizetype place = data[0] * text.size() / 255;
    const QByteArray &key = plantedKey(data[1]);
    checkPlanted(text.first(place), key, fence(data[2]), text.sliced(place));
    checkInPieces(key, data[3]);
    if (scanObject(text)) {
        require(scanObject(redactedText(text)).has_value());
        require(scanObject(redacted({.prompt = {}, .answer = text}).answer).has_value());
    }
    return 0;
}
