// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace nexus {

//! \brief More members than this, at all levels together, are not put in order.
constexpr int maxCanonicalMembers = 200'000;

//! \brief The one form that all ways of writing the same JSON object share.
//!
//! At every level the members are sorted by name, and of several with the same name the last one counts, as
//! in most parsers. No white space; strings with no more escapes than needed; numbers as they are written, so
//! that large ones survive and 1.0 is not 1; arrays keep their order. A lone surrogate stays an escape. Takes
//! time in proportion to the text, apart from the sorting, and no recursion.
//! \return the text, or InvalidRequest when \a text is no JSON object by the rules of scanObject(), or has
//! more than maxCanonicalMembers members.
[[nodiscard]] Result<QByteArray> canonicalJson(QByteArrayView text);

//! \brief The same without the outermost members named \a name, a plain word.
[[nodiscard]] Result<QByteArray> canonicalJsonWithout(QByteArrayView text, QByteArrayView name);

} // namespace nexus
