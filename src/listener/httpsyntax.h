// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace nexus {

//! \brief Whether \a text is a token (RFC 9110 section 5.6.2): a method or a field name.
[[nodiscard]] bool isToken(QByteArrayView text);

//! \brief Whether \a text may be a field value: no control character but the tab (RFC 9110 section 5.5).
[[nodiscard]] bool isFieldValue(QByteArrayView text);

//! \brief Whether \a text is the characters of `host[:port]`, without user information. Empty text is.
[[nodiscard]] bool isHost(QByteArrayView text);

//! \brief \a text without the spaces and tabs around it.
[[nodiscard]] QByteArrayView trimmedBlanks(QByteArrayView text);

//! \brief Equality without case, ASCII only.
[[nodiscard]] bool isSameWord(QByteArrayView a, QByteArrayView b);

//! \brief Whether the comma-separated \a list names \a word, without case.
[[nodiscard]] bool hasListedWord(QByteArrayView list, QByteArrayView word);

} // namespace nexus
