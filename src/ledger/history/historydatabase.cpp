// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historydatabase.h"

#include "ledger/history/historyschema.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>

namespace nexus {

namespace {

// Larger files are not read through at the start; damage in them shows when it is met.
constexpr qint64 checkedSize = 64LL * 1024 * 1024;

constexpr const char *busyCode = "history_busy";
constexpr const char *corruptCode = "history_corrupt";
constexpr const char *refusedCode = "history_refused";

Error unusable(const QString &message)
{
    return {.kind = ErrorKind::Internal, .message = message, .detail = {}};
}

Error corrupt(const QString &message)
{
    return {.kind = ErrorKind::Internal, .message = message, .detail = {}, .param = {}, .code = corruptCode};
}

Error errorOf(const QSqlError &error)
{
    return historyError(error.nativeErrorCode().toInt(), error.databaseText());
}

// SQLite would make both readable to everybody whom the umask lets.
Result<void> makeFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        const QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, own)) {
            return failure(unusable(QStringLiteral("The folder %1 cannot be made.").arg(folder)));
        }
    }
    if (QFileInfo::exists(path)) {
        return {};
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && !QFileInfo::exists(path)) {
        return failure(
            unusable(QStringLiteral("The file %1 cannot be made: %2.").arg(path, file.errorString())));
    }
    return {};
}

} // namespace

Error historyError(int code, const QString &text)
{
    Error out = unusable(QStringLiteral("SQLite: %1.").arg(text));
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        out.code = busyCode;
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        out.code = corruptCode;
        break;
    case SQLITE_TOOBIG:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        out.code = refusedCode;
        break;
    }
    return out;
}

Result<std::unique_ptr<HistoryDatabase>> HistoryDatabase::open(
    const QString &path, Access access, bool wantsFullText)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"))) {
        return failure(unusable(QStringLiteral("Qt's driver for SQLite is missing. On Debian "
                                               "it is in the package libqt6sql6-sqlite.")));
    }
    if (access != Access::Read) {
        if (const Result<void> made = makeFile(path); !made) {
            return failure(made.error());
        }
    } else if (!QFileInfo::exists(path)) {
        return failure(unusable(QStringLiteral("There is no history at %1 yet.").arg(path)));
    }
    const QString name = QUuid::createUuid().toString();
    std::unique_ptr<HistoryDatabase> database(new HistoryDatabase(name, path));
    QSqlDatabase handle = QSqlDatabase::database(name, false);
    if (!handle.open()) {
        return failure(errorOf(handle.lastError()));
    }
    if (const Result<void> begun = database->begin(access, wantsFullText); !begun) {
        return failure(begun.error());
    }
    return database;
}

HistoryDatabase::HistoryDatabase(QString connection, const QString &path)
    : m_connection(std::move(connection))
{
    QSqlDatabase handle = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    handle.setDatabaseName(path);
    handle.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
}

HistoryDatabase::~HistoryDatabase()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> HistoryDatabase::begin(Access access, bool wantsFullText)
{
    // The way of vacuuming can only be chosen before the first table is there.
    const Result<void> set = run({QStringLiteral("PRAGMA auto_vacuum=INCREMENTAL"),
        QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=NORMAL"),
        QStringLiteral("PRAGMA temp_store=MEMORY"), QStringLiteral("PRAGMA cache_size=-16000"),
        QStringLiteral("PRAGMA wal_autocheckpoint=4000"), QStringLiteral("PRAGMA mmap_size=268435456"),
        QStringLiteral("PRAGMA journal_size_limit=67108864")});
    if (!set) {
        return set;
    }
    const QString path = QSqlDatabase::database(m_connection, false).databaseName();
    if (access == Access::WriteChecked
        || (access == Access::Write && QFileInfo(path).size() <= checkedSize)) {
        if (const Result<void> checked = check(); !checked) {
            return checked;
        }
    }
    if (const Result<void> migrated = migrateHistory(*this, wantsFullText); !migrated) {
        return migrated;
    }
    const Result<qint64> count = number(QStringLiteral("SELECT COUNT(*) FROM sqlite_schema WHERE name = "
                                                       "'search' AND sql LIKE '%fts5%'"));
    if (!count) {
        return failure(count.error());
    }
    m_hasFullText = *count > 0;
    m_handle = findHandle();
    return access == Access::Read ? run({QStringLiteral("PRAGMA query_only=1")}) : Result<void>();
}

sqlite3 *HistoryDatabase::findHandle() const
{
    const QVariant handle = QSqlDatabase::database(m_connection, false).driver()->handle();
    QSqlQuery source = query();
    const bool isSame = source.exec(QStringLiteral("SELECT sqlite_source_id()")) && source.next()
        && source.value(0).toByteArray() == sqlite3_sourceid();
    return isSame && qstrcmp(handle.typeName(), "sqlite3*") == 0
        ? *static_cast<sqlite3 *const *>(handle.constData())
        : nullptr;
}

Result<void> HistoryDatabase::check() const
{
    QSqlQuery check = query();
    if (!check.exec(QStringLiteral("PRAGMA quick_check(1)")) || !check.next()) {
        return failure(errorOf(check.lastError()));
    }
    const QString finding = check.value(0).toString();
    return finding == QLatin1String("ok") ? Result<void>()
                                          : failure(corrupt(QStringLiteral("SQLite: %1.").arg(finding)));
}

QSqlQuery HistoryDatabase::query() const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    return query;
}

Result<void> HistoryDatabase::run(const QStringList &statements) const
{
    for (const QString &statement : statements) {
        QSqlQuery query = this->query();
        if (!query.exec(statement)) {
            return failure(errorOf(query.lastError()));
        }
    }
    return {};
}

Result<void> HistoryDatabase::transact(const std::function<Result<void>()> &work) const
{
    if (const Result<void> begun = run({QStringLiteral("BEGIN IMMEDIATE")}); !begun) {
        return begun;
    }
    Result<void> done = work();
    if (done) {
        done = run({QStringLiteral("COMMIT")});
    }
    if (!done) {
        // SQLite rolls back by itself on some errors; then this one fails, which is as good.
        (void)run({QStringLiteral("ROLLBACK")});
    }
    return done;
}

Result<qint64> HistoryDatabase::number(const QString &sql) const
{
    QSqlQuery query = this->query();
    if (!query.exec(sql)) {
        return failure(errorOf(query.lastError()));
    }
    return query.next() ? query.value(0).toLongLong() : 0;
}

Result<void> prepare(QSqlQuery &query, const QString &sql)
{
    return query.prepare(sql) ? Result<void>() : failure(errorOf(query.lastError()));
}

Result<void> run(QSqlQuery &query)
{
    return query.exec() ? Result<void>() : failure(errorOf(query.lastError()));
}

bool isBusy(const Error &error)
{
    return error.code == busyCode;
}

bool isCorrupt(const Error &error)
{
    return error.code == corruptCode;
}

bool isRefused(const Error &error)
{
    return error.code == refusedCode;
}

} // namespace nexus
