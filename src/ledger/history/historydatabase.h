// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>

struct sqlite3;

namespace nexus {

//! \brief One connection to the file of the history. Lives and dies in one thread; any number of processes
//! may have the file open.
//!
//! Errors are of kind Internal; isBusy() and isCorrupt() tell those apart that can be helped.
class HistoryDatabase final {
public:
    enum class Access {
        Write, //!< makes folder and file, readable to the user alone, where they are missing
        WriteChecked, //!< the same, and reads through a file of any size to see whether it is sound
        Read, //!< changes no rows; a file of an older version is still brought to this one
    };

    //! \brief Opens the file and brings its tables to this version. A file of a newer one is left alone.
    //! \param wantsFullText false does without SQLite's full-text search, as if it were not there
    [[nodiscard]] static Result<std::unique_ptr<HistoryDatabase>> open(
        const QString &path, Access access, bool wantsFullText = true);
    ~HistoryDatabase();
    Q_DISABLE_COPY_MOVE(HistoryDatabase)

    //! \brief A query of this connection that is not prepared yet.
    [[nodiscard]] QSqlQuery query() const;

    //! \brief Runs statements that return nothing, one after the other to the first that fails.
    [[nodiscard]] Result<void> run(const QStringList &statements) const;

    //! \brief Runs \a work in a transaction that writes: all of it holds, or nothing where an error comes
    //! out.
    [[nodiscard]] Result<void> transact(const std::function<Result<void>()> &work) const;

    //! \brief The first column of the first row of \a sql as a number.
    [[nodiscard]] Result<qint64> number(const QString &sql) const;

    //! \brief The connection as SQLite knows it, for HistoryStatement. nullptr where Qt's driver brings a
    //! library of its own, since two libraries must not share a connection.
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    //! \brief Whether texts are found by an index; else every kept text is read through.
    [[nodiscard]] bool hasFullText() const { return m_hasFullText; }

private:
    HistoryDatabase(QString connection, const QString &path);

    [[nodiscard]] Result<void> begin(Access access, bool wantsFullText);
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] sqlite3 *findHandle() const;

    QString m_connection;
    sqlite3 *m_handle = nullptr; // Qt's
    bool m_hasFullText = false;
};

//! \brief Prepares \a sql, or says why it cannot be.
[[nodiscard]] Result<void> prepare(QSqlQuery &query, const QString &sql);

//! \brief Runs a prepared query.
[[nodiscard]] Result<void> run(QSqlQuery &query);

//! \brief The error for a code of SQLite and its text.
[[nodiscard]] Error historyError(int code, const QString &text);

//! \brief Whether another process holds the file, so that the same succeeds later.
[[nodiscard]] bool isBusy(const Error &error);

//! \brief Whether the file is no database, or a damaged one.
[[nodiscard]] bool isCorrupt(const Error &error);

//! \brief Whether SQLite takes the file but not the values, so that trying again is of no use.
[[nodiscard]] bool isRefused(const Error &error);

} // namespace nexus
