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

QByteArray written(const HistoryDetail &detail, HistoryFormat format, bool isFirst)
{
    switch (format) {
    case HistoryFormat::JsonLines:
        return toText(historyJson(detail.row)) + '\n';
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
