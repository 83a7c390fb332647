// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/tomllayout.h"

#include <QByteArray>

#include <vector>

namespace nexus {

//! \brief Some bytes of a text and what comes in their place.
struct Replacement {
    TextSpan span;
    QByteArray text;
};

//! \brief \a text with all \a replacements made; they must not overlap, and keep their order where they
//! touch.
[[nodiscard]] QByteArray replaced(const QByteArray &text, std::vector<Replacement> replacements);

//! \brief A TOML text with its places, and the questions that changes ask about them.
//!
//! Refers to \a text and \a layout, which must outlive it. An entry, a member of an entry and a section are
//! "below" a path that their own begins with.
class LayoutEdit final {
public:
    LayoutEdit(const QByteArray &text, const TomlLayout &layout);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] const TomlLayout &layout() const { return m_layout; }

    //! \name Lines
    //! @{
    [[nodiscard]] qsizetype lineBegin(qsizetype at) const;
    [[nodiscard]] qsizetype lineEnd(qsizetype at) const; //!< behind the line's ending
    [[nodiscard]] bool isBlankLine(qsizetype begin) const; //!< also at the end of the text
    [[nodiscard]] bool isAfterBlankLine(qsizetype begin) const; //!< also at the begin of the text
    [[nodiscard]] bool isBlank(TextSpan span) const;
    //! \brief Where the comment lines directly above the line at \a begin begin.
    [[nodiscard]] qsizetype commentsBegin(qsizetype begin) const;
    //! \brief What ends lines here.
    [[nodiscard]] QByteArray lineBreak() const;
    //! \brief The blanks that the line of \a at begins with.
    [[nodiscard]] QByteArray indentation(qsizetype at) const;
    //! \brief The lines of \a span, or nothing when something else stands on them; a comma behind it may.
    [[nodiscard]] std::optional<TextSpan> ownLines(TextSpan span) const;
    //! @}

    //! \brief The value written at exactly \a path, also inside arrays and inline tables; nullptr for none.
    [[nodiscard]] const LayoutEntry *entry(const KeyPath &path) const;
    //! \brief The array or inline table that the entry at \a path is a member of; nullptr for none.
    [[nodiscard]] const LayoutEntry *containerOf(const KeyPath &path) const;
    //! \brief The section with exactly this \a path; nullptr for none.
    [[nodiscard]] const LayoutSection *section(const KeyPath &path) const;
    //! \brief The first and the last section below \a path, itself included; nullptr for none.
    [[nodiscard]] const LayoutSection *firstSection(const KeyPath &path) const;
    [[nodiscard]] const LayoutSection *lastSection(const KeyPath &path) const;
    //! \brief The last key that has \a path as a part of its dotted name, and where that name begins.
    struct DottedKey {
        const LayoutEntry *entry = nullptr;
        KeyPath base;
        bool isInline = false;
    };
    [[nodiscard]] DottedKey dottedKey(const KeyPath &path) const;

    //! \brief Where the lines of \a section end: behind its last key and the comments directly behind that,
    //! unless these lead to the next header.
    [[nodiscard]] qsizetype bodyEnd(const LayoutSection &section) const;

private:
    const QByteArray &m_text;
    const TomlLayout &m_layout;
};

//! \brief Whether \a path is \a start or goes on from it.
[[nodiscard]] bool isBelow(const KeyPath &path, const KeyPath &start);

} // namespace nexus
