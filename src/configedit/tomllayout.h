// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/tomlvalues.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

namespace nexus {

//! \brief Bytes of a text, from \a begin to before \a end.
struct TextSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
};

//! \brief One key where it is written, with its quotes.
struct LayoutKey {
    TextSpan span;
    qsizetype depth = 0; //!< which element of the path it is
};

//! \brief A value with its keys: `a.b = 1`, or an item of an array, which has none.
struct LayoutEntry {
    enum class Form { Plain, Array, Table };

    KeyPath path; //!< from the root
    std::vector<LayoutKey> keys;
    TextSpan span; //!< from the first key to the end of the value
    TextSpan value;
    Form form = Form::Plain;
    std::vector<LayoutEntry> members; //!< of an array or an inline table
};

//! \brief A header and the keys below it; the first section of a text has no header.
struct LayoutSection {
    KeyPath path;
    bool isItem = false; //!< `[[…]]`
    std::vector<LayoutKey> keys;
    TextSpan header; //!< with its brackets
    std::vector<LayoutEntry> entries;
};

//! \brief Where everything in a TOML text stands.
struct TomlLayout {
    qsizetype begin = 0; //!< behind the byte order mark
    std::vector<LayoutSection> sections; //!< never empty
    std::map<KeyPath, qsizetype> arrays; //!< those of `[[…]]`, with their number of items
};

//! \brief Finds the places in \a text, which parseToml() has to have taken.
//!
//! Nothing for a text it cannot follow. It is no second judge of what TOML is: who changes a text by these
//! places has to read the result again.
[[nodiscard]] std::optional<TomlLayout> readLayout(const QByteArray &text);

} // namespace nexus
