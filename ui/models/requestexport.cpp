// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestexport.h"

#include "ledger/history/historyhar.h"
#include "ui/models/requestdossier.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace nexus {

namespace {

// What translators see these words under.
struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(RequestExport)
};

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

// The row as in exports of everything, and what is kept of it besides.
QByteArray jsonLine(const HistoryDetail &detail)
{
    Json json = historyJson(detail.row);
    Json calls = Json::array();
    for (const HistoryAttempt &attempt : detail.attempts) {
        Json call {{"provider", attempt.provider.toStdString()}, {"model", attempt.model.toStdString()},
            {"status", attempt.status}, {"first_byte_ms", nullptr},
            {"duration_ms", static_cast<double>(attempt.duration) / 1e3}, {"error", nullptr}};
        if (attempt.firstByte > 0) {
            call["first_byte_ms"] = static_cast<double>(attempt.firstByte) / 1e3;
        }
        if (!attempt.errorCode.isEmpty() || !attempt.errorText.isEmpty()) {
            call["error"]
                = {{"code", attempt.errorCode.toStdString()}, {"message", attempt.errorText.toStdString()}};
        }
        calls.push_back(std::move(call));
    }
    json["calls"] = std::move(calls);
    if (!detail.bodies.isEmpty()) {
        json["prompt"] = detail.bodies.prompt.toStdString();
        json["answer"] = detail.bodies.answer.toStdString();
        json["bodies_cut"] = detail.bodies.isAnswerCut;
    }
    return toText(json) + '\n';
}

QByteArray written(const HistoryDetail &detail, HistoryFormat format, bool isFirst)
{
    switch (format) {
    case HistoryFormat::JsonLines:
        return jsonLine(detail);
    case HistoryFormat::Csv:
        return historyCsv(detail.row);
    case HistoryFormat::Har:
        return (isFirst ? QByteArray() : QByteArrayLiteral(",\n")) + toText(harEntry(detail));
    }
    return {};
}

Error unwritten(const QString &reason)
{
    return {.kind = ErrorKind::Internal,
        .message = ExportWords::tr("The file could not be written: %1.").arg(reason),
        .detail = {}};
}

} // namespace

Result<qint64> exportLines(
    const HistoryReader &reader, const std::vector<RequestLine> &lines, HistoryFormat format, QIODevice &out)
{
    QByteArray text = beginning(format);
    qint64 count = 0;
    for (const RequestLine &line : lines) {
        const auto detail = findDetail(reader, line);
        if (!detail) {
            return failure(detail.error());
        }
        if (*detail) {
            text += written(**detail, format, count++ == 0);
        }
        if (out.write(text) != text.size()) {
            return failure(unwritten(out.errorString()));
        }
        text.clear();
    }
    text += format == HistoryFormat::Har ? harEnd() : QByteArray();
    return out.write(text) == text.size() ? Result<qint64>(count) : failure(unwritten(out.errorString()));
}

Result<qint64> exportTo(const QString &path, const HistoryReader &reader,
    const std::vector<RequestLine> &lines, const HistoryFilter &filter, HistoryFormat format)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return failure(unwritten(file.errorString()));
    }
    Result<qint64> count = lines.empty() ? exportHistory(reader, filter, format, file)
                                         : exportLines(reader, lines, format, file);
    if (count && !file.commit()) {
        return failure(unwritten(file.errorString()));
    }
    return count;
}

} // namespace nexus
