// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/tomldocument.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace nexus {

//! \brief The way from the root of a document to a value, such as `{"llm", "providers", "openai",
//! "api_key"}`.
//!
//! Names are as they are meant, without TOML's quotes. Where an array stands, the next element is the index
//! of its item as a number, from "0"; the number of items stands for a new one behind the last.
using KeyPath = QStringList;

//! \brief Values to hand to ConfigText. Places are not looked at.
[[nodiscard]] TomlValue tomlString(const QString &text);
[[nodiscard]] TomlValue tomlInteger(qint64 integer);
[[nodiscard]] TomlValue tomlFloat(double number);
//! \brief The number that \a text is written as, an integer where it can be one; a string where it is none.
[[nodiscard]] TomlValue tomlNumber(const QString &text);
[[nodiscard]] TomlValue tomlBoolean(bool boolean);
[[nodiscard]] TomlValue tomlArray(std::vector<TomlValue> items);
[[nodiscard]] TomlValue tomlStrings(const QStringList &texts); //!< an array of strings
[[nodiscard]] TomlValue tomlTable(std::vector<TomlMember> members);
//! \brief A member for tomlTable() and ConfigText::withTable().
[[nodiscard]] TomlMember tomlMember(const QString &key, TomlValue value);

//! \brief Whether both hold the same, wherever they stand; members may be in any order.
//!
//! Two date-times are never the same, since a TomlValue does not hold which they are.
[[nodiscard]] bool sameValue(const TomlValue &one, const TomlValue &other);

//! \brief \a value as TOML on one line: strings in double quotes, tables inline.
//!
//! Date-times and texts that are not Unicode are refused.
[[nodiscard]] Result<QByteArray> writeToml(const TomlValue &value);

//! \brief \a key as it stands in a TOML file, in quotes where it needs them.
[[nodiscard]] QByteArray writeTomlKey(const QString &key);

//! \brief \a path for people: `llm.providers.openai`.
[[nodiscard]] QString describePath(const KeyPath &path);

} // namespace nexus
