// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyrow.h"

#include <QDateTime>

namespace nexus {

namespace {

constexpr qint64 julianDayOf1970 = 2'440'588;

// Not cacheWord(): the history tells a shared answer from a kept one.
QString useWord(CacheUse use)
{
    switch (use) {
    case CacheUse::Off:
        return QStringLiteral("off");
    case CacheUse::Bypass:
        return QStringLiteral("bypass");
    case CacheUse::Miss:
        return QStringLiteral("miss");
    case CacheUse::Hit:
        return QStringLiteral("hit");
    case CacheUse::Shared:
        return QStringLiteral("shared");
    }
    return {};
}

QString operationWord(const std::optional<Operation> &operation)
{
    if (!operation) {
        return QStringLiteral("");
    }
    switch (*operation) {
    case Operation::Chat:
        return QStringLiteral("chat");
    case Operation::Completions:
        return QStringLiteral("completions");
    case Operation::Embeddings:
        return QStringLiteral("embeddings");
    case Operation::CountTokens:
        return QStringLiteral("count_tokens");
    }
    return {};
}

QString dialectWord(Dialect dialect)
{
    switch (dialect) {
    case Dialect::OpenAi:
        return QStringLiteral("openai");
    case Dialect::Anthropic:
        return QStringLiteral("anthropic");
    }
    return {};
}

QString kindWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidRequest:
        return QStringLiteral("invalid_request");
    case ErrorKind::Unauthenticated:
        return QStringLiteral("unauthenticated");
    case ErrorKind::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorKind::ModelNotFound:
        return QStringLiteral("model_not_found");
    case ErrorKind::PathNotFound:
        return QStringLiteral("path_not_found");
    case ErrorKind::MethodNotAllowed:
        return QStringLiteral("method_not_allowed");
    case ErrorKind::ClientTimeout:
        return QStringLiteral("client_timeout");
    case ErrorKind::BodyTooLarge:
        return QStringLiteral("body_too_large");
    case ErrorKind::HeaderTooLarge:
        return QStringLiteral("header_too_large");
    case ErrorKind::UnsupportedMediaType:
        return QStringLiteral("unsupported_media_type");
    case ErrorKind::RateLimited:
        return QStringLiteral("rate_limited");
    case ErrorKind::QuotaExceeded:
        return QStringLiteral("quota_exceeded");
    case ErrorKind::UpstreamRefused:
        return QStringLiteral("upstream_refused");
    case ErrorKind::UpstreamFailed:
        return QStringLiteral("upstream_failed");
    case ErrorKind::UpstreamOverloaded:
        return QStringLiteral("upstream_overloaded");
    case ErrorKind::UpstreamUnreachable:
        return QStringLiteral("upstream_unreachable");
    case ErrorKind::UpstreamInvalid:
        return QStringLiteral("upstream_invalid");
    case ErrorKind::UpstreamTimeout:
        return QStringLiteral("upstream_timeout");
    case ErrorKind::Unavailable:
        return QStringLiteral("unavailable");
    case ErrorKind::Internal:
        return QStringLiteral("internal");
    }
    return {};
}

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

QString errorText(const Error &error)
{
    return error.detail.isEmpty() ? error.message : error.message + QStringLiteral(" | ") + error.detail;
}

void describeClient(const RequestRecord &record, HistoryRow &row)
{
    row.client = text(record.who.clientId.isEmpty() ? record.who.label : record.who.clientId);
    row.group = text(record.who.group);
    row.subject = text(record.who.subject);
    row.address = record.who.address.toString();
    const std::optional<ClientProgram> program = record.program ? record.program->program() : std::nullopt;
    if (!program) {
        return;
    }
    row.programName = program->name;
    row.programPath = program->path;
    row.programPid = program->pid;
    if (row.client.isEmpty()) {
        row.client = program->name;
    }
}

} // namespace

bool isErrorRecord(const RequestRecord &record)
{
    return record.status >= 400 || record.outcome == Outcome::Failed;
}

qint64 historyDay(qint64 time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).date().toJulianDay() - julianDayOf1970;
}

qint64 beginOfDay(qint64 day, const QTimeZone &zone)
{
    return QDate::fromJulianDay(day + julianDayOf1970).startOfDay(zone).toMSecsSinceEpoch();
}

HistoryRow historyRow(const RequestRecord &record, const QTimeZone &zone)
{
    using std::chrono::milliseconds;
    HistoryRow row;
    row.time = std::chrono::duration_cast<milliseconds>(record.time.time_since_epoch()).count();
    row.day = historyDay(row.time, zone);
    row.requestId = text(record.requestId);
    row.method = text(record.method);
    row.path = text(record.path);
    row.dialect = dialectWord(record.dialect);
    row.operation = operationWord(record.operation);
    describeClient(record, row);
    row.cache = useWord(record.cache);
    row.alias = record.alias;
    row.askedModel = text(record.askedModel);
    row.provider = record.provider;
    row.model = text(record.upstreamModel);
    row.isStream = record.isStream;
    row.outcome = QLatin1String(outcomeWord(record.outcome));
    row.status = record.status;
    row.isError = isErrorRecord(record);
    row.attempts = static_cast<int>(record.attempts.size());
    row.usage = record.usage;
    row.isUsageEstimated = record.isUsageEstimated;
    row.keptCost = record.microDollars;
    row.priceVersion = text(record.priceVersion);
    row.dropped = text(record.dropped);
    row.firstByte = record.firstByte.count();
    row.duration = record.duration.count();
    row.bytesIn = record.bytesIn;
    row.bytesOut = record.bytesOut;
    if (record.error) {
        row.errorKind = kindWord(record.error->kind);
        row.errorCode = text(errorCode(*record.error));
        row.errorText = errorText(*record.error);
    }
    return row;
}

HistoryAttempt historyAttempt(const AttemptRecord &attempt)
{
    HistoryAttempt kept {.provider = attempt.provider,
        .model = text(attempt.model),
        .status = attempt.status,
        .firstByte = attempt.firstByte.count(),
        .duration = attempt.duration.count(),
        .errorCode = {},
        .errorText = {}};
    if (attempt.error) {
        kept.errorCode = text(errorCode(*attempt.error));
        kept.errorText = errorText(*attempt.error);
    }
    return kept;
}

bool isCharged(const HistoryRow &row)
{
    return row.attempts > 0 && row.cache != QLatin1String("hit") && row.cache != QLatin1String("shared")
        && row.operation != QLatin1String("count_tokens") && (row.usage || !row.isError);
}

} // namespace nexus
