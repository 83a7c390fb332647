// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/eventlog.h"

namespace nexus {

namespace {

QString errorText(const std::optional<Error> &error)
{
    if (!error) {
        return {};
    }
    return error->detail.isEmpty() ? error->message : error->message + QStringLiteral(" | ") + error->detail;
}

// The identity where one is asked for, else the name that the client gave itself.
QByteArray clientName(const Principal &who)
{
    return who.clientId.isEmpty() ? who.label : who.clientId;
}

QString milliseconds(std::chrono::microseconds time)
{
    return QString::number(static_cast<double>(time.count()) / 1000.0, 'f', 2);
}

// Empty, so that it is left out, when the provider did not count.
QString tokens(const std::optional<TokenUsage> &usage, qint64 TokenUsage::*count)
{
    return usage ? QString::number((*usage).*count) : QString();
}

} // namespace

EventLog::EventLog(Logger log)
    : m_log(std::move(log))
{ }

void EventLog::record(const RequestRecord &record)
{
    const LogLevel level = record.outcome == Outcome::Failed ? LogLevel::Warn : LogLevel::Debug;
    if (!m_log.isEnabled(level)) {
        return;
    }
    int number = 0;
    for (const AttemptRecord &attempt : record.attempts) {
        m_log.event(level, "attempt",
            {{"id", record.requestId}, {"number", ++number}, {"provider", attempt.provider},
                {"model", attempt.model}, {"status", attempt.status},
                {"first_byte_ms", milliseconds(attempt.firstByte)},
                {"duration_ms", milliseconds(attempt.duration)}, {"error", errorText(attempt.error)}});
    }
    m_log.event(level, "request",
        {{"id", record.requestId}, {"method", record.method}, {"path", record.path},
            {"client", clientName(record.who)}, {"model", record.askedModel}, {"provider", record.provider},
            {"upstream_model", record.upstreamModel}, {"stream", record.isStream}, {"status", record.status},
            {"outcome", outcomeWord(record.outcome)}, {"cache", cacheWord(record.cache)},
            {"attempts", static_cast<qint64>(record.attempts.size())},
            {"tokens_in", tokens(record.usage, &TokenUsage::input)},
            {"tokens_out", tokens(record.usage, &TokenUsage::output)}, {"dropped", record.dropped},
            {"first_byte_ms", milliseconds(record.firstByte)}, {"duration_ms", milliseconds(record.duration)},
            {"bytes_in", record.bytesIn}, {"bytes_out", record.bytesOut},
            {"error", errorText(record.error)}});
}

} // namespace nexus
