// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/usagerefusals.h"

#include <QMutexLocker>

namespace nexus {

bool UsageRefusals::contains(const QString &baseUrl) const
{
    const QMutexLocker lock(&m_mutex);
    return m_baseUrls.contains(baseUrl);
}

void UsageRefusals::add(const QString &baseUrl)
{
    const QMutexLocker lock(&m_mutex);
    m_baseUrls.insert(baseUrl);
}

bool UsageRefusals::isRefusal(int status, const QByteArray &body)
{
    constexpr int badRequest = 400;
    constexpr int unprocessable = 422;
    return (status == badRequest || status == unprocessable)
        && (body.contains("stream_options") || body.contains("include_usage"));
}

} // namespace nexus
