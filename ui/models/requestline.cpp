// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestline.h"

namespace nexus {

namespace {

RequestLine::Ending endingOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Answered:
        return RequestLine::Ending::Answered;
    case Outcome::Refused:
        return RequestLine::Ending::Refused;
    case Outcome::Failed:
        return RequestLine::Ending::Failed;
    case Outcome::ClientGone:
        return RequestLine::Ending::ClientGone;
    case Outcome::ShutDown:
        return RequestLine::Ending::ShutDown;
    }
    return RequestLine::Ending::Answered;
}

RequestLine::Ending endingOf(const QString &word)
{
    for (const Outcome outcome :
        {Outcome::Refused, Outcome::Failed, Outcome::ClientGone, Outcome::ShutDown}) {
        if (word == QLatin1String(outcomeWord(outcome))) {
            return endingOf(outcome);
        }
    }
    return RequestLine::Ending::Answered;
}

// Under the name by which the history will know it.
QString clientOf(const RequestRecord &record)
{
    const QByteArray &name = record.who.clientId.isEmpty() ? record.who.label : record.who.clientId;
    if (!name.isEmpty() || !record.program) {
        return QString::fromUtf8(name);
    }
    const auto program = record.program->program();
    return program ? program->name : QString();
}

QString programOf(const RequestRecord &record)
{
    const auto program = record.program ? record.program->program() : std::nullopt;
    return program ? program->name : QString();
}

void nameRecord(RequestLine &line, const RequestRecord &record, NamePool &names)
{
    line.method = names.take(QString::fromUtf8(record.method));
    line.path = names.take(QString::fromUtf8(record.path));
    line.operation = names.take(QLatin1String(historyWord(record.operation)));
    line.client = names.take(clientOf(record));
    line.group = names.take(QString::fromUtf8(record.who.group));
    line.alias = names.take(record.alias);
    line.askedModel = names.take(QString::fromUtf8(record.askedModel));
    line.provider = names.take(record.provider);
    line.model = names.take(QString::fromUtf8(record.upstreamModel));
    line.cache = names.take(QLatin1String(historyWord(record.cache)));
    line.program = names.take(programOf(record));
    line.dropped = names.take(QString::fromUtf8(record.dropped));
    if (record.error) {
        line.error = names.take(historyErrorText(*record.error));
        line.errorCode = names.take(QString::fromUtf8(errorCode(*record.error)));
    }
}

} // namespace

QString NamePool::take(const QString &name)
{
    return name.isEmpty() ? QString() : *m_names.insert(name);
}

bool RequestLine::isCached() const
{
    return cache == QLatin1String("hit") || cache == QLatin1String("shared");
}

double RequestLine::speed() const
{
    if (cache == QLatin1String("hit")) {
        return 0.0; // nobody wrote it
    }
    const std::chrono::duration<double> writing = duration - firstByte;
    const qint64 tokens = usage ? usage->output : outputTokens;
    return firstByte.count() > 0 && writing.count() > 0 ? static_cast<double>(tokens) / writing.count() : 0.0;
}

QString RequestLine::key() const
{
    return requestId + QLatin1Char('@') + QString::number(time);
}

RequestLine requestLine(const LiveRequest &request, bool isRunning, NamePool &names)
{
    const RequestRecord &record = *request.record;
    RequestLine line;
    line.number = record.number;
    line.time = historyTime(record);
    line.requestId = QString::fromUtf8(record.requestId);
    nameRecord(line, record, names);
    line.dialect = record.dialect;
    line.ending = isRunning ? RequestLine::Ending::Running : endingOf(record.outcome);
    line.isStream = record.isStream;
    line.isProbe = record.isProbe;
    line.isError = isRunning ? request.status >= 400 : isErrorRecord(record);
    line.isStopping = request.isStopping;
    line.isUsageEstimated = record.isUsageEstimated;
    line.status = request.status;
    line.attempts = static_cast<int>(record.attempts.size());
    line.usage = record.usage;
    line.microDollars = record.microDollars;
    if (!isRunning && !line.microDollars && !isCharged(record)) {
        line.microDollars = 0;
    }
    line.outputTokens = request.outputTokens;
    line.firstByte = request.firstByte;
    line.duration = request.age;
    line.bytesIn = record.bytesIn;
    line.bytesOut = request.bytesOut;
    line.record = request.record;
    return line;
}

RequestLine requestLine(const HistoryRow &row, NamePool &names)
{
    RequestLine line;
    line.historyId = row.id;
    line.time = row.time;
    line.requestId = row.requestId;
    line.method = names.take(row.method);
    line.path = names.take(row.path);
    line.operation = names.take(row.operation);
    line.client = names.take(row.client);
    line.group = names.take(row.group);
    line.alias = names.take(row.alias);
    line.askedModel = names.take(row.askedModel);
    line.provider = names.take(row.provider);
    line.model = names.take(row.model);
    line.cache = names.take(row.cache);
    line.program = names.take(row.programName);
    line.dropped = names.take(row.dropped);
    line.error = names.take(row.errorText);
    line.errorCode = names.take(row.errorCode);
    line.dialect = row.dialect == QLatin1String(historyWord(Dialect::Anthropic)) ? Dialect::Anthropic
                                                                                 : Dialect::OpenAi;
    line.ending = endingOf(row.outcome);
    line.isStream = row.isStream;
    line.isError = row.isError;
    line.isUsageEstimated = row.isUsageEstimated;
    line.status = row.status;
    line.attempts = row.attempts;
    line.usage = row.usage;
    line.microDollars = row.microDollars;
    line.outputTokens = row.usage ? row.usage->output : 0;
    line.firstByte = std::chrono::microseconds(row.firstByte);
    line.duration = std::chrono::microseconds(row.duration);
    line.bytesIn = row.bytesIn;
    line.bytesOut = row.bytesOut;
    return line;
}

} // namespace nexus
