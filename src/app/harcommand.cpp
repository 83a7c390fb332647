// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/harcommand.h"

#include "app/usagecommand.h"
#include "ledger/history/historyexport.h"

#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace nexus {

namespace {

Error unwritable(const QString &path, const QFileDevice &file)
{
    return {.kind = ErrorKind::Internal,
        .message = QStringLiteral("%1 cannot be written: %2.").arg(path, file.errorString()),
        .detail = {}};
}

Result<qint64> print(const HistoryReader &reader, const HistoryFilter &filter)
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly)) {
        return failure(unwritable(QStringLiteral("Standard output"), out));
    }
    Result<qint64> count = exportHistory(reader, filter, HistoryFormat::Har, out);
    if (count && !out.flush()) {
        return failure(unwritable(QStringLiteral("Standard output"), out));
    }
    return count;
}

Result<qint64> save(const HistoryReader &reader, const HistoryFilter &filter, const QString &path)
{
    QSaveFile out(path);
    out.setDirectWriteFallback(true); // for what is no plain file
    if (!out.open(QIODevice::WriteOnly)) {
        return failure(unwritable(path, out));
    }
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    Result<qint64> count = exportHistory(reader, filter, HistoryFormat::Har, out);
    if (count && !out.commit()) {
        return failure(unwritable(path, out));
    }
    return count;
}

} // namespace

Result<qint64> writeHar(const HistoryReader &reader, const HistoryAsk &ask, qint64 now)
{
    const Result<HistoryFilter> filter = filterOf(ask, {}, now);
    if (!filter) {
        return failure(filter.error());
    }
    const bool isPrinted = ask.harPath == QLatin1String("-");
    return isPrinted ? print(reader, *filter) : save(reader, *filter, ask.harPath);
}

} // namespace nexus
