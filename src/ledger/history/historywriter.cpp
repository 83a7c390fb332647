// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historywriter.h"

#include "ledger/history/historyschema.h"

#include <QVariant>

#include <array>

namespace nexus {

namespace {

constexpr int fastCompression = 1;

// A null text would be NULL in the table.
QVariant said(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

QVariant count(const std::optional<TokenUsage> &usage, qint64 TokenUsage::*field)
{
    return usage ? QVariant((*usage).*field) : QVariant();
}

QVariantList valuesOf(const HistoryRow &row)
{
    return {row.time, said(row.requestId), said(row.method), said(row.path), said(row.dialect),
        said(row.operation), said(row.client), said(row.group), said(row.subject), said(row.address),
        said(row.cache), said(row.alias), said(row.askedModel), said(row.provider), said(row.model),
        row.isStream, said(row.outcome), row.status, row.isError, row.attempts,
        count(row.usage, &TokenUsage::input), count(row.usage, &TokenUsage::cacheRead),
        count(row.usage, &TokenUsage::cacheWrite), count(row.usage, &TokenUsage::output),
        count(row.usage, &TokenUsage::reasoning), said(row.dropped), row.firstByte, row.duration, row.bytesIn,
        row.bytesOut, said(row.errorCode), said(row.errorText), said(row.priceVersion), said(row.errorKind),
        said(row.programName), said(row.programPath), row.programPid, row.isUsageEstimated,
        row.keptCost ? QVariant(*row.keptCost) : QVariant(), row.day, isCharged(row)};
}

Result<void> runWith(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < static_cast<int>(values.size()); ++i) {
        query.bindValue(i, values.at(i));
    }
    return run(query);
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
    const QString columns = requestColumns();
    const QString marks = QStringLiteral("?") + QStringLiteral(", ?").repeated(columns.count(u','));
    const std::array<std::pair<QSqlQuery *, QString>, 4> statements {{
        {&m_request, QStringLiteral("INSERT INTO requests (%1) VALUES (%2)").arg(columns, marks)},
        {&m_attempt, QStringLiteral("INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")},
        {&m_bodies, QStringLiteral("INSERT INTO bodies VALUES (?, ?, ?, ?)")},
        {&m_search, QStringLiteral("INSERT INTO search (rowid, prompt, answer) VALUES (?, ?, ?)")},
    }};
    for (const auto &[query, sql] : statements) {
        *query = m_database.query();
        if (const Result<void> prepared = prepare(*query, sql); !prepared) {
            return prepared;
        }
    }
    m_isPrepared = true;
    return {};
}

Result<void> HistoryWriter::write(const std::vector<RequestRecord> &records, const LedgerConfig &config)
{
    if (const Result<void> prepared = prepareAll(); !prepared) {
        return prepared;
    }
    return m_database.transact([&] { return writeAll(records, config); });
}

Result<void> HistoryWriter::writeAll(const std::vector<RequestRecord> &records, const LedgerConfig &config)
{
    qint64 first = 0;
    for (const RequestRecord &record : records) {
        const HistoryRow row = historyRow(record, m_zone);
        const Result<qint64> id = writeRequest(row);
        if (!id) {
            return failure(id.error());
        }
        first = first == 0 ? *id : first;
        if (const Result<void> written = writeAttempts(*id, record.attempts); !written) {
            return written;
        }
        if (record.bodies.isEmpty() || !keepsBodies(config, row.isError)) {
            continue;
        }
        if (const Result<void> written = writeBodies(*id, record.bodies, config.maxBody); !written) {
            return written;
        }
    }
    // Nobody else writes meanwhile, so the ids of these rows have no gaps with foreign ones.
    return m_database.run(additionStatements(QStringLiteral("id >= %1").arg(first)));
}

Result<qint64> HistoryWriter::writeRequest(const HistoryRow &row)
{
    if (const Result<void> written = runWith(m_request, valuesOf(row)); !written) {
        return failure(written.error());
    }
    return m_request.lastInsertId().toLongLong();
}

Result<void> HistoryWriter::writeAttempts(qint64 id, const std::vector<AttemptRecord> &attempts)
{
    int number = 0;
    for (const AttemptRecord &attempt : attempts) {
        const HistoryAttempt kept = historyAttempt(attempt);
        const Result<void> written = runWith(m_attempt,
            {id, ++number, said(kept.provider), said(kept.model), kept.status, kept.firstByte, kept.duration,
                said(kept.errorCode), said(kept.errorText)});
        if (!written) {
            return written;
        }
    }
    return {};
}

Result<void> HistoryWriter::writeBodies(qint64 id, const RecordedBodies &bodies, qint64 maxBody)
{
    const QByteArray prompt = bodies.prompt.first(std::min<qint64>(maxBody, bodies.prompt.size()));
    const QByteArray answer = bodies.answer.first(std::min<qint64>(maxBody, bodies.answer.size()));
    const bool isCut
        = bodies.isAnswerCut || prompt.size() < bodies.prompt.size() || answer.size() < bodies.answer.size();
    const Result<void> written = runWith(
        m_bodies, {id, qCompress(prompt, fastCompression), qCompress(answer, fastCompression), isCut});
    if (!written) {
        return written;
    }
    return runWith(m_search, {id, said(QString::fromUtf8(prompt)), said(QString::fromUtf8(answer))});
}

} // namespace nexus
