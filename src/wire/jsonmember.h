// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1String>

#include <vector>

namespace nexus {

//! \brief What kind of JSON value a span of text is (RFC 8259 section 3).
enum class JsonType { Object, Array, String, Number, True, False, Null };

//! \brief Where one JSON value stands in a text.
struct JsonSpan {
    JsonType type = JsonType::Null;
    qsizetype begin = 0; //!< offset of the value's first byte (a string's opening quote)
    qsizetype end = 0; //!< one past the value's last byte

    //! \brief The bytes of the value in \a text, which must be the text that was scanned.
    [[nodiscard]] QByteArrayView in(QByteArrayView text) const { return text.sliced(begin, end - begin); }
};

//! \brief One member of the outermost object: its name, and where its value stands in the text.
struct JsonMember : JsonSpan {
    QByteArray key; //!< decoded, escapes resolved
    qsizetype elementCount = 0; //!< of an array: how many elements it has itself
    qsizetype firstNonObject = -1; //!< of an array: index of its first element that is no object, or -1
};

//! \brief The last member named \a key, or nullptr; the last one wins as in most parsers.
[[nodiscard]] const JsonMember *findMember(const std::vector<JsonMember> &members, QByteArrayView key);

//! \brief The decoded text of a string value that was found by scanning \a text; a lone surrogate escape
//! becomes U+FFFD. Empty when \a span is no string.
[[nodiscard]] QByteArray stringValue(QByteArrayView text, const JsonSpan &span);

//! \brief \a text with the value of every outermost member named \a key replaced by \a value (raw JSON).
//! All other bytes stay as they are. Without such a member the text comes back unchanged.
[[nodiscard]] QByteArray spliceMember(
    const QByteArray &text, const std::vector<JsonMember> &members, QByteArrayView key, QByteArrayView value);

//! \brief How \a type is called in a message, with its article: `an object`.
[[nodiscard]] QLatin1String describe(JsonType type);

} // namespace nexus
