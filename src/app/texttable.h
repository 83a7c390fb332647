// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <vector>

namespace nexus {

//! \brief A table for a terminal: the first column begins on the left, all others end on the right.
class TextTable final {
public:
    explicit TextTable(const QStringList &names)
        : m_rows {names}
    { }

    void add(const QStringList &row) { m_rows.push_back(row); }

    //! \brief All rows, each with a line break; columns are as wide as they have to be.
    [[nodiscard]] QString text() const;

private:
    std::vector<QStringList> m_rows;
};

//! \brief \a text for a terminal: on one line, without characters that would steer it, and no longer than
//! \a most.
[[nodiscard]] QString shown(const QString &text, qsizetype most);

} // namespace nexus
