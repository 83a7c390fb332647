// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/tomlkeys.h"

namespace nexus {

//! \brief What may be written at a place of `nexus.toml`.
struct TomlCompletions {
    struct Item {
        QString text; //!< takes the place of what is between `from` and the cursor
        QString help; //!< one sentence, may be empty

        bool operator==(const Item &) const = default;
    };

    qsizetype from = 0; //!< in the text
    std::vector<Item> items; //!< fit what is written already; empty where nothing is known
};

//! \brief Knows the keys of each table, their few values, and the names of tables.
class TomlCompletion final {
public:
    TomlCompletion();

    //! \brief What fits at \a cursor of \a text, which need not be TOML yet. Keys that the table holds
    //! already are left out.
    [[nodiscard]] TomlCompletions at(const QString &text, qsizetype cursor) const;

private:
    [[nodiscard]] TomlCompletions headers(const QString &text, const QString &begun, qsizetype from) const;
    [[nodiscard]] TomlCompletions keys(
        const KeyPath &table, const QStringList &held, const QString &begun, qsizetype from) const;
    [[nodiscard]] TomlCompletions values(const KeyPath &path, const QString &begun, qsizetype from) const;

    std::vector<TomlKey> m_keys;
};

} // namespace nexus
