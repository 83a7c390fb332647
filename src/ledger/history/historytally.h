// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"
#include "ledger/history/historystatement.h"

#include <array>
#include <compare>
#include <map>
#include <optional>

namespace nexus {

//! \brief What many requests have in common, so that the file keeps it once.
struct HistoryKind {
    // What differs most comes first, so that kinds are told apart quickly.
    QByteArray model;
    QByteArray client;
    QByteArray askedModel;
    QByteArray alias;
    QByteArray provider;
    QByteArray group;
    QByteArray operation;
    QByteArray path;
    QByteArray method;
    QByteArray dialect;

    std::strong_ordering operator<=>(const HistoryKind &) const = default;
    bool operator==(const HistoryKind &) const = default;
};

//! \brief What the requests of one batch come to: added up in memory, so that the sums in the file are
//! touched once for a batch and not for each request.
class HistoryTally final {
public:
    //! \brief In the order of sumColumns().
    using Sum = std::array<qint64, 13>;

    //! \param kind stays where it is until write()
    //! \param hour since 1970 on the clock of the machine
    void add(const HistoryKind &kind, const RequestRecord &record, qint64 hour);

    //! \brief Forgets what was added.
    void clear();

    //! \brief Adds all to the sums and names in the file.
    [[nodiscard]] Result<void> write(const HistoryDatabase &database);

private:
    struct Statements {
        HistoryStatement day;
        HistoryStatement hour;
        HistoryStatement name;
    };
    [[nodiscard]] Result<void> prepareAll(const HistoryDatabase &database);
    [[nodiscard]] Result<void> writeDays();
    [[nodiscard]] Result<void> writeHours();
    [[nodiscard]] Result<void> writeNames();

    struct Group {
        const HistoryKind *kind = nullptr;
        int size = 0;
        qint64 hour = 0;

        auto operator<=>(const Group &) const = default;
    };
    std::map<Group, Sum> m_groups;
    std::map<const HistoryKind *, qint64> m_rows; // with those that are in no sum
    std::optional<Statements> m_statements;
};

} // namespace nexus
