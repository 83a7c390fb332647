// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/tapsink.h"

#include <algorithm>

namespace nexus {

namespace {

bool isEventStream(const ResponseHead &head)
{
    return head.headers.value("Content-Type").startsWith("text/event-stream");
}

} // namespace

TapSink::TapSink(ResponseSink &client, const Options &options)
    : m_client(&client)
    , m_options(options)
{
    connect(&client, &ResponseSink::drained, this, &ResponseSink::drained);
    connect(&client, &ResponseSink::clientGone, this, &ResponseSink::clientGone);
}

AnswerEstimate TapSink::streamEstimate() const
{
    return m_options.tokens ? m_options.tokens->estimate() : AnswerEstimate();
}

void TapSink::addHeaders(const HeaderList &headers)
{
    if (m_client) {
        m_client->addHeaders(headers);
    }
}

void TapSink::send(const ResponseHead &head, const QByteArray &body)
{
    m_status = head.status;
    m_hasAnswer = head.status >= 200 && head.status < 300;
    if (m_hasAnswer && m_options.tokens) {
        m_whole = body;
    }
    keepHead(head);
    keep(body);
    noteBytes(body.size());
    if (m_client) {
        m_client->send(head, body);
    }
}

void TapSink::begin(const ResponseHead &head)
{
    m_status = head.status;
    keepHead(head);
    m_isTimed = m_options.kept > 0 && isEventStream(head);
    if (m_ticket != nullptr) {
        m_ticket->counters().status.store(m_status, std::memory_order_relaxed);
    }
    if (m_options.streams != nullptr && isEventStream(head)) {
        m_stream = m_options.streams->take();
    }
    if (m_client) {
        m_client->begin(head);
    }
}

void TapSink::write(const QByteArray &bytes)
{
    m_hasAnswer = true;
    if (m_options.tokens) {
        m_options.tokens->feed(bytes);
    }
    keep(bytes);
    keepTime(bytes);
    noteBytes(bytes.size());
    if (m_client) {
        m_client->write(bytes);
    }
}

void TapSink::writeComment(const QByteArray &bytes)
{
    if (m_client) {
        m_client->writeComment(bytes);
    }
}

void TapSink::finish()
{
    m_stream = {};
    if (m_client) {
        m_client->finish();
    }
}

void TapSink::finishFailed(const QByteArray &lastWords)
{
    keep(lastWords);
    keepTime(lastWords);
    m_stream = {};
    if (m_client) {
        m_client->finishFailed(lastWords);
    }
}

void TapSink::cut()
{
    m_stream = {};
    if (m_client) {
        m_client->cut();
    }
}

void TapSink::noteBytes(qint64 size)
{
    m_bytes += size;
    if (m_ticket == nullptr) {
        return;
    }
    LiveCounters &counters = m_ticket->counters();
    if (m_bytes == size) {
        const auto taken = std::chrono::steady_clock::now() - m_options.received;
        counters.firstByte
            = std::max<qint64>(1, std::chrono::duration_cast<std::chrono::microseconds>(taken).count());
        counters.status.store(m_status, std::memory_order_relaxed);
    }
    counters.bytesOut.store(m_bytes, std::memory_order_relaxed);
    if (m_options.tokens) {
        counters.outputTokens.store(m_options.tokens->estimate().output, std::memory_order_relaxed);
    }
}

// With what was added before the tap was there.
void TapSink::keepHead(const ResponseHead &head)
{
    if (m_options.kept <= 0) {
        return;
    }
    m_headers = head.headers;
    if (m_client) {
        for (const auto &[name, value] : m_client->extraHeaders()) {
            m_headers.add(name, value);
        }
    }
}

void TapSink::keepTime(const QByteArray &bytes)
{
    if (m_isTimed) {
        m_clock.feed(bytes,
            std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::steady_clock::now() - m_options.received));
    }
}

void TapSink::keep(const QByteArray &bytes)
{
    if (m_options.kept <= 0) {
        return;
    }
    const qint64 room = m_options.kept - m_kept.size();
    m_isKeptCut = m_isKeptCut || bytes.size() > room;
    if (m_kept.isEmpty() && bytes.size() <= room) {
        m_kept = bytes; // shared, not copied
        return;
    }
    m_kept.append(bytes.constData(), std::min<qint64>(bytes.size(), room));
}

} // namespace nexus
