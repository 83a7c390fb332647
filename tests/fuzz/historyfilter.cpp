// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a filter says: it is read or refused with a place inside of it, what is read is written so that
// the same is read again, and SQLite understands it.

#include "ledger/history/historyfilter.h"
#include "ledger/history/historycondition.h"

#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

constexpr qint64 now = 1'767'268'800'000;

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

void requireUnderstood(const HistoryFilter &filter)
{
    static const QTemporaryDir folder;
    static const auto database = HistoryDatabase::open(
        folder.filePath(QStringLiteral("history.sqlite")), HistoryDatabase::Access::Write);
    require(database.has_value());
    const auto condition = historyCondition(**database, filter);
    require(condition.has_value());
    QSqlQuery query = (*database)->query();
    require(prepare(query, QStringLiteral("SELECT id FROM requests WHERE ") + condition->sql).has_value());
    condition->bind(query);
    require(run(query).has_value());
    if (!condition->sumSql.isNull()) {
        require(
            prepare(query, QStringLiteral("SELECT day FROM sums WHERE ") + condition->sumSql).has_value());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text
        = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<HistoryFilter> filter = parseHistoryFilter(text, now);
    if (!filter) {
        const qlonglong place = filter.error().param.toLongLong();
        require(place >= 1 && place <= text.size() + 1);
        return 0;
    }
    const QString written = historyFilterText(*filter);
    const Result<HistoryFilter> again = parseHistoryFilter(written, now);
    // Quotes and names of units make a text longer, so that a long one may be too long then.
    require(again ? *again == *filter : written.size() > text.size());
    requireUnderstood(*filter);
    return 0;
}
