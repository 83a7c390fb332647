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

// What the requests of one client to one model have in common.
constexpr const char *kindsTable = R"(CREATE TABLE kinds (
    number INTEGER PRIMARY KEY AUTOINCREMENT, method TEXT NOT NULL, path TEXT NOT NULL, dialect TEXT NOT NULL,
    operation TEXT NOT NULL, client TEXT NOT NULL, client_group TEXT NOT NULL, alias TEXT NOT NULL,
    asked_model TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,
    UNIQUE (model, client, asked_model, alias, provider, client_group, operation, path, method, dialect)))";

constexpr const char *kindColumns = "method, path, dialect, operation, client, client_group, alias, "
                                    "asked_model, provider, model";

constexpr const char *entriesTable = R"(CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, hour INTEGER NOT NULL, kind INTEGER NOT NULL,
    request_id TEXT NOT NULL, subject TEXT NOT NULL, address TEXT NOT NULL, cache TEXT NOT NULL,
    outcome TEXT NOT NULL, is_stream INTEGER NOT NULL, status INTEGER NOT NULL, is_error INTEGER NOT NULL,
    attempts INTEGER NOT NULL, input INTEGER, cache_read INTEGER, cache_write INTEGER, output INTEGER,
    reasoning INTEGER, usage_estimated INTEGER NOT NULL, cost INTEGER, is_charged INTEGER NOT NULL,
    price_version TEXT NOT NULL, dropped TEXT NOT NULL, bytes_in INTEGER NOT NULL, bytes_out INTEGER NOT NULL,
    first_byte INTEGER NOT NULL, duration INTEGER NOT NULL, attempt_status INTEGER, attempt_first_byte INTEGER,
    attempt_duration INTEGER, error_code TEXT NOT NULL, error_text TEXT NOT NULL, error_kind TEXT NOT NULL,
    program_name TEXT NOT NULL, program_path TEXT NOT NULL, program_pid INTEGER NOT NULL))";

constexpr const char *entryColumns
    = "time, hour, kind, request_id, subject, address, cache, outcome, "
      "is_stream, status, is_error, attempts, "
      "input, cache_read, cache_write, output, reasoning, usage_estimated, cost, "
      "is_charged, price_version, "
      "dropped, bytes_in, bytes_out, first_byte, duration, attempt_status, "
      "attempt_first_byte, "
      "attempt_duration, error_code, error_text, error_kind, program_name, "
      "program_path, program_pid";

constexpr const char *hoursTable = R"(CREATE TABLE hours (
    hour INTEGER NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL, size INTEGER NOT NULL,
    requests INTEGER NOT NULL, errors INTEGER NOT NULL, cached INTEGER NOT NULL, counted INTEGER NOT NULL,
    uncounted INTEGER NOT NULL, estimated INTEGER NOT NULL, input INTEGER NOT NULL, cache_read INTEGER NOT NULL,
    cache_write INTEGER NOT NULL, output INTEGER NOT NULL, reasoning INTEGER NOT NULL, cost INTEGER NOT NULL,
    uncosted INTEGER NOT NULL, PRIMARY KEY (hour, provider, model, size)) WITHOUT ROWID)";

// Ids of requests come by chance. Where all of them are in one order, each new one touches another page; so
// they are in order among those of 4,096 rows that came together, and each such run is looked into.
constexpr int idBits = 12;

constexpr std::array nameColumns {"provider", "model", "asked_model", "client", "alias"};

// With the search that reads through all texts where there is no index for them.
QStringList firstTables(bool wantsFullText)
{
    QStringList statements {
        QLatin1String(requestsTable), QLatin1String(attemptsTable), QLatin1String(bodiesTable)};
    statements += wantsFullText ? QStringLiteral("CREATE VIRTUAL TABLE search USING "
                                                 "fts5(prompt, answer, content='')")
                                : QStringLiteral("CREATE TABLE search (rowid INTEGER "
                                                 "PRIMARY KEY, prompt TEXT, answer TEXT)");
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
        statements += QStringLiteral("INSERT INTO names SELECT '%1', %1, %2 * COUNT(*) FROM requests "
                                     "WHERE %1 <> '' AND %3 GROUP BY %1 "
                                     "ON CONFLICT DO UPDATE SET count = count + excluded.count")
                          .arg(QLatin1String(column), QString::number(sign), condition);
    }
    return statements;
}

// Adds requests with a condition to the sums and names.
QStringList additionStatements(const QString &condition)
{
    const QStringList keys {QStringLiteral("provider"), QStringLiteral("model"), sizeColumn(),
        QStringLiteral("day"), QStringLiteral("client"), QStringLiteral("alias"),
        QStringLiteral("asked_model")};
    return QStringList {QStringLiteral("INSERT INTO sums ") + sumsOfRows(keys, condition)}
    + nameStatements(condition, 1);
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
    statements += QStringLiteral("UPDATE requests SET day = time / 86400000, "
                                 "is_charged = attempts > 0 AND cache NOT IN "
                                 "('hit', 'shared') AND operation <> "
                                 "'count_tokens' AND (input IS NOT NULL "
                                 "OR is_error = 0)");
    statements += QStringList {QLatin1String(sumsTable), QLatin1String(namesTable)};
    return statements + additionStatements(QStringLiteral("id > 0"));
}

// What was a table is a view of two. Sums need a time zone: hours are those of the machine's, of its days.
QStringList thirdTables()
{
    const QString kind = QLatin1String(kindColumns);
    QString own = QLatin1String(entryColumns);
    own.remove(QStringLiteral("hour, kind, "))
        .remove(QStringLiteral(", attempt_status, attempt_first_byte, attempt_duration"));
    const QStringList hours {
        QStringLiteral("hour"), QStringLiteral("provider"), QStringLiteral("model"), sizeColumn()};
    QStringList statements {QStringLiteral("ALTER TABLE requests RENAME TO former"),
        QLatin1String(kindsTable), QLatin1String(entriesTable), QLatin1String(hoursTable),
        QStringLiteral("INSERT INTO kinds (%1) SELECT DISTINCT %1 FROM former").arg(kind),
        QStringLiteral("INSERT INTO sqlite_sequence SELECT 'entries', seq FROM "
                       "sqlite_sequence WHERE name = 'former'"),
        QStringLiteral("INSERT INTO entries (id, hour, kind, %1) SELECT id, day "
                       "* 24 + strftime('%H', time / 1000, "
                       "'unixepoch', 'localtime'), number, %1 FROM former CROSS JOIN "
                       "kinds USING (%2) ORDER BY id")
            .arg(own, kind),
        QStringLiteral("DROP TABLE former")};
    statements += QStringLiteral("CREATE INDEX entries_time ON entries (time)");
    statements += QStringLiteral("CREATE INDEX entries_kind ON entries (kind)");
    statements += QStringLiteral("CREATE INDEX entries_errors ON entries (is_error) WHERE is_error = 1");
    statements
        += QStringLiteral("CREATE INDEX entries_request_id ON entries (id >> %1, request_id)").arg(idBits);
    statements += QStringLiteral("CREATE VIEW requests AS SELECT id, %1, hour / "
                                 "24 AS day, %2 FROM entries "
                                 "CROSS JOIN kinds ON number = kind")
                      .arg(QLatin1String(entryColumns), kind);
    return statements
        + QStringList {QStringLiteral("INSERT INTO hours ") + sumsOfRows(hours, QStringLiteral("1"))};
}

QStringList fourthTables()
{
    return {QStringLiteral("ALTER TABLE bodies ADD COLUMN sent BLOB NOT NULL DEFAULT x''"),
        QStringLiteral("ALTER TABLE bodies ADD COLUMN heads BLOB NOT NULL DEFAULT x''")};
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
    return QStringLiteral("SELECT %1, COUNT(*), SUM(is_error), SUM(cache IN ('hit', "
                          "'shared')), "
                          "SUM(is_charged AND input IS NOT NULL), SUM(is_charged AND input "
                          "IS NULL), "
                          "SUM(is_charged AND usage_estimated)%2, "
                          "SUM(is_charged AND input IS NOT NULL AND cost IS NULL) "
                          "FROM requests WHERE operation <> '' AND %3 GROUP BY %4")
        .arg(keys.join(QStringLiteral(", ")), sums, condition, numbers.join(QStringLiteral(", ")));
}

QStringList sumColumns()
{
    return QStringLiteral("requests,errors,cached,counted,uncounted,estimated,"
                          "input,cache_read,cache_write,output,"
                          "reasoning,cost,uncosted")
        .split(u',');
}

QStringList removalStatements(const QString &condition)
{
    return nameStatements(condition, -1)
        + QStringList {QStringLiteral("DELETE FROM names WHERE count <= 0"),
            QStringLiteral("DELETE FROM attempts WHERE request IN "
                           "(SELECT id FROM requests WHERE %1)")
                .arg(condition),
            QStringLiteral("DELETE FROM entries WHERE ") + condition};
}

QString kindRemoval()
{
    return QStringLiteral("DELETE FROM kinds WHERE NOT EXISTS (SELECT 1 FROM "
                          "entries INDEXED BY entries_kind WHERE kind = number)");
}

QString requestIdCondition()
{
    return QStringLiteral("id IN (WITH RECURSIVE runs(run) AS (SELECT MIN(id) >> "
                          "%1 FROM entries UNION ALL "
                          "SELECT run + 1 FROM runs WHERE run < (SELECT MAX(id) "
                          ">> %1 FROM entries)) "
                          "SELECT id FROM runs CROSS JOIN entries ON id >> %1 = "
                          "run WHERE request_id = ?)")
        .arg(idBits);
}

QByteArray entryStatement()
{
    const QByteArray columns = entryColumns;
    return "INSERT INTO entries (" + columns + ") VALUES (?" + QByteArray(", ?").repeated(columns.count(','))
        + ')';
}

QByteArray sumStatement(const char *table, int keys)
{
    const QStringList columns = sumColumns();
    QByteArrayList changes;
    for (const QString &column : columns) {
        const QByteArray name = column.toLatin1();
        changes += name + " = " + name + " + excluded." + name;
    }
    return QByteArray("INSERT INTO ") + table + " VALUES (?"
        + QByteArray(", ?").repeated(keys + columns.size() - 1) + ") ON CONFLICT DO UPDATE SET "
        + changes.join(", ");
}

QString requestColumns()
{
    return QStringLiteral("time, request_id, method, path, dialect, operation, "
                          "client, client_group, subject, "
                          "address, cache, alias, asked_model, provider, model, "
                          "is_stream, outcome, status, "
                          "is_error, attempts, input, cache_read, cache_write, "
                          "output, reasoning, dropped, "
                          "first_byte, duration, bytes_in, bytes_out, "
                          "error_code, error_text, price_version, "
                          "error_kind, program_name, program_path, program_pid, "
                          "usage_estimated, cost, day");
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
                .message = QStringLiteral("The history was written by a newer "
                                          "version of this program and is "
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
        if (*version < 3) {
            statements += thirdTables();
        }
        if (*version < 4) {
            statements += fourthTables();
        }
        return database.run(
            statements + QStringList {QStringLiteral("PRAGMA user_version=%1").arg(historyVersion)});
    });
}

} // namespace nexus
