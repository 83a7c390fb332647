// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyschema.h"

#include "ledger/history/historydatabase.h"

#include <QStringList>

namespace nexus {

namespace {

constexpr const char *requestsTable = R"(CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, request_id TEXT NOT NULL, method TEXT NOT NULL,
    path TEXT NOT NULL, dialect TEXT NOT NULL, operation TEXT NOT NULL, client TEXT NOT NULL,
    client_group TEXT NOT NULL, subject TEXT NOT NULL, address TEXT NOT NULL, cache TEXT NOT NULL,
    alias TEXT NOT NULL, asked_model TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,
    is_stream INTEGER NOT NULL, outcome TEXT NOT NULL, status INTEGER NOT NULL, is_error INTEGER NOT NULL,
    attempts INTEGER NOT NULL, input INTEGER, cache_read INTEGER, cache_write INTEGER, output INTEGER,
    reasoning INTEGER, dropped TEXT NOT NULL, first_byte INTEGER NOT NULL, duration INTEGER NOT NULL,
    bytes_in INTEGER NOT NULL, bytes_out INTEGER NOT NULL, error_code TEXT NOT NULL, error_text TEXT NOT NULL,
    price_version TEXT NOT NULL))";

constexpr const char *attemptsTable = R"(CREATE TABLE attempts (
    request INTEGER NOT NULL, number INTEGER NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,
    status INTEGER NOT NULL, first_byte INTEGER NOT NULL, duration INTEGER NOT NULL, error_code TEXT NOT NULL,
    error_text TEXT NOT NULL, PRIMARY KEY (request, number)) WITHOUT ROWID)";

constexpr const char *bodiesTable = "CREATE TABLE bodies (request INTEGER PRIMARY KEY, prompt BLOB NOT NULL, "
                                    "answer BLOB NOT NULL, is_cut INTEGER NOT NULL)";

// Most questions are about days of a model; in this order they are answered without sorting.
constexpr const char *sumsTable = R"(CREATE TABLE sums (
    provider TEXT NOT NULL, model TEXT NOT NULL, size INTEGER NOT NULL, day INTEGER NOT NULL,
    client TEXT NOT NULL, alias TEXT NOT NULL, asked_model TEXT NOT NULL, requests INTEGER NOT NULL,
    errors INTEGER NOT NULL, cached INTEGER NOT NULL, counted INTEGER NOT NULL, uncounted INTEGER NOT NULL,
    estimated INTEGER NOT NULL, input INTEGER NOT NULL, cache_read INTEGER NOT NULL,
    cache_write INTEGER NOT NULL, output INTEGER NOT NULL, reasoning INTEGER NOT NULL, cost INTEGER NOT NULL,
    uncosted INTEGER NOT NULL,
    PRIMARY KEY (provider, model, size, day, client, alias, asked_model)) WITHOUT ROWID)";

constexpr const char *namesTable = "CREATE TABLE names (kind TEXT NOT NULL, name TEXT NOT NULL, "
                                   "count INTEGER NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID";

constexpr std::array nameColumns {"provider", "model", "asked_model", "client", "alias"};

// With the search that reads through all texts where there is no index for them.
QStringList firstTables(bool wantsFullText)
{
    QStringList statements {
        QLatin1String(requestsTable), QLatin1String(attemptsTable), QLatin1String(bodiesTable)};
    statements += wantsFullText
        ? QStringLiteral("CREATE VIRTUAL TABLE search USING fts5(prompt, answer, content='')")
        : QStringLiteral("CREATE TABLE search (rowid INTEGER PRIMARY KEY, prompt TEXT, answer TEXT)");
    statements += QStringLiteral("CREATE INDEX requests_time ON requests (time)");
    statements += QStringLiteral("CREATE INDEX requests_errors ON requests (is_error) WHERE is_error = 1");
    statements += QStringLiteral("CREATE INDEX requests_request_id ON requests (request_id)");
    for (const char *column : nameColumns) {
        const QString name = QLatin1String(column);
        statements += QStringLiteral("CREATE INDEX requests_%1 ON requests (%1) WHERE %1 <> ''").arg(name);
    }
    return statements;
}

// Counts per name what is added (1) or taken away (-1).
QStringList nameStatements(const QString &condition, int sign)
{
    QStringList statements;
    for (const char *column : nameColumns) {
        // The index of the names would be read from end to end for the sake of a few rows.
        statements
            += QStringLiteral("INSERT INTO names SELECT '%1', %1, %2 * COUNT(*) FROM requests NOT INDEXED "
                              "WHERE %1 <> '' AND %3 GROUP BY %1 "
                              "ON CONFLICT DO UPDATE SET count = count + excluded.count")
                   .arg(QLatin1String(column), QString::number(sign), condition);
    }
    return statements;
}

QStringList secondTables()
{
    QStringList statements;
    for (const char *column : {"error_kind TEXT NOT NULL DEFAULT ''", "program_name TEXT NOT NULL DEFAULT ''",
             "program_path TEXT NOT NULL DEFAULT ''", "program_pid INTEGER NOT NULL DEFAULT 0",
             "usage_estimated INTEGER NOT NULL DEFAULT 0", "cost INTEGER", "day INTEGER NOT NULL DEFAULT 0",
             "is_charged INTEGER NOT NULL DEFAULT 0"}) {
        statements += QStringLiteral("ALTER TABLE requests ADD COLUMN ") + QLatin1String(column);
    }
    statements += QStringLiteral(
        "UPDATE requests SET day = time / 86400000, is_charged = attempts > 0 AND cache NOT IN "
        "('hit', 'shared') AND operation <> 'count_tokens' AND (input IS NOT NULL "
        "OR is_error = 0)");
    statements += QStringList {QLatin1String(sumsTable), QLatin1String(namesTable)};
    return statements + additionStatements(QStringLiteral("id > 0"));
}

} // namespace

QString sizeColumn()
{
    QString sql = QStringLiteral("CASE");
    int number = 0;
    for (const qint64 above : sumSizes) {
        sql += QStringLiteral(" WHEN IFNULL(input, 0) <= %1 THEN %2").arg(above).arg(number++);
    }
    return sql + QStringLiteral(" ELSE %1 END").arg(number);
}

QString sumsOfRows(const QStringList &keys, const QString &condition)
{
    QString sums;
    for (const char *column : {"input", "cache_read", "cache_write", "output", "reasoning", "cost"}) {
        sums += QStringLiteral(", SUM(IIF(is_charged, IFNULL(%1, 0), 0))").arg(QLatin1String(column));
    }
    QStringList numbers;
    for (int number = 1; number <= keys.size(); ++number) {
        numbers += QString::number(number);
    }
    return QStringLiteral("SELECT %1, COUNT(*), SUM(is_error), SUM(cache IN ('hit', 'shared')), "
                          "SUM(is_charged AND input IS NOT NULL), SUM(is_charged AND input IS NULL), "
                          "SUM(is_charged AND usage_estimated)%2, "
                          "SUM(is_charged AND input IS NOT NULL AND cost IS NULL) "
                          "FROM requests WHERE operation <> '' AND %3 GROUP BY %4")
        .arg(keys.join(QStringLiteral(", ")), sums, condition, numbers.join(QStringLiteral(", ")));
}

QStringList sumColumns()
{
    return QStringLiteral(
        "requests,errors,cached,counted,uncounted,estimated,input,cache_read,cache_write,output,"
        "reasoning,cost,uncosted")
        .split(u',');
}

QStringList additionStatements(const QString &condition)
{
    QStringList changes;
    for (const QString &column : sumColumns()) {
        changes += QStringLiteral("%1 = %1 + excluded.%1").arg(column);
    }
    const QStringList keys {QStringLiteral("provider"), QStringLiteral("model"), sizeColumn(),
        QStringLiteral("day"), QStringLiteral("client"), QStringLiteral("alias"),
        QStringLiteral("asked_model")};
    return QStringList {QStringLiteral("INSERT INTO sums ") + sumsOfRows(keys, condition)
               + QStringLiteral(" ON CONFLICT DO UPDATE SET ") + changes.join(QStringLiteral(", "))}
    + nameStatements(condition, 1);
}

QStringList removalStatements(const QString &condition)
{
    return nameStatements(condition, -1)
        + QStringList {QStringLiteral("DELETE FROM names WHERE count <= 0"),
            QStringLiteral("DELETE FROM attempts WHERE request IN (SELECT id FROM requests WHERE %1)")
                .arg(condition),
            QStringLiteral("DELETE FROM requests WHERE ") + condition};
}

QString requestColumns()
{
    return QStringLiteral(
        "time, request_id, method, path, dialect, operation, client, client_group, subject, "
        "address, cache, alias, asked_model, provider, model, is_stream, outcome, status, "
        "is_error, attempts, input, cache_read, cache_write, output, reasoning, dropped, "
        "first_byte, duration, bytes_in, bytes_out, error_code, error_text, price_version, "
        "error_kind, program_name, program_path, program_pid, usage_estimated, cost, day, "
        "is_charged");
}

Result<void> migrateHistory(const HistoryDatabase &database, bool wantsFullText)
{
    const QString readVersion = QStringLiteral("PRAGMA user_version");
    const Result<qint64> now = database.number(readVersion);
    if (now && *now == historyVersion) {
        return {};
    }
    return database.transact([&]() -> Result<void> {
        // Asked again: another process may have been faster.
        const Result<qint64> version = database.number(readVersion);
        if (!version) {
            return failure(version.error());
        }
        if (*version > historyVersion) {
            return failure({.kind = ErrorKind::Internal,
                .message = QStringLiteral("The history was written by a newer version of this program and is "
                                          "left as it is."),
                .detail = {}});
        }
        QStringList statements;
        if (*version < 1) {
            const Result<qint64> hasFullText
                = database.number(QStringLiteral("SELECT sqlite_compileoption_used('ENABLE_FTS5')"));
            statements += firstTables(wantsFullText && hasFullText.value_or(0) > 0);
        }
        if (*version < 2) {
            statements += secondTables();
        }
        return database.run(
            statements + QStringList {QStringLiteral("PRAGMA user_version=%1").arg(historyVersion)});
    });
}

} // namespace nexus
