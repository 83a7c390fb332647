// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historywriter.h"

#include "ledger/history/historyheads.h"
#include "ledger/history/historyrow.h"
#include "ledger/history/historyschema.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cstring>

namespace nexus {

namespace {

constexpr qint64 quarterHour = 900'000; // milliseconds; no clock is changed within one

std::optional<qint64> count(const std::optional<TokenUsage> &usage, qint64 TokenUsage::*field)
{
    return usage ? std::optional((*usage).*field) : std::nullopt;
}

// Words stay, and need no copy.
QByteArray wordOf(const char *word)
{
    return QByteArray::fromRawData(word, static_cast<qsizetype>(std::strlen(word)));
}

HistoryKind kindFor(const RequestRecord &record)
{
    HistoryKind kind {.model = record.upstreamModel,
        .client = record.who.clientId.isEmpty() ? record.who.label : record.who.clientId,
        .askedModel = record.askedModel,
        .alias = record.alias.toUtf8(),
        .provider = record.provider.toUtf8(),
        .group = record.who.group,
        .operation = wordOf(historyWord(record.operation)),
        .path = record.path,
        .method = record.method,
        .dialect = wordOf(historyWord(record.dialect))};
    if (kind.client.isEmpty() && record.program) {
        if (const auto program = record.program->program()) {
            kind.client = program->name.toUtf8();
        }
    }
    return kind;
}

// Nearly every request has one attempt that says nothing new but its times; that one is kept in the row.
bool isPlain(const RequestRecord &record)
{
    return record.attempts.size() == 1 && !record.attempts.front().error
        && record.attempts.front().provider == record.provider
        && record.attempts.front().model == record.upstreamModel;
}

Result<void> done(const Result<std::optional<qint64>> &run)
{
    return run ? Result<void>() : failure(run.error());
}

void bindError(HistoryStatement &statement, const std::optional<Error> &error)
{
    if (error) {
        statement.text(QByteArray(errorCode(*error))).text(historyErrorText(*error).toUtf8());
    } else {
        statement.text(QByteArrayView()).text(QByteArrayView());
    }
}

void bindUsage(HistoryStatement &statement, const RequestRecord &record)
{
    statement.number(count(record.usage, &TokenUsage::input))
        .number(count(record.usage, &TokenUsage::cacheRead))
        .number(count(record.usage, &TokenUsage::cacheWrite))
        .number(count(record.usage, &TokenUsage::output))
        .number(count(record.usage, &TokenUsage::reasoning))
        .number(record.isUsageEstimated)
        .number(record.microDollars)
        .number(isCharged(record))
        .text(record.priceVersion);
}

void bindTimes(HistoryStatement &statement, const RequestRecord &record)
{
    statement.number(record.firstByte.count()).number(record.duration.count());
    if (!isPlain(record)) {
        statement.number(std::nullopt).number(std::nullopt).number(std::nullopt);
        return;
    }
    const AttemptRecord &attempt = record.attempts.front();
    statement.number(attempt.status).number(attempt.firstByte.count()).number(attempt.duration.count());
}

} // namespace

bool keepsBodies(const LedgerConfig &config, bool isError)
{
    switch (config.bodies) {
    case LedgerConfig::Bodies::Off:
        return false;
    case LedgerConfig::Bodies::Errors:
        return isError;
    case LedgerConfig::Bodies::All:
        return true;
    }
    return false;
}

Result<void> HistoryWriter::prepareAll()
{
    if (m_isPrepared) {
        return {};
    }
    const std::array<std::pair<HistoryStatement *, QByteArray>, 6> statements {{
        {&m_request, entryStatement()},
        {&m_attempt, "INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"},
        {&m_bodies, "INSERT INTO bodies VALUES (?, ?, ?, ?, ?, ?)"},
        {&m_search, "INSERT INTO search (rowid, prompt, answer) VALUES (?, ?, ?)"},
        {&m_findKind,
            "SELECT number FROM kinds WHERE method = ? AND path = ? "
            "AND dialect = ? AND operation = ? AND "
            "client = ? AND client_group = ? AND alias = ? AND "
            "asked_model = ? AND provider = ? AND model = "
            "?"},
        {&m_addKind,
            "INSERT INTO kinds (method, path, dialect, operation, "
            "client, client_group, alias, asked_model, "
            "provider, model) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    }};
    for (const auto &[statement, sql] : statements) {
        Result<HistoryStatement> prepared = HistoryStatement::prepare(m_database, sql);
        if (!prepared) {
            return failure(prepared.error());
        }
        *statement = std::move(*prepared);
    }
    m_isPrepared = true;
    return {};
}

Result<void> HistoryWriter::write(const std::vector<SharedRecord> &records, const LedgerConfig &config)
{
    if (const Result<void> prepared = prepareAll(); !prepared) {
        return prepared;
    }
    Result<void> written = m_database.transact([&] { return writeAll(records, config); });
    m_kinds.clear();
    return written;
}

Result<void> HistoryWriter::writeAll(const std::vector<SharedRecord> &records, const LedgerConfig &config)
{
    m_tally.clear();
    for (const SharedRecord &shared : records) {
        const RequestRecord &record = *shared;
        const auto kind = kindOf(record);
        if (!kind) {
            return failure(kind.error());
        }
        const qint64 hour = hourOf(historyTime(record));
        Result<void> written = writeRequest(record, hour, (*kind)->second);
        const qint64 id = lastRowId(m_database);
        if (written && !isPlain(record)) {
            written = writeAttempts(id, record.attempts);
        }
        if (written && !record.bodies.isEmpty() && keepsBodies(config, isErrorRecord(record))) {
            written = writeBodies(id, record.bodies, config.maxBody);
        }
        if (!written) {
            return written;
        }
        m_tally.add((*kind)->first, record, hour);
    }
    return m_tally.write(m_database);
}

Result<HistoryWriter::Kinds::const_iterator> HistoryWriter::kindOf(const RequestRecord &record)
{
    HistoryKind kind = kindFor(record);
    if (const auto known = m_kinds.find(kind); known != m_kinds.end()) {
        return known;
    }
    const Result<qint64> number = numberOf(kind);
    if (!number) {
        return failure(number.error());
    }
    return m_kinds.emplace(std::move(kind), *number).first;
}

Result<qint64> HistoryWriter::numberOf(const HistoryKind &kind)
{
    const auto bind = [&kind](HistoryStatement &statement) -> HistoryStatement & {
        for (const QByteArray *part : {&kind.method, &kind.path, &kind.dialect, &kind.operation, &kind.client,
                 &kind.group, &kind.alias, &kind.askedModel, &kind.provider, &kind.model}) {
            statement.text(*part);
        }
        return statement;
    };
    const auto found = bind(m_findKind).run();
    if (!found) {
        return failure(found.error());
    }
    if (*found) {
        return **found;
    }
    const auto added = bind(m_addKind).run();
    return added ? Result<qint64>(lastRowId(m_database)) : failure(added.error());
}

// In the order of entryStatement().
Result<void> HistoryWriter::writeRequest(const RequestRecord &record, qint64 hour, qint64 kind)
{
    m_request.number(historyTime(record)).number(hour).number(kind).text(record.requestId);
    m_request.text(record.who.subject).text(record.who.address.toString().toUtf8());
    m_request.text(historyWord(record.cache)).text(outcomeWord(record.outcome));
    m_request.number(record.isStream).number(record.status).number(isErrorRecord(record));
    m_request.number(static_cast<qint64>(record.attempts.size()));
    bindUsage(m_request, record);
    m_request.text(record.dropped).number(record.bytesIn).number(record.bytesOut);
    bindTimes(m_request, record);
    bindError(m_request, record.error);
    m_request.text(record.error ? historyWord(record.error->kind) : "");
    bindProgram(record);
    return done(m_request.run());
}

void HistoryWriter::bindProgram(const RequestRecord &record)
{
    const std::optional<ClientProgram> program = record.program ? record.program->program() : std::nullopt;
    if (program) {
        m_request.text(program->name.toUtf8()).text(program->path.toUtf8()).number(program->pid);
    } else {
        m_request.text(QByteArrayView()).text(QByteArrayView()).number(0);
    }
}

// To ask a time zone takes longer than to write a row.
qint64 HistoryWriter::hourOf(qint64 time)
{
    if (const qint64 quarter = time / quarterHour; quarter != m_quarter) {
        m_quarter = quarter;
        m_ahead = timeAhead(quarter * quarterHour, m_zone);
    }
    return (time + m_ahead) / hourTime;
}

Result<void> HistoryWriter::writeAttempts(qint64 id, const std::vector<AttemptRecord> &attempts)
{
    int number = 0;
    for (const AttemptRecord &attempt : attempts) {
        m_attempt.number(id).number(++number).text(attempt.provider.toUtf8()).text(attempt.model);
        m_attempt.number(attempt.status).number(attempt.firstByte.count()).number(attempt.duration.count());
        bindError(m_attempt, attempt.error);
        if (const auto written = m_attempt.run(); !written) {
            return failure(written.error());
        }
    }
    return {};
}

Result<void> HistoryWriter::writeBodies(qint64 id, const RecordedBodies &bodies, qint64 maxBody)
{
    const QByteArray prompt = bodies.prompt.first(std::min<qint64>(maxBody, bodies.prompt.size()));
    const QByteArray answer = bodies.answer.first(std::min<qint64>(maxBody, bodies.answer.size()));
    const QByteArray sent = bodies.sent.first(std::min<qint64>(maxBody, bodies.sent.size()));
    const bool isCut = bodies.isAnswerCut || prompt.size() < bodies.prompt.size()
        || answer.size() < bodies.answer.size() || sent.size() < bodies.sent.size();
    const QByteArray smallPrompt = m_packer.packed(prompt);
    const QByteArray smallAnswer = m_packer.packed(answer);
    const QByteArray smallSent = m_packer.packed(sent);
    const QByteArray smallHeads = m_packer.packed(headsText(bodies));
    m_bodies.number(id).blob(smallPrompt).blob(smallAnswer).number(isCut).blob(smallSent).blob(smallHeads);
    if (const auto written = m_bodies.run(); !written) {
        return failure(written.error());
    }
    // Made sound, since a text may be cut within a character; the pruner tells the index the same.
    return done(m_search.number(id)
                    .text(QString::fromUtf8(prompt).toUtf8())
                    .text(QString::fromUtf8(answer).toUtf8())
                    .run());
}

} // namespace nexus
