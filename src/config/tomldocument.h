// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>

#include <tuple>
#include <vector>

namespace nexus {

//! \brief A place in a text, both counted from 1; columns are characters.
struct TextPosition {
    qint64 line = 1;
    qint64 column = 1;

    bool operator==(const TextPosition &) const = default;
    bool operator<(const TextPosition &other) const
    {
        return std::tie(line, column) < std::tie(other.line, other.column);
    }
};

struct TomlMember;

//! \brief One value of a TOML file, with its place in the text. Members keep the order of the file.
struct TomlValue {
    enum class Kind { String, Integer, Float, Boolean, DateTime, Array, Table };

    Kind kind = Kind::Table;
    TextPosition at;
    QString text; //!< String
    qint64 integer = 0; //!< Integer
    double number = 0; //!< Float, and Integer as well
    bool boolean = false; //!< Boolean
    std::vector<TomlValue> items; //!< Array
    std::vector<TomlMember> members; //!< Table

    //! \brief The member of that name, or nullptr; also when this is no table.
    [[nodiscard]] const TomlMember *member(QStringView key) const;
};

//! \brief A key of a table and what it holds.
struct TomlMember {
    QString key;
    TextPosition at; //!< of the key where it first occurs
    TomlValue value;
};

//! \brief The dotted name of \a key in the table \a parent, in quotes where TOML needs them.
[[nodiscard]] QString tomlPath(const QString &parent, const QString &key);

//! \brief Why a text is not TOML, and where.
struct TomlProblem {
    TextPosition at;
    QString message;
};

//! \brief Reads a TOML 1.0 text; the value is its root table.
//!
//! The problem repeats no value of the text, since it may be a key of a provider. Texts over 1 MiB and values
//! nested deeper than 32 levels are refused.
[[nodiscard]] tl::expected<TomlValue, TomlProblem> parseToml(QByteArrayView text);

} // namespace nexus
