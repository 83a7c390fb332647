// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>
#include <string_view>

namespace nexus {

//! \brief What a token says about its holder (RFC 7519 section 4): always an object.
class Claims final {
public:
    using Tree = nlohmann::ordered_json; //!< the Json of wire/json.h

    Claims() = default;
    //! \param tree an object; anything else counts as an empty one
    explicit Claims(Tree tree);

    [[nodiscard]] const Tree &tree() const { return m_tree; }

    //! \brief The claim at \a path, or nullptr when it is absent or null.
    //!
    //! Names are separated by dots, as in `realm.roles`. A name may hold dots itself, as in
    //! `https://example.com/groups`: at each level the longest name that exists goes first.
    [[nodiscard]] const Tree *find(std::string_view path) const;

    //! \brief The text of a string, a number or a boolean; nothing for any other value and for no claim.
    [[nodiscard]] static std::optional<QByteArray> text(const Tree *claim);

private:
    Tree m_tree = Tree::object();
};

//! \brief What the claims of an acceptable token say.
struct JwtRules {
    QByteArray issuer; //!< exactly this one, empty for any
    QByteArray audience; //!< this one, or this one among others; empty for any
    std::chrono::seconds leeway {60}; //!< by which the clocks of two machines may differ
};

//! \brief An Unauthenticated error with code `invalid_token`; \a message says why and what to do.
[[nodiscard]] Error invalidToken(const QString &message);

//! \brief What is wrong with \a claims at \a now, or nothing. There has to be an `exp`.
[[nodiscard]] std::optional<Error> checkClaims(
    const Claims &claims, const JwtRules &rules, std::chrono::system_clock::time_point now);

} // namespace nexus
