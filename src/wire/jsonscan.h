// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace nexus {

//! \brief What kind of JSON value a span of text is (RFC 8259 section 3).
enum class JsonType { Object, Array, String, Number, True, False, Null };

//! \brief One member of the outermost object: where its value stands in the text.
struct JsonMember {
    QByteArray key; //!< decoded, escapes resolved
    JsonType type = JsonType::Null;
    qsizetype begin = 0; //!< offset of the value's first byte (a string's opening quote)
    qsizetype end = 0; //!< one past the value's last byte
};

//! \brief Reads \a text as one JSON object and reports its outermost members in order, building no tree.
//!
//! The whole text is checked against RFC 8259 (nesting up to 512 levels, UTF-8 validity, surrogate escapes
//! paired or not both allowed). Duplicate keys are all reported.
//! \return the members, or InvalidRequest whose message says what is wrong at which byte offset.
[[nodiscard]] Result<std::vector<JsonMember>> scanObject(QByteArrayView text);

//! \brief The last member named \a key, or nullptr; the last one wins as in most parsers.
[[nodiscard]] const JsonMember *findMember(const std::vector<JsonMember> &members, QByteArrayView key);

//! \brief The decoded text of a string value that scanObject() reported.
[[nodiscard]] QByteArray stringValue(QByteArrayView text, const JsonMember &member);

//! \brief \a text with the value of every outermost member named \a key replaced by \a value (raw JSON).
//! All other bytes stay as they are. Without such a member the text comes back unchanged.
[[nodiscard]] QByteArray spliceMember(
    const QByteArray &text, const std::vector<JsonMember> &members, QByteArrayView key, QByteArrayView value);

} // namespace nexus
