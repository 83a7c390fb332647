// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historycondition.h"
#include "ledger/history/historyprices.h"

#include <QTimeZone>

#include <memory>
#include <vector>

namespace nexus {

//! \brief Some rows, newest first.
struct HistoryPage {
    std::vector<HistoryRow> rows;
    qint64 next = 0; //!< for the page behind it; 0 where this is the last
};

//! \brief Everything that is kept of one request.
struct HistoryDetail {
    HistoryRow row;
    std::vector<HistoryAttempt> attempts;
    RecordedBodies bodies; //!< empty where they are not kept; isAnswerCut where either is cut
};

//! \brief Reads the history over a connection of its own, also while others write. Belongs to the thread that
//! opened it.
class HistoryReader final {
public:
    //! \return Internal when there is no history yet, or none that can be read
    [[nodiscard]] static Result<HistoryReader> open(const QString &path, HistoryPrices prices);

    //! \brief Up to \a limit rows that fit, older than the row \a before; 0 begins with the newest.
    //!
    //! A filter for costs looks at a bounded number of rows at one time, so that a page may hold fewer, or
    //! none, and still have a next one.
    [[nodiscard]] Result<HistoryPage> page(const HistoryFilter &filter, qint64 before, int limit) const;

    //! \brief Up to \a limit rows that fit, newer than the row \a after, oldest first. \a after becomes the
    //! last row that was looked at.
    [[nodiscard]] Result<std::vector<HistoryRow>> newer(
        const HistoryFilter &filter, qint64 &after, int limit) const;

    //! \brief The newest row's id, 0 without any.
    [[nodiscard]] Result<qint64> newest() const;

    //! \brief All about the row \a id, nothing when it is not there any more.
    [[nodiscard]] Result<std::optional<HistoryDetail>> detail(qint64 id) const;

    [[nodiscard]] const HistoryDatabase &database() const { return *m_database; }
    [[nodiscard]] const HistoryPrices &prices() const { return m_prices; }

private:
    HistoryReader(std::unique_ptr<HistoryDatabase> database, HistoryPrices prices);

    [[nodiscard]] Result<QString> placeOf(const NumberRange &times) const;
    [[nodiscard]] Result<std::vector<HistoryRow>> rows(
        const HistoryCondition &condition, const QString &place, const QVariantList &more) const;
    [[nodiscard]] Result<void> readAttempts(HistoryDetail &detail) const;
    [[nodiscard]] Result<void> readOnlyAttempt(HistoryDetail &detail) const;
    [[nodiscard]] Result<void> readBodies(HistoryDetail &detail) const;

    std::unique_ptr<HistoryDatabase> m_database;
    HistoryPrices m_prices;
};

} // namespace nexus
