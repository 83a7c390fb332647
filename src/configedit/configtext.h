// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "configedit/tomlvalues.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace nexus {

struct TomlChange;

//! \brief What becomes of the comment lines directly above something that is removed.
enum class CommentAbove { Keep, Remove };

//! \brief The text of a TOML file, and the same text with one thing changed.
//!
//! A value without I/O. Every change touches its own lines only: comments, order, blank lines, quoting and
//! line endings elsewhere stay byte for byte. Each result was read again and holds the old tree with exactly
//! that change; where this cannot be had, there is an error, of kind InvalidRequest for what is asked and
//! Internal for what this class cannot do. No error repeats a value of the text.
class ConfigText final {
public:
    //! \brief An empty text; the first change begins it with a comment.
    ConfigText() = default;

    //! \brief Takes \a bytes, which have to be TOML; the error says `line:column: what is wrong`.
    [[nodiscard]] static Result<ConfigText> read(const QByteArray &bytes);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    //! \brief All it holds, templates such as `{{ env.NAME }}` unexpanded.
    [[nodiscard]] const TomlValue &root() const { return m_root; }
    //! \brief What stands at \a path; nullptr for nothing. Lives as long as this text.
    [[nodiscard]] const TomlValue *find(const KeyPath &path) const;

    //! \brief Puts \a value at \a path, in place of what is there: one line, or what the old value took.
    //!
    //! A comment behind the value stays. Where the table is missing, its header comes behind its last
    //! sibling, else at the end. A table becomes an inline one.
    [[nodiscard]] Result<ConfigText> withValue(const KeyPath &path, const TomlValue &value) const;

    //! \brief Makes the table at \a path hold exactly \a members; lines of members that stay the same are
    //! kept.
    //!
    //! A new table gets a header of its own, and so do the tables in it.
    [[nodiscard]] Result<ConfigText> withTable(
        const KeyPath &path, const std::vector<TomlMember> &members) const;

    //! \brief Takes out the value or table at \a path, with all below it.
    //!
    //! Comments inside a table go with it, and so do those directly behind its last key, unless a header
    //! follows them. Tables that only this value implied are gone as well. An error when nothing is there.
    [[nodiscard]] Result<ConfigText> without(
        const KeyPath &path, CommentAbove comment = CommentAbove::Keep) const;

    //! \brief Calls the value or table at \a path \a newName, wherever the name is written; its place stays.
    [[nodiscard]] Result<ConfigText> renamed(const KeyPath &path, const QString &newName) const;

    bool operator==(const ConfigText &other) const { return m_bytes == other.m_bytes; }

private:
    ConfigText(QByteArray bytes, TomlValue root);

    [[nodiscard]] Result<ConfigText> replacedBy(const TomlChange &change, bool hasHeader) const;
    [[nodiscard]] Result<ConfigText> revised(const TomlChange &change) const;

    QByteArray m_bytes;
    TomlValue m_root;
};

} // namespace nexus
