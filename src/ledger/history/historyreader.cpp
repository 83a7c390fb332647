// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyreader.h"

#include "ledger/history/historyheads.h"
#include "ledger/history/historyschema.h"

namespace nexus {

namespace {

constexpr int mostRows = 1'000; // of a page
constexpr int costPortion = 1'000; // rows whose cost is derived at one time
constexpr int mostPortions = 20; // for one page
constexpr qint64 fewRows = 50'000;

// Takes the columns of one row in their order.
class ColumnReader final {
public:
    explicit ColumnReader(const QSqlQuery &query)
        : m_query(query)
    { }

    ColumnReader &operator>>(QString &out)
    {
        out = m_query.value(m_column++).toString();
        return *this;
    }
    ColumnReader &operator>>(qint64 &out)
    {
        out = m_query.value(m_column++).toLongLong();
        return *this;
    }
    ColumnReader &operator>>(int &out)
    {
        out = m_query.value(m_column++).toInt();
        return *this;
    }
    ColumnReader &operator>>(bool &out)
    {
        out = m_query.value(m_column++).toBool();
        return *this;
    }
    ColumnReader &operator>>(std::optional<qint64> &out)
    {
        out = m_query.isNull(m_column) ? std::nullopt : std::optional(m_query.value(m_column).toLongLong());
        ++m_column;
        return *this;
    }
    ColumnReader &operator>>(std::optional<TokenUsage> &out)
    {
        if (m_query.isNull(m_column)) {
            m_column += 5;
            return *this;
        }
        TokenUsage usage;
        *this >> usage.input >> usage.cacheRead >> usage.cacheWrite >> usage.output >> usage.reasoning;
        out = usage;
        return *this;
    }

private:
    const QSqlQuery &m_query;
    int m_column = 0;
};

// Rows of an older file have none.
QByteArray unpacked(const QByteArray &packed)
{
    return packed.isEmpty() ? packed : qUncompress(packed);
}

HistoryRow rowOf(const QSqlQuery &query)
{
    HistoryRow row;
    ColumnReader(query) >> row.id >> row.time >> row.requestId >> row.method >> row.path >> row.dialect
        >> row.operation >> row.client >> row.group >> row.subject >> row.address >> row.cache >> row.alias
        >> row.askedModel >> row.provider >> row.model >> row.isStream >> row.outcome >> row.status
        >> row.isError >> row.attempts >> row.usage >> row.dropped >> row.firstByte >> row.duration
        >> row.bytesIn >> row.bytesOut >> row.errorCode >> row.errorText >> row.priceVersion >> row.errorKind
        >> row.programName >> row.programPath >> row.programPid >> row.isUsageEstimated >> row.keptCost
        >> row.day;
    return row;
}

} // namespace

Result<HistoryReader> HistoryReader::open(const QString &path, HistoryPrices prices)
{
    auto database = HistoryDatabase::open(path, HistoryDatabase::Access::Read);
    if (!database) {
        return failure(database.error());
    }
    return HistoryReader(std::move(*database), std::move(prices));
}

HistoryReader::HistoryReader(std::unique_ptr<HistoryDatabase> database, HistoryPrices prices)
    : m_database(std::move(database))
    , m_prices(std::move(prices))
{ }

Result<HistoryPage> HistoryReader::page(const HistoryFilter &filter, qint64 before, int limit) const
{
    const Result<HistoryCondition> condition = historyCondition(*m_database, filter);
    if (!condition) {
        return failure(condition.error());
    }
    const Result<QString> place = placeOf(condition->times);
    if (!place) {
        return failure(place.error());
    }
    const auto wanted = static_cast<std::size_t>(std::clamp(limit, 1, mostRows));
    HistoryPage page;
    page.next = before > 0 ? before : NumberRange::highest;
    for (int portion = 0; portion < mostPortions; ++portion) {
        const int size = condition->costs.empty() ? static_cast<int>(wanted) : costPortion;
        const auto found
            = rows(*condition, *place + QStringLiteral("id < ? ORDER BY id DESC LIMIT ?"), {page.next, size});
        if (!found) {
            return failure(found.error());
        }
        for (const HistoryRow &row : *found) {
            page.next = row.id;
            if (fitsCosts(row, condition->costs)) {
                page.rows.push_back(row);
            }
            if (page.rows.size() == wanted) {
                return page;
            }
        }
        if (found->size() < static_cast<std::size_t>(size)) {
            page.next = 0;
            return page;
        }
    }
    return page;
}

// Rows are looked at newest first. Where times are asked for of which there are few, or that are long ago,
// this says by ids where they are.
Result<QString> HistoryReader::placeOf(const NumberRange &times) const
{
    if (times == NumberRange()) {
        return QString();
    }
    const QString rows = QStringLiteral("FROM entries WHERE time BETWEEN %1 AND %2")
                             .arg(QString::number(times.low), QString::number(times.high));
    const Result<qint64> count = m_database->number(
        QStringLiteral("SELECT COUNT(*) FROM (SELECT 1 %1 LIMIT %2)").arg(rows).arg(fewRows));
    if (!count) {
        return failure(count.error());
    }
    if (*count < fewRows) {
        return QStringLiteral("id IN (SELECT id %1) AND ").arg(rows);
    }
    return times.high == NumberRange::highest ? QString()
                                              : QStringLiteral("id <= (SELECT MAX(id) %1) AND ").arg(rows);
}

Result<std::vector<HistoryRow>> HistoryReader::newer(
    const HistoryFilter &filter, qint64 &after, int limit) const
{
    const Result<HistoryCondition> condition = historyCondition(*m_database, filter);
    if (!condition) {
        return failure(condition.error());
    }
    const Result<qint64> last = newest();
    if (!last) {
        return failure(last.error());
    }
    const int size = std::clamp(limit, 1, mostRows);
    auto found
        = rows(*condition, QStringLiteral("id > ? AND id <= ? ORDER BY id LIMIT ?"), {after, *last, size});
    if (!found) {
        return found;
    }
    const bool isFull = found->size() == static_cast<std::size_t>(size);
    after = isFull ? found->back().id : std::max(after, *last);
    std::erase_if(*found, [&](const HistoryRow &row) { return !fitsCosts(row, condition->costs); });
    return found;
}

Result<qint64> HistoryReader::newest() const
{
    return m_database->number(QStringLiteral("SELECT IFNULL(MAX(id), 0) FROM entries"));
}

Result<std::vector<HistoryRow>> HistoryReader::rows(
    const HistoryCondition &condition, const QString &place, const QVariantList &more) const
{
    QSqlQuery query = m_database->query();
    const Result<void> prepared = prepare(query,
        QStringLiteral("SELECT id, %1 FROM requests WHERE (%2) AND %3")
            .arg(requestColumns(), condition.sql, place));
    if (!prepared) {
        return failure(prepared.error());
    }
    condition.bind(query);
    auto mark = static_cast<int>(condition.values.size());
    for (const QVariant &value : more) {
        query.bindValue(mark++, value);
    }
    if (const Result<void> done = run(query); !done) {
        return failure(done.error());
    }
    std::vector<HistoryRow> found;
    while (query.next()) {
        found.push_back(rowOf(query));
        found.back().microDollars = historyCost(found.back(), m_prices);
    }
    return found;
}

Result<std::optional<HistoryDetail>> HistoryReader::detail(qint64 id) const
{
    const auto found
        = rows({.sql = QStringLiteral("1"), .values = {}, .costs = {}}, QStringLiteral("id = ?"), {id});
    if (!found) {
        return failure(found.error());
    }
    if (found->empty()) {
        return std::optional<HistoryDetail>();
    }
    HistoryDetail detail {.row = found->front(), .attempts = {}, .bodies = {}};
    if (const Result<void> read = readAttempts(detail); !read) {
        return failure(read.error());
    }
    if (const Result<void> read = readBodies(detail); !read) {
        return failure(read.error());
    }
    return std::optional(std::move(detail));
}

Result<void> HistoryReader::readAttempts(HistoryDetail &detail) const
{
    QSqlQuery query = m_database->query();
    Result<void> done = prepare(query,
        QStringLiteral("SELECT provider, model, status, first_byte, duration, error_code, error_text "
                       "FROM attempts WHERE request = ? ORDER BY number"));
    if (done) {
        query.bindValue(0, detail.row.id);
        done = run(query);
    }
    while (done && query.next()) {
        HistoryAttempt attempt;
        ColumnReader(query) >> attempt.provider >> attempt.model >> attempt.status >> attempt.firstByte
            >> attempt.duration >> attempt.errorCode >> attempt.errorText;
        detail.attempts.push_back(attempt);
    }
    return done && detail.attempts.empty() ? readOnlyAttempt(detail) : done;
}

// One that says nothing new is kept in the row.
Result<void> HistoryReader::readOnlyAttempt(HistoryDetail &detail) const
{
    QSqlQuery query = m_database->query();
    Result<void> done = prepare(query,
        QStringLiteral("SELECT attempt_status, attempt_first_byte, attempt_duration FROM entries "
                       "WHERE id = ? AND attempt_status IS NOT NULL"));
    if (done) {
        query.bindValue(0, detail.row.id);
        done = run(query);
    }
    if (done && query.next()) {
        HistoryAttempt attempt {.provider = detail.row.provider, .model = detail.row.model};
        ColumnReader(query) >> attempt.status >> attempt.firstByte >> attempt.duration;
        detail.attempts.push_back(std::move(attempt));
    }
    return done;
}

Result<void> HistoryReader::readBodies(HistoryDetail &detail) const
{
    QSqlQuery query = m_database->query();
    Result<void> done = prepare(
        query, QStringLiteral("SELECT prompt, answer, is_cut, sent, heads FROM bodies WHERE request = ?"));
    if (done) {
        query.bindValue(0, detail.row.id);
        done = run(query);
    }
    if (done && query.next()) {
        detail.bodies.prompt = qUncompress(query.value(0).toByteArray());
        detail.bodies.answer = qUncompress(query.value(1).toByteArray());
        detail.bodies.isAnswerCut = query.value(2).toBool();
        detail.bodies.sent = unpacked(query.value(3).toByteArray());
        readHeads(unpacked(query.value(4).toByteArray()), detail.bodies);
    }
    return done;
}

} // namespace nexus
