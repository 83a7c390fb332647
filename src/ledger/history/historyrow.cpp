// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyrow.h"

#include <QDateTime>

namespace nexus {

namespace {

constexpr qint64 julianDayOf1970 = 2'440'588;

} // namespace

// Not cacheWord(): the history tells a shared answer from a kept one.
const char *historyWord(CacheUse use)
{
    switch (use) {
    case CacheUse::Off:
        return "off";
    case CacheUse::Bypass:
        return "bypass";
    case CacheUse::Miss:
        return "miss";
    case CacheUse::Hit:
        return "hit";
    case CacheUse::Shared:
        return "shared";
    }
    return "";
}

const char *historyWord(const std::optional<Operation> &operation)
{
    if (!operation) {
        return "";
    }
    switch (*operation) {
    case Operation::Chat:
        return "chat";
    case Operation::Completions:
        return "completions";
    case Operation::Embeddings:
        return "embeddings";
    case Operation::CountTokens:
        return "count_tokens";
    }
    return "";
}

const char *historyWord(Dialect dialect)
{
    switch (dialect) {
    case Dialect::OpenAi:
        return "openai";
    case Dialect::Anthropic:
        return "anthropic";
    }
    return "";
}

const char *historyWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidRequest:
        return "invalid_request";
    case ErrorKind::Unauthenticated:
        return "unauthenticated";
    case ErrorKind::Forbidden:
        return "forbidden";
    case ErrorKind::ModelNotFound:
        return "model_not_found";
    case ErrorKind::PathNotFound:
        return "path_not_found";
    case ErrorKind::MethodNotAllowed:
        return "method_not_allowed";
    case ErrorKind::ClientTimeout:
        return "client_timeout";
    case ErrorKind::BodyTooLarge:
        return "body_too_large";
    case ErrorKind::HeaderTooLarge:
        return "header_too_large";
    case ErrorKind::UnsupportedMediaType:
        return "unsupported_media_type";
    case ErrorKind::RateLimited:
        return "rate_limited";
    case ErrorKind::QuotaExceeded:
        return "quota_exceeded";
    case ErrorKind::UpstreamRefused:
        return "upstream_refused";
    case ErrorKind::UpstreamFailed:
        return "upstream_failed";
    case ErrorKind::UpstreamOverloaded:
        return "upstream_overloaded";
    case ErrorKind::UpstreamUnreachable:
        return "upstream_unreachable";
    case ErrorKind::UpstreamInvalid:
        return "upstream_invalid";
    case ErrorKind::UpstreamTimeout:
        return "upstream_timeout";
    case ErrorKind::Unavailable:
        return "unavailable";
    case ErrorKind::Internal:
        return "internal";
    }
    return "";
}

bool isErrorRecord(const RequestRecord &record)
{
    return record.status >= 400 || record.outcome == Outcome::Failed;
}

qint64 historyTime(const RequestRecord &record)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(record.time.time_since_epoch()).count();
}

qint64 timeAhead(qint64 time, const QTimeZone &zone)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc())) * 1000LL;
}

qint64 historyHour(qint64 time, const QTimeZone &zone)
{
    const qint64 local = time + timeAhead(time, zone);
    return local >= 0 ? local / hourTime : -1;
}

qint64 historyDay(qint64 time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).date().toJulianDay() - julianDayOf1970;
}

qint64 beginOfDay(qint64 day, const QTimeZone &zone)
{
    return QDate::fromJulianDay(day + julianDayOf1970).startOfDay(zone).toMSecsSinceEpoch();
}

QString historyErrorText(const Error &error)
{
    return error.detail.isEmpty() ? error.message : error.message + QStringLiteral(" | ") + error.detail;
}

bool isCharged(const HistoryRow &row)
{
    return row.attempts > 0 && row.cache != QLatin1String("hit") && row.cache != QLatin1String("shared")
        && row.operation != QLatin1String("count_tokens") && (row.usage || !row.isError);
}

bool isCharged(const RequestRecord &record)
{
    const bool isFromMemory = record.cache == CacheUse::Hit || record.cache == CacheUse::Shared;
    return !record.attempts.empty() && !isFromMemory && record.operation != Operation::CountTokens
        && (record.usage || !isErrorRecord(record));
}

} // namespace nexus
