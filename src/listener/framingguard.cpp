// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/framingguard.h"

#include <algorithm>

namespace nexus {

FramingGuard::FramingGuard(qsizetype maxHeaderSize, qint64 maxBodySize)
    : m_maxHeaderSize(maxHeaderSize)
    , m_maxBodySize(maxBodySize)
    , m_headReader(maxHeaderSize)
{ }

void FramingGuard::reset()
{
    m_part = Part::Head;
    m_headReader = HeadReader(m_maxHeaderSize);
    m_chunkReader = ChunkReader();
    m_body.clear();
}

FramingGuard::Step FramingGuard::feed(QByteArrayView bytes)
{
    switch (m_part) {
    case Part::Head:
        return feedHead(bytes);
    case Part::Body:
        return feedBody(bytes);
    case Part::Complete:
        return {Event::Complete, 0};
    case Part::Refused:
        return {Event::Refused, 0};
    }
    return {Event::Refused, 0};
}

FramingGuard::Step FramingGuard::feedHead(QByteArrayView bytes)
{
    const ReadProgress progress = m_headReader.feed(bytes);
    if (progress.step == ReadStep::NeedMore) {
        return {Event::NeedMore, progress.consumed};
    }
    if (progress.step == ReadStep::Refused) {
        return refused(m_headReader.refusal(), progress.consumed);
    }
    if (head().contentLength.value_or(0) > m_maxBodySize) {
        return refused({413, "body_too_large", "The request body is too large."}, progress.consumed);
    }
    m_part = head().hasBody() ? Part::Body : Part::Complete;
    return {Event::HeadComplete, progress.consumed};
}

FramingGuard::Step FramingGuard::feedBody(QByteArrayView bytes)
{
    if (!head().isChunked) {
        return feedCounted(bytes);
    }
    const ReadProgress progress = m_chunkReader.feed(bytes, m_body, m_maxBodySize);
    switch (progress.step) {
    case ReadStep::NeedMore:
        return {Event::NeedMore, progress.consumed};
    case ReadStep::Refused:
        return refused(m_chunkReader.refusal(), progress.consumed);
    case ReadStep::Complete:
        break;
    }
    m_part = Part::Complete;
    return {Event::Complete, progress.consumed};
}

FramingGuard::Step FramingGuard::feedCounted(QByteArrayView bytes)
{
    // What a client announces costs nothing until a part of it has come.
    constexpr qsizetype firstReserve = 64 * 1024;
    const auto length = static_cast<qsizetype>(*head().contentLength);
    const qsizetype taken = std::min(bytes.size(), length - m_body.size());
    const qsizetype needed = m_body.size() + taken;
    if (needed > m_body.capacity()) {
        m_body.reserve(needed <= firstReserve ? std::min(length, firstReserve) : length);
    }
    m_body.append(bytes.first(taken));
    if (m_body.size() < length) {
        return {Event::NeedMore, taken};
    }
    m_part = Part::Complete;
    return {Event::Complete, taken};
}

FramingGuard::Step FramingGuard::refused(const Refusal &refusal, qsizetype consumed)
{
    m_part = Part::Refused;
    m_refusal = refusal;
    m_body.clear();
    return {Event::Refused, consumed};
}

} // namespace nexus
