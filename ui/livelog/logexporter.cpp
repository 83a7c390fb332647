// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/logexporter.h"

#include "ui/models/historydesk.h"

#include <QFileDialog>
#include <QFileInfo>

namespace nexus {

namespace {

HistoryFormat formatOf(const QString &path)
{
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
        return HistoryFormat::Csv;
    }
    return path.endsWith(QLatin1String(".har"), Qt::CaseInsensitive) ? HistoryFormat::Har
                                                                     : HistoryFormat::JsonLines;
}

} // namespace

LogExporter::LogExporter(HistoryDesk &history, QWidget *window)
    : QObject(window)
    , m_history(history)
    , m_window(window)
{ }

void LogExporter::choose(std::vector<RequestLine> lines, const HistoryFilter &filter)
{
    auto *const dialog = new QFileDialog(m_window, tr("Export requests"));
    dialog->setObjectName(QStringLiteral("logExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList kinds {tr("JSON lines (*.jsonl)"), tr("Table (*.csv)"), tr("HTTP archive (*.har)")};
    dialog->setNameFilters(kinds);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->selectFile(QStringLiteral("nexus-requests"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, kinds](const QString &kind) {
        const QStringList suffixes {QStringLiteral("jsonl"), QStringLiteral("csv"), QStringLiteral("har")};
        dialog->setDefaultSuffix(suffixes.value(kinds.indexOf(kind)));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, lines = std::move(lines), filter](const QString &path) { write(path, lines, filter); });
    dialog->open();
}

void LogExporter::write(const QString &path, std::vector<RequestLine> lines, const HistoryFilter &filter)
{
    m_history.ask<qint64>(
        this,
        [path, lines = std::move(lines), filter](
            const HistoryReader &reader) { return exportTo(path, reader, lines, filter, formatOf(path)); },
        [this, path](const Result<qint64> &count) {
            const QString name = QFileInfo(path).fileName();
            Q_EMIT said(count
                    ? tr("%n request(s) were written to %1.", nullptr, static_cast<int>(*count)).arg(name)
                    : count.error().message,
                count.has_value());
        });
}

} // namespace nexus
