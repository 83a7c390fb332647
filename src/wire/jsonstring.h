// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace nexus {

//! \brief Where a JSON string ends, or where it goes wrong.
struct JsonStringEnd {
    const char *pos = nullptr; //!< one past the closing quote, or the offending byte
    const char *problem = nullptr; //!< what is wrong, nullptr when nothing is
};

//! \brief Checks a JSON string from behind its opening quote to its closing one (RFC 8259 section 7).
//!
//! UTF-8 is checked against RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. A `\u` escape
//! of a lone surrogate is allowed.
[[nodiscard]] JsonStringEnd findJsonStringEnd(const char *pos, const char *end);

//! \brief The text between the quotes of a checked JSON string, escapes resolved, as UTF-8. A lone surrogate
//! escape becomes U+FFFD.
[[nodiscard]] QByteArray decodeJsonString(QByteArrayView inner);

//! \brief What a `\u` escape stands for; the two halves of a pair are one.
struct UnicodeEscape {
    char32_t code = 0; //!< a surrogate where that stands alone
    qsizetype length = 0; //!< bytes of the escape
};

//! \brief Reads the `\u` escape that a checked text begins with.
[[nodiscard]] UnicodeEscape readUnicodeEscape(QByteArrayView rest);

//! \brief One character as UTF-8.
struct Utf8Character {
    std::array<char, 4> bytes {};
    int size = 0;
};

[[nodiscard]] Utf8Character utf8Of(char32_t code);

//! \brief \a text as a JSON string with its quotes; invalid UTF-8 becomes U+FFFD.
[[nodiscard]] QByteArray jsonString(QByteArrayView text);

//! \brief The length of the UTF-8 sequence at \a pos, 0 when it is invalid or cut (RFC 3629 section 4).
[[nodiscard]] int utf8Length(const char *pos, const char *end);

} // namespace nexus
