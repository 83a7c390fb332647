// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <array>

namespace nexus {

class HistoryDatabase;

//! \brief The version of the tables, kept as `user_version` in the file.
//!
//!  - 1: requests, attempts, bodies and the search in them
//!  - 2: sums for days, the names that occur; of a request its day, its program, the kind of its error,
//!  whether its tokens are a guess, whether it was charged and what it cost as known then
//!  - 3: what many requests have in common stands once in `kinds`, `requests` is a view of `entries` with it;
//!  sums for hours; an attempt that says nothing new is part of its request
//!  - 4: beside bodies what went to the provider, headers and the times of events
constexpr int historyVersion = 4;

//! \brief Sizes of input above which vendors charge other rates; sums tell requests apart by them.
constexpr std::array<qint64, 8> sumSizes {
    32'000, 64'000, 128'000, 200'000, 256'000, 272'000, 512'000, 1'000'000};

//! \brief Makes the tables, or brings those of an older version to this one, all or nothing.
//! \return Internal when the file is of a newer version, or cannot be written.
[[nodiscard]] Result<void> migrateHistory(const HistoryDatabase &database, bool wantsFullText);

//! \brief The columns of `requests` behind the id, in the order in which rows are read.
[[nodiscard]] QString requestColumns();

//! \brief SQL for the class of a request's input: how many of sumSizes it is above.
[[nodiscard]] QString sizeColumn();

//! \brief The columns of `sums` behind its keys.
[[nodiscard]] QStringList sumColumns();

//! \brief Selects sums in the order of sumColumns(), behind \a keys, from the requests with \a condition.
//! Tokens of answers from the cache are not among them: nobody was asked for them.
[[nodiscard]] QString sumsOfRows(const QStringList &keys, const QString &condition);

//! \brief Inserts a row with the columns of `entries` behind the id, in their order.
[[nodiscard]] QByteArray entryStatement();

//! \brief Adds to a row of \a table, which is `sums` or `hours`: \a keys marks for its keys, and those of
//! sumColumns().
[[nodiscard]] QByteArray sumStatement(const char *table, int keys);

//! \brief A condition on `requests` that finds a request by its id, the text in the only mark.
[[nodiscard]] QString requestIdCondition();

//! \brief The statements that take requests with \a condition away. The sums stay: what was spent is spent.
[[nodiscard]] QStringList removalStatements(const QString &condition);

//! \brief Takes out the kinds that no request is of any more.
[[nodiscard]] QString kindRemoval();

} // namespace nexus
