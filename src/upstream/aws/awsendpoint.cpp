// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/awsendpoint.h"

#include <algorithm>

namespace nexus::aws {

namespace {

QLatin1String domainOf(const QString &region)
{
    if (region.startsWith(QLatin1String("cn-"))) {
        return QLatin1String("amazonaws.com.cn");
    }
    return region.startsWith(QLatin1String("eusc-")) ? QLatin1String("amazonaws.eu")
                                                     : QLatin1String("amazonaws.com");
}

tl::unexpected<Error> unusable(const QString &message)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}});
}

} // namespace

bool isRegionName(QStringView region)
{
    const auto isPart
        = [](QChar c) { return c == u'-' || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    return !region.isEmpty() && std::ranges::all_of(region, isPart);
}

Result<QUrl> serviceUrl(const ServiceName &service, const QString &region, const Environment &environment)
{
    const QString variable = QLatin1String("AWS_ENDPOINT_URL_") + QLatin1String(service.variable);
    const QString chosen = environment.text(variable);
    if (!chosen.isEmpty()) {
        QUrl url(chosen, QUrl::StrictMode);
        const bool isHttp = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!isHttp || url.host().isEmpty() || url.hasQuery() || url.hasFragment()) {
            return unusable(QStringLiteral("%1 is not an http address.").arg(variable));
        }
        while (url.path().endsWith(u'/')) {
            url.setPath(url.path().chopped(1));
        }
        return url;
    }
    if (!isRegionName(region)) {
        return unusable(region.isEmpty()
                ? QStringLiteral("No AWS region is known. Set region, or AWS_REGION.")
                : QStringLiteral("'%1' is not an AWS region. Set region, for example us-east-1.")
                      .arg(region));
    }
    return QUrl(
        QStringLiteral("https://%1.%2.%3").arg(QLatin1String(service.host), region, domainOf(region)));
}

} // namespace nexus::aws
