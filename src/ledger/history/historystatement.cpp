// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historystatement.h"

#include <sqlite3.h>

#include <utility>

namespace nexus {

namespace {

// SQLite takes a null pointer for NULL.
const char *bytesOf(QByteArrayView bytes)
{
    return bytes.isEmpty() ? "" : bytes.data();
}

sqlite3_uint64 sizeOf(QByteArrayView bytes)
{
    return static_cast<sqlite3_uint64>(bytes.size());
}

// A null pointer says that the bytes stay; the macro for it would be a cast of the old style.
constexpr sqlite3_destructor_type stays = nullptr;

} // namespace

void HistoryStatement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<HistoryStatement> HistoryStatement::prepare(const HistoryDatabase &database, const QByteArray &sql)
{
    sqlite3 *const handle = database.handle();
    if (handle == nullptr) {
        return failure({.kind = ErrorKind::Internal,
            .message = QStringLiteral("Qt's driver for SQLite brings a library of "
                                      "its own, and the history "
                                      "needs that of the system."),
            .detail = {}});
    }
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v3(
        handle, sql.constData(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK) {
        return failure(historyError(code, QString::fromUtf8(sqlite3_errmsg(handle))));
    }
    HistoryStatement statement;
    statement.m_statement.reset(prepared);
    return statement;
}

HistoryStatement &HistoryStatement::text(QByteArrayView utf8)
{
    bound(sqlite3_bind_text64(m_statement.get(), ++m_mark, bytesOf(utf8), sizeOf(utf8), stays, SQLITE_UTF8));
    return *this;
}

HistoryStatement &HistoryStatement::text(QByteArray &&utf8)
{
    m_kept.push_back(std::move(utf8));
    return text(QByteArrayView(m_kept.back()));
}

HistoryStatement &HistoryStatement::blob(QByteArrayView bytes)
{
    bound(sqlite3_bind_blob64(m_statement.get(), ++m_mark, bytesOf(bytes), sizeOf(bytes), stays));
    return *this;
}

HistoryStatement &HistoryStatement::number(qint64 number)
{
    bound(sqlite3_bind_int64(m_statement.get(), ++m_mark, number));
    return *this;
}

HistoryStatement &HistoryStatement::number(std::optional<qint64> number)
{
    if (number) {
        return this->number(*number);
    }
    bound(sqlite3_bind_null(m_statement.get(), ++m_mark));
    return *this;
}

void HistoryStatement::bound(int code)
{
    if (m_code == SQLITE_OK) {
        m_code = code;
    }
}

Result<std::optional<qint64>> HistoryStatement::run()
{
    sqlite3_stmt *const statement = m_statement.get();
    int code = std::exchange(m_code, SQLITE_OK);
    std::optional<qint64> first;
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
    }
    if (code == SQLITE_ROW) {
        first = sqlite3_column_int64(statement, 0);
    }
    while (code == SQLITE_ROW) {
        code = sqlite3_step(statement);
    }
    Result<std::optional<qint64>> done = first;
    if (code != SQLITE_DONE) {
        done = failure(historyError(code, QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(statement)))));
    }
    sqlite3_reset(statement);
    m_kept.clear();
    m_mark = 0;
    return done;
}

qint64 lastRowId(const HistoryDatabase &database)
{
    return sqlite3_last_insert_rowid(database.handle());
}

} // namespace nexus
