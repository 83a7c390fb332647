// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/retrypolicy.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace nexus {

namespace {

using std::chrono::milliseconds;

// A year; what is longer is as good as never.
constexpr double longestMs = 366.0 * 24 * 3600 * 1000;

bool isRetryableStatus(int status)
{
    constexpr std::array statuses {408, 409, 425, 429, 500, 502, 503, 504, 529};
    return std::ranges::find(statuses, status) != statuses.end();
}

bool isRefusalOfTarget(int status)
{
    constexpr std::array statuses {401, 402, 403, 404, 410};
    return std::ranges::find(statuses, status) != statuses.end();
}

// Digits with or without a fraction, times \a factor.
std::optional<milliseconds> numberOf(const QByteArray &text, double factor)
{
    const bool isPlain = !text.isEmpty()
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    bool isNumber = false;
    const double number = isPlain ? text.toDouble(&isNumber) : 0;
    if (!isNumber) {
        return std::nullopt;
    }
    return milliseconds(static_cast<qint64>(std::ceil(std::min(number * factor, longestMs))));
}

// Two digits stand for the year that is at most fifty years ahead, or else for the last one of them (RFC 9110
// section 5.6.7).
QDate inRightCentury(QDate date, QDate today)
{
    constexpr int farthest = 50;
    const int latest = today.year() + farthest;
    const int back = (latest - date.year() % 100) % 100;
    return {latest - back, date.month(), date.day()};
}

// The preferred form and the two old ones (RFC 9110 section 5.6.7). The day of the week is not compared.
std::optional<QDateTime> httpDateOf(const QByteArray &text, QDate today)
{
    const QStringList parts = QString::fromLatin1(text).simplified().split(u' ').mid(1);
    const QLocale english = QLocale::c();
    const bool isUtc = !parts.isEmpty() && parts.last() == QLatin1String("GMT");
    QDate date;
    QString time;
    if (parts.size() == 5 && isUtc) {
        date = english.toDate(parts.first(3).join(u' '), QStringLiteral("dd MMM yyyy"));
        time = parts[3];
    } else if (parts.size() == 3 && isUtc) {
        date = inRightCentury(english.toDate(parts[0], QStringLiteral("dd-MMM-yy")), today);
        time = parts[1];
    } else if (parts.size() == 4) {
        const QStringList day {parts[0], parts[1], parts[3]};
        date = english.toDate(day.join(u' '), QStringLiteral("MMM d yyyy"));
        time = parts[2];
    }
    const QTime clock = QTime::fromString(time, QStringLiteral("hh:mm:ss"));
    if (!date.isValid() || !clock.isValid()) {
        return std::nullopt;
    }
    return QDateTime(date, clock, QTimeZone::utc());
}

} // namespace

bool isRetryable(const Error &error, bool hasHead)
{
    switch (error.kind) {
    case ErrorKind::UpstreamUnreachable:
        return true;
    case ErrorKind::UpstreamInvalid:
        return !hasHead;
    case ErrorKind::UpstreamRefused:
    case ErrorKind::UpstreamTimeout:
        return isRetryableStatus(error.upstreamStatus);
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamOverloaded:
        return error.upstreamStatus == 0 || isRetryableStatus(error.upstreamStatus);
    case ErrorKind::InvalidRequest:
    case ErrorKind::Unauthenticated:
    case ErrorKind::Forbidden:
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        return false;
    }
    return false;
}

bool mayFallBack(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthenticated: // this gateway has no key for the provider
    case ErrorKind::UpstreamUnreachable:
    case ErrorKind::UpstreamInvalid:
    case ErrorKind::UpstreamTimeout:
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamOverloaded:
        return true;
    case ErrorKind::UpstreamRefused:
        return isRefusalOfTarget(error.upstreamStatus) || isRetryableStatus(error.upstreamStatus);
    case ErrorKind::InvalidRequest:
    case ErrorKind::Forbidden:
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        return false;
    }
    return false;
}

CircuitOutcome circuitOutcomeOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::UpstreamUnreachable:
    case ErrorKind::UpstreamInvalid:
    case ErrorKind::UpstreamTimeout:
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamOverloaded:
        return CircuitOutcome::Failure;
    case ErrorKind::UpstreamRefused:
        return CircuitOutcome::Success;
    case ErrorKind::InvalidRequest:
    case ErrorKind::Unauthenticated:
    case ErrorKind::Forbidden:
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        return CircuitOutcome::Neutral;
    }
    return CircuitOutcome::Neutral;
}

KeyOutcome keyOutcomeOf(const Error &error)
{
    if (error.kind != ErrorKind::UpstreamRefused) {
        return KeyOutcome::Ok;
    }
    if (error.upstreamStatus == 429) {
        return KeyOutcome::Limited;
    }
    const QByteArray word = (error.type + ' ' + error.code).toLower();
    const bool isAboutKey
        = word.contains("authentication") || word.contains("api_key") || word.contains("apikey");
    const bool isRefused = error.upstreamStatus == 401 || (error.upstreamStatus == 403 && isAboutKey);
    return isRefused ? KeyOutcome::Refused : KeyOutcome::Ok;
}

milliseconds backoff(int attempt, const Retries &retries, const RandomSource &random)
{
    // Beyond this many doublings every base has reached any limit that can be configured.
    constexpr int mostDoublings = 40;
    const double doubled = std::ldexp(
        static_cast<double>(retries.baseDelay.count()), std::clamp(attempt - 1, 0, mostDoublings));
    const double ceiling = std::min(doubled, static_cast<double>(retries.maxDelay.count()));
    return milliseconds(static_cast<qint64>(std::llround(ceiling * random())));
}

std::optional<milliseconds> pauseBefore(
    int attempt, const Retries &retries, std::optional<milliseconds> retryAfter, const RandomSource &random)
{
    if (retryAfter && *retryAfter > retries.maxDelay) {
        return std::nullopt;
    }
    return std::max(backoff(attempt, retries, random), retryAfter.value_or(milliseconds(0)));
}

std::optional<milliseconds> retryAfterOf(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    if (const auto seconds = numberOf(text, 1'000)) {
        return seconds;
    }
    const std::optional<QDateTime> date = httpDateOf(text, now.toUTC().date());
    if (!date) {
        return std::nullopt;
    }
    return milliseconds(std::max<qint64>(now.msecsTo(*date), 0));
}

} // namespace nexus
