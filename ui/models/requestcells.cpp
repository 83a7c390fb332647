// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestcells.h"

#include "ui/models/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace nexus::cells {

namespace {

using Ending = RequestLine::Ending;

// What translators see these words under.
struct RequestCells {
    Q_DECLARE_TR_FUNCTIONS(RequestCells)
};

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? words::unknown() : text;
}

QString target(const RequestLine &line)
{
    return line.provider.isEmpty() ? line.model : line.provider + QLatin1Char('/') + line.model;
}

QDateTime timeOf(const RequestLine &line)
{
    return QDateTime::fromMSecsSinceEpoch(line.time);
}

// What still grows ends with three points.
QString growing(const QString &text, const RequestLine &line)
{
    return line.isRunning() ? text + QChar(0x2026) : text;
}

QString tokens(const RequestLine &line)
{
    if (line.isRunning()) {
        return line.outputTokens > 0 ? growing(words::count(line.outputTokens), line) : words::unknown();
    }
    if (!line.usage) {
        return words::unknown();
    }
    const QString number = words::count(line.usage->input + line.usage->output);
    return line.isUsageEstimated ? QLatin1Char('~') + number : number;
}

QString cost(const RequestLine &line)
{
    if (!line.microDollars) {
        return words::unknown();
    }
    // What it costs so far is reckoned with an input that nobody has counted yet.
    const bool isEstimated = line.isRunning() || line.isUsageEstimated;
    const QString money = growing(words::money(line.microDollars), line);
    return isEstimated && *line.microDollars > 0 ? QLatin1Char('~') + money : money;
}

QString text(const RequestLine &line, RequestLogModel::Column column)
{
    switch (column) {
    case RequestLogModel::TimeColumn:
        return words::moment(timeOf(line), QDateTime::currentDateTime());
    case RequestLogModel::ClientColumn:
        return words::orUnnamed(line.client);
    case RequestLogModel::ModelColumn:
        return route(line);
    case RequestLogModel::StateColumn:
        return state(line);
    case RequestLogModel::FirstByteColumn:
        return words::duration(line.firstByte);
    case RequestLogModel::TotalColumn:
        return words::duration(line.duration);
    case RequestLogModel::TokensColumn:
        return tokens(line);
    case RequestLogModel::CostColumn:
        return cost(line);
    case RequestLogModel::SpeedColumn:
        return words::speed(line.isStream ? line.speed() : 0);
    case RequestLogModel::BytesColumn:
        return line.bytesOut > 0 ? growing(words::bytes(line.bytesOut), line) : words::unknown();
    case RequestLogModel::AttemptsColumn:
        return line.attempts > 0 ? words::count(line.attempts) : words::unknown();
    case RequestLogModel::CacheColumn:
        return cache(line);
    case RequestLogModel::PathColumn:
        return line.path;
    case RequestLogModel::ProgramColumn:
        return orUnknown(line.program);
    case RequestLogModel::IdColumn:
        return line.requestId;
    case RequestLogModel::ColumnCount:
        break;
    }
    return {};
}

QString tip(const RequestLine &line, RequestLogModel::Column column)
{
    switch (column) {
    case RequestLogModel::TimeColumn:
        return QLocale().toString(timeOf(line), QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    case RequestLogModel::StateColumn:
        return stateSentence(line);
    case RequestLogModel::TokensColumn:
        return line.usage ? RequestCells::tr("%1 in, %2 out")
                                .arg(words::count(line.usage->input), words::count(line.usage->output))
                          : QString();
    default:
        return text(line, column);
    }
}

QVariant progress(const RequestLine &line)
{
    if (!line.isRunning()) {
        return {};
    }
    if (line.usualOutput <= 0) {
        return -1.0;
    }
    const double share = static_cast<double>(line.outputTokens) / static_cast<double>(line.usualOutput);
    return std::min(share, 1.0);
}

} // namespace

QVariant data(const RequestLine &line, RequestLogModel::Column column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::ToolTipRole:
        return tip(line, column);
    case Qt::TextAlignmentRole:
        return QVariant(alignment(column));
    case Qt::AccessibleTextRole:
        return column == RequestLogModel::StateColumn ? stateSentence(line) : text(line, column);
    case RequestLogModel::IconRole:
        return column == RequestLogModel::StateColumn ? stateIcon(line) : QVariant();
    case RequestLogModel::ToneRole:
        return column == RequestLogModel::StateColumn ? stateTone(line) : QVariant();
    case RequestLogModel::ProgressRole:
        return column == RequestLogModel::TotalColumn ? progress(line) : QVariant();
    default:
        return {};
    }
}

QString title(RequestLogModel::Column column)
{
    switch (column) {
    case RequestLogModel::TimeColumn:
        return RequestCells::tr("Time");
    case RequestLogModel::ClientColumn:
        return RequestCells::tr("Client");
    case RequestLogModel::ModelColumn:
        return RequestCells::tr("Model → target");
    case RequestLogModel::StateColumn:
        return RequestCells::tr("State");
    case RequestLogModel::FirstByteColumn:
        return RequestCells::tr("First token");
    case RequestLogModel::TotalColumn:
        return RequestCells::tr("Total");
    case RequestLogModel::TokensColumn:
        return RequestCells::tr("Tokens");
    case RequestLogModel::CostColumn:
        return RequestCells::tr("Cost");
    case RequestLogModel::SpeedColumn:
        return RequestCells::tr("Speed");
    case RequestLogModel::BytesColumn:
        return RequestCells::tr("Size");
    case RequestLogModel::AttemptsColumn:
        return RequestCells::tr("Attempts");
    case RequestLogModel::CacheColumn:
        return RequestCells::tr("Cache");
    case RequestLogModel::PathColumn:
        return RequestCells::tr("Path");
    case RequestLogModel::ProgramColumn:
        return RequestCells::tr("Program");
    case RequestLogModel::IdColumn:
        return RequestCells::tr("Request ID");
    case RequestLogModel::ColumnCount:
        break;
    }
    return {};
}

Qt::Alignment alignment(RequestLogModel::Column column)
{
    const bool isNumber
        = column >= RequestLogModel::FirstByteColumn && column <= RequestLogModel::AttemptsColumn;
    return Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft);
}

QString route(const RequestLine &line)
{
    const QString end = target(line);
    if (line.askedModel.isEmpty()) {
        return end.isEmpty() ? line.path : end;
    }
    if (end.isEmpty() || end == line.askedModel) {
        return line.askedModel;
    }
    return RequestCells::tr("%1 → %2").arg(line.askedModel, end);
}

QString state(const RequestLine &line)
{
    switch (line.ending) {
    case Ending::Running:
        if (line.isStopping) {
            return RequestCells::tr("Stopping");
        }
        if (line.firstByte.count() == 0) {
            return RequestCells::tr("Waiting");
        }
        return line.isStream ? RequestCells::tr("Streaming") : RequestCells::tr("Answering");
    case Ending::Answered:
        return line.isCached() ? RequestCells::tr("%1 cached").arg(line.status)
                               : QString::number(line.status);
    case Ending::Refused:
        return RequestCells::tr("Refused %1").arg(line.status);
    case Ending::Failed:
        return RequestCells::tr("Failed %1").arg(line.status);
    case Ending::ClientGone:
        return RequestCells::tr("Client left");
    case Ending::ShutDown:
        return RequestCells::tr("Stopped");
    }
    return {};
}

QString stateSentence(const RequestLine &line)
{
    switch (line.ending) {
    case Ending::Running:
        return line.firstByte.count() == 0 ? RequestCells::tr("The provider has not answered yet.")
                                           : RequestCells::tr("The answer is being written.");
    case Ending::Answered:
        if (line.isCached()) {
            return RequestCells::tr("Answered from the cache, without a provider.");
        }
        return line.isError
            ? RequestCells::tr("The client got the provider's error with status %1.").arg(line.status)
            : RequestCells::tr("The client got the whole answer.");
    case Ending::Refused:
        return RequestCells::tr("Nexus refused it with status %1. No provider was asked.").arg(line.status);
    case Ending::Failed:
        return RequestCells::tr("No provider could answer. The client got status %1.").arg(line.status);
    case Ending::ClientGone:
        return RequestCells::tr("The client closed the connection before the answer was complete.");
    case Ending::ShutDown:
        return RequestCells::tr("It was stopped here before the answer was complete.");
    }
    return {};
}

QString stateIcon(const RequestLine &line)
{
    switch (line.ending) {
    case Ending::Running:
        return line.firstByte.count() == 0 ? QStringLiteral("clock") : QStringLiteral("stream");
    case Ending::Answered:
        if (line.isError) {
            return QStringLiteral("error");
        }
        return line.isCached() ? QStringLiteral("cached") : QStringLiteral("check");
    case Ending::Refused:
        return QStringLiteral("refused");
    case Ending::Failed:
        return QStringLiteral("error");
    case Ending::ClientGone:
        return QStringLiteral("gone");
    case Ending::ShutDown:
        return QStringLiteral("stop");
    }
    return {};
}

QString stateTone(const RequestLine &line)
{
    switch (line.ending) {
    case Ending::Running:
        return QStringLiteral("accent");
    case Ending::Answered:
        return line.isError ? QStringLiteral("bad") : QStringLiteral("good");
    case Ending::Refused:
        return QStringLiteral("warn");
    case Ending::Failed:
        return QStringLiteral("bad");
    case Ending::ClientGone:
    case Ending::ShutDown:
        return QStringLiteral("dim");
    }
    return {};
}

QString cache(const RequestLine &line)
{
    if (line.cache == QLatin1String("hit")) {
        return RequestCells::tr("Hit");
    }
    if (line.cache == QLatin1String("shared")) {
        return RequestCells::tr("Shared");
    }
    if (line.cache == QLatin1String("miss")) {
        return RequestCells::tr("Miss");
    }
    return line.cache == QLatin1String("bypass") ? RequestCells::tr("Bypassed") : words::unknown();
}

} // namespace nexus::cells
