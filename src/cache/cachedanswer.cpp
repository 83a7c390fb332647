// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/cachedanswer.h"

namespace nexus {

namespace {

// The structs themselves, the key, and the nodes of the list and the table that hold them.
constexpr qint64 answerOverhead = 512;

} // namespace

qint64 CachedAnswer::cost() const
{
    qint64 bytes = answerOverhead + head.provider.size() * 2 + head.model.size();
    for (const auto &[name, value] : head.headers) {
        bytes += name.size() + value.size() + 2 * pieceOverhead;
    }
    for (const QByteArray &piece : pieces) {
        bytes += piece.size() + pieceOverhead;
    }
    return bytes;
}

} // namespace nexus
