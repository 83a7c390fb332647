// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/batchcall.h"

#include <algorithm>

namespace nexus {

namespace {

bool isSuccess(const ResponseHead &head)
{
    return head.status >= 200 && head.status < 300;
}

} // namespace

BatchCall::BatchCall(std::size_t count, Starter starter)
    : m_starter(std::move(starter))
    , m_parts(count)
{
    while (m_started < std::min(count, maxAtOnce)) {
        startNext();
    }
}

BatchCall::~BatchCall() = default;

QByteArray BatchCall::read(qint64 max)
{
    QByteArray taken = m_answer.first(std::min<qint64>(max, m_answer.size()));
    m_answer.remove(0, taken.size());
    return taken;
}

void BatchCall::abort()
{
    m_isOver = true;
    dropCalls();
}

void BatchCall::startNext()
{
    const std::size_t index = m_started++;
    Part &part = m_parts[index];
    part.call = m_starter(index);
    UpstreamCall *const call = part.call.get();
    connect(call, &UpstreamCall::headArrived, this,
        [this, index](const ResponseHead &head) { m_parts[index].head = head; });
    connect(call, &UpstreamCall::bodyArrived, this, [this, index] {
        Part &read = m_parts[index];
        read.body += read.call->read(read.call->bytesAvailable());
    });
    connect(call, &UpstreamCall::ended, this,
        [this, index](const std::optional<Error> &error) { onPartEnded(index, error); });
}

void BatchCall::onPartEnded(std::size_t index, const std::optional<Error> &error)
{
    if (m_isOver) {
        return;
    }
    Part &part = m_parts[index];
    ++m_done;
    if (error) {
        m_isOver = true;
        dropCalls();
        Q_EMIT ended(error);
        return;
    }
    part.body += part.call->read(part.call->bytesAvailable());
    if (!isSuccess(part.head)) {
        finish(part.head, part.body);
        return;
    }
    if (m_done == m_parts.size()) {
        QByteArrayList bodies;
        std::ranges::transform(m_parts, std::back_inserter(bodies), &Part::body);
        finish(m_parts.front().head, '[' + bodies.join(',') + ']');
        return;
    }
    if (m_started < m_parts.size()) {
        startNext();
    }
}

void BatchCall::finish(const ResponseHead &head, const QByteArray &body)
{
    m_isOver = true;
    dropCalls();
    m_answer = body;
    Q_EMIT headArrived(head);
    Q_EMIT bodyArrived();
    Q_EMIT ended(std::nullopt);
}

// They die with this object: one of them may be telling of its end just now.
void BatchCall::dropCalls()
{
    for (const Part &part : m_parts) {
        if (part.call) {
            part.call->disconnect(this);
            part.call->abort();
        }
    }
}

} // namespace nexus
