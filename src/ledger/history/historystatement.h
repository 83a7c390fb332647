// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historydatabase.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

struct sqlite3_stmt;

namespace nexus {

//! \brief A prepared statement of SQLite itself, for what is done for every record: Qt's queries take several
//! times as long to bind and to run. Ends before its database.
class HistoryStatement final {
public:
    HistoryStatement() = default;
    [[nodiscard]] static Result<HistoryStatement> prepare(
        const HistoryDatabase &database, const QByteArray &sql);

    //! \brief Each binds the next mark. Bytes are not copied: they stay until run().
    HistoryStatement &text(QByteArrayView utf8);
    HistoryStatement &text(QByteArray &&utf8); //!< takes what would not stay
    HistoryStatement &text(const char *utf8) { return text(QByteArrayView(utf8)); }
    HistoryStatement &blob(QByteArrayView bytes);
    HistoryStatement &number(qint64 number);
    HistoryStatement &number(std::optional<qint64> number);

    //! \brief Runs it to the end and makes it ready to be bound again.
    //! \return the first column of its first row, nothing without any
    [[nodiscard]] Result<std::optional<qint64>> run();

private:
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };
    void bound(int code);

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    std::vector<QByteArray> m_kept; // what was handed over for this run
    int m_mark = 0; // the last one bound
    int m_code = 0; // of the first binding that failed
};

//! \brief The id of the row that was inserted last over this connection.
[[nodiscard]] qint64 lastRowId(const HistoryDatabase &database);

} // namespace nexus
