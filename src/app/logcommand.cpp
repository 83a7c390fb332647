// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logcommand.h"

#include "app/durationtext.h"
#include "app/texttable.h"
#include "app/usagecommand.h"
#include "ledger/history/historyexport.h"
#include "ledger/prices/cost.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace nexus {

namespace {

constexpr std::chrono::milliseconds pollTime {500};
constexpr int portion = 1'000; // rows that are asked for at one time
constexpr qsizetype longestName = 60;
constexpr qsizetype longestError = 120;

// Rows that come later are to stand below each other too, so that widths are fixed where they can be.
QString headLine()
{
    return QStringLiteral("%1  %2  %3  %4  %5  %6  %7  %8\n")
        .arg(QStringLiteral("time"), -19)
        .arg(QStringLiteral("st."), 3)
        .arg(QStringLiteral("duration"), 8)
        .arg(QStringLiteral("input"), 8)
        .arg(QStringLiteral("output"), 7)
        .arg(QStringLiteral("cost"), 10)
        .arg(QStringLiteral("client"), -16)
        .arg(QStringLiteral("model"));
}

QString modelText(const HistoryRow &row)
{
    QString text = row.provider.isEmpty() ? row.askedModel : row.provider + u'/' + row.model;
    if (row.operation.isEmpty()) {
        text = row.method + u' ' + row.path;
    }
    return shown(text, longestName);
}

QString notesOf(const HistoryRow &row)
{
    QStringList notes;
    if (row.cache == QLatin1String("hit") || row.cache == QLatin1String("shared")) {
        notes.append(row.cache);
    }
    if (row.attempts > 1) {
        notes.append(QStringLiteral("%1 attempts").arg(row.attempts));
    }
    if (row.outcome == QLatin1String("client_gone")) {
        notes.append(QStringLiteral("client gone"));
    }
    if (!row.errorText.isEmpty()) {
        notes.append(shown(row.errorText, longestError));
    }
    return notes.isEmpty() ? QString() : QStringLiteral("  ") + notes.join(QStringLiteral(", "));
}

QString lineOf(const HistoryRow &row)
{
    const auto tokens = [&row](qint64 TokenUsage::*field) {
        const QString guess = row.isUsageEstimated ? QStringLiteral("~") : QString();
        return row.usage ? guess + QString::number((*row.usage).*field) : QStringLiteral("-");
    };
    // One argument after the other would take what looks like a place in a name.
    return QStringList {
               QDateTime::fromMSecsSinceEpoch(row.time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
               QString::number(row.status).rightJustified(3), durationText(row.duration).rightJustified(8),
               tokens(&TokenUsage::input).rightJustified(8), tokens(&TokenUsage::output).rightJustified(7),
               (row.microDollars ? dollarText(*row.microDollars) : QStringLiteral("?")).rightJustified(10),
               shown(row.client, longestName).leftJustified(16), modelText(row)}
               .join(QStringLiteral("  "))
        + notesOf(row) + u'\n';
}

} // namespace

LogCommand::LogCommand(QString path, Open open, HistoryAsk ask, Print print)
    : m_path(std::move(path))
    , m_open(std::move(open))
    , m_ask(std::move(ask))
    , m_print(std::move(print))
{
    connect(&m_timer, &QTimer::timeout, this, &LogCommand::poll);
}

Result<void> LogCommand::printNewest(qint64 now)
{
    const Result<HistoryFilter> filter = filterOf(m_ask, {}, now);
    if (!filter) {
        return failure(filter.error());
    }
    m_filter = *filter;
    if (m_ask.isFollowing && !fileIdentity(m_path)) {
        printHead();
        return {};
    }
    if (const Result<void> opened = open(); !opened) {
        return opened;
    }
    return printRows();
}

Result<void> LogCommand::open()
{
    const std::optional<FileIdentity> file = fileIdentity(m_path);
    Result<HistoryReader> reader = m_open();
    if (!reader) {
        return failure(reader.error());
    }
    if (fileIdentity(m_path) != file) {
        return failure({.kind = ErrorKind::Internal,
            .message = QStringLiteral("The history at %1 is being replaced.").arg(m_path),
            .detail = {}});
    }
    m_reader.emplace(std::move(*reader));
    if (file != m_file) {
        m_file = file;
        m_last = 0;
    }
    return {};
}

Result<void> LogCommand::printRows()
{
    const Result<qint64> last = m_reader->newest();
    if (!last) {
        return failure(last.error());
    }
    m_last = *last;
    std::vector<HistoryRow> rows;
    qint64 before = m_last + 1;
    while (before != 0 && rows.size() < static_cast<std::size_t>(m_ask.limit)) {
        const int wanted = std::min(portion, m_ask.limit - static_cast<int>(rows.size()));
        const Result<HistoryPage> page = m_reader->page(m_filter, before, wanted);
        if (!page) {
            return failure(page.error());
        }
        rows.insert(rows.end(), page->rows.begin(), page->rows.end());
        before = page->next;
    }
    std::ranges::reverse(rows);
    printHead();
    print(rows);
    return {};
}

void LogCommand::follow()
{
    m_timer.start(pollTime);
    poll();
}

void LogCommand::poll()
{
    Result<void> done = m_reader ? Result<void>() : open();
    // What the file got before it was replaced still counts.
    const bool isReplaced = done && fileIdentity(m_path) != m_file;
    done = done ? printLater() : done;
    if (done && !isReplaced) {
        m_isWaiting = false;
        return;
    }
    m_reader.reset();
    if (!done && !std::exchange(m_isWaiting, true)) {
        Q_EMIT waiting(done.error().message);
    }
}

Result<void> LogCommand::printLater()
{
    while (true) {
        const auto rows = m_reader->newer(m_filter, m_last, portion);
        if (!rows) {
            return failure(rows.error());
        }
        print(*rows);
        if (rows->size() < static_cast<std::size_t>(portion)) {
            return {};
        }
    }
}

void LogCommand::printHead() const
{
    if (m_ask.format == HistoryAsk::Format::Table) {
        m_print(headLine().toUtf8());
    }
    if (m_ask.format == HistoryAsk::Format::Csv) {
        m_print(historyCsvHead());
    }
}

void LogCommand::print(const std::vector<HistoryRow> &rows) const
{
    QByteArray text;
    for (const HistoryRow &row : rows) {
        switch (m_ask.format) {
        case HistoryAsk::Format::Table:
            text += lineOf(row).toUtf8();
            break;
        case HistoryAsk::Format::Json:
            text += toText(historyJson(row)) + '\n';
            break;
        case HistoryAsk::Format::Csv:
            text += historyCsv(row);
            break;
        }
    }
    if (!text.isEmpty()) {
        m_print(text);
    }
}

} // namespace nexus
