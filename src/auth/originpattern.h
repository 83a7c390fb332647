// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/origin.h"

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace nexus {

//! \brief One entry of `server.cors.allow_origins`.
//!
//! A URL is compared by scheme, host and port, whatever its path. An entry that contains one of `?*[]{}!\`
//! (apart from the brackets of an IPv6 address) is a glob over the whole origin, without regard to case: `*`
//! is any run of characters but a slash, `?` one of them, `[a-z]` and `[!a-z]` one of a set, `{a,b}` one of
//! several, a backslash takes the next character as it is, and `!` in front turns the answer round. A glob
//! that names a usual port (80, 443) fits origins without one.
class OriginPattern final {
public:
    explicit OriginPattern(const QString &entry);

    [[nodiscard]] bool matches(const Origin &origin) const;

private:
    std::optional<Origin> m_exact;
    bool m_isGlob = false;
    bool m_isNegated = false;
    QRegularExpression m_glob;
};

} // namespace nexus
