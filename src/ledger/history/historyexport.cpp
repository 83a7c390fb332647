// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyexport.h"

#include "ledger/history/historyhar.h"

#include <QDateTime>
#include <QIODevice>

#include <algorithm>

namespace nexus {

namespace {

constexpr int portion = 500; // rows that are in memory at one time

std::string standard(const QString &text)
{
    return text.toStdString();
}

Json tokensJson(const HistoryRow &row)
{
    if (!row.usage) {
        return nullptr;
    }
    return Json {{"input", row.usage->input}, {"cache_read", row.usage->cacheRead},
        {"cache_write", row.usage->cacheWrite}, {"output", row.usage->output},
        {"reasoning", row.usage->reasoning}};
}

QStringList csvNames()
{
    return QStringLiteral(
        "id,time,request_id,client,method,path,dialect,operation,alias,asked_model,provider,"
        "model,stream,status,outcome,attempts,cache,input_tokens,cache_read_tokens,"
        "cache_write_tokens,output_tokens,reasoning_tokens,cost_usd,first_byte_ms,duration_ms,"
        "bytes_in,bytes_out,error_kind,error_code,error,program,tokens_estimated")
        .split(u',');
}

QString tokens(const HistoryRow &row, qint64 TokenUsage::*field)
{
    return row.usage ? QString::number((*row.usage).*field) : QString();
}

QString dollars(const std::optional<qint64> &micros)
{
    return micros ? QString::number(static_cast<double>(*micros) / 1e6, 'f', 6) : QString();
}

QString milliseconds(qint64 micros)
{
    return QString::number(static_cast<double>(micros) / 1e3, 'f', 3);
}

QString yesNo(bool is)
{
    return is ? QStringLiteral("true") : QStringLiteral("false");
}

QStringList csvFields(const HistoryRow &row)
{
    return {QString::number(row.id), historyTime(row.time), row.requestId, row.client, row.method, row.path,
        row.dialect, row.operation, row.alias, row.askedModel, row.provider, row.model, yesNo(row.isStream),
        QString::number(row.status), row.outcome, QString::number(row.attempts), row.cache,
        tokens(row, &TokenUsage::input), tokens(row, &TokenUsage::cacheRead),
        tokens(row, &TokenUsage::cacheWrite), tokens(row, &TokenUsage::output),
        tokens(row, &TokenUsage::reasoning), dollars(row.microDollars), milliseconds(row.firstByte),
        milliseconds(row.duration), QString::number(row.bytesIn), QString::number(row.bytesOut),
        row.errorKind, row.errorCode, row.errorText, row.programName, yesNo(row.isUsageEstimated)};
}

QByteArray csvField(QString field)
{
    // A name comes from a client, and the file is opened by somebody else.
    const bool isFormula = !field.isEmpty() && QStringLiteral("=+-@\t\r").contains(field.at(0));
    if (isFormula) {
        field.prepend(u'\'');
    }
    const bool isPlain = std::ranges::none_of(
        field, [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; });
    if (isPlain) {
        return field.toUtf8();
    }
    return '"' + field.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

// What stands before, for and after the rows.
Result<QByteArray> writtenRow(
    const HistoryReader &reader, const HistoryRow &row, HistoryFormat format, bool isFirst)
{
    switch (format) {
    case HistoryFormat::JsonLines:
        return toText(historyJson(row)) + '\n';
    case HistoryFormat::Csv:
        return historyCsv(row);
    case HistoryFormat::Har:
        break;
    }
    const auto detail = reader.detail(row.id);
    if (!detail) {
        return failure(detail.error());
    }
    // Pruned since the page was read.
    const HistoryDetail kept = detail->value_or(HistoryDetail {.row = row, .attempts = {}, .bodies = {}});
    return (isFirst ? QByteArray() : QByteArrayLiteral(",\n")) + toText(harEntry(kept));
}

QByteArray beginning(HistoryFormat format)
{
    switch (format) {
    case HistoryFormat::JsonLines:
        return {};
    case HistoryFormat::Csv:
        return historyCsvHead();
    case HistoryFormat::Har:
        return harBeginning();
    }
    return {};
}

Result<void> put(QIODevice &out, const QByteArray &bytes)
{
    if (out.write(bytes) == bytes.size()) {
        return {};
    }
    return failure({.kind = ErrorKind::Internal,
        .message = QStringLiteral("The export could not be written: %1.").arg(out.errorString()),
        .detail = {}});
}

} // namespace

Json historyJson(const HistoryRow &row)
{
    Json json {{"id", row.id}, {"time", standard(historyTime(row.time))},
        {"request_id", standard(row.requestId)}, {"client", standard(row.client)},
        {"group", standard(row.group)}, {"address", standard(row.address)}, {"method", standard(row.method)},
        {"path", standard(row.path)}, {"dialect", standard(row.dialect)},
        {"operation", standard(row.operation)}, {"alias", standard(row.alias)},
        {"asked_model", standard(row.askedModel)}, {"provider", standard(row.provider)},
        {"model", standard(row.model)}, {"stream", row.isStream}, {"status", row.status},
        {"outcome", standard(row.outcome)}, {"attempts", row.attempts}, {"cache", standard(row.cache)},
        {"tokens", tokensJson(row)}, {"tokens_estimated", row.isUsageEstimated}, {"cost_micro_usd", nullptr},
        {"first_byte_ms", nullptr}, {"duration_ms", static_cast<double>(row.duration) / 1e3},
        {"bytes_in", row.bytesIn}, {"bytes_out", row.bytesOut}, {"dropped", standard(row.dropped)},
        {"program", nullptr}, {"error", nullptr}};
    if (!row.programName.isEmpty()) {
        json["program"] = {{"name", standard(row.programName)}, {"path", standard(row.programPath)},
            {"pid", row.programPid}};
    }
    if (row.microDollars) {
        json["cost_micro_usd"] = *row.microDollars;
    }
    if (row.firstByte > 0) {
        json["first_byte_ms"] = static_cast<double>(row.firstByte) / 1e3;
    }
    if (!row.errorCode.isEmpty() || !row.errorText.isEmpty()) {
        json["error"] = {{"kind", standard(row.errorKind)}, {"code", standard(row.errorCode)},
            {"message", standard(row.errorText)}};
    }
    return json;
}

QByteArray historyCsvHead()
{
    return csvLine(csvNames());
}

QByteArray historyCsv(const HistoryRow &row)
{
    return csvLine(csvFields(row));
}

QByteArray csvLine(const QStringList &fields)
{
    QByteArrayList parts;
    for (const QString &field : fields) {
        parts.append(csvField(field));
    }
    return parts.join(',') + "\r\n";
}

Result<qint64> exportHistory(
    const HistoryReader &reader, const HistoryFilter &filter, HistoryFormat format, QIODevice &out)
{
    Result<void> done = put(out, beginning(format));
    qint64 count = 0;
    qint64 before = 0;
    do {
        const Result<HistoryPage> page = reader.page(filter, before, portion);
        if (!page) {
            return failure(page.error());
        }
        for (const HistoryRow &row : page->rows) {
            const Result<QByteArray> text = writtenRow(reader, row, format, count == 0);
            if (!text) {
                return failure(text.error());
            }
            done = done ? put(out, *text) : done;
            ++count;
        }
        before = page->next;
    } while (done && before != 0);
    if (done && format == HistoryFormat::Har) {
        done = put(out, harEnd());
    }
    if (!done) {
        return failure(done.error());
    }
    return count;
}

} // namespace nexus
