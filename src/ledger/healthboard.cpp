// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/healthboard.h"

namespace nexus {

namespace {

// A refusal such as 400 or 404 says something about the request; only these say something about the provider.
bool isProviderFault(const Error &error)
{
    if (error.kind != ErrorKind::UpstreamRefused) {
        return true;
    }
    return error.upstreamStatus == 401 || error.upstreamStatus == 403 || error.upstreamStatus == 408
        || error.upstreamStatus == 429;
}

} // namespace

void HealthBoard::record(const RequestRecord &record)
{
    if (record.attempts.empty()) {
        return;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QMutexLocker lock(&m_mutex);
    for (const AttemptRecord &attempt : record.attempts) {
        ProviderHealth &health = m_health[attempt.provider];
        ++health.attempts;
        if (attempt.error && isProviderFault(*attempt.error)) {
            ++health.failures;
            health.lastFailure = now;
            health.lastError = attempt.error->message;
            health.lastErrorCode = errorCode(*attempt.error);
        } else if (attempt.status != 0) {
            health.lastSuccess = now;
        }
    }
}

ProviderHealth HealthBoard::health(const QString &provider) const
{
    const QMutexLocker lock(&m_mutex);
    return m_health.value(provider);
}

} // namespace nexus
